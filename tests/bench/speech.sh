#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# speech.sh: statements, copies and stories: how fast, and whether the cost grows
set -eu
ninja -C "$HEARSAY_BUILD" tests/bench/speech >/dev/null
exec "$HEARSAY_BUILD/tests/bench/speech"
