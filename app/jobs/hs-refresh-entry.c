/* hs-refresh-entry.c: an entry of a feed becomes an article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-refresh-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "hs-error.h"
#include "hs-import-private.h"
#include "hs-url.h"
#include "hs-worker.h"

/**
 * hs_refresh_entry_free:
 * @self: (transfer full): an entry of a feed, with its page
 */
void
hs_refresh_entry_free (HsRefreshEntry *self)
{
  g_clear_pointer (&self->entry, hs_feed_entry_free);
  g_clear_pointer (&self->page, hs_fetch_result_free);
  g_clear_error (&self->page_error);
  g_clear_pointer (&self->text, hs_document_unref);
  g_clear_error (&self->text_error);
  g_free (self);
}

/* --- by what it is known again --------------------------------------------------- */

static void
hash_text (GChecksum        *checksum,
           const HsFeedText *text)
{
  if (text != NULL && text->value != NULL)
    g_checksum_update (checksum, (const guchar *) text->value, (gssize) strlen (text->value));
  g_checksum_update (checksum, (const guchar *) "", 1); /* so that no text runs into the next */
}

static char *
find_link (const HsFeedEntry *entry)
{
  if (hs_url_is_web (entry->url))
    return g_strdup (entry->url);
  if (entry->id_is_link && hs_url_is_web (entry->id))
    return g_strdup (entry->id);
  return hs_url_is_web (entry->external_url) ? g_strdup (entry->external_url) : NULL;
}

/**
 * hs_refresh_make_key:
 * @entry: an entry
 *
 * Returns: (transfer full): by what it is known again
 */
HsEntryKey *
hs_refresh_make_key (const HsFeedEntry *entry)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  HsEntryKey *key = g_new0 (HsEntryKey, 1);

  key->guid = entry->id != NULL && *entry->id != '\0' ? g_strdup (entry->id) : NULL;
  key->link = find_link (entry);
  hash_text (checksum, entry->title);
  hash_text (checksum, entry->summary);
  hash_text (checksum, entry->content);
  /* what says nothing at all is told from its like by its enclosures */
  for (guint i = 0; entry->title == NULL && i < entry->attachments->len; i++)
    {
      const char *url = ((HsFeedAttachment *) g_ptr_array_index (entry->attachments, i))->url;

      g_checksum_update (checksum, (const guchar *) url, (gssize) strlen (url));
    }
  key->hash = g_strdup (g_checksum_get_string (checksum));
  return key;
}

/* --- what it says ------------------------------------------------------------------ */

static gboolean
says_something (const HsFeedText *text)
{
  return text != NULL && text->value != NULL && text->value[strspn (text->value, " \t\r\n")] != '\0';
}

/* The whole text where there is one, else the summary. */
static const HsFeedText *
choose_text (const HsFeedEntry *entry)
{
  if (says_something (entry->content))
    return entry->content;
  return says_something (entry->summary) ? entry->summary : NULL;
}

static char *
join_names (GPtrArray *persons)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < persons->len; i++)
    {
      const HsFeedPerson *person = g_ptr_array_index (persons, i);
      const char *name = person->name != NULL ? person->name : person->email;

      if (name != NULL && *name != '\0')
        g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", name);
    }
  return g_string_free (out, out->len == 0);
}

static void
set_default (char       **field,
             const char  *value)
{
  if (*field == NULL && value != NULL && *value != '\0')
    *field = g_strdup (value);
}

/* What the feed says of the article beside its text; what the page said itself
 * stays, but for the address, by which the article is known again. */
static void
take_details (HsDocument        *document,
              const HsFeedEntry *entry,
              const HsFeed      *about,
              const char        *link)
{
  g_autofree char *byline = join_names (entry->authors->len > 0 ? entry->authors : about->authors);
  g_autofree char *title = hs_feed_text_to_plain (entry->title);
  g_autofree char *outlet = hs_feed_text_to_plain (about->title);
  const HsFeedText *text = choose_text (entry);

  g_free (document->url);
  document->url = g_strdup (link);
  set_default (&document->title, title);
  set_default (&document->byline, byline);
  set_default (&document->published, entry->published);
  /* many feeds give one date only, and call it the last change */
  set_default (&document->published, entry->modified);
  set_default (&document->modified, entry->modified);
  set_default (&document->outlet, entry->source_title);
  set_default (&document->outlet, outlet);
  set_default (&document->language, entry->language);
  set_default (&document->language, text != NULL ? text->language : NULL);
  set_default (&document->language, about->language);
}

static void
add_address (GPtrArray  *list,
             const char *address)
{
  if (hs_url_is_web (address) && !g_ptr_array_find_with_equal_func (list, address, g_str_equal, NULL))
    g_ptr_array_add (list, g_strdup (address));
}

static void
take_attachments (HsDocument        *document,
                  const HsFeedEntry *entry)
{
  add_address (document->images, entry->image);
  for (guint i = 0; i < entry->attachments->len; i++)
    {
      const HsFeedAttachment *attachment = g_ptr_array_index (entry->attachments, i);
      gboolean image = attachment->type != NULL && g_ascii_strncasecmp (attachment->type, "image/", 6) == 0;

      add_address (image ? document->images : document->links, attachment->url);
    }
  add_address (document->links, entry->external_url);
}

static HsDocument *
read_page (const HsRefreshEntry *entry,
           GError              **error)
{
  const HsFetchResult *page = entry->page;

  if (page->outcome != HS_FETCH_OK)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_READ, page->message);
      return NULL;
    }
  return hs_worker_read (page->bytes, NULL, page->content_type != NULL ? page->content_type : "text/html", page->url,
                         error);
}

/* @title: what hs_feed_text_to_plain() makes of the entry's */
static HsFragment
make_fragment (const HsRefreshEntry *self,
               const char           *title)
{
  const HsFeedText *text = choose_text (self->entry);
  const char *link = self->key->link;

  /* an address alone is little, but all there is */
  if (text == NULL && title == NULL)
    return (HsFragment) { .text = link, .base_url = link };
  return (HsFragment) { .text = text != NULL ? text->value : NULL, .html = text != NULL && text->html, .title = title,
                        .base_url = text != NULL && text->base != NULL ? text->base : link };
}

static void
read_texts (HsRefreshEntry **entries,
            guint            n)
{
  g_autofree HsFragment *fragments = g_new (HsFragment, n);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_full (n, g_free);

  for (guint i = 0; i < n; i++)
    {
      char *title = hs_feed_text_to_plain (entries[i]->entry->title);

      g_ptr_array_add (titles, title);
      fragments[i] = make_fragment (entries[i], title);
    }
  hs_worker_read_fragments (fragments, n);
  for (guint i = 0; i < n; i++)
    {
      entries[i]->text = fragments[i].document;
      entries[i]->text_error = fragments[i].error;
    }
}

/**
 * hs_refresh_read_texts:
 * @entries: (element-type HsRefreshEntry): what is new or changed
 * @from: index of the first that is meant
 * @n: how many, if there are so many
 *
 * Reads together what the feed says of those that have no page, for
 * hs_refresh_make_incoming(); it would ask for each alone. Any thread but the main
 * one; waits.
 */
void
hs_refresh_read_texts (GPtrArray *entries,
                       guint      from,
                       guint      n)
{
  g_autofree HsRefreshEntry **without = g_new (HsRefreshEntry *, n);
  guint n_without = 0;

  for (guint i = from; i < from + n && i < entries->len; i++)
    {
      HsRefreshEntry *entry = g_ptr_array_index (entries, i);

      if (entry->page == NULL)
        without[n_without++] = entry;
    }
  read_texts (without, n_without);
}

/* The bytes of which the article was made, as evidence. */
static HsIncoming *
pack_own_text (const HsFeedEntry   *entry,
               const char          *link,
               const HsFetchResult *result)
{
  const HsFeedText *text = choose_text (entry);
  const char *value = text != NULL ? text->value : entry->title != NULL ? entry->title->value : link != NULL
                        ? link : "";
  gboolean html = text != NULL ? text->html : entry->title != NULL && entry->title->html;
  g_autoptr (GBytes) bytes = g_bytes_new (value, strlen (value));
  HsIncoming *incoming = hs_incoming_new (bytes);

  incoming->content_type = g_strdup (html ? "text/html; charset=utf-8" : "text/plain; charset=utf-8");
  /* what has no address of its own must not get the feed's */
  incoming->address = link != NULL ? g_strdup (result->url) : NULL;
  incoming->headers = g_strdup (result->headers);
  incoming->fetched = result->time;
  return incoming;
}

static HsIncoming *
pack_page (const HsFetchResult *page)
{
  HsIncoming *incoming = hs_incoming_new (page->bytes);

  incoming->content_type = g_strdup (page->content_type);
  incoming->address = g_strdup (page->url);
  incoming->headers = g_strdup (page->headers);
  incoming->fetched = page->time;
  return incoming;
}

/* What a page says itself, where it can be read; else why not. */
static HsDocument *
try_page (HsRefreshEntry *entry)
{
  HsDocument *document;

  if (entry->page == NULL)
    return NULL;
  document = read_page (entry, &entry->page_error);
  /* without words of the feed either, the article is one of bytes */
  if (document == NULL && choose_text (entry->entry) == NULL && entry->page->outcome == HS_FETCH_OK)
    document = hs_import_make_unread (entry->page_error, NULL, entry->page->url);
  return document;
}

/* The article is of the feed's own words; a page that came and could not be read is
 * kept beside them: evidence must survive the site. */
static HsIncoming *
pack_own_and_page (const HsRefreshEntry *entry,
                   const HsFetchResult  *result)
{
  HsIncoming *incoming = pack_own_text (entry->entry, entry->key->link, result);

  if (entry->page == NULL || entry->page->outcome != HS_FETCH_OK)
    return incoming;
  incoming->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_incoming_free);
  g_ptr_array_add (incoming->parts, pack_page (entry->page));
  return incoming;
}

/**
 * hs_refresh_make_incoming:
 * @entry: what is new or changed
 * @about: the feed it came by
 * @result: the answer it came in
 * @error: return location
 *
 * An article of its page, where that was fetched and can be read, else of its own
 * text, with the page's bytes and `page_error` set; not analysed yet. Any thread.
 *
 * Returns: (transfer full) (nullable): the article on its way into the library
 */
HsIncoming *
hs_refresh_make_incoming (HsRefreshEntry       *entry,
                          const HsFeed         *about,
                          const HsFetchResult  *result,
                          GError              **error)
{
  const char *link = entry->key->link;
  g_autoptr (HsIncoming) incoming = NULL;
  HsDocument *document = try_page (entry);

  if (document != NULL)
    incoming = pack_page (entry->page);
  else
    {
      if (entry->text == NULL && entry->text_error == NULL)
        read_texts (&entry, 1);
      document = g_steal_pointer (&entry->text);
      if (document == NULL)
        document = hs_import_make_unread (entry->text_error, NULL, link);
      if (document == NULL)
        {
          g_propagate_error (error, g_steal_pointer (&entry->text_error));
          return NULL;
        }
      incoming = pack_own_and_page (entry, result);
    }
  incoming->document = document;
  incoming->entry = entry->key;
  take_details (document, entry->entry, about, link);
  take_attachments (document, entry->entry);
  return g_steal_pointer (&incoming);
}
