/* hs-library-index.c: what analysis asks, answered from the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-library-index.h"

#include <string.h>

#include "hs-keep-private.h"

/* So many of those that share a name or a key are looked at: the very name; pairs of
 * words, whole names of bodies; a surname alone; one rare word; all told.
 * What one more article costs does not grow with what is known. */
#define MAX_EXACT 8
#define MAX_STRONG 4
#define MAX_WEAK 4
#define MAX_ALIKE 2
#define MAX_CANDIDATES 24
/* The names by which one of them is compared. */
#define MAX_NAMES 64
/* Of a term that more articles carry, the latest so many count. */
#define MAX_CARRIERS 500
/* Of so many terms it is remembered which articles carry them. */
#define MAX_TERMS 2048
/* Articles published further apart are not of one story unless others stand between. */
#define MOST_DAYS 60
/* Or unless the one is as good as a copy of the other. */
#define SHARE_OF_COPY 0.7
/* Ids that lie no further apart are counted without being sorted. */
#define MAX_SPAN 500000

struct _HsLibraryIndex
{
  GObject parent_instance;

  HsDatabase *database; /* (unowned) */
  gint64 excluded;      /* the article that is asked for, 0 none */
  GHashTable *carriers; /* (owned): term (guint64) → ids of articles (GArray), latest last */
};

static void hs_library_index_iface_init (HsIndexInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HsLibraryIndex, hs_library_index, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (HS_TYPE_INDEX, hs_library_index_iface_init))

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* Those that were found by more than a rare word first, else as they were found: of rows
 * of one that was merged the first decides. */
static int
compare_known (gconstpointer a,
               gconstpointer b)
{
  const HsKnownEntity *x = *(HsKnownEntity * const *) a, *y = *(HsKnownEntity * const *) b;

  return (x->alike_only ? 1 : 0) - (y->alike_only ? 1 : 0);
}

static void
add_strings (GPtrArray  *all,
             const char *joined)
{
  g_auto (GStrv) parts = hs_library_split (joined);

  for (char **p = parts; *p != NULL; p++)
    if (!g_ptr_array_find_with_equal_func (all, *p, g_str_equal, NULL))
      g_ptr_array_add (all, g_strdup (*p));
}

static char **
take_strings (GPtrArray *all)
{
  g_ptr_array_add (all, NULL);
  return (char **) g_ptr_array_free (all, FALSE);
}

/* Every name it has, the first that were met.
 * @sql: of names in the order in which they were met */
static gboolean
load_names (HsLibraryIndex  *self,
            HsKnownEntity   *known,
            const char      *sql,
            GError         **error)
{
  g_autoptr (HsQuery) query = hs_database_query (self->database, sql, "in", known->id, MAX_NAMES);
  GPtrArray *names = g_ptr_array_new ();
  g_autoptr (GError) local = NULL;

  while (hs_query_next (query, &local))
    {
      const char *name = hs_query_text (query, 0);

      if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, g_strdup (name));
    }
  known->names = take_strings (names);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

#define OWN_NAMES "SELECT name FROM entity_names WHERE id BETWEEN ?1 << 16 AND (?1 << 16) + 65535 ORDER BY id LIMIT ?2"
#define ALL_NAMES \
  "SELECT n.name FROM entities AS e CROSS JOIN entity_names AS n ON n.entity = e.id WHERE e.root = ?1" \
  " ORDER BY n.id LIMIT ?2"

/* Roles and contexts of all that were merged into one. */
static gboolean
load_context (HsLibraryIndex  *self,
              HsKnownEntity   *known,
              GError         **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;
  GPtrArray *roles = g_ptr_array_new ();
  GPtrArray *context = g_ptr_array_new ();

  query = hs_database_query (self->database, "SELECT roles, context FROM entities WHERE root = ?1 ORDER BY id", "i",
                             known->id);
  while (hs_query_next (query, &local))
    {
      add_strings (roles, hs_query_text (query, 0));
      add_strings (context, hs_query_text (query, 1));
    }
  known->roles = take_strings (roles);
  known->context = take_strings (context);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* It has no other name; mostly it is the one that is there already. */
static void
take_only_name (HsKnownEntity *known,
                const char    *name)
{
  if (g_strv_length (known->names) == 1 && g_str_equal (known->names[0], name))
    return;
  g_strfreev (known->names);
  known->names = g_new0 (char *, 2);
  known->names[0] = g_strdup (name);
}

static gboolean
hs_library_index_complete (HsIndex        *index,
                           HsKnownEntity  *known,
                           GError        **error)
{
  HsLibraryIndex *self = HS_LIBRARY_INDEX (index);
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  if (known->roles != NULL)
    return TRUE;
  query = hs_database_query (self->database,
                             "SELECT r.id, r.name, r.n_articles, r.merged, r.roles, r.context, r.n_names, r.stated_name"
                             " FROM entities AS e CROSS JOIN entities AS r ON r.id = e.root WHERE e.id = ?1", "i",
                             known->id);
  if (!hs_query_next (query, &local))
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      return local == NULL;
    }
  known->id = hs_query_int (query, 0);
  g_free (known->name);
  known->name = hs_query_dup (query, 1);
  known->n_articles = hs_query_int (query, 2);
  known->merged = hs_query_int (query, 3) > 0;
  if (!known->merged)
    {
      known->roles = hs_library_split (hs_query_text (query, 4));
      known->context = hs_library_split (hs_query_text (query, 5));
    }
  if (!known->merged && hs_query_int (query, 6) <= 1)
    {
      take_only_name (known, hs_query_text (query, 7));
      return TRUE;
    }
  g_clear_pointer (&query, hs_query_free);
  g_clear_pointer (&known->names, g_strfreev);
  return load_names (self, known, known->merged ? ALL_NAMES : OWN_NAMES, error)
         && (!known->merged || load_context (self, known, error));
}

static HsKnownEntity *
find_known (GPtrArray *found,
            gint64     id)
{
  for (guint i = 0; i < found->len; i++)
    if (((HsKnownEntity *) found->pdata[i])->id == id)
      return found->pdata[i];
  return NULL;
}

static void
add_name (HsKnownEntity *known,
          const char    *name)
{
  guint n = known->names != NULL ? g_strv_length (known->names) : 0;

  if (n > 0 && g_strv_contains ((const char * const *) known->names, name))
    return;
  known->names = g_renew (char *, known->names, n + 2);
  known->names[n] = g_strdup (name);
  known->names[n + 1] = NULL;
}

/* Adds to @found those that are not in it, each by the names it has under the keys: the
 * most mentioned, then the latest. */
static gboolean
find_more (HsLibraryIndex  *self,
           HsMentionKind    kind,
           gint64           key,
           guint            limit,
           GPtrArray       *found,
           GError         **error)
{
  g_autoptr (HsQuery) query = hs_database_query (self->database,
                                                 "SELECT entity, name FROM entity_keys WHERE key = ?1"
                                                 " ORDER BY rank DESC, entity DESC LIMIT ?2", "in", key, limit);
  g_autoptr (GError) local = NULL;

  while (hs_query_next (query, &local))
    {
      gint64 id = hs_query_int (query, 0);
      HsKnownEntity *known = find_known (found, id);

      if (known == NULL && found->len >= MAX_CANDIDATES)
        continue;
      if (known == NULL)
        {
          known = g_new0 (HsKnownEntity, 1);
          known->id = id;
          known->kind = kind;
          known->name = hs_query_dup (query, 1);
          g_ptr_array_add (found, known);
        }
      add_name (known, hs_query_text (query, 1));
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Which keys are asked for first, and how many of each. */
static const struct
{
  const char *prefixes;
  guint limit;
} turns[] = {
  { "f", MAX_STRONG },
  { NULL, MAX_STRONG },   /* pairs that are less sure, and whole names */
  { "sg", MAX_WEAK },     /* a surname alone, or a body without its country */
  { "bhw", MAX_ALIKE },   /* words that few have, or a committee for the same thing */
};
#define WHOLE_NAMES 1

static guint
turn_of (const char *key)
{
  for (guint i = 0; key[0] != '\0' && key[1] == ':' && i < G_N_ELEMENTS (turns); i++)
    if (turns[i].prefixes != NULL && strchr (turns[i].prefixes, key[0]) != NULL)
      return i;
  return WHOLE_NAMES;
}

static GPtrArray *
hs_library_index_find_named (HsIndex             *index,
                             HsMentionKind        kind,
                             const char          *name,
                             const char * const  *keys,
                             GError             **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_known_entity_free);

  if (!find_more (HS_LIBRARY_INDEX (index), kind, hs_entity_name_key (kind, name), MAX_EXACT, found, error))
    return NULL;
  for (guint i = 0; i < found->len; i++)
    ((HsKnownEntity *) found->pdata[i])->exact = TRUE;
  return g_steal_pointer (&found);
}

static GPtrArray *
hs_library_index_find_entities (HsIndex             *index,
                                HsMentionKind        kind,
                                const char          *name,
                                const char * const  *keys,
                                GError             **error)
{
  HsLibraryIndex *self = HS_LIBRARY_INDEX (index);
  g_autoptr (GPtrArray) found = hs_library_index_find_named (index, kind, name, keys, error);

  if (found == NULL)
    return NULL;
  for (guint turn = 0; turn < G_N_ELEMENTS (turns); turn++)
    for (const char * const *key = keys; *key != NULL; key++)
      {
        guint before = found->len;

        if (turn_of (*key) != turn)
          continue;
        if (!find_more (self, kind, hs_entity_key (kind, *key), turns[turn].limit, found, error))
          return NULL;
        for (guint i = before; i < found->len; i++)
          ((HsKnownEntity *) found->pdata[i])->alike_only = hs_index_key_is_of_likeness (*key);
      }
  g_ptr_array_sort (found, compare_known);
  return g_steal_pointer (&found);
}

static int
compare_articles (gconstpointer a,
                  gconstpointer b)
{
  const HsKnownArticle *x = a, *y = b;

  if (x->share != y->share)
    return x->share > y->share ? -1 : 1;
  return (x->id > y->id) - (x->id < y->id);
}

/* Returns: (transfer none) */
static GArray *
load_carriers (HsLibraryIndex  *self,
               gint64           term,
               GError         **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;
  GArray *kept = ids;

  query = hs_database_query (self->database,
                             "SELECT article FROM terms WHERE term = ?1 ORDER BY article DESC LIMIT ?2", "in", term,
                             MAX_CARRIERS);
  while (hs_query_next (query, &local))
    {
      gint64 id = hs_query_int (query, 0);

      g_array_append_val (ids, id);
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  g_array_sort (ids, compare_ids);
  if (g_hash_table_size (self->carriers) >= MAX_TERMS)
    g_hash_table_remove_all (self->carriers);
  g_hash_table_insert (self->carriers, g_memdup2 (&term, sizeof term), g_steal_pointer (&ids));
  return kept;
}

/* One that carries a term, and what the term weighs. */
typedef struct
{
  gint64 id;      /* first: compare_ids() sorts by it */
  double weight;
} Carrier;

/* What a term weighs of which @ids are the latest carriers. */
static double
weigh (const GArray *ids,
       gint64        last)
{
  double n = ids->len;

  /* how many there are in all is told by how close the latest stand */
  if (ids->len >= MAX_CARRIERS)
    n *= last / MAX (1.0, (double) (last - g_array_index (ids, gint64, 0) + 1));
  return hs_index_weigh_term (last, n);
}

/* Every article that carries one of the terms, once for each. @asked: what all
 * terms weigh together. */
static GArray *
find_carriers (HsLibraryIndex  *self,
               const GArray    *terms,
               double          *asked,
               GError         **error)
{
  g_autoptr (GArray) carriers = g_array_new (FALSE, FALSE, sizeof (Carrier));
  gint64 last;

  if (!hs_database_get_int (self->database, &last, 0, error, "SELECT max(id) FROM articles", ""))
    return NULL;

  for (guint i = 0; i < terms->len; i++)
    {
      gint64 term = (gint64) g_array_index (terms, guint64, i);
      const GArray *ids = g_hash_table_lookup (self->carriers, &term);
      Carrier carrier;

      if (ids == NULL)
        ids = load_carriers (self, term, error);
      if (ids == NULL)
        return NULL;
      carrier.weight = weigh (ids, last);
      *asked += carrier.weight;
      for (guint j = 0; j < ids->len; j++)
        {
          carrier.id = g_array_index (ids, gint64, j);
          if (carrier.id != self->excluded)
            g_array_append_val (carriers, carrier);
        }
    }
  return g_steal_pointer (&carriers);
}

/* Each once, with how often it stands in @carriers, and what that weighs. */
static GArray *
count_sorted (GArray *carriers)
{
  GArray *counted = g_array_new (FALSE, TRUE, sizeof (HsKnownArticle));

  g_array_sort (carriers, compare_ids);
  for (guint i = 0; i < carriers->len; i++)
    {
      const Carrier *carrier = &g_array_index (carriers, Carrier, i);
      HsKnownArticle article = { carrier->id, 0, 1, 0, carrier->weight };

      for (; i + 1 < carriers->len && carrier[1].id == article.id; i++, carrier++)
        {
          article.n_shared++;
          article.share += carrier[1].weight;
        }
      g_array_append_val (counted, article);
    }
  return counted;
}

/* The same with a number for each article between the first and the last: tens of
 * thousands of ids take longer to sort than a megabyte to clear. */
static GArray *
count_in_place (const GArray *carriers,
                gint64        first,
                gsize         span)
{
  GArray *counted = g_array_new (FALSE, TRUE, sizeof (HsKnownArticle));
  g_autofree guint16 *numbers = g_new0 (guint16, span);
  g_autofree float *weights = g_new0 (float, span);

  for (guint i = 0; i < carriers->len; i++)
    {
      const Carrier *carrier = &g_array_index (carriers, Carrier, i);

      numbers[carrier->id - first]++;
      weights[carrier->id - first] += carrier->weight;
    }
  for (guint i = 0; i < carriers->len; i++)
    {
      gint64 id = g_array_index (carriers, Carrier, i).id;
      HsKnownArticle article = { id, 0, numbers[id - first], 0, weights[id - first] };

      if (article.n_shared == 0)
        continue;
      numbers[id - first] = 0;
      g_array_append_val (counted, article);
    }
  return counted;
}

static GArray *
rank_carriers (GArray *carriers)
{
  gint64 first = G_MAXINT64, last = 0;
  GArray *ranked;

  for (guint i = 0; i < carriers->len; i++)
    {
      gint64 id = g_array_index (carriers, Carrier, i).id;

      first = MIN (first, id);
      last = MAX (last, id);
    }
  ranked = carriers->len == 0 || last - first >= MAX_SPAN ? count_sorted (carriers)
                                                          : count_in_place (carriers, first, last - first + 1);
  g_array_sort (ranked, compare_articles);
  return ranked;
}

static GArray *
hs_library_index_find_articles (HsIndex       *index,
                                const GArray  *terms,
                                guint          limit,
                                GError       **error)
{
  HsLibraryIndex *self = HS_LIBRARY_INDEX (index);
  double asked = 0.0;
  g_autoptr (GArray) carriers = find_carriers (self, terms, &asked, error);
  g_autoptr (GArray) ranked = NULL;
  g_autoptr (GArray) found = g_array_new (FALSE, TRUE, sizeof (HsKnownArticle));
  g_autoptr (GError) local = NULL;

  if (carriers == NULL)
    return NULL;
  ranked = rank_carriers (carriers);
  for (guint i = 0; i < ranked->len && found->len < limit && local == NULL; i++)
    {
      HsKnownArticle *article = &g_array_index (ranked, HsKnownArticle, i);
      g_autoptr (HsQuery) query = NULL;

      query = hs_database_query (self->database,
                                 "SELECT story, n_terms, ifnull(abs(julianday(published) - (SELECT julianday(published)"
                                 " FROM articles WHERE id = ?2)), 0)"
                                 " FROM articles WHERE id = ?1 AND deleted = 0 AND story IS NOT NULL", "ii",
                                 article->id, self->excluded);
      if (!hs_query_next (query, &local))
        continue;
      article->story = hs_query_int (query, 0);
      article->n_terms = hs_query_int (query, 1);
      article->share = hs_index_get_share (article->share, asked, terms->len, article->n_terms);
      if (hs_query_double (query, 2) > MOST_DAYS && article->share < SHARE_OF_COPY)
        continue;
      g_array_append_val (found, *article);
    }
  if (local == NULL)
    {
      g_array_sort (found, compare_articles);
      return g_steal_pointer (&found);
    }
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static void
hs_library_index_iface_init (HsIndexInterface *iface)
{
  iface->find_entities = hs_library_index_find_entities;
  iface->find_named = hs_library_index_find_named;
  iface->complete = hs_library_index_complete;
  iface->find_articles = hs_library_index_find_articles;
}

static void
hs_library_index_finalize (GObject *object)
{
  g_hash_table_unref (HS_LIBRARY_INDEX (object)->carriers);
  G_OBJECT_CLASS (hs_library_index_parent_class)->finalize (object);
}

static void
hs_library_index_class_init (HsLibraryIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hs_library_index_finalize;
}

static void
hs_library_index_init (HsLibraryIndex *self)
{
  self->carriers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
}

/**
 * hs_library_index_new:
 * @database: a connection, within a transaction
 *
 * Lives no longer than the transaction; used on its thread. It remembers which articles
 * carry a term: who writes terms in between tells it.
 *
 * Returns: (transfer full): an index over the library
 */
HsIndex *
hs_library_index_new (HsDatabase *database)
{
  HsLibraryIndex *self = g_object_new (HS_TYPE_LIBRARY_INDEX, NULL);

  self->database = database;
  return HS_INDEX (self);
}

/**
 * hs_library_index_exclude:
 * @self: an index
 * @article: one that is never an answer: the one that asks
 */
void
hs_library_index_exclude (HsLibraryIndex *self,
                          gint64          article)
{
  g_return_if_fail (HS_IS_LIBRARY_INDEX (self));

  self->excluded = article;
}

/* Where it would stand if it were asked for now. */
static void
note_carrier (GArray *ids,
              gint64  article)
{
  guint at = ids->len;

  while (at > 0 && g_array_index (ids, gint64, at - 1) > article)
    at--;
  if (at > 0 && g_array_index (ids, gint64, at - 1) == article)
    return;
  if (ids->len < MAX_CARRIERS)
    {
      g_array_insert_val (ids, at, article);
      return;
    }
  if (at == 0)
    return;
  g_array_insert_val (ids, at, article);
  g_array_remove_index (ids, 0);
}

/**
 * hs_library_index_note:
 * @self: an index
 * @terms: (element-type guint64): terms
 * @article: carries them from now on
 */
void
hs_library_index_note (HsLibraryIndex *self,
                       const GArray   *terms,
                       gint64          article)
{
  g_return_if_fail (HS_IS_LIBRARY_INDEX (self));

  for (guint i = 0; i < terms->len; i++)
    {
      gint64 term = (gint64) g_array_index (terms, guint64, i);
      GArray *ids = g_hash_table_lookup (self->carriers, &term);

      if (ids != NULL)
        note_carrier (ids, article);
    }
}

/**
 * hs_library_index_forget:
 * @self: an index
 *
 * Some article lost its terms: what is remembered does not hold.
 */
void
hs_library_index_forget (HsLibraryIndex *self)
{
  g_return_if_fail (HS_IS_LIBRARY_INDEX (self));

  g_hash_table_remove_all (self->carriers);
}
