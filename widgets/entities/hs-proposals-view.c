/* hs-proposals-view.c: two that may be one, side by side, one pair after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-proposals-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hs-entity-chooser.h"
#include "hs-entity-menu.h"
#include "hs-format.h"
#include "hs-kinds.h"
#include "hs-words.h"

#define MAX_PAIRS 1000
/* So many places of each are shown. */
#define N_PLACES 6

struct _HsProposalsView
{
  GtkWidget parent_instance;

  GtkStack *stack;           /* (unowned): child */
  GtkBox *box;               /* (unowned): of the pair */
  GtkLabel *count_label;     /* (unowned): children of the box */
  GtkLabel *why_label;       /* (unowned) */
  GtkBox *sides[2];          /* (unowned) */
  GtkEditable *reason;       /* (unowned): why, of the answer to come */
  gboolean answered;         /* the last thing done here was an answer: what is asked for why is that one */
  GtkScrolledWindow *scroller; /* (unowned) */

  HsWorkspace *workspace;    /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable): of what is being read */
  GPtrArray *pairs;          /* (owned) (nullable) (element-type HsNamePair) */
  GHashTable *skipped;       /* (owned) (element-type utf8): pairs passed over */
  guint at;                  /* the pair that is shown */
  gint64 shown[2];           /* of which entities */
  gint64 filled[2];          /* whose cards are there already */
  gboolean busy;             /* an answer is on its way … */
  gint64 answering[2];       /* … of these two */
};

G_DEFINE_FINAL_TYPE (HsProposalsView, hs_proposals_view, GTK_TYPE_WIDGET)

static char *
make_key (const HsNamePair *pair)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, MIN (pair->entity, pair->other),
                          MAX (pair->entity, pair->other));
}

static const HsNamePair *
get_pair (HsProposalsView *self)
{
  return self->pairs != NULL && self->at < self->pairs->len ? g_ptr_array_index (self->pairs, self->at) : NULL;
}

/* --- one side ---------------------------------------------------------------------- */

static void
fill_side (HsProposalsView    *self,
           guint               side,
           const HsEntityPage *page)
{
  GtkBox *box = self->sides[side];
  g_autofree char *mentions = hs_format_mentions (page->n_mentions);
  g_autofree char *articles = hs_format_articles (page->n_articles);
  g_autofree char *counts = g_strdup_printf (_("%s in %s"), mentions, articles);
  g_autofree char *line = hs_format_join (hs_kind_get_title (page->kind), counts, NULL);
  GtkWidget *name = gtk_button_new_with_label (page->name);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (name));
  g_autoptr (GString) also = g_string_new (NULL);

  hs_words_clear_box (box);
  g_object_set_data_full (G_OBJECT (box), "hs-name", g_strdup (page->name), g_free);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "title-3");
  gtk_widget_add_css_class (name, "flat");
  gtk_widget_add_css_class (name, "hs-place-heading");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (name), "win.show-entity");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (name), "x", page->id);
  gtk_box_append (box, name);
  gtk_box_append (box, hs_words_new_caption (line));
  for (guint i = 0; i < page->names->len && i < 8; i++)
    {
      const HsEntityName *one = g_ptr_array_index (page->names, i);

      if (g_strcmp0 (one->name, page->name) != 0)
        g_string_append_printf (also, "%s%s", also->len > 0 ? " · " : "", one->name);
    }
  if (also->len > 0)
    gtk_box_append (box, hs_words_new_caption (also->str));
  for (guint i = 0; i < page->occurrences->len && i < N_PLACES; i++)
    {
      const HsOccurrence *place = g_ptr_array_index (page->occurrences, i);
      GtkWidget *outlet = hs_words_new_caption (place->outlet != NULL ? place->outlet : place->title);

      if (i == 0 || ((const HsOccurrence *) g_ptr_array_index (page->occurrences, i - 1))->article != place->article)
        {
          gtk_widget_set_margin_top (outlet, 8);
          gtk_box_append (box, outlet);
        }
      gtk_box_append (box, hs_words_new_occurrence (place));
    }
}

static void
page_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (HsProposalsView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsEntityPage) page = hs_workspace_read_entity_finish (HS_WORKSPACE (source), result, &error);

  if (page == NULL || self->stack == NULL)
    return;
  for (guint side = 0; side < 2; side++)
    if (self->shown[side] == page->id)
      {
        fill_side (self, side, page);
        self->filled[side] = page->id;
      }
}

static void
show_pair (HsProposalsView *self)
{
  const HsNamePair *pair = get_pair (self);
  g_autofree char *count = NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_stack_set_visible_child_name (self->stack, pair != NULL ? "pair" : "none");
  if (pair == NULL)
    return;
  count = g_strdup_printf (ngettext ("%u proposal", "%u proposals", self->pairs->len), self->pairs->len);
  gtk_label_set_label (self->count_label, count);
  gtk_label_set_label (self->why_label, pair->why);
  self->cancellable = g_cancellable_new ();
  if (self->shown[0] != pair->entity || self->shown[1] != pair->other)
    {
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
      gtk_editable_set_text (self->reason, "");
    }
  self->shown[0] = pair->entity;
  self->shown[1] = pair->other;
  for (guint side = 0; side < 2; side++)
    hs_workspace_read_entity_async (self->workspace, self->shown[side], self->cancellable, page_read_cb,
                                    g_object_ref (self));
}

/* --- the queue --------------------------------------------------------------------- */

/* Those that were passed over come when there are no others; the pair that is shown
 * stays while it is there. */
static void
choose_pair (HsProposalsView *self)
{
  guint first = self->pairs->len;

  self->at = self->pairs->len;
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const HsNamePair *pair = g_ptr_array_index (self->pairs, i);
      g_autofree char *key = make_key (pair);
      gboolean skipped = g_hash_table_contains (self->skipped, key);

      if (!skipped && pair->entity == self->shown[0] && pair->other == self->shown[1])
        {
          self->at = i;
          return;
        }
      if (!skipped && first == self->pairs->len)
        first = i;
    }
  self->at = first;
  if (first == self->pairs->len && first > 0)
    {
      g_hash_table_remove_all (self->skipped);
      self->at = 0;
    }
}

static void
proposals_read_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (HsProposalsView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pairs = hs_workspace_read_proposals_finish (HS_WORKSPACE (source), result, &error);

  if (pairs == NULL || self->stack == NULL)
    return;
  g_clear_pointer (&self->pairs, g_ptr_array_unref);
  self->pairs = g_steal_pointer (&pairs);
  choose_pair (self);
  show_pair (self);
}

/**
 * hs_proposals_view_reload:
 * @self: a view
 *
 * Reads off the main thread what is proposed now, and shows it; the pair that is shown
 * stays while it is there. Main thread.
 */
void
hs_proposals_view_reload (HsProposalsView *self)
{
  g_return_if_fail (HS_IS_PROPOSALS_VIEW (self));

  if (self->workspace != NULL)
    hs_workspace_read_proposals_async (self->workspace, MAX_PAIRS, NULL, proposals_read_cb, g_object_ref (self));
}

/* What was answered is not asked again while it is read what is left. */
static void
drop_answered (HsProposalsView *self)
{
  for (guint i = 0; self->pairs != NULL && i < self->pairs->len; i++)
    {
      const HsNamePair *pair = g_ptr_array_index (self->pairs, i);

      if (pair->entity != self->answering[0] || pair->other != self->answering[1])
        continue;
      g_ptr_array_remove_index (self->pairs, i);
      choose_pair (self);
      show_pair (self);
      return;
    }
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (HsProposalsView) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = hs_workspace_edit_finish (HS_WORKSPACE (source), result, &error) >= 0;

  self->busy = FALSE;
  if (self->stack == NULL)
    return;
  if (done)
    {
      gtk_editable_set_text (self->reason, "");
      self->answered = TRUE;
      drop_answered (self);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.say-undo", "s",
                                  hs_workspace_get_done_label (HS_WORKSPACE (source)));
    }
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", error->message);
  hs_proposals_view_reload (self);
}

/**
 * hs_proposals_view_act:
 * @self: a view
 * @what: "accept", "refuse" or "skip"
 *
 * Answers the pair that is shown, with the reason that is typed, or passes it over.
 * Nothing where there is none, while an answer is on its way, or while what is seen is
 * still of the pair before. Main thread.
 */
void
hs_proposals_view_act (HsProposalsView *self,
                       const char      *what)
{
  g_autofree char *reason = NULL;
  const HsNamePair *pair;

  g_return_if_fail (HS_IS_PROPOSALS_VIEW (self));

  pair = get_pair (self);
  if (pair == NULL || self->busy || self->workspace == NULL)
    return;
  if (g_str_equal (what, "skip"))
    {
      g_hash_table_add (self->skipped, make_key (pair));
      self->answered = FALSE;
      choose_pair (self);
      show_pair (self);
      return;
    }
  /* nobody answers for two whose cards are not there yet */
  if (hs_workspace_get_read_only (self->workspace) || self->filled[0] != pair->entity
      || self->filled[1] != pair->other)
    return;
  self->busy = TRUE;
  self->answering[0] = pair->entity;
  self->answering[1] = pair->other;
  reason = hs_entity_dup_reason (self->reason);
  hs_workspace_answer_proposal (self->workspace, pair, g_str_equal (what, "accept"), reason, answered_cb,
                                g_object_ref (self));
}

/**
 * hs_proposals_view_ask_reason:
 * @self: a view
 *
 * Gives the keys to the field for why, whose words go with the next answer. Right after
 * an answer it is that one's reason that is asked for. Main thread.
 *
 * Returns: whether it is of the answer to come
 */
gboolean
hs_proposals_view_ask_reason (HsProposalsView *self)
{
  g_return_val_if_fail (HS_IS_PROPOSALS_VIEW (self), FALSE);

  return !self->answered && get_pair (self) != NULL && gtk_widget_grab_focus (GTK_WIDGET (self->reason));
}

/* Of one of the two, and of the question. */
static GMenu *
make_menu (GtkWidget *top,
           GtkWidget *target)
{
  HsProposalsView *self = HS_PROPOSALS_VIEW (top);
  GMenu *menu, *section;

  if (get_pair (self) == NULL || gtk_widget_is_ancestor (target, GTK_WIDGET (self->reason)))
    return NULL;
  menu = g_menu_new ();
  section = g_menu_new ();
  hs_menu_add (section, _("They Are One: Merge"), "win.proposal", g_variant_new_string ("accept"), "a");
  hs_menu_add (section, _("They Are Two: Never Merge"), "win.proposal", g_variant_new_string ("refuse"), "r");
  hs_menu_add (section, _("Skip"), "win.proposal", g_variant_new_string ("skip"), "space");
  hs_menu_add_section (menu, NULL, section);
  for (guint side = 0; side < 2; side++)
    if (gtk_widget_is_ancestor (target, GTK_WIDGET (self->sides[side])) || target == GTK_WIDGET (self->sides[side]))
      {
        hs_entity_menu_add_going (menu, self->shown[side], g_object_get_data (G_OBJECT (self->sides[side]), "hs-name"));
        hs_entity_menu_add_deciding (menu, self->shown[side]);
      }
  return menu;
}

/* --- life ---------------------------------------------------------------------------- */

static GtkWidget *
make_button (const char *label,
             const char *what,
             const char *hint)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.proposal");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", what);
  gtk_widget_set_tooltip_text (button, hint);
  return button;
}

static GtkWidget *
make_buttons (void)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *accept = make_button (_("Merge"), "accept", _("They are one (A)"));

  gtk_widget_add_css_class (accept, "suggested-action");
  gtk_box_append (GTK_BOX (buttons), accept);
  gtk_box_append (GTK_BOX (buttons), make_button (_("Never Merge"), "refuse", _("They are two (R)")));
  gtk_box_append (GTK_BOX (buttons), make_button (_("Skip"), "skip", _("The next one (Space)")));
  return buttons;
}

/* The keys that answer are for the page, not for the field. */
static void
reason_done_cb (HsProposalsView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static GtkWidget *
make_reason (HsProposalsView *self)
{
  self->reason = hs_entity_new_reason ();
  gtk_entry_set_activates_default (GTK_ENTRY (self->reason), FALSE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->reason), _("Kept with the answer (Y); Enter goes back to the two"));
  g_signal_connect_object (self->reason, "activate", G_CALLBACK (reason_done_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->reason);
}

static GtkWidget *
make_sides (HsProposalsView *self)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 2);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (flow), 2);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (flow), TRUE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 12);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 12);
  for (guint side = 0; side < 2; side++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

      self->sides[side] = GTK_BOX (box);
      gtk_widget_add_css_class (box, "card");
      gtk_widget_add_css_class (box, "hs-note-card");
      gtk_widget_set_size_request (box, 120, -1);
      gtk_widget_set_valign (box, GTK_ALIGN_START);
      gtk_flow_box_insert (GTK_FLOW_BOX (flow), box, -1);
      gtk_widget_set_focusable (gtk_widget_get_parent (box), FALSE);
    }
  return flow;
}

static GtkWidget *
make_pair_page (HsProposalsView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *title = gtk_label_new (_("Are these one?"));

  self->box = GTK_BOX (box);
  self->scroller = GTK_SCROLLED_WINDOW (scroller);
  self->count_label = GTK_LABEL (gtk_label_new (NULL));
  self->why_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  gtk_widget_add_css_class (box, "hs-page");
  gtk_widget_add_css_class (title, "title-1");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->count_label), "caption-heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->count_label), "dim-label");
  gtk_label_set_xalign (self->count_label, 0);
  gtk_label_set_xalign (self->why_label, 0);
  gtk_label_set_wrap (self->why_label, TRUE);
  gtk_box_append (self->box, GTK_WIDGET (self->count_label));
  gtk_box_append (self->box, title);
  gtk_box_append (self->box, GTK_WIDGET (self->why_label));
  gtk_box_append (self->box, make_buttons ());
  gtk_box_append (self->box, make_reason (self));
  gtk_box_append (self->box, make_sides (self));
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_child (self->scroller, clamp);
  return scroller;
}

static void
hs_proposals_view_dispose (GObject *object)
{
  HsProposalsView *self = HS_PROPOSALS_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->pairs, g_ptr_array_unref);
  g_clear_pointer (&self->skipped, g_hash_table_unref);
  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->stack));
  self->stack = NULL;

  G_OBJECT_CLASS (hs_proposals_view_parent_class)->dispose (object);
}

static void
hs_proposals_view_class_init (HsProposalsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_proposals_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
hs_proposals_view_init (HsProposalsView *self)
{
  GtkWidget *none = adw_status_page_new ();

  self->skipped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (none), "hearsay-entity-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (none), _("No Proposals"));
  adw_status_page_set_description (ADW_STATUS_PAGE (none),
                                   _("Names that may be one, but are not surely, wait here for an answer."));
  gtk_widget_add_css_class (none, "compact");
  gtk_stack_add_named (self->stack, none, "none");
  gtk_stack_add_named (self->stack, make_pair_page (self), "pair");
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  hs_context_menu_add (GTK_WIDGET (self), make_menu);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Proposals"), -1);
}

/**
 * hs_proposals_view_set_workspace:
 * @self: a view
 * @workspace: (nullable): the library whose proposals are shown
 */
void
hs_proposals_view_set_workspace (HsProposalsView *self,
                                 HsWorkspace     *workspace)
{
  g_return_if_fail (HS_IS_PROPOSALS_VIEW (self));

  g_set_object (&self->workspace, workspace);
}
