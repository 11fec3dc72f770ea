#!/bin/sh
# run.sh: a widget test on a screen of its own.
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
if ! command -v xvfb-run >/dev/null; then
  printf '1..0 # SKIP there is no xvfb-run here\n'
  exit 0
fi
export GTK_A11Y=test GSK_RENDERER=cairo GDK_BACKEND=x11
unset WAYLAND_DISPLAY
# Under the sanitizers, through libraries without frame pointers too: GTK's own leaks
# are told by their frames.
[ -z "${ASAN_OPTIONS:-}" ] || export ASAN_OPTIONS="$ASAN_OPTIONS:fast_unwind_on_malloc=0:malloc_context_size=12"
# Suites run beside each other: begin to look for a free screen at different places.
exec xvfb-run -a -n $((900 + $$ % 700)) -s "-screen 0 1600x3000x24 -noreset" "$@"
