"""gnumeric.py BOOK.xml BOOK.gnumeric: every cell of the first is in the second, as text (type 60), letter for letter."""
import gzip
import sys
import xml.etree.ElementTree as tree

SHEET = "{urn:schemas-microsoft-com:office:spreadsheet}"
GNUMERIC = "{http://www.gnumeric.org/v10.dtd}"


def written(path):
    for sheet in tree.parse(path).iter(SHEET + "Worksheet"):
        for y, row in enumerate(sheet.iter(SHEET + "Row")):
            for x, cell in enumerate(row.iter(SHEET + "Cell")):
                data = cell.find(SHEET + "Data")
                if data.get(SHEET + "Type") != "String":
                    yield (sheet.get(SHEET + "Name"), y, x), "no text"
                elif data.text:
                    yield (sheet.get(SHEET + "Name"), y, x), data.text


def read(path):
    opened = gzip.open(path) if open(path, "rb").read(2) == b"\x1f\x8b" else open(path, "rb")
    for sheet in tree.parse(opened).iter(GNUMERIC + "Sheet"):
        name = sheet.find(GNUMERIC + "Name").text
        for cell in sheet.iter(GNUMERIC + "Cell"):
            text = cell.text if cell.get("ValueType") == "60" else "type " + str(cell.get("ValueType"))
            yield (name, int(cell.get("Row")), int(cell.get("Col"))), text


wanted, got = dict(written(sys.argv[1])), dict(read(sys.argv[2]))
wrong = [f"{at}: {got.get(at)!r} for {text!r}" for at, text in wanted.items() if got.get(at) != text]
print("\n".join(wrong[:5]))
sys.exit(bool(wrong) or not wanted)
