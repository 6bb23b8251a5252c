$TRUCE print --worksheet --seed 1 --view how-it-ended | sed -n "/Answer key/,\$p"; $TRUCE print --worksheet --seed 4 --view respite | sed -n "/Answer key/,\$p"
