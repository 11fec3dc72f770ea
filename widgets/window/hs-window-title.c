/* hs-window-title.c: what the window is called
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-window-private.h"

#include <glib/gi18n.h>

#include "hs-format.h"

/* Returns: (nullable): the name of what the window is about; NULL until it is known */
static const char *
get_shown (HsWindow *self)
{
  HsReading *reading = hs_reader_get_reading (self->reader);
  gboolean detail = FALSE;

  g_object_get (self->panes, "show-detail", &detail, NULL);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "main") != 0)
    return NULL;
  if (self->place.kind == HS_PLACE_NONE || (!detail && hs_panes_get_narrow (self->panes)))
    return hs_browser_get_title (self->browser);
  if (self->place.kind == HS_PLACE_PROPOSALS)
    return _("Proposals");
  if (self->place.kind != HS_PLACE_ARTICLE)
    return self->shown_name;
  if (reading == NULL)
    return NULL;
  return reading->document->title != NULL ? reading->document->title : _("Untitled");
}

/**
 * hs_window_update_title:
 * @self: a window
 *
 * Names it after what it shows: the article, the entity, the story, else the list. A task
 * switcher and a screen reader tell windows apart by it.
 */
void
hs_window_update_title (HsWindow *self)
{
  const char *shown = get_shown (self);
  g_autofree char *plain = hs_format_title (shown != NULL ? shown : "");
  g_autofree char *title = *plain != '\0' ? g_strdup_printf (_("%s – Hearsay"), plain) : g_strdup (_("Hearsay"));

  if (g_strcmp0 (gtk_window_get_title (GTK_WINDOW (self)), title) != 0)
    gtk_window_set_title (GTK_WINDOW (self), title);
}
