/* feed-answers.h: a feed of invented news, and what is asked of the library after it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "feeds-test.h"
#include "hs-rows.h"
#include "library-test.h"

#include <string.h>

#include "hs-counts.h"
#include "hs-decisions.h"
#include "hs-error.h"
#include "hs-journal.h"
#include "hs-library-private.h"

#define URL "https://lantern.example/feed.xml"
#define SITE "https://lantern.example/"
#define HARBOUR "The harbour of Velan was reopened on Monday, said Marta Selim."
#define STORM "A storm closed the bridge over the Tarn for two days."
#define MARKET "The market in Norland opens an hour earlier from June."

static const TestEntry three[] = {
  { "g1", SITE "harbour", "Velan reopens its harbour", HARBOUR, NULL },
  { "g2", SITE "storm", "Storm closes the bridge", STORM, NULL },
  { "g3", SITE "market", "Market opens earlier", MARKET, NULL },
};

static inline TestKept
answer (LibraryTest     *test,
        gint64           feed,
        const TestEntry *entries,
        guint            n)
{
  return feeds_test_answer (test->library, feed, entries, n, NULL);
}

#define assert_kept(kept, n_added, n_changed) \
  do { TestKept kept_ = (kept); g_assert_cmpuint (kept_.added, ==, n_added); \
       g_assert_cmpuint (kept_.changed, ==, n_changed); } while (0)

static inline gint64
count_articles (LibraryTest *test)
{
  return library_test_int (test, "SELECT count(*) FROM articles");
}

static inline void
assert_counts (LibraryTest *test,
               gint64       feed,
               guint        articles,
               guint        unread)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsStoredFeed) stored = hs_library_load_feed (test->library, feed, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (stored->n_articles, ==, articles);
  g_assert_cmpuint (stored->n_unread, ==, unread);
}

static inline guint
search (LibraryTest *test,
        const char  *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = hs_library_search (test->library, query, 0, 0, &error);

  g_assert_no_error (error);
  return ids->len;
}

/* --- identity --------------------------------------------------------------- */
