#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# linking.sh: what one more article costs where 1,000,000 names are known, beside 10,000
set -eu
ninja -C "$HEARSAY_BUILD" tests/bench/linking >/dev/null
exec "$HEARSAY_BUILD/tests/bench/linking" "$@"
