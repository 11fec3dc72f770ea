#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# feeds.sh: how fast feeds are read, beside libxml2 alone; how much memory it takes
set -eu
ninja -C "$HEARSAY_BUILD" tests/bench/feeds >/dev/null
"$HEARSAY_BUILD/tests/bench/feeds"
echo "peak memory of the reader:"
for size in 1 10 100; do
  "$HEARSAY_BUILD/tests/bench/feeds" memory $size
done
