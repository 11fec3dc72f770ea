/* hs-picture.c: a picture of an article, fetched and decoded out of the way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-picture.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "hs-error.h"
#include "hs-picture-private.h"
#include "hs-url.h"
#include "hs-worker.h"

#define MAX_DATA (16 * 1024 * 1024)

G_DEFINE_BOXED_TYPE (HsPicture, hs_picture, hs_picture_ref, hs_picture_unref)

/* One call, while it is under way. */
typedef struct
{
  char *address;       /* (owned) (nullable): %NULL where there are bytes from the start */
  guint max_width;
  GBytes *bytes;       /* (owned) (nullable) */
} Load;

static void
hs_picture_clear (gpointer data)
{
  HsPicture *self = data;

  g_bytes_unref (self->pixels);
}

/**
 * hs_picture_new:
 * @width: in pixels
 * @height: in pixels
 * @pixels: (transfer full): four bytes each, row after row
 *
 * Returns: (transfer full): a picture
 */
HsPicture *
hs_picture_new (guint   width,
                guint   height,
                GBytes *pixels)
{
  HsPicture *self = g_atomic_rc_box_new0 (HsPicture);

  self->width = width;
  self->height = height;
  self->stride = (gsize) width * 4;
  self->pixels = pixels;
  return self;
}

/**
 * hs_picture_ref:
 * @self: a picture
 *
 * Returns: (transfer full): @self, held once more
 */
HsPicture *
hs_picture_ref (HsPicture *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * hs_picture_unref:
 * @self: (transfer full): a picture
 *
 * Lets go of it; any thread.
 */
void
hs_picture_unref (HsPicture *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, hs_picture_clear);
}

static void
load_free (gpointer data)
{
  Load *load = data;

  g_free (load->address);
  g_clear_pointer (&load->bytes, g_bytes_unref);
  g_free (load);
}

/* The bytes that a data address carries (RFC 2397). */
static GBytes *
read_data_address (const char *address)
{
  const char *comma = strchr (address, ',');
  g_autofree char *head = comma != NULL ? g_ascii_strdown (address, comma - address) : NULL;
  gsize length = 0;
  guchar *data;

  if (head == NULL || !g_str_has_prefix (head, "data:image/") || strlen (comma) > MAX_DATA)
    return NULL;
  if (!g_str_has_suffix (head, ";base64"))
    return g_uri_unescape_bytes (comma + 1, -1, NULL, NULL);
  data = g_base64_decode (comma + 1, &length);
  return g_bytes_new_take (data, length);
}

/* --- decoding, on a thread of the pool ---------------------------------------------- */

static void
decode_work (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Load *load = data;
  GError *error = NULL;
  HsPicture *picture;

  if (g_task_return_error_if_cancelled (task))
    return;
  picture = hs_worker_read_picture (load->bytes, load->max_width, &error);
  g_clear_pointer (&load->bytes, g_bytes_unref);
  if (picture != NULL)
    g_task_return_pointer (task, picture, (GDestroyNotify) hs_picture_unref);
  else
    g_task_return_error (task, error);
}

static void
on_fetched (GBytes       *bytes,
            const GError *error,
            gpointer      data)
{
  g_autoptr (GTask) task = data;
  Load *load = g_task_get_task_data (task);

  if (bytes == NULL)
    {
      g_task_return_error (task, g_error_copy (error));
      return;
    }
  load->bytes = g_bytes_ref (bytes);
  g_task_run_in_thread (task, decode_work);
}

static GTask *
make_task (Load                *load,
           gpointer             tag,
           GCancellable        *cancellable,
           GAsyncReadyCallback  callback,
           gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, load, load_free);
  return task;
}

/**
 * hs_picture_load_async:
 * @address: http, https, or a data address of an image
 * @max_width: no wider than so many pixels
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main loop
 * @user_data: for @callback
 *
 * Fetches on a thread of its own, one request to a host at a time, and decodes in
 * the worker. What was fetched is kept for the next call. Main thread.
 */
void
hs_picture_load_async (const char          *address,
                       guint                max_width,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Load *load;

  g_return_if_fail (address != NULL);
  g_return_if_fail (max_width > 0);

  load = g_new0 (Load, 1);
  load->address = g_strdup (address);
  load->max_width = max_width;
  task = make_task (load, hs_picture_load_async, cancellable, callback, user_data);
  if (hs_url_is_web (address))
    {
      g_network_monitor_get_default (); /* belongs to the thread that first asks: this one */
      hs_picture_fetch (address, on_fetched, g_steal_pointer (&task));
      return;
    }
  load->bytes = read_data_address (address);
  if (load->bytes != NULL)
    g_task_run_in_thread (task, decode_work);
  else
    g_task_return_new_error (task, HS_ERROR, HS_ERROR_UNSUPPORTED, _("It is no address of a picture."));
}

/**
 * hs_picture_load_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the picture
 */
HsPicture *
hs_picture_load_finish (GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * hs_picture_decode_async:
 * @bytes: what may be a picture
 * @max_width: no wider than so many pixels
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main loop
 * @user_data: for @callback
 *
 * As hs_picture_load_async(), of bytes that are there; ends with
 * hs_picture_load_finish(). Main thread.
 */
void
hs_picture_decode_async (GBytes              *bytes,
                         guint                max_width,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Load *load;

  g_return_if_fail (bytes != NULL);
  g_return_if_fail (max_width > 0);

  load = g_new0 (Load, 1);
  load->bytes = g_bytes_ref (bytes);
  load->max_width = max_width;
  task = make_task (load, hs_picture_decode_async, cancellable, callback, user_data);
  g_task_run_in_thread (task, decode_work);
}
