# Each format and page, and each picture: a full disk, a closed output, a file that may not grow, a reader that is gone.
. tests/data/beside.sh
TRUCE=$BESIDE/bin/truce
fails() { said=$($1 2>&1 >/dev/full); echo "$2: $said $?"; }
for format in $($TRUCE print --list-formats | cut -d ' ' -f 1); do
	fails "$TRUCE print -f $format" $format
	$TRUCE print -f $format 2>&1 >&-
	(ulimit -f 1; trap '' XFSZ; $TRUCE print -f $format >$TMPDIR/file 2>$TMPDIR/why; echo $? && cat $TMPDIR/why)
done 2>&1 | sort | uniq -c | sed 's/^ *//'
for page in "--plan respite" --positions "--compare istanbul-round,direct-talks-2025" "--worksheet --seed 1" --brief --quotes-only; do
	for format in text html; do fails "$TRUCE print $page -f $format" "$page, $format"; done
done
fails "$TRUCE print --blank" --blank
for format in $($TRUCE snapshot --list-formats | cut -d ' ' -f 1); do fails "$TRUCE snapshot -f $format" "snapshot, $format"; done
for command in print check 'snapshot -f svg' 'verify --texts .' 'print --list-formats' 'print --help'; do fails "$TRUCE $command" "$command"; done
# A reader that is gone ends it as it ends others, and where that signal is ignored it says why.
python3 -c '
import os, signal, subprocess, sys
truce = os.environ["TRUCE"]
formats = lambda command: subprocess.run([truce, command, "--list-formats"], capture_output=True, text=True).stdout.split("\n")[:-1]
runs = [["print", "-f", line.split()[0]] for line in formats("print")] + [["snapshot", "-f", line.split()[0]] for line in formats("snapshot")]
for page in (["--plan", "respite"], ["--positions"], ["--compare", "istanbul-round,direct-talks-2025"], ["--worksheet", "--seed", "1"], ["--brief"], ["--blank"]):
    runs.append(["print", *page])
runs.append(["check", "-f", "json"])
ends = {}
for words in runs:
    for ignored in (False, True):
        reader, writer = os.pipe()
        os.close(reader)
        signal.signal(signal.SIGPIPE, signal.SIG_IGN if ignored else signal.SIG_DFL)
        run = subprocess.run([truce, *words], stdout=writer, stderr=subprocess.PIPE, text=True, restore_signals=False)
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)
        os.close(writer)
        ends.setdefault((run.returncode, run.stderr.strip()), []).append(" ".join(words))
for end, words in sorted(ends.items()):
    print(*end, "of", len(words), "of", len(runs), "" if len(words) > 1 else words[0])
'
