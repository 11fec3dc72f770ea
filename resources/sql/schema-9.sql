-- schema-9.sql: names and keys so that one more article looks at few pages
--
-- SPDX-License-Identifier: GPL-3.0-or-later

-- id: the entity's, times 65536, and a number: all names of one stand together.
CREATE TABLE names_by_entity (
  id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (id),
  name TEXT NOT NULL,
  n INTEGER NOT NULL DEFAULT 0,
  UNIQUE (entity, name)
) STRICT;

INSERT INTO names_by_entity (id, entity, name, n)
  SELECT (entity << 16) + row_number () OVER (PARTITION BY entity ORDER BY id) - 1, entity, name, n FROM entity_names;

-- A key is a number, as hs_entity_key() makes it of the kind and of what is shared; of
-- the very name, too. rank: of those that share one the more often named come first, as
-- in hs-entity-keys.c. name: by which the entity was first met under it; most of those
-- that share a key are told apart by it, and nothing more is read of them.
CREATE TABLE numbered_keys (
  key INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  entity INTEGER NOT NULL REFERENCES entities (id),
  name TEXT NOT NULL,
  PRIMARY KEY (key, rank, entity)
) STRICT, WITHOUT ROWID;

INSERT OR IGNORE INTO numbered_keys (key, rank, entity, name)
  SELECT hs_entity_key (kind, key), (seen >= 2) + (seen >= 6) + (seen >= 26) + (seen >= 126), entity, name
    FROM entity_keys;
INSERT OR IGNORE INTO numbered_keys (key, rank, entity, name)
  SELECT hs_entity_key (k.kind, 'n:' || n.name), (n.n >= 2) + (n.n >= 6) + (n.n >= 26) + (n.n >= 126), n.entity, n.name
    FROM entity_names AS n JOIN (SELECT DISTINCT entity, kind FROM entity_keys) AS k ON k.entity = n.entity;

DROP TABLE entity_keys;
DROP TABLE entity_names;
ALTER TABLE numbered_keys RENAME TO entity_keys;
ALTER TABLE names_by_entity RENAME TO entity_names;

-- n_names: how many rows of entity_names it has. Where there is but one it is the
-- stated name, and needs no look at another table.
ALTER TABLE entities ADD COLUMN n_names INTEGER NOT NULL DEFAULT 0;

UPDATE entities AS e SET n_names = (SELECT count(*) FROM entity_names WHERE entity = e.id);

CREATE TRIGGER entity_names_insert AFTER INSERT ON entity_names BEGIN
  INSERT INTO entity_names_fts (rowid, name) VALUES (new.id, new.name);
  UPDATE entities SET n_names = n_names + 1 WHERE id = new.entity;
END;

INSERT INTO entity_names_fts (entity_names_fts) VALUES ('rebuild');

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('entity_names', 'sqlite_autoindex_entity_names_1', '800000 2 1');
ANALYZE sqlite_schema;
