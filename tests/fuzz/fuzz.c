/* fuzz.c: what the fuzzers share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

#include <string.h>

#include "hs-feed-json.h"
#include "hs-html-write.h"

/* Nothing in a tag that could run or load what it must not. */
static void
check_tag (const char *tag)
{
  static const char * const bad[] = { "<script", "<style", "<iframe", "<form", "<object", "<svg", "javascript:",
                                      "href=\"data:", " on", "vbscript:" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      const char *at = strstr (tag, bad[i]);

      /* in an address or a description it is only a word */
      if (at != NULL && (*bad[i] == '<' ? at == tag : g_str_has_prefix (at, "href") || at[-1] == '"'))
        g_error ("not clean: %s", tag);
    }
}

/* What has been cleaned is clean. */
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
  for (const char *p = lower; (p = strchr (p, '<')) != NULL; p++)
    {
      g_autofree char *tag = g_strndup (p, strcspn (p, ">"));

      check_tag (tag);
    }
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
