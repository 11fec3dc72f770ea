#!/usr/bin/env python3
"""hearsay extract: the contract, one bad file among good ones, many files.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import pathlib
import resource
import sys
import tempfile

import jsonschema

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import tap

SCHEMA = json.loads((tap.SOURCE / "tests/data/contract.schema.json").read_text())
SAMPLE = sorted((tap.SOURCE / "resources/sample").glob("*.html"))
TMP = tempfile.TemporaryDirectory()
HERE = pathlib.Path(TMP.name)


def check_blocks(article):
    """Blocks in order, not overlapping, together all but white space."""
    at = 0
    for block in article["blocks"]:
        assert at <= block["start"] < block["end"], block
        assert not article["text"][at:block["start"]].strip()
        at = block["end"]
    assert not article["text"][at:].strip()


def test_output_of_one_file_keeps_the_contract():
    got = json.loads(tap.hearsay("extract", "--json", SAMPLE[0]).stdout)
    jsonschema.validate(got, SCHEMA)
    assert got["outlet"] == "The Harbour Chronicle"
    assert got["published"] == "2026-03-09T07:20:00Z"
    check_blocks(got)


def test_spans_are_code_points():
    path = HERE / "a.txt"
    path.write_text("Bürgermeister “öffnet” 𝄞 Brücke\n\nDas ist ein Satz über die Brücke.\n", encoding="utf-8")
    got = json.loads(tap.hearsay("extract", path).stdout)
    block = got["blocks"][1]
    assert got["text"][block["start"]:block["end"]] == "Das ist ein Satz über die Brücke."


def test_a_bad_file_stops_nothing():
    bad = HERE / "bad.txt"
    bad.write_bytes(b"\0\1\2\0\xff")
    done = tap.hearsay("extract", "--jsonl", SAMPLE[0], bad, HERE / "absent.txt", SAMPLE[1], check=False)
    assert done.returncode == 1
    assert [json.loads(line)["file"] for line in done.stdout.splitlines()] == [str(SAMPLE[0]), str(SAMPLE[1])]
    errors = done.stderr.splitlines()
    assert len(errors) == 2 and "bad.txt" in errors[0] and "absent.txt" in errors[1], errors


def test_files_are_taken_from_a_list():
    names = HERE / "list"
    names.write_text("\n".join(map(str, SAMPLE)) + "\n")
    lines = tap.hearsay("extract", "--jsonl", "--files-from", names).stdout.splitlines()
    assert len(lines) == len(SAMPLE)
    for line in lines:
        jsonschema.validate(json.loads(line), SCHEMA)


def test_base_and_content_type_are_heeded():
    path = HERE / "page.html"
    path.write_bytes(b"<body><p>Caf\xe9 by the river, where <a href='/menu'>the menu</a> is long, and the coffee, they say, is good.</p></body>")
    got = json.loads(tap.hearsay("extract", "--base", "https://cafe.example/a/", "--content-type",
                                 "text/html; charset=iso-8859-1", path).stdout)
    assert "Café" in got["text"] and got["links"] == ["https://cafe.example/menu"], got


def test_wrong_usage_is_exit_two():
    for arguments in [["extract"], ["extract", "--nonsense", "x"], ["nonsense"], ["--nonsense"]]:
        done = tap.hearsay(*arguments, check=False)
        assert done.returncode == 2, (arguments, done.returncode)
        assert done.stderr.startswith("hearsay: "), done.stderr


def test_help_is_there_for_every_command():
    text = tap.hearsay("--help").stdout
    for command in ["import", "list", "show", "extract", "analyse", "export"]:
        assert command in text
        assert "Usage:" in tap.hearsay(command, "--help").stdout


def test_hostile_pages_stop_nothing():
    story = "<p>The harbour board voted on Tuesday to close the old pier, after divers found cracks, the chair said.</p>"
    pages = {
        "deep": "<div>" * 90000 + story,
        "tables": "<table><tr><td>" * 20000 + story,
        "attributes": "<p " + " ".join("a%d=x" % i for i in range(50000)) + ">" + story,
        "entities": "<!DOCTYPE html [<!ENTITY a \"aaaa\">%s]>" % "".join(
            "<!ENTITY a%d \"%s\">" % (i, ("&a%d;" % (i - 1) if i else "&a;") * 10) for i in range(9)) + "<body>&a8;" + story,
        "text": "<p>word, and word</p>\n" * (50 * 1024 * 1024 // 22),
        "cut": "<html><body>" + story + "<p class='x",
        "bytes": "<html><meta charset=utf-16><body>" + story + "".join(chr(128 + i % 128) for i in range(100000)),
    }
    files = []
    for name, html in pages.items():
        files.append(HERE / (name + ".html"))
        files[-1].write_bytes(html.encode("latin-1"))
    done = tap.hearsay("extract", "--jsonl", *files, SAMPLE[0], check=False)
    read = [pathlib.Path(json.loads(line)["file"]).stem for line in done.stdout.splitlines()]
    assert read == ["deep", "tables", "attributes", "entities", "cut", "bytes", SAMPLE[0].stem], (read, done.stderr)
    for line in done.stdout.splitlines()[:-1]:
        got = json.loads(line)
        jsonschema.validate(got, SCHEMA)
        check_blocks(got)
        assert "divers found cracks" in got["text"], got["file"]
        assert len(got["text"]) < 300000, got["file"]
    assert done.returncode == 1 and "text.html" in done.stderr, done.stderr
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    assert peak < 512 * 1024, "%d KB" % peak


def test_the_five_texts_stay_as_they_are():
    for path in sorted((tap.shared() / "seeds").glob("*.txt")):
        got = json.loads(tap.hearsay("extract", path).stdout)
        jsonschema.validate(got, SCHEMA)
        raw = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        assert got["text"] == raw, path.name
        assert got["published"] is None
        check_blocks(got)


tap.run([value for name, value in list(globals().items()) if name.startswith("test_")])
