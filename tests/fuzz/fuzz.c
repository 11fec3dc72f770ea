/* fuzz.c: what the fuzzers share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

#include <string.h>

#include "hs-feed-json.h"
#include "hs-html-write.h"

/* What has been cleaned once is clean: nothing in it can run. */
static void
check_text (const HsFeedText *text)
{
  g_autofree char *html = NULL, *lower = NULL, *plain = hs_feed_text_to_plain (text);

  if (text == NULL)
    return;
  g_assert_true (g_utf8_validate (text->value, -1, NULL));
  if (!text->html)
    return;
  html = hs_html_clean (text->value, strlen (text->value), text->base);
  g_assert_true (g_utf8_validate (html, -1, NULL));
  lower = g_ascii_strdown (html, -1);
  g_assert_null (strstr (lower, "<script"));
  g_assert_null (strstr (lower, "<iframe"));
  g_assert_null (strstr (lower, "<form"));
  g_assert_null (strstr (lower, "href=\"javascript:"));
  g_assert_null (strstr (lower, "src=\"javascript:"));
  g_assert_null (strstr (lower, "href=\"data:"));
}

static gboolean
take_entry (HsFeedEntry *entry,
            gpointer     data)
{
  g_autoptr (HsFeedEntry) owned = entry;
  g_autoptr (JsonObject) item = hs_feed_json_entry (owned);

  check_text (entry->title);
  check_text (entry->summary);
  check_text (entry->content);
  return TRUE;
}

void
fuzz_feed (const guint8 *data,
           gsize         size,
           const char   *content_type)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (HsFeed) feed = hs_feed_parse (bytes, content_type, "https://feed.example/a/", take_entry, NULL, NULL);

  if (feed != NULL)
    {
      g_autoptr (JsonObject) object = hs_feed_json_feed (feed);

      check_text (feed->title);
      check_text (feed->description);
    }
}
