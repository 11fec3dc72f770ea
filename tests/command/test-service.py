#!/usr/bin/env python3
"""hearsay-service: feeds are asked when they are due, with no window and no display.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import datetime
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import tap
from news_site import Site

SERVICE = str(tap.BUILD / "app" / "shell" / "hearsay-service")
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="hearsay-service-"))
SITE = Site()
PLAIN = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}


def entries(number):
    when = datetime.datetime(2026, 3, 4, 10, 0, tzinfo=datetime.timezone.utc)
    SITE.feed("/all.rss", "Harbour Sheet", [("e%d" % n, "Report %d from Velan" % n, "<p>Ship %d came in.</p>" % n, when)
                                            for n in range(number)])


def titles(library):
    return [row["title"] for row in json.loads(tap.hearsay("list", "--library", library, "--json").stdout)]


def start(library):
    """With a library of its own."""
    return subprocess.Popen(["dbus-run-session", "--", SERVICE, "--library", str(library)], env=PLAIN,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True)


def end(process):
    """As the session does at its end; what the service said."""
    found = subprocess.run(["pgrep", "-g", str(os.getpgid(process.pid)), "-f", SERVICE + "( |$)"], capture_output=True,
                           text=True).stdout.split()
    for pid in found:
        if pathlib.Path("/proc/%s/comm" % pid).read_text().startswith("hearsay"):
            os.kill(int(pid), signal.SIGTERM)
    said = process.communicate(timeout=30)[0]
    assert process.returncode == 0, (process.returncode, said)
    return said


def until(wanted, seconds=20):
    limit = time.monotonic() + seconds * float(os.environ.get("HEARSAY_PATIENCE", 1))
    while not wanted():
        assert time.monotonic() < limit, "it did not come"
        time.sleep(0.1)


def test_a_feed_that_is_due_is_fetched_without_a_window():
    if not shutil.which("dbus-run-session"):
        raise tap.Skip("there is no session bus here")
    library = FOLDER / "due"
    entries(2)
    tap.hearsay("feeds", "add", "--library", library, SITE.url + "/all.rss")
    process = start(library)
    try:
        until(lambda: len(titles(library)) == 2)
    finally:
        said = end(process)
    assert "CRITICAL" not in said, said
    assert sorted(titles(library)) == ["Report 0 from Velan", "Report 1 from Velan"]


def test_a_notification_groups_what_is_new_and_leads_to_it():
    if not shutil.which("dbus-run-session"):
        raise tap.Skip("there is no session bus here")
    home = FOLDER / "home"
    library = home / "hearsay"
    seen = FOLDER / "seen"
    entries(3)
    tap.hearsay("feeds", "add", "--library", library, SITE.url + "/all.rss")
    subprocess.run([str(tap.BUILD / "tests/support/refresh-helper"), str(library), "notify", "1"], check=True)
    desktop = pathlib.Path(__file__).resolve().parents[1] / "support" / "desktop.py"
    # the user's own library, as the session starts it
    process = subprocess.Popen(["dbus-run-session", "--", "sh", "-c",
                                '"$0" "$1" "$2" & while [ ! -e "$2" ]; do sleep 0.05; done; exec "$3"',
                                sys.executable, str(desktop), str(seen), SERVICE], env=dict(PLAIN, XDG_DATA_HOME=str(home)),
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True)
    try:
        until(lambda: seen.exists() and len(seen.read_text().splitlines()) == 2)
    finally:
        said = end(process)
    shown, led = map(json.loads, seen.read_text().splitlines())
    assert shown["title"] == "3 new articles" and shown["body"] == "Harbour Sheet: 3", (shown, said)
    assert "default" in shown["actions"], shown
    newest = max(row["id"] for row in json.loads(tap.hearsay("list", "--library", library, "--json").stdout))
    assert led == {"action": "show-article", "values": [newest]}, led


def test_a_notification_leads_to_the_library_of_the_service():
    """Not to the user's own: the program is started on it where no window of it is open."""
    if not shutil.which("dbus-run-session"):
        raise tap.Skip("there is no session bus here")
    library = FOLDER / "other"
    seen, started = FOLDER / "seen-other", FOLDER / "started"
    program = FOLDER / "window"
    program.write_text('#!/bin/sh\nprintf "%%s\\n" "$@" >%s.part && mv %s.part %s\n' % (started, started, started))
    program.chmod(0o755)
    entries(4)
    tap.hearsay("feeds", "add", "--library", library, SITE.url + "/all.rss")
    subprocess.run([str(tap.BUILD / "tests/support/refresh-helper"), str(library), "notify", "1"], check=True)
    desktop = pathlib.Path(__file__).resolve().parents[1] / "support" / "desktop.py"
    process = subprocess.Popen(["dbus-run-session", "--", "sh", "-c",
                                '"$0" "$1" "$2" & while [ ! -e "$2" ]; do sleep 0.05; done; exec "$3" --library "$4"',
                                sys.executable, str(desktop), str(seen), SERVICE, str(library)],
                               env=dict(PLAIN, HEARSAY_PROGRAM=str(program)),
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True)
    try:
        until(started.exists)
    finally:
        said = end(process)
    newest = max(row["id"] for row in json.loads(tap.hearsay("list", "--library", library, "--json").stdout))
    assert started.read_text().split("\n")[:-1] == ["--library", str(library), "--article", str(newest)], said
    assert not any("action" in json.loads(line) for line in seen.read_text().splitlines()), "the user's own window was asked"


def test_what_was_asked_just_now_is_not_asked_again():
    if not shutil.which("dbus-run-session"):
        raise tap.Skip("there is no session bus here")
    library = FOLDER / "due"
    before = SITE.asked.count("/all.rss")
    process = start(library)
    try:
        time.sleep(1.5)
    finally:
        end(process)
    assert SITE.asked.count("/all.rss") == before


def test_a_library_that_cannot_be_opened_is_said():
    if not shutil.which("dbus-run-session"):
        raise tap.Skip("there is no session bus here")
    library = FOLDER / "wrong"
    library.mkdir()
    (library / "hearsay.db").write_text("no library at all, but long enough to be one of a hundred bytes or more " * 3)
    process = start(library)
    said = process.communicate(timeout=30)[0]
    assert process.returncode == 1 and "not a Hearsay library" in said, (process.returncode, said)


def test_two_programs_do_not_ask_for_the_same_at_once():
    library = FOLDER / "two"
    entries(3)
    tap.hearsay("feeds", "add", "--library", library, SITE.url + "/all.rss")
    before = SITE.asked.count("/all.rss")
    both = [subprocess.Popen([tap.PROGRAM, "refresh", "--library", str(library)], stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT, text=True) for _ in range(2)]
    said = [one.communicate(timeout=60)[0] for one in both]
    assert [one.returncode for one in both] == [0, 0], said
    assert SITE.asked.count("/all.rss") == before + 1, said
    assert len(titles(library)) == 3


if __name__ == "__main__":
    try:
        tap.run([case for name, case in list(globals().items()) if name.startswith("test_")])
    finally:
        SITE.close()
        shutil.rmtree(FOLDER, ignore_errors=True)
