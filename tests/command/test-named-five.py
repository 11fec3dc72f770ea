#!/usr/bin/env python3
"""hearsay analyse: what is named in the five real articles is found.

Marked by hand; a place that can be read in two ways has both readings.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import named_five
import tap

SCORED = {}


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


tap.run([value for name, value in list(globals().items()) if name.startswith("test_")])
