#!/bin/sh
# completions.sh FOLDER: what the shells complete. bash is asked; zsh and fish where they are there.
set -u
folder=$(cd "$1" && pwd) || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
mkdir "$work/lessons" && : >"$work/my record.yaml" && : >"$work/record.json" && : >"$work/photo.png"

good() {
	if test "$1" = 0; then passed=$((passed + 1)); else failed=$((failed + 1)) && echo "$2"; fi
}

cat >"$work/ask.bash" <<'END'
COMP_WORDS=("${@:2}") COMP_CWORD=$(($# - 2))
source "$1"; _truce 2>&1; printf '%s\n' "${COMPREPLY[@]}" | sort | tr '\n' ,
END

# offers EXPECTED WORD...: what bash offers for the last word of the line.
offers() {
	expected=$1
	shift
	got=$(cd "$work" && bash ask.bash "$folder/truce" "$@")
	test "$got" = "$expected"
	good $? "bash, $*: $got instead of $expected"
}

files='lessons,my record.yaml,record.json,'
offers 'check,lessons,my record.yaml,print,record.json,snapshot,verify,' truce ''
offers 'print,' truce pr
offers "$files" truce print ''
offers 'my record.yaml,' truce verify --texts lessons my
offers 'lessons,' truce verify --texts ''
offers 'auto,dark,light,mono,' truce --theme ''
offers 'dark,' truce --theme = d
offers 'auto,dark,light,mono,' truce print --theme =
offers 'always,auto,' truce snapshot --color a
offers 'text,' truce print -f te
offers '-q,' truce check -q
offers '--quiet,' truce check --q
offers '--texts,' truce verify --te
offers '--quotes-only,' truce print --quo
offers ',' truce print --keys-of
offers ',' truce print --query ''
offers ',' truce print --width 8
offers ',' truce check -- -

for command in '' print check verify snapshot; do
	wanted=$(${TRUCE:-build/release/truce} $command --help | sed -n 's/^  .\{4\}\(--[a-z-]*\).*/\1/p' | sort | tr '\n' ,)
	offers "$wanted" truce $command --
done

if command -v zsh >/dev/null; then
	zsh -n "$folder/_truce"
	good $? "zsh cannot read _truce"
fi
if command -v fish >/dev/null; then
	fish -n "$folder/truce.fish"
	good $? "fish cannot read truce.fish"
	fish_offers() {
		got=$(cd "$work" && HOME=$work fish --no-config -c "source $folder/truce.fish; complete -C '$2'" |
			cut -f 1 | sort | tr '\n' ,)
		test "$got" = "$1"
		good $? "fish, $2: $got instead of $1"
	}
	fish_offers '--texts,' 'truce verify --t'
	fish_offers 'text,' 'truce print --format te'
	fish_offers '' 'truce check --th'
	fish_offers 'print,' 'truce pr'
fi
echo "$passed passed, $failed failed"
test $failed = 0
