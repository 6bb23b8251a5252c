#!/bin/sh
# editors.sh: what editors are given works in them; vim is run where it is there.
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

echo "$passed passed, $failed failed"
test $failed = 0
