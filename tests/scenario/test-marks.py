#!/usr/bin/python3
"""What can be done with words where they are read: menus and keys of marks, of selected words, of names beside the text.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from analyst import SAMPLE, Analyst
from desk import named, play, until

DESK = Analyst()


def test_library_opens():
    DESK.import_files(*SAMPLE)
    # the first mention of one article is not sure, nor is the second
    DESK.write("UPDATE mentions SET confidence = .41 WHERE kind < 3 AND idx < 2"
               " AND article IN (SELECT id FROM articles WHERE title LIKE 'Envoy: Tarvonia%')")
    DESK.start()
    DESK.shows(8)


def test_mark_in_the_text_has_a_menu():
    DESK.open_article("Envoy: Tarvonia in talks")
    DESK.keys("period")
    DESK.keys("shift+F10")
    DESK.find("menu item", named("^Names Nothing"))
    DESK.picture("menu-mention")
    offered = DESK.offered()
    for name in ["Show Entity", "Not This One", "Names Something Else", "Merge", "Change Kind", "Copy Name", "Watch"]:
        assert any(item.startswith(name) for item in offered), (name, offered)
    DESK.close_menu()


def confidence(index):
    return DESK.ask("SELECT confidence FROM mentions WHERE idx = ? AND article IN"
                    " (SELECT id FROM articles WHERE title LIKE 'Envoy: Tarvonia%')", index)[0][0]


def test_what_is_proposed_is_confirmed_by_a_key():
    assert confidence(0) < .6
    before = len(DESK.journal())
    DESK.keys("Return")
    DESK.find("push button", "Confirm")
    DESK.picture("card-proposed")
    DESK.keys("Escape")
    DESK.gone("push button", "Confirm")
    # the keys are where they were
    DESK.keys("shift+F10")
    DESK.find("menu item", named("^Confirm"))
    DESK.close_menu()
    DESK.keys("a")
    until("it was confirmed", lambda: len(DESK.journal()) == before + 1)
    assert DESK.journal()[-1][0] == "set-mention"
    until("it is sure", lambda: confidence(0) == 1)
    DESK.picture("confirmed")
    DESK.undo()
    until("it is proposed again", lambda: confidence(0) < .6)


def test_names_nothing_by_a_key():
    before = len(DESK.journal())
    DESK.keys("r")
    until("it was refused", lambda: len(DESK.journal()) == before + 1)
    assert DESK.journal()[-1][0] == "remove-mention"
    DESK.undo()


def test_keys_say_it_of_the_mark_that_was_gone_to():
    before = len(DESK.journal())
    DESK.keys("period", "x")
    until("it was said", lambda: len(DESK.journal()) == before + 1)
    assert DESK.journal()[-1][0] == "not-this-one"
    DESK.undo()


def test_selected_words_are_marked():
    x, y, width, height = DESK.place(DESK.reader())
    DESK.drag(x + 30, y + 186, x + width * 0.4, y + 186)
    DESK.keys("shift+F10")
    DESK.find("menu item", named("^Event"))
    DESK.picture("menu-selection")
    assert any(item.startswith("Note") for item in DESK.offered())
    DESK.click("menu item", named("^Event"))
    DESK.gone("menu item")
    DESK.find("push button", "Mark")
    DESK.find("list item", named("Something of its own$"))
    DESK.picture("mark-words")
    DESK.keys("Return")
    until("marked", lambda: DESK.journal() and DESK.journal()[-1][0] == "set-mention")
    DESK.focus()
    DESK.undo()


def test_names_beside_the_article_have_menus():
    DESK.point_at(DESK.find("page tab", "Mentions"))
    row = DESK.find("list item", named("^Tarvonia, Place, [0-9]+ mention"))
    DESK.point_at(row, button=3, across=0.3)
    DESK.find("menu item", named("^Show Entity"))
    DESK.picture("menu-names-panel")
    DESK.close_menu()


def test_message_goes_with_its_decision():
    """Its Undo would take back what was decided before."""
    before = len(DESK.journal())
    DESK.focus()
    DESK.keys("period", "r")
    until("it was refused", lambda: len(DESK.journal()) == before + 1)
    DESK.find("label", named("^Mark of “.*” removed"))
    DESK.picture("message")
    DESK.undo()
    DESK.gone("label", named("^Mark of “.*” removed"), seconds=2)
    DESK.picture("message-gone")


if __name__ == "__main__":
    play(DESK, globals())
