#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# names.sh: spellings of one person or body told from others
set -eu
data=${HEARSAY_SHARED:-$HEARSAY_SOURCE/../shared}/data/names
[ -d "$data" ] || { echo "there is no folder of shared test data"; exit 0; }
ninja -C "$HEARSAY_BUILD" tests/bench/analysis-names >/dev/null
names="$HEARSAY_BUILD/tests/bench/analysis-names"
"$names" <"$data/pairs.tsv"
for kind in person body; do
  list=$([ $kind = person ] && echo PER || echo ORG)
  for half in 0 1; do
    echo "$kind, ids that are $([ $half = 0 ] && echo even || echo odd):"
    "$names" clusters $kind $half <"$data/ofac_$list.tsv" | grep -v '^missed\|^cluster wrong'
  done
  echo "$kind, all:"
  "$names" clusters $kind <"$data/ofac_$list.tsv"
done
