/* hs-reader-actions.c: what can be done with the open article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-reader-private.h"

#include <glib/gi18n.h>

#include "hs-as-fetched.h"
#include "hs-dialog.h"
#include "hs-print.h"
#include "hs-workspace-reading.h"

#define USUAL_SIZE 13

static void
hs_reader_say (HsReader   *self,
               const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", message);
}

/* --- letters --------------------------------------------------------------------- */

static void
step_size (HsReader *self,
           int       step)
{
  int size = hs_preferences_get_int (self->preferences, "font-size");

  g_object_set (self->preferences, "font-size", step == 0 ? USUAL_SIZE : CLAMP (size + step, 8, 32), NULL);
}

static void
text_larger (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  step_size (user_data, 1);
}

static void
text_smaller (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  step_size (user_data, -1);
}

static void
text_normal (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  step_size (user_data, 0);
}

/* --- elsewhere -------------------------------------------------------------------- */

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (HsReader) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    hs_reader_say (self, error->message);
}

/**
 * hs_reader_open_link:
 * @self: a reader
 * @address: where it leads
 *
 * Opens it in the browser; what is no web address is refused in words.
 */
void
hs_reader_open_link (HsReader   *self,
                     const char *address)
{
  if (!hs_mark_may_open (address))
    hs_reader_say (self, _("Only web addresses can be opened"));
  else
    g_app_info_launch_default_for_uri_async (address, NULL, self->cancellable, launched_cb, g_object_ref (self));
}

static void
open_link (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  hs_reader_open_link (user_data, g_variant_get_string (parameter, NULL));
}

static void
as_fetched_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (HsReader) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = hs_as_fetched_finish (HS_WORKSPACE (source), result, &error);
  g_autofree char *uri = NULL;

  if (path == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        hs_reader_say (self, error->message);
      return;
    }
  uri = g_filename_to_uri (path, NULL, NULL);
  g_app_info_launch_default_for_uri_async (uri, NULL, self->cancellable, launched_cb, g_object_ref (self));
}

static void
as_fetched (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  HsReader *self = user_data;
  HsReading *reading = hs_reader_get_reading (self);

  if (reading != NULL && self->workspace != NULL)
    hs_as_fetched_async (self->workspace, reading->id, self->cancellable, as_fetched_cb, g_object_ref (self));
}

/* --- pictures and boilerplate ------------------------------------------------------- */

static void
load_pictures (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  hs_article_view_load_pictures (HS_READER (user_data)->view);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (HsReader) self = user_data;
  g_autoptr (GError) error = NULL;

  if (hs_workspace_edit_finish (HS_WORKSPACE (source), result, &error) < 0)
    hs_reader_say (self, error->message);
}

static void
always_pictures (GSimpleAction *action,
                 GVariant      *state,
                 gpointer       user_data)
{
  HsReader *self = user_data;
  HsReading *reading = hs_reader_get_reading (self);
  gboolean always = g_variant_get_boolean (state);

  if (reading == NULL || self->workspace == NULL)
    return;
  g_simple_action_set_state (action, state);
  hs_workspace_set_pictures (self->workspace, reading->source, always, kept_cb, g_object_ref (self));
  if (always)
    hs_article_view_load_pictures (self->view);
}

static void
show_boilerplate (GSimpleAction *action,
                  GVariant      *state,
                  gpointer       user_data)
{
  g_simple_action_set_state (action, state);
  hs_article_view_unfold_all (HS_READER (user_data)->view, g_variant_get_boolean (state));
}

/* --- paper -------------------------------------------------------------------------- */

static GtkWindow *
get_window (HsReader *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
print (GSimpleAction *action,
       GVariant      *parameter,
       gpointer       user_data)
{
  HsReader *self = user_data;
  HsReading *reading = hs_reader_get_reading (self);
  g_autoptr (GError) error = NULL;

  if (reading != NULL && !hs_print_with_dialog (reading, get_window (self), &error))
    hs_reader_say (self, error->message);
}

static void
save_response_cb (HsReader       *self,
                  int             response,
                  GtkFileChooser *chooser)
{
  HsReading *reading = hs_reader_get_reading (self);
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (chooser) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;

  g_object_unref (chooser);
  if (path == NULL || reading == NULL)
    return;
  if (!hs_print_to_pdf (reading, path, &error))
    hs_reader_say (self, error->message);
  else
    {
      g_autofree char *message = g_strdup_printf (_("Saved as %s"), path);

      hs_reader_say (self, message);
    }
}

/* What may stand in the name of a file. */
static char *
make_file_name (HsReading *reading)
{
  g_autofree char *name = g_strdup (reading->document->title != NULL ? reading->document->title : _("Article"));

  g_strdelimit (name, "/\\:*?\"<>|\n\t", ' ');
  if (g_utf8_strlen (name, -1) > 80)
    *g_utf8_offset_to_pointer (name, 80) = '\0';
  g_strstrip (name);
  return g_strconcat (name, ".pdf", NULL);
}

static void
save_pdf (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  HsReader *self = user_data;
  HsReading *reading = hs_reader_get_reading (self);
  GtkFileChooserNative *chooser;
  g_autofree char *name = NULL;

  if (reading == NULL)
    return;
  chooser = gtk_file_chooser_native_new (_("Save as PDF"), get_window (self), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"),
                                         NULL);
  name = make_file_name (reading);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (save_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* --- all of them --------------------------------------------------------------------- */

static const GActionEntry entries[] = {
  { .name = "text-larger", .activate = text_larger },
  { .name = "text-smaller", .activate = text_smaller },
  { .name = "text-normal", .activate = text_normal },
  { .name = "open-link", .activate = open_link, .parameter_type = "s" },
  { .name = "as-fetched", .activate = as_fetched },
  { .name = "load-pictures", .activate = load_pictures },
  { .name = "always-pictures", .state = "false", .change_state = always_pictures },
  { .name = "boilerplate", .state = "false", .change_state = show_boilerplate },
  { .name = "print", .activate = print },
  { .name = "save-pdf", .activate = save_pdf },
};

/**
 * hs_reader_add_actions:
 * @self: a reader
 *
 * Makes its group of actions, "reader".
 */
void
hs_reader_add_actions (HsReader *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "reader", G_ACTION_GROUP (self->actions));
}

/* What can be done follows what is open. */
void
hs_reader_update_actions (HsReader *self)
{
  static const char * const of_article[] = { "as-fetched", "print", "save-pdf" };
  HsReading *reading = hs_reader_get_reading (self);
  GActionMap *map = G_ACTION_MAP (self->actions);
  gboolean pictures = reading != NULL && hs_article_view_get_n_pictures (self->view) > 0;

  for (guint i = 0; i < G_N_ELEMENTS (of_article); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, of_article[i])), reading != NULL);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "load-pictures")), pictures);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "always-pictures")),
                               reading != NULL && self->workspace != NULL
                                 && !hs_workspace_get_read_only (self->workspace));
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "always-pictures")),
                             g_variant_new_boolean (reading != NULL && reading->pictures));
}
