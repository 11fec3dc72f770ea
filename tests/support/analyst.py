"""What an analyst does at the desk, in a line each.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import re
import sqlite3

import tap
from desk import Desk, named, until

SAMPLE = sorted((tap.SOURCE / "resources" / "sample").glob("*.html"))


class Analyst(Desk):
    def import_files(self, *files):
        tap.hearsay("import", "--library", self.library, *files)

    def open_sample(self):
        """The window, on a library that holds the sample story."""
        self.import_files(*SAMPLE)
        self.start()
        self.shows(8)

    def color_scheme(self, scheme):
        """For the next start. scheme: "light" or "dark"."""
        keyfile = self.settings / "glib-2.0" / "settings" / "keyfile"
        keyfile.parent.mkdir(parents=True, exist_ok=True)
        keyfile.write_text("[io/github/hearsay/Hearsay]\ncolor-scheme='%s'\n" % scheme)

    # --- what is kept ----------------------------------------------------------------

    def ask(self, sql, *values):
        """Rows of the library, as the program wrote them."""
        with sqlite3.connect("file:%s?mode=ro" % (self.library / "hearsay.db"), uri=True) as database:
            return database.execute(sql, values).fetchall()

    def write(self, sql, *values):
        """As another program would."""
        with sqlite3.connect(self.library / "hearsay.db") as database:
            database.execute(sql, values)

    def journal(self):
        """(action, reason) of the decisions that stand, the newest last."""
        return self.ask("SELECT action, reason FROM journal WHERE undone = 0 ORDER BY id")

    def undo(self):
        count = len(self.journal())
        self.keys_until("undone", lambda: len(self.journal()) == count - 1, "ctrl+z")

    def propose(self, n):
        """Before the start: n pairs of the people who are named most may be one, whatever the articles propose."""
        people = [row[0] for row in self.ask("SELECT id FROM entities WHERE kind = 0 AND root = id AND n_articles > 0"
                                             " ORDER BY n_mentions DESC, id LIMIT ?", 2 * n)]
        assert len(people) == 2 * n
        for k in range(0, 2 * n, 2):
            self.write("INSERT OR IGNORE INTO proposals VALUES (?, ?, 'The names may be spelled alike.')",
                       people[k + 1], people[k])

    # --- menus -----------------------------------------------------------------------

    def offered(self):
        """What the open menu offers."""
        return [item.name for item in self.all("menu item")]

    def close_menu(self):
        self.keys("Escape")
        self.gone("menu item", seconds=5)
        self.focus()

    # --- articles --------------------------------------------------------------------

    def articles(self):
        return self.find("list", "Articles")

    def shows(self, count):
        return until("%d articles" % count, lambda: self.articles().childCount == count)

    def open_article(self, title):
        """title: the beginning of one. Rows move while others come in, perhaps out of view."""
        for _ in range(4):
            row = self.find("list item", named("^" + re.escape(title)))
            _, top, _, height = self.place(self.articles())
            _, y, _, row_height = self.place(row)
            if y < top or y + row_height > top + height:
                self.turn_wheel(self.articles(), 3 if y > top else -3)
                continue
            self.point_at(row)
            try:
                return until("the article " + title, lambda: title in self.frame.name, 5)
            except AssertionError:
                continue
        raise AssertionError("the article %s is not opened but %s" % (title, self.frame.name))

    def reader(self):
        """The view of the open article's text."""
        title = self.frame.name.replace(" – Hearsay", "")
        return self.find("text", named("^" + re.escape(title[:30])))

    # --- grades ------------------------------------------------------------------

    def choose(self, editor, times):
        """Chooses an entry of the drop-down of a grade, by the keys."""
        self.point_at(self.find("combo box", None, editor))
        self.keys(*["Down"] * times, "Return")

    def record_grade(self, panel, times, reason):
        editor = self.find("panel", named(panel))
        self.choose(editor, times)
        self.find("text", "Reason", editor).queryEditableText().setTextContents(reason)
        self.click("push button", "Record", editor)

    # --- notes -------------------------------------------------------------------

    def note_selection(self, body, tags):
        """Writes a note on the words that are selected."""
        self.keys("n")
        self.find("push button", "Save")
        self.type(body)
        self.keys("Tab")
        self.type(tags)
        self.keys("ctrl+Return")
        self.gone("push button", "Save")
