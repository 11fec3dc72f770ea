#!/usr/bin/env python3
"""Pages that nobody would write: seconds and memory that each takes, and what becomes of it.

SPDX-License-Identifier: GPL-3.0-or-later

usage: pages-hostile.py HEARSAY WORK

Each is imported into a library of its own, beside an ordinary page; the seconds are
those of the whole command, its start and the ordinary page included.
"""
import importlib.util
import json
import pathlib
import subprocess
import sys

spec = importlib.util.spec_from_file_location("speed", pathlib.Path(__file__).with_name("pages-speed.py"))
speed = importlib.util.module_from_spec(spec)
spec.loader.exec_module(speed)

STORY = "<p>The harbour board voted on Tuesday to close the old pier, after divers found cracks, the chair said.</p>"


def pages():
    yield "100,000 nested tags", ("<div>" * 100000 + STORY).encode()
    yield "20,000 nested tables", ("<table><tr><td>" * 20000 + STORY).encode()
    yield "50,000 attributes", ("<p " + " ".join("a%d=x" % i for i in range(50000)) + ">" + STORY).encode()
    yield "50 MB of text", ("<p>word, and word</p>\n" * (50 * 1024 * 1024 // 22)).encode()
    yield "50 MB in one paragraph", ("<p>" + "word and " * (50 * 1024 * 1024 // 9)).encode()
    yield "an entity bomb", ("<!DOCTYPE html [<!ENTITY a \"aaaa\">%s]><body>&a8;%s" % ("".join(
        "<!ENTITY a%d \"%s\">" % (i, ("&a%d;" % (i - 1) if i else "&a;") * 10) for i in range(9)), STORY)).encode()
    yield "cut in the middle", ("<html><body>" + STORY + "<p class='x").encode()
    for charset in ["utf-16", "utf-8", "shift_jis", "gb18030", "iso-2022-jp", "x-nonsense"]:
        yield "bytes that are not " + charset, (("<html><meta charset=%s><body>" % charset + STORY).encode()
                                                + bytes(128 + i % 128 for i in range(100000)))


def main():
    program, work = sys.argv[1], pathlib.Path(sys.argv[2])
    folder = work / "hostile"
    folder.mkdir()
    good = folder / "good.html"
    good.write_text("<html><body><h1>A pier is closed</h1>" + STORY + "</body></html>")
    for number, (name, data) in enumerate(pages()):
        page, library = folder / ("%d.html" % number), folder / ("library%d" % number)
        page.write_bytes(data)
        seconds, _, worker = speed.run([program, "import", "--library", str(library), str(page), str(good)])
        rows = json.loads(subprocess.run([program, "list", "--json", "--library", str(library)], capture_output=True,
                                         check=True).stdout)
        texts = [json.loads(subprocess.run([program, "show", "--json", "--library", str(library), str(row["id"])],
                                           capture_output=True, check=True).stdout)["text"] for row in rows]
        state = "read" if len(rows) == 2 and all(texts) else "kept and marked" if len(rows) == 2 else "refused"
        print("%-32s %5.2f s  %4.0f MB  %s%s" % (name, seconds, worker, state,
                                                "" if any("old pier" in text for text in texts) else ", THE GOOD PAGE IS LOST"))


if __name__ == "__main__":
    main()
