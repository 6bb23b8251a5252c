for query in id:lenin-respite era:istanbul-2022 id:istanbul-round,second-round-2025; do echo "$query"; $TRUCE print -w 76 -Q $query | sed -n '/^Parallels/,/^Sources/{/claimed\|Istanbul/p}'; done
