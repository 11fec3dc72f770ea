/* hs-settle.c: what the whole article says of names that one place leaves open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-mentions-private.h"

#include <string.h>

#include "hs-names.h"

typedef struct
{
  HsReading *reading;
  GHashTable *people;      /* (element-type utf8 uint): words of persons' names */
  GHashTable *skeletons;   /* (owned keys): of their last words */
  GHashTable *sequences;   /* (element-type utf8 uint): first word: index of a find plus one */
  GHashTable *repeats;     /* (element-type utf8 uint): unsure words, how often */
  GHashTable *lower;       /* (element-type utf8): words the article writes in lower case, too */
} Settler;

static gboolean
is_cue (const HsToken *token)
{
  const char *klass = hs_lex_entry_column (token->entry, HS_LIST_CUES, 2);

  return klass != NULL && (strcmp (klass, "say") == 0 || strcmp (klass, "tell") == 0);
}

static void
note_person (Settler       *s,
             const HsFound *found)
{
  guint last = found->end - 1;

  for (guint i = found->first; i < found->end; i++)
    {
      const HsToken *token = hs_reading_token (s->reading, i);

      if (token->kind == HS_TOKEN_WORD && strlen (token->fold) >= 3 &&
          !hs_token_in (token, HS_IN (HS_LIST_PARTICLES)))
        g_hash_table_insert (s->people, (gpointer) token->fold, GUINT_TO_POINTER (1));
    }
  g_hash_table_add (s->skeletons, hs_names_skeleton (hs_reading_token (s->reading, last)->fold));
}

static void
note_finds (Settler *s)
{
  HsReading *self = s->reading;

  for (guint f = 0; f < self->found->len; f++)
    {
      const HsFound *found = &g_array_index (self->found, HsFound, f);
      const HsToken *token = hs_reading_token (self, found->first);

      if (found->kind == HS_MENTION_PERSON && found->confidence >= 0.6)
        note_person (s, found);
      if (found->kind == HS_MENTION_UNSURE)
        {
          gpointer n = g_hash_table_lookup (s->repeats, token->fold);

          g_hash_table_insert (s->repeats, (gpointer) token->fold,
                               GUINT_TO_POINTER (GPOINTER_TO_UINT (n) + 1));
        }
      else if (!g_hash_table_contains (s->sequences, token->fold))
        g_hash_table_insert (s->sequences, (gpointer) token->fold, GUINT_TO_POINTER (f + 1));
    }
  for (guint i = 0; i < self->tokens->len; i++)
    {
      const HsToken *token = hs_reading_token (self, i);

      if (token->kind == HS_TOKEN_WORD && (token->flags & HS_TOKEN_CAPITAL) == 0)
        g_hash_table_add (s->lower, (gpointer) token->fold);
    }
}

static gboolean
is_place_preposition (const HsToken *token)
{
  static const char *const words[] = { "in", "at", "near", "from", "outside", "around", "toward",
                                       "towards", "across", "inside", NULL };

  return g_strv_contains (words, token->fold);
}

/* What the places where a name stands say of it. */
typedef struct
{
  int person, place, body;
  int people;            /* the word of a nation: "Tarvonian" */
  guint n;
} Votes;

static gboolean
is_body_noun (const HsToken *token)
{
  static const char *const words[] = { "officials", "official", "executives", "shares", "employees", "spokesman",
                                       "spokeswoman", "company", "members", "leaders", "fighters", "militants",
                                       "rebels", "group", "party", "team", "players", "fans", "coach", "customers",
                                       "headquarters", "stock", "chairman", "chief", "newspaper", "lawmakers", NULL };

  return g_strv_contains (words, token->fold);
}

/* What a state has: "the Tarvonian parliament", "Tarvonia’s army". */
static gboolean
is_state_noun (const HsToken *token)
{
  static const char *const words[] = { "parliament", "government", "army", "military", "authorities", "ambassador",
                                       "embassy", "ministry", "minister", "president", "capital", "border", "borders",
                                       "forces", "troops", "soldiers", "navy", "constitution", "economy", "territory",
                                       "lawmakers", "lawmaker", "police", "people", "citizens", "nationals",
                                       "currency", "coast", "envoy", "diplomat", "diplomats", "senate", "airspace",
                                       "prime", "foreign", "defence", "defense", "interior", "republic", NULL };

  return (token->flags & HS_TOKEN_CAPITAL) == 0 && g_strv_contains (words, token->fold);
}

/* "the port of Velan", "the ambassador to Norland", "Halvik, capital of …" */
static gboolean
leads_to_place (const HsToken *noun,
                const HsToken *preposition)
{
  static const char *const of[] = { "port", "city", "town", "village", "capital", "republic", "government", "people",
                                    "island", "province", "region", "district", "embassy", "coast", "north", "south",
                                    "east", "west", "state", "kingdom", "border", "outskirts", "president",
                                    "parliament", NULL };
  static const char *const to[] = { "ambassador", "envoy", "trip", "visit", "flight", "travel", "travelled",
                                    "traveled", "flew", "returned", "exports", "border", NULL };

  return (hs_token_is (preposition, "of") && g_strv_contains (of, noun->fold)) ||
         (hs_token_is (preposition, "to") && g_strv_contains (to, noun->fold));
}

static gboolean
is_personal_role (const HsToken *token)
{
  const char *role = hs_lex_entry_column (token->entry, HS_LIST_ROLES, 1);

  return role != NULL && (token->flags & HS_TOKEN_CAPITAL) == 0 && strcmp (role, "others") != 0 &&
         strcmp (role, "administration") != 0;
}

static void
vote_left (Votes         *votes,
           const HsToken *before,
           const HsToken *further)
{
  if (is_place_preposition (before))
    votes->place += hs_token_is (before, "from") || hs_token_is (before, "at") ? 1 : 3;
  if (hs_token_is (before, "the"))
    {
      votes->body += 2;
      votes->person -= 2;
      if (further != NULL && is_place_preposition (further))
        votes->place += 1;
    }
  if (hs_token_is (before, "of") || hs_token_is (before, "to"))
    votes->place += 1;
  if (further != NULL && leads_to_place (further, before))
    votes->place += 3;
  if (is_personal_role (before) || is_cue (before))
    votes->person += 3;
  if (further != NULL && (hs_token_is (before, "to") || hs_token_is (before, "with")) &&
      (hs_token_is (further, "interview") || hs_token_is (further, "comments") || hs_token_is (further, "remarks")))
    votes->body += 4;
  if (hs_token_is (before, "by") || hs_token_is (before, "with"))
    votes->person += 1;
}

static void
vote_right (Votes         *votes,
            const HsToken *next,
            const HsToken *further,
            const HsFound *after)
{
  const char *klass = hs_lex_entry_column (next->entry, HS_LIST_CUES, 2);

  if (klass != NULL)
    votes->person += is_cue (next) ? 3 : 1;
  if (is_body_noun (next))
    votes->body += 3;
  if (is_state_noun (next))
    votes->people += 2;
  if (next->kind == HS_TOKEN_CLITIC && further != NULL && is_state_noun (further))
    votes->place += 3;
  if (hs_token_is (next, "-") && further != NULL && (hs_token_is (further, "made") || hs_token_is (further, "based")))
    votes->place += 3;
  if (hs_token_is (next, "(") && further != NULL && (further->flags & HS_TOKEN_UPPER) != 0)
    votes->body += 3;
  if (hs_token_is (next, ",") && after != NULL && after->kind == HS_MENTION_PLACE)
    votes->place += 3;
  if (hs_token_is (next, ",") && further != NULL && (hs_token_is (further, "who") || is_personal_role (further)))
    votes->person += 3;
  if (hs_token_is (next, ",") && further != NULL && further->kind == HS_TOKEN_NUMBER && strlen (further->fold) == 2)
    votes->person += 3;
  if (hs_token_is (next, "who") || hs_token_is (next, "himself") || hs_token_is (next, "herself"))
    votes->person += 3;
}

static void
vote_inside (Settler       *s,
             Votes         *votes,
             const HsFound *found)
{
  HsReading *self = s->reading;
  guint words = 0, common = 0, given = 0;

  for (guint i = found->first; i < found->end; i++)
    {
      const HsToken *token = hs_reading_token (self, i);

      if (token->kind != HS_TOKEN_WORD || hs_token_in (token, HS_IN (HS_LIST_PARTICLES)))
        continue;
      words++;
      common += hs_token_in (token, HS_IN (HS_LIST_COMMON) | HS_IN (HS_LIST_STOP_WORDS) | HS_IN (HS_LIST_ORG_HEADS));
      given += hs_token_in (token, HS_IN (HS_LIST_GIVEN_NAMES) | HS_IN (HS_LIST_COMMON_SURNAMES));
    }
  if (given > 0)
    votes->person += 2;
  if (words >= 2 && words <= 3 && common == 0)
    votes->person += 2;
  if (words >= 2 && common > 0)
    votes->body += 1;
  if (words > 3)
    votes->body += 1;
}

static char *
key_of (HsReading     *self,
        const HsFound *found)
{
  g_autofree char *words = hs_reading_words (self, found->first, MIN (found->end, found->first + 8));

  return g_utf8_strdown (words, -1);
}

static void
collect_votes (Settler    *s,
               GHashTable *all)
{
  HsReading *self = s->reading;

  for (guint f = 0; f < self->found->len; f++)
    {
      const HsFound *found = &g_array_index (self->found, HsFound, f);
      guint n = self->tokens->len, first = found->first, end = found->end;
      g_autofree char *key = NULL;
      Votes *votes;

      if (found->kind != HS_MENTION_UNSURE)
        continue;
      key = key_of (self, found);
      votes = g_hash_table_lookup (all, key);
      if (votes == NULL)
        {
          votes = g_new0 (Votes, 1);
          vote_inside (s, votes, found);
          g_hash_table_insert (all, g_steal_pointer (&key), votes);
        }
      votes->n++;
      if (votes->n > 20)
        continue;
      if (first > 0 && !(hs_reading_token (self, first)->flags & HS_TOKEN_FIRST))
        vote_left (votes, hs_reading_token (self, first - 1), first > 1 ? hs_reading_token (self, first - 2) : NULL);
      if (end < n)
        vote_right (votes, hs_reading_token (self, end), end + 1 < n ? hs_reading_token (self, end + 1) : NULL,
                    end + 1 < n ? hs_reading_found_at (self, end + 1) : NULL);
    }
}

/* "Tarvonia" and "Tarvonian": the one names a place, the other its people. */
static gboolean
is_adjective_of (const char *word,
                 const char *base)
{
  static const char *const endings[] = { "n", "an", "ian", "ese", "ish", "i", NULL };
  gsize n = strlen (base);

  for (guint i = 0; endings[i] != NULL && n >= 4; i++)
    {
      if (strlen (word) == n + strlen (endings[i]) && g_str_has_prefix (word, base) &&
          strcmp (word + n, endings[i]) == 0)
        return TRUE;
      /* a vowel at the end of the base is lost */
      if (strchr ("aeioy", base[n - 1]) != NULL && strlen (endings[i]) > 1 &&
          strlen (word) == n - 1 + strlen (endings[i]) && strncmp (word, base, n - 1) == 0 &&
          strcmp (word + n - 1, endings[i]) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
ends_as_adjective (const char *word)
{
  gsize n = strlen (word);

  return n >= 6 && (g_str_has_suffix (word, "ian") || g_str_has_suffix (word, "ean") ||
                    g_str_has_suffix (word, "ese") || g_str_has_suffix (word, "ish"));
}

static void
vote_adjectives (Settler    *s,
                 GHashTable *all)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, all);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      Votes *votes = value;

      if (strchr (key, ' ') != NULL || votes->people == 0)
        continue;
      if (ends_as_adjective (key))
        votes->people += 2;
      for (gsize n = strlen (key) - 1; n >= 4 && n + 4 > strlen (key); n--)
        {
          static const char *const vowels[] = { "", "a", "e", "y", NULL };

          for (guint v = 0; vowels[v] != NULL; v++)
            {
              g_autofree char *base = g_strdup_printf ("%.*s%s", (int) n, (const char *) key, vowels[v]);
              Votes *other = g_hash_table_lookup (all, base);

              if (other != NULL && is_adjective_of (key, base))
                {
                  votes->people += 4;
                  other->place += 4;
                }
            }
        }
    }
}

static HsMentionKind
settle_word (Settler       *s,
             const HsFound *found,
             const Votes   *votes)
{
  HsReading *self = s->reading;
  const HsToken *token = hs_reading_token (self, found->first);
  gboolean one = found->end == found->first + 1, common;
  g_autofree char *skeleton = NULL;

  if (one && g_hash_table_contains (s->people, token->fold))
    return HS_MENTION_PERSON;
  skeleton = hs_names_skeleton (hs_reading_token (self, found->end - 1)->fold);
  if (one && strlen (skeleton) >= 3 && g_hash_table_contains (s->skeletons, skeleton) && votes->person >= 0 &&
      found->first > 0 && (hs_token_is (hs_reading_token (self, found->first - 1), "to") || votes->person >= 2))
    return HS_MENTION_PERSON;
  common = hs_token_in (token, HS_IN (HS_LIST_COMMON) | HS_IN (HS_LIST_STOP_WORDS) | HS_IN (HS_LIST_ROLES) |
                               HS_IN (HS_LIST_TITLES)) || g_hash_table_contains (s->lower, token->fold);
  if (one && common)
    return HS_MENTION_UNSURE;
  if (one && votes->people >= 4 && votes->people >= votes->person)
    return HS_MENTION_NATIONALITY;
  if (votes->person >= 2 && votes->person >= votes->place && votes->person >= votes->body)
    return HS_MENTION_PERSON;
  if (votes->place >= 2 && votes->place >= votes->body)
    return HS_MENTION_PLACE;
  if (votes->body >= 2)
    return HS_MENTION_ORGANISATION;
  if (one && (token->flags & HS_TOKEN_FIRST) != 0 && votes->n < 2)
    return HS_MENTION_UNSURE;
  if (votes->person >= 1)
    return HS_MENTION_PERSON;
  if (one && votes->body + votes->place <= 0)
    return votes->n >= 2 && (token->flags & HS_TOKEN_UPPER) == 0 ? HS_MENTION_PERSON : HS_MENTION_UNSURE;
  return votes->place > votes->body ? HS_MENTION_PLACE : HS_MENTION_ORGANISATION;
}

/* "S-120 “Granite”": a name in marks right after a weapon is the weapon’s. */
static void
settle_nicknames (Settler *s)
{
  HsReading *self = s->reading;

  for (guint f = 0; f < self->found->len; f++)
    {
      HsFound *found = &g_array_index (self->found, HsFound, f);
      guint q = self->quote_at[found->first];
      const HsFound *before;

      if (q == 0 || found->first < 2 || g_array_index (self->quotes, HsQuoted, q - 1).n_words > 2 ||
          g_array_index (self->quotes, HsQuoted, q - 1).first + 1 != found->first)
        continue;
      before = hs_reading_found_at (self, found->first - 2);
      if (before != NULL && before->kind == HS_MENTION_WEAPON && before->end == found->first - 1)
        {
          g_autofree char *words = hs_reading_words (self, before->first, before->end);

          found->kind = HS_MENTION_WEAPON;
          found->canonical = before->canonical != NULL ? before->canonical
                                                       : g_string_chunk_insert_const (self->strings, words);
        }
    }
}

/* A dateline begins with a place, whatever the capitals look like. */
static void
settle_datelines (Settler *s)
{
  HsReading *self = s->reading;

  for (guint f = 0; f < self->found->len; f++)
    {
      HsFound *found = &g_array_index (self->found, HsFound, f);
      const HsPart *part = &g_array_index (self->parts, HsPart, hs_reading_token (self, found->first)->block);

      if (part->kind == HS_BLOCK_DATELINE && found->first == part->first &&
          (found->kind == HS_MENTION_UNSURE || found->kind == HS_MENTION_ORGANISATION ||
           found->kind == HS_MENTION_PERSON))
        {
          found->kind = HS_MENTION_PLACE;
          found->confidence = 0.9;
        }
    }
}

/* The outlet that publishes the article, where the article names it. */
static void
settle_own_outlet (Settler *s)
{
  HsReading *self = s->reading;
  const char *outlet = self->document->outlet;
  g_autofree char *own = NULL;

  if (outlet == NULL || *outlet == '\0')
    return;
  own = hs_names_fold (outlet);
  if (g_str_has_prefix (own, "the "))
    memmove (own, own + 4, strlen (own + 4) + 1);
  for (guint f = 0; f < self->found->len; f++)
    {
      HsFound *found = &g_array_index (self->found, HsFound, f);
      g_autofree char *words = hs_reading_words (self, found->first, found->end);
      g_autofree char *fold = hs_names_fold (words);

      if (strcmp (fold, own) == 0)
        {
          found->kind = HS_MENTION_ORGANISATION;
          found->outlet = TRUE;
          found->confidence = 0.95;
        }
    }
}

static void
settle_unsure (Settler *s)
{
  HsReading *self = s->reading;
  g_autoptr (GHashTable) votes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  guint kept = 0;

  collect_votes (s, votes);
  vote_adjectives (s, votes);
  for (guint f = 0; f < self->found->len; f++)
    {
      HsFound *found = &g_array_index (self->found, HsFound, f);

      if (found->kind == HS_MENTION_UNSURE)
        {
          g_autofree char *key = key_of (self, found);

          found->kind = settle_word (s, found, g_hash_table_lookup (votes, key));
          found->confidence = 0.45;
        }
    }
  for (guint f = 0; f < self->found->len; f++)
    {
      HsFound found = g_array_index (self->found, HsFound, f);

      if (found.kind != HS_MENTION_UNSURE)
        g_array_index (self->found, HsFound, kept++) = found;
    }
  g_array_set_size (self->found, kept);
  hs_reading_index_found (self);
}

/* The same words as an earlier find, at token @i of a headline. */
static guint
match_sequence (Settler *s,
                guint    i,
                guint    end)
{
  HsReading *self = s->reading;
  guint f = GPOINTER_TO_UINT (g_hash_table_lookup (s->sequences, hs_reading_token (self, i)->fold));
  HsFound found, *copy;
  guint n;

  if (f == 0 || f > self->found->len)
    return i;
  found = g_array_index (self->found, HsFound, f - 1);
  n = found.end - found.first;
  if (found.kind == HS_MENTION_DATE || found.kind == HS_MENTION_QUANTITY || found.kind == HS_MENTION_MONEY)
    return i;
  if (i + n > end || hs_mentions_taken (self, i, i + n))
    return i;
  for (guint k = 0; k < n; k++)
    if (strcmp (hs_reading_token (self, i + k)->fold, hs_reading_token (self, found.first + k)->fold) != 0)
      return i;
  copy = hs_mentions_add (self, i, i + n, found.kind, found.confidence);
  copy->canonical = found.canonical;
  copy->outlet = found.outlet;
  return i + n;
}

static gboolean
is_plain_capital (const HsToken *token)
{
  return token->kind == HS_TOKEN_WORD && (token->flags & HS_TOKEN_CAPITAL) != 0 &&
         !hs_token_in (token, HS_IN (HS_LIST_COMMON) | HS_IN (HS_LIST_STOP_WORDS) | HS_IN (HS_LIST_CUES));
}

static guint
match_in_title (Settler *s,
                guint    i,
                guint    end)
{
  HsReading *self = s->reading;
  const HsToken *token = hs_reading_token (self, i);
  const HsLexEntry *known;
  guint next, n;

  if (token->kind != HS_TOKEN_WORD)
    return i;
  if ((next = hs_designators_match (self, i, end)) != i || (next = match_sequence (s, i, end)) != i)
    return next;
  known = hs_runs_known (self, i, end, &n);
  if (known != NULL && (token->flags & HS_TOKEN_CAPITAL) != 0 && !hs_mentions_taken (self, i, i + n))
    {
      next = hs_bodies_match (self, i, end);
      return next != i ? next : hs_mentions_add_known (self, i, n, known);
    }
  if ((token->flags & HS_TOKEN_CAPITAL) == 0)
    return i;
  if (hs_token_in (token, HS_IN (HS_LIST_ORG_FIELDS)) && !hs_token_in (token, HS_IN (HS_LIST_STOP_WORDS)))
    return hs_bodies_match (self, i, end);
  if (g_hash_table_contains (s->people, token->fold) && is_plain_capital (token))
    {
      for (next = i + 1; next < end && is_plain_capital (hs_reading_token (self, next)) &&
           g_hash_table_contains (s->people, hs_reading_token (self, next)->fold); next++)
        ;
      hs_mentions_add (self, i, next, HS_MENTION_PERSON, 0.8);
      return next;
    }
  if (hs_token_in (token, HS_IN (HS_LIST_GIVEN_NAMES)) && i + 1 < end &&
      is_plain_capital (hs_reading_token (self, i + 1)) && !hs_mentions_taken (self, i, i + 2) &&
      hs_runs_known (self, i + 1, end, &n) == NULL)
    {
      hs_mentions_add (self, i, i + 2, HS_MENTION_PERSON, 0.7);
      return i + 2;
    }
  return i;
}

static void
find_in_titles (Settler *s)
{
  HsReading *self = s->reading;

  for (guint p = 0; p < self->parts->len; p++)
    {
      const HsPart *part = &g_array_index (self->parts, HsPart, p);
      guint i = part->first;

      if (part->skipped || !part->title_case)
        continue;
      while (i < part->end)
        {
          guint next = self->found_at[i] != 0 ? i : match_in_title (s, i, part->end);

          i = MAX (next, i + 1);
        }
    }
}

/**
 * hs_names_settle:
 * @self: an article being read
 *
 * Settles what is still unsure, by what the whole article says; works through headlines in
 * title case.
 */
void
hs_names_settle (HsReading *self)
{
  Settler s = { self, NULL };

  hs_reading_index_found (self);
  s.people = g_hash_table_new (g_str_hash, g_str_equal);
  s.skeletons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  s.sequences = g_hash_table_new (g_str_hash, g_str_equal);
  s.repeats = g_hash_table_new (g_str_hash, g_str_equal);
  s.lower = g_hash_table_new (g_str_hash, g_str_equal);
  settle_datelines (&s);
  settle_own_outlet (&s);
  note_finds (&s);
  settle_nicknames (&s);
  settle_unsure (&s);
  g_hash_table_remove_all (s.sequences);
  note_finds (&s);
  find_in_titles (&s);
  g_hash_table_unref (s.people);
  g_hash_table_unref (s.skeletons);
  g_hash_table_unref (s.sequences);
  g_hash_table_unref (s.repeats);
  g_hash_table_unref (s.lower);
}
