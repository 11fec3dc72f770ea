#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# window.sh: the window on a library of a million articles beside the same on one
# of a thousand: from the start to the first rows, and from the last key of a
# search to its first rows. The large library is the one that million.sh leaves.
set -eu
N=${N:-1000000}
export N
ninja -C "$HEARSAY_BUILD" tests/bench/library-million >/dev/null
for n in 1000 "$N"; do
  if [ ! -e "$HEARSAY_BUILD/bench/$n/hearsay.db" ]; then
    mkdir -p "$HEARSAY_BUILD/bench/$n"
    "$HEARSAY_BUILD/tests/bench/library-million" "$n" "$HEARSAY_BUILD/bench/$n" >/dev/null
  fi
done
exec sh "$HEARSAY_SOURCE/tests/scenario/run.sh" "$HEARSAY_SOURCE/tests/bench/window.py"
