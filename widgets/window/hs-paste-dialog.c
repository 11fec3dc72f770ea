/* hs-paste-dialog.c: words from elsewhere become an article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-paste-dialog.h"

#include "hs-import-job.h"

struct _HsPasteDialog
{
  HsDialog parent_instance;

  GtkEditable *title_row;   /* (template) */
  GtkEditable *outlet_row;  /* (template) */
  GtkEditable *address_row; /* (template) */
  GtkEditable *date_row;    /* (template) */
  GtkTextView *text_view;   /* (template) */

  HsWorkspace *workspace;   /* (owned) */
};

static guint imported_signal;

G_DEFINE_FINAL_TYPE (HsPasteDialog, hs_paste_dialog, HS_TYPE_DIALOG)

static void
changed_cb (HsPasteDialog *self)
{
  hs_dialog_clear (HS_DIALOG (self));
  hs_dialog_set_ready (HS_DIALOG (self),
                       gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->text_view)) > 0);
}

static void
ended_cb (HsPasteDialog *self,
          HsJob         *job)
{
  if (hs_job_get_state (job) == HS_JOB_FAILED)
    {
      hs_dialog_fail (HS_DIALOG (self), hs_job_get_error (job));
      return;
    }
  g_signal_emit (self, imported_signal, 0, job);
  gtk_window_close (GTK_WINDOW (self));
}

static void
hs_paste_dialog_apply (HsDialog *dialog)
{
  HsPasteDialog *self = HS_PASTE_DIALOG (dialog);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_autoptr (HsJob) job = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  job = hs_import_job_new_text (self->workspace, text, gtk_editable_get_text (self->title_row),
                                gtk_editable_get_text (self->outlet_row), gtk_editable_get_text (self->address_row),
                                gtk_editable_get_text (self->date_row));
  g_signal_connect_object (job, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  hs_job_start (job);
}

static void
hs_paste_dialog_dispose (GObject *object)
{
  HsPasteDialog *self = HS_PASTE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HS_TYPE_PASTE_DIALOG);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (hs_paste_dialog_parent_class)->dispose (object);
}

static void
hs_paste_dialog_class_init (HsPasteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_paste_dialog_dispose;
  HS_DIALOG_CLASS (klass)->apply = hs_paste_dialog_apply;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-paste-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HsPasteDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, HsPasteDialog, outlet_row);
  gtk_widget_class_bind_template_child (widget_class, HsPasteDialog, address_row);
  gtk_widget_class_bind_template_child (widget_class, HsPasteDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, HsPasteDialog, text_view);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  imported_signal = g_signal_new ("imported", HS_TYPE_PASTE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, HS_TYPE_JOB);
}

static gboolean
apply_shortcut_cb (GtkWidget *widget,
                   GVariant  *args,
                   gpointer   user_data)
{
  hs_dialog_apply (HS_DIALOG (gtk_widget_get_root (widget)));
  return TRUE;
}

/* A text view would take Ctrl+Enter for a new line. */
static void
hs_paste_dialog_take_keys (HsPasteDialog *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                                                          gtk_callback_action_new (apply_shortcut_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->text_view), keys);
}

static void
hs_paste_dialog_init (HsPasteDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hs_paste_dialog_take_keys (self);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text_view), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * hs_paste_dialog_new:
 * @workspace: a workspace
 * @text: (nullable): what stands there at first
 *
 * Returns: (transfer floating): the dialog that imports a text
 */
GtkWindow *
hs_paste_dialog_new (HsWorkspace *workspace,
                     const char  *text)
{
  HsPasteDialog *self;

  g_return_val_if_fail (HS_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (HS_TYPE_PASTE_DIALOG, NULL);
  self->workspace = g_object_ref (workspace);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), text != NULL ? text : "", -1);
  changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
  return GTK_WINDOW (self);
}
