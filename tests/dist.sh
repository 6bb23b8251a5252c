#!/bin/sh
# dist.sh OUT MAKE... : the tarball of `make dist` has all that is needed, without git, and has the same bytes each time; so has
# what is built of it, in any folder. The recipes beside it name it.
#
# It is made of the sources as they are, committed or not. In a short run what stands built in OUT is linked again in another
# folder, and some objects are compiled there; with LONG all is, twice, in folders of names of different lengths.
set -u
TRUCE=$(realpath "${TRUCE:-build/release/truce}")
out=$(realpath "$1")
shift
folder=$(mktemp -d) || exit 2
trap 'exit 1' HUP INT TERM
trap 'rm -rf "$folder"' EXIT
passed=0 failed=0

count() {
	if test "$1" = 0; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "$2"; fi
}

version=$($TRUCE --version | sed -n 's/^truce \([^ ]*\) .*/\1/p')
name=truce-$version
if ! test "$(git rev-parse --show-prefix 2>&1)" = ""; then
	echo "skipped: this is no folder that git knows"
	exit 77
fi

# A commit of what is here, that git forgets with the folder.
GIT_ALTERNATE_OBJECT_DIRECTORIES=$(git rev-parse --git-path objects) GIT_OBJECT_DIRECTORY=$folder/objects GIT_INDEX_FILE=$folder/index
GIT_ALTERNATE_OBJECT_DIRECTORIES=$(realpath "$GIT_ALTERNATE_OBJECT_DIRECTORIES")
export GIT_ALTERNATE_OBJECT_DIRECTORIES GIT_OBJECT_DIRECTORY GIT_INDEX_FILE
mkdir "$GIT_OBJECT_DIRECTORY" && git read-tree HEAD && git add -A && tree=$(git write-tree) &&
	commit=$(GIT_AUTHOR_DATE=2026-01-02T03:04:05Z GIT_COMMITTER_DATE=2026-01-02T03:04:05Z \
		git -c user.name=truce -c user.email=truce@truce.example commit-tree -m truce "$tree") || exit 2

dist() {
	"$@" --no-print-directory dist REVISION="$commit"
}
(umask 077 && TZ=Asia/Tokyo dist "$@" BUILD="$folder/one") >"$folder/said" 2>&1
count $? "make dist fails: $(cat "$folder/said")"
dist "$@" BUILD="$folder/two" >/dev/null 2>&1
cmp "$folder/one/dist/$name.tar.gz" "$folder/two/dist/$name.tar.gz"
count $? "the tarball is another each time"
digest=$(sha256sum <"$folder/one/dist/$name.tar.gz" | cut -c 1-64)
gzip -dc "$folder/one/dist/$name.tar.gz" | tar -tf - | grep -v '/$' | LC_ALL=C sort >"$folder/listed"
git -c core.quotePath=false ls-tree -r --name-only "$tree" | grep -v '^packaging/[^R]' | sed "s:^:$name/:" | LC_ALL=C sort | diff - "$folder/listed"
count $? "the tarball does not hold what it should (see above)"
"$@" --no-print-directory dist REVISION=none BUILD="$folder/none" 2>&1 | grep -q 'make dist needs git'
count $? "a commit that is not there is not told"

for recipe in homebrew nix aur; do
	grep -rq "$digest" "$folder/one/dist/$recipe"
	count $? "$recipe: the tarball is not named by its digest"
done

# unpack FOLDER: where git knows nothing.
unset GIT_ALTERNATE_OBJECT_DIRECTORIES GIT_OBJECT_DIRECTORY GIT_INDEX_FILE
mkdir "$folder/bin" && printf '#!/bin/sh\necho "git is asked" >&2\nexit 127\n' >"$folder/bin/git" && chmod +x "$folder/bin/git"
PATH=$folder/bin:$PATH
export CCACHE_DISABLE=1
unpack() {
	mkdir -p "$1" && gzip -dc "$folder/one/dist/$name.tar.gz" | (cd "$1" && tar -xf -)
}
# within FOLDER MAKE... : quietly, unless it fails.
within() {
	(
		cd "$1" && shift && "$@" --no-print-directory BUILD=build
	) >"$folder/said" 2>&1
	count $? "$1: $(tail -n 20 "$folder/said")"
	! grep -q 'git is asked' "$folder/said"
	count $? "git is asked: $(cat "$folder/said")"
}
unpack "$folder/x"
(cd "$folder/x/$name" && "$@" --no-print-directory BUILD=build dist 2>&1) | grep -q 'make dist needs git'
count $? "where git is not, make dist does not say so"
mkdir -p "$folder/x/$name/build/release" && cp -Rp "$out/src" "$out/gen" "$out/tools" "$out"/*.flags "$out/sources" "$folder/x/$name/build/release" &&
	rm -f "$folder/x/$name/build/release/tools/completions" || exit 2
within "$folder/x/$name" "$@" remember=: install PREFIX=/usr DESTDIR="$folder/x/to"
cmp "$TRUCE" "$folder/x/to/usr/bin/truce"
count $? "what is linked in another folder is another"
test -s "$folder/x/to/usr/share/man/man1/truce.1" && test -s "$folder/x/to/usr/share/bash-completion/completions/truce"
count $? "what is unpacked is not installed whole"
some="src/main.o src/base/node.o src/term/screen.o gen/builtin.o"
if test "${LONG-}"; then
	unpack "$folder/a/longer/one"
	within "$folder/x/$name" "$@" clean
	within "$folder/x/$name" "$@" all static
	within "$folder/a/longer/one/$name" "$@" all static
	for file in release/truce static/truce release/completions/truce; do
		cmp "$folder/x/$name/build/$file" "$folder/a/longer/one/$name/build/$file"
		count $? "$file is another in another folder"
	done
else
	rm -rf "$folder/x/$name/build"
	within "$folder/x/$name" "$@" $(for file in $some; do echo build/release/$file; done)
fi
for file in $some; do
	cmp "$out/$file" "$folder/x/$name/build/release/$file"
	count $? "$file is another in another folder"
done
echo "$passed passed, $failed failed"
test $failed = 0
