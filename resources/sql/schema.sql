-- The library of Hearsay, schema 1.  SPDX-License-Identifier: GPL-3.0-or-later
--
-- Times are Unix seconds. Kinds, levels, forms, manners and tones are the
-- numbers of the enumerations in hs-types.h, which only ever grow at the end.
-- Lists of short strings are joined by the unit separator, U+001F. What stands
-- inside an article is keyed by the article and its place there, so the same
-- text gives the same rows however often it is analysed.
--
-- Three sorts of rows: what came from outside (articles, revisions, originals),
-- what the program found (all that hangs on an article, entities, stories), and
-- what the analyst decided (fixed_*, root, grades, notes, flags, journal), which
-- no new analysis overwrites.

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Counts, kept by the triggers below, and a generation for each area, raised
-- by every transaction that touches it.
CREATE TABLE stats (
  key TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO stats VALUES
  ('articles', 0), ('unread', 0), ('starred', 0), ('sample', 0),
  ('stories', 0), ('sources', 0), ('entities', 0), ('notes', 0),
  ('generation-0', 0), ('generation-1', 0), ('generation-2', 0),
  ('generation-3', 0), ('generation-4', 0), ('generation-5', 0);

-- What the program linked is `stated_name`; what the analyst called it is
-- `fixed_name`. An entity that was merged into another has that one as `root`.
CREATE TABLE entities (
  id INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,
  stated_name TEXT NOT NULL,
  fixed_name TEXT,
  name TEXT NOT NULL GENERATED ALWAYS AS (coalesce(fixed_name, stated_name)) VIRTUAL,
  root INTEGER NOT NULL REFERENCES entities (id),
  roles TEXT NOT NULL DEFAULT '',
  context TEXT NOT NULL DEFAULT '',
  n_mentions INTEGER NOT NULL DEFAULT 0,
  n_articles INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX entities_by_root ON entities (root);
CREATE INDEX entities_by_mentions ON entities (n_mentions, id) WHERE n_articles > 0;
CREATE INDEX entities_by_kind ON entities (kind, n_mentions, id) WHERE n_articles > 0;

-- n: articles that use the name
CREATE TABLE entity_names (
  id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (id),
  name TEXT NOT NULL,
  n INTEGER NOT NULL DEFAULT 0,
  UNIQUE (entity, name)
) STRICT;

CREATE VIRTUAL TABLE entity_names_fts USING fts5 (
  name, content = 'entity_names', content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3', detail = full
);

CREATE TRIGGER entity_names_insert AFTER INSERT ON entity_names BEGIN
  INSERT INTO entity_names_fts (rowid, name) VALUES (new.id, new.name);
END;

CREATE TABLE entity_keys (
  kind INTEGER NOT NULL,
  key TEXT NOT NULL,
  entity INTEGER NOT NULL REFERENCES entities (id),
  PRIMARY KEY (kind, key, entity)
) STRICT, WITHOUT ROWID;

CREATE TABLE proposals (
  entity INTEGER NOT NULL REFERENCES entities (id),
  other INTEGER NOT NULL REFERENCES entities (id),
  why TEXT NOT NULL,
  PRIMARY KEY (entity, other)
) STRICT, WITHOUT ROWID;

CREATE INDEX proposals_by_other ON proposals (other);

-- Outlets. The one without a name stands for articles whose outlet is unknown.
CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  name TEXT,
  key TEXT NOT NULL UNIQUE,
  entity INTEGER REFERENCES entities (id),
  grade TEXT,
  n_articles INTEGER NOT NULL DEFAULT 0,
  n_unread INTEGER NOT NULL DEFAULT 0
) STRICT;

INSERT INTO sources (id, name, key) VALUES (1, NULL, '');

CREATE TABLE stories (
  id INTEGER PRIMARY KEY,
  title TEXT,
  dirty INTEGER NOT NULL DEFAULT 1,
  n_articles INTEGER NOT NULL DEFAULT 0,
  n_origins INTEGER NOT NULL DEFAULT 0,
  n_speakers INTEGER NOT NULL DEFAULT 0,
  latest INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX stories_dirty ON stories (id) WHERE dirty > 0;
CREATE INDEX stories_by_latest ON stories (latest, id) WHERE n_articles >= 2;

-- identity: the address, else the path, that tells the same article again.
-- revision: the present one; no foreign key, as the two name each other and a
-- deferred one would look for its child among all articles at every revision.
CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  identity TEXT NOT NULL UNIQUE,
  path TEXT,
  stated_url TEXT,
  stated_title TEXT,
  stated_byline TEXT,
  stated_published TEXT,
  stated_outlet TEXT,
  modified TEXT,
  language TEXT,
  fixed_url TEXT,
  fixed_title TEXT,
  fixed_byline TEXT,
  fixed_published TEXT,
  fixed_outlet TEXT,
  url TEXT GENERATED ALWAYS AS (CASE WHEN fixed_url IS NULL THEN stated_url ELSE nullif(fixed_url, '') END) VIRTUAL,
  title TEXT GENERATED ALWAYS AS (CASE WHEN fixed_title IS NULL THEN stated_title ELSE nullif(fixed_title, '') END) VIRTUAL,
  byline TEXT GENERATED ALWAYS AS (CASE WHEN fixed_byline IS NULL THEN stated_byline ELSE nullif(fixed_byline, '') END) VIRTUAL,
  published TEXT GENERATED ALWAYS AS (CASE WHEN fixed_published IS NULL THEN stated_published ELSE nullif(fixed_published, '') END) VIRTUAL,
  outlet TEXT GENERATED ALWAYS AS (CASE WHEN fixed_outlet IS NULL THEN stated_outlet ELSE nullif(fixed_outlet, '') END) VIRTUAL,
  source INTEGER NOT NULL DEFAULT 1 REFERENCES sources (id),
  story INTEGER REFERENCES stories (id),
  revision INTEGER,
  analyser INTEGER NOT NULL DEFAULT 0,
  fetched INTEGER NOT NULL,
  read INTEGER NOT NULL DEFAULT 0,
  starred INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  sample INTEGER NOT NULL DEFAULT 0,
  grade TEXT,
  n_people INTEGER NOT NULL DEFAULT 0,
  n_places INTEGER NOT NULL DEFAULT 0,
  n_notes INTEGER NOT NULL DEFAULT 0,
  n_revisions INTEGER NOT NULL DEFAULT 0,
  n_terms INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX articles_live ON articles (deleted);
CREATE INDEX articles_by_read ON articles (read) WHERE deleted = 0;
CREATE INDEX articles_starred ON articles (starred) WHERE deleted = 0 AND starred = 1;
CREATE INDEX articles_sample ON articles (sample) WHERE sample = 1;
CREATE INDEX articles_noted ON articles (deleted) WHERE n_notes > 0;
CREATE INDEX articles_by_grade ON articles (grade) WHERE grade IS NOT NULL;
CREATE INDEX articles_by_source ON articles (source) WHERE deleted = 0;
CREATE INDEX articles_by_story ON articles (story);
CREATE INDEX articles_by_published ON articles (published) WHERE published IS NOT NULL;

CREATE TABLE revisions (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles (id),
  seen INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  images TEXT NOT NULL DEFAULT '',
  links TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL
) STRICT;

CREATE INDEX revisions_by_article ON revisions (article);
CREATE INDEX revisions_by_sha256 ON revisions (sha256);

-- The bytes as they came, compressed with zlib; sha256 and size are of what
-- they were before.
CREATE TABLE originals (
  id INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL REFERENCES revisions (id),
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  fetched INTEGER NOT NULL,
  address TEXT,
  path TEXT,
  content_type TEXT,
  headers TEXT,
  bytes BLOB NOT NULL
) STRICT;

CREATE INDEX originals_by_revision ON originals (revision);
CREATE INDEX originals_by_sha256 ON originals (sha256);

-- Columns that words are searched in; read by the index and by snippets. Every
-- article has the mark, so that "all but those with these words" is a search of
-- the index, too.
CREATE VIEW article_texts AS
  SELECT a.id AS id, a.title AS title, a.byline AS byline, r.text AS text, 'hsall' AS mark
    FROM articles AS a JOIN revisions AS r ON r.id = a.revision;

CREATE VIRTUAL TABLE articles_fts USING fts5 (
  title, byline, text, mark, content = 'article_texts', content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4', detail = full
);

-- Folded words of five letters or more, to complete a word being typed: the
-- index itself would gather all articles of all completions first.
CREATE TABLE words (
  word TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE blocks (
  article INTEGER NOT NULL REFERENCES articles (id),
  idx INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  page INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (article, idx)
) STRICT, WITHOUT ROWID;

-- What one article names; entity is the one it was linked to, before merges.
CREATE TABLE local_entities (
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

CREATE INDEX local_entities_by_entity ON local_entities (entity, article);

-- The same after merges, of articles that are not deleted.
CREATE TABLE article_entities (
  entity INTEGER NOT NULL REFERENCES entities (id),
  article INTEGER NOT NULL REFERENCES articles (id),
  n_mentions INTEGER NOT NULL,
  PRIMARY KEY (entity, article)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_entities_by_article ON article_entities (article);

CREATE TABLE mentions (
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

CREATE TABLE statements (
  article INTEGER NOT NULL REFERENCES articles (id),
  idx INTEGER NOT NULL,
  speaker INTEGER,
  speaker_start INTEGER NOT NULL,
  speaker_end INTEGER NOT NULL,
  cue_start INTEGER NOT NULL,
  cue_end INTEGER NOT NULL,
  form INTEGER NOT NULL,
  named INTEGER NOT NULL,
  PRIMARY KEY (article, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE statement_spans (
  article INTEGER NOT NULL,
  statement INTEGER NOT NULL,
  idx INTEGER NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  PRIMARY KEY (article, statement, idx),
  FOREIGN KEY (article, statement) REFERENCES statements (article, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE vias (
  article INTEGER NOT NULL,
  statement INTEGER NOT NULL,
  idx INTEGER NOT NULL,
  outlet INTEGER,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  manner INTEGER NOT NULL,
  PRIMARY KEY (article, statement, idx),
  FOREIGN KEY (article, statement) REFERENCES statements (article, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE signals (
  article INTEGER NOT NULL REFERENCES articles (id),
  idx INTEGER NOT NULL,
  code TEXT NOT NULL,
  tone INTEGER NOT NULL,
  why TEXT,
  PRIMARY KEY (article, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE signal_spans (
  article INTEGER NOT NULL,
  signal INTEGER NOT NULL,
  idx INTEGER NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  PRIMARY KEY (article, signal, idx),
  FOREIGN KEY (article, signal) REFERENCES signals (article, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE upstream (
  article INTEGER NOT NULL REFERENCES articles (id),
  idx INTEGER NOT NULL,
  outlet INTEGER,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  manner INTEGER NOT NULL,
  PRIMARY KEY (article, idx)
) STRICT, WITHOUT ROWID;

-- Hashes as 64-bit numbers, as the machine writes them.
CREATE TABLE prints (
  article INTEGER PRIMARY KEY REFERENCES articles (id),
  terms BLOB NOT NULL,
  sketch BLOB NOT NULL
) STRICT;

CREATE TABLE terms (
  term INTEGER NOT NULL,
  article INTEGER NOT NULL REFERENCES articles (id),
  PRIMARY KEY (term, article)
) STRICT, WITHOUT ROWID;

-- What the articles of one story show together; made anew as a whole.
CREATE TABLE utterances (
  story INTEGER NOT NULL REFERENCES stories (id),
  idx INTEGER NOT NULL,
  speaker INTEGER REFERENCES entities (id),
  PRIMARY KEY (story, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE utterance_statements (
  article INTEGER NOT NULL,
  statement INTEGER NOT NULL,
  story INTEGER NOT NULL,
  utterance INTEGER NOT NULL,
  PRIMARY KEY (article, statement),
  FOREIGN KEY (article, statement) REFERENCES statements (article, idx),
  FOREIGN KEY (story, utterance) REFERENCES utterances (story, idx)
) STRICT, WITHOUT ROWID;

CREATE INDEX utterance_statements_by_story ON utterance_statements (story, utterance);

CREATE TABLE origins (
  story INTEGER NOT NULL REFERENCES stories (id),
  idx INTEGER NOT NULL,
  outlet INTEGER REFERENCES entities (id),
  name TEXT,
  PRIMARY KEY (story, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE origin_speakers (
  story INTEGER NOT NULL,
  origin INTEGER NOT NULL,
  idx INTEGER NOT NULL,
  entity INTEGER NOT NULL REFERENCES entities (id),
  PRIMARY KEY (story, origin, idx),
  FOREIGN KEY (story, origin) REFERENCES origins (story, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE origin_articles (
  story INTEGER NOT NULL,
  origin INTEGER NOT NULL,
  idx INTEGER NOT NULL,
  article INTEGER NOT NULL REFERENCES articles (id),
  PRIMARY KEY (story, origin, idx),
  FOREIGN KEY (story, origin) REFERENCES origins (story, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE origin_evidence (
  story INTEGER NOT NULL,
  origin INTEGER NOT NULL,
  idx INTEGER NOT NULL,
  article INTEGER NOT NULL REFERENCES articles (id),
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  PRIMARY KEY (story, origin, idx),
  FOREIGN KEY (story, origin) REFERENCES origins (story, idx)
) STRICT, WITHOUT ROWID;

-- Anchored as in the W3C Web Annotation model: the exact words with some
-- before and after, and where they stand in the present revision (start = end:
-- nowhere). tags_key: ",folded,tags,".
CREATE TABLE notes (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles (id),
  revision INTEGER NOT NULL REFERENCES revisions (id),
  quote TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  body TEXT NOT NULL,
  tags TEXT,
  tags_key TEXT NOT NULL DEFAULT '',
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX notes_by_article ON notes (article);
CREATE INDEX notes_by_modified ON notes (modified, id) WHERE deleted = 0;

-- Exactly one of source and article; a grade of NULL takes the last one back;
-- withdrawn: undone, no part of the history.
CREATE TABLE grades (
  id INTEGER PRIMARY KEY,
  source INTEGER REFERENCES sources (id),
  article INTEGER REFERENCES articles (id),
  grade TEXT,
  reason TEXT,
  time INTEGER NOT NULL,
  withdrawn INTEGER NOT NULL DEFAULT 0,
  CHECK ((source IS NULL) <> (article IS NULL))
) STRICT;

CREATE INDEX grades_by_source ON grades (source) WHERE source IS NOT NULL;
CREATE INDEX grades_by_article ON grades (article) WHERE article IS NOT NULL;

-- Decisions of the analyst, each as the columns it changed.
CREATE TABLE journal (
  id INTEGER PRIMARY KEY,
  time INTEGER NOT NULL,
  action TEXT NOT NULL,
  n INTEGER NOT NULL,
  subject TEXT,
  reason TEXT,
  undone INTEGER NOT NULL DEFAULT 0 -- 1 taken back, 2 and then followed by another
) STRICT;

CREATE INDEX journal_undone ON journal (undone);

CREATE TABLE journal_changes (
  entry INTEGER NOT NULL REFERENCES journal (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  tbl TEXT NOT NULL,
  row INTEGER NOT NULL,
  col TEXT NOT NULL,
  old ANY,
  new ANY,
  PRIMARY KEY (entry, seq)
) STRICT, WITHOUT ROWID;

-- Counts.

CREATE TRIGGER articles_count_insert AFTER INSERT ON articles WHEN new.deleted = 0 BEGIN
  UPDATE stats SET value = value + 1 WHERE key = 'articles';
  UPDATE stats SET value = value + (new.read = 0) WHERE key = 'unread';
  UPDATE sources SET n_articles = n_articles + 1, n_unread = n_unread + (new.read = 0) WHERE id = new.source;
END;

-- what a new article seldom is
CREATE TRIGGER articles_count_insert_marked AFTER INSERT ON articles
WHEN new.deleted = 0 AND (new.starred OR new.sample OR new.story IS NOT NULL) BEGIN
  UPDATE stats SET value = value + (new.starred <> 0) WHERE key = 'starred';
  UPDATE stats SET value = value + (new.sample <> 0) WHERE key = 'sample';
  UPDATE stories SET n_articles = n_articles + 1, latest = max(latest, new.fetched) WHERE id = new.story;
END;

CREATE TRIGGER articles_count_update AFTER UPDATE OF deleted, read, starred, sample, source, story ON articles
WHEN old.deleted <> new.deleted OR old.read <> new.read OR old.starred <> new.starred
  OR old.sample <> new.sample OR old.source <> new.source OR old.story IS NOT new.story BEGIN
  UPDATE stats SET value = value + (new.deleted = 0) - (old.deleted = 0)
    WHERE key = 'articles' AND old.deleted <> new.deleted;
  UPDATE stats SET value = value + (new.deleted = 0 AND new.read = 0) - (old.deleted = 0 AND old.read = 0)
    WHERE key = 'unread';
  UPDATE stats SET value = value + (new.deleted = 0 AND new.starred) - (old.deleted = 0 AND old.starred)
    WHERE key = 'starred';
  UPDATE stats SET value = value + (new.deleted = 0 AND new.sample) - (old.deleted = 0 AND old.sample)
    WHERE key = 'sample' AND (new.sample OR old.sample);
  UPDATE stats SET value = value + ((new.deleted = 0) - (old.deleted = 0)) * new.n_notes
    WHERE key = 'notes' AND new.n_notes > 0 AND old.deleted <> new.deleted;
  UPDATE sources SET n_articles = n_articles - (old.deleted = 0),
                     n_unread = n_unread - (old.deleted = 0 AND old.read = 0) WHERE id = old.source;
  UPDATE sources SET n_articles = n_articles + (new.deleted = 0),
                     n_unread = n_unread + (new.deleted = 0 AND new.read = 0) WHERE id = new.source;
  UPDATE stories SET n_articles = n_articles - (old.deleted = 0) WHERE id = old.story;
  UPDATE stories SET n_articles = n_articles + (new.deleted = 0),
                     latest = CASE WHEN new.deleted = 0 THEN max(latest, new.fetched) ELSE latest END
    WHERE id = new.story;
END;

CREATE TRIGGER sources_count AFTER UPDATE OF n_articles ON sources
WHEN (old.n_articles > 0) <> (new.n_articles > 0) BEGIN
  UPDATE stats SET value = value + (new.n_articles > 0) - (old.n_articles > 0) WHERE key = 'sources';
END;

CREATE TRIGGER stories_count AFTER UPDATE OF n_articles ON stories
WHEN (old.n_articles >= 2) <> (new.n_articles >= 2) BEGIN
  UPDATE stats SET value = value + (new.n_articles >= 2) - (old.n_articles >= 2) WHERE key = 'stories';
END;

CREATE TRIGGER entities_count AFTER UPDATE OF n_articles ON entities
WHEN (old.n_articles > 0) <> (new.n_articles > 0) BEGIN
  UPDATE stats SET value = value + (new.n_articles > 0) - (old.n_articles > 0) WHERE key = 'entities';
END;

CREATE TRIGGER article_entities_insert AFTER INSERT ON article_entities BEGIN
  UPDATE entities SET n_mentions = n_mentions + new.n_mentions, n_articles = n_articles + 1 WHERE id = new.entity;
END;

CREATE TRIGGER article_entities_delete AFTER DELETE ON article_entities BEGIN
  UPDATE entities SET n_mentions = n_mentions - old.n_mentions, n_articles = n_articles - 1 WHERE id = old.entity;
END;

CREATE TRIGGER notes_insert AFTER INSERT ON notes WHEN new.deleted = 0 BEGIN
  UPDATE articles SET n_notes = n_notes + 1 WHERE id = new.article;
  UPDATE stats SET value = value + 1 WHERE key = 'notes';
END;

CREATE TRIGGER notes_update AFTER UPDATE OF deleted ON notes WHEN old.deleted <> new.deleted BEGIN
  UPDATE articles SET n_notes = n_notes + (new.deleted = 0) - (old.deleted = 0) WHERE id = new.article;
  UPDATE stats SET value = value + (new.deleted = 0) - (old.deleted = 0) WHERE key = 'notes'
    AND (SELECT deleted FROM articles WHERE id = new.article) = 0;
END;

-- What the planner is to think of the tables before anybody measured them: a
-- search for one story or grade goes by its index, one for everything by id.
ANALYZE;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('articles', 'articles_live', '1000000 900000'),
  ('articles', 'articles_by_read', '900000 450000'),
  ('articles', 'articles_starred', '2000 2000'),
  ('articles', 'articles_sample', '8 8'),
  ('articles', 'articles_noted', '2000 2000'),
  ('articles', 'articles_by_grade', '2000 400'),
  ('articles', 'articles_by_source', '900000 1000'),
  ('articles', 'articles_by_story', '1000000 3'),
  ('articles', 'articles_by_published', '800000 100'),
  ('articles', 'sqlite_autoindex_articles_1', '1000000 1'),
  ('revisions', 'revisions_by_article', '1100000 1'),
  ('revisions', 'revisions_by_sha256', '1100000 1'),
  ('sources', 'sqlite_autoindex_sources_1', '5000 1'),
  ('stories', 'stories_by_latest', '100000 1 1'),
  ('stories', 'stories_dirty', '10 1'),
  ('entities', 'entities_by_root', '500000 1'),
  ('entities', 'entities_by_mentions', '500000 20 1'),
  ('entities', 'entities_by_kind', '500000 50000 20 1'),
  ('entity_names', 'sqlite_autoindex_entity_names_1', '800000 2 1'),
  ('article_entities', 'article_entities', '20000000 40 1'),
  ('article_entities', 'article_entities_by_article', '20000000 20'),
  ('local_entities', 'local_entities_by_entity', '20000000 40 1'),
  ('notes', 'notes_by_article', '5000 2'),
  ('notes', 'notes_by_modified', '5000 1 1');
ANALYZE sqlite_schema;
