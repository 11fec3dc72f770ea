#!/usr/bin/python3
"""The list in the dark: filter by typing and by chips, choose several, delete, undo.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from analyst import Analyst
from desk import named, play, until

DESK = Analyst()


def test_library_opens_in_the_dark():
    DESK.color_scheme("dark")
    DESK.open_sample()
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


if __name__ == "__main__":
    play(DESK, globals())
