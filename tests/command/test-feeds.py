#!/usr/bin/env python3
"""feeds: subscriptions without a window.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import datetime
import json
import pathlib
import sqlite3
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import tap
from news_site import Site

TMP = tempfile.TemporaryDirectory()
HERE = pathlib.Path(TMP.name)
LIBRARY = HERE / "library"
OPML = """<?xml version="1.0"?>
<opml version="2.0"><head><title>Mine</title></head><body>
  <outline text="News">
    <outline text="Lantern" type="rss" xmlUrl="https://lantern.example/feed" htmlUrl="https://lantern.example/"/>
    <outline text="Coast"><outline text="Wire &amp; Sons" type="rss" xmlUrl="http://wire.example/feed"/></outline>
  </outline>
  <outline text="Bad" type="rss" xmlUrl="javascript:alert(1)"/>
  <outline text="Gazette" type="rss" xmlUrl="https://gazette.example/feed"/>
</body></opml>
"""


def feeds(*arguments, library=LIBRARY, **options):
    return tap.hearsay("feeds", *arguments, "--library", library, **options)


def rows(library=LIBRARY):
    return json.loads(feeds("list", "--json", library=library).stdout)


def test_there_is_nothing_before_anything_is_added():
    done = feeds("list", check=False)
    assert done.returncode == 1 and "no library" in done.stderr, done
    assert not LIBRARY.exists()


def test_a_feed_is_added_by_what_a_person_types():
    feeds("add", "feed:lantern.example/feed", "--title", "The Lantern", "--folder", "News/Coast")
    assert rows() == [{"id": 1, "title": "The Lantern", "url": "https://lantern.example/feed", "home_url": None,
                       "description": None, "folder": "News/Coast", "articles": 0, "unread": 0}]


def test_a_second_one_goes_into_the_same_folder():
    got = json.loads(feeds("add", "http://wire.example/feed", "--folder", " News / Coast", "--json").stdout)
    assert got == {"id": 2, "url": "http://wire.example/feed"}
    assert [row["folder"] for row in rows()] == ["News/Coast", "News/Coast"]
    with sqlite3.connect(LIBRARY / "hearsay.db") as database:
        assert database.execute("SELECT count(*) FROM folders").fetchone() == (2,)


def test_the_same_address_is_refused():
    done = feeds("add", "http://LANTERN.example/feed#top", check=False)
    assert done.returncode == 1 and "already" in done.stderr, done
    assert len(rows()) == 2


def test_the_address_of_a_page_leads_to_its_feed():
    library, site = HERE / "found", Site()
    when = datetime.datetime(2031, 5, 4, tzinfo=datetime.timezone.utc)
    site.feed("/rowing.rss", "Rowing", [("r1", "Eight boats", "<p>They started at nine.</p>", when)])
    site.feed("/all.rss", "The Tern", [("a1", "The pier", "<p>It was painted.</p>", when)])
    site.page("/one", "Rowing", [("Rowing", "/rowing.rss")])
    site.page("/two", "The Tern", [("Rowing", "/rowing.rss"), ("The Tern", "/all.rss")])
    site.page("/none", "Nothing")
    try:
        feeds("add", site.url + "/one", library=library)
        assert [row["url"] for row in rows(library)] == [site.url + "/rowing.rss"]
        done = feeds("add", site.url + "/two", library=library, check=False)
        assert done.returncode == 1 and site.url + "/all.rss  The Tern" in done.stderr, done
        done = feeds("add", site.url + "/none", library=library, check=False)
        assert done.returncode == 1 and "no feed" in done.stderr, done
        done = feeds("add", site.url + "/one", library=library, check=False)
        assert done.returncode == 1 and "already" in done.stderr, done
        feeds("add", site.url + "/all.rss", library=library)
        assert len(rows(library)) == 2
    finally:
        site.close()


def test_a_site_that_is_down_is_added_with_a_warning():
    library = HERE / "down"
    done = feeds("add", "http://127.0.0.1:9/feed", library=library)
    assert "without having been seen" in done.stderr, done
    assert [row["url"] for row in rows(library)] == ["http://127.0.0.1:9/feed"]


def test_what_is_no_address_is_wrong_usage():
    for bad in ["javascript:alert(1)", "file:///etc/passwd", "two words", ""]:
        done = feeds("add", bad, check=False)
        assert done.returncode == 2, (bad, done)


def test_wrong_usage_is_told():
    for wrong in [[], ["fetch"], ["add"], ["add", "a.example/1", "b.example/2"], ["remove"], ["list", "x"],
                  ["list", "--title", "T"], ["add", "a.example", "-o", "x"], ["list", "--format", "x"]]:
        done = feeds(*wrong, check=False)
        assert done.returncode == 2 and done.stderr.startswith("hearsay: "), (wrong, done)


def test_feeds_are_removed_by_number_address_or_title():
    feeds("add", "a.example/feed", "--title", "Same")
    feeds("add", "b.example/feed", "--title", "Same")
    done = feeds("remove", "1", "same", check=False)
    assert done.returncode == 1 and "number" in done.stderr, done
    assert len(rows()) == 4, "none was removed"
    done = feeds("remove", "nobody", check=False)
    assert done.returncode == 1 and "nobody" in done.stderr, done
    feeds("remove", "THE LANTERN", "https://a.example/feed", "#4")
    assert [row["id"] for row in rows()] == [2]


def test_one_that_was_removed_may_come_back():
    feeds("add", "lantern.example/feed")
    assert sorted(row["id"] for row in rows()) == [1, 2]


def test_health_says_when_next_and_why():
    health = {row["id"]: row for row in json.loads(feeds("health", "--json").stdout)}
    row = health[2]
    assert row["health"] == "waiting" and row["outcome"] is None and row["status"] is None, row
    assert row["last_success"] is None and row["next"] is None and row["why"], row
    with sqlite3.connect(LIBRARY / "hearsay.db") as database:
        database.execute("UPDATE feeds SET last_try = 1600000000, last_success = 1500000000, status = 503, outcome = 5 + 1,"
                         " message = 'Too busy.' || char (27) || '[2J', failures = 3, next = 1600003600, why = 6, size = 4711"
                         " WHERE id = 2")
        database.execute("UPDATE feeds SET gone = 1, last_try = 1600000000, status = 410, outcome = 2,"
                         " next = 9223372036854775807, why = 7 WHERE id = 1")
    health = {row["id"]: row for row in json.loads(feeds("health", "--json").stdout)}
    row = health[2]
    assert row["health"] == "failing" and row["outcome"] == "server-error" and row["status"] == 503, row
    assert row["last_success"] == "2017-07-14T02:40:00Z" and row["next"] == "2020-09-13T13:26:40Z", row
    assert row["failures"] == 3 and row["size"] == 4711 and row["message"].startswith("Too busy."), row
    assert health[1]["health"] == "gone" and health[1]["next"] is None, health[1]
    text = feeds("health").stdout
    assert "503" in text and "Too busy." in text and "\x1b" not in text, text


def test_import_makes_the_tree_and_names_what_it_skips():
    library = HERE / "imported"
    (HERE / "in.opml").write_text(OPML)
    done = feeds("import", HERE / "in.opml", library=library)
    assert "Bad" in done.stderr, done.stderr
    assert [(row["title"], row["url"], row["folder"]) for row in sorted(rows(library), key=lambda row: row["id"])] == [
        ("Lantern", "https://lantern.example/feed", "News"), ("Wire & Sons", "http://wire.example/feed", "News/Coast"),
        ("Gazette", "https://gazette.example/feed", None)]
    again = json.loads(feeds("import", HERE / "in.opml", "--json", library=library).stdout)
    assert again["added"] == 0 and len(again["skipped"]) == 4, again


def outline(element):
    return [(child.get("text"), child.get("xmlUrl"), outline(child)) for child in element.findall("outline")]


def test_export_remove_import_is_the_same_tree():
    library = HERE / "imported"
    feeds("export", "-o", HERE / "out.opml", library=library)
    before = outline(ElementTree.parse(HERE / "out.opml").getroot().find("body"))
    assert before == [("News", None, [("Lantern", "https://lantern.example/feed", []),
                                      ("Coast", None, [("Wire & Sons", "http://wire.example/feed", [])])]),
                      ("Gazette", "https://gazette.example/feed", [])], before
    feeds("remove", *[row["id"] for row in rows(library)], library=library)
    assert rows(library) == []
    feeds("import", HERE / "out.opml", library=library)
    after = outline(ElementTree.fromstring(feeds("export", library=library).stdout).find("body"))
    assert after == before, after


def test_what_is_no_opml_says_so_and_makes_nothing():
    (HERE / "bad.opml").write_text("<html><body>no</body></html>")
    for name in ["bad.opml", "absent.opml"]:
        done = feeds("import", HERE / name, check=False)
        assert done.returncode == 1 and name in done.stderr, done
    assert len(rows()) == 2


tap.run([value for name, value in list(globals().items()) if name.startswith("test_")])
