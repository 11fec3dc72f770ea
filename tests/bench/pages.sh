#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# pages.sh: articles out of saved news pages: how right, and how fast beside
# Readability.js over the same files
set -eu
data=${HEARSAY_SHARED:-$HEARSAY_SOURCE/../shared}/data
[ -d "$data/pages" ] || { echo "there is no folder of shared test data"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/pages" "$work/segments"
for page in "$data"/pages/html/*.gz; do
  gzip -dc "$page" >"$work/pages/$(basename "$page" .gz)"
done
"$HEARSAY_BUILD/app/shell/hearsay" extract --jsonl "$work"/pages/*.html >"$work/pages.jsonl" || :
echo "bodies:"
/usr/bin/python3 "$data/pages/score.py" "$data/pages/truth.json" "$work/pages.jsonl"
/usr/bin/python3 "$HEARSAY_SOURCE/tests/bench/pages-classes.py" "$data/pages" "$work/pages.jsonl"
if [ -d "$data/pages-segments" ]; then
  for page in "$data"/pages-segments/html/*.gz; do
    gzip -dc "$page" >"$work/segments/$(basename "$page" .gz)"
  done
  "$HEARSAY_BUILD/app/shell/hearsay" extract --jsonl "$work"/segments/* >"$work/segments.jsonl" || :
  echo "segments and metadata:"
  /usr/bin/python3 "$HEARSAY_SOURCE/tests/bench/pages-segments.py" "$data/pages-segments/truth.json" "$work/segments.jsonl"
fi
echo "speed:"
/usr/bin/python3 "$HEARSAY_SOURCE/tests/bench/pages-speed.py" "$HEARSAY_BUILD/app/shell/hearsay" "$work"
echo "hostile pages:"
/usr/bin/python3 "$HEARSAY_SOURCE/tests/bench/pages-hostile.py" "$HEARSAY_BUILD/app/shell/hearsay" "$work"
