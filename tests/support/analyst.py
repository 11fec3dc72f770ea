"""What an analyst does at the desk, in a line each.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import re

from desk import Desk, named, until


class Analyst(Desk):
    def articles(self):
        return self.find("list", "Articles")

    def shows(self, count):
        return until("%d articles" % count, lambda: self.articles().childCount == count)

    def open_article(self, title):
        """title: the beginning of one."""
        self.point_at(self.find("list item", named("^" + re.escape(title))))
        until("the article " + title, lambda: title in self.frame.name)

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
