/* hs-refresh.c: feeds fetched, read, and their articles kept
 *
 * The calling thread asks and counts; reading and writing is done on threads
 * of a pool. A feed goes round so:
 *
 *   fetch ─► read, match ─┬─► keep ─► its icon, once a week
 *                         └─► fetch the page of each new entry ─► keep
 *
 * Articles are kept without being analysed: they can be read and searched at once.
 * That comes when no feed is left, or while the slowest servers keep us waiting;
 * icons may take as long as that. While the threads have enough to do nothing new is asked for, so that no more
 * than some tens of bodies are held, however many feeds there are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-refresh-lock.h"
#include "hs-refresh-private.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "hs-analyse.h"
#include "hs-error.h"
#include "hs-worker.h"

#define MAX_WAITING 32
/* More threads than cores: so many may wait until they are written, together. */
#define MAX_WRITING 20
#define MAX_FEED (32 * 1024 * 1024)
#define MAX_PAGE (8 * 1024 * 1024)
#define MAX_ICON (512 * 1024)
/* What is no larger is remembered for other feeds of the same site. */
#define MAX_ICON_REMEMBERED (64 * 1024)
#define ICON_TIMEOUT 10
/* When there is nothing else left to do, icons are given so long. */
#define ICON_PATIENCE 2
/* Of one feed at a time; more are there only when a feed is first read. */
#define MAX_PAGES 500
/* What was kept is analysed when nothing else has come for so long. */
#define QUIET_MS 1000

typedef struct
{
  HsLibrary *library;              /* (unowned) */
  const HsRefreshHooks *hooks;     /* (unowned) */
  const HsRefreshWatch *watch;     /* (unowned) (nullable) */
  GCancellable *cancellable;       /* (unowned) (nullable) */
  HsRefreshResult result;
  gboolean full_pages;             /* of every feed */
  int lock;                        /* (owned): a file; -1 none */
  guint interval;                  /* seconds */

  GMainContext *context;           /* (owned) */
  HsFetcher *fetcher;              /* (owned) */
  GThreadPool *pool;               /* (owned) */
  GPtrArray *feeds;                /* (owned) (element-type HsStoredFeed): to be asked */
  GHashTable *icons;               /* (owned) (element-type utf8 Icon): by address */
  GSource *quiet;                  /* (owned) (nullable) */
  guint done;                      /* feeds */
  guint open;                      /* feeds that have not come to an end */
  guint open_icons;                /* icons that have not */
  guint waiting;                   /* for a thread, or on one */
  gboolean reads;                  /* articles are to be analysed, too */
  gboolean reading;                /* they are just now */
  gboolean unread;                 /* there may be some that nobody looked at */
  GCancellable *impatience;        /* (owned): ends what is asked for an icon */
  GSource *patience;               /* (owned) (nullable) */
  GError *error;                   /* (owned) (nullable): of the library, ends it all */
} Refresh;

/* An icon that was asked for. */
typedef struct
{
  GArray *feeds;   /* (owned) (element-type gint64): that want it, until it came */
  gboolean came;
  GBytes *bytes;   /* (owned) (nullable): what came; NULL none */
} Icon;

/* What a thread is to do for a refresh. */
typedef enum
{
  WORK_READ,   /* read and, unless pages are wanted, keep */
  WORK_KEEP,
  WORK_ICON,
  WORK_ANALYSE
} WorkKind;

typedef struct
{
  Refresh *refresh;         /* (unowned) */
  WorkKind kind;
  HsRefreshAnswer *answer;  /* (owned) (nullable) */
  guint pages;              /* of its entries that are under way */
  GArray *icon_feeds;       /* (owned) (nullable) (element-type gint64) */
  char *icon_url;           /* (owned) (nullable) */
  gint64 icon_asked;        /* monotonic microseconds */
  GBytes *icon;             /* (owned) (nullable) */
  gboolean wants_pages;
  GError *error;            /* (owned) (nullable) */
} Work;

/* One page on its way to its entry. */
typedef struct
{
  Work *work;
  HsRefreshEntry *entry;
} Page;

static void on_worked (Work *work);

static void
icon_free (Icon *self)
{
  g_clear_pointer (&self->feeds, g_array_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

static gint64
now (Refresh *self)
{
  return self->hooks->clock != NULL ? self->hooks->clock (self->hooks->clock_data)
                                    : g_get_real_time () / G_USEC_PER_SEC;
}

static void
work_free (Work *work)
{
  g_clear_pointer (&work->answer, hs_refresh_answer_free);
  g_clear_pointer (&work->icon_feeds, g_array_unref);
  g_clear_pointer (&work->icon, g_bytes_unref);
  g_free (work->icon_url);
  g_clear_error (&work->error);
  g_free (work);
}

/* --- on a thread of the pool --------------------------------------------------------- */

static gboolean
keep_icon (Work *work)
{
  for (guint i = 0; i < work->icon_feeds->len; i++)
    if (!hs_library_keep_icon (work->refresh->library, g_array_index (work->icon_feeds, gint64, i), work->icon,
                               &work->error))
      return FALSE;
  return TRUE;
}

static void
read_answer (Work *work)
{
  Refresh *self = work->refresh;
  HsRefreshAnswer *answer = work->answer;

  if (!hs_refresh_answer_read (answer, self->library, self->interval))
    return;
  work->wants_pages = (answer->feed->full_page || self->full_pages) && answer->entries != NULL
                      && answer->entries->len > 0;
  if (!work->wants_pages)
    hs_refresh_answer_keep (answer, self->library, self->cancellable);
}

/* What is told of the analysis, on its way to the calling thread. */
typedef struct
{
  Refresh *refresh;  /* (unowned) */
  guint done;
  guint total;
  char *message;     /* (owned) (nullable): of a problem */
} Word;

static gboolean
tell (gpointer data)
{
  Word *word = data;
  const HsRefreshWatch *watch = word->refresh->watch;

  /* as long as feeds are missing, they are what is waited for */
  if (word->message != NULL && watch->problem != NULL)
    watch->problem (0, NULL, word->message, watch->data);
  else if (word->message == NULL && watch->reading != NULL && word->refresh->open == 0)
    watch->reading (word->done, word->total, watch->data);
  g_free (word->message);
  g_free (word);
  return G_SOURCE_REMOVE;
}

static void
tell_reading (guint    done,
              guint    total,
              gpointer data)
{
  Refresh *self = data;
  Word *word = g_new0 (Word, 1);

  word->refresh = self;
  word->done = done;
  word->total = total;
  g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, tell, word, NULL);
}

static void
tell_unreadable (gint64      article,
                 const char *message,
                 gpointer    data)
{
  Refresh *self = data;
  Word *word = g_new0 (Word, 1);

  word->refresh = self;
  word->message = g_strdup (message);
  g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, tell, word, NULL);
}

static void
analyse (Work *work)
{
  Refresh *self = work->refresh;
  const HsAnalyseWatch watch = { tell_reading, tell_unreadable, self };

  hs_analyse_run (self->library, self->watch != NULL ? &watch : NULL, self->cancellable, NULL, &work->error);
}

static gboolean
worked (gpointer data)
{
  on_worked (data);
  return G_SOURCE_REMOVE;
}

static void
do_work (gpointer data,
         gpointer user_data)
{
  Work *work = data;
  Refresh *self = work->refresh;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, &work->error))
    ;
  else if (work->kind == WORK_READ)
    read_answer (work);
  else if (work->kind == WORK_KEEP)
    hs_refresh_answer_keep (work->answer, self->library, self->cancellable);
  else if (work->kind == WORK_ICON)
    keep_icon (work);
  else
    analyse (work);
  if (work->answer != NULL && work->answer->error != NULL && work->error == NULL)
    work->error = g_steal_pointer (&work->answer->error);
  g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, worked, work, NULL);
}

/* --- on the calling thread --------------------------------------------------------------- */

static void
push (Work     *work,
      WorkKind  kind)
{
  Refresh *self = work->refresh;

  work->kind = kind;
  if (++self->waiting == MAX_WAITING)
    g_object_set (self->fetcher, "held", TRUE, NULL);
  g_thread_pool_push (self->pool, work, NULL);
}

static void
report (Refresh    *self,
        const char *status)
{
  if (self->watch != NULL && self->watch->progress != NULL)
    self->watch->progress (self->done, self->feeds->len, status, self->watch->data);
}

static void
report_problem (Refresh            *self,
                const HsStoredFeed *feed,
                const char         *message)
{
  if (self->watch != NULL && self->watch->problem != NULL)
    self->watch->problem (feed->id, feed->title, message, self->watch->data);
}

/* --- articles are analysed, then or meanwhile --- */

static void
drop_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
read_articles (Refresh *self)
{
  Work *work;

  if (!self->reads || self->reading || !self->unread)
    return;
  self->reading = TRUE;
  self->unread = FALSE;
  work = g_new0 (Work, 1);
  work->refresh = self;
  push (work, WORK_ANALYSE);
}

static gboolean
on_quiet (gpointer data)
{
  Refresh *self = data;

  g_clear_pointer (&self->quiet, g_source_unref);
  if (self->waiting == 0)
    read_articles (self);
  return G_SOURCE_REMOVE;
}

static void
wait_for_quiet (Refresh *self)
{
  drop_source (&self->quiet);
  if (!self->unread || self->reading)
    return;
  self->quiet = g_timeout_source_new (QUIET_MS);
  g_source_set_callback (self->quiet, on_quiet, self, NULL);
  g_source_attach (self->quiet, self->context);
}

static gboolean
on_patience (gpointer data)
{
  Refresh *self = data;

  g_cancellable_cancel (self->impatience);
  return G_SOURCE_REMOVE;
}

/* What is to be done when something has come to an end. */
static void
go_on (Refresh *self)
{
  if (self->open > 0)
    {
      wait_for_quiet (self);
      return;
    }
  /* another program may ask for feeds now */
  if (self->lock >= 0)
    close (g_steal_fd (&self->lock));
  read_articles (self);
  if (self->reading || self->open_icons == 0 || self->patience != NULL)
    return;
  self->patience = g_timeout_source_new_seconds (ICON_PATIENCE);
  g_source_set_callback (self->patience, on_patience, self, NULL);
  g_source_attach (self->patience, self->context);
}

/* --- icons --- */

static void
remember_icon (Icon   *icon,
               GBytes *bytes)
{
  icon->came = TRUE;
  icon->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  g_clear_pointer (&icon->feeds, g_array_unref);
}

static void
on_icon (GObject      *object,
         GAsyncResult *async,
         gpointer      data)
{
  Work *work = data;
  Refresh *self = work->refresh;
  g_autoptr (HsFetchResult) result = hs_fetcher_fetch_finish (HS_FETCHER (object), async, NULL);
  gint64 waited = g_get_monotonic_time () - work->icon_asked;
  gboolean given_up = result == NULL && !g_cancellable_is_cancelled (self->cancellable)
                      && waited >= ICON_PATIENCE * G_USEC_PER_SEC;
  gboolean unknown = !given_up && (result == NULL || result->outcome == HS_FETCH_OFFLINE);

  /* from here on the list of feeds is a thread's */
  if (result != NULL && result->outcome == HS_FETCH_OK && hs_refresh_is_icon (result->bytes))
    work->icon = g_bytes_ref (result->bytes);
  if (unknown || (work->icon != NULL && g_bytes_get_size (work->icon) > MAX_ICON_REMEMBERED))
    g_hash_table_remove (self->icons, work->icon_url);
  else
    remember_icon (g_hash_table_lookup (self->icons, work->icon_url), work->icon);
  if (unknown)
    {
      self->open_icons--;
      work_free (work);
      go_on (self);
      return;
    }
  push (work, WORK_ICON);
}

/* What another feed of the site was given already. */
static void
share_icon (Refresh               *self,
            const HsRefreshAnswer *answer,
            Icon                  *icon)
{
  Work *work;

  if (!icon->came)
    {
      g_array_append_val (icon->feeds, answer->feed->id);
      return;
    }
  work = g_new0 (Work, 1);
  work->refresh = self;
  work->icon_feeds = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (work->icon_feeds, answer->feed->id);
  work->icon = icon->bytes != NULL ? g_bytes_ref (icon->bytes) : NULL;
  self->open_icons++;
  push (work, WORK_ICON);
}

/* One request for all feeds that share an icon. */
static void
ask_for_icon (Refresh               *self,
              const HsRefreshAnswer *answer)
{
  g_autofree char *url = hs_refresh_find_icon (answer->feed, answer->about, now (self));
  g_autoptr (HsFetchRequest) request = NULL;
  Icon *icon;
  Work *work;

  if (url == NULL || answer->state->failures > 0 || answer->result->outcome == HS_FETCH_OFFLINE)
    return;
  icon = g_hash_table_lookup (self->icons, url);
  if (icon != NULL)
    {
      share_icon (self, answer, icon);
      return;
    }
  icon = g_new0 (Icon, 1);
  icon->feeds = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (icon->feeds, answer->feed->id);
  request = hs_fetch_request_new (url);
  request->accept = g_strdup ("image/png, image/x-icon, image/*;q=0.5");
  request->max_bytes = MAX_ICON;
  request->timeout = ICON_TIMEOUT;
  work = g_new0 (Work, 1);
  work->refresh = self;
  work->icon_feeds = g_array_ref (icon->feeds);
  work->icon_url = g_strdup (url);
  work->icon_asked = g_get_monotonic_time ();
  g_hash_table_insert (self->icons, g_steal_pointer (&url), icon);
  self->open_icons++;
  hs_fetcher_fetch_async (self->fetcher, request, self->impatience, on_icon, work);
}

/* --- pages --- */

static void
on_page (GObject      *object,
         GAsyncResult *async,
         gpointer      data)
{
  g_autofree Page *page = data;
  Work *work = page->work;

  page->entry->page = hs_fetcher_fetch_finish (HS_FETCHER (object), async, NULL);
  if (--work->pages == 0)
    push (work, WORK_KEEP);
}

static void
ask_for_pages (Refresh *self,
               Work    *work)
{
  const HsRefreshAnswer *answer = work->answer;

  work->pages = 1;
  for (guint i = 0; i < answer->entries->len && i < MAX_PAGES; i++)
    {
      HsRefreshEntry *entry = g_ptr_array_index (answer->entries, i);
      g_autoptr (HsFetchRequest) request = NULL;
      Page *page;

      if (entry->key->link == NULL)
        continue;
      request = hs_fetch_request_new (entry->key->link);
      request->accept = g_strdup ("text/html, application/xhtml+xml, text/plain;q=0.5");
      request->max_bytes = MAX_PAGE;
      request->timeout = self->hooks->timeout;
      page = g_new (Page, 1);
      page->work = work;
      page->entry = entry;
      work->pages++;
      hs_fetcher_fetch_async (self->fetcher, request, self->cancellable, on_page, page);
    }
  if (--work->pages == 0)
    push (work, WORK_KEEP);
}

/* --- feeds --- */

static void
finish_feed (Refresh         *self,
             HsRefreshAnswer *answer,
             const GError    *error)
{
  const char *message = error != NULL ? error->message : answer->state->message;
  gboolean failed = error != NULL || answer->state->failures > 0 || answer->result->outcome == HS_FETCH_OFFLINE;

  self->done++;
  self->result.failed += failed;
  self->result.added += answer->added;
  self->result.changed += answer->changed;
  self->result.unchanged += !failed && answer->added == 0 && answer->changed == 0;
  self->unread = self->unread || answer->added > 0 || answer->changed > 0;
  g_array_append_vals (self->result.new_articles, answer->new_articles->data, answer->new_articles->len);
  if (message != NULL)
    report_problem (self, answer->feed, message);
  if (error == NULL)
    ask_for_icon (self, answer);
  report (self, answer->feed->title);
}

static gboolean
is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What ends everything, not just one feed: nothing more could be kept. */
static gboolean
ends_all (const GError *error)
{
  return error->domain == HS_ERROR
         && (error->code == HS_ERROR_DISK_FULL || error->code == HS_ERROR_READ_ONLY
             || error->code == HS_ERROR_NOT_LIBRARY || error->code == HS_ERROR_NEWER_LIBRARY);
}

static void
on_worked (Work *work)
{
  Refresh *self = work->refresh;

  if (--self->waiting < MAX_WAITING / 2)
    g_object_set (self->fetcher, "held", FALSE, NULL);
  if (work->error == NULL && work->wants_pages)
    {
      work->wants_pages = FALSE;
      ask_for_pages (self, work);
      return;
    }
  if (work->error != NULL && self->error == NULL && !is_cancelled (work->error)
      && (work->kind == WORK_ANALYSE || ends_all (work->error)))
    self->error = g_error_copy (work->error);
  if (work->answer != NULL && !is_cancelled (work->error))
    finish_feed (self, work->answer, work->error);
  if (work->kind == WORK_ANALYSE)
    self->reading = FALSE;
  else if (work->kind == WORK_ICON)
    self->open_icons--;
  else
    self->open--;
  work_free (work);
  go_on (self);
}

static void
on_feed (GObject      *object,
         GAsyncResult *async,
         gpointer      data)
{
  Work *work = data;
  Refresh *self = work->refresh;
  HsFetchResult *result = hs_fetcher_fetch_finish (HS_FETCHER (object), async, NULL);

  if (result == NULL)
    {
      self->open--;
      work_free (work);
      go_on (self);
      return;
    }
  /* the feed itself is on loan until here */
  work->answer->result = result;
  push (work, WORK_READ);
}

static void
ask_for_feed (Refresh            *self,
              const HsStoredFeed *feed)
{
  g_autoptr (HsFetchRequest) request = hs_fetch_request_new (feed->state->url);
  Work *work = g_new0 (Work, 1);

  request->etag = g_strdup (feed->state->etag);
  request->last_modified = g_strdup (feed->state->last_modified);
  request->validated_url = g_strdup (feed->state->validated_url);
  request->accept = g_strdup (HS_REFRESH_ACCEPT);
  request->max_bytes = MAX_FEED;
  request->timeout = self->hooks->timeout;
  if (feed->user != NULL && self->watch != NULL && self->watch->secret != NULL)
    {
      request->password = self->watch->secret (feed, self->watch->data);
      request->user = g_strdup (request->password != NULL ? feed->user : NULL);
    }
  work->refresh = self;
  work->answer = hs_refresh_answer_new (feed, NULL);
  self->open++;
  hs_fetcher_fetch_async (self->fetcher, request, self->cancellable, on_feed, work);
}

/* --- which ------------------------------------------------------------------------------- */

static gboolean
is_held_back (Refresh        *self,
              HsRefreshFlags  flags)
{
  GNetworkMonitor *monitor = self->hooks->monitor != NULL ? self->hooks->monitor : g_network_monitor_get_default ();

  return (flags & HS_REFRESH_BACKGROUND) != 0 && g_network_monitor_get_network_metered (monitor);
}

static guint
load_interval (HsLibrary *library)
{
  g_autofree char *value = hs_library_get_meta (library, HS_REFRESH_INTERVAL_KEY);
  guint64 seconds;

  return value != NULL && g_ascii_string_to_unsigned (value, 10, 60, 30 * 86400, &seconds, NULL) ? (guint) seconds : 0;
}

/* Of every feed, whatever is set of each. */
static gboolean
wants_full_pages (HsLibrary *library)
{
  g_autofree char *value = hs_library_get_meta (library, HS_REFRESH_FULL_PAGE_KEY);

  return g_strcmp0 (value, "1") == 0;
}

/* --- all of it ----------------------------------------------------------------------------- */

static void
be_impatient (GCancellable *cancellable,
              GCancellable *impatience)
{
  g_cancellable_cancel (impatience);
}

static void
ask_for_all (Refresh *self)
{
  gulong cancelling = 0;

  self->fetcher = g_object_new (HS_TYPE_FETCHER, "network-monitor", self->hooks->monitor, "per-host",
                                MAX (self->hooks->per_host, 1), NULL);
  if (self->hooks->clock != NULL)
    hs_fetcher_set_clock (self->fetcher, self->hooks->clock, self->hooks->clock_data);
  self->pool = g_thread_pool_new (do_work, self, (int) g_get_num_processors () + MAX_WRITING, FALSE, NULL);
  self->impatience = g_cancellable_new ();
  if (self->cancellable != NULL)
    cancelling = g_cancellable_connect (self->cancellable, G_CALLBACK (be_impatient), self->impatience, NULL);
  self->unread = TRUE;
  report (self, NULL);
  for (guint i = 0; i < self->feeds->len; i++)
    ask_for_feed (self, g_ptr_array_index (self->feeds, i));
  self->result.feeds = self->feeds->len;
  go_on (self);
  while (self->open > 0 || self->open_icons > 0 || self->reading)
    g_main_context_iteration (self->context, TRUE);
  drop_source (&self->quiet);
  drop_source (&self->patience);
  g_thread_pool_free (self->pool, FALSE, TRUE);
  if (cancelling > 0)
    g_cancellable_disconnect (self->cancellable, cancelling);
  g_clear_object (&self->impatience);
  g_clear_object (&self->fetcher);
}

static gboolean
refresh_all (Refresh         *self,
             GArray          *named,
             HsRefreshFlags   flags,
             GError         **error)
{
  gboolean background = (flags & HS_REFRESH_BACKGROUND) != 0;

  self->result.held_back = is_held_back (self, flags);
  if (self->result.held_back)
    return TRUE;
  self->lock = hs_refresh_lock (hs_library_get_directory (self->library), HS_REFRESH_LOCK, !background,
                                self->cancellable, error);
  if (self->lock < 0)
    {
      self->result.held_back = background;
      return background;
    }
  self->feeds = hs_refresh_choose (self->library, named, flags, now (self), error);
  if (self->feeds == NULL)
    return FALSE;
  self->interval = load_interval (self->library);
  self->full_pages = wants_full_pages (self->library);
  self->reads = (flags & HS_REFRESH_UNREAD) == 0;
  ask_for_all (self);
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/**
 * hs_refresh_run_with:
 * @library: where the feeds are kept
 * @feeds: (nullable) (element-type gint64): only these; %NULL is all
 * @flags: which of them, and why
 * @hooks: (nullable): what stands for the clock and the network in a test
 * @watch: (nullable): is told how far it is, on this thread
 * @cancellable: (nullable): stops it; what was written stays
 * @result: (out) (optional): what came of it, also when it failed;
 *   hs_refresh_result_clear()
 * @error: return location
 *
 * As hs_refresh_run(). Waits; any thread but the main one and the library's; runs a main
 * context of its own.
 *
 * Returns: whether it went through
 */
gboolean
hs_refresh_run_with (HsLibrary             *library,
                     GArray                *feeds,
                     HsRefreshFlags         flags,
                     const HsRefreshHooks  *hooks,
                     const HsRefreshWatch  *watch,
                     GCancellable          *cancellable,
                     HsRefreshResult       *result,
                     GError               **error)
{
  static const HsRefreshHooks none = { 0 };
  Refresh self = { .library = library, .hooks = hooks != NULL ? hooks : &none, .watch = watch,
                   .cancellable = cancellable, .lock = -1 };
  gboolean done;

  self.context = g_main_context_new ();
  self.result.new_articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  self.icons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) icon_free);
  g_main_context_push_thread_default (self.context);
  done = refresh_all (&self, feeds, flags, error);
  g_main_context_pop_thread_default (self.context);
  hs_worker_rest ();
  if (self.lock >= 0)
    close (self.lock);
  if (result != NULL)
    *result = self.result;
  else
    hs_refresh_result_clear (&self.result);
  g_clear_error (&self.error);
  g_hash_table_unref (self.icons);
  g_clear_pointer (&self.feeds, g_ptr_array_unref);
  g_main_context_unref (self.context);
  return done;
}

/**
 * hs_refresh_run:
 * @library: where the feeds are kept
 * @feeds: (nullable) (element-type gint64): only these
 * @flags: which of them, and how
 * @watch: (nullable): who is told of progress and problems, on this thread
 * @cancellable: (nullable): ends it; what was kept stays
 * @result: (out) (optional): what came of it, also when it failed; to be cleared
 *   with hs_refresh_result_clear()
 * @error: return location
 *
 * What came is kept first, for all to see, and analysed afterwards, see
 * hs_analyse_run(). One feed's failure is its state and a problem, and never stops another. Waits;
 * any thread but the main one and the library's.
 *
 * Returns: %FALSE when it was cancelled, or the library could not be read or
 *   written
 */
gboolean
hs_refresh_run (HsLibrary             *library,
                GArray                *feeds,
                HsRefreshFlags         flags,
                const HsRefreshWatch  *watch,
                GCancellable          *cancellable,
                HsRefreshResult       *result,
                GError               **error)
{
  g_return_val_if_fail (HS_IS_LIBRARY (library), FALSE);

  return hs_refresh_run_with (library, feeds, flags, NULL, watch, cancellable, result, error);
}

/**
 * hs_refresh_result_clear:
 * @self: what came of a refresh
 *
 * Frees what it holds; the struct itself stays the caller's.
 */
void
hs_refresh_result_clear (HsRefreshResult *self)
{
  g_clear_pointer (&self->new_articles, g_array_unref);
}
