/* hs-page-blocks.c: boxes of an article to blocks of text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-page-blocks.h"

#include <string.h>

#include "hs-boilerplate.h"
#include "hs-dateline.h"
#include "hs-page-private.h"
#include "hs-scraps.h"

/* Bytes of a paragraph that nobody says twice; shorter ones come again in plans
 * and refrains, but not at once. */
#define REPEATED_LENGTH 160

struct _HsPageBlocks
{
  HsDocument *document;  /* (unowned) */
  HsPageMap *map;        /* (unowned) (nullable) */
  const char *base_url;  /* (unowned) (nullable) */
  GString *text;         /* (owned) */
  GHashTable *seen;      /* (owned) (nullable) (element-type utf8): what was said, where it is said once */
  guint n_paragraphs;
  gboolean begun;        /* running text was seen */
};

/**
 * hs_page_append_inline:
 * @out: where to
 * @node: a run of text
 *
 * Appends its words. Line breaks of the markup are spaces; those of `<br>` are
 * line breaks.
 */
void
hs_page_append_inline (GString      *out,
                       const HsNode *node)
{
  for (const HsNode *n = node; n != NULL; n = hs_node_next (n, node))
    {
      gsize at = out->len;

      if (n->tag == HS_TAG_BREAK)
        g_string_append_c (out, '\n');
      if (n->tag != HS_TAG_TEXT)
        continue;
      g_string_append (out, n->text);
      for (char *p = out->str + at; (p = strpbrk (p, "\r\n")) != NULL;)
        *p = ' ';
    }
}

gboolean
hs_page_same_text (const char *a,
                   const char *b)
{
  g_autofree char *x = g_utf8_casefold (a, -1);
  g_autofree char *y = g_utf8_casefold (b, -1);

  return g_str_equal (x, y);
}

static void
add_block (HsPageBlocks *self,
           HsBlockKind   kind,
           guint         start,
           guint         end)
{
  HsBlock block = { kind, HS_SPAN_INIT (start, end), 0 };

  g_array_append_val (self->document->blocks, block);
}

static gboolean
is_prose (HsBlockKind kind)
{
  return kind == HS_BLOCK_PARAGRAPH || kind == HS_BLOCK_LIST_ITEM;
}

/* What the words themselves say that they are. */
static HsBlockKind
look_at (HsPageBlocks *self,
         const char   *words,
         HsBlockKind   kind)
{
  if (is_prose (kind) || kind == HS_BLOCK_HEADING)
    {
      HsLineLook look = hs_boilerplate_look (words, strlen (words));

      if (look != HS_LINE_STORY && look != HS_LINE_FRAGMENT)
        return HS_BLOCK_BOILERPLATE;
    }
  if (kind == HS_BLOCK_PARAGRAPH && hs_scraps_is_picture_credit (words))
    return HS_BLOCK_CAPTION;
  if (is_prose (kind) && !self->begun && hs_scraps_is_about_article (words))
    return HS_BLOCK_BOILERPLATE;
  return kind;
}

/* Whether a paragraph was said already: some pages hold each twice, for wide and
 * for narrow windows. */
static gboolean
is_repeated (HsPageBlocks *self,
             const char   *words,
             HsBlockKind   kind)
{
  const GArray *blocks = self->document->blocks;
  const HsBlock *last = blocks->len > 0 ? &g_array_index (blocks, HsBlock, blocks->len - 1) : NULL;
  gsize length = strlen (words);

  if (self->seen == NULL || (kind != HS_BLOCK_PARAGRAPH && kind != HS_BLOCK_QUOTE))
    return FALSE;
  if (length >= REPEATED_LENGTH)
    return !g_hash_table_add (self->seen, g_strdup (words));
  return last != NULL && last->kind == kind && last->span.end - last->span.start == length
         && memcmp (self->text->str + last->span.start, words, length) == 0;
}

/* One block: its words squeezed onto one line, then a blank line. */
static void
emit (HsPageBlocks *self,
      const char   *words,
      HsBlockKind   kind)
{
  g_autofree char *squeezed = hs_page_squeeze (words);
  guint start, dateline = 0;

  if (squeezed == NULL)
    return;
  if (kind == HS_BLOCK_HEADING && self->document->title != NULL && hs_page_same_text (squeezed, self->document->title))
    return; /* the headline, which stands at the head already */
  kind = look_at (self, squeezed, kind);
  if (is_repeated (self, squeezed, kind))
    return;
  if (self->text->len > 0)
    g_string_append (self->text, "\n\n");
  start = self->text->len;
  g_string_append (self->text, squeezed);
  if (kind == HS_BLOCK_PARAGRAPH && !self->begun && hs_text_count_words (squeezed, strlen (squeezed)) >= 20)
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

/**
 * hs_page_blocks_add_words:
 * @self: a builder
 * @words: plain text
 * @kind: what it is
 *
 * Two line breaks in a row are how pages without paragraphs mark them.
 */
void
hs_page_blocks_add_words (HsPageBlocks *self,
                          const char   *words,
                          HsBlockKind   kind)
{
  const char *start = words;

  for (const char *p = words; (p = strchr (p, '\n')) != NULL;)
    {
      const char *next = p + 1 + strspn (p + 1, " \t\r");

      if (*next == '\n')
        {
          g_autofree char *part = g_strndup (start, p - start);

          emit (self, part, kind);
          start = next;
        }
      p = next;
    }
  emit (self, start, kind);
}

static void
note_addresses (HsPageBlocks *self,
                const HsNode *box)
{
  for (const HsNode *n = box; n != NULL; n = hs_node_next (n, box))
    {
      char *address;

      if (n->tag != HS_TAG_LINK && n->tag != HS_TAG_IMAGE)
        continue;
      /* a picture of one point only tells that it was loaded */
      if (hs_page_map_get (self->map, n)->skip || (n->tag == HS_TAG_IMAGE && n->level > 0))
        continue;
      address = hs_page_resolve (self->base_url, n->address);
      if (address == NULL)
        continue;
      g_ptr_array_add (n->tag == HS_TAG_LINK ? self->document->links : self->document->images, address);
    }
}

static HsBlockKind
kind_of (const HsPart *part,
         const HsNode *node,
         HsBlockKind   around)
{
  if (around == HS_BLOCK_CAPTION
      || ((part->hints & (HS_HINT_CAPTION | HS_HINT_GALLERY)) && !(part->hints & HS_HINT_BODY) && part->text < 1500))
    return HS_BLOCK_CAPTION;
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
flush (HsPageBlocks *self,
       GString      *run,
       HsBlockKind   kind)
{
  if (run->len > 0)
    hs_page_blocks_add_words (self, run->str, kind);
  g_string_truncate (run, 0);
}

/* A row of a table of data is one block: its cells mean nothing by themselves. */
static void
add_row (HsPageBlocks *self,
         const HsNode *row,
         HsBlockKind   kind)
{
  g_autoptr (GString) run = g_string_new (NULL);

  for (const HsNode *cell = row->first; cell != NULL; cell = cell->next)
    {
      if (hs_page_map_get (self->map, cell)->skip)
        continue;
      if (run->len > 0)
        g_string_append_c (run, ' ');
      hs_page_append_inline (run, cell);
    }
  g_strdelimit (run->str, "\n", ' ');
  flush (self, run, kind);
}

static gboolean
is_data_row (HsPageBlocks *self,
             const HsNode *row)
{
  guint cells = 0;

  if (row->tag != HS_TAG_ROW)
    return FALSE;
  for (const HsNode *cell = row->first; cell != NULL; cell = cell->next)
    {
      const HsPart *part = hs_page_map_get (self->map, cell);

      cells += cell->tag == HS_TAG_CELL;
      if (part->text > 300 || part->paragraphs > 1 || part->items > 0)
        return FALSE;
    }
  return cells > 1;
}

static void
walk (HsPageBlocks *self,
      const HsNode *node,
      HsBlockKind   kind)
{
  g_autoptr (GString) run = g_string_new (NULL);

  for (const HsNode *child = node->first; child != NULL; child = child->next)
    {
      const HsPart *part = hs_page_map_get (self->map, child);

      if (part->skip)
        continue;
      if (hs_tag_is_inline (child->tag) && !part->blocky)
        {
          hs_page_append_inline (run, child);
          continue;
        }
      flush (self, run, kind);
      if (is_data_row (self, child))
        {
          add_row (self, child, kind_of (part, child, kind));
          continue;
        }
      walk (self, child, part->foreign || kind == HS_BLOCK_BOILERPLATE ? HS_BLOCK_BOILERPLATE : kind_of (part, child, kind));
    }
  flush (self, run, kind);
}

/**
 * hs_page_blocks_new:
 * @document: what is filled; its title is known already
 * @map: (nullable): the page
 * @base_url: (nullable): what relative addresses stand against
 * @once: whether a paragraph that comes again is left out
 *
 * Returns: (transfer full): a builder of blocks; ended by [method@PageBlocks.finish]
 */
HsPageBlocks *
hs_page_blocks_new (HsDocument *document,
                    HsPageMap  *map,
                    const char *base_url,
                    gboolean    once)
{
  HsPageBlocks *self = g_new0 (HsPageBlocks, 1);

  self->document = document;
  self->map = map;
  self->base_url = base_url;
  self->text = g_string_new (NULL);
  if (once)
    self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * hs_page_blocks_add_box:
 * @self: a builder
 * @box: a box of the article
 */
void
hs_page_blocks_add_box (HsPageBlocks *self,
                        const HsNode *box)
{
  if (box->tag == HS_TAG_TEXT)
    hs_page_blocks_add_words (self, box->text, HS_BLOCK_PARAGRAPH);
  else
    walk (self, box, kind_of (hs_page_map_get (self->map, box), box, HS_BLOCK_PARAGRAPH));
  note_addresses (self, box);
}

/**
 * hs_page_blocks_finish:
 * @self: (transfer full): a builder
 *
 * Gives the document its text.
 */
void
hs_page_blocks_finish (HsPageBlocks *self)
{
  hs_scraps_mark (self->document->blocks, self->text->str);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_free (self->document->text);
  self->document->length = self->text->len;
  self->document->text = g_string_free (self->text, FALSE);
  g_free (self);
}
