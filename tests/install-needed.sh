#!/bin/sh
# scripts/install-needed.sh in made-up systems: folders of PATH in which things are there or not. No package is installed.
set -u
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
passed=0 failed=0

# Without a terminal: no test is to speak on that of whoever runs it.
alone=$(command -v setsid)

# system NAME... : a PATH with the tools of any system and these programs; each logs how it was called.
system() {
	rm -rf "$folder/bin" "$folder/log" "$folder/build" "$folder/lists"
	mkdir "$folder/bin" "$folder/lists"
	: >"$folder/lists/there.org_Packages"
	for tool in sh sed tr sort id grep cat mkdir date tail fold; do ln -s "$(command -v $tool)" "$folder/bin/$tool"; done
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

# needed PURPOSE: what it says on standard output and on standard error is in $folder/out and in $folder/said.
needed() {
	PATH=$folder/bin CC=${CC-cc} BUILD=$folder/build APT_LISTS=$folder/lists \
		$alone sh scripts/install-needed.sh "$@" >"$folder/out" 2>"$folder/said" </dev/null
	status=$?
}

good() { # STATUS WHAT
	if test "$1" = 0; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "$2: status $status, and it said:"
		cat "$folder/out" "$folder/said"
	fi
}

# expect STATUS PATTERN WHAT: the status, and a line on standard error, and none elsewhere.
expect() {
	test $status = "$1" && grep -q -- "$2" "$folder/said" && test ! -s "$folder/out"
	good $? "$3"
}

# quiet WHAT: status 0, and not a word.
quiet() {
	test $status = 0 && test ! -s "$folder/said" && test ! -s "$folder/out"
	good $? "$1"
}

# holds FILE PATTERN WHAT: a line of a file below the folder; lacks FILE PATTERN WHAT: no line.
holds() {
	grep -q -- "$2" "$folder/$1"
	good $? "$3"
}
lacks() {
	! grep -q -- "$2" "$folder/$1"
	good $? "$3"
}

system cc cmp pkg-config apt-get
needed run
quiet "where all is there, something is said"
! grep -q apt-get "$folder/log" && test ! -e "$folder/build"
good $? "where all is there, something is done"

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
needed static
expect 2 'missing to link the program alone: .*bzip2' "what unpacks the sources of the program alone"
needed packages
expect 2 'missing to make packages: .*dpkg-buildpackage, dh, lintian, ruby' "the tools of packages"
needed
expect 2 'usage' "without a word"

# Compilers: any will do that has its library's headers; one that somebody names is not replaced by another.
system clang cmp pkg-config apt-get
ln -s clang "$folder/bin/cc"
needed run
quiet "a compiler that is not gcc is not taken"
program cc 'echo "fatal error: stdlib.h: No such file or directory" >&2; exit 1'
program id "echo 1000"
needed run
expect 2 'As root, please type: apt-get install --yes --no-install-recommends gcc libc6-dev' "a compiler without headers"
expect 2 'missing to build: a C compiler' "what a compiler without headers is"
system cc cmp pkg-config apt-get
CC=tcc needed run
expect 2 'there is no tcc, which CC names' "a compiler that is named and not there"

system cc cmp apt-get
program id "echo 1000"
needed run
expect 2 'As root, please type: apt-get install' "neither root nor sudo"
expect 2 'missing to build: pkg-config' "what is missing, where there is neither root nor sudo"

# A system with an apt that chatters as they do and brings the programs that are missing; LISTS are its lists of packages:
# there, old (what they name is gone until they are fetched) or none; USER is a number.
with_apt() { # LISTS USER PROGRAM...
	lists=$1 user=$2
	shift 2
	system cc "$@"
	ln -s "$(command -v env)" "$folder/bin/env"
	ln -s "$(command -v chmod)" "$folder/bin/chmod"
	brings='cmp pkg-config clang tmux jq groff mandoc infocmp python3'
	rm "$folder/lists/there.org_Packages"
	test "$lists" = none || : >"$folder/lists/$lists.org_Packages"
	program id "echo $user"
	program apt-get "cd '$folder'; brings='$brings'"'
echo "apt-get $1 asks=${DEBIAN_FRONTEND-}" >>log
echo "dlstatus:1:43.25:Retrieving file 1 of 2 (3s remaining)"
case $1 in
update) : >lists/new.org_Packages ;;
install)
	if ! test -e lists/there.org_Packages && ! test -e lists/new.org_Packages; then
		echo "E: Failed to fetch gcc.deb  404  Not Found" >&2
		exit 100
	fi
	echo "debconf: delaying package configuration, since apt-utils is not installed" >&2
	echo "pmstatus:gcc:61.54:Unpacking gcc"
	for name in $brings; do echo "#!/bin/sh" >bin/$name; chmod +x bin/$name; done ;;
esac'
}

with_apt there 0
needed run
quiet "as root, without a terminal, anything is said of an installation for what the program prints"
holds log 'apt-get install asks=noninteractive' "it is not installed, or something might be asked"
lacks log update "lists that are there are fetched"
holds build/install.log '^truce: missing to build: pkg-config, cmp, ' "what is missing is not in the log"
holds build/install.log '^truce: apt installs: diffutils libfribidi-dev ' "what is installed is not in the log"
holds build/install.log '^debconf: ' "what apt says is not in the log"
holds build/install.log '^truce: installed in [0-9]* seconds' "the end is not in the log"
lacks build/install.log 'status:' "what is for programs is in the log"

with_apt none 0
needed run
test "$(cut -d ' ' -f 2 "$folder/log" | grep -v -- -E | tr '\n' ' ')" = "update install "
good $? "where apt has no lists, they are not fetched first"
with_apt old 0
needed run
quiet "where lists are old, something is said"
test "$(grep -c '^apt-get' "$folder/log")" = 3
good $? "where lists are old, they are not fetched, and it is not tried again"


with_apt there 0
needed check
test $status = 0 && test ! -s "$folder/said" && test "$(grep -c '^truce: ' "$folder/out")" = 3
good $? "an installation for the tests is not told in three sentences"
lacks out 'debconf\|status:\|.\{80\}' "more is told of it, or in lines that are too long"
holds out '^truce: missing to build and to test: pkg-config, cmp' "what the tests lack is not told"
holds out '^truce: apt installs: clang diffutils groff-base jq' "what is installed for the tests is not told"
holds out '^truce: installed in [0-9]* seconds$' "the end is not told"

with_apt there 1000 sudo
program sudo 'echo "sudo: a password is required" >&2; exit 1'
needed run
expect 2 '^      sudo: a password is required' "through sudo, without a terminal"
expect 2 'please type: sudo apt-get install --yes' "where sudo refuses, what to type is not said"
test "$(grep -c '^+ sudo -n env DEBIAN_FRONTEND=noninteractive apt-get' "$folder/build/install.log")" = 1
good $? "sudo is asked again, or asks"

with_apt none 1000 sudo
program sudo 'exit 1'
needed run
expect 2 ': sudo apt-get update && sudo apt-get install --yes' "without lists of packages, what to type"
with_apt old 0
program apt-get 'echo "E: Failed to fetch http://deb.debian.org/gcc.deb  Temporary failure resolving" >&2; exit 100'
needed run
expect 2 'apt could not install what is missing' "without a network"
expect 2 '^      E: Failed to fetch .*resolving' "without a network, what apt said"
expect 2 'is there a network? By hand: apt-get install' "without a network, what to do"
lacks said '^      .*yaml' "what was said of the installation is taken for what apt said"
program apt-get 'echo "E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 7 (apt)" >&2; exit 100'
needed run
expect 2 'another program is installing: when it has done, try again' "beside another program that installs"
with_apt there 0
program apt-get :
needed run
expect 2 'still missing after the installation: pkg-config' "an installation that brought nothing"

# fetch.sh: what is fetched is the file that is meant, or nothing is there, and one line says why.
fetch() {
	PATH=$folder/bin sh scripts/fetch.sh http://example.org/a.tar.gz "$1" "$folder/fetched/a.tar.gz" >"$folder/out" 2>"$folder/said"
	status=$?
}
letters=2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881 # of "x"
system apt-helper
for tool in sha256sum cut mv rm wc; do ln -s "$(command -v $tool)" "$folder/bin/$tool"; done
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
