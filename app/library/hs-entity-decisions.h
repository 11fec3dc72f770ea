/* hs-entity-decisions.h: the decisions of the analyst about what is named
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-library.h"

G_BEGIN_DECLS

/* Each is one entry of the journal, with its time and @reason (nullable), stands
 * against every later analysis, and can be undone. Any thread but the writer's;
 * they wait. What was merged counts as what it is now. */

/* What the program proposed: @other becomes @entity, or never will. */
gboolean hs_library_accept_proposal (HsLibrary         *self,
                                     gint64             entity,
                                     gint64             other,
                                     const char        *reason,
                                     GError           **error);
gboolean hs_library_refuse_proposal (HsLibrary         *self,
                                     gint64             entity,
                                     gint64             other,
                                     const char        *reason,
                                     GError           **error);
/* Never one, whatever is proposed; merging them by hand takes it back. */
gboolean hs_library_keep_apart      (HsLibrary         *self,
                                     gint64             entity,
                                     gint64             other,
                                     const char        *reason,
                                     GError           **error);
/* @names, as they are written, name somebody else, wherever they are and will be
 * @entity. Returns: the new entity, -1 with @error set */
gint64   hs_library_split_names     (HsLibrary         *self,
                                     gint64             entity,
                                     const char * const *names,
                                     const char        *reason,
                                     GError           **error);
/* The same of single mentions, of one or of several articles.
 * @mentions: (element-type HsStoredEvidence): words that name @entity */
gint64   hs_library_split_mentions  (HsLibrary         *self,
                                     gint64             entity,
                                     const GArray      *mentions,
                                     const char        *reason,
                                     GError           **error);
/* The words at @span are not @entity, but something of their own. */
gint64   hs_library_not_this_one    (HsLibrary         *self,
                                     gint64             entity,
                                     gint64             article,
                                     HsSpan             span,
                                     const char        *reason,
                                     GError           **error);
gboolean hs_library_set_kind        (HsLibrary         *self,
                                     gint64             entity,
                                     HsMentionKind      kind,
                                     const char        *reason,
                                     GError           **error);
/* The words at @span name @entity, 0: something of their own; in place of what
 * they were found to name. Returns: the entity, -1 with @error set */
gint64   hs_library_set_mention     (HsLibrary         *self,
                                     gint64             article,
                                     HsSpan             span,
                                     HsMentionKind      kind,
                                     gint64             entity,
                                     const char        *reason,
                                     GError           **error);
/* They name nothing. */
gboolean hs_library_remove_mention  (HsLibrary         *self,
                                     gint64             article,
                                     HsSpan             span,
                                     const char        *reason,
                                     GError           **error);

G_END_DECLS
