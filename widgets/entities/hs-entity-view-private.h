/* hs-entity-view-private.h: what the files of an entity's page share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-context-menu.h"
#include "hs-entity-view.h"
#include "hs-time-chart.h"

G_BEGIN_DECLS

struct _HsEntityView
{
  GtkWidget parent_instance;

  GtkScrolledWindow *scroller; /* (template) */
  GtkLabel *kind_label;        /* (template) */
  GtkLabel *name_label;        /* (template) */
  GtkLabel *counts_label;      /* (template) */
  GtkWidget *filter_button;    /* (template) */
  GtkWidget *names_title;      /* (template) */
  GtkBox *names_box;           /* (template) */
  GtkBox *proposals_box;       /* (template) */
  GtkBox *desk_box;            /* (template) */
  GtkBox *places_box;          /* (template) */

  HsWorkspace *workspace;    /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable): of the desk */
  HsEntityPage *page;        /* (owned) (nullable) */

  guint n_places;            /* so many of the mentions are listed */
  guint held_tick;           /* runs while the one with the keys is held where it is … */
  guint held_frames;         /* … for so long … */
  double held_height;        /* … so far below the top */
};

/* A mention that has the keys; it may be gone when the page is filled anew. */
typedef struct
{
  gint64 article;            /* 0: none has them */
  HsSpan span;
  guint at;                  /* which of the mentions it was */
  gboolean on_words;         /* not on the button beside them */
} HsHeldPlace;

#define HS_HELD_PLACE_NONE ((HsHeldPlace) { 0 })

/* hs-entity-view-places.c */
void                hs_entity_view_fill_places (HsEntityView      *self,
                                                guint              n);
HsHeldPlace         hs_entity_view_hold_place  (HsEntityView      *self);
void                hs_entity_view_go_on_at    (HsEntityView      *self,
                                                const HsHeldPlace *held);

/* hs-entity-view-menu.c */
GMenu              *hs_entity_view_make_menu  (GtkWidget    *top,
                                               GtkWidget    *target);
const HsOccurrence *hs_entity_view_find_place (HsEntityView *self,
                                               GtkWidget    *widget);

G_END_DECLS
