/* hs-origin-view.c: where a story comes from: drawn, as a table, and decided
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-origin-view.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "hs-desk-decide.h"
#include "hs-format.h"
#include "hs-link-card.h"

struct _HsOriginView
{
  GtkWidget parent_instance;

  GtkWidget *box;           /* (unowned): child */
  GtkStack *stack;          /* (unowned): child */
  HsOriginGraph *graph;     /* (unowned): child */
  GtkColumnView *table;     /* (unowned): child */
  GtkStringList *rows;      /* (owned): indices of links */
  HsLinkCard *card;         /* (unowned): child */
  GtkMenuButton *draw;      /* (unowned): child */
  GtkDropDown *draw_from;   /* (unowned): child */
  GtkDropDown *draw_to;     /* (unowned): child */
  GtkEntry *draw_reason;    /* (unowned): child */
  GArray *sources;          /* (owned) (element-type guint): nodes a link can be drawn from */
  GArray *targets;          /* (owned) (element-type guint): and to */

  HsWorkspace *workspace;   /* (owned) (nullable) */
  HsStoryDesk *desk;        /* (owned) (nullable) */
  HsShow show;              /* what the table has rows for */
};

G_DEFINE_FINAL_TYPE (HsOriginView, hs_origin_view, GTK_TYPE_WIDGET)

static void
shown_cb (HsOriginView *self,
          gboolean      is_link,
          guint         index)
{
  if (is_link)
    hs_link_card_show_link (self->card, self->desk, index);
  else
    hs_link_card_show_node (self->card, self->desk, index);
}

static void
open_link (HsOriginView *self,
           guint         index)
{
  const HsDeskLink *link = g_ptr_array_index (self->desk->links, index);
  const HsDeskNode *to = g_ptr_array_index (self->desk->nodes, link->to);

  if (link->evidence->len > 0)
    {
      const HsOccurrence *words = g_ptr_array_index (link->evidence, 0);

      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-words", "(xuu)", words->article, words->span.start,
                                  words->span.end);
    }
  else if (to->kind == HS_DESK_ARTICLE)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-article", "x", to->id);
}

static void
opened_cb (HsOriginView *self,
           gboolean      is_link,
           guint         index)
{
  const HsDeskNode *node;

  if (is_link)
    {
      open_link (self, index);
      return;
    }
  node = g_ptr_array_index (self->desk->nodes, index);
  if (node->kind == HS_DESK_ARTICLE || node->kind == HS_DESK_BEGINNING)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-article", "x", node->id);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-entity", "x", node->id);
}

/* --- the table ------------------------------------------------------------------------ */

enum
{
  COLUMN_FROM,
  COLUMN_TO,
  COLUMN_MANNER,
  COLUMN_WORDS,
  COLUMN_DECIDED,
  N_COLUMNS
};

static char *
cell_text (HsStoryDesk *desk,
           guint        index,
           int          column)
{
  static const char * const manners[] = { N_("stated"), N_("carried"), N_("implied") };
  static const char * const decided[] = { N_("the program"), N_("you: confirmed"), N_("you: drawn"), N_("you: cut") };
  const HsDeskLink *link = g_ptr_array_index (desk->links, index);
  const HsDeskNode *to = g_ptr_array_index (desk->nodes, link->to);
  g_autofree char *by = NULL;

  switch (column)
    {
    case COLUMN_FROM:
      return g_strdup (((HsDeskNode *) g_ptr_array_index (desk->nodes, link->from))->name);
    case COLUMN_TO:
      return to->detail != NULL ? g_strdup_printf ("%s: %s", to->name, to->detail) : g_strdup (to->name);
    case COLUMN_MANNER:
      return g_strdup (link->decided == HS_DECIDED_CUT || link->decided == HS_DECIDED_DRAWN ? "–"
                                                                                            : _(manners[link->manner]));
    case COLUMN_WORDS:
      return link->evidence->len > 0
               ? hs_format_squash (((HsOccurrence *) g_ptr_array_index (link->evidence, 0))->words, 80)
               : g_strdup ("–");
    case COLUMN_DECIDED:
    default:
      return link->reason != NULL ? g_strdup_printf ("%s (%s)", _(decided[link->decided]), link->reason)
                                  : g_strdup (_(decided[link->decided]));
    }
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         HsOriginView             *self)
{
  guint index = atoi (gtk_string_object_get_string (gtk_list_item_get_item (item)));
  int column = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "column"));
  g_autofree char *text = self->desk != NULL && index < self->desk->links->len ? cell_text (self->desk, index, column)
                                                                               : NULL;

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text != NULL ? text : "");
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), text);
}

static void
selected_cb (HsOriginView       *self,
             GParamSpec         *pspec,
             GtkSingleSelection *selection)
{
  GtkStringObject *row = gtk_single_selection_get_selected_item (selection);

  if (row != NULL && self->desk != NULL)
    hs_link_card_show_link (self->card, self->desk, atoi (gtk_string_object_get_string (row)));
}

static void
activated_cb (HsOriginView *self,
              guint         position)
{
  const char *index = gtk_string_list_get_string (self->rows, position);

  if (index != NULL && self->desk != NULL)
    open_link (self, atoi (index));
}

/* Whether the link is one of those that make up the number that is shown: the
 * steps into articles, out of origins, out of speakers. */
static gboolean
is_meant (HsOriginView     *self,
          const HsDeskLink *link)
{
  const HsDeskNode *from = g_ptr_array_index (self->desk->nodes, link->from);
  const HsDeskNode *to = g_ptr_array_index (self->desk->nodes, link->to);

  switch (self->show)
    {
    case HS_SHOW_ARTICLES:
      return to->kind == HS_DESK_ARTICLE;
    case HS_SHOW_ORIGINS:
      return from->origin || to->origin;
    case HS_SHOW_SPEAKERS:
      return from->kind == HS_DESK_SPEAKER;
    case HS_SHOW_ALL:
    default:
      return TRUE;
    }
}

static void
fill_rows (HsOriginView *self)
{
  gtk_string_list_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), NULL);
  for (guint i = 0; self->desk != NULL && i < self->desk->links->len; i++)
    if (is_meant (self, g_ptr_array_index (self->desk->links, i)))
      gtk_string_list_take (self->rows, g_strdup_printf ("%u", i));
}

static GtkWidget *
make_table (HsOriginView *self)
{
  static const struct
  {
    const char *title;
    int width;
  } columns[] = { { N_("From"), 150 }, { N_("To"), 220 }, { N_("Manner"), 80 }, { N_("Words"), -1 },
                  { N_("Decided by"), 120 } };
  GtkSingleSelection *selection;
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->rows = gtk_string_list_new (NULL);
  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  g_signal_connect_object (selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  self->table = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (selection)));
  for (int i = 0; i < N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_object_set_data (G_OBJECT (factory), "column", GINT_TO_POINTER (i));
      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
      column = gtk_column_view_column_new (_(columns[i].title), factory);
      gtk_column_view_column_set_resizable (column, TRUE);
      if (columns[i].width > 0)
        gtk_column_view_column_set_fixed_width (column, columns[i].width);
      else
        gtk_column_view_column_set_expand (column, TRUE);
      gtk_column_view_append_column (self->table, column);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Links of the story"),
                                  -1);
  g_signal_connect_object (self->table, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->table));
  return scroller;
}

/* --- a link drawn by hand ---------------------------------------------------------------- */

static void
draw_cb (HsOriginView *self)
{
  guint from = gtk_drop_down_get_selected (self->draw_from), to = gtk_drop_down_get_selected (self->draw_to);
  HsDeskEdit edit = { .what = HS_DESK_CONFIRM_LINK };
  const HsDeskNode *node;

  if (self->desk == NULL || from >= self->sources->len || to >= self->targets->len)
    return;
  node = g_ptr_array_index (self->desk->nodes, g_array_index (self->sources, guint, from));
  edit.story = self->desk->id;
  edit.node = node->kind;
  edit.id = node->id;
  edit.article = ((HsDeskNode *) g_ptr_array_index (self->desk->nodes, g_array_index (self->targets, guint, to)))->id;
  edit.text = gtk_editable_get_text (GTK_EDITABLE (self->draw_reason));
  hs_desk_decide (GTK_WIDGET (self), self->workspace, &edit, _("Link drawn"));
  gtk_editable_set_text (GTK_EDITABLE (self->draw_reason), "");
  gtk_menu_button_popdown (self->draw);
}

static GtkDropDown *
add_choice (GtkBox     *box,
            const char *label)
{
  GtkWidget *drop = gtk_drop_down_new (NULL, NULL);
  GtkWidget *caption = gtk_label_new (label);

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "caption-heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_size_request (drop, 260, -1);
  gtk_box_append (box, caption);
  gtk_box_append (box, drop);
  return GTK_DROP_DOWN (drop);
}

static GtkWidget *
make_draw_popover (HsOriginView *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_button_new_with_label (_("Draw"));

  self->draw_from = add_choice (GTK_BOX (box), _("From"));
  self->draw_to = add_choice (GTK_BOX (box), _("To the article"));
  self->draw_reason = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->draw_reason, _("Reason (optional)"));
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_object (button, "clicked", G_CALLBACK (draw_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->draw_reason));
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_add_css_class (box, "hs-filter-popover");
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}

static void
fill_choices (HsOriginView *self)
{
  g_autoptr (GtkStringList) sources = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) targets = gtk_string_list_new (NULL);

  g_array_set_size (self->sources, 0);
  g_array_set_size (self->targets, 0);
  for (guint i = 0; self->desk != NULL && i < self->desk->nodes->len; i++)
    {
      const HsDeskNode *node = g_ptr_array_index (self->desk->nodes, i);
      g_autofree char *name = node->detail != NULL ? g_strdup_printf ("%s: %s", node->name, node->detail)
                                                   : g_strdup (node->name);
      g_autofree char *label = hs_format_squash (name, 48);

      gtk_string_list_append (node->kind == HS_DESK_ARTICLE ? targets : sources, label);
      g_array_append_val (node->kind == HS_DESK_ARTICLE ? self->targets : self->sources, i);
    }
  gtk_drop_down_set_model (self->draw_from, G_LIST_MODEL (sources));
  gtk_drop_down_set_model (self->draw_to, G_LIST_MODEL (targets));
}

/* --- the bar -------------------------------------------------------------------------------- */

static void
table_toggled_cb (HsOriginView    *self,
                  GtkToggleButton *button)
{
  gtk_stack_set_visible_child_name (self->stack, gtk_toggle_button_get_active (button) ? "table" : "graph");
}

static void
zoom_in_cb (HsOriginView *self)
{
  hs_origin_graph_set_zoom (self->graph, hs_origin_graph_get_zoom (self->graph) * 1.2);
}

static void
zoom_out_cb (HsOriginView *self)
{
  hs_origin_graph_set_zoom (self->graph, hs_origin_graph_get_zoom (self->graph) / 1.2);
}

/* Ctrl and the wheel. */
static gboolean
scrolled_cb (GtkEventControllerScroll *controller,
             double                    dx,
             double                    dy,
             HsOriginView             *self)
{
  if ((gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller)) & GDK_CONTROL_MASK) == 0)
    return FALSE;
  hs_origin_graph_set_zoom (self->graph, hs_origin_graph_get_zoom (self->graph) * (dy < 0 ? 1.1 : 1 / 1.1));
  return TRUE;
}

static GtkWidget *
make_icon_button (HsOriginView *self,
                  const char   *icon,
                  const char   *tooltip,
                  GCallback     clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_bar (HsOriginView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *table = gtk_toggle_button_new_with_label (_("As a Table"));
  GtkWidget *space = gtk_label_new (NULL);

  self->draw = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->draw, _("Draw a Link…"));
  gtk_menu_button_set_popover (self->draw, make_draw_popover (self));
  gtk_widget_set_hexpand (space, TRUE);
  g_signal_connect_object (table, "toggled", G_CALLBACK (table_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), table);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->draw));
  gtk_box_append (GTK_BOX (bar), space);
  gtk_box_append (GTK_BOX (bar), make_icon_button (self, "zoom-out-symbolic", _("Smaller"), G_CALLBACK (zoom_out_cb)));
  gtk_box_append (GTK_BOX (bar), make_icon_button (self, "zoom-in-symbolic", _("Larger"), G_CALLBACK (zoom_in_cb)));
  gtk_widget_add_css_class (bar, "hs-desk-bar");
  return bar;
}

/* --- the class --------------------------------------------------------------------------------- */

static void
hs_origin_view_dispose (GObject *object)
{
  HsOriginView *self = HS_ORIGIN_VIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->desk, hs_story_desk_unref);

  G_OBJECT_CLASS (hs_origin_view_parent_class)->dispose (object);
}

static void
hs_origin_view_finalize (GObject *object)
{
  HsOriginView *self = HS_ORIGIN_VIEW (object);

  g_array_unref (self->sources);
  g_array_unref (self->targets);

  G_OBJECT_CLASS (hs_origin_view_parent_class)->finalize (object);
}

static void
hs_origin_view_class_init (HsOriginViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_origin_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = hs_origin_view_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
hs_origin_view_init (HsOriginView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  self->sources = g_array_new (FALSE, FALSE, sizeof (guint));
  self->targets = g_array_new (FALSE, FALSE, sizeof (guint));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->stack = GTK_STACK (gtk_stack_new ());
  self->graph = g_object_new (HS_TYPE_ORIGIN_GRAPH, NULL);
  self->card = g_object_new (HS_TYPE_LINK_CARD, NULL);
  g_signal_connect_object (self->graph, "shown", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->graph, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (wheel, "scroll", G_CALLBACK (scrolled_cb), self, 0);
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (scroller, wheel);
  gtk_widget_set_halign (GTK_WIDGET (self->graph), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self->graph), GTK_ALIGN_CENTER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->graph));
  gtk_stack_add_named (self->stack, scroller, "graph");
  gtk_stack_add_named (self->stack, make_table (self), "table");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (self->box), make_bar (self));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->card));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * hs_origin_view_set_workspace:
 * @self: a view of origins
 * @workspace: (nullable): where decisions go
 */
void
hs_origin_view_set_workspace (HsOriginView *self,
                              HsWorkspace  *workspace)
{
  g_return_if_fail (HS_IS_ORIGIN_VIEW (self));

  g_set_object (&self->workspace, workspace);
  hs_link_card_set_workspace (self->card, workspace);
}

/**
 * hs_origin_view_set_desk:
 * @self: a view of origins
 * @desk: (nullable): the story that is shown
 */
void
hs_origin_view_set_desk (HsOriginView *self,
                         HsStoryDesk  *desk)
{
  HsStoryDesk *before;
  gboolean decided;

  g_return_if_fail (HS_IS_ORIGIN_VIEW (self));

  before = self->desk;
  self->desk = desk != NULL ? hs_story_desk_ref (desk) : NULL;
  fill_rows (self);
  decided = gtk_widget_get_focus_child (self->box) == GTK_WIDGET (self->card);
  hs_link_card_show_nothing (self->card, desk);
  hs_origin_graph_set_desk (self->graph, desk);
  /* the button that was pressed is gone, and without a focus no key arrives */
  if (decided)
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
  fill_choices (self);
  if (before != NULL)
    hs_story_desk_unref (before);
}

/**
 * hs_origin_view_set_show:
 * @self: a view of origins
 * @show: which of them are shown
 *
 * Lists only these; the graph makes the rest faint.
 */
void
hs_origin_view_set_show (HsOriginView *self,
                         HsShow        show)
{
  g_return_if_fail (HS_IS_ORIGIN_VIEW (self));

  self->show = show;
  fill_rows (self);
  hs_origin_graph_set_show (self->graph, show);
}
