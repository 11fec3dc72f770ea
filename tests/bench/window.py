#!/usr/bin/python3
"""How soon the window shows rows, on a large library beside a small one.

What is measured is what a screen reader sees: the list has rows. The time that
the reader itself takes, and the pause that the search makes for the next key,
are in every figure.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import pathlib
import statistics
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import tap
from desk import Desk

ROUNDS = int(os.environ.get("ROUNDS", "5"))
QUERIES = [("", "nothing typed"), ("rare", "rare word"), ("common", "common word")]


def wait(what, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if what():
                return
        except Exception:  # the tree changes while it is looked at
            pass
        time.sleep(0.002)
    raise SystemExit("waited in vain")


def rows(desk):
    """The names of the first rows that are filled."""
    articles = next(desk.each("list", "Articles"), None)
    if articles is None:
        return []
    return [articles.getChildAtIndex(i).name for i in range(min(3, articles.childCount))]


def first_rows(library):
    """Milliseconds from the start of the program to filled rows; the running program."""
    desk = Desk(library)
    desk.resize = lambda width, height: None  # it waits for the window to settle
    began = time.monotonic()
    desk.start()
    wait(lambda: any(rows(desk)))
    return (time.monotonic() - began) * 1000, desk


def press(*arguments):
    subprocess.run(["xdotool", *arguments], check=True)


def search(desk, words):
    """Milliseconds from the last key to the first rows, coming from a search that finds nothing."""
    press("key", "ctrl+l", "ctrl+a")
    press("type", "--delay", "5", "zzqx")
    wait(lambda: not any(rows(desk)))
    press("key", "ctrl+a")
    began = time.monotonic()
    if words:
        press("type", "--delay", "1", words)
        began = time.monotonic()
    else:
        press("key", "Delete")
    wait(lambda: any(rows(desk)))
    return (time.monotonic() - began) * 1000


def main():
    figures = {}
    for n in ["1000", os.environ["N"]]:
        library = tap.BUILD / "bench" / n
        starts = []
        for _ in range(ROUNDS):
            took, desk = first_rows(library)
            starts.append(took)
            if len(starts) < ROUNDS:
                desk.process.kill()
                desk.process.wait()
        figures[n] = {"start": statistics.median(starts)}
        for words, name in QUERIES:
            figures[n][name] = statistics.median(search(desk, words) for _ in range(ROUNDS))
        desk.process.kill()
    small, large = figures["1000"], figures[os.environ["N"]]
    print("%-16s %10s %12s %6s" % ("", "1,000", os.environ["N"], "ratio"))
    for name in small:
        print("%-16s %7.0f ms %9.0f ms %6.2f" % (name, small[name], large[name], large[name] / small[name]))


main()
