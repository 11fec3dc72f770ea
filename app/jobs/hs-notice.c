/* hs-notice.c: what of the new articles somebody waits for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-notice.h"

#include <glib/gi18n-lib.h>

#include "hs-library-feeds.h"
#include "hs-rows.h"
#include "hs-workspace-private.h"

#define MAX_LINES 6

typedef struct
{
  HsLibrary *library;   /* (owned) */
  GArray *articles;     /* (owned) (element-type gint64) */
} Find;

static void
find_free (gpointer data)
{
  Find *self = data;

  g_object_unref (self->library);
  g_array_unref (self->articles);
  g_free (self);
}

/**
 * hs_notice_free:
 * @self: (transfer full): a notice
 */
void
hs_notice_free (HsNotice *self)
{
  g_free (self->title);
  g_free (self->article_title);
  g_free (self);
}

/* Adds what @found holds; the newest article is the one with the highest id. */
static gboolean
add_notice (Find        *self,
            GPtrArray   *notices,
            gint64       watch,
            gint64       feed,
            const char  *title,
            GArray      *found,
            GError     **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  HsNotice *notice;
  gint64 newest = 0;

  if (found->len == 0)
    return TRUE;
  for (guint i = 0; i < found->len; i++)
    newest = MAX (newest, g_array_index (found, gint64, i));
  rows = hs_library_load_rows (self->library, HS_SEARCH_ARTICLES, &newest, 1, NULL, error);
  if (rows == NULL)
    return FALSE;
  notice = g_new0 (HsNotice, 1);
  notice->watch = watch;
  notice->feed = feed;
  notice->title = g_strdup (title);
  notice->n = found->len;
  notice->article = newest;
  if (rows->len > 0)
    notice->article_title = g_strdup (((HsRow *) g_ptr_array_index (rows, 0))->texts[HS_ROW_ARTICLE_TITLE]);
  g_ptr_array_add (notices, notice);
  return TRUE;
}

static gboolean
find_watches (Find       *self,
              GPtrArray  *notices,
              GError    **error)
{
  g_autoptr (GPtrArray) watches = hs_library_load_watches (self->library, error);

  if (watches == NULL)
    return FALSE;
  for (guint i = 0; i < watches->len; i++)
    {
      const HsStoredWatch *watch = g_ptr_array_index (watches, i);
      g_autoptr (GArray) found = NULL;

      if (!watch->notify)
        continue;
      found = hs_library_match_watch (self->library, watch, self->articles, error);
      if (found == NULL || !add_notice (self, notices, watch->id, 0, watch->title, found, error))
        return FALSE;
    }
  return TRUE;
}

/* A feed is a watch on what comes by it. */
static gboolean
find_feeds (Find       *self,
            GPtrArray  *notices,
            GError    **error)
{
  g_autoptr (GPtrArray) feeds = hs_library_load_feeds (self->library, NULL, error);

  if (feeds == NULL)
    return FALSE;
  for (guint i = 0; i < feeds->len; i++)
    {
      const HsStoredFeed *feed = g_ptr_array_index (feeds, i);
      g_autofree char *query = g_strdup_printf ("feed:#%" G_GINT64_FORMAT, feed->id);
      HsStoredWatch watch = { .title = feed->title, .query = query };
      g_autoptr (GArray) found = NULL;

      if (!feed->notify)
        continue;
      found = hs_library_match_watch (self->library, &watch, self->articles, error);
      if (found == NULL || !add_notice (self, notices, 0, feed->id, feed->title, found, error))
        return FALSE;
    }
  return TRUE;
}

static void
find_work (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  Find *self = data;
  g_autoptr (GPtrArray) notices = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_notice_free);
  GError *error = NULL;

  if (!find_watches (self, notices, &error) || !find_feeds (self, notices, &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&notices), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * hs_notice_find_async:
 * @workspace: the library
 * @articles: (element-type gint64): articles that are new; copied
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main loop
 * @user_data: for @callback
 *
 * Looks which watches and feeds that the user wants to hear of have some of them.
 */
void
hs_notice_find_async (HsWorkspace         *workspace,
                      GArray              *articles,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Find *find;

  g_return_if_fail (HS_IS_WORKSPACE (workspace));
  g_return_if_fail (articles != NULL);

  find = g_new0 (Find, 1);
  find->library = g_object_ref (hs_workspace_get_library (workspace));
  find->articles = g_array_copy (articles);
  task = g_task_new (workspace, cancellable, callback, user_data);
  g_task_set_source_tag (task, hs_notice_find_async);
  g_task_set_task_data (task, find, find_free);
  g_task_run_in_thread (task, find_work);
}

/**
 * hs_notice_find_finish:
 * @workspace: a workspace
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type HsNotice): what is new; %NULL with
 *   @error set
 */
GPtrArray *
hs_notice_find_finish (HsWorkspace   *workspace,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * hs_notice_to_notification:
 * @notices: (element-type HsNotice): all of one refresh
 *
 * Returns: (transfer full) (nullable): one notification that groups them
 */
GNotification *
hs_notice_to_notification (GPtrArray *notices)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autofree char *title = NULL;
  GNotification *notification;
  guint n = 0;

  g_return_val_if_fail (notices != NULL, NULL);

  if (notices->len == 0)
    return NULL;
  for (guint i = 0; i < notices->len; i++)
    {
      const HsNotice *notice = g_ptr_array_index (notices, i);

      n += notice->n;
      if (i >= MAX_LINES)
        continue;
      if (notice->n == 1 && notice->article_title != NULL)
        g_string_append_printf (body, "%s%s: %s", i > 0 ? "\n" : "", notice->title, notice->article_title);
      else
        g_string_append_printf (body, "%s%s: %u", i > 0 ? "\n" : "", notice->title, notice->n);
    }
  title = g_strdup_printf (ngettext ("%u new article", "%u new articles", n), n);
  notification = g_notification_new (title);
  g_notification_set_body (notification, body->str);
  if (notices->len == 1)
    g_notification_set_default_action_and_target (notification, "app.show-article", "x",
                                                  ((HsNotice *) g_ptr_array_index (notices, 0))->article);
  else
    g_notification_set_default_action (notification, "app.show-window");
  return notification;
}
