#!/usr/bin/env python3
# library-import.py: how many articles a second are read, analysed and kept
# SPDX-License-Identifier: GPL-3.0-or-later
"""library-import.py IMPORT-HELPER FOLDER…: imports the folders into a new
library and prints articles a second and what the library weighs."""

import os
import shutil
import subprocess
import sys
import tempfile

folder = tempfile.mkdtemp(prefix="hearsay-bench-")
try:
    line = subprocess.run([sys.argv[1], folder] + sys.argv[2:], check=True, text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL).stdout.split()
    added, seconds = int(line[1]), float(line[-1])
    size = os.path.getsize(os.path.join(folder, "hearsay.db"))
    print(f"{added} articles in {seconds:.1f} s: {added / seconds:.1f} a second, {size / max(1, added) / 1024:.0f} KiB each")
finally:
    shutil.rmtree(folder)
