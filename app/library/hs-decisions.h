/* hs-decisions.h: the decisions of the analyst; all can be undone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-library.h"

G_BEGIN_DECLS

/* Any thread but the writer's; each waits until it is kept. One that changes
 * nothing makes no entry in the journal. */

gboolean hs_library_set_read       (HsLibrary     *self,
                                    const gint64  *articles,
                                    guint          n,
                                    gboolean       read,
                                    GError       **error);
gboolean hs_library_set_starred    (HsLibrary     *self,
                                    const gint64  *articles,
                                    guint          n,
                                    gboolean       starred,
                                    GError       **error);
gboolean hs_library_delete         (HsLibrary     *self,
                                    const gint64  *articles,
                                    guint          n,
                                    GError       **error);
gboolean hs_library_remove_sample  (HsLibrary     *self,
                                    GError       **error);

/* NULL leaves as it is, "" makes unknown. */
typedef struct
{
  const char *title;
  const char *outlet;
  const char *byline;
  const char *published;
  const char *url;
} HsDetails;

gboolean hs_library_set_details    (HsLibrary        *self,
                                    gint64            article,
                                    const HsDetails  *details,
                                    GError          **error);
/* @grade: 'A' to 'F', or 0 to take it back */
gboolean hs_library_grade_source   (HsLibrary     *self,
                                    gint64         source,
                                    char           grade,
                                    const char    *reason,
                                    GError       **error);
/* @grade: '1' to '6', or 0 */
gboolean hs_library_grade_article  (HsLibrary     *self,
                                    gint64         article,
                                    char           grade,
                                    const char    *reason,
                                    GError       **error);
/* Returns: the id of the note, -1 with @error set */
gint64   hs_library_add_note       (HsLibrary     *self,
                                    gint64         article,
                                    HsSpan         span,
                                    const char    *body,
                                    const char    *tags,
                                    GError       **error);
gboolean hs_library_update_note    (HsLibrary     *self,
                                    gint64         note,
                                    const char    *body,
                                    const char    *tags,
                                    GError       **error);
gboolean hs_library_delete_note    (HsLibrary     *self,
                                    gint64         note,
                                    GError       **error);
gboolean hs_library_merge_entities (HsLibrary     *self,
                                    const gint64  *entities,
                                    guint          n,
                                    const char    *reason,
                                    GError       **error);
gboolean hs_library_rename_entity  (HsLibrary     *self,
                                    gint64         entity,
                                    const char    *name,
                                    GError       **error);

G_END_DECLS
