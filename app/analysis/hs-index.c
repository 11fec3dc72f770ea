/* hs-index.c: what analysis must look up, asked of whoever keeps it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-index.h"

#include <math.h>

G_DEFINE_INTERFACE (HsIndex, hs_index, G_TYPE_OBJECT)

static void
hs_index_default_init (HsIndexInterface *iface)
{
}

/**
 * hs_known_entity_free:
 * @self: (transfer full) (nullable): an entity of the library
 */
void
hs_known_entity_free (HsKnownEntity *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_strfreev (self->names);
  g_strfreev (self->roles);
  g_strfreev (self->context);
  g_free (self);
}

/**
 * hs_index_key_is_of_likeness:
 * @key: a key of an index
 *
 * Returns: whether what shares it need not be one: parts of names, "b:", "h:" and "w:"
 */
gboolean
hs_index_key_is_of_likeness (const char *key)
{
  return (key[0] == 'b' || key[0] == 'h' || key[0] == 'w') && key[1] == ':';
}

/**
 * hs_index_find_entities:
 * @self: an index
 * @kind: of the entities
 * @name: what is looked for is called
 * @keys: (array zero-terminated=1): of which they have at least one
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type HsKnownEntity): those
 *   of this very name first, those that are only spelled alike last
 */
GPtrArray *
hs_index_find_entities (HsIndex            *self,
                        HsMentionKind       kind,
                        const char         *name,
                        const char * const *keys,
                        GError            **error)
{
  g_return_val_if_fail (HS_IS_INDEX (self), NULL);

  return HS_INDEX_GET_IFACE (self)->find_entities (self, kind, name, keys, error);
}

/**
 * hs_index_find_named:
 * @self: an index
 * @kind: of the entities
 * @name: what is looked for is called
 * @keys: (array zero-terminated=1): its keys
 * @error: return location for an error
 *
 * Mostly one of these is meant, and nobody else need be looked for.
 *
 * Returns: (transfer full) (nullable) (element-type HsKnownEntity): of those that
 *   hs_index_find_entities() would give the ones that go by this very name
 */
GPtrArray *
hs_index_find_named (HsIndex            *self,
                     HsMentionKind       kind,
                     const char         *name,
                     const char * const *keys,
                     GError            **error)
{
  g_return_val_if_fail (HS_IS_INDEX (self), NULL);

  return HS_INDEX_GET_IFACE (self)->find_named (self, kind, name, keys, error);
}

/**
 * hs_index_complete:
 * @self: an index
 * @known: what hs_index_find_entities() gave
 * @error: return location for an error
 *
 * Fills in its roles and its context, unless they are there: names tell most of
 * those with a common key apart, and nothing more is read of them.
 *
 * Returns: whether it worked
 */
gboolean
hs_index_complete (HsIndex        *self,
                   HsKnownEntity  *known,
                   GError        **error)
{
  g_return_val_if_fail (HS_IS_INDEX (self), FALSE);

  return known->roles != NULL || HS_INDEX_GET_IFACE (self)->complete (self, known, error);
}

/* So many articles without the term are taken for granted: in a small library
 * every term is rare. */
#define ARTICLES_BEFORE 500

/**
 * hs_index_weigh_term:
 * @n_articles: that are known
 * @n_carriers: those of them that carry the term
 *
 * Inverse document frequency: K. Spärck Jones, "A statistical interpretation of
 * term specificity", 1972.
 *
 * Returns: how much the term tells an article from others, more than 0
 */
double
hs_index_weigh_term (double n_articles,
                     double n_carriers)
{
  return log ((n_articles + ARTICLES_BEFORE + 1) / (n_carriers + 1));
}

/**
 * hs_index_get_share:
 * @weight: of the terms that both have
 * @asked: of all terms of the one
 * @n_asked: how many these are
 * @n_terms: how many the other has, in all about as heavy each
 *
 * Returns: the share of the smaller of the two that is in both, 0 to 1
 */
double
hs_index_get_share (double weight,
                    double asked,
                    guint  n_asked,
                    guint  n_terms)
{
  double other = n_asked > 0 ? asked * n_terms / n_asked : 0.0;
  double least = MIN (asked, other);

  return least > 0.0 ? MIN (1.0, weight / least) : 0.0;
}

/**
 * hs_index_find_articles:
 * @self: an index
 * @terms: (element-type guint64): what to look for
 * @limit: no more than so many
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type HsKnownArticle): those
 *   that share most terms first
 */
GArray *
hs_index_find_articles (HsIndex      *self,
                        const GArray *terms,
                        guint         limit,
                        GError      **error)
{
  g_return_val_if_fail (HS_IS_INDEX (self), NULL);

  return HS_INDEX_GET_IFACE (self)->find_articles (self, terms, limit, error);
}
