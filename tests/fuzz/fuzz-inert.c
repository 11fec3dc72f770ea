/* fuzz-inert.c: hostile pages, written anew so that they can do nothing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

#include <string.h>

#include "hs-html-inert.h"

/* Elements that load, run or send, and so must not come out. */
static const char * const never[] = { "script", "style", "img", "image", "iframe", "frame", "object", "embed", "svg",
                                      "math", "form", "input", "button", "meta", "base", "link", "video", "audio",
                                      "source", "template", "a", "body", "html", "noscript" };

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *html = g_utf8_make_valid ((const char *) data, size);
  g_autofree char *body = NULL;
  HsInertCounts counts;

  body = hs_html_inert_body (html, strlen (html), &counts, NULL);
  if (body == NULL)
    return 0;
  g_assert_true (g_utf8_validate (body, -1, NULL));
  g_assert_true (hs_html_inert_is_inert (body));
  for (const char *p = body; (p = strchr (p, '<')) != NULL; p++)
    {
      const char *end = strchr (p, '>');

      g_assert_nonnull (end);
      for (guint i = 0; i < G_N_ELEMENTS (never); i++)
        g_assert_false (g_ascii_strncasecmp (p + 1, never[i], strlen (never[i])) == 0
                        && !g_ascii_isalnum (p[1 + strlen (never[i])]));
      /* a value never ends its quotes, so the quotes of a tag are even */
      for (const char *q = p; q < end; q++)
        g_assert_true (*q != '<' || q == p);
    }
  return 0;
}
