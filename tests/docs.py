#!/usr/bin/env python3
"""docs.py TRUCE PAGE: does what a page of doc/ tells its reader to do, in an empty folder, and compares what comes.

Blocks are done in the order of the page. In a `console` block each line that begins with "$ " is run, and what follows is
what it prints; a line "..." stands for any number of lines. Remarks of HTML before a block, which no reader sees, say
what else it is:

    <!-- file NAME -->                    the block is the file
    <!-- in NAME -->                      the block stands so in the file
    <!-- NAME: before LINE -->            the block is put before the line that begins so
    <!-- NAME: instead of LINE -->        the block takes the place of the line that begins so
    <!-- NAME: for once instead of LINE --> the same, until the next console block has been run
    <!-- keys KEYS, COLSxROWS -->         the command opens the explorer: what the screen shows after these keys
    <!-- vim NAME: ends at LINE:COLUMN --> the block is typed into vim, with the file NAME in it: where that leads to
    <!-- needs PROGRAM... -->             the block is left out where one of them is missing, which is said

What no block shows is tried by remarks that stand alone:

    <!-- explorer COMMAND, COLSxROWS -->  what the next ones are tried in
    <!-- tried KEYS: WORDS | not WORDS -->  after the keys, counted anew each time, the screen has these words, and not those
    <!-- sh COMMAND -->                   the command succeeds; $SOURCES is the folder of the sources

In the text itself `truce ...` is run as well (an explorer without keys) and has to succeed, `make NAME` names a target of
the Makefile, `--option` is one of some command, and, where keys are tried, `KEY` is tried somewhere on the page.

What the page has below /usr/local is where the program stands: it, and what is in share beside its folder.
Prints the differences; with UPDATE=1 the page gets what came instead."""
import difflib, functools, os, re, shlex, shutil, subprocess, sys, tempfile

truce, page = os.path.abspath(sys.argv[1]), sys.argv[2]
lines = open(page, encoding="utf-8").read().split("\n")
folder = tempfile.TemporaryDirectory()
os.mkdir(folder.name + "/bin")
os.mkdir(folder.name + "/home")
os.symlink(truce, folder.name + "/bin/truce")
os.symlink(os.path.join(os.path.dirname(truce), "../share"), folder.name + "/share")
here = folder.name + "/home"
outside = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
world = dict(outside, PATH=folder.name + "/bin:" + os.environ["PATH"], TERM="dumb", LC_ALL="C.UTF-8", HOME=here,
             SOURCES=os.getcwd())
kept = None  # (path, what it holds when the slip is mended)
problems = []
KEYS = "Space Enter Esc Tab Home End PgUp PgDn Up Down Left Right Backspace".split()


def fail(at, why):
    sys.exit(f"{page}:{at + 1}: {why}")


def wrong(at, why):
    """A claim of the page that does not hold, of which there may be more."""
    problems.append(f"{page}:{at + 1}: {why}")


def shell(command):
    """Its exit status, and what it prints."""
    got = subprocess.run(["sh", "-c", command.replace("/usr/local/", folder.name + "/")], cwd=here, env=world,
                         stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return got.returncode, got.stdout.decode("utf-8", "replace").replace(folder.name + "/", "/usr/local/")


def run(command, keys):
    """Lines that come of a command."""
    global here
    words = shlex.split(command)
    if words[0] == "cd":
        here = os.path.join(here, words[1])
        return []
    if keys:
        size, typed = keys
        command = f"truce snapshot --size {size} --keys {shlex.quote(typed)} " + " ".join(map(shlex.quote, words[1:]))
    text = shell(command)[1].replace("\f", "")  # where paper ends
    return [line.rstrip() for line in text.split("\n")][:-1] if text else []


def shown(expected, got):
    """What came, with as much left out of it as is left out on the page."""
    pieces = [[]]
    for line in expected:
        pieces += [[]] if line == "..." else []
        pieces[-1] += [] if line == "..." else [line]
    if len(pieces) == 1:
        return got
    head, tail = len(pieces[0]), len(pieces[-1])
    if len(pieces) == 2:
        return got[:head] + ["..."] + (got[-tail:] if tail else [])
    at = 0
    for piece in pieces[:-1]:
        places = range(at, len(got) - tail - len(piece) + 1)
        at = next((place + len(piece) for place in places if got[place:place + len(piece)] == piece), None)
        if at is None:
            return got
    return expected if got[:head] == pieces[0] and got[len(got) - tail:] == pieces[-1] else got


def console(block, keys):
    out, at = [], 0
    while at < len(block):
        if not block[at].startswith("$ "):
            return None
        end = at + 1
        while end < len(block) and not block[end].startswith("$ "):
            end += 1
        out += [block[at]] + shown([line.rstrip() for line in block[at + 1:end]], run(block[at][2:], keys))
        at = end
    return out


def write(name, text):
    path = os.path.join(here, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    open(path, "w", encoding="utf-8").write(text.replace("/usr/local/", folder.name + "/"))


def change(at, name, how, begins, block):
    global kept
    path = os.path.join(here, name)
    old = open(path, encoding="utf-8").read()
    have = old.split("\n")
    found = [n for n, line in enumerate(have) if line.strip().startswith(begins)]
    if len(found) != 1:
        fail(at, f"{len(found)} lines of {name} begin with {begins!r}")
    kept = (path, old) if how.startswith("for once") else kept
    have[found[0]:found[0] + (how != "before")] = block
    write(name, "\n".join(have))


def vim(at, name, ends, block):
    """The block is typed after the file has been opened, and the cursor is where it is to be."""
    lines = ["filetype plugin on", "edit " + name] + ["silent " + line.lstrip(":") for line in block]
    lines += ["call writefile([line('.') . ':' . charcol('.')], '.vim-ends')", "qa!"]
    write(".vim-script", "\n".join(lines) + "\n")
    subprocess.run(["vim", "-N", "-u", ".vimrc", "-es", "-S", ".vim-script"], cwd=here, env=world, stdin=subprocess.DEVNULL,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    path = os.path.join(here, ".vim-ends")
    came = open(path).read().strip() if os.path.exists(path) else "nowhere"
    if came != ends:
        wrong(at, f"vim ends at {came}, not at {ends}")
    os.path.exists(path) and os.remove(path)


def remarks(at):
    """What the remarks in the lines before this one say, the nearest first."""
    while at > 0 and lines[at - 1].startswith("<!-- ") and lines[at - 1].endswith(" -->"):
        at -= 1
        yield lines[at][5:-4]


def lacking(programs):
    for program in programs:
        there = shutil.which(program, path=world["PATH"])
        if program == "vim":  # a small one has neither a language nor a list of problems
            there = there and {"+eval", "+quickfix"} <= set(shell("vim --version")[1].split())
        if not there:
            print(f"{page}: there is no {program}: what needs it is not tried", file=sys.stderr)
            return True
    return False


explorer, tried, named = None, set(), []  # (size, words of the command); keys; keys in the text, each with its line


def alone(at, told):
    """A remark that stands alone is done."""
    global explorer
    how = re.fullmatch(r"explorer truce ?(.*), (\d+x\d+)", told)
    if how:
        explorer = (how[2], how[1])
    elif told.startswith("sh "):
        status, text = shell(told[3:])
        if status:
            wrong(at, f"status {status}: {text}")
    elif told.startswith("tried "):
        typed, words = re.fullmatch(r"tried (\S+): (.+)", told).groups()
        status, screen = shell(f"truce snapshot --size {explorer[0]} --keys {shlex.quote(typed)} {explorer[1]}")
        flat = " ".join(screen.split())
        for word in words.split(" | "):
            if status or (" ".join(word.removeprefix("not ").split()) in flat) == word.startswith("not "):
                wrong(at, f"after {typed}, where {word} is wanted, the screen is:\n" + re.sub("\n\n+", "\n\n", screen))
        tried.update(re.findall(r"<[^>]+>|.", typed))


@functools.cache
def helps():
    return "".join(shell(f"truce {command} --help")[1] for command in ("", "print", "check", "verify", "snapshot"))


def text_said(at, line):
    """What a line of the text names is there."""
    if line.count("`") % 2:
        wrong(at, "what stands between code marks goes on in another line, where nothing sees it")
    for code in re.findall(r"(?<!`)`([^`]+)`(?!`)", line):
        if code.startswith("truce "):
            code += " --help" if re.fullmatch(r"truce (print|check|verify|snapshot)", code) else ""
            other = re.match(r"truce (print|check|verify|snapshot|--list|--version|--help)", code)
            status, text = shell(code if other else code.replace("truce", "truce snapshot", 1))
            if status:
                wrong(at, f"{code}: status {status}: {text}")
        elif re.fullmatch(r"make [a-z-]+", code):
            if not re.search(rf"^([a-z -]* )?{code[5:]}( [a-z -]*)?:", open("Makefile", encoding="utf-8").read(), re.M):
                wrong(at, f"there is no {code}")
        elif re.match(r"--[a-z]", code):
            if not re.search(rf"{re.match('--[a-z-]+', code)[0]}\b", helps()):
                wrong(at, f"there is no option {code}")
        elif len(code) == 1 and code.isascii() or code in KEYS or re.fullmatch(r"C-.|F\d+", code):
            named.append((at, code))


page_now, at = [], 0
while at < len(lines):
    line = lines[at]
    page_now.append(line)
    at += 1
    if not line.startswith("```"):
        if line.startswith("<!-- ") and line.endswith(" -->"):
            alone(at - 1, line[5:-4])
        else:
            text_said(at - 1, line)
        continue
    said = list(remarks(at - 1))
    needs = [word for told in said if told.startswith("needs ") for word in told[6:].split()]
    told = next((told for told in said if not told.startswith("needs ")), "")
    end = lines.index("```", at)
    block = lines[at:end]
    if lacking(needs):
        pass
    elif line == "```console":
        keys = re.fullmatch(r"keys (.+), (\d+x\d+)", told)
        tried.update(re.findall(r"<[^>]+>|.", keys[1]) if keys else [])
        block = console(block, (keys[2], keys[1]) if keys else None)
        if block is None:
            fail(at, "a console block begins with a command")
        if kept:
            open(kept[0], "w", encoding="utf-8").write(kept[1])
            kept = None
    elif told.startswith("file "):
        write(told[5:], "\n".join(block) + "\n")
    elif told.startswith("in "):
        if "\n".join(block) + "\n" not in open(os.path.join(here, told[3:]), encoding="utf-8").read():
            fail(at, f"this does not stand so in {told[3:]}")
    elif re.fullmatch(r"vim \S+: ends at \d+:\d+", told):
        vim(at, told[4:].split(":")[0], told.split(" ends at ")[1], block)
    else:
        how = re.fullmatch(r"(\S+): (before|instead of|for once instead of) (.+)", told)
        if not how:
            fail(at, "a remark before the block is to say what it is")
        change(at, how[1], how[2], how[3], block)
    page_now += block + ["```"]
    at = end + 1

for where, key in named if explorer else []:
    if not tried & {key, f"<{key}>", {"Backspace": "<Bsp>"}.get(key, key)}:
        wrong(where, f"the key {key} is tried nowhere on the page")

if page_now != lines:
    if os.environ.get("UPDATE"):
        open(page, "w", encoding="utf-8").write("\n".join(page_now))
    else:
        problems += difflib.unified_diff(lines, page_now, page, "what came", lineterm="")
print("\n".join(problems), end="\n" if problems else "")
sys.exit(bool(problems))
