/* hs-language.c: whether a text is English, and what languages are called
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-language.h"

#include <string.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

/* Of a long text so many words tell. */
#define MAX_WORDS 2000
/* Of fewer words nothing can be told; of as many as the second even that no frequent word
 * is among them. */
#define MIN_WORDS 30
#define MANY_WORDS 150
/* Of the words of an English text at least so many are frequent ones; lists of names and
 * headlines have fewer. */
#define ENGLISH_SHARE 0.02
/* Of other languages that are written with our letters so many are, and more than English
 * ones. */
#define OTHER_SHARE 0.16

static const char * const english[] = { "the", "and", "that", "with", "by", "from", "which", "this", "were", "they",
                                        "their", "said", "would", "been", "to", "his", "has", "of", "for", "was" };

/* German, Dutch, French, Spanish and Portuguese, Italian, the languages of Scandinavia,
 * Polish, Turkish. */
static const char * const other[] = { "der", "die", "das", "und", "den", "von", "nicht", "ein", "eine", "dem", "mit",
                                      "auf", "im", "zu", "het", "een", "van", "en", "dat", "niet", "op", "de", "le",
                                      "la", "les", "des", "du", "et", "une", "dans", "el", "los", "las", "del", "y",
                                      "por", "que", "do", "da", "os", "as", "e", "o", "um", "uma", "di", "il", "che",
                                      "per", "un", "della", "og", "det", "som", "på", "ikke", "att", "och", "til", "er",
                                      "w", "i", "na", "z", "się", "nie", "ve", "bir", "bu" };

static gboolean
is_among (const char         *word,
          gsize               length,
          const char * const *words,
          guint               n)
{
  for (guint i = 0; i < n; i++)
    if (strlen (words[i]) == length && g_ascii_strncasecmp (word, words[i], length) == 0)
      return TRUE;
  return FALSE;
}

/**
 * hs_language_is_english:
 * @text: valid UTF-8
 * @stated: (nullable): the language that is stated, as in BCP 47
 *
 * What is stated is often what a site was set up with: the words themselves decide,
 * where there are enough of them. Any thread.
 *
 * Returns: whether it is English, or may be for all that can be told
 */
gboolean
hs_language_is_english (const char *text,
                        const char *stated)
{
  guint letters = 0, latin = 0, words = 0, ours = 0, others = 0;

  g_return_val_if_fail (text != NULL, TRUE);

  for (const char *p = text; *p != '\0' && words < MAX_WORDS;)
    {
      const char *start = p;

      for (; g_unichar_isalpha (g_utf8_get_char (p)); p = g_utf8_next_char (p))
        {
          letters++;
          latin += g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_LATIN;
        }
      words += p > start;
      ours += p > start && is_among (start, p - start, english, G_N_ELEMENTS (english));
      others += p > start && is_among (start, p - start, other, G_N_ELEMENTS (other));
      if (*p != '\0')
        p = g_utf8_next_char (p);
    }
  if (letters > MIN_WORDS && latin * 2 < letters)
    return FALSE;
  if (words >= MIN_WORDS && others > words * OTHER_SHARE && others > ours)
    return FALSE;
  if (words >= MIN_WORDS && ours > words * ENGLISH_SHARE)
    return TRUE;
  if (words >= MANY_WORDS)
    return FALSE;
  return stated == NULL || *stated == '\0' || g_ascii_strncasecmp (stated, "en", 2) == 0;
}

/**
 * hs_language_dup_name:
 * @tag: (nullable): a language as in BCP 47, "pt-BR"
 *
 * Returns: (transfer full) (nullable): what it is called in the user's language,
 *   without the country; %NULL: it is not known
 */
char *
hs_language_dup_name (const char *tag)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autofree char *language = tag != NULL ? g_strndup (tag, strcspn (tag, "-_")) : NULL;
  UChar wide[100];
  char name[300];
  int32_t length;

  if (language == NULL || *language == '\0')
    return NULL;
  length = uloc_getDisplayLanguage (language, NULL, wide, G_N_ELEMENTS (wide), &status);
  if (U_FAILURE (status) || length >= (int32_t) G_N_ELEMENTS (wide))
    return NULL;
  u_strToUTF8 (name, sizeof name, NULL, wide, length, &status);
  /* what ICU does not know it gives back as it was */
  return U_SUCCESS (status) && g_ascii_strcasecmp (name, language) != 0 ? g_strdup (name) : NULL;
}
