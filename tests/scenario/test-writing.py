#!/usr/bin/python3
"""What an analyst leaves behind: grades, notes, an export; and all of it after a restart.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import tap
from analyst import Analyst
from desk import named, until

DESK = Analyst()


def test_library_opens():
    DESK.open_sample()
    DESK.open_article("Envoy: Tarvonia in talks")


def test_outlet_is_graded_before_the_claim():
    DESK.open_article("Envoy: Tarvonia in talks")
    DESK.find("label", named("Grade the outlet first"))
    assert not DESK.all("panel", "What it says"), "the claim can be graded before the outlet"
    DESK.scroll_to_end(DESK.find("push button", named("^Upstream|^Open Original")))
    DESK.record_grade("^Outlet: The Meridian Post", 2, "known for corrections")
    DESK.find("panel", "What it says")
    DESK.find("list item", named(r"^Envoy: .*The Meridian Post · B · "))


def test_information_grade_is_recorded():
    DESK.scroll_to_end(DESK.find("panel", named("^Outlet: The Meridian Post")))
    DESK.record_grade("^What it says$", 3, "named ambassador, two readings agree")
    DESK.find("list item", named(r"^Envoy: .*The Meridian Post · B3 · "))
    DESK.picture("graded-light")


def test_selected_words_get_a_note():
    view = DESK.find("text", named("^Envoy"))
    x, y, width, _ = DESK.place(view)
    DESK.drag(x + 30, y + 186, x + width * 0.7, y + 186)
    DESK.keys("n")
    DESK.find("push button", "Save")
    DESK.type("the same words as in the wire report")
    DESK.keys("Tab")
    DESK.type("retranslated, wire")
    DESK.picture("note-editor-light")
    DESK.keys("ctrl+Return")
    DESK.gone("push button", "Save")
    DESK.click("page tab", "Notes")
    DESK.find("label", named("retranslated, wire"))
    DESK.picture("note-margin-light")


def test_note_leads_from_the_list_to_the_words():
    DESK.keys("alt+7")
    note = DESK.find("list item", named("^Note “the same words"))
    DESK.picture("notes-light")
    DESK.point_at(note)
    until("the article", lambda: "Envoy" in DESK.frame.name)
    DESK.keys("alt+1")


def test_star_by_key():
    DESK.open_article("Envoy: Tarvonia in talks")
    DESK.keys("s")
    DESK.find("list item", named(r"^Envoy: .*, starred$"))


def test_details_are_corrected_by_hand():
    DESK.keys("ctrl+i")
    DESK.find("push button", "Save")
    until("the dialog", lambda: len(DESK.windows()) == 2)
    DESK.picture("details-light")
    DESK.keys("Escape")
    until("one window", lambda: len(DESK.windows()) == 1)


def test_article_is_exported_as_markdown():
    DESK.focus()
    DESK.keys("ctrl+e")
    DESK.find("push button", named("^_?Export( Export)?$"))
    out = DESK.folder / "notes.md"
    DESK.keys("ctrl+a")
    DESK.type(str(out))
    DESK.picture("export-light")
    DESK.keys("Return")
    text = until("the file", lambda: out.exists() and out.read_text())
    assert "Envoy: Tarvonia in talks" in text and "the same words as in the wire report" in text, text


def test_everything_is_there_after_a_restart():
    DESK.focus()
    DESK.close()
    assert not DESK.complaints("CRITICAL"), DESK.log_text()
    DESK.start()
    DESK.shows(8)
    DESK.find("list item", "Notes, 1")
    DESK.find("list item", "Starred, 1")
    DESK.find("list item", named(r"^Envoy: .*The Meridian Post · B3 · .*1 note.*, starred$"))
    DESK.picture("restarted-light")
    DESK.close()


if __name__ == "__main__":
    try:
        tap.run([case for name, case in list(globals().items()) if name.startswith("test_")])
    finally:
        DESK.clear()
