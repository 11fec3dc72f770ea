/* hs-query.h: the words and chips of the search field as one query
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HsTerm:
 * @field: "source", "entity", "kind", "date", "is", "grade", "story", "tag", "id"
 * @value: what stands after the colon, without quotation marks
 * @label: (nullable): how the chip reads, when not as @value
 */
typedef struct
{
  char *field; /* (owned) */
  char *value; /* (owned) */
  char *label; /* (owned) (nullable) */
} HsTerm;

HsTerm    *hs_term_new       (const char *field,
                              const char *value,
                              const char *label);
void       hs_term_free      (HsTerm     *self);
gboolean   hs_term_equal     (const HsTerm *a,
                              const HsTerm *b);
/* Returns: (transfer full): as the chip shows it */
char      *hs_term_get_title (const HsTerm *self);
void       hs_term_append    (const HsTerm *self,
                              GString      *query);

/* Takes what is a whole term out of @text; what stands last counts only when
 * white space follows it or @whole is set.
 * Returns: (transfer full) (element-type HsTerm); @rest: (out) (transfer full) */
GPtrArray *hs_query_take_terms (const char *text,
                                gboolean    whole,
                                char      **rest);
gboolean   hs_query_is_field   (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsTerm, hs_term_free)

G_END_DECLS
