/* hs-window-import.c: addresses, and what is on the clipboard, into the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-window-private.h"

#include <glib/gi18n.h>

#include "hs-address-dialog.h"
#include "hs-import-job.h"
#include "hs-paste-dialog.h"
#include "hs-url.h"

/* --- addresses ---------------------------------------------------------------------- */

static void
chosen_cb (HsWindow   *self,
           const char *address,
           gboolean    parts)
{
  const char *const addresses[] = { address, NULL };
  g_autoptr (HsJob) job = NULL;

  if (self->workspace == NULL)
    return;
  job = hs_import_job_new_addresses (self->workspace, addresses, parts);
  hs_window_start_import (self, job);
}

static void
hs_window_ask_address (HsWindow   *self,
                       const char *address)
{
  GtkWindow *dialog = hs_address_dialog_new (address);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  hs_window_present_dialog (self, dialog);
}

static void
import_address_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  if (HS_WINDOW (widget)->workspace != NULL)
    hs_window_ask_address (HS_WINDOW (widget), NULL);
}

static void
parts_ended_cb (HsWindow *self,
                HsJob    *job)
{
  guint changed = 0, unchanged = 0;

  hs_import_job_get_result (HS_IMPORT_JOB (job), NULL, &changed, &unchanged);
  if (!self->closing && hs_job_get_state (job) == HS_JOB_DONE && changed == 0 && unchanged > 0)
    hs_window_say (self, _("The article goes on on no other page"));
}

/* The article again, with the pages on which it goes on: a new revision of it. */
static void
fetch_parts_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  HsReading *reading = hs_reader_get_reading (self->reader);
  const char *addresses[] = { reading != NULL ? reading->document->url : NULL, NULL };
  g_autoptr (HsJob) job = NULL;

  if (self->workspace == NULL || addresses[0] == NULL || !hs_url_is_web (addresses[0]))
    return;
  job = hs_import_job_new_addresses (self->workspace, addresses, TRUE);
  g_signal_connect_object (job, "ended", G_CALLBACK (parts_ended_cb), self, G_CONNECT_SWAPPED);
  hs_window_start_import (self, job);
}

/* --- the clipboard ------------------------------------------------------------------- */

static void
imported_cb (HsWindow *self,
             HsJob    *job)
{
  gint64 first = hs_import_job_get_first (HS_IMPORT_JOB (job));

  if (self->closing)
    return;
  hs_window_say_imported (self, job);
  if (first != 0)
    hs_window_go (self, HS_PLACE_ARTICLE, first, HS_SPAN_NONE);
}

static void
hs_window_ask_text (HsWindow   *self,
                    const char *text)
{
  GtkWindow *dialog = hs_paste_dialog_new (self->workspace, text);

  g_signal_connect_object (dialog, "imported", G_CALLBACK (imported_cb), self, G_CONNECT_SWAPPED);
  hs_window_present_dialog (self, dialog);
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (HsWindow) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (self->closing || self->workspace == NULL)
    return;
  if (text != NULL && hs_url_is_web (g_strstrip (text)) && strpbrk (text, " \n\t") == NULL)
    hs_window_ask_address (self, text);
  else
    hs_window_ask_text (self, text);
}

static void
files_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (HsWindow) self = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  if (self->closing || self->workspace == NULL || value == NULL)
    return;
  for (const GSList *one = g_value_get_boxed (value); one != NULL; one = one->next)
    g_ptr_array_add (files, g_object_ref (one->data));
  hs_window_import (self, files);
}

/* Files are imported; an address is fetched, when that is wanted; words become an
 * article. */
static void
paste_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);

  if (self->workspace == NULL)
    return;
  if (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, self->cancellable, files_read_cb,
                                    g_object_ref (self));
  else
    gdk_clipboard_read_text_async (clipboard, self->cancellable, text_read_cb, g_object_ref (self));
}

static void
paste_text_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  if (HS_WINDOW (widget)->workspace != NULL)
    hs_window_ask_text (HS_WINDOW (widget), NULL);
}

/* --- actions --------------------------------------------------------------------------- */

/**
 * hs_window_install_import_actions:
 * @widget_class: of the window
 *
 * Its actions that bring articles in, and their keys. In class_init.
 */
void
hs_window_install_import_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import-address", NULL, import_address_action);
  gtk_widget_class_install_action (widget_class, "win.fetch-parts", NULL, fetch_parts_action);
  gtk_widget_class_install_action (widget_class, "win.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "win.paste-text", NULL, paste_text_action);
  /* after whatever has the focus had its chance: in a field it pastes there */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "win.paste", NULL);
}

/**
 * hs_window_update_import_actions:
 * @self: a window
 * @writable: whether a library is open that can be written
 *
 * Enables what brings articles in, as far as it can be done now.
 */
void
hs_window_update_import_actions (HsWindow *self,
                                 gboolean  writable)
{
  HsReading *reading = hs_reader_get_reading (self->reader);
  gboolean web = reading != NULL && reading->document->url != NULL && hs_url_is_web (reading->document->url);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import-address", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.fetch-parts", writable && web);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.paste", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.paste-text", writable);
}
