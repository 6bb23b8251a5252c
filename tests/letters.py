#!/usr/bin/env python3
"""The letters that src/base/text_letter.c folds by their names in Unicode are those that have such names.

A small letter of Latin or Cyrillic that is named as another one WITH something (a stroke, a hook, a tail) and has no
decomposition is that other one. Run from the root of the project; with $UPDATE the table is written anew. The names are
those of Python's copy of Unicode; where that is older than the table, nothing is compared, and this is said."""
import os
import re
import sys
import unicodedata

FILE = "src/base/text_letter.c"
CELLS = "src/base/text_cell.c"
OLDEST = (14, 0)
BLOCKS = [range(0x180, 0x530), range(0x1D6C, 0x1D9B), range(0x1E9C, 0x1F00), range(0x2C60, 0x2C80), range(0xA640, 0xA700),
          range(0xA722, 0xA7CB), range(0xAB30, 0xAB6F)]
# Signs upon a letter that make another one of it, by no stroke or tail.
OTHER = {"TITLO", "BACK YER"}
ROW = r"\{0x([0-9A-F]{4}), 0x([0-9A-F]{4})\}"


def table(text, name):
    """The rows of a table, and where they stand."""
    begin = text.index("letter " + name + "[] = {\n") + len("letter " + name + "[] = {\n")
    end = text.index("};", begin)
    return {int(a, 16): int(b, 16) for a, b in re.findall(ROW, text[begin:end])}, begin, end


def named(by_hand, plain):
    """The letter that each is named after, as it is folded itself."""
    rows = {}
    for code in (code for block in BLOCKS for code in block):
        letter = chr(code)
        parts = re.fullmatch(r"(LATIN|CYRILLIC) SMALL LETTER ([A-Z -]+?) WITH (.+)", unicodedata.name(letter, ""))
        if not parts or code in plain or parts[3] in OTHER or unicodedata.normalize("NFKD", letter) != letter:
            continue
        try:
            other = unicodedata.lookup("%s SMALL LETTER %s" % (parts[1], parts[2]))
        except KeyError:
            continue
        other = unicodedata.normalize("NFKD", other)[0]
        other = chr(by_hand.get(ord(other), ord(other)))
        if "a" <= other <= "z" or "а" <= other <= "я":
            rows[code] = ord(other)
    return rows


def main():
    with open(FILE, encoding="utf-8") as file:
        text = file.read()
    with open(CELLS, encoding="utf-8") as file:
        plain = {int(code, 16) for code in re.findall(r"^\t\{0x([0-9A-F]{4}),", file.read(), re.M)}
    version = tuple(int(part) for part in unicodedata.unidata_version.split(".")[:2])
    if version < OLDEST:
        print("letters: NOT COMPARED: Python has the names of Unicode %d.%d only" % version)
        return 0
    by_hand = table(text, "by_hand")[0]
    rows, begin, end = table(text, "by_name")
    wanted = named(by_hand, plain)
    if os.environ.get("UPDATE"):
        lines = "".join("\t{0x%04X, 0x%04X}, /* %s %s */\n" % (code, other, chr(code), chr(other))
                        for code, other in sorted(wanted.items()))
        with open(FILE, "w", encoding="utf-8") as file:
            file.write(text[:begin] + lines + text[end:])
        return 0
    failed = 0
    for code in sorted(set(rows) | set(wanted)):
        if rows.get(code) != wanted.get(code):
            failed += 1
            print("U+%04X %s: %s in the table, %s by its name" % (code, unicodedata.name(chr(code), "?"),
                  *(chr(of[code]) if code in of else "nothing" for of in (rows, wanted))))
    print("%d passed, %d failed" % (len(wanted) - failed, failed))
    return failed > 0


sys.exit(main())
