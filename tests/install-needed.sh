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

echo "$passed passed, $failed failed"
test $failed = 0
