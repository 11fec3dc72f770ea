/* hs-window-names.c: what the name desk does in the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-window-private.h"

#include <glib/gi18n.h>

#include "hs-entity-actions.h"
#include "hs-entity-chooser.h"
#include "hs-entity-merge.h"
#include "hs-entity-rename.h"
#include "hs-watch-dialog.h"
#include "hs-workspace-names.h"

/* Says so where nothing can be decided. */
static gboolean
may_decide (HsWindow *self)
{
  if (self->workspace == NULL)
    return FALSE;
  if (!hs_workspace_get_read_only (self->workspace))
    return TRUE;
  hs_window_say (self, _("This library cannot be written to"));
  return FALSE;
}

/* What the open entity is asked to do.
 * Returns: whether there is one */
gboolean
hs_window_act_on_entity (HsWindow   *self,
                         const char *what)
{
  if (self->place.kind != HS_PLACE_ENTITY || self->workspace == NULL
      || hs_entity_view_get_page (self->entity_view) == NULL)
    return FALSE;
  if (may_decide (self))
    hs_entity_view_act (self->entity_view, what);
  return TRUE;
}

/* An entity that stands anywhere in the window. */
typedef struct
{
  HsWindow *window; /* (owned) */
  char *what;       /* (owned) */
} Acting;

static void
acting_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  Acting *acting = user_data;
  g_autoptr (HsWindow) self = acting->window;
  g_autofree char *what = acting->what;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsEntityPage) page = hs_workspace_read_entity_finish (HS_WORKSPACE (source), result, &error);

  g_free (acting);
  if (self->closing || HS_WORKSPACE (source) != self->workspace)
    return;
  if (page == NULL)
    hs_window_say (self, error->message);
  else
    hs_entity_act (GTK_WIDGET (self), self->workspace, page, what);
}

static void
act_on_entity (HsWindow   *self,
               gint64      entity,
               const char *what)
{
  Acting *acting;

  if (!may_decide (self))
    return;
  acting = g_new0 (Acting, 1);
  acting->window = g_object_ref (self);
  acting->what = g_strdup (what);
  hs_workspace_read_entity_async (self->workspace, entity, self->cancellable, acting_read_cb, acting);
}

static void
act_on_entity_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  gint64 entity;
  const char *what;

  g_variant_get (parameter, "(x&s)", &entity, &what);
  act_on_entity (HS_WINDOW (widget), entity, what);
}

/* The mention in the article that was gone to by the keys.
 * Returns: whether there is one */
static gboolean
act_on_mention (HsWindow   *self,
                const char *what)
{
  HsReading *reading = hs_reader_get_reading (self->reader);
  const HsReadingMention *mention;

  if (self->place.kind != HS_PLACE_ARTICLE || reading == NULL)
    return FALSE;
  mention = hs_reader_get_current_mention (self->reader);
  if (mention == NULL || mention->entity == 0)
    return FALSE;
  if (g_str_equal (what, "not-this-one"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.not-this-one", "(xxuu)", mention->entity, reading->id,
                                mention->span.start, mention->span.end);
  else if (g_str_equal (what, "refuse"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.remove-mention", "(xuu)", reading->id, mention->span.start,
                                mention->span.end);
  else if (g_str_equal (what, "accept") && hs_reading_mention_is_proposed (mention))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.confirm-mention", "(xuuux)", reading->id, mention->span.start,
                                mention->span.end, mention->kind, mention->entity);
  else if (g_str_equal (what, "accept"))
    hs_window_say (self, _("It is not proposed: nothing has to be confirmed"));
  else
    act_on_entity (self, mention->entity, what);
  return TRUE;
}

/**
 * hs_window_act_on_proposal:
 * @self: a window
 * @what: what to do with the one that is shown
 *
 * Returns: whether proposals are shown at all
 */
gboolean
hs_window_act_on_proposal (HsWindow   *self,
                           const char *what)
{
  if (self->place.kind != HS_PLACE_PROPOSALS)
    return FALSE;
  hs_proposals_view_act (self->proposals_view, what);
  return TRUE;
}

static void
entity_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  const char *what = g_variant_get_string (parameter, NULL);

  if (!hs_window_act_on_entity (self, what) && !act_on_mention (self, what) && self->place.kind == HS_PLACE_ARTICLE)
    hs_window_say (self, _("Go to a mention first: “.” is the next one"));
}

static void
proposal_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  const char *what = g_variant_get_string (parameter, NULL);

  if (!hs_window_act_on_proposal (self, what) && !act_on_mention (self, what) && self->place.kind == HS_PLACE_ARTICLE)
    hs_window_say (self, _("Go to a mention first: “.” is the next one"));
}

static void
show_proposals_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);

  hs_panes_close_overlays (self->panes);
  hs_window_go (self, HS_PLACE_PROPOSALS, 0, HS_SPAN_NONE);
  gtk_widget_grab_focus (GTK_WIDGET (self->proposals_view));
}

/* Says what was decided, with a button that takes it back; takes the window's
 * reference over. */
static void
decided_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (HsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  const char *label;

  if (hs_workspace_edit_finish (HS_WORKSPACE (source), result, &error) < 0)
    {
      hs_window_say (self, error->message);
      return;
    }
  label = hs_workspace_get_done_label (HS_WORKSPACE (source));
  if (!self->closing && label != NULL)
    {
      /* nothing was asked: there is a key to say it afterwards */
      g_autofree char *text = g_strdup_printf (_("%s (Y: say why)"), label);

      hs_window_say_undo (self, text);
    }
}

static void
merge_entities_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  gint64 ids[2];

  g_variant_get (parameter, "(xx)", &ids[0], &ids[1]);
  if (may_decide (self) && ids[0] != ids[1])
    hs_entity_merge (GTK_WIDGET (self), self->workspace, ids, 2, NULL, FALSE, decided_cb);
}

/* The list goes back to one at a time when they are one. */
static void
several_decided_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  HsWindow *self = HS_WINDOW (user_data);

  if (!self->closing && !g_task_had_error (G_TASK (result)))
    hs_browser_set_several (self->browser, FALSE);
  decided_cb (source, result, self);
}

static void
merge_several_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  gsize n;
  const gint64 *ids = g_variant_get_fixed_array (parameter, &n, sizeof (gint64));

  if (may_decide (self) && n > 1)
    hs_entity_merge (widget, self->workspace, ids, n, NULL, FALSE, several_decided_cb);
}

static void
keep_apart_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  gint64 entity, other;

  g_variant_get (parameter, "(xx)", &entity, &other);
  if (may_decide (self) && entity != other)
    hs_workspace_keep_apart (self->workspace, entity, other, NULL, decided_cb, g_object_ref (self));
}

static void
split_name_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  const char *names[2] = { NULL };
  gint64 entity;

  g_variant_get (parameter, "(x&s)", &entity, &names[0]);
  if (may_decide (self))
    hs_workspace_split_names (self->workspace, entity, names, NULL, decided_cb, g_object_ref (self));
}

static void
rename_entity_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  const char *to;
  gint64 entity;

  g_variant_get (parameter, "(x&s)", &entity, &to);
  if (may_decide (self))
    hs_entity_rename (widget, self->workspace, entity, to, decided_cb);
}

static void
not_this_one_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  gint64 entity, article;
  HsSpan span;

  g_variant_get (parameter, "(xxuu)", &entity, &article, &span.start, &span.end);
  if (may_decide (self))
    hs_workspace_not_this_one (self->workspace, entity, article, span, decided_cb, g_object_ref (self));
}

static void
remove_mention_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  gint64 article;
  HsSpan span;

  g_variant_get (parameter, "(xuu)", &article, &span.start, &span.end);
  if (may_decide (self))
    hs_workspace_remove_mention (self->workspace, article, span, decided_cb, g_object_ref (self));
}

/* What was only proposed is decided: as it was found. */
static void
confirm_mention_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  gint64 article, entity;
  HsSpan span;
  guint kind;

  g_variant_get (parameter, "(xuuux)", &article, &span.start, &span.end, &kind, &entity);
  if (may_decide (self))
    hs_workspace_set_mention (self->workspace, article, span, kind, entity, decided_cb, g_object_ref (self));
}

/* Words of an article for which an entity is being chosen. */
typedef struct
{
  HsWindow *window;  /* (unowned): the dialog is the window's */
  gint64 article;
  HsSpan span;
} Marking;

static void
mention_chosen_cb (HsEntityChooser *chooser,
                   gint64           entity,
                   guint            kind,
                   gpointer         user_data)
{
  const Marking *marking = user_data;

  hs_workspace_set_mention (marking->window->workspace, marking->article, marking->span, kind, entity, decided_cb,
                            g_object_ref (marking->window));
}

static void
marking_free (gpointer  data,
              GClosure *closure)
{
  g_free (data);
}

/* A full stop names nothing. */
static gboolean
has_letter (const char *words)
{
  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      return TRUE;
  return FALSE;
}

static void
hs_window_choose_mention (HsWindow      *self,
                          gint64         article,
                          HsSpan         span,
                          HsMentionKind  kind)
{
  HsReading *reading = hs_reader_get_reading (self->reader);
  g_autofree char *words = NULL;
  Marking *marking;
  GtkWindow *dialog;

  if (reading == NULL || reading->id != article || self->workspace == NULL)
    return;
  span = hs_span_snap_to_words (reading->document->text, span);
  if (hs_span_is_none (span) || !hs_document_is_within_block (reading->document, span))
    {
      hs_window_say (self, _("Select words of one paragraph: a name does not go on in the next"));
      return;
    }
  words = g_strndup (reading->document->text + span.start, span.end - span.start);
  if (!has_letter (words))
    {
      hs_window_say (self, _("There is no letter or digit in the words selected"));
      return;
    }
  marking = g_new0 (Marking, 1);
  marking->window = self;
  marking->article = article;
  marking->span = span;
  dialog = hs_entity_chooser_new (self->workspace, _("What Do These Words Name?"), _("Mark"), 0, TRUE, kind,
                                  g_strdelimit (words, "\n\t", ' '));
  g_signal_connect_data (dialog, "chosen", G_CALLBACK (mention_chosen_cb), marking, marking_free, 0);
  hs_window_present_dialog (self, dialog);
}

static void
mark_mention_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  HsReading *reading = hs_reader_get_reading (self->reader);
  HsSpan span = hs_reader_get_selected (self->reader);
  const HsReadingMention *mention = hs_reader_get_current_mention (self->reader);

  if (reading == NULL || self->place.kind != HS_PLACE_ARTICLE)
    return;
  if (!hs_span_is_none (span))
    hs_window_choose_mention (self, reading->id, span, HS_MENTION_PERSON);
  else if (mention != NULL)
    hs_window_choose_mention (self, reading->id, mention->span, mention->kind);
  else
    hs_window_say (self, _("Select the words in the article first"));
}

static void
correct_mention_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  gint64 article;
  HsSpan span;
  guint kind;

  g_variant_get (parameter, "(xuuu)", &article, &span.start, &span.end, &kind);
  hs_window_choose_mention (HS_WINDOW (widget), article, span, kind);
}

static void
watch_entity_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  const char *query, *title;

  g_variant_get (parameter, "(&s&s)", &query, &title);
  if (self->workspace != NULL)
    hs_window_present_dialog (self, hs_watch_dialog_new (self->workspace, query, title));
}

/* --- why -------------------------------------------------------------------------- */

/* The decision that is asked about, for as long as the question is open. */
typedef struct
{
  HsWindow *window;        /* (owned) */
  HsWorkspace *workspace;  /* (owned) */
  gint64 decision;
} Asking;

static void
asking_free (gpointer  data,
             GClosure *closure)
{
  Asking *asking = data;

  g_object_unref (asking->window);
  g_object_unref (asking->workspace);
  g_free (asking);
}

static void
reason_response_cb (AdwMessageDialog *dialog,
                    const char       *response,
                    Asking           *asking)
{
  g_autofree char *reason = hs_entity_dup_reason (GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog)));

  if (g_str_equal (response, "keep") && reason != NULL)
    hs_workspace_give_reason (asking->workspace, asking->decision, reason, hs_window_edited_cb,
                              g_object_ref (asking->window));
}

/* Of the last decision, whatever it was: none of them has to wait for it. What is
 * decided while the question is open, here or by another program, is not asked about. */
static void
give_reason_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  const char *label = self->workspace != NULL ? hs_workspace_get_done_label (self->workspace) : NULL;
  GtkWidget *entry, *dialog;
  Asking *asking;

  if (self->place.kind == HS_PLACE_PROPOSALS && hs_proposals_view_ask_reason (self->proposals_view))
    return;
  if (label == NULL || !may_decide (self))
    return;
  entry = GTK_WIDGET (hs_entity_new_reason ());
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Why?"), label);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "keep", _("_Keep"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "keep", ADW_RESPONSE_SUGGESTED);
  asking = g_new0 (Asking, 1);
  asking->window = g_object_ref (self);
  asking->workspace = g_object_ref (self->workspace);
  asking->decision = hs_workspace_get_last_decision (self->workspace);
  g_signal_connect_data (dialog, "response", G_CALLBACK (reason_response_cb), asking, asking_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

static void
copy_words_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), g_variant_get_string (parameter, NULL));
  hs_window_say (HS_WINDOW (widget), _("Copied"));
}

/**
 * hs_window_install_name_actions:
 * @widget_class: of the window
 *
 * Its actions on entities and proposals, and their keys. In class_init.
 */
void
hs_window_install_name_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *type;
    GtkWidgetActionActivateFunc func;
  } actions[] = {
    { "win.entity", "s", entity_action },
    { "win.proposal", "s", proposal_action },
    { "win.show-proposals", NULL, show_proposals_action },
    { "win.act-on-entity", "(xs)", act_on_entity_action },
    { "win.merge-entities", "(xx)", merge_entities_action },
    { "win.merge-several", "ax", merge_several_action },
    { "win.keep-apart", "(xx)", keep_apart_action },
    { "win.split-name", "(xs)", split_name_action },
    { "win.rename-entity", "(xs)", rename_entity_action },
    { "win.give-reason", NULL, give_reason_action },
    { "win.copy-words", "s", copy_words_action },
    { "win.not-this-one", "(xxuu)", not_this_one_action },
    { "win.mark-mention", NULL, mark_mention_action },
    { "win.correct-mention", "(xuuu)", correct_mention_action },
    { "win.remove-mention", "(xuu)", remove_mention_action },
    { "win.confirm-mention", "(xuuux)", confirm_mention_action },
    { "win.watch-entity", "(ss)", watch_entity_action },
  };
  static const struct
  {
    guint key;
    const char *action;
    const char *what;
  } keys[] = {
    { GDK_KEY_t, "win.entity", "split" },
    { GDK_KEY_e, "win.entity", "rename" },
    { GDK_KEY_c, "win.entity", "kind" },
    { GDK_KEY_x, "win.entity", "not-this-one" },
    { GDK_KEY_d, "win.entity", "apart" },
    { GDK_KEY_w, "win.entity", "watch" },
    { GDK_KEY_a, "win.proposal", "accept" },
    { GDK_KEY_r, "win.proposal", "refuse" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type, actions[i].func);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, keys[i].action, "s", keys[i].what);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, 0, "win.mark-mention", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, 0, "win.give-reason", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_8, GDK_ALT_MASK, "win.show-proposals", NULL);
}
