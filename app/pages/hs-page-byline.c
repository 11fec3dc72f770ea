/* hs-page-byline.c: who wrote a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-page-byline.h"

#include <string.h>

#include "hs-boilerplate.h"
#include "hs-entity.h"
#include "hs-page-blocks.h"
#include "hs-page-private.h"

/* Authors named in one byline; more is a list of staff. */
#define MAX_AUTHORS 8
#define LONGEST_NAME 100

static GRegex *
regex_of (GRegex    **place,
          const char *pattern)
{
  if (g_once_init_enter (place))
    {
      GRegex *made = g_regex_new (pattern, G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, NULL);

      g_once_init_leave (place, made);
    }
  return *place;
}

static char *
replace (GRegex     *regex,
         const char *string,
         const char *with)
{
  return g_regex_replace_literal (regex, string, -1, 0, with, 0, NULL);
}

/* Letters and digits only, folded, to compare names of outlets by. */
static char *
bare (const char *string)
{
  g_autofree char *folded = g_utf8_casefold (string, -1);
  GString *out = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (out, FALSE);
}

static gboolean
is_outlet (const char *name,
           const char *outlet)
{
  static GRegex *domain = NULL;
  g_autofree char *x = bare (name), *y = outlet != NULL ? bare (outlet) : NULL;

  if (*x == '\0')
    return TRUE;
  if (y != NULL && *y != '\0'
      && (g_str_equal (x, y) || g_str_equal (x, "redaktion") || (strlen (x) > 4 && g_str_has_prefix (y, x))))
    return TRUE;
  return g_regex_match (regex_of (&domain, "^(?:www\\.)?[\\w-]+\\.(?:com|org|net|de|at|ch|co\\.uk|info|fr|es|it|news|tv"
                                           "|eu)$|^https?:|^(?:admin|administrator|editor|redaktion|webmaster|unknown"
                                           "|anonymous|none|null|staff|author|autor|n/a|root|user)$"),
                        name, 0, NULL);
}

/* Words of buttons and captions that stand where names do. */
static gboolean
is_no_name (const char *name)
{
  static GRegex *regex = NULL;

  return g_regex_match (regex_of (&regex, "^(?:by|von|por|par|artikel von|eingestellt von|follow|share|print|comments?"
                                          "|contact|kontakt|login|menu|more|mehr|home|subscribe|advertisement|agencies"
                                          "|agentur(?:en)?|staff|collectif)$|\\b(?:show all|view (?:all|profile|posts)"
                                          "|all (?:posts|articles)|alle (?:artikel|beiträge)|publiziert|veröffentlicht"
                                          "|published|posted|read more|see more|über den autor|about the author|follow "
                                          "(?:on|us|me)|uhr|minutes?|comments?)\\b"),
                        name, 0, NULL);
}

/* One name: without what introduces it and what comes after it. */
static char *
clean_name (const char *string,
            const char *outlet)
{
  static GRegex *lead = NULL, *tail = NULL, *handle = NULL, *bracket = NULL;
  g_autofree char *a = NULL, *b = NULL, *c = NULL, *d = NULL, *name = NULL;
  guint words;

  a = replace (regex_of (&lead, "^[\\s|·•:,/–—-]*(?:(?:(?:show|view|see|read) )?(?:all|more|alles|mehr|alle) "
                                "(?:(?:articles?|posts?|stories|artikel|beiträge) )?(?:of|by|from|von)\\s"
                                "|(?:geschrieben|eingestellt|written|posted|published|story|words|text|reported"
                                "|publicado|veröffentlicht|verfasst|gepostet|erstellt|ein beitrag|ein artikel|article"
                                "|review|recipe|interview)\\s+(?:by|von|por|par)|(?:by|von|por|par|di|da|af|av|door|od"
                                "|oleh|от)(?=\\s)|(?:the )?(?:authors?|autor(?:/in|in|:in|es)?|auteur|autore|redaktion"
                                "|redakteur(?:in)?|editor|writer|verfasser|reporter|credit|quelle|foto"
                                "|photo)\\s*:)[\\s:]*"),
               string, "");
  b = replace (regex_of (&handle, "\\S+@\\S+|(?<!\\w)@\\w+|https?://\\S+"), a, "");
  c = replace (regex_of (&bracket, "\\([^)]*\\)|\\[[^\\]]*\\]"), b, "");
  d = replace (regex_of (&tail, "(?:\\s+[|•·/–—-]\\s+|\\s*\\|\\s*|\\s+(?:on|am|vom|le|um|at)\\s+(?=\\S*\\d|\\p{L}+day)"
                                "|,?\\s+(?:for|für)\\s+(?:the\\s+|die\\s+|den\\s+)?\\p{Lu}|,\\s*\\p{L}{2,9}\\.?\\s*\\d"
                                "|\\d{1,2}[./]\\s?\\d|\\d{4}|,?\\s*(?:published|updated|posted|aktualisiert"
                                "|veröffentlicht|publicado|staff writer|contributing|senior (?:writer|editor|reporter)"
                                "|(?:\\p{L}+ )?(?:editor|reporter|correspondent|writer|redakteur(?:in)?)$)).*$"),
               c, "");
  name = hs_page_squeeze (d);
  if (name == NULL)
    return NULL;
  while (*name != '\0' && strchr (",;:|/-& ", name[strlen (name) - 1]) != NULL)
    name[strlen (name) - 1] = '\0';
  words = hs_text_count_words (name, strlen (name));
  if (words == 0 || words > 6 || strpbrk (name, ":0123456789!?»«<>") != NULL || is_no_name (name)
      || strlen (name) > LONGEST_NAME || is_outlet (name, outlet))
    return NULL;
  return g_steal_pointer (&name);
}

/**
 * hs_page_clean_byline:
 * @string: (nullable): a byline as written, or a name
 * @outlet: (nullable): who publishes, who is no author
 *
 * Returns: (transfer full) (nullable): the names in it, joined by commas,
 *   without "By", titles, addresses; %NULL when none is left
 */
char *
hs_page_clean_byline (const char *string,
                      const char *outlet)
{
  static GRegex *joint = NULL;
  g_autofree char *decoded = string != NULL ? hs_entity_decode (string) : NULL;
  g_autofree char *squeezed = hs_page_squeeze (decoded);
  g_auto (GStrv) parts = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (squeezed == NULL || strlen (squeezed) > 400 || is_outlet (squeezed, outlet))
    return NULL;
  parts = g_regex_split (regex_of (&joint, "\\s*;\\s*|\\s*,\\s*(?:and|und|y|et)\\s+|\\s*,\\s+|\\s+(?:and|und"
                                           "|et|&)\\s+"), squeezed, 0);
  for (guint i = 0; parts[i] != NULL && names->len < MAX_AUTHORS; i++)
    {
      g_autofree char *name = clean_name (parts[i], outlet);
      gboolean known = FALSE;

      for (guint k = 0; k < names->len && name != NULL; k++)
        known = known || hs_page_same_text (g_ptr_array_index (names, k), name);
      if (name != NULL && !known)
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

/* Whether an address is that of somebody's page. */
static gboolean
leads_to_author (const HsNode *link)
{
  static GRegex *regex = NULL;

  if (link->tag != HS_TAG_LINK)
    return FALSE;
  if (link->hint != NULL && strstr (link->hint, " author ") != NULL)
    return TRUE;
  return link->address != NULL
         && g_regex_match (regex_of (&regex, "/(?:authors?|autor(?:en|es|in)?|auteurs?|profiles?|by|people|person(?:en"
                                             "|as)?|redakteure?|columnists?|contributors?|journalist(?:en|s"
                                             "|as)?)/[^/?#]{2,}"),
                           link->address, 0, NULL);
}

static char *
words_of (const HsNode *node)
{
  g_autoptr (GString) run = g_string_new (NULL);

  hs_page_append_inline (run, node);
  return hs_page_squeeze (run->str);
}

/* The names in a box that is called after the author: of the links to authors'
 * pages or of what is marked as a name, else of all its words. */
static char *
names_in (const HsPageMap *map,
          const HsNode    *box,
          const char      *outlet)
{
  g_autoptr (GString) linked = g_string_new (NULL);
  g_autofree char *all = NULL;

  for (const HsNode *node = box; node != NULL; node = hs_node_next (node, box))
    {
      g_autofree char *words = NULL;

      if (hs_page_map_get (map, node)->text > LONGEST_NAME)
        continue;
      if (!leads_to_author (node) && (node->hint == NULL || strstr (node->hint, " name ") == NULL))
        continue;
      words = words_of (node);
      if (words != NULL && strstr (linked->str, words) == NULL)
        g_string_append_printf (linked, "%s%s", linked->len > 0 ? "; " : "", words);
    }
  if (linked->len > 0)
    return hs_page_clean_byline (linked->str, outlet);
  if (hs_page_map_get (map, box)->text > LONGEST_NAME)
    return NULL;
  all = words_of (box);
  return hs_page_clean_byline (all, outlet);
}

#define NAME "\\p{Lu}[\\p{L}.'’-]+(?:\\s+(?:\\p{Lu}[\\p{L}.'’-]*|von|van|de|der|den|da|di|del|la|al|bin)){0,4}"

/* "By Ada Ferro", "Von Ada Ferro und Ben Ito", "Posted on 4 May 2026 by Ada
 * Ferro": the names, each word of which is capital. */
static char *
find_spelled (const char *words)
{
  static GRegex *regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex,
                       g_regex_new ("(?:^|\\b(?i:posted|published|written|geschrieben|verfasst|veröffentlicht|publicado"
                                    "|gepostet|erstellt)\\s|^.{0,60}\\d\\s*(?:[|,·•–—-]|(?i:uhr|am|pm))?\\s*(?:[|"
                                    ",·•–—-]\\s*)?)"
                                            "(?:[^.]{0,40}\\d[^.]{0,12}\\s)?"
                                            "(?:By|BY|by|Von|VON|von|Por|POR|por|Par|par|Author:|Autor(?:in)?:|Text:"
                                            "|TEXT:|Words by|Story by)\\s+(" NAME
                                            "(?:\\s*(?:,|and|und|y|et|&)\\s+" NAME ")*)"
                                            "(?:\\s*(?:$|[|,·•–—/(-])|\\s+(?:\\d|(?i:on|am|in|under|at|unter|um"
                                            "|published|updated)\\b))", G_REGEX_OPTIMIZE, 0, NULL));
  return g_regex_match (regex, words, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

static char *
spelled_names (const HsNode *node,
               const char   *outlet)
{
  g_autofree char *words = words_of (node);
  g_autofree char *names = words != NULL ? find_spelled (words) : NULL;

  return hs_page_clean_byline (names, outlet);
}

typedef enum
{
  MARKED,   /* by rel or itemprop */
  CALLED,   /* by class or id */
  LINKED,   /* leads to an author's page */
  SPELLED,  /* "By …" */
  N_MANNERS
} Manner;

static gboolean
is_candidate (const HsPageMap *map,
              const HsNode    *node,
              Manner           manner)
{
  const HsPart *part = hs_page_map_get (map, node);

  if (node->tag == HS_TAG_TEXT || part->text < 2 || part->text > 300)
    return FALSE;
  switch (manner)
    {
    case MARKED:
      return node->hint != NULL && (strstr (node->hint, " author ") != NULL || strstr (node->hint, " creator ") != NULL)
             && strstr (node->hint, " author ") > strchr (node->hint, '\n');
    case CALLED:
      return part->hints & (HS_HINT_BYLINE | HS_HINT_AUTHOR) && node->tag != HS_TAG_LIST;
    case LINKED:
      return leads_to_author (node) && part->text <= 60;
    default:
      return !part->blocky && part->text >= 6 && part->text <= 120;
    }
}

/**
 * hs_page_byline_in_view:
 * @map: a page
 * @headline: (nullable): its headline
 * @outlet: (nullable): who publishes
 *
 * Returns: (transfer full) (nullable): the author as the page shows it
 */
char *
hs_page_byline_in_view (const HsPageMap *map,
                        const HsNode    *headline,
                        const char      *outlet)
{
  guint from = headline != NULL ? headline->index - MIN (headline->index, 60) : 0;

  for (Manner manner = MARKED; manner < N_MANNERS; manner++)
    for (guint i = from; i < map->tree->n_nodes; i++)
      {
        const HsNode *node = hs_tree_nth (map->tree, i);
        char *names;

        if (!is_candidate (map, node, manner) || hs_page_map_stands_aside (map, node, HS_HINT_AUTHOR | HS_HINT_BYLINE))
          continue;
        names = manner == SPELLED ? spelled_names (node, outlet)
                                  : names_in (map, node, manner == MARKED ? NULL : outlet);
        if (names != NULL)
          return names;
      }
  return NULL;
}
