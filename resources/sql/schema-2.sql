-- What schema 2 adds to a library: subscriptions.
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Run on a new library after schema.sql, and on one of schema 1 when it is
-- opened for writing.

INSERT INTO stats VALUES ('feeds', 0), ('generation-6', 0);

-- The title the revision had; NULL also for one that was kept by schema 1 and
-- is its article's present one.
ALTER TABLE revisions ADD COLUMN title TEXT;

-- What tells an article again is its address as it is compared.
UPDATE OR IGNORE articles SET identity = hs_address (identity) WHERE identity LIKE 'http%';

-- parent: 0 none. position: among folders and feeds of the same parent.
CREATE TABLE folders (
  id INTEGER PRIMARY KEY,
  parent INTEGER NOT NULL DEFAULT 0,
  position INTEGER NOT NULL DEFAULT 0,
  title TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Four sorts of columns: what the analyst decided (url to notify, journaled),
-- what the feed says of itself, what it remembers between two requests
-- (HsFeedState; outcome and why are its enumerations), and counts. key: the
-- address as it is compared. address: where it is, for a move, which unlike another
-- url forgets nothing. One that is deleted keeps its entries, so that
-- it can be had back.
CREATE TABLE feeds (
  id INTEGER PRIMARY KEY,
  url TEXT NOT NULL,
  address TEXT GENERATED ALWAYS AS (url) VIRTUAL,
  key TEXT NOT NULL,
  fixed_title TEXT,
  folder INTEGER NOT NULL DEFAULT 0,
  position INTEGER NOT NULL DEFAULT 0,
  interval INTEGER NOT NULL DEFAULT 0,
  full_page INTEGER NOT NULL DEFAULT 0,
  notify INTEGER NOT NULL DEFAULT 0,
  user TEXT,
  deleted INTEGER NOT NULL DEFAULT 1,
  stated_title TEXT,
  description TEXT,
  home_url TEXT,
  etag TEXT,
  last_modified TEXT,
  last_try INTEGER NOT NULL DEFAULT 0,
  last_success INTEGER NOT NULL DEFAULT 0,
  last_change INTEGER NOT NULL DEFAULT 0,
  status INTEGER NOT NULL DEFAULT 0,
  outcome INTEGER NOT NULL DEFAULT 0,
  message TEXT,
  size INTEGER NOT NULL DEFAULT -1,
  failures INTEGER NOT NULL DEFAULT 0,
  retry_after INTEGER NOT NULL DEFAULT 0,
  fresh_until INTEGER NOT NULL DEFAULT 0,
  ttl INTEGER NOT NULL DEFAULT -1,
  skip_hours INTEGER NOT NULL DEFAULT 0,
  skip_days INTEGER NOT NULL DEFAULT 0,
  moved_to TEXT,
  moved_since INTEGER NOT NULL DEFAULT 0,
  moved_times INTEGER NOT NULL DEFAULT 0,
  gone INTEGER NOT NULL DEFAULT 0,
  next INTEGER NOT NULL DEFAULT 0,
  why INTEGER NOT NULL DEFAULT 0,
  newest INTEGER NOT NULL DEFAULT 0,
  n_articles INTEGER NOT NULL DEFAULT 0,
  n_unread INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX feeds_by_key ON feeds (key);
CREATE INDEX feeds_by_folder ON feeds (folder, position) WHERE deleted = 0;
CREATE INDEX folders_by_parent ON folders (parent, position) WHERE deleted = 0;
CREATE INDEX feeds_by_next ON feeds (next) WHERE deleted = 0;

CREATE TABLE feed_icons (
  feed INTEGER PRIMARY KEY REFERENCES feeds (id),
  bytes BLOB,
  tried INTEGER NOT NULL,
  failed INTEGER NOT NULL
) STRICT;

-- An article as an entry of a feed, and by what it is known again there: the
-- guid as written, the address as it is compared (NULL where it is none of a
-- single article), the hash of what the feed last said. present: it stood in
-- the last answer. supplied: the last revision that says what it said, 0 none.
CREATE TABLE feed_entries (
  article INTEGER NOT NULL REFERENCES articles (id),
  feed INTEGER NOT NULL REFERENCES feeds (id),
  guid TEXT,
  link TEXT,
  hash TEXT NOT NULL,
  present INTEGER NOT NULL DEFAULT 1,
  supplied INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (article, feed)
) STRICT, WITHOUT ROWID;

CREATE INDEX feed_entries_by_feed ON feed_entries (feed);
CREATE INDEX feed_entries_present ON feed_entries (feed) WHERE present = 1;
CREATE INDEX feed_entries_by_guid ON feed_entries (guid, feed) WHERE guid IS NOT NULL;
CREATE INDEX feed_entries_by_link ON feed_entries (link) WHERE link IS NOT NULL;
CREATE INDEX feed_entries_by_hash ON feed_entries (hash, feed);

-- Searches that are kept.
CREATE TABLE watches (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  query TEXT NOT NULL,
  notify INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Counts.

CREATE TRIGGER feeds_count AFTER UPDATE OF deleted ON feeds WHEN old.deleted <> new.deleted BEGIN
  UPDATE stats SET value = value + (new.deleted = 0) - (old.deleted = 0) WHERE key = 'feeds';
END;

-- Articles that came by several feeds: what holds two of those feeds counts them once.
-- Who adds a row to feed_entries adds here, and to the counts of the feed, too: a trigger
-- would do both for every row, at twice the price of the row.
CREATE TABLE shared_articles (
  article INTEGER PRIMARY KEY REFERENCES articles (id)
) STRICT;

CREATE TRIGGER articles_count_feeds AFTER UPDATE OF deleted, read ON articles
WHEN old.deleted <> new.deleted OR old.read <> new.read BEGIN
  UPDATE feeds SET n_articles = n_articles + (new.deleted = 0) - (old.deleted = 0),
                   n_unread = n_unread + (new.deleted = 0 AND new.read = 0) - (old.deleted = 0 AND old.read = 0)
    WHERE id IN (SELECT feed FROM feed_entries WHERE article = new.id);
END;

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('feeds', 'feeds_by_key', '500 1'),
  ('feeds', 'feeds_by_next', '500 1'),
  ('feed_entries', 'feed_entries', '1000000 1 1'),
  ('feed_entries', 'feed_entries_by_feed', '1000000 2000'),
  ('feed_entries', 'feed_entries_present', '25000 50'),
  ('feed_entries', 'feed_entries_by_guid', '900000 1 1'),
  ('feed_entries', 'feed_entries_by_link', '1000000 1'),
  ('feed_entries', 'feed_entries_by_hash', '1000000 1 1');
ANALYZE sqlite_schema;
