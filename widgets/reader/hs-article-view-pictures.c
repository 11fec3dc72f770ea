/* hs-article-view-pictures.c: the places of pictures in an article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-article-view-private.h"

/* Pages of a gallery have hundreds; a slot is a widget. */
#define MAX_PICTURES 200

static void
loaded_cb (HsArticleView *self,
           HsPictureSlot *slot)
{
  g_hash_table_insert (self->paintables, g_strdup (g_object_get_data (G_OBJECT (slot), "address")),
                       g_object_ref (hs_picture_slot_get_paintable (slot)));
}

static void
hs_article_view_place_picture (HsArticleView     *self,
                               const HsParagraph *paragraph)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  const HsDocument *document = self->reading->document;
  const HsImagePlace *place = &g_array_index (document->image_places, HsImagePlace, paragraph->image);
  const char *address = g_ptr_array_index (document->images, place->image);
  GtkTextIter start, end;
  GtkTextChildAnchor *anchor;
  GtkWidget *slot;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, paragraph->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, paragraph->end);
  gtk_text_buffer_delete (buffer, &start, &end);
  anchor = gtk_text_buffer_create_child_anchor (buffer, &start);
  slot = hs_picture_slot_new (address, place, g_hash_table_lookup (self->paintables, address));
  g_object_set_data_full (G_OBJECT (slot), "address", g_strdup (address), g_free);
  g_signal_connect_object (slot, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  gtk_text_view_add_child_at_anchor (GTK_TEXT_VIEW (self), slot, anchor);
  g_ptr_array_add (self->slots, slot);
}

/* After the text was set: one character stands for each picture already. The
 * slots of before went with it. */
void
hs_article_view_place_pictures (HsArticleView *self)
{
  const GArray *paragraphs = hs_reader_text_get_paragraphs (self->text);

  for (guint i = 0; i < paragraphs->len && self->slots->len < MAX_PICTURES; i++)
    if (g_array_index (paragraphs, HsParagraph, i).image >= 0)
      hs_article_view_place_picture (self, &g_array_index (paragraphs, HsParagraph, i));
  hs_article_view_size_pictures (self);
  if (self->reading->pictures)
    hs_article_view_load_pictures (self);
}

/**
 * hs_article_view_size_pictures:
 * @self: the text of an article
 *
 * Tells each picture how wide it may be: as a line of text.
 */
void
hs_article_view_size_pictures (HsArticleView *self)
{
  int width = hs_article_view_get_line_width (self);

  for (guint i = 0; width > 0 && i < self->slots->len; i++)
    hs_picture_slot_set_room (g_ptr_array_index (self->slots, i), width);
}

/**
 * hs_article_view_load_pictures:
 * @self: a view
 *
 * Loads every picture of the article that is not there yet.
 */
void
hs_article_view_load_pictures (HsArticleView *self)
{
  g_return_if_fail (HS_IS_ARTICLE_VIEW (self));

  for (guint i = 0; i < self->slots->len; i++)
    hs_picture_slot_load (g_ptr_array_index (self->slots, i));
}

/**
 * hs_article_view_get_n_pictures:
 * @self: the text of an article
 *
 * Returns: how many pictures it has room for
 */
guint
hs_article_view_get_n_pictures (HsArticleView *self)
{
  g_return_val_if_fail (HS_IS_ARTICLE_VIEW (self), 0);

  return self->slots->len;
}
