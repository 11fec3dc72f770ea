/* hs-types.c: the nicknames of the shared enumerations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-types.h"

static const char * const block_kinds[HS_N_BLOCK_KINDS] = {
  "headline", "dateline", "paragraph", "heading", "quote", "caption", "list-item", "boilerplate"
};
static const char * const mention_kinds[HS_N_MENTION_KINDS] = {
  "person", "organisation", "place", "nationality", "weapon", "law", "money", "date", "quantity", "event"
};
static const char * const levels[HS_N_LEVELS] = { "name", "description" };
static const char * const forms[HS_N_FORMS] = { "quote", "paraphrase", "mixed" };
static const char * const manners[HS_N_VIA_MANNERS] = { "stated", "carried", "implied" };
static const char * const tones[HS_N_TONES] = { "for", "against", "neutral" };

static gboolean
find_nick (const char * const *nicks,
           guint               n_nicks,
           const char         *nick,
           guint              *out)
{
  for (guint i = 0; i < n_nicks && nick != NULL; i++)
    if (g_str_equal (nicks[i], nick))
      {
        *out = i;
        return TRUE;
      }
  return FALSE;
}

#define DEFINE_NICKS(prefix, Type, table)                                  \
  const char *prefix##_to_nick (Type value)                                \
  {                                                                        \
    g_return_val_if_fail ((guint) value < G_N_ELEMENTS (table), NULL);     \
    return table[value];                                                   \
  }                                                                        \
  gboolean prefix##_from_nick (const char *nick, Type *out)                \
  {                                                                        \
    guint found = 0;                                                       \
    g_return_val_if_fail (out != NULL, FALSE);                             \
    if (!find_nick (table, G_N_ELEMENTS (table), nick, &found))            \
      return FALSE;                                                        \
    *out = (Type) found;                                                   \
    return TRUE;                                                           \
  }

DEFINE_NICKS (hs_block_kind, HsBlockKind, block_kinds)
DEFINE_NICKS (hs_mention_kind, HsMentionKind, mention_kinds)
DEFINE_NICKS (hs_mention_level, HsMentionLevel, levels)
DEFINE_NICKS (hs_form, HsStatementForm, forms)
DEFINE_NICKS (hs_via_manner, HsViaManner, manners)
DEFINE_NICKS (hs_tone, HsTone, tones)
