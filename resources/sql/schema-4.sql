-- What schema 4 adds to a library: how blocks are set, where links and pictures
-- stand, how far an article was read.  SPDX-License-Identifier: GPL-3.0-or-later
--
-- As in HsBlock; `grid` is its table. flags: 1 it goes on with an item, 2 it is
-- the head of a table.
ALTER TABLE blocks ADD COLUMN level INTEGER NOT NULL DEFAULT 0;
ALTER TABLE blocks ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
ALTER TABLE blocks ADD COLUMN quoted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE blocks ADD COLUMN grid INTEGER NOT NULL DEFAULT 0;
ALTER TABLE blocks ADD COLUMN first_column INTEGER NOT NULL DEFAULT 0;
ALTER TABLE blocks ADD COLUMN flags INTEGER NOT NULL DEFAULT 0;

-- Of the text of the revision, see hs_document_pack_places().
ALTER TABLE revisions ADD COLUMN places TEXT NOT NULL DEFAULT '';

-- Byte of the text that stood at the top of the window.
CREATE TABLE reading_places (
  article INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
  at INTEGER NOT NULL
) STRICT;

-- Whether the pictures of its articles are loaded without asking.
ALTER TABLE sources ADD COLUMN pictures INTEGER NOT NULL DEFAULT 0;
