/* hs-window-stories.c: articles moved from one story to another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-window-private.h"

#include <glib/gi18n.h>

#include "hs-story-chooser.h"
#include "hs-story-desk.h"

typedef struct
{
  HsWindow *window;  /* (owned) */
  guint n;
} Moving;

static void
moved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Moving *moving = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = g_strdup_printf (ngettext ("%u article moved", "%u articles moved", moving->n), moving->n);

  if (hs_workspace_edit_finish (HS_WORKSPACE (source), result, &error) < 0)
    hs_window_say (moving->window, error->message);
  else if (!moving->window->closing)
    hs_window_say_undo (moving->window, title);
  g_object_unref (moving->window);
  g_free (moving);
}

static void
chosen_cb (HsWindow  *self,
           gint64     story,
           GtkWidget *chooser)
{
  const GArray *ids = g_object_get_data (G_OBJECT (chooser), "articles");
  Moving *moving;

  if (self->workspace == NULL)
    return;
  moving = g_new0 (Moving, 1);
  moving->window = g_object_ref (self);
  moving->n = ids->len;
  hs_workspace_move_articles (self->workspace, (const gint64 *) ids->data, ids->len, story, moved_cb, moving);
}

/* Asks where @ids go. @ids: (transfer full) */
static void
ask_story (HsWindow *self,
           GArray   *ids)
{
  GtkWindow *chooser;

  if (self->workspace == NULL || ids->len == 0)
    {
      g_array_unref (ids);
      return;
    }
  chooser = hs_story_chooser_new (self->workspace, ids->len);
  g_object_set_data_full (G_OBJECT (chooser), "articles", ids, (GDestroyNotify) g_array_unref);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  hs_window_present_dialog (self, chooser);
}

static void
move_to_story_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  ask_story (HS_WINDOW (widget), hs_window_get_targets (HS_WINDOW (widget)));
}

static void
move_article_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = g_variant_get_int64 (parameter);

  g_array_append_val (ids, id);
  ask_story (HS_WINDOW (widget), ids);
}

/**
 * hs_window_install_story_actions:
 * @widget_class: of the window
 *
 * Its actions on stories, and their keys. In class_init.
 */
void
hs_window_install_story_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.move-to-story", NULL, move_to_story_action);
  gtk_widget_class_install_action (widget_class, "win.move-article", "x", move_article_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_SHIFT_MASK, "win.move-to-story", NULL);
}
