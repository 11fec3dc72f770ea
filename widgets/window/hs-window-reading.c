/* hs-window-reading.c: the marks of the open article, by the keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-window-private.h"

#include "hs-kinds.h"

/* The list of marks, in the panel, with the keys. */
void
hs_window_list_marks (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);

  gtk_widget_activate_action (widget, "win.show-panel-page", "s", "mentions");
  hs_mentions_panel_show_marks (self->mentions);
}

/* All kinds of mentions at once: off when any is shown, else on. */
void
hs_window_toggle_mentions (GtkWidget  *widget,
                           const char *name,
                           GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  gboolean any = FALSE;

  for (guint i = 0; i < HS_N_MENTION_KINDS; i++)
    any = any || hs_preferences_shows_layer (self->preferences, i);
  for (guint i = 0; i < HS_N_MENTION_KINDS; i++)
    hs_preferences_set_layer (self->preferences, i, !any);
}
