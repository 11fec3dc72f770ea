#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# names.sh: spellings of one person told from other persons
set -eu
data=${HEARSAY_SHARED:-$HEARSAY_SOURCE/../shared}/data/names
[ -d "$data" ] || { echo "there is no folder of shared test data"; exit 0; }
ninja -C "$HEARSAY_BUILD" tests/bench/analysis-names >/dev/null
"$HEARSAY_BUILD/tests/bench/analysis-names" <"$data/pairs.tsv"
exec "$HEARSAY_BUILD/tests/bench/analysis-names" clusters <"$data/ofac_PER.tsv"
