/* hs-picture-slot.h: the place of a picture, empty until it is asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-document.h"

G_BEGIN_DECLS

/**
 * HsPictureSlot:
 *
 * Where a picture of an article stands: what it is said to show and how large it
 * is, and a button that loads it. Nothing is fetched before that.
 *
 * Signal `loaded`: it shows the picture now; see
 * hs_picture_slot_get_paintable().
 */
#define HS_TYPE_PICTURE_SLOT (hs_picture_slot_get_type ())
G_DECLARE_FINAL_TYPE (HsPictureSlot, hs_picture_slot, HS, PICTURE_SLOT, GtkWidget)

/* @paintable: (nullable): when it was loaded before */
GtkWidget    *hs_picture_slot_new           (const char         *address,
                                             const HsImagePlace *place,
                                             GdkPaintable       *paintable);
void          hs_picture_slot_load          (HsPictureSlot      *self);
void          hs_picture_slot_set_room      (HsPictureSlot      *self,
                                             int                 width);
/* (transfer none) (nullable) */
GdkPaintable *hs_picture_slot_get_paintable (HsPictureSlot      *self);

G_END_DECLS
