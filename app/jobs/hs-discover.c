/* hs-discover.c: the feeds that an address leads to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-discover.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "hs-discovery.h"
#include "hs-error.h"
#include "hs-refresh-private.h"
#include "hs-url.h"
#include "hs-workspace-private.h"

#define MAX_CANDIDATES 8
#define MAX_PREVIEW 5
#define MAX_FEED (32 * 1024 * 1024)
#define MAX_ENTRIES 10000

/* An address on its way to be a feed or not. */
typedef struct
{
  char *url;              /* (owned) */
  HsFetchResult *result;  /* (owned) (nullable) */
  gboolean done;
  HsFoundFeed *found;     /* (owned) (nullable) */
} Candidate;

static void
candidate_free (gpointer data)
{
  Candidate *self = data;

  g_free (self->url);
  g_clear_pointer (&self->result, hs_fetch_result_free);
  g_clear_pointer (&self->found, hs_found_feed_free);
  g_free (self);
}

/**
 * hs_found_feed_free:
 * @self: (transfer full): a feed that was found
 */
void
hs_found_feed_free (HsFoundFeed *self)
{
  g_free (self->url);
  g_free (self->title);
  g_free (self->newest);
  g_free (self->newest_time);
  g_ptr_array_unref (self->preview);
  g_free (self);
}

/* --- is it a feed? ------------------------------------------------------------------ */

typedef struct
{
  HsFoundFeed *found;   /* (unowned) */
  gint64 newest;
} Reading;

static gint64
read_time (const char *date)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *whole = date != NULL && strlen (date) == 10 ? g_strconcat (date, "T00:00:00Z", NULL)
                                                               : g_strdup (date);
  g_autoptr (GDateTime) time = whole != NULL ? g_date_time_new_from_iso8601 (whole, utc) : NULL;

  return time != NULL ? g_date_time_to_unix (time) : G_MININT64;
}

static gboolean
take_entry (HsFeedEntry *taken,
            gpointer     data)
{
  g_autoptr (HsFeedEntry) entry = taken;
  Reading *reading = data;
  HsFoundFeed *found = reading->found;
  g_autofree char *title = hs_feed_text_to_plain (entry->title);
  const char *date = entry->published != NULL ? entry->published : entry->modified;
  gint64 time = read_time (date);

  if (title != NULL && found->preview->len < MAX_PREVIEW)
    g_ptr_array_add (found->preview, g_strdup (title));
  /* the first one stands for all until one says that it is newer */
  if (found->n_entries++ == 0 || time > reading->newest)
    {
      reading->newest = time;
      g_free (found->newest);
      g_free (found->newest_time);
      found->newest = g_steal_pointer (&title);
      found->newest_time = g_strdup (date);
    }
  return found->n_entries < MAX_ENTRIES;
}

static HsFoundFeed *
read_feed (const HsFetchResult  *result,
           const char           *url,
           GError              **error)
{
  HsFoundFeed *found = g_new0 (HsFoundFeed, 1);
  Reading reading = { found, G_MININT64 };
  g_autoptr (HsFeed) feed = NULL;

  found->url = g_strdup (result->moved != NULL ? result->moved : url);
  found->preview = g_ptr_array_new_with_free_func (g_free);
  feed = hs_feed_parse (result->bytes, result->content_type, result->url, take_entry, &reading, error);
  if (feed == NULL)
    {
      hs_found_feed_free (found);
      return NULL;
    }
  found->title = hs_feed_text_to_plain (feed->title);
  return found;
}

/* --- asking ---------------------------------------------------------------------------- */

static void
on_fetched (GObject      *object,
            GAsyncResult *async,
            gpointer      data)
{
  Candidate *candidate = data;

  candidate->result = hs_fetcher_fetch_finish (HS_FETCHER (object), async, NULL);
  candidate->done = TRUE;
}

static Candidate *
ask (HsFetcher    *fetcher,
     const char   *url,
     GCancellable *cancellable)
{
  g_autoptr (HsFetchRequest) request = hs_fetch_request_new (url);
  Candidate *candidate = g_new0 (Candidate, 1);

  candidate->url = g_strdup (url);
  request->accept = g_strdup (HS_REFRESH_ACCEPT);
  request->max_bytes = MAX_FEED;
  hs_fetcher_fetch_async (fetcher, request, cancellable, on_fetched, candidate);
  return candidate;
}

static void
wait_for (Candidate *candidate)
{
  while (!candidate->done)
    g_main_context_iteration (g_main_context_get_thread_default (), TRUE);
}

/* What was typed without a scheme is meant protected; a server that does not
 * speak so at all is asked openly. */
static Candidate *
ask_as_typed (HsFetcher    *fetcher,
              const char   *typed,
              const char   *url,
              GCancellable *cancellable)
{
  Candidate *candidate = ask (fetcher, url, cancellable);
  g_autofree char *open = NULL;

  wait_for (candidate);
  if (candidate->result == NULL || candidate->result->outcome != HS_FETCH_UNREACHABLE || strstr (typed, "://") != NULL)
    return candidate;
  open = g_strconcat ("http", url + strlen ("https"), NULL);
  candidate_free (candidate);
  candidate = ask (fetcher, open, cancellable);
  wait_for (candidate);
  return candidate;
}

/* What the page names; where it names nothing, where feeds commonly lie. */
static GPtrArray *
ask_candidates (HsFetcher           *fetcher,
                const HsFetchResult *page,
                GCancellable        *cancellable)
{
  g_autoptr (GPtrArray) named = hs_discovery_find (page->bytes, page->content_type, page->url);
  GPtrArray *candidates = g_ptr_array_new_with_free_func (candidate_free);
  gboolean stated = named->len > 0 && ((HsFeedCandidate *) g_ptr_array_index (named, 0))->stated;

  for (guint i = 0; i < named->len && candidates->len < MAX_CANDIDATES; i++)
    {
      const HsFeedCandidate *one = g_ptr_array_index (named, i);

      if (one->stated || !stated)
        g_ptr_array_add (candidates, ask (fetcher, one->url, cancellable));
    }
  for (guint i = 0; i < candidates->len; i++)
    wait_for (g_ptr_array_index (candidates, i));
  return candidates;
}

static void
add_found (GPtrArray   *all,
           HsFoundFeed *found)
{
  g_autofree char *url = hs_url_normalise (found->url);

  for (guint i = 0; i < all->len; i++)
    {
      g_autofree char *other = hs_url_normalise (((HsFoundFeed *) g_ptr_array_index (all, i))->url);

      if (g_str_equal (url, other))
        {
          hs_found_feed_free (found);
          return;
        }
    }
  g_ptr_array_add (all, found);
}

static GPtrArray *
discover (HsFetcher     *fetcher,
          const char    *typed,
          const char    *url,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_found_feed_free);
  g_autoptr (GPtrArray) candidates = NULL;
  Candidate *page = ask_as_typed (fetcher, typed, url, cancellable);
  HsFoundFeed *found = NULL;

  if (page->result != NULL && page->result->outcome != HS_FETCH_OK)
    g_set_error_literal (error, HS_ERROR, HS_ERROR_READ, page->result->message);
  else if (page->result != NULL)
    {
      found = read_feed (page->result, page->url, NULL);
      if (found != NULL)
        g_ptr_array_add (all, found);
      else
        candidates = ask_candidates (fetcher, page->result, cancellable);
    }
  candidate_free (page);
  for (guint i = 0; candidates != NULL && i < candidates->len; i++)
    {
      const Candidate *one = g_ptr_array_index (candidates, i);

      found = one->result != NULL && one->result->outcome == HS_FETCH_OK ? read_feed (one->result, one->url, NULL)
                                                                         : NULL;
      if (found != NULL)
        add_found (all, found);
    }
  if ((error != NULL && *error != NULL) || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (all->len > 0)
    return g_steal_pointer (&all);
  g_set_error_literal (error, HS_ERROR, HS_ERROR_NOT_FOUND,
                       _("There is no feed at this address, and its page names none."));
  return NULL;
}

static void
mark_known (HsLibrary *library,
            GPtrArray *all)
{
  for (guint i = 0; i < all->len; i++)
    {
      HsFoundFeed *found = g_ptr_array_index (all, i);

      found->known = hs_library_find_feed (library, found->url, NULL) > 0;
    }
}

/**
 * hs_refresh_discover:
 * @library: to tell what is known already
 * @typed: an address as a person types it
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * A feed is found at the address itself, or else behind what its page names, or
 * else where feeds commonly lie; at most eight are tried. Waits; any thread but
 * the main one.
 *
 * Returns: (transfer full) (element-type HsFoundFeed) (nullable): at least one
 */
GPtrArray *
hs_refresh_discover (HsLibrary     *library,
                     const char    *typed,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autofree char *url = hs_url_from_user (typed);
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GError) local = NULL;
  HsFetcher *fetcher;
  GPtrArray *all;

  if (url == NULL)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_USAGE, _("“%s” is no web address."), typed);
      return NULL;
    }
  g_main_context_push_thread_default (context);
  fetcher = hs_fetcher_new ();
  all = discover (fetcher, typed, url, cancellable, &local);
  g_object_unref (fetcher);
  g_main_context_pop_thread_default (context);
  if (all != NULL)
    mark_known (library, all);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return all;
}

/* --- for the window ---------------------------------------------------------------------- */

static void
discover_work (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *all = hs_refresh_discover (hs_workspace_get_library (source), data, cancellable, &error);

  if (all != NULL)
    g_task_return_pointer (task, all, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * hs_discover_async:
 * @workspace: a workspace
 * @typed: an address as a person types it
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main loop
 * @user_data: for @callback
 *
 * hs_refresh_discover() on a thread of its own. Main thread.
 */
void
hs_discover_async (HsWorkspace         *workspace,
                   const char          *typed,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (HS_IS_WORKSPACE (workspace));
  g_return_if_fail (typed != NULL);

  g_network_monitor_get_default (); /* belongs to the thread that first asks: this one */
  task = g_task_new (workspace, cancellable, callback, user_data);
  g_task_set_source_tag (task, hs_discover_async);
  g_task_set_task_data (task, g_strdup (typed), g_free);
  g_task_run_in_thread (task, discover_work);
}

/**
 * hs_discover_finish:
 * @workspace: a workspace
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (element-type HsFoundFeed) (nullable): at least one
 */
GPtrArray *
hs_discover_finish (HsWorkspace   *workspace,
                    GAsyncResult  *result,
                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
