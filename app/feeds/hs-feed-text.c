/* hs-feed-text.c: texts of a feed, with or without markup
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-feed-private.h"

#include <string.h>

#include "hs-entity.h"
#include "hs-html-write.h"

#define MAX_REFERENCE 40
/* A picture's tag is so long at most; so many are looked at for the first. */
#define MAX_TAG 8192
#define MAX_PICTURES 50

/* Tags that a title may hold; a text with others in brackets is no HTML. */
static const char * const usual_tags[] = {
  "a",      "abbr",   "acronym", "address", "b",       "big",   "blink",  "blockquote", "br",     "center",     "cite",
  "code",   "dd",     "del",     "dfn",     "dir",     "div",   "dl",     "dt",         "em",     "figcaption",
  "figure", "font",   "h1",     "h2",      "h3",      "h4",      "h5",    "h6",     "hr",         "i",      "img",
         "ins",
  "kbd",    "li",     "mark",    "ol",      "p",       "pre",   "q",      "s",          "samp",   "section",    "small",
  "span",   "strike", "strong",  "sub",     "sup",     "table", "tbody",  "td",         "tfoot",  "th",         "thead",
  "time",   "tr",     "tt",      "u",       "ul",      "var",   "iframe", "script",     "style",  "object",     "embed",
  "video",  "audio",  "picture", "source",  "article", "html",  "body",   "nobr",       "wbr",    "applet",     "frame",
  "meta",   "link",   "frameset", "title",  "head",    NULL
};

/* Returns: (transfer full) */
HsFeedText *
hs_feed_text_new (const char *value,
                  gboolean    html,
                  const char *base,
                  const char *language)
{
  HsFeedText *self = g_new0 (HsFeedText, 1);

  self->value = hs_entity_repair (value);
  if (self->value == NULL)
    self->value = g_strdup (value);
  self->html = html;
  self->base = g_strdup (base);
  self->language = g_strdup (language);
  return self;
}

static gboolean
is_usual_tag (const char *at,
              gsize      *length)
{
  g_autofree char *name = NULL;

  for (*length = 0; g_ascii_isalnum (at[*length]); (*length)++)
    ;
  name = g_ascii_strdown (at, *length);
  return *length > 0 && g_strv_contains (usual_tags, name);
}

/**
 * hs_feed_looks_like_html:
 * @text: a text of which the format does not say whether it is HTML
 *
 * It is when it closes a tag or holds a reference, all its tags are usual ones
 * and all its references are known. "AT&T <and others>" is not.
 *
 * Returns: whether it is
 */
gboolean
hs_feed_looks_like_html (const char *text)
{
  const char *end = text + strlen (text);
  gboolean empty_tags = strstr (text, "/>") != NULL, qualified = FALSE;

  for (const char *p = text; (p = strpbrk (p, "<&")) != NULL; p++)
    {
      gunichar character;
      gsize length;

      if (*p == '&')
        {
          if (hs_entity_read (p, end - p, &character) > 0)
            qualified = TRUE;
          else
            {
              for (length = 1; length < MAX_REFERENCE && g_ascii_isalnum (p[length]); length++)
                ;
              if (length > 1 && p[length] == ';')
                return FALSE; /* a name that HTML does not know */
            }
        }
      else if (p[1] == '/' || g_ascii_isalpha (p[1]))
        {
          if (!is_usual_tag (p[1] == '/' ? p + 2 : p + 1, &length))
            return FALSE;
          if (p[1] == '/' || empty_tags || g_ascii_strncasecmp (p, "<br", 3) == 0
              || g_ascii_strncasecmp (p, "<img", 4) == 0)
            qualified = TRUE;
        }
    }
  return qualified;
}

/**
 * hs_feed_base64_decode:
 * @text: what should be base64
 * @stated: the feed says that it is
 *
 * Returns: (transfer full) (nullable): the text that is in it, or %NULL
 */
char *
hs_feed_base64_decode (const char *text,
                       gboolean    stated)
{
  gsize length, used = strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/= \t\r\n");
  g_autofree char *bytes = NULL;

  if (text[used] != '\0')
    return NULL;
  bytes = (char *) g_base64_decode (text, &length);
  if (bytes == NULL || length == 0 || memchr (bytes, '\0', length) != NULL)
    return NULL;
  if (!g_utf8_validate_len (bytes, length, NULL))
    return !stated ? NULL : g_convert (bytes, length, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
  return g_strndup (bytes, length);
}

/* Returns: (transfer full): @text in one line, runs of white space as a blank */
char *
hs_feed_squeeze (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  while (*text != '\0')
    {
      gsize n = strcspn (text, " \t\r\n\f");

      if (n > 0 && out->len > 0)
        g_string_append_c (out, ' ');
      g_string_append_len (out, text, n);
      text += n;
      text += strspn (text, " \t\r\n\f");
    }
  return g_string_free (out, FALSE);
}

/**
 * hs_feed_text_to_plain:
 * @text: (nullable): a text of a feed
 *
 * Returns: (transfer full) (nullable): it without markup, in one line, white
 *   space squeezed; %NULL for %NULL and for what holds no text. Any thread.
 */
char *
hs_feed_text_to_plain (const HsFeedText *text)
{
  g_autofree char *plain = NULL;

  if (text == NULL || text->value == NULL)
    return NULL;
  if (text->html)
    plain = hs_html_to_text (text->value, strlen (text->value));
  else
    plain = hs_feed_squeeze (text->value);
  return *plain != '\0' ? g_steal_pointer (&plain) : NULL;
}

/* The value of an attribute in a start tag, or NULL. */
static char *
find_attribute (const char *tag,
                const char *name)
{
  gsize n = strlen (name);

  for (const char *p = tag; (p = strcasestr (p, name)) != NULL; p += n)
    {
      const char *at = p + n;
      char quote;

      while (g_ascii_isspace (*at))
        at++;
      if (!g_ascii_isspace (p[-1]) || *at != '=')
        continue;
      for (at++; g_ascii_isspace (*at); at++)
        ;
      quote = *at == '"' || *at == '\'' ? *at++ : '\0';
      return g_strndup (at, quote != '\0' ? strcspn (at, quote == '"' ? "\"" : "'") : strcspn (at, " \t\r\n>"));
    }
  return NULL;
}

static gboolean
is_point (const char *tag)
{
  g_autofree char *width = find_attribute (tag, "width"), *height = find_attribute (tag, "height");

  return (width != NULL && (g_str_equal (width, "1") || g_str_equal (width, "0")))
         || (height != NULL && (g_str_equal (height, "1") || g_str_equal (height, "0")));
}

/**
 * hs_feed_text_first_image:
 * @text: (nullable): a text of a feed
 *
 * Returns: (transfer full) (nullable): the address of the first picture in it
 *   that is of the web and more than a point
 */
char *
hs_feed_text_first_image (const HsFeedText *text)
{
  const char *at = text != NULL && text->html ? text->value : NULL;

  for (guint i = 0; i < MAX_PICTURES && at != NULL && (at = strcasestr (at, "<img")) != NULL; i++, at += 4)
    {
      gsize length = strnlen (at, MAX_TAG);
      const char *end = memchr (at, '>', length);
      g_autofree char *tag = g_strndup (at, end != NULL ? (gsize) (end - at) : length);
      g_autofree char *source = find_attribute (tag, "src");
      g_autofree char *decoded = source != NULL ? hs_entity_decode (source) : NULL;
      char *address = decoded != NULL && !is_point (tag) ? hs_html_safe_address (decoded, text->base, TRUE) : NULL;

      if (address != NULL && g_ascii_strncasecmp (address, "http", 4) == 0)
        return address;
      g_free (address);
    }
  return NULL;
}
