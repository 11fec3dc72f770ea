/* feeds-test.h: answers of a feed, as a refresh would hand them to the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-library-feeds.h"

/* One entry of an answer; only @text is needed. */
typedef struct
{
  const char *guid;
  const char *link;
  const char *title;
  const char *text;
  const char *published;
} TestEntry;

typedef struct
{
  guint added;
  guint changed;
  guint asked;     /* entries that something had to be made of */
} TestKept;

/* Matches, reads and keeps @entries as a whole answer of @feed.
 * @ids: (nullable): of the articles, in the order of @entries */
TestKept feeds_test_answer (HsLibrary       *library,
                            gint64           feed,
                            const TestEntry *entries,
                            guint            n,
                            gint64          *ids);
/* The same, with what the feed is to remember; it may fail. */
gboolean feeds_test_keep   (HsLibrary         *library,
                            gint64             feed,
                            const HsFeedState *state,
                            const TestEntry   *entries,
                            guint              n,
                            gint64            *ids,
                            TestKept          *kept,
                            GError           **error);
/* From now on articles are kept without being analysed, as a refresh does it. */
void     feeds_test_leave_unread (gboolean     leave);
gint64   feeds_test_add    (HsLibrary       *library,
                            const char      *url);
