/* hs-quote-marks.c: where words between the marks may not be the speaker's
 *
 * Brackets are the editor's, so are remarks in parentheses; dots leave
 * something out; and the paraphrase beside a quotation may go further than the
 * quotation does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-modality-private.h"

#include <string.h>

/* A remark longer than this is no gloss. */
#define LONGEST_GLOSS 30

static void
add (HsReading       *self,
     guint            statement,
     HsQuoteMarkKind  kind,
     HsSpan           span)
{
  HsQuoteMark mark = { statement, kind, span };

  g_array_append_val (self->analysis->quote_marks, mark);
}

/* The token that closes what opens at @i, or 0. */
static guint
find_close (const HsReading *self,
            guint            i,
            guint            end,
            const char      *close)
{
  for (guint k = i + 1; k < end && k < i + LONGEST_GLOSS; k++)
    if (hs_token_is (hs_reading_token (self, k), close))
      return k;
  return 0;
}

/* "(banned here – ed.)": somebody explains; a speaker's own aside has no such words. */
static gboolean
is_editors (const HsReading *self,
            guint            open,
            guint            close)
{
  static const char *const words[] = { "ed", "ed.", "editor", "editor's", "note", "banned", "organization",
                                       "organisation", "i.e.", "meaning", "sic", NULL };
  guint n = 0;

  for (guint i = open + 1; i < close; i++)
    {
      if (g_strv_contains (words, hs_reading_token (self, i)->fold))
        return TRUE;
      n += self->found_at[i] != 0;
    }
  /* a name alone: "(the mayor of Oslo)" is not said either */
  return close - open <= 8 && n > 0;
}

static void
look_inside (HsReading *self,
             guint      statement,
             guint      first,
             guint      end)
{
  for (guint i = first; i < end; i++)
    {
      const HsToken *token = hs_reading_token (self, i);
      guint close;

      if (self->quote_at[i] == 0)
        continue;
      if (hs_token_is (token, "[") && (close = find_close (self, i, end, "]")) != 0)
        {
          add (self, statement, HS_QUOTE_BRACKET, hs_reading_span (self, i, close + 1));
          i = close;
        }
      else if (hs_token_is (token, "(") && (close = find_close (self, i, end, ")")) != 0 && is_editors (self, i, close))
        {
          add (self, statement, HS_QUOTE_GLOSS, hs_reading_span (self, i, close + 1));
          i = close;
        }
      else if (hs_token_is (token, "…") || hs_token_is (token, "..."))
        add (self, statement, HS_QUOTE_CUT, token->span);
    }
}

/* Of the quoted or the plain words of a statement, the furthest step of @act. */
static HsStep
furthest (const HsReading *self,
          guint            statement,
          const char      *act,
          gboolean         quoted,
          HsSpan          *span)
{
  HsStep best = HS_STEP_NONE;

  for (guint i = 0; i < self->analysis->modality->len; i++)
    {
      const HsModality *m = &g_array_index (self->analysis->modality, HsModality, i);
      guint at;

      if (m->place != HS_PLACE_STATEMENT || m->statement != statement || m->act != act)
        continue;
      at = hs_reading_token_at (self, m->span.start);
      if (at < self->tokens->len && (self->quote_at[at] != 0) == quoted && m->step > best)
        {
          best = m->step;
          *span = m->span;
        }
    }
  return best;
}

/* "He said it was bought: “we are talking of a purchase”". */
static void
compare_with_quotation (HsReading *self,
                        guint      statement)
{
  for (guint i = 0; i < self->analysis->modality->len; i++)
    {
      const HsModality *m = &g_array_index (self->analysis->modality, HsModality, i);
      HsSpan plain = HS_SPAN_NONE, quoted = HS_SPAN_NONE;
      HsStep said, told;

      if (m->place != HS_PLACE_STATEMENT || m->statement != statement)
        continue;
      told = furthest (self, statement, m->act, FALSE, &plain);
      said = furthest (self, statement, m->act, TRUE, &quoted);
      if (said != HS_STEP_NONE && told > said)
        {
          add (self, statement, HS_QUOTE_GLOSS, plain);
          return;
        }
    }
}

/* Fills analysis->quote_marks. */
void
hs_quote_marks_find (HsReading *self)
{
  GPtrArray *statements = self->analysis->statements;

  for (guint s = 0; s < statements->len; s++)
    {
      const HsStatement *statement = statements->pdata[s];

      if (statement->form == HS_FORM_PARAPHRASE)
        continue;
      for (guint c = 0; c < statement->content->len; c++)
        {
          HsSpan span = g_array_index (statement->content, HsSpan, c);

          look_inside (self, s, hs_reading_token_at (self, span.start), hs_reading_token_at (self, span.end));
        }
      if (statement->form == HS_FORM_MIXED)
        compare_with_quotation (self, s);
    }
}
