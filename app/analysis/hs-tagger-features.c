/* hs-tagger-features.c: what the tagger sees of a word
 *
 * The word, its ends and its shape, its neighbours, the run of capitals it
 * stands in, the lists that know it, and where else the article has it (Nadeau
 * and Sekine, "A survey of named entity recognition and classification", 2007;
 * Ratinov and Roth, "Design challenges and misconceptions in named entity
 * recognition", 2009). A feature is the hash of its kind and value; the
 * program that trains and the one that reads call the same function.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-tagger-features.h"

#include <string.h>

/* Lists that say what a name is by one of its words. */
#define TELLING                                                                                           \
  (HS_IN (HS_LIST_ORG_HEADS) | HS_IN (HS_LIST_ORG_WORDS) | HS_IN (HS_LIST_ORG_FIELDS) |                   \
   HS_IN (HS_LIST_OUTLET_HEADS) | HS_IN (HS_LIST_PLACE_HEADS) | HS_IN (HS_LIST_GIVEN_NAMES) |             \
   HS_IN (HS_LIST_TITLES) | HS_IN (HS_LIST_EVENT_HEADS) | HS_IN (HS_LIST_LAW_HEADS))

typedef struct
{
  const HsTagView *view;
  guint first, end, i;
  guint64 *out;
  guint n;
} Maker;

/* What each feature says; numbers are part of the model. */
enum
{
  ALWAYS, WORD, PAIR_BEFORE = WORD + 5, PAIR_AFTER, PAIR_LEFT, PAIR_RIGHT, AROUND,
  PREFIX, SUFFIX = PREFIX + 5, SUFFIX_BEFORE = SUFFIX + 5, SUFFIX_AFTER, SHAPE, BRIEF, BRIEFS, BRIEFS_LEFT,
  BRIEFS_RIGHT, SHAPE_BEFORE, SHAPE_AFTER, FIRST_BRIEF, FIRST_WORD, LISTS, LISTS_BEFORE, LISTS_AFTER,
  LISTS_PAIR, LISTS_NEXT, GAZETTEER, GAZETTEER_BEFORE, GAZETTEER_AFTER, GAZETTEER_PAIR, GAZETTEER_NEXT,
  GAZETTEER_BRIEF, PLACE_IN_RUN, RUN_LAST, RUN_FIRST, RUN_LAST_LISTS, RUN_BEFORE, RUN_AFTER,
  RUN_BEFORE_LISTS, RUN_AFTER_LISTS, RUN_AROUND, RUN_LENGTH, RUN_GAZETTEER, LINK_LEFT, LINK_RIGHT,
  LINK_LEFT_LISTS, ELSEWHERE, ELSEWHERE_BRIEF, OTHER_BEFORE, OTHER_AFTER, OTHER_RUN_LAST, OTHER_RUN_FIRST,
  OTHER_BEFORE_LISTS, OTHER_AFTER_LISTS, OTHER_GAZETTEER, BRACKETS, TITLE_WORD, QUOTED,
  RUN_FIRST_LISTS, RUN_ANY_LISTS, RUN_ANY_GAZETTEER,
  CLUSTER, CLUSTER_BEFORE = CLUSTER + 3, CLUSTER_AFTER = CLUSTER_BEFORE + 3, CLUSTER_FAR_BEFORE = CLUSTER_AFTER + 3,
  CLUSTER_FAR_AFTER, CLUSTER_BRIEF, CLUSTERS_BEFORE, CLUSTERS_AFTER, CLUSTERS_AROUND, RUN_CLUSTER_FIRST,
  RUN_CLUSTER_LAST = RUN_CLUSTER_FIRST + 2, RUN_CLUSTER_LEFT = RUN_CLUSTER_LAST + 2,
  RUN_CLUSTER_RIGHT = RUN_CLUSTER_LEFT + 2, OTHER_CLUSTER_LEFT = RUN_CLUSTER_RIGHT + 2, OTHER_CLUSTER_RIGHT
};

/* The finalising steps of MurmurHash3 (Appleby), 64 bits. */
static void
add (Maker   *m,
     guint    kind,
     guint64  value)
{
  guint64 h = (value ^ ((guint64) kind << 56)) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd) + kind;

  if (m->n == HS_TAGGER_MAX_FEATURES)
    return;
  h ^= h >> 33;
  h *= G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
  h ^= h >> 33;
  m->out[m->n++] = h;
}

static guint64
pair (guint32 a,
      guint32 b)
{
  return (guint64) a * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + b;
}

static const HsTagToken *
at (const Maker *m,
    guint        i)
{
  static const HsTagToken before = { .word = 2, .name = 2, .shape = 2, .brief = 2 };
  static const HsTagToken after = { .word = 3, .name = 3, .shape = 3, .brief = 3 };

  if (i + 1 < m->first + 1)
    return &before;
  return i < m->end ? &m->view->tokens[i] : &after;
}

static const HsTagToken *
near (const Maker *m,
      int          offset)
{
  if (offset < 0 && m->i < m->first + (guint) -offset)
    return at (m, G_MAXUINT);
  return at (m, m->i + offset);
}

static void
add_bits (Maker   *m,
          guint    kind,
          guint32  bits)
{
  for (; bits != 0; bits &= bits - 1)
    add (m, kind, g_bit_nth_lsf (bits, -1));
}

static void
add_words (Maker *m)
{
  const HsTagToken *l2 = near (m, -2), *l1 = near (m, -1), *c = near (m, 0), *r1 = near (m, 1), *r2 = near (m, 2);

  add (m, ALWAYS, c->marks & HS_TAG_MARK_TITLE);
  add (m, WORD + 0, l2->word);
  add (m, WORD + 1, l1->word);
  add (m, WORD + 2, c->word);
  add (m, WORD + 3, r1->word);
  add (m, WORD + 4, r2->word);
  add (m, PAIR_BEFORE, pair (l1->word, c->word));
  add (m, PAIR_AFTER, pair (c->word, r1->word));
  add (m, PAIR_LEFT, pair (l2->word, l1->word));
  add (m, PAIR_RIGHT, pair (r1->word, r2->word));
  add (m, AROUND, pair (l1->word, r1->word));
  add (m, SHAPE, c->shape);
  add (m, BRIEF, pair (c->brief, c->marks & HS_TAG_MARK_TITLE));
  add (m, BRIEFS, pair (l1->brief, c->brief) * 31 + r1->brief);
  add (m, BRIEFS_LEFT, pair (l2->brief, l1->brief) * 31 + c->brief);
  add (m, BRIEFS_RIGHT, pair (c->brief, r1->brief) * 31 + r2->brief);
  add (m, SHAPE_BEFORE, pair (c->shape, l1->word));
  add (m, SHAPE_AFTER, pair (c->shape, r1->word));
  if (c->marks & HS_TAG_MARK_FIRST)
    {
      add (m, FIRST_BRIEF, pair (c->brief, r1->brief));
      add (m, FIRST_WORD, c->word);
    }
  if (c->marks & HS_TAG_MARK_TITLE)
    add (m, TITLE_WORD, pair (l1->brief, c->lists != 0));
}

static guint32
hash_bytes (const char *p,
            gsize       n)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < n; i++)
    hash = (hash ^ (guchar) p[i]) * 16777619u;
  return hash;
}

/* The first and the last one to four letters. */
static void
add_ends (Maker *m)
{
  const char *fold = hs_reading_token (m->view->reading, m->i)->fold;
  const char *end = fold + strlen (fold), *p = fold;

  for (guint n = 1; n <= 4 && *p != '\0'; n++)
    {
      p = g_utf8_next_char (p);
      add (m, PREFIX + n, hash_bytes (fold, p - fold));
    }
  p = end;
  for (guint n = 1; n <= 4 && p > fold; n++)
    {
      p = g_utf8_prev_char (p);
      add (m, SUFFIX + n, hash_bytes (p, end - p));
    }
}

static guint32
last_three (const Maker *m,
            guint        i)
{
  const char *fold = hs_reading_token (m->view->reading, i)->fold;
  gsize n = strlen (fold);

  return n <= 3 ? hash_bytes (fold, n) : hash_bytes (fold + n - 3, 3);
}

static void
add_lists (Maker *m)
{
  const HsTagToken *l1 = near (m, -1), *c = near (m, 0), *r1 = near (m, 1);
  guint phrase = (c->marks & (HS_TAG_MARK_PHRASE_FIRST | HS_TAG_MARK_PHRASE_ON)) << 3;
  guint gazetteer = c->gazetteer & ~HS_GAZETTEER_MORE;

  for (guint32 bits = c->lists; bits != 0; bits &= bits - 1)
    add (m, LISTS, g_bit_nth_lsf (bits, -1) | phrase << 5);
  add_bits (m, LISTS_BEFORE, l1->lists);
  add_bits (m, LISTS_AFTER, r1->lists);
  add (m, LISTS_PAIR, pair (l1->lists, c->lists));
  add (m, LISTS_NEXT, pair (c->lists, r1->lists));
  add (m, GAZETTEER, gazetteer);
  add (m, GAZETTEER_BEFORE, pair (l1->gazetteer, l1->brief));
  add (m, GAZETTEER_AFTER, pair (r1->gazetteer, r1->brief));
  add (m, GAZETTEER_PAIR, pair (l1->gazetteer, gazetteer));
  add (m, GAZETTEER_NEXT, pair (gazetteer, r1->gazetteer));
  add (m, GAZETTEER_BRIEF, pair (gazetteer << 1 | (c->marks & HS_TAG_MARK_FIRST), c->brief));
  if (m->i > m->first)
    add (m, SUFFIX_BEFORE, last_three (m, m->i - 1));
  if (m->i + 1 < m->end)
    add (m, SUFFIX_AFTER, last_three (m, m->i + 1));
}

/* Words that stand in like places are learnt of together (Miller, Guinness and
 * Zamanian, "Name tagging with word clusters and discriminative training", 2004;
 * Turian, Ratinov and Bengio, "Word representations", 2010). */
static void
add_clusters (Maker *m)
{
  const HsTagToken *l2 = near (m, -2), *l1 = near (m, -1), *c = near (m, 0), *r1 = near (m, 1), *r2 = near (m, 2);

  for (guint k = 0; k < HS_GAZETTEER_DEGREES; k++)
    {
      add (m, CLUSTER + k, pair (c->clusters[k], c->brief));
      add (m, CLUSTER_BEFORE + k, l1->clusters[k]);
      add (m, CLUSTER_AFTER + k, r1->clusters[k]);
    }
  add (m, CLUSTER_FAR_BEFORE, l2->clusters[1]);
  add (m, CLUSTER_FAR_AFTER, r2->clusters[1]);
  add (m, CLUSTER_BRIEF, pair (c->clusters[1], c->marks & 3) * 31 + c->brief);
  add (m, CLUSTERS_BEFORE, pair (l1->clusters[1], c->clusters[1]));
  add (m, CLUSTERS_AFTER, pair (c->clusters[1], r1->clusters[1]));
  add (m, CLUSTERS_AROUND, pair (l1->clusters[1], r1->clusters[1]) * 31 + c->brief);
}

/* "Ministry of …", "… and Sons": capitals that a small word ties to the run. */
static void
add_links (Maker *m,
           guint  from,
           guint  to)
{
  const HsReading *reading = m->view->reading;
  guint l = from, r = to + 1;

  for (guint n = 0; n < 2 && l > m->first && !hs_tag_is_capital (hs_reading_token (reading, l - 1)) &&
       hs_reading_token (reading, l - 1)->kind == HS_TOKEN_WORD; n++)
    l--;
  if (l > m->first && l < from && hs_tag_is_capital (hs_reading_token (reading, l - 1)))
    {
      add (m, LINK_LEFT, pair (at (m, l - 1)->word, at (m, l)->word));
      add (m, LINK_LEFT_LISTS, pair (at (m, l - 1)->lists, at (m, l)->word));
    }
  for (guint n = 0; n < 2 && r < m->end && !hs_tag_is_capital (hs_reading_token (reading, r)) &&
       hs_reading_token (reading, r)->kind == HS_TOKEN_WORD; n++)
    r++;
  if (r < m->end && r > to + 1 && hs_tag_is_capital (hs_reading_token (reading, r)))
    add (m, LINK_RIGHT, pair (at (m, to + 1)->word, at (m, r)->lists));
}

/* What the run has anywhere: one "Airways" makes a company of all of it. */
static void
add_any (Maker *m,
         guint  from,
         guint  to)
{
  guint32 lists = 0, gazetteer = 0;

  for (guint i = from; i <= to; i++)
    {
      lists |= at (m, i)->lists;
      gazetteer |= at (m, i)->gazetteer;
    }
  add_bits (m, RUN_ANY_LISTS, lists & TELLING);
  add (m, RUN_ANY_GAZETTEER, pair (gazetteer, MIN (to - from, 3)));
}

static void
add_run (Maker *m)
{
  const HsTagToken *c = near (m, 0);
  guint from = m->i - MIN (c->before, m->i - m->first), to = MIN (m->i + c->after, m->end - 1);
  const HsTagToken *last = at (m, to), *left = from > m->first ? at (m, from - 1) : at (m, G_MAXUINT);
  const HsTagToken *right = at (m, to + 1);

  add (m, PLACE_IN_RUN, pair (MIN (c->before, 3), MIN (c->after, 3)));
  add (m, RUN_LENGTH, to - from);
  add (m, RUN_BEFORE, pair (left->word, to == m->i));
  add (m, RUN_AFTER, pair (right->word, to == m->i));
  add_bits (m, RUN_BEFORE_LISTS, left->lists);
  add_bits (m, RUN_AFTER_LISTS, right->lists);
  add (m, RUN_AROUND, pair (left->word, right->word));
  for (guint k = 0; k < 2; k++)
    {
      add (m, RUN_CLUSTER_FIRST + k, pair (at (m, from)->clusters[k], from == m->i));
      add (m, RUN_CLUSTER_LAST + k, pair (last->clusters[k], to == m->i));
      add (m, RUN_CLUSTER_LEFT + k, pair (left->clusters[k], to == m->i));
      add (m, RUN_CLUSTER_RIGHT + k, pair (right->clusters[k], from == m->i));
    }
  if (to > m->i)
    {
      add (m, RUN_LAST, last->word);
      add_bits (m, RUN_LAST_LISTS, last->lists);
    }
  if (from < m->i)
    {
      add (m, RUN_FIRST, at (m, from)->word);
      add_bits (m, RUN_FIRST_LISTS, at (m, from)->lists);
    }
  add_any (m, from, to);
  if (to > from)
    add (m, RUN_GAZETTEER, pair (at (m, from)->gazetteer, last->gazetteer) + MIN (to - from, 4));
  if (left->word == hs_gazetteer_hash ("(") && right->word == hs_gazetteer_hash (")"))
    add (m, BRACKETS, pair (c->brief, to - from));
  if (from > m->first && hs_reading_token (m->view->reading, from - 1)->kind == HS_TOKEN_QUOTE)
    add (m, QUOTED, to + 1 < m->end && hs_reading_token (m->view->reading, to + 1)->kind == HS_TOKEN_QUOTE);
  add_links (m, from, to);
}

/* What stands around another place where the article has the word. */
static void
add_other (Maker *m,
           guint  other)
{
  const HsTagToken *tokens = m->view->tokens;
  const HsToken *token = hs_reading_token (m->view->reading, other);
  const HsSentence *sentence = &g_array_index (m->view->reading->sentences, HsSentence, token->sentence);
  Maker there = { m->view, sentence->first, sentence->end, other, NULL, 0 };
  guint from = other - MIN (tokens[other].before, other - sentence->first);
  guint to = MIN (other + tokens[other].after, sentence->end - 1);
  const HsTagToken *left = from > sentence->first ? at (&there, from - 1) : at (&there, G_MAXUINT);
  const HsTagToken *right = at (&there, to + 1);

  add (m, OTHER_BEFORE, left->word);
  add (m, OTHER_AFTER, right->word);
  add (m, OTHER_CLUSTER_LEFT, left->clusters[1]);
  add (m, OTHER_CLUSTER_RIGHT, right->clusters[1]);
  add (m, OTHER_BEFORE_LISTS, left->lists);
  add (m, OTHER_AFTER_LISTS, right->lists);
  if (to > other)
    add (m, OTHER_RUN_LAST, pair (tokens[to].word, 0));
  if (from < other)
    {
      add (m, OTHER_RUN_FIRST, tokens[from].word);
      add (m, OTHER_GAZETTEER, pair (tokens[other - 1].gazetteer, to == other));
    }
  else if (to > other)
    add (m, OTHER_GAZETTEER, pair (tokens[to].gazetteer, 2));
}

static void
add_elsewhere (Maker *m)
{
  const HsTagToken *c = near (m, 0);
  guint begin = m->n, out;

  add (m, ELSEWHERE, c->elsewhere | (c->marks & HS_TAG_MARK_FIRST) << 3);
  add (m, ELSEWHERE_BRIEF, pair (c->elsewhere | (c->marks & 3) << 3, c->brief));
  if (hs_token_in (hs_reading_token (m->view->reading, m->i), HS_IN (HS_LIST_STOP_WORDS)))
    return;
  for (guint n = 0, i = c->previous; n < 2 && i > 0; n++, i = m->view->tokens[i - 1].previous)
    add_other (m, i - 1);
  for (guint n = 0, i = c->next; n < 2 && i > 0; n++, i = m->view->tokens[i - 1].next)
    add_other (m, i - 1);
  /* said twice is said once */
  out = begin;
  for (guint a = begin; a < m->n; a++)
    {
      gboolean again = FALSE;

      for (guint b = begin; b < out && !again; b++)
        again = m->out[b] == m->out[a];
      if (!again)
        m->out[out++] = m->out[a];
    }
  m->n = out;
}

/**
 * hs_tag_view_features:
 * @self: a view
 * @first: first token of the sentence
 * @end: one past its last
 * @i: a token of it
 * @features: (out) (array length=HS_TAGGER_MAX_FEATURES): hashes
 *
 * Returns: how many features were set
 */
guint
hs_tag_view_features (const HsTagView *self,
                      guint            first,
                      guint            end,
                      guint            i,
                      guint64         *features)
{
  Maker m = { self, first, end, i, features, 0 };

  add_words (&m);
  add_ends (&m);
  add_lists (&m);
  add_clusters (&m);
  if (hs_tag_is_capital (hs_reading_token (self->reading, i)))
    {
      add_run (&m);
      add_elsewhere (&m);
    }
  return m.n;
}
