/* refresh-fixture.c: a library, a server to ask, and a clock that is told
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "refresh-fixture.h"

static gint64
tell_time (gpointer data)
{
  RefreshFixture *self = data;

  return self->time;
}

void
refresh_set_up (RefreshFixture *self,
                gconstpointer   data)
{
  library_test_set_up (&self->library, data);
  self->server = loopback_new (NULL);
  self->time = NOON;
  self->hooks = (HsRefreshHooks){ .clock = tell_time, .clock_data = self, .timeout = 2 };
  self->problems = g_string_new (NULL);
}

void
refresh_tear_down (RefreshFixture *self,
                   gconstpointer   data)
{
  hs_refresh_result_clear (&self->result);
  loopback_free (self->server);
  g_string_free (self->problems, TRUE);
  g_free (self->password);
  library_test_tear_down (&self->library, data);
}

gint64
add_feed (RefreshFixture *self,
          guint           n,
          const char     *path)
{
  g_autofree char *url = loopback_url (self->server, n, path);
  g_autoptr (GError) error = NULL;
  gint64 id = hs_library_add_feed (self->library.library, url, NULL, 0, &error);

  g_assert_no_error (error);
  return id;
}

HsStoredFeed *
load_feed (RefreshFixture *self,
           gint64          id)
{
  g_autoptr (GError) error = NULL;
  HsStoredFeed *feed = hs_library_load_feed (self->library.library, id, &error);

  g_assert_no_error (error);
  return feed;
}

static void
note_problem (gint64      feed,
              const char *title,
              const char *message,
              gpointer    data)
{
  RefreshFixture *self = data;

  g_string_append_printf (self->problems, "%s: %s\n", title, message);
}

static char *
tell_password (const HsStoredFeed *feed,
               gpointer            data)
{
  RefreshFixture *self = data;

  return g_strdup (self->password);
}

void
refresh_some (RefreshFixture *self,
              gint64          feed,
              HsRefreshFlags  flags)
{
  const HsRefreshWatch watch = { NULL, note_problem, NULL, tell_password, self };
  g_autoptr (GArray) feeds = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;

  g_array_append_val (feeds, feed);
  hs_refresh_result_clear (&self->result);
  g_string_truncate (self->problems, 0);
  hs_refresh_run_with (self->library.library, feed != 0 ? feeds : NULL, flags, &self->hooks, &watch, NULL,
                       &self->result, &error);
  g_assert_no_error (error);
}

void
refresh (RefreshFixture *self)
{
  refresh_some (self, 0, HS_REFRESH_DUE);
}

HsStored *
load_article (RefreshFixture *self,
              gint64          id)
{
  g_autoptr (GError) error = NULL;
  HsStored *stored = hs_library_load_article (self->library.library, id, &error);

  g_assert_no_error (error);
  return stored;
}
