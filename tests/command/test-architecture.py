#!/usr/bin/env python3
"""Who may know whom: the rooms include only what DESIGN allows them.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import tap

# Which rooms a room's sources may include headers of, besides its own.
MAY = {
    "base": [],
    "markup": ["base"],
    "feeds": ["base", "markup"],
    "pages": ["base", "markup"],
    "worker": ["base", "markup", "pages"],
    "net": ["base"],
    "analysis": ["base"],
    "train": ["base", "analysis"],
    "library": ["base", "markup", "feeds", "pages", "net", "analysis"],
    "export": ["base", "markup", "feeds", "pages", "net", "analysis", "library"],
    "models": ["base", "markup", "feeds", "pages", "net", "analysis", "library"],
    "jobs": ["base", "markup", "feeds", "pages", "worker", "net", "analysis", "library", "export", "models"],
    "widgets": ["base", "models", "jobs"],
    "shell": ["base", "markup", "feeds", "pages", "net", "analysis", "library", "export", "models", "jobs", "widgets"],
}
# Foreign headers that only some rooms may use.
FOREIGN = {
    r"sqlite3\.h": ["library"],
    r"libsoup/.*": ["net"],
    r"libxml/.*": ["markup"],
    r"gdk-pixbuf/.*|seccomp\.h": ["worker"],
    r"poppler.*|gmime/.*": ["pages"],
    r"(gtk|gdk|gsk)/.*|adwaita\.h": ["widgets", "shell"],
    r"uchardet.*": ["markup"],
    r"unicode/.*": ["base", "analysis"],
}
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.M)


def room_of(path):
    parts = path.relative_to(tap.SOURCE).parts
    return "widgets" if parts[0] == "widgets" else parts[1]


def sources():
    for top in ["app", "widgets"]:
        for path in sorted((tap.SOURCE / top).rglob("*.[ch]")):
            yield path


HEADERS = {}
for header in sources():
    if header.suffix == ".h":
        HEADERS.setdefault(header.name, []).append(room_of(header))


def complaints(path, text):
    """What the file includes and may not."""
    room, found = room_of(path), []
    for kind, name in INCLUDE.findall(text):
        for pattern, rooms in FOREIGN.items():
            if re.fullmatch(pattern, name) and room not in rooms:
                found.append("%s includes %s" % (path.relative_to(tap.SOURCE), name))
        if kind == '"' and name in HEADERS:
            if room not in HEADERS[name] and not set(HEADERS[name]) & set(MAY[room]):
                found.append("%s (%s) includes %s of %s" % (path.relative_to(tap.SOURCE), room, name, HEADERS[name]))
    return found


def test_no_room_includes_what_it_may_not():
    found = [line for path in sources() for line in complaints(path, path.read_text())]
    assert not found, "\n".join(found)


def test_the_check_sees_a_wrong_include():
    pretend = tap.SOURCE / "app/base/hs-span.c"
    assert complaints(pretend, '#include "hs-library.h"\n')
    assert complaints(pretend, "#include <sqlite3.h>\n")
    assert complaints(tap.SOURCE / "widgets/window/hs-window.c", '#include "hs-library.h"\n')
    assert complaints(tap.SOURCE / "app/models/hs-list.c", "#include <gtk/gtk.h>\n")
    assert not complaints(tap.SOURCE / "app/library/hs-library.c", "#include <sqlite3.h>\n")


def test_no_two_headers_share_a_name():
    twice = [name for name, rooms in HEADERS.items() if len(rooms) > 1]
    assert not twice, twice


def test_every_signal_has_a_title_in_the_window():
    made = set(re.findall(r'"([a-z]+(?:-[a-z]+)*)", HS_TONE', "".join(
        path.read_text() for path in (tap.SOURCE / "app/analysis").glob("hs-signals*.c"))))
    titles = set(re.findall(r'\{ "([a-z-]+)", N_\(', (tap.SOURCE / "widgets/common/hs-signal-titles.c").read_text()))
    assert len(made) >= 10, made
    assert made <= titles, made - titles
    assert titles <= made, "titles of signals that nothing makes: %s" % (titles - made)


def test_every_source_names_its_licence():
    bare = [str(path) for path in sources() if "SPDX-License-Identifier: GPL-3.0-or-later" not in path.read_text()]
    assert not bare, bare


tap.run([value for name, value in list(globals().items()) if name.startswith("test_")])
