#!/usr/bin/env python3
"""hearsay analyse: what is named in the five real articles is found.

Marked by hand; a place that can be read in two ways has both readings.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import hashlib
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import named_five
import tap

SCORED = {}
READ = {}

# Who and what is one in several articles: where names of it begin, found by reading.
ONE = {
    "the colleague": {"a74b50e5af7b": [1121], "6ca19105b262": [915]},
    "the prime minister": {"a74b50e5af7b": [1773], "dc5faf8f4120": [1371]},
    "the committee": {"a74b50e5af7b": [787, 1104], "7bcf102a8853": [115, 538], "6ca19105b262": [580]},
    "the armed movement": {"7bcf102a8853": [3018], "585dc71e7dbb": [537, 1368, 1736, 2248]},
    "the older system": {"585dc71e7dbb": [72, 146, 258, 675], "dc5faf8f4120": [185, 512]},
    "the newer system": {"a74b50e5af7b": [51, 172, 305, 427, 1451, 2116], "7bcf102a8853": [18, 317, 831],
                         "585dc71e7dbb": [2616], "6ca19105b262": [30, 455, 660], "dc5faf8f4120": [356]},
}


# May be the same, and must be proposed if they are not one.
MAYBE = {"the committee’s other name": {"7bcf102a8853": [751, 1308]}}
PROPOSED = {}


def entities_of(name):
    """The entities that are named at the places of @name."""
    if not READ:
        paths = sorted((tap.shared() / "seeds").iterdir())
        story = json.loads(tap.hearsay("analyse", "--json", *paths).stdout)
        PROPOSED.update({e["id"]: {p["entity"] for p in e["proposed"]} for e in story["entities"]})
        for path, article in zip(paths, story["articles"]):
            READ[hashlib.sha256(path.read_bytes()).hexdigest()[:12]] = article["mentions"]
    found = set()
    for article, starts in {**ONE, **MAYBE}[name].items():
        for start in starts:
            here = {m["entity"] for m in READ[article] if m["start"] <= start < m["end"] and m["level"] == "name"}
            assert here, "%s: nothing is named at %d" % (article, start)
            found |= here
    return found


def check(kind, floor):
    if not SCORED:
        SCORED["figures"], SCORED["lines"], SCORED["errors"] = named_five.score()
    print("\n".join("# " + line for line in SCORED["lines"] + SCORED["errors"] if kind in line))
    assert SCORED["figures"][kind] >= floor, "%s: %.3f, below %.2f" % (kind, SCORED["figures"][kind], floor)


def test_persons_are_found():
    check("person", .95)


def test_places_are_found():
    check("place", .90)


def test_organisations_are_found():
    check("organisation", .75)


def test_weapons_are_found():
    check("weapon", .90)


def test_one_is_one_in_every_article():
    for name in ONE:
        assert len(entities_of(name)) == 1, "%s: %s" % (name, entities_of(name))


def test_another_name_is_at_least_proposed():
    committee, = entities_of("the committee")
    for other in entities_of("the committee’s other name"):
        assert other == committee or committee in PROPOSED[other] or other in PROPOSED[committee], other


def test_two_systems_stay_two():
    assert entities_of("the older system") != entities_of("the newer system")


tap.run([value for name, value in list(globals().items()) if name.startswith("test_")])
