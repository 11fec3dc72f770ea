/* hs-terms.c: a search, cut into its terms
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-terms.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hs-error.h"

/* SQLite nests what a condition for each of them makes, up to a thousand deep. */
#define MAX_TERMS 200

static const char * const fields[] = {
  "source", "entity", "kind", "feed", "folder", "story", "tag", "id", "grade", "date", "is", "sort", NULL
};

static void
term_free (gpointer data)
{
  HsTerm *term = data;

  g_free (term->field);
  g_free (term->value);
  g_free (term);
}

/* Words with nothing in them to be found. */
static gboolean
is_hollow (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* The words between quotation marks from @p, which stands after the first. */
static char *
take_quoted (const char **p,
             gboolean     typing,
             GError     **error)
{
  const char *end = strchr (*p, '"');
  char *value;

  if (end == NULL && !typing)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_QUERY,
                           _("A quotation mark is not closed. Put a second one after the words."));
      return NULL;
    }
  value = end != NULL ? g_strndup (*p, end - *p) : g_strdup (*p);
  *p = end != NULL ? end + 1 : *p + strlen (*p);
  return value;
}

static char *
take_bare (const char **p)
{
  const char *start = *p;

  while (**p != '\0' && !g_unichar_isspace (g_utf8_get_char (*p)))
    *p = g_utf8_next_char (*p);
  return g_strndup (start, *p - start);
}

/* The field a bare word begins with, if it is one; "Iraq: " and an address are
 * words. */
static char *
take_field (const char **p)
{
  const char *start = *p;
  const char *end = start;
  g_autofree char *field = NULL;

  while (g_ascii_isalpha (*end))
    end++;
  if (end == start || *end != ':' || g_str_has_prefix (end, "://"))
    return NULL;
  field = g_ascii_strdown (start, end - start);
  if ((end[1] == '\0' || g_ascii_isspace (end[1])) && !g_strv_contains (fields, field))
    return NULL;
  *p = end + 1;
  return g_steal_pointer (&field);
}

static gboolean
check_field (const char  *field,
             GError     **error)
{
  if (g_strv_contains (fields, field))
    return TRUE;
  g_set_error (error, HS_ERROR, HS_ERROR_QUERY,
               _("There is no “%s:”. Use source:, entity:, kind:, feed:, folder:, story:, tag:, id:, grade:, date: "
                 "or is:, or put the words in quotation marks."), field);
  return FALSE;
}

static HsTerm *
take_term (const char **p,
           gboolean     typing,
           GError     **error)
{
  g_autofree char *field = NULL;
  g_autofree char *value = NULL;
  gboolean negated = FALSE;
  gboolean quoted;
  HsTerm *term;

  if (**p == '-' && (*p)[1] != '\0' && !g_ascii_isspace ((*p)[1]))
    {
      negated = TRUE;
      (*p)++;
    }
  field = **p != '"' ? take_field (p) : NULL;
  if (field != NULL && !check_field (field, error))
    return NULL;
  quoted = **p == '"';
  if (quoted)
    (*p)++;
  value = quoted ? take_quoted (p, typing, error) : take_bare (p);
  if (value == NULL)
    return NULL;
  term = g_new0 (HsTerm, 1);
  term->field = g_steal_pointer (&field);
  term->value = g_steal_pointer (&value);
  term->negated = negated;
  term->beginning = typing && !quoted && **p == '\0' && g_utf8_strlen (term->value, -1) >= 2;
  return term;
}

static gboolean
take_or (const char **p)
{
  if (strncmp (*p, "OR", 2) != 0 || ((*p)[2] != '\0' && !g_ascii_isspace ((*p)[2])))
    return FALSE;
  *p += 2;
  return TRUE;
}

static void
skip_space (const char **p)
{
  while (**p != '\0' && g_unichar_isspace (g_utf8_get_char (*p)))
    *p = g_utf8_next_char (*p);
}

static gboolean
check_query (const char  *query,
             GError     **error)
{
  if (g_utf8_validate (query, -1, NULL))
    return TRUE;
  g_set_error_literal (error, HS_ERROR, HS_ERROR_QUERY, _("The search is not in UTF-8."));
  return FALSE;
}

/* Takes over @term; words with nothing to find in them are dropped. */
static gboolean
add_term (GPtrArray  *terms,
          HsTerm     *term,
          GError    **error)
{
  if (term->field == NULL && is_hollow (term->value))
    {
      term_free (term);
      return TRUE;
    }
  g_ptr_array_add (terms, term);
  if (terms->len <= MAX_TERMS)
    return TRUE;
  g_set_error (error, HS_ERROR, HS_ERROR_QUERY, _("The search is too long: at most %d words."), MAX_TERMS);
  return FALSE;
}

/**
 * hs_terms_parse:
 * @query: what was typed
 * @typing: whether it is still being typed
 * @error: return location
 *
 * `a OR b c` is (a or b) and c. Any bytes may come in; what is no UTF-8, or
 * endless, is refused.
 *
 * Returns: (transfer full) (element-type HsTerm): its terms; %NULL with @error set
 */
GPtrArray *
hs_terms_parse (const char  *query,
                gboolean     typing,
                GError     **error)
{
  g_autoptr (GPtrArray) terms = g_ptr_array_new_with_free_func (term_free);
  gboolean joined = FALSE;
  const char *p = query;

  if (!check_query (query, error))
    return NULL;
  for (skip_space (&p); *p != '\0'; skip_space (&p))
    {
      HsTerm *term;

      if (take_or (&p))
        {
          joined = terms->len > 0;
          if (terms->len == 0 && !typing)
            {
              g_set_error_literal (error, HS_ERROR, HS_ERROR_QUERY, _("OR wants a word before and after it."));
              return NULL;
            }
          continue;
        }
      term = take_term (&p, typing, error);
      if (term == NULL)
        return NULL;
      term->joined = joined;
      joined = FALSE;
      if (!add_term (terms, term, error))
        return NULL;
    }
  if (joined && !typing)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_QUERY, _("OR wants a word before and after it."));
      return NULL;
    }
  if (terms->len > 0)
    ((HsTerm *) g_ptr_array_index (terms, 0))->joined = FALSE;
  return g_steal_pointer (&terms);
}
