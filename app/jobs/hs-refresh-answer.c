/* hs-refresh-answer.c: what came of asking for one feed, from bytes to library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-refresh-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "hs-error.h"

/* What a feed says in one answer; one that says more is not read to its end. */
#define MAX_ENTRIES 100000
/* So many are read with one question; between two it can be cancelled. */
#define READ_TOGETHER 64

/**
 * hs_refresh_answer_new:
 * @feed: (transfer none): the feed that was asked; must stay
 * @result: (transfer full): what came
 *
 * Returns: (transfer full): an answer not looked at yet, with a copy of the feed's state
 */
HsRefreshAnswer *
hs_refresh_answer_new (const HsStoredFeed *feed,
                       HsFetchResult      *result)
{
  HsRefreshAnswer *self = g_new0 (HsRefreshAnswer, 1);

  self->feed = feed;
  self->state = hs_feed_state_copy (feed->state);
  self->result = result;
  self->new_articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

/**
 * hs_refresh_answer_free:
 * @self: (transfer full): an answer
 */
void
hs_refresh_answer_free (HsRefreshAnswer *self)
{
  hs_feed_state_free (self->state);
  g_clear_pointer (&self->result, hs_fetch_result_free);
  g_clear_pointer (&self->about, hs_feed_free);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_array_unref (self->new_articles);
  g_clear_error (&self->error);
  g_free (self);
}

/* --- reading --------------------------------------------------------------------- */

static gboolean
take_entry (HsFeedEntry *entry,
            gpointer     data)
{
  HsRefreshAnswer *self = data;
  HsRefreshEntry *taken = g_new0 (HsRefreshEntry, 1);

  taken->entry = entry;
  taken->key = hs_refresh_make_key (entry);
  g_ptr_array_add (self->keys, taken->key);
  g_ptr_array_add (self->entries, taken);
  return self->entries->len < MAX_ENTRIES;
}

static gboolean
parse (HsRefreshAnswer *self)
{
  HsFetchResult *result = self->result;
  g_autoptr (GError) error = NULL;

  self->keys = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_entry_key_free);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_refresh_entry_free);
  self->about = hs_feed_parse (result->bytes, result->content_type, result->url, take_entry, self, &error);
  if (self->about == NULL)
    {
      g_free (result->message);
      result->message = g_strdup (error->message);
      return FALSE;
    }
  self->state->ttl = self->about->ttl;
  self->state->skip_hours = self->about->skip_hours;
  self->state->skip_days = self->about->skip_days;
  return TRUE;
}

/* Leaves the entries of which something is to be made. */
static gboolean
match (HsRefreshAnswer *self,
       HsLibrary       *library)
{
  if (!hs_library_match_entries (library, self->feed->id, self->keys, &self->error))
    return FALSE;
  for (guint i = self->entries->len; i-- > 0;)
    if (((HsRefreshEntry *) g_ptr_array_index (self->entries, i))->key->unchanged)
      g_ptr_array_remove_index (self->entries, i);
  if (self->entries->len > 0)
    self->state->last_change = self->result->time;
  return TRUE;
}

/**
 * hs_refresh_answer_read:
 * @self: an answer
 * @library: where the feed is kept
 * @default_interval: seconds, 0 an hour
 *
 * Any thread but the main one and the library's. The bytes of the answer are
 * gone afterwards.
 *
 * Returns: %FALSE with `error` set when the library failed; all else is the
 *   feed's state
 */
gboolean
hs_refresh_answer_read (HsRefreshAnswer *self,
                        HsLibrary       *library,
                        guint            default_interval)
{
  gboolean parsed = self->result->outcome == HS_FETCH_OK && parse (self);
  double random = g_random_double ();

  self->move = hs_schedule_update (self->state, self->result, parsed, default_interval, random);
  g_clear_pointer (&self->result->bytes, g_bytes_unref);
  if (parsed)
    return match (self, library);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  return TRUE;
}

/* --- keeping --------------------------------------------------------------------- */

/* A page that could not be had or read leaves the feed's own words, and says so. */
static void
note_missing_page (HsRefreshAnswer      *self,
                   const HsRefreshEntry *entry)
{
  g_autofree char *title = NULL;

  if (entry->page_error == NULL || self->state->message != NULL)
    return;
  title = hs_feed_text_to_plain (entry->entry->title);
  self->state->message = g_strdup_printf (entry->page->outcome != HS_FETCH_OK
                                            ? _("The page of “%s” could not be fetched, its text in the feed was "
                                                "kept: %s")
                                            : _("The page of “%s” was kept but could not be read: %s"),
                                          title != NULL ? title : entry->key->link, entry->page_error->message);
}

/* An entry that says nothing at all becomes no article; it is not a fault. */
static GPtrArray *
make_all (HsRefreshAnswer *self,
          GCancellable    *cancellable)
{
  g_autoptr (GPtrArray) incoming = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_incoming_free);

  for (guint i = 0; i < self->entries->len; i++)
    {
      HsRefreshEntry *entry = g_ptr_array_index (self->entries, i);
      g_autoptr (GError) error = NULL;
      HsIncoming *one;

      if (i % READ_TOGETHER == 0)
        hs_refresh_read_texts (self->entries, i, READ_TOGETHER);
      one = hs_refresh_make_incoming (entry, self->about, self->result, &error);
      if (g_cancellable_set_error_if_cancelled (cancellable, &self->error))
        {
          hs_incoming_free (one);
          return NULL;
        }
      if (one != NULL)
        g_ptr_array_add (incoming, one);
      else if (!g_error_matches (error, HS_ERROR, HS_ERROR_EMPTY) && self->state->message == NULL)
        self->state->message = g_strdup (error->message);
      note_missing_page (self, entry);
      g_clear_pointer (&entry->page, hs_fetch_result_free);
    }
  return g_steal_pointer (&incoming);
}

static void
count_kept (HsRefreshAnswer *self,
            GPtrArray       *incoming)
{
  for (guint i = 0; i < incoming->len; i++)
    {
      const HsIncoming *one = g_ptr_array_index (incoming, i);

      self->added += one->kept == HS_KEPT_ADDED;
      self->changed += one->kept == HS_KEPT_CHANGED;
    }
}

/* Where two subscriptions have become one, the user decides which to remove. */
static void
move (HsRefreshAnswer *self,
      HsLibrary       *library)
{
  g_autoptr (GError) error = NULL;

  if (!self->move || hs_library_move_feed (library, self->feed->id, self->state->moved_to, &error))
    return;
  if (!g_error_matches (error, HS_ERROR, HS_ERROR_USAGE))
    {
      self->error = g_steal_pointer (&error);
      return;
    }
  g_free (self->state->message);
  self->state->message = g_strdup_printf (_("It has moved for good to %s, which is subscribed to already: one of "
                                            "the two can be removed."), self->state->moved_to);
  hs_library_keep_feed (library, self->feed->id, self->state, NULL, NULL, NULL, NULL, &self->error);
}

/**
 * hs_refresh_answer_keep:
 * @self: an answer that was read
 * @library: where to
 * @cancellable: (nullable): ends it before anything is kept
 *
 * All of the feed in one transaction. Any thread but the main one and the
 * library's.
 *
 * Returns: %FALSE with `error` set when nothing was kept
 */
gboolean
hs_refresh_answer_keep (HsRefreshAnswer *self,
                        HsLibrary       *library,
                        GCancellable    *cancellable)
{
  g_autoptr (GPtrArray) incoming = NULL;

  if (self->entries != NULL)
    {
      incoming = make_all (self, cancellable);
      if (incoming == NULL)
        return FALSE;
    }
  if (!hs_library_keep_feed (library, self->feed->id, self->state, self->about, self->keys, incoming,
                             self->new_articles, &self->error))
    return FALSE;
  if (incoming != NULL)
    count_kept (self, incoming);
  move (self, library);
  return self->error == NULL;
}
