/* hs-marks.c: everything of an article that has words, in their order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-marks.h"

#include <glib/gi18n.h>

#include "hs-format.h"
#include "hs-signal-titles.h"

static void
add_mark (GArray          *marks,
          const HsReading *reading,
          guint            layer,
          guint            index,
          HsSpan           span)
{
  HsMark mark = { layer, index, span };

  if (!hs_span_is_none (span) && span.end <= reading->document->length)
    g_array_append_val (marks, mark);
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const HsMark *first = a;
  const HsMark *second = b;

  if (first->span.start != second->span.start)
    return first->span.start < second->span.start ? -1 : 1;
  if (first->span.end != second->span.end)
    return first->span.end > second->span.end ? -1 : 1;
  /* a heading stands before what is in it */
  if ((first->layer == HS_MARK_HEADING) != (second->layer == HS_MARK_HEADING))
    return first->layer == HS_MARK_HEADING ? -1 : 1;
  return (int) first->layer - (int) second->layer;
}

static void
add_findings (GArray          *marks,
              const HsReading *reading,
              HsPreferences   *preferences)
{
  for (guint i = 0; i < reading->mentions->len; i++)
    {
      const HsReadingMention *mention = &g_array_index (reading->mentions, HsReadingMention, i);

      add_mark (marks, reading, mention->kind, i, mention->span);
    }
  for (guint i = 0; i < reading->statements->len; i++)
    {
      const HsReadingStatement *statement = g_ptr_array_index (reading->statements, i);

      for (guint j = 0; j < statement->content->len; j++)
        add_mark (marks, reading, HS_LAYER_STATEMENTS, i, g_array_index (statement->content, HsSpan, j));
    }
  for (guint i = 0; i < reading->signals->len; i++)
    {
      const HsReadingSignal *signal = g_ptr_array_index (reading->signals, i);

      for (guint j = 0; hs_preferences_shows_signal (preferences, signal->code) && j < signal->spans->len; j++)
        add_mark (marks, reading, HS_LAYER_SIGNALS, i, g_array_index (signal->spans, HsSpan, j));
    }
}

/**
 * hs_marks_collect:
 * @reading: an article
 * @preferences: which signals are left out
 * @headings: whether its headings stand among them
 *
 * Returns: (transfer full) (element-type HsMark): by start, outer first
 */
GArray *
hs_marks_collect (const HsReading *reading,
                  HsPreferences   *preferences,
                  gboolean         headings)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (HsMark));
  const HsDocument *document = reading->document;

  add_findings (marks, reading, preferences);
  for (guint i = 0; i < reading->notes->len; i++)
    {
      const HsReadingNote *note = g_ptr_array_index (reading->notes, i);

      add_mark (marks, reading, HS_LAYER_NOTES, i, note->span);
    }
  for (guint i = 0; i < document->link_places->len; i++)
    add_mark (marks, reading, HS_MARK_LINK, i, g_array_index (document->link_places, HsLinkPlace, i).span);
  for (guint i = 0; headings && i < document->blocks->len; i++)
    {
      const HsBlock *block = &g_array_index (document->blocks, HsBlock, i);

      if (block->kind == HS_BLOCK_HEADLINE || block->kind == HS_BLOCK_HEADING)
        add_mark (marks, reading, HS_MARK_HEADING, i, block->span);
    }
  g_array_sort (marks, compare_marks);
  return marks;
}

/**
 * hs_mark_is_shown:
 * @mark: a mark
 * @preferences: which layers are shown
 *
 * Returns: whether it is to be shown
 */
gboolean
hs_mark_is_shown (const HsMark  *mark,
                  HsPreferences *preferences)
{
  return mark->layer >= HS_N_LAYERS || hs_preferences_shows_layer (preferences, mark->layer);
}

/**
 * hs_mark_find_entity:
 * @reading: an article
 * @entity: id of an entity, 0 none
 *
 * Returns: (transfer none) (nullable): the entity as the article has it
 */
const HsReadingEntity *
hs_mark_find_entity (const HsReading *reading,
                     gint64           entity)
{
  for (guint i = 0; entity != 0 && i < reading->entities->len; i++)
    {
      const HsReadingEntity *one = g_ptr_array_index (reading->entities, i);

      if (one->entity == entity)
        return one;
    }
  return NULL;
}

/* In the singular: what one such mark is. */
const char *
hs_mark_get_layer_title (const HsMark *mark)
{
  switch (mark->layer)
    {
    case HS_LAYER_STATEMENTS:
      return _("Statement");
    case HS_LAYER_SIGNALS:
      return _("Signal");
    case HS_LAYER_NOTES:
      return _("Note");
    case HS_MARK_LINK:
      return _("Link");
    case HS_MARK_HEADING:
      return _("Heading");
    default:
      return hs_kind_get_title (mark->layer);
    }
}

static char *
describe_statement (const HsReadingStatement *statement)
{
  GString *line = g_string_new (NULL);

  if (statement->speaker_name != NULL)
    g_string_append_printf (line, _("Said by %s"), statement->speaker_name);
  else
    g_string_append (line, _("Said by somebody who is not named"));
  for (guint i = 0; i < statement->vias->len; i++)
    {
      const HsReadingVia *via = g_ptr_array_index (statement->vias, i);

      if (via->name != NULL)
        g_string_append_printf (line, _(", through %s (%s)"), via->name, hs_manner_get_title (via->manner));
    }
  return g_string_free (line, FALSE);
}

static char *
describe_mention (const HsReadingMention *mention,
                  const HsReading        *reading)
{
  const HsReadingEntity *entity = hs_mark_find_entity (reading, mention->entity);

  if (entity == NULL)
    return g_strdup (hs_kind_get_title (mention->kind));
  if (hs_reading_mention_is_proposed (mention))
    return g_strdup_printf (_("%s: %s, proposed"), hs_kind_get_title (mention->kind), entity->name);
  return g_strdup_printf (_("%s: %s"), hs_kind_get_title (mention->kind), entity->name);
}

/**
 * hs_mark_is_proposed:
 * @mark: any mark
 * @reading: the article it is of
 *
 * Returns: whether it is a mention that the program is not sure of
 */
gboolean
hs_mark_is_proposed (const HsMark    *mark,
                     const HsReading *reading)
{
  return mark->layer < HS_N_MENTION_KINDS &&
         hs_reading_mention_is_proposed (&g_array_index (reading->mentions, HsReadingMention, mark->index));
}

/**
 * hs_mark_get_address:
 * @mark: any mark
 * @reading: the article it is of
 *
 * Returns: (transfer none) (nullable): where it leads; %NULL for what is no link
 */
const char *
hs_mark_get_address (const HsMark    *mark,
                     const HsReading *reading)
{
  const HsLinkPlace *place;

  if (mark->layer != HS_MARK_LINK)
    return NULL;
  place = &g_array_index (reading->document->link_places, HsLinkPlace, mark->index);
  return g_ptr_array_index (reading->document->links, place->link);
}

/* The address came with the text: only the web and mail are opened. */
gboolean
hs_mark_may_open (const char *address)
{
  g_autofree char *scheme = address != NULL ? g_uri_parse_scheme (address) : NULL;

  return g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0 || g_strcmp0 (scheme, "mailto") == 0;
}

/**
 * hs_mark_describe:
 * @mark: a mark
 * @reading: the article it is of
 *
 * Returns: (transfer full): what it means, in a line
 */
char *
hs_mark_describe (const HsMark    *mark,
                  const HsReading *reading)
{
  switch (mark->layer)
    {
    case HS_LAYER_STATEMENTS:
      return describe_statement (g_ptr_array_index (reading->statements, mark->index));
    case HS_LAYER_SIGNALS:
      {
        const HsReadingSignal *signal = g_ptr_array_index (reading->signals, mark->index);
        g_autofree char *title = hs_signal_get_title (signal->code);

        return g_strdup_printf ("%s %s", hs_tone_get_symbol (signal->tone), title);
      }
    case HS_LAYER_NOTES:
      {
        const HsReadingNote *note = g_ptr_array_index (reading->notes, mark->index);
        g_autofree char *body = hs_format_squash (note->body, 200);

        return g_strdup_printf ("✎ %s", body);
      }
    case HS_MARK_LINK:
      return g_strdup_printf (_("Leads to %s"), hs_mark_get_address (mark, reading));
    case HS_MARK_HEADING:
      return g_strdup (_("Heading"));
    default:
      return describe_mention (&g_array_index (reading->mentions, HsReadingMention, mark->index), reading);
    }
}
