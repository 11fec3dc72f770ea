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
import threading
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


def watch(pid, peaks):
    """Takes down the peak of memory, in MB, of each process that the one starts."""
    while peaks.get("on"):
        try:
            tasks = pathlib.Path("/proc/%d/task" % pid).glob("*/children")
            for child in " ".join(task.read_text() for task in tasks).split():
                for line in pathlib.Path("/proc/%s/status" % child).read_text().splitlines():
                    if line.startswith("VmHWM"):
                        peaks[child] = int(line.split()[1]) / 1024
        except OSError:
            pass
        time.sleep(0.01)


def run(command, cwd=None):
    """Seconds, and the peak of memory in MB of it and of what it starts, of one run on one core."""
    def pin():
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    start = time.monotonic()
    child = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=pin)
    peaks = {"on": True}
    watcher = threading.Thread(target=watch, args=(child.pid, peaks))
    watcher.start()
    _, _, usage = os.wait4(child.pid, 0)
    seconds = time.monotonic() - start
    child.returncode = 0
    peaks["on"] = False
    watcher.join()
    del peaks["on"]
    return seconds, usage.ru_maxrss / 1024, max(peaks.values(), default=0)


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
    seconds, memory, worker = min(ours)
    print("hearsay: %.1f pages/s on one core with its worker; the worker takes %.0f MB, the command %.0f MB"
          % (len(files) / seconds, worker, memory))
    if not beside:
        print("node or what it needs is not there: nothing to compare with")
        return
    other, other_memory, _ = min(theirs)
    print("Readability.js and linkedom 0.18.5: %.1f pages/s on one core, %.0f MB" % (len(files) / other, other_memory))
    print("ratio %.1f" % (other / seconds))


if __name__ == "__main__":
    main()
