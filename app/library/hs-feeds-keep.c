/* hs-feeds-keep.c: one answer of a feed into the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-feeds-private.h"
#include "hs-incoming-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hs-keep-private.h"
#include "hs-url.h"

/* An icon is a few kilobytes; what is much more is none. */
#define MAX_ICON (512 * 1024)

typedef struct
{
  gint64 feed;
  const HsFeedState *state;   /* (unowned) */
  const HsFeed *about;        /* (unowned) (nullable) */
  GPtrArray *seen;            /* (unowned) (nullable) */
  GPtrArray *incoming;        /* (unowned) (nullable) */
  GArray *new_articles;       /* (unowned) (nullable) */

  HsLibrary *library;         /* (unowned) */
  HsDatabase *database;       /* (unowned) */
  gint64 newest;
  guint n_articles;           /* that are its own from now on, and not deleted */
  guint n_unread;
  gboolean changed;           /* an article is new or has a new revision */
} Keeping;

/* --- what the feed remembers ------------------------------------------------ */

/* Only what is of its present address: that may have changed since it was asked. */
static gboolean
keep_state (Keeping  *self,
            GError  **error)
{
  const HsFeedState *state = self->state;

  return hs_database_run (self->database, error,
                          "UPDATE feeds SET etag = ?3, last_modified = ?4, last_try = ?5, last_success = ?6,"
                          " last_change = ?7, status = ?8, outcome = ?9, message = ?10, size = ?11, failures = ?12,"
                          " retry_after = ?13, fresh_until = ?14, ttl = ?15, skip_hours = ?16, skip_days = ?17,"
                          " moved_to = ?18, moved_since = ?19, moved_times = ?20, gone = ?21, next = ?22, why = ?23,"
                          " validated_url = ?24"
                          " WHERE id = ?1 AND url = ?2", "isssiiinnsiniiiiisiniins", self->feed, state->url,
                          state->etag, state->last_modified, state->last_try, state->last_success, state->last_change,
                          state->status, state->outcome, state->message, state->size, state->failures,
                          state->retry_after, state->fresh_until, (gint64) state->ttl, (gint64) state->skip_hours,
                          (gint64) state->skip_days, state->moved_to, state->moved_since, state->moved_times,
                          (gint64) state->gone, state->next, state->why, state->validated_url);
}

static char *
make_plain (const HsFeedText *text)
{
  g_autofree char *plain = text != NULL ? hs_feed_text_to_plain (text) : NULL;

  if (plain == NULL)
    return NULL;
  g_strstrip (plain);
  return *plain != '\0' ? g_steal_pointer (&plain) : NULL;
}

static gboolean
keep_about (Keeping  *self,
            GError  **error)
{
  g_autofree char *title = make_plain (self->about->title);
  g_autofree char *description = make_plain (self->about->description);
  const char *home = hs_url_is_web (self->about->home_url) ? self->about->home_url : NULL;

  return hs_database_run (self->database, error,
                          "UPDATE feeds SET stated_title = coalesce (?2, stated_title),"
                          " description = coalesce (?3, description), home_url = coalesce (?4, home_url) WHERE id = ?1",
                          "isss", self->feed, title, description, home);
}

static gboolean
check_feed (Keeping  *self,
            GError  **error)
{
  gint64 found;

  if (!hs_database_get_int (self->database, &found, 0, error, "SELECT id FROM feeds WHERE id = ?1 AND deleted = 0", "i",
                            self->feed))
    return FALSE;
  if (found != 0)
    return TRUE;
  g_set_error_literal (error, HS_ERROR, HS_ERROR_NOT_FOUND, _("There is no such feed in the library."));
  return FALSE;
}

/* --- entries ------------------------------------------------------------------ */

/* Unix seconds of what a document states, no later than now; 0 unknown. */
static gint64
read_time (const char *published)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *whole = NULL;
  g_autoptr (GDateTime) time = NULL;

  if (published == NULL)
    return 0;
  if (strlen (published) == 10)
    whole = g_strconcat (published, "T00:00:00Z", NULL);
  time = g_date_time_new_from_iso8601 (whole != NULL ? whole : published, utc);
  return time != NULL ? MIN (g_date_time_to_unix (time), hs_library_now ()) : 0;
}

/* An article that is the feed's from now on: counted, and its date taken as far as it
 * says. */
static gboolean
take_article (Keeping  *self,
              gint64    article,
              GError  **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (self->database, "SELECT published, fetched, deleted, read FROM articles"
                                             " WHERE id = ?1", "i",
                             article);
  if (hs_query_next (query, &local))
    {
      gint64 time = read_time (hs_query_text (query, 0));
      gboolean there = hs_query_int (query, 2) == 0;

      self->newest = MAX (self->newest, time != 0 ? time : hs_query_int (query, 1));
      self->n_articles += there;
      self->n_unread += there && hs_query_int (query, 3) == 0;
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* One that came by another feed before. */
static gboolean
share_article (Keeping  *self,
               gint64    article,
               GError  **error)
{
  return hs_database_run (self->database, error,
                          "INSERT OR IGNORE INTO shared_articles SELECT ?1 WHERE EXISTS"
                          " (SELECT 1 FROM feed_entries WHERE article = ?1 AND feed <> ?2)", "ii", article, self->feed);
}

/* Whether the row of the entry says all that @key says. */
static gboolean
find_row (Keeping           *self,
          const HsEntryKey  *key,
          const char        *link,
          gboolean          *found,
          gboolean          *same,
          GError           **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (self->database,
                             "SELECT guid, link, hash, present FROM feed_entries WHERE article = ?1 AND feed = ?2",
                             "ii", key->article, self->feed);
  *found = hs_query_next (query, &local);
  *same = *found && g_strcmp0 (hs_query_text (query, 0), key->is_guid ? key->guid : NULL) == 0
          && (hs_query_is_null (query, 1) || g_strcmp0 (hs_query_text (query, 1), link) == 0)
          && g_strcmp0 (hs_query_text (query, 2), key->hash) == 0 && hs_query_int (query, 3) != 0;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* The entry as one of this feed. @supplied: the revision that says the same, 0 that
 * of before; two feeds whose entries have one hash say the same. An address that once was that of several stays
 * none. Nothing is written of one that is as it was. */
static gboolean
keep_row (Keeping           *self,
          const HsEntryKey  *key,
          gint64             supplied,
          GError           **error)
{
  g_autofree char *link = key->is_link ? hs_url_normalise (key->link) : NULL;
  gboolean found, same;

  if (!find_row (self, key, link, &found, &same, error))
    return FALSE;
  if (same && supplied == 0)
    return TRUE;
  if (found)
    return hs_database_run (self->database, error,
                            "UPDATE feed_entries SET guid = ?3, link = CASE WHEN link IS NULL THEN NULL ELSE ?4 END,"
                            " hash = ?5, present = 1, supplied = CASE WHEN ?6 > 0 THEN ?6 ELSE supplied END"
                            " WHERE article = ?1 AND feed = ?2", "iisssi", key->article, self->feed,
                            key->is_guid ? key->guid : NULL, link, key->hash, supplied);
  return hs_database_run (self->database, error,
                          "INSERT INTO feed_entries (article, feed, guid, link, hash, supplied)"
                          " VALUES (?1, ?2, ?3, ?4, ?5, max (?6, (SELECT coalesce (max (supplied), 0)"
                          "   FROM feed_entries WHERE article = ?1 AND hash = ?5)))", "iisssi", key->article,
                          self->feed, key->is_guid ? key->guid : NULL, link, key->hash, supplied)
         && take_article (self, key->article, error) && share_article (self, key->article, error);
}

/* What no longer stands in the feed keeps its article. */
static gboolean
keep_absent (Keeping  *self,
             GError  **error)
{
  g_autoptr (GHashTable) here = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) absent = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  for (guint i = 0; i < self->seen->len; i++)
    g_hash_table_add (here, &((HsEntryKey *) g_ptr_array_index (self->seen, i))->article);
  query = hs_database_query (self->database, "SELECT article FROM feed_entries WHERE feed = ?1 AND present = 1", "i",
                             self->feed);
  while (hs_query_next (query, &local))
    {
      gint64 article = hs_query_int (query, 0);

      if (!g_hash_table_contains (here, &article))
        g_array_append_val (absent, article);
    }
  g_clear_pointer (&query, hs_query_free);
  for (guint i = 0; local == NULL && i < absent->len; i++)
    hs_database_run (self->database, &local, "UPDATE feed_entries SET present = 0 WHERE article = ?1"
                                             " AND feed = ?2", "ii",
                     g_array_index (absent, gint64, i), self->feed);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* --- articles ----------------------------------------------------------------- */

static gboolean
is_free (HsDatabase  *database,
         const char  *identity,
         gboolean    *free,
         GError     **error)
{
  gint64 found;

  if (!hs_database_get_int (database, &found, 0, error, "SELECT 1 FROM articles WHERE identity = ?1", "s", identity))
    return FALSE;
  *free = found == 0;
  return TRUE;
}

/* What tells a new article again: its address, else the feed and what it calls
 * it, else the feed and what it says. An article that moved on to another
 * address may hold the first of these still. */
static char *
make_identity (Keeping           *self,
               const HsEntryKey  *key,
               GError           **error)
{
  g_autofree char *identity = NULL;
  gboolean free = FALSE;

  if (key->is_link)
    {
      identity = hs_url_normalise (key->link);
      if (!is_free (self->database, identity, &free, error))
        return NULL;
    }
  for (guint i = 0; !free; i++)
    {
      g_free (identity);
      identity = g_strdup_printf ("feed:%" G_GINT64_FORMAT ":%s:%s#%u", self->feed, key->is_guid ? "guid" : "hash",
                                  key->is_guid ? key->guid : key->hash, i);
      if (!is_free (self->database, identity, &free, error))
        return NULL;
    }
  return g_steal_pointer (&identity);
}

static char *
squeeze (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text != NULL ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (out, c);
      else if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

static gboolean
reads_the_same (const char *a,
                const char *b)
{
  g_autofree char *x = squeeze (a);
  g_autofree char *y = squeeze (b);

  return g_str_equal (x, y);
}

/* Whether what this feed says now is an edit of the article.
 *
 * Two feeds may give one article each in its own wording, whole and as a teaser.
 * An edit is what a feed says anew that last said what is read at present. One of
 * another wording edits it only when no feed that carries it says what is read,
 * and then only with at least half as much; or else when it says more than twice
 * as much, being the whole of what the other only begins.
 *
 * @says: (out): the present revision, where the feed says the same */
static gboolean
is_edit (Keeping           *self,
         const HsIncoming  *incoming,
         gint64             article,
         gboolean          *edit,
         gint64            *says,
         GError           **error)
{
  const HsDocument *document = incoming->document;
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  *edit = FALSE;
  *says = 0;
  query = hs_database_query (self->database,
                             "SELECT a.stated_title, r.text, a.revision,"
                             " (SELECT count(*) FROM feed_entries AS e WHERE e.article = a.id AND e.feed = ?2),"
                             " (SELECT count(*) FROM feed_entries AS e WHERE e.article = a.id AND e.feed = ?2"
                             "   AND e.supplied = a.revision),"
                             " (SELECT count(*) FROM feed_entries AS e JOIN feeds AS f ON f.id = e.feed"
                             "   WHERE e.article = a.id AND e.feed <> ?2 AND e.supplied = a.revision AND e.present = 1"
                             "   AND f.deleted = 0 AND f.gone = 0 AND f.failures < 5)"
                             " FROM articles AS a JOIN revisions AS r ON r.id = a.revision"
                             " WHERE a.id = ?1 AND a.deleted = 0", "ii", article, self->feed);
  if (hs_query_next (query, &local))
    {
      const char *text = hs_query_text (query, 1);
      gboolean known = hs_query_int (query, 3) > 0;
      gboolean ours = hs_query_int (query, 4) > 0;
      gboolean theirs = hs_query_int (query, 5) > 0;

      if (reads_the_same (hs_query_text (query, 0), document->title) && reads_the_same (text, document->text))
        *says = hs_query_int (query, 2);
      else
        *edit = ours || (known && !theirs && document->length * 2 >= strlen (text))
                || document->length > strlen (text) * 2;
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
keep_new (Keeping     *self,
          HsIncoming  *incoming,
          HsEntryKey  *key,
          GError     **error)
{
  g_autofree char *identity = make_identity (self, key, error);

  if (identity == NULL || !hs_keep_text (self->library, self->database, incoming, 0, identity, error))
    return FALSE;
  key->article = incoming->article;
  if (self->new_articles != NULL)
    g_array_append_val (self->new_articles, incoming->article);
  self->changed = TRUE;
  return keep_row (self, key, incoming->revision, error);
}

static gboolean
keep_known (Keeping     *self,
            HsIncoming  *incoming,
            HsEntryKey  *key,
            GError     **error)
{
  gint64 revision = 0;
  gboolean edit;

  incoming->article = key->article;
  if (key->unchanged)
    return keep_row (self, key, 0, error);
  if (!is_edit (self, incoming, key->article, &edit, &revision, error))
    return FALSE;
  if (edit)
    {
      if (!hs_keep_text (self->library, self->database, incoming, key->article, NULL, error))
        return FALSE;
      revision = incoming->revision;
    }
  self->changed = self->changed || edit;
  return keep_row (self, key, revision, error);
}

/* The same text that came without an address is the same article. */
static gboolean
match_text (Keeping           *self,
            const HsIncoming  *incoming,
            HsEntryKey        *key,
            GError           **error)
{
  return !key->is_link || key->article != 0
         || hs_keep_find_text (self->database, incoming, &key->article, error);
}

static gboolean
keep_one (Keeping     *self,
          HsIncoming  *incoming,
          GError     **error)
{
  HsEntryKey *key = (HsEntryKey *) incoming->entry;

  incoming->kept = HS_KEPT_UNCHANGED;
  incoming->article = key->article;
  if (key->repeated)
    return TRUE;
  if (!match_text (self, incoming, key, error))
    return FALSE;
  return key->article == 0 ? keep_new (self, incoming, key, error) : keep_known (self, incoming, key, error);
}

/* --- order -------------------------------------------------------------------- */

/* Where an entry stands among the new ones, oldest first. */
typedef struct
{
  HsIncoming *incoming;   /* (unowned) */
  gint64 time;
  guint index;            /* from the end of the feed */
} Place;

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *x = a, *y = b;

  if (x->time != y->time)
    return x->time < y->time ? -1 : 1;
  return (x->index > y->index) - (x->index < y->index);
}

/* Lists show the latest by id first, so the oldest goes in first: by date where
 * all have one, else from the end of the feed, where its oldest stand. */
static GArray *
sort_incoming (GPtrArray *incoming)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
  gboolean dated = TRUE;

  for (guint i = incoming->len; i-- > 0;)
    {
      HsIncoming *one = g_ptr_array_index (incoming, i);
      Place place = { one, read_time (one->document->published), places->len };

      dated = dated && place.time != 0;
      g_array_append_val (places, place);
    }
  if (dated)
    g_array_sort (places, compare_places);
  return places;
}

static gboolean
keep_incoming (Keeping  *self,
               GError  **error)
{
  g_autoptr (GArray) places = sort_incoming (self->incoming);

  for (guint i = 0; i < places->len; i++)
    if (!keep_one (self, g_array_index (places, Place, i).incoming, error))
      return FALSE;
  return TRUE;
}

/* Entries that nobody made anything of, as they were known already. */
static gboolean
keep_seen (Keeping  *self,
           GError  **error)
{
  for (guint i = 0; i < self->seen->len; i++)
    {
      const HsEntryKey *key = g_ptr_array_index (self->seen, i);

      if (key->article != 0 && key->unchanged && !key->repeated && !keep_row (self, key, 0, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
keep_work (HsLibrary   *self,
           HsDatabase  *database,
           gpointer     data,
           GError     **error)
{
  Keeping *keeping = data;

  keeping->library = self;
  keeping->database = database;
  if (!check_feed (keeping, error) || !keep_state (keeping, error)
      || (keeping->about != NULL && !keep_about (keeping, error)))
    return FALSE;
  /* again, within this transaction: another program may have been quicker */
  if (keeping->seen != NULL
      && (!hs_feeds_match (database, keeping->feed, keeping->seen, error) || !keep_seen (keeping, error)))
    return FALSE;
  if ((keeping->incoming != NULL && !keep_incoming (keeping, error))
      || (keeping->seen != NULL && !keep_absent (keeping, error)))
    return FALSE;
  hs_library_touch (self, HS_LIBRARY_FEEDS);
  if (keeping->changed)
    hs_library_touch (self, HS_LIBRARY_ARTICLES | HS_LIBRARY_ENTITIES | HS_LIBRARY_STORIES | HS_LIBRARY_NOTES);
  return hs_database_run (database, error,
                          "UPDATE feeds SET newest = max (newest, ?2), n_articles = n_articles + ?3, "
                          "n_unread = n_unread + ?4"
                          " WHERE id = ?1", "iiii", keeping->feed, keeping->newest, (gint64) keeping->n_articles,
                          (gint64) keeping->n_unread);
}

/**
 * hs_library_keep_feed:
 * @self: a library
 * @feed: a feed
 * @state: what it remembers from now on; its address and interval are the
 *   library's and not taken over
 * @about: (nullable): what it says of itself, with %HS_FETCH_OK
 * @seen: (nullable) (element-type HsEntryKey): every entry of the answer, in order
 * @incoming: (nullable) (element-type HsIncoming): what is new or changed, each
 *   with its `entry` set to one of @seen, and its document's `url` to its address
 * @new_articles: (inout) (nullable) (element-type gint64): ids of new articles are
 *   added, oldest first
 * @error: return location
 *
 * All or nothing. An article that was deleted stays so; what changed in nothing
 * but white space is no revision. The stories of new articles are not built
 * before hs_library_build_stories(). Any thread but the writer's; waits.
 *
 * Returns: whether it was kept; %HS_ERROR_NOT_FOUND when the feed was removed
 */
gboolean
hs_library_keep_feed (HsLibrary          *self,
                      gint64              feed,
                      const HsFeedState  *state,
                      const HsFeed       *about,
                      GPtrArray          *seen,
                      GPtrArray          *incoming,
                      GArray             *new_articles,
                      GError            **error)
{
  Keeping keeping = { .feed = feed, .state = state, .about = about, .seen = seen, .incoming = incoming,
                      .new_articles = new_articles };
  guint before = new_articles != NULL ? new_articles->len : 0;

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (state != NULL, FALSE);
  g_return_val_if_fail (incoming == NULL || seen != NULL, FALSE);

  if (incoming != NULL)
    hs_incoming_hash_texts (incoming);
  if (hs_library_write (self, keep_work, &keeping, error))
    return TRUE;
  if (new_articles != NULL)
    g_array_set_size (new_articles, before);
  return FALSE;
}

/* --- icons -------------------------------------------------------------------- */

typedef struct
{
  gint64 feed;
  GBytes *icon;   /* (unowned) (nullable) */
} Icon;

static gboolean
icon_work (HsLibrary   *self,
           HsDatabase  *database,
           gpointer     data,
           GError     **error)
{
  Icon *icon = data;

  hs_library_touch (self, HS_LIBRARY_FEEDS);
  return hs_database_run (database, error,
                          "INSERT INTO feed_icons (feed, bytes, tried, failed) VALUES (?1, ?2, ?3, ?4)"
                          " ON CONFLICT (feed) DO UPDATE SET bytes = coalesce (?2, bytes), tried = ?3, failed = ?4",
                          "ibin", icon->feed, icon->icon, hs_library_now (), icon->icon == NULL);
}

/**
 * hs_library_keep_icon:
 * @self: a library
 * @feed: a feed
 * @icon: (nullable): the image as it came; %NULL that there was none to be had,
 *   which leaves the one that is there
 * @error: return location
 *
 * Any thread but the writer's; waits.
 *
 * Returns: whether that was kept
 */
gboolean
hs_library_keep_icon (HsLibrary  *self,
                      gint64      feed,
                      GBytes     *icon,
                      GError    **error)
{
  Icon keeping = { feed, icon != NULL && g_bytes_get_size (icon) <= MAX_ICON ? icon : NULL };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);

  return hs_library_write (self, icon_work, &keeping, error);
}
