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
};

/* hs-entity-view-menu.c */
GMenu              *hs_entity_view_make_menu  (GtkWidget    *top,
                                               GtkWidget    *target);
const HsOccurrence *hs_entity_view_find_place (HsEntityView *self,
                                               GtkWidget    *widget);

G_END_DECLS
