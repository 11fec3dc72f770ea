-- What schema 5 adds to a library: what a statement commits its speaker to, and
-- the order of a chain of outlets.  SPDX-License-Identifier: GPL-3.0-or-later
--
-- As in HsCommitment and HsPolarity; what was analysed before counts as said.
ALTER TABLE statements ADD COLUMN commitment INTEGER NOT NULL DEFAULT 0;
ALTER TABLE statements ADD COLUMN polarity INTEGER NOT NULL DEFAULT 0;

-- 0: whom the article has it from; 1: whom that one has it from.
ALTER TABLE vias ADD COLUMN step INTEGER NOT NULL DEFAULT 0;
