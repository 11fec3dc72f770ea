/* hs-as-fetched.c: the page an article came from, to be looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-as-fetched.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "hs-error.h"
#include "hs-library-reading.h"
#include "hs-worker-inert.h"
#include "hs-workspace-private.h"

/* Files of before are removed after a day: the browser has shown them. */
#define KEEP_SECONDS (24 * 60 * 60)

typedef enum
{
  KIND_MARKUP,
  KIND_TEXT,
  KIND_OTHER
} Kind;

static gboolean
ends_with (const char *path,
           const char *suffix)
{
  gsize n = path != NULL ? strlen (path) : 0;
  gsize m = strlen (suffix);

  return n >= m && g_ascii_strcasecmp (path + n - m, suffix) == 0;
}

static Kind
get_kind (const HsStoredOriginal *original)
{
  const char *type = original->content_type;
  gsize size;
  const char *data = g_bytes_get_data (original->bytes, &size);

  if (size >= 5 && memcmp (data, "%PDF-", 5) == 0)
    return KIND_OTHER;
  if (type != NULL && (strstr (type, "html") != NULL || strstr (type, "xml") != NULL))
    return KIND_MARKUP;
  if (ends_with (original->path, ".html") || ends_with (original->path, ".htm") || ends_with (original->path, ".xhtml"))
    return KIND_MARKUP;
  if (type != NULL && !g_str_has_prefix (type, "text/") && !g_str_has_prefix (type, "message/"))
    return KIND_OTHER;
  if (type == NULL && original->path == NULL && memchr (data, '<', MIN (size, 1024)) != NULL)
    return KIND_MARKUP;
  return KIND_TEXT;
}

static char *
format_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);

  return time != NULL ? g_date_time_format_iso8601 (time) : g_strdup ("");
}

/* (transfer full): the lines above the page */
static char **
describe (const HsStoredOriginal *original,
          const HsInertCounts    *counts,
          Kind                    kind)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autofree char *time = format_time (original->fetched);
  const char *from = original->address != NULL ? original->address : original->path;
  g_autofree char *fetched = g_strdup_printf (_("As fetched on %s, from %s"), time, from != NULL ? from : "?");
  g_autofree char *hash = g_strdup_printf ("SHA-256 %s", original->sha256);
  g_autofree char *left_out = g_strdup_printf (
      _("Nothing here runs, loads or leads anywhere. Left out or made text: scripts and handlers %u, pictures %u, "
        "frames and players %u, forms and fields %u, links %u."), counts->scripts, counts->pictures, counts->frames,
      counts->forms, counts->links);

  g_strv_builder_add (lines, fetched);
  g_strv_builder_add (lines, hash);
  if (kind == KIND_MARKUP)
    g_strv_builder_add (lines, left_out);
  return g_strv_builder_end (lines);
}

/* What no reader of pages can cope with is shown as its source: it is kept so that
 * somebody can look at it. */
static gboolean
make_part (const HsStoredOriginal  *original,
           HsInertPart             *part,
           GError                 **error)
{
  HsInertCounts counts = { 0 };
  g_autoptr (GError) local = NULL;
  Kind kind;

  if (original->bytes == NULL)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_READ, _("The stored page is damaged."));
      return FALSE;
    }
  kind = get_kind (original);
  if (kind == KIND_OTHER)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_UNSUPPORTED,
                           _("This article did not come from a page or a text; its file is in the library, "
                             "and can only be looked at where it lies."));
      return FALSE;
    }
  part->body = hs_worker_make_inert (original->bytes, original->content_type, kind == KIND_MARKUP, &counts, &local);
  if (part->body == NULL && kind == KIND_MARKUP && g_error_matches (local, HS_ERROR, HS_ERROR_LIMIT))
    {
      g_clear_error (&local);
      kind = KIND_TEXT;
      part->body = hs_worker_make_inert (original->bytes, original->content_type, FALSE, &counts, &local);
    }
  if (part->body == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  part->about = describe (original, &counts, kind);
  return TRUE;
}

/* Beside others it only says why it cannot be shown. */
static void
explain_part (const HsStoredOriginal *original,
              const GError           *error,
              HsInertPart            *part)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  const HsInertCounts none = { 0 };
  g_auto (GStrv) about = describe (original, &none, KIND_OTHER);

  g_strv_builder_addv (lines, (const char **) about);
  g_strv_builder_add (lines, error->message);
  part->about = g_strv_builder_end (lines);
}

static void
part_clear (gpointer data)
{
  HsInertPart *part = data;

  g_free (part->body);
  g_strfreev (part->about);
}

/* NULL when nothing can be shown, with the first reason. */
static char *
make_page (GPtrArray  *originals,
           GError    **error)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, TRUE, sizeof (HsInertPart));
  g_autoptr (GError) first = NULL;
  guint shown = 0;

  g_array_set_clear_func (parts, part_clear);
  g_array_set_size (parts, originals->len);
  for (guint i = 0; i < originals->len; i++)
    {
      const HsStoredOriginal *original = g_ptr_array_index (originals, i);
      HsInertPart *part = &g_array_index (parts, HsInertPart, i);
      g_autoptr (GError) local = NULL;

      if (make_part (original, part, &local))
        shown++;
      else
        explain_part (original, local, part);
      if (local != NULL && first == NULL)
        first = g_steal_pointer (&local);
    }
  if (shown > 0)
    return hs_html_inert_page (g_array_index (parts, HsInertPart, 0).about[0], (const HsInertPart *) parts->data,
                               parts->len);
  g_propagate_error (error, g_steal_pointer (&first));
  return NULL;
}

static void
remove_old (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;

      if (ends_with (name, ".html") && g_stat (path, &info) == 0 && info.st_mtime + KEEP_SECONDS < now)
        g_unlink (path);
    }
}

/* The same bytes have the same name. */
static char *
make_name (GPtrArray *originals)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < originals->len; i++)
    {
      const HsStoredOriginal *original = g_ptr_array_index (originals, i);

      g_checksum_update (checksum, (const guchar *) original->sha256, (gssize) strlen (original->sha256));
    }
  return g_strdup_printf ("%.16s.html", g_checksum_get_string (checksum));
}

static char *
write_page (GPtrArray  *originals,
            GError    **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "hearsay", "as-fetched", NULL);
  g_autofree char *name = NULL;
  g_autofree char *page = make_page (originals, error);
  g_autofree char *path = NULL;
  g_autoptr (GError) local = NULL;

  if (page == NULL)
    return NULL;
  g_mkdir_with_parents (folder, 0700);
  remove_old (folder);
  name = make_name (originals);
  path = g_build_filename (folder, name, NULL);
  if (g_file_set_contents_full (path, page, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &local))
    return g_steal_pointer (&path);
  g_set_error (error, HS_ERROR, HS_ERROR_READ, _("The page could not be written: %s"), local->message);
  return NULL;
}

/* On a thread of the pool: it waits for the worker, and the library's threads have
 * others to serve. */
static void
write_work (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  GError *error = NULL;
  char *path;

  if (g_task_return_error_if_cancelled (task))
    return;
  path = write_page (data, &error);
  if (path != NULL)
    g_task_return_pointer (task, path, g_free);
  else
    g_task_return_error (task, error);
}

static gpointer
load_originals (HsLibrary  *library,
                gpointer    data,
                GError    **error)
{
  return hs_library_load_originals (library, *(gint64 *) data, error);
}

static void
originals_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GPtrArray *originals = g_task_propagate_pointer (G_TASK (result), &error);

  if (originals == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, originals, (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, write_work);
}

/**
 * hs_as_fetched_async:
 * @workspace: a workspace
 * @article: an article of it
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main loop
 * @user_data: for @callback
 */
void
hs_as_fetched_async (HsWorkspace         *workspace,
                     gint64               article,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  gint64 *id;

  g_return_if_fail (HS_IS_WORKSPACE (workspace));

  task = g_task_new (workspace, cancellable, callback, user_data);
  g_task_set_source_tag (task, hs_as_fetched_async);
  id = g_new (gint64, 1);
  *id = article;
  hs_workspace_read (workspace, load_originals, id, g_free, (GDestroyNotify) g_ptr_array_unref, cancellable,
                     originals_cb, g_steal_pointer (&task));
}

/**
 * hs_as_fetched_finish:
 * @workspace: a workspace
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (type filename): where it is, in the user's cache;
 *   %NULL with @error set: HS_ERROR_NOT_FOUND, HS_ERROR_UNSUPPORTED, HS_ERROR_READ,
 *   HS_ERROR_TOO_LARGE, HS_ERROR_LIMIT
 */
char *
hs_as_fetched_finish (HsWorkspace   *workspace,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
