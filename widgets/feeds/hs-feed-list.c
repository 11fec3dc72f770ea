/* hs-feed-list.c: the tree of feeds in the sidebar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-feed-list.h"

#include <glib/gi18n.h>

#include "hs-context-menu.h"
#include "hs-feed-row.h"
#include "hs-feed-tree.h"
#include "hs-template.h"

struct _HsFeedList
{
  GtkWidget parent_instance;

  GtkStack *stack;         /* (template) */
  GtkListView *view;       /* (template) */
  GtkPopover *menu;        /* (template) */

  HsFeedTree *tree;               /* (owned) (nullable) */
  GtkSingleSelection *selection;  /* (owned) (nullable) */
  HsFeedNode *menu_node;          /* (owned) (nullable): what the menu is about */
  gboolean silent;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HsFeedList, hs_feed_list, GTK_TYPE_WIDGET)

/* Returns: (transfer full) (nullable) */
static HsFeedNode *
hs_feed_list_get_selected (HsFeedList *self)
{
  GtkTreeListRow *row = self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;

  return row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
}

/* What an action is about: what the menu was opened on, else what is chosen.
 * Returns: (transfer full) (nullable) */
static HsFeedNode *
hs_feed_list_get_target (HsFeedList *self)
{
  if (self->menu_node != NULL)
    return g_object_ref (self->menu_node);
  return hs_feed_list_get_selected (self);
}

static void
selected_cb (HsFeedList *self)
{
  g_autoptr (HsFeedNode) node = hs_feed_list_get_selected (self);
  g_autofree char *query = NULL;

  if (node == NULL || self->silent)
    return;
  query = hs_feed_node_dup_query (node);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, query, hs_feed_node_get_title (node));
}

/* Enter and double click open and close a folder. */
static void
activate_cb (HsFeedList *self,
             guint       position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (row != NULL && gtk_tree_list_row_is_expandable (row))
    gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
}

/* --- moving by drag ------------------------------------------------------------ */

static guint
get_position (GListModel *siblings,
              HsFeedNode *node)
{
  for (guint i = 0; i < g_list_model_get_n_items (siblings); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (siblings, i);

      if ((gpointer) item == (gpointer) node)
        return i;
    }
  return 0;
}

static void
move_node (HsFeedList *self,
           HsFeedNode *node,
           gint64      folder,
           int         position)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.move-feed", "(bxxi)", hs_feed_node_get_is_folder (node),
                              hs_feed_node_get_id (node), folder, position);
}

/* On a folder: into it. On a feed: to where that stands. */
static void
dropped_cb (HsFeedList *self,
            HsFeedNode *node,
            HsFeedRow  *row)
{
  HsFeedNode *target = hs_feed_row_get_node (row);
  HsFeedNode *folder;
  GListModel *siblings;

  if (target == NULL)
    return;
  if (hs_feed_node_get_is_folder (target))
    {
      move_node (self, node, hs_feed_node_get_id (target), -1);
      return;
    }
  folder = hs_feed_tree_find (self->tree, TRUE, hs_feed_node_get_folder (target));
  siblings = folder != NULL ? hs_feed_node_get_children (folder) : G_LIST_MODEL (self->tree);
  move_node (self, node, hs_feed_node_get_folder (target), (int) get_position (siblings, target));
}

/* --- the menu ------------------------------------------------------------------- */

static void
hs_feed_list_update_actions (HsFeedList *self)
{
  g_autoptr (HsFeedNode) node = hs_feed_list_get_target (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "feeds.to-top",
                                 node != NULL && hs_feed_node_get_folder (node) != 0);
}

static void
hs_feed_list_popup (HsFeedList *self,
                    HsFeedRow  *row,
                    double      x,
                    double      y)
{
  GdkRectangle at = { .width = 1, .height = 1 };
  double list_x, list_y;

  if (!gtk_widget_translate_coordinates (GTK_WIDGET (row), GTK_WIDGET (self), x, y, &list_x, &list_y))
    return;
  g_set_object (&self->menu_node, hs_feed_row_get_node (row));
  hs_feed_list_update_actions (self);
  at.x = (int) list_x;
  at.y = (int) list_y;
  gtk_popover_set_pointing_to (self->menu, &at);
  /* the row that GTK makes for it has the keys */
  hs_context_menu_return_keys (self->menu, gtk_widget_get_parent (GTK_WIDGET (row)));
  gtk_popover_popup (self->menu);
}

static void
menu_cb (HsFeedList *self,
         double      x,
         double      y,
         HsFeedRow  *row)
{
  hs_feed_list_popup (self, row, x, y);
}

/* An action of the menu runs after it closed: forget then. */
static gboolean
forget_menu_node_cb (gpointer data)
{
  g_autoptr (HsFeedList) self = data;

  if (self->menu == NULL || !gtk_widget_get_visible (GTK_WIDGET (self->menu)))
    g_clear_object (&self->menu_node);
  return G_SOURCE_REMOVE;
}

static void
menu_closed_cb (HsFeedList *self)
{
  g_idle_add (forget_menu_node_cb, g_object_ref (self));
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  if (HS_IS_FEED_ROW (row))
    hs_feed_list_popup (HS_FEED_LIST (widget), HS_FEED_ROW (row), 24, gtk_widget_get_height (row));
}

/* --- actions --------------------------------------------------------------------- */

static void
collect_feeds (HsFeedNode      *node,
               GVariantBuilder *ids)
{
  GListModel *children = hs_feed_node_get_children (node);

  if (!hs_feed_node_get_is_folder (node))
    g_variant_builder_add (ids, "x", hs_feed_node_get_id (node));
  for (guint i = 0; children != NULL && i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (HsFeedNode) child = g_list_model_get_item (children, i);

      collect_feeds (child, ids);
    }
}

static void
refresh_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  g_autoptr (HsFeedNode) node = hs_feed_list_get_target (HS_FEED_LIST (widget));
  GVariantBuilder ids;

  if (node == NULL)
    return;
  g_variant_builder_init (&ids, G_VARIANT_TYPE ("ax"));
  collect_feeds (node, &ids);
  gtk_widget_activate_action_variant (widget, "win.refresh-feeds", g_variant_builder_end (&ids));
}

static void
mark_read_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  g_autoptr (HsFeedNode) node = hs_feed_list_get_target (HS_FEED_LIST (widget));
  g_autofree char *query = node != NULL ? hs_feed_node_dup_query (node) : NULL;

  if (query != NULL)
    gtk_widget_activate_action (widget, "win.mark-read-all-of", "s", query);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_autoptr (HsFeedNode) node = hs_feed_list_get_target (HS_FEED_LIST (widget));

  if (node == NULL)
    return;
  if (hs_feed_node_get_is_folder (node))
    gtk_widget_activate_action (widget, "win.rename-folder", "(xs)", hs_feed_node_get_id (node),
                                hs_feed_node_get_title (node));
  else
    gtk_widget_activate_action (widget, "win.feed-properties", "x", hs_feed_node_get_id (node));
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  g_autoptr (HsFeedNode) node = hs_feed_list_get_target (HS_FEED_LIST (widget));

  if (node != NULL)
    gtk_widget_activate_action (widget, "win.remove-feed", "(bxs)", hs_feed_node_get_is_folder (node),
                                hs_feed_node_get_id (node), hs_feed_node_get_title (node));
}

static void
to_top_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  g_autoptr (HsFeedNode) node = hs_feed_list_get_target (HS_FEED_LIST (widget));

  if (node != NULL)
    move_node (HS_FEED_LIST (widget), node, 0, -1);
}

/* --- rows ------------------------------------------------------------------------ */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  HsFeedList *self = HS_FEED_LIST (user_data);
  GtkWidget *row = hs_feed_row_new ();

  g_signal_connect_object (row, "menu", G_CALLBACK (menu_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  hs_feed_row_set_row (HS_FEED_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           gpointer                  user_data)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  if (row != NULL)
    hs_feed_row_set_row (HS_FEED_ROW (row), NULL);
}

static GListModel *
create_children (gpointer item,
                 gpointer user_data)
{
  GListModel *children = hs_feed_node_get_children (HS_FEED_NODE (item));

  return children != NULL ? g_object_ref (children) : NULL;
}

static void
items_changed_cb (HsFeedList *self)
{
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (G_LIST_MODEL (self->tree)) > 0 ? "tree"
                                                                                                          : "empty");
}

/* --- life ------------------------------------------------------------------------- */

static void
hs_feed_list_dispose (GObject *object)
{
  HsFeedList *self = HS_FEED_LIST (object);

  hs_feed_list_set_workspace (self, NULL);
  g_clear_object (&self->menu_node);
  hs_template_dispose (GTK_WIDGET (self), HS_TYPE_FEED_LIST);

  G_OBJECT_CLASS (hs_feed_list_parent_class)->dispose (object);
}

static void
hs_feed_list_class_init (HsFeedListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_feed_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-feed-list.ui");
  gtk_widget_class_bind_template_child (widget_class, HsFeedList, stack);
  gtk_widget_class_bind_template_child (widget_class, HsFeedList, view);
  gtk_widget_class_bind_template_child (widget_class, HsFeedList, menu);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "feeds.refresh", NULL, refresh_action);
  gtk_widget_class_install_action (widget_class, "feeds.mark-read", NULL, mark_read_action);
  gtk_widget_class_install_action (widget_class, "feeds.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "feeds.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "feeds.to-top", NULL, to_top_action);
  gtk_widget_class_install_action (widget_class, "feeds.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "feeds.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "feeds.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "feeds.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "feeds.menu", NULL);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", HS_TYPE_FEED_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
hs_feed_list_init (HsFeedList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb), self, G_CONNECT_SWAPPED);
}

/* @workspace: (nullable) */
void
hs_feed_list_set_workspace (HsFeedList  *self,
                            HsWorkspace *workspace)
{
  GtkTreeListModel *model;

  g_return_if_fail (HS_IS_FEED_LIST (self));

  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->tree);
  if (workspace == NULL)
    return;
  self->tree = hs_feed_tree_new (workspace);
  g_signal_connect_object (self->tree, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  model = gtk_tree_list_model_new (g_object_ref (G_LIST_MODEL (self->tree)), FALSE, TRUE, create_children, NULL, NULL);
  self->selection = g_object_new (GTK_TYPE_SINGLE_SELECTION, "autoselect", FALSE, "can-unselect", TRUE, "model", model,
                                  NULL);
  g_object_unref (model);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  items_changed_cb (self);
}

/**
 * hs_feed_list_unselect:
 * @self: the feeds
 *
 * Another part of the sidebar is chosen now; nothing is told.
 */
void
hs_feed_list_unselect (HsFeedList *self)
{
  g_return_if_fail (HS_IS_FEED_LIST (self));

  if (self->selection == NULL)
    return;
  self->silent = TRUE;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->silent = FALSE;
}

static gboolean
hs_feed_list_choose (HsFeedList *self,
                     HsFeedNode *wanted)
{
  GListModel *rows = gtk_single_selection_get_model (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);
      g_autoptr (HsFeedNode) node = gtk_tree_list_row_get_item (row);

      /* its rows come in right after it */
      if (hs_feed_node_get_is_folder (node) && hs_feed_node_get_unread (node) > 0)
        gtk_tree_list_row_set_expanded (row, TRUE);
      if (node != wanted)
        continue;
      gtk_single_selection_set_selected (self->selection, i);
      gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", i);
      return TRUE;
    }
  return FALSE;
}

/**
 * hs_feed_list_choose_unread:
 * @self: the feeds
 *
 * Chooses the next feed that has something unread, across folders, opening them.
 *
 * Returns: whether there is one
 */
gboolean
hs_feed_list_choose_unread (HsFeedList *self)
{
  g_autoptr (HsFeedNode) selected = NULL;
  HsFeedNode *next;

  g_return_val_if_fail (HS_IS_FEED_LIST (self), FALSE);

  if (self->tree == NULL)
    return FALSE;
  selected = hs_feed_list_get_selected (self);
  next = hs_feed_tree_next_unread (self->tree, selected);
  return next != NULL && next != selected && hs_feed_list_choose (self, next);
}
