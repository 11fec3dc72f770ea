/* hs-command-refresh.c: feeds fetched into a library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-command.h"

#include <string.h>

#include <glib/gi18n.h>

#include "hs-analyse-job.h"
#include "hs-progress.h"
#include "hs-refresh.h"
#include "hs-secrets.h"
#include "hs-url.h"

typedef struct
{
  HsBar bar;
  HsLibrary *library;  /* (unowned) */
} Watcher;

static void
show_progress (guint       done,
               guint       total,
               const char *status,
               gpointer    data)
{
  Watcher *self = data;

  hs_bar_show (&self->bar, total > 0 ? (double) done / total : -1, status);
}

static void
show_problem (gint64      feed,
              const char *title,
              const char *message,
              gpointer    data)
{
  Watcher *self = data;

  hs_bar_clear (&self->bar);
  hs_command_complain (title, message);
}

static void
show_reading (guint    done,
              guint    total,
              gpointer data)
{
  Watcher *self = data;
  g_autofree char *status = hs_analyse_job_make_status (total);

  hs_bar_show (&self->bar, total > 0 ? (double) done / total : -1, status);
}

static char *
find_secret (const HsStoredFeed *feed,
             gpointer            data)
{
  Watcher *self = data;

  return hs_secrets_lookup (hs_library_get_directory (self->library), feed->state->url, feed->user);
}

/* --- which feeds ------------------------------------------------------------------ */

static gboolean
is_meant (const HsStoredFeed *feed,
          const char         *word)
{
  g_autofree char *title = g_utf8_casefold (feed->title, -1);
  g_autofree char *part = g_utf8_casefold (word, -1);

  return strstr (title, part) != NULL;
}

static gboolean
has_address (const HsStoredFeed *feed,
             const char         *word)
{
  g_autofree char *url = hs_url_from_user (word);
  g_autofree char *asked = url != NULL ? hs_url_normalise (url) : NULL;
  g_autofree char *kept = hs_url_normalise (feed->state->url);

  return g_strcmp0 (asked, kept) == 0;
}

/* A number, an address or a part of the title: the first that fits any feed. */
static guint
add_named (GPtrArray  *feeds,
           const char *word,
           GArray     *ids)
{
  guint before = ids->len;
  gint64 id;
  gboolean is_number = g_ascii_string_to_signed (word, 10, 1, G_MAXINT64, &id, NULL);

  for (guint way = 0; way < 3 && ids->len == before; way++)
    for (guint i = 0; i < feeds->len; i++)
      {
        const HsStoredFeed *feed = g_ptr_array_index (feeds, i);

        if ((way == 0 && is_number && feed->id == id) || (way == 1 && has_address (feed, word))
            || (way == 2 && *word != '\0' && is_meant (feed, word)))
          g_array_append_val (ids, feed->id);
      }
  return ids->len - before;
}

/* NULL without @error set is all. */
static GArray *
collect_feeds (const HsOptions  *options,
               HsLibrary        *library,
               guint            *n_unknown,
               GError          **error)
{
  g_autoptr (GPtrArray) feeds = NULL;
  GArray *ids;

  if (options->arguments[0] == NULL)
    return NULL;
  feeds = hs_library_load_feeds (library, NULL, error);
  if (feeds == NULL)
    return NULL;
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; options->arguments[i] != NULL; i++)
    if (add_named (feeds, options->arguments[i], ids) == 0)
      {
        hs_command_complain (options->arguments[i], _ ("There is no such feed; “hearsay feeds list” names them."));
        (*n_unknown)++;
      }
  return ids;
}

/* --- what came of it ---------------------------------------------------------------- */

static void
print_result (const HsOptions       *options,
              const HsRefreshResult *result)
{
  g_autofree char *asked = NULL;

  if (options->json)
    {
      g_autoptr (JsonObject) object = json_object_new ();

      json_object_set_int_member (object, "feeds", result->feeds);
      json_object_set_int_member (object, "unchanged", result->unchanged);
      json_object_set_int_member (object, "failed", result->failed);
      json_object_set_int_member (object, "added", result->added);
      json_object_set_int_member (object, "changed", result->changed);
      hs_command_print (object, FALSE);
      return;
    }
  asked = g_strdup_printf (ngettext ("%u feed asked", "%u feeds asked", result->feeds), result->feeds);
  g_print (_ ("%s, %u unchanged, %u failed: %u new articles, %u changed\n"), asked, result->unchanged, result->failed,
           result->added, result->changed);
}

static gboolean
refresh (const HsOptions  *options,
         HsLibrary        *library,
         GCancellable     *cancellable,
         guint            *n_unknown,
         HsRefreshResult  *result,
         GError          **error)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) local = NULL;
  Watcher watcher = { .library = library };
  const HsRefreshWatch watch = { show_progress, show_problem, show_reading, find_secret, &watcher };
  HsRefreshFlags flags = options->all ? HS_REFRESH_ALL : HS_REFRESH_DUE;
  gboolean done;

  ids = collect_feeds (options, library, n_unknown, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (ids != NULL)
    flags = HS_REFRESH_INSIST;
  hs_bar_init (&watcher.bar);
  done = hs_refresh_run (library, ids, flags, &watch, cancellable, result, error);
  hs_bar_clear (&watcher.bar);
  return done;
}

/**
 * hs_command_refresh:
 * @options: the options
 *
 * Keeps first and analyses afterwards. Ctrl+C ends either; what was kept stays, and
 * what was not analysed is by the next run.
 *
 * Returns: the exit status
 */
int
hs_command_refresh (const HsOptions *options)
{
  g_autoptr (HsLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  HsRefreshResult result = { 0 };
  HsInterrupt interrupt;
  guint unknown = 0;
  gboolean done;

  if (options->all && options->arguments[0] != NULL)
    return hs_command_usage (_ ("“refresh” takes the names of feeds or --all, not both."));
  hs_interrupt_catch (&interrupt, cancellable);
  library = hs_library_open (options->library, HS_LIBRARY_NO_CREATE, &error);
  done = library != NULL && refresh (options, library, cancellable, &unknown, &result, &error);
  hs_interrupt_end (&interrupt);
  if (library != NULL)
    {
      print_result (options, &result);
      hs_library_close (library);
    }
  if (g_cancellable_is_cancelled (cancellable))
    hs_command_complain (NULL, _ ("Stopped; what was fetched is kept."));
  else if (!done)
    hs_command_complain (library == NULL ? options->library : NULL, error->message);
  hs_refresh_result_clear (&result);
  return done && result.failed == 0 && unknown == 0 ? HS_EXIT_DONE : HS_EXIT_FAILED;
}
