/* hs-icon.c: the small picture of a feed or source
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-icon.h"

#include "hs-picture.h"

/* Pixels, enough for a screen of twice the density. */
#define SIZE 32
#define WANTED "hs-icon-wanted"

/* One decoding on its way. */
typedef struct
{
  GtkImage *image;   /* (owned) */
  GBytes *bytes;     /* (owned) */
} Wait;

static void
texture_free (gpointer data)
{
  if (data != NULL)
    g_object_unref (data);
}

/* What was decoded already; %NULL for what is no picture. Feeds are few, and their
 * icons small: they stay. Main thread. */
static GHashTable *
get_known (void)
{
  static GHashTable *known; /* (owned) (element-type GBytes GdkTexture) */

  if (known == NULL)
    known = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref,
                                   texture_free);
  return known;
}

static GdkTexture *
make_texture (const HsPicture *picture)
{
  return gdk_memory_texture_new ((int) picture->width, (int) picture->height, GDK_MEMORY_R8G8B8A8, picture->pixels,
                                 picture->stride);
}

static void
decoded_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Wait *wait = data;
  g_autoptr (HsPicture) picture = hs_picture_load_finish (result, NULL);
  GdkTexture *texture = picture != NULL ? make_texture (picture) : NULL;

  g_hash_table_insert (get_known (), g_bytes_ref (wait->bytes), texture);
  /* a row that is used again may show another by now */
  if (texture != NULL && g_object_get_data (G_OBJECT (wait->image), WANTED) == wait->bytes)
    gtk_image_set_from_paintable (wait->image, GDK_PAINTABLE (texture));
  g_object_unref (wait->image);
  g_bytes_unref (wait->bytes);
  g_free (wait);
}

/**
 * hs_icon_show:
 * @image: where
 * @bytes: (nullable): the picture as it was fetched
 * @instead: name of the icon that stands for it
 *
 * Main thread.
 */
void
hs_icon_show (GtkImage   *image,
              GBytes     *bytes,
              const char *instead)
{
  gpointer known = NULL;
  Wait *wait;

  g_return_if_fail (GTK_IS_IMAGE (image));

  g_object_set_data_full (G_OBJECT (image), WANTED, bytes != NULL ? g_bytes_ref (bytes) : NULL,
                          (GDestroyNotify) g_bytes_unref);
  if (bytes != NULL && g_hash_table_lookup_extended (get_known (), bytes, NULL, &known) && known != NULL)
    {
      gtk_image_set_from_paintable (image, known);
      return;
    }
  gtk_image_set_from_icon_name (image, instead);
  if (bytes == NULL || g_hash_table_contains (get_known (), bytes))
    return;
  wait = g_new0 (Wait, 1);
  wait->image = g_object_ref (image);
  wait->bytes = g_bytes_ref (bytes);
  hs_picture_decode_async (bytes, SIZE, NULL, decoded_cb, wait);
}
