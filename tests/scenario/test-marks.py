#!/usr/bin/python3
"""What can be done with words where they are read: menus and keys of marks, of selected words, of names beside the text.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import pathlib
import sqlite3
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import tap
from analyst import Analyst
from desk import named, until

DESK = Analyst()


def journal():
    with sqlite3.connect("file:%s?mode=ro" % (DESK.library / "hearsay.db"), uri=True) as database:
        return database.execute("SELECT action FROM journal WHERE undone = 0 ORDER BY id").fetchall()


def items():
    """What the open menu offers."""
    return [item.name for item in DESK.all("menu item")]


def close_menu():
    DESK.keys("Escape")
    DESK.gone("menu item", seconds=5)
    DESK.focus()


def undo():
    count = len(journal())
    DESK.keys_until("undone", lambda: len(journal()) == count - 1, "ctrl+z")


def test_library_opens():
    tap.hearsay("import", "--library", DESK.library, *sorted((tap.SOURCE / "resources" / "sample").glob("*.html")))
    DESK.start()
    DESK.shows(8)


def test_mark_in_the_text_has_a_menu():
    DESK.open_article("Envoy: Tarvonia in talks")
    DESK.keys("period")
    DESK.keys("shift+F10")
    DESK.find("menu item", named("^Names Nothing"))
    DESK.picture("menu-mention")
    offered = items()
    for name in ["Show Entity", "Not This One", "Names Something Else", "Merge", "Change Kind", "Copy Name", "Watch"]:
        assert any(item.startswith(name) for item in offered), (name, offered)
    close_menu()


def test_keys_say_it_of_the_mark_that_was_gone_to():
    before = len(journal())
    DESK.keys("period", "x")
    until("it was said", lambda: len(journal()) == before + 1)
    assert journal()[-1][0] == "not-this-one"
    undo()


def test_selected_words_are_marked():
    x, y, width, height = DESK.place(DESK.reader())
    DESK.drag(x + 30, y + 186, x + width * 0.4, y + 186)
    DESK.keys("shift+F10")
    DESK.find("menu item", named("^Event"))
    DESK.picture("menu-selection")
    assert any(item.startswith("Note") for item in items())
    DESK.click("menu item", named("^Event"))
    DESK.gone("menu item")
    DESK.find("push button", "Mark")
    DESK.keys("Return")
    until("marked", lambda: journal() and journal()[-1][0] == "set-mention")
    DESK.focus()
    undo()


def test_names_beside_the_article_have_menus():
    DESK.point_at(DESK.find("page tab", "Mentions"))
    row = DESK.find("list item", named("^Tarvonia, Place, [0-9]+ mention"))
    DESK.point_at(row, button=3, across=0.3)
    DESK.find("menu item", named("^Show Entity"))
    DESK.picture("menu-names-panel")
    close_menu()


def test_window_closes_cleanly():
    DESK.focus()
    DESK.close()
    assert "CRITICAL" not in DESK.log_text(), DESK.log_text()


if __name__ == "__main__":
    try:
        tap.run([case for name, case in list(globals().items()) if name.startswith("test_")])
    finally:
        DESK.clear()
