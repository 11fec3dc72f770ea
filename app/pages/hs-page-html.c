/* hs-page-html.c: the article in a page of HTML
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the box that holds most running text by the paragraph scoring that
 * arc90's Readability made known (2009): every paragraph votes for the boxes it
 * stands in, by its length and its commas, less what of it is links.
 */
#include <math.h>
#include <string.h>

#include "hs-boilerplate.h"
#include "hs-charset.h"
#include "hs-dateline.h"
#include "hs-error.h"
#include "hs-html.h"
#include "hs-page-private.h"
#include "hs-scraps.h"

typedef struct
{
  double score;
  guint text;    /* characters that are not white space */
  guint linked;  /* of them, inside links */
  guint commas;
} Weight;

typedef struct
{
  HsDocument *document;  /* (owned) */
  GString *text;         /* (owned) */
  GHashTable *weights;   /* (owned): HsNode → Weight */
  const char *base_url;
  guint n_paragraphs;
  gboolean begun;        /* running text was seen */
  gboolean whole;        /* there is nothing but the article */
} Extraction;

/* Class, id and role words of what stands around an article. */
static gboolean
hints_at_frame (const char *hint)
{
  static GRegex *regex = NULL;

  if (hint == NULL)
    return FALSE;
  if (g_once_init_enter (&regex))
    {
      GRegex *made = g_regex_new (
          "(?:^|[\\s_-])(?:comments?|comment-?list|disqus|respond|footer|foot|sidebar|side-?bar|nav|navbar|navigation|menu"
          "|breadcrumbs?|share|sharing|sharedaddy|social|related|relatedposts?|recommended|recirc|promo|promoted|outbrain"
          "|taboola|newsletter|subscribe|subscription|signup|cookie|consent|banner|advert|advertisement|ads?|sponsor(?:ed)?"
          "|popup|modal|widget|tags?|tag-?list|author-?(?:bio|box|info)|about-?author|bio|pagination|pager|toolbar|tools"
          "|masthead|skip|trending|most-?(?:read|popular)|more-?(?:news|stories|from)|read-?(?:more|next|also)|teaser"
          "|jp-relatedposts|print-?only|screen-reader(?:-text)?|sr-only|visually-?hidden|copyright|legal|meta-?nav"
          "|post-?nav|prev-?next|rating|login|paywall|donate|donation)(?:$|[\\s_-])",
          G_REGEX_OPTIMIZE, 0, NULL);

      g_once_init_leave (&regex, made);
    }
  return g_regex_match (regex, hint, 0, NULL);
}

static gboolean
hints_at_body (const char *hint)
{
  static GRegex *regex = NULL;

  if (hint == NULL)
    return FALSE;
  if (g_once_init_enter (&regex))
    {
      GRegex *made = g_regex_new ("article-?(?:body|content|text)|articlebody|story-?(?:body|content|text)|entry-?content"
                                  "|post-?(?:body|content|text)|body-?(?:text|copy|content)|(?:^|[\\s_-])(?:article|story"
                                  "|content|main|text|post|entry|hentry)(?:$|[\\s_-])",
                                  G_REGEX_OPTIMIZE, 0, NULL);

      g_once_init_leave (&regex, made);
    }
  return g_regex_match (regex, hint, 0, NULL);
}

static gboolean
is_frame (const HsNode *node)
{
  switch (node->tag)
    {
    case HS_TAG_NAV:
    case HS_TAG_ASIDE:
    case HS_TAG_FOOTER:
    case HS_TAG_FORM:
      return TRUE;
    default:
      return FALSE;
    }
}

static Weight *
weight_of (Extraction   *self,
           const HsNode *node)
{
  Weight *weight = g_hash_table_lookup (self->weights, node);

  if (weight == NULL)
    {
      weight = g_new0 (Weight, 1);
      g_hash_table_insert (self->weights, (gpointer) node, weight);
    }
  return weight;
}

/* Counts characters into every box above each text. */
static void
weigh_text (Extraction *self,
            HsTree     *tree)
{
  for (HsNode *node = tree->root; node != NULL; node = hs_node_next (node, tree->root))
    {
      guint text = 0, commas = 0;
      gboolean linked = FALSE;

      if (node->tag != HS_TAG_TEXT)
        continue;
      for (const char *p = node->text; *p != '\0'; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);

          text += !g_unichar_isspace (c);
          commas += c == ',' || c == 0x060C || c == 0x3001 || c == 0xFF0C;
        }
      if (text == 0)
        continue;
      for (HsNode *up = node->parent; up != NULL; up = up->parent)
        {
          Weight *weight = weight_of (self, up);

          linked = linked || up->tag == HS_TAG_LINK;
          weight->text += text;
          weight->commas += commas;
          weight->linked += linked ? text : 0;
        }
    }
}

static double
link_density (Extraction   *self,
              const HsNode *node)
{
  const Weight *weight = g_hash_table_lookup (self->weights, node);

  return weight != NULL && weight->text > 0 ? (double) weight->linked / weight->text : 0;
}

static gboolean
has_block_child (const HsNode *node)
{
  for (const HsNode *child = node->first; child != NULL; child = child->next)
    if (!hs_tag_is_inline (child->tag) || (child->tag == HS_TAG_INLINE && has_block_child (child)))
      return TRUE;
  return FALSE;
}

/* Paragraphs vote: one whole for the box they stand in, half for the next. */
static void
score_boxes (Extraction *self,
             HsTree     *tree)
{
  for (HsNode *node = tree->root; node != NULL; node = hs_node_next (node, tree->root))
    {
      const Weight *own;
      double points, share = 1;
      guint up = 0;

      if (node->tag != HS_TAG_P && node->tag != HS_TAG_PRE
          && !((node->tag == HS_TAG_DIV || node->tag == HS_TAG_CELL || node->tag == HS_TAG_ARTICLE) && !has_block_child (node)))
        continue;
      own = g_hash_table_lookup (self->weights, node);
      if (own == NULL || own->text < 25)
        continue;
      points = (1 + own->commas + MIN (own->text / 80.0, 4)) * (1 - link_density (self, node));
      for (HsNode *box = node->parent; box != NULL && up < 5; box = box->parent)
        {
          if (hs_tag_is_inline (box->tag))
            continue;
          weight_of (self, box)->score += points * share;
          share = up == 0 ? 0.5 : share * 0.6;
          up++;
        }
    }
}

static gboolean
stands_in_frame (const HsNode *node)
{
  for (; node != NULL; node = node->parent)
    if (is_frame (node) || (hints_at_frame (node->hint) && !hints_at_body (node->hint) && node->tag != HS_TAG_ARTICLE))
      return TRUE;
  return FALSE;
}

static HsNode *
find_body (Extraction *self,
           HsTree     *tree)
{
  HsNode *best = NULL;
  double best_score = 0;

  for (HsNode *node = tree->root; node != NULL; node = hs_node_next (node, tree->root))
    {
      const Weight *weight;
      double score;

      if (hs_tag_is_inline (node->tag) || node->tag == HS_TAG_P)
        continue;
      weight = g_hash_table_lookup (self->weights, node);
      if (weight == NULL || weight->score <= 0)
        continue;
      score = weight->score * (1 - link_density (self, node));
      if (node->tag == HS_TAG_ARTICLE || hints_at_body (node->hint))
        score *= 1.25;
      if (stands_in_frame (node))
        score *= 0.2;
      if (score > best_score)
        {
          best_score = score;
          best = node;
        }
    }
  return best;
}

/* A box above @body whose other children are as good is the body itself: an
 * article that advertising cut in parts. */
static HsNode *
widen (Extraction *self,
       HsNode     *body)
{
  for (HsNode *up = body->parent; up != NULL && up->parent != NULL && up->tag != HS_TAG_ROOT; up = up->parent)
    {
      const Weight *inner = g_hash_table_lookup (self->weights, body);
      double others = 0;

      for (HsNode *child = up->first; child != NULL; child = child->next)
        {
          const Weight *weight = g_hash_table_lookup (self->weights, child);

          if (child == body || weight == NULL || stands_in_frame (child))
            continue;
          if (child->tag == HS_TAG_P && weight->text > 80 && link_density (self, child) < 0.3)
            others += weight->text;
          else if (!hs_tag_is_inline (child->tag) && weight->score > 0.2 * inner->score
                   && link_density (self, child) < 0.25)
            others += weight->text;
        }
      if (others < 0.15 * inner->text)
        {
          if (hints_at_body (up->hint) || up->tag == HS_TAG_ARTICLE)
            continue;
          break;
        }
      body = up;
    }
  return body;
}

static void
append_inline (GString      *out,
               const HsNode *node)
{
  for (const HsNode *n = node; n != NULL; n = hs_node_next (n, node))
    {
      if (n->tag == HS_TAG_BREAK)
        g_string_append_c (out, '\n');
      if (n->tag != HS_TAG_TEXT)
        continue;
      g_string_append (out, n->text);
    }
}

static gboolean
same_text (const char *a,
           const char *b)
{
  g_autofree char *x = g_utf8_casefold (a, -1);
  g_autofree char *y = g_utf8_casefold (b, -1);

  return g_str_equal (x, y);
}

static void
add_block (Extraction  *self,
           HsBlockKind  kind,
           guint        start,
           guint        end)
{
  HsBlock block = { kind, HS_SPAN_INIT (start, end), 0 };

  g_array_append_val (self->document->blocks, block);
}

/* One block: its words squeezed onto one line, then a blank line. */
static void
emit (Extraction  *self,
      const char  *words,
      HsBlockKind  kind)
{
  g_autofree char *squeezed = hs_page_squeeze (words);
  guint start, dateline = 0;

  if (squeezed == NULL)
    return;
  if (kind == HS_BLOCK_HEADING && self->document->title != NULL && same_text (squeezed, self->document->title))
    return; /* the headline, which stands at the head already */
  if (self->text->len > 0)
    g_string_append (self->text, "\n\n");
  start = self->text->len;
  g_string_append (self->text, squeezed);
  if (kind == HS_BLOCK_PARAGRAPH || kind == HS_BLOCK_LIST_ITEM || kind == HS_BLOCK_HEADING)
    {
      HsLineLook look = hs_boilerplate_look (squeezed, strlen (squeezed));

      if (look != HS_LINE_STORY && look != HS_LINE_FRAGMENT)
        kind = HS_BLOCK_BOILERPLATE;
    }
  if (kind == HS_BLOCK_PARAGRAPH && hs_scraps_is_picture_credit (squeezed))
    kind = HS_BLOCK_CAPTION;
  if ((kind == HS_BLOCK_PARAGRAPH || kind == HS_BLOCK_LIST_ITEM) && !self->begun && hs_scraps_is_about_article (squeezed))
    kind = HS_BLOCK_BOILERPLATE;
  if (kind == HS_BLOCK_PARAGRAPH && hs_text_count_words (squeezed, strlen (squeezed)) >= 20)
    self->begun = TRUE;
  if (kind == HS_BLOCK_PARAGRAPH && self->n_paragraphs++ < 2)
    dateline = hs_dateline_length (squeezed, strlen (squeezed));
  if (dateline > 0)
    {
      add_block (self, HS_BLOCK_DATELINE, start, start + dateline);
      start += dateline;
      while (self->text->str[start] == ' ')
        start++;
    }
  if (start < self->text->len)
    add_block (self, kind, start, self->text->len);
}

/* Two line breaks in a row are how pages without paragraphs mark them. */
static void
emit_lines (Extraction *self,
            GString    *run,
            HsBlockKind kind)
{
  g_auto (GStrv) parts = g_regex_split_simple ("[ \\t\\r]*\\n[ \\t\\r]*\\n[\\s]*", run->str, 0, 0);

  for (guint i = 0; parts[i] != NULL; i++)
    emit (self, parts[i], kind);
  g_string_truncate (run, 0);
}

static void
note_addresses (Extraction   *self,
                const HsNode *node)
{
  for (const HsNode *n = node; n != NULL; n = hs_node_next (n, node))
    {
      char *address;

      if (n->tag != HS_TAG_LINK && n->tag != HS_TAG_IMAGE)
        continue;
      address = hs_page_resolve (self->base_url, n->address);
      if (address == NULL)
        continue;
      g_ptr_array_add (n->tag == HS_TAG_LINK ? self->document->links : self->document->images, address);
    }
}

/* What inside the body is not the article. */
static gboolean
is_foreign (Extraction   *self,
            const HsNode *node)
{
  const Weight *weight = g_hash_table_lookup (self->weights, node);
  double links = link_density (self, node);

  if (is_frame (node))
    return TRUE;
  if (weight == NULL)
    return FALSE;
  if (self->whole)
    return hints_at_frame (node->hint) && !hints_at_body (node->hint) && weight->commas < 4 && weight->text < 400;
  if (hints_at_frame (node->hint) && !hints_at_body (node->hint))
    return links > 0.2 || weight->commas < 4 || weight->text < 400;
  if (node->tag == HS_TAG_LIST || node->tag == HS_TAG_TABLE)
    return links > 0.6 && weight->text < 3000;
  if (node->tag == HS_TAG_DIV && has_block_child (node))
    return links > 0.5 && weight->commas < 10;
  return FALSE;
}

static void walk (Extraction   *self,
                  const HsNode *node,
                  HsBlockKind   kind,
                  gboolean      boilerplate);

static HsBlockKind
kind_of (const HsNode *node,
         HsBlockKind   around)
{
  switch (node->tag)
    {
    case HS_TAG_HEADING:
      return HS_BLOCK_HEADING;
    case HS_TAG_QUOTE:
      return HS_BLOCK_QUOTE;
    case HS_TAG_ITEM:
      return HS_BLOCK_LIST_ITEM;
    case HS_TAG_CAPTION:
    case HS_TAG_FIGURE:
      return HS_BLOCK_CAPTION;
    default:
      return around;
    }
}

static void
flush (Extraction *self,
       GString    *run,
       HsBlockKind kind,
       gboolean    boilerplate)
{
  emit_lines (self, run, boilerplate ? HS_BLOCK_BOILERPLATE : kind);
}

static void
walk (Extraction   *self,
      const HsNode *node,
      HsBlockKind   kind,
      gboolean      boilerplate)
{
  g_autoptr (GString) run = g_string_new (NULL);

  for (const HsNode *child = node->first; child != NULL; child = child->next)
    {
      gboolean foreign = boilerplate;

      if (hs_tag_is_inline (child->tag) && !has_block_child (child))
        {
          append_inline (run, child);
          continue;
        }
      flush (self, run, kind, boilerplate);
      if (is_frame (child) && !self->whole)
        continue;
      foreign = foreign || is_foreign (self, child);
      walk (self, child, kind_of (child, kind), foreign);
    }
  flush (self, run, kind, boilerplate);
}

/* "Headline | The Example Times": the outlet's name at either end is not part
 * of the headline. */
static char *
without_outlet (const char *title,
                const char *outlet)
{
  static const char * const joints[] = { " | ", " - ", " – ", " — ", " :: ", " » ", " · " };

  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    {
      const char *at = g_strrstr (title, joints[i]);

      if (at == NULL)
        continue;
      if ((outlet != NULL && same_text (at + strlen (joints[i]), outlet))
          || (hs_text_count_words (title, at - title) >= 4
              && hs_text_count_words (at + strlen (joints[i]), strlen (at + strlen (joints[i]))) <= 4
              && (i == 0 || i > 1)))
        return g_strndup (title, at - title);
    }
  return g_strdup (title);
}

/* The heading of the page: the `<h1>` that says what the title says, or else
 * the only one. */
static char *
find_headline (HsTree     *tree,
               const char *title)
{
  g_autofree char *only = NULL;
  guint n = 0;

  for (HsNode *node = tree->root; node != NULL; node = hs_node_next (node, tree->root))
    {
      g_autoptr (GString) run = NULL;
      g_autofree char *words = NULL;

      if (node->tag != HS_TAG_HEADING || node->level != 1)
        continue;
      run = g_string_new (NULL);
      append_inline (run, node);
      words = hs_page_squeeze (run->str);
      if (words == NULL || hs_text_count_words (words, strlen (words)) < 2)
        continue;
      if (title != NULL && strstr (title, words) != NULL)
        return g_steal_pointer (&words);
      n++;
      g_free (only);
      only = g_steal_pointer (&words);
    }
  return n == 1 ? g_steal_pointer (&only) : NULL;
}

static void
extract (Extraction *self,
         HsTree     *tree)
{
  HsNode *body;
  g_autofree char *headline = NULL, *title = NULL;

  if (self->document->title != NULL)
    {
      title = without_outlet (self->document->title, self->document->outlet);
      g_free (self->document->title);
      self->document->title = g_strdup (title);
    }
  headline = find_headline (tree, title);
  if (headline != NULL && (title == NULL || !same_text (headline, title)))
    {
      g_free (self->document->title);
      self->document->title = g_strdup (headline);
    }
  weigh_text (self, tree);
  score_boxes (self, tree);
  body = find_body (self, tree);
  if (body != NULL)
    body = widen (self, body);
  if (self->document->title != NULL)
    emit (self, self->document->title, HS_BLOCK_HEADLINE);
  walk (self, body != NULL ? body : tree->root, HS_BLOCK_PARAGRAPH, FALSE);
  hs_scraps_mark (self->document->blocks, self->text->str);
  note_addresses (self, body != NULL ? body : tree->root);
}

/**
 * hs_page_make_whole:
 * @tree: (nullable): markup of which everything is the article
 * @plain: (nullable): or its text, paragraphs parted by blank lines
 * @title: (nullable): its title, which is not in the text
 * @base_url: (nullable): what relative addresses stand against
 *
 * Returns: (transfer full): its blocks, under its title; maybe none
 */
HsDocument *
hs_page_make_whole (HsTree     *tree,
                    const char *plain,
                    const char *title,
                    const char *base_url)
{
  HsDocument *document = hs_document_new (g_strdup (""));
  Extraction self = { .document = document, .base_url = base_url, .whole = TRUE };

  self.text = g_string_new (NULL);
  self.weights = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  document->title = g_strdup (title);
  if (title != NULL)
    emit (&self, title, HS_BLOCK_HEADLINE);
  if (tree != NULL)
    {
      weigh_text (&self, tree);
      walk (&self, tree->root, HS_BLOCK_PARAGRAPH, FALSE);
      note_addresses (&self, tree->root);
    }
  if (plain != NULL)
    {
      g_autoptr (GString) run = g_string_new (plain);

      emit_lines (&self, run, HS_BLOCK_PARAGRAPH);
    }
  hs_scraps_mark (document->blocks, self.text->str);
  g_hash_table_unref (self.weights);
  g_free (document->text);
  document->length = self.text->len;
  document->text = g_string_free (self.text, FALSE);
  return document;
}

/**
 * hs_page_read_html:
 * @data: bytes of a page
 * @length: how many
 * @content_type: (nullable): what a server called it
 * @base_url: (nullable): where it came from
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the article in it
 */
HsDocument *
hs_page_read_html (const char  *data,
                   gsize        length,
                   const char  *content_type,
                   const char  *base_url,
                   GError     **error)
{
  g_autofree char *html = hs_charset_decode (data, length, content_type, TRUE, NULL, NULL, error);
  g_autoptr (HsTree) tree = NULL;
  g_autoptr (HsDocument) document = NULL;
  Extraction self = { 0 };
  gboolean any = FALSE;

  if (html == NULL)
    return NULL;
  tree = hs_html_parse (html, strlen (html), error);
  if (tree == NULL)
    return NULL;

  document = hs_document_new (g_strdup (""));
  hs_page_read_metadata (tree, base_url, document);
  self.document = document;
  self.base_url = base_url != NULL ? base_url : document->url;
  self.text = g_string_new (NULL);
  self.weights = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  extract (&self, tree);
  g_hash_table_unref (self.weights);
  g_free (document->text);
  document->length = self.text->len;
  document->text = g_string_free (self.text, FALSE);

  for (guint i = 0; i < document->blocks->len; i++)
    any = any || g_array_index (document->blocks, HsBlock, i).kind != HS_BLOCK_BOILERPLATE;
  if (!any)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_EMPTY, "There is no text to read in the page.");
      return NULL;
    }
  return g_steal_pointer (&document);
}
