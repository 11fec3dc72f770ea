/* hs-sources.c: outlets, as sources and as entities
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-keep-private.h"
#include "hs-library-index.h"
#include "hs-linker.h"
#include "hs-names.h"

/* An outlet is an organisation like those that texts name. */
static HsLocalEntity *
make_outlet (const char *name)
{
  HsLocalEntity *outlet = hs_local_entity_new (HS_MENTION_ORGANISATION, name);
  const char *names[] = { name, NULL };
  g_autofree char *key = hs_names_body_key (name);
  const char *keys[] = { key, NULL };

  g_strfreev (outlet->names);
  outlet->names = g_strdupv ((char **) names);
  g_strfreev (outlet->keys);
  outlet->keys = g_strdupv ((char **) keys);
  return outlet;
}

/* The entity the outlet is, made when there is none. */
static gboolean
find_or_add_entity (HsDatabase  *database,
                    const char  *name,
                    gint64      *id,
                    GError     **error)
{
  g_autoptr (HsAnalysis) alone = hs_analysis_new ();
  g_autoptr (HsIndex) index = hs_library_index_new (database);
  g_autoptr (GArray) links = NULL;
  HsLocalEntity *outlet = make_outlet (name);

  g_ptr_array_add (alone->entities, outlet);
  links = hs_linker_link (alone, index, error);
  if (links == NULL)
    return FALSE;
  *id = g_array_index (links, HsLink, 0).entity;
  return *id != 0 || hs_entities_add (database, outlet, id, error);
}

/**
 * hs_sources_find_or_add:
 * @database: the writer's
 * @name: (nullable): what the outlet is called; "" and %NULL: unknown
 * @id: (out): of the source of the name, made when there is none
 * @error: return location
 *
 * Returns: %FALSE with @error set
 */
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
  if (!find_or_add_entity (database, name, &entity, error)
      || !hs_database_run (database, error, "INSERT INTO sources (name, key, entity) VALUES (?1, ?2, ?3)", "ssi",
                           name, key, entity))
    return FALSE;
  *id = hs_database_get_last_id (database);
  return TRUE;
}

/**
 * hs_sources_assign:
 * @database: the writer's
 * @article: its id
 * @error: return location
 *
 * Sets its source by the outlet it shows.
 *
 * Returns: %FALSE with @error set
 */
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
