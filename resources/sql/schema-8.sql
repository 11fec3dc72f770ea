-- schema-8.sql: what the linker reads of those that share a key
--
-- SPDX-License-Identifier: GPL-3.0-or-later

-- merged: how many others have it as `root`. Where there are none, what it is called
-- stands in its own row and names, and needs no look at the index of roots.
ALTER TABLE entities ADD COLUMN merged INTEGER NOT NULL DEFAULT 0;

UPDATE entities AS e SET merged = (SELECT count(*) FROM entities AS o WHERE o.root = e.id AND o.id <> e.id)
WHERE id IN (SELECT root FROM entities WHERE root <> id);

CREATE TRIGGER entities_merge_insert AFTER INSERT ON entities WHEN new.root <> new.id BEGIN
  UPDATE entities SET merged = merged + 1 WHERE id = new.root;
END;

CREATE TRIGGER entities_merge_update AFTER UPDATE OF root ON entities WHEN old.root <> new.root BEGIN
  UPDATE entities SET merged = merged - 1 WHERE id = old.root AND id <> old.id;
  UPDATE entities SET merged = merged + 1 WHERE id = new.root AND id <> new.id;
END;

CREATE TRIGGER entities_merge_delete AFTER DELETE ON entities WHEN old.root <> old.id BEGIN
  UPDATE entities SET merged = merged - 1 WHERE id = old.root;
END;

-- name: what the entity was called when it was first met under the key. Most of those
-- that share a key are told apart by it, and nothing more is read of them.
ALTER TABLE entity_keys ADD COLUMN name TEXT NOT NULL DEFAULT '';

UPDATE entity_keys SET name = (SELECT stated_name FROM entities WHERE id = entity_keys.entity);

DROP INDEX entity_keys_by_seen;
CREATE INDEX entity_keys_by_seen ON entity_keys (kind, key, seen, entity, name);
