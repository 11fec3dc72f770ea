-- What schema 7 adds to a library: how far acts have come, the ways from who
-- spoke to who reads it, and the story desk.  SPDX-License-Identifier: GPL-3.0-or-later
--
-- As in HsModality and HsQuoteMark; an article that was analysed before has none
-- until it is analysed again. statement: NULL where the place is no statement.
CREATE TABLE modality (
  article INTEGER NOT NULL REFERENCES articles (id),
  idx INTEGER NOT NULL,
  place INTEGER NOT NULL,
  statement INTEGER,
  act TEXT NOT NULL,
  step INTEGER NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  PRIMARY KEY (article, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE quote_marks (
  article INTEGER NOT NULL REFERENCES articles (id),
  idx INTEGER NOT NULL,
  statement INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  PRIMARY KEY (article, idx)
) STRICT, WITHOUT ROWID;

-- How it is known that the article rests on the origin, as in HsViaManner.
ALTER TABLE origin_articles ADD COLUMN manner INTEGER NOT NULL DEFAULT 0;

-- As in HsEdge, HsQuoteVariant and HsStoryStep; made anew with the story.
CREATE TABLE edges (
  story INTEGER NOT NULL REFERENCES stories (id),
  idx INTEGER NOT NULL,
  from_kind INTEGER NOT NULL,
  from_id INTEGER NOT NULL,
  to_kind INTEGER NOT NULL,
  to_id INTEGER NOT NULL,
  manner INTEGER NOT NULL,
  PRIMARY KEY (story, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE edge_evidence (
  story INTEGER NOT NULL,
  edge INTEGER NOT NULL,
  idx INTEGER NOT NULL,
  article INTEGER NOT NULL REFERENCES articles (id),
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  PRIMARY KEY (story, edge, idx),
  FOREIGN KEY (story, edge) REFERENCES edges (story, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE variants (
  story INTEGER NOT NULL REFERENCES stories (id),
  idx INTEGER NOT NULL,
  utterance INTEGER NOT NULL,
  a_article INTEGER NOT NULL,
  a_statement INTEGER NOT NULL,
  b_article INTEGER NOT NULL,
  b_statement INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  PRIMARY KEY (story, idx)
) STRICT, WITHOUT ROWID;

-- What the analyst decided. No row is ever taken away: each has a column that
-- says whether it counts, which the journal sets.
--
-- Of a step into an article. from_id: an entity as it was then, or, for an origin
-- without a name, its first article. decision: 0 it is so, 1 it is not so, 2 as the
-- program sees it. The last one that counts, counts.
CREATE TABLE edge_decisions (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles (id),
  from_kind INTEGER NOT NULL,
  from_id INTEGER NOT NULL,
  decision INTEGER NOT NULL,
  reason TEXT,
  time INTEGER NOT NULL,
  withdrawn INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX edge_decisions_by_article ON edge_decisions (article);

-- The story an article was put into by hand, 0 none.
ALTER TABLE articles ADD COLUMN fixed_story INTEGER NOT NULL DEFAULT 0;

-- A row of the matrix. key: what the program proposed, NULL the analyst's own.
-- state: 0 as proposed, or not there; 1 kept; 2 removed. merged: the row that it is
-- a part of, 0 none.
CREATE TABLE propositions (
  id INTEGER PRIMARY KEY,
  story INTEGER NOT NULL REFERENCES stories (id),
  key TEXT,
  title TEXT NOT NULL,
  state INTEGER NOT NULL DEFAULT 0,
  merged INTEGER NOT NULL DEFAULT 0,
  time INTEGER NOT NULL
) STRICT;

CREATE INDEX propositions_by_story ON propositions (story);

-- stance: -1 as the program reads it, else as in HsStance.
CREATE TABLE stances (
  id INTEGER PRIMARY KEY,
  proposition INTEGER NOT NULL REFERENCES propositions (id),
  article INTEGER NOT NULL REFERENCES articles (id),
  stance INTEGER NOT NULL DEFAULT -1,
  time INTEGER NOT NULL,
  UNIQUE (proposition, article)
) STRICT;

CREATE TABLE hypotheses (
  id INTEGER PRIMARY KEY,
  story INTEGER NOT NULL REFERENCES stories (id),
  title TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 1,
  time INTEGER NOT NULL
) STRICT;

CREATE INDEX hypotheses_by_story ON hypotheses (story);

-- What a row is to a hypothesis: 0 nothing, 1 it fits, 2 it speaks against it.
CREATE TABLE hypothesis_marks (
  id INTEGER PRIMARY KEY,
  hypothesis INTEGER NOT NULL REFERENCES hypotheses (id),
  proposition INTEGER NOT NULL REFERENCES propositions (id),
  mark INTEGER NOT NULL DEFAULT 0,
  time INTEGER NOT NULL,
  UNIQUE (hypothesis, proposition)
) STRICT;

-- The day an article is of, as the analyst confirmed it: what "on Tuesday" in it
-- is counted from. id: the article. NULL: not confirmed.
CREATE TABLE confirmed_dates (
  id INTEGER PRIMARY KEY REFERENCES articles (id),
  date TEXT
) STRICT;
