/* hs-article-view-private.h: what the files of the article view share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-article-view.h"
#include "hs-palette.h"
#include "hs-picture-slot.h"
#include "hs-preferences.h"
#include "hs-reader-text.h"

G_BEGIN_DECLS

/* One table of the document, as wide as its words want it. */
typedef struct
{
  int width;           /* pixels; 0: there is no such table */
  PangoTabArray *tabs; /* (owned) (nullable) */
} HsTableForm;

void hs_table_form_clear (gpointer data);

/* One place of the words that are looked for. */
typedef struct
{
  HsSpan span;         /* in characters; of a fold its own line */
  int fold;            /* that hides it, -1 when it is shown */
} HsFound;

struct _HsArticleView
{
  GtkTextView parent_instance;

  HsPalette *palette;         /* (owned) */
  HsPreferences *preferences; /* (owned) */
  HsReading *reading;         /* (owned) (nullable) */
  HsReaderText *text;         /* (owned) (nullable) */
  GArray *unfolded;           /* (owned) (element-type gboolean) */
  GArray *stacked;            /* (owned) (element-type gboolean): by number of the table */
  GArray *tables;             /* (owned) (element-type HsTableForm): by number of the table */
  GPtrArray *table_tags;      /* (owned) (element-type GtkTextTag): in the palette's table too */
  GArray *marks;              /* (owned) (element-type HsMark): by start, outer first */
  GPtrArray *note_buttons;    /* (owned) (element-type GtkWidget): (unowned) children of the view */
  guint n_notes;              /* how many of the buttons are in use */
  GPtrArray *slots;           /* (owned) (element-type HsPictureSlot): (unowned) children of the view */
  GHashTable *paintables;     /* (owned): address → GdkPaintable, of what was loaded */
  char *found_words;          /* (owned) (nullable): that are looked for */
  GArray *found;              /* (owned) (element-type HsFound): in the order of the text */
  int found_at;
  int current_mark;
  int laid_out_width;
  int em;                     /* size of the letters, in pixels */
  guint wanted_top;           /* byte to stand at the top once there is a layout; 0 none */
  guint n_tops;               /* how often it was put there */
  double pointer_x;
  double pointer_y;
  guint flash_source;
  guint margin_source;
  guint hover_source;
  guint click_source;         /* a card that waits whether it is a double click */
  guint clicked_mark;
  guint table_source;
  guint top_source;
};

/* hs-article-view.c */
void   hs_article_view_refill        (HsArticleView *self);
void   hs_article_view_toggle_fold   (HsArticleView *self,
                                      guint          fold);
void   hs_article_view_scroll_to_char (HsArticleView *self,
                                       guint          offset);

/* hs-article-view-find.c */
void   hs_article_view_find_again    (HsArticleView *self,
                                      int            at);

/* hs-article-view-layout.c */
void   hs_article_view_update_size   (HsArticleView *self);
void   hs_article_view_update_margins (HsArticleView *self,
                                       int            width);
int    hs_article_view_get_line_width (HsArticleView *self);
void   hs_article_view_measure_tables (HsArticleView *self);
gboolean hs_article_view_stack_tables (HsArticleView *self);
void   hs_article_view_tag_paragraphs (HsArticleView *self);
void   hs_article_view_draw_below    (HsArticleView *self,
                                      GtkSnapshot   *snapshot);

/* hs-article-view-pictures.c */
void   hs_article_view_place_pictures (HsArticleView *self);
void   hs_article_view_size_pictures  (HsArticleView *self);

/* hs-article-view-pointing.c */
void   hs_article_view_add_controllers (HsArticleView *self);
void   hs_article_view_forget_pointer (HsArticleView *self);
void   hs_article_view_stop_hovering   (HsArticleView *self);

/* hs-article-view-marks.c */
void   hs_article_view_collect_marks (HsArticleView *self);
void   hs_article_view_apply_marks   (HsArticleView *self);
void   hs_article_view_go_on_from    (HsArticleView *self,
                                      const HsMark  *before);
void   hs_article_view_tag           (HsArticleView *self,
                                      GtkTextTag    *tag,
                                      guint          start,
                                      guint          end);
void   hs_article_view_untag_all     (HsArticleView *self,
                                      GtkTextTag    *tag);

/* hs-article-view-notes.c */
void   hs_article_view_make_notes    (HsArticleView *self);
void   hs_article_view_place_notes   (HsArticleView *self);

G_END_DECLS
