/* hs-entity-keys.c: by what other spellings of a name are found, as numbers
 *
 * What one name has in common with others (its sounds, its surname, the very name) is
 * asked for together, many times an article. A key is kept as a number whose upper bits
 * come from its two longest words, by their consonants alone: the keys of one name stand
 * near each other in one tree, and however many names are known, few of its pages are
 * looked at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-keep-private.h"

#include <string.h>

/* Of those that share a key the more often seen come first: so often for each rank. */
static const gint64 ranks[] = { 2, 6, 26, 126 };

#define EVERY_RANK "(0, 1, 2, 3, 4)"
G_STATIC_ASSERT (G_N_ELEMENTS (ranks) == 4);

#define MAX_CONSONANTS 8

static int
rank_of (gint64 seen)
{
  int rank = 0;

  while (rank < (int) G_N_ELEMENTS (ranks) && seen >= ranks[rank])
    rank++;
  return rank;
}

/* FNV-1a (Fowler, Noll and Vo, 1991), its bits mixed as Murmur3 does at its end: the
 * same on every machine. */
static guint32
hash_bytes (guint32     seed,
            const char *bytes,
            gsize       n)
{
  guint32 hash = 2166136261u ^ seed;

  for (gsize i = 0; i < n; i++)
    hash = (hash ^ (guchar) bytes[i]) * 16777619u;
  hash = (hash ^ (hash >> 16)) * 0x85ebca6bu;
  hash = (hash ^ (hash >> 13)) * 0xc2b2ae35u;
  return hash ^ (hash >> 16);
}

/* The consonants of a word, those that spellings exchange made one.
 * Returns: how many */
static gsize
shorten_word (const char *word,
              gsize       length,
              char        consonants[MAX_CONSONANTS])
{
  static const char from[] = "kqgcszxjtdbpmnlr", to[] = "kkkkssssttbbnnlr";
  gsize n = 0;

  for (gsize i = 0; i < length && n < MAX_CONSONANTS; i++)
    {
      char c = g_ascii_tolower (word[i]);
      const char *at = c != '\0' ? strchr (from, c) : NULL;

      if (c == 'f' || c == 'v' || c == 'w')
        c = n == 0 ? 'f' : '\0';
      else if (c != '\0' && strchr ("aeiouyh-'.", c) != NULL)
        c = '\0';
      else if (at != NULL)
        c = to[at - from];
      if (c != '\0' && (n == 0 || consonants[n - 1] != c))
        consonants[n++] = c;
    }
  return n;
}

typedef struct
{
  char consonants[MAX_CONSONANTS];
  gsize n;
} Word;

static gboolean
is_longer (const Word *word,
           const Word *than)
{
  return word->n > than->n || (word->n == than->n && memcmp (word->consonants, than->consonants, word->n) > 0);
}

/* The longest word of @key and the next; of several of one length the last in order. */
static void
find_longest (const char *key,
              Word       *first,
              Word       *second)
{
  if (key[0] != '\0' && key[1] == ':')
    key += 2;
  while (*key != '\0')
    {
      gsize length = strcspn (key, " ");
      Word word;

      word.n = shorten_word (key, length, word.consonants);
      if (is_longer (&word, first))
        {
          *second = *first;
          *first = word;
        }
      else if (is_longer (&word, second))
        *second = word;
      key += length + strspn (key + length, " ");
    }
}

/**
 * hs_entity_key:
 * @kind: of the entity
 * @key: of hs_names_person_keys() and the like
 *
 * Returns: the key as it is kept
 */
gint64
hs_entity_key (HsMentionKind  kind,
               const char    *key)
{
  Word first = { "", 0 }, second = { "", 0 };
  guint64 number;

  find_longest (key, &first, &second);
  number = hash_bytes (0, first.consonants, first.n) >> 8;
  number = number << 16 | (second.n > 0 ? hash_bytes (1, second.consonants, second.n) >> 16 : 0);
  return (gint64) (number << 24 | hash_bytes (kind + 2, key, strlen (key)) >> 8);
}

/**
 * hs_entity_name_key:
 * @kind: of the entity
 * @name: a name
 *
 * Returns: the key of this very name, as it is kept
 */
gint64
hs_entity_name_key (HsMentionKind  kind,
                    const char    *name)
{
  g_autofree char *key = g_strconcat ("n:", name, NULL);

  return hs_entity_key (kind, key);
}

static void
add_once (GArray     *keys,
          gint64      number,
          const char *name)
{
  HsEntityKey key = { number, name };

  for (guint i = 0; i < keys->len; i++)
    if (g_array_index (keys, HsEntityKey, i).number == number)
      return;
  g_array_append_val (keys, key);
}

/**
 * hs_entity_list_keys:
 * @kind: of the entity
 * @name: its name
 * @names: (array zero-terminated=1): its names
 * @keys: (array zero-terminated=1): its keys
 *
 * Returns: (transfer full) (element-type HsEntityKey): all keys, each once; they hold no
 *   longer than the strings
 */
GArray *
hs_entity_list_keys (HsMentionKind       kind,
                     const char         *name,
                     const char * const *names,
                     const char * const *keys)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (HsEntityKey));

  for (guint i = 0; keys[i] != NULL; i++)
    add_once (all, hs_entity_key (kind, keys[i]), name);
  for (guint i = 0; names[i] != NULL; i++)
    add_once (all, hs_entity_name_key (kind, names[i]), names[i]);
  add_once (all, hs_entity_name_key (kind, name), name);
  return all;
}

static gboolean
insert_key (HsDatabase         *database,
            const HsEntityKey  *key,
            gint64              entity,
            gint64              seen,
            GError            **error)
{
  return hs_database_run (database, error, "INSERT INTO entity_keys (key, rank, entity, name) VALUES (?1, ?2, ?3, ?4)",
                          "inis", key->number, rank_of (seen), entity, key->name);
}

/**
 * hs_entity_add_keys:
 * @database: the writer's
 * @keys: (element-type HsEntityKey): its keys
 * @entity: the id of a new entity
 * @seen: how many articles use the name
 * @error: return location
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_entity_add_keys (HsDatabase    *database,
                    const GArray  *keys,
                    gint64         entity,
                    gint64         seen,
                    GError       **error)
{
  for (guint i = 0; i < keys->len; i++)
    if (!insert_key (database, &g_array_index (keys, HsEntityKey, i), entity, seen, error))
      return FALSE;
  return TRUE;
}

/* Mostly it is there, at this very rank, and the page was looked at a moment ago: what
 * need not be written is not. */
static gboolean
raise_key (HsDatabase         *database,
           const HsEntityKey  *key,
           gint64              entity,
           gint64              seen,
           GError            **error)
{
  int rank = rank_of (seen);
  gint64 there;

  if (!hs_database_get_int (database, &there, -1, error,
                            "SELECT rank FROM entity_keys WHERE key = ?1 AND rank = ?2 AND entity = ?3", "ini",
                            key->number, rank, entity))
    return FALSE;
  if (there >= 0)
    return TRUE;
  if (!hs_database_get_int (database, &there, -1, error,
                            "SELECT rank FROM entity_keys WHERE key = ?1 AND rank IN " EVERY_RANK " AND entity = ?2",
                            "ii", key->number, entity))
    return FALSE;
  if (there < 0)
    return insert_key (database, key, entity, seen, error);
  return there > rank
         || hs_database_run (database, error,
                             "UPDATE entity_keys SET rank = ?4 WHERE key = ?1 AND rank = ?2 AND entity = ?3", "inin",
                             key->number, (int) there, entity, rank);
}

/**
 * hs_entity_raise_keys:
 * @database: the writer's
 * @keys: (element-type HsEntityKey): its keys
 * @entity: the id of one that is known
 * @seen: how many articles use the name
 * @error: return location
 *
 * Adds those that are missing, and raises the rank of the others where it was lower.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_entity_raise_keys (HsDatabase    *database,
                      const GArray  *keys,
                      gint64         entity,
                      gint64         seen,
                      GError       **error)
{
  for (guint i = 0; i < keys->len; i++)
    if (!raise_key (database, &g_array_index (keys, HsEntityKey, i), entity, seen, error))
      return FALSE;
  return TRUE;
}

/**
 * hs_entity_learn_name:
 * @database: the writer's
 * @entity: its id
 * @name: what the analyst calls it
 * @error: return location
 *
 * Has it found by this very name, too.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_entity_learn_name (HsDatabase  *database,
                      gint64       entity,
                      const char  *name,
                      GError     **error)
{
  g_autoptr (HsQuery) query = NULL;
  HsEntityKey key = { 0, name };
  g_autoptr (GError) local = NULL;
  gint64 there = 0;

  query = hs_database_query (database, "SELECT coalesce (stated_kind, kind), stated_name FROM entities WHERE id = ?1",
                             "i", entity);
  if (!hs_query_next (query, &local))
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      return local == NULL;
    }
  key.number = hs_entity_name_key (hs_query_int (query, 0), name);
  /* what was split off has no keys, so that the linker goes on finding what it found */
  return hs_database_get_int (database, &there, 0, error,
                              "SELECT 1 FROM entity_keys WHERE key = ?1 AND rank IN " EVERY_RANK " AND entity = ?2",
                              "ii", hs_entity_name_key (hs_query_int (query, 0), hs_query_text (query, 1)), entity)
         && (there == 0 || raise_key (database, &key, entity, 0, error));
}
