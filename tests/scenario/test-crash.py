#!/usr/bin/env python3
# test-crash.py: an import that is killed leaves whole articles and goes on
# SPDX-License-Identifier: GPL-3.0-or-later
"""Imports invented files, kills the importer at random moments, looks into the
library after each, lets it go on, and compares the end with an undisturbed
import. Prints TAP. HEARSAY_CRASH_FILES and HEARSAY_CRASH_SEED change the run;
HEARSAY_IMPORTER names another program than `hearsay import`, that takes the
library and the folder."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

N_FILES = int(os.environ.get("HEARSAY_CRASH_FILES", "400"))
N_KILLS = 20
SEED = int(os.environ.get("HEARSAY_CRASH_SEED", str(random.randrange(10**6))))
BUILD = os.environ.get("HEARSAY_BUILD", ".")
IMPORTER = os.environ.get("HEARSAY_IMPORTER")
TIMES = {"fetched", "seen", "time", "created", "modified", "latest"}

FIRST = "Ada Boris Clara Davit Elena Farid Greta Hamid Irina Jonas Karim Lena Marta Nadia Omar Petra".split()
LAST = "Abendroth Brandt Castillo Dorn Eskola Fenn Garov Haddad Ivers Jansen Khoreli Lund Moreau Novak".split()
PLACES = "Velan Norland Tarvonia Baghdad Moscow Lisbon Vesna Harlow".split()
BODIES = ["the Defence Committee", "the Ministry of Energy", "the Harbour Council", "Reuters", "the Daily Lantern"]
THINGS = ["a contract for the S-120 system", "the price of grain", "talks about the pipeline",
          "a strike in the harbour", "the new border law", "the budget of the army"]


def make_file(path, rng, number):
    story = rng.randrange(max(2, N_FILES // 4))
    about = random.Random(story)
    place, thing = about.choice(PLACES), about.choice(THINGS)
    people = [f"{about.choice(FIRST)} {about.choice(LAST)}" for _ in range(2)]
    lines = [f"{place} weighs {thing}, report {number} says", ""]
    for person in people:
        lines.append(f"“We will decide on {thing} this year,” said {person}, a member of {rng.choice(BODIES)}, "
                     f"in {place} on Monday. {person} said that nothing had been signed.")
        lines.append("")
    lines.append(f"According to {rng.choice(BODIES)}, {people[0]} met {people[1]} {rng.randrange(2, 90)} times.")
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def make_files(folder):
    rng = random.Random(SEED)
    for number in range(N_FILES):
        # some are copies of an earlier one: the same article
        path = os.path.join(folder, f"{number:05}.txt")
        if number % 37 == 36:
            shutil.copy(os.path.join(folder, f"{number - 5:05}.txt"), path)
        else:
            make_file(path, rng, number)


def dump(path):
    """Every row of every table, times and the generation counters left out."""
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    out = []
    tables = [row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'"
                                           " AND name NOT LIKE '%fts%' ORDER BY name")]
    for table in tables:
        columns = [row[1] for row in db.execute(f'PRAGMA table_xinfo("{table}")') if row[1] not in TIMES]
        names = ", ".join(f'"{name}"' for name in columns)
        for row in db.execute(f'SELECT {names} FROM "{table}" ORDER BY {names}'):
            if table != "stats" or not row[0].startswith("generation"):
                out.append((table,) + row)
    words = db.execute("SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'signed'").fetchone()
    out.append(("words",) + words)
    db.close()
    return out


def inspect(path):
    """What is wrong with a library that was left in the middle; None if nothing."""
    if not os.path.exists(path):
        return None
    db = sqlite3.connect(path)
    try:
        if db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0:
            return None
        if db.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            return "integrity_check"
        if db.execute("PRAGMA foreign_key_check").fetchall():
            return "foreign_key_check"
        db.execute("INSERT INTO articles_fts (articles_fts, rank) VALUES ('integrity-check', 1)")
        db.rollback()
        half = db.execute(
            "SELECT count(*) FROM articles AS a WHERE revision IS NULL OR story IS NULL"
            " OR NOT EXISTS (SELECT 1 FROM revisions WHERE id = a.revision AND article = a.id)"
            " OR NOT EXISTS (SELECT 1 FROM originals WHERE revision = a.revision)"
            " OR NOT EXISTS (SELECT 1 FROM blocks WHERE article = a.id)"
            " OR NOT EXISTS (SELECT 1 FROM prints WHERE article = a.id)").fetchone()[0]
        if half:
            return f"{half} articles are not whole"
        counted = db.execute("SELECT value FROM stats WHERE key = 'articles'").fetchone()[0]
        if counted != db.execute("SELECT count(*) FROM articles WHERE deleted = 0").fetchone()[0]:
            return "the count of articles is wrong"
    except sqlite3.Error as error:
        return str(error)
    finally:
        db.close()
    return None


def run(library, files, kill_after=None):
    """Whether the importer came to its end."""
    hearsay = [os.path.join(BUILD, "app/shell/hearsay"), "import", "--library", library, files]
    process = subprocess.Popen([IMPORTER, library, files] if IMPORTER else hearsay,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if kill_after is None:
        return process.wait() == 0
    try:
        return process.wait(kill_after) == 0
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        return False


def main():
    temp = tempfile.mkdtemp(prefix="hearsay-crash-")
    files, calm, rough = (os.path.join(temp, name) for name in ("files", "calm", "rough"))
    rough_db = os.path.join(rough, "hearsay.db")
    rng = random.Random(SEED)
    os.mkdir(files)
    make_files(files)
    print(f"TAP version 13\n1..4\n# seed {SEED}, {N_FILES} files", flush=True)

    began = time.monotonic()
    done = run(calm, files)
    whole = time.monotonic() - began
    print(f"{'ok' if done else 'not ok'} 1 - an undisturbed import ends")
    print(f"# {whole:.2f} s, {N_FILES / whole:.0f} files a second", flush=True)

    wrong, kills, progress = [], 0, []
    while kills < N_KILLS:
        # short ones hit the beginning and what is already there, long ones the end
        ended = run(rough, files, rng.uniform(0.01, whole / 4 if kills < N_KILLS - 4 else whole))
        kills += 1
        problem = inspect(rough_db)
        if problem is not None:
            wrong.append(f"kill {kills}: {problem}")
        if ended:
            # begin again with an empty library: every kill is to hit something
            shutil.rmtree(rough)
        elif os.path.exists(rough_db):
            with sqlite3.connect(rough_db) as db:
                try:
                    progress.append(db.execute("SELECT count(*) FROM articles").fetchone()[0])
                except sqlite3.Error:
                    progress.append(0)
    for line in wrong:
        print(f"# {line}")
    print(f"# articles after each kill: {progress}")
    print(f"{'not ok' if wrong else 'ok'} 2 - after each of {kills} kills the library is sound", flush=True)

    done = run(rough, files)
    print(f"{'ok' if done else 'not ok'} 3 - the import goes on to its end", flush=True)
    a, b = dump(os.path.join(calm, "hearsay.db")), dump(rough_db)
    same = a == b
    if not same:
        missing, extra = set(a) - set(b), set(b) - set(a)
        for row in sorted(map(repr, missing))[:10]:
            print(f"# missing {row[:300]}")
        for row in sorted(map(repr, extra))[:10]:
            print(f"# extra {row[:300]}")
    print(f"{'ok' if same else 'not ok'} 4 - it ends in the same library, ids and counts included")
    if same and not wrong and done:
        shutil.rmtree(temp)
        return 0
    print(f"# kept in {temp}")
    return 1


if __name__ == "__main__":
    sys.exit(main())
