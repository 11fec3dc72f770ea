#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# reader.sh: an article of 20,000 words with 4,000 marks, beside a bare text view
# with the same words in the same run: to the first frame, and the longest time the
# main loop stands still while it is scrolled.
set -eu
ninja -C "$HEARSAY_BUILD" tests/bench/reader >/dev/null
export GSETTINGS_BACKEND=memory GTK_A11Y=none
exec sh "$HEARSAY_SOURCE/tests/widget/run.sh" "$HEARSAY_BUILD/tests/bench/reader"
