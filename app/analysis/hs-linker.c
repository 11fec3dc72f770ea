/* hs-linker.c: one entity under all its spellings, across articles
 *
 * A merge that is wrong is worse than one that is missing: names that only may
 * be one are proposed with the reason, and what excludes each other never
 * meets, whatever the spelling.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-linker.h"

#include <string.h>

#include "hs-names-private.h"
#include "hs-names.h"
#include "hs-roles.h"

/* Names of which none is close, but all together say this much, are one person's. */
#define ALL_LIKELY 0.0

#define SHORT_FOR "“%s” may be short for “%s”."
#define SPELLED_ALIKE "The names “%s” and “%s” are spelled alike."

typedef enum
{
  VERDICT_NO,
  VERDICT_PROPOSE,
  VERDICT_YES
} Verdict;

static void
hs_link_clear (gpointer data)
{
  HsLink *link = data;

  g_free (link->why);
}

/* Words that both have in their context. */
static guint
shared_context (const HsLocalEntity *a,
                const HsKnownEntity *b)
{
  guint n = 0;

  for (guint i = 0; a->context[i] != NULL; i++)
    n += g_strv_contains ((const char * const *) b->context, a->context[i]);
  return n;
}

static gboolean
share_role (const HsLocalEntity *a,
            const HsKnownEntity *b)
{
  for (guint i = 0; a->roles[i] != NULL; i++)
    for (guint j = 0; b->roles[j] != NULL; j++)
      {
        const char *x = a->roles[i], *y = b->roles[j];
        const char *space_x = strchr (x, ' '), *space_y = strchr (y, ' ');
        gsize n = space_x != NULL ? (gsize) (space_x - x) : strlen (x);
        gsize m = space_y != NULL ? (gsize) (space_y - y) : strlen (y);

        if (n == m && strncmp (x, y, n) == 0)
          return TRUE;
      }
  return FALSE;
}

static guint
count_words (const char *name)
{
  g_autoptr (HsNameWords) words = hs_name_words (name);

  return words->n;
}

static HsNamesMatch
best_match (const HsLocalEntity *a,
            const HsKnownEntity *b,
            const char         **of)
{
  HsNamesMatch best = HS_NAMES_DIFFERENT;

  for (guint i = 0; a->names[i] != NULL && i < 8; i++)
    for (guint j = 0; b->names[j] != NULL && j < 16; j++)
      {
        HsNamesMatch match = hs_names_compare_persons (a->names[i], b->names[j]);

        if (match > best)
          {
            best = match;
            *of = b->names[j];
          }
      }
  return best;
}

/* Between full names a surname that both also go by is no evidence. */
static HsNamesMatch
best_full_match (const HsLocalEntity *a,
                 const HsKnownEntity *b,
                 const char         **of)
{
  HsNamesMatch best = HS_NAMES_DIFFERENT;

  for (guint i = 0; b->names[i] != NULL && i < 16; i++)
    {
      HsNamesMatch match = count_words (b->names[i]) > 1 ? hs_names_compare_persons (a->name, b->names[i])
                                                         : HS_NAMES_DIFFERENT;

      if (match > best)
        {
          best = match;
          *of = b->names[i];
        }
    }
  return best;
}

static guint
longest_name (const char * const *names)
{
  guint best = 0;

  for (guint i = 0; names[i] != NULL; i++)
    best = MAX (best, count_words (names[i]));
  return best;
}

/* Full names decide; a bare surname is no evidence between two full names. */
static HsNamesMatch
match_person (const HsLocalEntity *a,
              const HsKnownEntity *b,
              guint               *few,
              const char         **of)
{
  *of = b->name;
  *few = MIN (longest_name ((const char * const *) a->names), longest_name ((const char * const *) b->names));
  return *few >= 2 ? best_full_match (a, b, of) : best_match (a, b, of);
}

static guint
count_full (const char * const *names)
{
  guint n = 0;

  for (guint i = 0; names[i] != NULL; i++)
    n += count_words (names[i]) > 1;
  return n;
}

/* One spelling that is close to one of many is not enough, and many that are only
 * likely may be; of names that the analyst put together one is enough. */
static HsNamesMatch
weigh_names (const HsLocalEntity *a,
             const HsKnownEntity *b,
             HsNamesMatch         match)
{
  /* a surname is no other spelling of the full name */
  gboolean several = count_full ((const char * const *) a->names) > 1 ||
                     count_full ((const char * const *) b->names) > 1;
  double needed = match == HS_NAMES_CLOSE ? HS_NAMES_AGREEING : several ? ALL_LIKELY : G_MAXDOUBLE;
  double odds = hs_names_agree ((const char * const *) a->names, (const char * const *) b->names);

  if (b->merged)
    return match;
  return odds >= needed ? HS_NAMES_CLOSE : HS_NAMES_LIKELY;
}

static Verdict
judge_person (const HsLocalEntity *a,
              const HsKnownEntity *b,
              HsNamesMatch         match,
              guint                few,
              const char          *of,
              char               **why)
{
  HsNamesMatch spelled = match;
  const char *one, *other;
  guint shared;

  if (hs_roles_exclude ((const char * const *) a->roles, (const char * const *) b->roles))
    return VERDICT_NO;
  shared = shared_context (a, b);
  if (few >= 2 && match != HS_NAMES_SAME)
    match = weigh_names (a, b, match);
  if (hs_roles_are_of_two ((const char * const *) a->roles, (const char * const *) b->roles, &one, &other))
    {
      *why = g_strdup_printf ("“%s” is the %s in one text, and the %s in another.", a->name, one, other);
      return VERDICT_PROPOSE;
    }
  if (few >= 2 && match == HS_NAMES_SAME)
    return VERDICT_YES;
  if (few >= 2 && match == HS_NAMES_CLOSE && hs_names_disagree (a->name, of) && !b->merged)
    match = HS_NAMES_LIKELY;
  if (few >= 2 && match == HS_NAMES_CLOSE)
    {
      if (shared > 0 || share_role (a, b) || a->roles[0] == NULL || b->roles[0] == NULL)
        return VERDICT_YES;
      *why = g_strdup_printf (spelled == HS_NAMES_CLOSE ? "The names “%s” and “%s” have the same sounds."
                                                        : SPELLED_ALIKE,
                              a->name, of);
      return VERDICT_PROPOSE;
    }
  if (few >= 2 && shared >= 2 && share_role (a, b))
    return VERDICT_YES;
  if (few == 1 && match == HS_NAMES_SAME && strcmp (a->name, b->name) == 0)
    return VERDICT_YES;
  if (few == 1 && match >= HS_NAMES_LIKELY && shared >= 2)
    return VERDICT_YES;
  if (few > 1)
    *why = g_strdup_printf (SPELLED_ALIKE, a->name, of);
  else if (count_words (a->name) > 1)
    *why = g_strdup_printf (SHORT_FOR, of, a->name);
  else
    *why = g_strdup_printf (SHORT_FOR, a->name, strcmp (a->name, of) == 0 ? b->name : of);
  return VERDICT_PROPOSE;
}

/* Whether both go by this surname; *@full: whether both are known in full. */
static gboolean
share_surname (const HsLocalEntity *a,
               const HsKnownEntity *b,
               gboolean            *full)
{
  g_autoptr (HsNameWords) x = hs_name_words (a->name);

  *full = x->n > 1 && longest_name ((const char * const *) b->names) > 1;
  if (x->n == 0 || strlen (x->words[x->n - 1].text) < 4)
    return FALSE;
  for (guint i = 0; b->names[i] != NULL && i < 16; i++)
    {
      g_autoptr (HsNameWords) y = hs_name_words (b->names[i]);

      if (y->n > 0 && strcmp (x->words[x->n - 1].text, y->words[y->n - 1].text) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
share_plain_key (const HsLocalEntity *a,
                 const HsKnownEntity *b)
{
  for (guint i = 0; b->names[i] != NULL && i < 16; i++)
    {
      g_autofree char *key = hs_names_body_key (b->names[i]);

      if (g_strv_contains ((const char * const *) a->keys, key))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_word (const char *key,
          const char *word)
{
  g_auto (GStrv) words = g_strsplit (key, " ", -1);

  return g_strv_contains ((const char * const *) words, word);
}

/* Of two committees that may be of one country, what both are for, or %NULL.
 * Returns: (transfer full) (nullable) */
static char *
shared_field (const HsLocalEntity *a,
              const HsKnownEntity *b)
{
  for (guint i = 0; a->keys[i] != NULL; i++)
    {
      const char *field = strrchr (a->keys[i], ' ');
      g_autofree char *country = NULL;
      char *head;

      if (!g_str_has_prefix (a->keys[i], "h:") || field == NULL)
        continue;
      country = g_strndup (a->keys[i] + 2, field - a->keys[i] - 2);
      head = strrchr (country, ' ');
      if (head == NULL)
        continue;
      *head++ = '\0';
      if (a->context[0] != NULL && b->context != NULL && b->context[0] != NULL &&
          !g_strv_contains ((const char * const *) b->context, country))
        continue;
      for (guint j = 0; b->names[j] != NULL && j < 16; j++)
        {
          g_autofree char *key = hs_names_body_key (b->names[j]);

          if (has_word (key, head) && has_word (key, field + 1))
            return g_strdup (field + 1);
        }
    }
  return NULL;
}

/* Whether there is any use in reading more of a body that was found by some words. */
static gboolean
may_be_alike (const HsLocalEntity *a,
              const HsKnownEntity *b)
{
  g_autofree char *field = NULL;

  if (hs_names_bodies_agree ((const char * const *) a->names,
                             (const char * const *) b->names) >= HS_NAMES_BODIES_LIKELY)
    return TRUE;
  field = shared_field (a, b);
  return field != NULL;
}

/* Bodies that share no more than some words of their names, or their sounds. */
static Verdict
judge_alike_body (const HsLocalEntity *a,
                  const HsKnownEntity *b,
                  char               **why)
{
  double odds = hs_names_bodies_agree ((const char * const *) a->names, (const char * const *) b->names);
  g_autofree char *field = NULL;

  if (odds < HS_NAMES_BODIES_LIKELY && (field = shared_field (a, b)) != NULL)
    {
      *why = g_strdup_printf ("“%s” and “%s” may be one body: of one country, for one thing (%s).", a->name, b->name,
                              field);
      return VERDICT_PROPOSE;
    }
  if (odds < HS_NAMES_BODIES_LIKELY)
    return VERDICT_NO;
  *why = g_strdup_printf (SPELLED_ALIKE, a->name, b->name);
  return VERDICT_PROPOSE;
}

/* Bodies that meet only when country or parliament is left out of their names. */
static Verdict
judge_body (const HsLocalEntity *a,
            const HsKnownEntity *b,
            char               **why)
{
  gboolean both = a->context[0] != NULL && b->context[0] != NULL;
  guint words = 0;

  if (both && shared_context (a, b) == 0)
    return VERDICT_NO;
  if (b->alike_only)
    return judge_alike_body (a, b, why);
  if (share_plain_key (a, b) || both)
    return VERDICT_YES;
  for (guint i = 0; a->keys[i] != NULL; i++)
    if (g_str_has_prefix (a->keys[i], "g:"))
      for (const char *p = a->keys[i]; *p != '\0'; p++)
        words += *p == ' ';
  /* "security and defence committee": three words are seldom another country's */
  if (words >= 2)
    return VERDICT_YES;
  *why = g_strdup_printf (a->context[0] == NULL && b->context[0] == NULL
                            ? "“%s” and “%s” may be one body: neither names a country."
                            : "“%s” and “%s” may be one body: only one of them names a country.",
                          a->name, b->name);
  return VERDICT_PROPOSE;
}

/* Names first: nothing more is read of what they tell apart. */
static gboolean
judge (const HsLocalEntity *a,
       HsKnownEntity       *b,
       HsIndex             *index,
       Verdict             *verdict,
       char               **why,
       GError             **error)
{
  HsNamesMatch match = HS_NAMES_SAME;
  g_auto (GStrv) names = NULL;
  const char *of = b->name;
  guint few = 0;

  *verdict = VERDICT_NO;
  if (a->kind == HS_MENTION_PERSON && (match = match_person (a, b, &few, &of)) == HS_NAMES_DIFFERENT)
    return TRUE;
  if (a->kind == HS_MENTION_ORGANISATION && b->alike_only && b->roles == NULL && !may_be_alike (a, b))
    return TRUE;
  names = g_strdupv (b->names);
  if (!hs_index_complete (index, b, error))
    return FALSE;
  if (a->kind == HS_MENTION_PERSON)
    {
      /* by all its names, if it has others */
      if (!g_strv_equal ((const char * const *) b->names, (const char * const *) names))
        match = match_person (a, b, &few, &of);
      *verdict = match != HS_NAMES_DIFFERENT ? judge_person (a, b, match, few, of, why) : VERDICT_NO;
    }
  else if (a->kind == HS_MENTION_ORGANISATION)
    *verdict = judge_body (a, b, why);
  else
    /* other kinds: a shared key is a shared name */
    *verdict = VERDICT_YES;
  return TRUE;
}

/* Whether @candidates[@nth] was merged with one that stands before it. */
static gboolean
was_judged (const GPtrArray *candidates,
            guint            nth)
{
  for (guint i = 0; i < nth; i++)
    if (((HsKnownEntity *) candidates->pdata[i])->id == ((HsKnownEntity *) candidates->pdata[nth])->id)
      return TRUE;
  return FALSE;
}

/* Whether both begin with the same word, as spelled. */
static gboolean
share_given_name (const char *a,
                  const char *b)
{
  g_auto (GStrv) x = hs_names_person_tokens (a);
  g_auto (GStrv) y = hs_names_person_tokens (b);

  return x[0] != NULL && g_strcmp0 (x[0], y[0]) == 0;
}

/* Of two that it surely is, the one that goes by this very name, then the one more
 * often named. */
static gboolean
is_surer (const HsLocalEntity *entity,
          const HsKnownEntity *known,
          const HsKnownEntity *than)
{
  gboolean exact, exact_than, given, given_than;

  if (than == NULL)
    return TRUE;
  exact = g_strv_contains ((const char * const *) known->names, entity->name);
  exact_than = g_strv_contains ((const char * const *) than->names, entity->name);
  if (exact != exact_than)
    return exact;
  /* "Saddam Khalifa Haftar" is Saddam rather than Khalifa */
  given = entity->kind == HS_MENTION_PERSON && share_given_name (entity->name, known->name);
  given_than = entity->kind == HS_MENTION_PERSON && share_given_name (entity->name, than->name);
  return given != given_than ? given : known->n_articles > than->n_articles;
}

/* Two bodies of one name, each of a country of its own. */
static gboolean
are_of_two_countries (const HsKnownEntity *a,
                      const HsKnownEntity *b)
{
  if (a == NULL || b == NULL || a->id == b->id || a->context[0] == NULL || b->context[0] == NULL)
    return FALSE;
  for (guint i = 0; a->context[i] != NULL; i++)
    if (g_strv_contains ((const char * const *) b->context, a->context[i]))
      return FALSE;
  return TRUE;
}

static gboolean
decide (const HsLocalEntity *entity,
        HsIndex             *index,
        GPtrArray           *candidates,
        GHashTable          *taken,
        HsLink              *link,
        GError             **error)
{
  const HsKnownEntity *sure = NULL, *only_short = NULL, *anywhere = NULL;
  gboolean homeless = entity->kind == HS_MENTION_ORGANISATION && entity->context[0] == NULL;
  guint n_short = 0;
  gboolean another = FALSE, two = FALSE;

  for (guint i = 0; i < candidates->len; i++)
    {
      HsKnownEntity *known = candidates->pdata[i];
      g_autofree char *why = NULL;
      Verdict verdict;
      gboolean full;

      if (!judge (entity, known, index, &verdict, &why, error))
        return FALSE;
      if (was_judged (candidates, i))
        continue;
      /* one rare word in common is a reason to ask, not to join */
      if (known->alike_only && verdict == VERDICT_YES)
        {
          verdict = VERDICT_PROPOSE;
          why = g_strdup_printf (SPELLED_ALIKE, entity->name, known->name);
        }
      if (verdict == VERDICT_YES && homeless)
        {
          two |= are_of_two_countries (known, sure);
          if (known->context[0] == NULL && is_surer (entity, known, anywhere))
            anywhere = known;
        }
      if (verdict == VERDICT_YES && is_surer (entity, known, sure))
        sure = known;
      /* of this very name the most mentioned come first: nobody is surer */
      if (sure == known && known->exact && !homeless)
        break;
      if (entity->kind == HS_MENTION_PERSON && share_surname (entity, known, &full))
        {
          /* somebody else of that surname is known: it could be either */
          another |= full && verdict == VERDICT_NO;
          if (verdict == VERDICT_PROPOSE && !full)
            {
              n_short++;
              only_short = known;
            }
        }
      if (verdict == VERDICT_PROPOSE && link->proposed == 0)
        {
          link->proposed = known->id;
          link->why = g_steal_pointer (&why);
        }
    }
  /* "the Ministry of Defence", where those of two countries are known: one of neither */
  if (two)
    {
      link->proposed = sure->id;
      g_free (link->why);
      link->why = g_strdup_printf ("“%s” is a name of bodies of several countries.", entity->name);
      sure = anywhere;
      if (sure == NULL)
        return TRUE;
    }
  /* a surname alone links only when nobody else has it */
  if (sure == NULL && n_short == 1 && !another)
    sure = only_short;
  if (sure == NULL || g_hash_table_contains (taken, &sure->id))
    {
      if (sure != NULL && link->proposed == 0)
        {
          link->proposed = sure->id;
          link->why = g_strdup ("Another name in the same article is already this one.");
        }
      return TRUE;
    }
  link->entity = sure->id;
  link->proposed = 0;
  g_clear_pointer (&link->why, g_free);
  g_hash_table_add (taken, g_memdup2 (&link->entity, sizeof link->entity));
  return TRUE;
}

/* Among those of this very name first: mostly one of them is meant, and the others that
 * share a key need not be read. */
static gboolean
link_entity (const HsLocalEntity *entity,
             HsIndex             *index,
             GHashTable          *taken,
             HsLink              *link,
             GError             **error)
{
  const char * const *keys = (const char * const *) entity->keys;
  g_autoptr (GPtrArray) named = hs_index_find_named (index, entity->kind, entity->name, keys, error);
  g_autoptr (GPtrArray) candidates = NULL;

  if (named == NULL || !decide (entity, index, named, taken, link, error))
    return FALSE;
  if (link->entity != 0)
    return TRUE;
  hs_link_clear (link);
  memset (link, 0, sizeof *link);
  candidates = hs_index_find_entities (index, entity->kind, entity->name, keys, error);
  return candidates != NULL && decide (entity, index, candidates, taken, link, error);
}

/**
 * hs_linker_link:
 * @analysis: what was found in one article
 * @index: what is known
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type HsLink): one for each entity
 */
GArray *
hs_linker_link (const HsAnalysis *analysis,
                HsIndex          *index,
                GError          **error)
{
  g_autoptr (GArray) links = g_array_new (FALSE, TRUE, sizeof (HsLink));
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  g_return_val_if_fail (analysis != NULL, NULL);

  g_array_set_clear_func (links, hs_link_clear);
  for (guint i = 0; i < analysis->entities->len; i++)
    {
      const HsLocalEntity *entity = analysis->entities->pdata[i];
      HsLink link = { 0, 0, NULL };

      if (!link_entity (entity, index, taken, &link, error))
        {
          hs_link_clear (&link);
          return NULL;
        }
      g_array_append_val (links, link);
    }
  return g_steal_pointer (&links);
}

/* Of the smaller article so much must be shared; or less in many terms; or still
 * less with each of three articles of the story. Chosen on a generated stream and
 * on unrelated pages. */
#define SHARE_NEEDED 0.30
#define SHARE_OF_MANY 0.22
#define MANY_SHARED 13
#define SHARE_WITH_THREE 0.15
#define FEWEST_WITH_THREE 7
#define FEWEST_SHARED 5
#define MOST_LOOKED_AT 40

/* Whether three of @articles are of the story of @articles[@nth] and near enough. */
static gboolean
is_one_of_three (const GArray *articles,
                 guint         nth)
{
  gint64 story = g_array_index (articles, HsKnownArticle, nth).story;
  guint near = 0;

  for (guint i = 0; i < articles->len; i++)
    {
      const HsKnownArticle *article = &g_array_index (articles, HsKnownArticle, i);

      near += article->story == story && article->n_shared >= FEWEST_WITH_THREE && article->share >= SHARE_WITH_THREE;
    }
  return near >= 3;
}

static gboolean
is_near (const GArray *articles,
         guint         nth,
         guint         n_terms)
{
  const HsKnownArticle *article = &g_array_index (articles, HsKnownArticle, nth);
  guint few = MIN (article->n_terms, n_terms);

  if (article->n_shared < MIN (FEWEST_SHARED, MAX (3, few / 2)))
    return FALSE;
  return article->share >= SHARE_NEEDED ||
         (article->share >= SHARE_OF_MANY && article->n_shared >= MANY_SHARED) ||
         is_one_of_three (articles, nth);
}

/**
 * hs_linker_find_story:
 * @analysis: what was found in one article
 * @index: what is known
 * @error: return location for an error
 *
 * Single-pass clustering as in topic detection and tracking (J. Allan and others,
 * "Topic detection and tracking pilot study", 1998): entities, their pairs and
 * words, weighed by rarity, against the nearest articles.
 *
 * Returns: the story it belongs to; 0: it begins one; -1 on error
 */
gint64
hs_linker_find_story (const HsAnalysis *analysis,
                      HsIndex          *index,
                      GError          **error)
{
  g_autoptr (GArray) articles = hs_index_find_articles (index, analysis->terms, MOST_LOOKED_AT, error);
  double best = 0.0;
  gint64 story = 0;

  if (articles == NULL)
    return -1;
  for (guint i = 0; i < articles->len; i++)
    {
      const HsKnownArticle *article = &g_array_index (articles, HsKnownArticle, i);

      if (article->share <= best || !is_near (articles, i, analysis->terms->len))
        continue;
      best = article->share;
      story = article->story;
    }
  return story;
}
