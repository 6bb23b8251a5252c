# A problem names the option that it comes from, whichever others are given.
file=tests/golden/check/view-of-nothing.yaml
$TRUCE print -Q 'speaker:' --view all --as-of 1918 $file; echo $?
$TRUCE print -Q meeting --view all --as-of XXXX-03 $file; echo $?
$TRUCE print -Q 'speaker:hael' --view all --as-of 1918 $file; echo $?
$TRUCE print -Q meeting --view nobody --as-of 1918 $file; echo $?
$TRUCE print -Q 'speaker:heal' --view nobody --as-of 1918 $file; echo $?
