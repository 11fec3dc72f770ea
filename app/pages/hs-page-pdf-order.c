/* hs-page-pdf-order.c: which line of a printed page is read after which
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page is cut where a gutter runs: a place that few lines cross and on both
 * sides of which lines stand side by side. Lines that cross it, such as a headline
 * over two columns, cut the page the other way, and each part is cut again: the
 * recursive cuts of Nagy and Seth ("Hierarchical representation of optically
 * scanned documents", 1984), with the crossing lines taken out first.
 */
#include "hs-page-pdf.h"

#include <string.h>

/* Lines that must stand on each side of a gutter. */
#define MIN_LINES 3
#define MAX_DEPTH 6
/* How much of the page's height counts as its edge. */
#define EDGE 0.1
/* Lines of one running head stand so close, in points. */
#define SAME_HEIGHT 6.0

/* --- what stands at the edge of every page ------------------------------------------- */

/* The words, with every number alike: "Page 3 of 9" is "page # of #". */
static char *
make_key (const HsPdfLine *line)
{
  g_autofree char *folded = g_utf8_casefold (line->text, -1);
  GString *key = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isdigit (c))
        g_string_append_unichar (key, c);
      else if (key->len == 0 || key->str[key->len - 1] != '#')
        g_string_append_c (key, '#');
    }
  return g_string_free (key, FALSE);
}

/* Nothing but a number, as pages bear it: "3", "– 3 –", "3/9", "page 3 of 9". */
static gboolean
is_page_number (const char *key)
{
  static const char *const forms[] = { "#", "- # -", "– # –", "— # —", "#/#", "# / #", "# of #", "page #",
                                       "page # of #", "page #/#", "p. #", "seite #", "seite # von #", "стр. #" };

  return g_strv_contains (forms, key) || g_str_equal (key, "[#]") || g_str_equal (key, "| #");
}

static gboolean
is_at_edge (const HsPdfLine *line,
            const double    *heights)
{
  double height = heights[line->page - 1];

  return line->bottom < height * EDGE || line->top > height * (1 - EDGE);
}

static guint
count_alike (GPtrArray       *candidates,
             GPtrArray       *keys,
             guint            i)
{
  const HsPdfLine *line = g_ptr_array_index (candidates, i);
  guint n = 0, last = 0;

  for (guint k = 0; k < candidates->len; k++)
    {
      const HsPdfLine *other = g_ptr_array_index (candidates, k);

      if (other->page != last && ABS (other->top - line->top) < SAME_HEIGHT
          && g_str_equal (g_ptr_array_index (keys, k), g_ptr_array_index (keys, i)))
        {
          n++;
          last = other->page;
        }
    }
  return n;
}

/**
 * hs_pdf_mark_frame:
 * @lines: (element-type HsPdfLine): of all pages
 * @n_pages: how many
 * @heights: (array length=n_pages): of the pages, in points
 *
 * Marks running heads, running feet and page numbers: what stands near the upper
 * or lower edge, and again in the same place of other pages; left and right pages
 * may differ.
 */
void
hs_pdf_mark_frame (GPtrArray    *lines,
                   guint         n_pages,
                   const double *heights)
{
  g_autoptr (GPtrArray) candidates = g_ptr_array_new ();
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  guint enough = n_pages < 5 ? 2 : MAX (3, n_pages / 4);

  for (guint i = 0; i < lines->len && candidates->len < 4000; i++)
    {
      HsPdfLine *line = g_ptr_array_index (lines, i);

      if (is_at_edge (line, heights))
        {
          g_ptr_array_add (candidates, line);
          g_ptr_array_add (keys, make_key (line));
        }
    }
  for (guint i = 0; i < candidates->len; i++)
    {
      HsPdfLine *line = g_ptr_array_index (candidates, i);

      line->frame = is_page_number (g_ptr_array_index (keys, i))
                    || (n_pages > 1 && count_alike (candidates, keys, i) >= enough);
    }
}

/* --- the order of one page ------------------------------------------------------------- */

static int
compare_down (gconstpointer a,
              gconstpointer b)
{
  const HsPdfLine *x = *(const HsPdfLine *const *) a, *y = *(const HsPdfLine *const *) b;
  double middle_x = (x->top + x->bottom) / 2, middle_y = (y->top + y->bottom) / 2;

  /* one line as printed may be several pieces */
  if (ABS (middle_x - middle_y) > 0.3 * MIN (x->bottom - x->top, y->bottom - y->top))
    return middle_x < middle_y ? -1 : 1;
  return x->left < y->left ? -1 : x->left > y->left;
}

static gboolean
crosses (const HsPdfLine *line,
         double           at)
{
  return line->left < at && line->right > at;
}

/* What lies on either side of a place. */
typedef struct
{
  guint left;
  guint right;
  guint crossing;
  double nearest;       /* right edge of the left side */
  double top, bottom;   /* of the right side */
} Sides;

static Sides
look_around (GPtrArray *lines,
             double     at)
{
  Sides sides = { .top = G_MAXDOUBLE };

  for (guint i = 0; i < lines->len; i++)
    {
      const HsPdfLine *line = g_ptr_array_index (lines, i);

      sides.crossing += crosses (line, at);
      if (line->right <= at)
        {
          sides.left++;
          sides.nearest = MAX (sides.nearest, line->right);
        }
      else if (line->left >= at)
        {
          sides.right++;
          sides.top = MIN (sides.top, line->top);
          sides.bottom = MAX (sides.bottom, line->bottom);
        }
    }
  return sides;
}

/* How many lines of the left side stand at the height of the right one. */
static guint
count_beside (GPtrArray   *lines,
              double       at,
              const Sides *sides)
{
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const HsPdfLine *line = g_ptr_array_index (lines, i);

      n += line->right <= at && line->top < sides->bottom && line->bottom > sides->top;
    }
  return n;
}

/* Where a gutter runs; a negative number where none does. */
static double
find_gutter (GPtrArray *lines)
{
  double best = -1;
  guint fewest = G_MAXUINT;

  for (guint i = 0; i < lines->len; i++)
    {
      const HsPdfLine *line = g_ptr_array_index (lines, i);
      double at = line->left - line->size * 0.25;
      Sides sides = look_around (lines, at);

      if (sides.left < MIN_LINES || sides.right < MIN_LINES || sides.crossing * 3 > sides.left + sides.right
          || sides.crossing >= fewest || at - sides.nearest < line->size * 0.25
          || count_beside (lines, at, &sides) < MIN_LINES)
        continue;
      fewest = sides.crossing;
      best = (at + sides.nearest) / 2;
    }
  return best;
}

static void order_part (GPtrArray *lines,
                        guint      depth,
                        GPtrArray *out);

/* The lines of both columns between two that cross the gutter. */
static void
order_band (GPtrArray *left,
            GPtrArray *right,
            guint      depth,
            GPtrArray *out)
{
  order_part (left, depth + 1, out);
  order_part (right, depth + 1, out);
  g_ptr_array_set_size (left, 0);
  g_ptr_array_set_size (right, 0);
}

static void
order_part (GPtrArray *lines,
            guint      depth,
            GPtrArray *out)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  g_autoptr (GPtrArray) right = g_ptr_array_new ();
  double gutter = depth < MAX_DEPTH && lines->len <= 600 ? find_gutter (lines) : -1;

  g_ptr_array_sort (lines, compare_down);
  for (guint i = 0; i < lines->len; i++)
    {
      HsPdfLine *line = g_ptr_array_index (lines, i);

      if (gutter < 0)
        g_ptr_array_add (out, line);
      else if (crosses (line, gutter))
        {
          order_band (left, right, depth, out);
          g_ptr_array_add (out, line);
        }
      else
        g_ptr_array_add (line->right <= gutter ? left : right, line);
    }
  if (gutter >= 0)
    order_band (left, right, depth, out);
}

/**
 * hs_pdf_order:
 * @lines: (element-type HsPdfLine): of all pages, page after page
 *
 * Returns: (transfer container) (element-type HsPdfLine): the same as they are
 *   read; those of the frame after the others of their page
 */
GPtrArray *
hs_pdf_order (GPtrArray *lines)
{
  GPtrArray *out = g_ptr_array_new ();
  guint i = 0;

  while (i < lines->len)
    {
      guint page = ((HsPdfLine *) g_ptr_array_index (lines, i))->page;
      g_autoptr (GPtrArray) body = g_ptr_array_new ();
      g_autoptr (GPtrArray) frame = g_ptr_array_new ();

      for (; i < lines->len && ((HsPdfLine *) g_ptr_array_index (lines, i))->page == page; i++)
        {
          HsPdfLine *line = g_ptr_array_index (lines, i);

          g_ptr_array_add (line->frame ? frame : body, line);
        }
      order_part (body, 0, out);
      g_ptr_array_sort (frame, compare_down);
      g_ptr_array_extend (out, frame, NULL, NULL);
    }
  return out;
}
