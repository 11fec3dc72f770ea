/* hs-page-map.c: what stands where in a page, counted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words that classes and ids are searched for grew out of those that arc90's
 * Readability published (2009, Apache licence) and its descendants keep.
 */
#include "hs-page-map.h"

#include <string.h>

static const struct
{
  guint hint;
  const char *pattern;
} words[] = {
  { HS_HINT_UNLIKELY, "-ad-|ai2html|banner|breadcrumb|combx|comment|community|cover-wrap|disqus|extra|footer|gdpr"
                      "|header|legends|menu|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor"
                      "|supplemental|ad-break|agegate|pagination|pager|popup|cookie|consent" },
  { HS_HINT_LIKELY, "and|article|body|column|content|main|mathjax|shadow" },
  { HS_HINT_POSITIVE, "article|body|content|entry|main|page|post|text|blog|story" },
  { HS_HINT_NEGATIVE, "-ad-|hidden|[\\s]hid[\\s]|banner|combx|comment|com-|contact|footer|gdpr|masthead|media|meta"
                      "|outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget" },
  { HS_HINT_SHARE, "(?:\\b|_)(?:share|sharing|sharedaddy|shareaholic|social-?(?:media|share|links|icons|bar"
                   "|buttons))(?:\\b|_)|sharebar|share-?(?:button|tool|link|icon|bar)" },
  { HS_HINT_FRAME, "(?:^|[\\s_-])(?:comments?|comment-?list|disqus|respond|footer|foot|sidebar|side-?bar|nav|navbar"
                   "|navigation|menu|breadcrumbs?|share|sharing|sharedaddy|social|related|relatedposts?|recommended"
                   "|recirc|promo|promoted|outbrain|taboola|newsletter|subscribe|subscription|signup|cookie|consent"
                   "|banner|advert|advertisement|ads?|sponsor(?:ed)?|popup|modal|widget|tags?|tag-?list|author-?(?:bio"
                   "|box|info)|about-?author|bio|pagination|pager|toolbar|tools|masthead|skip|trending|most-?(?:read"
                   "|popular)|more-?(?:news|stories|from)|read-?(?:more|next|also)|teaser|jp-relatedposts|print-?only"
                   "|screen-reader(?:-text)?|sr-only|visually-?hidden|copyright|legal|meta-?nav|post-?nav|prev-?next"
                   "|rating|login|paywall|donate|donation|info-?box|fact-?box|link-?box\\w*|notice|alerts?|teasers"
                   "|related-?(?:links?|articles?|content|stories|news)|relatedlinks\\w*|post-?meta(?:data)?"
                   "|newsletter\\w*|kommentar\\w*|wp-embedded-content|read-?also|also-?read|recommend(?:ations?|ed)|toc"
                   "|table-of-contents|inhaltsverzeichnis|cross-?links?|promobox|abo-?box|ad-?box|adbox)(?:$"
                   "|[\\s_-])" },
  { HS_HINT_BODY, "article-?(?:body|content|text)|articlebody|story-?(?:body|content|text)|entry-?content"
                  "|post-?(?:body|content|text)|body-?(?:text|copy|content)|(?:^|[\\s_-])(?:article|story"
                  "|content|main|text|post|entry|hentry)(?:$|[\\s_-])" },
  { HS_HINT_BYLINE, "byline|(?:^|[\\s_-])(?:author|dateline|writtenby|p-author)(?:$|[\\s_-])" },
  { HS_HINT_CAPTION, "caption|(?:^|[\\s_-])(?:photo-?(?:credit|text|info)|image-?(?:credit|text|info)|credit|credits"
                     "|bildunterschrift|legende|figure|legend)(?:$|[\\s_-])" },
  { HS_HINT_COMMENTS, "(?:^|[\\s_-])(?:comments?|comment-?(?:list|section|area|body|thread)s?|disqus(?:_thread)?"
                      "|respond|kommentare?)(?:$|[\\s_-])" },
  { HS_HINT_ROLE, "[\\s](?:menu|menubar|complementary|navigation|alert|alertdialog|dialog)[\\s]*$" },
  { HS_HINT_STANDFIRST, "standfirst|(?:^|[\\s_-])(?:lead|lede|dek|deck|teaser|chapo|chapeau|intro|vorspann|excerpt"
                        "|subtitle|sub-?head(?:line)?|summary|abstract|strapline)(?:$|[\\s_-])|article-?(?:lead|intro"
                        "|summary)" },
  { HS_HINT_STRONG, "articlebody|(?:article|story|post|entry|news|blog|artikel|beitrags?|noticia|nota|recipe"
                    "|single)[_-]*(?:body|content|text|copy|inhalt)(?:$|[\\s_-])|field-+name-+body|(?:^"
                    "|\\s)(?:body-?(?:copy|text)|rich-?text|e-content)\\s" },
  { HS_HINT_AUTHOR, "(?:^|[\\s_-])(?:about-?(?:the-?)?author|author-?(?:bio|box|info|card|desc(?:ription)?|details?"
                    "|content|profile|about|area|section|wrap(?:per)?|block|name)?|authors|autor(?:en|-?box|-?info)?"
                    "|bio|biography|post-?author|entry-?author|saboxplugin-wrap|abh_box|contributors?)(?:$|[\\s_-])" },
  { HS_HINT_GALLERY, "gallery|slideshow|carousel|lightbox|(?:^|[\\s_-])(?:slides?|slider|swiper|bildergalerie"
                     "|fotostrecke)(?:$|[\\s_-])" },
};

/* Regular expressions are shared by all threads; matching them is safe. */
static GRegex *
word_regex (guint i)
{
  static GRegex *regexes[G_N_ELEMENTS (words)];
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      for (guint k = 0; k < G_N_ELEMENTS (words); k++)
        regexes[k] = g_regex_new (words[k].pattern, G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&done, 1);
    }
  return regexes[i];
}

/* "with-sidebar", "no-comments": a box that has another is not that other. */
static char *
without_mentions (const char *hint)
{
  static GRegex *regex = NULL;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex,
                       g_regex_new ("(?:^|[\\s_-])(?:has|with|no|without|hide|enable"
                                    "|sticky)[_-]+(?:[a-z]+[_-]+)?(?:side-?bars?|comments?|banner|header|footer|menu"
                                    "|ads?|social|share|related)(?=$|[\\s_-])"
                                            "|(?:^|\\s)(?:left|right|one|two|single|full)?[_-]?sidebar[_-](?:left|right"
                                            "|none|enabled|active|layout|position)\\S*|(?:^|\\s)category-\\S+|(?:^"
                                            "|\\s)tag-\\S+|(?:^|\\s)post-\\d+", G_REGEX_OPTIMIZE, 0, NULL));
  return g_regex_replace_literal (regex, hint, -1, 0, " ", 0, NULL);
}

static guint
read_hint (const char *full_hint)
{
  g_autofree char *hint = without_mentions (full_hint);
  guint hints = 0;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_regex_match (word_regex (i), hint, 0, NULL))
      hints |= words[i].hint;
  return hints;
}

/* Many nodes share a hint, which is kept once: its address tells it. */
static void
read_hints (HsPageMap *self)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->tree->n_nodes; i++)
    {
      const HsNode *node = hs_tree_nth (self->tree, i);
      gpointer hints;

      if (node->hint == NULL)
        continue;
      if (!g_hash_table_lookup_extended (known, node->hint, NULL, &hints))
        {
          hints = GUINT_TO_POINTER (read_hint (node->hint));
          g_hash_table_insert (known, (gpointer) node->hint, hints);
        }
      self->parts[i].hints = GPOINTER_TO_UINT (hints);
    }
}

static gboolean
is_comma (gunichar c)
{
  return c == ',' || c == 0x060C || c == 0xFE50 || c == 0xFE10 || c == 0x2E41 || c == 0x2E34 || c == 0x3001
         || c == 0xFF0C;
}

static gboolean
is_stop (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0x061F || c == 0x06D4
         || c == 0x0964 || c == 0x2026;
}

static void
count_text (HsPart     *part,
            const char *text)
{
  gboolean space = TRUE, stop = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80 ? g_ascii_isspace (c) : g_unichar_isspace (c))
        {
          part->text += !space;
          part->sentences += stop && !space;
          space = TRUE;
          stop = FALSE;
          continue;
        }
      part->text++;
      part->commas += is_comma (c);
      stop = is_stop (c) || (stop && (c == '"' || c == '\'' || c == ')' || c == 0x201D || c == 0x2019 || c == 0xBB));
      space = FALSE;
    }
  part->sentences += stop && !space;
}

/* What holds a box holds more than one run of text, and so does a span around it. */
static void
find_blocky (HsPageMap *self)
{
  for (guint i = self->tree->n_nodes; i-- > 1;)
    {
      const HsNode *node = hs_tree_nth (self->tree, i);

      if (!hs_tag_is_inline (node->tag) || self->parts[i].blocky)
        self->parts[node->parent->index].blocky = TRUE;
    }
}

/**
 * hs_page_map_new:
 * @tree: a page, which must outlive the map
 *
 * Returns: (transfer full): its parts, counted
 */
HsPageMap *
hs_page_map_new (HsTree *tree)
{
  HsPageMap *self = g_new0 (HsPageMap, 1);

  self->tree = tree;
  self->parts = g_new0 (HsPart, tree->n_nodes);
  read_hints (self);
  for (guint i = 0; i < tree->n_nodes; i++)
    if (hs_tree_nth (tree, i)->tag == HS_TAG_TEXT)
      count_text (&self->parts[i], hs_tree_nth (tree, i)->text);
  find_blocky (self);
  hs_page_map_count (self);
  return self;
}

/**
 * hs_page_map_free:
 * @self: (transfer full) (nullable): the map of a page
 */
void
hs_page_map_free (HsPageMap *self)
{
  if (self == NULL)
    return;
  g_free (self->parts);
  g_free (self);
}

static void
count_node (HsPart       *part,
            const HsNode *node)
{
  if (node->tag == HS_TAG_TEXT)
    return;
  part->text = part->linked = part->heading = part->listed = part->quoted = part->commas = part->sentences = 0;
  part->paragraphs = node->tag == HS_TAG_P;
  part->images = node->tag == HS_TAG_IMAGE;
  part->items = node->tag == HS_TAG_ITEM;
}

/**
 * hs_page_map_count:
 * @self: a map
 *
 * Counts again, without what is to be skipped. Nodes come before what they hold,
 * so from the last to the first each is done before what holds it.
 */
void
hs_page_map_count (HsPageMap *self)
{
  for (guint i = 0; i < self->tree->n_nodes; i++)
    {
      const HsNode *node = hs_tree_nth (self->tree, i);

      if (node->parent != NULL && self->parts[node->parent->index].skip)
        self->parts[i].skip = TRUE;
      count_node (&self->parts[i], node);
    }
  for (guint i = self->tree->n_nodes; i-- > 1;)
    {
      const HsNode *node = hs_tree_nth (self->tree, i);
      HsPart *part = &self->parts[i], *above = &self->parts[node->parent->index];

      if (node->tag == HS_TAG_LINK)
        part->linked = node->address != NULL && *node->address == '#' ? part->text * 0.3 : part->text;
      if (node->tag == HS_TAG_HEADING)
        part->heading = part->text;
      if (node->tag == HS_TAG_LIST)
        part->listed = part->text;
      if (node->tag == HS_TAG_QUOTE)
        part->quoted = part->text;
      /* what is skipped is still counted within itself */
      if (part->skip && !above->skip)
        continue;
      above->text += part->text;
      above->linked += part->linked;
      above->heading += part->heading;
      above->listed += part->listed;
      above->quoted += part->quoted;
      above->commas += part->commas;
      above->sentences += part->sentences;
      above->paragraphs += part->paragraphs;
      above->images += part->images;
      above->items += part->items;
    }
}

/**
 * hs_page_map_get:
 * @self: a map
 * @node: a node of the tree it is of
 *
 * Returns: (transfer none): what is known of it; can be changed
 */
HsPart *
hs_page_map_get (const HsPageMap *self,
                 const HsNode    *node)
{
  return &self->parts[node->index];
}

/**
 * hs_page_map_link_density:
 * @self: a map
 * @node: a node
 *
 * Returns: what part of its characters stands in links, 0 to 1
 */
double
hs_page_map_link_density (const HsPageMap *self,
                          const HsNode    *node)
{
  const HsPart *part = hs_page_map_get (self, node);

  return part->text > 0 ? (double) part->linked / part->text : 0;
}

/**
 * hs_page_map_is_blocky:
 * @self: a map
 * @node: a node
 *
 * Returns: whether it holds more than one run of text
 */
gboolean
hs_page_map_is_blocky (const HsPageMap *self,
                       const HsNode    *node)
{
  return hs_page_map_get (self, node)->blocky;
}

/**
 * hs_page_map_stands_aside:
 * @self: a map
 * @node: a node
 * @but: hints of boxes that may be
 *
 * Returns: whether it stands in comments, menus, a side bar or a foot
 */
gboolean
hs_page_map_stands_aside (const HsPageMap *self,
                          const HsNode    *node,
                          guint            but)
{
  for (; node != NULL; node = node->parent)
    {
      const HsPart *part = hs_page_map_get (self, node);

      if (node->tag == HS_TAG_NAV || part->hints & HS_HINT_COMMENTS)
        return TRUE;
      if (part->text * 2 > self->parts[0].text)
        return FALSE;
      if (node->tag == HS_TAG_ASIDE && !(but & part->hints))
        return TRUE;
      if (part->hints & HS_HINT_FRAME && part->hints & HS_HINT_UNLIKELY && !(part->hints & (HS_HINT_BODY | but))
          && node->tag != HS_TAG_HEADER)
        return TRUE;
    }
  return FALSE;
}

/**
 * hs_page_is_named:
 * @node: a node
 * @name: of an element, in small letters
 *
 * Returns: whether it is such an element
 */
gboolean
hs_page_is_named (const HsNode *node,
                  const char   *name)
{
  return node->name != NULL && strcmp (node->name, name) == 0;
}
