#!/usr/bin/python3
"""A folder of pages, ordinary and hostile: imported, read, marked, searched, unfolded, printed, looked at as fetched.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import pathlib
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import pyatspi

import tap
from analyst import Analyst
from desk import PICTURES, named, settle, until

DATA = pathlib.Path(__file__).resolve().parents[1] / "data" / "reader"
TITLE = "Bridge over the Velan to carry trams from May"
LONG = " ".join("The ferry number %d left the old harbour late, as the harbour master said on Monday." % n for n in range(6))
HOSTILE = {
    "scripts.html": "<html><head><title>Ferry late again on Monday</title><script>document.write('written by a script')</script>"
                    "<meta http-equiv=refresh content='0;url=https://evil.example/'></head><body onload=alert(1)><article>"
                    "<h1>Ferry late again on Monday</h1><p onclick=alert(2)>" + LONG + "</p><p><a href='javascript:alert(3)'>"
                    "A link that would run</a> stands in this paragraph of the article, which goes on for a while.</p>"
                    "<img src='https://evil.example/track.gif?id=1' alt='A ferry'><iframe src=https://evil.example/></iframe>"
                    "</article></body></html>",
    "nested.html": "<html><title>Nested</title><body>" + "<div>" * 30000 + "<p>" + LONG + "</p></body></html>",
    "attributes.html": "<html><title>Attributes</title><body><p " + " ".join("a%d=x" % n for n in range(30000)) + ">" + LONG + "</p></body></html>",
    "cut.html": "<html><head><title>Cut off in the middle of it</title><body><article><h1>Cut off in the middle of it</h1><p>" + LONG + "</p><p>And then <a hre",
    "bytes.html": bytes(range(256)) * 40,
}

# What the desktop would open goes into a file instead.
HOME = None
DESK = None


def make_desktop(folder):
    """A desktop on which everything is opened by a script that writes down what."""
    applications = folder / "share" / "applications"
    applications.mkdir(parents=True)
    (folder / "open.sh").write_text("#!/bin/sh\nprintf '%%s\\n' \"$1\" >>%s/opened\n" % folder)
    (folder / "open.sh").chmod(0o755)
    types = "text/html;x-scheme-handler/http;x-scheme-handler/https;x-scheme-handler/file;"
    (applications / "opener.desktop").write_text(
        "[Desktop Entry]\nType=Application\nName=Opener\nExec=%s/open.sh %%u\nMimeType=%s\n" % (folder, types))
    (applications / "mimeapps.list").write_text(
        "[Default Applications]\n" + "".join("%s=opener.desktop\n" % kind for kind in types.split(";") if kind))
    (applications / "mimeinfo.cache").write_text(
        "[MIME Cache]\n" + "".join("%s=opener.desktop;\n" % kind for kind in types.split(";") if kind))


def start():
    global HOME, DESK
    DESK = Analyst()
    HOME = DESK.folder
    make_desktop(HOME)
    # the script is not what keeps a type for a file without a name that says it
    DESK.environment.update(XDG_DATA_HOME=str(HOME / "share"), XDG_CACHE_HOME=str(HOME / "cache"),
                            XDG_DATA_DIRS=os.environ.get("XDG_DATA_DIRS", "/usr/local/share:/usr/share"))
    DESK.start()


def opened():
    path = HOME / "opened"
    return path.read_text().split() if path.exists() else []


def text_of_article():
    return DESK.reader().queryText().getText(0, -1)


def open_menu():
    """The menu of the article: of the button and what is in it only the inner one can be pressed."""
    DESK.focus()
    DESK.act(until("the button of the menu", lambda: DESK.all("push button", "More about this article")[-1]))
    settle(0.4)


def actions_menu(label):
    """Does an entry of the menu of the article."""
    open_menu()
    DESK.act(DESK.find("menu item", named(label)))
    settle(0.4)


def test_folder_of_pages_is_imported():
    start()
    until("the sample story", lambda: DESK.find("list", "Articles").childCount == 8, 30)
    pages = HOME / "pages"
    pages.mkdir()
    for page in DATA.glob("*.html"):
        shutil.copy(page, pages)
    for name, content in HOSTILE.items():
        (pages / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    DESK.keys("ctrl+shift+o")
    until("the chooser", lambda: len(DESK.windows()) == 2)
    DESK.type(str(pages))
    DESK.keys("Return")
    DESK.find("list item", named("^" + TITLE), seconds=40)
    DESK.find("list item", named("^Ferry late again"), seconds=40)


def test_page_is_read_as_it_is_set():
    DESK.open_article(TITLE)
    text = text_of_article()
    assert "1.\tRails for both of the lines" in text, text
    assert "◦\tat least four metres" in text
    assert "Steel\n4,100,000\n5,900,000\nCity" in text  # no room for columns here
    assert "▸ 2 lines of boilerplate: related links, donation" in text
    assert "donate to The Velan Courier" not in text
    DESK.find("label", named(r"The Velan Courier · 10 Mar 2026 · 2 minutes"))
    DESK.picture("pages-read-1280")
    DESK.resize(1600, 880)
    until("room for columns", lambda: "Steel\t4,100,000\t5,900,000\tCity" in text_of_article())
    DESK.picture("pages-read-1600")
    DESK.resize(1280, 800)


def test_nothing_of_a_hostile_page_runs():
    DESK.open_article("Ferry late again")
    text = text_of_article()
    assert "written by a script" not in text
    assert "ferry number 5" in text
    DESK.inside(DESK.reader(), "push button", "Load picture: A ferry")  # and it is not loaded
    DESK.picture("pages-hostile-1280")
    assert opened() == [], opened()


def test_layers_are_switched_by_their_keys():
    DESK.open_article(TITLE)
    DESK.click("page tab", "Mentions")
    DESK.keys("ctrl+shift+l")
    DESK.find("list item", named(r"^Petra Lindqvist, Person: "))
    DESK.point_at(DESK.reader(), 0.02, 0.6)
    DESK.keys("ctrl+1")
    DESK.gone("list item", named(r"^Petra Lindqvist, Person: "))
    DESK.picture("pages-without-people-1280")
    DESK.keys("ctrl+1")
    DESK.find("list item", named(r"^Petra Lindqvist, Person: "))
    DESK.keys("ctrl+shift+m")
    DESK.gone("list item", named(r", (Person|Place): "))
    DESK.keys("ctrl+shift+m")
    DESK.find("list item", named(r", Place: "))


def test_list_of_marks_speaks_each_and_the_headings():
    row = DESK.find("list item", named(r"Statement: Said by Petra Lindqvist"))
    assert row.getState().contains(pyatspi.STATE_FOCUSABLE)
    heading = DESK.find("list item", "Heading: " + TITLE)
    DESK.inside(heading, "heading", TITLE)
    DESK.find("list item", "Heading: What the council had asked for")
    DESK.picture("pages-marks-1280")


def test_list_of_marks_speaks_links_and_signals():
    DESK.find("list item", named(r"eleven bus lines, Link: Leads to https://velan\.example/plan"))
    DESK.find("list item", named(r", Signal: ▲ Source is named"))


def test_list_of_marks_is_about_one_layer():
    DESK.point_at(DESK.find("combo box", "Which marks are listed"))
    DESK.keys("Down", "Return")  # people
    DESK.find("list item", named(r"Person: Petra Lindqvist"))
    DESK.gone("list item", named(r"Statement: "))
    DESK.point_at(DESK.find("combo box", "Which marks are listed"))
    DESK.keys("Up", "Return")
    DESK.find("list item", named(r"Statement: "))


def test_key_opens_the_card_of_a_mark():
    DESK.point_at(DESK.reader(), 0.02, 0.4)
    DESK.keys("period", "Return")
    DESK.find("push button", named("^(Show Entity|All Statements|Open Link)$"))
    DESK.picture("pages-card-1280")
    DESK.keys("Escape")


def test_pointer_that_rests_opens_the_card():
    text = text_of_article()
    area = DESK.reader().queryText().getCharacterExtents(text.index("Petra Lindqvist") + 3, pyatspi.WINDOW_COORDS)
    subprocess.run(["xdotool", "mousemove", "700", "20", "mousemove", str(area[0] - 8), str(area[1] + area[3] // 2), "mousemove",
                    str(area[0] + area[2] // 2), str(area[1] + area[3] // 2)], check=True)
    DESK.find("push button", "Show Entity")
    DESK.find("label", named(r"mentions? in \d+ article"))
    DESK.picture("pages-hover-1280")
    subprocess.run(["xdotool", "mousemove", "700", "20"], check=True)
    DESK.gone("push button", "Show Entity")


def test_words_are_found_and_it_wraps():
    DESK.focus()
    DESK.keys("ctrl+f")
    DESK.type("bridge")
    found = DESK.find("label", named(r"^1 of \d+$")).name
    n = int(found.split()[-1])
    assert n == text_of_article().lower().count("bridge"), found
    DESK.keys("shift+Return")
    DESK.find("label", "%d of %d" % (n, n))
    DESK.keys("Return")
    DESK.find("label", "1 of %d" % n)
    DESK.picture("pages-found-1280")
    DESK.keys("Escape")


def test_boilerplate_unfolds_and_folds():
    DESK.keys_until("the boilerplate", lambda: "donate to The Velan Courier" in text_of_article(), "ctrl+shift+b")
    assert "▾ 2 lines of boilerplate" in text_of_article()
    DESK.picture("pages-unfolded-1280")
    DESK.keys_until("it to fold", lambda: "donate to The Velan Courier" not in text_of_article(), "ctrl+shift+b")


def test_text_grows_and_shrinks():
    def height():
        return DESK.reader().queryText().getCharacterExtents(0, pyatspi.WINDOW_COORDS)[3]
    DESK.focus()
    DESK.keys("ctrl+plus", "ctrl+plus", "ctrl+plus", "ctrl+plus")
    settle(0.5)
    DESK.picture("pages-larger-1280")
    open_menu()
    DESK.find("label", "17 pt")
    DESK.keys("Escape")
    DESK.focus()
    DESK.keys("ctrl+0")
    open_menu()
    DESK.find("label", "13 pt")
    DESK.picture("pages-menu-1280")
    DESK.keys("Escape")


def test_list_of_marks_speaks_notes():
    DESK.point_at(DESK.reader(), 0.3, 0.3)
    DESK.keys("ctrl+Home", "shift+ctrl+Right")
    DESK.note_selection("Ask the council.", "bridge")
    DESK.click("page tab", "Mentions")
    DESK.find("list item", named(r"^Bridge, Note: .*Ask the council"))


def test_article_is_saved_as_pdf():
    path = HOME / "bridge.pdf"
    actions_menu("^Save as PDF")
    until("the chooser", lambda: len(DESK.windows()) == 2)
    DESK.keys("ctrl+a")
    DESK.type(str(path))
    DESK.keys("Return")
    until("the whole file", lambda: path.exists() and path.read_bytes().rstrip().endswith(b"%%EOF"), 20)
    PICTURES.mkdir(parents=True, exist_ok=True)
    shutil.copy(path, PICTURES / "pages.pdf")
    if shutil.which("pdftotext"):
        text = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True).stdout
        assert TITLE in text and "The Velan Courier · 10 Mar 2026" in text, text
        assert "SHA-256 of the text: " in text
        assert "1. Rails for both of the lines" in text
        assert "Page 1 of" in text
        subprocess.run(["pdftoppm", "-r", "70", "-png", str(path), str(PICTURES / "pages-print")], check=True)


def test_page_is_shown_as_fetched():
    DESK.open_article("Ferry late again")
    DESK.focus()
    actions_menu("^As Fetched")
    until("something opened", opened, 15)
    assert len(opened()) == 1 and str(HOME / "cache") in opened()[0], opened()
    page = pathlib.Path(opened()[0].replace("file://", "")).read_text()
    assert "default-src 'none'" in page
    assert "ferry number 5" in page
    assert "[javascript:alert(3)]" in page
    for word in ["<script", "<iframe", "<img", "onload=", "onclick=", "http-equiv=\"refresh", "written by a script"]:
        assert word not in page, word


def test_narrow_window_holds_an_article():
    """Also while the button of the jobs is there: it cannot have been dismissed, a page could not be read."""
    DESK.open_article(TITLE)
    DESK.resize(500, 720)
    DESK.resize(360, 720)
    x, _y, width, _height = DESK.place(until("the button of the menu", lambda: DESK.all("push button", "More about this article")[-1]))
    assert x + width <= 360, (x, width)
    assert DESK.place(DESK.reader())[2] <= 360
    DESK.picture("pages-read-360")
    DESK.resize(1280, 800)


def test_place_in_an_article_is_remembered():
    DESK.resize(1280, 500)
    DESK.open_article(TITLE)
    DESK.scroll_to_end(DESK.reader())
    settle(1.8)
    DESK.picture("pages-end-1280")
    DESK.focus()
    DESK.close()
    DESK.start()
    until("the articles", lambda: DESK.find("list", "Articles").childCount > 8, 30)
    DESK.open_article(TITLE)
    settle(1.0)
    DESK.picture("pages-again-1280")
    text = text_of_article()
    caret = DESK.reader().queryText().caretOffset  # the keys stand at the top of what is in view
    assert text.index("Steel\n") <= caret <= text.index("The mayor denied"), text[caret:caret + 60]


def test_window_closes_cleanly_under_an_open_card():
    DESK.point_at(DESK.reader(), 0.02, 0.4)
    DESK.keys("period", "Return")
    DESK.find("push button", named("^(Show Entity|All Statements|Open Link)$"))
    DESK.act(DESK.find("push button", "Close"))
    until("the end of the program", lambda: DESK.process.poll() is not None, 15)
    assert DESK.process.returncode == 0 or DESK.only_foreign_leaks(), DESK.log_text()
    assert not DESK.complaints(), DESK.log_text()


if __name__ == "__main__":
    try:
        tap.run([case for name, case in list(globals().items()) if name.startswith("test_")])
    finally:
        DESK.clear()
