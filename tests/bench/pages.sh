#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# pages.sh: bodies of saved news pages against what a reader would keep
set -eu
data=${HEARSAY_SHARED:-$HEARSAY_SOURCE/../shared}/data/pages
[ -d "$data" ] || { echo "there is no folder of shared test data"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for page in "$data"/html/*.gz; do
  gzip -dc "$page" >"$work/$(basename "$page" .gz)"
done
"$HEARSAY_BUILD/app/shell/hearsay" extract --jsonl "$work"/*.html >"$work/out.jsonl" || :
/usr/bin/python3 "$data/score.py" "$data/truth.json" "$work/out.jsonl"
