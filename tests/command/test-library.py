#!/usr/bin/env python3
"""import, list, show, export: a library without a window.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import jsonschema

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import tap

SCHEMA = json.loads((tap.SOURCE / "tests/data/contract.schema.json").read_text())
SAMPLE = tap.SOURCE / "resources/sample"
TMP = tempfile.TemporaryDirectory()
HERE = pathlib.Path(TMP.name)
LIBRARY = HERE / "library"


def rows(query="", library=LIBRARY):
    return json.loads(tap.hearsay("list", "--library", library, "--json", query).stdout)


def show(number, library=LIBRARY):
    return json.loads(tap.hearsay("show", "--library", library, "--json", number).stdout)


def test_a_folder_becomes_articles():
    folder = HERE / "in"
    shutil.copytree(SAMPLE, folder)
    (folder / "picture.png").write_bytes(b"\x89PNG")
    tap.hearsay("import", "--library", LIBRARY, folder)
    titles = [row["title"] for row in rows()]
    assert len(titles) >= 8 and "Tarvonia buys S-120 missile systems, parliament says" in titles, titles


def test_the_same_again_changes_nothing():
    before = rows()
    tap.hearsay("import", "--library", LIBRARY, HERE / "in")
    assert rows() == before


def test_a_copy_elsewhere_is_the_same_article():
    before = len(rows())
    copy = HERE / "copy.html"
    shutil.copy(HERE / "in/01-harbour-chronicle.html", copy)
    tap.hearsay("import", "--library", LIBRARY, copy)
    assert len(rows()) == before


def test_a_changed_file_is_a_new_revision():
    path = HERE / "in/08-river-gazette.html"
    path.write_text(path.read_text().replace("3.4 million euros", "5.1 million euros"))
    tap.hearsay("import", "--library", LIBRARY, path)
    found = rows('source:"River Gazette"')
    assert len(found) == 1
    article = show(found[0]["id"])
    assert len(article["revisions"]) == 2
    assert "5.1 million" in article["text"] and "3.4 million" not in article["text"]


def test_show_keeps_the_contract():
    schema = dict(SCHEMA)
    schema.pop("oneOf")
    for row in rows():
        article = show(row["id"])
        jsonschema.validate(article, dict(schema, **{"$ref": "#/definitions/article"}))
        for key in ["id", "revisions", "notes", "grades", "evidence", "entities", "sha256"]:
            assert key in article, key


def test_list_has_the_fields_of_the_contract():
    for row in rows():
        assert sorted(row) == sorted(["id", "title", "outlet", "url", "published", "fetched", "language", "read", "starred"])


def test_import_and_analyse_agree():
    number = rows('source:"The Harbour Chronicle"')[0]["id"]
    kept = show(number)
    fresh = json.loads(tap.hearsay("analyse", "--json", SAMPLE / "01-harbour-chronicle.html").stdout)["articles"][0]
    assert kept["text"] == fresh["text"] and kept["blocks"] == fresh["blocks"]
    for key in ["mentions", "statements"]:
        assert [(m.get("start"), m.get("kind"), m.get("content")) for m in kept[key]] == \
               [(m.get("start"), m.get("kind"), m.get("content")) for m in fresh[key]], key
    assert kept["signals"] == fresh["signals"]


def test_story_counts_agree_with_analyse():
    fresh = json.loads(tap.hearsay("analyse", "--json", *sorted(SAMPLE.glob("*.html"))).stdout)
    want = [y["counts"] for y in fresh["stories"] if len(y["articles"]) > 1][0]
    story = show(rows('source:"The Harbour Chronicle"')[0]["id"])["story"]
    assert story["counts"] == want, (story["counts"], want)


def test_queries_find():
    assert [r["outlet"] for r in rows('"Commander Iskan"')] == ["The Meridian Post"]
    assert rows("nothingofthatkind") == []
    assert {r["outlet"] for r in rows("source:lantern OR source:gazette")} <= {"Daily Lantern", "River Gazette"}
    assert len(rows("date:2026-03-10")) == 2


def test_a_bad_query_says_why():
    done = tap.hearsay("list", "--library", LIBRARY, "date:yesterday-ish", check=False)
    assert done.returncode == 1 and done.stderr.startswith("hearsay: "), done


def test_a_bad_file_is_named_and_the_rest_taken():
    bad, good = HERE / "bad.txt", HERE / "good.txt"
    bad.write_bytes(b"\0\0\1\2")
    good.write_text("A bridge opens in the north\n\nThe bridge was opened on Monday by nobody in particular.\n")
    done = tap.hearsay("import", "--library", LIBRARY, bad, HERE / "absent.txt", good, check=False)
    assert done.returncode == 1
    assert "bad.txt" in done.stderr and "absent.txt" in done.stderr, done.stderr
    assert any(r["title"] == "A bridge opens in the north" for r in rows())


def test_export_holds_source_address_date_hash():
    out = HERE / "out.md"
    tap.hearsay("export", "--library", LIBRARY, 'source:"Capital Wire"', "--format", "markdown", "-o", out)
    text = out.read_text()
    number = rows('source:"Capital Wire"')[0]["id"]
    for words in ["# Tarvonian ambassador says no decision", "Capital Wire", "Jonas Ferreira",
                  "https://capital-wire.example/tarvonia-ambassador-no-decision", "2026-03-10", show(number)["sha256"]]:
        assert words in text, words


def test_what_is_denied_is_exported_as_denied():
    folder = HERE / "denied"
    page = HERE / "denied.txt"
    page.write_text("Guns\n\nThe Tarvonian Ministry of Defence denied that it had sold guns.\n\n"
                    "Anna Ortiz did not say that the bridge was open. Anna Ortiz said that the bridge was old.\n")
    tap.hearsay("import", "--library", folder, page)
    lines = tap.hearsay("export", "--library", folder, "", "--format", "markdown").stdout.splitlines()
    found = {words: line for line in lines for words in ("it had sold guns", "the bridge was open", "the bridge was old")
             if line.startswith("- **") and line.endswith(words)}
    assert ", **denied**)" in found["it had sold guns"], lines
    assert ", **not said**)" in found["the bridge was open"], lines
    assert "denied" not in found["the bridge was old"] and "not said" not in found["the bridge was old"], lines


def test_export_that_fails_leaves_the_old_file():
    out = HERE / "old.md"
    out.write_text("precious")
    done = tap.hearsay("export", "--library", LIBRARY, "nothingofthatkind", "--format", "markdown", "-o", out, check=False)
    assert done.returncode == 1 and out.read_text() == "precious"


def test_export_twice_gives_the_same_bytes():
    done = [tap.hearsay("export", "--library", LIBRARY, "", "--format", "markdown").stdout for _ in range(2)]
    assert done[0] == done[1] and len(done[0]) > 1000


def test_formats_to_come_say_so():
    done = tap.hearsay("export", "--library", LIBRARY, "", "--format", "stix", check=False)
    assert done.returncode == 2 and "not supported yet" in done.stderr
    done = tap.hearsay("import", "--library", LIBRARY, "https://example.org/a", check=False)
    assert done.returncode == 1 and "example.org" in done.stderr


def test_export_that_fails_leaves_no_part():
    out = HERE / "part.md"
    done = tap.hearsay("export", "--library", LIBRARY, "no-such-word", "-f", "markdown", "-o", out, check=False)
    assert done.returncode == 1 and not out.exists()


def test_output_that_is_lost_is_a_failure():
    with open("/dev/full", "w") as full:
        done = subprocess.run([tap.PROGRAM, "list", "--library", str(LIBRARY)], stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1 and b"could not be written" in done.stderr, done


def test_a_missing_file_is_said_plainly():
    done = tap.hearsay("import", "--library", LIBRARY, HERE / "missing.txt", check=False)
    assert done.returncode == 1
    assert done.stderr.strip() == "hearsay: %s: There is no such file or folder." % (HERE / "missing.txt"), done.stderr


def test_a_terminal_gets_nothing_to_act_on():
    odd = HERE / "odd"
    odd.mkdir()
    (odd / "a\nb.html").write_text("<html><head><title>Red \x1b[31mports</title></head><body><p>The \x1b]0;x\x07port is"
                                   " shut, they say, until the wind has turned again.</p></body></html>")
    (odd / "c\x1b[2Jd.txt").write_text("")
    done = tap.hearsay("import", "--library", HERE / "plain", odd, check=False)
    assert "\x1b" not in done.stderr and done.stderr.count("\n") == 1, done.stderr
    for arguments in (["list"], ["show", "1"]):
        shown = tap.hearsay(*arguments, "--library", HERE / "plain").stdout
        assert "ports" in shown and not re.search("[\x00-\x08\x0b-\x1f\x7f]", shown), shown


def test_usage_names_the_program():
    for command in ("import", "list", "show", "extract", "analyse", "export"):
        assert "hearsay %s [OPTION…] " % command in tap.hearsay(command, "--help").stdout


def test_no_library_is_no_crash():
    done = tap.hearsay("list", "--library", HERE / "nowhere", check=False)
    assert done.returncode == 1 and done.stderr.startswith("hearsay: ")
    assert not (HERE / "nowhere").exists()


def test_a_file_that_is_no_library_is_left_alone():
    folder = HERE / "foreign"
    folder.mkdir()
    (folder / "hearsay.db").write_text("this is a diary, not a database\n" * 40)
    before = (folder / "hearsay.db").read_bytes()
    done = tap.hearsay("import", "--library", folder, SAMPLE / "01-harbour-chronicle.html", check=False)
    assert done.returncode == 1 and "library" in done.stderr, done.stderr
    assert (folder / "hearsay.db").read_bytes() == before


def test_a_newer_library_is_left_alone():
    folder = HERE / "newer"
    tap.hearsay("import", "--library", folder, SAMPLE / "01-harbour-chronicle.html")
    with sqlite3.connect(folder / "hearsay.db") as database:
        version = database.execute("PRAGMA user_version").fetchone()[0]
        database.execute("PRAGMA user_version = %d" % (version + 1))
    done = tap.hearsay("list", "--library", folder, check=False)
    assert done.returncode == 1 and re.search("newer", done.stderr), done.stderr


def test_a_damaged_article_is_named_and_does_no_harm():
    folder = HERE / "damaged"
    tap.hearsay("import", "--library", folder, SAMPLE / "01-harbour-chronicle.html")
    with sqlite3.connect(folder / "hearsay.db") as database:
        database.execute("UPDATE mentions SET end = 99999999 WHERE idx = 3")
    done = tap.hearsay("show", "--library", folder, "--json", 1, check=False)
    assert done.returncode == 1 and "damaged" in done.stderr, (done.returncode, done.stderr)


tap.run([value for name, value in list(globals().items()) if name.startswith("test_")])
