/* hs-roles.c: who somebody is, as the words beside the name say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-roles.h"

#include <string.h>

#include "hs-names.h"

#define LONGEST_ROLE 16

/**
 * hs_role_clear:
 * @role: a role
 *
 * Frees its complement; the role itself stays the caller's.
 */
void
hs_role_clear (HsRole *role)
{
  g_clear_pointer (&role->complement, g_free);
}

/* Returns: (transfer full). */
char *
hs_role_to_string (const HsRole *role)
{
  if (role->complement == NULL || role->complement[0] == '\0')
    return g_strdup (role->head);
  return g_strdup_printf ("%s %s %s", role->head, role->to ? "to" : "of", role->complement);
}

/* A member of a committee may represent it and sit in parliament for it. */
const char *
hs_role_class (const char *head)
{
  if (strcmp (head, "member") == 0 || strcmp (head, "lawmaker") == 0)
    return "representative";
  return head;
}

/* "ministers", "servicemen": several, and none of them in particular. */
gboolean
hs_role_is_plural (const HsToken *token)
{
  gsize n = strlen (token->fold);

  return (n > 2 && token->fold[n - 1] == 's' && token->fold[n - 2] != 's') ||
         g_str_has_suffix (token->fold, "men") || hs_token_is (token, "people");
}

/* What the role @text is of or to: after its head, which may hold an "of" itself. */
static const char *
find_complement (const char *text,
                 const char *head)
{
  const char *of, *to;

  if (g_str_has_prefix (text, head))
    text += strlen (head);
  of = strstr (text, " of ");
  to = strstr (text, " to ");
  return of != NULL && (to == NULL || of < to) ? of : to;
}

/* Words are compared whole, in whatever order they stand. */
static gboolean
share_word (const char *a,
            const char *b)
{
  g_auto (GStrv) words = NULL;
  g_auto (GStrv) other = NULL;

  if (a == NULL || b == NULL)
    return FALSE;
  words = g_strsplit (a, " ", -1);
  other = g_strsplit (b, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0' && g_strv_contains ((const char * const *) other, words[i]))
      return TRUE;
  return FALSE;
}

/**
 * hs_role_fit:
 * @text: a role that somebody has, as hs_role_to_string() has it
 * @role: what a description says
 *
 * Returns: 0: it is another role; 1: the same, and one of the two does not say of what;
 *   2: one says of what, the other to what; 3: the same of the same
 */
guint
hs_role_fit (const char   *text,
             const HsRole *role)
{
  const char *rest = find_complement (text, role->head);
  g_autofree char *head = rest != NULL ? g_strndup (text, rest - text) : g_strdup (text);

  if (strcmp (hs_role_class (head), hs_role_class (role->head)) != 0)
    return 0;
  if (role->complement == NULL || role->complement[0] == '\0' || rest == NULL)
    return 1;
  if (share_word (rest + strlen (" of "), role->complement))
    return 3;
  return role->to != g_str_has_prefix (rest, " to ") ? 2 : 0;
}

/**
 * hs_role_head:
 * @self: an article being read
 * @i: index of a token
 * @end: index past the last token that may belong to it
 * @n: (out): how many tokens it takes
 *
 * Returns: (transfer none) (nullable): the word for what somebody is that begins at @i;
 *   %NULL where there is none, or one that is nobody's in particular ("others")
 */
const char *
hs_role_head (const HsReading *self,
              guint            i,
              guint            end,
              guint           *n)
{
  const HsLexEntry *entry = hs_reading_match (self, i, end, HS_IN (HS_LIST_ROLES), n);
  const char *head = entry != NULL ? hs_lex_entry_column (entry, HS_LIST_ROLES, 1) : NULL;

  /* groups and documents speak, but are nobody's role */
  if (head == NULL || strcmp (head, "others") == 0 || strcmp (head, "administration") == 0)
    return NULL;
  return head;
}

/* The words of [first, end), countries by their canonical names, in order of
 * the alphabet. Returns: (transfer full). */
char *
hs_roles_body_key (const HsReading *self,
                   guint            first,
                   guint            end)
{
  GString *words = g_string_new (NULL);
  char *key;

  for (guint i = first; i < end; i++)
    {
      const HsFound *found = hs_reading_found_at (self, i);
      const HsToken *token = hs_reading_token (self, i);

      if (found != NULL && found->canonical != NULL && found->first == i && found->end <= end)
        {
          g_string_append_printf (words, " %s", found->canonical);
          i = found->end - 1;
        }
      else if (token->kind == HS_TOKEN_WORD && hs_token_in (token, HS_IN (HS_LIST_DEMONYMS)))
        g_string_append_printf (words, " %s", hs_lex_entry_column (token->entry, HS_LIST_DEMONYMS, 1) != NULL
                                ? hs_lex_entry_column (token->entry, HS_LIST_DEMONYMS, 1) : token->fold);
      else if (token->kind == HS_TOKEN_WORD && hs_token_in (token, HS_IN (HS_LIST_COUNTRIES)))
        g_string_append_printf (words, " %s", hs_lex_entry_column (token->entry, HS_LIST_COUNTRIES, 0));
      else if (token->kind == HS_TOKEN_WORD && (!hs_token_in (token, HS_IN (HS_LIST_STOP_WORDS)) ||
                                                 (token->flags & HS_TOKEN_UPPER)))
        g_string_append_printf (words, " %s", token->fold);
    }
  key = hs_names_body_key (words->str);
  g_string_free (words, TRUE);
  return key;
}

static gboolean
is_link (const HsToken *token)
{
  return hs_token_is (token, "of") || hs_token_is (token, "to") || hs_token_is (token, "for") ||
         hs_token_is (token, "at") || hs_token_is (token, "in");
}

/* Where the complement that begins at @from ends. */
guint
hs_roles_complement_end (const HsReading *self,
                         guint            from,
                         guint            end)
{
  guint i = from;

  while (i < end && i < from + 10)
    {
      const HsToken *token = hs_reading_token (self, i);

      if (self->found_at[i] != 0 && hs_reading_found_at (self, i)->kind == HS_MENTION_PERSON)
        break;
      if (self->found_at[i] != 0 || token->kind == HS_TOKEN_CLITIC || hs_token_is (token, "the") ||
          hs_token_is (token, "and") || hs_token_is (token, "of") || hs_token_is (token, "-") ||
          hs_token_is (token, "on") || hs_token_is (token, "for") ||
          hs_token_in (token, HS_IN (HS_LIST_ORG_FIELDS) | HS_IN (HS_LIST_ORG_HEADS)) ||
          (token->kind == HS_TOKEN_WORD && (token->flags & HS_TOKEN_CAPITAL)))
        i++;
      else
        break;
    }
  return i;
}

/* A phrase that begins with its role: "a member of the …", or holds it last:
 * "State Department spokeswoman". */
gboolean
hs_roles_of_phrase (const HsReading *self,
                    guint            first,
                    guint            end,
                    HsRole          *role)
{
  end = MIN (end, first + LONGEST_ROLE);
  for (guint i = first; i < end; i++)
    {
      guint n = 1;
      const char *head = hs_role_head (self, i, end, &n);

      if (head == NULL)
        continue;
      /* "defense committee member": the last role noun of an unbroken chain */
      while (i + n < end && !is_link (hs_reading_token (self, i + n)))
        {
          guint more = 0;
          const char *next = hs_role_head (self, i + n, end, &more);

          if (next == NULL)
            break;
          i += n;
          n = more;
          head = next;
        }
      role->head = head;
      if (i + n + 1 < end && is_link (hs_reading_token (self, i + n)))
        {
          guint from = i + n + 1;

          role->to = hs_token_is (hs_reading_token (self, i + n), "to");
          role->complement = hs_roles_body_key (self, from, hs_roles_complement_end (self, from, end));
        }
      else
        role->complement = hs_roles_body_key (self, first, i);
      return TRUE;
    }
  return FALSE;
}

/* "Iraqi ambassador to X NAME", "the head of …, NAME", "committee member NAME". */
gboolean
hs_roles_before (const HsReading *self,
                 guint            person,
                 HsRole          *role)
{
  guint sentence = g_array_index (self->sentences, HsSentence,
                                  hs_reading_token (self, person)->sentence).first;
  guint first = person;
  gboolean comma = FALSE;

  while (first > sentence && person - first < LONGEST_ROLE)
    {
      const HsToken *token = hs_reading_token (self, first - 1);
      gboolean found = self->found_at[first - 1] != 0 &&
                       hs_reading_found_at (self, first - 1)->kind != HS_MENTION_PERSON;

      if (hs_token_is (token, ",") && first == person)
        comma = TRUE;
      else if (!found && token->kind != HS_TOKEN_CLITIC && !is_link (token) &&
               !hs_token_is (token, "the") && !hs_token_is (token, "and") && !hs_token_is (token, "on") &&
               !hs_token_is (token, "-") &&
               !hs_token_in (token, HS_IN (HS_LIST_ROLES) | HS_IN (HS_LIST_TITLES) |
                                    HS_IN (HS_LIST_ORG_FIELDS) | HS_IN (HS_LIST_ORG_HEADS)))
        break;
      if (hs_token_is (token, "said") || hs_token_is (token, "says"))
        break;
      first--;
      /* "Prime Minister": the first word is no role by itself */
      {
        guint n;

        if (first > sentence && hs_reading_match (self, first - 1, person, HS_IN (HS_LIST_ROLES) |
                                                  HS_IN (HS_LIST_TITLES), &n) != NULL && n > 1)
          first--;
      }
    }
  if (first == person)
    return FALSE;
  /* after a comma only a phrase with its article is an apposition */
  if (comma && !(hs_token_is (hs_reading_token (self, first), "the") ||
                 hs_token_in (hs_reading_token (self, first), HS_IN (HS_LIST_ROLES))))
    return FALSE;
  /* "told the ambassador to …": begin with what belongs to the phrase */
  while (first < person && (is_link (hs_reading_token (self, first)) ||
                            hs_token_is (hs_reading_token (self, first), "and")))
    first++;
  return hs_roles_of_phrase (self, first, person, role);
}

/* ", a member of …", ", secretary of the …". */
gboolean
hs_roles_after (const HsReading *self,
                guint            next,
                guint            end,
                HsRole          *role)
{
  guint i = next;

  if (i >= end || !hs_token_is (hs_reading_token (self, i), ","))
    return FALSE;
  i++;
  /* ", speaking to reporters, ": what somebody does */
  if (i < end && g_str_has_suffix (hs_reading_token (self, i)->fold, "ing") &&
      !hs_token_in (hs_reading_token (self, i), HS_IN (HS_LIST_ROLES) | HS_IN (HS_LIST_TITLES)) &&
      i + 1 < end && (is_link (hs_reading_token (self, i + 1)) || hs_token_is (hs_reading_token (self, i + 1), "with")))
    return FALSE;
  for (guint k = 0; k < 7 && i + k < end; k++)
    {
      const HsToken *token = hs_reading_token (self, i + k);
      guint n;

      if (token->kind == HS_TOKEN_MARK && !hs_token_is (token, "-"))
        return FALSE;
      if (hs_token_in (token, HS_IN (HS_LIST_CUES)) && !hs_token_in (token, HS_IN (HS_LIST_ROLES)))
        return FALSE;
      if (hs_role_head (self, i + k, end, &n) != NULL)
        return hs_roles_of_phrase (self, i, end, role);
    }
  return FALSE;
}

/* Offices that one person holds of one thing only. */
static gboolean
is_single_office (const char *head)
{
  static const char *const heads[] = { "ambassador", "president", "prime minister", "king", "consul",
                                       "foreign minister", "defense minister", "mayor", "governor",
                                       "chancellor", NULL };

  for (guint i = 0; heads[i] != NULL; i++)
    if (g_str_has_prefix (head, heads[i]) && head[strlen (heads[i])] == ' ')
      return TRUE;
  return FALSE;
}

/**
 * hs_roles_exclude:
 * @a: (nullable) (array zero-terminated=1): roles in words
 * @b: (nullable) (array zero-terminated=1): other roles
 *
 * Returns: whether nobody can be both: ambassador to one country and to another
 */
gboolean
hs_roles_exclude (const char * const *a,
                  const char * const *b)
{
  for (guint i = 0; a != NULL && a[i] != NULL; i++)
    {
      const char *to = strstr (a[i], " to ");

      if (!is_single_office (a[i]) || to == NULL)
        continue;
      for (guint j = 0; b != NULL && b[j] != NULL; j++)
        {
          const char *other = strstr (b[j], " to ");

          if (other != NULL && other - b[j] == to - a[i] &&
              strncmp (a[i], b[j], to - a[i]) == 0 && strcmp (to, other) != 0)
            return TRUE;
        }
    }
  return FALSE;
}

/**
 * hs_roles_are_of_two:
 * @a: (nullable) (array zero-terminated=1): roles in words
 * @b: (nullable) (array zero-terminated=1): other roles
 * @one: (out) (transfer none): what of @a
 * @other: (out) (transfer none): and of @b does not go with it
 *
 * "mayor of Oslo", "mayor of Bergen": somebody may have been both, but the same name
 * does not say that it is the same person. A president may preside over several things
 * at a time.
 *
 * Returns: whether one has an office of one thing and the other of another
 */
gboolean
hs_roles_are_of_two (const char * const *a,
                     const char * const *b,
                     const char        **one,
                     const char        **other)
{
  *one = *other = NULL;
  for (guint i = 0; a != NULL && a[i] != NULL; i++)
    {
      const char *of = strstr (a[i], " of ");

      if (of == NULL || !is_single_office (a[i]) || g_str_has_prefix (a[i], "president "))
        continue;
      for (guint j = 0; b != NULL && b[j] != NULL; j++)
        {
          const char *its = strstr (b[j], " of ");

          if (its != NULL && its - b[j] == of - a[i] && strncmp (a[i], b[j], of - a[i]) == 0 &&
              !share_word (of + strlen (" of "), its + strlen (" of ")))
            {
              *one = a[i];
              *other = b[j];
            }
          else if (its != NULL && its - b[j] == of - a[i] && strncmp (a[i], b[j], of - a[i]) == 0)
            return FALSE;
        }
    }
  return *one != NULL;
}
