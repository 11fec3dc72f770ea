/* hs-feed-dialog.c: what the user sets of one feed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-feed-dialog.h"

#include <glib/gi18n.h>

#include "hs-folder-choice.h"
#include "hs-format.h"
#include "hs-secrets.h"
#include "hs-workspace-feeds.h"

/* Seconds, as the rows of the choice stand. */
static const gint64 intervals[] = { 0, 900, 1800, 3600, 10800, 43200, 86400 };

struct _HsFeedDialog
{
  HsDialog parent_instance;

  GtkEditable *title_row;    /* (template) */
  GtkEditable *url_row;      /* (template) */
  AdwComboRow *folder_row;   /* (template) */
  AdwComboRow *interval_row; /* (template) */
  GtkSwitch *page_switch;    /* (template) */
  GtkSwitch *notify_switch;  /* (template) */
  GtkEditable *user_row;     /* (template) */
  GtkEditable *password_row; /* (template) */
  GtkLabel *status_label;    /* (template) */

  HsWorkspace *workspace;    /* (owned) */
  HsFeedTree *tree;          /* (owned) */
  GCancellable *cancellable; /* (owned) */
  HsFeedHealth *feed;        /* (owned) (nullable): as it was read */
};

G_DEFINE_FINAL_TYPE (HsFeedDialog, hs_feed_dialog, HS_TYPE_DIALOG)

/* --- what it is now ----------------------------------------------------------------- */

static guint
interval_to_row (gint64 interval)
{
  guint row = 0;

  for (guint i = 0; i < G_N_ELEMENTS (intervals); i++)
    if (intervals[i] <= interval)
      row = i;
  return row;
}

static void
hs_feed_dialog_show (HsFeedDialog *self)
{
  const HsFeedHealth *feed = self->feed;
  g_autoptr (GString) status = g_string_new (feed->status);

  gtk_editable_set_text (self->title_row, feed->fixed_title != NULL ? feed->fixed_title : feed->title);
  gtk_editable_set_text (self->url_row, feed->url);
  hs_folder_choice_set (self->folder_row, feed->folder);
  adw_combo_row_set_selected (self->interval_row, interval_to_row (feed->interval));
  gtk_switch_set_active (self->page_switch, feed->full_page);
  gtk_switch_set_active (self->notify_switch, feed->notify);
  gtk_editable_set_text (self->user_row, feed->user != NULL ? feed->user : "");
  if (feed->message != NULL)
    g_string_append_printf (status, "\n%s", feed->message);
  if (feed->why != NULL)
    g_string_append_printf (status, "\n%s", feed->why);
  if (feed->home_url != NULL)
    g_string_append_printf (status, "\n%s", feed->home_url);
  gtk_label_set_label (self->status_label, status->str);
  hs_dialog_set_ready (HS_DIALOG (self), TRUE);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (HsFeedDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) feeds = hs_workspace_read_health_finish (HS_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (feeds == NULL || feeds->len == 0)
    {
      hs_dialog_fail (HS_DIALOG (self), error != NULL ? error->message : _("This feed is not there any more."));
      return;
    }
  self->feed = hs_feed_health_ref (g_ptr_array_index (feeds, 0));
  hs_feed_dialog_show (self);
}

/* --- keeping it ----------------------------------------------------------------------- */

static void
hs_feed_dialog_keep (HsFeedDialog *self)
{
  HsFeedChanges changes = HS_FEED_CHANGES_NOTHING;
  gint64 folder = hs_folder_choice_get (self->folder_row);
  guint interval = adw_combo_row_get_selected (self->interval_row);

  changes.title = hs_dialog_get_changed (self->title_row, self->feed->fixed_title != NULL ? self->feed->fixed_title
                                                                                 : self->feed->title);
  changes.url = hs_dialog_get_changed (self->url_row, self->feed->url);
  changes.user = hs_dialog_get_changed (self->user_row, self->feed->user);
  changes.folder = folder != self->feed->folder ? folder : -1;
  changes.interval = interval != interval_to_row (self->feed->interval) ? intervals[interval] : -1;
  changes.full_page = gtk_switch_get_active (self->page_switch);
  changes.notify = gtk_switch_get_active (self->notify_switch);
  hs_workspace_edit_feed (self->workspace, self->feed->id, &changes, hs_dialog_edited_cb, g_object_ref (self));
}

typedef struct
{
  char *library;   /* (owned) */
  char *url;       /* (owned) */
  char *user;      /* (owned) */
  char *password;  /* (owned) */
} Secret;

static void
secret_free (gpointer data)
{
  Secret *self = data;

  g_free (self->library);
  g_free (self->url);
  g_free (self->user);
  hs_secrets_free (self->password);
  g_free (self);
}

static void
secret_work (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Secret *secret = data;

  g_task_return_pointer (task, hs_secrets_store (secret->library, secret->url, secret->user, secret->password, NULL),
                         g_free);
}

static void
secret_kept_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  HsFeedDialog *self = HS_FEED_DIALOG (source);
  g_autofree char *remark = g_task_propagate_pointer (G_TASK (result), NULL);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (remark != NULL && parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.say", "s", remark);
  if (self->feed != NULL)
    hs_feed_dialog_keep (self);
}

static void
hs_feed_dialog_apply (HsDialog *dialog)
{
  HsFeedDialog *self = HS_FEED_DIALOG (dialog);
  const char *user = gtk_editable_get_text (self->user_row);
  const char *password = gtk_editable_get_text (self->password_row);
  g_autoptr (GTask) task = NULL;
  Secret *secret;

  if (self->feed == NULL)
    return;
  if (*user == '\0' || *password == '\0')
    {
      hs_feed_dialog_keep (self);
      return;
    }
  secret = g_new0 (Secret, 1);
  secret->library = g_strdup (hs_workspace_get_directory (self->workspace));
  secret->url = g_strdup (gtk_editable_get_text (self->url_row));
  secret->user = g_strdup (user);
  secret->password = g_strdup (password);
  task = g_task_new (self, NULL, secret_kept_cb, NULL);
  g_task_set_source_tag (task, hs_feed_dialog_apply);
  g_task_set_task_data (task, secret, secret_free);
  g_task_run_in_thread (task, secret_work);
}

/* --- life -------------------------------------------------------------------------------- */

static void
hs_feed_dialog_dispose (GObject *object)
{
  HsFeedDialog *self = HS_FEED_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), HS_TYPE_FEED_DIALOG);
  g_clear_object (&self->tree);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->feed, hs_feed_health_unref);

  G_OBJECT_CLASS (hs_feed_dialog_parent_class)->dispose (object);
}

static void
hs_feed_dialog_finalize (GObject *object)
{
  g_clear_object (&HS_FEED_DIALOG (object)->cancellable);

  G_OBJECT_CLASS (hs_feed_dialog_parent_class)->finalize (object);
}

static void
hs_feed_dialog_class_init (HsFeedDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_feed_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = hs_feed_dialog_finalize;
  HS_DIALOG_CLASS (klass)->apply = hs_feed_dialog_apply;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-feed-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HsFeedDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, HsFeedDialog, url_row);
  gtk_widget_class_bind_template_child (widget_class, HsFeedDialog, folder_row);
  gtk_widget_class_bind_template_child (widget_class, HsFeedDialog, interval_row);
  gtk_widget_class_bind_template_child (widget_class, HsFeedDialog, page_switch);
  gtk_widget_class_bind_template_child (widget_class, HsFeedDialog, notify_switch);
  gtk_widget_class_bind_template_child (widget_class, HsFeedDialog, user_row);
  gtk_widget_class_bind_template_child (widget_class, HsFeedDialog, password_row);
  gtk_widget_class_bind_template_child (widget_class, HsFeedDialog, status_label);
  gtk_widget_class_bind_template_callback_full (widget_class, "apply_cb", G_CALLBACK (hs_dialog_apply));
}

static void
hs_feed_dialog_init (HsFeedDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  hs_dialog_set_ready (HS_DIALOG (self), FALSE);
}

/**
 * hs_feed_dialog_new:
 * @workspace: the library
 * @feed: a feed
 *
 * Returns: (transfer floating): the dialog that changes it
 */
GtkWindow *
hs_feed_dialog_new (HsWorkspace *workspace,
                    gint64       feed)
{
  HsFeedDialog *self;

  g_return_val_if_fail (HS_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (HS_TYPE_FEED_DIALOG, NULL);
  self->workspace = g_object_ref (workspace);
  self->tree = hs_feed_tree_new (workspace);
  hs_folder_choice_fill (self->folder_row, self->tree);
  hs_workspace_read_health_async (workspace, feed, self->cancellable, read_cb, g_object_ref (self));
  return GTK_WINDOW (self);
}
