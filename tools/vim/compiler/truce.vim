" :compiler truce, then :make checks the event file in the window and goes to its first problem.
" Vim counts bytes in %c and columns of the screen in %v; truce counts characters.
if exists('current_compiler')
	finish
endif
let current_compiler = 'truce'

CompilerSet makeprg=truce\ check\ --\ %:p:S
CompilerSet errorformat=%f:%l:%v:\ %trror:\ %m,%f:%l:%v:\ %tarning:\ %m,%f:%l:%v:\ %tote:\ %m,%f:\ %trror:\ %m,%-G%.%#
