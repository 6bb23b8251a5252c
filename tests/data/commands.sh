#!/bin/sh
# commands.sh TRUCE RECORD: what is to be copied for a record of each of these names, and what a shell makes of it, a
# word in brackets. Nothing else may be made: the files that are left are listed at the end.
truce=$1 record=$2
copied() {
	awk '/^truce (--|print)/ { on = 1 } /^No command/; on { print; on = /\\$/ }' >command
	cat command
	! grep -q '^truce' command || { echo 'truce() { printf "[%s]" "$@"; echo; }'; cat command; } | sh
}
for name in a.yaml -x +x '~' '*' '!x' '#' "it's" '"' '\' '$(touch ran)' '`touch ran`' 'x;touch ran;.yaml' 'a  b & c' \
	'урок с очень длинным названием, которое не помещается в строку.yaml' "$(printf 'line\nfeed')" \
	"$(printf 'zero\342\200\213width')" "$(printf '\377')"; do
	cp "$record" "./$name"
	"$truce" snapshot --size 40x16 --keys 'j<C-g>' -- "$name" | copied
	"$truce" print --worksheet --seed 1 -w 60 -f man -- "$name" | mandoc -T utf8 | sed 's/^ *//' | copied
	rm "./$name"
done
rm command
ls
