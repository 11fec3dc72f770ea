/* hs-utterances.c: one act of speech that several statements report
 *
 * The speaker must be the same entity; only then are the words compared: as
 * stems, a few synonyms made one, numbers and negation apart. A retranslation
 * keeps few of the words but most of what they stand for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-story-private.h"

#include <string.h>

#include "hs-sketch.h"

#define FEWEST_SHARED 4
#define SHARE_NEEDED 0.5
#define MOST_WORDS 200
/* Comparisons for one speaker; beyond that only neighbours in words are compared. */
#define MOST_COMPARED 3000

static const char *const empty_words[] = {
  "a", "about", "after", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be", "been", "but",
  "by", "can", "could", "did", "do", "does", "for", "from", "had", "has", "have", "he", "her", "him", "his",
  "i", "if", "in", "is", "it", "its", "just", "may", "more", "most", "my", "of", "on", "or", "our", "she",
  "should", "so", "some", "such", "than", "that", "the", "their", "them", "then", "there", "these", "they",
  "this", "those", "to", "us", "very", "was", "we", "were", "what", "when", "which", "who", "will", "with",
  "would", "yet", "you", "your", "s", "t", "re", "ve", "d", "said", "says", "that", NULL
};

static const char *const negations[] = { "not", "no", "never", "none", "nothing", "neither", "nor", "without",
                                         "cannot", "don", "didn", "doesn", "isn", "wasn", "aren", "weren",
                                         "hasn", "haven", "won", "wouldn", "couldn", "can't", NULL };

/* One word for several: after stemming. */
static const struct
{
  const char *from;
  const char *to;
} synonyms[] = {
  { "get", "buy" }, { "gett", "buy" }, { "got", "buy" }, { "purchas", "buy" }, { "acquir", "buy" },
  { "acquisit", "buy" }, { "bought", "buy" }, { "obtain", "buy" }, { "procur", "buy" },
  { "negotiat", "talk" }, { "negoti", "talk" }, { "discuss", "talk" }, { "wish", "want" }, { "desir", "want" },
  { "defens", "defenc" }, { "troop", "forc" }, { "soldier", "forc" }, { "america", "american" },
  { "usa", "american" }, { "authoris", "authoriz" }, { "allow", "permit" }, { "aid", "help" },
  { "assist", "help" }, { "arm", "weapon" }, { "armament", "weapon" }, { "deal", "contract" },
  { "accord", "contract" }, { "agreement", "contract" }, { "attack", "strik" }, { "struck", "strik" },
  { "child", "children" }, { "kill", "die" }, { "dead", "die" }, { "death", "die" }, { "big", "larg" },
  { "huge", "larg" }, { "begin", "start" }, { "began", "start" }, { "commenc", "start" }, { "end", "stop" },
  { "halt", "stop" }, { "ceas", "stop" }, { "leav", "withdraw" }, { "left", "withdraw" }, { "country", "nation" },
  { "countr", "nation" }, { "stat", "nation" }, { "need", "necess" }, { "must", "necess" }, { "requir", "necess" },
  { "let", "permit" }, { "approv", "permit" }, { "money", "fund" }, { "cash", "fund" }, { "job", "work" },
  { "protect", "defend" }, { "guard", "defend" }, { "tell", "speak" }, { "told", "speak" },
};

/**
 * hs_said_clear:
 * @said: what an utterance says
 *
 * Frees what it holds; the struct itself stays the caller's.
 */
void
hs_said_clear (HsSaid *said)
{
  g_clear_pointer (&said->words, g_array_unref);
  g_clear_pointer (&said->numbers, g_array_unref);
}

static char *
stem (const char *word)
{
  static const char *const endings[] = { "ations", "ation", "ings", "ing", "ments", "ment", "ies", "ied", "ed",
                                         "es", "ly", "s", "e", "y", NULL };
  gsize n = strlen (word);
  char *root = NULL;

  for (guint i = 0; endings[i] != NULL && root == NULL; i++)
    {
      gsize m = strlen (endings[i]);

      if (n >= m + 3 && strcmp (word + n - m, endings[i]) == 0 &&
          !(strcmp (endings[i], "s") == 0 && word[n - 2] == 's'))
        root = g_strndup (word, n - m);
    }
  if (root == NULL)
    root = g_strdup (word);
  for (guint i = 0; i < G_N_ELEMENTS (synonyms); i++)
    if (strcmp (root, synonyms[i].from) == 0)
      {
        g_free (root);
        return g_strdup (synonyms[i].to);
      }
  return root;
}

static int
compare_hashes (gconstpointer a,
                gconstpointer b)
{
  guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;

  return x < y ? -1 : x > y;
}

static void
add_hash (GArray     *to,
          const char *word)
{
  guint64 hash = hs_sketch_hash (word, -1);

  if (to->len < MOST_WORDS)
    g_array_append_val (to, hash);
}

static void
add_word (HsSaid     *said,
          const char *word)
{
  g_autofree char *root = NULL;

  if (g_strv_contains (negations, word))
    {
      said->negated = TRUE;
      return;
    }
  if (g_strv_contains (empty_words, word))
    return;
  if (g_ascii_isdigit (word[0]))
    {
      add_hash (said->numbers, word);
      add_hash (said->words, word);
      return;
    }
  root = stem (word);
  add_hash (said->words, root);
}

static void
sort_unique (GArray *array)
{
  guint kept = 0;

  g_array_sort (array, compare_hashes);
  for (guint i = 0; i < array->len; i++)
    if (kept == 0 || g_array_index (array, guint64, kept - 1) != g_array_index (array, guint64, i))
      g_array_index (array, guint64, kept++) = g_array_index (array, guint64, i);
  g_array_set_size (array, kept);
}

static void
add_span (HsSaid     *said,
          const char *text,
          HsSpan      span)
{
  g_autoptr (GString) word = g_string_new (NULL);
  const char *p = text + span.start, *end = text + MIN (span.end, span.start + 6000);

  while (p < end)
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (word, g_unichar_tolower (c));
      else if (word->len > 0)
        {
          add_word (said, word->str);
          g_string_truncate (word, 0);
        }
      p = g_utf8_next_char (p);
    }
  if (word->len > 0)
    add_word (said, word->str);
}

/* Every statement of the story. Returns: (transfer full) (element-type HsSaid). */
GArray *
hs_utterances_said (const HsStoryArticle *articles,
                    guint                 n_articles)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (HsSaid));

  g_array_set_clear_func (all, (GDestroyNotify) hs_said_clear);
  for (guint a = 0; a < n_articles; a++)
    {
      const HsAnalysis *analysis = articles[a].analysis;

      for (guint s = 0; s < analysis->statements->len; s++)
        {
          const HsStatement *statement = analysis->statements->pdata[s];
          HsSaid said = { a, s, 0, NULL, NULL, FALSE, all->len };

          said.words = g_array_new (FALSE, FALSE, sizeof (guint64));
          said.numbers = g_array_new (FALSE, FALSE, sizeof (guint64));
          if (statement->named && statement->speaker_entity != HS_NO_INDEX)
            said.speaker = articles[a].entities[statement->speaker_entity];
          for (guint i = 0; i < statement->content->len; i++)
            add_span (&said, articles[a].document->text, g_array_index (statement->content, HsSpan, i));
          sort_unique (said.words);
          sort_unique (said.numbers);
          g_array_append_val (all, said);
        }
    }
  return all;
}

static guint
count_shared (const GArray *a,
              const GArray *b)
{
  guint i = 0, j = 0, n = 0;

  while (i < a->len && j < b->len)
    {
      guint64 x = g_array_index (a, guint64, i), y = g_array_index (b, guint64, j);

      if (x == y)
        {
          n++;
          i++;
          j++;
        }
      else if (x < y)
        i++;
      else
        j++;
    }
  return n;
}

/* How many words of content both have. */
guint
hs_utterances_shared (const HsSaid *a,
                      const HsSaid *b)
{
  return count_shared (a->words, b->words);
}

/* The share of the shorter statement's words that the other has; 0 when too
 * few are, or one says yes and the other no. */
double
hs_utterances_alike (const HsSaid *a,
                     const HsSaid *b)
{
  guint few = MIN (a->words->len, b->words->len), shared;
  double share;

  if (few < 3)
    return 0.0;
  shared = count_shared (a->words, b->words);
  share = shared / (double) few;
  if (shared < MIN (FEWEST_SHARED, few) || a->negated != b->negated)
    return 0.0;
  if (a->numbers->len > 0 && b->numbers->len > 0 && count_shared (a->numbers, b->numbers) == 0)
    return 0.0;
  return share >= SHARE_NEEDED ? share : 0.0;
}

static guint
find_group (const GArray *said,
            guint         i)
{
  while (g_array_index (said, HsSaid, i).group != i)
    i = g_array_index (said, HsSaid, i).group;
  return i;
}

static void
join (GArray *said,
      guint   i,
      guint   j)
{
  guint x = find_group (said, i), y = find_group (said, j);

  if (x == y)
    return;
  if (x < y)
    g_array_index (said, HsSaid, y).group = x;
  else
    g_array_index (said, HsSaid, x).group = y;
}

/* Statements of different articles that report one act of speech. */
void
hs_utterances_join (GArray *said)
{
  g_autoptr (GHashTable) by_speaker = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                                             (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < said->len; i++)
    {
      HsSaid *one = &g_array_index (said, HsSaid, i);
      GArray *others;

      if (one->speaker == 0)
        continue;
      others = g_hash_table_lookup (by_speaker, &one->speaker);
      if (others == NULL)
        {
          others = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (by_speaker, &one->speaker, others);
        }
      for (guint k = others->len; k > 0 && others->len - k < MOST_COMPARED; k--)
        {
          guint j = g_array_index (others, guint, k - 1);
          const HsSaid *other = &g_array_index (said, HsSaid, j);

          if (other->article != one->article && hs_utterances_alike (one, other) > 0.0)
            join (said, i, j);
        }
      g_array_append_val (others, i);
    }
  for (guint i = 0; i < said->len; i++)
    g_array_index (said, HsSaid, i).group = find_group (said, i);
}
