/* hs-health-window.c: how each feed fares, and when it is asked next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-health-window.h"

#include <glib/gi18n.h>

#include "hs-health-row.h"
#include "hs-workspace-feeds.h"

struct _HsHealthWindow
{
  AdwWindow parent_instance;

  GtkToggleButton *trouble_button; /* (template) */
  GtkStack *stack;                 /* (template) */
  AdwStatusPage *empty_page;       /* (template) */
  GtkListBox *list;                /* (template) */

  HsWorkspace *workspace;    /* (owned) */
  GCancellable *cancellable; /* (owned) */
  GPtrArray *feeds;          /* (owned) (nullable) (element-type HsFeedHealth) */
  gboolean reading;
  gboolean again;            /* something changed while it was read */
};

G_DEFINE_FINAL_TYPE (HsHealthWindow, hs_health_window, ADW_TYPE_WINDOW)

static void hs_health_window_read (HsHealthWindow *self);

static void
hs_health_window_ask (HsHealthWindow *self,
                      const char     *action,
                      GVariant       *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  g_variant_ref_sink (parameter);
  if (parent != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (parent), action, parameter);
  g_variant_unref (parameter);
}

static void
retry_cb (HsHealthWindow *self,
          gint64          feed)
{
  hs_health_window_ask (self, "win.refresh-feeds",
                        g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, &feed, 1, sizeof feed));
}

static void
properties_cb (HsHealthWindow *self,
               gint64          feed)
{
  hs_health_window_ask (self, "win.feed-properties", g_variant_new_int64 (feed));
}

static void
add_cb (HsHealthWindow *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.add-feed", NULL);
}

/* --- rows: used again, so that the focus stays where it is ---------------------------- */

static GtkWidget *
hs_health_window_add_row (HsHealthWindow *self)
{
  GtkWidget *row = hs_health_row_new ();

  g_signal_connect_object (row, "retry", G_CALLBACK (retry_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "properties", G_CALLBACK (properties_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
  return row;
}

static void
hs_health_window_fill (HsHealthWindow *self)
{
  gboolean trouble = gtk_toggle_button_get_active (self->trouble_button);
  int n = 0;
  GtkListBoxRow *row;

  for (guint i = 0; self->feeds != NULL && i < self->feeds->len; i++)
    {
      HsFeedHealth *feed = g_ptr_array_index (self->feeds, i);

      if (trouble && feed->kind != HS_FEED_FAILING && feed->kind != HS_FEED_GONE)
        continue;
      row = gtk_list_box_get_row_at_index (self->list, n);
      hs_health_row_set_feed (HS_HEALTH_ROW (row != NULL ? GTK_WIDGET (row) : hs_health_window_add_row (self)), feed);
      n++;
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, n)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  if (n == 0 && trouble && self->feeds != NULL && self->feeds->len > 0)
    g_object_set (self->empty_page, "title", _("All Well"), "description", _("No feed is in trouble."), NULL);
  else
    g_object_set (self->empty_page, "title", _("No Feeds Yet"), "description",
                  _("How each feed fares, and when it is asked next, stands here."), NULL);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "feeds" : "empty");
}

static void
trouble_toggled_cb (HsHealthWindow *self)
{
  hs_health_window_fill (self);
}

/* --- reading ---------------------------------------------------------------------------- */

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (HsHealthWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) feeds = hs_workspace_read_health_finish (HS_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->reading = FALSE;
  if (feeds == NULL)
    {
      g_object_set (self->empty_page, "title", _("Not Readable"), "description", error->message, NULL);
      return;
    }
  g_clear_pointer (&self->feeds, g_ptr_array_unref);
  self->feeds = g_steal_pointer (&feeds);
  hs_health_window_fill (self);
  if (self->again)
    hs_health_window_read (self);
}

static void
hs_health_window_read (HsHealthWindow *self)
{
  self->again = self->reading;
  if (self->reading)
    return;
  self->reading = TRUE;
  hs_workspace_read_health_async (self->workspace, 0, self->cancellable, read_cb, g_object_ref (self));
}

static void
changed_cb (HsHealthWindow *self,
            guint           what)
{
  if (what & HS_CHANGE_FEEDS)
    hs_health_window_read (self);
}

/* --- life --------------------------------------------------------------------------------- */

static void
hs_health_window_dispose (GObject *object)
{
  HsHealthWindow *self = HS_HEALTH_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (self->workspace, changed_cb, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), HS_TYPE_HEALTH_WINDOW);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (hs_health_window_parent_class)->dispose (object);
}

static void
hs_health_window_finalize (GObject *object)
{
  HsHealthWindow *self = HS_HEALTH_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->feeds, g_ptr_array_unref);

  G_OBJECT_CLASS (hs_health_window_parent_class)->finalize (object);
}

static void
hs_health_window_class_init (HsHealthWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_health_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = hs_health_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-health-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HsHealthWindow, trouble_button);
  gtk_widget_class_bind_template_child (widget_class, HsHealthWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, HsHealthWindow, empty_page);
  gtk_widget_class_bind_template_child (widget_class, HsHealthWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, trouble_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
hs_health_window_init (HsHealthWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hs_health_window_new:
 * @workspace: a workspace
 *
 * What is to be done is asked of the window it belongs to.
 *
 * Returns: (transfer floating): the window that tells how feeds fare
 */
GtkWindow *
hs_health_window_new (HsWorkspace *workspace)
{
  HsHealthWindow *self;

  g_return_val_if_fail (HS_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (HS_TYPE_HEALTH_WINDOW, NULL);
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  hs_health_window_read (self);
  return GTK_WINDOW (self);
}
