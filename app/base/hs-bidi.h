/* hs-bidi.h: characters that turn the direction of writing, which nobody sees
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether @c opens or closes a stretch of a direction of its own (UAX #9: LRE, RLE, PDF, LRO,
 * RLO, LRI, RLI, FSI, PDI). Marks of a single place (LRM, RLM) turn nothing else round. */
static inline gboolean
hs_bidi_is_control (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* Whether @c makes letters run against their own direction. */
static inline gboolean
hs_bidi_is_override (gunichar c)
{
  return c == 0x202d || c == 0x202e;
}

char *hs_bidi_strip (const char *text);
char *hs_bidi_show  (const char *text,
                     gsize       length);

G_END_DECLS
