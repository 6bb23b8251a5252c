#!/bin/sh
# An editor for tests: says where it was opened, waits for a line, changes the file by rename, ends with that status.
printf 'editing %s\n' "$1"
read -r status || exit 99
sed 's/title: Met 20/title: Met at last/' "$2" >"$2.new" && mv "$2.new" "$2"
exit "$status"
