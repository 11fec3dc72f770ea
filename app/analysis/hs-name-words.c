/* hs-name-words.c: the words of a name, made ready to be compared
 *
 * Articles and titles are dropped, "abd al" and "abu" belong to the word after them,
 * and a given name that neighbouring languages write each in its own way is brought
 * to one form. What is compared is compared with many, so each thread remembers the
 * words of the names it saw last.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-names-private.h"

#include <math.h>
#include <string.h>

#include "hs-names.h"

#define MAX_REMEMBERED 8192
#define LONGEST_REMEMBERED 200

static const char *const particles[] = {
  "al", "el", "ul", "ur", "ar", "as", "ash", "ad", "an", "at", "az", "bin", "ben", "ibn", "bint",
  "de", "del", "della", "di", "da", "das", "dos", "do", "du", "des", "la", "le", "van", "von", "der",
  "den", "ter", "ten", "zu", "y", "e", "ould", "the", "of", "jr", "sr", "ii", "iii", "mr", "mrs",
  "ms", "dr", "haji", "hajji", "mullah", "maulvi", "mawlawi", "sheikh", "shaykh", "qari", "sayyed",
  "sayyid", "syed", "general", NULL
};

static const char *const abd_forms[] = { "abd", "abdul", "abdel", "abdal", "abdol", "abdur", "abdus",
                                         "abdu", "abdou", "abdoul", NULL };
static const char *const abu_forms[] = { "abu", "abou", "aboo", NULL };

/* One given name in the spellings of neighbouring languages. */
static const struct
{
  const char *to;
  const char *forms; /* between bars */
} given[] = {
  { "aleksandr", "|alexander|alexandr|aleksandr|aleksander|alaksandr|aliaksandr|alyaksandr|oleksandr|olexandr|" },
  { "aleksei",
    "|alexei|alexey|alexi|aleksei|aleksey|aleksi|aleksiy|oleksii|oleksiy|oleksi|aliaksei|alyaksei|alaksei|" },
  { "sergei", "|sergei|sergey|sergej|sergii|sergiy|serhii|serhiy|siarhei|syarhei|siarhey|" },
  { "nikolai", "|nikolai|nikolay|nikolaj|nicolai|nicholas|mykola|mikola|mikalai|mikalay|nikolaye|mykolayo|mikalaje|" },
  { "mikhail", "|mikhail|mikhailo|mihail|mykhailo|mykhaylo|mikhayl|mikhaylo|mihaul|mikhal|mykhail|" },
  { "vladimir", "|vladimir|wladimir|vladymyr|volodymyr|volodimir|uladzimir|" },
  { "dmitri", "|dmitri|dmitry|dmitriy|dmitrii|dmitrij|dmytro|dzmitry|dzmitri|dmitr|" },
  { "andrei", "|andrei|andrey|andrej|andrii|andriy|" },
  { "evgeni",
    "|evgeni|evgeny|evgeniy|evgenii|yevgeni|yevgeny|yevgeniy|yevgenii|yevhen|yevhenii|yevheniy|yauhen|yauheni|" },
  { "pavel", "|pavel|pavlo|pavl|" },
  { "petr", "|petr|pyotr|piotr|petro|" },
  { "igor", "|igor|ihor|ihar|" },
  { "oleg", "|oleg|oleh|aleh|" },
  { "georgi", "|georgi|georgy|georgiy|georgii|heorhiy|heorhii|heorhi|giorgi|djordje|dorde|djorde|dordje|george|" },
  { "grigori",
    "|grigor|grigori|grigory|grigoriy|grigorii|hryhor|hryhory|hryhoriy|hryhorii|ryhor|grigorie|grigoriye|hryhorye|" },
  { "konstantin", "|konstantin|constantin|kostiantyn|kostyantyn|kanstantsin|kanstantin|" },
  { "leonid", "|leonid|leanid|lieanid|" },
  { "vasili", "|vasili|vasily|vasiliy|vasilii|vasyl|vasil|" },
  { "viktor", "|viktor|victor|viktar|" },
  { "natalia", "|natalia|natalya|nataliya|natallia|natalla|nataliia|" },
  { "elena", "|elena|yelena|olena|" },
  { "lidia", "|lidia|lydia|lidiya|lidziya|" },
  { "mohamad", "|mohd|mhd|muhd|md|" },
  { "abdalah", "|abdullah|abdulla|abdallah|abdalla|abdollah|abdellah|abdoullah|abdulah|" },
};

static const char *const patronymic_endings[] = { "ovich", "evich", "avich", "ovych", "evych", "avych", "ovna", "evna",
                                                  "auna", "euna", "ivna" };

static gsize
find_patronymic (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (patronymic_endings); i++)
    if (g_str_has_suffix (word, patronymic_endings[i]) && strlen (word) > strlen (patronymic_endings[i]) + 2)
      return strlen (word) - strlen (patronymic_endings[i]);
  return 0;
}

/* Brings a given name, or what stands before a patronymic's ending, to one form. */
static void
set_core (HsNameWord *self,
          const char *bare)
{
  char search[HS_NAME_LONGEST_WORD + 3];
  gsize stem = find_patronymic (bare);

  self->patronymic = stem > 0;
  g_snprintf (search, sizeof search, "|%.*s|", (int) (stem > 0 ? stem : strlen (bare)), bare);
  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    if (strstr (given[i].forms, search) != NULL)
      {
        g_snprintf (self->core, sizeof self->core, "%s%s", given[i].to, stem > 0 ? "evich" : "");
        return;
      }
  g_strlcpy (self->core, bare, sizeof self->core);
}

/* What a word tells about who is meant: common ones and short ones less. */
static double
weigh (const char *text,
       guint     (*count) (const char *code))
{
  char code[HS_NAME_LONGEST_CODE];
  gsize length = strlen (text);
  double weight;

  if (length == 1)
    return 0.25;
  hs_name_code (text, code);
  weight = log ((HS_NAME_COUNTED + 1.0) / (count (code) + 1.0)) / log (HS_NAME_COUNTED);
  return MAX (0.25, weight) * (length == 2 ? 0.6 : length == 3 ? 0.85 : 1);
}

static void
add_word (HsNameWords *self,
          const char  *prefix,
          const char  *word)
{
  HsNameWord *added = &self->words[self->n++];

  g_snprintf (added->text, sizeof added->text, "%s%s", prefix, word);
  added->bound = prefix[0] != '\0';
  set_core (added, word);
  hs_name_sound_init (&added->sound, added->core);
  added->weight = weigh (added->text, hs_name_count);
}

/* "Abdulkarim", "Abderrahman", "Aboubakr": bound in writing. Returns: (nullable): what
 * it is bound to */
static const char *
cut_bound (const char  *word,
           const char **prefix)
{
  static const char *const abd[] = { "abdul", "abdel", "abdal", "abdol", "abdur", "abder", "abdoul", "abdus", "abdil" };

  for (guint i = 0; i < G_N_ELEMENTS (abd); i++)
    {
      const char *rest = word + strlen (abd[i]);

      if (!g_str_has_prefix (word, abd[i]) || strlen (rest) < 3 || g_str_has_prefix (rest, "lah") ||
          g_str_equal (rest, "ah"))
        continue;
      *prefix = "abd-";
      return rest;
    }
  if (!g_str_has_prefix (word, "abubak") && !g_str_has_prefix (word, "aboubak") && !g_str_has_prefix (word, "aboubac"))
    return NULL;
  *prefix = "abu-";
  return strchr (word + 2, 'b');
}

static HsNameWords *
make_words (const char *name)
{
  g_autofree char *fold = hs_names_fold (name);
  g_auto (GStrv) parts = g_strsplit (fold, " ", -1);
  HsNameWords *self = g_rc_box_new0 (HsNameWords);
  const char *prefix = "";

  for (guint i = 0; parts[i] != NULL && self->n < HS_NAME_MOST_TOKENS; i++)
    {
      const char *rest;

      if (parts[i][0] == '\0' || strlen (parts[i]) >= HS_NAME_LONGEST_WORD - 5
          || (g_strv_contains (particles, parts[i]) && (prefix[0] != '\0' || parts[i + 1] != NULL)))
        continue;
      if (parts[i + 1] != NULL && g_strv_contains (abd_forms, parts[i]))
        prefix = "abd-";
      else if (parts[i + 1] != NULL && prefix[0] == '\0' && g_strv_contains (abu_forms, parts[i]))
        prefix = "abu-";
      else
        {
          rest = prefix[0] == '\0' ? cut_bound (parts[i], &prefix) : NULL;
          add_word (self, prefix, rest != NULL ? rest : parts[i]);
          prefix = "";
        }
    }
  return self;
}

/* A body's words: what it is called, without what it is set up as. */
static HsNameWords *
make_body_words (const char *name)
{
  g_auto (GStrv) parts = hs_names_body_split (name);
  HsNameWords *self = g_rc_box_new0 (HsNameWords);

  for (guint i = 0; parts[i] != NULL && self->n < HS_NAME_MOST_TOKENS; i++)
    {
      HsNameWord *word = &self->words[self->n];

      if (strlen (parts[i]) >= HS_NAME_LONGEST_WORD - 5)
        continue;
      g_strlcpy (word->text, parts[i], sizeof word->text);
      g_strlcpy (word->core, parts[i], sizeof word->core);
      hs_name_sound_init (&word->sound, word->core);
      word->weight = weigh (word->text, hs_name_body_count);
      self->n++;
    }
  return self;
}

static GPrivate persons = G_PRIVATE_INIT ((GDestroyNotify) g_hash_table_unref);
static GPrivate bodies = G_PRIVATE_INIT ((GDestroyNotify) g_hash_table_unref);

static HsNameWords *
remember (GPrivate     *remembered,
          const char   *name,
          HsNameWords *(*make) (const char *name))
{
  GHashTable *table = g_private_get (remembered);
  HsNameWords *words = table != NULL ? g_hash_table_lookup (table, name) : NULL;

  if (words != NULL)
    return g_rc_box_acquire (words);
  if (table == NULL)
    {
      table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) hs_name_words_unref);
      g_private_set (remembered, table);
    }
  words = make (name);
  if (strlen (name) > LONGEST_REMEMBERED)
    return words;
  if (g_hash_table_size (table) >= MAX_REMEMBERED)
    g_hash_table_remove_all (table);
  g_hash_table_insert (table, g_strdup (name), words);
  return g_rc_box_acquire (words);
}

/* Returns: (transfer full): to be given back by hs_name_words_unref() */
HsNameWords *
hs_name_words (const char *name)
{
  return remember (&persons, name, make_words);
}

/**
 * hs_name_body_words:
 * @name: the name of a body
 *
 * Returns: (transfer full): its words, what it is set up as left out; remembered in this
 *   thread
 */
HsNameWords *
hs_name_body_words (const char *name)
{
  return remember (&bodies, name, make_body_words);
}

/**
 * hs_name_words_unref:
 * @self: (transfer full): the words of a name
 *
 * Lets go of them; on the thread that made them.
 */
void
hs_name_words_unref (HsNameWords *self)
{
  g_rc_box_release (self);
}

/* The words of a person's name without articles and particles, "abd al" made
 * one with what follows. Returns: (transfer full). */
GStrv
hs_names_person_tokens (const char *name)
{
  g_autoptr (HsNameWords) words = hs_name_words (name);
  GStrv tokens = g_new0 (char *, words->n + 1);

  for (guint i = 0; i < words->n; i++)
    tokens[i] = g_strdup (words->words[i].text);
  return tokens;
}
