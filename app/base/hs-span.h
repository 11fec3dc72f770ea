/* hs-span.h: half-open stretches of text, in bytes and in code points
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HsSpan:
 * @start: first byte
 * @end: one past the last byte
 *
 * A half-open span `[start, end)` of UTF-8 bytes. An empty span
 * (`start == end`) stands for "none".
 */
typedef struct
{
  guint start;
  guint end;
} HsSpan;

#define HS_SPAN_INIT(s, e) ((HsSpan){ (s), (e) })
#define HS_SPAN_NONE ((HsSpan){ 0, 0 })

static inline gboolean
hs_span_is_none (HsSpan span)
{
  return span.start >= span.end;
}

static inline gboolean
hs_span_overlaps (HsSpan a,
                  HsSpan b)
{
  return a.start < b.end && b.start < a.end;
}

static inline gboolean
hs_span_contains (HsSpan outer,
                  HsSpan inner)
{
  return outer.start <= inner.start && inner.end <= outer.end;
}

int hs_span_compare (gconstpointer a,
                     gconstpointer b);

/**
 * HsSpanMap:
 *
 * Converts between byte offsets and code point offsets of one text in
 * constant time (a checkpoint is kept every 64 code points). It is the only
 * place of the program that does.
 */
typedef struct _HsSpanMap HsSpanMap;

HsSpanMap *hs_span_map_new       (const char      *text,
                                  gssize           length);
void       hs_span_map_free      (HsSpanMap       *self);
guint      hs_span_map_to_chars  (const HsSpanMap *self,
                                  guint            byte);
guint      hs_span_map_to_bytes  (const HsSpanMap *self,
                                  guint            chars);
HsSpan     hs_span_map_span_to_chars (const HsSpanMap *self,
                                      HsSpan           bytes);
HsSpan     hs_span_map_span_to_bytes (const HsSpanMap *self,
                                      HsSpan           chars);

HsSpan     hs_span_snap_to_words (const char      *text,
                                  HsSpan           span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsSpanMap, hs_span_map_free)

G_END_DECLS
