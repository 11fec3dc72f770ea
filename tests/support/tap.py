"""Test cases as TAP, one function each.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import pathlib
import subprocess
import sys
import traceback

SOURCE = pathlib.Path(os.environ.get("HEARSAY_SOURCE", pathlib.Path(__file__).resolve().parents[2]))
BUILD = pathlib.Path(os.environ.get("HEARSAY_BUILD", SOURCE / "build"))
PROGRAM = str(BUILD / "app" / "shell" / "hearsay")


class Skip(Exception):
    """The case cannot be tried here; its message says why."""


def shared():
    """The folder of shared test data; skips the case where it is absent."""
    path = pathlib.Path(os.environ.get("HEARSAY_SHARED") or SOURCE.parent / "shared")
    if not path.is_dir():
        raise Skip("there is no folder of shared test data")
    return path


def hearsay(*arguments, check=True, **options):
    """Runs a command; returns it, with its output as text."""
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, timeout=300, **options)
    if check and done.returncode != 0:
        raise AssertionError("hearsay %s: exit %d\n%s" % (" ".join(map(str, arguments)), done.returncode, done.stderr))
    return done


# Called with the number of a case that failed, to keep what was to be seen.
when_failed = []


def run(cases):
    """Runs the functions in order and prints TAP; the name is what each protects."""
    print("TAP version 13")
    print("1..%d" % len(cases), flush=True)
    failed = False
    for number, case in enumerate(cases, 1):
        name = case.__name__.replace("test_", "").replace("_", " ")
        try:
            case()
            print("ok %d %s" % (number, name), flush=True)
        except Skip as reason:
            print("ok %d %s # SKIP %s" % (number, name, reason), flush=True)
        except Exception:  # every failure of a case is that case's alone
            failed = True
            print("not ok %d %s" % (number, name))
            for line in traceback.format_exc().splitlines():
                print("# " + line)
            sys.stdout.flush()
            for keep in when_failed:
                keep(number)
    sys.exit(1 if failed else 0)
