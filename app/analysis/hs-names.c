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

#include <string.h>

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

/* Aligns every token of @few with its own token of @many. Returns the sum of
 * the grades, 0 when one has no partner. */
static guint
align (GStrv  few,
       GStrv  many,
       guint *weakest)
{
  gboolean used[MOST_TOKENS] = { FALSE };
  guint sum = 0;

  *weakest = 3;
  for (guint i = 0; few[i] != NULL; i++)
    {
      guint best = 0, at = 0;

      for (guint j = 0; many[j] != NULL; j++)
        {
          guint grade = used[j] ? 0 : grade_words (few[i], many[j]);

          if (grade > best)
            {
              best = grade;
              at = j;
            }
        }
      if (best == 0)
        return 0;
      used[at] = TRUE;
      sum += best;
      *weakest = MIN (*weakest, best);
    }
  return sum;
}

/**
 * hs_names_compare_persons:
 * @a: a person's name, without titles
 * @b: another
 *
 * Every word of the shorter name needs its own partner in the longer.
 *
 * Returns: how sure it is that both name one person
 */
HsNamesMatch
hs_names_compare_persons (const char *a,
                          const char *b)
{
  g_auto (GStrv) x = hs_names_person_tokens (a);
  g_auto (GStrv) y = hs_names_person_tokens (b);
  guint n = g_strv_length (x), m = g_strv_length (y), few = MIN (n, m), sum, weakest;

  if (few == 0)
    return HS_NAMES_DIFFERENT;
  sum = n <= m ? align (x, y, &weakest) : align (y, x, &weakest);
  if (sum == 0)
    return HS_NAMES_DIFFERENT;
  if (few == 1)
    {
      if (n == m)
        return weakest == 3 ? HS_NAMES_SAME : weakest == 2 ? HS_NAMES_CLOSE : HS_NAMES_LIKELY;
      return HS_NAMES_LIKELY;
    }
  if (weakest == 3)
    return HS_NAMES_SAME;
  /* one word of three may be off when the others are sure */
  if (weakest == 2 || (few >= 3 && sum >= few * 2 && MIN (strlen (a), strlen (b)) >= 16))
    return HS_NAMES_CLOSE;
  return sum * 2 >= few * 3 ? HS_NAMES_LIKELY : HS_NAMES_DIFFERENT;
}

/* What other spellings of a person's name would share: "p:" pairs of skeletons
 * in order of the alphabet, "s:" the last word alone. Returns: (transfer full). */
GStrv
hs_names_person_keys (const char *name)
{
  g_auto (GStrv) tokens = hs_names_person_tokens (name);
  guint n = MIN (g_strv_length (tokens), 5);
  g_autoptr (GPtrArray) skeletons = g_ptr_array_new_with_free_func (g_free);
  GStrvBuilder *builder = g_strv_builder_new ();
  GStrv keys;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (skeletons, hs_names_skeleton (tokens[i]));
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
      g_autofree char *key = g_strdup_printf ("s:%s", (char *) skeletons->pdata[n - 1]);

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
