#!/usr/bin/env python3
"""truce.schema.json is what the form of the record makes of it, and takes and refuses what truce does.

Run from the root of the project, with $TRUCE as the built program and $SCHEMA as the tool that makes the schema. With
$UPDATE the file is written anew."""
import glob
import json
import os
import re
import subprocess
import sys

import jsonschema
import yaml

TRUCE = os.environ.get("TRUCE", "build/release/truce")
SCHEMA = os.environ.get("SCHEMA", "build/release/tools/schema")

# Of the codes of `truce check`, those that a schema can catch; the others need the whole record, the calendar,
# or the text of the file.
CAUGHT = {
    "bad-color", "bad-date", "bad-digest", "bad-id", "bad-kind", "bad-language", "bad-number", "bad-scene", "bad-status", "bad-truth",
    "bad-type",
    "compare-of-one", "empty-value", "forbidden-character", "missing-field", "parallel-of-one", "reserved-id", "unknown-field",
    "shows-two", "wrong-shape",
}


class Loader(yaml.SafeLoader):
    """YAML as an editor reads it: dates are text."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, regex) for tag, regex in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

made = subprocess.run([SCHEMA], stdout=subprocess.PIPE, check=True).stdout.decode()
if os.environ.get("UPDATE"):
    with open("truce.schema.json", "w", encoding="utf-8") as file:
        file.write(made)
schema = json.loads(made)
validator = jsonschema.Draft7Validator(schema)
passed = failed = 0


def expect(good, what):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print(what)


expect(re.fullmatch(r"[a-z][a-z0-9+.-]*:[^#]+", schema.get("$id", "")), "the schema has no name of its own ($id) that is a whole address")


def problems(record):
    return ["/".join(map(str, error.absolute_path)) + ": " + error.message[:200]
            for error in validator.iter_errors(record)]


def read(path):
    with open(path, encoding="utf-8") as text:
        return yaml.load(text, Loader)


def codes(path):
    """The codes of the errors that truce finds in a file."""
    said = subprocess.run([TRUCE, "check", "-q", path], stdout=subprocess.PIPE, check=False)
    return set(re.findall(r": error: .*\[([a-z0-9-]+)\]$", said.stdout.decode(), re.M))


def check_file():
    with open("truce.schema.json", encoding="utf-8") as text:
        expect(text.read() == made, "truce.schema.json is not what the form says; UPDATE=1 writes it anew")


def check_records():
    for path in ["events.yaml"] + sorted(glob.glob("tests/data/*.yaml")):
        if not codes(path):
            expect(not problems(read(path)), f"{path} is refused: {problems(read(path))[:3]}")
    met = set()
    for path in sorted(glob.glob("tests/golden/check/*.yaml")):
        errors = codes(path)
        try:
            found = problems(read(path))
        except yaml.YAMLError:
            continue
        met |= errors & CAUGHT
        if errors & CAUGHT:
            expect(found, f"{path} is taken, though truce finds {sorted(errors)}")
        elif errors & {"indentation", "missing-space", "unclosed-quote"}:  # another reader of YAML takes it otherwise
            continue
        elif not any(error.startswith("unknown-") for error in errors):  # of what is no id, the schema knows it too
            expect(not found, f"{path} is refused: {found[:3]}")
    expect(met == CAUGHT, f"there is no case of {sorted(CAUGHT - met)}")


def check_dates():
    date = jsonschema.Draft7Validator({"$ref": "#/definitions/date", "definitions": schema["definitions"]})
    with open("tests/data/dates_vectors.tsv", encoding="utf-8") as text:
        for row in text:
            cells = row.rstrip("\n").split("\t")
            if len(cells) > 1 and cells[1] == "yes":
                expect(date.is_valid(cells[0]), f"the date {cells[0]} is refused")


jsonschema.Draft7Validator.check_schema(schema)
check_file()
check_records()
check_dates()
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
