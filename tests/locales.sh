#!/bin/sh
# locales.sh: what goes to a file or a pipe is the same bytes whatever the locale: UTF-8 with the same signs. Every
# command runs in every locale below and is compared with itself in C.UTF-8; in a short run each locale has every third
# command, the next locale the next ones (LONG has all). Locales of other character sets, and of Turkish, whose capital i
# is another one, are made in a folder where localedef and its tables are there (in a short run three of them).
set -u
TRUCE=${TRUCE:-build/release/truce}
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
passed=0 failed=0
unset LC_ALL LC_CTYPE LANG LOCPATH LC_TIME LC_NUMERIC LC_COLLATE LC_MESSAGES LANGUAGE

cat >"$folder/broken.yaml" <<'END'
title: "Ĭstanbul — ıi İI “words” \u202e \u200b"
events:
  - {id: İ, date: Märch 1918, title: "→ ‹ ›", themes: [ist]}
  - {id: "i\u200b", date: 1918-02-30, speeker: ñ}
END
mkdir "$folder/texts"
printf 'Ärger — über “alles”.\n' >"$folder/texts/varga-1881.txt"

# NAME=VALUE of an environment, a line each.
environments() {
	cat <<'END'
LC_ALL=C
LC_ALL=POSIX
LC_ALL=xx_XX.UTF-8
LC_ALL=xx_XX.ISO-8859-5
LC_ALL=tr_TR.UTF-8
LC_CTYPE=UTF-8
LC_CTYPE=C.UTF-8 LC_TIME=xx_XX.UTF-8 LC_NUMERIC=xx_XX
LANG=uk_UA.UTF-8
LANG=xx_XX LC_CTYPE=
END
	made
	echo NOTHING=1
}

made() {
	test -s "$folder/made" && while read -r name; do
		echo "LOCPATH=$folder LC_ALL=$name"
	done <"$folder/made"
}

# make_locale NAME SOURCE CHARSET
make_locale() {
	localedef -i "$2" -f "$3" "$folder/$1" >/dev/null 2>&1 || test -s "$folder/$1/LC_CTYPE" && echo "$1" >>"$folder/made"
}

if command -v localedef >/dev/null && test -d /usr/share/i18n/locales; then
	make_locale tr_TR.UTF-8 tr_TR UTF-8 &
	make_locale de_DE.ISO-8859-1 de_DE ISO-8859-1 &
	make_locale uk_UA.KOI8-U uk_UA KOI8-U &
	wait
	if test -n "${LONG-}"; then
		make_locale tr_TR.ISO-8859-9 tr_TR ISO-8859-9 &
		make_locale zh_CN.GB18030 zh_CN GB18030 &
		make_locale ja_JP.EUC-JP ja_JP EUC-JP &
		wait
	fi
else
	echo "localedef or its tables are not here: no locale of another character set was tried"
fi

# Words of a command, a line each; the last ones are files.
commands() {
	cat <<END
print tests/data/hostile.yaml
print --brief tests/data/scripts.yaml
print --quotes-only -w 50 tests/data/calendars.yaml
print --compare hale-ink,tanner-oath tests/data/karlsund.yaml
print --positions
print --worksheet --seed 9 tests/data/class.yaml
print --worksheet --seed 9 -f man tests/data/class.yaml
print -f man tests/data/hostile.yaml
print -f html tests/data/hostile.yaml
print -f html --positions
print -f html --worksheet --seed 9 tests/data/class.yaml
print -f markdown tests/data/hostile.yaml
print -f markdown --positions
print -f markdown --worksheet --seed 9 tests/data/class.yaml
print -f json tests/data/hostile.yaml
print -f jsonl tests/data/scripts.yaml
print -f csl-json tests/data/scripts.yaml
print -f timelinejs tests/data/scripts.yaml
print -f webannotation tests/data/scripts.yaml
print -f csv tests/data/scripts.yaml
print -f csv-events tests/data/scripts.yaml
print -f spreadsheet tests/data/scripts.yaml
print -f gift --seed 9 tests/data/class.yaml
print -f anki tests/data/scripts.yaml
print -f biblatex tests/data/scripts.yaml
print -f yaml tests/data/hostile.yaml
print -Q İSTANBUL
print -Q speaker:fomın
print -Q ‹›
print --as-of Märch
print --view ı
print --list-formats
print --blank
check tests/data/hostile.yaml
check tests/data/scripts.yaml $folder/broken.yaml
check $folder/none-İ.yaml
check -f json tests/data/scripts.yaml $folder/broken.yaml
verify --texts $folder/texts tests/data/karlsund.yaml
verify --texts tests/data/none-ı
snapshot --size 100x30 --keys jjl
snapshot --size 70x20 --keys ? tests/data/scripts.yaml
snapshot --size 80x24 --color always --keys ji tests/data/hostile.yaml
tests/data/scripts.yaml
--version
--help
print --help
--list-themes
--aşcii
END
}

# run FIRST STEP: every so-manieth command from that one on.
run() {
	commands | awk -v first="$1" -v step="$2" 'NR % step == first % step' | while read -r words; do
		$TRUCE $words 2>&1
		echo "status $? of $words"
	done
}

step=${LONG:+1} step=${step:-3} turn=0
while test $turn -lt $step; do
	LC_ALL=C.UTF-8 run $turn $step >"$folder/expected$turn"
	turn=$((turn + 1))
done
environments >"$folder/environments"
while read -r environment; do
	turn=$(((turn + 1) % step))
	(
		export $environment
		run $turn $step
	) >"$folder/got"
	if cmp -s "$folder/expected$turn" "$folder/got"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "$environment: not the bytes of C.UTF-8"
		diff "$folder/expected$turn" "$folder/got" | head -n 10
	fi
done <"$folder/environments"

echo "$passed passed, $failed failed"
test $failed = 0
