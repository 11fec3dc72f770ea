#!/usr/bin/python3
"""Where the keys are: after Back, after a place was called, from pane to pane, one pane at a time too.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from analyst import Analyst
from desk import named, play, settle, until

DESK = Analyst()
ENVOY = "^list item: Envoy: Tarvonia"
WIDE, ONE_PANE = (1280, 800), (404, 800)


def narrow():
    # the card of a mark that the pointer rests on is the nearest thing for Escape
    subprocess.run(["xdotool", "mousemove", "600", "850"], check=True)
    DESK.resize(700, 800)
    DESK.resize(*ONE_PANE)
    DESK.resize(*ONE_PANE)


def to_the_list():
    DESK.keys("alt+1")
    DESK.has_keys("^list item: ")


def unread():
    return DESK.ask("SELECT count(*) FROM articles WHERE read = 0")[0][0]


def test_library_opens():
    DESK.open_sample()
    DESK.open_article("Envoy: Tarvonia in talks")


def test_keys_of_places_lead_to_their_rows():
    DESK.keys("slash")
    DESK.has_keys(": Search$")
    for key, row in [("4", ""), ("5", ".* article.*unread"), ("6", ".*, Place, "), ("1", "Envoy: Tarvonia")]:
        DESK.keys("alt+" + key)
        DESK.has_keys("^list item: " + row)
    DESK.keys("alt+2")
    DESK.has_keys("^list item: .*, unread$")
    before = unread()
    DESK.keys("alt+7")
    DESK.find("panel", "No Notes Yet")
    DESK.keys("Return", "space")
    settle(0.5)
    assert unread() >= before - 1, (before, unread())
    assert not DESK.all("menu item")
    DESK.keys("alt+8")
    settle(0.5)
    assert "button" not in DESK.focused() and "Search" not in DESK.focused(), DESK.focused()
    DESK.keys("alt+1")
    DESK.has_keys("^list item: ")


def test_keys_step_from_pane_to_pane():
    DESK.open_article("Envoy: Tarvonia in talks")
    DESK.keys("alt+1")
    DESK.has_keys(ENVOY)
    DESK.keys("F6")
    DESK.has_keys("^text: Envoy: Tarvonia")
    DESK.keys("F6")
    DESK.has_keys(": Credibility$")
    DESK.keys("F6")
    DESK.has_keys("^list item: All, 8$")
    DESK.keys("F6")
    DESK.has_keys(ENVOY)
    DESK.keys("shift+F6")
    DESK.has_keys("^list item: All, 8$")
    DESK.keys("shift+F6")
    DESK.has_keys(": Credibility$")
    DESK.keys("slash", "F6")
    DESK.has_keys("^list item: All, 8$")


def test_hidden_sidebar_gives_the_keys_to_the_list():
    DESK.keys("F9")
    DESK.has_keys(ENVOY)
    DESK.keys("F9")


def test_back_leads_to_the_row_that_was_left():
    narrow()
    to_the_list()
    DESK.picture("keys-list-404")
    DESK.keys("Home", "Down", "Down")
    row = DESK.focused()
    DESK.keys("Return")
    DESK.has_keys("^text: ")
    before = unread()
    DESK.keys("alt+Left")
    DESK.has_keys("^" + row[:40])
    DESK.keys("Down", "Return")
    DESK.has_keys("^text: ")
    settle(0.5)
    assert unread() >= before - 1, (before, unread())


def test_escape_leads_from_the_text_to_its_row():
    title = DESK.focused()[len("text: "):]
    DESK.keys("Escape")
    DESK.has_keys("^list item: " + title[:30])


def test_escape_leads_from_an_entity_to_its_row():
    DESK.keys("alt+6")
    DESK.has_keys("^list item: ")
    DESK.keys("Home", "Down")
    row = DESK.focused()
    DESK.keys("Return")
    DESK.find("push button", "Merge…")
    settle(0.5)
    assert "Search" not in DESK.focused(), DESK.focused()
    DESK.keys("Escape")
    DESK.has_keys("^" + row[:20])
    to_the_list()


def test_escape_leads_out_of_the_search():
    DESK.keys("slash")
    DESK.has_keys(": Search$")
    DESK.keys("Escape")
    DESK.has_keys("^list item: ")
    DESK.keys("Return")
    DESK.has_keys("^text: ")
    settle(0.5)
    DESK.has_keys("^text: ")  # the panel does not come over it
    DESK.keys("slash", "Escape")
    DESK.has_keys("^text: ")
    DESK.keys("Escape")
    DESK.has_keys("^list item: ")


def test_side_panes_have_the_keys_while_they_are_there():
    DESK.keys("F9")
    DESK.has_keys("^list item: All, 8$")
    DESK.picture("keys-sidebar-404")
    DESK.keys("F9")
    settle(0.4)
    DESK.has_keys("^list item: .* · ")
    DESK.keys("Return")
    DESK.has_keys("^text: ")
    DESK.keys("shift+F9")
    DESK.has_keys(": Credibility$")
    DESK.keys("Escape")
    DESK.has_keys("^text: ")
    DESK.keys("F6")
    settle(0.2)
    DESK.has_keys("^text: ")


def test_place_of_the_sidebar_has_the_keys():
    DESK.keys("F9")
    DESK.has_keys("^list item: All, 8$")
    DESK.keys("Down", "Return")
    until("the unread", lambda: DESK.frame.name)
    DESK.has_keys("^list item: .*, unread$")
    DESK.picture("keys-unread-404")


def test_back_to_the_unread_leads_to_a_row():
    DESK.keys("Return")
    DESK.has_keys("^text: ")
    settle(1)
    DESK.keys("alt+Left")
    DESK.has_keys("^list item: .* · ")
    DESK.resize(*WIDE)


if __name__ == "__main__":
    play(DESK, globals())
