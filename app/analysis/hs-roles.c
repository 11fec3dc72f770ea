/* hs-roles.c: who somebody is, as the words beside the name say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-roles.h"

#include <string.h>

#include "hs-names.h"

#define LONGEST_ROLE 16

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

static const char *
role_head (const HsReading *self,
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
static guint
complement_end (const HsReading *self,
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
      const char *head = role_head (self, i, end, &n);

      if (head == NULL)
        continue;
      /* "defense committee member": the last role noun of an unbroken chain */
      while (i + n < end && !is_link (hs_reading_token (self, i + n)))
        {
          guint more = 0;
          const char *next = role_head (self, i + n, end, &more);

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
          role->complement = hs_roles_body_key (self, from, complement_end (self, from, end));
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
  for (guint k = 0; k < 7 && i + k < end; k++)
    {
      const HsToken *token = hs_reading_token (self, i + k);
      guint n;

      if (token->kind == HS_TOKEN_MARK && !hs_token_is (token, "-"))
        return FALSE;
      if (hs_token_in (token, HS_IN (HS_LIST_CUES)) && !hs_token_in (token, HS_IN (HS_LIST_ROLES)))
        return FALSE;
      if (role_head (self, i + k, end, &n) != NULL)
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
