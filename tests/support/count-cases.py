#!/usr/bin/env python3
"""Counts the test cases of a run: N passed, N failed, N skipped.

A test program that died counts as one failed case, and with HEARSAY_SHARED set
so does every case that was skipped: everything it could need is there.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import sys
import xml.etree.ElementTree as ET


def main():
    passed = failed = skipped = 0
    strict = bool(os.environ.get("HEARSAY_SHARED"))
    for suite in ET.parse(sys.argv[1]).getroot().iter("testsuite"):
        broken = 0
        for case in suite.iter("testcase"):
            name = "%s: %s" % (suite.get("name"), case.get("name"))
            if case.find("failure") is not None or case.find("error") is not None:
                broken += 1
                print("failed: " + name)
            elif case.find("skipped") is not None:
                if strict:
                    broken += 1
                    print("skipped, though everything it needs is there: " + name)
                else:
                    skipped += 1
            else:
                passed += 1
        failed += broken
    if len(sys.argv) > 2 and sys.argv[2] != "0" and not failed:
        print("failed: a test program ended badly, see the log above")
        failed = 1
    print("%d passed, %d failed, %d skipped" % (passed, failed, skipped))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
