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

/* Lists in lists, quotations in quotations: deeper ones look the same. */
#define MAX_LEVEL 6
/* Columns that a cell of a table may span */
#define MAX_SPAN 20

/* What stands around a run of text. */
typedef struct
{
  HsBlockKind kind;
  guint level;
  guint quoted;
  guint number;          /* of the item */
  guint table;
  guint column;
  gboolean header;
  const HsNode *item;    /* (nullable): of a list */
} Around;

/* A run of text on its way to be blocks, with what stands in it. */
typedef struct
{
  GString *text;         /* (owned) */
  GArray *links;         /* (owned) (element-type HsLinkPlace): bytes of @text */
  GArray *images;        /* (owned) (element-type RunImage) */
} Run;

typedef struct
{
  gsize at;              /* byte of the run */
  const HsNode *node;
} RunImage;

struct _HsPageBlocks
{
  HsDocument *document;  /* (unowned) */
  HsPageMap *map;        /* (unowned) (nullable) */
  const char *base_url;  /* (unowned) (nullable) */
  GString *text;         /* (owned) */
  GHashTable *addresses; /* (owned): node → which of the links or images, from 1 */
  GHashTable *seen;      /* (owned) (nullable) (element-type utf8): what was said, where it is said once */
  guint n_paragraphs;
  guint n_tables;
  guint last_item;       /* index of the list item begun last, from 1 */
  gboolean begun;        /* running text was seen */
};

/* Line breaks of the markup are spaces. */
static void
append_text (GString    *out,
             const char *text)
{
  gsize at = out->len;

  g_string_append (out, text);
  for (char *p = out->str + at; (p = strpbrk (p, "\r\n")) != NULL;)
    *p = ' ';
}

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
      if (n->tag == HS_TAG_BREAK)
        g_string_append_c (out, '\n');
      if (n->tag == HS_TAG_TEXT)
        append_text (out, n->text);
    }
}

/**
 * hs_page_same_text:
 * @a: a text
 * @b: another
 *
 * Returns: whether they differ in nothing but capitals
 */
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
           const Around *around,
           HsBlockKind   kind,
           guint         start,
           guint         end)
{
  HsBlock block = { .kind = kind, .span = HS_SPAN_INIT (start, end), .quoted = around->quoted };

  if (kind == HS_BLOCK_HEADING || kind == HS_BLOCK_LIST_ITEM)
    block.level = around->level;
  if (around->table != 0)
    {
      block.table = around->table;
      block.column = around->column;
      block.header = around->header;
    }
  if (kind == HS_BLOCK_LIST_ITEM && around->item != NULL)
    {
      block.continued = around->item->index < self->last_item;
      block.number = block.continued ? 0 : around->number;
      self->last_item = MAX (self->last_item, around->item->index + 1);
    }
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

/* --- where links and pictures come to stand -------------------------------- */

/* Squeezing only drops characters and makes white space of one sort of another,
 * so the words before and after are gone through side by side. */
static void
place_links (HsPageBlocks *self,
             const Run    *run,
             gsize         from,
             gsize         to,
             const char   *squeezed,
             guint         start)
{
  const char *q = squeezed;
  guint i = 0;

  while (i < run->links->len && g_array_index (run->links, HsLinkPlace, i).span.end <= from)
    i++;
  for (; i < run->links->len; i++)
    {
      const HsLinkPlace *link = &g_array_index (run->links, HsLinkPlace, i);
      HsLinkPlace place = { HS_SPAN_NONE, link->link };
      gboolean any = FALSE;

      if (link->span.start >= to)
        return;
      for (gsize at = from; at < MIN (link->span.end, to) && *q != '\0';)
        {
          const char *p = run->text->str + at;
          gunichar c = g_utf8_get_char (p);
          const char *next = *q == ' ' && c != ' ' ? q + 1 : q;

          at = g_utf8_next_char (p) - run->text->str;
          from = at;
          if (c == ' ' ? *q != ' ' : g_utf8_get_char (next) != c)
            continue;
          if (at > link->span.start && c != ' ')
            {
              if (!any)
                place.span.start = start + (next - squeezed);
              any = TRUE;
              place.span.end = start + (g_utf8_next_char (next) - squeezed);
            }
          q = g_utf8_next_char (next);
        }
      if (any)
        g_array_append_val (self->document->link_places, place);
    }
}

static guint
find_address (HsPageBlocks *self,
              const HsNode *node)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->addresses, node));
}

static void
place_image (HsPageBlocks *self,
             const HsNode *node,
             guint         at)
{
  guint found = find_address (self, node);
  g_autofree char *alt = node->value != NULL ? hs_page_squeeze (node->value) : NULL;

  if (found > 0)
    hs_document_add_image (self->document, found - 1, at, alt, node->width, node->height);
}

/* Those of a run stand before it, or after the block that they stand in. */
static void
place_images (HsPageBlocks *self,
              Run          *run,
              gsize         before)
{
  guint n = 0;

  for (; n < run->images->len && g_array_index (run->images, RunImage, n).at <= before; n++)
    place_image (self, g_array_index (run->images, RunImage, n).node, self->text->len);
  if (n > 0)
    g_array_remove_range (run->images, 0, n);
}

/* --- words ------------------------------------------------------------------- */

static guint
add_dateline (HsPageBlocks *self,
              const Around *around,
              const char   *squeezed,
              guint         start)
{
  guint dateline = hs_dateline_length (squeezed, strlen (squeezed));

  if (dateline == 0)
    return start;
  add_block (self, around, HS_BLOCK_DATELINE, start, start + dateline);
  start += dateline;
  while (self->text->str[start] == ' ')
    start++;
  return start;
}

/* One block: its words squeezed onto one line, then a blank line.
 * @run: (nullable): where @words come from, as its bytes @from to @to */
static void
emit (HsPageBlocks *self,
      const char   *words,
      const Around *around,
      const Run    *run,
      gsize         from,
      gsize         to)
{
  g_autofree char *squeezed = around->table != 0 ? g_strdup (words) : hs_page_squeeze (words);
  HsBlockKind kind = around->kind;
  guint start;

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
  if (run != NULL)
    place_links (self, run, from, to, squeezed, start);
  if (kind == HS_BLOCK_PARAGRAPH && !self->begun && hs_text_count_words (squeezed, strlen (squeezed)) >= 20)
    self->begun = TRUE;
  if (kind == HS_BLOCK_PARAGRAPH && self->n_paragraphs++ < 2)
    start = add_dateline (self, around, squeezed, start);
  if (start < self->text->len)
    add_block (self, around, kind, start, self->text->len);
}

/* Two line breaks in a row are how pages without paragraphs mark them. */
static void
add_run (HsPageBlocks *self,
         Run          *run,
         const Around *around)
{
  const char *text = run->text->str;
  const char *start = text;

  place_images (self, run, strspn (text, " \t\n"));
  for (const char *p = text; (p = strchr (p, '\n')) != NULL;)
    {
      const char *next = p + 1 + strspn (p + 1, " \t\r");

      if (*next == '\n')
        {
          g_autofree char *part = g_strndup (start, p - start);

          emit (self, part, around, run, start - text, p - text);
          place_images (self, run, p - text);
          start = next;
        }
      p = next;
    }
  emit (self, start, around, run, start - text, run->text->len);
  place_images (self, run, run->text->len);
}

static Run *
run_new (void)
{
  Run *run = g_new0 (Run, 1);

  run->text = g_string_new (NULL);
  run->links = g_array_new (FALSE, FALSE, sizeof (HsLinkPlace));
  run->images = g_array_new (FALSE, FALSE, sizeof (RunImage));
  return run;
}

static void
run_free (Run *run)
{
  g_string_free (run->text, TRUE);
  g_array_unref (run->links);
  g_array_unref (run->images);
  g_free (run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

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
  const Around around = { .kind = kind };
  g_autoptr (Run) run = run_new ();

  g_string_append (run->text, words);
  add_run (self, run, &around);
}

static gboolean
is_open (const Run *run)
{
  return run->links->len > 0 && g_array_index (run->links, HsLinkPlace, run->links->len - 1).span.end == G_MAXUINT;
}

/* As hs_page_append_inline(), and notes what in it leads somewhere or shows
 * something. A link in a link is part of the outer one. */
static void
run_append (HsPageBlocks *self,
            Run          *run,
            const HsNode *node)
{
  for (const HsNode *n = node; n != NULL; n = hs_node_next (n, node))
    {
      HsLinkPlace link = { { run->text->len, G_MAXUINT }, 0 };
      RunImage image = { run->text->len, n };

      if (n->tag == HS_TAG_IMAGE)
        g_array_append_val (run->images, image);
      else if (n->tag == HS_TAG_LINK && !is_open (run) && (link.link = find_address (self, n)) > 0)
        {
          link.link--;
          g_array_append_val (run->links, link);
        }
      else if (n->tag == HS_TAG_BREAK)
        g_string_append_c (run->text, '\n');
      if (n->tag == HS_TAG_TEXT)
        append_text (run->text, n->text);
      /* the end of all links that end with this node */
      for (const HsNode *up = n; n->first == NULL && up != NULL;
           up = up->next == NULL && up != node ? up->parent : NULL)
        if (up->tag == HS_TAG_LINK && run->links->len > 0 && find_address (self, up) > 0)
          g_array_index (run->links, HsLinkPlace, run->links->len - 1).span.end = run->text->len;
    }
}

/* --- boxes ------------------------------------------------------------------- */

static void
note_addresses (HsPageBlocks *self,
                const HsNode *box)
{
  for (const HsNode *n = box; n != NULL; n = hs_node_next (n, box))
    {
      GPtrArray *addresses;
      char *address;

      if (n->tag != HS_TAG_LINK && n->tag != HS_TAG_IMAGE)
        continue;
      /* a picture of one point only tells that it was loaded */
      if (hs_page_map_get (self->map, n)->skip || (n->tag == HS_TAG_IMAGE && n->level > 0))
        continue;
      address = hs_page_resolve (self->base_url, n->address);
      if (address == NULL)
        continue;
      addresses = n->tag == HS_TAG_LINK ? self->document->links : self->document->images;
      g_ptr_array_add (addresses, address);
      g_hash_table_insert (self->addresses, (gpointer) n, GUINT_TO_POINTER (addresses->len));
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
       Run          *run,
       const Around *around)
{
  if (run->text->len > 0 || run->images->len > 0)
    add_run (self, run, around);
  g_string_truncate (run->text, 0);
  g_array_set_size (run->links, 0);
  g_array_set_size (run->images, 0);
}

/* The links of a cell, which stands in the row from @start on. */
static void
move_links (HsPageBlocks *self,
            const Run    *cell,
            const char   *squeezed,
            Run          *row,
            gsize         start)
{
  guint first = self->document->link_places->len;
  GArray *places = self->document->link_places;

  place_links (self, cell, 0, cell->text->len, squeezed, start);
  for (guint i = first; i < places->len; i++)
    g_array_append_val (row->links, g_array_index (places, HsLinkPlace, i));
  g_array_set_size (places, first);
}

/* A row of a table of data is one block: its cells mean nothing by themselves. */
static void
add_row (HsPageBlocks *self,
         const HsNode *row,
         Around       *around)
{
  g_autoptr (Run) run = run_new ();
  guint tabs = 0;

  around->header = TRUE;
  for (const HsNode *node = row->first; node != NULL; node = node->next)
    {
      g_autoptr (Run) cell = run_new ();
      g_autofree char *squeezed = NULL;

      if (hs_page_map_get (self->map, node)->skip)
        continue;
      run_append (self, cell, node);
      g_strdelimit (cell->text->str, "\n", ' ');
      squeezed = hs_page_squeeze (cell->text->str);
      if (squeezed != NULL)
        {
          around->header = around->header && g_strcmp0 (node->name, "th") == 0;
          if (run->text->len == 0)
            around->column = tabs;
          for (guint i = 0; i < tabs && run->text->len > 0; i++)
            g_string_append_c (run->text, '\t');
          move_links (self, cell, squeezed, run, run->text->len);
          g_string_append (run->text, squeezed);
          tabs = 0;
        }
      for (guint i = 0; i < cell->images->len; i++)
        {
          RunImage image = { run->text->len, g_array_index (cell->images, RunImage, i).node };

          g_array_append_val (run->images, image);
        }
      if (node->tag == HS_TAG_CELL)
        tabs += CLAMP (node->level, 1, MAX_SPAN);
    }
  flush (self, run, around);
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

/* What stands around the children of @child, which stands in @around. */
static Around
enter (HsPageBlocks *self,
       const HsNode *child,
       const Around *around,
       guint        *number)
{
  const HsPart *part = hs_page_map_get (self->map, child);
  Around inner = *around;

  inner.kind = part->foreign || around->kind == HS_BLOCK_BOILERPLATE ? HS_BLOCK_BOILERPLATE
                                                                     : kind_of (part, child, around->kind);
  if (child->tag == HS_TAG_HEADING)
    inner.level = child->level;
  else if (child->tag == HS_TAG_QUOTE)
    inner.quoted = MIN (around->quoted + 1, MAX_LEVEL);
  else if (child->tag == HS_TAG_TABLE)
    inner.table = 0;
  else if (child->tag == HS_TAG_LIST)
    inner.level = around->item != NULL ? MIN (around->level + 1, MAX_LEVEL) : 1;
  else if (child->tag == HS_TAG_ITEM)
    {
      inner.item = child;
      inner.level = MAX (around->level, 1);
      *number = child->level > 0 ? child->level : *number + 1;
      inner.number = child->parent->name != NULL && g_str_equal (child->parent->name, "ol") ? *number : 0;
    }
  return inner;
}

static const HsNode *
find_table (const HsNode *row)
{
  while (row != NULL && row->tag != HS_TAG_TABLE)
    row = row->parent;
  return row;
}

/* Rows of the same table share its number. */
static guint
number_table (HsPageBlocks *self,
              const HsNode *row)
{
  const HsNode *table = find_table (row);
  guint number;

  if (table == NULL)
    return ++self->n_tables;
  number = GPOINTER_TO_UINT (g_hash_table_lookup (self->addresses, table));
  if (number == 0)
    {
      number = ++self->n_tables;
      g_hash_table_insert (self->addresses, (gpointer) table, GUINT_TO_POINTER (number));
    }
  return number;
}

static void
walk (HsPageBlocks *self,
      const HsNode *node,
      const Around *around)
{
  g_autoptr (Run) run = run_new ();
  guint number = node->tag == HS_TAG_LIST && node->level > 0 ? node->level - 1 : 0;

  for (const HsNode *child = node->first; child != NULL; child = child->next)
    {
      const HsPart *part = hs_page_map_get (self->map, child);
      Around inner;

      if (part->skip)
        continue;
      if (hs_tag_is_inline (child->tag) && !part->blocky)
        {
          run_append (self, run, child);
          continue;
        }
      flush (self, run, around);
      inner = enter (self, child, around, &number);
      if (is_data_row (self, child))
        {
          inner.kind = kind_of (part, child, around->kind);
          inner.table = number_table (self, child);
          add_row (self, child, &inner);
        }
      else
        walk (self, child, &inner);
    }
  flush (self, run, around);
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
  self->addresses = g_hash_table_new (NULL, NULL);
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
  Around around = { .kind = HS_BLOCK_PARAGRAPH };
  guint number = 0;

  note_addresses (self, box);
  if (box->tag == HS_TAG_TEXT)
    {
      hs_page_blocks_add_words (self, box->text, HS_BLOCK_PARAGRAPH);
      return;
    }
  around = enter (self, box, &around, &number);
  around.kind = kind_of (hs_page_map_get (self->map, box), box, HS_BLOCK_PARAGRAPH);
  walk (self, box, &around);
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
  g_hash_table_unref (self->addresses);
  g_free (self->document->text);
  self->document->length = self->text->len;
  self->document->text = g_string_free (self->text, FALSE);
  g_free (self);
}
