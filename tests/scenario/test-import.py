#!/usr/bin/python3
"""An empty library: what it says, files imported, problems named, a library that cannot be opened.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import tap
from desk import Desk, named, until
from loopback import Loopback

DESK = Desk()
TEXT = """Harbour pilots end their strike

The pilots of Velan port said on Monday they would return to work.

"We have what we asked for," said Petra Lindqvist, who speaks for their union.
"""


def test_sample_story_is_removed_and_does_not_return():
    DESK.start()
    until("eight articles", lambda: DESK.find("list", "Articles").childCount == 8, 30)
    until("an open article", lambda: " – Hearsay" in DESK.frame.name)
    DESK.window_action("win.remove-sample")
    until("an empty library", lambda: DESK.frame.name == "Hearsay")
    DESK.picture("empty-1280")
    DESK.focus()
    DESK.close()
    DESK.start()
    DESK.find("push button", "Import Files…")
    DESK.find("list item", "All, 0")


def test_files_are_imported_and_problems_named():
    folder = DESK.folder / "texts"
    folder.mkdir()
    (folder / "pilots.txt").write_text(TEXT)
    (folder / "broken.txt").write_bytes(bytes(range(256)) * 8)
    DESK.keys("ctrl+shift+o")
    until("the chooser", lambda: len(DESK.windows()) == 2)
    DESK.type(str(folder))
    DESK.picture("import-chooser")
    DESK.keys("Return")
    DESK.find("list item", named("^Harbour pilots end their strike"))
    until("an open article", lambda: "Harbour pilots" in DESK.frame.name)
    DESK.picture("imported-1280")


def test_problem_of_a_file_can_be_read():
    DESK.find("label", named(r"article added.*, 1 problem"))
    DESK.focus()
    DESK.window_action("win.show-jobs")
    DESK.find("label", named("broken.txt: "))
    DESK.picture("problems-1280")
    DESK.keys("Escape")
    DESK.point(700, 600)


def test_pasted_text_becomes_an_article():
    DESK.focus()
    DESK.keys("ctrl+shift+v")
    DESK.find("push button", "Add")
    DESK.type("Lighthouse of Velan to be painted")
    DESK.point_at(DESK.find("text", "Text"))
    DESK.type("The lighthouse will be painted in May, the harbour office said. Nobody asked for it before.")
    DESK.picture("paste-1280")
    DESK.keys("ctrl+Return")
    DESK.gone("push button", "Add")
    DESK.find("list item", named("^Lighthouse of Velan to be painted"))
    until("the article", lambda: "Lighthouse" in DESK.frame.name)
    DESK.picture("pasted-1280")


def test_address_is_imported():
    page = (b"<html><head><title>Pier of Velan opens</title></head><body><article><h1>Pier of Velan opens</h1>"
            b"<p>The pier of Velan has been opened again after eleven months of repair, the office said.</p>"
            b"<p>Nobody had asked the council before, and nobody was against it either, it said.</p></article></body></html>")
    server = Loopback()
    server.say("/pier", body=page, Content_Type="text/html; charset=utf-8")
    DESK.focus()
    DESK.keys("ctrl+shift+a")
    DESK.find("push button", "Import")
    DESK.type("no address")
    DESK.keys("ctrl+Return")
    DESK.find(None, "This is no web address.")
    DESK.keys("ctrl+a")
    DESK.type(server.url("/pier"))
    DESK.picture("address-1280")
    DESK.keys("ctrl+Return")
    DESK.gone("push button", "Import")
    DESK.find("list item", named("^Pier of Velan opens"))
    server.close()


def test_what_takes_too_much_says_so():
    huge = DESK.folder / "huge.html"
    huge.write_text("<html><body><article>" + "<p>Once more it went on about the pier of Velan.</p>" * 180000)
    tap.hearsay("import", "--library", DESK.library, huge, check=False)
    row = DESK.find("list item", named("^huge.html"))
    DESK.point_at(row)
    until("the article", lambda: "huge.html" in DESK.frame.name)
    DESK.find("label", named("^This could not be read"))
    DESK.picture("unread-1280")


def test_undo_brings_the_sample_back():
    DESK.focus()
    DESK.window_action("win.undo")  # to have opened three articles since is no decision
    until("the sample story", lambda: DESK.find("list", "Articles").childCount >= 8)


def test_file_that_is_no_library_is_left_alone():
    DESK.focus()
    DESK.close()
    other = DESK.folder / "other"
    other.mkdir()
    for name in ["hearsay.db", "library.db", "library.sqlite", "hearsay.sqlite"]:
        (other / name).write_text("this is no library\n" * 50)
    made = [path.name for path in DESK.library.iterdir()]
    for name in made:
        if not (other / name).exists() and "-" not in name:
            (other / name).write_text("this is no library\n" * 50)
    DESK.library = other
    DESK.start()
    DESK.find("push button", "Open Another Library…")
    DESK.picture("no-library-1280")
    assert all("this is no library" in path.read_text() for path in other.iterdir() if path.name in made)
    DESK.close()


if __name__ == "__main__":
    try:
        tap.run([case for name, case in list(globals().items()) if name.startswith("test_")])
    finally:
        DESK.clear()
