#!/usr/bin/python3
"""Feeds in the real window: a site subscribed to by its address, read, edited by its makers and
read again; folders, health, watches; all feeds out as OPML, removed, and in again.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import datetime
import json
import pathlib
import re
import sys
import time

import pyatspi

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import tap
from analyst import Analyst
from desk import named, play, until
from news_site import Site

DESK = Analyst()
SITE = Site()
KEPT = {}
FIRST = ("<p>The harbour master, Lena Okafor, said on Monday that the dredger sank within ten minutes.</p>"
         "<p>“Nobody was hurt,” she said.</p>")
EDITED = ("<p>The harbour master, Lena Okafor, said on Monday that the dredger sank within two hours.</p>"
          "<p>“Nobody was hurt,” she said.</p><p>An earlier version of this report gave a wrong time.</p>")


def day(number):
    return datetime.datetime(2026, 3, number, 10, 0, tzinfo=datetime.timezone.utc)


def publish(dredger):
    SITE.feed("/all.rss", "Harbour Sheet", [("ferry", "Ferry to Velan Runs Again", "<p>The ferry runs again.</p>", day(5)),
                                            ("dredger", "Dredger Sinks at Pier 4", dredger, day(4))])


def feeds():
    return json.loads(tap.hearsay("feeds", "list", "--library", DESK.library, "--json").stdout)


def tree():
    return [(feed["title"], feed["url"], feed.get("folder")) for feed in feeds()]


def choose_feed(title, count):
    """Clicks until its articles are listed: what is just being fetched may move the rows."""
    for _ in range(4):
        DESK.point_at(DESK.find("list item", named("^%s, Feed" % title)))
        try:
            return until("%d articles" % count, lambda: DESK.articles().childCount == count, 3)
        except AssertionError:
            continue
    raise AssertionError("%s could not be chosen" % title)


def choose_file(accept, path):
    DESK.find("push button", named("^_?%s" % accept))
    time.sleep(0.3)
    DESK.keys("ctrl+a")
    DESK.type(str(path))
    time.sleep(0.4)
    DESK.keys("Return")


def chosen(title):
    """Whether a feed that was found is ticked."""
    box = DESK.inside(DESK.find("list item", named("^" + title)), "check box", title)
    return box.getState().contains(pyatspi.STATE_CHECKED)


def test_a_page_leads_to_its_feeds_and_one_is_chosen():
    SITE.page("/", "The Harbour Sheet", [("All news", "/all.rss"), ("Sport", "/sport.rss")])
    publish(FIRST)
    SITE.feed("/sport.rss", "Harbour Sport", [("rowing", "Rowers of Velan Win", "<p>They won by a length.</p>", day(2))])
    tap.hearsay("import", "--library", DESK.library, tap.SOURCE / "resources/sample/08-river-gazette.html")
    DESK.start()
    DESK.find("list item", "All, 1")
    DESK.keys("ctrl+n")
    until("the dialog", lambda: len(DESK.windows()) == 2)
    DESK.find("text", "Address").queryEditableText().setTextContents(SITE.url + "/")
    DESK.click("push button", "Find")
    assert chosen("Harbour Sheet") and not chosen("Harbour Sport")
    DESK.picture("feeds-candidates")
    DESK.point_at(DESK.find("push button", "Add"))
    until("one window", lambda: len(DESK.windows()) == 1)
    DESK.find("list item", "Harbour Sheet, Feed, 2 unread")
    DESK.find("list item", "All, 3")
    assert [feed["url"] for feed in feeds()] == [SITE.url + "/all.rss"]


def test_choosing_a_feed_lists_its_articles_alone():
    choose_feed("Harbour Sheet", 2)
    DESK.picture("feeds-chosen")
    DESK.open_article("Dredger Sinks at Pier 4")
    DESK.find("list item", "Harbour Sheet, Feed, 1 unread")
    text = DESK.reader().queryText().getText(0, -1)
    assert "within ten minutes" in text, text


def test_the_space_bar_leads_to_the_next_unread():
    DESK.keys("space")
    until("the ferry", lambda: "Ferry" in DESK.frame.name)
    DESK.find("list item", "Harbour Sheet, Feed, 0 unread")


def test_what_was_edited_shows_word_by_word():
    publish(EDITED)
    DESK.open_article("Dredger Sinks at Pier 4")
    DESK.keys("F5")
    DESK.find("label", "Edited 1 time since it was first seen")
    assert "within two hours" in DESK.reader().queryText().getText(0, -1)
    DESK.click("push button", "What Changed")
    DESK.find("status bar", named(r"added \(underlined\).*taken out"))
    text = DESK.find("text", "What changed").queryText().getText(0, -1)
    assert re.search(r"within\s+(ten minutes\s*two hours|two hours\s*ten minutes|ten\s*two minutes\s*hours)", text), text
    assert "An earlier version" in text and text.count("Nobody was hurt") == 1, text
    DESK.picture("feeds-difference")
    DESK.click("push button", "Back to the article")
    DESK.find("push button", "What Changed")


def test_a_hint_of_trouble_leads_to_the_health_of_the_feeds():
    del SITE.pages["/all.rss"]
    DESK.keys("F5")
    DESK.find("list item", named("^Harbour Sheet, Feed, 0 unread, The last answers were errors"))
    DESK.window_action("win.feed-health")
    until("the health", lambda: len(DESK.windows()) == 2)
    DESK.find("list item", named("Harbour Sheet.*404"))
    DESK.picture("feeds-health")
    publish(EDITED)
    DESK.act(DESK.inside(DESK.find("list item", named("Harbour Sheet.*404")), "push button", "Ask Harbour Sheet now"))
    DESK.find("list item", named(r"^Harbour Sheet.*\(200\)|^Harbour Sheet.*\(304\)"))
    DESK.keys("Escape")
    until("one window", lambda: len(DESK.windows()) == 1)
    DESK.find("list item", "Harbour Sheet, Feed, 0 unread")


def test_a_folder_takes_a_feed_that_is_dropped_on_it():
    DESK.focus()
    DESK.window_action("win.new-folder")
    until("the dialog", lambda: len(DESK.windows()) == 2)
    DESK.find("text", "Name").queryEditableText().setTextContents("Coast")
    DESK.point_at(DESK.find("push button", "Save"))
    until("one window", lambda: len(DESK.windows()) == 1)
    folder = DESK.find("list item", named("^Coast, Folder"))
    x, y, width, height = DESK.place(DESK.find("list item", named("^Harbour Sheet, Feed")))
    to_x, to_y, to_width, to_height = DESK.place(folder)
    DESK.drag_slowly(x + width / 2, y + height / 2, to_x + to_width / 2, to_y + to_height / 2)
    until("the feed in its folder", lambda: tree() == [("Harbour Sheet", SITE.url + "/all.rss", "Coast")])
    DESK.picture("feeds-folder")


def test_a_search_is_kept_as_a_watch():
    DESK.keys("alt+1", "ctrl+l")
    DESK.type("dredger ")
    DESK.shows(1)
    DESK.keys("ctrl+d")
    until("the dialog", lambda: len(DESK.windows()) == 2)
    DESK.picture("feeds-watch-dialog")
    DESK.point_at(DESK.find("push button", "Save"))
    until("one window", lambda: len(DESK.windows()) == 1)
    DESK.click("push button", "Clear the search")
    DESK.shows(3)
    DESK.point_at(DESK.find("list item", named("^dredger, Watch, 0 unread")))
    DESK.shows(1)
    DESK.picture("feeds-watch")


def test_a_watch_is_not_searched_in_by_what_was_typed():
    """Choosing it takes the typed search away, which hid all of it."""
    DESK.keys("alt+1", "ctrl+l")
    DESK.type("nothingiscalledso ")
    DESK.find("label", "Nothing Found")
    DESK.point_at(DESK.find("list item", named("^dredger, Watch, 0 unread")))
    DESK.shows(1)


def has_keys(row):
    """A row, or what stands in it."""
    return any(one.getState().contains(pyatspi.STATE_FOCUSED) for one in [row, row.parent])


def test_menus_of_the_sidebar_give_the_keys_back():
    for row in ["^dredger, Watch", "^Harbour Sheet, Feed"]:
        DESK.point_at(DESK.find("list item", named(row)), button=3)
        DESK.find("menu item", named("^Mark [Aa]ll"))
        DESK.close_menu()
        until("the row has the keys", lambda: has_keys(DESK.find("list item", named(row))), 3)


def test_what_was_typed_of_other_lists_is_watched_too():
    DESK.keys("alt+6", "ctrl+l")
    DESK.type("okafor")
    DESK.keys("ctrl+d")
    until("the dialog", lambda: len(DESK.windows()) == 2)
    DESK.point_at(DESK.find("push button", "Save"))
    until("one window", lambda: len(DESK.windows()) == 1)
    assert DESK.ask("SELECT query FROM watches ORDER BY id DESC LIMIT 1") == [("okafor",)]
    DESK.undo()
    DESK.click("push button", "Clear the search")


def test_all_that_is_listed_is_marked_read_and_unread_again():
    DESK.keys("alt+1")
    DESK.shows(3)
    DESK.click("push button", "Mark all read")
    DESK.find("list item", "Unread, 0")
    DESK.keys("ctrl+z")
    DESK.find("list item", "Unread, 1")


def test_feeds_go_out_as_OPML_and_come_in_again():
    tap.hearsay("feeds", "add", "--library", DESK.library, SITE.url + "/sport.rss", "--title", "Rowing")
    DESK.find("list item", named("^Rowing, Feed"))
    KEPT["tree"] = tree()
    assert len(KEPT["tree"]) == 2
    out = DESK.folder / "feeds.opml"
    DESK.focus()
    DESK.window_action("win.export-opml")
    choose_file("Export", out)
    until("the file", lambda: out.exists() and "</opml>" in out.read_text())
    for name in ["Rowing, Feed", "Harbour Sheet, Feed"]:
        DESK.point_at(DESK.find("list item", named("^" + name)))
        DESK.keys("Delete")
        DESK.gone("list item", named("^" + name))
    DESK.point_at(DESK.find("list item", named("^Coast, Folder")))
    DESK.keys("Delete")
    DESK.gone("list item", named("^Coast, Folder"))
    assert tree() == []
    DESK.window_action("win.import-opml")
    choose_file("Import", out)
    until("the same tree", lambda: sorted(tree()) == sorted(KEPT["tree"]))
    DESK.find("list item", named("^Coast, Folder"))
    DESK.picture("feeds-imported")


def test_the_next_unread_is_found_in_the_next_feed():
    DESK.find("list item", "Rowing, Feed, 1 unread")
    choose_feed("Harbour Sheet", 2)
    DESK.open_article("Dredger Sinks at Pier 4")
    DESK.keys("u")
    until("the rowers", lambda: "Rowers" in DESK.frame.name)
    DESK.find("list item", "Rowing, Feed, 0 unread")
    DESK.shows(1)


if __name__ == "__main__":
    play(DESK, globals(), SITE)
