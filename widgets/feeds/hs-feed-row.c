/* hs-feed-row.c: a feed or folder in the sidebar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-feed-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hs-icon.h"
#include "hs-template.h"

struct _HsFeedRow
{
  GtkWidget parent_instance;

  GtkTreeExpander *expander; /* (template) */
  GtkImage *icon;            /* (template) */
  GtkLabel *title;           /* (template) */
  GtkWidget *health;         /* (template) */
  GtkLabel *count;           /* (template) */

  HsFeedNode *node;          /* (owned) (nullable) */
};

enum
{
  SIGNAL_MENU,
  SIGNAL_DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HsFeedRow, hs_feed_row, GTK_TYPE_WIDGET)

static const char *
get_trouble (HsFeedHealthKind health)
{
  switch (health)
    {
    case HS_FEED_FAILING:
      return _("The last answers were errors");
    case HS_FEED_GONE:
      return _("Gone: not asked any more");
    case HS_FEED_WAITING:
    case HS_FEED_OK:
    default:
      return NULL;
    }
}

/* An address stands for a title that is not known yet: its end tells more. */
static const char *
get_title (HsFeedNode *node)
{
  const char *title = hs_feed_node_get_title (node);
  const char *rest = strstr (title, "://");

  return rest != NULL && g_strcmp0 (title, hs_feed_node_get_url (node)) == 0 ? rest + 3 : title;
}

/* What a screen reader says of the row. */
static char *
hs_feed_row_describe (HsFeedRow *self)
{
  const char *trouble = get_trouble (hs_feed_node_get_health (self->node));
  guint unread = hs_feed_node_get_unread (self->node);
  g_autofree char *count = g_strdup_printf (_("%u unread"), unread);

  return g_strconcat (hs_feed_node_get_title (self->node), ", ",
                      hs_feed_node_get_is_folder (self->node) ? _("Folder") : _("Feed"), ", ", count,
                      trouble != NULL ? ", " : NULL, trouble, NULL);
}

static void
hs_feed_row_update (HsFeedRow *self)
{
  g_autofree char *count = NULL;
  g_autofree char *label = NULL;
  const char *trouble;
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  gboolean folder;

  if (self->node == NULL)
    return;
  folder = hs_feed_node_get_is_folder (self->node);
  trouble = get_trouble (hs_feed_node_get_health (self->node));
  count = hs_feed_node_get_unread (self->node) > 0 ? g_strdup_printf ("%'u", hs_feed_node_get_unread (self->node))
                                                   : g_strdup ("");
  hs_icon_show (self->icon, folder ? NULL : hs_feed_node_get_icon (self->node),
                folder ? "folder-symbolic" : "hearsay-feed-symbolic");
  gtk_label_set_label (self->title, get_title (self->node));
  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (self->health, trouble != NULL && !folder);
  gtk_widget_set_tooltip_text (self->health, trouble);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), hs_feed_node_get_title (self->node));
  label = hs_feed_row_describe (self);
  /* list items of 4.8 have no name of their own */
  gtk_accessible_update_property (GTK_ACCESSIBLE (parent != NULL ? parent : GTK_WIDGET (self)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
menu_pressed_cb (HsFeedRow *self,
                 int        n,
                 double     x,
                 double     y)
{
  g_signal_emit (self, signals[SIGNAL_MENU], 0, x, y);
}

/* Where the sidebar lies over the list, who clicked wants to see that. */
static void
clicked_cb (HsFeedRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.leave-sidebar", NULL);
}

static GdkContentProvider *
drag_prepare_cb (HsFeedRow *self)
{
  return self->node != NULL ? gdk_content_provider_new_typed (HS_TYPE_FEED_NODE, self->node) : NULL;
}

static gboolean
drop_cb (HsFeedRow    *self,
         const GValue *value)
{
  HsFeedNode *node = g_value_get_object (value);

  if (node == NULL || node == self->node || self->node == NULL)
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_DROPPED], 0, node);
  return TRUE;
}

static void
hs_feed_row_dispose (GObject *object)
{
  HsFeedRow *self = HS_FEED_ROW (object);

  hs_feed_row_set_row (self, NULL);
  hs_template_dispose (GTK_WIDGET (self), HS_TYPE_FEED_ROW);

  G_OBJECT_CLASS (hs_feed_row_parent_class)->dispose (object);
}

static void
hs_feed_row_class_init (HsFeedRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_feed_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-feed-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HsFeedRow, expander);
  gtk_widget_class_bind_template_child (widget_class, HsFeedRow, icon);
  gtk_widget_class_bind_template_child (widget_class, HsFeedRow, title);
  gtk_widget_class_bind_template_child (widget_class, HsFeedRow, health);
  gtk_widget_class_bind_template_child (widget_class, HsFeedRow, count);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_prepare_cb);
  signals[SIGNAL_MENU] = g_signal_new ("menu", HS_TYPE_FEED_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                       G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[SIGNAL_DROPPED] = g_signal_new ("dropped", HS_TYPE_FEED_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, HS_TYPE_FEED_NODE);
}

static void
hs_feed_row_init (HsFeedRow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (HS_TYPE_FEED_NODE, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * hs_feed_row_new:
 * Returns: (transfer floating): a row without a feed or folder
 */
GtkWidget *
hs_feed_row_new (void)
{
  return g_object_new (HS_TYPE_FEED_ROW, NULL);
}

/**
 * hs_feed_row_set_row:
 * @self: a row
 * @row: (nullable): the row of a tree that holds a #HsFeedNode
 *
 * Shows it, and follows what changes of it.
 */
void
hs_feed_row_set_row (HsFeedRow      *self,
                     GtkTreeListRow *row)
{
  g_return_if_fail (HS_IS_FEED_ROW (self));

  if (self->node != NULL)
    g_signal_handlers_disconnect_by_func (self->node, hs_feed_row_update, self);
  g_clear_object (&self->node);
  if (self->expander != NULL)
    gtk_tree_expander_set_list_row (self->expander, row);
  if (row == NULL)
    return;
  self->node = HS_FEED_NODE (gtk_tree_list_row_get_item (row));
  g_signal_connect_object (self->node, "notify", G_CALLBACK (hs_feed_row_update), self, G_CONNECT_SWAPPED);
  hs_feed_row_update (self);
}

/**
 * hs_feed_row_get_node:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the feed or folder that is shown
 */
HsFeedNode *
hs_feed_row_get_node (HsFeedRow *self)
{
  g_return_val_if_fail (HS_IS_FEED_ROW (self), NULL);

  return self->node;
}
