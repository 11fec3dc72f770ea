/* hs-tagger-view.c: an article's words as the tagger looks at them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-tagger-features.h"

#include <string.h>

/* Tokens in lower case that a name may run on over: "Ministry of the …". */
#define LONGEST_GAP 4

#define LONGEST_RUN 12

/**
 * hs_tag_is_capital:
 * @token: stories
 *
 * Returns: whether it is a word that begins with a capital @token: a token
 */
gboolean
hs_tag_is_capital (const HsToken *token)
{
  return token->kind == HS_TOKEN_WORD && (token->flags & HS_TOKEN_CAPITAL) != 0;
}

static gboolean
is_glue (const HsToken *token)
{
  return token->kind == HS_TOKEN_MARK && !(token->flags & HS_TOKEN_SPACED) &&
         (hs_token_is (token, "-") || hs_token_is (token, "‑") || hs_token_is (token, "–"));
}

static guint
shape_class (gunichar ch)
{
  if (ch < 128 ? g_ascii_isdigit (ch) : g_unichar_isdigit (ch))
    return 'd';
  if (g_unichar_isupper (ch))
    return 'X';
  if (g_unichar_isalpha (ch))
    return 'x';
  return ch < 128 ? ch : 'o';
}

/* "Xxxx": runs cut at four; "Xx": runs cut at one. @calm: the whole line is in
 * capitals, so only the first of a word counts for one. */
static void
make_shapes (HsTagToken *out,
             const char *p,
             const char *end,
             gboolean    calm)
{
  guint32 shape = 5381, brief = 5381;
  guint last = 0, run = 0;

  for (gboolean first = TRUE; p < end; p = g_utf8_next_char (p), first = FALSE)
    {
      guint class = shape_class (g_utf8_get_char (p));

      if (calm && !first && class == 'X')
        class = 'x';
      run = class == last ? run + 1 : 1;
      if (run == 1)
        brief = brief * 33 + class;
      if (run <= 4)
        shape = shape * 33 + class;
      last = class;
    }
  out->shape = shape;
  out->brief = brief;
}

/* Digits made alike, so that years and sums share what is learnt. */
static guint32
hash_numbers (const char *fold)
{
  char word[64];
  gsize n = 0;

  for (; fold[n] != '\0' && n + 1 < sizeof word; n++)
    word[n] = g_ascii_isdigit (fold[n]) ? '0' : fold[n];
  word[n] = '\0';
  return hs_gazetteer_hash (word);
}

static void
note_phrases (HsTagView         *self,
              const HsGazetteer *gazetteer,
              guint              i,
              guint              end)
{
  const HsReading *reading = self->reading;
  HsTagToken *token = &self->tokens[i];
  guint n = 0, found = 0, n_found = 0;
  guint32 hash = token->name;
  const HsLexEntry *entry = NULL;
  guint known = hs_gazetteer_find (gazetteer, hash, token->clusters);

  if (hs_reading_token (reading, i)->entry != NULL && hs_reading_token (reading, i)->entry->longest > 1)
    entry = hs_reading_match (reading, i, end, HS_TAG_PHRASES, &n);
  if (entry != NULL && n > 1)
    for (guint k = i; k < i + n; k++)
      {
        self->tokens[k].lists |= entry->lists;
        self->tokens[k].marks |= k == i ? HS_TAG_MARK_PHRASE_FIRST : HS_TAG_MARK_PHRASE_ON;
      }
  if (!hs_tag_is_capital (hs_reading_token (reading, i)))
    return;
  token->gazetteer |= known & HS_GAZETTEER_TAGGED;
  if (!(token->gazetteer & HS_GAZETTEER_MORE))
    return;
  for (guint k = i + 1; k < end && k < i + HS_GAZETTEER_LONGEST; k++)
    {
      guint flags;

      hash = hs_gazetteer_join (hash, self->tokens[k].name);
      flags = hs_gazetteer_find (gazetteer, hash, NULL);
      if (flags & (HS_GAZETTEER_CITY | HS_GAZETTEER_REGION))
        {
          found = flags & (HS_GAZETTEER_CITY | HS_GAZETTEER_REGION);
          n_found = k + 1 - i;
        }
    }
  for (guint k = i; k < i + n_found; k++)
    self->tokens[k].gazetteer |= found | HS_TAG_GAZETTEER_LONG;
}

/* Whether token @i goes on with the capitals before it. */
static gboolean
joins_run (const HsReading *reading,
           guint            first,
           guint            i)
{
  const HsToken *token = hs_reading_token (reading, i);
  const HsToken *before;

  if (i == first)
    return FALSE;
  before = hs_reading_token (reading, i - 1);
  if (hs_tag_is_capital (token))
    return hs_tag_is_capital (before) ||
           (i > first + 1 && (is_glue (before) || hs_token_is (before, "&")) &&
            hs_tag_is_capital (hs_reading_token (reading, i - 2)));
  return (is_glue (token) || hs_token_is (token, "&")) && hs_tag_is_capital (before);
}

static void
note_runs (HsTagView        *self,
           const HsSentence *sentence)
{
  const HsReading *reading = self->reading;

  for (guint i = sentence->first; i < sentence->end; i++)
    if (joins_run (reading, sentence->first, i))
      self->tokens[i].before = MIN (self->tokens[i - 1].before + 1, LONGEST_RUN);
  for (guint i = sentence->end; i-- > sentence->first;)
    {
      gboolean more = i + 1 < sentence->end && self->tokens[i + 1].before > 0;

      /* a mark at the end of a run is none of it */
      if (more && (hs_tag_is_capital (hs_reading_token (reading, i + 1)) || self->tokens[i + 1].after > 0))
        self->tokens[i].after = MIN (self->tokens[i + 1].after + 1, LONGEST_RUN);
    }
}

typedef struct
{
  guint32 word;
  guint32 last;     /* the last capitalised one, index plus one */
  guint8 elsewhere;
} Seen;

static Seen *
find_seen (Seen   *table,
           guint   mask,
           guint32 word)
{
  guint i = (word * 0x9e3779b1u >> 7) & mask;

  while (table[i].word != 0 && table[i].word != word)
    i = (i + 1) & mask;
  return &table[i];
}

/* Chains the places where a capitalised word stands, and notes how the
 * article writes it where capitals mean something. */
static void
note_elsewhere (HsTagView *self)
{
  const HsReading *reading = self->reading;
  guint size = 64;
  g_autofree Seen *table = NULL;

  while (size < self->n * 2)
    size *= 2;
  table = g_new0 (Seen, size);
  for (guint i = 0; i < self->n; i++)
    {
      const HsToken *token = hs_reading_token (reading, i);
      HsTagToken *out = &self->tokens[i];
      Seen *seen;

      if (token->kind != HS_TOKEN_WORD)
        continue;
      seen = find_seen (table, size - 1, out->name);
      seen->word = out->name;
      if (!(token->flags & HS_TOKEN_CAPITAL))
        {
          seen->elsewhere |= HS_TAG_ELSEWHERE_LOWER;
          continue;
        }
      if (!(out->marks & (HS_TAG_MARK_FIRST | HS_TAG_MARK_TITLE)))
        seen->elsewhere |= HS_TAG_ELSEWHERE_CAPITAL;
      out->previous = seen->last;
      if (seen->last > 0)
        self->tokens[seen->last - 1].next = i + 1;
      seen->last = i + 1;
    }
  for (guint i = 0; i < self->n; i++)
    if (hs_tag_is_capital (hs_reading_token (reading, i)))
      self->tokens[i].elsewhere = find_seen (table, size - 1, self->tokens[i].name)->elsewhere;
}

static gboolean
is_shouting (const HsReading *reading,
             const HsPart    *part)
{
  guint words = 0, upper = 0;

  for (guint i = part->first; i < part->end && i < part->first + 40; i++)
    {
      const HsToken *token = hs_reading_token (reading, i);

      if (token->kind != HS_TOKEN_WORD)
        continue;
      words++;
      upper += (token->flags & HS_TOKEN_UPPER) != 0 || strlen (token->fold) == 1;
    }
  return words >= 4 && upper * 10 >= words * 9;
}

/* "Jae-in": a small word that ends a name, and nothing a sentence needs. */
static gboolean
is_hyphenated_end (const HsReading *reading,
                   const HsPart    *part,
                   guint            i)
{
  const HsToken *token = hs_reading_token (reading, i);

  return (token->flags & (HS_TOKEN_SPACED | HS_TOKEN_CAPITAL)) == 0 && token->kind == HS_TOKEN_WORD &&
         i >= part->first + 2 && hs_token_in (token, HS_IN (HS_LIST_STOP_WORDS)) &&
         hs_token_is (hs_reading_token (reading, i - 1), "-") &&
         (hs_reading_token (reading, i - 1)->flags & HS_TOKEN_SPACED) == 0 &&
         hs_tag_is_capital (hs_reading_token (reading, i - 2)) &&
         (i + 1 >= part->end || !hs_token_is (hs_reading_token (reading, i + 1), "-"));
}

static void
note_words (HsTagView    *self,
            const HsPart *part)
{
  gboolean calm = is_shouting (self->reading, part);

  for (guint i = part->first; i < part->end; i++)
    {
      const HsToken *token = hs_reading_token (self->reading, i);
      HsTagToken *out = &self->tokens[i];

      out->name = hs_gazetteer_hash (token->fold);
      out->word = token->flags & HS_TOKEN_DIGITS ? hash_numbers (token->fold) : out->name;
      out->lists = token->entry != NULL && token->entry->n_words == 1 ? token->entry->lists : 0;
      if (is_hyphenated_end (self->reading, part, i))
        {
          out->name = out->word = hs_gazetteer_hash ("-in");
          out->lists = 0;
        }
      if (token->flags & HS_TOKEN_FIRST)
        out->marks |= HS_TAG_MARK_FIRST;
      if (part->title_case || calm)
        out->marks |= HS_TAG_MARK_TITLE;
      make_shapes (out, self->reading->text + token->span.start, self->reading->text + token->span.end, calm);
    }
}

/**
 * hs_tag_view_new:
 * @reading: an article cut into tokens and sentences; outlives the view
 * @gazetteer: names to take hints from
 *
 * Returns: (transfer full): what features are made of
 */
HsTagView *
hs_tag_view_new (const HsReading   *reading,
                 const HsGazetteer *gazetteer)
{
  HsTagView *self = g_new0 (HsTagView, 1);

  self->reading = reading;
  self->n = reading->tokens->len;
  self->tokens = g_new0 (HsTagToken, self->n + 1);
  for (guint p = 0; p < reading->parts->len; p++)
    note_words (self, &g_array_index (reading->parts, HsPart, p));
  for (guint s = 0; s < reading->sentences->len; s++)
    {
      const HsSentence *sentence = &g_array_index (reading->sentences, HsSentence, s);

      for (guint i = sentence->first; i < sentence->end; i++)
        note_phrases (self, gazetteer, i, sentence->end);
      note_runs (self, sentence);
    }
  note_elsewhere (self);
  return self;
}

/**
 * hs_tag_view_free:
 * @self: (transfer full) (nullable): a sentence as the tagger sees it
 */
void
hs_tag_view_free (HsTagView *self)
{
  if (self == NULL)
    return;
  g_free (self->tokens);
  g_free (self);
}

/* "Near", "With": a capital only because the sentence, or a title, begins words so. */
static gboolean
is_small_word (const HsToken *token,
               guint          marks)
{
  static const char *const words[] = { "near", "in", "on", "from", "for", "with", "by", "to", "after", "before",
                                       "during", "since", "until", "while", "when", "if", "but", "and", "or",
                                       "although", "though", "because", "outside", "inside", "amid", "among", "despite",
                                       "against", "between", "about", "where", "what", "how", "why", "that", "this",
                                       "these", "those", "it", "he", "she", "they", "we", "his", "her", "their", "our",
                                       "its", "my", "you", "your", "there", "here", "then", "so", "not", "under",
                                       "without", "within", NULL };

  return (marks & (HS_TAG_MARK_FIRST | HS_TAG_MARK_TITLE)) != 0 && !(token->flags & HS_TOKEN_UPPER) &&
         strlen (token->fold) <= 8 && g_strv_contains (words, token->fold);
}

/* Whether a name may begin at @i: a capital, or what leads up to one. */
static gboolean
may_begin (const HsTagView *self,
           guint            i,
           guint            end)
{
  const HsReading *reading = self->reading;
  const HsToken *token = hs_reading_token (reading, i);

  if (token->kind == HS_TOKEN_WORD && (token->flags & HS_TOKEN_CAPITAL) != 0)
    return !self->strict || !hs_token_in (token, HS_IN (HS_LIST_STOP_WORDS)) ||
           !is_small_word (token, self->tokens[i].marks);
  if (i + 1 >= end)
    return FALSE;
  if (token->kind == HS_TOKEN_NUMBER || (token->flags & HS_TOKEN_DIGITS) != 0)
    return hs_tag_is_capital (hs_reading_token (reading, i + 1));
  if (token->kind != HS_TOKEN_WORD)
    return FALSE;
  if (hs_tag_is_capital (hs_reading_token (reading, i + 1)))
    return hs_token_in (token, HS_IN (HS_LIST_PARTICLES));
  return i + 2 < end && is_glue (hs_reading_token (reading, i + 1)) &&
         hs_tag_is_capital (hs_reading_token (reading, i + 2));
}

/**
 * hs_tag_view_allowed:
 * @self: a view
 * @end: one past the last token of the sentence
 * @i: a token; those of a sentence are asked in order
 * @reach: (inout): 0 at the beginning of a sentence
 *
 * Most words of a text are in lower case and far from any capital: they are
 * outside of every name, and cost nothing.
 *
 * Returns: the labels that @i may have, as bits
 */
guint32
hs_tag_view_allowed (const HsTagView *self,
                     guint            end,
                     guint            i,
                     guint           *reach)
{
  if (may_begin (self, i, end))
    {
      *reach = LONGEST_GAP + 1;
      return HS_TAG_ANY;
    }
  if (*reach > 0)
    --*reach;
  return *reach > 0 ? HS_TAG_ON : HS_TAG_BIT (HS_TAG_OUTSIDE);
}
