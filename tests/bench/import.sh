#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# import.sh: files into articles a second, beside reading and hashing the same files
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/in"
i=0
while [ $i -lt "${N:-1000}" ]; do
  for page in "$HEARSAY_SOURCE"/resources/sample/0[1-8]*.html; do
    i=$((i + 1))
    # another text each time: the same again would be the same article
    sed "s|</article>|<p>This is copy number $i of the article, told once more on day $((i % 28 + 1)).</p></article>|; s|example/|example/$i/|" \
      "$page" >"$work/in/$i.html"
  done
done
/usr/bin/python3 - "$HEARSAY_BUILD/app/shell/hearsay" "$work" "$i" <<'END'
import hashlib, pathlib, subprocess, sys, time
program, work, n = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3])
began = time.monotonic()
for path in (work / "in").iterdir():
    hashlib.sha256(path.read_bytes()).hexdigest()
plain = time.monotonic() - began
began = time.monotonic()
subprocess.run([program, "import", "--library", str(work / "library"), str(work / "in")], check=True, stdout=subprocess.DEVNULL)
took = time.monotonic() - began
began = time.monotonic()
subprocess.run([program, "import", "--library", str(work / "library"), str(work / "in")], check=True, stdout=subprocess.DEVNULL)
again = time.monotonic() - began
print("%d files: %.0f articles a second; again, nothing new: %.0f files a second; reading and hashing alone: %.0f files a second"
      % (n, n / took, n / again, n / plain))
END
