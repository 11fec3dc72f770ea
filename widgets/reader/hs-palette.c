/* hs-palette.c: the few tags that the reader uses, light and dark
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-palette.h"

typedef struct
{
  const char *light;
  const char *dark;
  gboolean ground;
  int underline; /* PangoUnderline */
  int overline;  /* PangoOverline */
  int style;     /* PangoStyle */
} Look;

#define U_NONE PANGO_UNDERLINE_NONE
#define U_ONE PANGO_UNDERLINE_SINGLE
#define U_TWO PANGO_UNDERLINE_DOUBLE
#define U_WAVE PANGO_UNDERLINE_ERROR
#define O_NONE PANGO_OVERLINE_NONE
#define O_ONE PANGO_OVERLINE_SINGLE
#define UPRIGHT PANGO_STYLE_NORMAL
#define ITALIC PANGO_STYLE_ITALIC

static const Look looks[HS_N_LAYERS] = {
  [HS_MENTION_PERSON] = { "#1a5fb4", "#78aeed", TRUE, U_ONE, O_NONE, UPRIGHT },
  [HS_MENTION_ORGANISATION] = { "#7a3a94", "#cd9ee0", TRUE, U_TWO, O_NONE, UPRIGHT },
  [HS_MENTION_PLACE] = { "#1c7a4f", "#6fd3a2", TRUE, U_NONE, O_NONE, UPRIGHT },
  [HS_MENTION_NATIONALITY] = { "#1b7487", "#6ccbdc", FALSE, U_ONE, O_NONE, UPRIGHT },
  [HS_MENTION_WEAPON] = { "#a51d2d", "#f08a8f", TRUE, U_NONE, O_ONE, UPRIGHT },
  [HS_MENTION_LAW] = { "#6b4b2b", "#d3ab82", TRUE, U_ONE, O_NONE, ITALIC },
  [HS_MENTION_MONEY] = { "#8a6a00", "#e5c248", FALSE, U_TWO, O_NONE, UPRIGHT },
  [HS_MENTION_DATE] = { "#5e5c64", "#b8b5bd", FALSE, U_ONE, O_NONE, ITALIC },
  [HS_MENTION_QUANTITY] = { "#5e5c64", "#b8b5bd", FALSE, U_NONE, O_ONE, UPRIGHT },
  [HS_MENTION_EVENT] = { "#a84300", "#ffb074", TRUE, U_ONE, O_ONE, UPRIGHT },
  [HS_LAYER_STATEMENTS] = { "#77767b", "#c0bfbc", TRUE, U_NONE, O_NONE, UPRIGHT },
  [HS_LAYER_SIGNALS] = { "#613583", "#dc8add", FALSE, U_WAVE, O_NONE, UPRIGHT },
  [HS_LAYER_NOTES] = { "#e5a50a", "#cd9309", TRUE, U_NONE, O_NONE, UPRIGHT },
};

struct _HsPalette
{
  GObject parent_instance;

  GtkTextTagTable *table;              /* (owned) */
  GtkTextTag *blocks[HS_N_BLOCK_KINDS]; /* (unowned): the table's */
  GtkTextTag *headings[HS_PALETTE_LEVELS];  /* (unowned): the table's */
  GtkTextTag *items[2][HS_PALETTE_LEVELS];  /* (unowned): the table's; [1] right to left */
  GtkTextTag *quotes[2][HS_PALETTE_LEVELS]; /* (unowned): the table's; [1] right to left */
  GtkTextTag *layers[HS_N_LAYERS];      /* (unowned): the table's */
  GtkTextTag *proposed[HS_N_MENTION_KINDS]; /* (unowned): the table's */
  GtkTextTag *extras[HS_N_EXTRAS];      /* (unowned): the table's */
  int em;                               /* pixels */
};

G_DEFINE_FINAL_TYPE (HsPalette, hs_palette, G_TYPE_OBJECT)

static GdkRGBA
parse_color (const char *spec,
             double      alpha)
{
  GdkRGBA color = { 0, 0, 0, 1 };

  gdk_rgba_parse (&color, spec);
  color.alpha = alpha;
  return color;
}

static double
get_ground_alpha (guint    layer,
                  gboolean dark)
{
  if (layer == HS_LAYER_STATEMENTS)
    return dark ? 0.14 : 0.10;
  if (layer == HS_LAYER_NOTES)
    return dark ? 0.40 : 0.30;
  return dark ? 0.24 : 0.13;
}

static GtkTextTag *
add_tag (HsPalette  *self,
         const char *prefix,
         const char *nick)
{
  g_autofree char *name = g_strconcat (prefix, nick, NULL);
  g_autoptr (GtkTextTag) tag = gtk_text_tag_new (name);

  gtk_text_tag_table_add (self->table, tag);
  return tag; /* the table keeps it */
}

static void
hs_palette_add_blocks (HsPalette *self)
{
  static const double scales[HS_PALETTE_LEVELS] = { 1.3, 1.3, 1.18, 1.08, 1.0, 0.95 };

  for (guint i = 0; i < HS_N_BLOCK_KINDS; i++)
    self->blocks[i] = add_tag (self, "block-", hs_block_kind_to_nick (i));
  g_object_set (self->blocks[HS_BLOCK_HEADLINE], "scale", 1.75, "weight", 700, "pixels-inside-wrap", 1, NULL);
  g_object_set (self->blocks[HS_BLOCK_DATELINE], "scale", 0.92, NULL);
  g_object_set (self->blocks[HS_BLOCK_HEADING], "weight", 700, "pixels-inside-wrap", 1, NULL);
  g_object_set (self->blocks[HS_BLOCK_CAPTION], "scale", 0.88, NULL);
  g_object_set (self->blocks[HS_BLOCK_BOILERPLATE], "scale", 0.9, NULL);
  for (guint i = 0; i < HS_PALETTE_LEVELS; i++)
    {
      g_autofree char *level = g_strdup_printf ("%u", i + 1);

      self->headings[i] = add_tag (self, "heading-", level);
      g_object_set (self->headings[i], "scale", scales[i], NULL);
      for (guint rtl = 0; rtl < 2; rtl++)
        {
          self->items[rtl][i] = add_tag (self, rtl ? "item-rtl-" : "item-", level);
          self->quotes[rtl][i] = add_tag (self, rtl ? "quote-rtl-" : "quote-", level);
        }
    }
}

/* Margins and gaps go with the size of the letters. */
static void
hs_palette_size_levels (HsPalette *self)
{
  int indent = hs_palette_get_indent (self);
  PangoTabArray *tabs = pango_tab_array_new_with_positions (1, TRUE, PANGO_TAB_LEFT, indent);

  for (guint i = 0; i < HS_PALETTE_LEVELS; i++)
    for (guint rtl = 0; rtl < 2; rtl++)
      {
        const char *side = rtl ? "right-margin" : "left-margin";

        /* the first line of an item begins with its bullet, the others under its words */
        g_object_set (self->items[rtl][i], side, indent * (int) i, "accumulative-margin", TRUE, "indent", -indent,
                      "tabs", tabs, "pixels-below-lines", self->em * 2 / 5, NULL);
        g_object_set (self->quotes[rtl][i], side, indent * (int) (i + 1), rtl ? "left-margin" : "right-margin",
                      self->em / 2, "accumulative-margin", TRUE, NULL);
      }
  pango_tab_array_free (tabs);
}

/**
 * hs_palette_set_size:
 * @self: a palette
 * @em: size of the letters, in pixels
 *
 * Sets the gaps between paragraphs and how far lists and quotations stand in.
 */
void
hs_palette_set_size (HsPalette *self,
                     int        em)
{
  g_return_if_fail (HS_IS_PALETTE (self));

  if (self->em == em)
    return;
  self->em = em;
  for (guint i = 0; i < HS_N_BLOCK_KINDS; i++)
    g_object_set (self->blocks[i], "pixels-below-lines", em * 4 / 5, NULL);
  g_object_set (self->blocks[HS_BLOCK_HEADLINE], "pixels-below-lines", em * 2 / 3, NULL);
  g_object_set (self->blocks[HS_BLOCK_DATELINE], "pixels-below-lines", em, NULL);
  g_object_set (self->blocks[HS_BLOCK_HEADING], "pixels-above-lines", em * 3 / 5, "pixels-below-lines", em * 2 / 5,
                NULL);
  g_object_set (self->blocks[HS_BLOCK_CAPTION], "pixels-below-lines", em, NULL);
  g_object_set (self->extras[HS_EXTRA_IMAGE], "pixels-below-lines", em / 3, "pixels-above-lines", em / 3, NULL);
  g_object_set (self->extras[HS_EXTRA_AFTER], "pixels-above-lines", em * 3 / 5, NULL);
  g_object_set (self->extras[HS_EXTRA_CELL], "left-margin", hs_palette_get_indent (self), "accumulative-margin", TRUE,
                "pixels-above-lines", 0, NULL);
  hs_palette_size_levels (self);
}

/* How far one level of a list or quotation stands in, in pixels. */
int
hs_palette_get_indent (HsPalette *self)
{
  g_return_val_if_fail (HS_IS_PALETTE (self), 0);

  return self->em * 8 / 5;
}

static void
hs_palette_add_extras (HsPalette *self)
{
  static const char * const nicks[HS_N_EXTRAS] = {
    "fold", "link", "image", "header", "after", "cell", "cue", "byline", "found", "found-current", "current", "flash"
  };

  for (guint i = 0; i < HS_N_EXTRAS; i++)
    if (self->extras[i] == NULL)
      self->extras[i] = add_tag (self, "extra-", nicks[i]);
  g_object_set (self->extras[HS_EXTRA_CUE], "weight", 600, NULL);
  g_object_set (self->extras[HS_EXTRA_LINK], "underline", PANGO_UNDERLINE_SINGLE, NULL);
  g_object_set (self->extras[HS_EXTRA_HEADER], "weight", 700, NULL);
}

static void
hs_palette_finalize (GObject *object)
{
  HsPalette *self = HS_PALETTE (object);

  g_clear_object (&self->table);

  G_OBJECT_CLASS (hs_palette_parent_class)->finalize (object);
}

static void
hs_palette_class_init (HsPaletteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hs_palette_finalize;
}

static void
hs_palette_init (HsPalette *self)
{
  self->table = gtk_text_tag_table_new ();
  /* Later tags win: the ground of a statement lies under the marks in it. */
  hs_palette_add_blocks (self);
  self->extras[HS_EXTRA_LINK] = add_tag (self, "extra-", "link"); /* a mark on a link shows as the mark */
  self->layers[HS_LAYER_STATEMENTS] = add_tag (self, "layer-", hs_layer_get_nick (HS_LAYER_STATEMENTS));
  self->layers[HS_LAYER_NOTES] = add_tag (self, "layer-", hs_layer_get_nick (HS_LAYER_NOTES));
  self->layers[HS_LAYER_SIGNALS] = add_tag (self, "layer-", hs_layer_get_nick (HS_LAYER_SIGNALS));
  for (guint i = 0; i < HS_N_MENTION_KINDS; i++)
    self->layers[i] = add_tag (self, "layer-", hs_layer_get_nick (i));
  for (guint i = 0; i < HS_N_MENTION_KINDS; i++)
    self->proposed[i] = add_tag (self, "proposed-", hs_layer_get_nick (i));
  hs_palette_add_extras (self);
  hs_palette_set_size (self, 17);
  hs_palette_set_dark (self, FALSE);
}

/**
 * hs_palette_new:
 *
 * Main thread.
 *
 * Returns: (transfer full): a palette: light, for text of 17 pixels
 */
HsPalette *
hs_palette_new (void)
{
  return g_object_new (HS_TYPE_PALETTE, NULL);
}

/**
 * hs_palette_get_table:
 * @self: a palette
 *
 * Returns: (transfer none): the tags, for a text buffer
 */
GtkTextTagTable *
hs_palette_get_table (HsPalette *self)
{
  g_return_val_if_fail (HS_IS_PALETTE (self), NULL);

  return self->table;
}

/**
 * hs_palette_get_block:
 * @self: a palette
 * @kind: of a block
 *
 * Returns: (transfer none): the tag of such blocks
 */
GtkTextTag *
hs_palette_get_block (HsPalette   *self,
                      HsBlockKind  kind)
{
  g_return_val_if_fail (HS_IS_PALETTE (self), NULL);
  g_return_val_if_fail ((guint) kind < HS_N_BLOCK_KINDS, NULL);

  return self->blocks[kind];
}

/* @level: of a heading, from 1; 0 where it is not known */
GtkTextTag *
hs_palette_get_heading (HsPalette *self,
                        guint      level)
{
  g_return_val_if_fail (HS_IS_PALETTE (self), NULL);

  return self->headings[level == 0 ? 1 : MIN (level, HS_PALETTE_LEVELS) - 1];
}

/* @level: from 1 */
GtkTextTag *
hs_palette_get_item (HsPalette *self,
                     guint      level,
                     gboolean   rtl)
{
  g_return_val_if_fail (HS_IS_PALETTE (self), NULL);

  return self->items[rtl ? 1 : 0][CLAMP (level, 1, HS_PALETTE_LEVELS) - 1];
}

/* @level: from 1 */
GtkTextTag *
hs_palette_get_quote (HsPalette *self,
                      guint      level,
                      gboolean   rtl)
{
  g_return_val_if_fail (HS_IS_PALETTE (self), NULL);

  return self->quotes[rtl ? 1 : 0][CLAMP (level, 1, HS_PALETTE_LEVELS) - 1];
}

/**
 * hs_palette_get_layer:
 * @self: a palette
 * @layer: of marks
 *
 * Returns: (transfer none): the tag of its marks
 */
GtkTextTag *
hs_palette_get_layer (HsPalette *self,
                      guint      layer)
{
  g_return_val_if_fail (HS_IS_PALETTE (self), NULL);
  g_return_val_if_fail (layer < HS_N_LAYERS, NULL);

  return self->layers[layer];
}

/**
 * hs_palette_get_proposed:
 * @self: a palette
 * @kind: of mentions
 *
 * Returns: (transfer none): the tag of such mentions that are only proposed: a dotted line
 *   of the kind's colour, without ground
 */
GtkTextTag *
hs_palette_get_proposed (HsPalette     *self,
                         HsMentionKind  kind)
{
  g_return_val_if_fail (HS_IS_PALETTE (self), NULL);
  g_return_val_if_fail ((guint) kind < HS_N_MENTION_KINDS, NULL);

  return self->proposed[kind];
}

/**
 * hs_palette_get_extra:
 * @self: a palette
 * @extra: what is neither block nor mark
 *
 * Returns: (transfer none): its tag
 */
GtkTextTag *
hs_palette_get_extra (HsPalette *self,
                      HsExtra    extra)
{
  g_return_val_if_fail (HS_IS_PALETTE (self), NULL);
  g_return_val_if_fail ((guint) extra < HS_N_EXTRAS, NULL);

  return self->extras[extra];
}

static void
hs_palette_color_layer (HsPalette *self,
                        guint      layer,
                        gboolean   dark)
{
  const Look *look = &looks[layer];
  const char *spec = dark ? look->dark : look->light;
  GdkRGBA line = parse_color (spec, 1);
  GdkRGBA ground = parse_color (spec, get_ground_alpha (layer, dark));

  if (look->ground)
    g_object_set (self->layers[layer], "background-rgba", &ground, NULL);
  if (look->underline != PANGO_UNDERLINE_NONE)
    g_object_set (self->layers[layer], "underline", look->underline, "underline-rgba", &line, NULL);
  /* No color of its own: GTK 4.8 frees the color of an overline twice when the
   * text has an underline too. */
  if (look->overline != PANGO_OVERLINE_NONE)
    g_object_set (self->layers[layer], "overline", look->overline, NULL);
  if (look->style != PANGO_STYLE_NORMAL)
    g_object_set (self->layers[layer], "style", look->style, NULL);
}

/**
 * hs_palette_set_dark:
 * @self: a palette
 * @dark: whether the colours are for a dark background
 */
void
hs_palette_set_dark (HsPalette *self,
                     gboolean   dark)
{
  GdkRGBA dim = parse_color (dark ? "#ffffff" : "#000000", 0.62);
  GdkRGBA link = parse_color (dark ? "#99c1f1" : "#1a5fb4", 1);
  GdkRGBA found = parse_color (dark ? "#865e3c" : "#f9f06b", dark ? 0.8 : 0.7);
  GdkRGBA found_current = parse_color (dark ? "#e66100" : "#ffa348", dark ? 0.9 : 1);
  GdkRGBA flash = parse_color (dark ? "#3584e4" : "#99c1f1", dark ? 0.65 : 0.9);
  GdkRGBA current = parse_color (dark ? "#3584e4" : "#3584e4", 0.35);

  g_return_if_fail (HS_IS_PALETTE (self));

  for (guint i = 0; i < HS_N_LAYERS; i++)
    hs_palette_color_layer (self, i, dark);
  for (guint i = 0; i < HS_N_MENTION_KINDS; i++)
    {
      GdkRGBA line = parse_color (dark ? looks[i].dark : looks[i].light, 1);

      g_object_set (self->proposed[i], "underline", PANGO_UNDERLINE_ERROR, "underline-rgba", &line, NULL);
    }
  g_object_set (self->blocks[HS_BLOCK_DATELINE], "foreground-rgba", &dim, NULL);
  g_object_set (self->blocks[HS_BLOCK_CAPTION], "foreground-rgba", &dim, NULL);
  g_object_set (self->blocks[HS_BLOCK_BOILERPLATE], "foreground-rgba", &dim, NULL);
  g_object_set (self->extras[HS_EXTRA_BYLINE], "foreground-rgba", &dim, NULL);
  g_object_set (self->extras[HS_EXTRA_FOLD], "foreground-rgba", &link, NULL);
  g_object_set (self->extras[HS_EXTRA_LINK], "foreground-rgba", &link, "underline-rgba", &link, NULL);
  g_object_set (self->extras[HS_EXTRA_FOUND], "background-rgba", &found, NULL);
  g_object_set (self->extras[HS_EXTRA_FOUND_CURRENT], "background-rgba", &found_current, NULL);
  g_object_set (self->extras[HS_EXTRA_CURRENT], "background-rgba", &current, NULL);
  g_object_set (self->extras[HS_EXTRA_FLASH], "background-rgba", &flash, NULL);
}

static PangoAttribute *
make_color (PangoAttribute *(*make) (guint16, guint16, guint16),
            const GdkRGBA  *color)
{
  return make (color->red * 65535, color->green * 65535, color->blue * 65535);
}

/**
 * hs_palette_make_sample:
 * @layer: of marks
 * @dark: whether for a dark ground
 *
 * Returns: (transfer full): how it looks, for a sample of it
 */
PangoAttrList *
hs_palette_make_proposed_sample (gboolean dark)
{
  PangoAttrList *list = pango_attr_list_new ();
  GdkRGBA color = parse_color (dark ? looks[HS_MENTION_PERSON].dark : looks[HS_MENTION_PERSON].light, 1);

  pango_attr_list_insert (list, pango_attr_underline_new (PANGO_UNDERLINE_ERROR));
  pango_attr_list_insert (list, make_color (pango_attr_underline_color_new, &color));
  return list;
}

PangoAttrList *
hs_palette_make_sample (guint    layer,
                        gboolean dark)
{
  const Look *look;
  PangoAttrList *list = pango_attr_list_new ();
  GdkRGBA color;

  g_return_val_if_fail (layer < HS_N_LAYERS, list);

  look = &looks[layer];
  color = parse_color (dark ? look->dark : look->light, 1);
  if (look->ground)
    {
      pango_attr_list_insert (list, make_color (pango_attr_background_new, &color));
      pango_attr_list_insert (list, pango_attr_background_alpha_new (get_ground_alpha (layer, dark) * 65535));
    }
  if (look->underline != PANGO_UNDERLINE_NONE)
    {
      pango_attr_list_insert (list, pango_attr_underline_new (look->underline));
      pango_attr_list_insert (list, make_color (pango_attr_underline_color_new, &color));
    }
  if (look->overline != PANGO_OVERLINE_NONE)
    pango_attr_list_insert (list, pango_attr_overline_new (look->overline));
  if (look->style != PANGO_STYLE_NORMAL)
    pango_attr_list_insert (list, pango_attr_style_new (look->style));
  return list;
}
