#!/usr/bin/env python3
"""hearsay parse-feed: JSON Feed whatever came in, and as other parsers see the same feeds.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import pathlib
import re
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import feed_cases
import tap

OURS = sorted((tap.SOURCE / "tests/data/feeds").glob("*.xml")) + sorted((tap.SOURCE / "tests/data/feeds").glob("*.json"))
WAIVED = tap.SOURCE / "tests/data/feeds/waived.tsv"
TMP = tempfile.TemporaryDirectory()
HERE = pathlib.Path(TMP.name)


def feeds(name):
    folder = tap.shared() / "data" / "feeds" / name
    if not folder.is_dir():
        raise tap.Skip("there are no %s files" % name)
    return folder


def test_every_format_comes_out_as_json_feed():
    assert len(OURS) >= 5, OURS
    for path in OURS:
        got = json.loads(tap.hearsay("parse-feed", "--json", path).stdout)
        assert got["version"] == "https://jsonfeed.org/version/1.1"
        assert got["file"] == str(path)
        assert got["title"] and got["items"], path
        assert got["_hearsay"]["format"] == path.stem.split("_")[0], path
        for item in got["items"]:
            assert item["id"] and ("content_html" in item) != ("content_text" in item), item


def test_one_story_in_five_formats_says_the_same():
    told = []
    for path in OURS:
        if path.stem.endswith("_story"):
            item = json.loads(tap.hearsay("parse-feed", "--json", path).stdout)["items"][0]
            told.append((item["title"], item["url"], item["date_published"], item["authors"][0]["name"], item["tags"],
                         feed_cases.markup(item["content_html"])))
    assert len(told) >= 5 and all(one == told[0] for one in told), told


def test_nothing_that_runs_comes_out():
    path = HERE / "evil.xml"
    path.write_text("""<rss version="2.0"><channel><title>t</title><item><description><![CDATA[
      <script>alert(1)</script><p onclick="alert(2)" style="background:url(x)">one</p>
      <a href="java&#9;script:alert(3)">two</a><a href=" JAVASCRIPT:alert(4)">three</a><a href="data:text/html,x">four</a>
      <iframe src="https://frame.example/"></iframe><form action="https://form.example/"><input value="x"></form>
      <img src="https://count.example/p.gif" width="1" height="1"><img src="data:image/svg+xml,<svg onload=alert(5)>">
      <img src="data:image/png;base64,AAAA" onerror="alert(6)"><img src="/a.png"><object data="x.swf"></object>
      <svg><script>alert(7)</script></svg><meta http-equiv="refresh" content="0;url=x"><base href="https://base.example/">
      ]]></description></item></channel></rss>""")
    item = json.loads(tap.hearsay("parse-feed", "--json", "--base", "https://lantern.example/f/", path).stdout)["items"][0]
    html = item["content_html"]
    for bad in ["alert", "script", "onclick", "style", "iframe", "form", "input", "object", "svg", "meta", "data:text",
                "count.example", "base.example"]:
        assert bad not in html.lower(), (bad, html)
    text, links, images = feed_cases.markup(html)
    assert text == "one twothreefour" and links == [], (text, links)
    assert images == ["data:image/png;base64,AAAA", "https://lantern.example/a.png"], images


def test_a_bad_file_stops_nothing():
    bad = HERE / "page.html"
    bad.write_text("<html><body>no feed</body></html>")
    done = tap.hearsay("parse-feed", "--jsonl", OURS[0], bad, HERE / "absent.xml", OURS[1], check=False)
    assert done.returncode == 1
    assert [json.loads(line)["file"] for line in done.stdout.splitlines()] == [str(OURS[0]), str(OURS[1])]
    errors = done.stderr.splitlines()
    assert len(errors) == 2 and "page.html" in errors[0] and "absent.xml" in errors[1], errors


def test_many_files_are_one_object():
    done = json.loads(tap.hearsay("parse-feed", "--json", *OURS).stdout)
    assert [feed["file"] for feed in done["feeds"]] == [str(path) for path in OURS]


def test_the_summary_is_for_people():
    text = tap.hearsay("parse-feed", OURS[0]).stdout
    item = json.loads(tap.hearsay("parse-feed", "--json", OURS[0]).stdout)["items"][0]
    assert item["title"] in text and item["url"] in text and not text.startswith("{"), text


def test_wrong_usage_is_exit_two():
    for arguments in [["parse-feed"], ["parse-feed", "--nonsense", "x"]]:
        assert tap.hearsay(*arguments, check=False).returncode == 2


def test_gofeed_pairs_agree():
    folder = feeds("gofeed")
    patterns, fields = feed_cases.read_waived(WAIVED)
    pairs = [pair for pair in feed_cases.gofeed_pairs(folder) if not feed_cases.is_waived(pair[0], patterns)]
    done, failed = feed_cases.parse_all([(str(path), None, None) for _, path, _, _ in pairs])
    differ = []
    for name, path, wanted, kind in pairs:
        if str(path) not in done:
            differ.append("%s: %s" % (name, failed[str(path)]))
            continue
        found = (feed_cases.json_feed_differences(done[str(path)], wanted) if kind == "json"
                 else feed_cases.gofeed_differences(done[str(path)], wanted, kind, fields))
        differ += ["%s: %s" % (name, one) for one in found]
    print("# gofeed: %d pairs, %d differences" % (len(pairs), len(differ)))
    assert not differ, "\n".join(differ)


def test_feedparser_cases_agree_in_97_of_100_conditions():
    cases = list(feed_cases.feedparser_cases(feeds("feedparser")))
    done, _ = feed_cases.parse_all([(str(path), base, kind) for _, path, base, kind in cases])
    agree, differ = 0, []
    for case, path, _, _ in cases:
        view = (feed_cases.feedparser_view(done[str(path)]) if str(path) in done
                else {"feed": {}, "entries": [], "encoding": ""})
        for condition in case["cond"]:
            verdict = feed_cases.holds(view, condition)
            if verdict:
                agree += 1
            elif verdict is not None:
                differ.append("%s: %s" % (case["file"], json.dumps(condition, ensure_ascii=False)[:200]))
    print("# feedparser: %d of %d conditions" % (agree, agree + len(differ)))
    for line in differ:
        print("# differs: " + re.sub(r"\s+", " ", line))
    assert agree >= 0.97 * (agree + len(differ)), "\n".join(differ)


def test_no_file_crashes_it_under_a_wrong_type():
    files = [str(path) for name in ("gofeed", "feedparser") for path in sorted(feeds(name).rglob("*")) if path.is_file()]
    for content_type in ["text/html; charset=utf-16", "application/json", "text/xml; charset=koi8-r", "image/png"]:
        feed_cases.parse_all([(path, "not an address", content_type) for path in files])


tap.run([value for name, value in list(globals().items()) if name.startswith("test_")])
