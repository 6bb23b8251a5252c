# What leaves a side out is the one that does, whatever else was asked for.
$TRUCE print --compare strike,opening --view lesson --query 1856 tests/data/class.yaml; echo $?
$TRUCE print --compare opening,return --view lesson --query 1856 tests/data/class.yaml; echo $?
$TRUCE print --compare opening,strike --view lesson tests/data/class.yaml; echo $?
