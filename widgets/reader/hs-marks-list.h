/* hs-marks-list.h: the marks of an article one by one, for keys and ears
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-reading.h"

G_BEGIN_DECLS

/**
 * HsMarksList:
 *
 * The spans of a text view cannot be reached one by one by a screen reader; the
 * rows of this list can. Each says what the mark is, its words and what it means;
 * headings of the article stand between them as headings. A choice above says
 * which layer it is about.
 */
#define HS_TYPE_MARKS_LIST (hs_marks_list_get_type ())
G_DECLARE_FINAL_TYPE (HsMarksList, hs_marks_list, HS, MARKS_LIST, GtkWidget)

/* @reading: (nullable) */
void hs_marks_list_set_reading (HsMarksList *self,
                                HsReading   *reading);
/* Returns: (transfer full) (nullable): what can be done with the mark in @target */
GMenu *hs_marks_list_make_menu (HsMarksList *self,
                                GtkWidget   *target);

G_END_DECLS
