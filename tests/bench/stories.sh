#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# stories.sh: origins counted in made stories; seeds 1 to 500 may be looked at, these are not
set -eu
ninja -C "$HEARSAY_BUILD" tests/bench/stories >/dev/null
exec "$HEARSAY_BUILD/tests/bench/stories" 501 1500
