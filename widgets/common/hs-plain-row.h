/* hs-plain-row.h: a row of an icon, a title, two lines under it and a number
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-row.h"

G_BEGIN_DECLS

#define HS_TYPE_PLAIN_ROW (hs_plain_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (HsPlainRow, hs_plain_row, HS, PLAIN_ROW, HsRow)

struct _HsPlainRowClass
{
  HsRowClass parent_class;
};

void hs_plain_row_set_icon   (HsPlainRow *self,
                              const char *icon_name);
/* @bytes: (nullable): a picture as fetched; @instead: the icon where there is none */
void hs_plain_row_set_picture (HsPlainRow *self,
                               GBytes     *bytes,
                               const char *instead);
void hs_plain_row_set_texts  (HsPlainRow *self,
                              const char *title,
                              const char *subtitle,
                              const char *detail);
void hs_plain_row_set_number (HsPlainRow *self,
                              const char *text);
void hs_plain_row_set_grade  (HsPlainRow *self,
                              const char *grade);

G_END_DECLS
