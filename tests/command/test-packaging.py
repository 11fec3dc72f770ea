#!/usr/bin/env python3
"""What the desktop reads of us is valid, and what we document is there.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import tap

APP = "io.github.hearsay.Hearsay"
RESOURCES = tap.BUILD / "resources"


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_desktop_file_is_valid():
    run("desktop-file-validate", str(RESOURCES / (APP + ".desktop")))


def test_metainfo_is_valid():
    run("appstreamcli", "validate", "--no-net", str(RESOURCES / (APP + ".metainfo.xml")))


def test_settings_schema_is_valid():
    with tempfile.TemporaryDirectory() as folder:
        run("glib-compile-schemas", "--strict", "--targetdir", folder, str(tap.SOURCE / "resources"))


def test_icons_are_drawings_of_the_right_size():
    for name, size in [(APP + ".svg", "128"), (APP + "-symbolic.svg", "16")]:
        found = list((tap.SOURCE / "resources/icons").rglob(name))
        assert found, name
        root = ET.parse(found[0]).getroot()
        assert root.get("viewBox", "").split()[2:] == [size, size] or root.get("width", "").startswith(size), name


def test_man_page_is_well_formed_and_names_every_command():
    page = tap.SOURCE / "resources/man/hearsay.1"
    text = page.read_text()
    for command in re.findall(r"^  (\w+) +[\[A-Z]", tap.hearsay("--help").stdout.split("Commands:")[1], re.M):
        assert "hearsay " + command in text, command
    for option in ["library", "json", "jsonl", "files\\-from", "base", "content\\-type", "format", "output"]:
        assert "\\-\\-" + option in text, option


def test_every_source_with_words_for_users_is_translated():
    listed = set(line.strip() for line in (tap.SOURCE / "po/POTFILES.in").read_text().splitlines()
                 if line.strip() and not line.startswith("#"))
    marked = re.compile(r'(?<![A-Za-z0-9_])(_|N_|ngettext|C_) ?\("')
    missing = []
    for top in ["app", "widgets"]:
        for path in (tap.SOURCE / top).rglob("*.c"):
            if marked.search(path.read_text()) and str(path.relative_to(tap.SOURCE)) not in listed:
                missing.append(str(path.relative_to(tap.SOURCE)))
    for path in (tap.SOURCE / "resources/ui").rglob("*.ui"):
        if 'translatable="yes"' in path.read_text() and str(path.relative_to(tap.SOURCE)) not in listed:
            missing.append(str(path.relative_to(tap.SOURCE)))
    assert not missing, "not in po/POTFILES.in: " + " ".join(missing)
    gone = [name for name in listed if not (tap.SOURCE / name).exists()]
    assert not gone, "in po/POTFILES.in and not there: " + " ".join(gone)


def test_version_is_told():
    assert re.fullmatch(r"hearsay \d+\.\d+\.\d+\n", tap.hearsay("--version").stdout)


def test_dev_script_is_short_and_explains_itself():
    text = run("sh", str(tap.SOURCE / "dev"), "help")
    for command in ["run", "exec", "test", "build", "bench", "format", "deps", "install"]:
        assert re.search(r"^  %s\b" % command, text, re.M), command


tap.run([value for name, value in list(globals().items()) if name.startswith("test_")])
