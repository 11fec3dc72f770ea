/* hs-story-desk-private.h: how the files of the story desk lay one out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-desk.h"
#include "hs-reading-private.h"
#include "hs-story-desk.h"

G_BEGIN_DECLS

/* A story while it is laid out. */
typedef struct
{
  HsStoryDesk *desk;       /* (unowned) */
  HsStoredStory *story;    /* (unowned) */
  HsStoredDesk *stored;    /* (unowned) */
  GPtrArray *articles;     /* (unowned) (element-type HsStored): as desk->articles */
  GHashTable *by_id;       /* (unowned) (element-type gint64 guint+1): their places */
} HsLayingOut;

/* Place of an article, or HS_NO_INDEX. */
guint         hs_laying_out_find     (const HsLayingOut *self,
                                      gint64             article);
HsOccurrence *hs_desk_occurrence_new (const HsStored    *stored,
                                      HsSpan             span);
void          hs_desk_occurrence_free (gpointer          data);
HsDeskRow    *hs_desk_row_new        (const char        *key,
                                      const char        *title,
                                      guint              n_articles);
void          hs_desk_row_free       (gpointer           data);
/* Adds the words to the cell, once and not too many. */
void          hs_desk_cell_add       (HsDeskRow         *row,
                                      guint              article,
                                      const HsStored    *stored,
                                      HsSpan             span);

/* The sentence that @at stands in. */
HsSpan        hs_desk_sentence       (const HsStored    *stored,
                                      guint              at);

/* hs-desk-proposals.c: rows on which the articles differ.
 * Returns: (transfer full) (element-type HsDeskRow) */
GPtrArray    *hs_desk_propose        (const HsLayingOut *self);
/* How far an article says that the main act of the story has come: "“buy”: signed".
 * Returns: (transfer full) (nullable): NULL: it says nothing of it */
char         *hs_desk_describe_step  (const HsLayingOut *self,
                                      guint              article);
/* Fills a row of the user's with the sentences that have its words. */
void          hs_desk_find_words     (const HsLayingOut *self,
                                      HsDeskRow         *row);

/* hs-desk-matrix.c: fills desk->rows and desk->hypotheses. */
void          hs_desk_lay_matrix     (const HsLayingOut *self);
/* hs-desk-timeline.c: fills desk->events. */
void          hs_desk_lay_timeline   (const HsLayingOut *self);

/**
 * HsDay:
 * @wants_day: whether it can be told only from the day of its article
 *
 * What words for a time amount to.
 */
typedef struct
{
  gboolean known;
  gboolean wants_day;
  GDate from, to;
} HsDay;

/* hs-desk-days.c; @base: (nullable): the day the words were written */
HsDay         hs_desk_read_day       (const char        *words,
                                      const GDate       *base);

G_END_DECLS
