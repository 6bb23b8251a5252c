#!/usr/bin/env python3
"""tutorial.py TRUCE PAGE: does what a page of doc/ tells its reader to do, in an empty folder, and compares what comes.

Blocks are done in the order of the page. In a `console` block each line that begins with "$ " is run, and what follows is
what it prints; a line "..." stands for any number of lines. A remark of HTML before a block, which no reader sees, says
what else it is:

    <!-- file NAME -->                    the block is the file
    <!-- in NAME -->                      the block stands so in the file
    <!-- NAME: before LINE -->            the block is put before the line that begins so
    <!-- NAME: instead of LINE -->        the block takes the place of the line that begins so
    <!-- NAME: for once instead of LINE --> the same, until the next console block has been run
    <!-- keys KEYS, COLSxROWS -->         the command opens the explorer: what the screen shows after these keys

Prints the differences; with UPDATE=1 the page gets what came instead."""
import difflib, os, re, shlex, subprocess, sys, tempfile

truce, page = os.path.abspath(sys.argv[1]), sys.argv[2]
lines = open(page, encoding="utf-8").read().split("\n")
folder = tempfile.TemporaryDirectory()
os.mkdir(folder.name + "/bin")
os.mkdir(folder.name + "/home")
os.symlink(truce, folder.name + "/bin/truce")
here = folder.name + "/home"
world = dict(os.environ, PATH=folder.name + "/bin:" + os.environ["PATH"], TERM="dumb", LC_ALL="C.UTF-8")
kept = None  # (path, what it holds when the slip is mended)


def fail(at, why):
    sys.exit(f"{page}:{at + 1}: {why}")


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
    got = subprocess.run(["sh", "-c", command], cwd=here, env=world, stdin=subprocess.DEVNULL,
                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    text = got.stdout.decode("utf-8", "replace")
    return [line.rstrip() for line in text.split("\n")][:-1] if text else []


def shown(expected, got):
    """What came, with as much left out of it as is left out on the page."""
    if "..." not in expected:
        return got
    head, tail = expected.index("..."), len(expected) - expected.index("...") - 1
    return got[:head] + ["..."] + (got[-tail:] if tail else [])


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
    open(path, "w", encoding="utf-8").write(text)


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


page_now, at = [], 0
while at < len(lines):
    line = lines[at]
    page_now.append(line)
    at += 1
    if not line.startswith("```"):
        continue
    told = lines[at - 2] if at > 1 else ""
    told = told[5:-4] if told.startswith("<!-- ") and told.endswith(" -->") else ""
    end = lines.index("```", at)
    block = lines[at:end]
    if line == "```console":
        keys = re.fullmatch(r"keys (.+), (\d+x\d+)", told)
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
    else:
        how = re.fullmatch(r"(\S+): (before|instead of|for once instead of) (.+)", told)
        if not how:
            fail(at, "a remark before the block is to say what it is")
        change(at, how[1], how[2], how[3], block)
    page_now += block + ["```"]
    at = end + 1

if page_now != lines:
    if os.environ.get("UPDATE"):
        open(page, "w", encoding="utf-8").write("\n".join(page_now))
    else:
        print("\n".join(difflib.unified_diff(lines, page_now, page, "what came", lineterm="")))
