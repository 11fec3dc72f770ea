/* hs-query.c: the words and chips of the search field as one query
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-query.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hs-format.h"
#include "hs-kinds.h"

static const char * const fields[] = {
  "source", "entity", "kind", "date", "is", "grade", "story", "tag", "id", NULL
};

/**
 * hs_query_is_field:
 * @name: what stands before a colon
 *
 * Returns: whether a query has such a field
 */
gboolean
hs_query_is_field (const char *name)
{
  g_return_val_if_fail (name != NULL, FALSE);

  return g_strv_contains (fields, name);
}

/* @label: (nullable) */
HsTerm *
hs_term_new (const char *field,
             const char *value,
             const char *label)
{
  HsTerm *self;

  g_return_val_if_fail (field != NULL && value != NULL, NULL);

  self = g_new0 (HsTerm, 1);
  self->field = g_strdup (field);
  self->value = g_strdup (value);
  self->label = label != NULL && *label != '\0' ? g_strdup (label) : NULL;
  return self;
}

/**
 * hs_term_free:
 * @self: (transfer full) (nullable): a term of a query
 */
void
hs_term_free (HsTerm *self)
{
  if (self == NULL)
    return;
  g_free (self->field);
  g_free (self->value);
  g_free (self->label);
  g_free (self);
}

/**
 * hs_term_equal:
 * @a: a term of a query
 * @b: another
 *
 * Returns: whether they ask for the same
 */
gboolean
hs_term_equal (const HsTerm *a,
               const HsTerm *b)
{
  return g_str_equal (a->field, b->field) && g_str_equal (a->value, b->value);
}

static const char *
get_field_title (const char *field)
{
  static const struct
  {
    const char *field;
    const char *title;
  } titles[] = {
    { "source", N_("Source") }, { "entity", N_("Entity") }, { "kind", N_("Kind") }, { "date", N_("Date") },
    { "grade", N_("Grade") }, { "story", N_("Story") }, { "tag", N_("Tag") }, { "id", N_("Article") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (titles[i].field, field))
      return _(titles[i].title);
  return field;
}

static char *
get_state_title (const char *state)
{
  if (g_str_equal (state, "unread"))
    return g_strdup (_("Unread"));
  if (g_str_equal (state, "starred"))
    return g_strdup (_("Starred"));
  if (g_str_equal (state, "annotated"))
    return g_strdup (_("With notes"));
  if (g_str_equal (state, "graded"))
    return g_strdup (_("Graded"));
  return g_strdup (state);
}

/**
 * hs_term_get_title:
 * @self: a term
 *
 * Returns: (transfer full): as the chip shows it, translated
 */
char *
hs_term_get_title (const HsTerm *self)
{
  HsMentionKind kind;

  g_return_val_if_fail (self != NULL, NULL);

  if (g_str_equal (self->field, "is"))
    return get_state_title (self->value);
  if (g_str_equal (self->field, "kind") && hs_mention_kind_from_nick (self->value, &kind))
    return g_strdup_printf (_("%s: %s"), get_field_title (self->field), hs_kind_get_title (kind));
  return g_strdup_printf (_("%s: %s"), get_field_title (self->field),
                          self->label != NULL ? self->label : self->value);
}

static gboolean
needs_quotes (const char *value)
{
  for (const char *p = value; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c) && strchr (".-_#", *p) == NULL)
        return TRUE;
    }
  return *value == '\0';
}

/**
 * hs_term_append:
 * @self: a term
 * @query: a query; the term is appended to it
 *
 * Puts a blank before it where something stands already, and quotes around the value where
 * it needs them. Quotes in it are left out.
 */
void
hs_term_append (const HsTerm *self,
                GString      *query)
{
  g_return_if_fail (self != NULL && query != NULL);

  if (query->len > 0)
    g_string_append_c (query, ' ');
  g_string_append_printf (query, "%s:", self->field);
  if (!needs_quotes (self->value))
    {
      g_string_append (query, self->value);
      return;
    }
  g_string_append_c (query, '"');
  for (const char *p = self->value; *p != '\0'; p++)
    if (*p != '"')
      g_string_append_c (query, *p);
  g_string_append_c (query, '"');
}

/* The end of the word that begins at @start; a quotation counts as one word. */
static const char *
find_word_end (const char *start,
               gboolean   *closed)
{
  gboolean quoted = FALSE;
  const char *p;

  for (p = start; *p != '\0'; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      else if (!quoted && g_ascii_isspace (*p))
        break;
    }
  *closed = !quoted;
  return p;
}

static HsTerm *
parse_term (const char *word,
            gsize       length)
{
  const char *colon = memchr (word, ':', length);
  g_autofree char *field = NULL;
  g_autofree char *value = NULL;
  g_auto (GStrv) pieces = NULL;
  g_autofree char *bare = NULL;

  if (colon == NULL || colon == word || colon == word + length - 1)
    return NULL;
  field = g_ascii_strdown (word, colon - word);
  if (!hs_query_is_field (field))
    return NULL;
  value = g_strndup (colon + 1, word + length - colon - 1);
  pieces = g_strsplit (value, "\"", -1);
  bare = g_strjoinv (NULL, pieces);
  g_strstrip (bare);
  return *bare != '\0' ? hs_term_new (field, bare, NULL) : NULL;
}

/**
 * hs_query_take_terms:
 * @text: a query
 * @whole: whether what stands last counts even when no white space follows it
 * @rest: (out) (transfer full): what is left
 *
 * Takes what is a whole term out of @text.
 *
 * Returns: (transfer full) (element-type HsTerm): the terms
 */
GPtrArray *
hs_query_take_terms (const char  *text,
                     gboolean     whole,
                     char       **rest)
{
  GPtrArray *terms = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_term_free);
  GString *left = g_string_new (NULL);
  const char *p = text;

  g_return_val_if_fail (text != NULL && rest != NULL, terms);

  while (*p != '\0')
    {
      gboolean closed;
      const char *end;
      HsTerm *term = NULL;

      if (g_ascii_isspace (*p))
        {
          g_string_append_c (left, *p++);
          continue;
        }
      end = find_word_end (p, &closed);
      if (closed && (*end != '\0' || whole))
        term = parse_term (p, end - p);
      if (term != NULL)
        g_ptr_array_add (terms, term);
      else
        g_string_append_len (left, p, end - p);
      p = end;
      if (term != NULL && g_ascii_isspace (*p))
        p++;
    }
  *rest = g_string_free (left, FALSE);
  return terms;
}
