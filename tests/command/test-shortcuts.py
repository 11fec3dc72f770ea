#!/usr/bin/env python3
"""The list of keys tells of every key that does something, and of no other.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as ET

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import tap

# The same key on another keyboard or another part of it.
ALIKE = {"plus": {"equal", "kp_add"}, "minus": {"kp_subtract"}}
# What GTK or a widget does by itself.
OF_WIDGETS = {"f10", "return", "menu", "shift+f10"}


def normal(keys):
    """keys: an accelerator as GTK writes it."""
    modifiers = sorted(word.lower() for word in re.findall("<(.*?)>", keys))
    key = re.sub("<.*?>", "", keys).lower()
    if key in ("question", "plus"):  # on many keyboards with Shift
        modifiers = [word for word in modifiers if word != "shift"]
    return "+".join(modifiers + [next((one for one, others in ALIKE.items() if key in others), key)])


def from_names(key, modifiers):
    """key: after GDK_KEY_; modifiers: an expression in C."""
    return normal("".join("<%s>" % word for word in re.findall(r"GDK_(\w+?)_MASK", modifiers)) + key)


def bound():
    found = set()
    for folder in ["widgets", "app/shell"]:
        for path in sorted((tap.SOURCE / folder).rglob("*.c")):
            text = path.read_text()
            for key, modifiers in re.findall(
                    r'GDK_KEY_(\w+),\s*((?:GDK_\w+_MASK[ |]*)*|0)(?:,\s*)?"(?:win|reader|feeds|watches)\.', text):
                found.add(from_names(key, modifiers))
            if path.name == "hs-application.c":
                table = re.search(r"} keys\[\] = \{(.*?)\n  \};", text, re.S).group(1)
                for keys in re.findall(r'\{ "[\w:.-]+", \{ (.*?) \} \}', table):
                    found.update(normal(one) for one in re.findall('"(.*?)"', keys))
            if path.name == "hs-legend.c":
                found.update(normal(one) for one in re.findall(r'"((?:<\w+>)+\w)"', text))
            if path.name == "hs-window-keys.c" and "GDK_KEY_1 + i" in text:
                found.update("alt+%d" % number for number in range(1, 8))
    return found


def told():
    overlay = ET.parse(tap.SOURCE / "resources/ui/gtk/help-overlay.ui")
    return {normal(one) for prop in overlay.iter("property") if prop.get("name") == "accelerator"
            for one in prop.text.split()}


def test_sources_are_understood():
    assert {"j", "t", "shift+m", "control+q", "alt+left", "control+1", "alt+8", "shift+f6", "f2"} <= bound(), bound()


def test_every_key_is_told():
    assert not bound() - told(), bound() - told()


def test_every_key_that_is_told_does_something():
    assert not told() - bound() - OF_WIDGETS, told() - bound() - OF_WIDGETS


if __name__ == "__main__":
    tap.run([case for name, case in list(globals().items()) if name.startswith("test_")])
