/* hs-names.c: one name under many spellings
 *
 * Names written in another script reach English along many ways. What they
 * keep is the order of their consonants, so a word's key is its consonant
 * skeleton after the common choices of transliteration are made one (kh and h,
 * q and k, w and v …). Word similarity is Levenshtein's distance (1965)
 * against the longer word.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-names.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "hs-names-private.h"

#define LONGEST_WORD 48
#define MOST_TOKENS 8

static const char *const particles[] = {
  "al", "el", "ul", "ur", "ar", "as", "ash", "ad", "an", "at", "az", "bin", "ben", "ibn", "bint",
  "de", "del", "della", "di", "da", "das", "dos", "do", "du", "des", "la", "le", "van", "von", "der",
  "den", "ter", "ten", "zu", "y", "e", "ould", "the", "of", "jr", "sr", "ii", "iii", "mr", "mrs",
  "ms", "dr", "haji", "hajji", "mullah", "maulvi", "mawlawi", "sheikh", "shaykh", "qari", "sayyed",
  "sayyid", "syed", "general", NULL
};

static const char *const abd_forms[] = { "abd", "abdul", "abdel", "abdal", "abdol", "abdur", "abdus",
                                         "abdu", "abdou", "abdoul", NULL };

/* Lower case, without marks over letters and apostrophes; other signs become
 * spaces. Returns: (transfer full). */
char *
hs_names_fold (const char *name)
{
  g_autofree char *decomposed = g_utf8_normalize (name, -1, G_NORMALIZE_NFKD);
  GString *out = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *p = decomposed != NULL ? decomposed : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      if (g_unichar_ismark (c) || c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02bc ||
          c == 0x02bb || c == '`' || c == '.')
        continue;
      if (!g_unichar_isalnum (c))
        {
          gap = out->len > 0;
          continue;
        }
      if (gap)
        g_string_append_c (out, ' ');
      gap = FALSE;
      switch (c)
        {
        case 0x131: c = 'i'; break;
        case 0xf8: c = 'o'; break;
        case 0x142: c = 'l'; break;
        case 0x111: c = 'd'; break;
        default: break;
        }
      if (c == 0xdf)
        g_string_append (out, "ss");
      else if (c == 0xe6)
        g_string_append (out, "ae");
      else
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

/* Letters that several ways of transliteration write differently. Longest first. */
static const struct
{
  const char *from;
  char to;
} spellings[] = {
  { "tch", 'c' }, { "dzh", 'j' }, { "sch", 'x' }, { "sh", 'x' }, { "ch", 'c' }, { "zh", 'j' },
  { "dj", 'j' }, { "kh", 'h' }, { "gh", 'g' }, { "dh", 'd' }, { "th", 't' }, { "ph", 'f' },
  { "ck", 'k' }, { "cq", 'k' }, { "tz", 'z' }, { "ts", 'z' }, { "q", 'k' }, { "w", 'v' },
};

static gboolean
is_vowel (char c)
{
  return c != '\0' && strchr ("aeiouy", c) != NULL;
}

/**
 * hs_names_skeleton:
 * @word: one folded word
 *
 * Returns: (transfer full): its consonants, one letter for each sound that is
 *   spelled in several ways; "a" stands for a vowel at the beginning
 */
char *
hs_names_skeleton (const char *word)
{
  GString *out = g_string_new (NULL);
  const char *p = word;

  while (*p != '\0')
    {
      char to = '\0';
      gsize step = 1;

      for (guint i = 0; i < G_N_ELEMENTS (spellings) && to == '\0'; i++)
        if (g_str_has_prefix (p, spellings[i].from))
          {
            to = spellings[i].to;
            step = strlen (spellings[i].from);
          }
      /* "abd-hadi": no letters meet over it */
      if (*p == '-')
        {
          p++;
          continue;
        }
      if (to == '\0' && is_vowel (*p))
        {
          if (p == word)
            g_string_append_c (out, 'a');
          p++;
          continue;
        }
      if (to == '\0' && *p == 'c')
        to = p[1] == 'e' || p[1] == 'i' ? 's' : 'k';
      if (to == '\0' && *p == 'h' && p[1] == '\0' && p != word)
        break;
      if (to == '\0')
        to = *p;
      if ((guchar) to >= 128)
        {
          step = g_utf8_skip[(guchar) *p];
          g_string_append_len (out, p, step);
        }
      else if (out->len == 0 || out->str[out->len - 1] != to)
        g_string_append_c (out, to);
      p += step;
    }
  return g_string_free (out, FALSE);
}

static gboolean
is_abd (const char *word)
{
  return g_strv_contains (abd_forms, word);
}

/* The words of a person's name without articles and particles, "abd al" made
 * one with what follows. Returns: (transfer full). */
GStrv
hs_names_person_tokens (const char *name)
{
  g_autofree char *fold = hs_names_fold (name);
  g_auto (GStrv) words = g_strsplit (fold, " ", -1);
  GStrvBuilder *builder = g_strv_builder_new ();
  gboolean abd = FALSE;
  guint n = 0;
  GStrv tokens;

  for (guint i = 0; words[i] != NULL && n < MOST_TOKENS; i++)
    {
      if (words[i][0] == '\0' || (g_strv_contains (particles, words[i]) && (abd || words[i + 1] != NULL)))
        continue;
      if (is_abd (words[i]) && words[i + 1] != NULL)
        {
          abd = TRUE;
          continue;
        }
      if (abd)
        {
          g_autofree char *joined = g_strconcat ("abd-", words[i], NULL);

          g_strv_builder_add (builder, joined);
        }
      else if (g_str_has_prefix (words[i], "abdul") && strlen (words[i]) > 7)
        {
          g_autofree char *joined = g_strconcat ("abd-", words[i] + 5, NULL);

          g_strv_builder_add (builder, joined);
        }
      else
        g_strv_builder_add (builder, words[i]);
      abd = FALSE;
      n++;
    }
  tokens = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return tokens;
}

/**
 * hs_names_similarity:
 *
 * Returns: one minus Levenshtein's distance over the longer word's length
 */
double
hs_names_similarity (const char *a,
                     const char *b)
{
  gsize n = strlen (a), m = strlen (b);
  guint row[LONGEST_WORD + 1];

  if (n == 0 || m == 0 || n > LONGEST_WORD || m > LONGEST_WORD)
    return strcmp (a, b) == 0 ? 1.0 : 0.0;
  for (guint j = 0; j <= m; j++)
    row[j] = j;
  for (guint i = 1; i <= n; i++)
    {
      guint diagonal = row[0];

      row[0] = i;
      for (guint j = 1; j <= m; j++)
        {
          guint up = row[j];
          guint cost = diagonal + (a[i - 1] != b[j - 1]);

          row[j] = MIN (cost, MIN (up, row[j - 1]) + 1);
          diagonal = up;
        }
    }
  return 1.0 - row[m] / (double) MAX (n, m);
}

static void
loosen (char *skeleton)
{
  for (char *p = skeleton; *p != '\0'; p++)
    switch (*p)
      {
      case 'x': case 'z': *p = 's'; break;
      case 'c': case 'h': case 'j': *p = 'k'; break;
      case 'p': *p = 'b'; break;
      case 't': *p = 'd'; break;
      default: break;
      }
}

/* 0: other words; 1: may be one; 2: the same sounds; 3: the same */
static guint
grade_words (const char *a,
             const char *b)
{
  g_autofree char *x = NULL, *y = NULL;
  double similarity;

  if (strcmp (a, b) == 0)
    return 3;
  /* initials */
  if (a[1] == '\0' || b[1] == '\0')
    return a[0] == b[0] ? 1 : 0;
  similarity = hs_names_similarity (a, b);
  x = hs_names_skeleton (a);
  y = hs_names_skeleton (b);
  if (strcmp (x, y) == 0 && strlen (x) >= 2 && similarity >= 0.3)
    return similarity >= 0.5 ? 2 : 1;
  if (similarity >= 0.75 && strlen (a) >= 5 && strlen (b) >= 5)
    return 1;
  /* sounds that languages hear differently: sh and s, ch and kh, b and p */
  loosen (x);
  loosen (y);
  if (strcmp (x, y) == 0 && strlen (x) >= 3 && similarity >= 0.4)
    return 1;
  return strlen (x) >= 3 && strlen (y) >= 3 && similarity >= 0.6 && hs_names_similarity (x, y) >= 0.7 ? 1 : 0;
}

gboolean
hs_names_words_alike (const char *a,
                      const char *b)
{
  g_autofree char *fold_a = hs_names_fold (a);
  g_autofree char *fold_b = hs_names_fold (b);

  return grade_words (fold_a, fold_b) >= 2;
}

/* --- two names --------------------------------------------------------------------- */

/* Found by a search on one half of the pairs of a public list of names, and tried on
 * the other. */
#define UNMATCHED 0.11       /* of the share of the longer name that has no partner */
#define WEAK_LINK 0.5        /* of what the least alike words lack of WEAK_FROM */
#define WEAK_FROM 0.75
#define OTHER_BELOW 0.32     /* words less alike are other words */
#define OTHER 0.06
#define EVIDENCE 1.1         /* how much of rare words must agree */
#define SWAPPED 0.38         /* words that stand in another order */
#define OTHER_FIRST 0.2       /* the longer name begins with a word of its own: often a child's */
#define CLOSE_FROM 0.81
#define LIKELY_FROM 0.6

typedef struct
{
  double similarity;
  guint i;
  guint j;
} Pair;

/* The likest first, then those that stand at the same place. */
static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const Pair *x = a, *y = b;
  int near_x = ABS ((int) x->i - (int) x->j), near_y = ABS ((int) y->i - (int) y->j);

  if (x->similarity != y->similarity)
    return x->similarity > y->similarity ? -1 : 1;
  if (near_x != near_y)
    return near_x - near_y;
  return x->i != y->i ? (int) x->i - (int) y->i : (int) x->j - (int) y->j;
}

/* What a word tells about who is meant: common ones and short ones less. */
static double
weigh (const char *token)
{
  char code[HS_NAME_LONGEST_CODE];
  gsize length = strlen (token);
  double weight;

  if (length == 1)
    return 0.25;
  hs_name_code (token, code);
  weight = log ((HS_NAME_COUNTED + 1.0) / (hs_name_count (code) + 1.0)) / log (HS_NAME_COUNTED);
  return MAX (0.25, weight) * (length == 2 ? 0.6 : length == 3 ? 0.85 : 1);
}

static double
compare_tokens (const char *a,
                const char *b)
{
  /* initials */
  if (a[1] == '\0' || b[1] == '\0')
    return a[0] == b[0] ? 0.75 : 0;
  return hs_name_similarity (a, b);
}

/* Gives each word of @few its own partner in @many, the likest first.
 * @partners: (out): which, for each of @few. Returns: how many have one */
static guint
align (GStrv  few,
       GStrv  many,
       Pair  *partners)
{
  Pair pairs[MOST_TOKENS * MOST_TOKENS];
  gboolean taken_i[MOST_TOKENS] = { FALSE }, taken_j[MOST_TOKENS] = { FALSE };
  guint n_pairs = 0, n = 0;

  for (guint i = 0; few[i] != NULL; i++)
    for (guint j = 0; many[j] != NULL; j++)
      pairs[n_pairs++] = (Pair) { compare_tokens (few[i], many[j]), i, j };
  qsort (pairs, n_pairs, sizeof pairs[0], compare_pairs);
  for (guint k = 0; k < n_pairs; k++)
    {
      if (taken_i[pairs[k].i] || taken_j[pairs[k].j])
        continue;
      taken_i[pairs[k].i] = taken_j[pairs[k].j] = TRUE;
      partners[pairs[k].i] = pairs[k];
      n++;
    }
  return n;
}

static gboolean
is_swapped (const Pair *partners,
            guint       n)
{
  for (guint i = 1; i < n; i++)
    if (partners[i].j < partners[i - 1].j)
      return TRUE;
  return FALSE;
}

/* How alike the names are, at most 1; below 0 is possible. */
static double
score_names (GStrv few,
             GStrv many)
{
  Pair partners[MOST_TOKENS];
  guint n = align (few, many, partners);
  double sum = 0, weights = 0, evidence = 0, all = 0, unmatched = 0, worst = 1, score;
  gboolean matched[MOST_TOKENS] = { FALSE };

  for (guint i = 0; i < n; i++)
    {
      double x = weigh (few[i]), y = weigh (many[partners[i].j]), similarity = partners[i].similarity;
      double weight = similarity > 0.8 ? MIN (x, y) : MAX (x, y);

      matched[partners[i].j] = TRUE;
      sum += weight * similarity;
      weights += weight;
      evidence += similarity > 0.6 ? MIN (x, y) * similarity : 0;
      worst = MIN (worst, similarity);
    }
  for (guint j = 0; many[j] != NULL; j++)
    {
      double weight = weigh (many[j]);

      all += weight;
      unmatched += matched[j] ? 0 : weight;
    }
  score = sum / weights - UNMATCHED * unmatched / all - WEAK_LINK * MAX (0, WEAK_FROM - worst)
          - MAX (0, EVIDENCE - evidence);
  if (worst < OTHER_BELOW)
    score -= OTHER;
  if (!matched[0])
    score -= OTHER_FIRST;
  return is_swapped (partners, n) ? score - SWAPPED : score;
}

static double
score_persons (GStrv x,
               GStrv y,
               guint n,
               guint m)
{
  double score = n <= m ? score_names (x, y) : score_names (y, x);

  /* "Jae-il" and "Jaeil" */
  if (n != m)
    {
      g_autofree char *a = g_strjoinv ("", x);
      g_autofree char *b = g_strjoinv ("", y);

      score = MAX (score, hs_name_similarity (a, b));
    }
  return score;
}

static HsNamesMatch
compare_single (const char *a,
                GStrv       many,
                guint       m)
{
  double best = 0;

  if (m == 1)
    {
      guint grade = grade_words (a, many[0]);

      return grade == 3 ? HS_NAMES_SAME : grade == 2 ? HS_NAMES_CLOSE : grade == 1 ? HS_NAMES_LIKELY
                                                                                  : HS_NAMES_DIFFERENT;
    }
  for (guint j = 0; j < m; j++)
    best = MAX (best, compare_tokens (a, many[j]));
  return best >= 0.7 ? HS_NAMES_LIKELY : HS_NAMES_DIFFERENT;
}

/**
 * hs_names_compare_persons:
 * @a: a person's name, without titles
 * @b: another
 *
 * Every word of the shorter name needs its own partner in the longer; what a pair
 * of words counts for depends on how many people have that word in their name.
 *
 * Returns: how sure it is that both name one person
 */
HsNamesMatch
hs_names_compare_persons (const char *a,
                          const char *b)
{
  g_auto (GStrv) x = hs_names_person_tokens (a);
  g_auto (GStrv) y = hs_names_person_tokens (b);
  guint n = g_strv_length (x), m = g_strv_length (y);
  double score;

  if (n == 0 || m == 0)
    return HS_NAMES_DIFFERENT;
  if (MIN (n, m) == 1)
    return n <= m ? compare_single (x[0], y, m) : compare_single (y[0], x, n);
  if (g_strv_equal ((const char * const *) x, (const char * const *) y))
    return HS_NAMES_SAME;
  score = score_persons (x, y, n, m);
  return score >= CLOSE_FROM ? HS_NAMES_CLOSE : score >= LIKELY_FROM ? HS_NAMES_LIKELY : HS_NAMES_DIFFERENT;
}

/* A word's consonants, those that languages hear differently made one: coarser than
 * hs_names_skeleton(), to find what is then compared. */
static char *
make_key (const char *token)
{
  static const char from[] = "kqgXGKxCcSszZjJTtdDbpfvwmnlr";
  static const char to[] = "kkkkkkkskssssssttttbbff\1nnlr"; /* \1: left out, but at the beginning */
  char code[HS_NAME_LONGEST_CODE];
  GString *key = g_string_new (NULL);
  const char *word = g_str_has_prefix (token, "abd-") ? token + 4 : token;

  hs_name_code (word, code);
  for (const char *p = code; *p != '\0'; p++)
    {
      const char *at = strchr (from, *p);
      char c = at == NULL ? *p : to[at - from] == '\1' && p == code ? 'f' : to[at - from];

      if (at == NULL && strchr ("aeiouyh", *p) != NULL)
        continue;
      if (c != '\1' && (key->len == 0 || key->str[key->len - 1] != c))
        g_string_append_c (key, c);
    }
  if (key->len == 0)
    g_string_append (key, token);
  return g_string_free (key, FALSE);
}

/* What other spellings of a person's name would share: "p:" pairs of skeletons
 * in order of the alphabet, "s:" the last word alone. Returns: (transfer full). */
GStrv
hs_names_person_keys (const char *name)
{
  g_auto (GStrv) tokens = hs_names_person_tokens (name);
  guint n = MIN (g_strv_length (tokens), 5);
  g_autoptr (GPtrArray) skeletons = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *last = n > 0 ? hs_names_skeleton (tokens[n - 1]) : NULL;
  GStrvBuilder *builder = g_strv_builder_new ();
  GStrv keys;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (skeletons, make_key (tokens[i]));
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        const char *x = skeletons->pdata[i], *y = skeletons->pdata[j];
        g_autofree char *key = strcmp (x, y) <= 0 ? g_strdup_printf ("p:%s %s", x, y)
                                                  : g_strdup_printf ("p:%s %s", y, x);

        g_strv_builder_add (builder, key);
      }
  if (n > 0)
    {
      g_autofree char *key = g_strdup_printf ("s:%s", last);

      g_strv_builder_add (builder, key);
    }
  keys = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return keys;
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

/* Words that two names of one body may choose between. */
static const char *
body_word (const char *word)
{
  static const struct { const char *from, *to; } same[] = {
    { "defense", "defence" }, { "commission", "committee" }, { "subcommittee", "committee" },
    { "organization", "organisation" }, { "center", "centre" }, { "programme", "program" },
    { "labor", "labour" }, { "units", "forces" }, { "parliamentary", "parliament" },
    { "department", "ministry" }, { "mobilisation", "mobilization" }, { "corporation", "corp" },
    { "company", "co" }, { "limited", "ltd" }, { "incorporated", "inc" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    if (strcmp (word, same[i].from) == 0)
      return same[i].to;
  return word;
}

/**
 * hs_names_body_key:
 * @name: the name of a body
 *
 * Returns: (transfer full): its words of content, one for each choice of words,
 *   in order of the alphabet
 */
char *
hs_names_body_key (const char *name)
{
  static const char *const empty[] = { "the", "of", "for", "and", "on", "in", "s", "de", "al", "its", NULL };
  g_autofree char *fold = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  g_autofree char *no_possessive = NULL;
  GString *key = g_string_new (NULL);

  {
    g_auto (GStrv) parts = g_strsplit (name, "’s", -1);
    g_autofree char *joined = g_strjoinv (" ", parts);
    g_auto (GStrv) straight = g_strsplit (joined, "'s", -1);

    no_possessive = g_strjoinv (" ", straight);
  }
  fold = hs_names_fold (no_possessive);
  words = g_strsplit (fold, " ", -1);
  for (guint i = 0; words[i] != NULL && kept->len < 12; i++)
    if (words[i][0] != '\0' && !g_strv_contains (empty, words[i]))
      g_ptr_array_add (kept, (char *) body_word (words[i]));
  g_ptr_array_sort (kept, compare_words);
  for (guint i = 0; i < kept->len; i++)
    {
      if (i > 0 && strcmp (kept->pdata[i], kept->pdata[i - 1]) == 0)
        continue;
      if (key->len > 0)
        g_string_append_c (key, ' ');
      g_string_append (key, kept->pdata[i]);
    }
  return g_string_free (key, FALSE);
}
