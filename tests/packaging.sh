#!/bin/sh
# packaging.sh MAKE... : the recipes of packaging/, filled as `make dist` fills them, say what the Makefile says, and what each
# installs is what `make install` does. A short run takes what is built here; with LONG each recipe builds the tarball, in
# a folder of its own, and Debian's package is built twice, to the same bytes, and read by lintian. A program that is not there is named.
set -u
folder=$(mktemp -d) || exit 2
export PREFIX="$folder/nowhere" # of a recipe that says no other
trap 'exit 1' HUP INT TERM
trap 'chmod -R u+w "$folder" && rm -rf "$folder"' EXIT
here=$PWD passed=0 failed=0 long=${LONG-} all=-j$(getconf _NPROCESSORS_ONLN)
unset LONG NAME UPDATE BUILD VARIANT CI RESULTS TRUCE # what is built here is told by its words alone
test -d packaging && git rev-parse HEAD >/dev/null 2>&1 || { echo "skipped: packaging (recipes are in the repository, not in the tarball)"; exit 77; }

good() {
	if test "$1" = 0; then passed=$((passed + 1)); else failed=$((failed + 1)) && echo "$2"; fi
}
# has PROGRAM...
has() {
	for program; do
		command -v "$program" >/dev/null 2>&1 || { echo "skipped: packaging, in part (there is no $program)"; return 1; }
	done
}
# said NAME: what the Makefile says.
said() {
	sed -n "s/^$1 = //p" Makefile
}
# files FOLDER [SED]: the files in it, by the names that `make install` gives them.
files() {
	(cd "$1" && find . -type f) | sed "s:^\./::; ${2-}" | sort
}
# installs WHAT FOLDER [SED]
installs() {
	files "$2" "${3-}" | diff "$folder/wanted" - >"$folder/differ"
	good $? "$1: other files than make install's: $(cat "$folder/differ")"
}
# sources NAME: the tarball's, in a folder of their own; in a short run the folder of the project, where all is built.
sources() {
	if test "$long"; then
		mkdir "$folder/$1" && tar -xzf "$tarball" -C "$folder/$1" && echo "$folder/$1/truce-$version"
	else
		echo "$here"
	fi
}

version=$(said VERSION) homepage=$(said HOMEPAGE)
"$@" --no-print-directory install DESTDIR="$folder/made" PREFIX=/usr >/dev/null 2>&1 && files "$folder/made/usr" >"$folder/wanted"
good $? "make install fails"
"$@" --no-print-directory dist BUILD="$folder/build" >"$folder/log" 2>&1
good $? "make dist fails: $(cat "$folder/log")"
recipes=$folder/build/dist tarball=$folder/build/dist/truce-$version.tar.gz
sum=$(sha256sum <"$tarball" | cut -c 1-64)
! grep -rnE '@[A-Z0-9]+@' "$recipes/debian" "$recipes/homebrew" "$recipes/nix" "$recipes/aur"
good $? "something is left to be filled"
test -z "$long" || set -- make

# Homebrew's formula.
if has ruby; then
	from=$(sources brewed) make=$1
	shift
	MAKEFLAGS=$all ruby tests/packaging/formula.rb "$recipes/homebrew/truce.rb" "$from" "$folder/brew" "$@" >"$folder/said" 2>"$folder/log"
	good $? "the formula: $(tail -n 30 "$folder/log")"
	set -- "$make" "$@"
	for line in "url $homepage/truce-$version.tar.gz" "sha256 $sum" "homepage $homepage" "license MIT" \
		"needs fribidi libyaml ncurses pkgconf utf8proc"; do
		grep -qxF "$line" "$folder/said"
		good $? "the formula does not say: $line"
	done
	installs "the formula" "$folder/brew/truce" "s:^etc/bash_completion.d/:share/bash-completion/completions/:"
fi

# The expression for Nix, called as nixpkgs calls it.
if has nix-instantiate; then
	for name in store state log conf; do
		variable=$(echo "NIX_${name}_DIR" | tr a-z A-Z)
		mkdir "$folder/nix-$name" && export "$variable=$folder/nix-$name"
	done
	echo 'build-users-group =' >"$folder/nix-conf/nix.conf"
	call="(import $here/tests/packaging/nixpkgs.nix).callPackage $recipes/nix/package.nix"
	ask() {
		nix-instantiate --eval --strict --json -E "let package = $call { }; in $1" | jq -r .
	}
	for file in "$recipes"/nix/*.nix; do
		nix-instantiate --parse "$file" >/dev/null
		good $? "${file##*/} is not understood"
	done
	test "$(ask package.src.url) $(ask package.src.sha256)" = "$homepage/truce-$version.tar.gz $sum"
	good $? "the expression for Nix has another source than the tarball"
	checkout=$(nix-instantiate --eval -E "(import $here/packaging/nix { pkgs = import $here/tests/packaging/nixpkgs.nix; }).version")
	test "$checkout" = "\"$version\""
	good $? "the expression for a checkout: version $checkout"
	export out="$folder/nix"
	if test "$long"; then
		nix-build --option sandbox false -o "$folder/built" -E "($call { src = $tarball; }).built" >"$folder/log" 2>&1
		good $? "Nix does not build it: $(tail -n 30 "$folder/log")"
		out=$(readlink "$folder/built")
	else
		"$@" --no-print-directory install "$(ask 'toString package.makeFlags')" >"$folder/log" 2>&1 && (eval "$(ask package.installCheckPhase)") >>"$folder/log" 2>&1
		good $? "the expression for Nix: $(cat "$folder/log")"
	fi
	installs "the expression for Nix" "$out"
fi

# The recipe for Arch, by makepkg, which root may not run.
cp -R "$recipes/aur" "$folder/aur"
bash -n "$folder/aur/PKGBUILD"
good $? "bash does not understand the PKGBUILD"
if test "$long" && has makepkg bsdtar setpriv; then
	cp "$tarball" "$folder/aur"
	chmod 711 "$folder"
	as=
	test "$(id -u)" != 0 || { as="setpriv --reuid 65534 --regid 65534 --clear-groups" && chown -R 65534:65534 "$folder/aur"; }
	arch() {
		(cd "$folder/aur" && $as env HOME="$folder/aur" PACMAN=true MAKEFLAGS="$all" makepkg "$@")
	}
	arch --printsrcinfo >"$folder/srcinfo" && diff "$folder/srcinfo" "$folder/aur/.SRCINFO"
	good $? ".SRCINFO is not what makepkg makes of the PKGBUILD"
	arch --nodeps >"$folder/log" 2>&1
	good $? "makepkg: $(tail -n 30 "$folder/log")"
else
	mkdir -p "$folder/aur/src" && ln -s "$here" "$folder/aur/src/truce-$version"
	cat >"$folder/package.bash" <<-'END'
		set -eu
		words=("${@:2}") pkgdir=$1/pkg/truce srcdir=$1/src
		make() { command make "${words[@]}" "$@"; }
		. "$1/PKGBUILD"
		(cd "$srcdir" && build) && (cd "$srcdir" && package)
	END
	make=$1
	shift
	bash "$folder/package.bash" "$folder/aur" "$@" >"$folder/log" 2>&1
	good $? "the PKGBUILD: $(tail -n 30 "$folder/log")"
	set -- "$make" "$@"
fi
rm -f "$folder"/aur/pkg/truce/.[A-Z]*
installs "the PKGBUILD" "$folder/aur/pkg/truce/usr" "/^share.licenses.truce.LICENSE$/d; s/\(man[15].truce.[15]\).gz$/\1/"
sh -c ". $folder/aur/PKGBUILD 2>/dev/null; echo" >/dev/null
bash -c '. "$0" && echo "$source $sha256sums"' "$folder/aur/PKGBUILD" | grep -qxF "$homepage/truce-$version.tar.gz $sum"
good $? "the PKGBUILD has another source than the tarball"

# Debian's package.
if has dpkg-parsechangelog; then
	changelog() {
		dpkg-parsechangelog -l "$recipes/debian/changelog" -S "$1"
	}
	test "$(changelog Version | sed 's/-[^-]*$//')" = "$version"
	good $? "debian/changelog has version $(changelog Version)"
	test "$(date -u -d "@$(changelog Timestamp)" +%F)" = "$(said RELEASED)"
	good $? "debian/changelog has $(changelog Date)"
	(cd "$recipes" && perl -MDpkg::Control::Info -MDpkg::Deps -e '
		my $info = Dpkg::Control::Info->new("debian/control");
		deps_parse($info->get_source()->{"Build-Depends"}, build_dep => 1) or die "debian/control: Build-Depends\n";')
	good $? "debian/control is not understood"
fi
# What builds it is heard where it fails, and only there.
fake=$folder/fake
mkdir -p "$fake/recipe" "$fake/truce-1" && tar -C "$fake" -czf "$fake/truce-1.tar.gz" truce-1
printf '#!/bin/sh\necho much is said\nexit $FAILS\n' >"$fake/dpkg-buildpackage"
chmod +x "$fake/dpkg-buildpackage" && cp "$fake/dpkg-buildpackage" "$fake/dh"
built() {
	PATH=$fake:$PATH V='' FAILS=$1 packaging/deb.sh "$fake/truce-1.tar.gz" 1 "$fake/recipe" "$fake/deb" >"$folder/log" 2>&1
}
built 0 && test ! -s "$folder/log"
good $? "building the package is not calm: $(cat "$folder/log")"
built 3
test $? = 3 && grep -q 'much is said' "$folder/log" && grep -q "is in $fake/deb/build.log" "$folder/log"
good $? "a package that is not built is not told so: $(cat "$folder/log")"
if test "$long" && has dh lintian; then
	"$@" deb BUILD="$folder/first" >"$folder/log" 2>&1
	good $? "make deb: $(tail -n 60 "$folder/log")"
	(umask 002 && cd "$folder" && TZ=Pacific/Kiritimati LC_ALL=C DEB_BUILD_OPTIONS=nocheck "$@" -C "$here" deb BUILD="$folder/second/and/longer") >"$folder/log" 2>&1
	good $? "make deb, once more: $(tail -n 60 "$folder/log")"
	(cd "$folder/first/deb" && sha256sum -- *.deb *.dsc *.xz) >"$folder/sums" && (cd "$folder/second/and/longer/deb" && sha256sum -c "$folder/sums" --quiet)
	good $? "two builds of Debian's package are not the same bytes"
	lintian -EI --pedantic "$folder"/first/deb/*.changes >"$folder/log" 2>/dev/null && test ! -s "$folder/log"
	good $? "lintian: $(cat "$folder/log")"
	dpkg-deb -x "$folder"/first/deb/truce_*.deb "$folder/root"
	installs "Debian's package" "$folder/root/usr" "/^share.lintian/d; /^share.doc.truce.\(changelog\|copyright\|README.Debian\)/d
		s/\(man[15].truce.[15]\).gz$/\1/; s:zsh/vendor-completions/:zsh/site-functions/:"
	for test in installed golden; do
		has man jq mandoc || continue
		mkdir "$folder/$test"
		PATH=$folder/root/usr/bin:$PATH MANPATH=$folder/root/usr/share/man AUTOPKGTEST_TMP=$folder/$test \
			sh packaging/debian/tests/$test >"$folder/log" 2>&1
		good $? "debian/tests/$test: $(tail -n 30 "$folder/log")"
	done
fi
echo "$passed passed, $failed failed"
test $failed = 0
