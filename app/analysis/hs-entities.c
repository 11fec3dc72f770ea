/* hs-entities.c: the mentions of one article, gathered into what they name
 *
 * Full names first; surnames, short forms and acronyms then go to the full
 * name they belong to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-entities-private.h"

#include <string.h>

#include "hs-names.h"
#include "hs-roles.h"

static void
append_unique (char     ***list,
               const char *value)
{
  guint n = g_strv_length (*list);

  if (value == NULL || value[0] == '\0' || n >= 24 || g_strv_contains ((const char * const *) *list, value))
    return;
  *list = g_renew (char *, *list, n + 2);
  (*list)[n] = g_strdup (value);
  (*list)[n + 1] = NULL;
}

/**
 * hs_entities_add_name:
 * @entity: an entity of one article
 * @name: a name it is called by; copied
 *
 * Adds it to its names, unless it is empty, there already, or there are 24.
 */
void
hs_entities_add_name (HsLocalEntity *entity,
                      const char    *name)
{
  append_unique (&entity->names, name);
}

/**
 * hs_entities_add_role:
 * @entity: an entity of one article
 * @role: what it is said to be
 *
 * Adds the role in words to its roles, and the words of its complement to its context;
 * nothing twice.
 */
void
hs_entities_add_role (HsLocalEntity *entity,
                      const HsRole  *role)
{
  g_autofree char *text = hs_role_to_string (role);

  append_unique (&entity->roles, text);
  if (role->complement != NULL)
    {
      g_auto (GStrv) words = g_strsplit (role->complement, " ", -1);

      for (guint i = 0; words[i] != NULL; i++)
        append_unique (&entity->context, words[i]);
    }
}

guint
hs_entities_ensure (HsBinder      *b,
                    HsMentionKind  kind,
                    const char    *key,
                    const char    *name)
{
  g_autofree char *full = g_strdup_printf ("%u:%s", kind, key);
  gpointer at = g_hash_table_lookup (b->by_key, full);
  guint index;

  if (at != NULL)
    return GPOINTER_TO_UINT (at) - 1;
  index = b->reading->analysis->entities->len;
  g_ptr_array_add (b->reading->analysis->entities, hs_local_entity_new (kind, name));
  g_hash_table_insert (b->by_key, g_steal_pointer (&full), GUINT_TO_POINTER (index + 1));
  return index;
}

/* The country that the words of a body's name tell, or NULL. */
static const char *
country_of (const HsReading *self,
            const HsFound   *found)
{
  for (guint i = found->first; i < found->end; i++)
    {
      const HsLexEntry *entry = hs_reading_token (self, i)->entry;
      const char *country = hs_lex_entry_column (entry, HS_LIST_DEMONYMS, 1);

      if (country == NULL)
        country = hs_lex_entry_column (entry, HS_LIST_COUNTRIES, 0);
      if (country != NULL)
        return country;
    }
  return NULL;
}

/* "h:iraq committee security": what two names of one committee have in common when each
 * says what else it is for. */
static void
add_field_keys (HsLocalEntity      *entity,
                const char         *country,
                const char         *head,
                const char * const *words)
{
  /* of which there is more than one in a country */
  static const char *const no_field[] = { "committee", "ministry", "parliament", "national", "federal", "state",
                                          "joint", "special", "high", "supreme", "general", "permanent", NULL };

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0' && !g_strv_contains (no_field, words[i]) && strstr (country, words[i]) == NULL)
      {
        g_autofree char *key = g_strdup_printf ("h:%s %s %s", country, head, words[i]);

        append_unique (&entity->keys, key);
      }
}

/* Keys of a body: its words with the country's name for its adjective, and, for
 * committees and ministries, "g:" without country and parliament. */
static void
add_body_keys (HsReading     *self,
               const HsFound *found,
               HsLocalEntity *entity)
{
  g_autofree char *key = hs_roles_body_key (self, found->first, found->end);
  g_auto (GStrv) words = g_strsplit (key, " ", -1);
  const char *country = country_of (self, found);
  g_autoptr (GString) general = g_string_new ("g:");
  g_autofree char *fold = country != NULL ? hs_names_fold (country) : NULL;
  const char *head = NULL;

  append_unique (&entity->keys, key);
  if (fold != NULL)
    append_unique (&entity->context, fold);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strcmp (words[i], "committee") == 0 || strcmp (words[i], "ministry") == 0)
        head = words[i];
      if (strcmp (words[i], "parliament") != 0 && (fold == NULL || strstr (fold, words[i]) == NULL))
        g_string_append_printf (general, "%s%s", general->len > 2 ? " " : "", words[i]);
    }
  if (head != NULL && strchr (general->str, ' ') != NULL)
    append_unique (&entity->keys, general->str);
  if (head != NULL && fold != NULL)
    add_field_keys (entity, fold, head, (const char * const *) words);
}

static void
bind_plain (HsBinder *b,
            HsFound  *found)
{
  g_autofree char *words = hs_reading_words (b->reading, found->first, found->end);
  const char *name = found->canonical != NULL ? found->canonical : words;
  g_autofree char *key = NULL;
  HsLocalEntity *entity;

  if (found->kind != HS_MENTION_ORGANISATION)
    key = hs_names_fold (name);
  else if (found->canonical != NULL)
    key = hs_names_body_key (name);
  else
    key = hs_roles_body_key (b->reading, found->first, found->end);

  if (key[0] == '\0')
    return;
  if (found->kind == HS_MENTION_NATIONALITY && found->canonical == NULL)
    name = words;
  found->entity = hs_entities_ensure (b, found->kind, key,
                                      found->kind == HS_MENTION_NATIONALITY ? words : name);
  entity = hs_binder_entity (b, found->entity);
  hs_entities_add_name (entity, words);
  append_unique (&entity->keys, key);
  if (found->kind == HS_MENTION_ORGANISATION && found->canonical == NULL)
    add_body_keys (b->reading, found, entity);
}

/* "Syrian Observatory for Human Rights (SOHR)": the acronym goes to the name. */
static void
bind_acronyms (HsBinder *b)
{
  HsReading *self = b->reading;

  for (guint f = 0; f + 1 < self->found->len; f++)
    {
      HsFound *name = &g_array_index (self->found, HsFound, f);
      HsFound *acronym = &g_array_index (self->found, HsFound, f + 1);
      g_autofree char *key = NULL;
      g_autofree char *full = NULL;

      if (name->kind != HS_MENTION_ORGANISATION || acronym->kind != HS_MENTION_ORGANISATION ||
          acronym->end != acronym->first + 1 || acronym->first != name->end + 1 ||
          !(hs_reading_token (self, acronym->first)->flags & HS_TOKEN_UPPER) ||
          !hs_token_is (hs_reading_token (self, name->end), "("))
        continue;
      bind_plain (b, name);
      if (name->entity == HS_NO_INDEX)
        continue;
      key = hs_names_body_key (hs_reading_token (self, acronym->first)->fold);
      full = g_strdup_printf ("%u:%s", HS_MENTION_ORGANISATION, key);
      if (!g_hash_table_contains (b->by_key, full))
        {
          append_unique (&hs_binder_entity (b, name->entity)->keys, key);
          g_hash_table_insert (b->by_key, g_steal_pointer (&full), GUINT_TO_POINTER (name->entity + 1));
        }
    }
}

/* "Starlake", of "Starlake Entertainment": a word of its own that one body of the article
 * begins with goes to it. */
static void
bind_first_words (HsBinder *b)
{
  HsReading *self = b->reading;
  guint32 heads = HS_IN (HS_LIST_ORG_HEADS) | HS_IN (HS_LIST_ORG_WORDS);

  for (guint f = 0; f < self->found->len; f++)
    {
      HsFound *name = &g_array_index (self->found, HsFound, f);
      const HsToken *first = hs_reading_token (self, name->first);
      g_autofree char *key = NULL;
      g_autofree char *full = NULL;
      gboolean short_form = FALSE;
      gpointer known;

      if (name->kind != HS_MENTION_ORGANISATION || name->end < name->first + 2 || strlen (first->fold) < 4 ||
          !hs_token_in (hs_reading_token (self, name->end - 1), heads) ||
          hs_token_in (first, heads | HS_IN (HS_LIST_ORG_FIELDS) | HS_IN (HS_LIST_COMMON) |
                              HS_IN (HS_LIST_GIVEN_NAMES) | HS_IN (HS_LIST_STOP_WORDS) | HS_IN (HS_LIST_PLACES) |
                              HS_IN (HS_LIST_COUNTRIES) | HS_IN (HS_LIST_DEMONYMS) | HS_IN (HS_LIST_BODIES)))
        continue;
      for (guint g = f + 1; g < self->found->len && !short_form; g++)
        {
          const HsFound *one = &g_array_index (self->found, HsFound, g);

          short_form = one->kind == HS_MENTION_ORGANISATION && one->end == one->first + 1 && one->canonical == NULL &&
                       strcmp (hs_reading_token (self, one->first)->fold, first->fold) == 0;
        }
      if (!short_form)
        continue;
      bind_plain (b, name);
      if (name->entity == HS_NO_INDEX)
        continue;
      key = hs_names_body_key (first->fold);
      full = g_strdup_printf ("%u:%s", HS_MENTION_ORGANISATION, key);
      known = g_hash_table_lookup (b->by_key, full);
      /* of two that begin so neither */
      if (known != NULL && GPOINTER_TO_UINT (known) != name->entity + 1)
        g_hash_table_remove (b->by_key, full);
      else
        g_hash_table_insert (b->by_key, g_steal_pointer (&full), GUINT_TO_POINTER (name->entity + 1));
    }
}

static void
make_keys (HsLocalEntity *entity)
{
  if (entity->names[0] == NULL)
    hs_entities_add_name (entity, entity->name);
  if (entity->kind == HS_MENTION_PERSON)
    {
      for (guint i = 0; entity->names[i] != NULL; i++)
        {
          g_auto (GStrv) keys = hs_names_person_keys (entity->names[i]);

          for (guint k = 0; keys[k] != NULL; k++)
            append_unique (&entity->keys, keys[k]);
        }
    }
  else if (entity->kind == HS_MENTION_ORGANISATION)
    for (guint i = 0; entity->names[i] != NULL; i++)
      {
        g_auto (GStrv) keys = hs_names_body_keys (entity->names[i]);

        for (guint k = 0; keys[k] != NULL; k++)
          append_unique (&entity->keys, keys[k]);
      }
  if (entity->keys[0] == NULL)
    {
      g_autofree char *key = hs_names_fold (entity->name);

      append_unique (&entity->keys, key);
    }
}

/* "the Committee", "Parliament": a head noun alone, which names nobody beyond the article. */
static gboolean
is_lone_head (const HsReading *self,
              const HsFound   *found)
{
  static const char *const classes[] = { "ministry", "department", "committee", "council", "parliament", "court",
                                         NULL };
  const char *klass = found->end == found->first + 1
                      ? hs_lex_entry_column (hs_reading_token (self, found->first)->entry, HS_LIST_ORG_HEADS, 1) : NULL;

  return found->kind == HS_MENTION_ORGANISATION && found->canonical == NULL && klass != NULL &&
         g_strv_contains (classes, klass);
}

/* How the key of a body fits a lone @head: 0: not; 1: it is one such; 2: it is nothing else. */
static guint
fit_head (const HsLocalEntity *entity,
          const char          *head)
{
  g_auto (GStrv) words = NULL;
  guint others = 0;

  if (entity->kind != HS_MENTION_ORGANISATION || entity->keys[0] == NULL)
    return 0;
  words = g_strsplit (entity->keys[0], " ", -1);
  if (!g_strv_contains ((const char * const *) words, head))
    return 0;
  for (guint i = 0; words[i] != NULL; i++)
    others += strcmp (words[i], head) != 0 &&
              !(entity->context[0] != NULL && strstr (entity->context[0], words[i]) != NULL);
  return others == 0 ? 2 : 1;
}

/* A lone head noun is the one body of the article that has it, if there is one: without
 * becoming a name by which that is known elsewhere. */
static void
bind_lone_head (HsBinder *b,
                HsFound  *found)
{
  g_autofree char *head = hs_names_body_key (hs_reading_token (b->reading, found->first)->fold);
  guint n[3] = { 0 }, last[3] = { 0 };

  for (guint i = 0; i < b->reading->analysis->entities->len; i++)
    {
      guint fit = fit_head (hs_binder_entity (b, i), head);

      n[fit]++;
      last[fit] = i;
    }
  if (n[2] == 1)
    found->entity = last[2];
  else if (n[2] == 0 && n[1] == 1)
    found->entity = last[1];
  else
    bind_plain (b, found);
}

static void
bind_nationalities (HsBinder *b)
{
  HsReading *self = b->reading;

  for (guint f = 1; f < self->found->len; f++)
    {
      const HsFound *found = &g_array_index (self->found, HsFound, f);
      const HsFound *before = &g_array_index (self->found, HsFound, f - 1);

      if (found->kind == HS_MENTION_PERSON && found->entity != HS_NO_INDEX &&
          before->kind == HS_MENTION_NATIONALITY && before->canonical != NULL &&
          found->first - before->end <= 4 &&
          hs_reading_token (self, found->first)->sentence == hs_reading_token (self, before->first)->sentence)
        {
          g_autofree char *fold = hs_names_fold (before->canonical);

          append_unique (&hs_binder_entity (b, found->entity)->context, fold);
        }
    }
}

/* The one country whose parliament the article speaks of, or %NULL. */
static const char *
find_parliament_country (const HsAnalysis *analysis)
{
  const char *country = NULL;

  for (guint i = 0; i < analysis->entities->len; i++)
    {
      const HsLocalEntity *entity = analysis->entities->pdata[i];

      if (fit_head (entity, "parliament") == 0 || entity->context[0] == NULL)
        continue;
      if (country != NULL && strcmp (country, entity->context[0]) != 0)
        return NULL;
      country = entity->context[0];
    }
  return country;
}

/* A committee, ministry or supreme court without a country is one of the state whose
 * parliament the article speaks of, as far as anybody can tell; not those of another. */
static void
add_parliament_country (const HsAnalysis *analysis)
{
  static const char *const heads[] = { "committee", "ministry", "parliament", NULL };
  const char *country = find_parliament_country (analysis);

  for (guint i = 0; country != NULL && i < analysis->entities->len; i++)
    {
      HsLocalEntity *entity = analysis->entities->pdata[i];

      if (entity->kind != HS_MENTION_ORGANISATION || entity->context[0] != NULL)
        continue;
      if (fit_head (entity, "committee") > 0)
        {
          g_auto (GStrv) words = g_strsplit (entity->keys[0], " ", -1);

          add_field_keys (entity, country, "committee", (const char * const *) words);
        }
      for (guint h = 0; heads[h] != NULL; h++)
        if (fit_head (entity, heads[h]) > 0)
          append_unique (&entity->context, country);
      if (g_strv_contains ((const char * const *) entity->keys, "court supreme"))
        append_unique (&entity->context, country);
    }
}

/**
 * hs_entities_bind:
 * @self: an article being read
 *
 * Makes entities of what was found, and binds each mention to one. After hs_mentions_find()
 * and hs_press_find().
 */
void
hs_entities_bind (HsReading *self)
{
  HsBinder b = { self, NULL, NULL, NULL, NULL };

  b.by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  b.by_short = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  b.people = g_array_new (FALSE, FALSE, sizeof (guint));
  b.apart = hs_entities_find_apart (self);
  for (guint f = 0; f < self->found->len; f++)
    {
      HsFound *found = &g_array_index (self->found, HsFound, f);

      if (found->kind == HS_MENTION_PERSON && !hs_entities_is_double (&b, found))
        hs_entities_bind_full (&b, found);
    }
  for (guint f = 0; f < self->found->len; f++)
    {
      HsFound *found = &g_array_index (self->found, HsFound, f);

      if (found->kind == HS_MENTION_PERSON && hs_entities_is_double (&b, found))
        hs_entities_bind_full (&b, found);
    }
  bind_acronyms (&b);
  bind_first_words (&b);
  for (guint f = 0; f < self->found->len; f++)
    {
      HsFound *found = &g_array_index (self->found, HsFound, f);

      if (found->entity != HS_NO_INDEX || found->kind == HS_MENTION_MONEY ||
          found->kind == HS_MENTION_QUANTITY || found->kind == HS_MENTION_DATE || is_lone_head (self, found))
        continue;
      if (found->kind == HS_MENTION_PERSON)
        hs_entities_bind_short (&b, found);
      else
        bind_plain (&b, found);
    }
  for (guint f = 0; f < self->found->len; f++)
    {
      HsFound *found = &g_array_index (self->found, HsFound, f);

      if (found->entity == HS_NO_INDEX && is_lone_head (self, found))
        bind_lone_head (&b, found);
    }
  bind_nationalities (&b);
  add_parliament_country (self->analysis);
  for (guint i = 0; i < self->analysis->entities->len; i++)
    make_keys (self->analysis->entities->pdata[i]);
  g_hash_table_unref (b.by_key);
  g_hash_table_unref (b.by_short);
  g_array_unref (b.people);
  g_hash_table_unref (b.apart);
}
