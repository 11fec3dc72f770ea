"""The program on a screen: started, found by role and name, used, photographed.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
import pyatspi
from gi.repository import Atspi, GLib

import looking
import tap

PICTURES = tap.BUILD / "pictures"
# How many times longer than usual to wait: the sanitizers make everything slower.
PATIENCE = float(os.environ.get("HEARSAY_PATIENCE", 1))


def until(what, wanted, seconds=10.0):
    """Calls wanted() until it gives something, and returns that."""
    end = time.monotonic() + seconds * PATIENCE
    while True:
        try:
            got = wanted()
        except Exception:  # a widget that goes away while it is looked at
            got = None
        if got:
            return got
        if time.monotonic() > end:
            raise AssertionError("waited %.0f s for %s" % (seconds, what))
        time.sleep(0.05)


def fits(text, pattern):
    """pattern: a text that is the same, or a compiled expression to be found."""
    text = text or ""
    return bool(pattern.search(text)) if hasattr(pattern, "search") else text == pattern


def showing(widget):
    """GTK 4.8 says of windows only that they are showing; of what is in them, that it is visible."""
    try:
        return widget.getState().contains(pyatspi.STATE_VISIBLE)
    except GLib.GError:
        return False


def settle(seconds):
    """Time for the program to take in what was done."""
    time.sleep(seconds * min(PATIENCE, 2.5))


class Desk:
    """One running program on a library of its own."""

    def __init__(self, library=None, size=(1280, 800), exact_leaks=False, **environment):
        """exact_leaks: under the sanitizers, unwind every allocation through libraries without frame pointers
        too, so that no leak of ours hides behind one of GTK's; four times slower, so one scenario does it."""
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="hearsay-desk-"))
        self.library = pathlib.Path(library or self.folder / "library")
        self.settings = self.folder / "config"
        self.size = size
        self.environment = environment
        if "ASAN_OPTIONS" in os.environ and exact_leaks:
            self.environment.setdefault("ASAN_OPTIONS", os.environ["ASAN_OPTIONS"]
                                        + ":fast_unwind_on_malloc=0:malloc_context_size=12")
        tap.when_failed.append(self.picture_of_failure)
        self.process = None
        self.frame = None
        self.window = None

    def start(self):
        environment = dict(os.environ, GSETTINGS_BACKEND="keyfile", XDG_CONFIG_HOME=str(self.settings),
                           GSETTINGS_SCHEMA_DIR=str(tap.BUILD / "resources"), G_DEBUG="",
                           LC_ALL="C.UTF-8", **self.environment)
        self.log = open(self.folder / "log", "ab")
        self.process = subprocess.Popen([tap.PROGRAM, "--library", str(self.library)], env=environment,
                                        stdout=self.log, stderr=self.log)
        self.frame = until("the window", self._find_frame, 20)
        self.resize(*self.size)
        return self

    def _find_frame(self):
        if self.process.poll() is not None:
            raise SystemExit("the program ended: " + (self.folder / "log").read_text())
        for app in pyatspi.Registry.getDesktop(0):
            if app is not None and app.name == "hearsay" and app.get_process_id() == self.process.pid:
                app.set_cache_mask(Atspi.Cache.ROLE | Atspi.Cache.INTERFACES)  # GTK 4.8 does not tell of every change
                for window in app:
                    if window.getRole() in (pyatspi.ROLE_FRAME, pyatspi.ROLE_WINDOW):
                        return window
        return None

    def windows(self):
        return [window for window in self.frame.parent if window is not None]

    # --- finding ---------------------------------------------------------------

    def tops(self, top=None):
        """Where to look: the newest window first, which may be a dialog."""
        return [top] if top is not None else self.windows()[::-1]

    @staticmethod
    def seen(top, role, name=None, deep=False):
        """What fits, as it was when it was looked at."""
        those = [seen for seen in looking.look(top, deep) if role is None or seen.role == role]
        looking.tell_names(top, those)
        return [seen for seen in those if seen.name is not None and (name is None or fits(seen.name, name))]

    def each(self, role, name=None, top=None, deep=False):
        for each in self.tops(top):
            for seen in self.seen(each, role, name, deep):
                widget = looking.reach(each, seen)
                if widget is not None:
                    yield widget

    def all(self, role, name=None, top=None):
        return list(self.each(role, name, top))

    def find(self, role, name=None, top=None, seconds=10.0, deep=False):
        if self.process.poll() is not None:
            raise AssertionError("the program ended: " + self.log_text())
        where = " in " + top.name if top is not None and top.name else ""
        return until("%s %s%s" % (role, getattr(name, "pattern", name), where),
                     lambda: next(self.each(role, name, top, deep), None), seconds)

    def inside(self, top, role, name=None, seconds=10.0):
        """Like find, in the parts of a row too."""
        return self.find(role, name, top, seconds, True)

    def gone(self, role, name=None, top=None, seconds=10.0):
        until("no %s %s" % (role, getattr(name, "pattern", name)),
              lambda: not any(self.seen(each, role, name) for each in self.tops(top)), seconds)

    def focused(self):
        """Role and name of what has the keys in the main window, "role: name"."""
        those = [seen for seen in looking.look(self.frame) if seen.focused and seen.role not in ("frame", "window")]
        looking.tell_names(self.frame, those[-1:])
        return "%s: %s" % (those[-1].role, those[-1].name) if those else "nothing"

    def has_keys(self, pattern):
        """Waits until what has the keys fits: "role: name"."""
        try:
            until(pattern, lambda: re.search(pattern, self.focused()), 5)
        except AssertionError:
            raise AssertionError("the keys are not at %s but at %s" % (pattern, self.focused())) from None

    # --- doing -----------------------------------------------------------------

    def click(self, role, name=None, top=None):
        widget = self.find(role, name, top)
        self.act(widget)
        return widget

    def act(self, widget, action=0):
        until("an action of " + (widget.name or widget.getRoleName()),
              lambda: widget.queryAction().nActions > action)
        widget.queryAction().doAction(action)
        settle(0.15)

    def focus(self):
        """Without a window manager nobody gives the keys back when a popover has had them."""
        tops = [window for window in self.windows() if showing(window)]
        if len(tops) == 1 and self.window:
            subprocess.run(["xdotool", "windowfocus", self.window])

    def window_action(self, name):
        """Does what an entry of the menu does."""
        actions = self.frame.queryAction()
        for index in range(actions.nActions):
            if actions.getName(index) == name:
                actions.doAction(index)
                settle(0.2)
                return
        raise AssertionError("no action " + name)

    def keys(self, *keys):
        for key in keys:
            subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True)
            settle(0.1)

    def tab_to(self, widget, most=120):
        """Presses Tab until the widget has the keys, which also brings it into view."""
        self.focus()
        for _ in range(most):
            if widget.getState().contains(pyatspi.STATE_FOCUSED):
                return
            self.keys("Tab")
        at = [(one.getRoleName(), one.name) for one in self.each(None, None, self.frame, True)
              if one.getState().contains(pyatspi.STATE_FOCUSED)]
        raise AssertionError("Tab does not lead to %s but to %s" % (widget.name, at))

    def keys_until(self, what, wanted, *keys):
        """Presses until it has an effect: what a popover leaves behind may swallow the first."""
        for _ in range(3):
            self.focus()
            self.keys(*keys)
            try:
                return until(what, wanted, 6)
            except AssertionError:
                continue
        raise AssertionError("%s had no effect: %s" % (" ".join(keys), what))

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "12", text], check=True)
        settle(0.25)

    def point(self, x, y, button=1):
        subprocess.run(["xdotool", "mousemove", str(int(x)), str(int(y)), "click", str(button)], check=True)
        settle(0.2)

    def turn_wheel(self, widget, clicks):
        """clicks: down; up if negative"""
        x, y, width, height = self.place(widget)
        subprocess.run(["xdotool", "mousemove", str(int(x + width / 2)), str(int(y + min(height, 300) / 2)),
                        "click", "--repeat", str(abs(clicks)), "--delay", "5", "5" if clicks > 0 else "4"], check=True)
        settle(0.6)

    def scroll_to_end(self, widget):
        """Turns the wheel over it until nothing is left below."""
        self.turn_wheel(widget, 60)

    def drag(self, x1, y1, x2, y2):
        subprocess.run(["xdotool", "mousemove", str(int(x1)), str(int(y1)), "mousedown", "1",
                        "mousemove", str(int((x1 + x2) / 2)), str(int(y2)), "mousemove", str(int(x2)), str(int(y2)),
                        "mouseup", "1"], check=True)
        settle(0.3)

    def drag_slowly(self, x1, y1, x2, y2):
        """Far enough, and in enough steps, that it is a drag and drop."""
        subprocess.run(["xdotool", "mousemove", str(int(x1)), str(int(y1)), "mousedown", "1"], check=True)
        for step in range(1, 11):
            subprocess.run(["xdotool", "mousemove", str(int(x1 + (x2 - x1) * step / 10)),
                            str(int(y1 + (y2 - y1) * step / 10))], check=True)
            settle(0.05)
        settle(0.3)
        subprocess.run(["xdotool", "mouseup", "1"], check=True)
        settle(0.3)

    def place(self, widget):
        """x, y, width and height on the screen; the window stands at its corner."""
        area = widget.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
        return area.x, area.y, area.width, area.height

    def point_at(self, widget, across=0.5, down=0.5, button=1):
        x, y, width, height = self.place(widget)
        self.point(x + width * across, y + height * down, button)

    def resize(self, width, height):
        self.size = (width, height)
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                               capture_output=True, text=True).stdout.split()
        if not found:
            found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "."],
                                   capture_output=True, text=True).stdout.split()
        self.window = found[0] if found else None
        for window in found[:1]:
            subprocess.run(["xdotool", "windowsize", window, str(width), str(height), "windowmove", window, "0", "0",
                            "windowfocus", window])
        settle(0.6)

    def picture(self, name):
        PICTURES.mkdir(parents=True, exist_ok=True)
        settle(0.35)
        width, height = self.size
        subprocess.run(["import", "-window", "root", "-crop", "%dx%d+0+0" % (width, height), "+repage",
                        str(PICTURES / (name + ".png"))], check=True)

    def picture_of_failure(self, number):
        try:
            self.picture("failed-%s-%d" % (pathlib.Path(sys.argv[0]).stem.replace("test-", ""), number))
        except Exception:  # the screen may be gone
            pass

    # --- the ends ----------------------------------------------------------------

    def close(self):
        """Closes the window as the user does, and waits for the program to end."""
        self.keys("ctrl+w")
        until("the end of the program", lambda: self.process.poll() is not None, 15)
        if self.process.returncode != 0 and not self.only_foreign_leaks():
            raise AssertionError("exit %d\n%s" % (self.process.returncode, self.log_text()))

    def only_foreign_leaks(self):
        """Whether all it ended badly for is what GTK's own dialogs leak: no frame of a leak is ours."""
        log = self.log_text()
        if "LeakSanitizer" not in log or "AddressSanitizer: heap" in log or "runtime error" in log:
            return False
        leaks = re.split(r"(?:Direct|Indirect) leak of", log)[1:]
        return bool(leaks) and not any("../app/" in leak or "../widgets/" in leak for leak in leaks)

    def complaints(self, *of):
        """What it warned of (of: only so). Asked of what stands in a window that is being closed, GTK 4.8 has no
        path to answer with, and says so of a GVariant; criticals are not fatal here for that alone."""
        of = of or ("CRITICAL", "WARNING")
        return [line for line in self.log_text().splitlines() if any(word in line for word in of)
                and not re.search(r"GLib-CRITICAL.*: g_variant_|GLib-GIO-.*Type of return value is incorrect", line)]

    def log_text(self):
        return (self.folder / "log").read_text(errors="replace")

    def clear(self):
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def named(pattern):
    return re.compile(pattern)


def play(desk, names, *others):
    """Runs the cases of a scenario in order, and closes its window at the end.

    names: its globals(); others: what is closed with it."""
    def test_window_closes_cleanly():
        desk.focus()
        desk.close()
        assert not desk.complaints("CRITICAL"), desk.log_text()

    cases = [case for name, case in list(names.items()) if name.startswith("test_")]
    try:
        tap.run(cases + [test_window_closes_cleanly])
    finally:
        desk.clear()
        for other in others:
            other.close()
