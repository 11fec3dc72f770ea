#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# attribution.sh: statements against a corpus of attribution relations
set -eu
data=${HEARSAY_SHARED:-$HEARSAY_SOURCE/../shared}/data/attribution
[ -d "$data" ] || { echo "there is no folder of shared test data"; exit 0; }
for half in first second; do
  echo "half: $half"
  /usr/bin/python3 "$HEARSAY_SOURCE/tests/bench/analysis-attribution.py" "$HEARSAY_BUILD/app/shell/hearsay analyse" "$data" \
    --half "$half"
done
