/* hs-diff.c: what is different between two texts, word by word
 *
 * E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica
 * 1 (1986), with the linear space refinement of its section 4b. Words that stand
 * in one of the texts only are left out beforehand, as nothing can be equal to
 * them. Where two stretches are so different that the best way through them
 * would cost more than it tells, the search is cut off at the way that came
 * furthest, as GNU diff does; what is shown is then right, but may not be the
 * shortest.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-diff.h"

#include <string.h>

/* Edits within one stretch, from either end, before the search is cut off. */
#define MAX_COST 200

/* A word, or a character that is part of none, with the white space after it. */
typedef struct
{
  guint start;
  guint id;          /* the same for the same word in either text */
} Token;

typedef struct
{
  GArray *tokens;    /* (owned) (element-type Token) */
  guint length;      /* bytes of the text */
  gboolean *changed; /* (owned): of each token */
  int *kept;         /* (owned): tokens that stand in both texts … */
  int *ids;          /* (owned): … and what they are */
  int n_kept;
} Side;

typedef struct
{
  const int *x;      /* (unowned): ids of the first text */
  const int *y;      /* (unowned) */
  int *forward;      /* (owned): by diagonal x - y, how far it came */
  int *backward;     /* (owned) */
  int *forward_base; /* (unowned): of diagonal 0 */
  int *backward_base;
  Side *before;      /* (unowned) */
  Side *after;       /* (unowned) */
} Search;

/* --- words ------------------------------------------------------------------- */

/* Writing without blanks between words: each character for itself. */
static gboolean
stands_alone (gunichar c)
{
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* "don’t" and "1,000" are one word each. */
static gboolean
joins (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return (c == '\'' || c == 0x2019 || c == '.' || c == ',') && is_word (g_utf8_get_char (g_utf8_next_char (p)))
         && (c == '\'' || c == 0x2019 || g_unichar_isdigit (g_utf8_get_char (g_utf8_next_char (p))));
}

/* Where the word that begins at @p ends. */
static const char *
skip_word (const char *p)
{
  gunichar c = g_utf8_get_char (p);
  gboolean digit = FALSE;

  if (!is_word (c) || stands_alone (c))
    return g_utf8_next_char (p);
  while (*p != '\0')
    {
      c = g_utf8_get_char (p);
      if ((!is_word (c) || stands_alone (c)) && !(joins (p) && (digit || c == '\'' || c == 0x2019)))
        break;
      digit = g_unichar_isdigit (c);
      p = g_utf8_next_char (p);
    }
  return p;
}

static const char *
skip_space (const char *p)
{
  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/* @known: (element-type utf8 guint): words so far */
static void
side_init (Side       *self,
           const char *text,
           GHashTable *known)
{
  const char *p = skip_space (text);

  *self = (Side) { .tokens = g_array_new (FALSE, FALSE, sizeof (Token)), .length = strlen (text) };
  while (*p != '\0')
    {
      const char *end = skip_word (p);
      /* white space before the first word is the first word's */
      Token token = { self->tokens->len > 0 ? p - text : 0, 0 };
      char *word = g_strndup (p, end - p);
      gpointer id;

      if (g_hash_table_lookup_extended (known, word, NULL, &id))
        g_free (word);
      else
        {
          id = GUINT_TO_POINTER (g_hash_table_size (known));
          g_hash_table_insert (known, word, id);
        }
      token.id = GPOINTER_TO_UINT (id);
      g_array_append_val (self->tokens, token);
      p = skip_space (end);
    }
  self->changed = g_new0 (gboolean, self->tokens->len + 1);
}

static void
side_clear (Side *self)
{
  g_array_unref (self->tokens);
  g_free (self->changed);
  g_free (self->kept);
  g_free (self->ids);
}

/* What stands in the other text, too; all else is different. */
static void
side_keep (Side           *self,
           const gboolean *in_other)
{
  self->kept = g_new (int, self->tokens->len + 1);
  self->ids = g_new (int, self->tokens->len + 1);
  for (guint i = 0; i < self->tokens->len; i++)
    {
      guint id = g_array_index (self->tokens, Token, i).id;

      self->changed[i] = !in_other[id];
      if (!in_other[id])
        continue;
      self->kept[self->n_kept] = i;
      self->ids[self->n_kept++] = id;
    }
}

static gboolean *
side_mark (Side  *self,
           guint  n_words)
{
  gboolean *has = g_new0 (gboolean, n_words + 1);

  for (guint i = 0; i < self->tokens->len; i++)
    has[g_array_index (self->tokens, Token, i).id] = TRUE;
  return has;
}

/* --- the shortest way ---------------------------------------------------------- */

/* A stretch of both texts, half-open. */
typedef struct
{
  int x0, x1, y0, y1;
} Box;

/* Diagonals that are looked at from one end. */
typedef struct
{
  int low, high;
} Range;

static int
go_forward (Search    *self,
            const Box *box,
            int        d)
{
  int before = self->forward_base[d - 1], above = self->forward_base[d + 1];
  int x = before < above ? above : before + 1;

  while (x < box->x1 && x - d < box->y1 && self->x[x] == self->y[x - d])
    x++;
  return self->forward_base[d] = x;
}

static int
go_backward (Search    *self,
             const Box *box,
             int        d)
{
  int before = self->backward_base[d - 1], above = self->backward_base[d + 1];
  int x = before < above ? before : above - 1;

  while (x > box->x0 && x - d > box->y0 && self->x[x - 1] == self->y[x - d - 1])
    x--;
  return self->backward_base[d] = x;
}

/* One diagonal more on either side, as long as they cross the box. */
static void
widen (Range     *range,
       const Box *box,
       int       *base,
       int        never)
{
  if (range->low > box->x0 - box->y1)
    base[--range->low - 1] = never;
  else
    range->low++;
  if (range->high < box->x1 - box->y0)
    base[++range->high + 1] = never;
  else
    range->high--;
}

/* Where to cut when the search costs too much: at what came furthest. */
static void
give_up (Search      *self,
         const Box   *box,
         Range        there,
         Range        back,
         int         *split_x,
         int         *split_y)
{
  int best = -1, rest = G_MAXINT, back_x = box->x1, back_y = box->y1;

  for (int d = there.high; d >= there.low; d -= 2)
    {
      int x = MIN (MIN (self->forward_base[d], box->x1), box->y1 + d);

      if (x + x - d <= best)
        continue;
      best = x + x - d;
      *split_x = x;
      *split_y = x - d;
    }
  for (int d = back.high; d >= back.low; d -= 2)
    {
      int x = MAX (MAX (self->backward_base[d], box->x0), box->y0 + d);

      if (x + x - d >= rest)
        continue;
      rest = x + x - d;
      back_x = x;
      back_y = x - d;
    }
  if (box->x1 + box->y1 - rest <= best - (box->x0 + box->y0))
    return;
  *split_x = back_x;
  *split_y = back_y;
}

/* A point on a shortest way through the box, where the ways from both ends meet. */
static void
find_split (Search    *self,
            const Box *box,
            int       *split_x,
            int       *split_y)
{
  int first = box->x0 - box->y0, last = box->x1 - box->y1;
  gboolean odd = ((first - last) & 1) != 0;
  Range there = { first, first }, back = { last, last };

  self->forward_base[first] = box->x0;
  self->backward_base[last] = box->x1;
  for (int cost = 1;; cost++)
    {
      widen (&there, box, self->forward_base, -1);
      for (int d = there.high; d >= there.low; d -= 2)
        {
          *split_x = go_forward (self, box, d);
          *split_y = *split_x - d;
          if (odd && back.low <= d && d <= back.high && self->backward_base[d] <= *split_x)
            return;
        }
      widen (&back, box, self->backward_base, G_MAXINT);
      for (int d = back.high; d >= back.low; d -= 2)
        {
          *split_x = go_backward (self, box, d);
          *split_y = *split_x - d;
          if (!odd && there.low <= d && d <= there.high && *split_x <= self->forward_base[d])
            return;
        }
      if (cost >= MAX_COST)
        {
          give_up (self, box, there, back, split_x, split_y);
          return;
        }
    }
}

static void
compare (Search *self,
         Box     box)
{
  for (;;)
    {
      int x = box.x0, y = box.y0;

      while (box.x0 < box.x1 && box.y0 < box.y1 && self->x[box.x0] == self->y[box.y0])
        box.x0++, box.y0++;
      while (box.x0 < box.x1 && box.y0 < box.y1 && self->x[box.x1 - 1] == self->y[box.y1 - 1])
        box.x1--, box.y1--;
      if (box.x0 == box.x1 || box.y0 == box.y1)
        break;
      find_split (self, &box, &x, &y);
      compare (self, (Box) { box.x0, x, box.y0, y });
      box.x0 = x;
      box.y0 = y;
    }
  for (int i = box.x0; i < box.x1; i++)
    self->before->changed[self->before->kept[i]] = TRUE;
  for (int i = box.y0; i < box.y1; i++)
    self->after->changed[self->after->kept[i]] = TRUE;
}

static void
search (Side *before,
        Side *after)
{
  gsize size = (gsize) before->n_kept + after->n_kept + 5;
  Search self = { before->ids, after->ids, g_new (int, size), g_new (int, size), NULL, NULL, before, after };

  self.forward_base = self.forward + after->n_kept + 2;
  self.backward_base = self.backward + after->n_kept + 2;
  compare (&self, (Box) { 0, before->n_kept, 0, after->n_kept });
  g_free (self.forward);
  g_free (self.backward);
}

/* --- what came of it ------------------------------------------------------------ */

static guint
get_start (const Side *side,
           guint       index)
{
  return index < side->tokens->len ? g_array_index (side->tokens, Token, index).start : side->length;
}

/* Tokens [i0, i1) and [j0, j1) as a run, unless there are none. */
static void
add_run (GArray     *runs,
         HsDiffKind  kind,
         const Side *before,
         guint       i0,
         guint       i1,
         const Side *after,
         guint       j0,
         guint       j1)
{
  HsDiffRun run = { kind, HS_SPAN_INIT (get_start (before, i0), get_start (before, i1)),
                    HS_SPAN_INIT (get_start (after, j0), get_start (after, j1)) };

  if (i0 < i1 || j0 < j1)
    g_array_append_val (runs, run);
}

static GArray *
make_runs (const Side *before,
           const Side *after)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (HsDiffRun));
  guint n = before->tokens->len, m = after->tokens->len;

  for (guint i = 0, j = 0; i < n || j < m;)
    {
      guint i0 = i, j0 = j;

      while (i < n && before->changed[i])
        i++;
      add_run (runs, HS_DIFF_DELETED, before, i0, i, after, j0, j0);
      while (j < m && after->changed[j])
        j++;
      add_run (runs, HS_DIFF_INSERTED, before, i, i, after, j0, j);
      i0 = i;
      j0 = j;
      while (i < n && j < m && !before->changed[i] && !after->changed[j])
        i++, j++;
      add_run (runs, HS_DIFF_EQUAL, before, i0, i, after, j0, j);
    }
  return runs;
}

/**
 * hs_diff_words:
 * @before: a text, UTF-8
 * @after: another, UTF-8
 *
 * Words are compared, not the white space between them: it belongs to the word
 * before it, so that the runs together cover both texts. Pure; any thread. Costs
 * little for two texts that are nearly the same, and never more than in
 * proportion to their length.
 *
 * Returns: (transfer full) (element-type HsDiffRun): in order; what was deleted
 *   before what was inserted in its place; empty for two texts without words
 */
GArray *
hs_diff_words (const char *before,
               const char *after)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree gboolean *in_before = NULL;
  g_autofree gboolean *in_after = NULL;
  Side x, y;
  GArray *runs;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  side_init (&x, before, known);
  side_init (&y, after, known);
  in_before = side_mark (&x, g_hash_table_size (known));
  in_after = side_mark (&y, g_hash_table_size (known));
  side_keep (&x, in_after);
  side_keep (&y, in_before);
  search (&x, &y);
  runs = make_runs (&x, &y);
  side_clear (&x);
  side_clear (&y);
  return runs;
}
