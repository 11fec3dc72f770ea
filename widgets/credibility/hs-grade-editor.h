/* hs-grade-editor.h: a grade of the Admiralty code, its reason and its past
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-reading.h"

G_BEGIN_DECLS

/**
 * HsGradeEditor:
 *
 * Signal `graded (char grade, const char *reason)`: the user gave the grade; 0
 * took it back.
 */
#define HS_TYPE_GRADE_EDITOR (hs_grade_editor_get_type ())
G_DECLARE_FINAL_TYPE (HsGradeEditor, hs_grade_editor, HS, GRADE_EDITOR, GtkWidget)

void hs_grade_editor_set_kind   (HsGradeEditor *self,
                                 gboolean       is_claim,
                                 const char    *title);
void hs_grade_editor_set_grades (HsGradeEditor *self,
                                 GPtrArray     *grades,
                                 guint          n_origins);

G_END_DECLS
