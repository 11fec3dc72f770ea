#!/usr/bin/python3
"""The name desk: proposals walked by keyboard, merged, split, undone; all of it there again after analysing anew.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import tap
from analyst import SAMPLE, Analyst
from desk import named, play, pyatspi, until

DESK = Analyst()
# What stands at each step, to be compared after closing, opening and analysing anew.
SEEN = {}


def decisions():
    """Who is whom, who is not, and what every mention is."""
    return (DESK.ask("SELECT id, root, name, kind FROM entities ORDER BY id"),
            DESK.ask("SELECT entity, other FROM apart WHERE withdrawn = 0 ORDER BY 1, 2"),
            DESK.ask("SELECT m.article, m.start, m.end, m.kind, e.root FROM mentions AS m"
                " LEFT JOIN local_entities AS l ON l.article = m.article AND l.idx = m.local"
                " LEFT JOIN entities AS e ON e.id = l.entity ORDER BY 1, 2, 3, 4, 5"))


def proposals():
    row = DESK.find("list item", named("^Proposals, "))
    return int(re.search(r"(\d+)$", row.name).group(1))


def open_entity(pattern):
    DESK.keys("alt+6")
    row = DESK.find("list item", named(pattern))
    DESK.point_at(row)
    return DESK.find("push button", "Merge…")


def test_library_opens():
    files = []
    try:
        seeds = tap.shared() / "seeds"
        files = sorted(path for path in seeds.iterdir() if path.suffix == ".txt")
    except tap.Skip:  # not on this machine: the sample story serves as well
        pass
    DESK.import_files(*(files or SAMPLE))
    DESK.propose(2)
    DESK.start()
    DESK.find("list", "Articles")
    until("proposals", lambda: proposals() >= 2)


def test_proposals_are_walked_by_keyboard():
    SEEN["before"] = decisions()
    SEEN["n"] = proposals()
    DESK.keys("alt+8")
    DESK.find("label", "Are these one?")
    DESK.picture("names-proposal-1280")
    DESK.keys("a")
    DESK.find("label", named("^Merged into"))
    until("one was answered", lambda: proposals() == SEEN["n"] - 1)
    DESK.picture("names-proposal-merged")
    merged = DESK.ask("SELECT count(*) FROM entities WHERE root <> id")[0][0]
    assert merged >= 1
    DESK.keys("space")
    DESK.keys_until("another was answered", lambda: proposals() == SEEN["n"] - 2, "r")
    assert len(decisions()[1]) == 1


def test_answers_are_taken_back():
    DESK.keys("ctrl+z")
    until("the second is back", lambda: proposals() == SEEN["n"] - 1)
    DESK.keys("ctrl+z")
    until("the first is back", lambda: proposals() == SEEN["n"])
    until("all is as before", lambda: decisions()[2] == SEEN["before"][2])
    DESK.keys("a")
    until("one is answered again", lambda: proposals() == SEEN["n"] - 1)


def test_page_of_an_entity():
    open_entity("Person, ")
    DESK.find("image", named("^Articles over time"))
    DESK.picture("names-entity-1280")
    name = DESK.ask("SELECT name FROM entities WHERE kind = 0 AND root = id ORDER BY n_mentions DESC, id DESC LIMIT 1")[0][0]
    DESK.find("label", name)


def is_selected(name):
    return any(row.getState().contains(pyatspi.STATE_SELECTED) for row in DESK.all("list item", named(name)))


def test_the_way_back_from_the_proposals_leads_to_the_list():
    DESK.window_action("win.show-proposals")
    until("the row of the proposals", lambda: is_selected("^Proposals, ") and not is_selected("^Entities, "))
    DESK.window_action("win.back")
    until("the row of the list", lambda: is_selected("^Entities, ") and not is_selected("^Proposals, "))


def test_entities_by_kind_and_order():
    DESK.keys("alt+6")
    DESK.find("list item", named("Place, "))
    DESK.point_at(DESK.find("combo box", "Kind"))
    DESK.keys("Down")
    DESK.keys("Return")
    until("only people", lambda: not DESK.all("list item", named("Place, ")))
    DESK.picture("names-entities-people")
    DESK.point_at(DESK.find("combo box", "Kind"))
    DESK.keys("Up")
    DESK.keys("Return")
    DESK.find("list item", named("Place, "))
    open_entity("Person, ")


def test_split_and_undo():
    before = decisions()
    DESK.keys("t")
    DESK.find("check box")
    DESK.picture("names-split")
    boxes = DESK.all("check box")
    assert len(boxes) >= 2
    split = DESK.find("push button", named("Split$"))
    assert not split.getState().contains(pyatspi.STATE_SENSITIVE)
    DESK.keys("space")
    until("the first is ticked", lambda: boxes[0].getState().contains(pyatspi.STATE_CHECKED))
    for _ in boxes[1:]:
        DESK.keys("Tab", "space")
    DESK.find("label", "At least one of its names has to stay.")
    DESK.picture("names-split-all")
    assert not split.getState().contains(pyatspi.STATE_SENSITIVE)
    for _ in boxes[1:]:
        DESK.keys("shift+Tab", "space")
    DESK.gone("label", "At least one of its names has to stay.")
    DESK.click("push button", named("Split$"))
    until("a part is another", lambda: decisions()[2] != before[2])
    DESK.keys_until("undone", lambda: decisions()[2] == before[2], "ctrl+z")
    DESK.keys_until("split again", lambda: decisions()[2] != before[2], "ctrl+shift+z")


def test_merge_by_typing():
    before = decisions()
    DESK.focus()
    DESK.keys("m")
    DESK.find("push button", "Cancel")
    other = DESK.ask("SELECT name FROM entities WHERE kind = 1 AND root = id AND n_articles > 0"
                     " ORDER BY n_mentions DESC LIMIT 1")[0][0]
    DESK.type(other.split()[0][:5])
    DESK.find("list item", named("Organisation"))
    DESK.point_at(DESK.find("text", "Reason"))
    DESK.type("seen on a photo")
    DESK.picture("names-chooser")
    DESK.keys("Return")
    until("merged", lambda: decisions()[2] != before[2])
    assert DESK.ask("SELECT count(*) FROM journal WHERE reason = 'seen on a photo'")[0][0] == 1
    DESK.find("list item", named("^Merged “.*, [^,]*, [0-9:]+, Reason: seen on a photo$"))
    DESK.keys_until("undone", lambda: decisions()[2] == before[2], "ctrl+z")


def test_page_tells_what_was_decided():
    """Newest first: the merge that was taken back, with its reason, then the split that stands."""
    merged = DESK.find("list item", named("^Merged “.* · taken back, Reason: seen on a photo$"))
    rows = [row.name for row in merged.parent]
    assert rows[0] == merged.name and rows[1].startswith("Split “"), rows
    DESK.tab_to(merged)
    DESK.picture("names-decisions-1280")


def test_it_is_all_there_again():
    SEEN["decided"] = decisions()
    DESK.close()
    DESK.write("UPDATE articles SET analyser = -1")
    DESK.start()
    until("analysed anew", lambda: DESK.ask("SELECT count(*) FROM articles WHERE analyser < 0")[0][0] == 0, 30)
    assert decisions() == SEEN["decided"]


def test_dark_and_narrow():
    DESK.close()
    DESK.color_scheme("dark")
    DESK.start()
    name = "^%s, Person, " % DESK.ask("SELECT subject FROM journal WHERE action = 'split' AND undone = 0")[0][0]
    open_entity(name)
    DESK.tab_to(DESK.find("list item", named("^Split “")))
    DESK.picture("names-decisions-dark")
    for key, picture in [("m", "names-chooser-dark"), ("t", "names-split-dark")]:
        DESK.keys(key)
        DESK.find("push button", named("Cancel$"))
        DESK.picture(picture)
        DESK.keys("Escape")
        DESK.gone("push button", named("Cancel$"))
        DESK.focus()
    DESK.resize(700, 800)
    DESK.keys("alt+8")
    DESK.find("label", "Are these one?")
    DESK.picture("names-proposal-700")
    DESK.keys("alt+Left")
    DESK.find("image", named("^Articles over time"))
    DESK.picture("names-entity-700")
    DESK.tab_to(DESK.find("list item", named("^Split “")))
    DESK.picture("names-decisions-700")


if __name__ == "__main__":
    play(DESK, globals())
