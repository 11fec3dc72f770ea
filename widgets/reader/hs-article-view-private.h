/* hs-article-view-private.h: what the files of the article view share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-article-view.h"
#include "hs-palette.h"
#include "hs-preferences.h"
#include "hs-reader-text.h"

G_BEGIN_DECLS

struct _HsArticleView
{
  GtkTextView parent_instance;

  HsPalette *palette;         /* (owned) */
  HsPreferences *preferences; /* (owned) */
  HsReading *reading;         /* (owned) (nullable) */
  HsReaderText *text;         /* (owned) (nullable) */
  GHashTable *entities;       /* (owned) (nullable): id → HsReadingEntity of the reading */
  GArray *unfolded;           /* (owned) (element-type gboolean) */
  GArray *marks;              /* (owned) (element-type HsMark): by start, outer first */
  GPtrArray *note_buttons;    /* (owned) (element-type GtkWidget): (unowned) children of the view */
  guint n_notes;              /* how many of the buttons are in use */
  GArray *found;              /* (owned) (element-type HsSpan): in characters */
  int found_at;
  int current_mark;
  int laid_out_width;
  guint flash_source;
  guint margin_source;
};

void hs_article_view_collect_marks (HsArticleView *self);
void hs_article_view_apply_marks   (HsArticleView *self);
void hs_article_view_tag           (HsArticleView *self,
                                    GtkTextTag    *tag,
                                    guint          start,
                                    guint          end);
void hs_article_view_untag_all     (HsArticleView *self,
                                    GtkTextTag    *tag);
void hs_article_view_make_notes    (HsArticleView *self);
void hs_article_view_place_notes   (HsArticleView *self);

G_END_DECLS
