/* hs-tokens.c: text to words, numbers, marks and sentences
 *
 * A hand-written pass over UTF-8: names need hyphens and apostrophes seen
 * otherwise than ICU's word breaks see them ("S-400", "Su-57", "Iraq’s"), and
 * one pass without allocation is what keeps a long text cheap.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-tokens.h"

#include <string.h>

typedef struct
{
  const char *text;
  guint end;
  HsLexicons *lexicons;
  GStringChunk *strings;
  gboolean phrase;
  GArray *tokens;
  guint8 pending;      /* HS_TOKEN_SPACED when white space was passed */
} Cutter;

static gunichar
char_at (const Cutter *c,
         guint         pos)
{
  if (pos >= c->end)
    return 0;
  return g_utf8_get_char (c->text + pos);
}

static guint
after (const Cutter *c,
       guint         pos)
{
  return pos + g_utf8_skip[(guchar) c->text[pos]];
}

static gboolean
is_letter (gunichar ch)
{
  if (ch < 128)
    return g_ascii_isalpha (ch);
  return g_unichar_isalpha (ch) || g_unichar_ismark (ch);
}

static gboolean
is_digit (gunichar ch)
{
  return ch < 128 ? g_ascii_isdigit (ch) : g_unichar_isdigit (ch);
}

static gboolean
is_apostrophe (gunichar ch)
{
  return ch == '\'' || ch == 0x2019 || ch == 0x02bc || ch == 0x02bb || ch == 0x2018;
}

static gboolean
is_quote (gunichar ch)
{
  switch (ch)
    {
    case '"': case '\'': case '`':
    case 0xab: case 0xbb:
    case 0x2018: case 0x2019: case 0x201a: case 0x201b:
    case 0x201c: case 0x201d: case 0x201e: case 0x201f:
    case 0x2039: case 0x203a: case 0x2033: case 0xff02:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Lower case, with straight apostrophes. */
static void
fold_into (GString    *out,
           const char *p,
           const char *end)
{
  while (p < end)
    {
      guchar b = *p;

      if (b < 128)
        {
          g_string_append_c (out, g_ascii_tolower (b));
          p++;
          continue;
        }
      gunichar ch = g_utf8_get_char (p);
      if (is_apostrophe (ch))
        g_string_append_c (out, '\'');
      else
        g_string_append_unichar (out, g_unichar_tolower (ch));
      p = g_utf8_next_char (p);
    }
}

static void
push (Cutter     *c,
      guint       start,
      guint       end,
      HsTokenKind kind,
      guint8      flags)
{
  HsToken token = { HS_SPAN_INIT (start, end), kind, flags | c->pending, 0, 0, NULL, NULL };
  char small[64];
  GString fold = { small, 0, sizeof small };
  gboolean big = (end - start) * 3 + 8 > sizeof small;
  g_autoptr (GString) heap = big ? g_string_sized_new (end - start + 8) : NULL;
  GString *into = big ? heap : &fold;

  small[0] = '\0';
  fold_into (into, c->text + start, c->text + end);
  token.entry = c->lexicons != NULL ? hs_lexicons_find (c->lexicons, into->str) : NULL;
  token.fold = token.entry != NULL ? token.entry->fold
                                   : g_string_chunk_insert_const (c->strings, into->str);
  c->pending = 0;
  g_array_append_val (c->tokens, token);
}

/* "U.S.", "D.C.": letters each followed by a full stop. Returns the end, or 0. */
static guint
dotted_end (const Cutter *c,
            guint         pos)
{
  guint n = 0;

  while (is_letter (char_at (c, pos)) && char_at (c, after (c, pos)) == '.')
    {
      pos = after (c, pos) + 1;
      n++;
    }
  if (n >= 2 && !is_letter (char_at (c, pos)))
    return pos;
  return 0;
}

/* Whether the word [start, end) with the full stop after it is an abbreviation. */
static gboolean
is_abbreviation (const Cutter *c,
                 guint         start,
                 guint         end)
{
  char word[32];
  char *low;
  const HsLexEntry *entry;
  gsize n = end - start;
  gboolean known = FALSE;

  if (n + 2 > sizeof word)
    return FALSE;
  memcpy (word, c->text + start, n);
  word[n] = '.';
  word[n + 1] = '\0';
  low = g_utf8_strdown (word, -1);
  entry = hs_lexicons_find (c->lexicons, low);
  g_free (low);
  if (!hs_lex_entry_is (entry, HS_IN (HS_LIST_ABBREVIATIONS)))
    return FALSE;
  for (const HsLexFields *f = entry->fields; f != NULL && !known; f = f->next)
    known = f->list == HS_LIST_ABBREVIATIONS && strcmp (f->form, word) == 0;
  if (!known)
    return FALSE;
  /* "No." is a number only before one. */
  if (strcmp (word, "No.") == 0 || strcmp (word, "Nos.") == 0 || strcmp (word, "Art.") == 0)
    return char_at (c, end + 1) == ' ' && is_digit (char_at (c, end + 2));
  return TRUE;
}

static guint8
case_flags (const Cutter *c,
            guint         start,
            guint         end)
{
  guint upper = 0, lower = 0, digits = 0;
  guint8 flags = 0;

  if (g_unichar_isupper (char_at (c, start)) || g_unichar_istitle (char_at (c, start)))
    flags |= HS_TOKEN_CAPITAL;
  for (guint p = start; p < end; p = after (c, p))
    {
      gunichar ch = char_at (c, p);

      if (is_digit (ch))
        digits++;
      else if (g_unichar_isupper (ch))
        upper++;
      else if (is_letter (ch))
        lower++;
    }
  if (upper >= 2 && lower == 0)
    flags |= HS_TOKEN_UPPER;
  if (digits > 0)
    flags |= HS_TOKEN_DIGITS;
  return flags;
}

static guint
cut_word (Cutter *c,
          guint   pos)
{
  guint start = pos;
  guint8 flags;
  guint dotted = dotted_end (c, pos);

  if (dotted != 0)
    {
      push (c, start, dotted, HS_TOKEN_WORD,
            case_flags (c, start, dotted) | HS_TOKEN_DOTTED);
      return dotted;
    }
  while (pos < c->end)
    {
      gunichar ch = char_at (c, pos);

      if (is_letter (ch) || is_digit (ch))
        pos = after (c, pos);
      else if (is_apostrophe (ch) && ch != 0x2018 && is_letter (char_at (c, after (c, pos))))
        {
          guint next = after (c, pos);
          gunichar letter = char_at (c, next);

          /* "Iraq's": the possessive stands by itself */
          if ((letter == 's' || letter == 'S') && !is_letter (char_at (c, next + 1)) &&
              !is_digit (char_at (c, next + 1)))
            break;
          pos = next;
        }
      else
        break;
    }
  flags = case_flags (c, start, pos);
  if (char_at (c, pos) == '.')
    {
      gboolean initial = after (c, start) == pos && (flags & HS_TOKEN_CAPITAL) != 0;

      if (c->phrase || initial || is_abbreviation (c, start, pos))
        {
          pos++;
          flags |= HS_TOKEN_DOTTED | (initial ? HS_TOKEN_INITIAL : 0);
        }
    }
  push (c, start, pos, HS_TOKEN_WORD, flags);
  if (is_apostrophe (char_at (c, pos)))
    {
      guint next = after (c, pos);
      gunichar letter = char_at (c, next);

      if ((letter == 's' || letter == 'S') && !is_letter (char_at (c, next + 1)))
        {
          push (c, pos, next + 1, HS_TOKEN_CLITIC, 0);
          return next + 1;
        }
    }
  return pos;
}

static guint
cut_number (Cutter *c,
            guint   pos)
{
  guint start = pos;

  while (pos < c->end)
    {
      gunichar ch = char_at (c, pos);

      if (is_digit (ch))
        pos = after (c, pos);
      else if ((ch == ',' || ch == '.' || ch == ':') && is_digit (char_at (c, pos + 1)))
        pos++;
      else
        break;
    }
  if (is_letter (char_at (c, pos)))
    {
      while (pos < c->end && (is_letter (char_at (c, pos)) || is_digit (char_at (c, pos))))
        pos = after (c, pos);
      push (c, start, pos, HS_TOKEN_WORD, HS_TOKEN_DIGITS);
      return pos;
    }
  push (c, start, pos, HS_TOKEN_NUMBER, HS_TOKEN_DIGITS);
  return pos;
}

static guint
cut_mark (Cutter *c,
          guint   pos)
{
  guint start = pos;
  gunichar ch = char_at (c, pos);

  pos = after (c, pos);
  if (ch == '\'' && char_at (c, pos) == '\'')
    {
      push (c, start, pos + 1, HS_TOKEN_QUOTE, 0);
      return pos + 1;
    }
  if (ch == '`' && char_at (c, pos) == '`')
    {
      push (c, start, pos + 1, HS_TOKEN_QUOTE, 0);
      return pos + 1;
    }
  if (is_quote (ch))
    {
      push (c, start, pos, HS_TOKEN_QUOTE, 0);
      return pos;
    }
  /* "--", "...": one mark */
  if (ch == '-' || ch == '.')
    while (char_at (c, pos) == ch)
      pos++;
  push (c, start, pos, HS_TOKEN_MARK, 0);
  return pos;
}

/**
 * hs_tokens_cut:
 * @text: a text
 * @span: the bytes of it that are cut
 * @lexicons: what is known of words
 * @strings: keeps the folded forms that no lexicon has
 * @phrase: keep every full stop with its word, as when a lexicon line is read
 * @tokens: (element-type HsToken): tokens are appended
 *
 * Cuts a text into words, numbers and marks.
 */
void
hs_tokens_cut (const char   *text,
               HsSpan        span,
               HsLexicons   *lexicons,
               GStringChunk *strings,
               gboolean      phrase,
               GArray       *tokens)
{
  Cutter c = { text, span.end, lexicons, strings, phrase, tokens, HS_TOKEN_SPACED };
  guint pos = span.start;

  while (pos < c.end)
    {
      gunichar ch = char_at (&c, pos);

      if (ch == 0)
        break;
      if (g_unichar_isspace (ch) || ch == 0x200b || ch == 0xfeff)
        {
          c.pending = HS_TOKEN_SPACED;
          pos = after (&c, pos);
        }
      else if (is_letter (ch))
        pos = cut_word (&c, pos);
      else if (is_digit (ch))
        pos = cut_number (&c, pos);
      else
        pos = cut_mark (&c, pos);
    }
}

static gboolean
may_begin_sentence (const HsToken *token)
{
  return token->kind == HS_TOKEN_QUOTE || token->kind == HS_TOKEN_NUMBER ||
         (token->flags & HS_TOKEN_CAPITAL) != 0 || strcmp (token->fold, "(") == 0 ||
         strcmp (token->fold, "[") == 0 || strcmp (token->fold, "—") == 0;
}

/**
 * hs_tokens_sentence_ends:
 * @tokens: (element-type HsToken): tokens
 * @i: index of one
 * @end: index past the last that counts
 *
 * Returns: whether a sentence ends after it
 */
gboolean
hs_tokens_sentence_ends (const GArray *tokens,
                         guint         i,
                         guint         end)
{
  const HsToken *token = hs_token_at (tokens, i);
  const HsToken *next;
  guint j = i + 1;

  if (j >= end)
    return TRUE;
  next = hs_token_at (tokens, j);
  if (token->kind == HS_TOKEN_MARK &&
      (strcmp (token->fold, ".") == 0 || strcmp (token->fold, "?") == 0 ||
       strcmp (token->fold, "!") == 0 || strcmp (token->fold, "...") == 0 ||
       strcmp (token->fold, "…") == 0))
    {
      /* the closing quotation mark stays with its sentence */
      if ((next->kind == HS_TOKEN_QUOTE || strcmp (next->fold, ")") == 0) &&
          !(next->flags & HS_TOKEN_SPACED))
        return FALSE;
      return (next->flags & HS_TOKEN_SPACED) != 0 && may_begin_sentence (next);
    }
  if (token->kind == HS_TOKEN_QUOTE && i > 0 && !(token->flags & HS_TOKEN_SPACED))
    {
      const HsToken *before = hs_token_at (tokens, i - 1);

      if (before->kind == HS_TOKEN_MARK && strchr (".?!…", before->fold[0]) != NULL &&
          (next->flags & HS_TOKEN_SPACED) != 0)
        return may_begin_sentence (next);
    }
  /* "… of the U.S. The strike …" */
  if ((token->flags & HS_TOKEN_DOTTED) != 0 && !(token->flags & HS_TOKEN_INITIAL) &&
      (next->flags & (HS_TOKEN_CAPITAL | HS_TOKEN_SPACED)) == (HS_TOKEN_CAPITAL | HS_TOKEN_SPACED) &&
      hs_lex_entry_is (next->entry, HS_IN (HS_LIST_STOP_WORDS)) &&
      !hs_lex_entry_is (token->entry, HS_IN (HS_LIST_TITLES)))
    return TRUE;
  return FALSE;
}
