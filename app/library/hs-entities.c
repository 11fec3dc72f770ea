/* hs-entities.c: one entity under all its names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-keep-private.h"

#include <string.h>

/* Names of one entity stand together, in the order in which they were met: their ids
 * are its own and a number. */
#define RANGE "?1 << 16 AND (?1 << 16) + 65535"

/**
 * hs_entities_count_name:
 * @database: the writer's
 * @id: of an entity
 * @name: a name, which it has from now on
 * @by: how many articles more use it; below 0 fewer
 * @n: (out) (optional): how many that makes
 * @error: return location
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_entities_count_name (HsDatabase  *database,
                        gint64       id,
                        const char  *name,
                        int          by,
                        gint64      *n,
                        GError     **error)
{
  gint64 there;

  if (!hs_database_get_int (database, &there, -1, error,
                            "UPDATE entity_names SET n = max (n + ?3, 0) WHERE id BETWEEN " RANGE " AND name = ?2"
                            " RETURNING n", "isn", id, name, by))
    return FALSE;
  if (n != NULL)
    *n = there >= 0 ? there : MAX (by, 0);
  /* nobody has more names than there are numbers, but a hostile feed */
  return there >= 0
         || hs_database_run (database, error,
                             "INSERT INTO entity_names (id, entity, name, n)"
                             " SELECT coalesce (max (id) + 1, ?1 << 16), ?1,"
                             " ?2, max (?3, 0) FROM entity_names WHERE id BETWEEN " RANGE
                             " HAVING coalesce (max (id), 0) < (?1 << 16) + 65535", "isn", id, name, by);
}

/* @seen: how many articles use the one of the names that most use */
static gboolean
add_names (HsDatabase           *database,
           gint64                id,
           const HsLocalEntity  *local,
           gint64               *seen,
           GError              **error)
{
  gboolean has_best = FALSE;
  gint64 n = 0;

  *seen = 0;
  for (char **name = local->names; *name != NULL; name++)
    {
      has_best = has_best || g_str_equal (*name, local->name);
      if (!hs_entities_count_name (database, id, *name, 1, &n, error))
        return FALSE;
      *seen = MAX (*seen, n);
    }
  if (has_best)
    return TRUE;
  if (!hs_entities_count_name (database, id, local->name, 1, &n, error))
    return FALSE;
  *seen = MAX (*seen, n);
  return TRUE;
}

static GArray *
list_keys (const HsLocalEntity *local)
{
  return hs_entity_list_keys (local->kind, local->name, (const char * const *) local->names,
                              (const char * const *) local->keys);
}

/**
 * hs_entities_add:
 * @database: the writer's
 * @local: what an article says of it
 * @id: (out): its id
 * @error: return location
 *
 * Makes a new entity of that.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_entities_add (HsDatabase           *database,
                 const HsLocalEntity  *local,
                 gint64               *id,
                 GError              **error)
{
  g_autofree char *roles = hs_library_join (local->roles);
  g_autofree char *context = hs_library_join (local->context);
  g_autoptr (GArray) keys = list_keys (local);
  gint64 seen;

  if (!hs_database_get_int (database, id, 1, error, "SELECT max(id) + 1 FROM entities", "")
      || !hs_database_run (database, error,
                           "INSERT INTO entities (id, kind, stated_name, root, roles, context)"
                           " VALUES (?1, ?2, ?3, ?1, ?4, ?5)", "insss", *id, local->kind, local->name, roles, context))
    return FALSE;
  return add_names (database, *id, local, &seen, error) && hs_entity_add_keys (database, keys, *id, seen, error);
}

/* The union of two lists in a column, in order of arrival; NULL: nothing new. */
static char *
unite (const char *joined,
       char      **more)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_auto (GStrv) old = hs_library_split (joined);
  guint n_old = g_strv_length (old);

  for (char **p = old; *p != NULL; p++)
    g_ptr_array_add (all, *p);
  for (char **p = more; *p != NULL; p++)
    if (!g_ptr_array_find_with_equal_func (all, *p, g_str_equal, NULL))
      g_ptr_array_add (all, *p);
  if (all->len == n_old)
    return NULL;
  g_ptr_array_add (all, NULL);
  return hs_library_join ((char **) all->pdata);
}

/* Whether @better is the fuller form of a name of one word. */
static gboolean
is_fuller (HsMentionKind  kind,
           const char    *present,
           const char    *better)
{
  return kind == HS_MENTION_PERSON && strchr (present, ' ') == NULL && strchr (better, ' ') != NULL;
}

/**
 * hs_entities_learn:
 * @database: the writer's
 * @id: of an entity
 * @local: what an article says of it
 * @error: return location
 *
 * Adds names, keys and roles to it.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_entities_learn (HsDatabase           *database,
                   gint64                id,
                   const HsLocalEntity  *local,
                   GError              **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autofree char *roles = NULL;
  g_autofree char *context = NULL;
  g_autoptr (GArray) keys = list_keys (local);
  gint64 seen;
  gboolean fuller;

  query = hs_database_query (database, "SELECT stated_name, roles, context FROM entities WHERE id = ?1", "i", id);
  if (!hs_query_next (query, error))
    return FALSE;
  fuller = is_fuller (local->kind, hs_query_text (query, 0), local->name);
  roles = unite (hs_query_text (query, 1), local->roles);
  context = unite (hs_query_text (query, 2), local->context);
  g_clear_pointer (&query, hs_query_free);

  if ((fuller || roles != NULL || context != NULL)
      && !hs_database_run (database, error,
                           "UPDATE entities SET stated_name = coalesce(?2, stated_name), roles = coalesce(?3, roles),"
                           " context = coalesce(?4, context) WHERE id = ?1", "isss",
                           id, fuller ? local->name : NULL, roles, context))
    return FALSE;
  return add_names (database, id, local, &seen, error) && hs_entity_raise_keys (database, keys, id, seen, error);
}

/**
 * hs_entities_count_names:
 * @database: the writer's
 * @article: its id
 * @by: how many articles more use each name that it uses; below 0 fewer
 * @error: return location
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_entities_count_names (HsDatabase  *database,
                         gint64       article,
                         int          by,
                         GError     **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database, "SELECT entity, name, names FROM local_entities WHERE article = ?1", "i",
                             article);
  while (local == NULL && hs_query_next (query, &local))
    {
      gint64 entity = hs_query_int (query, 0);
      g_autofree char *best = hs_query_dup (query, 1);
      g_auto (GStrv) names = hs_library_split (hs_query_text (query, 2));
      /* one that nothing in the article names any more has no name of it */
      gboolean done = names[0] == NULL || g_strv_contains ((const char * const *) names, best)
                      || hs_entities_count_name (database, entity, best, by, NULL, &local);

      for (char **name = names; done && *name != NULL; name++)
        done = hs_entities_count_name (database, entity, *name, by, NULL, &local);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * hs_entities_aggregate:
 * @database: the writer's
 * @article: an article
 * @error: return location
 *
 * Brings the rows of article_entities of one article, and with them the counts
 * of its entities, to what its findings and the merges say.
 *
 * Returns: whether it worked
 */
gboolean
hs_entities_aggregate (HsDatabase  *database,
                       gint64       article,
                       GError     **error)
{
  return hs_database_run (database, error, "DELETE FROM article_entities WHERE article = ?1", "i", article)
         && hs_database_run (database, error,
                             "INSERT INTO article_entities (entity, article, n_mentions)"
                             " SELECT e.root, l.article, sum(l.n_mentions)"
                             " FROM local_entities AS l JOIN entities AS e ON e.id = l.entity"
                             " WHERE l.article = ?1 AND l.n_mentions > 0"
                             "   AND (SELECT deleted FROM articles WHERE id = ?1) = 0 GROUP BY e.root", "i", article)
         && hs_database_run (database, error,
                             "UPDATE articles SET"
                             " n_people = (SELECT count(*) FROM article_entities AS x"
                             " JOIN entities AS e ON e.id = x.entity"
                             "   WHERE x.article = ?1 AND e.kind = ?2),"
                             " n_places = (SELECT count(*) FROM article_entities AS x"
                             " JOIN entities AS e ON e.id = x.entity"
                             "   WHERE x.article = ?1 AND e.kind = ?3)"
                             " WHERE id = ?1 AND deleted = 0", "inn", article, HS_MENTION_PERSON, HS_MENTION_PLACE);
}
