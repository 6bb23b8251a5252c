for words in '--list-views' '--list-ids' '--list-ids -Q by:hale' '--list-ids --view nothing' '--list-views tests/data/none.yaml'; do $TRUCE print tests/data/lesson.yaml $words 2>&1; echo $?; done
