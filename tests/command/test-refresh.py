#!/usr/bin/env python3
"""refresh: feeds into a library, from the command line.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import base64
import json
import os
import pathlib
import pty
import re
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import loopback
import tap

TMP = tempfile.TemporaryDirectory()
HERE = pathlib.Path(TMP.name)
HELPER = str(tap.BUILD / "tests/support/refresh-helper")
SERVER = loopback.Loopback()


def item(n, words="The ferry ran again on Monday, its owner said, after a week in the dock."):
    return ("<item><guid isPermaLink='false'>%s</guid><title>Ferry %s runs again</title><link>/%s</link>"
            "<pubDate>Tue, 14 Nov 2023 10:00:00 GMT</pubDate><description>&lt;p>%s&lt;/p></description></item>"
            % (n, n, n, words))


def rss(*items, title="The Arle Courier"):
    return ("<?xml version='1.0'?><rss version='2.0'><channel><title>%s</title>%s</channel></rss>"
            % (title, "".join(items)))


def library(name, *paths):
    subprocess.run([HELPER, str(HERE / name), "add", *[SERVER.url(path) for path in paths]], check=True,
                   capture_output=True)
    return HERE / name


def refresh(folder, *arguments, **options):
    return tap.hearsay("refresh", "--library", folder, *arguments, **options)


def counts(folder, *arguments, **options):
    return json.loads(refresh(folder, "--json", *arguments, **options).stdout)


def rows(folder):
    return json.loads(tap.hearsay("list", "--library", folder, "--json").stdout)


def test_what_is_due_is_fetched_and_kept():
    SERVER.say("/one", body=rss(item("1"), item("2")), Content_Type="application/rss+xml")
    folder = library("one", "/one")
    assert counts(folder) == {"feeds": 1, "unchanged": 0, "failed": 0, "added": 2, "changed": 0}
    assert {row["title"] for row in rows(folder)} == {"Ferry 1 runs again", "Ferry 2 runs again"}
    assert {row["outlet"] for row in rows(folder)} == {"The Arle Courier"}
    # not due yet
    assert counts(folder)["feeds"] == 0
    assert counts(folder, "--all")["unchanged"] == 1
    assert len(rows(folder)) == 2


def test_the_summary_is_one_line():
    SERVER.say("/line", body=rss(item("1")))
    done = refresh(library("line", "/line"))
    assert done.stdout == "1 feed asked, 0 unchanged, 0 failed: 1 new articles, 0 changed\n", done.stdout
    assert done.stderr == ""


def test_validators_survive_a_restart():
    SERVER.say("/kept", body=rss(item("1")), ETag='W/"v 1"', Last_Modified="Tue, 14 Nov 2023 10:00:00 GMT")
    folder = library("kept", "/kept")
    refresh(folder)
    SERVER.say("/kept", 304)
    assert counts(folder, "--all") == {"feeds": 1, "unchanged": 1, "failed": 0, "added": 0, "changed": 0}
    asked = SERVER.asked("/kept")[1]
    assert asked["if-none-match"] == 'W/"v 1"' and asked["if-modified-since"] == "Tue, 14 Nov 2023 10:00:00 GMT", asked


def test_retry_after_survives_a_restart():
    SERVER.say("/busy", 503, Retry_After="7200")
    folder = library("busy", "/busy")
    done = refresh(folder, check=False)
    assert done.returncode == 1 and "503" in done.stderr, done
    assert counts(folder, "--all")["feeds"] == 0
    assert len(SERVER.asked("/busy")) == 1
    # by name it is the user's word
    SERVER.say("/busy", body=rss(item("1")))
    assert counts(folder, SERVER.url("/busy"))["added"] == 1


def test_gone_is_not_asked_again():
    SERVER.say("/gone", 410)
    folder = library("gone", "/gone")
    assert refresh(folder, check=False).returncode == 1
    assert counts(folder, "--all")["feeds"] == 0
    assert len(SERVER.asked("/gone")) == 1


def test_a_failure_is_named_and_the_rest_fetched():
    SERVER.say("/good", body=rss(item("1")))
    SERVER.say("/web", body="<html><body><p>Welcome.</p></body></html>", Content_Type="text/html")
    folder = library("mixed", "/web", "/good", "/none")
    done = refresh(folder, check=False)
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert len(lines) == 2 and all(line.startswith("hearsay: ") for line in lines), lines
    assert any("/web" in line for line in lines) and any("404" in line for line in lines), lines
    assert len(rows(folder)) == 1


def test_feeds_are_named_by_number_address_and_title():
    SERVER.say("/north", body=rss(item("1"), title="Northern Ferry News"))
    SERVER.say("/south", body=rss(item("2"), title="Southern Post"))
    folder = library("named", "/north", "/south")
    refresh(folder)
    for word in ("1", SERVER.url("/north"), "northern ferry"):
        before = len(SERVER.asked("/north")), len(SERVER.asked("/south"))
        assert counts(folder, word)["feeds"] == 1
        assert (len(SERVER.asked("/north")), len(SERVER.asked("/south"))) == (before[0] + 1, before[1]), word
    done = refresh(folder, "western", check=False)
    assert done.returncode == 1 and "western" in done.stderr and "0 feeds asked" in done.stdout, done


def test_an_edit_is_a_revision():
    SERVER.say("/edit", body=rss(item("1")))
    folder = library("edit", "/edit")
    refresh(folder)
    SERVER.say("/edit", body=rss(item("1", "The ferry ran again on Tuesday, its owner said, after a week in the dock.")))
    assert counts(folder, "--all")["changed"] == 1
    article = json.loads(tap.hearsay("show", "--library", folder, "--json", rows(folder)[0]["id"]).stdout)
    assert len(article["revisions"]) == 2 and "Tuesday" in article["text"]


def test_requests_are_honest_and_without_cookies():
    SERVER.say("/honest", body=rss(item("1")), Set_Cookie="id=1; Path=/")
    folder = library("honest", "/honest")
    refresh(folder)
    refresh(folder, "--all")
    for asked in SERVER.asked("/honest"):
        assert re.match(r"Hearsay/\d.* \(\+https://", asked["user-agent"]), asked
        assert "cookie" not in asked and "referer" not in asked and "authorization" not in asked, asked
        assert "gzip" in asked["accept-encoding"], asked


def test_a_password_in_the_keyring_is_used_and_stays_there():
    secret = "kingfisher-1907"
    pair = base64.b64encode(b"reader:" + secret.encode()).decode()

    def guarded(headers):
        if headers.get("Authorization") == "Basic " + pair:
            return 200, {}, rss(item("1"))
        return 401, {"WWW-Authenticate": 'Basic realm="Desk"'}, ""

    SERVER.answers["/guarded"] = guarded
    folder = library("guarded", "/guarded")
    subprocess.run([HELPER, str(folder), "user", "1", "reader"], check=True)
    # libsecret's own keyring for tests: a file
    keyring = dict(os.environ, SECRET_BACKEND="file", SECRET_FILE_TEST_PATH=str(HERE / "test.keyring"),
                   SECRET_FILE_TEST_PASSWORD="open", G_MESSAGES_DEBUG="all")
    without = refresh(folder, check=False, env=keyring)
    assert without.returncode == 1 and "401" in without.stderr, without
    stored = subprocess.run([HELPER, str(folder), "secret", "1", secret], env=keyring, capture_output=True, text=True)
    assert stored.returncode == 0 and stored.stdout.endswith("lasting\n"), stored
    done = refresh(folder, "1", env=keyring)
    assert "1 new" in done.stdout, done
    # one that is refused is sent, too, and nothing of it told
    SERVER.answers["/guarded"] = lambda headers: (401, {"WWW-Authenticate": 'Basic realm="Desk"'}, "")
    refused = refresh(folder, "1", check=False, env=keyring)
    assert any(asked.get("authorization") == "Basic " + pair for asked in SERVER.asked("/guarded")[-2:])
    health = tap.hearsay("feeds", "health", "--library", folder, "--json", env=keyring)
    outline = tap.hearsay("feeds", "export", "--library", folder, env=keyring)
    assert "DEBUG" in done.stdout + done.stderr  # all there is to be told was
    for told in (without, stored, done, refused, health, outline):
        for text in (told.stdout, told.stderr):
            assert secret not in text and pair not in text
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files and any(b"reader" in path.read_bytes() for path in files)
    for path in files:
        assert secret.encode() not in path.read_bytes() and pair.encode() not in path.read_bytes(), path


def test_a_password_in_an_address_goes_to_the_keyring():
    secret = "king/fisher 1907"
    pair = base64.b64encode(b"reader:" + secret.encode()).decode()
    written = "king%2Ffisher%201907"

    def guarded(headers):
        if headers.get("Authorization") == "Basic " + pair:
            return 200, {"Content-Type": "application/rss+xml"}, rss(item("1"))
        return 401, {"WWW-Authenticate": 'Basic realm="Desk"'}, ""

    SERVER.answers["/typed"] = guarded
    folder = HERE / "typed"
    keyring = dict(os.environ, SECRET_BACKEND="file", SECRET_FILE_TEST_PATH=str(HERE / "typed.keyring"),
                   SECRET_FILE_TEST_PASSWORD="open", G_MESSAGES_DEBUG="all")
    url = SERVER.url("/typed").replace("http://", "http://reader:%s@" % written)
    outline = HERE / "typed.opml"
    outline.write_text('<opml version="2.0"><body><outline type="rss" xmlUrl="%s"/></body></opml>' % url.replace("/typed", "/other"))
    added = tap.hearsay("feeds", "add", "--library", folder, url, env=keyring)
    done = refresh(folder, "1", env=keyring)
    assert "1 new" in done.stdout, done
    imported = tap.hearsay("feeds", "import", "--library", folder, outline, check=False, env=keyring)
    assert "keyring only" in imported.stdout + imported.stderr, imported
    listed = tap.hearsay("feeds", "list", "--library", folder, env=keyring)
    for told in (added, done, imported, listed):
        for text in (told.stdout, told.stderr):
            assert secret not in text and written not in text and pair not in text, text
    for path in folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert not any(word.encode() in data for word in (secret, written, pair)), path


def test_without_a_keyring_it_says_so():
    folder = library("keyless", "/keyless")
    subprocess.run([HELPER, str(folder), "user", "1", "reader"], check=True)
    nothing = dict(os.environ, DBUS_SESSION_BUS_ADDRESS="unix:path=/nonexistent")
    done = subprocess.run([HELPER, str(folder), "secret", "1", "kingfisher"], env=nothing, capture_output=True, text=True)
    assert done.returncode == 0 and "until Hearsay is closed" in done.stdout, done
    assert b"kingfisher" not in (folder / "hearsay.db").read_bytes()


def test_a_bar_on_a_terminal_only():
    SERVER.say("/bar", body=rss(item("1")))
    folder = library("bar", "/bar")
    master, slave = pty.openpty()
    done = subprocess.run([tap.PROGRAM, "refresh", "--library", str(folder)], stderr=slave, stdout=subprocess.PIPE)
    os.close(slave)
    shown = os.read(master, 65536).decode()
    os.close(master)
    assert done.returncode == 0 and "[#" in shown and "/bar" in shown, shown


def test_interrupting_keeps_what_came():
    SERVER.say("/quick", body=rss(item("1")))

    def slow(headers):
        time.sleep(20)
        return 200, {}, rss(item("2"))

    SERVER.answers["/slow"] = slow
    folder = library("stopped", "/quick", "/slow")
    process = subprocess.Popen([tap.PROGRAM, "refresh", "--library", str(folder)], stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, text=True)
    while not SERVER.asked("/slow"):
        time.sleep(0.05)
    time.sleep(0.5)
    began = time.monotonic()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 1 and "Stopped" in err, (out, err)
    assert time.monotonic() - began < 15
    assert len(rows(folder)) == 1


def test_wrong_usage():
    assert refresh(HERE / "one", "--all", "1", check=False).returncode == 2
    assert refresh(HERE / "one", "--nonsense", check=False).returncode == 2
    done = refresh(HERE / "nowhere", check=False)
    assert done.returncode == 1 and not (HERE / "nowhere").exists()


try:
    tap.run([value for name, value in list(globals().items()) if name.startswith("test_")])
finally:
    SERVER.close()
