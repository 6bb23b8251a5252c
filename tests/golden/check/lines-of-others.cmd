# Lines that other ways of writing put into a record: what is said of each, and of the line written as it says.
mkdir "$TMPDIR/lines" && cd "$TMPDIR/lines" && case $TRUCE in /*) ;; *) TRUCE=$OLDPWD/$TRUCE ;; esac
check() {
	{ printf 'title: Karlsund\nlanguage: en\n' && printf "$1"; } >r.yaml
	$TRUCE check r.yaml 2>&1 | sed '/^1 error$/d'
}
event='events:\n  - id: dawn\n    date: 1856\n    title: Dawn\n'
check "people:\n  \342\200\224 hale: {name: Edmund Hale}\n$event    people: [hale]\n"
check "people:\n  \342\200\242 hale:\n    name: Edmund Hale\n$event    people: [hale]\n"
check "people:\n  1. hale: {name: Edmund Hale}\n$event    people: [hale]\n"
check "people:\n  hale: {name: Edmund Hale}\n$event    people: [hale]\n"
check 'events:\n  - [x] id: dawn\n    date: 1856\n    title: Dawn\n'
check "themes:\n  ink: {title: Ink}\n$event    themes:\n      - [ ] ink\n"
check "themes:\n  ink: {title: Ink}\n$event    themes:\n      - ink\n"
check "$event<<<<<<< HEAD\n    place: Karlsund\n=======\n    place: Northtown\n>>>>>>> other\n"
check "${event}    place: Northtown\n"
check "${event}    place: !!str Karlsund\n"
check "${event}    place: !!str \"1856\"\n    summary: !Tag stays\n"
check "${event}    summary: >~\n      They met.\n"
check "${event}    summary: They met\n      there: in spring.\n"
check "${event}    summary: They met\n      in spring and\n      then: in May.\n"
check "${event}    summary: >-\n      They met\n      there: in spring.\n"
check "${event}    summary: They\tmet.\n"
check "${event}    summary: They\013met.\n"
check "${event}    citations:\n      - id: ink\n        text: Ink.\n"
check 'events:\n  - id: dawn\n    date: 1856\n    title: Dawn\n    citations: Ink.\n'
check 'sources:\n  varga: {type: book, title: Documents}\nevents:\n  - id: dawn\n    date: 1856\n    title: Dawn\n    quotes:\n      - {id: ink, source: varga, text: Ink.}\n        place: Karlsund\n'
check 'events:\n  dawn:\n    date: 1856\n    title: Dawn\n  noon:\n    date: 1857\n    title: Noon\n'
check 'events:\n  - id: dawn\n    date: 1856\n    title: Dawn\n  - id: noon\n    date: 1857\n    title: Noon\n'
check 'events:\n  dawn: {date: 1856, title: Dawn}\n'
check "${event}    quotes:\n      ink:\n        text: Ink.\n"
check 'events:\n  - 1856-03: Dawn\n  - id: noon\n    1857: Noon\n'
check "${event}    place:: Karlsund\n"
people='people:\n  hale: {name: Edmund Hale}\n'
items='  - id: dawn\n    date: 1856\n    title: Dawn\n    people: [hale]\n'
check "$people$items"
check "$people- events:\n$items"
check "${people}events: [\n$items]\n"
check "${people}events: -\n$items"
check "${people}  - id: roe\n    name: Ann Roe\nevents:\n$items"
check "${people}events:\n  - id: dawn\n    date: 1856\n    title: Dawn\n    people: [@hale]\n"
check "${people}events:\n  - id: dawn\n    date: 1856\n    title: Dawn\n    people: [*hale]\n"
check "${event}    summary: >-\n      They met.\n    They said: nothing.\n"
check "${event}    summary: >-\n      They met.\n      They said: nothing.\n"
printf -- '- title: Karlsund\nlanguage: en\nevents: []\n' >r.yaml && $TRUCE check r.yaml
cd / && rm -r "$TMPDIR/lines"
