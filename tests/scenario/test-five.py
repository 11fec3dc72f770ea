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
from analyst import Analyst
from desk import named, until

DESK = Analyst()
FIRST = "a74b50e5af7b"  # of the first article's file, which the fourth shares an origin with
DETAILS = {"Outlet": "The Harbour Sheet", "Author": "N. Ferrant", "Published": "2020-01-14",
           "Address": "https://harbour.example/a"}
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
    DESK.open_article(first()["title"][:40])
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
    until("two articles", lambda: DESK.articles().childCount == 2)
    DESK.click("push button", "Clear the search")
    DESK.shows(6)


def test_details_that_no_text_states_are_set_by_hand():
    tap.shared()
    DESK.open_article(first()["title"][:40])
    DESK.keys("ctrl+i")
    until("the dialog", lambda: len(DESK.windows()) == 2)
    for name, value in DETAILS.items():
        DESK.find("text", name).queryEditableText().setTextContents(value)
    DESK.picture("five-details-1280")
    DESK.point_at(DESK.find("push button", "Save"))
    until("one window", lambda: len(DESK.windows()) == 1)
    DESK.find("list item", named("^" + re.escape(first()["title"][:40]) + ".*The Harbour Sheet · 14 Jan 2020"))
    assert {key: show(first()["id"])[key] for key in ["outlet", "byline", "published", "url"]} == {
        "outlet": DETAILS["Outlet"], "byline": DETAILS["Author"], "published": DETAILS["Published"],
        "url": DETAILS["Address"]}


def test_chips_for_source_kind_and_date_narrow_the_list():
    tap.shared()
    for chip, count in [("source:harbour", 1), ("kind:weapon", 5), ("date:2020-01", 1)]:
        DESK.keys("ctrl+l")
        DESK.type(chip + " ")
        DESK.find("push button", named("^Remove filter"))
        DESK.shows(count)
        DESK.click("push button", "Clear the search")
        DESK.shows(6)


def test_a_signal_opens_its_words():
    tap.shared()
    DESK.open_article(first()["title"][:40])
    row = DESK.find("panel", named("^Source is named"))
    words = DESK.all("push button", named("^“"), row)[-1]
    DESK.act(words)
    quoted = words.name.strip("“”…")[:20]
    text = DESK.reader().queryText()
    until("the words at the caret", lambda: text.getText(text.caretOffset, -1).startswith(quoted))
    assert text.caretOffset > 200, "the words are among the first ones anyway"


def test_outlet_and_information_are_graded():
    tap.shared()
    DESK.scroll_to_end(DESK.find("push button", named("^Upstream|^Open Original")))
    DESK.record_grade("^Outlet: The Harbour Sheet", 2, "names whom it spoke to")
    DESK.find("panel", "What it says")
    DESK.scroll_to_end(DESK.find("panel", named("^Outlet: The Harbour Sheet")))
    DESK.record_grade("^What it says$", 3, "one interview, told twice")
    DESK.find("list item", named(r"The Harbour Sheet · B3 · "))
    DESK.picture("five-graded-1280")


def test_selected_words_are_noted_and_tagged():
    tap.shared()
    x, y, width, _ = DESK.place(DESK.reader())
    DESK.drag(x + 30, y + 186, x + width * 0.6, y + 186)
    DESK.note_selection("compare with the retold version", "interview, retold")
    DESK.keys("alt+7")
    note = DESK.find("list item", named("^Note “compare with"))
    DESK.picture("five-notes-1280")
    DESK.point_at(note)
    until("the article", lambda: first()["title"][:30] in DESK.frame.name)
    DESK.keys("alt+1")
    assert [n["tags"] for n in show(first()["id"])["notes"]] == [["interview", "retold"]], show(first()["id"])["notes"]


def test_several_are_deleted_and_come_back():
    tap.shared()
    before = rows()
    DESK.click("push button", "Select several")
    for row in [row for row in rows() if row["id"] != first()["id"]][:2]:
        DESK.point_at(DESK.find("list item", named("^" + re.escape(row["title"][:40]))))
    DESK.find("status bar", "2 selected")
    DESK.keys("Delete")
    DESK.shows(4)
    DESK.keys("ctrl+z")
    DESK.shows(6)
    assert rows() == before


def test_story_is_exported_from_the_window():
    tap.shared()
    out = DESK.folder / "story.md"
    DESK.open_article(first()["title"][:40])
    DESK.focus()
    DESK.keys("ctrl+e")
    DESK.find("push button", named("^_?Export( Export)?$"))
    DESK.keys("ctrl+a")
    DESK.type(str(out))
    DESK.keys("Return")
    text = until("the file", lambda: out.exists() and out.read_text())
    for words in ["compare with the retold version", "The Harbour Sheet", "2020-01-14", "https://harbour.example/a",
                  "names whom it spoke to", show(first()["id"])["revisions"][0]["sha256"]]:
        assert words in text, words


def test_export_before_and_after_a_restart_is_the_same():
    tap.shared()
    KEPT["before"] = tap.hearsay("export", "--library", DESK.library, "", "--format", "markdown").stdout
    KEPT["rows"] = rows()
    DESK.focus()
    DESK.close()
    assert not DESK.complaints("CRITICAL"), DESK.log_text()
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
