/* refresh-fixture.h: a library, a server to ask, and a clock that is told
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-decisions.h"
#include "hs-journal.h"
#include "hs-refresh-private.h"
#include "hs-worker.h"
#include "library-test.h"
#include "loopback.h"
#include "network-test.h"

#define NOON 1700049600 /* 2023-11-15 12:00:00 UTC */
#define HOUR 3600
#define DAY 86400

#define HEAD "HTTP/1.1 200 OK\nContent-Type: application/rss+xml"
#define RSS(items) \
  "<?xml version='1.0'?><rss version='2.0'><channel><title>The Ledger</title>" \
  "<link>http://127.0.0.1/</link><language>en</language>" items "</channel></rss>"
#define ITEM(n, words) \
  "<item><guid isPermaLink='false'>" n "</guid><title>Ship " n " reaches Velan</title><link>/" n "</link>" \
  "<pubDate>Tue, 14 Nov 2023 0" n ":00:00 GMT</pubDate><description>&lt;p&gt;" words "&lt;/p&gt;</description></item>"
#define WORDS "The ship reached the harbour of Velan on Tuesday, the harbour master said, two days late."

typedef struct
{
  LibraryTest library;
  Loopback *server;      /* (owned) */
  gint64 time;
  HsRefreshHooks hooks;
  HsRefreshResult result;
  GString *problems;     /* (owned): a line each */
  char *password;        /* (owned) (nullable) */
} RefreshFixture;

void refresh_set_up (RefreshFixture *self, gconstpointer data);
void refresh_tear_down (RefreshFixture *self, gconstpointer data);
gint64 add_feed (RefreshFixture *self, guint n, const char *path);
HsStoredFeed *load_feed (RefreshFixture *self, gint64 id);
void refresh_some (RefreshFixture *self, gint64 feed, HsRefreshFlags flags);
void refresh (RefreshFixture *self);
HsStored *load_article (RefreshFixture *self, gint64 id);
