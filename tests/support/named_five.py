"""What is named in the five real articles: marks set by hand, and how many of them are found.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import collections
import hashlib
import json
import re

import tap

KINDS = ("person", "place", "organisation", "weapon", "nationality")
# Left out on both sides, as the README of the shared data says.
LEAD = re.compile(r"^(?:the|a|an|president|general|secretary of state|prime minister|ambassador)\s+", re.I)
TAIL = re.compile(r"[’']s?$")


def load_marks():
    """{file: (spans that must be, [readings of one place], spans that may be)}"""
    articles = collections.defaultdict(lambda: (set(), collections.defaultdict(lambda: collections.defaultdict(set)), []))
    for line in (tap.SOURCE / "tests/data/seeds/mentions.tsv").read_text().splitlines():
        if line.startswith("#"):
            continue
        name, start, end, kind, reading = line.split("\t")
        must, choices, may = articles[name]
        span = (int(start), int(end), kind)
        if reading == "?":
            may.append(span)
        elif reading:
            choices[reading[:-1]][reading[-1]].add(span)
        else:
            must.add(span)
    return articles


def trim(text, start, end):
    lead = LEAD.match(text[start:end])
    while lead and lead.end() < end - start:
        start += lead.end()
        lead = LEAD.match(text[start:end])
    tail = TAIL.search(text[start:end])
    return (start, start + tail.start()) if tail and tail.start() > 0 else (start, end)


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def choose(readings, found, strict):
    """Of several readings the one nearest to what was found; strictly always the first."""
    if strict:
        return readings["a"]
    near = {f for f in found if any(overlap(f, span) for reading in readings.values() for span in reading)}
    return max(readings.values(), key=lambda reading: 2 * len(reading & near) - len(reading) - len(near))


def score_article(text, mentions, marks, strict):
    """(hits, wrong, missed), each a set of (start, end, kind)."""
    must, choices, may = marks
    found = set()
    for m in mentions:
        if m["level"] == "name" and m["kind"] in KINDS:
            found.add((*trim(text, m["start"], m["end"]), m["kind"]))
    want = must.union(*(choose(readings, found, strict) for readings in choices.values()))
    missed = want - found
    wrong = {f for f in found - want
             if not any(m[0] <= f[0] and f[1] <= m[1] and m[2] in ("any", f[2]) for m in may)}
    return want & found, wrong, missed


def score(strict=False):
    """{kind: F}, and a line for each kind and each error."""
    marks = load_marks()
    counts = {kind: [0, 0, 0] for kind in KINDS}
    errors = []
    for path in sorted((tap.shared() / "seeds").iterdir()):
        name = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
        if name not in marks:
            continue
        article = json.loads(tap.hearsay("analyse", "--jsonl", path).stdout)
        for column, spans in enumerate(score_article(article["text"], article["mentions"], marks.pop(name), strict)):
            for start, end, kind in sorted(spans):
                counts[kind][column] += 1
                if column:
                    around = article["text"][max(0, start - 30):start] + "[" + article["text"][start:end] + "]" \
                        + article["text"][end:end + 20]
                    errors.append("%s %-12s %s %d: %s" % ("wrong " if column == 1 else "missed", kind, name, start,
                                                           " ".join(around.split())))
    assert not marks, "articles are missing: %s" % ", ".join(marks)
    figures = {kind: 2 * hit / max(1, 2 * hit + wrong + missed) for kind, (hit, wrong, missed) in counts.items()}
    lines = ["%-12s F %.3f (%d found, %d wrong, %d missed)" % (kind, figures[kind], *counts[kind]) for kind in KINDS]
    return figures, lines, errors
