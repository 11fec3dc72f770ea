/* refresh-helper.c: feeds into a library, for tests that run the commands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "hs-journal.h"
#include "hs-library-feeds.h"
#include "hs-refresh.h"
#include "hs-secrets.h"

static gboolean
add (HsLibrary  *library,
     const char *url,
     GError    **error)
{
  gint64 id = hs_library_add_feed (library, url, NULL, 0, error);

  if (id > 0)
    printf ("%" G_GINT64_FORMAT "\n", id);
  return id > 0;
}

/* "user ID NAME", "page ID", "notify ID" */
static gboolean
edit (HsLibrary   *library,
      const char  *what,
      const char  *id,
      const char  *user,
      GError     **error)
{
  HsFeedEdit change = HS_FEED_EDIT_NOTHING;

  change.user = user;
  if (g_str_equal (what, "page"))
    change.full_page = TRUE;
  if (g_str_equal (what, "notify"))
    change.notify = TRUE;
  return hs_library_edit_feed (library, g_ascii_strtoll (id, NULL, 10), &change, error);
}

/* "secret ID PASSWORD": prints what the user would be told */
static gboolean
keep_secret (HsLibrary   *library,
             const char  *id,
             const char  *password,
             GError     **error)
{
  g_autoptr (HsStoredFeed) feed = hs_library_load_feed (library, g_ascii_strtoll (id, NULL, 10), error);
  g_autofree char *words = NULL;
  gboolean lasting;

  if (feed == NULL)
    return FALSE;
  words = hs_secrets_store (hs_library_get_directory (library), feed->state->url, feed->user, password, &lasting);
  printf ("%s\n", lasting ? "lasting" : words);
  return TRUE;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsLibrary) library = NULL;
  gboolean done = TRUE;

  if (argc < 3)
    return 2;
  library = hs_library_open (argv[1], HS_LIBRARY_DEFAULT, &error);
  done = library != NULL;
  if (done && g_str_equal (argv[2], "add"))
    for (int i = 3; i < argc && done; i++)
      done = add (library, argv[i], &error);
  else if (done && g_str_equal (argv[2], "user") && argc == 5)
    done = edit (library, argv[2], argv[3], argv[4], &error);
  else if (done && g_str_equal (argv[2], "secret") && argc == 5)
    done = keep_secret (library, argv[3], argv[4], &error);
  else if (done && (g_str_equal (argv[2], "page") || g_str_equal (argv[2], "notify")) && argc == 4)
    done = edit (library, argv[2], argv[3], NULL, &error);
  else if (done && g_str_equal (argv[2], "keep"))
    done = hs_refresh_run (library, NULL, HS_REFRESH_ALL | HS_REFRESH_UNREAD, NULL, NULL, NULL, &error);
  else if (done && g_str_equal (argv[2], "undo"))
    done = hs_library_undo (library, &error);
  if (!done)
    fprintf (stderr, "%s\n", error != NULL ? error->message : "wrong usage");
  if (library != NULL)
    hs_library_close (library);
  return done ? 0 : 1;
}
