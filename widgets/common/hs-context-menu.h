/* hs-context-menu.h: what can be done with what is pointed at, by pointer or keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @top: where hs_context_menu_add() put the menus; @target: a widget in it, under the
 * pointer or with the keys.
 * Returns: (transfer full) (nullable): what can be done with it; %NULL: there is no
 *   menu of ours */
typedef GMenu *(*HsContextMenuFunc) (GtkWidget *top,
                                     GtkWidget *target);

void hs_context_menu_add    (GtkWidget          *top,
                             HsContextMenuFunc   make_menu);
void hs_context_menu_popup  (GtkWidget          *top,
                             GMenuModel         *menu,
                             const GdkRectangle *at);
void hs_context_menu_return_keys (GtkPopover    *popover,
                                  GtkWidget     *to);
gboolean hs_context_menu_is_key (guint           keyval,
                                 GdkModifierType state);
void hs_menu_add            (GMenu              *section,
                             const char         *label,
                             const char         *action,
                             GVariant           *target,
                             const char         *key);
void hs_menu_add_section    (GMenu              *menu,
                             const char         *label,
                             GMenu              *section);

G_END_DECLS
