/* hs-sidebar.c: the sections, each with its number
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-sidebar.h"

#include <glib/gi18n.h>

#include "hs-feed-list.h"
#include "hs-template.h"
#include "hs-workspace-names.h"
#include "hs-watches.h"

struct _HsSidebar
{
  GtkWidget parent_instance;

  GtkListBox *list;   /* (template) */
  HsFeedList *feeds;  /* (template) */
  HsWatches *watches; /* (template) */

  HsWorkspace *workspace;           /* (owned) (nullable) */
  GtkListBoxRow *rows[HS_N_SECTIONS]; /* (unowned): children of the list */
  GtkLabel *counts[HS_N_SECTIONS];    /* (unowned): children of the rows */
  GtkListBoxRow *proposals_row;       /* (unowned): after the sections */
  GtkListBoxRow *listed_row;          /* (unowned) (nullable): what is listed; NULL: a feed or a watch */
  GtkLabel *proposals_count;          /* (unowned) */
  guint count_source;                 /* proposals are counted soon */
};

enum
{
  SIGNAL_SCOPE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HsSidebar, hs_sidebar, GTK_TYPE_WIDGET)

static void
hs_sidebar_update_counts (HsSidebar *self)
{
  for (guint i = 0; i < HS_N_SECTIONS; i++)
    {
      guint n = 0;
      g_autofree char *text = NULL;
      g_autofree char *label = NULL;

      if (self->workspace != NULL)
        g_object_get (self->workspace, hs_section_get_counter (i), &n, NULL);
      text = n > 0 ? g_strdup_printf ("%'u", n) : g_strdup ("");
      label = g_strdup_printf ("%s, %u", hs_section_get_title (i), n);
      gtk_label_set_label (self->counts[i], text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
}

static void
row_activated_cb (HsSidebar     *self,
                  GtkListBoxRow *row)
{
  if (row == self->proposals_row)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-proposals", NULL);
      return;
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "win.section", "s",
                              hs_section_get_nick (gtk_list_box_row_get_index (row)));
}

static void
row_selected_cb (HsSidebar     *self,
                 GtkListBoxRow *row)
{
  if (row != self->proposals_row)
    self->listed_row = row;
}

static void
feed_chosen_cb (HsSidebar  *self,
                const char *query,
                const char *title)
{
  gtk_list_box_unselect_all (self->list);
  hs_watches_unselect (self->watches);
  g_signal_emit (self, signals[SIGNAL_SCOPE], 0, query, title);
}

static void
watch_chosen_cb (HsSidebar  *self,
                 const char *query,
                 const char *title)
{
  gtk_list_box_unselect_all (self->list);
  hs_feed_list_unselect (self->feeds);
  g_signal_emit (self, signals[SIGNAL_SCOPE], 0, query, title);
}

static GtkListBoxRow *
hs_sidebar_add_row (HsSidebar   *self,
                    const char  *icon_name,
                    const char  *name,
                    GtkLabel   **count_label)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);
  GtkWidget *title = gtk_label_new (name);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "caption");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_append (self->list, row);
  *count_label = GTK_LABEL (count);
  return GTK_LIST_BOX_ROW (row);
}

static void
hs_sidebar_add_section (HsSidebar *self,
                        HsSection  section)
{
  self->rows[section] = hs_sidebar_add_row (self, hs_section_get_icon (section), hs_section_get_title (section),
                                            &self->counts[section]);
}

/* --- what waits for an answer ---------------------------------------------------- */

#define MAX_COUNTED 9999
/* An import changes something many times a second. */
#define COUNT_MSEC 400

static void
proposals_counted_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (HsSidebar) self = user_data;
  g_autoptr (GError) error = NULL;
  int n = hs_workspace_count_proposals_finish (HS_WORKSPACE (source), result, &error);
  g_autofree char *text = n > 0 ? g_strdup_printf ("%'d", n) : g_strdup ("");
  g_autofree char *label = g_strdup_printf ("%s, %d", _("Proposals"), MAX (n, 0));

  if (n < 0 || self->list == NULL)
    return;
  gtk_label_set_label (self->proposals_count, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->proposals_row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static gboolean
count_cb (gpointer data)
{
  HsSidebar *self = data;

  self->count_source = 0;
  if (self->workspace != NULL)
    hs_workspace_count_proposals_async (self->workspace, MAX_COUNTED, NULL, proposals_counted_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
changed_cb (HsSidebar *self,
            guint      what)
{
  if ((what & HS_CHANGE_ENTITIES) != 0 && self->count_source == 0)
    self->count_source = g_timeout_add (COUNT_MSEC, count_cb, self);
}

static void
hs_sidebar_dispose (GObject *object)
{
  HsSidebar *self = HS_SIDEBAR (object);

  g_clear_handle_id (&self->count_source, g_source_remove);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_clear_object (&self->workspace);
  hs_template_dispose (GTK_WIDGET (self), HS_TYPE_SIDEBAR);

  G_OBJECT_CLASS (hs_sidebar_parent_class)->dispose (object);
}

static void
hs_sidebar_class_init (HsSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (HS_TYPE_FEED_LIST);
  g_type_ensure (HS_TYPE_WATCHES);
  G_OBJECT_CLASS (klass)->dispose = hs_sidebar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, HsSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, HsSidebar, feeds);
  gtk_widget_class_bind_template_child (widget_class, HsSidebar, watches);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, feed_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, watch_chosen_cb);
  signals[SIGNAL_SCOPE] = g_signal_new ("scope", HS_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                        2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
hs_sidebar_init (HsSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < HS_N_SECTIONS; i++)
    hs_sidebar_add_section (self, i);
  self->proposals_row = hs_sidebar_add_row (self, "view-dual-symbolic", _("Proposals"), &self->proposals_count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->proposals_row), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Proposals"),
                                  -1);
  hs_sidebar_update_counts (self);
}

/* @workspace: (nullable) */
void
hs_sidebar_set_workspace (HsSidebar   *self,
                          HsWorkspace *workspace)
{
  g_return_if_fail (HS_IS_SIDEBAR (self));

  if (self->workspace == workspace)
    return;
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_set_object (&self->workspace, workspace);
  if (workspace != NULL)
    {
      g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      changed_cb (self, HS_CHANGE_ENTITIES);
    }
  hs_feed_list_set_workspace (self->feeds, workspace);
  hs_watches_set_workspace (self->watches, workspace);
  for (guint i = 0; workspace != NULL && i < HS_N_SECTIONS; i++)
    {
      g_autofree char *signal = g_strconcat ("notify::", hs_section_get_counter (i), NULL);

      g_signal_connect_object (workspace, signal, G_CALLBACK (hs_sidebar_update_counts), self, G_CONNECT_SWAPPED);
    }
  hs_sidebar_update_counts (self);
}

/**
 * hs_sidebar_set_section:
 * @self: a sidebar
 * @section: what is listed
 *
 * Selects its row, and no feed or watch.
 */
void
hs_sidebar_set_section (HsSidebar *self,
                        HsSection  section)
{
  g_return_if_fail (HS_IS_SIDEBAR (self));
  g_return_if_fail ((guint) section < HS_N_SECTIONS);

  hs_feed_list_unselect (self->feeds);
  hs_watches_unselect (self->watches);
  gtk_list_box_select_row (self->list, self->rows[section]);
}

/**
 * hs_sidebar_show_proposals:
 * @self: a sidebar
 * @shown: whether the proposals are what is shown beside the list
 *
 * Selects their row, or what is listed again.
 */
void
hs_sidebar_show_proposals (HsSidebar *self,
                           gboolean   shown)
{
  g_return_if_fail (HS_IS_SIDEBAR (self));

  if (shown)
    gtk_list_box_select_row (self->list, self->proposals_row);
  else if (gtk_list_box_get_selected_row (self->list) == self->proposals_row)
    gtk_list_box_select_row (self->list, self->listed_row);
}

/* The row that is chosen, of whichever list in @top. */
static GtkWidget *
find_chosen (GtkWidget *top)
{
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (gtk_widget_get_mapped (child) && gtk_widget_get_focusable (child)
          && (gtk_widget_get_state_flags (child) & GTK_STATE_FLAG_SELECTED) != 0)
        return child;
      found = find_chosen (child);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * hs_sidebar_focus:
 * @self: a sidebar
 *
 * Gives the keys to the row that is chosen, else to the first.
 */
void
hs_sidebar_focus (HsSidebar *self)
{
  GtkWidget *chosen;

  g_return_if_fail (HS_IS_SIDEBAR (self));

  chosen = find_chosen (GTK_WIDGET (self));
  gtk_widget_grab_focus (chosen != NULL ? chosen : GTK_WIDGET (self->rows[0]));
}

/**
 * hs_sidebar_choose_unread:
 * @self: a sidebar
 *
 * When a feed is chosen: chooses the next that has something unread.
 *
 * Returns: whether there is one
 */
gboolean
hs_sidebar_choose_unread (HsSidebar *self)
{
  g_return_val_if_fail (HS_IS_SIDEBAR (self), FALSE);

  return hs_feed_list_choose_unread (self->feeds);
}
