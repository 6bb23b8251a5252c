"""paper.py SCREEN PAPER...: what stands on paper is what stands on a screen, sign for sign and in order.

A page of paper has a head, which is the title, and a foot, which is a number and may say what a box is. Letters that the fonts
of groff lack are boxes, of which nothing is extracted: they are left out of both, but then the foot has to say so."""
import re
import sys
import unicodedata

DRAWN = {"\u25c7": "\u25ca", "\u2506": "\u00a6", "\u2212": "-", "\u2010": "-", "\u2011": "-", "\u00d0": "\u0110", "\u0111": "d", "\u0131": "i", "\u2015": "\u2014"}
FOOT = ": a letter that the fonts of this page lack; truce print -f html has all"


ACCENTS = "\u00a8\u00af\u00b4\u00b8\u02c6\u02c7\u02d8\u02d9\u02da\u02db\u02dc\u02dd"


def is_there(c):
    return c < "\u0250" or "\u1e00" <= c < "\u2400" or c in DRAWN.values()


def signs(text):
    """Accents are extracted as letters with them, before or behind these, as it comes: letters are compared without."""
    text = "".join(DRAWN.get(c, c) for c in text if c not in ACCENTS)
    return "".join(c for c in unicodedata.normalize("NFKD", text) if is_there(c) and not c.isspace() and not unicodedata.combining(c))


def paper(text, title):
    for page in text.rstrip("\f").split("\f"):
        lines = [line for line in page.split("\n") if line.strip()]
        assert re.fullmatch(f"({re.escape(FOOT)} )?\\d+", lines[-1].strip()), f"the foot of a page is {lines[-1]!r}"
        page = signs("\n".join(lines[:-1]))
        yield FOOT in lines[-1], re.sub(f"^{re.escape(title)}(Classsheet\\d+)?", "", page) if title else page


screen = open(sys.argv[1], encoding="utf-8").read()
body = "\n".join([line for line in screen.split("\n") if line.strip()][1:-1])
title = signs(body.split("\n")[0])
wrong = False
for name in sys.argv[2:]:
    pages = list(paper(open(name, encoding="utf-8").read(), title))
    wanted, got = signs(body), "".join(page for _, page in pages)
    if wanted != got:
        at = next((n for n in range(min(len(wanted), len(got))) if wanted[n] != got[n]), min(len(wanted), len(got)))
        print(f"{name}: {got[max(at - 20, 0):at + 20]!r} for {wanted[max(at - 20, 0):at + 20]!r}")
        wrong = True
    lacks = any(unicodedata.category(c)[0] == "L" and not is_there(c) for c in unicodedata.normalize("NFKD", body))
    if lacks != pages[-1][0]:
        print(f"{name}: the foot {'does not say' if lacks else 'says'} that letters are missing")
        wrong = True
sys.exit(wrong)
