"""markdown.py PAGE.html PAGE.json NAME [PAGE.md]: whether a document that pandoc has read says what the page of HTML says, word for word
and in its order. The document is given as pandoc's JSON. Citations, set by markdown.csl, are compared by the numbers of the
sources and by where in them, of which a style may leave out what a number is of. With the Markdown, nobody has set them."""

import html.parser
import json
import re
import sys
import unicodedata

LABELS = r"(?:§|с|no|chapter|p|pp|page|pages|section|sections|part|parts|note|notes|line|lines|vol|volume|fol|folio|col|column)"


def place(text):
    """Where in a source: "p. 12" is "12", a dash is a dash."""
    text = re.sub(r"\s+", " ", text).strip(" ,")
    number = r"(?:\d+[a-z]?|[ivxlcdm]+)"
    text = re.sub(rf"^{LABELS}\.? ({number}(?:(?:, |[-–]){number})*)$", r"\1", text, flags=re.I)
    return re.sub(r"[\s,]", "", text).replace("–", "-")


class Page(html.parser.HTMLParser):
    """The words of the page; what is another way there is made the way of Markdown."""

    def __init__(self):
        super().__init__()
        self.out, self.open, self.parts, self.head, self.key = [], [], None, ["", ""], None

    def handle_starttag(self, tag, attributes):
        kind = dict(attributes).get("class", "")
        if tag in ("br", "meta"):
            self.out.append("\n")
            return
        self.open.append((tag, kind))
        if kind == "cite":
            self.parts = []
        if tag == "h2" and ("section", "key") in self.open:
            self.key = []

    def handle_endtag(self, tag):
        if tag in ("br", "meta"):
            return
        name, kind = self.open.pop()
        assert name == tag, (name, tag)
        if kind == "cite":
            text, self.parts = "".join(self.parts), None
            where, numbers = re.fullmatch(r"(?s)\s*(.*)\[([\d, ]+)\]", text).groups()
            numbers = numbers.replace(" ", "").split(",")
            if len(numbers) > 1:
                self.out.append(where)
                where = ""
            self.out.append("⟦" + ";".join(number + place(where) for number in numbers) + "⟧")
        if kind == "counts" and self.key is not None:  # the title stands above there
            self.out.extend(self.key)
            self.key = None

    def handle_data(self, data):
        tags = [tag for tag, _ in self.open]
        kinds = [kind for _, kind in self.open]
        if set(tags) & {"head", "nav", "thead"}:
            return
        if "h1" in tags or "subtitle" in kinds:
            self.head["subtitle" in kinds] += data
            return
        if self.parts is not None:
            self.parts.append(data)
        elif self.key is not None and "h2" in tags:
            self.key.append(data)
        elif self.open and self.open[-1][0] == "p" and ("ol", "sources") in self.open and re.match(r"\[\d+\] ", data):
            self.out.append(re.sub(r"^\[(\d+)\]", r"⟦\1⟧", data))
        else:
            self.out.append(data.replace("\u00a0 ", ". ") if {"h2", "h3"} & set(tags) else data)


def cited(match):
    return "⟦" + ";".join(re.sub(r"^\s*(\d+)(.*)$", lambda m: m[1] + place(m[2]), cite) for cite in match[1].split(";")) + "⟧"


def walk(node, out):
    """The words of a document of pandoc's."""
    if isinstance(node, list):
        for item in node:
            walk(item, out)
        return
    if not isinstance(node, dict):
        return
    kind, content = node.get("t"), node.get("c")
    if kind == "Str":
        out.append(content)
    elif kind in ("Space", "SoftBreak", "LineBreak"):
        out.append(" ")
    elif kind in ("Code", "CodeBlock"):  # for CommonMark, what is meant for Word is code
        out.append(content[1] if "<w:p>" not in content[1] else "")
    elif kind == "Quoted":
        sys.exit("marks were changed: %r" % content)
    elif kind == "OrderedList":
        for number, item in enumerate(content[1], content[0][0]):
            out.append(" %d " % number)
            walk(item, out)
    elif kind == "Table":
        walk(content[4], out)  # its head is another in HTML
    elif kind in ("RawBlock", "RawInline"):
        return
    elif content is not None:
        walk(content, out)


def unset(text):
    """Citations that nobody has set, as a reader of CommonMark sees them."""
    keys = re.findall(r"(?m)^- <span id=\"ref-[^>]*></span>\[@(.*?)\]", text)

    def one(cite):
        key, where = re.fullmatch(r"\s*@(\{.*?\}|[^,{]*)(?:\{\})?(?:, (.*))?", cite).groups()
        return "%d%s" % (keys.index(key) + 1, " " + where if where else "")

    def whole(match):
        cites = match[1].split("; @")
        return "⟦" + ";".join(one("@" + cite.removeprefix("@")) for cite in cites) + "⟧"

    known = "|".join(re.escape(key) for key in keys)
    return lambda text: re.sub(rf"\[(@(?:{known})(?=[],;{{])(?:\[.*?\]|[^]\[])*)\]", whole, text) if keys else text


def plain(text, page):
    text = re.sub(r"⟦([^⟧]*)⟧", cited, text)
    if page in ("brief", "long-brief", "compare", "plan", "positions"):  # what a line of several things is divided by
        text = re.sub("[;(),]", "", text)
    if page in ("worksheet", "sheet"):
        text = re.sub(r"_{4,}|\\", "", text).replace("--format html", "--format markdown")
    text = text.replace("Numbers lead to", "Brackets lead to")
    return unicodedata.normalize("NFC", re.sub(r"\s+|\{#To-.*?\}", "", text))


def main():
    name = sys.argv[3]
    page = Page()
    with open(sys.argv[1], encoding="utf-8") as file:
        page.feed(file.read())
    expected = plain("".join(page.out), name)
    with open(sys.argv[2], encoding="utf-8") as file:
        document = json.load(file)
    out = []
    walk(document["blocks"], out)
    text = "".join(out)
    if len(sys.argv) > 4:
        with open(sys.argv[4], encoding="utf-8") as file:
            text = unset(file.read())(text)
    got = plain(text, name)
    for head in [plain(head, name) for head in page.head] * 2:  # some documents repeat them
        if got != expected and got.startswith(head):
            got = got[len(head) :]
    if got != expected:
        at = next((i for i, (a, b) in enumerate(zip(got, expected)) if a != b), min(len(got), len(expected)))
        sys.exit("here %r\ninstead of %r" % (got[max(at - 30, 0) : at + 50], expected[max(at - 30, 0) : at + 50]))
    if len(got) < 40:
        sys.exit("hardly a word")


main()
