/* hs-vias.c: the outlet that a statement was taken from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-article-reading.h"

#include <string.h>

#include "hs-clauses.h"

/* Statements of one speaker this many apart still carry an outlet over. */
#define CARRIES_OVER 6

/* Bodies that are told things without being outlets. */
static gboolean
is_body_told (const HsReading *self,
              const HsFound   *found)
{
  for (guint i = found->first; i < found->end; i++)
    {
      const char *klass = hs_lex_entry_column (hs_reading_token (self, i)->entry, HS_LIST_ORG_HEADS, 1);

      if (klass != NULL && strcmp (klass, "outlet") != 0)
        return TRUE;
    }
  return found->canonical != NULL && !found->outlet;
}

/* "NAME, a Dubai-based outlet": a noun beside the name says so. */
static gboolean
called_outlet (const HsReading *self,
               const HsFound   *found)
{
  guint end = MIN (self->tokens->len, found->end + 8), n;

  if (found->end < end && hs_token_is (hs_reading_token (self, found->end), ","))
    for (guint i = found->end + 1; i < end; i++)
      {
        if (hs_clause_is_end_mark (hs_reading_token (self, i)) || hs_token_is (hs_reading_token (self, i), ","))
          break;
        if (hs_reading_match (self, i, end, HS_IN (HS_LIST_OUTLET_HEADS), &n) != NULL)
          return TRUE;
      }
  return found->end < end &&
         hs_reading_match (self, found->end, end, HS_IN (HS_LIST_OUTLET_HEADS), &n) != NULL;
}

/* "the newspaper NAME", "the broadcaster NAME". */
static gboolean
named_outlet_before (const HsReading *self,
                     const HsFound   *found)
{
  static const char *const words[] = { "newspaper", "broadcaster", "website", "agency", "channel", "station",
                                       "magazine", "daily", "weekly", "tabloid", "portal", "outlet", "paper", NULL };

  return found->first > 0 && g_strv_contains (words, hs_reading_token (self, found->first - 1)->fold);
}

static const HsFound *
found_after_article (const HsReading *self,
                     guint            i,
                     guint            end)
{
  guint limit = MIN (end, i + 6);

  for (; i < limit; i++)
    {
      const HsFound *found = hs_reading_found_at (self, i);
      const HsToken *token = hs_reading_token (self, i);

      if (found != NULL && found->kind == HS_MENTION_ORGANISATION)
        return found;
      if (found != NULL && found->kind != HS_MENTION_NATIONALITY && found->kind != HS_MENTION_PLACE)
        return NULL;
      if (token->kind != HS_TOKEN_WORD || hs_token_is (token, "that"))
        return NULL;
    }
  return NULL;
}

static gboolean
is_outlet (const HsReading *self,
           const HsFound   *found)
{
  return found->kind == HS_MENTION_ORGANISATION &&
         (found->outlet || called_outlet (self, found) || named_outlet_before (self, found));
}

/* The outlet that the words at @i say something was told to or taken from.
 * @told: whoever it is told to counts, known as an outlet or not. */
static const HsFound *
outlet_at (const HsReading *self,
           guint            i,
           guint            end)
{
  const HsToken *token = hs_reading_token (self, i);
  const HsFound *found;

  if (hs_token_is (token, "told") || hs_token_is (token, "tells"))
    {
      found = found_after_article (self, i + 1, end);
      return found != NULL && (is_outlet (self, found) || !is_body_told (self, found)) ? found : NULL;
    }
  if (hs_token_is (token, "interview") || hs_token_is (token, "interviews") || hs_token_is (token, "comments") ||
      hs_token_is (token, "remarks") || hs_token_is (token, "statement") || hs_token_is (token, "conversation"))
    {
      if (i + 2 >= end || !(hs_token_is (hs_reading_token (self, i + 1), "to") ||
                            hs_token_is (hs_reading_token (self, i + 1), "with") ||
                            hs_token_is (hs_reading_token (self, i + 1), "for")))
        return NULL;
      found = found_after_article (self, i + 2, end);
      return found != NULL && (is_outlet (self, found) || !is_body_told (self, found)) ? found : NULL;
    }
  if (hs_token_is (token, "by") || hs_token_is (token, "to") || hs_token_is (token, "citing") ||
      hs_token_is (token, "according") || hs_token_is (token, "via") || hs_token_is (token, "on") ||
      hs_token_is (token, "in") || hs_token_is (token, "with") || hs_token_is (token, "reference"))
    {
      found = found_after_article (self, i + 1, end);
      return found != NULL && is_outlet (self, found) ? found : NULL;
    }
  return NULL;
}

static void
add_via (HsStatement *statement,
         guint        outlet,
         HsSpan       span,
         HsViaManner  manner)
{
  HsVia via = { outlet, span, manner, 0 };

  if (outlet == HS_NO_INDEX)
    return;
  for (guint i = 0; i < statement->vias->len; i++)
    if (g_array_index (statement->vias, HsVia, i).outlet == outlet)
      return;
  g_array_append_val (statement->vias, via);
}

static HsSpan
found_span (const HsReading *self,
            const HsFound   *found)
{
  return hs_reading_span (self, found->first, found->end);
}

/* "Fars and the newspaper X": those joined to an outlet are outlets, too. */
static void
add_joined (HsReading     *self,
            HsStatement   *statement,
            const HsFound *found,
            guint          end)
{
  guint i = found->end;

  for (guint k = 0; k < 6 && i < end; k++, i++)
    {
      const HsFound *next = hs_reading_found_at (self, i);
      const HsToken *token = hs_reading_token (self, i);

      if (next != NULL && next->kind == HS_MENTION_ORGANISATION)
        {
          if (is_outlet (self, next))
            add_via (statement, next->entity, found_span (self, next), HS_VIA_STATED);
          return;
        }
      if (k == 0 && !hs_token_is (token, "and") && !hs_token_is (token, ","))
        return;
    }
}

/* "reports in the Post were unfounded", "a report by Reuters": what somebody speaks about
 * is not where the words are from. */
static gboolean
is_spoken_about (const HsReading   *self,
                 const HsStatement *statement,
                 const HsFound     *found)
{
  static const char *const nouns[] = { "report", "reports", "story", "stories", "article", "articles", "claim",
                                       "claims", "coverage", "account", "accounts", "allegation", "allegations", NULL };
  static const char *const links[] = { "in", "by", "from", "of", NULL };
  guint at = found->first;

  at -= at > 0 && hs_token_is (hs_reading_token (self, at - 1), "the");
  if (at < 2 || !g_strv_contains (links, hs_reading_token (self, at - 1)->fold) ||
      !g_strv_contains (nouns, hs_reading_token (self, at - 2)->fold))
    return FALSE;
  for (guint i = 0; i < statement->content->len; i++)
    if (hs_span_contains (g_array_index (statement->content, HsSpan, i), found_span (self, found)))
      return TRUE;
  return FALSE;
}

/* Outlets in the sentence(s) the statement stands in, outside its content. */
/* "PTI Senator NAME": a party, whatever else is called so. */
static gboolean
has_members (const HsReading *self,
             const HsFound   *found,
             guint            end)
{
  static const char *const words[] = { "senator", "mp", "mps", "mla", "mna", "mpa", "lawmaker", "legislator", "deputy",
                                       "leader", "candidate", "councillor", "councilor", "mep", "td", "congressman",
                                       "congresswoman", "chairman", "chairperson", "minister", NULL };

  return found->end < end && g_strv_contains (words, hs_reading_token (self, found->end)->fold);
}

static void
find_stated (HsReading   *self,
             HsStatement *statement)
{
  guint at = hs_span_is_none (statement->cue) ? 0 : hs_reading_token_at (self, statement->cue.start);
  const HsSentence *sentence;
  guint end;

  if (hs_span_is_none (statement->cue) || at >= self->tokens->len)
    return;
  sentence = &g_array_index (self->sentences, HsSentence, hs_reading_token (self, at)->sentence);
  end = sentence->end;
  for (guint i = sentence->first; i < end; i++)
    {
      const HsFound *found = outlet_at (self, i, end);
      guint q = self->quote_at[i];

      if (found == NULL || (q != 0 && g_array_index (self->quotes, HsQuoted, q - 1).n_words > 3) ||
          is_spoken_about (self, statement, found))
        continue;
      add_via (statement, found->entity, found_span (self, found), HS_VIA_STATED);
      add_joined (self, statement, found, end);
    }
  /* the outlet speaks: "Reuters reported that …" */
  if (statement->speaker_entity != HS_NO_INDEX)
    {
      guint first = hs_reading_token_at (self, statement->speaker.start);
      guint last = hs_reading_token_at (self, statement->speaker.end);

      for (guint i = first; i < last; i++)
        {
          const HsFound *found = hs_reading_found_at (self, i);

          if (found != NULL && is_outlet (self, found) && !has_members (self, found, last))
            add_via (statement, found->entity, found_span (self, found), HS_VIA_STATED);
        }
    }
}

static int
compare_vias (gconstpointer a,
              gconstpointer b)
{
  const HsVia *x = a, *y = b;

  return hs_span_compare (&x->span, &y->span);
}

/* "A reported, citing B, which quoted C": the article has it from A, A from B,
 * B from C. Others named beside B stand with it. */
static void
order_chain (HsReading   *self,
             HsStatement *statement)
{
  static const char *const words[] = { "citing", "quoting", "referring", "quoted", "cited", "reference", "credited",
                                       NULL };
  GArray *vias = statement->vias;
  guint step = 0;

  if (vias->len < 2)
    return;
  g_array_sort (vias, compare_vias);
  for (guint v = 1; v < vias->len; v++)
    {
      guint from = hs_reading_token_at (self, g_array_index (vias, HsVia, v - 1).span.end);
      guint to = hs_reading_token_at (self, g_array_index (vias, HsVia, v).span.start);

      for (guint i = from; i < to && to - from < 40; i++)
        if (g_strv_contains (words, hs_reading_token (self, i)->fold))
          {
            step++;
            break;
          }
      g_array_index (vias, HsVia, v).step = step;
    }
}

/* "The X channel, referring to NAME, said": NAME speaks, X is the via. */
static void
turn_to_referred (HsReading   *self,
                  HsStatement *statement)
{
  guint first, end, at;

  if (hs_span_is_none (statement->speaker) || hs_span_is_none (statement->cue))
    return;
  first = hs_reading_token_at (self, statement->speaker.start);
  end = hs_reading_token_at (self, statement->cue.start);
  for (at = first; at + 1 < end; at++)
    if (hs_token_is (hs_reading_token (self, at), "citing") || hs_token_is (hs_reading_token (self, at), "quoting") ||
        (hs_token_is (hs_reading_token (self, at), "referring") &&
         hs_token_is (hs_reading_token (self, at + 1), "to")) ||
        (hs_token_is (hs_reading_token (self, at), "reference") && hs_token_is (hs_reading_token (self, at + 1), "to")))
      break;
  if (at + 1 >= end)
    return;
  for (guint i = at + 1; i < end; i++)
    {
      const HsFound *found = hs_reading_found_at (self, i);

      if (found == NULL || (found->kind != HS_MENTION_PERSON && found->kind != HS_MENTION_ORGANISATION) ||
          found->entity == HS_NO_INDEX)
        continue;
      for (guint k = first; k < at; k++)
        {
          const HsFound *outlet = hs_reading_found_at (self, k);

          if (outlet != NULL && outlet->kind == HS_MENTION_ORGANISATION)
            add_via (statement, outlet->entity, found_span (self, outlet), HS_VIA_STATED);
        }
      statement->speaker = found_span (self, found);
      statement->speaker_entity = found->entity;
      statement->named = TRUE;
      return;
    }
}

/* "X told A, B reported": the article has it from B, and B from A. */
static void
prepend_via (HsStatement *statement,
             const HsVia *via)
{
  HsVia nearest = { via->outlet, via->span, HS_VIA_STATED, 0 };

  for (guint v = 0; v < statement->vias->len; v++)
    if (g_array_index (statement->vias, HsVia, v).outlet == via->outlet)
      return;
  for (guint v = 0; v < statement->vias->len; v++)
    g_array_index (statement->vias, HsVia, v).step++;
  g_array_prepend_val (statement->vias, nearest);
}

/* "X called it a scandal, KTN reported": what X said came through KTN. */
static void
find_enclosing (HsReading *self)
{
  GPtrArray *all = self->analysis->statements;

  for (guint i = 0; i < all->len; i++)
    {
      const HsStatement *outer = all->pdata[i];
      HsSpan content = g_array_index (outer->content, HsSpan, 0);

      if (outer->content->len == 0 || outer->vias->len == 0 || outer->speaker_entity == HS_NO_INDEX ||
          g_array_index (outer->vias, HsVia, 0).outlet != outer->speaker_entity)
        continue;
      for (guint k = i > 4 ? i - 4 : 0; k < all->len && k < i + 5; k++)
        {
          HsStatement *inner = all->pdata[k];
          const HsVia *via = &g_array_index (outer->vias, HsVia, 0);

          if (inner != outer && !hs_span_is_none (inner->cue) && hs_span_contains (content, inner->cue))
            prepend_via (inner, via);
        }
    }
}

static void
carry_over (HsReading *self)
{
  GPtrArray *all = self->analysis->statements;

  for (guint i = 0; i < all->len; i++)
    {
      HsStatement *statement = all->pdata[i];

      if (statement->vias->len > 0 || statement->speaker_entity == HS_NO_INDEX)
        continue;
      for (guint back = 1; back <= CARRIES_OVER; back++)
        {
          HsStatement *near = back <= i ? all->pdata[i - back] : NULL;
          HsStatement *next = back == 1 && i + 1 < all->len ? all->pdata[i + 1] : NULL;
          HsStatement *from = NULL;

          if (near != NULL && near->speaker_entity == statement->speaker_entity && near->vias->len > 0)
            from = near;
          else if (next != NULL && next->speaker_entity == statement->speaker_entity && next->vias->len > 0 &&
                   g_array_index (next->vias, HsVia, 0).manner == HS_VIA_STATED)
            from = next;
          if (from == NULL)
            continue;
          for (guint v = 0; v < from->vias->len; v++)
            {
              const HsVia *via = &g_array_index (from->vias, HsVia, v);

              add_via (statement, via->outlet, via->span, HS_VIA_CARRIED);
              if (statement->vias->len > 0)
                g_array_index (statement->vias, HsVia, statement->vias->len - 1).step = via->step;
            }
          break;
        }
    }
}

static void
add_upstream (HsReading     *self,
              const HsFound *found)
{
  HsUpstream up;

  if (found->entity == HS_NO_INDEX)
    return;
  for (guint u = 0; u < self->analysis->upstream->len; u++)
    if (g_array_index (self->analysis->upstream, HsUpstream, u).outlet == found->entity)
      return;
  up = (HsUpstream) { found->entity, found_span (self, found), HS_VIA_STATED };
  g_array_append_val (self->analysis->upstream, up);
}

/* "OSLO, March 3 (Reuters) - …": whose report it is. */
static void
find_dateline (HsReading *self)
{
  for (guint p = 0; p < self->parts->len; p++)
    {
      const HsPart *part = &g_array_index (self->parts, HsPart, p);
      guint end = MIN (part->end, part->first + 16);

      if (part->skipped || (part->kind != HS_BLOCK_PARAGRAPH && part->kind != HS_BLOCK_DATELINE))
        continue;
      for (guint i = part->first; i + 2 < end; i++)
        {
          const HsFound *found = hs_reading_found_at (self, i + 1);

          if (hs_token_is (hs_reading_token (self, i), "(") && found != NULL && found->outlet &&
              found->first == i + 1 && hs_token_is (hs_reading_token (self, found->end), ")"))
            add_upstream (self, found);
        }
      if (part->kind == HS_BLOCK_PARAGRAPH)
        return;
    }
}

/* What the article as a whole rests on: the outlets its opening names. */
static void
find_upstream (HsReading *self)
{
  guint opening = 0;

  for (guint s = 0; s < self->sentences->len && opening < 4; s++)
    {
      const HsSentence *sentence = &g_array_index (self->sentences, HsSentence, s);
      const HsPart *part = &g_array_index (self->parts, HsPart, sentence->part);

      if (part->skipped || part->kind != HS_BLOCK_PARAGRAPH)
        continue;
      opening++;
      for (guint i = sentence->first; i < sentence->end; i++)
        {
          const HsFound *found = outlet_at (self, i, sentence->end);

          if (found != NULL)
            add_upstream (self, found);
        }
    }
}

/**
 * hs_vias_find:
 * @self: an article being read
 *
 * Finds through whom what is said came, and which outlets the article draws on. After
 * hs_statements_find().
 */
void
hs_vias_find (HsReading *self)
{
  for (guint i = 0; i < self->analysis->statements->len; i++)
    {
      HsStatement *statement = self->analysis->statements->pdata[i];

      turn_to_referred (self, statement);
      find_stated (self, statement);
      order_chain (self, statement);
    }
  find_enclosing (self);
  carry_over (self);
  find_dateline (self);
  find_upstream (self);
}
