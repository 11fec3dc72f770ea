/* hs-names.c: one name under many spellings
 *
 * Names written in another script reach English along many ways. What they
 * keep is the order of their consonants, so a word's key is its consonant
 * skeleton after the common choices of transliteration are made one (kh and h,
 * q and k, w and v …).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-names.h"

#include <string.h>

#include "hs-names-private.h"


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
  { "tch", 'c' }, { "dzh", 'j' }, { "sch", 's' }, { "sh", 's' }, { "ch", 'c' }, { "zh", 'j' },
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

/* A word's consonants, those that languages hear differently made one: coarser than
 * hs_names_skeleton(), to find what is then compared. */
char *
hs_name_make_key (const char *word)
{
  static const char from[] = "kqgXGKxCcSszZjJTtdDbpfvwmnlr";
  static const char to[] = "kkkkkkkskssssssttttbbf\1\1nnlr"; /* \1: left out, but at the beginning */
  char code[HS_NAME_LONGEST_CODE];
  GString *key = g_string_new (NULL);

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
    g_string_append (key, word);
  return g_string_free (key, FALSE);
}

/**
 * hs_name_make_pair_key:
 * @kind: what the key is of: 'p' and 'f' persons, 'b' bodies
 * @x: the skeleton of a word
 * @y: that of another
 *
 * Any thread.
 *
 * Returns: (transfer full): a key of both, the same in whatever order they stand
 */
char *
hs_name_make_pair_key (char        kind,
                       const char *x,
                       const char *y)
{
  return strcmp (x, y) <= 0 ? g_strdup_printf ("%c:%s %s", kind, x, y) : g_strdup_printf ("%c:%s %s", kind, y, x);
}

/* What other spellings of a person's name would share: "f:" pairs of skeletons in
 * order of the alphabet, "p:" pairs of coarser ones, "w:" words that few have, "s:" the
 * last word alone.
 * Returns: (transfer full). */
GStrv
hs_names_person_keys (const char *name)
{
  g_autoptr (HsNameWords) words = hs_name_words (name);
  guint n = MIN (words->n, 5);
  g_autoptr (GPtrArray) skeletons = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) fine = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *last = n > 0 ? hs_names_skeleton (words->words[n - 1].text) : NULL;
  GStrvBuilder *builder = g_strv_builder_new ();
  GStrv keys;

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (skeletons, hs_name_make_key (words->words[i].core));
      g_ptr_array_add (fine, hs_names_skeleton (words->words[i].core));
    }
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        g_autofree char *near = hs_name_make_pair_key ('f', fine->pdata[i], fine->pdata[j]);
        g_autofree char *key = hs_name_make_pair_key ('p', skeletons->pdata[i], skeletons->pdata[j]);

        g_strv_builder_add (builder, near);
        g_strv_builder_add (builder, key);
      }
  for (guint i = 0; i < n; i++)
    if (words->words[i].weight >= HS_NAME_RARE && strlen (skeletons->pdata[i]) >= HS_NAME_RARE_CONSONANTS)
      {
        g_autofree char *key = g_strconcat ("w:", (const char *) skeletons->pdata[i], NULL);

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
