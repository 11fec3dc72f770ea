/* hs-note-editor.c: the dialog in which a note is written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-note-editor.h"

#include <glib/gi18n.h>

#include "hs-format.h"

struct _HsNoteEditor
{
  HsDialog parent_instance;

  GtkLabel *quote_label;    /* (template) */
  GtkTextView *body;        /* (template) */
  GtkEditable *tags;        /* (template) */
  GtkWidget *delete_button; /* (template) */

  HsWorkspace *workspace; /* (owned) */
  gint64 article;
  HsSpan span;
  gint64 note; /* 0: a new one */
};

G_DEFINE_FINAL_TYPE (HsNoteEditor, hs_note_editor, HS_TYPE_DIALOG)

static char *
hs_note_editor_get_body (HsNoteEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->body);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
hs_note_editor_apply (HsDialog *dialog)
{
  HsNoteEditor *self = HS_NOTE_EDITOR (dialog);
  g_autofree char *body = hs_note_editor_get_body (self);
  const char *tags = gtk_editable_get_text (self->tags);

  if (self->note != 0)
    hs_workspace_update_note (self->workspace, self->note, body, tags, hs_dialog_edited_cb, g_object_ref (self));
  else
    hs_workspace_add_note (self->workspace, self->article, self->span, body, tags, hs_dialog_edited_cb,
                           g_object_ref (self));
}

static void
delete_cb (HsNoteEditor *self)
{
  hs_workspace_delete_note (self->workspace, self->note, hs_dialog_edited_cb, g_object_ref (self));
}

static void
hs_note_editor_dispose (GObject *object)
{
  HsNoteEditor *self = HS_NOTE_EDITOR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HS_TYPE_NOTE_EDITOR);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (hs_note_editor_parent_class)->dispose (object);
}

static void
hs_note_editor_class_init (HsNoteEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_note_editor_dispose;
  HS_DIALOG_CLASS (klass)->apply = hs_note_editor_apply;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-note-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, HsNoteEditor, quote_label);
  gtk_widget_class_bind_template_child (widget_class, HsNoteEditor, body);
  gtk_widget_class_bind_template_child (widget_class, HsNoteEditor, tags);
  gtk_widget_class_bind_template_child (widget_class, HsNoteEditor, delete_button);
  gtk_widget_class_bind_template_callback_full (widget_class, "apply_cb", G_CALLBACK (hs_dialog_apply));
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
hs_note_editor_init (HsNoteEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static HsNoteEditor *
hs_note_editor_new (HsWorkspace *workspace,
                    const char  *quote)
{
  HsNoteEditor *self = g_object_new (HS_TYPE_NOTE_EDITOR, NULL);
  g_autofree char *squashed = hs_format_squash (quote, 400);
  g_autofree char *quoted = g_strdup_printf (_("“%s”"), squashed);

  self->workspace = g_object_ref (workspace);
  gtk_label_set_label (self->quote_label, quoted);
  gtk_widget_grab_focus (GTK_WIDGET (self->body));
  return self;
}

/**
 * hs_note_editor_new_for_words:
 * @workspace: the library
 * @article: an article
 * @span: words of it, in bytes
 * @quote: the words
 *
 * Returns: (transfer floating): the dialog that writes a note on them
 */
GtkWindow *
hs_note_editor_new_for_words (HsWorkspace *workspace,
                              gint64       article,
                              HsSpan       span,
                              const char  *quote)
{
  HsNoteEditor *self;

  g_return_val_if_fail (HS_IS_WORKSPACE (workspace), NULL);

  self = hs_note_editor_new (workspace, quote);
  self->article = article;
  self->span = span;
  gtk_window_set_title (GTK_WINDOW (self), _("New Note"));
  return GTK_WINDOW (self);
}

/**
 * hs_note_editor_new_for_note:
 * @workspace: the library
 * @note: a note; copied from
 *
 * Returns: (transfer floating): the dialog that changes it
 */
GtkWindow *
hs_note_editor_new_for_note (HsWorkspace         *workspace,
                             const HsReadingNote *note)
{
  HsNoteEditor *self;

  g_return_val_if_fail (HS_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (note != NULL, NULL);

  self = hs_note_editor_new (workspace, note->quote);
  self->note = note->id;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->body), note->body != NULL ? note->body : "", -1);
  gtk_editable_set_text (self->tags, note->tags != NULL ? note->tags : "");
  gtk_widget_set_visible (self->delete_button, TRUE);
  gtk_window_set_title (GTK_WINDOW (self), _("Edit Note"));
  return GTK_WINDOW (self);
}
