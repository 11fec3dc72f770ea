#!/usr/bin/env python3
"""Pages read in a second and memory taken, beside Readability.js in node.

SPDX-License-Identifier: GPL-3.0-or-later

usage: pages-speed.py HEARSAY WORK

WORK/pages holds the pages; what node needs is installed into WORK/node. Both run
on one core, in turn, three times; the best of each counts. Without node or npm
only ours is measured.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import time

SCRIPT = """
import {Readability} from '@mozilla/readability';
import {parseHTML} from 'linkedom';
import fs from 'fs';
for (const file of process.argv.slice(2)) {
  const {document} = parseHTML(fs.readFileSync(file, 'utf8'));
  try { new Readability(document).parse(); } catch (error) { }
}
"""


def run(command, cwd=None):
    """Seconds, and the peak of memory in MB, of one run on one core."""
    def pin():
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    start = time.monotonic()
    child = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=pin)
    _, _, usage = os.wait4(child.pid, 0)
    child.returncode = 0
    return time.monotonic() - start, usage.ru_maxrss / 1024


def install(folder):
    folder.mkdir()
    (folder / "package.json").write_text('{"name":"scratch","private":true,"type":"module"}\n')
    (folder / "run.mjs").write_text(SCRIPT)
    command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "@mozilla/readability", "linkedom@0.18.5"]
    return subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def main():
    program, work = sys.argv[1], pathlib.Path(sys.argv[2])
    files = sorted(map(str, (work / "pages").glob("*.html")))
    node = work / "node"
    beside = bool(shutil.which("node") and shutil.which("npm")) and install(node)
    ours, theirs = [], []
    for _ in range(3):
        ours.append(run([program, "extract", "--jsonl", *files]))
        if beside:
            theirs.append(run(["node", "run.mjs", *files], cwd=node))
    seconds, memory = min(ours)
    print("hearsay: %.1f pages/s on one core, %.0f MB" % (len(files) / seconds, memory))
    if not beside:
        print("node or what it needs is not there: nothing to compare with")
        return
    other, other_memory = min(theirs)
    print("Readability.js and linkedom 0.18.5: %.1f pages/s on one core, %.0f MB" % (len(files) / other, other_memory))
    print("ratio %.1f" % (other / seconds))


if __name__ == "__main__":
    main()
