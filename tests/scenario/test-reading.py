#!/usr/bin/python3
"""The sample story: opened, read, its marks followed, its entities and numbers.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import tap
from analyst import Analyst
from desk import named, until

DESK = Analyst()


def view():
    return DESK.find("text", named("Tarvonia|Defence ministry|Dock workers|Parliament|Envoy|BREAKING"))


def text_of_article():
    return view().queryText().getText(0, -1)


def test_first_start_opens_the_sample_story():
    DESK.start()
    articles = DESK.find("list", "Articles", seconds=20)
    until("eight articles", lambda: articles.childCount == 8, 30)
    until("an open article", view)
    DESK.find("list item", "All, 8")
    DESK.picture("sample-light-1280")


def test_row_says_what_it_shows():
    DESK.find("list item", named(r"Envoy: Tarvonia .*The Meridian Post · 10 Mar 2026.*people.*unread"))


def test_opened_article_is_read():
    DESK.open_article("Envoy: Tarvonia in talks")
    DESK.find("list item", named(r"^Envoy: Tarvonia (?!.*unread)"))
    assert "diversify" in text_of_article()


def test_boilerplate_is_folded_where_it_stands():
    assert "of boilerplate" in text_of_article()
    assert "Powered by" not in text_of_article()


def test_credibility_shows_the_line_of_the_story():
    DESK.find("push button", named(r"^\d+ articles$"))
    DESK.find("push button", named(r"^\d+ origins?$"))
    DESK.find("push button", named(r"^\d+ speakers?$"))
    DESK.click("push button", named(r"^\d+ origins?$"))
    DESK.find("label", named("carried by"))
    DESK.picture("origins-1280")


def test_key_leads_to_a_mark_and_its_entity():
    DESK.point_at(view(), 0.02, 0.5)
    DESK.keys("period", "Return")
    popover = DESK.find("push button", "Show Entity")
    article = DESK.frame.name
    DESK.find("label", named(r"mentions? in \d+ article"))
    DESK.picture("mention-popover-1280")
    DESK.act(popover)
    DESK.find("label", "Mentioned in")
    until("its name in the title", lambda: DESK.frame.name.endswith(" – Hearsay") and DESK.frame.name != article)
    name = DESK.frame.name.replace(" – Hearsay", "")
    DESK.find("label", name)
    DESK.find("push button", "As a table")
    DESK.picture("entity-1280")


def test_place_of_an_entity_leads_to_its_words():
    before = DESK.frame.name
    DESK.act(DESK.find("push button", named(r"\S+ .{40}"), DESK.find("panel", "Places")))
    until("an article", lambda: DESK.frame.name != before and " – Hearsay" in DESK.frame.name)
    DESK.picture("jump-1280")


def test_back_leads_to_the_entity():
    DESK.keys_until("the entity", lambda: DESK.find("label", "Mentioned in"), "alt+Left")
    DESK.keys_until("the article", lambda: "Envoy" in DESK.frame.name, "alt+Left")


def test_mentions_panel_lists_who_is_named():
    DESK.click("page tab", "Mentions")
    DESK.find("list item", named(r"Ilan Sarovic, Person, \d+ mention"))
    DESK.picture("mentions-1280")
    DESK.click("page tab", "Credibility")


def test_find_in_article_counts():
    DESK.click("push button", "Find in article")
    DESK.keys("ctrl+f")
    DESK.type("tarvonia")
    DESK.find("label", named(r"^1 of \d+$"))
    DESK.keys("Return")
    DESK.find("label", named(r"^2 of \d+$"))
    DESK.picture("find-1280")
    DESK.keys("Escape")


def test_window_closes_cleanly():
    DESK.close()
    assert not DESK.complaints(), DESK.log_text()


if __name__ == "__main__":
    try:
        tap.run([case for name, case in list(globals().items()) if name.startswith("test_")])
    finally:
        DESK.clear()
