-- schema-10.sql: what was merged stays merged in the next reading
--
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Of an article whose findings were taken away, which of its names stood for an entity
-- that the analyst had merged into another: what reads it again puts them there again.
CREATE TABLE former_locals (
  article INTEGER NOT NULL REFERENCES articles (id),
  kind INTEGER NOT NULL,
  name TEXT NOT NULL,
  entity INTEGER NOT NULL REFERENCES entities (id),
  PRIMARY KEY (article, kind, name)
) STRICT, WITHOUT ROWID;
