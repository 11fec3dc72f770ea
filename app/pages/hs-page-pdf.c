/* hs-page-pdf.c: the text of a PDF, as it is read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-page-pdf.h"

#include <string.h>

#include <poppler.h>

#include "hs-error.h"
#include "hs-page-date.h"
#include "hs-page-private.h"
#include "hs-url.h"

#define MAX_PAGES 2000
#define MAX_LETTERS (6 * 1024 * 1024)
#define MAX_LINKS 2000
/* Where a text says of what day it is. */
#define DATED_BLOCKS 12
/* A gap so wide, in sizes of the letters, parts two columns or cells. */
#define COLUMN_GAP 1.5

static void
line_free (gpointer data)
{
  HsPdfLine *line = data;

  g_free (line->text);
  g_free (line);
}

/* --- one page to lines ------------------------------------------------------------------- */

/* The page as Poppler has it: text, a place for each letter, a look for stretches. */
typedef struct
{
  guint number;
  char *text;                 /* (owned) */
  PopplerRectangle *places;   /* (owned) */
  guint n_places;
  GList *looks;               /* (owned) (element-type PopplerTextAttributes) */
  GPtrArray *lines;           /* (unowned) (element-type HsPdfLine) */
} Page;

static void
take_look (const Page *page,
           guint       at,
           HsPdfLine  *line)
{
  for (const GList *l = page->looks; l != NULL; l = l->next)
    {
      const PopplerTextAttributes *look = l->data;

      if ((int) at < look->start_index || (int) at > look->end_index)
        continue;
      if (look->font_size > 0)
        line->size = look->font_size;
      line->bold = look->font_name != NULL && strstr (look->font_name, "Bold") != NULL;
      return;
    }
}

/* A stretch of one line: letters from @first on, @n of them. */
static void
add_line (Page       *page,
          const char *start,
          const char *end,
          guint       first,
          guint       n)
{
  g_autofree char *raw = g_strndup (start, end - start);
  g_autofree char *text = hs_page_squeeze (raw);
  HsPdfLine *line;

  if (text == NULL || *text == '\0')
    return;
  line = g_new0 (HsPdfLine, 1);
  line->page = page->number;
  line->left = line->top = G_MAXDOUBLE;
  for (guint i = first; i < first + n; i++)
    {
      const PopplerRectangle *place = &page->places[i];

      if (place->x2 <= place->x1)
        continue;
      line->left = MIN (line->left, place->x1);
      line->right = MAX (line->right, place->x2);
      line->top = MIN (line->top, place->y1);
      line->bottom = MAX (line->bottom, place->y2);
    }
  if (line->left > line->right)
    line->left = line->top = line->right = line->bottom = 0;
  line->size = MAX (1, line->bottom - line->top);
  take_look (page, first + n / 2, line);
  line->text = g_steal_pointer (&text);
  g_ptr_array_add (page->lines, line);
}

/* Whether the letter at @i stands so far right of the one before that another
 * column begins. */
static gboolean
begins_column (const Page *page,
               guint       start,
               guint       i)
{
  const PopplerRectangle *place = &page->places[i];
  const PopplerRectangle *before = i > start ? &page->places[i - 1] : NULL;

  /* the blank between has a place of its own, as wide as the gap */
  if (before == NULL || place->x2 <= place->x1)
    return FALSE;
  if (i > start + 1 && before->x2 - before->x1 > COLUMN_GAP * (place->y2 - place->y1))
    return TRUE;
  return place->x1 - before->x2 > COLUMN_GAP * (place->y2 - place->y1);
}

static void
split_lines (Page *page)
{
  const char *start = page->text, *p = page->text;
  guint first = 0, i = 0;

  for (; *p != '\0' && i < page->n_places; i++, p = g_utf8_next_char (p))
    {
      if (*p == '\n' || (*p != ' ' && begins_column (page, first, i)))
        {
          add_line (page, start, p, first, i - first);
          first = *p == '\n' ? i + 1 : i;
          start = *p == '\n' ? p + 1 : p;
        }
    }
  if (i > first)
    add_line (page, start, p, first, i - first);
}

static void
add_links (PopplerPage *source,
           GPtrArray   *links)
{
  GList *mapping = poppler_page_get_link_mapping (source);

  for (const GList *l = mapping; l != NULL && links->len < MAX_LINKS; l = l->next)
    {
      const PopplerLinkMapping *one = l->data;

      if (one->action != NULL && one->action->type == POPPLER_ACTION_URI && one->action->uri.uri != NULL
          && g_utf8_validate (one->action->uri.uri, -1, NULL) && hs_url_is_web (one->action->uri.uri)
          && !g_ptr_array_find_with_equal_func (links, one->action->uri.uri, g_str_equal, NULL))
        g_ptr_array_add (links, g_strdup (one->action->uri.uri));
    }
  poppler_page_free_link_mapping (mapping);
}

/* Returns how many letters it has. */
static gsize
read_page (PopplerPage *source,
           guint        number,
           GPtrArray   *lines,
           GPtrArray   *links)
{
  Page page = { .number = number, .lines = lines };
  g_autofree char *raw = poppler_page_get_text (source);
  gsize letters = 0;

  add_links (source, links);
  if (raw == NULL || *raw == '\0')
    return 0;
  page.text = g_utf8_make_valid (raw, -1);
  letters = strlen (page.text);
  page.looks = poppler_page_get_text_attributes (source);
  /* only where both count alike does a place belong to a letter */
  if (poppler_page_get_text_layout (source, &page.places, &page.n_places)
      && page.n_places <= (guint) g_utf8_strlen (page.text, -1))
    split_lines (&page);
  g_free (page.text);
  g_free (page.places);
  poppler_page_free_text_attributes (page.looks);
  return letters;
}

/* --- what the file says of itself ---------------------------------------------------------- */

static gboolean
stands_in (const char *text,
           const char *words)
{
  g_autofree char *a = g_utf8_casefold (text, -1);
  g_autofree char *b = g_utf8_casefold (words, -1);

  return strstr (a, b) != NULL;
}

/* What a word processor put there is no title: it is only taken when the first
 * pages show it. */
static void
take_title (PopplerDocument *source,
            HsDocument      *document,
            const char      *beginning)
{
  g_autofree char *said = poppler_document_get_title (source);
  g_autofree char *title = said != NULL && g_utf8_validate (said, -1, NULL) ? hs_page_squeeze (said) : NULL;

  if (title == NULL || g_utf8_strlen (title, -1) < 8 || strchr (title, ' ') == NULL || !stands_in (beginning, title))
    return;
  if (document->title != NULL && stands_in (document->title, title))
    return;
  g_free (document->title);
  document->title = g_steal_pointer (&title);
}

/* Who typed it may not be who wrote it: the text must name them. */
static void
take_author (PopplerDocument *source,
             HsDocument      *document)
{
  g_autofree char *said = poppler_document_get_author (source);
  g_autofree char *author = said != NULL && g_utf8_validate (said, -1, NULL) ? hs_page_squeeze (said) : NULL;

  if (author != NULL && strchr (author, ' ') != NULL && g_utf8_strlen (author, -1) < 100
      && stands_in (document->text, author))
    document->byline = g_steal_pointer (&author);
}

/* RFC 3339, of a time at which there were PDFs. */
static char *
print_time (GDateTime *time)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (now, 1);

  if (time == NULL || g_date_time_get_year (time) < 1993 || g_date_time_compare (time, tomorrow) > 0)
    return NULL;
  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%S%:z");
}

/* Whether one of the first lines says that day. */
static gboolean
says_day (const HsDocument *document,
          const char       *day)
{
  for (guint i = 0; i < MIN (document->blocks->len, DATED_BLOCKS); i++)
    {
      const HsSpan *span = &g_array_index (document->blocks, HsBlock, i).span;
      g_autofree char *words = g_strndup (document->text + span->start, span->end - span->start);
      g_autofree char *said = hs_page_date_in_words (words, document->language);

      if (said != NULL && g_str_has_prefix (day, said))
        return TRUE;
    }
  return FALSE;
}

/* When the file was made is not when its text was published, unless that says so. */
static void
take_dates (PopplerDocument *source,
            HsDocument      *document)
{
  g_autoptr (GDateTime) made = poppler_document_get_creation_date_time (source);
  g_autoptr (GDateTime) changed = poppler_document_get_modification_date_time (source);
  g_autofree char *day = print_time (made);

  document->modified = print_time (changed != NULL ? changed : made);
  if (day != NULL && says_day (document, day))
    document->published = g_steal_pointer (&day);
}

static void
take_information (PopplerDocument *source,
                  HsDocument      *document)
{
  glong letters = MIN (5000, g_utf8_strlen (document->text, (gssize) document->length));
  g_autofree char *beginning = g_utf8_substring (document->text, 0, letters);

  take_title (source, document, beginning);
  take_author (source, document);
  take_dates (source, document);
}

/* --- the whole ------------------------------------------------------------------------------- */

static void
convert_error (GError  *foreign,
               GError **error)
{
  if (g_error_matches (foreign, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error_literal (error, HS_ERROR, HS_ERROR_UNSUPPORTED,
                         "The PDF is locked with a password; save it without one first.");
  else
    g_set_error_literal (error, HS_ERROR, HS_ERROR_READ, "The PDF is damaged and cannot be read.");
  g_error_free (foreign);
}

static HsDocument *
read_pages (PopplerDocument  *source,
            GError          **error)
{
  guint n_pages = (guint) CLAMP (poppler_document_get_n_pages (source), 0, MAX_PAGES);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  g_autoptr (GPtrArray) ordered = NULL;
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_free);
  g_autofree double *heights = g_new0 (double, n_pages + 1);
  HsDocument *document;
  gsize letters = 0;

  for (guint i = 0; i < n_pages; i++)
    {
      PopplerPage *page = poppler_document_get_page (source, (int) i);

      if (page == NULL)
        continue;
      poppler_page_get_size (page, NULL, &heights[i]);
      letters += read_page (page, i + 1, lines, links);
      g_object_unref (page);
      if (letters > MAX_LETTERS)
        {
          g_set_error_literal (error, HS_ERROR, HS_ERROR_TOO_LARGE,
                               "The PDF holds more than 6 megabytes of text, which no article does.");
          return NULL;
        }
    }
  hs_pdf_mark_frame (lines, n_pages, heights);
  ordered = hs_pdf_order (lines);
  document = hs_pdf_make_document (ordered);
  g_ptr_array_extend_and_steal (document->links, g_steal_pointer (&links));
  return document;
}

/**
 * hs_page_read_pdf:
 * @bytes: a PDF
 * @error: return location: %HS_ERROR_UNSUPPORTED when it is locked, %HS_ERROR_READ
 *   when it is damaged, %HS_ERROR_EMPTY when it holds pictures of pages only,
 *   %HS_ERROR_TOO_LARGE
 *
 * Returns: (transfer full) (nullable): what it says, page by page
 */
HsDocument *
hs_page_read_pdf (GBytes  *bytes,
                  GError **error)
{
  GError *foreign = NULL;
  PopplerDocument *source = poppler_document_new_from_bytes (bytes, NULL, &foreign);
  HsDocument *document;

  if (source == NULL)
    {
      convert_error (foreign, error);
      return NULL;
    }
  document = read_pages (source, error);
  if (document != NULL && document->length == 0)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_EMPTY,
                           "The PDF holds pictures of its pages and no text; make text of them with an OCR "
                           "program first.");
      g_clear_pointer (&document, hs_document_unref);
    }
  if (document != NULL)
    take_information (source, document);
  g_object_unref (source);
  return document;
}

/**
 * hs_page_prepare_pdf:
 *
 * Leaves an empty document open, with which Poppler keeps what it has loaded.
 */
void
hs_page_prepare_pdf (void)
{
  static const char empty[] =
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (empty, sizeof empty - 1);
  static PopplerDocument *kept; /* (owned): for good */

  if (kept == NULL)
    kept = poppler_document_new_from_bytes (bytes, NULL, NULL);
}
