/* hs-entity-view.c: one entity: its names and every place that mentions it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-entity-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hs-format.h"
#include "hs-kinds.h"
#include "hs-template.h"
#include "hs-words.h"

/* So many places at first, and again each time more are asked for. */
#define N_PLACES 150

struct _HsEntityView
{
  GtkWidget parent_instance;

  GtkScrolledWindow *scroller; /* (template) */
  GtkLabel *kind_label;        /* (template) */
  GtkLabel *name_label;        /* (template) */
  GtkLabel *counts_label;      /* (template) */
  GtkWidget *filter_button;    /* (template) */
  GtkWidget *names_title;      /* (template) */
  GtkBox *names_box;           /* (template) */
  GtkBox *proposals_box;       /* (template) */
  GtkBox *places_box;          /* (template) */

  HsWorkspace *workspace; /* (owned) (nullable) */
  HsEntityPage *page;     /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (HsEntityView, hs_entity_view, GTK_TYPE_WIDGET)

static void
edited_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (HsEntityView) self = user_data;
  g_autoptr (GError) error = NULL;

  if (hs_workspace_edit_finish (HS_WORKSPACE (source), result, &error) < 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", error->message);
}

/* --- names -------------------------------------------------------------------- */

static void
rename_response_cb (HsEntityView     *self,
                    const char       *response,
                    AdwMessageDialog *dialog)
{
  GtkWidget *entry = adw_message_dialog_get_extra_child (dialog);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (g_str_equal (response, "rename") && *name != '\0' && self->page != NULL && self->workspace != NULL)
    hs_workspace_rename_entity (self->workspace, self->page->id, name, edited_cb, g_object_ref (self));
}

static void
rename_cb (HsEntityView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog, *entry;

  if (self->page == NULL)
    return;
  dialog = adw_message_dialog_new (GTK_WINDOW (root), _("Rename Entity"),
                                   _("The words in the articles stay as they are."));
  entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (entry), self->page->name);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "rename", _("_Rename"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "rename");
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "rename", ADW_RESPONSE_SUGGESTED);
  g_signal_connect_object (dialog, "response", G_CALLBACK (rename_response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
hs_entity_view_fill_names (HsEntityView *self)
{
  gboolean several = self->page->names->len > 1;

  hs_words_clear_box (self->names_box);
  gtk_widget_set_visible (self->names_title, several);
  gtk_widget_set_visible (GTK_WIDGET (self->names_box), several);
  for (guint i = 0; several && i < self->page->names->len && i < 40; i++)
    {
      const HsEntityName *name = g_ptr_array_index (self->page->names, i);
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      GtkWidget *label = gtk_label_new (name->name);
      g_autofree char *mentions = hs_format_mentions (name->mentions);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_box_append (GTK_BOX (row), label);
      gtk_box_append (GTK_BOX (row), hs_words_new_caption (mentions));
      gtk_box_append (self->names_box, row);
    }
}

/* --- who it may be the same as --------------------------------------------------- */

static void
merge_cb (HsEntityView *self,
          GtkWidget    *button)
{
  gint64 ids[2];

  if (self->page == NULL || self->workspace == NULL)
    return;
  ids[0] = self->page->id;
  ids[1] = *(gint64 *) g_object_get_data (G_OBJECT (button), "other");
  hs_workspace_merge_entities (self->workspace, ids, 2, edited_cb, g_object_ref (self));
}

static void
hs_entity_view_add_proposal (HsEntityView     *self,
                             const HsProposal *proposal)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *show = gtk_button_new_with_label (_("Show"));
  GtkWidget *merge = gtk_button_new_with_label (_("Merge"));
  g_autofree char *title = g_strdup_printf (_("May be the same as %s"), proposal->name);
  g_autofree char *merge_label = g_strdup_printf (_("Merge with %s"), proposal->name);
  GtkWidget *label = gtk_label_new (title);
  gint64 *other = g_new (gint64, 1);

  *other = proposal->other;
  g_object_set_data_full (G_OBJECT (merge), "other", other, g_free);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), label);
  if (proposal->why != NULL)
    gtk_box_append (GTK_BOX (texts), hs_words_new_caption (proposal->why));
  gtk_widget_set_valign (show, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (merge, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (show), "win.show-entity");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (show), "x", proposal->other);
  gtk_accessible_update_property (GTK_ACCESSIBLE (merge), GTK_ACCESSIBLE_PROPERTY_LABEL, merge_label, -1);
  g_signal_connect_object (merge, "clicked", G_CALLBACK (merge_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (row, "card");
  gtk_widget_add_css_class (row, "hs-note-card");
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), show);
  gtk_box_append (GTK_BOX (row), merge);
  gtk_box_append (self->proposals_box, row);
}

/* --- places -------------------------------------------------------------------- */

static GtkWidget *
make_article_heading (const HsOccurrence *occurrence)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *text = hs_format_join (occurrence->title != NULL ? occurrence->title : _("Untitled"),
                                          occurrence->outlet != NULL ? occurrence->outlet : "", NULL);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "heading");
  gtk_widget_add_css_class (button, "hs-place-heading");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-words");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xuu)", occurrence->article, 0, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return button;
}

static void hs_entity_view_add_places (HsEntityView *self, guint from);

static void
more_cb (HsEntityView *self,
         GtkWidget    *button)
{
  guint from = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "from"));

  gtk_box_remove (self->places_box, button);
  hs_entity_view_add_places (self, from);
}

static void
hs_entity_view_add_places (HsEntityView *self,
                           guint         from)
{
  GPtrArray *places = self->page->occurrences;
  guint to = MIN (from + N_PLACES, places->len);

  for (guint i = from; i < to; i++)
    {
      const HsOccurrence *place = g_ptr_array_index (places, i);

      if (i == 0 || ((const HsOccurrence *) g_ptr_array_index (places, i - 1))->article != place->article)
        gtk_box_append (self->places_box, make_article_heading (place));
      gtk_box_append (self->places_box, hs_words_new_occurrence (place));
    }
  if (to < places->len)
    {
      g_autofree char *text = g_strdup_printf (_("Show More (%u)"), places->len - to);
      GtkWidget *button = gtk_button_new_with_label (text);

      g_object_set_data (G_OBJECT (button), "from", GUINT_TO_POINTER (to));
      g_signal_connect_object (button, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->places_box, button);
    }
}

/* --- life ---------------------------------------------------------------------- */

static void
hs_entity_view_dispose (GObject *object)
{
  HsEntityView *self = HS_ENTITY_VIEW (object);

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
  gtk_widget_class_bind_template_child (widget_class, HsEntityView, places_box);
  gtk_widget_class_bind_template_callback (widget_class, rename_cb);
}

static void
hs_entity_view_init (HsEntityView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @workspace: (nullable) */
void
hs_entity_view_set_workspace (HsEntityView *self,
                              HsWorkspace  *workspace)
{
  g_return_if_fail (HS_IS_ENTITY_VIEW (self));

  g_set_object (&self->workspace, workspace);
}

/* @page: (nullable) */
void
hs_entity_view_set_page (HsEntityView *self,
                         HsEntityPage *page)
{
  g_autofree char *articles = NULL;
  g_autofree char *mentions = NULL;
  g_autofree char *counts = NULL;
  g_autofree char *id = NULL;
  gboolean other;

  g_return_if_fail (HS_IS_ENTITY_VIEW (self));

  other = self->page == NULL || page == NULL || self->page->id != page->id;
  g_clear_pointer (&self->page, hs_entity_page_unref);
  hs_words_clear_box (self->places_box);
  hs_words_clear_box (self->proposals_box);
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
  hs_entity_view_add_places (self, 0);
  if (other)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

HsEntityPage *
hs_entity_view_get_page (HsEntityView *self)
{
  g_return_val_if_fail (HS_IS_ENTITY_VIEW (self), NULL);

  return self->page;
}
