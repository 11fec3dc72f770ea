/* hs-opml.c: lists of subscriptions, in and out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-opml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hs-error.h"
#include "hs-feed-private.h"
#include "hs-url.h"
#include "hs-xml.h"

#define MAX_SKIPPED 1000
#define MAX_TITLE 1000
/* What is nested deeper stands in the folder that is so deep. */
#define MAX_DEPTH 100

typedef struct
{
  HsOutline *root;
  GPtrArray *open;     /* (owned) (element-type HsOutline): borrowed; NULL for what is no outline */
  GPtrArray *skipped;
  gboolean opml;
  gboolean other;      /* the root element is another */
} Reader;

static void
outline_free (gpointer data)
{
  hs_outline_free (data);
}

/**
 * hs_outline_new:
 * @title: (nullable): what it is called
 * @feed_url: (nullable): the feed's address, %NULL for a folder
 * @home_url: (nullable): the site's
 *
 * Returns: (transfer full): a feed or a folder without children
 */
HsOutline *
hs_outline_new (const char *title,
                const char *feed_url,
                const char *home_url)
{
  HsOutline *self = g_new0 (HsOutline, 1);

  self->title = g_strdup (title);
  self->feed_url = g_strdup (feed_url);
  self->home_url = g_strdup (home_url);
  self->children = g_ptr_array_new_with_free_func (outline_free);
  return self;
}

/**
 * hs_outline_free:
 * @self: (transfer full): a feed or folder of an outline, with all that is in it
 */
void
hs_outline_free (HsOutline *self)
{
  g_free (self->title);
  g_free (self->feed_url);
  g_free (self->home_url);
  g_ptr_array_unref (self->children);
  g_free (self);
}

/* What XML may not hold, and what no title needs. */
static gboolean
is_control (char c)
{
  return (guchar) c < 0x20 || c == 0x7f;
}

static char *
read_title (const HsXmlElement *element)
{
  static const char * const names[] = { "title", "text" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *value = hs_xml_attribute (element, names[i]);
      g_autofree char *title = NULL;

      for (char *p = value; p != NULL && *p != '\0'; p++)
        if (is_control (*p))
          *p = ' ';
      title = value != NULL ? hs_feed_squeeze (value) : NULL;
      if (title != NULL && *title != '\0')
        return g_strchomp (g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), MAX_TITLE)));
    }
  return NULL;
}

/* @sentence: (transfer full) */
static void
skip (Reader *self,
      char   *sentence)
{
  if (self->skipped->len < MAX_SKIPPED)
    g_ptr_array_add (self->skipped, sentence);
  else
    g_free (sentence);
}

/* An address as browsers take it: without line breaks, blanks written as such. */
static char *
tidy_address (const char *address)
{
  g_autofree char *stripped = g_strstrip (g_strdup (address));
  GString *out = g_string_new (NULL);

  for (const char *p = stripped; *p != '\0'; p++)
    if (*p == ' ')
      g_string_append (out, "%20");
    else if ((guchar) *p > ' ' && *p != 0x7f)
      g_string_append_c (out, *p);
  return g_string_free (out, FALSE);
}

/* The feed's address as it can be fetched, or NULL after saying why not. */
static char *
check_address (Reader     *self,
               const char *title,
               const char *address)
{
  g_autofree char *stripped = tidy_address (address);
  g_autofree char *url = NULL;

  if (hs_url_is_web (stripped))
    return g_steal_pointer (&stripped);
  if (g_ascii_strncasecmp (stripped, "feed:", 5) == 0)
    url = hs_url_from_user (stripped);
  if (url == NULL)
    skip (self, g_strdup_printf (_("The address of “%s” is not one of the web."), title != NULL ? title : stripped));
  return g_steal_pointer (&url);
}

static HsOutline *
read_outline (Reader             *self,
              const HsXmlElement *element)
{
  g_autofree char *title = read_title (element);
  g_autofree char *address = hs_xml_attribute (element, "xmlurl");
  g_autofree char *written_home = hs_xml_attribute (element, "htmlurl");
  g_autofree char *home = written_home != NULL ? tidy_address (written_home) : NULL;
  g_autofree char *type = hs_xml_attribute (element, "type");
  HsOutline *outline;

  if (address == NULL && type != NULL
      && (g_ascii_strcasecmp (type, "rss") == 0 || g_ascii_strcasecmp (type, "atom") == 0))
    address = hs_xml_attribute (element, "url");
  if (address != NULL && *g_strstrip (address) == '\0')
    g_clear_pointer (&address, g_free);
  if (address != NULL)
    {
      g_autofree char *url = check_address (self, title, address);

      if (url == NULL)
        return NULL;
      if (home != NULL && !hs_url_is_web (home))
        g_clear_pointer (&home, g_free);
      /* one without a title is written with its address for it */
      return hs_outline_new (g_strcmp0 (title, url) != 0 ? title : NULL, url, home);
    }
  if (self->open->len > MAX_DEPTH)
    return NULL;
  outline = hs_outline_new (title, NULL, NULL);
  /* whether it is a folder only shows at its end; an empty one says so */
  if (type != NULL && g_ascii_strcasecmp (type, "folder") == 0)
    outline->home_url = g_strdup ("");
  return outline;
}

static void
on_start (const HsXmlElement *element,
          gpointer            data)
{
  Reader *self = data;
  HsOutline *parent = NULL, *outline = NULL;

  if (!self->opml)
    {
      self->opml = g_ascii_strcasecmp (element->name, "opml") == 0
                   || g_ascii_strcasecmp (element->name, "outlinedocument") == 0;
      self->other = !self->opml;
    }
  for (guint i = self->open->len; i > 0 && parent == NULL; i--)
    parent = g_ptr_array_index (self->open, i - 1);
  if (self->opml && g_ascii_strcasecmp (element->name, "outline") == 0)
    outline = read_outline (self, element);
  if (outline != NULL)
    g_ptr_array_add (parent != NULL ? parent->children : self->root->children, outline);
  g_ptr_array_add (self->open, self->open->len <= MAX_DEPTH ? outline : NULL);
}

static gboolean
on_end (const char *name,
        gpointer    data)
{
  Reader *self = data;
  HsOutline *outline = g_ptr_array_index (self->open, self->open->len - 1), *parent = NULL;

  g_ptr_array_set_size (self->open, self->open->len - 1);
  if (outline == NULL || outline->feed_url != NULL)
    return !self->other;
  if (outline->home_url != NULL)
    g_clear_pointer (&outline->home_url, g_free);
  else if (outline->children->len == 0)
    {
      if (outline->title != NULL)
        skip (self, g_strdup_printf (_("“%s” has no address."), outline->title));
      for (guint i = self->open->len; i > 0 && parent == NULL; i--)
        parent = g_ptr_array_index (self->open, i - 1);
      parent = parent != NULL ? parent : self->root;
      g_ptr_array_set_size (parent->children, parent->children->len - 1);
    }
  return !self->other;
}

static void
on_text (const char *text,
         gsize       length,
         gpointer    data)
{
}

/**
 * hs_opml_read:
 * @bytes: a list of subscriptions
 * @skipped: (out) (optional) (transfer full) (element-type utf8): what was left
 *   out, a sentence each
 * @error: return location for an error
 *
 * Reads OPML 1.0, 1.1 and 2.0, also broken. An outline without an address is a
 * folder when it holds something, or calls itself one. Pure; any thread.
 *
 * Returns: (transfer full) (nullable): a nameless root, or %NULL with
 *   %HS_ERROR_UNSUPPORTED when it is no OPML, %HS_ERROR_EMPTY,
 *   %HS_ERROR_NOT_TEXT or %HS_ERROR_TOO_LARGE
 */
HsOutline *
hs_opml_read (GBytes      *bytes,
              GPtrArray  **skipped,
              GError     **error)
{
  static const HsXmlHandler handler = { on_start, on_end, on_text };
  g_autoptr (HsOutline) root = hs_outline_new (NULL, NULL, NULL);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_autoptr (GPtrArray) left_out = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func (g_free);
  g_auto (HsXmlText) text = { 0 };
  Reader self = { root, open, left_out, FALSE, FALSE };

  g_return_val_if_fail (bytes != NULL, NULL);

  if (!hs_xml_decode (&text, bytes, NULL, error))
    return NULL;
  (void) hs_xml_read (text.text, text.length, &handler, &self, errors);
  if (!self.opml)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_UNSUPPORTED, _("It is not a list of feeds (OPML)."));
      return NULL;
    }
  if (skipped != NULL)
    *skipped = g_steal_pointer (&left_out);
  return g_steal_pointer (&root);
}

/* As XML may hold it: without control characters. */
static void
append_attribute (GString    *out,
                  const char *name,
                  const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);
  g_autofree char *escaped = NULL;

  for (char *p = valid; *p != '\0'; p++)
    if (is_control (*p))
      *p = ' ';
  escaped = g_markup_escape_text (valid, -1);
  g_string_append_printf (out, " %s=\"%s\"", name, escaped);
}

static void
write_outline (GString         *out,
               const HsOutline *outline,
               guint            depth)
{
  const char *title = outline->title != NULL ? outline->title : outline->feed_url;

  g_string_append_printf (out, "%*s<outline", (int) depth * 2, "");
  append_attribute (out, "text", title != NULL ? title : "");
  if (outline->title != NULL)
    append_attribute (out, "title", outline->title);
  if (outline->feed_url != NULL)
    {
      append_attribute (out, "type", "rss");
      append_attribute (out, "xmlUrl", outline->feed_url);
      if (outline->home_url != NULL)
        append_attribute (out, "htmlUrl", outline->home_url);
    }
  else if (outline->children->len == 0)
    append_attribute (out, "type", "folder");
  if (outline->children->len == 0)
    {
      g_string_append (out, "/>\n");
      return;
    }
  g_string_append (out, ">\n");
  for (guint i = 0; i < outline->children->len; i++)
    write_outline (out, g_ptr_array_index (outline->children, i), depth + 1);
  g_string_append_printf (out, "%*s</outline>\n", (int) depth * 2, "");
}

/**
 * hs_opml_write:
 * @root: what to write; its children, not itself
 * @title: (nullable): what the list is called
 *
 * Returns: (transfer full): OPML 2.0
 */
char *
hs_opml_write (const HsOutline *root,
               const char      *title)
{
  GString *out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>\n");

  g_return_val_if_fail (root != NULL, NULL);

  if (title != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (title, -1);

      g_string_append_printf (out, "    <title>%s</title>\n", escaped);
    }
  g_string_append (out, "  </head>\n  <body>\n");
  for (guint i = 0; i < root->children->len; i++)
    write_outline (out, g_ptr_array_index (root->children, i), 2);
  g_string_append (out, "  </body>\n</opml>\n");
  return g_string_free (out, FALSE);
}
