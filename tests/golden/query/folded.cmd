# What is typed, and what stands in the record.
cat >"$TMPDIR/folded.yaml" <<'END'
title: T
people:
  ze: {name: Володимир Зеленський}
  el: {name: Boris Yel'tsin}
  ob: {name: Conor O’Brien}
events:
- id: e
  date: 1918
  title: П’ять днів у Ґданську, الســـلام ۱۹۱۸, Миръ безъ конца, Қазақ, τῷ λόγῳ, צה״ל, and Obrien's
  people: [ze, el, ob]
END
for query in пять "п'ять" зеленский person:зеленский yeltsin "yel'tsin" person:yeltsin obrien "o'brien" гданську السلام '"1918"' '"мир без"' казак '"τω λογω"' צהל obriens; do
	echo "$query: $($TRUCE print --brief -Q "$query" "$TMPDIR/folded.yaml" 2>&1 | grep -c Миръ)"
done
for keys in пять "п'я" yelt "yel'" зеленсь Зеленский; do $TRUCE snapshot --size 80x12 --keys "/$keys<Enter>" "$TMPDIR/folded.yaml" | tail -1; done
for query in "''" "ـــ"; do $TRUCE print --brief -Q "$query" "$TMPDIR/folded.yaml" 2>&1; done
rm "$TMPDIR/folded.yaml"
