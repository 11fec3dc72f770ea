/* hs-boilerplate.h: lines that are about the site, not about the story
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a line of text looks by itself. */
typedef enum
{
  HS_LINE_STORY,       /* nothing says it is not story */
  HS_LINE_BOILERPLATE, /* about the site whatever stands around it */
  HS_LINE_LIST_HEAD,   /* "More from …": the short lines after it are links */
  HS_LINE_TAIL,        /* from here on the page is comments and forms */
  HS_LINE_FRAGMENT     /* no sentence: what stands around it decides */
} HsLineLook;

HsLineLook hs_boilerplate_look     (const char *line,
                                    gsize       length);
gboolean   hs_text_ends_sentence   (const char *line,
                                    gsize       length);
guint      hs_text_count_words     (const char *line,
                                    gsize       length);

G_END_DECLS
