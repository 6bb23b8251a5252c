#!/bin/sh
# deb.sh TARBALL VERSION RECIPE FOLDER : Debian's package and source package of a tarball and of a filled packaging/debian, in
# FOLDER. Words for dpkg-buildpackage: $DEB_FLAGS. What it says is kept in FOLDER/build.log, or with V shown.
set -eu
tarball=$1 version=$2 recipe=$3 folder=$4
for program in dpkg-buildpackage dh; do
	command -v $program >/dev/null || { echo "truce: there is no $program: make packages-needed installs it" >&2; exit 2; }
done
umask 022
rm -rf "$folder" && mkdir -p "$folder"
cp "$tarball" "$folder/truce_$version.orig.tar.gz"
tar -xzf "$tarball" -C "$folder"
cp -R "$recipe" "$folder/truce-$version/debian" && chmod -R u=rwX,go=rX "$folder/truce-$version/debian"
cd "$folder/truce-$version"
# What this make was told is no matter of the one that builds the package.
unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES BUILD VARIANT WERROR HUSH LABEL NAME LONG UPDATE RESULTS TRUCE CFLAGS CPPFLAGS LDFLAGS CC
test -z "${V-}" || exec dpkg-buildpackage -us -uc ${DEB_FLAGS-} >&2
dpkg-buildpackage -us -uc ${DEB_FLAGS-} >../build.log 2>&1 || {
	status=$?
	tail -n 20 ../build.log >&2
	echo "truce: the package is not built; all that was said is in $folder/build.log" >&2
	exit $status
}
