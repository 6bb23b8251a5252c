#!/bin/sh
# pictures.sh TRUCE FOLDER: draws the pictures of README.md, each dark and light, from the record that comes with truce.
set -eu
truce=$1 folder=$2

draw() {
	name=$1
	shift
	for theme in dark light; do
		LC_ALL=C.UTF-8 "$truce" snapshot -f svg --theme $theme "$@" >"$folder/$name-$theme.svg"
	done
}

mkdir -p "$folder"
draw explorer --size 100x28 --keys jjjjl
draw positions --size 100x24 --at istanbul-round --keys v
draw scene --size 100x24 --view respite --present --keys '<Space><Space><Space>'
