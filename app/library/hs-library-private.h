/* hs-library-private.h: how the files of this room work on one library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-database.h"
#include "hs-error.h"
#include "hs-library.h"

G_BEGIN_DECLS

#define HS_UNIT "\x1f"

/* Works on a connection. What it returns FALSE for is rolled back. */
typedef gboolean (*HsLibraryWork) (HsLibrary   *self,
                                   HsDatabase  *database,
                                   gpointer     data,
                                   GError     **error);

/* Runs @work in one transaction on the writer's thread and waits for it. What
 * others wait to have written at the same time may share the transaction; all of
 * it is undone for which @work returns FALSE, and nothing else. */
gboolean hs_library_write        (HsLibrary     *self,
                                  HsLibraryWork  work,
                                  gpointer       data,
                                  GError       **error);
/* Runs @work on this thread, over one unchanging view of the library. */
gboolean hs_library_read         (HsLibrary     *self,
                                  HsLibraryWork  work,
                                  gpointer       data,
                                  GError       **error);
/* From a writing work: what it changed. */
void     hs_library_touch        (HsLibrary     *self,
                                  HsLibraryArea  areas);
void     hs_library_assert_writer (HsLibrary    *self);
/* Words that the writer knows to be kept already; see hs_words_add(). */
GHashTable *hs_library_get_known_words (HsLibrary *self);
/* (element-type gint64): articles whose words wait to be put into the index. */
GHashTable *hs_library_get_unindexed   (HsLibrary *self);
/* hs-fulltext.c: puts them there, at the end of a transaction. */
gboolean hs_fulltext_finish      (HsLibrary     *self,
                                  HsDatabase    *database,
                                  GError       **error);

/* Two short-string lists as they stand in a column. */
char    *hs_library_join         (char         **strings);
char   **hs_library_split        (const char    *joined);
/* What two spellings of a name share: folded, without marks and edges. */
char    *hs_library_fold         (const char    *text);
gint64   hs_library_now          (void);

G_END_DECLS
