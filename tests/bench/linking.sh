#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# linking.sh: what one more article costs where 1,000,000 names are known, beside 10,000
set -eu
ninja -C "$HEARSAY_BUILD" tests/bench/linking app/worker/hearsay-worker >/dev/null
export HEARSAY_WORKER="$HEARSAY_BUILD/app/worker/hearsay-worker"
list=${HEARSAY_SHARED:-$HEARSAY_SOURCE/../shared}/data/names/ofac_PER.tsv
[ -f "$list" ] || list=
exec "$HEARSAY_BUILD/tests/bench/linking" "${1:-1000000}" $list
