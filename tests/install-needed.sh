#!/bin/sh
# scripts/install-needed.sh in made-up systems: folders of PATH in which things are there or not. No package is installed.
set -u
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
passed=0 failed=0

# system NAME... : a PATH with the tools of any system and these programs; each logs how it was called.
system() {
	rm -rf "$folder/bin" "$folder/log"
	mkdir "$folder/bin"
	for tool in sh sed tr sort id grep cat; do ln -s "$(command -v $tool)" "$folder/bin/$tool"; done
	for tool; do
		printf '#!/bin/sh\necho "%s $*" >>"%s/log"\n' "$tool" "$folder" >"$folder/bin/$tool"
		chmod +x "$folder/bin/$tool"
	done
}

# program NAME LINE: one that does something else.
program() {
	rm -f "$folder/bin/$1"
	printf '#!/bin/sh\n%s\n' "$2" >"$folder/bin/$1"
	chmod +x "$folder/bin/$1"
}

needed() {
	PATH=$folder/bin CC=cc sh scripts/install-needed.sh "$@" >"$folder/out" 2>"$folder/said" </dev/null
	status=$?
}

# expect STATUS PATTERN WHAT: the status, and a line that was said.
expect() {
	if test $status = "$1" && grep -q -- "$2" "$folder/said" && test ! -s "$folder/out"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "$3: status $status, and it said:"
		cat "$folder/out" "$folder/said"
	fi
}


system cc cmp pkg-config apt-get
needed run
if test $status = 0 && test ! -s "$folder/said" && ! grep -q apt-get "$folder/log"; then
	passed=$((passed + 1))
else
	failed=$((failed + 1))
	echo "where all is there, something is said or done:"
	cat "$folder/said"
fi

system cc cmp dnf
needed run
expect 2 'please type: .*dnf install fribidi-devel libyaml-devel ncurses-devel pkgconf-pkg-config utf8proc-devel' "a system with dnf"
system cc cmp pkg-config brew
needed check
expect 2 'please type: brew install .*llvm mandoc ncurses tmux' "a system with brew"
expect 2 'missing to build and to test: descriptions of terminals, clang' "what has a name of three words"
system cc cmp
needed run
expect 2 'missing to build: pkg-config, ncursesw, yaml-0.1, libutf8proc' "a system without a package manager"
needed page
expect 2 'missing to build the page: .*clang, wasm-ld, wasi' "the tools of the page"
needed
expect 2 'usage' "without a word"

system cc cmp apt-get
program id "echo 1000"
needed run
expect 2 'As root, please type: apt-get install' "neither root nor sudo"

system cc cmp apt-get env
program id "echo 0"
needed run
expect 2 'apt will now install: libfribidi-dev libncurses-dev libutf8proc-dev libyaml-dev pkg-config' "as root, it says what it will do"
expect 2 'still missing after the installation: pkg-config' "an installation that brought nothing"
grep -q 'env DEBIAN_FRONTEND=noninteractive apt-get install --yes' "$folder/log"
status=$(($? * 2 + 2))
expect 2 . "it does it, and asks nothing"

system cc cmp apt-get sudo
program id "echo 1000"
needed run
expect 2 '^+ sudo -n env DEBIAN_FRONTEND=noninteractive apt-get install' "through sudo, without a terminal"

system cc cmp apt-get env
program id "echo 0"
program env "exit 100"
needed run
expect 2 'apt could not install .*is there a network?' "without a network"

# fetch.sh: what is fetched is the file that is meant, or nothing is there, and one line says why.
fetch() {
	PATH=$folder/bin sh scripts/fetch.sh http://example.org/a.tar.gz "$1" "$folder/fetched/a.tar.gz" >"$folder/out" 2>"$folder/said"
	status=$?
}
letters=2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881 # of "x"
system apt-helper
for tool in sha256sum cut mkdir mv rm wc; do ln -s "$(command -v $tool)" "$folder/bin/$tool"; done
program apt-helper 'for file; do :; done; test "$file" = "${file#SHA}" && printf x >"$file"'
fetch 0000000000000000000000000000000000000000000000000000000000000000
expect 2 'is not the file that is meant: its SHA-256 is 2d71' "another file than is meant"
test "$(wc -l <"$folder/said")" -eq 1 && test -z "$(ls "$folder/fetched")"
status=$(($? * 2 + 2))
expect 2 . "another file is left, or more than a line is said"
fetch $letters
test $status = 0 && test "$(cat "$folder/fetched/a.tar.gz")" = x && test ! -s "$folder/said"
status=$(($? * 2 + 2)) && echo . >"$folder/said"
expect 2 . "the file that is meant"
program apt-helper 'exit 100'
fetch $letters
test $status = 0
status=$(($? * 2 + 2)) && echo . >"$folder/said"
expect 2 . "what is there is not fetched again"
rm -r "$folder/fetched"
fetch $letters
expect 2 'could not be fetched' "a file that does not come"

echo "$passed passed, $failed failed"
test $failed = 0
