#!/bin/sh
# run.sh: one scenario on a screen and a session bus of its own.
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
for tool in xvfb-run dbus-run-session xdotool import; do
  if ! command -v "$tool" >/dev/null; then
    printf '1..0 # SKIP there is no %s here\n' "$tool"
    exit 0
  fi
done
export GTK_A11Y=atspi GSK_RENDERER=cairo GDK_BACKEND=x11 GTK_USE_PORTAL=0 NO_AT_BRIDGE=0
unset WAYLAND_DISPLAY
# shellcheck disable=SC2016
# Suites run beside each other: begin to look for a free screen at different places.
exec xvfb-run -a -n $((200 + $$ % 700)) -s "-screen 0 1600x900x24 -noreset" dbus-run-session -- sh -c '
  /usr/libexec/at-spi-bus-launcher --launch-immediately >/dev/null 2>&1 &
  exec /usr/bin/python3 "$1"' scenario "$1" 2>"${HEARSAY_SCENARIO_LOG:-/dev/null}"
