/* hs-as-fetched.c: the page an article came from, to be looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-as-fetched.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "hs-charset.h"
#include "hs-error.h"
#include "hs-html-inert.h"
#include "hs-library-reading.h"
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

static char *
make_page (const HsStoredOriginal  *original,
           GError                 **error)
{
  Kind kind = get_kind (original);
  HsInertCounts counts = { 0 };
  g_autofree char *text = NULL;
  g_autofree char *body = NULL;
  g_auto (GStrv) about = NULL;
  const char *data;
  gsize size;

  if (kind == KIND_OTHER)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_UNSUPPORTED,
                           _("This article did not come from a page or a text; its file is in the library, "
                             "and can only be looked at where it lies."));
      return NULL;
    }
  data = g_bytes_get_data (original->bytes, &size);
  text = hs_charset_decode (data, size, original->content_type, kind == KIND_MARKUP, NULL, NULL, error);
  if (text == NULL)
    return NULL;
  body = kind == KIND_MARKUP ? hs_html_inert_body (text, strlen (text), &counts, error)
                             : hs_html_inert_text (text, strlen (text));
  if (body == NULL)
    return NULL;
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

static gpointer
write_page (HsLibrary  *library,
            gpointer    data,
            GError    **error)
{
  g_autoptr (HsStoredOriginal) original = hs_library_load_original (library, *(gint64 *) data, error);
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "hearsay", "as-fetched", NULL);
  g_autofree char *name = NULL;
  g_autofree char *page = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) local = NULL;

  if (original == NULL)
    return NULL;
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
  gint64 *id = g_new (gint64, 1);

  g_return_if_fail (HS_IS_WORKSPACE (workspace));

  *id = article;
  hs_workspace_read (workspace, write_page, id, g_free, g_free, cancellable, callback, user_data);
}

char *
hs_as_fetched_finish (HsWorkspace   *workspace,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
