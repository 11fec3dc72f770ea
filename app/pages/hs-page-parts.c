/* hs-page-parts.c: articles that go on on another page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A link leads to the next part when two things come together: it says so (a
 * number, "next page", rel=next), and its address is that of this page with the
 * next number. Either alone leads to the next article as often.
 */
#include "hs-page.h"

#include <stdlib.h>
#include <string.h>

#include "hs-charset.h"
#include "hs-html.h"
#include "hs-page-private.h"
#include "hs-url.h"

/* Articles have no more parts; larger numbers are those of articles. */
#define MAX_PART 40
#define MAX_LINKS 5000
#define MAX_LABEL 40

/* An address without its number of page. */
typedef struct
{
  char *stem;     /* (owned) */
  guint number;
} Place;

static const char *const in_path[] = {
  /* the part before the number goes, too */
  "^(.*?)/(?:page|pages|seite|pagina|part|teil|p)[-/_]?(\\d{1,2})(/?)$",
  "^(.*?)[-_,.](?:page|seite|pagina|part|teil|p)[-_]?(\\d{1,2})((?:\\.[a-z]{3,5})?/?)$",
  "^(.*?)[-_,](\\d{1,2})((?:\\.[a-z]{3,5})?/?)$",
  "^(.*?)/(\\d{1,2})((?:\\.[a-z]{3,5})?/?)$",
};

static GRegex *
get_regex (guint i)
{
  static GRegex *regexes[G_N_ELEMENTS (in_path)];
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      for (guint k = 0; k < G_N_ELEMENTS (in_path); k++)
        regexes[k] = g_regex_new (in_path[k], G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, NULL);
      g_once_init_leave (&done, 1);
    }
  return regexes[i];
}

static gboolean
is_page_parameter (const char *name)
{
  static const char *const names[] = { "page", "p", "pg", "pagenum", "seite", "pagina", "part", "teil", "paged", NULL };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_strv_contains (names, lower);
}

static void
place_clear (gpointer data)
{
  g_free (((Place *) data)->stem);
}

static void
add_place (GArray     *places,
           const char *host,
           const char *path,
           const char *query,
           guint       number)
{
  gsize length = strlen (path);
  Place place = { NULL, number };

  while (length > 0 && path[length - 1] == '/')
    length--;
  place.stem = g_strdup_printf ("%s%.*s?%s", host, (int) length, path, query != NULL ? query : "");
  g_array_append_val (places, place);
}

/* The parameters without that which names the page; 0 where none does. */
static guint
take_parameter (const char  *query,
                char       **rest)
{
  g_auto (GStrv) parameters = g_strsplit (query != NULL ? query : "", "&", -1);
  GString *out = g_string_new (NULL);
  guint number = 0;

  for (guint i = 0; parameters[i] != NULL; i++)
    {
      char *equals = strchr (parameters[i], '=');

      if (equals != NULL && number == 0 && equals[1] != '\0' && strspn (equals + 1, "0123456789") == strlen (equals + 1)
          && strlen (equals + 1) <= 2)
        {
          g_autofree char *name = g_strndup (parameters[i], equals - parameters[i]);

          if (is_page_parameter (name))
            {
              number = (guint) atoi (equals + 1);
              continue;
            }
        }
      g_string_append_printf (out, "%s%s", out->len > 0 ? "&" : "", parameters[i]);
    }
  *rest = g_string_free (out, FALSE);
  return number;
}

/* What the address may be page what of; it is always the first of itself. */
static GArray *
find_places (const char *url)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED, NULL);
  g_autofree char *host = hs_url_host (url);
  g_autofree char *rest = NULL;
  guint number;

  g_array_set_clear_func (places, place_clear);
  if (uri == NULL || host == NULL)
    return places;
  number = take_parameter (g_uri_get_query (uri), &rest);
  if (number > 0)
    add_place (places, host, g_uri_get_path (uri), rest, number);
  for (guint i = 0; i < G_N_ELEMENTS (in_path); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      if (g_regex_match (get_regex (i), g_uri_get_path (uri), 0, &match))
        {
          g_autofree char *before = g_match_info_fetch (match, 1);
          g_autofree char *digits = g_match_info_fetch (match, 2);
          g_autofree char *after = g_match_info_fetch (match, 3);
          g_autofree char *path = g_strconcat (before, after, NULL);

          add_place (places, host, path, g_uri_get_query (uri), (guint) atoi (digits));
        }
    }
  add_place (places, host, g_uri_get_path (uri), g_uri_get_query (uri), 1);
  return places;
}

/* Which part @url is after the one at @here; 0 where it is none. */
static guint
follows (GArray     *here,
         const char *url)
{
  g_autoptr (GArray) places = find_places (url);

  for (guint i = 0; i < places->len; i++)
    for (guint k = 0; k < here->len; k++)
      {
        const Place *there = &g_array_index (places, Place, i), *now = &g_array_index (here, Place, k);

        if (there->number == now->number + 1 && there->number <= MAX_PART && g_str_equal (there->stem, now->stem))
          return there->number;
      }
  return 0;
}

/* --- what the link says --------------------------------------------------------------- */

static char *
read_label (const HsNode *link)
{
  g_autoptr (GString) label = g_string_new (NULL);

  for (const HsNode *node = link; node != NULL && label->len <= MAX_LABEL; node = hs_node_next (node, link))
    if (node->tag == HS_TAG_TEXT && node->text != NULL)
      g_string_append (label, node->text);
  return label->len <= MAX_LABEL ? hs_page_squeeze (label->str) : NULL;
}

static gboolean
says_next (const char *label,
           guint       number)
{
  static const char *const words[] = { "next", "next page", "next part", "next ›", "next »", "next >", "next →", "›",
                                       "»", "→", "continue", "continue reading", "weiter", "nächste seite",
                                       "weiterlesen", "suivant", "page suivante", "siguiente", "página siguiente",
                                       "successiva", "далее", NULL };
  g_autofree char *lower = g_utf8_strdown (label, -1);
  g_autofree char *digits = g_strdup_printf ("%u", number);
  g_autofree char *page = g_strdup_printf ("page %u", number);
  g_autofree char *part = g_strdup_printf ("part %u", number);
  g_autofree char *seite = g_strdup_printf ("seite %u", number);

  return g_strv_contains (words, lower) || g_str_equal (lower, digits) || g_str_has_prefix (lower, page)
         || g_str_has_prefix (lower, part) || g_str_has_prefix (lower, seite);
}

/* As hints have it, rel stands among class and id. */
static gboolean
is_next (const HsNode *link)
{
  g_auto (GStrv) words = g_strsplit_set (link->hint != NULL ? link->hint : "", " \n", -1);

  return g_strv_contains ((const char *const *) words, "next");
}

static char *
find_in_links (const HsTree *tree,
               GArray       *here,
               const char   *base)
{
  guint seen = 0;

  for (const HsNode *node = tree->root; node != NULL && seen < MAX_LINKS; node = hs_node_next (node, tree->root))
    {
      g_autofree char *url = NULL, *label = NULL;
      guint number;

      if (node->tag != HS_TAG_LINK || node->address == NULL)
        continue;
      seen++;
      url = hs_url_resolve (base, node->address);
      number = hs_url_is_web (url) ? follows (here, url) : 0;
      if (number == 0)
        continue;
      label = read_label (node);
      if (is_next (node) || (label != NULL && says_next (label, number)))
        return g_steal_pointer (&url);
    }
  return NULL;
}

/**
 * hs_page_find_next:
 * @bytes: a page
 * @content_type: (nullable): what a server called it
 * @url: the address it came from
 *
 * Pure; any thread.
 *
 * Returns: (transfer full) (nullable): the address of the page on which its article
 *   goes on, of the same host
 */
char *
hs_page_find_next (GBytes     *bytes,
                   const char *content_type,
                   const char *url)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = length > 0 ? hs_charset_decode (data, length, content_type, TRUE, NULL, NULL, NULL) : NULL;
  g_autoptr (HsTree) tree = text != NULL ? hs_html_parse (text, strlen (text), NULL) : NULL;
  g_autoptr (GArray) here = NULL;
  g_autofree char *base = NULL, *stated = NULL;

  if (tree == NULL || !hs_url_is_web (url))
    return NULL;
  here = find_places (url);
  base = tree->base != NULL ? hs_url_resolve (url, tree->base) : g_strdup (url);
  stated = tree->following != NULL ? hs_url_resolve (base, tree->following) : NULL;
  if (stated != NULL && hs_url_is_web (stated) && follows (here, stated) > 0)
    return g_steal_pointer (&stated);
  return find_in_links (tree, here, base);
}
