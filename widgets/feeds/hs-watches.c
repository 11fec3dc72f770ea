/* hs-watches.c: the watches in the sidebar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-watches.h"

#include <glib/gi18n.h>

#include "hs-context-menu.h"
#include "hs-template.h"
#include "hs-watch-dialog.h"
#include "hs-workspace-feeds.h"

struct _HsWatches
{
  GtkWidget parent_instance;

  GtkListBox *list;      /* (template) */
  GtkPopover *menu;      /* (template) */

  HsWorkspace *workspace;  /* (owned) (nullable) */
  HsWatchList *watches;    /* (owned) (nullable) */
  HsWatchItem *menu_watch; /* (owned) (nullable): what the menu is about */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HsWatches, hs_watches, GTK_TYPE_WIDGET)

static HsWatchItem *
get_watch (HsWatches     *self,
           GtkListBoxRow *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "watch") : NULL;
}

static void
row_activated_cb (HsWatches     *self,
                  GtkListBoxRow *row)
{
  HsWatchItem *watch = get_watch (self, row);

  if (watch == NULL)
    return;
  /* a watch is a search: another would stand in its way, unseen */
  gtk_widget_activate_action (GTK_WIDGET (self), "win.clear-search", NULL);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, hs_watch_item_get_query (watch), hs_watch_item_get_title (watch));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.leave-sidebar", NULL);
}

/* --- rows ------------------------------------------------------------------------ */

static void
update_row (HsWatchItem *watch,
            GParamSpec  *pspec,
            GtkWidget   *row)
{
  GtkLabel *title = g_object_get_data (G_OBJECT (row), "title");
  GtkLabel *count = g_object_get_data (G_OBJECT (row), "count");
  guint unread = hs_watch_item_get_unread (watch);
  g_autofree char *number = unread >= 1000 ? g_strdup (_("1000+")) : g_strdup_printf ("%u", unread);
  g_autofree char *label = g_strdup_printf (_("%s, Watch, %s unread"), hs_watch_item_get_title (watch), number);

  gtk_label_set_label (title, hs_watch_item_get_title (watch));
  gtk_label_set_label (count, unread > 0 ? number : "");
  gtk_widget_set_tooltip_text (row, hs_watch_item_get_query (watch));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
hs_watches_popup (HsWatches *self,
                  GtkWidget *row,
                  double     x,
                  double     y)
{
  GdkRectangle at = { .width = 1, .height = 1 };
  double here_x, here_y;

  if (!gtk_widget_translate_coordinates (row, GTK_WIDGET (self), x, y, &here_x, &here_y))
    return;
  g_set_object (&self->menu_watch, get_watch (self, GTK_LIST_BOX_ROW (row)));
  at.x = (int) here_x;
  at.y = (int) here_y;
  gtk_popover_set_pointing_to (self->menu, &at);
  hs_context_menu_return_keys (self->menu, row);
  gtk_popover_popup (self->menu);
}

static void
menu_pressed_cb (HsWatches       *self,
                 int              n,
                 double           x,
                 double           y,
                 GtkGestureClick *gesture)
{
  hs_watches_popup (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), x, y);
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  HsWatchItem *watch = HS_WATCH_ITEM (item);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "caption");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("hearsay-watch-symbolic"));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "watch", g_object_ref (watch), g_object_unref);
  g_object_set_data (G_OBJECT (row), "title", title);
  g_object_set_data (G_OBJECT (row), "count", count);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (gesture, "pressed", G_CALLBACK (menu_pressed_cb), user_data, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (gesture));
  g_signal_connect_object (watch, "notify", G_CALLBACK (update_row), row, 0);
  update_row (watch, NULL, row);
  return row;
}

/* --- actions ---------------------------------------------------------------------- */

/* What the menu was opened on, else what has the focus or is chosen. */
static HsWatchItem *
hs_watches_get_target (HsWatches *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (self->menu_watch != NULL)
    return self->menu_watch;
  if (GTK_IS_LIST_BOX_ROW (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return get_watch (self, GTK_LIST_BOX_ROW (focus));
  return get_watch (self, gtk_list_box_get_selected_row (self->list));
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (HsWatches) self = user_data;
  g_autoptr (GError) error = NULL;

  if (hs_workspace_edit_finish (HS_WORKSPACE (source), result, &error) < 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", error->message);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  HsWatches *self = HS_WATCHES (widget);
  HsWatchItem *watch = hs_watches_get_target (self);

  if (watch != NULL)
    hs_workspace_remove_watch (self->workspace, hs_watch_item_get_id (watch), removed_cb, g_object_ref (self));
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  HsWatches *self = HS_WATCHES (widget);
  HsWatchItem *watch = hs_watches_get_target (self);
  GtkWindow *dialog;

  if (watch == NULL)
    return;
  dialog = hs_watch_dialog_new_for (self->workspace, watch);
  gtk_window_set_transient_for (dialog, GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (dialog);
}

static void
mark_read_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  HsWatchItem *watch = hs_watches_get_target (HS_WATCHES (widget));

  if (watch != NULL)
    gtk_widget_activate_action (widget, "win.mark-read-all-of", "s", hs_watch_item_get_query (watch));
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (GTK_IS_LIST_BOX_ROW (focus))
    hs_watches_popup (HS_WATCHES (widget), focus, 24, gtk_widget_get_height (focus));
}

/* An action of the menu runs after it closed: forget then. */
static gboolean
forget_cb (gpointer data)
{
  g_autoptr (HsWatches) self = data;

  if (self->menu == NULL || !gtk_widget_get_visible (GTK_WIDGET (self->menu)))
    g_clear_object (&self->menu_watch);
  return G_SOURCE_REMOVE;
}

static void
menu_closed_cb (HsWatches *self)
{
  g_idle_add (forget_cb, g_object_ref (self));
}

/* --- life --------------------------------------------------------------------------- */

static void
hs_watches_dispose (GObject *object)
{
  HsWatches *self = HS_WATCHES (object);

  hs_watches_set_workspace (self, NULL);
  g_clear_object (&self->menu_watch);
  hs_template_dispose (GTK_WIDGET (self), HS_TYPE_WATCHES);

  G_OBJECT_CLASS (hs_watches_parent_class)->dispose (object);
}

static void
hs_watches_class_init (HsWatchesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_watches_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-watches.ui");
  gtk_widget_class_bind_template_child (widget_class, HsWatches, list);
  gtk_widget_class_bind_template_child (widget_class, HsWatches, menu);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "watches.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "watches.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "watches.mark-read", NULL, mark_read_action);
  gtk_widget_class_install_action (widget_class, "watches.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "watches.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "watches.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "watches.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "watches.menu", NULL);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", HS_TYPE_WATCHES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
hs_watches_init (HsWatches *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb), self, G_CONNECT_SWAPPED);
}

/* @workspace: (nullable) */
void
hs_watches_set_workspace (HsWatches   *self,
                          HsWorkspace *workspace)
{
  g_return_if_fail (HS_IS_WATCHES (self));

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->watches);
  g_set_object (&self->workspace, workspace);
  if (workspace == NULL)
    return;
  self->watches = hs_watch_list_new (workspace);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->watches), create_row_cb, self, NULL);
}

/**
 * hs_watches_unselect:
 * @self: the watches
 *
 * Another part of the sidebar is chosen now.
 */
void
hs_watches_unselect (HsWatches *self)
{
  g_return_if_fail (HS_IS_WATCHES (self));

  gtk_list_box_unselect_all (self->list);
}
