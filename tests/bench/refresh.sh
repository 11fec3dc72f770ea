#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# refresh.sh: 200 feeds on ten loopback hosts, each answer 20 ms away, then with
# five hosts more that never answer; beside newsboat with 8 threads
set -eu
if ! command -v newsboat >/dev/null; then
  echo "Installing newsboat to measure against" >&2
  apt-get install -y --no-install-recommends newsboat >/dev/null 2>&1 ||
    { apt-get update >/dev/null && apt-get install -y --no-install-recommends newsboat >/dev/null; } || exit 1
fi
exec /usr/bin/python3 "$HEARSAY_SOURCE/tests/bench/refresh.py"
