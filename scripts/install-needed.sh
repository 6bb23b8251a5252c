#!/bin/sh
# install-needed.sh run|check|receivers|page|static|packages : installs what is missing to build truce, with `check` what its
# tests need, with `receivers` the programs that printed formats are for, with `page` what the explorer in a page is made by,
# with `static` what unpacks the sources of the program alone, and with `packages` the programs that packages are made by.
#
# What is there is found by trying it, so nothing happens (and nothing is said) on a system that has it all. With apt it
# says what it will do, then does it, as root or through sudo; what apt says is kept in a file, and shown where it fails.
# Elsewhere it says the one command to type, and exits 2.
set -u

# purpose (`with` is installed beside others that are missing: it is built without as well), what is tried (a program, a library that pkg-config knows, a module of Python, or the description of a terminal), and the package of each manager that has it
needs='
run   cc              apt-get=gcc,libc6-dev   dnf=gcc                 pacman=gcc        zypper=gcc            apk=gcc,musl-dev    brew=gcc         pkg=gcc
run   pkg-config      apt-get=pkg-config      dnf=pkgconf-pkg-config  pacman=pkgconf    zypper=pkg-config     apk=pkgconf         brew=pkg-config  pkg=pkgconf
run   cmp             apt-get=diffutils       dnf=diffutils           pacman=diffutils  zypper=diffutils      apk=diffutils       brew=diffutils   pkg=diffutils
run   lib:ncursesw    apt-get=libncurses-dev  dnf=ncurses-devel       pacman=ncurses    zypper=ncurses-devel  apk=ncurses-dev     brew=ncurses     pkg=ncurses
run   lib:yaml-0.1    apt-get=libyaml-dev     dnf=libyaml-devel       pacman=libyaml    zypper=libyaml-devel  apk=yaml-dev        brew=libyaml     pkg=libyaml
run   lib:libutf8proc apt-get=libutf8proc-dev dnf=utf8proc-devel      pacman=libutf8proc zypper=utf8proc-devel apk=utf8proc-dev   brew=utf8proc    pkg=utf8proc
with  lib:fribidi     apt-get=libfribidi-dev  dnf=fribidi-devel       pacman=fribidi    zypper=fribidi-devel  apk=fribidi-dev     brew=fribidi     pkg=fribidi
check lib:cmocka      apt-get=libcmocka-dev   dnf=libcmocka-devel     pacman=cmocka     zypper=libcmocka-devel apk=cmocka-dev    brew=cmocka      pkg=cmocka
check lib:vterm       apt-get=libvterm-dev    dnf=libvterm-devel      pacman=libvterm   zypper=libvterm-devel apk=libvterm-dev    brew=libvterm    pkg=libvterm
check term:wyse60     apt-get=ncurses-bin,ncurses-term dnf=ncurses,ncurses-term pacman=ncurses zypper=ncurses-utils,terminfo apk=ncurses,ncurses-terminfo brew=ncurses pkg=ncurses,terminfo-db
check clang           apt-get=clang           dnf=clang               pacman=clang      zypper=clang          apk=clang           brew=llvm        pkg=llvm
check sanitizers      apt-get=libclang-rt-dev dnf=compiler-rt       pacman=compiler-rt zypper=clang         apk=compiler-rt     brew=llvm        pkg=llvm
check tmux            apt-get=tmux            dnf=tmux                pacman=tmux       zypper=tmux           apk=tmux            brew=tmux        pkg=tmux
check jq              apt-get=jq              dnf=jq                  pacman=jq         zypper=jq             apk=jq              brew=jq          pkg=jq
check groff           apt-get=groff-base      dnf=groff               pacman=groff      zypper=groff          apk=groff           brew=groff       pkg=groff
check mandoc          apt-get=mandoc          dnf=mandoc              pacman=mandoc     zypper=mandoc         apk=mandoc          brew=mandoc      pkg=mandoc
check py:jsonschema   apt-get=python3-jsonschema dnf=python3-jsonschema pacman=python-jsonschema zypper=python3-jsonschema apk=py3-jsonschema pkg=py311-jsonschema
receivers xmllint apt-get=libxml2-utils dnf=libxml2 pacman=libxml2 zypper=libxml2-tools apk=libxml2-utils brew=libxml2 pkg=libxml2
receivers chromium apt-get=chromium,fonts-noto-core,fonts-noto-cjk dnf=chromium pacman=chromium,noto-fonts,noto-fonts-cjk zypper=chromium apk=chromium,font-noto,font-noto-arabic,font-noto-cjk pkg=chromium
receivers node    apt-get=nodejs,npm      dnf=nodejs,npm          pacman=nodejs,npm zypper=nodejs,npm     apk=nodejs,npm      brew=node        pkg=node,npm
receivers pandoc  apt-get=pandoc          dnf=pandoc              pacman=pandoc     zypper=pandoc         apk=pandoc          brew=pandoc      pkg=hs-pandoc
receivers epubcheck apt-get=epubcheck   dnf=epubcheck           pacman=epubcheck   zypper=epubcheck      apk=epubcheck       brew=epubcheck   pkg=epubcheck
receivers biber   apt-get=biber           dnf=biber               pacman=biber      zypper=texlive-biber  apk=biber           brew=biber       pkg=biber
receivers ssconvert apt-get=gnumeric      dnf=gnumeric            pacman=gnumeric   zypper=gnumeric       apk=gnumeric        brew=gnumeric    pkg=gnumeric
receivers gropdf  apt-get=groff          dnf=groff-perl           pacman=groff           zypper=groff-full       apk=groff               brew=groff       pkg=groff
receivers ps2pdf  apt-get=ghostscript    dnf=ghostscript          pacman=ghostscript     zypper=ghostscript      apk=ghostscript         brew=ghostscript pkg=ghostscript
receivers pdftotext apt-get=poppler-utils dnf=poppler-utils       pacman=poppler    zypper=poppler-tools  apk=poppler-utils   brew=poppler     pkg=poppler-utils
page  clang           apt-get=clang           dnf=clang               pacman=clang      zypper=clang          apk=clang           brew=llvm        pkg=llvm
page  wasm-ld         apt-get=lld             dnf=lld                 pacman=lld        zypper=lld            apk=lld             brew=lld         pkg=llvm
page  wasi            apt-get=wasi-libc,libclang-rt-dev-wasm32 dnf=wasi-libc-static,compiler-rt pacman=wasi-libc,wasi-compiler-rt zypper=wasi-libc apk=wasi-libc,wasi-compiler-rt brew=wasi-libc,wasi-runtimes pkg=wasi-libc,wasi-compiler-rt
page  zopfli          apt-get=zopfli          dnf=zopfli              pacman=zopfli     zypper=zopfli         apk=zopfli          brew=zopfli      pkg=zopfli
static bzip2      apt-get=bzip2           dnf=bzip2               pacman=bzip2      zypper=bzip2          apk=bzip2           brew=bzip2       pkg=bzip2
packages dpkg-buildpackage apt-get=dpkg-dev dnf=dpkg-dev      pacman=dpkg       zypper=dpkg           apk=dpkg-dev        brew=dpkg        pkg=dpkg
packages dh       apt-get=debhelper       dnf=debhelper
packages lintian  apt-get=lintian
packages ruby     apt-get=ruby            dnf=ruby                pacman=ruby       zypper=ruby           apk=ruby            brew=ruby        pkg=ruby
packages nix-instantiate apt-get=nix-bin  dnf=nix                 pacman=nix        zypper=nix            apk=nix             pkg=nix
packages makepkg  apt-get=makepkg         dnf=pacman              pacman=pacman
packages bsdtar   apt-get=libarchive-tools dnf=bsdtar             pacman=libarchive zypper=bsdtar         apk=libarchive-tools brew=libarchive
packages man      apt-get=man-db          dnf=man-db              pacman=man-db     zypper=man            apk=man-db
check py:yaml         apt-get=python3-yaml    dnf=python3-pyyaml      pacman=python-yaml zypper=python3-PyYAML apk=py3-yaml       pkg=py311-yaml
'

cc=${CC:-cc}

is_there() {
	case $1 in
	cc) echo '#include <stdlib.h>' | $cc -E -o /dev/null - ;; # a compiler without its library's headers is none
	py:*) # asked for, not imported, which would take its time
		for python in /usr/bin/python3 python3; do
			$python -c "import importlib.util as u, sys; sys.exit(not u.find_spec('${1#py:}'))" && break
		done ;;
	lib:*) pkg-config --exists "${1#lib:}" ;;
	term:*) infocmp "${1#term:}" ;;
	sanitizers) echo 'int main(void) { return 0; }' | clang -fsanitize=address,undefined -x c -o /dev/null - ;;
	wasi) echo '#include <stdlib.h>
int main(void) { return abs(-0); }' | clang --target=wasm32-wasi -x c -o /dev/null - ;;
	*) command -v "$1" ;;
	esac >/dev/null 2>&1
}

# Prints what is missing for the purpose, a word each.
missing() {
	echo "$needs" | while read -r purpose thing packages; do
		case $purpose in '') continue ;; check | receivers | page | static | packages) test "$1" = "$purpose" || continue ;; with) test "$1" != run || continue ;; esac
		test "$1" != with || test "$purpose" = with || continue
		is_there "$thing" || echo "$thing"
	done
}

# Prints the manager's packages for the things named.
packages_of() {
	manager=$1
	shift
	for wanted; do
		echo "$needs" | sed -n "s/^[a-z]*  *$wanted  *.*$manager=\([^ ]*\).*/\1/p" | tr ',' '\n'
	done | sort -u | tr '\n' ' ' | sed 's/ $//'
}

give_up() {
	echo "truce: $*" >&2
	exit 2
}

# apt WHAT COMMAND... : runs it as root, or through sudo, which asks on the terminal for the password. How far apt has come, it
# says in lines for programs among those for the log.
apt() {
	what=$1
	shift
	set -- env DEBIAN_FRONTEND=noninteractive "$@" -o APT::Status-Fd=1 -o DPkg::Lock::Timeout=60
	if test "$(id -u)" != 0; then
		if (: </dev/tty) 2>/dev/null; then set -- sudo "$@"; else set -- sudo -n "$@"; fi
	fi
	echo "+ $*" >>"$log"
	{
		"$@" 2>&1 </dev/null
		echo "apt $?"
	} | (
		status=1
		while IFS= read -r line; do
			case $line in
			"apt "[0-9]*) status=${line#apt } ;;
			dlstatus:* | pmstatus:*) # KIND:PACKAGE:PERCENT:WORDS
				percent=${line#*:*:} percent=${percent%%[.:]*}
				test "${line%%:*}" = dlstatus || what=installs
				show "truce: apt $what, $percent %"
				;;
			"Waiting for "*) show "truce: apt waits for another program that installs" ;;
			*) printf '%s\n' "$line" >>"$log" ;;
			esac
		done
		clear_line
		exit "$status"
	)
}

# What apt said last, and what is to be done.
give_up_on_apt() {
	echo "truce: apt could not install what is missing. It said:" >&2
	sed -n '/^+ /,$ { /^+ /!p; }' "$log" | tail -n 12 | sed 's/^/      /' >&2
	case $(cat "$log") in
	*"E: Could not get lock"*) give_up "another program is installing: when it has done, try again" ;;
	*"sudo: "*) give_up "please type: $by_hand" ;;
	*) give_up "is there a network? By hand: $by_hand" ;;
	esac
}

case ${1-} in
run | check | receivers | page | static | packages) purpose=$1 ;;
*) give_up "usage: install-needed.sh run|check|receivers|page|static|packages" ;;
esac
things=$(missing "$purpose")
test -n "$things" || exit 0
case $things in
cc*) case ${cc%% *} in cc | gcc) ;; *) command -v "${cc%% *}" >/dev/null || give_up "there is no ${cc%% *}, which CC names" ;; esac ;;
esac

manager=
for name in apt-get dnf pacman zypper apk brew pkg; do
	command -v $name >/dev/null 2>&1 && manager=$name && break
done
case $purpose in run) for="to build" ;; check) for="to build and to test" ;; receivers) for="to open what is printed" ;; page) for="to build the page" ;; static) for="to link the program alone" ;; packages) for="to make packages" ;; esac
said=$(echo $things | sed 's/ /, /g; s/^cc/a C compiler/; s/lib://g; s/py:/python3-/g; s/term:[^,]*/descriptions of terminals/')
test -n "$manager" || give_up "missing $for: $said. Please install it, then try again."
packages=$(packages_of $manager $things $(missing with))
case $manager in
apt-get) command="apt-get install --yes --no-install-recommends $packages" ;;
dnf | zypper) command="$manager install $packages" ;;
pacman) command="pacman -S --needed $packages" ;;
apk) command="apk add $packages" ;;
*) command="$manager install $packages" ;;
esac
set -- "${APT_LISTS:-/var/lib/apt/lists}"/*_Packages*
lists=yes sudo=
test "$manager" != apt-get || test -e "$1" || lists=
test "$manager" = brew || test "$(id -u)" = 0 || ! command -v sudo >/dev/null 2>&1 || sudo="sudo "
by_hand=$sudo$command
test -n "$lists" || by_hand="${sudo}apt-get update && $by_hand"
if test "$manager" != apt-get; then
	echo "truce: missing $for: $said." >&2
	give_up "please type: $by_hand"
elif test "$(id -u)" != 0 && test -z "$sudo"; then
	echo "truce: missing $for: $said." >&2
	give_up "not root, and there is no sudo. As root, please type: $by_hand"
fi

to=output log=${BUILD:-build}/install.log
test $purpose != run || to=terminal
. scripts/notices.sh
began=$(date +%s)
say "$(printf '%s\n' "truce: missing $for: $said" "truce: apt installs: $packages" | fold -s -w 79)"
test -n "$lists" || apt "fetches its lists of packages" apt-get update
# Lists that are too old name packages that are gone: then they are fetched, and it is tried once more. 100 is apt's own refusal.
apt downloads $command || {
	test $? = 100 && test -n "$lists" && apt "fetches new lists of packages" apt-get update && apt downloads $command
} || give_up_on_apt
things=$(missing "$purpose")
test -z "$things" || give_up "still missing after the installation: $(echo $things)"
say "truce: installed in $(($(date +%s) - began)) seconds"
