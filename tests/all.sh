#!/bin/sh
# all.sh FOLDER OBJECTS NAME... : makes one program of many tests, since to link each takes longer than to run it.
#
# Copies OBJECTS/NAME.o of each into FOLDER, its main called otherwise, and writes all.c there, which calls the one whose
# NAME is the first word.
set -eu
folder=$1 objects=$2
shift 2
rm -rf "$folder"
mkdir -p "$folder"
number=0
for name; do
	number=$((number + 1))
	objcopy --redefine-sym main=test_$number "$objects/$name.o" "$folder/$number.o"
	echo "int test_$number(void);" >>"$folder/all.c"
done
{
	printf '#include <stdio.h>\n#include <string.h>\nint main(int count, char **words)\n{\n'
	number=0
	for name; do
		number=$((number + 1))
		printf '\tif (count == 2 && !strcmp(words[1], "%s"))\n\t\treturn test_%d();\n' "$name" $number
	done
	printf '\tfputs("there is no such test\\n", stderr);\n\treturn 2;\n}\n'
} >>"$folder/all.c"
