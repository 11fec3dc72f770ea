#!/usr/bin/python3
"""Sections, keys, narrow windows and the windows beside the main one.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import tap
from desk import Desk, named, until

DESK = Desk(exact_leaks=True)


def view():
    return DESK.find("text", named("Tarvonia|Defence ministry|Dock workers|Parliament|Envoy|BREAKING"))


def text_of_article():
    return view().queryText().getText(0, -1)


def open_article(title):
    DESK.point_at(DESK.find("list item", named("^" + title)))
    until("the article " + title, lambda: title in DESK.frame.name)


def test_sample_story_is_there():
    DESK.start()
    until("eight articles", lambda: DESK.find("list", "Articles").childCount == 8, 30)
    until("an open article", view)


def test_next_and_previous_article_by_key():
    open_article("Envoy: Tarvonia in talks")
    first = DESK.frame.name
    DESK.keys("j")
    until("another article", lambda: DESK.frame.name != first)
    DESK.keys("k")
    until("the first article", lambda: DESK.frame.name == first)


def test_story_page():
    DESK.keys("alt+4")
    stories = DESK.find("list", "Stories")
    until("a story", lambda: stories.childCount >= 1)
    DESK.point_at(stories.getChildAtIndex(0))
    DESK.act(DESK.find("page tab", "Articles"))
    listed = DESK.find("list", "Articles of the story")
    until("its articles", lambda: listed.childCount >= 3)
    DESK.picture("story-1280")


def test_sources_entities_and_notes_sections():
    DESK.keys("alt+5")
    until("sources", lambda: DESK.find("list", "Sources").childCount >= 7)
    DESK.picture("sources-1280")
    DESK.keys("alt+6")
    until("entities", lambda: DESK.find("list", "Entities").childCount >= 20)
    DESK.picture("entities-1280")
    DESK.keys("alt+7")
    DESK.find("panel", "No Notes Yet")
    DESK.picture("notes-empty-1280")
    DESK.keys("alt+1")


def test_narrow_windows_keep_everything_in_reach():
    open_article("Envoy: Tarvonia in talks")
    DESK.resize(800, 800)
    DESK.picture("article-800")
    DESK.keys("F9")
    DESK.picture("sidebar-800")
    DESK.keys("F9", "shift+F9")
    DESK.picture("panel-800")
    DESK.keys("Escape")
    DESK.resize(500, 800)
    DESK.picture("article-500")
    DESK.click("push button", "Back")
    until("the list in the title", lambda: DESK.frame.name == "All – Hearsay")
    DESK.picture("list-500")
    DESK.resize(360, 640)
    DESK.picture("list-360")
    DESK.resize(1280, 800)


def test_help_preferences_and_about_open():
    DESK.keys("question")
    until("the list of keys", lambda: len(DESK.windows()) > 1)
    assert "Keyboard Shortcuts" in [window.name for window in DESK.windows()], [w.name for w in DESK.windows()]
    DESK.picture("keys")
    DESK.keys("Escape")
    until("one window", lambda: len(DESK.windows()) == 1)
    DESK.keys("ctrl+comma")
    until("the preferences", lambda: len(DESK.windows()) > 1)
    DESK.picture("preferences")
    DESK.keys("Escape")
    until("one window", lambda: len(DESK.windows()) == 1)


def test_window_closes_cleanly():
    DESK.close()
    assert not DESK.complaints("CRITICAL"), DESK.log_text()


if __name__ == "__main__":
    try:
        tap.run([case for name, case in list(globals().items()) if name.startswith("test_")])
    finally:
        DESK.clear()
