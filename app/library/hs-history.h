/* hs-history.h: what the analyst decided of names, as the journal keeps it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-library.h"
#include "hs-types.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;           /* of the journal */
  gint64 time;         /* Unix seconds */
  char *action;        /* (owned): "merge", "accept", "keep-apart", "refuse", "split", "not-this-one", "kind",
                        * "rename", "set-mention" or "remove-mention" */
  char *subject;       /* (owned) (nullable): the name or the words it was about, as they were then */
  char **others;       /* (owned): who was merged into it or is kept apart from it, which words were
                        * split off it, what the words were said to name */
  guint n_others;      /* how many there are: no more than the first few are read */
  HsMentionKind kind;  /* of "kind": the new one */
  char *reason;        /* (owned) (nullable): the analyst's */
  char *proposed;      /* (owned) (nullable): of "accept" and "refuse": why the program proposed it */
  char *article;       /* (owned) (nullable): the title of the article whose words it is about */
  gboolean undone;     /* taken back */
} HsPastDecision;

GPtrArray *hs_library_load_decisions (HsLibrary       *self,
                                      gint64           entity,
                                      guint            limit,
                                      GError         **error);
GPtrArray *hs_library_load_article_decisions
                                     (HsLibrary       *self,
                                      gint64           article,
                                      guint            limit,
                                      GError         **error);
GPtrArray *hs_library_load_apart     (HsLibrary       *self,
                                      const gint64    *ids,
                                      guint            n,
                                      GError         **error);
GArray    *hs_library_list_apart     (HsLibrary       *self,
                                      gint64           entity,
                                      GError         **error);
void       hs_past_decision_free     (HsPastDecision  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsPastDecision, hs_past_decision_free)

G_END_DECLS
