/* hs-entities-people.c: which person of an article a name is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-entities-private.h"

#include <string.h>

#include "hs-names.h"
#include "hs-roles.h"

/* A person named so often is compared with no more others than this. */
#define MOST_COMPARED 400

/* Of so many bearers of a surname one is chosen by what stands beside it. */
#define MOST_BEARERS 12

static guint
count_initials (GStrv tokens)
{
  guint n = 0;

  for (guint i = 0; tokens[i] != NULL; i++)
    n += strlen (tokens[i]) == 1;
  return n;
}

/* "Djordje Janjic", who is "Djordje J." elsewhere. */
static gboolean
is_better_person_name (const char *name,
                       const char *than)
{
  g_auto (GStrv) x = hs_names_person_tokens (name);
  g_auto (GStrv) y = hs_names_person_tokens (than);

  return g_strv_length (x) > g_strv_length (y) ||
         (g_strv_length (x) == g_strv_length (y) && count_initials (x) < count_initials (y));
}

static void
join_person (HsBinder        *b,
             HsFound       *found,
             guint          index,
             const char    *name)
{
  HsLocalEntity *entity = hs_binder_entity (b, index);
  g_auto (HsRole) before = { NULL };
  g_auto (HsRole) after = { NULL };
  guint sentence = hs_reading_token (b->reading, found->first)->sentence;
  guint end = g_array_index (b->reading->sentences, HsSentence, sentence).end;

  found->entity = index;
  hs_entities_add_name (entity, name);
  if (is_better_person_name (name, entity->name))
    {
      g_free (entity->name);
      entity->name = g_strdup (name);
    }
  if (hs_roles_before (b->reading, found->first, &before))
    hs_entities_add_role (entity, &before);
  if (hs_roles_after (b->reading, found->end, end, &after))
    hs_entities_add_role (entity, &after);
}

/* Returns: (transfer full): the same for whatever way round */
static char *
pair_key (const char *a,
          const char *b)
{
  return strcmp (a, b) < 0 ? g_strdup_printf ("%s|%s", a, b) : g_strdup_printf ("%s|%s", b, a);
}

/* Returns: (transfer full): the words of a name, as they are compared */
static char *
name_key (const char *name)
{
  g_auto (GStrv) tokens = hs_names_person_tokens (name);

  return g_strjoinv (" ", tokens);
}

GHashTable *
hs_entities_find_apart (HsReading *self)
{
  GHashTable *apart = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint f = 0; f < self->found->len; f++)
    {
      const HsFound *found = &g_array_index (self->found, HsFound, f);
      guint sentence = hs_reading_token (self, found->first)->sentence;
      g_autofree char *words = NULL;
      g_autofree char *key = NULL;

      if (found->kind != HS_MENTION_PERSON || found->end == found->first + 1)
        continue;
      words = hs_reading_words (self, found->first, found->end);
      key = name_key (words);
      for (guint g = f + 1; g < self->found->len && g < f + 40; g++)
        {
          const HsFound *next = &g_array_index (self->found, HsFound, g);
          g_autofree char *other = NULL;
          g_autofree char *other_key = NULL;

          if (hs_reading_token (self, next->first)->sentence != sentence)
            break;
          if (next->kind != HS_MENTION_PERSON || next->end == next->first + 1 ||
              hs_token_is (hs_reading_token (self, next->first - 1), "("))
            continue;
          other = hs_reading_words (self, next->first, next->end);
          other_key = name_key (other);
          if (strcmp (key, other_key) != 0 && strchr (key, ' ') != NULL && strchr (other_key, ' ') != NULL)
            g_hash_table_add (apart, pair_key (key, other_key));
        }
    }
  return apart;
}

/* Whether the article names somebody of this key and @entity in one sentence. */
static gboolean
are_apart (HsBinder   *b,
           const char *key,
           guint       entity)
{
  const HsLocalEntity *other = hs_binder_entity (b, entity);

  for (guint i = 0; g_hash_table_size (b->apart) > 0 && other->names[i] != NULL; i++)
    {
      g_autofree char *its = name_key (other->names[i]);
      g_autofree char *pair = pair_key (key, its);

      if (g_hash_table_contains (b->apart, pair))
        return TRUE;
    }
  return FALSE;
}

/* How well a single word names the person: 0 not at all. */
static guint
short_form_fits (const char *word,
                 const char *full)
{
  g_auto (GStrv) tokens = hs_names_person_tokens (full);
  guint n = g_strv_length (tokens), best = 0;

  for (guint i = 0; i < n; i++)
    {
      const char *token = tokens[i];
      guint grade = 0;

      if (strcmp (word, token) == 0)
        grade = 4;
      else if (g_str_has_prefix (token, "abd-") && strcmp (word, token + 4) == 0)
        grade = 3;
      else if (hs_names_words_alike (word, token))
        grade = 2;
      else if (i == n - 1)
        {
          g_autofree char *x = hs_names_skeleton (word);
          g_autofree char *y = hs_names_skeleton (token);

          /* one article, one surname: the sounds are enough */
          grade = strlen (x) >= 3 && strcmp (x, y) == 0 ? 1 : 0;
        }
      if (grade > 0 && i == n - 1)
        grade += 1;
      best = MAX (best, grade);
    }
  return best;
}

/* 'f', 'm', or 0: what the word before a name says of who bears it. */
char
hs_entities_told_gender (const HsReading *self,
                         const HsFound   *found)
{
  static const char *const women[] = { "mrs", "mrs.", "ms", "ms.", "miss", "madame", "lady", "dame", "queen",
                                       "princess",
                                       "wife", "daughter", "sister", "mother", "widow", "aunt", "niece", "actress",
                                       "businesswoman", "congresswoman", "spokeswoman", "chairwoman", "councilwoman",
                                       "grandmother", "granddaughter", "smt", "puan", "señora", "frau", NULL };
  static const char *const men[] = { "mr", "mr.", "sir", "lord", "king", "prince", "husband", "son", "brother",
                                     "father",
                                     "widower", "uncle", "nephew", "actor", "businessman", "congressman", "chairman",
                                     "councilman", "spokesman", "grandfather", "grandson", "shri", "encik", "señor",
                                     "herr", NULL };
  guint at = found->first;

  if (at > 0 && hs_token_is (hs_reading_token (self, at - 1), ","))
    at--;
  if (at == 0)
    return 0;
  if (g_strv_contains (women, hs_reading_token (self, at - 1)->fold))
    return 'f';
  return g_strv_contains (men, hs_reading_token (self, at - 1)->fold) ? 'm' : 0;
}

/* Of several who bear the name, which one is meant at @found: who goes by the title that
 * stands there, is no man where it says Mrs., and was spoken of last, there or in the
 * paragraph before; failing that who came first: whom the article is about. */
static guint
choose_bearer (HsBinder    *b,
               const HsFound *found,
               const guint *bearers,
               guint        n)
{
  const HsReading *self = b->reading;
  char gender = hs_entities_told_gender (self, found);
  guint best = bearers[0];
  gint best_grade = G_MININT;

  for (guint i = 0; i < n; i++)
    {
      gint grade = 0;
      guint last = 0, begun = G_MAXUINT;

      for (guint f = 0; f < self->found->len; f++)
        {
          const HsFound *other = &g_array_index (self->found, HsFound, f);
          char its;

          if (other->entity != bearers[i] || other->kind != HS_MENTION_PERSON || other == found)
            continue;
          its = hs_entities_told_gender (self, other);
          if (gender != 0 && its != 0)
            grade += its == gender ? 2000000 : -4000000;
          if (gender == 0 && found->role != NULL && g_strcmp0 (found->role, other->role) == 0)
            grade += 2000000;
          if (other->first < found->first &&
              hs_reading_token (self, other->first)->block + 1 >= hs_reading_token (self, found->first)->block)
            last = MAX (last, other->first + 1);
          begun = MIN (begun, other->first);
        }
      grade = CLAMP (grade, -4000000, 4000000) + (last > 0 ? 400000 + (gint) MIN (last, 600000)
                                                           : 400000 - (gint) MIN (begun, 400000));
      if (grade > best_grade)
        {
          best_grade = grade;
          best = bearers[i];
        }
    }
  return best;
}

/* "Osei-Tutu" is "Ama Osei-Tutu", where the article names her. */
static gboolean
ends_with (const char * const *tokens,
           const char         *full)
{
  g_auto (GStrv) others = hs_names_person_tokens (full);
  guint n = g_strv_length ((char **) tokens), m = g_strv_length (others);

  if (m <= n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (tokens[i], others[m - n + i]) && !hs_names_words_alike (tokens[i], others[m - n + i]))
      return FALSE;
  return TRUE;
}

gboolean
hs_entities_is_double (HsBinder      *b,
                       const HsFound *found)
{
  g_autofree char *name = hs_reading_words (b->reading, found->first, found->end);

  return strchr (name, ' ') == NULL && strchr (name, '-') != NULL;
}

/* A surname of two words, as a single word is: of whoever bears it. */
static gboolean
bind_double (HsBinder           *b,
             HsFound            *found,
             const char         *name,
             const char * const *tokens)
{
  guint bearers[MOST_BEARERS], n = 0;

  if (!hs_entities_is_double (b, found))
    return FALSE;
  for (guint i = 0; i < b->people->len && i < MOST_COMPARED && n < MOST_BEARERS; i++)
    {
      guint other = g_array_index (b->people, guint, i);

      if (ends_with (tokens, hs_binder_entity (b, other)->name))
        bearers[n++] = other;
    }
  if (n > 0)
    join_person (b, found, n == 1 ? bearers[0] : choose_bearer (b, found, bearers, n), name);
  return n > 0;
}

void
hs_entities_bind_full (HsBinder *b,
                       HsFound  *found)
{
  g_autofree char *name = hs_reading_words (b->reading, found->first, found->end);
  g_auto (GStrv) tokens = hs_names_person_tokens (name);
  g_autofree char *key = g_strjoinv (" ", tokens);
  g_autofree char *full = g_strdup_printf ("%u:%s", HS_MENTION_PERSON, key);
  guint index;

  if (g_strv_length (tokens) < 2 || bind_double (b, found, name, (const char * const *) tokens))
    return;
  if (!g_hash_table_contains (b->by_key, full))
    for (guint i = 0; i < b->people->len && i < MOST_COMPARED; i++)
      {
        guint other = g_array_index (b->people, guint, i);

        if (hs_names_compare_persons (name, hs_binder_entity (b, other)->name) >= HS_NAMES_CLOSE &&
            !hs_names_disagree (name, hs_binder_entity (b, other)->name) && !are_apart (b, key, other))
          {
            g_hash_table_insert (b->by_key, g_strdup (full), GUINT_TO_POINTER (other + 1));
            break;
          }
      }
  index = hs_entities_ensure (b, HS_MENTION_PERSON, key, name);
  if (index == b->reading->analysis->entities->len - 1 && hs_binder_entity (b, index)->names[0] == NULL)
    g_array_append_val (b->people, index);
  join_person (b, found, index, name);
}

void
hs_entities_bind_short (HsBinder *b,
                        HsFound  *found)
{
  g_autofree char *name = hs_reading_words (b->reading, found->first, found->end);
  g_auto (GStrv) tokens = hs_names_person_tokens (name);
  guint best = 0, at = HS_NO_INDEX, n = 0;
  guint bearers[MOST_BEARERS];
  gpointer known = NULL;

  if (tokens[0] == NULL)
    return;
  if (g_hash_table_lookup_extended (b->by_short, tokens[0], NULL, &known))
    at = GPOINTER_TO_UINT (known) - 1;
  for (guint i = 0; known == NULL && i < b->people->len && i < MOST_COMPARED; i++)
    {
      guint other = g_array_index (b->people, guint, i);
      guint fit = short_form_fits (tokens[0], hs_binder_entity (b, other)->name);

      if (fit > best)
        {
          best = fit;
          n = 0;
        }
      if (fit > 0 && fit == best && n < MOST_BEARERS)
        bearers[n++] = other;
    }
  /* the full names are all known by now: the same word gives the same person, if only one bears it */
  if (n > 0)
    at = n == 1 ? bearers[0] : choose_bearer (b, found, bearers, n);
  if (n == 1)
    g_hash_table_insert (b->by_short, g_strdup (tokens[0]), GUINT_TO_POINTER (at + 1));
  if (at == HS_NO_INDEX)
    at = hs_entities_ensure (b, HS_MENTION_PERSON, tokens[0], name);
  join_person (b, found, at, name);
}
