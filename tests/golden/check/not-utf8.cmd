t='title: T
events:'
mkdir "$TMPDIR/not-utf8" && cd "$TMPDIR/not-utf8" && case $TRUCE in /*) ;; *) TRUCE=$OLDPWD/$TRUCE ;; esac || exit
# Windows-1252, in more lines than one; with marks; 1251; two character sets in one file; of DOS
printf '%s\n- {id: a, date: 1900, title: In Z\374rich}\n- {id: b, date: 1901, title: Gr\366\337e\n}\n' "$t" >1.yaml
printf '%s\n- {id: c, date: 1900, title: the \223Mill\224}\n' "$t" >2.yaml
printf '%s\n- {id: d, date: 1900, title: \314\356\361\352\342\340 }\n' "$t" >3.yaml
printf '%s\n- {id: e, date: 1900, title: Édith in Z\374rich}\n' "$t" >4.yaml
printf '%s\n- {id: f, date: 1900, title: Z\201rich }\n' "$t" >5.yaml
# Latin-1 taken for Windows-1252
printf '%s\n- {id: g, date: 1900, title: Hale\302\222s mill}\n' "$t" >6.yaml
"$TRUCE" check 1.yaml 2.yaml 3.yaml 4.yaml 5.yaml 6.yaml
cd / && rm -r "$TMPDIR/not-utf8"
