/* test-feeds.c: a feed that is found, one that is logged in to, one asked again, a link
 * that is dropped
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "hs-add-feed-dialog.h"
#include "hs-feed-dialog.h"
#include "hs-health-window.h"
#include "hs-library-feeds.h"
#include "hs-secrets.h"
#include "hs-window.h"
#include "hs-workspace-feeds.h"
#include "library-test.h"
#include "loopback.h"
#include "widget-test.h"

#define XML "HTTP/1.1 200 OK\nContent-Type: application/rss+xml"
#define RSS \
  "<rss version='2.0'><channel><title>The Ledger</title>" \
  "<item><title>Quay is closed</title><pubDate>Wed, 15 Nov 2023 10:00:00 GMT</pubDate></item>" \
  "<item><title>Ship is late</title><pubDate>Tue, 14 Nov 2023 10:00:00 GMT</pubDate></item></channel></rss>"

typedef struct
{
  WorkspaceTest workspace;
  Loopback *server;   /* (owned) */
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  workspace_test_set_up (&self->workspace, data);
  self->server = loopback_new (NULL);
  loopback_say (self->server, "/feed", XML, RSS);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  loopback_free (self->server);
  workspace_test_tear_down (&self->workspace, data);
}

/* What is in the list as it is kept, read by a library of its own. */
static GPtrArray *
load_feeds (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsLibrary) library = hs_library_open (self->workspace.directory, HS_LIBRARY_READ_ONLY, &error);
  GPtrArray *feeds = hs_library_load_feeds (library, NULL, &error);

  g_assert_no_error (error);
  hs_library_close (library);
  return feeds;
}

static gint64
add_feed (Fixture *self)
{
  g_autofree char *url = loopback_url (self->server, 1, "/feed");

  hs_workspace_add_feed (self->workspace.workspace, url, "The Ledger", 0, workspace_test_edit_done, &self->workspace);
  return workspace_test_edited (&self->workspace);
}

/* Waits for a widget to come. */
static GtkWidget *
wait_for (GtkWidget  *top,
          GType       type,
          const char *text)
{
  for (guint i = 0; i < 200; i++)
    {
      GtkWidget *found = widget_test_find (top, type, text);

      if (found != NULL)
        return found;
      widget_test_run (50);
    }
  g_error ("there is no %s “%s”", g_type_name (type), text);
}

/* --- adding ----------------------------------------------------------------------- */

static void
test_found_feed_is_previewed_before_it_is_added (Fixture       *self,
                                                 gconstpointer  data)
{
  g_autofree char *url = loopback_url (self->server, 1, "/feed");
  GtkWindow *dialog = hs_add_feed_dialog_new (self->workspace.workspace, url);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  GtkWidget *row, *check;

  gtk_window_present (dialog);
  row = wait_for (GTK_WIDGET (dialog), ADW_TYPE_EXPANDER_ROW, "The Ledger");
  g_assert_nonnull (strstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), "2 entries"));
  g_assert_nonnull (strstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)),
                            "newest: Quay is closed (2023-11-15)"));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  wait_for (row, ADW_TYPE_ACTION_ROW, "Ship is late");
  before = load_feeds (self);
  g_assert_cmpuint (before->len, ==, 0);
  check = widget_test_find (row, GTK_TYPE_CHECK_BUTTON, NULL);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  hs_dialog_apply (HS_DIALOG (dialog));
  while (dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
  after = load_feeds (self);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_cmpstr (((HsStoredFeed *) g_ptr_array_index (after, 0))->state->url, ==, url);
}

static void
test_address_without_a_feed_says_so (Fixture       *self,
                                     gconstpointer  data)
{
  g_autofree char *url = loopback_url (self->server, 1, "/nothing");
  GtkWindow *dialog = hs_add_feed_dialog_new (self->workspace.workspace, url);

  gtk_window_present (dialog);
  wait_for (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "Add It All the Same");
  gtk_window_destroy (dialog);
}

/* --- logging in -------------------------------------------------------------------- */

static char *
look_up (Fixture *self)
{
  g_autofree char *url = loopback_url (self->server, 1, "/feed");

  return hs_secrets_lookup (self->workspace.directory, url, "reader");
}

static gpointer
look_up_in_thread (gpointer data)
{
  return look_up (data);
}

static void
test_password_goes_to_the_keyring_and_the_name_to_the_library (Fixture       *self,
                                                               gconstpointer  data)
{
  GtkWindow *dialog = hs_feed_dialog_new (self->workspace.workspace, add_feed (self));
  g_autoptr (GPtrArray) feeds = NULL;
  GtkWidget *password, *name;
  char *kept;

  gtk_window_present (dialog);
  wait_for (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "The Ledger");
  password = wait_for (GTK_WIDGET (dialog), ADW_TYPE_PASSWORD_ENTRY_ROW, NULL);
  name = gtk_widget_get_prev_sibling (password);
  g_assert_true (ADW_IS_ENTRY_ROW (name));
  gtk_editable_set_text (GTK_EDITABLE (name), "reader");
  gtk_editable_set_text (GTK_EDITABLE (password), "kingfisher");
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  hs_dialog_apply (HS_DIALOG (dialog));
  while (dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
  kept = g_thread_join (g_thread_new ("look-up", look_up_in_thread, self));
  g_assert_cmpstr (kept, ==, "kingfisher");
  hs_secrets_free (kept);
  feeds = load_feeds (self);
  g_assert_cmpstr (((HsStoredFeed *) g_ptr_array_index (feeds, 0))->user, ==, "reader");
}

/* --- asking again ------------------------------------------------------------------- */

static void
asked_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  gsize n;
  const gint64 *ids = g_variant_get_fixed_array (parameter, &n, sizeof (gint64));

  g_assert_cmpuint (n, ==, 1);
  *(gint64 *) user_data = ids[0];
}

static void
test_retry_asks_that_feed (Fixture       *self,
                           gconstpointer  data)
{
  gint64 feed = add_feed (self), asked = 0;
  GtkWindow *parent = GTK_WINDOW (gtk_window_new ());
  GtkWindow *health = hs_health_window_new (self->workspace.workspace);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("refresh-feeds", G_VARIANT_TYPE ("ax"));
  GtkWidget *retry;

  g_signal_connect (action, "activate", G_CALLBACK (asked_cb), &asked);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (parent), "win", G_ACTION_GROUP (actions));
  gtk_window_set_transient_for (health, parent);
  gtk_window_present (health);
  retry = gtk_widget_get_ancestor (wait_for (GTK_WIDGET (health), GTK_TYPE_LABEL, "The Ledger"), GTK_TYPE_LIST_BOX_ROW);
  retry = wait_for (retry, GTK_TYPE_BUTTON, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (retry), GTK_ACCESSIBLE_PROPERTY_LABEL, "Ask The Ledger now");
  g_signal_emit_by_name (retry, "clicked");
  g_assert_cmpint (asked, ==, feed);
  gtk_window_destroy (health);
  gtk_window_destroy (parent);
}

/* --- a link on the window -------------------------------------------------------------- */

static GtkDropTarget *
find_drop_target (GtkWidget *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) one = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (one))
        return GTK_DROP_TARGET (one);
    }
  g_error ("nothing can be dropped");
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *l = all; l != NULL; l = l->next)
    if (HS_IS_ADD_FEED_DIALOG (l->data))
      return l->data;
  return NULL;
}

static void
test_dropped_link_is_looked_for (Fixture       *self,
                                 gconstpointer  data)
{
  g_autofree char *url = loopback_url (self->server, 1, "/feed");
  g_autoptr (AdwApplication) application = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_autofree char *directory = g_dir_make_tmp ("hearsay-drop-XXXXXX", NULL);
  g_auto (GValue) value = G_VALUE_INIT;
  GtkWindow *window;
  gboolean taken = FALSE;

  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  window = hs_window_new (GTK_APPLICATION (application), directory);
  gtk_window_present (window);
  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, url);
  /* until the library is open nothing can be dropped */
  for (guint i = 0; i < 100 && !taken; i++)
    {
      widget_test_run (50);
      g_signal_emit_by_name (find_drop_target (GTK_WIDGET (window)), "drop", &value, 10.0, 10.0, &taken);
    }
  g_assert_true (taken);
  g_assert_nonnull (find_dialog ());
  wait_for (find_dialog (), ADW_TYPE_EXPANDER_ROW, "The Ledger");
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));
  gtk_window_close (window);
  while (gtk_application_get_windows (GTK_APPLICATION (application)) != NULL)
    g_main_context_iteration (NULL, TRUE);
  widget_test_run (300);
  library_test_remove (directory);
}

int
main (int    argc,
      char **argv)
{
  /* where there is no keyring a password is kept for the run */
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
  widget_test_init (&argc, &argv);
#define ADD(path, func) g_test_add ("/feeds/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("found-feed-is-previewed-before-it-is-added", test_found_feed_is_previewed_before_it_is_added);
  ADD ("address-without-a-feed-says-so", test_address_without_a_feed_says_so);
  ADD ("password-goes-to-the-keyring-and-the-name-to-the-library",
       test_password_goes_to_the_keyring_and_the_name_to_the_library);
  ADD ("retry-asks-that-feed", test_retry_asks_that_feed);
  ADD ("dropped-link-is-looked-for", test_dropped_link_is_looked_for);
#undef ADD
  return g_test_run ();
}
