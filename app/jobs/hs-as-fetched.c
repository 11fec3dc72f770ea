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
static char *
make_page (const HsStoredOriginal  *original,
           GError                 **error)
{
  Kind kind = get_kind (original);
  HsInertCounts counts = { 0 };
  g_autofree char *body = NULL;
  g_auto (GStrv) about = NULL;
  g_autoptr (GError) local = NULL;

  if (kind == KIND_OTHER)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_UNSUPPORTED,
                           _("This article did not come from a page or a text; its file is in the library, "
                             "and can only be looked at where it lies."));
      return NULL;
    }
  body = hs_worker_make_inert (original->bytes, original->content_type, kind == KIND_MARKUP, &counts, &local);
  if (body == NULL && kind == KIND_MARKUP && g_error_matches (local, HS_ERROR, HS_ERROR_LIMIT))
    {
      g_clear_error (&local);
      kind = KIND_TEXT;
      body = hs_worker_make_inert (original->bytes, original->content_type, FALSE, &counts, &local);
    }
  if (body == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  about = describe (original, &counts, kind);
  return hs_html_inert_page (body, about[0], (const char * const *) about);
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

static char *
write_page (const HsStoredOriginal  *original,
            GError                 **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "hearsay", "as-fetched", NULL);
  g_autofree char *name = NULL;
  g_autofree char *page = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) local = NULL;

  if (original->bytes == NULL)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_READ, _("The stored page is damaged."));
      return NULL;
    }
  page = make_page (original, error);
  if (page == NULL)
    return NULL;
  g_mkdir_with_parents (folder, 0700);
  remove_old (folder);
  name = g_strdup_printf ("%.16s.html", original->sha256);
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
load_original (HsLibrary  *library,
               gpointer    data,
               GError    **error)
{
  return hs_library_load_original (library, *(gint64 *) data, error);
}

static void
original_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  HsStoredOriginal *original = g_task_propagate_pointer (G_TASK (result), &error);

  if (original == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, original, (GDestroyNotify) hs_stored_original_free);
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
  hs_workspace_read (workspace, load_original, id, g_free, (GDestroyNotify) hs_stored_original_free, cancellable,
                     original_cb, g_steal_pointer (&task));
}

char *
hs_as_fetched_finish (HsWorkspace   *workspace,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
