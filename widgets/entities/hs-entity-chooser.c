/* hs-entity-chooser.c: an entity chosen by typing the beginning of a name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-entity-chooser.h"

#include <glib/gi18n.h>

#include "hs-format.h"
#include "hs-kinds.h"
#include "hs-words.h"
#include "hs-workspace-names.h"

#define N_SHOWN 8
/* Room for most of them. */
#define WIDTH 460
#define HEIGHT 560

struct _HsEntityChooser
{
  HsDialog parent_instance;

  GtkBox *body;              /* (unowned): child */
  GtkEditable *entry;        /* (unowned): children of the body */
  GtkListBox *list;          /* (unowned) */
  GtkLabel *advice;          /* (unowned): in place of rows */
  GtkDropDown *kinds;        /* (unowned) (nullable) */
  GtkEditable *reason;       /* (unowned): why, in the analyst's words */

  HsWorkspace *workspace;    /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable) */
  GHashTable *apart;         /* (owned): with whom @without is never one, by id */
  gint64 without;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (HsEntityChooser, hs_entity_chooser, HS_TYPE_DIALOG)

static gint64
get_row_entity (GtkListBoxRow *row)
{
  return *(gint64 *) g_object_get_data (G_OBJECT (row), "entity");
}

static void
add_row (HsEntityChooser *self,
         gint64           entity,
         HsMentionKind    kind,
         const char      *name,
         const char      *line)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (name);
  GtkWidget *subtitle = gtk_label_new (line);
  g_autofree char *label = g_strdup_printf ("%s, %s", name, line);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (subtitle), 0);
  gtk_widget_add_css_class (subtitle, "caption");
  gtk_widget_add_css_class (subtitle, "dim-label");
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), subtitle);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "entity", g_memdup2 (&entity, sizeof entity), g_free);
  g_object_set_data (G_OBJECT (row), "kind", GUINT_TO_POINTER (kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_append (self->list, row);
}

static void
clear (HsEntityChooser *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HsEntityChooser) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = hs_workspace_suggest_finish (HS_WORKSPACE (source), result, &error);

  if (found == NULL || self->list == NULL)
    return;
  clear (self);
  for (guint i = 0; i < found->len; i++)
    {
      const HsSuggestion *one = g_ptr_array_index (found, i);
      g_autofree char *articles = hs_format_articles (one->articles);
      const char *apart = g_hash_table_contains (self->apart, &one->id) ? _("never one, you decided") : NULL;
      g_autofree char *line = hs_format_join (one->is_source ? "" : hs_kind_get_title (one->kind), articles, apart,
                                              NULL);

      if (!one->is_source && one->id != self->without)
        add_row (self, one->id, one->kind, one->name, line);
    }
  gtk_label_set_label (self->advice, _("Nothing is called so."));
  if (self->kinds != NULL)
    add_row (self, 0, 0, gtk_editable_get_text (self->entry), _("Something of its own"));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  hs_dialog_set_ready (HS_DIALOG (self), gtk_list_box_get_selected_row (self->list) != NULL);
}

/* Nothing can be chosen until the rows are those of the new words. */
static void
changed_cb (HsEntityChooser *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  hs_dialog_set_ready (HS_DIALOG (self), FALSE);
  if (*gtk_editable_get_text (self->entry) == '\0')
    {
      clear (self);
      gtk_label_set_label (self->advice, _("Type the beginning of a name."));
      return;
    }
  self->cancellable = g_cancellable_new ();
  hs_workspace_suggest_async (self->workspace, gtk_editable_get_text (self->entry), N_SHOWN + 1, FALSE,
                              self->cancellable, found_cb, g_object_ref (self));
}

static void
apart_listed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (HsEntityChooser) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) others = hs_workspace_list_apart_finish (HS_WORKSPACE (source), result, &error);

  if (others == NULL || self->list == NULL)
    return;
  for (guint i = 0; i < others->len; i++)
    g_hash_table_add (self->apart, g_memdup2 (&g_array_index (others, gint64, i), sizeof (gint64)));
  if (others->len > 0)
    changed_cb (self);
}

/* Up and down choose while the field keeps the keys. */
static gboolean
key_cb (HsEntityChooser *self,
        guint            keyval)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int at = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_Up)
    return FALSE;
  row = gtk_list_box_get_row_at_index (self->list, MAX (0, at + (keyval == GDK_KEY_Down ? 1 : -1)));
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
  return TRUE;
}

static void
row_activated_cb (HsEntityChooser *self)
{
  hs_dialog_apply (HS_DIALOG (self));
}

static void
hs_entity_chooser_apply (HsDialog *dialog)
{
  HsEntityChooser *self = HS_ENTITY_CHOOSER (dialog);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  guint kind;

  if (row == NULL)
    return;
  /* what is known is of a kind already */
  kind = get_row_entity (row) != 0 || self->kinds == NULL
           ? GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "kind"))
           : gtk_drop_down_get_selected (self->kinds);
  g_signal_emit (self, chosen_signal, 0, get_row_entity (row), kind);
  gtk_window_close (GTK_WINDOW (self));
}

static void
hs_entity_chooser_dispose (GObject *object)
{
  HsEntityChooser *self = HS_ENTITY_CHOOSER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->apart, g_hash_table_unref);
  self->list = NULL;

  G_OBJECT_CLASS (hs_entity_chooser_parent_class)->dispose (object);
}

static void
hs_entity_chooser_class_init (HsEntityChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_entity_chooser_dispose;
  HS_DIALOG_CLASS (klass)->apply = hs_entity_chooser_apply;
  chosen_signal = g_signal_new ("chosen", HS_TYPE_ENTITY_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                2, G_TYPE_INT64, G_TYPE_UINT);
}

static void
add_kinds (HsEntityChooser *self,
           HsMentionKind    kind)
{
  const char *titles[HS_N_MENTION_KINDS + 1] = { NULL };
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new_with_mnemonic (_("_Kind"));

  for (guint i = 0; i < HS_N_MENTION_KINDS; i++)
    titles[i] = hs_kind_get_title (i);
  self->kinds = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (titles));
  gtk_drop_down_set_selected (self->kinds, kind);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kinds), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Kind"), -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->kinds), TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), GTK_WIDGET (self->kinds));
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->kinds));
  gtk_box_append (self->body, row);
  gtk_box_append (self->body, hs_words_new_caption (_("For something of its own; what is known keeps its kind.")));
}

/* The rows, or what to do to get some; they scroll where there is no room for them all.
 * Returns: (transfer floating) */
static GtkWidget *
make_list (HsEntityChooser *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *advice = hs_words_new_caption (_("Type the beginning of a name."));

  self->list = GTK_LIST_BOX (list);
  self->advice = GTK_LABEL (advice);
  gtk_widget_add_css_class (advice, "hs-list-advice");
  gtk_list_box_set_placeholder (self->list, advice);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  /* room for the shadow, which would be cut off */
  gtk_widget_set_margin_top (list, 3);
  gtk_widget_set_margin_bottom (list, 3);
  gtk_widget_set_margin_start (list, 3);
  gtk_widget_set_margin_end (list, 3);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Entities"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 120);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

/* Returns: (transfer floating): a field for why something is decided */
GtkEditable *
hs_entity_new_reason (void)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Why? (kept with the decision)"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Reason"), -1);
  return GTK_EDITABLE (entry);
}

/* Returns: (transfer full) (nullable): what stands in such a field */
char *
hs_entity_dup_reason (GtkEditable *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/* Returns: (transfer full) (nullable): why, as the analyst says */
char *
hs_entity_chooser_dup_reason (HsEntityChooser *self)
{
  g_return_val_if_fail (HS_IS_ENTITY_CHOOSER (self), NULL);

  return hs_entity_dup_reason (self->reason);
}

static void
hs_entity_chooser_init (HsEntityChooser *self)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->apart = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->body = GTK_BOX (body);
  self->entry = GTK_EDITABLE (gtk_search_entry_new ());
  gtk_widget_add_css_class (body, "hs-page");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name"), -1);
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (body), make_list (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (hs_dialog_apply), self, G_CONNECT_SWAPPED);
  /* the field takes Escape for itself */
  g_signal_connect_object (self->entry, "stop-search", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  self->reason = hs_entity_new_reason ();
  g_signal_connect_object (self->reason, "activate", G_CALLBACK (hs_dialog_apply), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->reason));
  g_object_set (self, "body", body, NULL);
  hs_dialog_set_ready (HS_DIALOG (self), FALSE);
}

/* @question: what is asked, above the field */
void
hs_entity_chooser_set_question (HsEntityChooser *self,
                                const char      *question)
{
  GtkWidget *label = gtk_label_new (question);

  g_return_if_fail (HS_IS_ENTITY_CHOOSER (self));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_prepend (self->body, label);
}

/**
 * hs_entity_chooser_new:
 * @workspace: a workspace
 * @title: of the dialog
 * @action: what its button says
 * @without: the id of an entity that is not offered, 0 none; the others say where it was
 *   decided that they are never one with it
 * @kinds: whether a kind is asked for, and a new entity may be made of @words
 * @kind: the kind that is chosen at first
 * @words: (nullable): what stands in the field at first
 *
 * Returns: (transfer floating): the dialog that asks for an entity
 */
GtkWindow *
hs_entity_chooser_new (HsWorkspace   *workspace,
                       const char    *title,
                       const char    *action,
                       gint64         without,
                       gboolean       kinds,
                       HsMentionKind  kind,
                       const char    *words)
{
  HsEntityChooser *self = g_object_new (HS_TYPE_ENTITY_CHOOSER, "title", title, "action-label", action, "default-width",
                                        WIDTH, "default-height", HEIGHT, NULL);

  self->workspace = g_object_ref (workspace);
  self->without = without;
  gtk_widget_set_visible (GTK_WIDGET (self->reason), !kinds);
  if (kinds)
    add_kinds (self, kind);
  if (without != 0)
    hs_workspace_list_apart_async (workspace, without, NULL, apart_listed_cb, g_object_ref (self));
  if (words != NULL)
    gtk_editable_set_text (self->entry, words);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  /* what is typed takes their place; a field for searches does not choose them by itself */
  gtk_editable_select_region (self->entry, 0, -1);
  return GTK_WINDOW (self);
}
