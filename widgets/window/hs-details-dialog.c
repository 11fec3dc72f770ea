/* hs-details-dialog.c: what is known of an article, to be put right by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-details-dialog.h"

#include <glib/gi18n.h>

#include "hs-format.h"

struct _HsDetailsDialog
{
  HsDialog parent_instance;

  GtkEditable *title_row;      /* (template) */
  GtkEditable *outlet_row;     /* (template) */
  GtkEditable *byline_row;     /* (template) */
  GtkEditable *published_row;  /* (template) */
  GtkEditable *url_row;        /* (template) */
  GtkLabel *date_hint;         /* (template) */
  GtkLabel *provenance;        /* (template) */

  HsWorkspace *workspace; /* (owned) */
  HsReading *reading;     /* (owned) */
};

G_DEFINE_FINAL_TYPE (HsDetailsDialog, hs_details_dialog, HS_TYPE_DIALOG)

static void
hs_details_dialog_apply (HsDialog *dialog)
{
  HsDetailsDialog *self = HS_DETAILS_DIALOG (dialog);
  const HsDocument *document = self->reading->document;
  HsArticleDetails details = {
    .title = hs_dialog_get_changed (self->title_row, document->title),
    .outlet = hs_dialog_get_changed (self->outlet_row, document->outlet),
    .byline = hs_dialog_get_changed (self->byline_row, document->byline),
    .published = hs_dialog_get_changed (self->published_row, document->published),
    .url = hs_dialog_get_changed (self->url_row, document->url),
  };

  hs_workspace_set_details (self->workspace, self->reading->id, &details, hs_dialog_edited_cb, g_object_ref (self));
}

static void
date_changed_cb (HsDetailsDialog *self)
{
  const char *text = gtk_editable_get_text (self->published_row);
  gboolean good = *text == '\0' || hs_format_is_date (text);

  gtk_widget_set_visible (GTK_WIDGET (self->date_hint), !good);
  hs_dialog_set_ready (HS_DIALOG (self), good);
  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (self->published_row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->published_row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->published_row), GTK_ACCESSIBLE_STATE_INVALID,
                               good ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

static void
hs_details_dialog_dispose (GObject *object)
{
  HsDetailsDialog *self = HS_DETAILS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HS_TYPE_DETAILS_DIALOG);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->reading, hs_reading_unref);

  G_OBJECT_CLASS (hs_details_dialog_parent_class)->dispose (object);
}

static void
hs_details_dialog_class_init (HsDetailsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_details_dialog_dispose;
  HS_DIALOG_CLASS (klass)->apply = hs_details_dialog_apply;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-details-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HsDetailsDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, HsDetailsDialog, outlet_row);
  gtk_widget_class_bind_template_child (widget_class, HsDetailsDialog, byline_row);
  gtk_widget_class_bind_template_child (widget_class, HsDetailsDialog, published_row);
  gtk_widget_class_bind_template_child (widget_class, HsDetailsDialog, url_row);
  gtk_widget_class_bind_template_child (widget_class, HsDetailsDialog, date_hint);
  gtk_widget_class_bind_template_child (widget_class, HsDetailsDialog, provenance);
  gtk_widget_class_bind_template_callback_full (widget_class, "apply_cb", G_CALLBACK (hs_dialog_apply));
  gtk_widget_class_bind_template_callback (widget_class, date_changed_cb);
}

static void
hs_details_dialog_init (HsDetailsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_row (GtkEditable *row,
         const char  *text)
{
  gtk_editable_set_text (row, text != NULL ? text : "");
}

static void
hs_details_dialog_tell_provenance (HsDetailsDialog *self)
{
  g_autofree char *fetched = hs_format_time (self->reading->fetched);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, _("Imported %s"), fetched);
  if (self->reading->path != NULL)
    g_string_append_printf (text, "\n%s", self->reading->path);
  if (self->reading->sha256 != NULL)
    g_string_append_printf (text, "\nSHA-256 %s", self->reading->sha256);
  if (self->reading->revisions->len > 1)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("%u revision", "%u revisions", self->reading->revisions->len),
                              self->reading->revisions->len);
    }
  gtk_label_set_label (self->provenance, text->str);
  g_string_free (text, TRUE);
}

/**
 * hs_details_dialog_new:
 * @workspace: the library
 * @reading: an article
 *
 * Returns: (transfer floating): the dialog that corrects what is known of it
 */
GtkWindow *
hs_details_dialog_new (HsWorkspace *workspace,
                       HsReading   *reading)
{
  HsDetailsDialog *self;

  g_return_val_if_fail (HS_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (reading != NULL, NULL);

  self = g_object_new (HS_TYPE_DETAILS_DIALOG, NULL);
  self->workspace = g_object_ref (workspace);
  self->reading = hs_reading_ref (reading);
  set_row (self->title_row, reading->document->title);
  set_row (self->outlet_row, reading->document->outlet);
  set_row (self->byline_row, reading->document->byline);
  set_row (self->published_row, reading->document->published);
  set_row (self->url_row, reading->document->url);
  hs_details_dialog_tell_provenance (self);
  date_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
  return GTK_WINDOW (self);
}
