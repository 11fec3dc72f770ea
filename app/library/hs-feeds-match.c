/* hs-feeds-match.c: by what the entries of a feed are known again
 *
 * Guid, then link, then content. Each of the three is only trusted where it can
 * be what it claims: a guid that stands for several links is no guid, an address
 * that stands for several entries, or for the site itself, is none of an
 * article. The same content under another address is the same entry only where
 * the two addresses differ in nothing but the host: the site has moved. Else it
 * is another one that says the same, as a weather report may, and dropping it
 * would lose it without a word.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-feeds-private.h"

#include <string.h>

#include "hs-url.h"

/* One entry while it is being matched. */
typedef struct
{
  HsEntryKey *key;      /* (unowned) */
  const char *guid;     /* (unowned) (nullable): only where it is one */
  char *link;           /* (owned) (nullable): as compared, only where it is one */
  const char *trusted;  /* (unowned) (nullable): @link, unless it stands for several */
  gboolean repeated;    /* an earlier one of the answer is the same */
} Entry;

typedef struct
{
  HsDatabase *database; /* (unowned) */
  gint64 feed;
  Entry *entries;       /* (owned) */
  guint n;
  GHashTable *taken;    /* (owned) (element-type gint64): articles that are matched */
} Matching;

/**
 * hs_entry_key_free:
 * @self: (transfer full) (nullable): what an entry is known by
 */
void
hs_entry_key_free (HsEntryKey *self)
{
  if (self == NULL)
    return;
  g_free (self->guid);
  g_free (self->link);
  g_free (self->hash);
  g_free (self);
}

/* What comes after the host. */
static const char *
get_tail (const char *address)
{
  const char *host = strstr (address, "://");
  const char *tail = host != NULL ? strchr (host + 3, '/') : NULL;

  return tail != NULL ? tail : "";
}

/**
 * hs_feeds_article_link:
 * @link: an address
 * @home: (nullable): of the feed's site
 *
 * Returns: (transfer full) (nullable): the address as it is compared; %NULL when it cannot
 *   be that of a single article
 */
char *
hs_feeds_article_link (const char *link,
                       const char *home)
{
  g_autofree char *address = NULL;
  g_autofree char *site = NULL;

  if (!hs_url_is_web (link))
    return NULL;
  address = hs_url_normalise (link);
  site = home != NULL ? hs_url_normalise (home) : NULL;
  if (g_str_equal (get_tail (address), "/") || g_strcmp0 (address, site) == 0)
    return NULL;
  return g_steal_pointer (&address);
}

/* --- what the answer as a whole tells --------------------------------------- */

/* Two entries with one guid: the same twice, or a guid that is none. */
static gboolean
share_guid (const Entry *a,
            const Entry *b)
{
  if (a->link != NULL || b->link != NULL)
    return g_strcmp0 (a->link, b->link) == 0;
  return g_str_equal (a->key->hash, b->key->hash);
}

static void
check_guids (Matching *self)
{
  g_autoptr (GHashTable) first = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) bad = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->n; i++)
    {
      Entry *entry = &self->entries[i];
      Entry *other = entry->guid != NULL ? g_hash_table_lookup (first, entry->guid) : NULL;

      if (entry->guid == NULL)
        continue;
      if (other == NULL)
        g_hash_table_insert (first, (char *) entry->guid, entry);
      else if (!share_guid (other, entry))
        g_hash_table_add (bad, (char *) entry->guid);
    }
  for (guint i = 0; i < self->n; i++)
    if (self->entries[i].guid != NULL && g_hash_table_contains (bad, self->entries[i].guid))
      self->entries[i].guid = NULL;
}

static gboolean
share_link (const Entry *a,
            const Entry *b)
{
  return (a->guid != NULL && g_strcmp0 (a->guid, b->guid) == 0) || g_str_equal (a->key->hash, b->key->hash);
}

static void
check_links (Matching *self)
{
  g_autoptr (GHashTable) first = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) bad = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->n; i++)
    {
      Entry *entry = &self->entries[i];
      Entry *other = entry->link != NULL ? g_hash_table_lookup (first, entry->link) : NULL;

      if (entry->link == NULL)
        continue;
      if (other == NULL)
        g_hash_table_insert (first, entry->link, entry);
      else if (!share_link (other, entry))
        g_hash_table_add (bad, entry->link);
    }
  for (guint i = 0; i < self->n; i++)
    if (self->entries[i].link != NULL && !g_hash_table_contains (bad, self->entries[i].link))
      self->entries[i].trusted = self->entries[i].link;
}

/* The same entry twice in one answer: the first counts. */
static void
check_repeated (Matching *self)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->n; i++)
    {
      Entry *entry = &self->entries[i];
      g_autofree char *name = NULL;

      if (entry->guid != NULL)
        name = g_strconcat ("g", entry->guid, NULL);
      else if (entry->trusted == NULL)
        name = g_strconcat ("h", entry->key->hash, entry->link, NULL);
      if (name != NULL && !g_hash_table_add (known, g_steal_pointer (&name)))
        entry->repeated = TRUE;
      if (entry->trusted != NULL && !g_hash_table_add (known, g_strconcat ("l", entry->trusted, NULL)))
        entry->repeated = TRUE;
    }
}

/* --- what the library knows -------------------------------------------------- */

/* Takes the first article of @query that no other entry of the answer is. */
static gboolean
take (Matching  *self,
      Entry     *entry,
      HsQuery   *query,
      GError   **error)
{
  g_autoptr (GError) local = NULL;

  while (entry->key->article == 0 && hs_query_next (query, &local))
    {
      gint64 article = hs_query_int (query, 0);

      if (!g_hash_table_add (self->taken, g_memdup2 (&article, sizeof article)))
        continue;
      entry->key->article = article;
      entry->key->unchanged = g_strcmp0 (hs_query_text (query, 1), entry->key->hash) == 0
                              || hs_query_int (query, 2) != 0;
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
match_guid (Matching  *self,
            Entry     *entry,
            GError   **error)
{
  g_autoptr (HsQuery) query = NULL;

  if (entry->guid == NULL || entry->repeated)
    return TRUE;
  query = hs_database_query (self->database,
                             "SELECT e.article, e.hash, a.deleted FROM feed_entries AS e"
                             " JOIN articles AS a ON a.id = e.article"
                             " WHERE e.guid = ?1 AND e.feed = ?2 ORDER BY e.article DESC", "si", entry->guid,
                             self->feed);
  return take (self, entry, query, error);
}

/* In this feed first, then in another, then what came some other way. */
static gboolean
match_link (Matching  *self,
            Entry     *entry,
            GError   **error)
{
  g_autoptr (HsQuery) query = NULL;

  if (entry->trusted == NULL || entry->repeated || entry->key->article != 0)
    return TRUE;
  query = hs_database_query (self->database,
                             "SELECT e.article, e.hash, a.deleted, e.feed <> ?2 AS other FROM feed_entries AS e"
                             " JOIN articles AS a ON a.id = e.article WHERE e.link = ?1"
                             " UNION ALL SELECT id, NULL, deleted, 2 FROM articles WHERE identity = ?1"
                             " ORDER BY other, 1", "si", entry->trusted, self->feed);
  return take (self, entry, query, error);
}

/* By content; an entry with an address of its own only where the site moved. */
static gboolean
match_hash (Matching  *self,
            Entry     *entry,
            GError   **error)
{
  g_autoptr (HsQuery) query = NULL;

  if (entry->repeated || entry->key->article != 0)
    return TRUE;
  query = hs_database_query (self->database,
                             "SELECT e.article, e.hash, a.deleted FROM feed_entries AS e"
                             " JOIN articles AS a ON a.id = e.article WHERE e.hash = ?1 AND e.feed = ?2"
                             " AND (e.link IS NULL OR ?3 IS NULL OR substr (e.link, 9 + instr (substr (e.link, 9), "
                             "'/') - 1) = ?3) ORDER BY e.article DESC", "sis", entry->key->hash, self->feed,
                             entry->link != NULL ? get_tail (entry->link) : NULL);
  return take (self, entry, query, error);
}

typedef gboolean (*MatchFunc) (Matching  *self,
                               Entry     *entry,
                               GError   **error);

/* All by their guids before any by its link: what is surer takes first. */
static gboolean
match_all (Matching  *self,
           GError   **error)
{
  static const MatchFunc funcs[] = { match_guid, match_link, match_hash };

  for (guint i = 0; i < G_N_ELEMENTS (funcs); i++)
    for (guint j = 0; j < self->n; j++)
      if (!funcs[i] (self, &self->entries[j], error))
        return FALSE;
  return TRUE;
}

static char *
load_home (HsDatabase  *database,
           gint64       feed,
           GError     **error)
{
  g_autoptr (HsQuery) query = hs_database_query (database, "SELECT home_url FROM feeds WHERE id = ?1", "i", feed);

  return hs_query_next (query, error) ? hs_query_dup (query, 0) : NULL;
}

/**
 * hs_feeds_match:
 * @database: a connection, within a transaction
 * @feed: its id
 * @keys: (element-type HsEntryKey): of its entries; their articles are filled in
 * @error: return location
 *
 * Which article of the library each of them is; see hs_library_match_entries().
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_feeds_match (HsDatabase  *database,
                gint64       feed,
                GPtrArray   *keys,
                GError     **error)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree Entry *entries = g_new0 (Entry, keys->len);
  g_autoptr (GError) local = NULL;
  g_autofree char *home = load_home (database, feed, &local);
  Matching self = { database, feed, entries, keys->len, taken };

  for (guint i = 0; i < keys->len; i++)
    {
      HsEntryKey *key = g_ptr_array_index (keys, i);

      key->article = 0;
      key->unchanged = FALSE;
      entries[i].key = key;
      entries[i].guid = key->guid != NULL && *key->guid != '\0' ? key->guid : NULL;
      entries[i].link = key->link != NULL ? hs_feeds_article_link (key->link, home) : NULL;
    }
  check_guids (&self);
  check_links (&self);
  check_repeated (&self);
  if (local == NULL)
    match_all (&self, &local);
  for (guint i = 0; i < keys->len; i++)
    {
      HsEntryKey *key = entries[i].key;

      key->repeated = entries[i].repeated;
      key->unchanged = key->unchanged || key->repeated;
      key->is_guid = entries[i].guid != NULL;
      key->is_link = entries[i].trusted != NULL;
      g_free (entries[i].link);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* --- for those who refresh --------------------------------------------------- */

typedef struct
{
  gint64 feed;
  GPtrArray *keys;      /* (unowned) */
} Asking;

static gboolean
match_work (HsLibrary   *self,
            HsDatabase  *database,
            gpointer     data,
            GError     **error)
{
  Asking *asking = data;

  return hs_feeds_match (database, asking->feed, asking->keys, error);
}

/**
 * hs_library_match_entries:
 * @self: a library
 * @feed: a feed
 * @keys: (element-type HsEntryKey): all entries of one answer of it, in order
 * @error: return location
 *
 * Fills what is (out) in each. An entry that stands twice in the answer is
 * `unchanged` the second time, and so is one whose article was deleted: nothing
 * is to be made of either. Any thread; waits.
 *
 * Returns: whether it worked
 */
gboolean
hs_library_match_entries (HsLibrary  *self,
                          gint64      feed,
                          GPtrArray  *keys,
                          GError    **error)
{
  Asking asking = { feed, keys };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (keys != NULL, FALSE);

  return hs_library_read (self, match_work, &asking, error);
}
