/* hs-command-feeds.c: subscriptions, without a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-command.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "hs-contract.h"
#include "hs-discover.h"
#include "hs-error.h"
#include "hs-feed-health-private.h"
#include "hs-library-feeds.h"
#include "hs-refresh.h"
#include "hs-secrets.h"
#include "hs-url.h"

typedef int (*Action) (const HsOptions  *options,
                       HsLibrary        *library,
                       char            **arguments);

static int
fail (const char *subject,
      GError     *error)
{
  hs_command_complain (subject, error->message);
  return HS_EXIT_FAILED;
}

/* --- in and out of folders -------------------------------------------------------- */

/* "News/Coast"; NULL for what is in none. */
static char *
make_path (GPtrArray *folders,
           gint64     folder)
{
  char *path = NULL;

  for (guint i = folders->len; i-- > 0;)
    {
      const HsStoredFolder *one = g_ptr_array_index (folders, i);
      char *longer;

      if (one->id != folder)
        continue;
      longer = path != NULL ? g_strconcat (one->title, "/", path, NULL) : g_strdup (one->title);
      g_free (path);
      path = longer;
      folder = one->parent;
    }
  return path;
}

static gint64
find_folder (GPtrArray  *folders,
             const char *title,
             gint64      parent)
{
  for (guint i = 0; i < folders->len; i++)
    {
      const HsStoredFolder *one = g_ptr_array_index (folders, i);

      if (one->parent == parent && g_str_equal (one->title, title))
        return one->id;
    }
  return 0;
}

/* The folder of that path, made where it is not there yet; -1 with @error set. */
static gint64
get_folder (HsLibrary   *library,
            const char  *path,
            GError     **error)
{
  g_autoptr (GPtrArray) folders = NULL;
  g_autoptr (GPtrArray) feeds = hs_library_load_feeds (library, &folders, error);
  g_auto (GStrv) names = g_strsplit (path, "/", -1);
  gint64 folder;

  if (feeds == NULL)
    return -1;
  /* a name may have a slash in it */
  folder = find_folder (folders, path, 0);
  if (folder != 0)
    return folder;
  for (guint i = 0; names[i] != NULL && folder >= 0; i++)
    {
      gint64 parent = folder;

      g_strstrip (names[i]);
      if (*names[i] == '\0')
        continue;
      folder = find_folder (folders, names[i], parent);
      if (folder == 0)
        folder = hs_library_add_folder (library, names[i], parent, error);
    }
  return folder;
}

/* --- add and remove ----------------------------------------------------------------- */

static void
print_choice (const char *typed,
              GPtrArray  *found)
{
  hs_command_complain (typed, _ ("It leads to several feeds; add one of these:"));
  for (guint i = 0; i < found->len; i++)
    {
      const HsFoundFeed *one = g_ptr_array_index (found, i);
      g_autofree char *title = hs_command_plain (one->title != NULL ? one->title : _ ("without a title"), FALSE);

      g_printerr ("  %s  %s\n", one->url, title);
    }
}

/* The feed that an address leads to. One that cannot be reached now is taken as it
 * is: it may be of a site that is down, and refreshing says what is wrong with it.
 * Returns: (transfer full) (nullable): %NULL with the reason told */
static char *
find_address (HsLibrary  *library,
              const char *typed,
              const char *url)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = hs_refresh_discover (library, typed, NULL, &error);

  if (found == NULL && g_error_matches (error, HS_ERROR, HS_ERROR_READ))
    {
      hs_command_complain (url, error->message);
      hs_command_complain (url, _ ("It is added as it is, without having been seen."));
      return g_strdup (url);
    }
  if (found == NULL)
    hs_command_complain (url, error->message);
  else if (found->len > 1)
    print_choice (url, found);
  else
    return hs_url_part_user (((HsFoundFeed *) g_ptr_array_index (found, 0))->url, NULL, NULL);
  return NULL;
}

/* Complains of what is there already. */
static gboolean
is_new (HsLibrary  *library,
        const char *url)
{
  g_autoptr (GError) error = NULL;
  gint64 id = hs_library_find_feed (library, url, &error);

  if (id != 0)
    hs_command_complain (url, id > 0 ? _ ("It is there already.") : error->message);
  return id == 0;
}

/* What stood in the address of a feed goes where it belongs. */
static gboolean
keep_credentials (HsLibrary   *library,
                  gint64       id,
                  const char  *url,
                  const char  *user,
                  const char  *password,
                  GError     **error)
{
  HsFeedEdit edit = HS_FEED_EDIT_NOTHING;
  g_autofree char *words = NULL;

  edit.user = user;
  if (user == NULL)
    return TRUE;
  if (!hs_library_edit_feed (library, id, &edit, error))
    return FALSE;
  words = password != NULL ? hs_secrets_store (hs_library_get_directory (library), url, user, password, NULL) : NULL;
  if (words != NULL)
    hs_command_complain (url, words);
  return TRUE;
}

static int
add_feed (const HsOptions  *options,
          HsLibrary        *library,
          char            **arguments)
{
  g_autofree char *given = hs_url_from_user (arguments[0]);
  g_autofree char *user = NULL;
  g_autofree char *password = NULL;
  g_autofree char *typed = given != NULL ? hs_url_part_user (given, &user, &password) : NULL;
  g_autofree char *url = NULL;
  g_autoptr (GError) error = NULL;
  gint64 folder = 0, id = -1;

  if (typed == NULL)
    return hs_command_usage (_ ("“%s” is not the address of a feed."), arguments[0]);
  if (!is_new (library, typed))
    return HS_EXIT_FAILED;
  url = find_address (library, given, typed);
  if (url == NULL || (!g_str_equal (url, typed) && !is_new (library, url)))
    return HS_EXIT_FAILED;
  if (options->folder != NULL)
    folder = get_folder (library, options->folder, &error);
  if (folder >= 0)
    id = hs_library_add_feed (library, url, options->title, folder, &error);
  if (id >= 0)
    keep_credentials (library, id, url, user, password, &error);
  if (error != NULL)
    return fail (url, error);
  if (options->json)
    {
      g_autoptr (JsonObject) object = json_object_new ();

      json_object_set_int_member (object, "id", id);
      json_object_set_string_member (object, "url", url);
      hs_command_print (object, FALSE);
    }
  else
    g_print (_ ("%s is feed %" G_GINT64_FORMAT ".\n"), url, id);
  return HS_EXIT_DONE;
}

/* By number, address or whole title; 0 none, -1 several. */
static gint64
find_feed (GPtrArray  *feeds,
           const char *name)
{
  g_autofree char *url = hs_url_from_user (name);
  g_autofree char *key = url != NULL ? hs_url_normalise (url) : NULL;
  g_autofree char *folded = g_utf8_casefold (name, -1);
  gint64 number = 0, found = 0;
  guint n = 0;

  g_ascii_string_to_signed (name + (*name == '#'), 10, 1, G_MAXINT64, &number, NULL);
  for (guint i = 0; i < feeds->len; i++)
    {
      const HsStoredFeed *feed = g_ptr_array_index (feeds, i);
      g_autofree char *its_key = hs_url_normalise (feed->state->url);
      g_autofree char *its_title = g_utf8_casefold (feed->title, -1);

      if (feed->id == number || g_strcmp0 (its_key, key) == 0)
        return feed->id;
      if (!g_str_equal (its_title, folded))
        continue;
      found = feed->id;
      n++;
    }
  return n > 1 ? -1 : found;
}

static int
remove_feeds (const HsOptions  *options,
              HsLibrary        *library,
              char            **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) feeds = hs_library_load_feeds (library, NULL, &error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (feeds == NULL)
    return fail (NULL, error);
  for (guint i = 0; arguments[i] != NULL; i++)
    {
      gint64 id = find_feed (feeds, arguments[i]);

      if (id <= 0)
        {
          hs_command_complain (arguments[i], id == 0 ? _ ("There is no such feed; nothing was removed.")
                                                     : _ ("Several feeds have that title; use the number. "
                                                          "Nothing was removed."));
          return HS_EXIT_FAILED;
        }
      g_array_append_val (ids, id);
    }
  if (!hs_library_remove_feeds (library, (const gint64 *) ids->data, ids->len, &error))
    return fail (NULL, error);
  return HS_EXIT_DONE;
}

/* --- list and health ------------------------------------------------------------------ */

static void
set_text (JsonObject *object,
          const char *name,
          const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, name, value);
  else
    json_object_set_null_member (object, name);
}

static char *
format_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = NULL;

  if (seconds > 0 && seconds < G_MAXINT64)
    time = g_date_time_new_from_unix_utc (seconds);
  return time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

static void
set_time (JsonObject *object,
          const char *name,
          gint64      seconds)
{
  g_autofree char *text = format_time (seconds);

  set_text (object, name, text);
}

static JsonObject *
make_row (const HsStoredFeed *feed,
          GPtrArray          *folders)
{
  JsonObject *row = json_object_new ();
  g_autofree char *path = make_path (folders, feed->folder);

  json_object_set_int_member (row, "id", feed->id);
  json_object_set_string_member (row, "title", feed->title);
  json_object_set_string_member (row, "url", feed->state->url);
  set_text (row, "home_url", feed->home_url);
  set_text (row, "description", feed->description);
  set_text (row, "folder", path);
  json_object_set_int_member (row, "articles", feed->n_articles);
  json_object_set_int_member (row, "unread", feed->n_unread);
  return row;
}

static JsonObject *
make_health (const HsStoredFeed *feed,
             GPtrArray          *folders)
{
  static const char * const kinds[] = { "ok", "waiting", "failing", "gone" };
  g_autoptr (HsFeedHealth) health = hs_feed_health_new (feed);
  JsonObject *row = json_object_new ();

  json_object_set_int_member (row, "id", feed->id);
  json_object_set_string_member (row, "title", feed->title);
  json_object_set_string_member (row, "url", feed->state->url);
  json_object_set_string_member (row, "health", kinds[health->kind]);
  if (health->last_try > 0)
    json_object_set_string_member (row, "outcome", hs_fetch_outcome_to_nick (feed->state->outcome));
  else
    json_object_set_null_member (row, "outcome");
  if (health->http_status > 0)
    json_object_set_int_member (row, "status", health->http_status);
  else
    json_object_set_null_member (row, "status");
  set_text (row, "message", health->message);
  set_time (row, "last_try", health->last_try);
  set_time (row, "last_success", health->last_success);
  set_time (row, "last_change", health->last_change);
  if (health->size >= 0)
    json_object_set_int_member (row, "size", health->size);
  else
    json_object_set_null_member (row, "size");
  set_time (row, "newest", health->newest);
  set_time (row, "next", health->next);
  json_object_set_string_member (row, "why", health->why);
  json_object_set_int_member (row, "failures", health->failures);
  set_text (row, "moved_to", health->moved);
  return row;
}

static void
print_row (const HsStoredFeed *feed,
           GPtrArray          *folders)
{
  g_autofree char *path = make_path (folders, feed->folder);
  g_autofree char *words = g_strdup_printf ("%s%s%s", path != NULL ? path : "", path != NULL ? "/" : "", feed->title);
  g_autofree char *plain = hs_command_plain (words, FALSE);
  g_autofree char *url = hs_command_plain (feed->state->url, FALSE);

  g_print ("%6" G_GINT64_FORMAT "  %5u/%-5u  %s  %s\n", feed->id, feed->n_unread, feed->n_articles, plain, url);
}

/* A line for each thing that is known. */
static void
print_health (const HsStoredFeed *feed,
              GPtrArray          *folders)
{
  g_autoptr (HsFeedHealth) health = hs_feed_health_new (feed);
  g_autofree char *title = hs_command_plain (health->title, FALSE);
  g_autofree char *url = hs_command_plain (health->url, FALSE);
  g_autofree char *message = health->message != NULL ? hs_command_plain (health->message, FALSE) : NULL;
  g_autofree char *success = format_time (health->last_success);
  g_autofree char *newest = format_time (health->newest);
  g_autofree char *next = format_time (health->next);
  g_autofree char *size = health->size >= 0 ? g_format_size (health->size) : NULL;

  g_print ("%" G_GINT64_FORMAT "  %s  %s\n", health->id, title, url);
  g_print ("    %s", health->status);
  if (health->http_status > 0)
    g_print (" (%u)", health->http_status);
  if (health->failures > 1)
    g_print (ngettext (", %u time in a row", ", %u times in a row", health->failures), health->failures);
  g_print ("%s%s\n", message != NULL ? ": " : "", message != NULL ? message : "");
  g_print (_ ("    last success %s, size %s, newest article %s\n"), success != NULL ? success : _ ("never"),
           size != NULL ? size : _ ("unknown"), newest != NULL ? newest : _ ("unknown"));
  g_print (_ ("    next %s: %s\n"), next != NULL ? next : health->next > 0 ? _ ("never") : _ ("now"), health->why);
}

static int
show_feeds (const HsOptions  *options,
            HsLibrary        *library,
            JsonObject     *(*make) (const HsStoredFeed *, GPtrArray *),
            void            (*print) (const HsStoredFeed *, GPtrArray *))
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) folders = NULL;
  g_autoptr (GPtrArray) feeds = hs_library_load_feeds (library, &folders, &error);

  if (feeds == NULL)
    return fail (NULL, error);
  if (options->json)
    fputs ("[", stdout);
  for (guint i = 0; i < feeds->len; i++)
    {
      const HsStoredFeed *feed = g_ptr_array_index (feeds, i);
      g_autoptr (JsonObject) row = NULL;
      g_autofree char *text = NULL;

      if (!options->json)
        {
          print (feed, folders);
          continue;
        }
      row = make (feed, folders);
      text = hs_contract_print (row, FALSE);
      printf ("%s%s", i == 0 ? "\n" : ",\n", text);
    }
  if (options->json)
    fputs ("\n]\n", stdout);
  return HS_EXIT_DONE;
}

static int
list_feeds (const HsOptions  *options,
            HsLibrary        *library,
            char            **arguments)
{
  return show_feeds (options, library, make_row, print_row);
}

static int
show_health (const HsOptions  *options,
             HsLibrary        *library,
             char            **arguments)
{
  return show_feeds (options, library, make_health, print_health);
}

/* --- OPML ------------------------------------------------------------------------------ */

static int
import_feeds (const HsOptions  *options,
              HsLibrary        *library,
              char            **arguments)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (arguments[0]);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &error);
  g_autoptr (GPtrArray) skipped = NULL;
  g_autoptr (HsOutline) outline = NULL;
  guint added = 0;

  if (bytes == NULL)
    {
      error = hs_error_from_io (g_steal_pointer (&error));
      return fail (arguments[0], error);
    }
  outline = hs_opml_read (bytes, &skipped, &error);
  if (skipped == NULL)
    skipped = g_ptr_array_new_with_free_func (g_free);
  if (outline == NULL || !hs_library_import_outline (library, outline, skipped, &added, &error))
    return fail (arguments[0], error);
  for (guint i = 0; i < skipped->len; i++)
    hs_command_complain (arguments[0], g_ptr_array_index (skipped, i));
  if (options->json)
    {
      g_autoptr (JsonObject) object = json_object_new ();
      JsonArray *left_out = json_array_new ();

      for (guint i = 0; i < skipped->len; i++)
        json_array_add_string_element (left_out, g_ptr_array_index (skipped, i));
      json_object_set_int_member (object, "added", added);
      json_object_set_array_member (object, "skipped", left_out);
      hs_command_print (object, FALSE);
    }
  else
    g_print (_ ("%u new, %u left out\n"), added, skipped->len);
  return HS_EXIT_DONE;
}

static int
export_feeds (const HsOptions  *options,
              HsLibrary        *library,
              char            **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsOutline) outline = hs_library_load_outline (library, &error);
  g_autoptr (GFile) file = NULL;
  g_autofree char *text = NULL;

  if (outline == NULL)
    return fail (NULL, error);
  text = hs_opml_write (outline, "Hearsay");
  if (options->output == NULL || g_str_equal (options->output, "-"))
    {
      fputs (text, stdout);
      return HS_EXIT_DONE;
    }
  file = g_file_new_for_commandline_arg (options->output);
  if (g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL,
                               &error))
    return HS_EXIT_DONE;
  error = hs_error_from_io (g_steal_pointer (&error));
  return fail (options->output, error);
}

/* --- which of them ------------------------------------------------------------------------ */

static const struct
{
  const char *name;
  Action action;
  HsLibraryFlags flags;
  guint least;      /* arguments */
  guint most;
} actions[] = {
  { "add", add_feed, HS_LIBRARY_DEFAULT, 1, 1 },
  { "remove", remove_feeds, HS_LIBRARY_NO_CREATE, 1, G_MAXUINT },
  { "list", list_feeds, HS_LIBRARY_READ_ONLY | HS_LIBRARY_NO_CREATE, 0, 0 },
  { "import", import_feeds, HS_LIBRARY_DEFAULT, 1, 1 },
  { "export", export_feeds, HS_LIBRARY_READ_ONLY | HS_LIBRARY_NO_CREATE, 0, 0 },
  { "health", show_health, HS_LIBRARY_READ_ONLY | HS_LIBRARY_NO_CREATE, 0, 0 },
};

static int
check_options (const HsOptions *options,
               Action           action)
{
  if (options->output != NULL && action != export_feeds)
    return hs_command_usage (_ ("“--output” goes with “feeds export”."));
  if ((options->title != NULL || options->folder != NULL) && action != add_feed)
    return hs_command_usage (_ ("“--title” and “--folder” go with “feeds add”."));
  return HS_EXIT_DONE;
}

/**
 * hs_command_feeds:
 * @options: the options
 *
 * Returns: the exit status
 */
int
hs_command_feeds (const HsOptions *options)
{
  char **arguments = options->arguments;
  g_autoptr (HsLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  guint n = g_strv_length (arguments);
  int status;

  for (guint i = 0; n > 0 && i < G_N_ELEMENTS (actions); i++)
    {
      if (!g_str_equal (arguments[0], actions[i].name))
        continue;
      if (n - 1 < actions[i].least || n - 1 > actions[i].most)
        return hs_command_usage (_ ("“feeds %s” has too few or too many arguments."), actions[i].name);
      status = check_options (options, actions[i].action);
      if (status != HS_EXIT_DONE)
        return status;
      library = hs_library_open (options->library, actions[i].flags, &error);
      if (library == NULL)
        return fail (options->library, error);
      status = actions[i].action (options, library, arguments + 1);
      hs_library_close (library);
      return status;
    }
  return hs_command_usage (_ ("“feeds” needs one of add, remove, list, import, export and health."));
}
