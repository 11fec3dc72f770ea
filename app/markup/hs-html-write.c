/* hs-html-write.c: a whitelisted tree as clean HTML and as plain text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-html-write.h"

#include <string.h>

#include "hs-entity.h"
#include "hs-html.h"
#include "hs-url.h"

/* No more than this is written: a long base makes much of many short links. */
#define MAX_WRITTEN (16u * 1024 * 1024)

/* Where a link may lead; nothing else can be followed without harm. */
static const char * const schemes[] = { "http", "https", "ftp", "mailto", "tel", "news", "nntp", "irc", "ircs",
                                        "magnet", "xmpp", "sip", "sips", "geo", "gopher", "gemini", NULL };

/* Pictures that may lie in an address; SVG can hold scripts. */
static const char * const pictures[] = { "data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp",
                                         "data:image/avif" };

/* Boxes written by their own name; all others as "div". */
static const char * const boxes[] = { "dd", "dl", "dt", "hr", "tbody", NULL };

/* As browsers do before they look at the scheme: without what cannot be seen. */
static char *
strip_invisible (const char *address)
{
  char *out = g_malloc (strlen (address) + 1), *to = out;

  while ((guchar) *address <= ' ' && *address != '\0')
    address++;
  for (; *address != '\0'; address++)
    if ((guchar) *address >= ' ' && *address != 0x7f)
      *to++ = *address;
  while (to > out && to[-1] == ' ')
    to--;
  *to = '\0';
  return out;
}

/* Length of the scheme of an address, 0 for one that has none. */
static gsize
scheme_length (const char *address)
{
  gsize n = 0;

  if (!g_ascii_isalpha (address[0]))
    return 0;
  while (g_ascii_isalnum (address[n]) || address[n] == '+' || address[n] == '-' || address[n] == '.')
    n++;
  return address[n] == ':' ? n : 0;
}

/* An address against its base; most are paths, for which its beginning is enough. */
static char *
make_absolute (const char *base,
               const char *address)
{
  const char *host = strstr (base, "://"), *path;

  if (address[0] != '/' || address[1] == '/' || strstr (address, "/.") != NULL || strchr (address, ' ') != NULL
      || host == NULL || host[3] == '/')
    return hs_url_resolve (base, address);
  path = host + 3 + strcspn (host + 3, "/?#");
  return g_strdup_printf ("%.*s%s", (int) (path - base), base, address);
}

static gboolean
is_picture (const char *address)
{
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      gsize n = strlen (pictures[i]);

      if (g_ascii_strncasecmp (address, pictures[i], n) == 0 && (address[n] == ';' || address[n] == ','))
        return TRUE;
    }
  return FALSE;
}

/**
 * hs_html_safe_address:
 * @address: as a page or feed writes it
 * @base: (nullable): what a relative one stands against
 * @image: whether it is of a picture, which may lie in the address itself
 *
 * Returns: (transfer full) (nullable): the address, absolute where there is a
 *   base, or %NULL when following it could run or load what it must not
 */
char *
hs_html_safe_address (const char *address,
                      const char *base,
                      gboolean    image)
{
  g_autofree char *plain = strip_invisible (address);
  g_autofree char *scheme = NULL;
  gsize n = scheme_length (plain);

  if (image && is_picture (plain))
    return g_steal_pointer (&plain);
  if (n == 0)
    {
      char *absolute = base != NULL ? make_absolute (base, plain) : g_strdup (plain);
      gsize m = scheme_length (absolute);

      /* the base itself may be anything */
      scheme = g_ascii_strdown (absolute, m);
      if (m > 0 && !g_strv_contains (schemes, scheme))
        g_clear_pointer (&absolute, g_free);
      return absolute;
    }
  scheme = g_ascii_strdown (plain, n);
  if (!g_strv_contains (schemes, scheme) || (image && scheme[0] != 'h'))
    return NULL;
  if (n <= 5 && scheme[0] == 'h' && plain[n + 1] != '/' && base != NULL)
    return hs_url_resolve (base, plain); /* "http:page" */
  return g_steal_pointer (&plain);
}

static void
append_attribute (GString    *out,
                  const char *name,
                  const char *value)
{
  g_string_append_c (out, ' ');
  g_string_append (out, name);
  g_string_append (out, "=\"");
  hs_entity_append_html (out, value, -1, TRUE);
  g_string_append_c (out, '"');
}

static void
write_image (const HsNode *node,
             const char   *base,
             GString      *out)
{
  g_autofree char *address = node->address != NULL && node->level == 0
                               ? hs_html_safe_address (node->address, base, TRUE)
                               : NULL;

  if (address == NULL || *address == '\0')
    return;
  g_string_append (out, "<img");
  append_attribute (out, "src", address);
  if (node->value != NULL)
    append_attribute (out, "alt", node->value);
  g_string_append (out, " />");
}

static const char *
written_name (const HsNode *node)
{
  switch (node->tag)
    {
    case HS_TAG_DIV:
      if (node->name == NULL || g_str_equal (node->name, "body"))
        return NULL;
      return g_strv_contains (boxes, node->name) ? node->name : "div";
    case HS_TAG_ARTICLE:
    case HS_TAG_ASIDE:
    case HS_TAG_NAV:
    case HS_TAG_HEADER:
    case HS_TAG_FOOTER:
    case HS_TAG_FORM:
      return "div";
    case HS_TAG_TEXT:
    case HS_TAG_ROOT:
      return NULL;
    default:
      return node->name; /* none: an element that is not known */
    }
}

static void
write_children (const HsNode *parent,
                const char   *base,
                GString      *out)
{
  for (const HsNode *node = parent->first; node != NULL; node = node->next)
    {
      const char *name;

      if (out->len > MAX_WRITTEN)
        return;
      if (node->tag == HS_TAG_TEXT)
        {
          hs_entity_append_html (out, node->text, -1, FALSE);
          continue;
        }
      if (node->tag == HS_TAG_IMAGE)
        {
          write_image (node, base, out);
          continue;
        }
      name = written_name (node);
      if (name != NULL)
        {
          g_string_append_c (out, '<');
          g_string_append (out, name);
          if (node->tag == HS_TAG_LINK && node->address != NULL)
            {
              g_autofree char *address = hs_html_safe_address (node->address, base, FALSE);

              if (address != NULL)
                append_attribute (out, "href", address);
            }
          if (node->tag == HS_TAG_TIME && node->value != NULL)
            append_attribute (out, "datetime", node->value);
          if (node->tag == HS_TAG_BREAK || g_str_equal (name, "hr"))
            {
              g_string_append (out, " />");
              write_children (node, base, out);
              continue;
            }
          g_string_append_c (out, '>');
        }
      write_children (node, base, out);
      if (name != NULL)
        {
          g_string_append (out, "</");
          g_string_append (out, name);
          g_string_append_c (out, '>');
        }
    }
}

/**
 * hs_html_write:
 * @tree: a page or a fragment after the whitelist
 * @base: (nullable): what relative addresses stand against
 * @out: where to
 *
 * Appends HTML in which nothing can run, load by itself but pictures, or be
 * sent: text, its structure, links and pictures. Pictures of a point's size,
 * which only tell that the text was read, are left out. Any thread.
 */
void
hs_html_write (const HsTree *tree,
               const char   *base,
               GString      *out)
{
  write_children (tree->root, base, out);
}

/* Appends with runs of white space as one blank. */
static void
append_squeezed (GString    *out,
                 const char *text)
{
  while (*text != '\0')
    {
      gsize n = strcspn (text, " \t\r\n\f");

      if (n > 0 && out->len > 0 && out->str[out->len - 1] == '\1')
        out->str[out->len - 1] = ' ';
      g_string_append_len (out, text, n);
      text += n;
      if (*text == '\0')
        break;
      text += strspn (text, " \t\r\n\f");
      if (out->len > 0 && out->str[out->len - 1] != '\1')
        g_string_append_c (out, '\1');
    }
}

/**
 * hs_html_write_text:
 * @tree: a page or a fragment after the whitelist
 * @out: where to; only what is appended is squeezed
 *
 * Appends the text in one line, white space squeezed, a blank between blocks.
 */
void
hs_html_write_text (const HsTree *tree,
                    GString      *out)
{
  g_autoptr (GString) line = g_string_new (NULL);
  const HsNode *last = NULL;

  for (const HsNode *node = tree->root; node != NULL; node = hs_node_next (node, tree->root))
    if (node->tag != HS_TAG_TEXT)
      last = hs_tag_is_inline (node->tag) && node->tag != HS_TAG_BREAK ? last : node;
    else
      {
        const HsNode *block = node->parent;

        while (block != NULL && hs_tag_is_inline (block->tag))
          block = block->parent;
        if (block != last)
          append_squeezed (line, " ");
        append_squeezed (line, node->text);
        last = block;
      }
  if (line->len > 0 && line->str[line->len - 1] == '\1')
    g_string_truncate (line, line->len - 1);
  g_string_append_len (out, line->str, line->len);
}

/* Whether it is only text, perhaps with references: no "<" begins a tag. */
static gboolean
has_no_markup (const char *html,
               gsize       length)
{
  const char *end = html + length;

  for (const char *p = html; (p = memchr (p, '<', end - p)) != NULL; p++)
    if (end - p > 1 && (g_ascii_isalpha (p[1]) || p[1] == '/' || (end - p > 3 && memcmp (p, "<!--", 4) == 0)))
      return FALSE;
  return TRUE;
}

/**
 * hs_html_clean:
 * @html: valid UTF-8, as somebody else wrote it
 * @length: its bytes
 * @base: (nullable): what relative addresses in it stand against
 *
 * Returns: (transfer full): HTML that may be kept and shown; empty when nothing
 *   survives
 */
char *
hs_html_clean (const char *html,
               gsize       length,
               const char *base)
{
  g_autoptr (HsTree) tree = NULL;
  GString *out = g_string_sized_new (length);

  if (has_no_markup (html, length))
    {
      g_autofree char *copy = g_strndup (html, length);
      g_autofree char *text = hs_entity_decode (copy);

      hs_entity_append_html (out, text, -1, FALSE);
      return g_string_free (out, FALSE);
    }
  tree = hs_html_parse_fragment (html, length);
  if (tree != NULL)
    hs_html_write (tree, base, out);
  return g_string_free (out, FALSE);
}

/**
 * hs_html_to_text:
 * @html: valid UTF-8
 * @length: its bytes
 *
 * Returns: (transfer full): its text in one line, white space squeezed
 */
char *
hs_html_to_text (const char *html,
                 gsize       length)
{
  g_autoptr (HsTree) tree = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  if (has_no_markup (html, length))
    {
      g_autofree char *copy = g_strndup (html, length);
      g_autofree char *text = hs_entity_decode (copy);

      append_squeezed (out, text);
      if (out->len > 0 && out->str[out->len - 1] == '\1')
        g_string_truncate (out, out->len - 1);
    }
  else
    {
      tree = hs_html_parse_fragment (html, length);
      if (tree != NULL)
        hs_html_write_text (tree, out);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
