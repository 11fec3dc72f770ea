-- What schema 3 adds to a library: articles that wait to be analysed.
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- `analyser` of articles: by which version of the analyser its findings are, 0
-- that it waits for its first, and has none.

-- Those whose findings are none or old, found among all without looking at all.
CREATE INDEX articles_by_analyser ON articles (analyser) WHERE deleted = 0;

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('articles', 'articles_by_analyser', '900000 450000');

-- validated_url: the address that etag and last_modified are of; NULL its own.
ALTER TABLE feeds ADD COLUMN validated_url TEXT;

ANALYZE sqlite_schema;
