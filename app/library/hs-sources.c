/* hs-sources.c: outlets, as sources and as entities
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-keep-private.h"

/* The organisation of that name, made when there is none. */
static gboolean
find_or_add_entity (HsDatabase  *database,
                    const char  *name,
                    const char  *key,
                    gint64      *id,
                    GError     **error)
{
  g_autoptr (HsLocalEntity) local = NULL;

  if (!hs_database_get_int (database, id, 0, error,
                            "SELECT min(n.entity) FROM entity_names AS n JOIN entities AS e ON e.id = n.entity"
                            " WHERE n.id IN (SELECT id FROM entity_names WHERE entity IN"
                            "   (SELECT entity FROM entity_keys WHERE kind = ?2 AND key = ?3))"
                            " AND n.name = ?1 COLLATE NOCASE AND e.kind = ?2", "sns",
                            name, HS_MENTION_ORGANISATION, key))
    return FALSE;
  if (*id != 0)
    return TRUE;
  local = hs_local_entity_new (HS_MENTION_ORGANISATION, name);
  g_strfreev (local->keys);
  local->keys = g_new0 (char *, 2);
  local->keys[0] = g_strdup (key);
  return hs_entities_add (database, local, id, error);
}

gboolean
hs_sources_find_or_add (HsDatabase  *database,
                        const char  *name,
                        gint64      *id,
                        GError     **error)
{
  g_autofree char *key = hs_library_fold (name);
  gint64 entity;

  if (!hs_database_get_int (database, id, 0, error, "SELECT id FROM sources WHERE key = ?1", "s", key))
    return FALSE;
  if (*id != 0)
    return TRUE;
  if (!find_or_add_entity (database, name, key, &entity, error)
      || !hs_database_run (database, error, "INSERT INTO sources (name, key, entity) VALUES (?1, ?2, ?3)", "ssi",
                           name, key, entity))
    return FALSE;
  *id = hs_database_get_last_id (database);
  return TRUE;
}

gboolean
hs_sources_assign (HsDatabase  *database,
                   gint64       article,
                   GError     **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autofree char *outlet = NULL;
  gint64 source;

  query = hs_database_query (database, "SELECT outlet FROM articles WHERE id = ?1", "i", article);
  if (!hs_query_next (query, error))
    return FALSE;
  outlet = hs_query_dup (query, 0);
  g_clear_pointer (&query, hs_query_free);
  return hs_sources_find_or_add (database, outlet, &source, error)
         && hs_database_run (database, error, "UPDATE articles SET source = ?2 WHERE id = ?1 AND source <> ?2", "ii",
                             article, source);
}
