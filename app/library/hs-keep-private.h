/* hs-keep-private.h: parts of keeping an article; all on the writer's thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-index.h"
#include "hs-library-private.h"
#include "hs-library-write.h"

G_BEGIN_DECLS

/* hs-keep.c */

/* Keeps the text as a new article known by @identity (@article: 0), or as a new
 * revision of @article. */
gboolean hs_keep_text            (HsLibrary        *library,
                                  HsDatabase       *database,
                                  HsIncoming       *incoming,
                                  gint64            article,
                                  const char       *identity,
                                  GError          **error);
/* The article of the same text that may be the same; 0 none. */
gboolean hs_keep_find_text       (HsDatabase       *database,
                                  const HsIncoming *incoming,
                                  gint64           *article,
                                  GError          **error);

/* hs-keep-analysis.c */

/* The blocks of an article that has none yet. */
gboolean hs_keep_blocks          (HsDatabase       *database,
                                  gint64            article,
                                  const HsDocument *document,
                                  GError          **error);
/* Writes what was found in an article that has no findings yet; links its
 * entities and finds its story. @index: (nullable): a #HsLibraryIndex of this
 * transaction, for several articles */
gboolean hs_keep_analysis        (HsLibrary        *library,
                                  HsDatabase       *database,
                                  gint64            article,
                                  const HsAnalysis *analysis,
                                  HsIndex          *index,
                                  GError          **error);
/* Leaves an article whose findings were taken away to wait for others. */
gboolean hs_keep_waiting         (HsDatabase       *database,
                                  gint64            article,
                                  GError          **error);
/* Takes away what was found, not what was decided. */
gboolean hs_keep_clear_findings  (HsDatabase       *database,
                                  gint64            article,
                                  GError          **error);
/* The same, and the blocks. */
gboolean hs_keep_clear_analysis  (HsDatabase       *database,
                                  gint64            article,
                                  GError          **error);

/* hs-entities.c */

/* Makes a new entity out of what one article says. */
gboolean hs_entities_add         (HsDatabase          *database,
                                  const HsLocalEntity *local,
                                  gint64              *id,
                                  GError             **error);
/* Adds names, keys and roles to a known one. */
gboolean hs_entities_learn       (HsDatabase          *database,
                                  gint64               id,
                                  const HsLocalEntity *local,
                                  GError             **error);
/* Adds @by to how many articles use the name, which it has from now on. @n: (out)
 * (optional): how many that makes */
gboolean hs_entities_count_name  (HsDatabase          *database,
                                  gint64               id,
                                  const char          *name,
                                  int                  by,
                                  gint64              *n,
                                  GError             **error);
/* Adds @by to how many articles use each name that @article uses. */
gboolean hs_entities_count_names (HsDatabase          *database,
                                  gint64               article,
                                  int                  by,
                                  GError             **error);
/* Makes the rows of article_entities of one article anew. */
gboolean hs_entities_aggregate   (HsDatabase          *database,
                                  gint64               article,
                                  GError             **error);

/* hs-entity-keys.c */

/* What one entity is found by. @name: (unowned): by which it was first met under it */
typedef struct
{
  gint64 number;
  const char *name;
} HsEntityKey;

/* A key of hs_names_person_keys() and the like as it is kept. */
gint64   hs_entity_key           (HsMentionKind        kind,
                                  const char          *key);
/* That of the very name. */
gint64   hs_entity_name_key      (HsMentionKind        kind,
                                  const char          *name);
/* All of them, each once, as long as the strings live.
 * Returns: (transfer full) (element-type HsEntityKey) */
GArray  *hs_entity_list_keys     (HsMentionKind        kind,
                                  const char          *name,
                                  const char * const  *names,
                                  const char * const  *keys);
/* Of a new entity. @seen: articles that use the name */
gboolean hs_entity_add_keys      (HsDatabase          *database,
                                  const GArray        *keys,
                                  gint64               entity,
                                  gint64               seen,
                                  GError             **error);
/* Of one that is known: those that are missing, and the rank of the others where it
 * was lower. */
gboolean hs_entity_raise_keys    (HsDatabase          *database,
                                  const GArray        *keys,
                                  gint64               entity,
                                  gint64               seen,
                                  GError             **error);
/* The analyst calls it so: it is found by this very name, too. */
gboolean hs_entity_learn_name    (HsDatabase          *database,
                                  gint64               entity,
                                  const char          *name,
                                  GError             **error);

/* hs-corrections.c: what is named otherwise than was found; numbers of the table */

typedef enum
{
  HS_CORRECTION_NAME = 1,    /* an entity's mentions in these words are of another */
  HS_CORRECTION_WORDS = 2,   /* these words of an article name something */
  HS_CORRECTION_REMOVED = 3  /* they name nothing */
} HsCorrection;

gboolean hs_corrections_apply    (HsDatabase  *database,
                                  gint64       article,
                                  GError     **error);

/* hs-sources.c */

/* The source of the name, made when there is none; "" and NULL: unknown. */
gboolean hs_sources_find_or_add  (HsDatabase  *database,
                                  const char  *name,
                                  gint64      *id,
                                  GError     **error);
/* Sets the article's source by the outlet it shows. */
gboolean hs_sources_assign       (HsDatabase  *database,
                                  gint64       article,
                                  GError     **error);

/* hs-stories.c */
gboolean hs_stories_mark         (HsDatabase  *database,
                                  gint64       article,
                                  GError     **error);

/* hs-fulltext.c: the words of an article into and out of the index; taken out
 * before anything that changes them, and put in some time after. */
void     hs_fulltext_add         (HsLibrary   *library,
                                  gint64       article);
gboolean hs_fulltext_remove      (HsLibrary   *library,
                                  HsDatabase  *database,
                                  gint64       article,
                                  GError     **error);

/* hs-anchor.c */
gboolean hs_anchor_notes         (HsDatabase  *database,
                                  gint64       article,
                                  gint64       revision,
                                  const char  *text,
                                  GError     **error);

G_END_DECLS
