/* hs-descriptions.c: "the minister", "the ministry": what a text goes on to speak of
 *
 * A definite phrase whose noun is the office of a person named in the article, or a word
 * of the name of a body or place, or of what the article called that ("the oil company
 * Norvik"), stands for whichever of them was mentioned last. Where two were mentioned
 * side by side, or where another one without a name came between, it stands for nobody:
 * a phrase that is left alone costs less than one that is bound wrongly (Vieira and
 * Poesio, "An empirically based system for processing definite descriptions", 2000).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-statements-private.h"

#include <string.h>

#include "hs-clauses.h"
#include "hs-mentions-private.h"
#include "hs-roles.h"

/* Words between the article and the noun. */
#define MOST_MODIFIERS 4

/* In sentences: further back only what nothing competes with. */
#define FAR_BACK 12

/* What was bound to the only one it can be, and to the nearest of several. */
#define SURE 0.6
#define NEAREST 0.5

/* What is known of an entity of the article. */
typedef struct
{
  char *words;       /* (owned) (nullable): of its name and of what it is called, each between spaces */
  guint last;        /* token after its last mention so far; 0: none yet */
  guint sentence;    /* of that */
} Known;

/* A phrase: [first, end) with the noun at @noun. */
typedef struct
{
  guint first, noun, end;
  const char *row;   /* (unowned) (nullable): of a body or place, its line of the list */
  HsMentionKind kind;
} Phrase;

typedef struct
{
  HsReading *reading;
  Known *known;             /* (owned): by entity */
  GHashTable *by_noun;      /* (owned) (element-type utf8 GArray): line of the list or role → entities */
  GHashTable *strangers;    /* (owned) (element-type utf8 uint): where somebody without a name was last called so */
  guint8 *taken;            /* (owned): tokens that a description covers already */
  guint body;               /* the body named last, or HS_NO_INDEX */
} Binder;

static HsLocalEntity *
entity_at (const Binder *b,
           guint         entity)
{
  return b->reading->analysis->entities->pdata[entity];
}

static void
note_noun (Binder     *b,
           const char *noun,
           guint       entity)
{
  GArray *entities = g_hash_table_lookup (b->by_noun, noun);

  if (entities == NULL)
    {
      entities = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (b->by_noun, g_strdup (noun), entities);
    }
  for (guint i = 0; i < entities->len; i++)
    if (g_array_index (entities, guint, i) == entity)
      return;
  g_array_append_val (entities, entity);
}

static void
note_word (Binder     *b,
           guint       entity,
           const char *word)
{
  Known *known = &b->known[entity];
  g_autofree char *before = known->words;

  known->words = g_strdup_printf ("%s%s ", before != NULL ? before : " ", word);
}

static const char *
row_of (const HsToken *token,
        HsMentionKind *kind)
{
  const char *nick = hs_lex_entry_column (token->entry, HS_LIST_DESCRIPTIONS, 1);

  if (nick == NULL)
    return NULL;
  *kind = strcmp (nick, "place") == 0 ? HS_MENTION_PLACE : HS_MENTION_ORGANISATION;
  return hs_lex_entry_column (token->entry, HS_LIST_DESCRIPTIONS, 0);
}

/* Lines of the list that any body with a name of @class answers to: few, so they are
 * asked for by the nouns that begin them. */
static void
note_class (Binder     *b,
            const char *class,
            guint       entity)
{
  static const char *const nouns[] = { "parliament", "court", "company", NULL };

  for (guint i = 0; nouns[i] != NULL; i++)
    {
      const HsLexEntry *entry = hs_lexicons_find (b->reading->lexicons, nouns[i]);
      const char *wanted = hs_lex_entry_column (entry, HS_LIST_DESCRIPTIONS, 2);

      if (wanted != NULL && strcmp (wanted, class) == 0)
        note_noun (b, hs_lex_entry_column (entry, HS_LIST_DESCRIPTIONS, 0), entity);
    }
}

/* Notes what the words [first, end) say of @entity, whose kind is @kind. */
static void
note_words (Binder        *b,
            guint          first,
            guint          end,
            guint          entity,
            HsMentionKind  kind)
{
  g_autofree char *key = hs_roles_body_key (b->reading, first, end);
  g_auto (GStrv) words = g_strsplit (key, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      note_word (b, entity, words[i]);
  for (guint i = first; i < end; i++)
    {
      const HsToken *token = hs_reading_token (b->reading, i);
      const char *class = hs_lex_entry_column (token->entry, HS_LIST_ORG_HEADS, 1);
      HsMentionKind wanted;
      const char *row = row_of (token, &wanted);

      if (row != NULL && wanted == kind)
        note_noun (b, row, entity);
      if (class != NULL && kind == HS_MENTION_ORGANISATION)
        note_class (b, class, entity);
    }
}

/* Words that may stand before the noun of a phrase: whose it is, and what it is for. */
static gboolean
may_modify (const HsReading *self,
            guint            i)
{
  const HsToken *token = hs_reading_token (self, i);
  const HsFound *found = hs_reading_found_at (self, i);

  if (found != NULL && found->kind == HS_MENTION_PERSON)
    return FALSE;
  return found != NULL || token->kind == HS_TOKEN_CLITIC || (token->flags & HS_TOKEN_CAPITAL) != 0 ||
         hs_token_in (token, HS_IN (HS_LIST_DEMONYMS) | HS_IN (HS_LIST_ORG_FIELDS) | HS_IN (HS_LIST_ORG_HEADS) |
                             HS_IN (HS_LIST_COUNTRIES));
}

/* "the oil company Norvik", "Norvik, an oil company", "Anbar province", "the city of
 * Mosul": what the article calls @found. */
static void
note_descriptor (Binder        *b,
                 const HsFound *found)
{
  const HsReading *self = b->reading;
  const HsSentence *sentence = &g_array_index (self->sentences, HsSentence,
                                               hs_reading_token (self, found->first)->sentence);
  guint first = found->first, i = found->end;
  HsMentionKind kind;

  if (first > sentence->first && found->kind == HS_MENTION_PLACE &&
      hs_token_is (hs_reading_token (self, first - 1), "of"))
    first--;
  if (first > sentence->first && row_of (hs_reading_token (self, first - 1), &kind) != NULL && kind == found->kind &&
      hs_reading_found_at (self, first - 1) == NULL)
    {
      guint from = first - 1;

      while (from > sentence->first && first - from < MOST_MODIFIERS && may_modify (self, from - 1))
        from--;
      note_words (b, from, first, found->entity, found->kind);
    }
  if (i < sentence->end && row_of (hs_reading_token (self, i), &kind) != NULL && kind == found->kind)
    note_words (b, i, i + 1, found->entity, found->kind);
  if (i + 2 >= sentence->end || !hs_token_is (hs_reading_token (self, i), ",") ||
      !(hs_token_is (hs_reading_token (self, i + 1), "a") || hs_token_is (hs_reading_token (self, i + 1), "an") ||
        hs_token_is (hs_reading_token (self, i + 1), "the")))
    return;
  for (guint k = i + 2; k < sentence->end && k < i + 3 + MOST_MODIFIERS; k++)
    {
      const HsToken *token = hs_reading_token (self, k);

      if (token->kind != HS_TOKEN_WORD || hs_token_is (token, "of"))
        return;
      if (row_of (token, &kind) == NULL || kind != found->kind)
        continue;
      /* "…, the government said" goes on with something else */
      if (k + 1 == sentence->end || hs_reading_token (self, k + 1)->kind == HS_TOKEN_MARK ||
          hs_token_is (hs_reading_token (self, k + 1), "based") || hs_token_is (hs_reading_token (self, k + 1), "in"))
        note_words (b, i + 2, k + 1, found->entity, found->kind);
      return;
    }
}

/* "defense minister" is a minister, "prime minister" is another thing. */
static const char *
wider_role (const char *role)
{
  const char *last = strrchr (role, ' ');

  if (last == NULL || g_str_has_prefix (role, "prime ") || g_str_has_prefix (role, "vice ") ||
      strstr (role, " of ") != NULL)
    return NULL;
  return last + 1;
}

static void
note_roles (Binder *b,
            guint   entity)
{
  const HsLocalEntity *local = entity_at (b, entity);

  for (guint i = 0; local->roles[i] != NULL; i++)
    {
      const char *of = strstr (local->roles[i], " of "), *to = strstr (local->roles[i], " to ");
      const char *end = of != NULL && (to == NULL || of < to) ? of : to;
      g_autofree char *head = end != NULL ? g_strndup (local->roles[i], end - local->roles[i])
                                          : g_strdup (local->roles[i]);
      const char *wider = wider_role (head);

      note_noun (b, hs_role_class (head), entity);
      if (g_str_has_prefix (local->roles[i], "secretary of state"))
        note_noun (b, "secretary of state", entity);
      if (wider != NULL)
        note_noun (b, hs_role_class (wider), entity);
    }
}

/* "the newspaper industry", "the city centre", "the port attacks", "the writer and
 * jeweller Elise Voss": the noun belongs to what comes after it. */
static gboolean
is_noun_beside (const HsReading *self,
                guint            i,
                guint            end,
                HsMentionKind    kind)
{
  static const char *const pasts[] = {
    "began", "bid", "bought", "broke", "brought", "built", "came", "chose", "cut", "drew", "fell", "fought",
    "found", "gave", "got", "grew", "held", "hit", "hurt", "kept", "knew", "laid", "led", "left", "let",
    "lost", "made", "met", "paid", "put", "quit", "ran", "rose", "sat", "saw", "sent", "set", "shot", "shut",
    "sold", "sought", "spent", "stood", "struck", "swore", "took", "told", "thought", "went", "withdrew",
    "won", "wrote", NULL
  };
  const HsToken *token = i < end ? hs_reading_token (self, i) : NULL;
  gsize n = token != NULL ? strlen (token->fold) : 0;

  if (token != NULL && (hs_token_is (token, "and") || hs_token_is (token, "or")))
    {
      for (guint k = i + 1; k < end && k < i + 5; k++)
        if (self->found_at[k] != 0)
          return hs_reading_found_at (self, k)->kind == HS_MENTION_PERSON;
      return FALSE;
    }
  if (token == NULL || token->kind != HS_TOKEN_WORD || self->found_at[i] != 0 ||
      hs_token_in (token, HS_IN (HS_LIST_STOP_WORDS) | (kind != HS_MENTION_PLACE ? HS_IN (HS_LIST_CUES) : 0)) ||
      hs_clause_is_auxiliary (token) || hs_clause_is_adverb (token))
    return FALSE;
  return n < 3 || kind == HS_MENTION_PLACE ||
         !(g_str_has_suffix (token->fold, "ed") || (token->fold[n - 1] == 's' && token->fold[n - 2] != 's') ||
           g_str_has_suffix (token->fold, "ing") || g_strv_contains (pasts, token->fold));
}

/* The phrase whose words begin at @i, after its article. */
static gboolean
read_phrase (const HsReading *self,
             guint            i,
             guint            end,
             Phrase          *phrase)
{
  gboolean any = FALSE;

  *phrase = (Phrase) { .first = i };
  while (i < end && i <= phrase->first + MOST_MODIFIERS)
    {
      const HsToken *token = hs_reading_token (self, i);
      HsMentionKind kind = HS_MENTION_PERSON;
      guint n = 0;
      const char *role = hs_role_head (self, i, end, &n);
      const char *row = role == NULL ? row_of (token, &kind) : NULL;

      if (role != NULL || row != NULL)
        {
          n = MAX (n, 1);
          phrase->noun = i;
          phrase->end = i + n;
          phrase->row = row;
          phrase->kind = kind;
          any = TRUE;
          i += n;
        }
      else if (any || !may_modify (self, i))
        break;
      else
        i++;
    }
  return any;
}

/* Whether @words has each word of @key. */
static gboolean
has_words (const char *words,
           const char *key)
{
  g_auto (GStrv) parts = g_strsplit (key, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *part = g_strdup_printf (" %s ", parts[i]);

      if (parts[i][0] != '\0' && (words == NULL || strstr (words, part) == NULL))
        return FALSE;
    }
  return TRUE;
}

/* "the Iraqi minister": his country is known from elsewhere, and not from where he is sent. */
static gboolean
is_of (const HsLocalEntity *entity,
       const HsRole        *role)
{
  g_autoptr (GString) words = g_string_new (" ");

  for (guint i = 0; entity->context[i] != NULL; i++)
    {
      gboolean sent = FALSE;

      for (guint r = 0; entity->roles[r] != NULL && !sent; r++)
        {
          const char *to = strstr (entity->roles[r], " to ");

          sent = to != NULL && strstr (to, entity->context[i]) != NULL;
        }
      if (!sent)
        g_string_append_printf (words, "%s ", entity->context[i]);
    }
  return !role->to && has_words (words->str, role->complement);
}

/* Whether the person answers to what the phrase says. */
static gboolean
answers (const HsLocalEntity *entity,
         const HsRole        *role)
{
  gboolean bare = role->complement == NULL || role->complement[0] == '\0';

  for (guint i = 0; entity->roles[i] != NULL; i++)
    {
      const char *wider = NULL;
      guint fit = hs_role_fit (entity->roles[i], role);

      if (fit == 0 && (wider = wider_role (entity->roles[i])) != NULL)
        fit = hs_role_fit (wider, role);
      if (fit == 3 || (fit > 0 && (bare || is_of (entity, role))))
        return TRUE;
    }
  return FALSE;
}

/* Takes what follows the noun into the phrase, "of the committee". Returns: whether it
 * was understood. */
static gboolean
read_complement (const HsReading *self,
                 guint            end,
                 Phrase          *phrase)
{
  const HsToken *link = phrase->end < end ? hs_reading_token (self, phrase->end) : NULL;
  guint to;

  if (link == NULL || !(hs_token_is (link, "of") || hs_token_is (link, "to") || hs_token_is (link, "for") ||
                        (hs_token_is (link, "on") && phrase->kind == HS_MENTION_ORGANISATION)))
    return TRUE;
  to = hs_roles_complement_end (self, phrase->end + 1, end);
  for (guint i = phrase->end + 1; i < to; i++)
    {
      const HsFound *found = hs_reading_found_at (self, i);

      if (found != NULL && (found->kind == HS_MENTION_DATE || found->kind == HS_MENTION_MONEY ||
                            found->kind == HS_MENTION_QUANTITY))
        to = i;
    }
  while (to > phrase->end + 1 && self->found_at[to - 1] == 0 &&
         !hs_token_in (hs_reading_token (self, to - 1), HS_IN (HS_LIST_ORG_FIELDS) | HS_IN (HS_LIST_ORG_HEADS)) &&
         !(hs_reading_token (self, to - 1)->flags & HS_TOKEN_CAPITAL))
    to--;
  if (to == phrase->end + 1)
    return !hs_token_is (link, "of");
  if (!hs_token_is (link, "of") && phrase->kind == HS_MENTION_PLACE)
    return TRUE;
  phrase->end = to;
  return TRUE;
}

static const char *
noun_of (const Binder *b,
         const Phrase *phrase,
         const HsRole *role)
{
  return phrase->row != NULL ? phrase->row : hs_role_class (role->head);
}

/* The entity that the phrase stands for, or HS_NO_INDEX. */
static guint
choose (Binder       *b,
        const Phrase *phrase,
        const HsRole *role,
        double       *confidence)
{
  const HsReading *self = b->reading;
  const char *noun = noun_of (b, phrase, role);
  const GArray *entities = g_hash_table_lookup (b->by_noun, noun);
  g_autofree char *key = phrase->row != NULL ? hs_roles_body_key (self, phrase->first, phrase->end) : NULL;
  guint sentence = hs_reading_token (self, phrase->first)->sentence;
  guint stranger = GPOINTER_TO_UINT (g_hash_table_lookup (b->strangers, noun));
  guint best = HS_NO_INDEX, second = HS_NO_INDEX, n = 0;

  for (guint i = 0; entities != NULL && i < entities->len; i++)
    {
      guint entity = g_array_index (entities, guint, i);
      const HsLocalEntity *local = entity_at (b, entity);

      if (local->kind != phrase->kind ||
          !(phrase->row == NULL ? answers (local, role)
                                : has_words (b->known[entity].words, key) ||
                                  phrase->end == phrase->noun + 1))
        continue;
      /* words before the noun have to be its own */
      if (phrase->row != NULL && phrase->noun > phrase->first)
        {
          g_autofree char *before = hs_roles_body_key (self, phrase->first, phrase->noun);

          if (!has_words (b->known[entity].words, before))
            continue;
        }
      n++;
      if (best == HS_NO_INDEX || b->known[entity].last > b->known[best].last)
        {
          second = best;
          best = entity;
        }
      else if (second == HS_NO_INDEX || b->known[entity].last > b->known[second].last)
        second = entity;
    }
  if (n == 0)
    return HS_NO_INDEX;
  *confidence = n == 1 ? SURE : NEAREST;
  /* said before it is named: only the one that is named at all */
  if (b->known[best].last == 0)
    return n == 1 && stranger == 0 ? best : HS_NO_INDEX;
  if (stranger > b->known[best].last)
    return HS_NO_INDEX;
  /* any body may be a company: then only the one named last */
  if (phrase->row != NULL && b->body != best &&
      hs_lex_entry_column (hs_reading_token (self, phrase->noun)->entry, HS_LIST_DESCRIPTIONS, 2) != NULL)
    return HS_NO_INDEX;
  if (n == 1)
    return best;
  if (hs_reading_quote_at (self, phrase->first) != NULL || sentence > b->known[best].sentence + FAR_BACK ||
      (b->known[second].last > 0 && b->known[second].sentence == b->known[best].sentence))
    return HS_NO_INDEX;
  return best;
}

static void
note_mention (Binder *b,
              guint   entity,
              guint   end)
{
  b->known[entity].last = end;
  if (entity_at (b, entity)->kind == HS_MENTION_ORGANISATION)
    b->body = entity;
  b->known[entity].sentence = hs_reading_token (b->reading, end - 1)->sentence;
}

/* "a minister", "another committee": somebody else, unless it follows a name whose it is. */
static void
note_stranger (Binder       *b,
               guint         article,
               guint         first,
               const Phrase *phrase,
               const HsRole *role)
{
  const HsReading *self = b->reading;

  if (article > first + 1 && hs_token_is (hs_reading_token (self, article - 1), ",") &&
      self->found_at[article - 2] != 0)
    return;
  g_hash_table_insert (b->strangers, g_strdup (noun_of (b, phrase, role)), GUINT_TO_POINTER (article + 1));
}

/* Whether the phrase is part of a name, or stands right before one and only says what
 * that is. */
static gboolean
leads_to_name (const HsReading *self,
               const Phrase    *phrase,
               guint            end)
{
  const HsFound *next = phrase->end < end ? hs_reading_found_at (self, phrase->end) : NULL;

  /* "the Attorney’s Office" */
  if (phrase->end + 1 < end && hs_reading_token (self, phrase->end)->kind == HS_TOKEN_CLITIC &&
      hs_reading_is_capital (self, phrase->noun) && hs_reading_is_capital (self, phrase->end + 1))
    return TRUE;
  return (next != NULL && next->first == phrase->end &&
          (next->kind == HS_MENTION_PERSON || next->kind == phrase->kind)) ||
         hs_reading_found_at (self, phrase->noun) != NULL;
}

/* "Karim Alevi, the member of …", "the member of …, Karim Alevi", "the city of Mosul": the
 * phrase stands beside the name it is for, or holds it. @first: of the sentence */
static gboolean
stands_by_name (const HsReading *self,
                guint            article,
                const Phrase    *phrase,
                guint            first,
                guint            end,
                guint            entity)
{
  const HsFound *before = article > first + 1 && hs_token_is (hs_reading_token (self, article - 1), ",")
                          ? hs_reading_found_at (self, article - 2) : NULL;
  const HsFound *after = phrase->end + 1 < end && hs_token_is (hs_reading_token (self, phrase->end), ",")
                         ? hs_reading_found_at (self, phrase->end + 1) : NULL;

  for (guint i = phrase->first; i < phrase->end; i++)
    if (self->found_at[i] != 0 && hs_reading_found_at (self, i)->entity == entity)
      return TRUE;
  return (before != NULL && before->entity == entity) || (after != NULL && after->entity == entity);
}

/* The phrase that begins with the article at @i. Returns: where to go on. */
static guint
read_at (Binder           *b,
         const HsSentence *sentence,
         guint             i)
{
  static const char *const others[] = { "a", "an", "another", "one", "each", "every", "any", "no", NULL };
  /* "the woman", "the family", "the party" */
  static const char *const no_office[] = { "person", "relative", "party", NULL };
  HsReading *self = b->reading;
  const HsToken *token = hs_reading_token (self, i);
  gboolean definite = hs_token_is (token, "the") || hs_token_is (token, "this") || hs_token_is (token, "that");
  g_auto (HsRole) role = { NULL };
  Phrase phrase = { 0 };
  double confidence = 0;
  guint entity;

  if (!(definite || g_strv_contains (others, token->fold)) || self->found_at[i] != 0 || b->taken[i] ||
      !read_phrase (self, i + 1, sentence->end, &phrase) ||
      (phrase.row == NULL && hs_role_is_plural (hs_reading_token (self, phrase.end - 1))))
    return i + 1;
  if (leads_to_name (self, &phrase, sentence->end) || is_noun_beside (self, phrase.end, sentence->end, phrase.kind))
    return phrase.end;
  if (!read_complement (self, sentence->end, &phrase) ||
      (phrase.row == NULL && !hs_roles_of_phrase (self, phrase.first, phrase.end, &role)) ||
      (phrase.row == NULL && g_strv_contains (no_office, role.head)))
    return phrase.end;
  if (!definite)
    {
      note_stranger (b, i, sentence->first, &phrase, &role);
      return phrase.end;
    }
  entity = choose (b, &phrase, &role, &confidence);
  if (entity != HS_NO_INDEX && !stands_by_name (self, i, &phrase, sentence->first, sentence->end, entity))
    {
      HsFound found = { i, phrase.end, phrase.kind, HS_LEVEL_DESCRIPTION, confidence, NULL, NULL, entity, FALSE };

      g_array_append_val (self->found, found);
      note_mention (b, entity, phrase.end);
    }
  return phrase.noun + 1;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const HsFound *x = a, *y = b;

  return x->first < y->first ? -1 : x->first > y->first;
}

static void
binder_init (Binder    *b,
             HsReading *self,
             GArray    *places)
{
  b->reading = self;
  b->body = HS_NO_INDEX;
  b->known = g_new0 (Known, self->analysis->entities->len + 1);
  b->by_noun = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  b->strangers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  b->taken = g_new0 (guint8, self->tokens->len + 1);
  for (guint f = 0; f < self->found->len; f++)
    {
      const HsFound *found = &g_array_index (self->found, HsFound, f);

      if (found->entity == HS_NO_INDEX)
        continue;
      g_array_append_val (places, *found);
      if (found->level == HS_LEVEL_DESCRIPTION)
        memset (b->taken + found->first, 1, found->end - found->first);
      else if (found->kind == HS_MENTION_ORGANISATION || found->kind == HS_MENTION_PLACE)
        {
          note_words (b, found->first, found->end, found->entity, found->kind);
          note_descriptor (b, found);
        }
    }
  g_array_sort (places, compare_places);
  for (guint e = 0; e < self->analysis->entities->len; e++)
    if (entity_at (b, e)->kind == HS_MENTION_PERSON)
      note_roles (b, e);
}

static void
binder_clear (Binder *b)
{
  for (guint e = 0; e < b->reading->analysis->entities->len; e++)
    g_free (b->known[e].words);
  g_free (b->known);
  g_hash_table_unref (b->by_noun);
  g_hash_table_unref (b->strangers);
  g_free (b->taken);
}

/**
 * hs_descriptions_bind:
 * @self: an article whose names are bound and whose speakers are known
 *
 * Adds a mention of the level %HS_LEVEL_DESCRIPTION for each definite phrase that stands
 * for an entity of the article.
 */
void
hs_descriptions_bind (HsReading *self)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (HsFound));
  guint next = 0;
  Binder b;

  binder_init (&b, self, places);
  for (guint s = 0; s < self->sentences->len; s++)
    {
      const HsSentence *sentence = &g_array_index (self->sentences, HsSentence, s);

      if (g_array_index (self->parts, HsPart, sentence->part).skipped)
        continue;
      for (guint i = sentence->first; i < sentence->end;)
        {
          for (; next < places->len && g_array_index (places, HsFound, next).first < i; next++)
            {
              const HsFound *found = &g_array_index (places, HsFound, next);

              if (found->end <= self->tokens->len)
                note_mention (&b, found->entity, found->end);
            }
          i = read_at (&b, sentence, i);
        }
    }
  binder_clear (&b);
}
