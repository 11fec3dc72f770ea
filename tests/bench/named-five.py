#!/usr/bin/env python3
"""The names of the five real articles, by kind, and every error.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import named_five

for strict in (False, True):
    figures, lines, errors = named_five.score(strict)
    print("the first reading alone:" if strict else "any reading:")
    print("\n".join(lines + (errors if "--errors" in sys.argv else [])))
