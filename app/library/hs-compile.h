/* hs-compile.h: the terms of a search as SQL with its parameters
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-library-private.h"
#include "hs-search.h"

G_BEGIN_DECLS

/**
 * HsCompiled:
 * @match: (nullable): words to be found, as an FTS5 expression
 * @where: conditions, each with " AND " before it; "" for none
 * @order: (nullable): by what entities are sorted, in SQL; not what is usual
 * @values: (element-type HsValue): for ?1, ?2 … of @where, and @match last
 */
typedef struct
{
  char *match;      /* (owned) (nullable) */
  GString *where;   /* (owned) */
  const char *order; /* (unowned) (nullable) */
  GArray *values;   /* (owned) */
} HsCompiled;

HsCompiled *hs_compile            (HsDatabase    *database,
                                   HsSearchWhat   what,
                                   const char    *query,
                                   gboolean       typing,
                                   GError       **error);
void        hs_compiled_free      (HsCompiled    *self);
/* Appends a parameter; returns its number. */
guint       hs_compiled_add_text  (HsCompiled    *self,
                                   const char    *text);
guint       hs_compiled_add_int   (HsCompiled    *self,
                                   gint64         number);
void        hs_compiled_bind      (HsCompiled    *self,
                                   HsQuery       *query);

/* The ids that it finds, hs-search.c. Once, after all else was added.
 * Returns: (transfer full) */
char       *hs_compiled_make_sql  (HsCompiled    *self,
                                   HsSearchWhat   what);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsCompiled, hs_compiled_free)

/* One field of a search for articles, as a condition on `a`, the article;
 * hs-fields.c. Returns: (transfer full) (nullable) */
char       *hs_fields_compile     (HsCompiled    *self,
                                   HsDatabase    *database,
                                   const char    *field,
                                   const char    *value,
                                   gboolean       typing,
                                   GError       **error);

/* @text as one phrase of an FTS5 expression. */
char       *hs_compile_phrase     (const char    *text,
                                   gboolean       beginning);

G_END_DECLS
