#!/usr/bin/python3
"""Pictures come only when they are asked for or their source is allowed; feeds show theirs.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import pathlib
import struct
import subprocess
import sys
import zlib
from datetime import datetime, timezone

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import tap
from analyst import Analyst
from desk import named, settle, until
from news_site import Site

LONG = " ".join("The ferry number %d left the old harbour late, as the harbour master said on Monday." % n for n in range(6))
DESK = Analyst()
SITE = Site()


def make_picture():
    """40 × 30 points, orange, as PNG."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + b"\xe6\x61\x00" * 40 for _ in range(30))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 40, 30, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def orange(widget):
    """How many points of it are of the orange of the picture."""
    x, y, width, height = DESK.place(widget)
    points = subprocess.run(["import", "-window", "root", "-crop", "%dx%d+%d+%d" % (width, height, x, y), "+repage", "-depth", "8", "txt:-"],
                            capture_output=True, text=True, check=True).stdout
    return points.count("#E66100")


def article_menu(label):
    DESK.focus()
    DESK.act(until("the button of the menu", lambda: DESK.all("push button", "More about this article")[-1]))
    settle(0.4)
    DESK.act(DESK.find("menu item", named(label)))
    settle(0.4)


def import_page(name):
    """A page of the site, with a picture of its own; opened."""
    title = "The %s pier of Larkhaven is open" % name
    SITE.pages["/%s.png" % name] = ("image/png", make_picture())
    SITE.pages["/" + name] = ("text/html; charset=utf-8", (
        "<html lang=en><head><title>%s</title><meta property='og:site_name' content='Pier Post'></head><body><article>"
        "<h1>%s</h1><p>%s</p><figure><img src='/%s.png' alt='The %s pier' width=40 height=30></figure><p>%s</p></article></body></html>"
        % (title, title, LONG, name, name, LONG.replace("ferry", name + " boat"))))
    DESK.focus()
    DESK.keys("ctrl+shift+a")
    DESK.find("push button", "Import")
    DESK.type(SITE.url + "/" + name)
    DESK.keys("Return")
    DESK.find("list item", named("^" + title), seconds=20)
    DESK.focus()
    DESK.open_article(title)


def test_pictures_of_a_source_are_loaded_once_it_is_allowed():
    DESK.start()
    until("the sample story", lambda: DESK.find("list", "Articles").childCount == 8, 30)
    import_page("east")
    DESK.inside(DESK.reader(), "push button", named("^Load picture"))
    assert "/east.png" not in SITE.asked, SITE.asked
    article_menu("^Always Load Pictures of This Source")
    until("the picture", lambda: "/east.png" in SITE.asked)
    import_page("west")
    until("the picture of the next article", lambda: "/west.png" in SITE.asked)
    DESK.scroll_to_end(DESK.reader())
    DESK.picture("pictures-allowed-1280")
    until("the picture to be seen", lambda: orange(DESK.reader()) > 500)
    article_menu("^Always Load Pictures of This Source")
    import_page("north")
    DESK.inside(DESK.reader(), "push button", named("^Load picture"))
    assert "/north.png" not in SITE.asked, SITE.asked


def test_feed_shows_the_icon_of_its_site():
    SITE.pages["/favicon.ico"] = ("image/png", make_picture())
    SITE.feed("/feed.xml", "Pier Post", [("one", "Rowers win at Larkhaven", "<p>%s</p>" % LONG, datetime.now(timezone.utc))])
    DESK.focus()
    DESK.keys("ctrl+n")
    DESK.find("push button", "Find")
    DESK.type(SITE.url + "/feed.xml")
    DESK.keys("Return")
    DESK.find("push button", "Add", seconds=20)
    DESK.click("push button", "Add")
    DESK.find("list item", named("^Pier Post"), seconds=20)
    settle(2)
    DESK.picture("pictures-feed-1280")
    # the row is another one once its articles are counted
    until("the icon", lambda: orange(DESK.find("list item", named("^Pier Post"))) > 20, 20)


def test_window_closes_cleanly():
    DESK.focus()
    DESK.close()
    assert not DESK.complaints(), DESK.log_text()


if __name__ == "__main__":
    try:
        tap.run([case for name, case in list(globals().items()) if name.startswith("test_")])
    finally:
        DESK.clear()
        SITE.close()
