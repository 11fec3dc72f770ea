/* hs-markdown.c: annotated notes as Markdown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an analyst keeps: for each article where it came from and a hash to
 * check it by, the quoted words with the notes on them, what was said and
 * through whom, the marks with their words, who is named and what was decided of it. The same library gives the same
 * bytes, so two exports can be compared.
 */
#include "hs-markdown.h"

#include <string.h>

#include "hs-bidi.h"
#include "hs-error.h"
#include "hs-markdown-private.h"

/* Appends @text so that Markdown shows it and does not act on it, on one line.
 * @length: in bytes, or -1 */
void
hs_markdown_append (GString    *out,
                    const char *text,
                    gssize      length)
{
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);
  gboolean space = FALSE, begun = FALSE;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          space = begun;
          continue;
        }
      if (space)
        g_string_append_c (out, ' ');
      space = FALSE;
      /* seen, and of no effect on the rest of the line */
      if (hs_bidi_is_control (c))
        {
          g_string_append_printf (out, "⟨U+%04X⟩", c);
          begun = TRUE;
          continue;
        }
      if (c < 128 && strchr ("\\`*_[]<>|~", (int) c) != NULL)
        g_string_append_c (out, '\\');
      else if (!begun && c < 128 && strchr ("#+-=!", (int) c) != NULL)
        g_string_append_c (out, '\\');
      begun = TRUE;
      g_string_append_unichar (out, c);
    }
}

/* The analyst's own words: Markdown they may hold is theirs, but a line of it
 * cannot become a heading of ours. */
static void
append_paragraphs (GString    *out,
                   const char *body)
{
  g_auto (GStrv) lines = g_strsplit (body, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][0] == '#' || lines[i][0] == '>')
        g_string_append_c (out, '\\');
      g_string_append (out, g_strchomp (lines[i]));
      g_string_append_c (out, '\n');
    }
}

static void
append_field (GString    *out,
              const char *label,
              const char *value)
{
  g_string_append_printf (out, "- **%s:** ", label);
  if (value != NULL && *value != '\0')
    hs_markdown_append (out, value, -1);
  else
    g_string_append (out, "not known");
  g_string_append_c (out, '\n');
}

/* Returns: (transfer full): @seconds since 1970 in UTC */
char *
hs_markdown_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("");
}

static const char *
grade_meaning (char grade)
{
  switch (grade)
    {
    case 'A': return "completely reliable";
    case 'B': return "usually reliable";
    case 'C': return "fairly reliable";
    case 'D': return "not usually reliable";
    case 'E': return "unreliable";
    case 'F': return "reliability cannot be judged";
    case '1': return "confirmed by other independent sources";
    case '2': return "probably true";
    case '3': return "possibly true";
    case '4': return "doubtful";
    case '5': return "improbable";
    case '6': return "truth cannot be judged";
    default: return "taken back";
    }
}

static void
append_grade (GString         *out,
              const char      *label,
              const GPtrArray *grades)
{
  const HsStoredGrade *grade = grades->len > 0 ? g_ptr_array_index (grades, 0) : NULL;
  g_autofree char *time = NULL;

  if (grade == NULL || grade->grade == 0)
    return;
  time = hs_markdown_time (grade->time);
  g_string_append_printf (out, "- **%s:** %c (%s), graded %s", label, grade->grade, grade_meaning (grade->grade), time);
  if (grade->reason != NULL && *grade->reason != '\0')
    {
      g_string_append (out, ": ");
      hs_markdown_append (out, grade->reason, -1);
    }
  g_string_append_c (out, '\n');
}

static void
append_origins (GString             *out,
                const HsStoredStory *story)
{
  g_string_append (out, "- **Origins of the story:** ");
  for (guint i = 0; i < story->origins->len; i++)
    {
      const HsStoredOrigin *origin = g_ptr_array_index (story->origins, i);

      g_string_append (out, i > 0 ? "; " : "");
      if (origin->name != NULL)
        hs_markdown_append (out, origin->name, -1);
      else
        g_string_append (out, "not named");
      g_string_append_printf (out, " (%u of %u articles)", origin->articles->len, story->n_articles);
    }
  g_string_append_c (out, '\n');
}

static void
append_head (GString             *out,
             const HsStored      *stored,
             const HsStoredStory *story)
{
  const HsDocument *document = stored->document;
  g_autofree char *fetched = hs_markdown_time (stored->fetched);

  g_string_append (out, "# ");
  hs_markdown_append (out, document->title != NULL ? document->title : "Untitled", -1);
  g_string_append (out, "\n\n");
  append_field (out, "Source", document->outlet);
  append_grade (out, "Source grade", stored->source_grades);
  append_grade (out, "Information grade", stored->article_grades);
  if (document->byline != NULL)
    append_field (out, "Author", document->byline);
  append_field (out, "Published", document->published);
  append_field (out, "Fetched", fetched);
  append_field (out, "Address", document->url);
  g_string_append_printf (out, "- **SHA-256 of the text:** `%s`\n", stored->sha256);
  if (stored->revisions->len > 1)
    g_string_append_printf (out, "- **Revisions seen:** %u\n", stored->revisions->len);
  if (story != NULL && story->n_articles > 1)
    {
      g_string_append_printf (out, "- **Story:** %u articles → %u origins → %u speakers\n", story->n_articles,
                              story->n_origins, story->n_speakers);
      append_origins (out, story);
    }
}

static void
append_notes (GString        *out,
              const HsStored *stored)
{
  g_autoptr (HsSpanMap) map = hs_span_map_new (stored->document->text, stored->document->length);

  if (stored->notes->len == 0)
    return;
  g_string_append (out, "\n## Notes\n");
  for (guint i = 0; i < stored->notes->len; i++)
    {
      const HsStoredNote *note = g_ptr_array_index (stored->notes, i);
      g_autofree char *time = hs_markdown_time (note->modified);

      g_string_append (out, "\n> ");
      hs_markdown_append (out, note->quote, -1);
      g_string_append (out, "\n\n");
      append_paragraphs (out, note->body);
      g_string_append (out, "\n");
      if (hs_span_is_none (note->span))
        g_string_append_printf (out, "*%s; the words are no longer in the text*", time);
      else
        {
          HsSpan chars = hs_span_map_span_to_chars (map, note->span);

          g_string_append_printf (out, "*%s; characters %u to %u*", time, chars.start, chars.end);
        }
      if (note->tags != NULL && *note->tags != '\0')
        {
          g_string_append (out, " — tags: ");
          hs_markdown_append (out, note->tags, -1);
        }
      g_string_append (out, "\n");
    }
}

static const char *
entity_name (const HsStored *stored,
             guint           index)
{
  const HsStoredEntity *entity = hs_stored_get_entity (stored, index);

  return entity != NULL ? entity->name : NULL;
}

static void
append_span (GString          *out,
             const HsDocument *document,
             HsSpan            span)
{
  hs_markdown_append (out, document->text + span.start, span.end - span.start);
}

static void
append_statements (GString        *out,
                   const HsStored *stored)
{
  const GPtrArray *statements = stored->analysis->statements;

  if (statements->len == 0)
    return;
  g_string_append (out, "\n## Statements\n\n");
  for (guint i = 0; i < statements->len; i++)
    {
      const HsStatement *statement = g_ptr_array_index (statements, i);
      const char *name = entity_name (stored, statement->speaker_entity);

      g_string_append (out, "- **");
      if (name != NULL)
        hs_markdown_append (out, name, -1);
      else if (!hs_span_is_none (statement->speaker))
        append_span (out, stored->document, statement->speaker);
      else
        g_string_append (out, "Nobody named");
      g_string_append_printf (out, "**%s (%s", statement->named ? "" : ", not named",
                              hs_form_to_nick (statement->form));
      /* the words that follow are what the speaker does not say */
      if (statement->commitment == HS_COMMITMENT_WITHHOLDS)
        g_string_append (out, ", **not said**");
      else if (statement->polarity == HS_POLARITY_DENIES)
        g_string_append (out, ", **denied**");
      for (guint k = 0; k < statement->vias->len; k++)
        {
          const HsVia *via = &g_array_index (statement->vias, HsVia, k);
          const char *outlet = entity_name (stored, via->outlet);

          if (!hs_stored_came_through (stored, statement, via))
            continue;
          g_string_append (out, ", via ");
          if (outlet != NULL)
            hs_markdown_append (out, outlet, -1);
          else
            append_span (out, stored->document, via->span);
          g_string_append_printf (out, " [%s]", hs_via_manner_to_nick (via->manner));
        }
      g_string_append (out, "): ");
      for (guint k = 0; k < statement->content->len; k++)
        {
          g_string_append (out, k > 0 ? " … " : "");
          append_span (out, stored->document, g_array_index (statement->content, HsSpan, k));
        }
      g_string_append_c (out, '\n');
    }
}

static void
append_signals (GString        *out,
                const HsStored *stored)
{
  const GPtrArray *signals = stored->analysis->signals;

  if (signals->len == 0)
    return;
  g_string_append (out, "\n## Marks for and against\n\n");
  for (guint i = 0; i < signals->len; i++)
    {
      const HsSignal *signal = g_ptr_array_index (signals, i);
      g_autofree char *title = g_strdelimit (g_strdup (signal->code), "-", ' ');

      g_string_append_printf (out, "- *%s* — **%s**", hs_tone_to_nick (signal->tone), title);
      if (signal->why != NULL)
        {
          g_string_append (out, ": ");
          hs_markdown_append (out, signal->why, -1);
        }
      for (guint k = 0; k < MIN (signal->spans->len, 5); k++)
        {
          g_string_append (out, k == 0 ? " — “" : " “");
          append_span (out, stored->document, g_array_index (signal->spans, HsSpan, k));
          g_string_append (out, "”");
        }
      if (signal->spans->len > 5)
        g_string_append_printf (out, " and %u more", signal->spans->len - 5);
      g_string_append_c (out, '\n');
    }
}

/* The story of the last article, kept for the next: a filter by story asks for
 * the same one each time. */
typedef struct
{
  gint64 id;
  HsStoredStory *story;  /* (owned) (nullable) */
} StoryCache;

static const HsStoredStory *
find_story (HsLibrary  *library,
            StoryCache *cache,
            gint64      id)
{
  if (id != cache->id)
    {
      g_clear_pointer (&cache->story, hs_stored_story_free);
      cache->id = id;
      if (id > 0)
        cache->story = hs_library_load_story (library, id, NULL);
    }
  return cache->story;
}

/**
 * hs_export_markdown:
 * @library: the library
 * @query: which articles, as in the search field; "" is all
 * @out: where to write
 * @cancellable: (nullable): stops between two articles
 * @error: return location for an error
 *
 * Any thread but the main one.
 *
 * Returns: whether everything was written; %HS_ERROR_NOT_FOUND when @query finds
 *   no article
 */
gboolean
hs_export_markdown (HsLibrary     *library,
                    const char    *query,
                    GOutputStream *out,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (GArray) ids = NULL;
  StoryCache cache = { 0 };
  gboolean done = TRUE;

  g_return_val_if_fail (library != NULL && query != NULL, FALSE);

  ids = hs_library_search (library, query, 0, 0, error);
  if (ids == NULL)
    return FALSE;
  if (ids->len == 0)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_NOT_FOUND, "No article matches “%s”.", query);
      return FALSE;
    }
  for (guint i = 0; i < ids->len && done; i++)
    {
      g_autoptr (HsStored) stored = NULL;
      g_autoptr (GString) text = g_string_new (i > 0 ? "\n---\n\n" : "");

      stored = hs_library_load_article (library, g_array_index (ids, gint64, i), error);
      if (stored == NULL)
        {
          done = FALSE;
          break;
        }
      append_head (text, stored, find_story (library, &cache, stored->story));
      append_notes (text, stored);
      append_statements (text, stored);
      append_signals (text, stored);
      done = hs_markdown_append_names (text, library, stored, error)
             && g_output_stream_write_all (out, text->str, text->len, NULL, cancellable, error);
    }
  g_clear_pointer (&cache.story, hs_stored_story_free);
  return done;
}

/* A cancelled close leaves the file that was there; where there was none, the
 * part that was written goes. */
static void
give_up (GFile         *file,
         GOutputStream *stream,
         gboolean       existed)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (stream, cancelled, NULL);
  if (!existed)
    g_file_delete (file, NULL, NULL);
}

/**
 * hs_export_markdown_file:
 * @library: the library
 * @query: which articles, as in the search field; "" is all
 * @file: where to write
 * @cancellable: (nullable): stops between two articles
 * @error: return location for an error
 *
 * Any thread but the main one. See hs_export_markdown().
 *
 * Returns: whether @file holds everything; otherwise it is as it was before
 */
gboolean
hs_export_markdown_file (HsLibrary     *library,
                         const char    *query,
                         GFile         *file,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GError) local = NULL;
  gboolean existed;

  g_return_val_if_fail (library != NULL && query != NULL && G_IS_FILE (file), FALSE);

  existed = g_file_query_exists (file, NULL);
  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, &local);
  if (stream != NULL && hs_export_markdown (library, query, G_OUTPUT_STREAM (stream), cancellable, &local)
      && g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, &local))
    return TRUE;
  if (stream != NULL)
    give_up (file, G_OUTPUT_STREAM (stream), existed);
  g_propagate_error (error, hs_error_from_io (g_steal_pointer (&local)));
  return FALSE;
}
