#!/bin/sh
# completions.sh FOLDER: what the shells complete. bash is asked; zsh and fish where they are there.
set -u
folder=$(cd "$1" && pwd) || exit 2
work=$(mktemp -d) && bin=$(mktemp -d) || exit 2
trap 'rm -rf "$work" "$bin"' EXIT
passed=0 failed=0
mkdir "$work/lessons" && ln -s "$(realpath "${TRUCE:-build/release/truce}")" "$bin/truce"
PATH=$bin:$PATH
cat >"$work/my record.yaml" <<'END'
title: A record
events:
  - id: dawn
    title: Dawn
    date: 1856
  - id: dusk
    title: Dusk at the mill
    date: 1857
views:
  first-lesson: {title: The first lesson, show: [dawn]}
  second-lesson: {title: 'The $(touch run) second `lesson`', show: [dusk]}
END
: >"$work/record.json" && : >"$work/photo.png"

good() {
	if test "$1" = 0; then passed=$((passed + 1)); else failed=$((failed + 1)) && echo "$2"; fi
}

cat >"$work/ask.bash" <<'END'
COMP_WORDS=("${@:2}") COMP_CWORD=${AT:-$(($# - 2))}
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
offers 'auto,dark,light,mono,projector,' truce --theme ''
offers 'dark,' truce --theme = d
offers 'auto,dark,light,mono,projector,' truce print --theme =
offers 'always,auto,' truce snapshot --color a
offers 'text,' truce print -f te
offers 'json,text,' truce check -f ''
offers 'json,' truce verify --format = j
offers 'json,jsonl,' truce print -f j
offers 'man,markdown,' truce print -f m
offers '-q,' truce check -q
offers '--quiet,' truce check --q
offers '--texts,' truce verify --te
offers '--quotes-only,' truce print --quo
offers ',' truce print --keys-of
offers ',' truce print --query ''
offers ',' truce print --width 8
offers ',' truce check -- -
offers 'first-lesson,second-lesson,' truce 'my\ record.yaml' --view ''
offers 'second-lesson,' truce print "'my record.yaml'" --plan = s
AT=2 offers 'first-lesson,' truce --view f 'my record.yaml'
offers 'dawn,dusk,' truce snapshot 'my\ record.yaml' --at d
offers 'capitulation,' truce --view cap
offers ',' truce record.json --view ''

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
	fish_offers 'json,text,' 'truce check --format '
	fish_offers '' 'truce check --th'
	fish_offers 'print,' 'truce pr'
	fish_offers 'first-lesson,second-lesson,' 'truce my\\ record.yaml --view '
	fish_offers 'dusk,' 'truce snapshot my\\ record.yaml --at du'
	fish_offers 'capitulation,' 'truce print --plan cap'
fi
echo "$passed passed, $failed failed"
test $failed = 0
