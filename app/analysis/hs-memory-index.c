/* hs-memory-index.c: an index in memory, for `analyse` and for tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-index.h"

#include <string.h>

struct _HsMemoryIndex
{
  GObject parent_instance;

  GHashTable *entities;   /* (owned) (element-type gint64 HsKnownEntity) */
  GHashTable *by_key;     /* (owned) (element-type utf8 GArray): "kind:key": ids */
  GArray *articles;       /* (owned) (element-type HsKnownArticle): as they came */
  GHashTable *slots;      /* (owned) (element-type gint64 guint): article id to its place in articles */
  GHashTable *by_term;    /* (owned) (element-type guint64 Posting) */
  GArray *shared;         /* (owned) (element-type Shared): for each article, while it is asked */
  gint64 last_entity;
  gint64 last_article;
  gint64 last_story;
};

/* Of the articles that carry a term the latest are looked at: a story goes on
 * or it is another, and the cost of one more article does not grow. */
#define LATEST 160

/* What an article shares with the terms asked for; small, since all of them are
 * walked over. */
typedef struct
{
  guint16 n;
  guint16 weight;         /* in parts of a unit */
} Shared;

#define WEIGHT_PARTS 32

/* Where a term stands. */
typedef struct
{
  guint64 term;
  guint32 n;              /* articles that carry it, all told */
  guint16 used, size;
  guint32 *slots;         /* (owned): of the latest */
} Posting;

static void
posting_free (gpointer data)
{
  Posting *self = data;

  g_free (self->slots);
  g_free (self);
}

static void
posting_add (Posting *self,
             guint32  slot)
{
  self->n++;
  if (self->used == 2 * LATEST)
    {
      memmove (self->slots, self->slots + LATEST, LATEST * sizeof *self->slots);
      self->used = LATEST;
    }
  if (self->used == self->size)
    {
      self->size = self->size == 0 ? 1 : MIN (2 * self->size, 2 * LATEST);
      self->slots = g_renew (guint32, self->slots, self->size);
    }
  self->slots[self->used++] = slot;
}

static void hs_memory_index_iface_init (HsIndexInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HsMemoryIndex, hs_memory_index, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (HS_TYPE_INDEX, hs_memory_index_iface_init))

static void
hs_memory_index_finalize (GObject *object)
{
  HsMemoryIndex *self = HS_MEMORY_INDEX (object);

  g_hash_table_unref (self->entities);
  g_hash_table_unref (self->by_key);
  g_array_unref (self->articles);
  g_hash_table_unref (self->slots);
  g_hash_table_unref (self->by_term);
  g_array_unref (self->shared);

  G_OBJECT_CLASS (hs_memory_index_parent_class)->finalize (object);
}

static void
hs_memory_index_class_init (HsMemoryIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hs_memory_index_finalize;
}

static void
hs_memory_index_init (HsMemoryIndex *self)
{
  self->entities = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                          (GDestroyNotify) hs_known_entity_free);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  self->articles = g_array_new (FALSE, FALSE, sizeof (HsKnownArticle));
  self->slots = g_hash_table_new (NULL, NULL);
  self->by_term = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, posting_free);
  self->shared = g_array_new (FALSE, TRUE, sizeof (Shared));
}

/**
 * hs_memory_index_new:
 *
 * Returns: (transfer full): an empty index
 */
HsMemoryIndex *
hs_memory_index_new (void)
{
  return g_object_new (HS_TYPE_MEMORY_INDEX, NULL);
}

static void
merge_list (char              ***list,
            const char * const  *more)
{
  for (guint i = 0; more[i] != NULL; i++)
    {
      guint n = g_strv_length (*list);

      if (g_strv_contains ((const char * const *) *list, more[i]))
        continue;
      *list = g_renew (char *, *list, n + 2);
      (*list)[n] = g_strdup (more[i]);
      (*list)[n + 1] = NULL;
    }
}

static void
add_id (GHashTable *table,
        char       *key,
        gint64      id)
{
  GArray *ids = g_hash_table_lookup (table, key);

  if (ids == NULL)
    {
      ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (table, g_strdup (key), ids);
    }
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return;
  g_array_append_val (ids, id);
}

/**
 * hs_memory_index_add_entity:
 * @self: the index
 * @id: of the known entity it is, 0: a new one
 * @entity: what one article says of it
 *
 * Returns: its id
 */
gint64
hs_memory_index_add_entity (HsMemoryIndex       *self,
                            gint64               id,
                            const HsLocalEntity *entity)
{
  HsKnownEntity *known = id != 0 ? g_hash_table_lookup (self->entities, &id) : NULL;

  g_return_val_if_fail (HS_IS_MEMORY_INDEX (self), 0);

  if (known == NULL)
    {
      known = g_new0 (HsKnownEntity, 1);
      known->id = id != 0 ? id : self->last_entity + 1;
      self->last_entity = MAX (self->last_entity, known->id);
      known->kind = entity->kind;
      known->name = g_strdup (entity->name);
      known->names = g_new0 (char *, 1);
      known->roles = g_new0 (char *, 1);
      known->context = g_new0 (char *, 1);
      g_hash_table_insert (self->entities, &known->id, known);
    }
  merge_list (&known->names, (const char * const *) entity->names);
  merge_list (&known->roles, (const char * const *) entity->roles);
  merge_list (&known->context, (const char * const *) entity->context);
  known->n_articles++;
  for (guint i = 0; entity->keys[i] != NULL; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u:%s", entity->kind, entity->keys[i]);

      add_id (self->by_key, key, known->id);
    }
  return known->id;
}

/**
 * hs_memory_index_add_article:
 * @self: the index
 * @id: of the article, 0: a new one
 * @story: the story it stands in, 0: a new one
 * @terms: (element-type guint64): its terms
 *
 * Returns: the story's id
 */
gint64
hs_memory_index_add_article (HsMemoryIndex *self,
                             gint64         id,
                             gint64         story,
                             const GArray  *terms)
{
  HsKnownArticle article = { id, story, 0, terms->len, 0.0 };
  guint slot;

  g_return_val_if_fail (HS_IS_MEMORY_INDEX (self), 0);

  if (article.id == 0)
    article.id = self->last_article + 1;
  if (article.story == 0)
    article.story = self->last_story + 1;
  self->last_article = MAX (self->last_article, article.id);
  self->last_story = MAX (self->last_story, article.story);
  slot = self->articles->len;
  g_array_append_val (self->articles, article);
  g_array_set_size (self->shared, slot + 1);
  g_hash_table_insert (self->slots, GSIZE_TO_POINTER (article.id), GUINT_TO_POINTER (slot + 1));
  for (guint i = 0; i < terms->len; i++)
    {
      guint64 *term = &g_array_index (terms, guint64, i);
      Posting *posting = g_hash_table_lookup (self->by_term, term);

      if (posting == NULL)
        {
          posting = g_new0 (Posting, 1);
          posting->term = *term;
          g_hash_table_insert (self->by_term, &posting->term, posting);
        }
      posting_add (posting, slot);
    }
  return article.story;
}

/**
 * hs_memory_index_move_article:
 * @self: the index
 * @id: of an article it has
 * @story: the story it belongs to, 0: one of its own
 *
 * Returns: the story's id
 */
gint64
hs_memory_index_move_article (HsMemoryIndex *self,
                              gint64         id,
                              gint64         story)
{
  HsKnownArticle *article;
  guint slot;

  g_return_val_if_fail (HS_IS_MEMORY_INDEX (self), 0);

  slot = GPOINTER_TO_UINT (g_hash_table_lookup (self->slots, GSIZE_TO_POINTER (id)));
  g_return_val_if_fail (slot > 0, 0);
  article = &g_array_index (self->articles, HsKnownArticle, slot - 1);
  article->story = story != 0 ? story : self->last_story + 1;
  self->last_story = MAX (self->last_story, article->story);
  return article->story;
}

/**
 * hs_memory_index_get_entity:
 *
 * Returns: (transfer none) (nullable): what is known of it
 */
const HsKnownEntity *
hs_memory_index_get_entity (HsMemoryIndex *self,
                            gint64         id)
{
  g_return_val_if_fail (HS_IS_MEMORY_INDEX (self), NULL);

  return g_hash_table_lookup (self->entities, &id);
}

static HsKnownEntity *
copy_entity (const HsKnownEntity *from)
{
  HsKnownEntity *copy = g_new0 (HsKnownEntity, 1);

  copy->id = from->id;
  copy->kind = from->kind;
  copy->name = g_strdup (from->name);
  copy->names = g_strdupv (from->names);
  copy->roles = g_strdupv (from->roles);
  copy->context = g_strdupv (from->context);
  copy->n_articles = from->n_articles;
  return copy;
}

static int
compare_entities (gconstpointer a,
                  gconstpointer b)
{
  const HsKnownEntity *x = *(HsKnownEntity * const *) a, *y = *(HsKnownEntity * const *) b;

  if (x->exact != y->exact)
    return x->exact ? -1 : 1;
  if (x->exact && x->n_articles != y->n_articles)
    return x->n_articles > y->n_articles ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

static GPtrArray *
find_entities (HsIndex            *index,
               HsMentionKind       kind,
               const char         *name,
               const char * const *keys,
               GError            **error)
{
  HsMemoryIndex *self = HS_MEMORY_INDEX (index);
  GPtrArray *result = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_known_entity_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  HsKnownEntity *known;

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u:%s", kind, keys[i]);
      GArray *ids = g_hash_table_lookup (self->by_key, key);

      for (guint k = 0; ids != NULL && k < ids->len; k++)
        {
          gint64 *id = &g_array_index (ids, gint64, k);

          known = g_hash_table_lookup (seen, id);
          if (known == NULL)
            {
              known = copy_entity (g_hash_table_lookup (self->entities, id));
              known->alike_only = TRUE;
              known->exact = g_strv_contains ((const char * const *) known->names, name);
              g_hash_table_insert (seen, &known->id, known);
              g_ptr_array_add (result, known);
            }
          known->alike_only &= hs_index_key_is_of_likeness (keys[i]);
        }
    }
  g_ptr_array_sort (result, compare_entities);
  return result;
}

static GPtrArray *
find_named (HsIndex            *index,
            HsMentionKind       kind,
            const char         *name,
            const char * const *keys,
            GError            **error)
{
  GPtrArray *found = find_entities (index, kind, name, keys, error);
  guint n = 0;

  while (n < found->len && ((HsKnownEntity *) found->pdata[n])->exact)
    n++;
  g_ptr_array_set_size (found, n);
  return found;
}

static int
compare_articles (gconstpointer a,
                  gconstpointer b)
{
  const HsKnownArticle *x = a, *y = b;

  if (x->share != y->share)
    return x->share > y->share ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

static GArray *
find_articles (HsIndex      *index,
               const GArray *terms,
               guint         limit,
               GError      **error)
{
  HsMemoryIndex *self = HS_MEMORY_INDEX (index);
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (guint32));
  GArray *result = g_array_new (FALSE, FALSE, sizeof (HsKnownArticle));
  double asked = 0.0;

  for (guint i = 0; i < terms->len; i++)
    {
      const Posting *posting = g_hash_table_lookup (self->by_term, &g_array_index (terms, guint64, i));
      double weight = hs_index_weigh_term (self->articles->len, posting != NULL ? posting->n : 0);

      asked += weight;
      for (guint k = posting != NULL && posting->used > LATEST ? posting->used - LATEST : 0;
           posting != NULL && k < posting->used; k++)
        {
          guint32 slot = posting->slots[k];
          Shared *shared = &g_array_index (self->shared, Shared, slot);

          if (shared->n == 0)
            g_array_append_val (touched, slot);
          shared->n++;
          shared->weight += weight * WEIGHT_PARTS;
        }
    }
  for (guint i = 0; i < touched->len; i++)
    {
      guint32 slot = g_array_index (touched, guint32, i);
      HsKnownArticle article = g_array_index (self->articles, HsKnownArticle, slot);

      article.n_shared = g_array_index (self->shared, Shared, slot).n;
      article.share = hs_index_get_share (g_array_index (self->shared, Shared, slot).weight / (double) WEIGHT_PARTS,
                                          asked, terms->len, article.n_terms);
      g_array_index (self->shared, Shared, slot) = (Shared) { 0 };
      /* one term in common is no nearness */
      if (article.n_shared > 1 || touched->len <= limit)
        g_array_append_val (result, article);
    }
  g_array_sort (result, compare_articles);
  if (result->len > limit)
    g_array_set_size (result, limit);
  return result;
}

static void
hs_memory_index_iface_init (HsIndexInterface *iface)
{
  iface->find_entities = find_entities;
  iface->find_named = find_named;
  iface->find_articles = find_articles;
}
