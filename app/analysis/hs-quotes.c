/* hs-quotes.c: what stands in quotation marks
 *
 * Pairs the marks within a block: curly, straight, doubled, guillemets, low
 * marks. A block that opens a quotation and does not close it goes on in the
 * next block, as the newspapers do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-article-reading.h"

#include <string.h>

typedef enum
{
  SIDE_NONE,
  SIDE_OPEN,
  SIDE_CLOSE,
  SIDE_EITHER
} Side;

/* Family of marks: a quotation opens and closes in one family. */
static guint
mark_family (const char *mark,
             Side       *side)
{
  gunichar c = g_utf8_get_char (mark);

  *side = SIDE_EITHER;
  switch (c)
    {
    case 0x201c: *side = SIDE_OPEN; return 1;
    case 0x201d: *side = SIDE_CLOSE; return 1;
    case 0x201e: case 0x201a: *side = SIDE_OPEN; return 1;
    case 0x201f: *side = SIDE_OPEN; return 1;
    case 0xab: case 0x2039: *side = SIDE_OPEN; return 2;
    case 0xbb: case 0x203a: *side = SIDE_CLOSE; return 2;
    case '"': case 0x2033: case 0xff02: return 1;
    case '`': *side = SIDE_OPEN; return mark[1] == '`' ? 1 : 0;
    case '\'':
      if (mark[1] == '\'')
        return 1;
      return 3;
    case 0x2018: *side = SIDE_OPEN; return 3;
    case 0x2019: *side = SIDE_CLOSE; return 3;
    default: return 0;
    }
}

/* What a straight mark is here: after white space it opens. */
static Side
side_here (HsReading *self,
           guint      i,
           guint      first,
           guint      end,
           gboolean   inside)
{
  const HsToken *token = hs_reading_token (self, i);
  gboolean space_before = i == first || (token->flags & HS_TOKEN_SPACED) != 0;
  gboolean space_after = i + 1 >= end || (hs_reading_token (self, i + 1)->flags & HS_TOKEN_SPACED) != 0;

  if (space_before && !space_after)
    return inside ? SIDE_EITHER : SIDE_OPEN;
  if (!space_before && space_after)
    return SIDE_CLOSE;
  return inside ? SIDE_CLOSE : SIDE_OPEN;
}

static void
add_quote (HsReading *self,
           guint      part,
           guint      first,
           guint      end,
           gboolean   open)
{
  HsQuoted quote = { hs_reading_span (self, first, end), first, end, part, 0, open, FALSE };

  for (guint i = first; i < end; i++)
    {
      HsTokenKind kind = hs_reading_token (self, i)->kind;

      quote.n_words += kind == HS_TOKEN_WORD || kind == HS_TOKEN_NUMBER;
    }
  if (quote.n_words == 0)
    return;
  g_array_append_val (self->quotes, quote);
  for (guint i = first; i < end; i++)
    self->quote_at[i] = self->quotes->len;
}

static void
find_in_part (HsReading *self,
              guint      p)
{
  const HsPart *part = &g_array_index (self->parts, HsPart, p);
  guint opened = G_MAXUINT, family = 0;

  for (guint i = part->first; i < part->end; i++)
    {
      const HsToken *token = hs_reading_token (self, i);
      Side side;
      guint mark;

      if (token->kind != HS_TOKEN_QUOTE)
        continue;
      mark = mark_family (self->text + token->span.start, &side);
      if (mark == 0)
        continue;
      /* single marks only where they cannot be apostrophes: spaced before, and not inside others */
      if (mark == 3)
        {
          if (opened != G_MAXUINT && family != 3)
            continue;
          if (opened == G_MAXUINT && side == SIDE_CLOSE)
            continue;
        }
      if (side == SIDE_EITHER)
        side = side_here (self, i, part->first, part->end, opened != G_MAXUINT);
      if (opened == G_MAXUINT)
        {
          if (side == SIDE_OPEN || side == SIDE_EITHER)
            {
              opened = i;
              family = mark;
            }
        }
      else if (mark == family && (side == SIDE_CLOSE || side == SIDE_EITHER))
        {
          add_quote (self, p, opened, i + 1, FALSE);
          opened = G_MAXUINT;
        }
      else if (mark == family && side == SIDE_OPEN && family != 3)
        {
          /* the earlier one was never closed */
          opened = i;
        }
    }
  if (opened != G_MAXUINT && family != 3 && part->end - opened > 4)
    add_quote (self, p, opened, part->end, TRUE);
}

/**
 * hs_quotes_find:
 * @self: an article being read
 *
 * Finds the stretches in quotation marks. The first step: nothing else need be found.
 */
void
hs_quotes_find (HsReading *self)
{
  for (guint p = 0; p < self->parts->len; p++)
    if (!g_array_index (self->parts, HsPart, p).skipped)
      find_in_part (self, p);
}
