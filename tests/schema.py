#!/usr/bin/env python3
"""truce.schema.json against what truce itself takes: its tables of fields, its record, and what `check` refuses.

Run from the root of the project, with $TRUCE as the built program."""
import glob
import json
import os
import re
import subprocess
import sys

import jsonschema
import yaml

TRUCE = os.environ.get("TRUCE", "build/release/truce")

# Of the codes of `truce check`, those that a schema can catch; the others need the whole record, the calendar,
# or the text of the file.
CAUGHT = {
    "bad-color", "bad-date", "bad-id", "bad-kind", "bad-language", "bad-number", "bad-status", "bad-type",
    "empty-value", "forbidden-character", "missing-field", "parallel-of-one", "reserved-id", "unknown-field",
    "wrong-shape",
}

# The tables of src/model/form.c, and what they are called in the schema.
TABLES = {
    "record": None, "era": "era", "party": "party", "theme": "theme", "source": "source", "person": "person",
    "event": "event", "participant": "participant", "position": "position", "quote": "quote",
    "original": "original", "attestation": "attestation", "view": "view", "parallel": "parallel",
}
WORDS = {"kind_at": ("quote", "kind"), "status_at": ("quote", "status"), "type_at": ("source", "type"),
         "color_at": ("party", "color")}


class Loader(yaml.SafeLoader):
    """YAML as an editor reads it: dates are text."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, regex) for tag, regex in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

with open("truce.schema.json", encoding="utf-8") as file:
    schema = json.load(file)
validator = jsonschema.Draft7Validator(schema)
passed = failed = 0


def expect(good, what):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print(what)


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


def shape(name):
    return schema["definitions"][name] if name else schema


def check_tables():
    with open("src/model/form.c", encoding="utf-8") as text:
        source = text.read()
    tables = dict(re.findall(r"struct form_field (\w+)_fields\[\w*\] = \{(.*?)\n\};", source, re.S))
    expect(set(tables) == set(TABLES), f"tables of fields: {sorted(tables)}, expected {sorted(TABLES)}")
    for table, name in TABLES.items():
        rows = re.split(r"^\t(?=\{)", tables.get(table, ""), flags=re.M)[1:]
        fields = {re.match(r'\{"([^"]+)"', row).group(1): ".needs" in row for row in rows}
        expect(set(fields) == set(shape(name)["properties"]),
               f"{table}: fields differ: {sorted(set(fields) ^ set(shape(name)['properties']))}")
        needed = {field for field in fields if fields[field]}
        expect(needed == set(shape(name).get("required", [])), f"{table}: required differ: {sorted(needed)}")
        expect(shape(name)["additionalProperties"] is False, f"{table}: other fields are taken")
        for field, what in shape(name)["properties"].items():
            expect(what.get("description") or "$ref" in what, f"{table}.{field}: no description")
    for words, (name, field) in WORDS.items():
        found = re.search(r"const %s\[\w*\] = \{(.*?)\}" % words, source, re.S)
        known = set(re.findall(r'"([^"]*)"', found.group(1))) - {""} if found else None
        given = set(shape(name)["properties"][field]["enum"]) - {None}
        expect(known == given, f"{name}.{field}: words differ: {known and sorted(known ^ given)}")


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
        else:
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
check_tables()
check_records()
check_dates()
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
