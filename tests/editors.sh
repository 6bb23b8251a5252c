#!/bin/sh
# editors.sh: what editors and hooks are given works in them: vim is run where it is there, and the hook
# as pre-commit runs it.
set -u
program=$(realpath "${TRUCE:-build/release/truce}") && folder=$(mktemp -d) && bin=$(mktemp -d) || exit 2
trap 'rm -rf "$folder" "$bin"' EXIT
ln -s "$program" "$bin/truce"
PATH=$bin:$PATH
passed=0 failed=0

good() {
	if test "$1" = 0; then passed=$((passed + 1)); else failed=$((failed + 1)) && echo "$2"; fi
}

cat >"$folder/a lesson.truce.yaml" <<'END'
title: A record
people:
  hale: {name: Їжак Їжаченко, party: "нема"}
events:
  - {id: dawn, title: Dawn, date: 1856}
END
cat >"$folder/sound.truce.yaml" <<'END'
title: A record
events:
  - {id: dawn, title: Dawn, date: 1856}
END

# vim: the file's name makes the compiler known, and each problem has its kind, line and column.
cat >"$folder/ask.vim" <<'END'
filetype plugin on
edit a\ lesson.truce.yaml
silent make!
let found = map(getqflist(), 'v:val.lnum . ":" . v:val.col . ":" . v:val.vcol . ":" . v:val.type')
call filter(found, 'v:val !~ "n$"')
cc 2
call writefile(found + [strcharpart(getline('.'), charcol('.') - 1)], 'found')
qa!
END
if vim --version 2>/dev/null | grep -q '+eval' && vim --version | grep -q '+quickfix'; then
	(cd "$folder" && vim -Nu NONE -es --cmd "set runtimepath^=$OLDPWD/tools/vim" -S ask.vim </dev/null >/dev/null 2>&1)
	printf '3:38:1:e\n"нема"}\n' | cmp -s - "$folder/found"
	good $? "vim: $(cat "$folder/found" 2>&1)"
else
	echo "there is no vim with +eval and +quickfix: its compiler is not tried"
fi

# The hook, as pre-commit runs it: words are divided as a shell does, and the files follow.
cat >"$folder/hook.py" <<'END'
import re, shlex, subprocess, sys, yaml
hook, = yaml.safe_load(open(".pre-commit-hooks.yaml", encoding="utf-8"))
files = [file for file in sys.argv[2:] if re.search(hook["files"], file)]
sys.exit(subprocess.run(shlex.split(hook["entry"]) + files, cwd=sys.argv[1], stdout=subprocess.DEVNULL).returncode)
END
python=python3
python3 -c 'import yaml' 2>/dev/null || python=/usr/bin/python3
$python "$folder/hook.py" "$folder" sound.truce.yaml sound.truce.yaml notes.yaml
good $? "the hook refuses sound files, or reads them as one record"
$python "$folder/hook.py" "$folder" "a lesson.truce.yaml" sound.truce.yaml
test $? = 1
good $? "the hook takes a file with errors"
echo "$passed passed, $failed failed"
test $failed = 0
