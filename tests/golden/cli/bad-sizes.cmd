for size in "" 80 80x 0x24 80x24x 4294967376x24 " +80x24" 99999999999999999999x1 1001x24 "80x$(printf '\033')"; do $TRUCE snapshot --size "$size" tests/data/lesson.yaml 2>&1; echo $?; done
