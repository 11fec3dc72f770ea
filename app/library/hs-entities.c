/* hs-entities.c: one entity under all its names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-keep-private.h"

#include <string.h>

static gboolean
count_name (HsDatabase  *database,
            gint64       id,
            const char  *name,
            int          by,
            GError     **error)
{
  return hs_database_run (database, error,
                          "INSERT INTO entity_names (entity, name, n) VALUES (?1, ?2, max (?3, 0))"
                          " ON CONFLICT (entity, name) DO UPDATE SET n = max (n + ?3, 0)", "isn", id, name, by);
}

static gboolean
add_name (HsDatabase  *database,
          gint64       id,
          const char  *name,
          GError     **error)
{
  return count_name (database, id, name, 1, error);
}

static gboolean
add_names_and_keys (HsDatabase          *database,
                    gint64               id,
                    const HsLocalEntity *local,
                    GError             **error)
{
  gboolean has_best = FALSE;

  for (char **name = local->names; *name != NULL; name++)
    {
      has_best = has_best || g_str_equal (*name, local->name);
      if (!add_name (database, id, *name, error))
        return FALSE;
    }
  if (!has_best && !add_name (database, id, local->name, error))
    return FALSE;
  for (char **key = local->keys; *key != NULL; key++)
    if (!hs_database_run (database, error,
                          "INSERT INTO entity_keys (kind, key, entity, seen, name) VALUES (?1, ?2, ?3, 1, ?4)"
                          " ON CONFLICT (kind, key, entity) DO UPDATE SET seen = seen + 1", "nsis", local->kind, *key, id,
                          local->name))
      return FALSE;
  return TRUE;
}

gboolean
hs_entities_add (HsDatabase           *database,
                 const HsLocalEntity  *local,
                 gint64               *id,
                 GError              **error)
{
  g_autofree char *roles = hs_library_join (local->roles);
  g_autofree char *context = hs_library_join (local->context);

  if (!hs_database_get_int (database, id, 1, error, "SELECT max(id) + 1 FROM entities", "")
      || !hs_database_run (database, error,
                           "INSERT INTO entities (id, kind, stated_name, root, roles, context)"
                           " VALUES (?1, ?2, ?3, ?1, ?4, ?5)", "insss", *id, local->kind, local->name, roles, context))
    return FALSE;
  return add_names_and_keys (database, *id, local, error);
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

gboolean
hs_entities_learn (HsDatabase           *database,
                   gint64                id,
                   const HsLocalEntity  *local,
                   GError              **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autofree char *roles = NULL;
  g_autofree char *context = NULL;
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
  return add_names_and_keys (database, id, local, error);
}

/* What learning the keys of an article counted is taken back; of one in which
 * something was corrected, the keys that were found. */
gboolean
hs_entities_forget_keys (HsDatabase  *database,
                         gint64       article,
                         GError     **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database,
                             "SELECT kind, entity, keys FROM found_locals WHERE article = ?1"
                             " UNION ALL SELECT kind, entity, keys FROM local_entities WHERE article = ?1"
                             "   AND NOT EXISTS (SELECT 1 FROM found_locals WHERE article = ?1)", "i", article);
  while (local == NULL && hs_query_next (query, &local))
    {
      g_auto (GStrv) keys = hs_library_split (hs_query_text (query, 2));
      gboolean done = TRUE;

      for (char **key = keys; done && *key != NULL; key++)
        done = hs_database_run (database, &local,
                                "UPDATE entity_keys SET seen = max (seen - 1, 0) WHERE kind = ?1 AND key = ?2 AND entity = ?3",
                                "nsi", (int) hs_query_int (query, 0), *key, hs_query_int (query, 1));
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
hs_entities_count_names (HsDatabase  *database,
                         gint64       article,
                         int          by,
                         GError     **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database, "SELECT entity, name, names FROM local_entities WHERE article = ?1", "i", article);
  while (local == NULL && hs_query_next (query, &local))
    {
      gint64 entity = hs_query_int (query, 0);
      g_autofree char *best = hs_query_dup (query, 1);
      g_auto (GStrv) names = hs_library_split (hs_query_text (query, 2));
      gboolean done = g_strv_contains ((const char * const *) names, best) || count_name (database, entity, best, by, &local);

      for (char **name = names; done && *name != NULL; name++)
        done = count_name (database, entity, *name, by, &local);
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
                             " n_people = (SELECT count(*) FROM article_entities AS x JOIN entities AS e ON e.id = x.entity"
                             "   WHERE x.article = ?1 AND e.kind = ?2),"
                             " n_places = (SELECT count(*) FROM article_entities AS x JOIN entities AS e ON e.id = x.entity"
                             "   WHERE x.article = ?1 AND e.kind = ?3)"
                             " WHERE id = ?1 AND deleted = 0", "inn", article, HS_MENTION_PERSON, HS_MENTION_PLACE);
}
