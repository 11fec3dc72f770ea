/* hs-document.c: one text as it came, cut into blocks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-document.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (HsDocument, hs_document, hs_document_ref, hs_document_unref)

static void
hs_document_clear (gpointer data)
{
  HsDocument *self = data;

  g_free (self->url);
  g_free (self->title);
  g_free (self->byline);
  g_free (self->published);
  g_free (self->modified);
  g_free (self->outlet);
  g_free (self->language);
  g_free (self->text);
  g_array_unref (self->blocks);
  g_ptr_array_unref (self->images);
  g_ptr_array_unref (self->links);
  g_array_unref (self->link_places);
  g_array_unref (self->image_places);
}

static void
image_place_clear (gpointer data)
{
  g_free (((HsImagePlace *) data)->alt);
}

/**
 * hs_document_new:
 * @text: (transfer full): valid UTF-8 with LF line ends
 *
 * Returns: (transfer full): a document without blocks yet
 */
HsDocument *
hs_document_new (char *text)
{
  HsDocument *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_atomic_rc_box_new0 (HsDocument);
  self->text = text;
  self->length = strlen (text);
  self->blocks = g_array_new (FALSE, FALSE, sizeof (HsBlock));
  self->images = g_ptr_array_new_with_free_func (g_free);
  self->links = g_ptr_array_new_with_free_func (g_free);
  self->link_places = g_array_new (FALSE, FALSE, sizeof (HsLinkPlace));
  self->image_places = g_array_new (FALSE, FALSE, sizeof (HsImagePlace));
  g_array_set_clear_func (self->image_places, image_place_clear);
  return self;
}

/**
 * hs_document_ref:
 * @self: a document
 *
 * Returns: (transfer full): @self, held once more
 */
HsDocument *
hs_document_ref (HsDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * hs_document_unref:
 * @self: (transfer full): a document
 *
 * Lets go of it; any thread.
 */
void
hs_document_unref (HsDocument *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, hs_document_clear);
}

/**
 * hs_document_add_block:
 * @self: a document that nobody else reads yet
 * @kind: what the block is
 * @span: its bytes, after those of the last block
 */
void
hs_document_add_block (HsDocument *self,
                       HsBlockKind kind,
                       HsSpan      span)
{
  HsBlock block = { .kind = kind, .span = span };

  g_return_if_fail (self != NULL);
  g_return_if_fail (span.start < span.end && span.end <= self->length);

  g_array_append_val (self->blocks, block);
}

/**
 * hs_document_is_within_block:
 * @self: a document
 * @span: bytes of its text
 *
 * Returns: whether one block holds all of @span
 */
gboolean
hs_document_is_within_block (const HsDocument *self,
                             HsSpan            span)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const HsBlock *block = &g_array_index (self->blocks, HsBlock, i);

      if (span.start >= block->span.start && span.end <= block->span.end)
        return TRUE;
    }
  return FALSE;
}

/**
 * hs_document_add_image:
 * @self: a document that nobody else reads yet
 * @image: which of its images
 * @at: where it stands, not before the last one
 * @alt: (nullable): what it is said to show
 * @width: in pixels, 0 unknown
 * @height: in pixels, 0 unknown
 */
void
hs_document_add_image (HsDocument *self,
                       guint       image,
                       guint       at,
                       const char *alt,
                       guint       width,
                       guint       height)
{
  HsImagePlace place = { at, image, width, height, NULL };

  g_return_if_fail (self != NULL);

  if (alt != NULL && *alt != '\0')
    place.alt = g_strdup (alt);
  g_array_append_val (self->image_places, place);
}

/**
 * hs_document_pack_places:
 * @self: a document
 *
 * Where its links and images stand, as text of one line each; what the library
 * keeps and what goes from process to process.
 *
 * Returns: (transfer full): for [method@Document.unpack_places]; empty when there
 *   are none
 */
char *
hs_document_pack_places (const HsDocument *self)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->link_places->len; i++)
    {
      const HsLinkPlace *place = &g_array_index (self->link_places, HsLinkPlace, i);

      g_string_append_printf (out, "l %u %u %u\n", place->span.start, place->span.end, place->link);
    }
  for (guint i = 0; i < self->image_places->len; i++)
    {
      const HsImagePlace *place = &g_array_index (self->image_places, HsImagePlace, i);
      g_autofree char *alt = g_strdup (place->alt != NULL ? place->alt : "");

      g_strdelimit (alt, "\r\n", ' ');
      g_string_append_printf (out, "i %u %u %u %u %s\n", place->at, place->image, place->width, place->height, alt);
    }
  return g_string_free (out, FALSE);
}

/* The next number of a line; FALSE when there is none. */
static gboolean
take_number (const char **line,
             guint       *number)
{
  char *end;
  guint64 value;

  if (**line != ' ' || !g_ascii_isdigit ((*line)[1]))
    return FALSE;
  value = g_ascii_strtoull (*line + 1, &end, 10);
  if (value > G_MAXUINT)
    return FALSE;
  *number = value;
  *line = end;
  return TRUE;
}

static gboolean
is_boundary (const HsDocument *self,
             guint             byte)
{
  return byte <= self->length && ((guchar) self->text[byte] & 0xc0) != 0x80;
}

static void
unpack_link (HsDocument *self,
             const char *line)
{
  HsLinkPlace place;
  guint last = 0;

  if (self->link_places->len > 0)
    last = g_array_index (self->link_places, HsLinkPlace, self->link_places->len - 1).span.end;
  if (take_number (&line, &place.span.start) && take_number (&line, &place.span.end)
      && take_number (&line, &place.link) && place.link < self->links->len && place.span.start >= last
      && !hs_span_is_none (place.span) && is_boundary (self, place.span.start) && is_boundary (self, place.span.end))
    g_array_append_val (self->link_places, place);
}

static void
unpack_image (HsDocument *self,
              const char *line)
{
  guint at, image, width, height;
  guint last = 0;

  if (self->image_places->len > 0)
    last = g_array_index (self->image_places, HsImagePlace, self->image_places->len - 1).at;
  if (take_number (&line, &at) && take_number (&line, &image) && take_number (&line, &width)
      && take_number (&line, &height) && image < self->images->len && at >= last && at <= self->length
      && g_utf8_validate (line, -1, NULL))
    hs_document_add_image (self, image, at, *line == ' ' ? line + 1 : NULL, width, height);
}

/**
 * hs_document_unpack_places:
 * @self: a document with its text, links and images, that nobody else reads yet
 * @packed: what [method@Document.pack_places] gave
 *
 * Leaves out what does not fit the text: it may come from a file that somebody
 * else wrote.
 */
void
hs_document_unpack_places (HsDocument *self,
                           const char *packed)
{
  g_auto (GStrv) lines = NULL;

  g_return_if_fail (self != NULL);

  lines = g_strsplit (packed != NULL ? packed : "", "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    if (**line == 'l')
      unpack_link (self, *line + 1);
    else if (**line == 'i')
      unpack_image (self, *line + 1);
}
