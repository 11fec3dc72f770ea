/* hs-entity-view.c: one entity: its names and every place that mentions it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-entity-view-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hs-decision-row.h"
#include "hs-entity-actions.h"
#include "hs-format.h"
#include "hs-kinds.h"
#include "hs-template.h"
#include "hs-words.h"

/* So many of its names have a line. */
#define MAX_NAMES 40
/* So many of its statements, and of those about it. */
#define N_STATEMENTS 6
/* So many decisions at first. */
#define N_DECISIONS 6

G_DEFINE_FINAL_TYPE (HsEntityView, hs_entity_view, GTK_TYPE_WIDGET)

/* --- names -------------------------------------------------------------------- */

/* A line of what it is called, how often, and in how many articles where that is told.
 * Returns: (transfer none): its label */
static GtkWidget *
add_name_line (HsEntityView *self,
               const char   *text,
               guint         n,
               guint         n_articles)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (text);
  g_autofree char *mentions = hs_format_mentions (n);
  g_autofree char *articles = hs_format_articles (n_articles);
  g_autofree char *both = n_articles > 0 ? g_strdup_printf (_("%s in %s"), mentions, articles) : g_strdup (mentions);
  GtkWidget *count = hs_words_new_caption (both);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_wrap (GTK_LABEL (count), FALSE);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), count);
  gtk_box_append (self->names_box, row);
  return label;
}

/* Its names, and what else stands for it: together all that is mentioned. */
static void
hs_entity_view_fill_names (HsEntityView *self)
{
  const HsEntityPage *page = self->page;
  guint n_shown = MIN (page->names->len, MAX_NAMES), n_others = page->n_otherwise;
  gboolean wanted = page->names->len > 1 || page->n_described > 0 || page->n_otherwise > 0;

  hs_words_clear_box (self->names_box);
  gtk_widget_set_visible (self->names_title, wanted);
  gtk_widget_set_visible (GTK_WIDGET (self->names_box), wanted);
  for (guint i = 0; wanted && i < page->names->len; i++)
    {
      const HsEntityName *name = g_ptr_array_index (page->names, i);
      GtkWidget *label;

      if (i >= n_shown)
        {
          n_others += name->mentions;
          continue;
        }
      label = add_name_line (self, name->name, name->mentions, page->n_articles > 1 ? name->articles : 0);
      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      /* lives as long as the page, and so does the line */
      g_object_set_data (G_OBJECT (label), "hs-name", (gpointer) name);
    }
  if (page->n_described > 0)
    gtk_widget_add_css_class (add_name_line (self, _("By description or pronoun"), page->n_described, 0), "dim-label");
  if (n_others > 0)
    gtk_widget_add_css_class (add_name_line (self, _("By other names"), n_others, 0), "dim-label");
  if (page->occurrences->len < page->n_mentions)
    {
      g_autofree char *note = g_strdup_printf (_("Counted in the latest %u mentions."), page->occurrences->len);

      gtk_box_append (self->names_box, hs_words_new_caption (note));
    }
}

/* --- who it may be the same as --------------------------------------------------- */

/* @says: for who does not see what stands beside the button
 * @target: (transfer floating) */
static void
add_answer (GtkWidget  *buttons,
            const char *label,
            const char *says,
            const char *action,
            GVariant   *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, says, -1);
  gtk_box_append (GTK_BOX (buttons), button);
}

/* The answers stand under the words, so that there is room for both. */
static void
hs_entity_view_add_proposal (HsEntityView     *self,
                             const HsProposal *proposal)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *title = g_strdup_printf (_("May be the same as %s"), proposal->name);
  g_autofree char *show = g_strdup_printf (_("Show %s"), proposal->name);
  g_autofree char *merge = g_strdup_printf (_("Merge with %s"), proposal->name);
  g_autofree char *apart = g_strdup_printf (_("Never merge with %s"), proposal->name);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (row), label);
  if (proposal->why != NULL)
    gtk_box_append (GTK_BOX (row), hs_words_new_caption (proposal->why));
  add_answer (buttons, _("Merge"), merge, "win.merge-entities",
              g_variant_new ("(xx)", self->page->id, proposal->other));
  add_answer (buttons, _("Never Merge"), apart, "win.keep-apart",
              g_variant_new ("(xx)", self->page->id, proposal->other));
  add_answer (buttons, _("Show"), show, "win.show-entity", g_variant_new_int64 (proposal->other));
  gtk_widget_set_margin_top (buttons, 4);
  gtk_widget_add_css_class (row, "card");
  gtk_widget_add_css_class (row, "hs-note-card");
  /* lives as long as the page, and so does the row */
  g_object_set_data (G_OBJECT (row), "hs-proposal", (gpointer) proposal);
  gtk_box_append (GTK_BOX (row), buttons);
  gtk_box_append (self->proposals_box, row);
}

/* --- over time, in company, in words ------------------------------------------------ */

static void
add_heading (HsEntityView *self,
             const char   *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "hs-section-heading");
  gtk_box_append (self->desk_box, label);
}

/* GTK 4.8 takes the child of a closed expander out of the window and still offers it
 * the keys, with a critical: it is not visible, then.
 * Returns: (transfer floating) */
static GtkWidget *
make_expander (const char *label,
               GtkWidget  *child)
{
  GtkWidget *expander = gtk_expander_new (label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_expander_set_child (GTK_EXPANDER (expander), child);
  g_object_bind_property (expander, "expanded", child, "visible", G_BINDING_SYNC_CREATE);
  return expander;
}

/* The bars, from when to when, and the same in words for who wants it. */
static void
add_chart (HsEntityView *self,
           GPtrArray    *periods)
{
  GtkWidget *chart = hs_time_chart_new ();
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *table = make_expander (_("As a table"), grid);
  int row = 0;

  add_heading (self, _("Articles over time"));
  hs_time_chart_set_periods (HS_TIME_CHART (chart), periods);
  gtk_box_append (self->desk_box, chart);
  gtk_box_append (self->desk_box,
                  hs_words_new_caption (_("An article without a date counts on the day it was fetched.")));
  gtk_grid_set_column_spacing (GTK_GRID (grid), 24);
  for (guint i = 0; i < periods->len; i++)
    {
      const HsNamePeriod *period = g_ptr_array_index (periods, i);
      g_autofree char *articles = hs_format_articles (period->n);

      if (period->n == 0)
        continue;
      gtk_grid_attach (GTK_GRID (grid), hs_words_new_caption (period->period), 0, row, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), hs_words_new_caption (articles), 1, row++, 1, 1);
    }
  gtk_widget_add_css_class (table, "caption");
  gtk_box_append (self->desk_box, table);
}

/* Whether the name alone does not tell who is meant. */
static gboolean
is_ambiguous (HsEntityView *self,
              GPtrArray    *company,
              guint         at)
{
  const HsNameCompany *one = g_ptr_array_index (company, at);

  if (self->page != NULL && g_str_equal (self->page->name, one->name))
    return TRUE;
  for (guint i = 0; i < company->len; i++)
    if (i != at && g_str_equal (((const HsNameCompany *) g_ptr_array_index (company, i))->name, one->name))
      return TRUE;
  return FALSE;
}

static void
add_company (HsEntityView *self,
             GPtrArray    *company)
{
  GtkWidget *flow = gtk_flow_box_new ();

  add_heading (self, _("Appears with"));
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 3);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 2);
  for (guint i = 0; i < company->len; i++)
    {
      const HsNameCompany *one = g_ptr_array_index (company, i);
      const char *kind = is_ambiguous (self, company, i) ? hs_kind_get_title (one->kind) : NULL;
      g_autofree char *number = g_strdup_printf ("%u", one->n);
      g_autofree char *text = hs_format_join (one->name, kind != NULL ? kind : number,
                                                kind != NULL ? number : NULL, NULL);
      g_autofree char *articles = hs_format_articles (one->n);
      g_autofree char *label = g_strdup_printf ("%s, %s, %s", one->name, hs_kind_get_title (one->kind), articles);
      GtkWidget *button = gtk_button_new_with_label (text);

      gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
      gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "hs-link-row");
      gtk_widget_set_tooltip_text (button, label);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-entity");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", one->entity);
      g_object_set_data_full (G_OBJECT (button), "hs-company-name", g_strdup (one->name), g_free);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      gtk_flow_box_insert (GTK_FLOW_BOX (flow), button, -1);
      gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
    }
  gtk_box_append (self->desk_box, flow);
}

static void
add_statements (HsEntityView *self,
                const char   *title,
                GPtrArray    *statements)
{
  g_autofree char *text = g_strdup_printf ("%s (%u)", title, statements->len);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *rest = make_expander (_("Show more"), box);

  add_heading (self, text);
  for (guint i = 0; i < statements->len; i++)
    {
      const HsOccurrence *one = g_ptr_array_index (statements, i);
      g_autofree char *from = hs_format_join (one->outlet != NULL ? one->outlet : "", one->title, NULL);
      GtkBox *to = i < N_STATEMENTS ? self->desk_box : GTK_BOX (box);

      gtk_box_append (to, hs_words_new_occurrence (one));
      gtk_box_append (to, hs_words_new_caption (from));
    }
  gtk_box_append (self->desk_box, rest);
  gtk_widget_set_visible (rest, statements->len > N_STATEMENTS);
}

/* Rows @from to @to, which the arrows walk.
 * Returns: (transfer floating) */
static GtkWidget *
make_decisions (GPtrArray *decisions,
                guint      from,
                guint      to)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Decisions"), -1);
  for (guint i = from; i < to; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), hs_decision_row_new (g_ptr_array_index (decisions, i)));
  return list;
}

static void
add_decisions (HsEntityView *self,
               GPtrArray    *decisions)
{
  guint n = MIN (decisions->len, N_DECISIONS);

  add_heading (self, _("Decisions"));
  if (decisions->len == 0)
    {
      gtk_box_append (self->desk_box, hs_words_new_caption (_("Nothing was decided about it.")));
      return;
    }
  gtk_box_append (self->desk_box, make_decisions (decisions, 0, n));
  if (decisions->len > n)
    gtk_box_append (self->desk_box, make_expander (_("Show more"), make_decisions (decisions, n, decisions->len)));
}

static void
desk_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (HsEntityView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsNameDesk) desk = hs_workspace_read_name_desk_finish (HS_WORKSPACE (source), result, &error);

  if (desk == NULL || self->desk_box == NULL)
    return;
  hs_entity_view_hold_place (self);
  hs_words_clear_box (self->desk_box);
  if (desk->periods->len > 0)
    add_chart (self, desk->periods);
  if (desk->company->len > 0)
    add_company (self, desk->company);
  if (desk->said->len > 0)
    add_statements (self, _("Said"), desk->said);
  if (desk->about->len > 0)
    add_statements (self, _("Said about it"), desk->about);
  add_decisions (self, desk->decisions);
}

static void
hs_entity_view_read_desk (HsEntityView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->workspace == NULL || self->page == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  hs_workspace_read_name_desk_async (self->workspace, self->page->id, self->cancellable, desk_read_cb,
                                     g_object_ref (self));
}

/* --- life ---------------------------------------------------------------------- */

static void
hs_entity_view_dispose (GObject *object)
{
  HsEntityView *self = HS_ENTITY_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  hs_template_dispose (GTK_WIDGET (self), HS_TYPE_ENTITY_VIEW);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->page, hs_entity_page_unref);

  G_OBJECT_CLASS (hs_entity_view_parent_class)->dispose (object);
}

static void
hs_entity_view_class_init (HsEntityViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_entity_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-entity-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HsEntityView, scroller);
  gtk_widget_class_bind_template_child (widget_class, HsEntityView, kind_label);
  gtk_widget_class_bind_template_child (widget_class, HsEntityView, name_label);
  gtk_widget_class_bind_template_child (widget_class, HsEntityView, counts_label);
  gtk_widget_class_bind_template_child (widget_class, HsEntityView, filter_button);
  gtk_widget_class_bind_template_child (widget_class, HsEntityView, names_title);
  gtk_widget_class_bind_template_child (widget_class, HsEntityView, names_box);
  gtk_widget_class_bind_template_child (widget_class, HsEntityView, proposals_box);
  gtk_widget_class_bind_template_child (widget_class, HsEntityView, desk_box);
  gtk_widget_class_bind_template_child (widget_class, HsEntityView, places_box);
}

static void
hs_entity_view_init (HsEntityView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hs_context_menu_add (GTK_WIDGET (self), hs_entity_view_make_menu);
}

/**
 * hs_entity_view_set_workspace:
 * @self: a view
 * @workspace: (nullable): the library whose entities are shown
 */
void
hs_entity_view_set_workspace (HsEntityView *self,
                              HsWorkspace  *workspace)
{
  g_return_if_fail (HS_IS_ENTITY_VIEW (self));

  g_set_object (&self->workspace, workspace);
}

/**
 * hs_entity_view_set_page:
 * @self: a view
 * @page: (nullable): the entity to show
 *
 * Shows it, from the top where it is another than before, and reads the rest of it off
 * the main thread. Where a mention had the keys it keeps them, or the one that follows
 * gets them, at the same place on the screen. Main thread.
 */
void
hs_entity_view_set_page (HsEntityView *self,
                         HsEntityPage *page)
{
  g_autofree char *articles = NULL;
  g_autofree char *mentions = NULL;
  g_autofree char *counts = NULL;
  g_autofree char *id = NULL;
  HsHeldPlace held;
  gboolean other;

  g_return_if_fail (HS_IS_ENTITY_VIEW (self));

  other = self->page == NULL || page == NULL || self->page->id != page->id;
  held = other ? HS_HELD_PLACE_NONE : hs_entity_view_hold_place (self);
  /* the rows of names, places and proposals are of the page */
  hs_words_clear_box (self->names_box);
  hs_words_clear_box (self->places_box);
  hs_words_clear_box (self->proposals_box);
  if (other)
    hs_words_clear_box (self->desk_box);
  g_clear_pointer (&self->page, hs_entity_page_unref);
  if (page == NULL)
    return;
  self->page = hs_entity_page_ref (page);

  mentions = hs_format_mentions (page->n_mentions);
  articles = hs_format_articles (page->n_articles);
  counts = g_strdup_printf (_("%s in %s"), mentions, articles);
  id = g_strdup_printf ("#%" G_GINT64_FORMAT, page->id);
  gtk_label_set_label (self->kind_label, hs_kind_get_title (page->kind));
  gtk_label_set_label (self->name_label, page->name);
  gtk_label_set_label (self->counts_label, counts);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->filter_button), "(sss)", "entity", id, page->name);
  hs_entity_view_fill_names (self);
  for (guint i = 0; i < page->proposals->len; i++)
    hs_entity_view_add_proposal (self, g_ptr_array_index (page->proposals, i));
  hs_entity_view_fill_places (self, other ? 0 : self->n_places);
  hs_entity_view_go_on_at (self, &held);
  hs_entity_view_read_desk (self);
  if (other)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/* The mention that has the keys. */
static void
not_this_one (HsEntityView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const HsOccurrence *place = focus != NULL ? hs_entity_view_find_place (self, focus) : NULL;

  if (place == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s",
                                _("Go to one of the mentions first: Enter in the list, then Tab"));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.not-this-one", "(xxuu)", self->page->id, place->article,
                                place->span.start, place->span.end);
}

/**
 * hs_entity_view_act:
 * @self: a view
 * @what: "not-this-one", or what hs_entity_act() knows
 *
 * Does with the entity that is shown what a key or a button asks for; nothing where
 * none is. "not-this-one" is of the mention that has the keys. Main thread.
 */
void
hs_entity_view_act (HsEntityView *self,
                    const char   *what)
{
  g_return_if_fail (HS_IS_ENTITY_VIEW (self));

  if (self->page == NULL || self->workspace == NULL)
    return;
  if (g_str_equal (what, "not-this-one"))
    not_this_one (self);
  else
    hs_entity_act (GTK_WIDGET (self), self->workspace, self->page, what);
}

/**
 * hs_entity_view_get_page:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the entity that is shown
 */
HsEntityPage *
hs_entity_view_get_page (HsEntityView *self)
{
  g_return_val_if_fail (HS_IS_ENTITY_VIEW (self), NULL);

  return self->page;
}
