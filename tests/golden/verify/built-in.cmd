texts=../shared/record/texts; test ! -d $texts || $TRUCE verify --texts $texts | grep -v '^found \|^no text ' | grep -v '^[1-9][0-9]* found, 0 not found, [0-9]* without a text$'; true
