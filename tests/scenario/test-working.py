#!/usr/bin/python3
"""The list in the dark: filter by typing and by chips, choose several, delete, undo.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import tap
from analyst import Analyst
from desk import named, until

DESK = Analyst()


def test_library_opens_in_the_dark():
    tap.hearsay("import", "--library", DESK.library, *sorted((tap.SOURCE / "resources" / "sample").glob("*.html")))
    DESK.settings.mkdir(parents=True)
    keyfile = DESK.settings / "glib-2.0" / "settings" / "keyfile"
    keyfile.parent.mkdir(parents=True)
    keyfile.write_text("[io/github/hearsay/Hearsay]\ncolor-scheme='dark'\n")
    DESK.start()
    DESK.shows(8)
    DESK.open_article("Envoy: Tarvonia in talks")
    DESK.picture("article-dark-1280")


def test_typing_filters_the_list():
    DESK.keys("slash")
    DESK.type("ambassador ")
    until("fewer articles", lambda: 0 < DESK.articles().childCount < 8)
    DESK.picture("filter-typed-dark")


def test_chip_is_made_by_typing_and_removed_by_key():
    DESK.keys("ctrl+l", "ctrl+a", "Delete")
    DESK.type("is:unread ")
    DESK.find("push button", "Remove filter Unread")
    DESK.shows(7)
    DESK.keys("BackSpace")
    DESK.gone("push button", "Remove filter Unread")
    DESK.shows(8)


def test_suggestion_becomes_a_chip():
    DESK.type("source:coast")
    DESK.find("list item", named("^The Coast Observer, Source"))
    DESK.picture("suggestions-dark")
    DESK.keys("Down", "Return")
    DESK.find("push button", named("Remove filter Source: The Coast Observer"))
    DESK.shows(1)
    DESK.picture("filter-chip-dark")
    DESK.click("push button", "Clear the search")
    DESK.shows(8)


def test_bad_query_says_why():
    DESK.keys("ctrl+l")
    DESK.type("grade:Z9 ")
    DESK.find("alert", named("is not a grade"))
    DESK.picture("query-error-dark")
    DESK.click("push button", "Clear the search")
    DESK.shows(8)


def test_several_are_deleted_and_come_back():
    DESK.shows(8)
    DESK.click("push button", "Select several")
    for title in ["Dock workers", "Defence ministry"]:
        DESK.point_at(DESK.find("list item", named("^" + title)))
    DESK.find("status bar", "2 selected")
    DESK.picture("select-several-dark")
    DESK.keys("Delete")
    DESK.find("label", named("2 articles deleted"))  # first: it goes by itself
    DESK.shows(6)
    DESK.picture("deleted-dark")
    DESK.keys("ctrl+z")
    DESK.shows(8)


def test_window_closes_cleanly():
    DESK.focus()
    DESK.close()
    assert "CRITICAL" not in DESK.log_text(), DESK.log_text()


if __name__ == "__main__":
    try:
        tap.run([case for name, case in list(globals().items()) if name.startswith("test_")])
    finally:
        DESK.clear()
