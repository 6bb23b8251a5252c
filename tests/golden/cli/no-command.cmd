# A word that is neither a command nor a file; with a dot or a slash it was meant as a file.
for word in chek prnt frob "$(printf 'ch\033eck')" lesson.yaml ./chek ''; do $TRUCE "$word" --strict 2>&1; echo $?; done
