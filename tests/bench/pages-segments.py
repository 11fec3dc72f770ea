#!/usr/bin/env python3
"""How well pages are read, by segments that must and must not be in the text.

SPDX-License-Identifier: GPL-3.0-or-later

usage: pages-segments.py TRUTH.json RESULTS.jsonl [--half 0|1] [--errors]

A segment counts as read when it stands, white space apart, in the blocks that
are none of boilerplate, headline, dateline, caption. Precision is of what was
read among all segments of truth, wanted or not. A date is right when the day is,
a title when it is the same character by character, an author when the names
are the same words, in any order, letter case and "and" apart.
"""
import argparse
import hashlib
import json
import os
import re

NOT_BODY = {"boilerplate", "headline", "dateline", "caption"}
JOINTS = {"and", "und", "y", "et", "e"}


def squeeze(text):
    return " ".join((text or "").split())


def body(result):
    text = result["text"] or ""
    return squeeze("\n".join(text[b["start"]:b["end"]] for b in result["blocks"] if b["kind"] not in NOT_BODY))


def names(authors):
    text = " ".join(authors) if isinstance(authors, list) else authors
    return set(re.findall(r"\w+", text.lower())) - JOINTS


def day(date):
    """A day of truth, some of which are written as 2022-29-11 or 2022-11-1."""
    parts = [int(part) for part in str(date).strip()[:10].split("-")]
    if len(parts) == 3 and parts[1] > 12:
        parts[1], parts[2] = parts[2], parts[1]
    return "-".join("%02d" % part for part in parts)


class Share:
    """How many of how many, given how many."""

    def __init__(self):
        self.all = self.given = self.right = 0

    def add(self, given, right):
        self.all += 1
        self.given += bool(given)
        self.right += bool(right)

    def __str__(self):
        return "%.3f right of %d, precision %.3f of %d given" % (
            self.right / max(1, self.all), self.all, self.right / max(1, self.given), self.given)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("truth")
    parser.add_argument("results")
    parser.add_argument("--half", type=int, choices=[0, 1], help="only the pages of that half, by a hash of the file name")
    parser.add_argument("--errors", action="store_true", help="say what was wrong")
    options = parser.parse_args()
    truth = json.load(open(options.truth, encoding="utf-8"))
    got = {}
    for line in open(options.results, encoding="utf-8"):
        result = json.loads(line)
        got[os.path.basename(result["file"])] = result
    read = lost = kept = left = missing = 0
    title, author, date = Share(), Share(), Share()
    for want in truth.values():
        name = want["file"]
        if options.half is not None and int(hashlib.md5(name.encode()).hexdigest(), 16) % 2 != options.half:
            continue
        missing += name not in got
        result = got.get(name, {"text": "", "blocks": [], "title": None, "byline": None, "published": None})
        text = body(result)
        wrong = [("lost", s) for s in want["with"] if squeeze(s) not in text]
        wrong += [("kept", s) for s in want["without"] if squeeze(s) in text]
        lost += sum(kind == "lost" for kind, _ in wrong)
        kept += sum(kind == "kept" for kind, _ in wrong)
        read += len(want["with"])
        left += len(want["without"])
        if want.get("title"):
            right = squeeze(want["title"]) == squeeze(result["title"])
            title.add(result["title"], right)
            wrong += [] if right else [("title", "%s | %s" % (want["title"], result["title"]))]
        if want.get("author"):
            right = result["byline"] and names(result["byline"]) == names(want["author"])
            author.add(result["byline"], right)
            wrong += [] if right else [("author", "%s | %s" % (want["author"], result["byline"]))]
        if want.get("date"):
            right = result["published"] and result["published"][:10] == day(want["date"])
            date.add(result["published"], right)
            wrong += [] if right else [("date", "%s | %s" % (want["date"], result["published"]))]
        if options.errors:
            for kind, what in wrong:
                print("%s %s %s" % (kind, name, what))
    hits = read - lost
    precision, recall = hits / max(1, hits + kept), hits / max(1, read)
    print("pages missing %d, segments wanted %d, unwanted %d" % (missing, read, left))
    print("segments precision %.4f, recall %.4f, F %.4f" % (precision, recall, 2 * precision * recall / max(1e-9, precision + recall)))
    print("date %s" % date)
    print("author %s" % author)
    print("title %s" % title)


if __name__ == "__main__":
    main()
