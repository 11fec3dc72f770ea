/* hs-mark-card.c: what a mark means, at its words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-mark-card.h"

#include <glib/gi18n.h>

#include "hs-format.h"
#include "hs-signal-titles.h"
#include "hs-words.h"

/* Words with more marks than this are seldom, and the rest is in the list. */
#define MAX_SECTIONS 5
/* The pointer has so long to come from the words to the card. */
#define LEAVE_MSEC 350

struct _HsMarkCard
{
  GtkPopover parent_instance;

  GtkBox *box;               /* (template) */

  GtkLabel *names_label;     /* (unowned) (nullable): of the entity that is read, children of @box */
  GtkLabel *counts_label;    /* (unowned) (nullable) */
  GtkEventController *motion; /* (unowned): ours */
  GCancellable *cancellable; /* (owned) (nullable) */
  gboolean hovering;
  guint leave_source;
};

G_DEFINE_FINAL_TYPE (HsMarkCard, hs_mark_card, GTK_TYPE_POPOVER)

/* --- pieces ------------------------------------------------------------------- */

static GtkLabel *
add_label (GtkBox     *box,
           const char *text,
           const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 38);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
add_title (GtkBox     *box,
           const char *text)
{
  GtkLabel *label = add_label (box, text, "caption-heading");

  gtk_widget_add_css_class (GTK_WIDGET (label), "dim-label");
}

static GtkBox *
add_buttons (GtkBox *box)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_margin_top (buttons, 4);
  gtk_box_append (box, buttons);
  return GTK_BOX (buttons);
}

/* @target: (transfer floating) (nullable) */
static GtkWidget *
add_button (HsMarkCard *self,
            GtkBox     *buttons,
            const char *label,
            const char *action,
            GVariant   *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkWidget *child = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_ellipsize (GTK_LABEL (child), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (child), 30);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  g_signal_connect_object (button, "clicked", G_CALLBACK (gtk_popover_popdown), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_box_append (buttons, button);
  return button;
}

/* --- an entity ------------------------------------------------------------------ */

static void
entity_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (HsMarkCard) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsEntityPage) page = hs_workspace_read_entity_finish (HS_WORKSPACE (source), result, &error);
  g_autofree char *articles = NULL;
  g_autofree char *mentions = NULL;
  g_autofree char *counts = NULL;
  g_autofree char *also = NULL;
  g_autoptr (GString) names = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->counts_label == NULL)
    return;
  if (page == NULL)
    {
      gtk_label_set_label (self->counts_label, error->message);
      return;
    }
  mentions = hs_format_mentions (page->n_mentions);
  articles = hs_format_articles (page->n_articles);
  counts = g_strdup_printf (_("%s in %s"), mentions, articles);
  gtk_label_set_label (self->counts_label, counts);

  names = g_string_new (NULL);
  for (guint i = 0; i < page->names->len && i < 8; i++)
    {
      const HsEntityName *name = g_ptr_array_index (page->names, i);

      if (g_strcmp0 (name->name, page->name) != 0)
        g_string_append_printf (names, "%s%s", names->len > 0 ? " · " : "", name->name);
    }
  also = g_strdup_printf (_("Also: %s"), names->str);
  gtk_label_set_label (self->names_label, also);
  gtk_widget_set_visible (GTK_WIDGET (self->names_label), names->len > 0);
  /* it is taller now than when it was opened */
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_popover_present (GTK_POPOVER (self));
}

/* How sure the tagger is that these words are one name of this kind; rules that
 * cannot err say nothing. */
static void
add_confidence (GtkBox *box,
                double  confidence)
{
  g_autofree char *text = NULL;

  if (confidence >= 1)
    return;
  text = confidence < HS_MENTION_PROPOSED_BELOW
           ? g_strdup_printf (_("Proposed: the program is not sure (confidence %.2f)"), confidence)
           : g_strdup_printf (_("Found with confidence %.2f"), confidence);
  add_label (box, text, "caption");
}

static void
hs_mark_card_add_mention (HsMarkCard      *self,
                          GtkBox          *box,
                          HsWorkspace     *workspace,
                          const HsReading *reading,
                          const HsMark    *mark)
{
  const HsReadingMention *mention = &g_array_index (reading->mentions, HsReadingMention, mark->index);
  const HsReadingEntity *entity = hs_mark_find_entity (reading, mention->entity);
  g_autofree char *words = hs_format_snippet (reading->document->text, mark->span, 80);
  const char *name = entity != NULL ? entity->name : words;
  g_autofree char *id = g_strdup_printf ("#%" G_GINT64_FORMAT, mention->entity);
  g_autofree char *title = NULL;
  GtkBox *buttons;
  GtkWidget *button;

  title = mention->level == HS_LEVEL_DESCRIPTION
            ? g_strdup_printf (_("%s, by a description"), hs_kind_get_title (mention->kind))
            : g_strdup (hs_kind_get_title (mention->kind));
  add_title (box, title);
  add_label (box, name, "heading");
  if (mention->level == HS_LEVEL_NAME)
    add_confidence (box, mention->confidence);
  if (mention->entity == 0)
    return;
  if (self->counts_label == NULL && workspace != NULL)
    {
      self->names_label = add_label (box, "", "caption");
      gtk_widget_set_visible (GTK_WIDGET (self->names_label), FALSE);
      self->counts_label = add_label (box, "…", "caption");
      self->cancellable = g_cancellable_new ();
      hs_workspace_read_entity_async (workspace, mention->entity, self->cancellable, entity_read_cb,
                                      g_object_ref (self));
    }
  if (hs_reading_mention_is_proposed (mention))
    {
      buttons = add_buttons (box);
      button = add_button (self, buttons, _("Confirm"), "win.confirm-mention",
                           g_variant_new ("(xuuux)", reading->id, mark->span.start, mark->span.end, mention->kind,
                                          mention->entity));
      gtk_widget_set_tooltip_text (button, _("These words name it (A)"));
      gtk_widget_add_css_class (button, "suggested-action");
    }
  buttons = add_buttons (box);
  button = add_button (self, buttons, _("Show Entity"), "win.show-entity", g_variant_new_int64 (mention->entity));
  if (!hs_reading_mention_is_proposed (mention))
    gtk_widget_add_css_class (button, "suggested-action");
  button = add_button (self, buttons, _("Filter"), "win.filter", g_variant_new ("(sss)", "entity", id, name));
  gtk_widget_set_tooltip_text (button, _("List the articles that name it"));
  button = add_button (self, buttons, _("Correct…"), "win.correct-mention",
                       g_variant_new ("(xuuu)", reading->id, mark->span.start, mark->span.end, mention->kind));
  gtk_widget_set_tooltip_text (button, _("These words name something else"));
  button = add_button (self, buttons, _("No Name"), "win.remove-mention",
                       g_variant_new ("(xuu)", reading->id, mark->span.start, mark->span.end));
  gtk_widget_set_tooltip_text (button, _("These words name nothing (R)"));
}

/* --- the others ------------------------------------------------------------------ */

static void
hs_mark_card_add_statement (HsMarkCard               *self,
                            GtkBox                   *box,
                            const HsReadingStatement *statement)
{
  g_autofree char *title = g_strdup_printf (_("Statement · %s"), hs_form_get_title (statement->form));
  g_autofree char *said = NULL;
  GtkBox *buttons = NULL;

  add_title (box, title);
  said = statement->speaker_name != NULL ? g_strdup_printf (_("Said by %s"), statement->speaker_name)
                                         : g_strdup (_("Said by somebody who is not named"));
  add_label (box, said, "heading");
  for (guint i = 0; i < statement->vias->len; i++)
    {
      const HsReadingVia *via = g_ptr_array_index (statement->vias, i);
      g_autofree char *through = NULL;

      if (via->name == NULL)
        continue;
      through = g_strdup_printf (_("through %s (%s)"), via->name, hs_manner_get_title (via->manner));
      add_label (box, through, "caption");
    }
  if (statement->n_reports > 1)
    {
      g_autofree char *reports = g_strdup_printf (ngettext ("%u statement reports the same utterance",
                                                            "%u statements report the same utterance",
                                                            statement->n_reports), statement->n_reports);

      add_label (box, reports, "caption");
    }
  buttons = add_buttons (box);
  if (statement->speaker != 0)
    add_button (self, buttons, _("Show Speaker"), "win.show-entity", g_variant_new_int64 (statement->speaker));
  add_button (self, buttons, _("All Statements"), "win.show-panel-page", g_variant_new_string ("credibility"));
  for (guint i = 0; i < statement->vias->len && i < 2; i++)
    {
      const HsReadingVia *via = g_ptr_array_index (statement->vias, i);

      if (via->outlet != 0 && via->name != NULL)
        add_button (self, buttons, via->name, "win.show-entity", g_variant_new_int64 (via->outlet));
    }
}

static void
hs_mark_card_add_signal (HsMarkCard            *self,
                         GtkBox                *box,
                         const HsReadingSignal *signal)
{
  g_autofree char *title = hs_signal_get_title (signal->code);
  g_autofree char *heading = g_strdup_printf ("%s %s", hs_tone_get_symbol (signal->tone), title);
  g_autofree char *kind = g_strdup_printf (_("Signal · %s"), hs_tone_get_title (signal->tone));

  add_title (box, kind);
  add_label (box, heading, "heading");
  if (signal->why != NULL)
    add_label (box, signal->why, NULL);
  add_button (self, add_buttons (box), _("All Signals"), "win.show-panel-page", g_variant_new_string ("credibility"));
}

static void
hs_mark_card_add_note (HsMarkCard          *self,
                       GtkBox              *box,
                       const HsReadingNote *note)
{
  g_autofree char *time = hs_format_time (note->modified != 0 ? note->modified : note->created);
  g_autofree char *title = g_strdup_printf (_("Note · %s"), time);
  g_autofree char *body = hs_format_squash (note->body, 600);

  add_title (box, title);
  add_label (box, body, NULL);
  if (*note->tags != '\0')
    add_label (box, note->tags, "caption");
  add_button (self, add_buttons (box), _("Edit Note"), "win.edit-note", g_variant_new_int64 (note->id));
}

static void
hs_mark_card_add_link (HsMarkCard *self,
                       GtkBox     *box,
                       const char *address)
{
  add_title (box, _("Link"));
  gtk_label_set_selectable (add_label (box, address, NULL), FALSE);
  if (hs_mark_may_open (address))
    add_button (self, add_buttons (box), _("Open Link"), "reader.open-link", g_variant_new_string (address));
}

static void
hs_mark_card_add_mark (HsMarkCard      *self,
                       HsWorkspace     *workspace,
                       const HsReading *reading,
                       const HsMark    *mark)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkBox *box = GTK_BOX (section);

  if (gtk_widget_get_first_child (GTK_WIDGET (self->box)) != NULL)
    gtk_box_append (self->box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (self->box, section);
  switch (mark->layer)
    {
    case HS_LAYER_STATEMENTS:
      hs_mark_card_add_statement (self, box, g_ptr_array_index (reading->statements, mark->index));
      break;
    case HS_LAYER_SIGNALS:
      hs_mark_card_add_signal (self, box, g_ptr_array_index (reading->signals, mark->index));
      break;
    case HS_LAYER_NOTES:
      hs_mark_card_add_note (self, box, g_ptr_array_index (reading->notes, mark->index));
      break;
    case HS_MARK_LINK:
      hs_mark_card_add_link (self, box, hs_mark_get_address (mark, reading));
      break;
    default:
      hs_mark_card_add_mention (self, box, workspace, reading, mark);
      break;
    }
}

/* --- coming and going --------------------------------------------------------------- */

static gboolean
left_cb (gpointer data)
{
  HsMarkCard *self = data;

  self->leave_source = 0;
  if (self->hovering && !gtk_event_controller_motion_contains_pointer (GTK_EVENT_CONTROLLER_MOTION (self->motion)))
    gtk_popover_popdown (GTK_POPOVER (self));
  return G_SOURCE_REMOVE;
}

/**
 * hs_mark_card_end_hover:
 * @self: a card
 *
 * The pointer is no longer on the words: a card that came by itself goes, unless
 * the pointer went to it.
 */
void
hs_mark_card_end_hover (HsMarkCard *self)
{
  g_return_if_fail (HS_IS_MARK_CARD (self));

  if (self->hovering && self->leave_source == 0 && gtk_widget_get_visible (GTK_WIDGET (self)))
    self->leave_source = g_timeout_add (LEAVE_MSEC, left_cb, self);
}

/* Whether it is open because somebody asked for it. */
gboolean
hs_mark_card_is_pinned (HsMarkCard *self)
{
  g_return_val_if_fail (HS_IS_MARK_CARD (self), FALSE);

  return !self->hovering && gtk_widget_get_visible (GTK_WIDGET (self));
}

static void
hs_mark_card_clear (HsMarkCard *self)
{
  g_clear_handle_id (&self->leave_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->names_label = NULL;
  self->counts_label = NULL;
}

static void
hs_mark_card_dispose (GObject *object)
{
  HsMarkCard *self = HS_MARK_CARD (object);

  hs_mark_card_clear (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), HS_TYPE_MARK_CARD);

  G_OBJECT_CLASS (hs_mark_card_parent_class)->dispose (object);
}

static void
hs_mark_card_class_init (HsMarkCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_mark_card_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-mark-card.ui");
  gtk_widget_class_bind_template_child (widget_class, HsMarkCard, box);
}

static void
hs_mark_card_init (HsMarkCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->motion = gtk_event_controller_motion_new ();
  g_signal_connect_object (self->motion, "leave", G_CALLBACK (hs_mark_card_end_hover), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), self->motion);
}

/**
 * hs_mark_card_new:
 * Returns: (transfer floating): an empty card
 */
GtkWidget *
hs_mark_card_new (void)
{
  return g_object_new (HS_TYPE_MARK_CARD, NULL);
}

/**
 * hs_mark_card_show_marks:
 * @self: a card
 * @workspace: (nullable): what knows more of entities
 * @reading: the article
 * @marks: (element-type HsMark): what stands on the words, the most wanted first
 * @hovering: whether the pointer only rests there
 *
 * Says at once what is known here, and asks for the rest.
 */
void
hs_mark_card_show_marks (HsMarkCard   *self,
                         HsWorkspace  *workspace,
                         HsReading    *reading,
                         const GArray *marks,
                         gboolean      hovering)
{
  g_autofree char *label = NULL;

  g_return_if_fail (HS_IS_MARK_CARD (self));
  g_return_if_fail (marks->len > 0);

  hs_mark_card_clear (self);
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_popover_popdown (GTK_POPOVER (self));
  hs_words_clear_box (self->box);
  for (guint i = 0; i < marks->len && i < MAX_SECTIONS; i++)
    hs_mark_card_add_mark (self, workspace, reading, &g_array_index (marks, HsMark, i));
  label = hs_mark_describe (&g_array_index (marks, HsMark, 0), reading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  self->hovering = hovering;
  gtk_popover_set_autohide (GTK_POPOVER (self), !hovering);
  gtk_popover_popup (GTK_POPOVER (self));
}
