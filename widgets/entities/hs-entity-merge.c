/* hs-entity-merge.c: several entities made one, asked for where that goes far
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-entity-merge.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hs-decision-row.h"
#include "hs-format.h"
#include "hs-kinds.h"

/* So many of one kind are merged without a question. */
#define MAX_UNASKED 8

typedef struct
{
  GtkWidget *widget;              /* (owned): what asked, in the window */
  HsWorkspace *workspace;         /* (owned) */
  GArray *ids;                    /* (owned) (element-type gint64) */
  char *reason;                   /* (owned) (nullable) */
  gboolean chosen;                /* the analyst saw of which kinds they are */
  GArray *counts;                 /* (owned) (nullable) (element-type guint): by kind */
  GAsyncReadyCallback merged_cb;
} Merging;

static void
merging_free (Merging *self)
{
  g_object_unref (self->widget);
  g_object_unref (self->workspace);
  g_array_unref (self->ids);
  g_free (self->reason);
  g_clear_pointer (&self->counts, g_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Merging, merging_free)

static void
asked_free (gpointer  data,
            GClosure *closure)
{
  merging_free (data);
}

static void
merge (Merging *self)
{
  hs_workspace_merge_entities (self->workspace, (const gint64 *) self->ids->data, self->ids->len, self->reason,
                               self->merged_cb, g_object_ref (self->widget));
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             Merging          *self)
{
  if (g_str_equal (response, "merge"))
    merge (self);
}

static guint
count_kinds (const GArray *counts)
{
  guint n = 0;

  for (guint i = 0; i < counts->len; i++)
    n += g_array_index (counts, guint, i) > 0;
  return n;
}

/* Returns: (transfer full): how many of which kind, in a sentence */
static char *
describe_kinds (const GArray *counts)
{
  g_autoptr (GString) kinds = g_string_new (NULL);
  guint n_kinds = 0;

  for (guint i = 0; i < counts->len; i++)
    if (g_array_index (counts, guint, i) > 0)
      {
        g_string_append_printf (kinds, _("%s%s (%u)"), n_kinds > 0 ? _(", ") : "", hs_kind_get_title (i),
                                g_array_index (counts, guint, i));
        n_kinds++;
      }
  return g_strdup_printf (n_kinds == 1 ? _("They are of one kind: %s.") : _("They are of different kinds: %s."),
                          kinds->str);
}

/* @decisions: (element-type HsNameDecision)
 * Returns: (transfer full): what was decided, when and why, each on lines of its own */
static char *
describe_decisions (const GPtrArray *decisions)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < decisions->len; i++)
    {
      const HsNameDecision *one = g_ptr_array_index (decisions, i);
      g_autofree char *what = hs_decision_describe (one);
      g_autofree char *when = hs_format_time (one->time);

      g_string_append_printf (text, _("You decided on %s: %s."), when, what);
      g_string_append_c (text, '\n');
      if (one->reason != NULL)
        {
          g_string_append_printf (text, _("Reason: %s"), one->reason);
          g_string_append_c (text, '\n');
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* @self: (transfer full) */
static void
ask (Merging    *self,
     const char *text)
{
  GtkRoot *root = gtk_widget_get_root (self->widget);
  g_autofree char *title = g_strdup_printf (ngettext ("Merge %u Entity?", "Merge %u Entities?", self->ids->len),
                                            self->ids->len);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (root), title, text);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "merge", _("_Merge"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "merge", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), self, asked_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Whether there is still somebody to ask; says what went wrong. */
static gboolean
may_go_on (Merging      *self,
           gpointer      read,
           const GError *error)
{
  /* the window may be closed by now */
  if (gtk_widget_get_root (self->widget) == NULL || !gtk_widget_get_mapped (self->widget))
    return FALSE;
  if (read == NULL)
    gtk_widget_activate_action (self->widget, "win.say", "s", error->message);
  return read != NULL;
}

static void
apart_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Merging) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) apart = hs_workspace_read_apart_finish (HS_WORKSPACE (source), result, &error);
  g_autofree char *decisions = NULL;
  g_autofree char *kinds = NULL;
  g_autofree char *text = NULL;
  gboolean far;

  if (!may_go_on (self, apart, error))
    return;
  far = !self->chosen && (count_kinds (self->counts) > 1 || self->ids->len > MAX_UNASKED);
  decisions = describe_decisions (apart);
  kinds = describe_kinds (self->counts);
  text = far ? g_strdup_printf (_("%s%s All of them become names of one."), decisions, kinds)
             : g_strdup_printf (_("%sMerging takes that back."), decisions);
  if (apart->len > 0 || far)
    ask (g_steal_pointer (&self), text);
  else
    merge (self);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Merging) self = user_data;
  g_autoptr (GError) error = NULL;

  self->counts = hs_workspace_count_kinds_finish (HS_WORKSPACE (source), result, &error);
  if (!may_go_on (self, self->counts, error))
    return;
  hs_workspace_read_apart_async (self->workspace, (const gint64 *) self->ids->data, self->ids->len, NULL, apart_read_cb,
                                 self);
  g_steal_pointer (&self);
}

/**
 * hs_entity_merge:
 * @widget: what asks; a widget of the window
 * @workspace: the library
 * @ids: (array length=n): entities; the first stays, the others become names of it
 * @n: how many, at least two
 * @reason: (nullable): why
 * @chosen: whether they were chosen where their kinds stand
 * @merged_cb: called with what hs_workspace_edit_finish() takes and a reference to @widget,
 *   which it owns; not at all where the answer was no
 *
 * Merges them; where it was decided that two of them are never one it asks first, and,
 * unless they were @chosen, where they are many or not all of one kind. Main thread.
 */
void
hs_entity_merge (GtkWidget           *widget,
                 HsWorkspace         *workspace,
                 const gint64        *ids,
                 guint                n,
                 const char          *reason,
                 gboolean             chosen,
                 GAsyncReadyCallback  merged_cb)
{
  Merging *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (HS_IS_WORKSPACE (workspace));
  g_return_if_fail (ids != NULL && n >= 2);

  self = g_new0 (Merging, 1);
  self->widget = g_object_ref (widget);
  self->workspace = g_object_ref (workspace);
  self->ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);
  g_array_append_vals (self->ids, ids, n);
  self->reason = g_strdup (reason);
  self->chosen = chosen;
  self->merged_cb = merged_cb;
  hs_workspace_count_kinds_async (workspace, ids, n, NULL, counted_cb, self);
}
