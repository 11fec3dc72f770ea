/* hs-palette.h: the few tags that the reader uses, light and dark
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-kinds.h"

G_BEGIN_DECLS

/**
 * HsPalette:
 *
 * The fixed set of tags of a reader: one for each kind of block, one for each
 * layer of marks, one for each level of lists, quotations and headings, and a few for
 * what is found, current or flashing. Kinds differ in shape (underline, overline, ground) as well as in hue.
 */
#define HS_TYPE_PALETTE (hs_palette_get_type ())
G_DECLARE_FINAL_TYPE (HsPalette, hs_palette, HS, PALETTE, GObject)

typedef enum
{
  HS_EXTRA_FOLD,    /* a line that folds or unfolds */
  HS_EXTRA_LINK,    /* words of the page that lead somewhere */
  HS_EXTRA_IMAGE,   /* the line of a picture */
  HS_EXTRA_HEADER,  /* the head of a table */
  HS_EXTRA_AFTER,   /* the first line after a list or a table */
  HS_EXTRA_CELL,    /* of a row whose cells stand under each other, those after the first */
  HS_EXTRA_CUE,     /* the words that say somebody said it */
  HS_EXTRA_BYLINE,
  HS_EXTRA_FOUND,
  HS_EXTRA_FOUND_CURRENT,
  HS_EXTRA_CURRENT, /* the mark the keys stand on */
  HS_EXTRA_FLASH,
  HS_N_EXTRAS
} HsExtra;

/* Headings below the headline; items of lists and quotations as deep as they
 * stand. Deeper ones look the same. */
#define HS_PALETTE_LEVELS 6

HsPalette       *hs_palette_new            (void);
GtkTextTagTable *hs_palette_get_table      (HsPalette   *self);
GtkTextTag      *hs_palette_get_block      (HsPalette   *self,
                                            HsBlockKind  kind);
GtkTextTag      *hs_palette_get_heading    (HsPalette   *self,
                                            guint        level);
GtkTextTag      *hs_palette_get_item       (HsPalette   *self,
                                            guint        level,
                                            gboolean     rtl);
GtkTextTag      *hs_palette_get_quote      (HsPalette   *self,
                                            guint        level,
                                            gboolean     rtl);
GtkTextTag      *hs_palette_get_layer      (HsPalette   *self,
                                            guint        layer);
GtkTextTag      *hs_palette_get_proposed   (HsPalette     *self,
                                            HsMentionKind  kind);
GtkTextTag      *hs_palette_get_extra      (HsPalette   *self,
                                            HsExtra      extra);
void             hs_palette_set_size       (HsPalette   *self,
                                            int          em);
int              hs_palette_get_indent     (HsPalette   *self);
void             hs_palette_set_dark       (HsPalette   *self,
                                            gboolean     dark);
/* Returns: (transfer full): how what is proposed looks, for a sample of it */
PangoAttrList   *hs_palette_make_proposed_sample (gboolean dark);
/* Returns: (transfer full): how @layer looks, for a sample of it */
PangoAttrList   *hs_palette_make_sample    (guint        layer,
                                            gboolean     dark);

G_END_DECLS
