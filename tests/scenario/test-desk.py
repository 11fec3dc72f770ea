#!/usr/bin/python3
"""The story desk: the line of counts, an edge and its words, cut and undone; the matrix; all of it kept.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import tap
from analyst import Analyst
from desk import named, play, until

DESK = Analyst()
QUESTION = "Was a contract signed?"
LINK = "The Harbour Chronicle to Daily Lantern, stated"


def count(what):
    """A number of the line: "4 origins"."""
    return int(DESK.find("push button", named(r"^\d+ %ss?$" % what)).name.split()[0])


def page(name):
    DESK.act(DESK.find("page tab", name))


def open_story():
    DESK.keys("alt+4")
    stories = DESK.find("list", "Stories")
    until("a story", lambda: stories.childCount >= 1)
    DESK.point_at(stories.getChildAtIndex(0))
    DESK.find("push button", named(r"^\d+ origins?$"))


def pictures(scheme):
    for width in (1280, 700):
        DESK.resize(width, 800)
        for name in ("Origins", "Matrix", "Timeline"):
            page(name)
            DESK.picture("desk-%s-%s-%d" % (name.lower(), scheme, width))
    DESK.resize(1280, 800)


def test_story_shows_its_line_of_counts():
    DESK.color_scheme("light")
    DESK.open_sample()
    open_story()
    assert count("article") >= count("origin") >= 2, (count("article"), count("origin"))
    assert count("speaker") >= 3, count("speaker")


def test_link_leads_to_its_words():
    link = DESK.find("push button", LINK)
    DESK.act(link)
    until("the article", lambda: "Tarvonia buys S-120" in DESK.frame.name)
    text = DESK.reader().queryText()
    until("its words", lambda: text.getText(text.caretOffset, -1).lstrip().startswith(("Harbour Chronicle", "The Harbour")))
    DESK.window_action("win.back")
    DESK.find("push button", LINK)


def test_number_is_a_filter():
    DESK.click("push button", named(r"^\d+ speakers?$"))
    DESK.picture("desk-speakers")
    DESK.click("push button", named(r"^\d+ speakers?$"))


def test_link_is_cut_and_the_count_changes():
    before = count("origin")
    for _ in range(5):
        DESK.click("push button", "Smaller")
    DESK.point_at(DESK.find("push button", LINK))
    DESK.find("push button", "Cut")
    DESK.picture("desk-link")
    DESK.find("text", "Reason").queryEditableText().setTextContents("they met him themselves")
    DESK.click("push button", "Cut")
    until("another origin", lambda: count("origin") == before + 1)
    DESK.gone("push button", LINK)
    DESK.picture("desk-cut")
    DESK.keys_until("the count from before", lambda: count("origin") == before, "ctrl+z")
    DESK.find("push button", LINK)


def test_table_has_the_same_links():
    DESK.click("push button", "As a Table")
    DESK.find("label", "The Harbour Chronicle")
    DESK.picture("desk-table")
    DESK.click("push button", "As a Table")


def test_number_filters_the_table_too():
    def links():
        return len(DESK.all("label", named(r"^(stated|carried|implied|–)$")))

    DESK.click("push button", "As a Table")
    every = until("links", links)
    DESK.click("push button", named(r"^\d+ speakers?$"))
    until("fewer links", lambda: 0 < links() < every)
    few = links()
    DESK.picture("desk-table-speakers")
    DESK.click("push button", named(r"^\d+ speakers?$"))
    until("more links again", lambda: links() > few)
    DESK.click("push button", "As a Table")


def test_article_is_moved_and_back():
    before = count("article")
    DESK.act(DESK.find("push button", named("^The Coast Observer, article")))
    until("the article", lambda: "Defence ministry denies" in DESK.frame.name)
    DESK.window_action("win.move-to-story")
    DESK.find("check box", "A new story of its own")
    DESK.picture("desk-move")
    DESK.point_at(DESK.find("check box", "A new story of its own"))
    DESK.click("push button", "Move")
    DESK.window_action("win.back")
    until("an article less", lambda: count("article") == before - 1)
    DESK.keys_until("the article again", lambda: count("article") == before, "ctrl+z")


def test_row_is_added_and_a_stance_set():
    page("Matrix")
    entry = DESK.find("text", "A question of yours")
    entry.queryEditableText().setTextContents(QUESTION)
    DESK.click("push button", "Add Row")
    DESK.find("push button", QUESTION)
    DESK.click("push button", named("^Daily Lantern, " + QUESTION.replace("?", r"\?")))
    DESK.picture("desk-cell")
    DESK.click("push button", "denies")
    DESK.find("push button", named("^Daily Lantern, .*: denies, set by you"))
    DESK.find("text", "A hypothesis").queryEditableText().setTextContents("It is bought")
    DESK.click("push button", "Add Hypothesis")
    for mark in ("fits", "against"):
        DESK.click("push button", named("^%s, hypothesis It is bought: " % QUESTION.replace("?", r"\?")))
        DESK.find("push button", named("hypothesis It is bought: " + mark))
    DESK.find("push button", "Hypothesis It is bought, 1 row against")


def test_silence_is_written():
    assert DESK.all("push button", named("^Capital Wire, .*: silent"))


def test_pictures_in_the_light():
    pictures("light")


def test_all_of_it_is_kept():
    DESK.focus()
    DESK.close()
    DESK.color_scheme("dark")
    DESK.start()
    DESK.shows(8)
    open_story()
    page("Matrix")
    DESK.find("push button", QUESTION)
    DESK.find("push button", named("^Daily Lantern, .*: denies, set by you"))
    DESK.find("push button", "Hypothesis It is bought, 1 row against")
    pictures("dark")


if __name__ == "__main__":
    play(DESK, globals())
