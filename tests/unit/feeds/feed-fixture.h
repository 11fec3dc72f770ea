/* feed-fixture.h: a feed with its entries, for the tests of the room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <string.h>

#include "hs-error.h"
#include "hs-feed.h"

typedef struct
{
  HsFeed *feed;
  GPtrArray *entries;
} Read;

static gboolean
take_entry (HsFeedEntry *entry,
            gpointer     data)
{
  g_ptr_array_add (data, entry);
  return TRUE;
}

static void
entry_free (gpointer data)
{
  hs_feed_entry_free (data);
}

static inline Read
read_bytes (const char *data,
            gsize       length,
            const char *content_type,
            const char *base)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  Read read = { NULL, g_ptr_array_new_with_free_func (entry_free) };

  read.feed = hs_feed_parse (bytes, content_type, base, take_entry, read.entries, &error);
  g_assert_no_error (error);
  g_assert_nonnull (read.feed);
  return read;
}

static inline Read
read_feed (const char *text)
{
  return read_bytes (text, strlen (text), NULL, "https://lantern.example/feeds/all.xml");
}

static inline HsFeedEntry *
entry_at (Read *read,
          guint index)
{
  g_assert_cmpuint (index, <, read->entries->len);
  return g_ptr_array_index (read->entries, index);
}

static inline void
read_clear (Read *read)
{
  g_clear_pointer (&read->feed, hs_feed_free);
  g_clear_pointer (&read->entries, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Read, read_clear)

static inline void
assert_plain (const HsFeedText *text,
              const char       *expected)
{
  g_autofree char *plain = hs_feed_text_to_plain (text);

  g_assert_cmpstr (plain, ==, expected);
}
