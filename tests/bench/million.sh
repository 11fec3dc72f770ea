#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# million.sh: first rows of a library of a million articles beside one of a
# thousand; N=100000 makes a smaller one. The library stays in build/bench.
set -eu
ninja -C "$HEARSAY_BUILD" tests/bench/library-million >/dev/null
mkdir -p "$HEARSAY_BUILD/bench"
exec "$HEARSAY_BUILD/tests/bench/library-million" "${N:-1000000}" "$HEARSAY_BUILD/bench"
