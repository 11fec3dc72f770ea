#!/usr/bin/python3
"""What can be done with a name, where it stands: menus by the other button of the pointer and by Shift+F10.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import tap
from analyst import SAMPLE, Analyst
from desk import named, play, settle, until

DESK = Analyst()


def choose(name):
    DESK.click("menu item", named(name))
    DESK.gone("menu item")


def proposals():
    return int(DESK.find("list item", named("^Proposals, ")).name.split()[-1])


def open_entities():
    DESK.keys("alt+6")
    return DESK.find("list item", named("^Tarvonia, "))


def test_library_opens():
    DESK.import_files(*SAMPLE)
    DESK.propose(1)
    DESK.start()
    DESK.shows(8)


def test_row_of_an_entity_has_a_menu():
    DESK.point_at(open_entities(), button=3)
    DESK.find("menu item", named("^Show Entity"))
    DESK.picture("menu-entity-row")
    for name in ["List Its Articles", "Watch", "Copy Name", "Merge", "Split", "Rename", "Change Kind", "Never Merge With"]:
        assert any(item.startswith(name) for item in DESK.offered()), (name, DESK.offered())
    DESK.close_menu()


def test_keys_open_it_and_the_letter_beside_an_item_does_it():
    DESK.point_at(open_entities())
    DESK.find("push button", "Merge…")
    DESK.point_at(open_entities())
    DESK.keys("shift+F10")
    DESK.find("menu item", named("^Rename"))
    DESK.keys("e")
    DESK.find("text", "Name")
    before = len(DESK.journal())
    DESK.keys("BackSpace", "Return")
    DESK.find("text", "Name")
    DESK.picture("rename-to-nothing")
    DESK.type("Tarvonia, the land")
    DESK.keys("Return")
    until("renamed", lambda: len(DESK.journal()) == before + 1 and DESK.journal()[-1][0] == "rename")
    assert DESK.ask("SELECT count(*) FROM entities WHERE name = 'Tarvonia, the land'")[0][0] == 1
    DESK.gone("text", "Name")
    DESK.focus()
    DESK.undo()


def test_escape_leaves_the_choice_of_another():
    DESK.point_at(open_entities())
    DESK.find("push button", "Merge…")
    DESK.keys("m")
    DESK.find("push button", "Cancel")
    DESK.find("label", "Type the beginning of a name.")
    DESK.picture("merge-with")
    DESK.type("Nor")
    DESK.keys("Escape")
    DESK.gone("push button", "Cancel")
    DESK.focus()


def test_mention_on_a_page_is_not_this_one():
    before = len(DESK.journal())
    DESK.point_at(open_entities())
    DESK.scroll_to_end(DESK.find("push button", "Merge…"))
    places = DESK.find("panel", "Places")
    shown = until("a mention that can be seen", lambda: next(
        place for place in DESK.all("push button", named("^[^·]*Tarvonia[^·]*$"), places) if 60 < DESK.place(place)[1] < 700))
    DESK.point_at(shown, button=3)
    DESK.find("menu item", named("^Not This One"))
    DESK.picture("menu-place")
    choose("^Not This One")
    until("it was said", lambda: len(DESK.journal()) == before + 1)
    assert DESK.journal()[-1][0] == "not-this-one"
    DESK.undo()


def test_mentions_are_walked_by_keys():
    """Enter and Tab lead to a mention, and X after X says of each that it is not this one."""
    before = len(DESK.journal())
    DESK.point_at(open_entities())
    DESK.find("push button", "Merge…")
    places = DESK.find("panel", "Places")
    DESK.keys("x")
    DESK.find("label", named("Enter in the list, then Tab$"))
    DESK.keys("Return")
    DESK.tab_to(DESK.all("push button", named("^[^·]*Tarvonia[^·]*$"), places)[0], 40)
    DESK.keys("x")
    until("one was said", lambda: len(DESK.journal()) == before + 1)
    settle(1)
    DESK.picture("mention-after-x")
    DESK.keys("x")
    until("another was said", lambda: len(DESK.journal()) == before + 2)
    DESK.undo()
    DESK.undo()


def test_reason_is_given_afterwards():
    """A merge by dragging asks nothing; Y says why, also when something else was decided meanwhile."""
    before = len(DESK.journal())
    DESK.point_at(open_entities())
    rows = [row for row in DESK.all("list item", named(", Person, "))][:2]
    x, y, width, height = DESK.place(rows[1])
    to_x, to_y, to_width, to_height = DESK.place(rows[0])
    DESK.drag_slowly(x + 60, y + height / 2, to_x + 60, to_y + to_height / 2)
    until("merged", lambda: len(DESK.journal()) == before + 1 and DESK.journal()[-1][0] == "merge")
    DESK.focus()
    DESK.keys("y")
    DESK.find("text", "Reason")
    tap.hearsay("feeds", "add", "--library", DESK.library, "https://harbour.example/feed.xml")
    DESK.type("one byline")
    DESK.picture("reason-afterwards")
    DESK.keys("Return")
    until("the reason is kept", lambda: DESK.journal()[-2:] == [("merge", "one byline"), ("add-feed", None)])
    DESK.focus()
    DESK.undo()
    DESK.undo()


def test_select_all_in_a_field_is_of_its_text():
    open_entities()
    DESK.focus()
    DESK.keys("slash", "ctrl+a")
    settle(0.5)
    assert not DESK.all("status bar", named("^[0-9]{2,} selected$"))
    DESK.keys("Escape")


def chosen():
    return int(DESK.find("status bar", named("^[0-9]+ selected$")).name.split()[0])


def test_many_are_merged_after_a_question():
    """All that is listed, and nothing that is not; no is the answer of Enter."""
    before = len(DESK.journal())
    DESK.point_at(open_entities())
    DESK.find("push button", "Merge…")
    DESK.keys("ctrl+a")
    count = chosen()
    DESK.click("push button", "Merge")
    DESK.find("label", "Merge %d Entities?" % count)
    DESK.find("label", named("^They are of different kinds: Person .*Place "))
    DESK.picture("merge-many")
    DESK.keys("Return")
    DESK.gone("label", "Merge %d Entities?" % count)
    assert len(DESK.journal()) == before
    DESK.focus()
    DESK.keys("slash")
    DESK.type("Tarvonia")
    few = until("fewer are chosen", lambda: chosen() < count and chosen())
    assert 1 < few
    DESK.keys("Escape")
    DESK.click("push button", "Merge")
    DESK.find("label", "Merge %d Entities?" % few)
    dialog = next(window for window in DESK.windows() if DESK.all("label", "Merge %d Entities?" % few, window))
    DESK.click("push button", named("Merge$"), dialog)
    until("merged", lambda: len(DESK.journal()) == before + 1 and DESK.journal()[-1][0] == "merge")
    assert DESK.ask("SELECT count(*) FROM entities WHERE root <> id")[0][0] == few - 1
    DESK.find("label", named(r"\(Y: say why\)$"))
    DESK.focus()
    DESK.undo()
    assert DESK.ask("SELECT count(*) FROM entities WHERE root <> id")[0][0] == 0


def test_dragging_onto_another_kind_asks():
    before = len(DESK.journal())
    place = open_entities()
    people = DESK.find("list item", named("^Tarvonian, Nationality, "))
    x, y, width, height = DESK.place(people)
    to_x, to_y, to_width, to_height = DESK.place(place)
    DESK.drag_slowly(x + 60, y + height / 2, to_x + 60, to_y + to_height / 2)
    DESK.find("label", "Merge 2 Entities?")
    DESK.picture("merge-kinds")
    DESK.keys("Escape")
    DESK.gone("label", "Merge 2 Entities?")
    assert len(DESK.journal()) == before
    DESK.focus()


def test_answer_takes_the_reason_that_was_typed():
    before = len(DESK.journal())
    count = proposals()
    DESK.keys("alt+8")
    DESK.find("label", "Are these one?")
    DESK.keys("y")
    DESK.type("two offices")
    DESK.keys("Return")
    DESK.picture("proposal-reason")
    DESK.keys("r")
    until("refused", lambda: len(DESK.journal()) == before + 1)
    assert DESK.journal()[-1] == ("refuse", "two offices"), DESK.journal()
    DESK.undo()
    until("it is proposed again", lambda: proposals() == count)
    DESK.keys("r")
    until("refused at once", lambda: len(DESK.journal()) == before + 1)
    assert DESK.journal()[-1] == ("refuse", None), DESK.journal()
    # right after an answer it is that one's reason
    DESK.keys("y")
    DESK.find("label", "Why?")
    DESK.type("two men")
    DESK.keys("Return")
    until("the reason is of the answer given", lambda: DESK.journal()[-1] == ("refuse", "two men"))
    DESK.focus()
    DESK.undo()


def test_proposal_has_a_menu():
    DESK.keys("alt+8")
    DESK.find("label", "Are these one?")
    DESK.keys("shift+F10")
    DESK.find("menu item", named("^They Are One"))
    DESK.picture("menu-proposal")
    before = len(DESK.journal())
    DESK.keys("a")
    until("accepted", lambda: len(DESK.journal()) == before + 1 and DESK.journal()[-1][0] == "accept")
    # the program's sentence is not the analyst's reason
    assert DESK.journal()[-1] == ("accept", None), DESK.journal()
    DESK.focus()
    DESK.undo()


def test_narrow_page_has_the_keys():
    """The list is gone with the row that was chosen: letters are for the page, not for the search field."""
    DESK.resize(700, 800)
    DESK.resize(380, 800)
    DESK.resize(380, 800)
    DESK.keys("alt+6")
    DESK.point_at(DESK.find("list item", named("^Tarvonia, Place, [0-9]+ article")))
    DESK.find("push button", "Merge…")
    DESK.picture("menu-entity-380")
    DESK.keys("m")
    DESK.find("push button", "Cancel")
    DESK.picture("menu-merge-380")
    DESK.keys("Escape")
    DESK.gone("push button", "Cancel")
    DESK.focus()
    DESK.keys("e")
    DESK.find("text", "Name")
    DESK.picture("menu-rename-380")
    DESK.keys("Escape")
    DESK.gone("text", "Name")
    DESK.focus()
    DESK.resize(1280, 800)


if __name__ == "__main__":
    play(DESK, globals())
