#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# entities.sh: entity spans against two annotated corpora
set -eu
data=${HEARSAY_SHARED:-$HEARSAY_SOURCE/../shared}/data
[ -d "$data" ] || { echo "there is no folder of shared test data"; exit 0; }
score() {
  echo "$1:"
  /usr/bin/python3 "$HEARSAY_SOURCE/tests/bench/analysis-entities.py" "$HEARSAY_BUILD/app/shell/hearsay analyse" "$1" "$2"
}
score re3d "$data/re3d"
score gmb "$data/entities/gmb/dev.tsv"
