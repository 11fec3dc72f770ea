/* test-pdf.c: a PDF is read as a person reads it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The files are drawn here, so that what is expected is known.
 */
#include <cairo-pdf.h>
#include <string.h>

#include "hs-error.h"
#include "hs-page.h"

#define LEADING 14.0

/* A page being drawn. */
typedef struct
{
  GByteArray *bytes;         /* (owned) */
  cairo_surface_t *surface;  /* (owned) */
  cairo_t *pen;              /* (owned) */
} Drawing;

static cairo_status_t
take_bytes (void                *closure,
            const unsigned char *data,
            unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
draw_start (Drawing *self)
{
  self->bytes = g_byte_array_new ();
  self->surface = cairo_pdf_surface_create_for_stream (take_bytes, self->bytes, 595, 842);
  self->pen = cairo_create (self->surface);
  cairo_select_font_face (self->pen, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
}

static void
draw (Drawing    *self,
      double      x,
      double      y,
      double      size,
      const char *text)
{
  cairo_set_font_size (self->pen, size);
  cairo_move_to (self->pen, x, y);
  cairo_show_text (self->pen, text);
}

/* Lines one under another. */
static void
draw_lines (Drawing           *self,
            double             x,
            double             y,
            const char *const *lines)
{
  for (guint i = 0; lines[i] != NULL; i++)
    draw (self, x, y + i * LEADING, 10, lines[i]);
}

static GBytes *
draw_end (Drawing *self)
{
  cairo_destroy (self->pen);
  cairo_surface_finish (self->surface);
  cairo_surface_destroy (self->surface);
  return g_byte_array_free_to_bytes (self->bytes);
}

static HsDocument *
read_pdf (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  HsDocument *document = hs_page_read_any (bytes, "a.pdf", NULL, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static char *
block_text (const HsDocument *document,
            guint             i)
{
  const HsBlock *block = &g_array_index (document->blocks, HsBlock, i);

  return g_strndup (document->text + block->span.start, block->span.end - block->span.start);
}

static void
assert_block (const HsDocument *document,
              guint             i,
              HsBlockKind       kind,
              guint             page,
              const char       *text)
{
  g_autofree char *found = NULL;

  g_assert_cmpuint (i, <, document->blocks->len);
  found = block_text (document, i);
  g_assert_cmpstr (found, ==, text);
  g_assert_cmpuint (g_array_index (document->blocks, HsBlock, i).kind, ==, kind);
  g_assert_cmpuint (g_array_index (document->blocks, HsBlock, i).page, ==, page);
}

static void
test_columns (void)
{
  static const char *const left[] = { "The council of Larkhaven met on", "Monday evening and spoke for two",
                                      "hours about the pier, which has", "been closed since the winter.", NULL };
  static const char *const right[] = { "Nobody voted against the plan of", "the harbour office, said Oda Lind,",
                                       "who has led the council for nine", "years and will not stand again.", NULL };
  Drawing drawing;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (HsDocument) document = NULL;

  draw_start (&drawing);
  draw (&drawing, 60, 100, 22, "Pier of Larkhaven to open again in June");
  draw_lines (&drawing, 60, 150, left);
  draw_lines (&drawing, 320, 150, right);
  bytes = draw_end (&drawing);
  document = read_pdf (bytes);
  g_assert_cmpstr (document->title, ==, "Pier of Larkhaven to open again in June");
  assert_block (document, 0, HS_BLOCK_HEADLINE, 1, "Pier of Larkhaven to open again in June");
  assert_block (document, 1, HS_BLOCK_PARAGRAPH, 1,
                "The council of Larkhaven met on Monday evening and spoke for two hours about the pier, which has been "
                "closed since the winter.");
  assert_block (document, 2, HS_BLOCK_PARAGRAPH, 1,
                "Nobody voted against the plan of the harbour office, said Oda Lind, who has led the council for nine "
                "years and will not stand again.");
  g_assert_cmpuint (document->blocks->len, ==, 3);
}

static void
test_hyphens (void)
{
  /* "harbourmaster" is printer's; "well-known" stands whole elsewhere; a capital keeps it */
  static const char *const lines[] = { "The pier was closed by the har-", "bourmaster in person, a well-",
                                       "known man of the North-", "South line, where the well-known",
                                       "ferry has its berth.", NULL };
  Drawing drawing;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (HsDocument) document = NULL;

  draw_start (&drawing);
  draw_lines (&drawing, 60, 150, lines);
  bytes = draw_end (&drawing);
  document = read_pdf (bytes);
  assert_block (document, 0, HS_BLOCK_PARAGRAPH, 1,
                "The pier was closed by the harbourmaster in person, a well-known man of the North-South line, "
                "where the well-known ferry has its berth.");
}

static void
test_frame (void)
{
  static const char *const first[] = { "The first page tells how the pier", "came to be closed, and ends with",
                                       "a sentence that the reader will", NULL };
  static const char *const second[] = { "find again on the second page.", NULL };
  static const char *const third[] = { "The third page is about June.", NULL };
  static const char *const *const pages[] = { first, second, third };
  Drawing drawing;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (HsDocument) document = NULL;

  draw_start (&drawing);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *number = g_strdup_printf ("Page %u of 3", i + 1);

      draw (&drawing, 60, 40, 8, "The Larkhaven Post, 4 May 2026");
      draw_lines (&drawing, 60, 150, pages[i]);
      draw (&drawing, 280, 810, 8, number);
      cairo_show_page (drawing.pen);
    }
  bytes = draw_end (&drawing);
  document = read_pdf (bytes);
  assert_block (document, 0, HS_BLOCK_PARAGRAPH, 1,
                "The first page tells how the pier came to be closed, and ends with a sentence that the reader "
                "will find again on the second page.");
  assert_block (document, 1, HS_BLOCK_BOILERPLATE, 1, "The Larkhaven Post, 4 May 2026");
  assert_block (document, 2, HS_BLOCK_BOILERPLATE, 1, "Page 1 of 3");
  assert_block (document, 3, HS_BLOCK_BOILERPLATE, 2, "The Larkhaven Post, 4 May 2026");
  assert_block (document, 4, HS_BLOCK_BOILERPLATE, 2, "Page 2 of 3");
  assert_block (document, 5, HS_BLOCK_PARAGRAPH, 3, "The third page is about June.");
  g_assert_cmpuint (document->blocks->len, ==, 8);
}

static void
test_paragraphs (void)
{
  static const char *const first[] = { "One paragraph ends here, after two", "lines of it.", NULL };
  static const char *const second[] = { "Another begins after a gap, and is", "a paragraph of its own.", NULL };
  Drawing drawing;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (HsDocument) document = NULL;

  draw_start (&drawing);
  draw_lines (&drawing, 60, 150, first);
  draw_lines (&drawing, 60, 200, second);
  draw (&drawing, 60, 250, 14, "What comes next");
  draw (&drawing, 60, 280, 10, "• the ferry lands from June on");
  draw (&drawing, 60, 294, 10, "• the café opens in July");
  bytes = draw_end (&drawing);
  document = read_pdf (bytes);
  assert_block (document, 0, HS_BLOCK_PARAGRAPH, 1, "One paragraph ends here, after two lines of it.");
  assert_block (document, 1, HS_BLOCK_PARAGRAPH, 1, "Another begins after a gap, and is a paragraph of its own.");
  assert_block (document, 3, HS_BLOCK_LIST_ITEM, 1, "• the ferry lands from June on");
  assert_block (document, 4, HS_BLOCK_LIST_ITEM, 1, "• the café opens in July");
}

static HsDocument *
read_informed (const char *title,
               const char *author,
               const char *made,
               const char *line)
{
  Drawing drawing;
  g_autoptr (GBytes) bytes = NULL;

  draw_start (&drawing);
  cairo_pdf_surface_set_metadata (drawing.surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (drawing.surface, CAIRO_PDF_METADATA_AUTHOR, author);
  cairo_pdf_surface_set_metadata (drawing.surface, CAIRO_PDF_METADATA_CREATE_DATE, made);
  draw (&drawing, 60, 100, 22, "The pier of Larkhaven");
  draw (&drawing, 60, 130, 10, line);
  draw (&drawing, 60, 160, 10, "The pier has been opened again after eleven months of repair.");
  bytes = draw_end (&drawing);
  return read_pdf (bytes);
}

static void
test_information (void)
{
  g_autoptr (HsDocument) good = read_informed ("The pier of Larkhaven", "Ada Moor", "2026-05-04T10:30:00+02:00",
                                                 "By Ada Moor, 4 May 2026");
  g_autoptr (HsDocument) bad = read_informed ("Microsoft Word - final_v3.docx", "User 17", "1970-01-01T00:00:00",
                                                "By Ada Moor");
  g_autoptr (HsDocument) later = read_informed ("The pier of Larkhaven", "Ada Moor", "2026-05-04T10:30:00+02:00",
                                                  "By Ada Moor, 2 May 2025");

  g_assert_cmpstr (good->title, ==, "The pier of Larkhaven");
  g_assert_cmpstr (good->byline, ==, "Ada Moor");
  g_assert_true (g_str_has_prefix (good->published, "2026-05-04T"));
  g_assert_cmpstr (bad->title, ==, "The pier of Larkhaven");
  g_assert_null (bad->byline);
  g_assert_null (bad->published);
  /* when the file was made, and no more */
  g_assert_null (later->published);
  g_assert_true (g_str_has_prefix (later->modified, "2026-05-04T"));
}

static void
assert_refused (GBytes     *bytes,
                const char *name,
                HsError     code,
                const char *word)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (hs_page_read_any (bytes, name, NULL, NULL, &error));
  g_assert_error (error, HS_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, word));
}

static void
test_scanned (void)
{
  Drawing drawing;
  g_autoptr (GBytes) bytes = NULL;

  draw_start (&drawing);
  cairo_rectangle (drawing.pen, 60, 60, 400, 600);
  cairo_fill (drawing.pen);
  bytes = draw_end (&drawing);
  assert_refused (bytes, "a.pdf", HS_ERROR_EMPTY, "OCR");
}

static void
test_broken (void)
{
  Drawing drawing;
  g_autoptr (GBytes) whole = NULL;
  g_autoptr (GBytes) none = g_bytes_new_static ("%PDF-1.7\nnothing of the kind\n", 29);
  g_autoptr (GBytes) called = g_bytes_new_static ("A letter to the council.", 24);

  assert_refused (none, "a.pdf", HS_ERROR_READ, "damaged");
  assert_refused (called, "a.pdf", HS_ERROR_READ, "none");
  draw_start (&drawing);
  draw (&drawing, 60, 100, 10, "A line of text that is there.");
  whole = draw_end (&drawing);
  /* cut anywhere, it may be read or not, but never more than that */
  for (gsize length = 5; length < g_bytes_get_size (whole); length += 97)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (HsDocument) document = hs_page_read_any (cut, "a.pdf", NULL, NULL, &error);

      g_assert_true ((document == NULL) == (error != NULL));
    }
}

/* RC4 with 40 bits, user password "x": only that it is locked counts here, so the
 * keys are any. */
static void
test_locked (void)
{
  static const char locked[] =
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\n"
    "4 0 obj<</Filter/Standard/V 1/R 2/P "
    "-4/O(0123456789abcdef0123456789abcdef)/U(fedcba9876543210fedcba9876543210)>>endobj\ntrailer<</Root 1 0 R/Encrypt "
    "4 0 R/ID[(0123456789abcdef)(0123456789abcdef)]>>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (locked, sizeof locked - 1);

  assert_refused (bytes, "a.pdf", HS_ERROR_UNSUPPORTED, "password");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf/columns-are-read-one-after-the-other", test_columns);
  g_test_add_func ("/pdf/words-broken-at-the-end-of-a-line-are-whole", test_hyphens);
  g_test_add_func ("/pdf/what-stands-at-the-edge-of-every-page-is-boilerplate", test_frame);
  g_test_add_func ("/pdf/paragraphs-headings-and-items-are-told-apart", test_paragraphs);
  g_test_add_func ("/pdf/what-the-file-says-of-itself-is-taken-when-plausible", test_information);
  g_test_add_func ("/pdf/a-scanned-one-says-so", test_scanned);
  g_test_add_func ("/pdf/a-broken-one-says-so", test_broken);
  g_test_add_func ("/pdf/a-locked-one-says-so", test_locked);
  return g_test_run ();
}
