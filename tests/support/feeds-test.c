/* feeds-test.c: answers of a feed, as a refresh would hand them to the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "feeds-test.h"

#include <string.h>

#include "hs-analyser.h"
#include "hs-engine.h"

static gboolean unread;

void
feeds_test_leave_unread (gboolean leave)
{
  unread = leave;
}

gint64
feeds_test_add (HsLibrary  *library,
                const char *url)
{
  g_autoptr (GError) error = NULL;
  gint64 id = hs_library_add_feed (library, url, NULL, 0, &error);

  g_assert_no_error (error);
  return id;
}

static HsEntryKey *
make_key (const TestEntry *entry)
{
  HsEntryKey *key = g_new0 (HsEntryKey, 1);
  g_autofree char *all = g_strconcat (entry->title != NULL ? entry->title : "", "\x1f", entry->text, NULL);

  key->guid = g_strdup (entry->guid);
  key->link = g_strdup (entry->link);
  key->hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, all, -1);
  return key;
}

static HsIncoming *
make_incoming (const TestEntry  *entry,
               const HsEntryKey *key)
{
  HsIncoming *incoming = hs_incoming_new (NULL);
  HsDocument *document = hs_document_new (g_strdup (entry->text));
  g_autoptr (GError) error = NULL;

  document->title = g_strdup (entry->title);
  document->url = g_strdup (entry->link);
  document->published = g_strdup (entry->published);
  hs_document_add_block (document, HS_BLOCK_PARAGRAPH, HS_SPAN_INIT (0, strlen (entry->text)));
  incoming->document = document;
  if (!unread)
    incoming->analysis = hs_analyser_read (hs_engine_get_analyser (&error), document, NULL, &error);
  g_assert_no_error (error);
  incoming->entry = key;
  return incoming;
}

gboolean
feeds_test_keep (HsLibrary          *library,
                 gint64              feed,
                 const HsFeedState  *state,
                 const TestEntry    *entries,
                 guint               n,
                 gint64             *ids,
                 TestKept           *kept,
                 GError            **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_entry_key_free);
  g_autoptr (GPtrArray) incoming = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_incoming_free);
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (keys, make_key (&entries[i]));
  if (!hs_library_match_entries (library, feed, keys, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!((HsEntryKey *) keys->pdata[i])->unchanged)
      g_ptr_array_add (incoming, make_incoming (&entries[i], keys->pdata[i]));
  if (!hs_library_keep_feed (library, feed, state, NULL, keys, incoming, added, error))
    {
      g_assert_cmpuint (added->len, ==, 0);
      return FALSE;
    }
  kept->added = added->len;
  kept->asked = incoming->len;
  for (guint i = 0; i < incoming->len; i++)
    kept->changed += ((HsIncoming *) incoming->pdata[i])->kept == HS_KEPT_CHANGED;
  for (guint i = 0; ids != NULL && i < n; i++)
    ids[i] = ((HsEntryKey *) keys->pdata[i])->article;
  return TRUE;
}

TestKept
feeds_test_answer (HsLibrary       *library,
                   gint64           feed,
                   const TestEntry *entries,
                   guint            n,
                   gint64          *ids)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsStoredFeed) stored = hs_library_load_feed (library, feed, &error);
  TestKept kept = { 0 };

  g_assert_no_error (error);
  feeds_test_keep (library, feed, stored->state, entries, n, ids, &kept, &error);
  g_assert_no_error (error);
  return kept;
}
