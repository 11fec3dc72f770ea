/* hs-page-find.c: where in a page the article stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The paragraph scoring that arc90's Readability made known (2009), as Mozilla's
 * Readability.js carries it on: every paragraph votes for the boxes it stands in
 * by its length and its commas; the box that wins is widened to what stands
 * beside it and is as good. Boxes whose class says that they stand around
 * articles do not count, unless too little is left.
 */
#include "hs-page-find.h"

#include <string.h>

#include "hs-page-clean.h"

/* What a whole article has at least, in characters. */
#define ENOUGH 500
#define N_BEST 5
/* How much more prose an `<article>` must hold than the box that won, in hundredths. */
#define MUCH_MORE 150

typedef enum
{
  PRUNE = 1 << 0,    /* leave out what stands around articles */
  CLASSES = 1 << 1,  /* let classes weigh */
  CLEAN = 1 << 2     /* leave out what in the article looks foreign */
} Trust;

/* Of @hints what the class of a box weighs. */
static float
class_weight (guint hints)
{
  return (hints & HS_HINT_POSITIVE ? 25 : 0) - (hints & HS_HINT_NEGATIVE ? 25 : 0);
}

static gboolean
is_whole_page (const HsNode *node)
{
  return node->tag == HS_TAG_ROOT || hs_page_is_named (node, "body");
}

/* Before anything is counted: what certainly, or by its class, is none of it. */
static void
prune (HsPageMap *map,
       Trust      trust)
{
  for (guint i = 0; i < map->tree->n_nodes; i++)
    {
      const HsNode *node = hs_tree_nth (map->tree, i);
      HsPart *part = &map->parts[i];

      part->skip = FALSE;
      part->foreign = FALSE;
      part->score = 0;
      part->scored = FALSE;
      if (node->tag == HS_TAG_TEXT || is_whole_page (node))
        continue;
      part->skip = node->tag == HS_TAG_NAV || (part->hints & HS_HINT_COMMENTS && !(part->hints & HS_HINT_BODY))
                   || ((trust & PRUNE) && part->hints & HS_HINT_ROLE)
                   || ((trust & PRUNE) && part->hints & HS_HINT_AUTHOR
                       && !(part->hints & (HS_HINT_STRONG | HS_HINT_POSITIVE)))
                   || ((trust & PRUNE) && part->hints & HS_HINT_UNLIKELY && !(part->hints & HS_HINT_LIKELY)
                       && node->tag != HS_TAG_LINK && node->tag != HS_TAG_ARTICLE && node->tag != HS_TAG_QUOTE
                       && part->quoted * 2 <= part->text);
    }
  hs_page_map_count (map);
}

static void
vote (HsPageMap *map,
      HsNode    *box,
      double     points,
      Trust      trust)
{
  guint level = 0;

  for (; box != NULL && level < 5; box = box->parent)
    {
      HsPart *part = hs_page_map_get (map, box);

      if (hs_tag_is_inline (box->tag))
        continue;
      if (!part->scored)
        {
          part->scored = TRUE;
          part->score = trust & CLASSES ? class_weight (part->hints) : 0;
          if (box->tag == HS_TAG_DIV && hs_page_is_named (box, "div"))
            part->score += 5;
          else if (box->tag == HS_TAG_PRE || box->tag == HS_TAG_CELL || box->tag == HS_TAG_QUOTE)
            part->score += 3;
          else if (box->tag == HS_TAG_LIST || box->tag == HS_TAG_ITEM || box->tag == HS_TAG_FORM
                   || hs_page_is_named (box, "address") || hs_page_is_named (box, "dd"))
            part->score -= 3;
          else if (box->tag == HS_TAG_HEADING)
            part->score -= 5;
        }
      part->score += points / (level == 0 ? 1 : level == 1 ? 2 : level * 3);
      level++;
    }
}

static double
worth (guint text,
       guint commas)
{
  return 2 + commas + MIN (text / 100, 3);
}

/* Text that stands in a box beside other boxes, each run of it a paragraph. */
static void
vote_loose_text (HsPageMap *map,
                 HsNode    *box,
                 Trust      trust)
{
  guint text = 0, commas = 0;

  for (const HsNode *child = box->first;; child = child->next)
    {
      const HsPart *part = child != NULL ? hs_page_map_get (map, child) : NULL;

      if (child != NULL && hs_tag_is_inline (child->tag) && !part->blocky)
        {
          gboolean parted = child->tag == HS_TAG_BREAK && child->next != NULL
                            && child->next->tag == HS_TAG_BREAK;

          text += part->text;
          commas += part->commas;
          if (!parted)
            continue;
        }
      if (text >= 25)
        vote (map, box, worth (text, commas), trust);
      text = commas = 0;
      if (child == NULL)
        break;
    }
}

static void
score (HsPageMap *map,
       Trust      trust)
{
  for (guint i = 0; i < map->tree->n_nodes; i++)
    {
      HsNode *node = hs_tree_nth (map->tree, i);
      const HsPart *part = &map->parts[i];

      if (part->skip || part->text < 25 || node->parent == NULL || hs_tag_is_inline (node->tag))
        continue;
      if (part->blocky)
        {
          if (node->tag == HS_TAG_DIV || node->tag == HS_TAG_CELL || node->tag == HS_TAG_ARTICLE)
            vote_loose_text (map, node, trust);
          continue;
        }
      if (node->tag == HS_TAG_P || node->tag == HS_TAG_PRE || node->tag == HS_TAG_CELL || node->tag == HS_TAG_DIV
          || node->tag == HS_TAG_ARTICLE || (node->tag == HS_TAG_HEADING && node->level > 1))
        vote (map, node->parent, worth (part->text, part->commas), trust);
    }
  for (guint i = 0; i < map->tree->n_nodes; i++)
    if (map->parts[i].scored)
      map->parts[i].score *= 1 - hs_page_map_link_density (map, hs_tree_nth (map->tree, i));
}

/* The @N_BEST boxes of most votes, best first. */
static guint
find_best (HsPageMap *map,
           HsNode    *best[N_BEST])
{
  guint n = 0;

  for (guint i = 0; i < map->tree->n_nodes; i++)
    {
      HsNode *node = hs_tree_nth (map->tree, i);
      guint at = n;

      if (!map->parts[i].scored || map->parts[i].skip)
        continue;
      while (at > 0 && map->parts[best[at - 1]->index].score < map->parts[i].score)
        at--;
      if (at == N_BEST)
        continue;
      n = MIN (n + 1, N_BEST);
      memmove (best + at + 1, best + at, sizeof *best * (n - at - 1));
      best[at] = node;
    }
  return n;
}

static gboolean
is_above (const HsNode *box,
          const HsNode *node)
{
  for (; node != NULL; node = node->parent)
    if (node == box)
      return TRUE;
  return FALSE;
}

/* The box that holds several of the best is better than each of them. */
static HsNode *
find_common (HsPageMap *map,
             HsNode    *best[N_BEST],
             guint      n)
{
  const float top = hs_page_map_get (map, best[0])->score;

  for (HsNode *box = best[0]->parent; box != NULL && !is_whole_page (box); box = box->parent)
    {
      guint in = 1;

      for (guint i = 1; i < n; i++)
        in += hs_page_map_get (map, best[i])->score >= 0.75 * top && is_above (box, best[i]->parent);
      if (in > 3)
        return box;
    }
  return best[0];
}

static HsNode *
only_child (const HsNode *node)
{
  HsNode *only = NULL;

  for (HsNode *child = node->first; child != NULL; child = child->next)
    {
      if (child->tag == HS_TAG_TEXT && child->text[strspn (child->text, " \t\r\n")] == '\0')
        continue;
      if (only != NULL || child->tag == HS_TAG_TEXT)
        return NULL;
      only = child;
    }
  return only;
}

static HsNode *
climb (HsPageMap *map,
       HsNode    *top)
{
  float last = hs_page_map_get (map, top)->score;
  const float threshold = last / 3;

  for (HsNode *up = top->parent; up != NULL && !is_whole_page (up); up = up->parent)
    {
      const HsPart *part = hs_page_map_get (map, up);

      if (!part->scored)
        continue;
      if (part->score < threshold)
        break;
      if (part->score > last)
        {
          top = up;
          break;
        }
      last = part->score;
    }
  while (top->parent != NULL && !is_whole_page (top->parent) && only_child (top->parent) == top)
    top = top->parent;
  return top;
}

/* A box that says it is the body of an article is the whole of it; and an
 * `<article>` is, where it holds much more prose: page builders cut bodies in rows. */
static HsNode *
widen (HsPageMap *map,
       HsNode    *top,
       Trust      trust)
{
  HsNode *widest = top, *article = NULL;
  guint prose;

  for (HsNode *up = top->parent; up != NULL && !is_whole_page (up); up = up->parent)
    {
      if (hs_page_map_get (map, up)->hints & HS_HINT_STRONG)
        widest = up;
      if (article == NULL && (up->tag == HS_TAG_ARTICLE || hs_page_is_named (up, "main")))
        article = up;
    }
  if (article == NULL)
    return widest;
  hs_page_clean (map, article, (trust & CLEAN) != 0);
  prose = hs_page_clean_prose_left (map, widest);
  return hs_page_clean_prose_left (map, article) * 100 > prose * MUCH_MORE ? article : widest;
}

/* Whether the class, which stands in the hint before the line break, is the same. */
static gboolean
same_class (const HsNode *a,
            const HsNode *b)
{
  const char *end;

  if (a->hint == NULL || b->hint == NULL)
    return FALSE;
  end = strchr (a->hint, '\n');
  return end != NULL && strncmp (a->hint, b->hint, end - a->hint + 1) == 0;
}

/* What stands beside the best box and is part of the article. */
static gboolean
joins (HsPageMap    *map,
       const HsNode *top,
       const HsNode *sibling)
{
  const HsPart *part = hs_page_map_get (map, sibling);
  const float best = hs_page_map_get (map, top)->score;
  double links = hs_page_map_link_density (map, sibling);
  float bonus = same_class (top, sibling) ? best * 0.2 : 0;

  if (part->skip || part->text == 0 || sibling->tag == HS_TAG_ASIDE || sibling->tag == HS_TAG_FOOTER
      || part->hints & (HS_HINT_AUTHOR | HS_HINT_SHARE)
      || (part->hints & HS_HINT_FRAME && !(part->hints & HS_HINT_BODY)))
    return FALSE;
  if (part->scored && part->score + bonus >= MAX (10, best * 0.2))
    return TRUE;
  if (sibling->tag == HS_TAG_P || (sibling->tag == HS_TAG_DIV && !part->blocky))
    return part->text > 80 ? links < 0.25 : links == 0 && part->sentences > 0;
  return FALSE;
}

static GPtrArray *
gather (HsPageMap *map,
        HsNode    *top)
{
  GPtrArray *roots = g_ptr_array_new ();

  if (top->parent == NULL || is_whole_page (top))
    {
      g_ptr_array_add (roots, top);
      return roots;
    }
  for (HsNode *sibling = top->parent->first; sibling != NULL; sibling = sibling->next)
    if (sibling == top || joins (map, top, sibling))
      g_ptr_array_add (roots, sibling);
  return roots;
}

static guint
remaining_text (HsPageMap *map,
                GPtrArray *roots)
{
  guint text = 0;

  for (guint i = 0; i < roots->len; i++)
    text += hs_page_clean_text_left (map, g_ptr_array_index (roots, i));
  return text;
}

static GPtrArray *
attempt (HsPageMap *map,
         Trust      trust,
         guint     *text)
{
  HsNode *best[N_BEST + 1], *top;
  GPtrArray *roots;
  guint n;

  prune (map, trust);
  score (map, trust);
  n = find_best (map, best);
  top = n > 0 ? widen (map, climb (map, find_common (map, best, n)), trust) : map->tree->root;
  roots = gather (map, top);
  for (guint i = 0; i < roots->len; i++)
    hs_page_clean (map, g_ptr_array_index (roots, i), (trust & CLEAN) != 0);
  *text = remaining_text (map, roots);
  return roots;
}

/**
 * hs_page_find:
 * @map: a page
 *
 * Afterwards what is in these boxes and is no part of the article is marked
 * `skip` or `foreign` in @map.
 *
 * Returns: (transfer container) (element-type HsNode): the boxes that together
 *   hold the article, in order
 */
GPtrArray *
hs_page_find (HsPageMap *map)
{
  static const Trust trusts[] = { PRUNE | CLASSES | CLEAN, CLASSES | CLEAN, CLEAN, 0 };
  guint longest = 0, most = 0, text;

  for (guint i = 0; i < G_N_ELEMENTS (trusts); i++)
    {
      GPtrArray *roots = attempt (map, trusts[i], &text);

      if (text >= ENOUGH)
        return roots;
      if (text > most)
        {
          most = text;
          longest = i;
        }
      g_ptr_array_unref (roots);
    }
  return attempt (map, trusts[longest], &text);
}
