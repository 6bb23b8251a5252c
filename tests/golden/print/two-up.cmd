# Two pages on a sheet of paper: of html, by the option; not of a table, nor where there is no paper.
for words in "" --two-up "--two-up --brief" "--two-up --plan respite" "--worksheet --seed 44" "--worksheet --seed 44 --two-up" "--positions"; do
	echo "$words: $($TRUCE print -f html $words | grep -c 'A4 landscape')"
done
$TRUCE print -f html --worksheet --seed 44 --two-up | grep '^<pre>' | tail -1
for words in --two-up "--two-up -f json" "--two-up --worksheet -f man" "--two-up -f html --positions" "--two-up -f html --compare istanbul-round,direct-talks-2025"; do $TRUCE print $words 2>&1; done
