/* hs-load-check.c: does what was loaded lie within its text?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file may be damaged, or written by something else. Whoever reads a span
 * trusts it, so none that leads outside its text gets past here.
 */
#include "hs-load.h"

#include "hs-error.h"

static gboolean
is_sound (const HsDocument *document,
          HsSpan            span)
{
  return span.start <= span.end && span.end <= document->length
         && (span.start == document->length || ((guchar) document->text[span.start] & 0xC0) != 0x80)
         && (span.end == document->length || ((guchar) document->text[span.end] & 0xC0) != 0x80);
}

static gboolean
are_sound (const HsDocument *document,
           const GArray     *spans)
{
  for (guint i = 0; i < spans->len; i++)
    if (!is_sound (document, g_array_index (spans, HsSpan, i)))
      return FALSE;
  return TRUE;
}

static gboolean
is_sound_statement (const HsDocument  *document,
                    const HsStatement *statement)
{
  for (guint i = 0; i < statement->vias->len; i++)
    if (!is_sound (document, g_array_index (statement->vias, HsVia, i).span))
      return FALSE;
  return is_sound (document, statement->speaker) && is_sound (document, statement->cue)
         && are_sound (document, statement->content);
}

static gboolean
is_sound_analysis (const HsDocument *document,
                   const HsAnalysis *analysis)
{
  for (guint i = 0; i < analysis->mentions->len; i++)
    if (!is_sound (document, g_array_index (analysis->mentions, HsMention, i).span))
      return FALSE;
  for (guint i = 0; i < analysis->statements->len; i++)
    if (!is_sound_statement (document, g_ptr_array_index (analysis->statements, i)))
      return FALSE;
  for (guint i = 0; i < analysis->signals->len; i++)
    if (!are_sound (document, ((HsSignal *) g_ptr_array_index (analysis->signals, i))->spans))
      return FALSE;
  for (guint i = 0; i < analysis->modality->len; i++)
    if (!is_sound (document, g_array_index (analysis->modality, HsModality, i).span))
      return FALSE;
  for (guint i = 0; i < analysis->quote_marks->len; i++)
    if (!is_sound (document, g_array_index (analysis->quote_marks, HsQuoteMark, i).span))
      return FALSE;
  for (guint i = 0; i < analysis->upstream->len; i++)
    if (!is_sound (document, g_array_index (analysis->upstream, HsUpstream, i).span))
      return FALSE;
  return TRUE;
}

static gboolean
set_damaged (gint64    article,
             GError  **error)
{
  g_set_error (error, HS_ERROR, HS_ERROR_NOT_LIBRARY,
               "Article %" G_GINT64_FORMAT " is damaged in the library; import it again.", article);
  return FALSE;
}

/**
 * hs_load_check_document:
 * @article: an article
 * @document: its text and blocks as loaded
 * @error: return location
 *
 * Returns: whether the text is UTF-8 and every block lies within it, between
 *   characters; %FALSE with %HS_ERROR_NOT_LIBRARY
 */
gboolean
hs_load_check_document (gint64             article,
                        const HsDocument  *document,
                        GError           **error)
{
  gboolean sound = g_utf8_validate_len (document->text, document->length, NULL);

  for (guint i = 0; i < document->blocks->len && sound; i++)
    sound = is_sound (document, g_array_index (document->blocks, HsBlock, i).span);
  return sound || set_damaged (article, error);
}

/**
 * hs_load_check:
 * @stored: an article as loaded
 * @error: return location
 *
 * Returns: whether its text is UTF-8 and every span lies within it, between
 *   characters; %FALSE with %HS_ERROR_NOT_LIBRARY
 */
gboolean
hs_load_check (const HsStored  *stored,
               GError         **error)
{
  const HsDocument *document = stored->document;
  gboolean sound;

  if (!hs_load_check_document (stored->id, document, error))
    return FALSE;
  sound = is_sound_analysis (document, stored->analysis);
  for (guint i = 0; i < stored->notes->len && sound; i++)
    sound = is_sound (document, ((HsStoredNote *) g_ptr_array_index (stored->notes, i))->span);
  return sound || set_damaged (stored->id, error);
}
