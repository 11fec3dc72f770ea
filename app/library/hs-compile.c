/* hs-compile.c: the terms of a search as SQL with its parameters
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-compile.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hs-terms.h"
#include "hs-vocabulary.h"

/* The mark in the schema. */
#define EVERY_ARTICLE "mark : hsall"
#define MAX_COMPLETIONS 64

/**
 * hs_compiled_add_text:
 * @self: a compiled query
 * @text: its value; copied
 *
 * Returns: the number of the parameter: ?1 is 1
 */
guint
hs_compiled_add_text (HsCompiled *self,
                      const char *text)
{
  HsValue value = { 's', 0, g_strdup (text) };

  g_array_append_val (self->values, value);
  return self->values->len;
}

/**
 * hs_compiled_add_int:
 * @self: a compiled query
 * @number: its value
 *
 * Returns: the number of the parameter: ?1 is 1
 */
guint
hs_compiled_add_int (HsCompiled *self,
                     gint64      number)
{
  HsValue value = { 'i', number, NULL };

  g_array_append_val (self->values, value);
  return self->values->len;
}

/**
 * hs_compiled_bind:
 * @self: a compiled query
 * @query: made of its SQL
 *
 * Binds its values to ?1, ?2 …
 */
void
hs_compiled_bind (HsCompiled *self,
                  HsQuery    *query)
{
  for (guint i = 0; i < self->values->len; i++)
    {
      const HsValue *value = &g_array_index (self->values, HsValue, i);

      if (value->type == 'i')
        hs_query_bind_int (query, i + 1, value->integer);
      else
        hs_query_bind_text (query, i + 1, value->text);
    }
}

/**
 * hs_compiled_free:
 * @self: (transfer full) (nullable): a compiled query
 */
void
hs_compiled_free (HsCompiled *self)
{
  if (self == NULL)
    return;
  g_free (self->match);
  if (self->where != NULL)
    g_string_free (self->where, TRUE);
  g_clear_pointer (&self->values, g_array_unref);
  g_free (self);
}

/**
 * hs_compile_phrase:
 * @text: words
 * @beginning: whether the last word may go on
 *
 * Returns: (transfer full): @text as one phrase of an FTS5 expression
 */
char *
hs_compile_phrase (const char *text,
                   gboolean    beginning)
{
  GString *out = g_string_new ("\"");

  for (const char *p = text; *p != '\0'; p++)
    g_string_append (out, *p == '"' ? "\"\"" : (char[]){ *p, '\0' });
  g_string_append (out, beginning ? "\"*" : "\"");
  return g_string_free (out, FALSE);
}

static gboolean
is_one_long_word (const char *folded)
{
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isalnum (g_utf8_get_char (p)))
      return FALSE;
  return g_utf8_strlen (folded, -1) >= HS_WORDS_SHORTEST;
}

/* A word of an article as an FTS5 expression. One that may go on is written out
 * as its completions: the index hands out the articles of each in order, while
 * for a prefix of its own it would gather and sort all of them first. */
static char *
compile_word (HsDatabase    *database,
              const HsTerm  *term,
              GError       **error)
{
  g_autofree char *folded = hs_library_fold (term->value);
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GError) local = NULL;
  GString *out;

  if (!term->beginning || !is_one_long_word (folded))
    return hs_compile_phrase (term->value, term->beginning);
  words = hs_words_complete (database, folded, MAX_COMPLETIONS, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (words == NULL)
    return hs_compile_phrase (term->value, TRUE);
  out = g_string_new ("(");
  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (out, "\"%s\" OR ", (const char *) g_ptr_array_index (words, i));
  g_string_append_printf (out, "\"%s\")", folded);
  return g_string_free (out, FALSE);
}

/* Where words are looked for, of what is not an article. `?` is the pattern. */
static char *
compile_words_of (HsCompiled    *self,
                  HsSearchWhat   what,
                  const HsTerm  *term)
{
  g_autofree char *folded = hs_library_fold (term->value);
  g_autofree char *phrase = hs_compile_phrase (term->value, term->beginning);
  guint i;

  if (what == HS_SEARCH_ENTITIES)
    return g_strdup_printf ("e.id IN (SELECT r.root FROM entity_names_fts AS f JOIN entity_names AS n ON n.id = f.rowid"
                            " JOIN entities AS r ON r.id = n.entity WHERE entity_names_fts MATCH ?%u"
                            " AND (n.n > 0 OR n.name = r.name))",
                            hs_compiled_add_text (self, phrase));
  i = hs_compiled_add_text (self, folded);
  if (what == HS_SEARCH_SOURCES)
    return g_strdup_printf ("instr (o.key, ?%u) > 0", i);
  if (what == HS_SEARCH_STORIES)
    return g_strdup_printf ("instr (hs_fold (s.title), ?%u) > 0", i);
  return g_strdup_printf ("(instr (hs_fold (n.body), ?%u) > 0 OR instr (hs_fold (n.quote), ?%u) > 0"
                          " OR instr (n.tags_key, ?%u) > 0)", i, i, i);
}

/* When an article came out; one without a date, when it was fetched. */
#define ITS_DAY "coalesce (unixepoch (a.published), a.fetched)"
#define OF_ENTITY " FROM article_entities AS x JOIN articles AS a ON a.id = x.article WHERE x.entity = e.id" \
                  " AND a.deleted = 0"

/* "growth": the articles of the last week that anything came out in, less those of
 * the week before. */
static gboolean
set_order (HsCompiled *self,
           const char *by)
{
  static const struct
  {
    const char *nick;
    const char *order;
  } orders[] = {
    { "mentions", "e.n_mentions DESC" },
    { "recent", "(SELECT max (" ITS_DAY ")" OF_ENTITY ") DESC" },
    { "growth", "(SELECT sum (CASE WHEN " ITS_DAY " > t.latest - 604800 THEN 1"
                " WHEN " ITS_DAY " > t.latest - 1209600 THEN -1 ELSE 0 END)"
                " FROM (SELECT max (" ITS_DAY ") AS latest FROM articles AS a WHERE a.deleted = 0) AS t"
                " CROSS JOIN article_entities AS x JOIN articles AS a ON a.id = x.article"
                " WHERE x.entity = e.id AND a.deleted = 0) DESC" },
    { "name", "e.name COLLATE NOCASE" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (g_str_equal (by, orders[i].nick))
      {
        self->order = orders[i].order;
        return TRUE;
      }
  return FALSE;
}

/* Fields of what is not an article. */
static char *
compile_field_of (HsCompiled    *self,
                  HsSearchWhat   what,
                  const HsTerm  *term,
                  gboolean       typing,
                  GError       **error)
{
  g_autofree char *folded = hs_library_fold (term->value);
  HsMentionKind kind;
  gint64 id;

  if (what == HS_SEARCH_ENTITIES && g_str_equal (term->field, "kind")
      && hs_mention_kind_from_nick (term->value, &kind))
    return g_strdup_printf ("e.kind = %d", kind);
  if (what == HS_SEARCH_ENTITIES && g_str_equal (term->field, "sort") && set_order (self, term->value))
    return g_strdup ("1");
  if (g_str_equal (term->field, "id")
      && g_ascii_string_to_signed (term->value + (*term->value == '#'), 10, 1, G_MAXINT64, &id, NULL))
    return g_strdup_printf ("%s.id = %" G_GINT64_FORMAT, what == HS_SEARCH_ENTITIES ? "e"
                            : what == HS_SEARCH_SOURCES ? "o" : what == HS_SEARCH_STORIES ? "s" : "n", id);
  if (what == HS_SEARCH_SOURCES && g_str_equal (term->field, "grade") && strlen (term->value) == 1)
    return g_strdup_printf ("o.grade = upper (?%u)", hs_compiled_add_text (self, term->value));
  if (what == HS_SEARCH_NOTES && g_str_equal (term->field, "tag"))
    {
      g_autofree char *inner = g_strconcat (",", folded, ",", NULL);

      return g_strdup_printf ("instr (n.tags_key, ?%u) > 0", hs_compiled_add_text (self, inner));
    }
  if (typing && *term->value == '\0')
    return g_strdup ("1");
  g_set_error (error, HS_ERROR, HS_ERROR_QUERY, _("“%s:%s” cannot be searched for in this list."), term->field,
               term->value);
  return NULL;
}

static char *
compile_term (HsCompiled    *self,
              HsDatabase    *database,
              HsSearchWhat   what,
              const HsTerm  *term,
              gboolean       typing,
              GError       **error)
{
  g_autofree char *phrase = NULL;

  if (what != HS_SEARCH_ARTICLES)
    return term->field != NULL ? compile_field_of (self, what, term, typing, error)
                               : compile_words_of (self, what, term);
  if (term->field != NULL)
    return hs_fields_compile (self, database, term->field, term->value, typing && term->beginning, error);
  phrase = compile_word (database, term, error);
  if (phrase == NULL)
    return NULL;
  return g_strdup_printf ("a.id IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?%u)",
                          hs_compiled_add_text (self, phrase));
}

/* Whether the group of alternatives from @start is words only, wanted. */
static gboolean
is_plain_group (GPtrArray *terms,
                guint      start,
                guint      end)
{
  for (guint i = start; i < end; i++)
    {
      const HsTerm *term = g_ptr_array_index (terms, i);

      if (term->field != NULL || (term->negated && end - start > 1))
        return FALSE;
    }
  return TRUE;
}

static gboolean
append_match (HsDatabase  *database,
              GPtrArray   *terms,
              guint        start,
              guint        end,
              GString     *wanted,
              GString     *unwanted,
              GError     **error)
{
  const HsTerm *first = g_ptr_array_index (terms, start);
  GString *out = first->negated ? unwanted : wanted;

  g_string_append (out, out->len == 0 ? "(" : first->negated ? " OR (" : " AND (");
  for (guint i = start; i < end; i++)
    {
      const HsTerm *term = g_ptr_array_index (terms, i);
      g_autofree char *phrase = compile_word (database, term, error);

      if (phrase == NULL)
        return FALSE;
      g_string_append_printf (out, "%s%s", i > start ? " OR " : "", phrase);
    }
  g_string_append_c (out, ')');
  return TRUE;
}

static gboolean
append_where (HsCompiled    *self,
              HsDatabase    *database,
              HsSearchWhat   what,
              GPtrArray     *terms,
              guint          start,
              guint          end,
              gboolean       typing,
              GError       **error)
{
  g_string_append (self->where, " AND (");
  for (guint i = start; i < end; i++)
    {
      const HsTerm *term = g_ptr_array_index (terms, i);
      g_autofree char *condition = compile_term (self, database, what, term, typing, error);

      if (condition == NULL)
        return FALSE;
      g_string_append_printf (self->where, "%s%s(%s)", i > start ? " OR " : "", term->negated ? "NOT " : "", condition);
    }
  g_string_append_c (self->where, ')');
  return TRUE;
}

/* Words go to the index as one expression. */
static char *
join_match (GString *wanted,
            GString *unwanted)
{
  if (unwanted->len > 0)
    return g_strdup_printf ("(%s) NOT (%s)", wanted->len > 0 ? wanted->str : EVERY_ARTICLE, unwanted->str);
  return wanted->len > 0 ? g_strdup (wanted->str) : NULL;
}

/**
 * hs_compile:
 * @database: a connection, to look names up
 * @what: what is searched
 * @query: what was typed
 * @typing: whether it is still being typed
 * @error: return location
 *
 * Nothing of @query gets into the SQL but numbers and known words; the rest is
 * bound.
 *
 * Returns: (transfer full): its parts; %NULL with @error set
 */
HsCompiled *
hs_compile (HsDatabase    *database,
            HsSearchWhat   what,
            const char    *query,
            gboolean       typing,
            GError       **error)
{
  g_autoptr (HsCompiled) self = g_new0 (HsCompiled, 1);
  g_autoptr (GPtrArray) terms = hs_terms_parse (query, typing, error);
  g_autoptr (GString) wanted = g_string_new (NULL);
  g_autoptr (GString) unwanted = g_string_new (NULL);

  self->where = g_string_new (NULL);
  self->values = g_array_new (FALSE, TRUE, sizeof (HsValue));
  g_array_set_clear_func (self->values, (GDestroyNotify) hs_value_clear);
  for (guint start = 0, end; terms != NULL && start < terms->len; start = end)
    {
      end = start + 1;
      while (end < terms->len && ((HsTerm *) g_ptr_array_index (terms, end))->joined)
        end++;
      if (what == HS_SEARCH_ARTICLES && is_plain_group (terms, start, end)
            ? !append_match (database, terms, start, end, wanted, unwanted, error)
            : !append_where (self, database, what, terms, start, end, typing, error))
        return NULL;
    }
  if (terms == NULL)
    return NULL;
  self->match = join_match (wanted, unwanted);
  return g_steal_pointer (&self);
}
