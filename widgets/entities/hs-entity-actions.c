/* hs-entity-actions.c: what the analyst says of an entity, wherever it stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-entity-actions.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hs-entity-chooser.h"
#include "hs-entity-merge.h"
#include "hs-entity-rename.h"
#include "hs-kinds.h"
#include "hs-workspace-names.h"

/* So many names are offered to be split off. */
#define MAX_NAMES 40

/* What a dialog is about, for as long as it is open. */
typedef struct
{
  GtkWidget *widget;      /* (owned): what asked, in the window */
  HsWorkspace *workspace; /* (owned) */
  HsEntityPage *page;     /* (owned) */
} HsDeed;

static HsDeed *
deed_new (GtkWidget    *widget,
          HsWorkspace  *workspace,
          HsEntityPage *page)
{
  HsDeed *self = g_new0 (HsDeed, 1);

  self->widget = g_object_ref (widget);
  self->workspace = g_object_ref (workspace);
  self->page = hs_entity_page_ref (page);
  return self;
}

static void
deed_free (gpointer  data,
           GClosure *closure)
{
  HsDeed *self = data;

  g_object_unref (self->widget);
  g_object_unref (self->workspace);
  hs_entity_page_unref (self->page);
  g_free (self);
}

/**
 * hs_entity_decided_cb:
 * @source: the workspace
 * @result: what the decision ended with
 * @user_data: (transfer full): a widget of the window
 *
 * Says what was decided, with a button that takes it back, or what went wrong. Main
 * thread.
 */
void
hs_entity_decided_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;
  const char *label;

  if (hs_workspace_edit_finish (HS_WORKSPACE (source), result, &error) < 0)
    {
      gtk_widget_activate_action (widget, "win.say", "s", error->message);
      return;
    }
  label = hs_workspace_get_done_label (HS_WORKSPACE (source));
  if (label != NULL)
    gtk_widget_activate_action (widget, "win.say-undo", "s", label);
}

/* A question with Cancel and one answer, whose button is @button.
 * @deed: (transfer full)
 * Returns: (transfer none): the dialog */
static GtkWidget *
ask (HsDeed     *deed,
     const char *title,
     const char *text,
     const char *button,
     GtkWidget  *child,
     GCallback   response_cb)
{
  GtkRoot *root = gtk_widget_get_root (deed->widget);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (root), title, text);

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), child);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "do", button, NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "do");
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "do", ADW_RESPONSE_SUGGESTED);
  g_signal_connect_data (dialog, "response", response_cb, deed, deed_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

/* Whether the answer can be given, by its button or by Enter. */
static void
set_answerable (AdwMessageDialog *dialog,
                gboolean          answerable)
{
  adw_message_dialog_set_response_enabled (dialog, "do", answerable);
}

/* --- another name, another kind --------------------------------------------------- */

static void
rename_response_cb (AdwMessageDialog *dialog,
                    const char       *response,
                    HsDeed           *deed)
{
  GtkWidget *entry = adw_message_dialog_get_extra_child (dialog);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (g_str_equal (response, "do") && *name != '\0' && !g_str_equal (name, deed->page->name))
    hs_entity_rename (deed->widget, deed->workspace, deed->page->id, name, hs_entity_decided_cb);
}

/* There is no name without a letter. */
static void
name_changed_cb (AdwMessageDialog *dialog,
                 GtkEditable      *entry)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  set_answerable (dialog, *name != '\0');
}

static void
ask_name (HsDeed *deed)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *dialog;

  gtk_editable_set_text (GTK_EDITABLE (entry), deed->page->name);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name"), -1);
  dialog = ask (deed, _("Rename Entity"), _("The words in the articles stay as they are."), _("_Rename"), entry,
                G_CALLBACK (rename_response_cb));
  g_signal_connect_object (entry, "changed", G_CALLBACK (name_changed_cb), dialog, G_CONNECT_SWAPPED);
  gtk_widget_grab_focus (entry);
}

static void
kind_response_cb (AdwMessageDialog *dialog,
                  const char       *response,
                  HsDeed           *deed)
{
  GtkWidget *kinds = adw_message_dialog_get_extra_child (dialog);

  if (g_str_equal (response, "do") && gtk_drop_down_get_selected (GTK_DROP_DOWN (kinds)) != deed->page->kind)
    hs_workspace_set_kind (deed->workspace, deed->page->id, gtk_drop_down_get_selected (GTK_DROP_DOWN (kinds)),
                           hs_entity_decided_cb, g_object_ref (deed->widget));
}

static void
ask_kind (HsDeed *deed)
{
  const char *titles[HS_N_MENTION_KINDS + 1] = { NULL };
  GtkWidget *kinds;

  for (guint i = 0; i < HS_N_MENTION_KINDS; i++)
    titles[i] = hs_kind_get_title (i);
  kinds = gtk_drop_down_new_from_strings (titles);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kinds), deed->page->kind);
  gtk_accessible_update_property (GTK_ACCESSIBLE (kinds), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Kind"), -1);
  ask (deed, _("Change Kind"), deed->page->name, _("_Change"), kinds, G_CALLBACK (kind_response_cb));
  gtk_widget_grab_focus (kinds);
}

/* --- several out of one --------------------------------------------------------------- */

static void
split_response_cb (AdwMessageDialog *dialog,
                   const char       *response,
                   HsDeed           *deed)
{
  GtkWidget *box = adw_message_dialog_get_extra_child (dialog);
  GtkWidget *list = g_object_get_data (G_OBJECT (box), "hs-names");
  g_autofree char *reason = hs_entity_dup_reason (GTK_EDITABLE (gtk_widget_get_last_child (box)));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (row)))
      g_ptr_array_add (names, (gpointer) gtk_check_button_get_label (GTK_CHECK_BUTTON (row)));
  if (!g_str_equal (response, "do") || names->len == 0)
    return;
  g_ptr_array_add (names, NULL);
  hs_workspace_split_names (deed->workspace, deed->page->id, (const char * const *) names->pdata, reason,
                            hs_entity_decided_cb, g_object_ref (deed->widget));
}

/* Some, and not all: of what has no name left nothing is left. */
static void
ticked_cb (AdwMessageDialog *dialog)
{
  GtkWidget *box = adw_message_dialog_get_extra_child (dialog);
  GtkWidget *list = g_object_get_data (G_OBJECT (box), "hs-names");
  guint n_names = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (box), "hs-n-names")), n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    n += gtk_check_button_get_active (GTK_CHECK_BUTTON (row));
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (box), "hs-advice"), n == n_names);
  set_answerable (dialog, n > 0 && n < n_names);
}

static GtkWidget *
make_names (const GPtrArray *names)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  for (guint i = 0; i < names->len && i < MAX_NAMES; i++)
    {
      const HsEntityName *name = g_ptr_array_index (names, i);
      GtkWidget *tick = gtk_check_button_new ();
      GtkWidget *label;

      gtk_check_button_set_label (GTK_CHECK_BUTTON (tick), name->name);
      label = gtk_widget_get_last_child (tick);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_box_append (GTK_BOX (list), tick);
    }
  return list;
}

static void
ask_names (HsDeed *deed)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *list = make_names (deed->page->names);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *advice = gtk_label_new (_("At least one of its names has to stay."));
  GtkWidget *dialog;

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_label_set_wrap (GTK_LABEL (advice), TRUE);
  gtk_label_set_xalign (GTK_LABEL (advice), 0);
  g_object_set_data (G_OBJECT (box), "hs-names", list);
  g_object_set_data (G_OBJECT (box), "hs-advice", advice);
  g_object_set_data (G_OBJECT (box), "hs-n-names", GUINT_TO_POINTER (deed->page->names->len));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), advice);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (hs_entity_new_reason ()));
  dialog = ask (deed, _("Split Entity"), _("The names chosen become another entity, here and in articles to come."),
                _("_Split"), box, G_CALLBACK (split_response_cb));
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    g_signal_connect_object (row, "toggled", G_CALLBACK (ticked_cb), dialog, G_CONNECT_SWAPPED);
  ticked_cb (ADW_MESSAGE_DIALOG (dialog));
  gtk_widget_grab_focus (gtk_widget_get_first_child (list));
}

/* --- this one and another ----------------------------------------------------------- */

static void
merge_chosen_cb (HsEntityChooser *chooser,
                 gint64           other,
                 guint            kind,
                 HsDeed          *deed)
{
  g_autofree char *reason = hs_entity_chooser_dup_reason (chooser);
  gint64 ids[2] = { deed->page->id, other };

  hs_entity_merge (deed->widget, deed->workspace, ids, 2, reason, TRUE, hs_entity_decided_cb);
}

static void
apart_chosen_cb (HsEntityChooser *chooser,
                 gint64           other,
                 guint            kind,
                 HsDeed          *deed)
{
  g_autofree char *reason = hs_entity_chooser_dup_reason (chooser);

  hs_workspace_keep_apart (deed->workspace, deed->page->id, other, reason, hs_entity_decided_cb,
                           g_object_ref (deed->widget));
}

static void
ask_other (HsDeed     *deed,
           const char *title,
           const char *question,
           const char *action,
           GCallback   chosen_cb)
{
  GtkRoot *root = gtk_widget_get_root (deed->widget);
  GtkWindow *chooser = hs_entity_chooser_new (deed->workspace, title, action, deed->page->id, FALSE, 0, NULL);

  hs_entity_chooser_set_question (HS_ENTITY_CHOOSER (chooser), question);
  g_signal_connect_data (chooser, "chosen", chosen_cb, deed, deed_free, 0);
  gtk_window_set_transient_for (chooser, GTK_WINDOW (root));
  gtk_window_set_modal (chooser, TRUE);
  gtk_window_present (chooser);
}

/* --- all of them -------------------------------------------------------------------- */

static void
watch (GtkWidget    *widget,
       HsEntityPage *page)
{
  g_autofree char *query = g_strdup_printf ("entity:#%" G_GINT64_FORMAT, page->id);

  gtk_widget_activate_action (widget, "win.watch-entity", "(ss)", query, page->name);
}

/**
 * hs_entity_act:
 * @widget: what asks; a widget of the window
 * @workspace: the library
 * @page: the entity
 * @what: "merge", "split", "rename", "kind", "apart" or "watch"
 *
 * Asks what there is to ask, and decides.
 */
void
hs_entity_act (GtkWidget    *widget,
               HsWorkspace  *workspace,
               HsEntityPage *page,
               const char   *what)
{
  g_autofree char *merge = NULL;
  g_autofree char *apart = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget) && gtk_widget_get_root (widget) != NULL);
  g_return_if_fail (HS_IS_WORKSPACE (workspace));
  g_return_if_fail (page != NULL && what != NULL);

  merge = g_strdup_printf (_("“%s” is the same as"), page->name);
  apart = g_strdup_printf (_("“%s” is never the same as"), page->name);
  if (g_str_equal (what, "watch"))
    watch (widget, page);
  else if (g_str_equal (what, "split") && page->names->len < 2)
    gtk_widget_activate_action (widget, "win.say", "s",
                                _("It has one name. Say of single mentions that they are not this one."));
  else if (g_str_equal (what, "merge"))
    ask_other (deed_new (widget, workspace, page), _("Merge With"), merge, _("Merge"), G_CALLBACK (merge_chosen_cb));
  else if (g_str_equal (what, "apart"))
    ask_other (deed_new (widget, workspace, page), _("Never Merge With"), apart, _("Keep Apart"),
               G_CALLBACK (apart_chosen_cb));
  else if (g_str_equal (what, "split"))
    ask_names (deed_new (widget, workspace, page));
  else if (g_str_equal (what, "rename"))
    ask_name (deed_new (widget, workspace, page));
  else if (g_str_equal (what, "kind"))
    ask_kind (deed_new (widget, workspace, page));
}
