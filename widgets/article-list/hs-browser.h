/* hs-browser.h: the pane that lists what a section holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-section.h"

G_BEGIN_DECLS

/**
 * HsBrowser:
 *
 * Signals: `chosen (guint what, gint64 id)`: a row was chosen, `what` is its
 * #HsListWhat; `activated (guint what, gint64 id)`: it was entered.
 *
 * Property: `n-selected` (guint), `several` (gboolean).
 */
#define HS_TYPE_BROWSER (hs_browser_get_type ())
G_DECLARE_FINAL_TYPE (HsBrowser, hs_browser, HS, BROWSER, GtkWidget)

void       hs_browser_set_workspace (HsBrowser   *self,
                                     HsWorkspace *workspace);
void       hs_browser_set_section   (HsBrowser   *self,
                                     HsSection    section);
HsSection  hs_browser_get_section   (HsBrowser   *self);
/* A part of the articles, of a feed or a watch; goes with the next section. */
void       hs_browser_set_scope     (HsBrowser   *self,
                                     const char  *query,
                                     const char  *title);
const char *hs_browser_get_scope    (HsBrowser   *self);
void       hs_browser_set_filter    (HsBrowser   *self,
                                     const char  *query,
                                     const char  *words);
const char *hs_browser_get_query    (HsBrowser   *self);
/* Returns: (transfer full) (element-type gint64): what several-at-once actions
 * are about */
GArray    *hs_browser_get_selected  (HsBrowser   *self);
void       hs_browser_set_several   (HsBrowser   *self,
                                     gboolean     several);
gboolean   hs_browser_get_several   (HsBrowser   *self);
guint      hs_browser_get_n_selected (HsBrowser  *self);
void       hs_browser_select        (HsBrowser   *self,
                                     gint64       id);
void       hs_browser_select_all    (HsBrowser   *self);
gint64     hs_browser_get_neighbour (HsBrowser   *self,
                                     gint64       id,
                                     int          step);
/* Returns: (transfer full) (nullable) */
HsItem    *hs_browser_get_item      (HsBrowser   *self,
                                     gint64       id);
const char *hs_browser_get_title    (HsBrowser   *self);
void       hs_browser_focus         (HsBrowser   *self);
void       hs_browser_set_click_activates (HsBrowser *self,
                                           gboolean   activates);

G_END_DECLS
