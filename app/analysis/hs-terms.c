/* hs-terms.c: what places an article in a story
 *
 * The entities an article turns on and the words it repeats, each as a hash;
 * pairs of the foremost entities, too: many stories name Washington and many
 * name Moscow, few both beside the same weapon.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-article-reading.h"

#include <string.h>

#include "hs-names.h"
#include "hs-sketch.h"

#define MOST_TERMS 64
#define FOREMOST 8
#define MOST_WORDS 20

typedef struct
{
  char *text;         /* (owned) */
  guint weight;
} Term;

static void
term_clear (gpointer data)
{
  Term *term = data;

  g_free (term->text);
}

static int
compare_terms (gconstpointer a,
               gconstpointer b)
{
  const Term *x = a, *y = b;

  if (x->weight != y->weight)
    return x->weight > y->weight ? -1 : 1;
  return strcmp (x->text, y->text);
}

/* A word without its common endings, so that "buys" and "buying" meet. */
static char *
stem (const char *word)
{
  static const char *const endings[] = { "ations", "ation", "ings", "ing", "ments", "ment", "ies", "ied",
                                         "ers", "ed", "es", "er", "ly", "s", "e", "y", NULL };
  gsize n = strlen (word);

  for (guint i = 0; endings[i] != NULL; i++)
    {
      gsize m = strlen (endings[i]);

      if (n >= m + 4 && strcmp (word + n - m, endings[i]) == 0)
        return g_strndup (word, n - m);
    }
  return g_strdup (word);
}

/* One word that no list knows may be taken for a person in one article and for
 * a place in the next, but it is the same word. */
static char *
single_word_term (const HsLocalEntity *entity)
{
  g_autofree char *fold = NULL, *skeleton = NULL;

  if (entity->kind == HS_MENTION_WEAPON || strchr (entity->name, ' ') != NULL)
    return NULL;
  fold = hs_names_fold (entity->kind == HS_MENTION_NATIONALITY && entity->keys[0] != NULL ? entity->keys[0]
                                                                                          : entity->name);
  /* "Tarvonian" and "Tarvonia" */
  if (g_str_has_suffix (fold, "ian") && strlen (fold) > 6)
    fold[strlen (fold) - 1] = '\0';
  skeleton = hs_names_skeleton (fold);
  return strlen (skeleton) >= 2 ? g_strdup_printf ("n:%s", skeleton) : NULL;
}

static char *
entity_term (const HsLocalEntity *entity)
{
  char *single = single_word_term (entity);

  if (single != NULL)
    return single;
  if (entity->kind == HS_MENTION_PERSON)
    {
      g_auto (GStrv) tokens = hs_names_person_tokens (entity->name);
      guint n = g_strv_length (tokens);
      g_autofree char *skeleton = n > 0 ? hs_names_skeleton (tokens[n - 1]) : g_strdup ("");

      return strlen (skeleton) >= 2 ? g_strdup_printf ("n:%s", skeleton) : NULL;
    }
  if (entity->kind == HS_MENTION_WEAPON)
    {
      /* one family: S-300 and S-400 belong to one story, though they are two things */
      GString *family = g_string_new ("w:");

      for (const char *p = entity->name; *p != '\0'; p++)
        g_string_append_c (family, g_ascii_isdigit (*p) ? '0' : g_ascii_tolower (*p));
      return g_string_free (family, FALSE);
    }
  if (entity->kind == HS_MENTION_NATIONALITY)
    {
      g_autofree char *fold = hs_names_fold (entity->keys[0]);

      return g_strdup_printf ("g:%s", fold);
    }
  if (entity->kind == HS_MENTION_PLACE)
    {
      g_autofree char *fold = hs_names_fold (entity->name);

      return g_strdup_printf ("g:%s", fold);
    }
  if (entity->kind == HS_MENTION_ORGANISATION || entity->kind == HS_MENTION_EVENT ||
      entity->kind == HS_MENTION_LAW)
    {
      g_autofree char *key = hs_names_body_key (entity->name);

      return g_strdup_printf ("o:%s", key);
    }
  return NULL;
}

static void
count (GHashTable *counts,
       const char *text,
       guint       weight)
{
  gpointer have = g_hash_table_lookup (counts, text);

  g_hash_table_insert (counts, g_strdup (text), GUINT_TO_POINTER (GPOINTER_TO_UINT (have) + weight));
}

static GArray *
sorted_terms (GHashTable *counts)
{
  GArray *terms = g_array_new (FALSE, FALSE, sizeof (Term));
  GHashTableIter iter;
  gpointer key, value;

  g_array_set_clear_func (terms, term_clear);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      Term term = { g_strdup (key), GPOINTER_TO_UINT (value) };

      g_array_append_val (terms, term);
    }
  g_array_sort (terms, compare_terms);
  return terms;
}

static GArray *
entity_terms (HsReading *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *entities = self->analysis->entities;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint e = 0; e < entities->len; e++)
    g_ptr_array_add (texts, entity_term (entities->pdata[e]));
  for (guint f = 0; f < self->found->len; f++)
    {
      const HsFound *found = &g_array_index (self->found, HsFound, f);
      const HsPart *part;

      if (found->entity == HS_NO_INDEX || found->entity >= texts->len || texts->pdata[found->entity] == NULL ||
          found->outlet)
        continue;
      part = &g_array_index (self->parts, HsPart, hs_reading_token (self, found->first)->block);
      count (counts, texts->pdata[found->entity], part->kind == HS_BLOCK_HEADLINE ? 4 : 1);
    }
  return sorted_terms (counts);
}

static GArray *
word_terms (HsReading *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->tokens->len; i++)
    {
      const HsToken *token = hs_reading_token (self, i);
      const HsPart *part = &g_array_index (self->parts, HsPart, token->block);
      g_autofree char *root = NULL;

      if (part->skipped || token->kind != HS_TOKEN_WORD || self->found_at[i] != 0 ||
          strlen (token->fold) < 4 || strlen (token->fold) > 30 ||
          hs_token_in (token, HS_IN (HS_LIST_STOP_WORDS) | HS_IN (HS_LIST_CUES) | HS_IN (HS_LIST_CALENDAR) |
                              HS_IN (HS_LIST_NUMERALS) | HS_IN (HS_LIST_ROLES) | HS_IN (HS_LIST_TITLES)))
        continue;
      root = stem (token->fold);
      count (counts, root, (part->kind == HS_BLOCK_HEADLINE ? 4 : 2) -
                           (hs_token_in (token, HS_IN (HS_LIST_COMMON)) ? 1 : 0));
    }
  return sorted_terms (counts);
}

static int
compare_hashes (gconstpointer a,
                gconstpointer b)
{
  guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;

  return x < y ? -1 : x > y;
}

static void
add_term (GArray     *terms,
          const char *text)
{
  guint64 hash = hs_sketch_mix (hs_sketch_hash (text, -1));

  for (guint i = 0; i < terms->len; i++)
    if (g_array_index (terms, guint64, i) == hash)
      return;
  if (terms->len < MOST_TERMS)
    g_array_append_val (terms, hash);
}

/**
 * hs_terms_find:
 * @self: an article being read
 *
 * Makes the terms that place the article in a story: its foremost entities, pairs of them,
 * and words. After hs_entities_bind().
 */
void
hs_terms_find (HsReading *self)
{
  g_autoptr (GArray) entities = entity_terms (self);
  g_autoptr (GArray) words = word_terms (self);
  GArray *terms = self->analysis->terms;

  for (guint i = 0; i < entities->len && i < FOREMOST; i++)
    for (guint j = i + 1; j < entities->len && j < FOREMOST; j++)
      {
        const char *x = g_array_index (entities, Term, i).text, *y = g_array_index (entities, Term, j).text;
        g_autofree char *pair = strcmp (x, y) < 0 ? g_strdup_printf ("%s+%s", x, y)
                                                  : g_strdup_printf ("%s+%s", y, x);

        add_term (terms, pair);
      }
  for (guint i = 0; i < entities->len && i < 2 * FOREMOST; i++)
    add_term (terms, g_array_index (entities, Term, i).text);
  for (guint i = 0; i < words->len && i < MOST_WORDS; i++)
    if (g_array_index (words, Term, i).weight >= 2)
      add_term (terms, g_array_index (words, Term, i).text);
  g_array_sort (terms, compare_hashes);
}
