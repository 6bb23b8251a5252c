# The table of a timeline, of which a cell is not closed, and another goes on.
printf 'Year,Month,Headline\n1856,3,"Dawn"x\n1856,4,"Dusk\n1857,1,Noon\n' >$TMPDIR/golden/table.csv
case $TRUCE in /*) ;; *) TRUCE=$PWD/$TRUCE ;; esac && cd $TMPDIR/golden && $TRUCE check table.csv
