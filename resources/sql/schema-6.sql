-- What schema 6 adds to a library: what the analyst decided of names.
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- `kind` of entities is fixed_kind, else stated_kind, else as it was found.
ALTER TABLE entities ADD COLUMN stated_kind INTEGER;
ALTER TABLE entities ADD COLUMN fixed_kind INTEGER;

-- What is named otherwise than was found (HsCorrection): mentions of `entity` in
-- these words (1), or the words of an article (2 to 3), anchored as notes are.
-- target: what they name. Found again in every new analysis; withdrawn: undone.
CREATE TABLE corrections (
  id INTEGER PRIMARY KEY,
  what INTEGER NOT NULL,
  entity INTEGER REFERENCES entities (id),
  name TEXT,
  article INTEGER REFERENCES articles (id),
  quote TEXT,
  prefix TEXT,
  suffix TEXT,
  start INTEGER NOT NULL DEFAULT 0,
  kind INTEGER NOT NULL DEFAULT 0,
  target INTEGER REFERENCES entities (id),
  time INTEGER NOT NULL,
  withdrawn INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX corrections_by_entity ON corrections (entity) WHERE entity IS NOT NULL;
CREATE INDEX corrections_by_article ON corrections (article) WHERE article IS NOT NULL;

-- Pairs that are never one.
CREATE TABLE apart (
  id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (id),
  other INTEGER NOT NULL REFERENCES entities (id),
  time INTEGER NOT NULL,
  withdrawn INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX apart_by_entity ON apart (entity);
CREATE INDEX apart_by_other ON apart (other);

-- What the analyser gave of an article in which something was corrected.
CREATE TABLE found_mentions (
  article INTEGER NOT NULL REFERENCES articles (id),
  idx INTEGER NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  level INTEGER NOT NULL,
  local INTEGER,
  confidence REAL NOT NULL,
  PRIMARY KEY (article, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE found_locals (
  article INTEGER NOT NULL REFERENCES articles (id),
  idx INTEGER NOT NULL,
  entity INTEGER NOT NULL REFERENCES entities (id),
  kind INTEGER NOT NULL,
  name TEXT NOT NULL,
  names TEXT NOT NULL,
  keys TEXT NOT NULL,
  roles TEXT NOT NULL,
  context TEXT NOT NULL,
  n_mentions INTEGER NOT NULL,
  PRIMARY KEY (article, idx)
) STRICT, WITHOUT ROWID;

CREATE INDEX found_locals_by_entity ON found_locals (entity, article);

CREATE TABLE found_speakers (
  article INTEGER NOT NULL REFERENCES articles (id),
  idx INTEGER NOT NULL,
  speaker INTEGER,
  PRIMARY KEY (article, idx)
) STRICT, WITHOUT ROWID;

-- seen: articles whose findings have the key. Of a surname that thousands share
-- the most mentioned are looked at.
ALTER TABLE entity_keys ADD COLUMN seen INTEGER NOT NULL DEFAULT 0;
UPDATE entity_keys SET seen = (SELECT n_articles FROM entities WHERE id = entity_keys.entity);
CREATE INDEX entity_names_by_name ON entity_names (name, n);
CREATE INDEX entity_keys_by_seen ON entity_keys (kind, key, seen);

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('corrections', 'corrections_by_entity', '500 2'),
  ('corrections', 'corrections_by_article', '500 2'),
  ('apart', 'apart_by_entity', '500 2'),
  ('apart', 'apart_by_other', '500 2'),
  ('found_mentions', 'found_mentions', '20000 40 1'),
  ('found_locals', 'found_locals', '10000 20 1'),
  ('found_locals', 'found_locals_by_entity', '10000 2 1'),
  ('found_speakers', 'found_speakers', '4000 10 1');
ANALYZE sqlite_schema;
