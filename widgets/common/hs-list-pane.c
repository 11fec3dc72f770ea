/* hs-list-pane.c: a lazy list with its empty, waiting and failing states
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-list-pane.h"

#include <adwaita.h>

#include "hs-template.h"

struct _HsListPane
{
  GtkWidget parent_instance;

  GtkRevealer *error_revealer; /* (template) */
  GtkLabel *error_label;       /* (template) */
  GtkStack *stack;             /* (template) */
  GtkScrolledWindow *scroller; /* (template) */
  GtkListView *view;           /* (template) */
  AdwStatusPage *empty_page;   /* (template) */

  HsIdSelection *selection; /* (owned) */
  GType row_type;
  gboolean click_activates;

  gint64 top_id;     /* the first row in view before the rows were replaced */
  double top_offset; /* how far it was scrolled out of view */
  guint restore_source;
  gboolean replacing; /* rows are gone, their successors not here yet */
  gboolean silent; /* a selection made by the program, not the user */
  guint focus_tick;
  guint focus_frames; /* that were waited for it */
};

G_DEFINE_FINAL_TYPE (HsListPane, hs_list_pane, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* After so many frames the rows are where they will be. */
#define MAX_FOCUS_FRAMES 20

/* Rows are of one height, so a place in the list is a place on the scale. */
static double
hs_list_pane_get_row_height (HsListPane *self,
                             guint       n_rows)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  return n_rows > 0 ? gtk_adjustment_get_upper (adjustment) / n_rows : 0;
}

/* Kept all the time: when the rows are replaced it is too late to ask. */
static void
hs_list_pane_remember_top (HsListPane *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  double height = hs_list_pane_get_row_height (self, n_rows);
  double value = gtk_adjustment_get_value (adjustment);

  if (self->replacing || height <= 0)
    return;
  self->top_id = value > 0 ? hs_list_get_id (hs_id_selection_get_list (self->selection), (guint) (value / height)) : 0;
  self->top_offset = value - (guint) (value / height) * height;
}

static gboolean
hs_list_pane_restore_top (gpointer data)
{
  HsListPane *self = data;
  HsList *list = hs_id_selection_get_list (self->selection);
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint position;

  self->restore_source = 0;
  self->replacing = FALSE;
  if (self->top_id == 0)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  else if (list != NULL && hs_list_find (list, self->top_id, &position))
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller),
                              position * hs_list_pane_get_row_height (self, n_rows) + self->top_offset);
  return G_SOURCE_REMOVE;
}

/* --- the keys ---------------------------------------------------------------------- */

/* The list's own widget around the row, which is there only near what is in view. */
static GtkWidget *
hs_list_pane_find_row (HsListPane *self,
                       gint64      id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);
      HsItem *item = HS_IS_ROW (row) ? hs_row_get_item (HS_ROW (row)) : NULL;

      if (item != NULL && hs_item_get_id (item) == id && gtk_widget_get_mapped (child))
        return child;
    }
  return NULL;
}

/* The chosen row, else the first in view. */
static gint64
hs_list_pane_get_row_to_focus (HsListPane *self)
{
  HsList *list = hs_id_selection_get_list (self->selection);
  gint64 id = hs_id_selection_get_single (self->selection);
  guint position;

  if (list == NULL)
    return 0;
  if (id != 0 && hs_list_find (list, id, &position))
    return id;
  return self->top_id != 0 && hs_list_find (list, self->top_id, &position) ? self->top_id : hs_list_get_id (list, 0);
}

static gboolean
hs_list_pane_focus_row (HsListPane *self)
{
  gint64 id = hs_list_pane_get_row_to_focus (self);
  GtkWidget *row = id != 0 ? hs_list_pane_find_row (self, id) : NULL;

  return row != NULL && gtk_widget_grab_focus (row);
}

/* The pane itself has the keys while there is no row to have them: it does nothing with
 * them, where a button would be pressed. */
static void
hs_list_pane_hold_focus (HsListPane *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
focus_moved_cb (HsListPane              *self,
                GParamSpec              *pspec,
                GtkEventControllerFocus *controller)
{
  if (!gtk_event_controller_focus_is_focus (controller))
    gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

static gboolean
focus_tick_cb (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       user_data)
{
  HsListPane *self = HS_LIST_PANE (widget);

  if (gtk_widget_is_focus (widget) && !hs_list_pane_focus_row (self) && ++self->focus_frames < MAX_FOCUS_FRAMES)
    return G_SOURCE_CONTINUE;
  self->focus_tick = 0;
  return G_SOURCE_REMOVE;
}

/* Unless they went elsewhere meanwhile. */
static void
hs_list_pane_focus_soon (HsListPane *self)
{
  self->focus_frames = 0;
  if (self->focus_tick == 0)
    self->focus_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_tick_cb, NULL, NULL);
}

/* --- pages ------------------------------------------------------------------------- */

static void
hs_list_pane_update_page (HsListPane *self)
{
  HsList *list = hs_id_selection_get_list (self->selection);
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  const char *error = list != NULL ? hs_list_get_error (list) : NULL;

  gtk_label_set_label (self->error_label, error != NULL ? error : "");
  gtk_revealer_set_reveal_child (self->error_revealer, error != NULL);
  if (n_rows > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (list == NULL || hs_list_get_loading (list))
    gtk_stack_set_visible_child_name (self->stack, "loading");
  else
    gtk_stack_set_visible_child_name (self->stack, "empty");
  if (n_rows > 0 && !hs_list_get_loading (list) && gtk_widget_is_focus (GTK_WIDGET (self)))
    hs_list_pane_focus_soon (self);
}

static void
items_changed_cb (HsListPane *self,
                  guint       position,
                  guint       removed,
                  guint       added)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (hs_id_selection_get_list (self->selection) == NULL)
    return;
  if (removed > 0 && n_rows == 0)
    self->replacing = TRUE;
  /* who looks at the newest goes on looking at the newest; the view would go on
   * with the rows it shows */
  if (added > 0 && self->top_id == 0)
    self->replacing = TRUE;
  if (added > 0 && self->replacing && self->restore_source == 0)
    self->restore_source = g_timeout_add (30, hs_list_pane_restore_top, self);
  if (n_rows > 0 || !hs_list_get_loading (hs_id_selection_get_list (self->selection)))
    hs_list_pane_update_page (self);
}

static void
selection_changed_cb (HsListPane *self)
{
  gint64 id = hs_id_selection_get_single (self->selection);

  if (id != 0 && !self->silent && !hs_id_selection_get_several (self->selection))
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, id);
}

static void
activate_cb (HsListPane *self,
             guint       position)
{
  HsList *list = hs_id_selection_get_list (self->selection);
  gint64 id = list != NULL ? hs_list_get_id (list, position) : 0;

  if (id != 0)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, id);
}

static void
row_clicked_cb (HsListPane *self,
                HsRow      *row)
{
  HsItem *item = hs_row_get_item (row);

  if (self->click_activates && item != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, hs_item_get_id (item));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          HsListPane               *self)
{
  GtkWidget *row = g_object_new (self->row_type, NULL);

  hs_row_set_selection (HS_ROW (row), self->selection);
  g_signal_connect_object (row, "clicked", G_CALLBACK (row_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         HsListPane               *self)
{
  hs_row_set_item (HS_ROW (gtk_list_item_get_child (list_item)), HS_ITEM (gtk_list_item_get_item (list_item)));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           HsListPane               *self)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);

  if (row != NULL)
    hs_row_set_item (HS_ROW (row), NULL);
}

static void
hs_list_pane_dispose (GObject *object)
{
  HsListPane *self = HS_LIST_PANE (object);

  g_clear_handle_id (&self->restore_source, g_source_remove);
  if (self->focus_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->focus_tick);
  self->focus_tick = 0;
  if (self->selection != NULL)
    hs_list_pane_set_list (self, NULL);
  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  hs_template_dispose (GTK_WIDGET (self), HS_TYPE_LIST_PANE);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (hs_list_pane_parent_class)->dispose (object);
}

static void
hs_list_pane_class_init (HsListPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_list_pane_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-list-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, HsListPane, error_revealer);
  gtk_widget_class_bind_template_child (widget_class, HsListPane, error_label);
  gtk_widget_class_bind_template_child (widget_class, HsListPane, stack);
  gtk_widget_class_bind_template_child (widget_class, HsListPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, HsListPane, view);
  gtk_widget_class_bind_template_child (widget_class, HsListPane, empty_page);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", HS_TYPE_LIST_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", HS_TYPE_LIST_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
hs_list_pane_init (HsListPane *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (focus, "notify::is-focus", G_CALLBACK (focus_moved_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  self->selection = hs_id_selection_new ();
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed",
                           G_CALLBACK (hs_list_pane_remember_top), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
}

/**
 * hs_list_pane_new:
 * @row_type: a subclass of #HsRow
 * @label: what the list is, for a screen reader
 */
GtkWidget *
hs_list_pane_new (GType       row_type,
                  const char *label)
{
  HsListPane *self;
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_return_val_if_fail (g_type_is_a (row_type, HS_TYPE_ROW), NULL);

  self = g_object_new (HS_TYPE_LIST_PANE, NULL);
  self->row_type = row_type;
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  /* Connected after the view: its rows are already the new ones. */
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return GTK_WIDGET (self);
}

/* @list: (nullable) */
void
hs_list_pane_set_list (HsListPane *self,
                       HsList     *list)
{
  HsList *before;

  g_return_if_fail (HS_IS_LIST_PANE (self));

  before = hs_id_selection_get_list (self->selection);
  if (before == list)
    return;
  if (before != NULL)
    g_signal_handlers_disconnect_by_func (before, hs_list_pane_update_page, self);
  self->top_id = 0;
  hs_id_selection_set_list (self->selection, list);
  if (list == NULL)
    return;
  g_signal_connect_object (list, "notify::loading", G_CALLBACK (hs_list_pane_update_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::error", G_CALLBACK (hs_list_pane_update_page), self, G_CONNECT_SWAPPED);
  hs_list_pane_update_page (self);
}

/**
 * hs_list_pane_get_list:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): what it shows
 */
HsList *
hs_list_pane_get_list (HsListPane *self)
{
  g_return_val_if_fail (HS_IS_LIST_PANE (self), NULL);

  return hs_id_selection_get_list (self->selection);
}

/**
 * hs_list_pane_get_selection:
 * @self: a pane
 *
 * Returns: (transfer none): what is selected of it
 */
HsIdSelection *
hs_list_pane_get_selection (HsListPane *self)
{
  g_return_val_if_fail (HS_IS_LIST_PANE (self), NULL);

  return self->selection;
}

/* What is shown, and said, when there are no rows. */
void
hs_list_pane_set_empty (HsListPane *self,
                        const char *icon_name,
                        const char *title,
                        const char *description)
{
  g_return_if_fail (HS_IS_LIST_PANE (self));

  adw_status_page_set_icon_name (self->empty_page, icon_name);
  adw_status_page_set_title (self->empty_page, title);
  adw_status_page_set_description (self->empty_page, description);
}

/**
 * hs_list_pane_set_click_activates:
 * @self: a pane
 * @activates: whether one click opens a row
 */
void
hs_list_pane_set_click_activates (HsListPane *self,
                                  gboolean    activates)
{
  g_return_if_fail (HS_IS_LIST_PANE (self));

  self->click_activates = activates;
}

/* The next rows that come answer another question: they start at the top. */
void
hs_list_pane_reset_scroll (HsListPane *self)
{
  g_return_if_fail (HS_IS_LIST_PANE (self));

  self->top_id = 0;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/* Selects @id (0: nothing) without telling, and shows it. */
void
hs_list_pane_select (HsListPane *self,
                     gint64      id)
{
  g_return_if_fail (HS_IS_LIST_PANE (self));

  self->silent = TRUE;
  hs_id_selection_select_only (self->selection, id);
  self->silent = FALSE;
  if (id != 0)
    hs_list_pane_scroll_to (self, id);
}

/**
 * hs_list_pane_scroll_to:
 * @self: a pane
 * @id: of an item
 *
 * Brings its row into view; nothing where the list does not have it.
 */
void
hs_list_pane_scroll_to (HsListPane *self,
                        gint64      id)
{
  HsList *list;
  guint position;

  g_return_if_fail (HS_IS_LIST_PANE (self));

  list = hs_id_selection_get_list (self->selection);
  if (list != NULL && hs_list_find (list, id, &position))
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

/* The id @step rows away from @id, or the first when @id is not in the list;
 * 0 when there is none. */
gint64
hs_list_pane_get_neighbour (HsListPane *self,
                            gint64      id,
                            int         step)
{
  HsList *list;
  guint position;

  g_return_val_if_fail (HS_IS_LIST_PANE (self), 0);

  list = hs_id_selection_get_list (self->selection);
  if (list == NULL)
    return 0;
  if (id == 0 || !hs_list_find (list, id, &position))
    return hs_list_get_id (list, 0);
  if (step < 0 && position < (guint) -step)
    return 0;
  return hs_list_get_id (list, position + step);
}

/**
 * hs_list_pane_focus:
 * @self: a pane
 *
 * Gives the keys to the row that is chosen, else to the first in view; where rows are still
 * to come, once they are there.
 */
void
hs_list_pane_focus (HsListPane *self)
{
  HsList *list;
  gint64 id;

  g_return_if_fail (HS_IS_LIST_PANE (self));

  list = hs_id_selection_get_list (self->selection);
  if (list != NULL && !hs_list_get_loading (list) && hs_list_pane_focus_row (self))
    return;
  hs_list_pane_hold_focus (self);
  id = hs_list_pane_get_row_to_focus (self);
  if (id == 0 || hs_list_get_loading (list))
    return;
  hs_list_pane_scroll_to (self, id);
  hs_list_pane_focus_soon (self);
}
