#!/usr/bin/env python3
"""What is wrong with bodies of pages, by class of failure.

SPDX-License-Identifier: GPL-3.0-or-later

usage: pages-classes.py FOLDER RESULTS.jsonl [--half 0|1] [--show]

FOLDER holds score.py and truth.json. For each page the blocks that were kept and
should not have been, and the paragraphs that were lost, in shingles; the class
of what was kept is told by its words, of what was lost by the kind of block that
it became.
"""
import argparse
import collections
import hashlib
import importlib.util
import json
import os
import re

LOOKS = [
    ("byline or date", r"^(by|von|par|por|updated|published|posted)\b|\b\d{1,2}:\d{2}\b"),
    ("picture", r"\b(photo|image|picture|credit|getty|courtesy)\b"),
    ("prompt", r"\b(subscribe|newsletter|sign up|follow us|click here|read more|get access|download)\b"),
    ("about the author", r"\bis an? .{0,60}\b(writer|reporter|editor|journalist|author|correspondent|native)\b"),
    ("about the company", r"^about\b|\b(leading provider|headquartered in)\b"),
]


def shared(folder):
    spec = importlib.util.spec_from_file_location("score", os.path.join(folder, "score.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def looks_like(text, kind):
    for name, pattern in LOOKS:
        if re.search(pattern, text, re.IGNORECASE):
            return name
    return "short line" if len(text.split()) < 12 else "long " + kind


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("results")
    parser.add_argument("--half", type=int, choices=[0, 1], help="only the pages of that half, by a hash of their key")
    parser.add_argument("--show", action="store_true", help="show each")
    options = parser.parse_args()
    score = shared(options.folder)
    truth = json.load(open(os.path.join(options.folder, "truth.json"), encoding="utf-8"))
    kept, lost = collections.Counter(), collections.Counter()
    for line in open(options.results, encoding="utf-8"):
        result = json.loads(line)
        key = os.path.basename(result["file"]).split(".")[0]
        if key not in truth or (options.half is not None and int(hashlib.md5(key.encode()).hexdigest(), 16) % 2 != options.half):
            continue
        want, got = score.shingles(truth[key]["articleBody"]), score.shingles(score.body(result))
        blocks = [(b["kind"], result["text"][b["start"]:b["end"]]) for b in result["blocks"]]
        for kind, text in blocks:
            own = score.shingles(text)
            if kind in ("boilerplate", "headline", "dateline", "caption") or sum((own & want).values()) * 2 >= sum(own.values()):
                continue
            kept[looks_like(text, kind)] += sum(own.values())
            if options.show:
                print("kept %s %s: %s" % (key[:8], kind, text[:140]))
        for text in truth[key]["articleBody"].split("\n"):
            own = score.shingles(text)
            if not own or sum((own & got).values()) * 2 >= sum(own.values()):
                continue
            became = next((kind for kind, block in blocks if sum((score.shingles(block) & own).values()) * 2 > sum(own.values())), "nothing")
            lost["became " + became] += sum(own.values())
            if options.show:
                print("lost %s %s: %s" % (key[:8], became, text[:140]))
    for name, counter in (("wrongly kept", kept), ("lost", lost)):
        print("%s, shingles: %s" % (name, ", ".join("%s %d" % pair for pair in counter.most_common(8)) or "none"))


if __name__ == "__main__":
    main()
