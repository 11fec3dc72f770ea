#!/usr/bin/python3
"""The five real articles in the real window: they arrive while it is open, are read, their marks
followed, judged, noted, exported; and after a restart all is the same.

They are known here by their hashes and by offsets only.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import hashlib
import json
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import tap
from desk import Desk, named, until

DESK = Desk()
FIRST = "a74b50e5af7b"  # of the first article's file, which the fourth shares an origin with
KEPT = {}


def rows():
    return json.loads(tap.hearsay("list", "--library", DESK.library, "--json").stdout)


def show(number):
    return json.loads(tap.hearsay("show", "--library", DESK.library, "--json", number).stdout)


def first():
    """The row of the article that the fourth shares an origin with."""
    for path in (tap.shared() / "seeds").iterdir():
        if hashlib.sha256(path.read_bytes()).hexdigest().startswith(FIRST):
            title = path.read_text(encoding="utf-8-sig").split("\n")[0].strip()
            return [row for row in rows() if row["title"] == title][0]
    raise AssertionError("the first article is not among the five")


def articles():
    return DESK.find("list", "Articles")


def test_what_a_command_imports_appears_in_the_open_window():
    tap.shared()
    tap.hearsay("import", "--library", DESK.library, tap.SOURCE / "resources/sample/08-river-gazette.html")
    DESK.start()
    DESK.find("list item", "All, 1")
    done = tap.hearsay("import", "--library", DESK.library, tap.shared() / "seeds")
    assert done.stdout.startswith("5 new"), done.stdout
    DESK.find("list item", "All, 6")
    DESK.find("list item", "Stories, 1")


def test_the_line_of_the_story_has_its_true_numbers():
    tap.shared()
    title = first()["title"]
    DESK.point_at(DESK.find("list item", named("^" + re.escape(title[:40]))))
    until("the article", lambda: title[:30] in DESK.frame.name)
    DESK.find("push button", "5 articles")
    DESK.find("push button", "4 origins")
    counts = show(first()["id"])["story"]["counts"]
    DESK.find("push button", "%d speakers" % counts["speakers"])
    DESK.picture("five-1280")


def test_a_name_leads_to_all_its_articles():
    tap.shared()
    article = show(first()["id"])
    # the committee's member, at the offset where the first article names him
    mention = [m for m in article["mentions"] if m["start"] <= 577 < m["end"] and m["kind"] == "person"][0]
    entity = [e for e in article["entities"] if e["id"] == mention["entity"]][0]
    assert len(entity["names"]) >= 3, entity
    DESK.keys("alt+6")
    DESK.point_at(DESK.find("list item", named("^" + re.escape(entity["name"]) + ", Person")))
    DESK.find("label", named(r"in 3 articles"))
    for name in entity["names"][:3]:
        DESK.find("label", named(re.escape(name)))
    DESK.picture("five-entity-1280")


def test_words_filter_as_they_are_typed():
    tap.shared()
    DESK.keys("alt+1", "ctrl+l")
    DESK.type("ambassador ")
    until("two articles", lambda: articles().childCount == 2)
    DESK.click("push button", "Clear the search")
    until("six articles", lambda: articles().childCount == 6)


def test_export_before_and_after_a_restart_is_the_same():
    tap.shared()
    KEPT["before"] = tap.hearsay("export", "--library", DESK.library, "", "--format", "markdown").stdout
    KEPT["rows"] = rows()
    DESK.focus()
    DESK.close()
    assert "CRITICAL" not in DESK.log_text(), DESK.log_text()
    DESK.start()
    DESK.find("list item", "All, 6")
    assert tap.hearsay("export", "--library", DESK.library, "", "--format", "markdown").stdout == KEPT["before"]
    assert rows() == KEPT["rows"]
    DESK.close()


if __name__ == "__main__":
    try:
        tap.run([case for name, case in list(globals().items()) if name.startswith("test_")])
    finally:
        DESK.clear()
