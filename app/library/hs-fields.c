/* hs-fields.c: source:, entity:, date: … as conditions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-compile.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
parse_id (const char *value,
          gint64     *id)
{
  return g_ascii_string_to_signed (value, 10, 1, G_MAXINT64, id, NULL);
}

/* "(1,2,3)" of what the query finds; at most 2,000. */
static char *
list_ids (HsDatabase  *database,
          const char  *sql,
          const char  *text,
          GError     **error)
{
  g_autoptr (HsQuery) query = hs_database_query (database, sql, "s", text);
  g_autoptr (GError) local = NULL;
  GString *out = g_string_new ("(");

  while (hs_query_next (query, &local))
    g_string_append_printf (out, "%s%" G_GINT64_FORMAT, out->len > 1 ? "," : "", hs_query_int (query, 0));
  g_string_append_c (out, ')');
  if (local == NULL)
    return g_string_free (out, FALSE);
  g_string_free (out, TRUE);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static char *
escape_like (const char *text)
{
  GString *out = g_string_new ("%");

  for (const char *p = text; *p != '\0'; p++)
    {
      if (strchr ("%_\\", *p) != NULL)
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '%');
  return g_string_free (out, FALSE);
}

static char *
compile_source (HsDatabase  *database,
                const char  *value,
                GError     **error)
{
  g_autofree char *folded = hs_library_fold (value);
  g_autofree char *like = escape_like (folded);
  g_autofree char *ids = NULL;
  gint64 id;

  if (*value == '#' && parse_id (value + 1, &id))
    return g_strdup_printf ("a.source = %" G_GINT64_FORMAT, id);
  ids = list_ids (database, "SELECT id FROM sources WHERE key = ?1", folded, error);
  if (ids != NULL && g_str_equal (ids, "()"))
    {
      g_free (ids);
      ids = list_ids (database, "SELECT id FROM sources WHERE key LIKE ?1 ESCAPE '\\' LIMIT 2000", like, error);
    }
  if (ids == NULL)
    return NULL;
  if (strchr (ids, ',') == NULL && strlen (ids) > 2)
    return g_strdup_printf ("a.source = %s", ids);
  return g_strdup_printf ("a.source IN %s", ids);
}

static char *
compile_entity (HsDatabase  *database,
                const char  *value,
                gboolean     typing,
                GError     **error)
{
  g_autofree char *phrase = NULL;
  g_autofree char *ids = NULL;
  gint64 id;

  if (*value == '#' && parse_id (value + 1, &id))
    return g_strdup_printf ("a.id IN (SELECT article FROM article_entities WHERE entity ="
                            " (SELECT root FROM entities WHERE id = %" G_GINT64_FORMAT "))", id);
  phrase = hs_compile_phrase (value, typing);
  ids = list_ids (database,
                  "SELECT DISTINCT e.root FROM entity_names_fts AS f JOIN entity_names AS n ON n.id = f.rowid"
                  " JOIN entities AS e ON e.id = n.entity WHERE entity_names_fts MATCH ?1"
                  " AND (n.n > 0 OR n.name = e.name) LIMIT 2000", phrase, error);
  if (ids == NULL)
    return NULL;
  return g_strdup_printf ("a.id IN (SELECT article FROM article_entities WHERE entity IN %s)", ids);
}

static char *
compile_kind (const char  *value,
              gboolean     typing,
              GError     **error)
{
  HsMentionKind kind;

  if (hs_mention_kind_from_nick (value, &kind))
    return g_strdup_printf ("EXISTS (SELECT 1 FROM local_entities AS l WHERE l.article = a.id AND l.kind = %d"
                            " AND l.n_mentions > 0)", kind);
  if (typing)
    return g_strdup ("1");
  g_set_error (error, HS_ERROR, HS_ERROR_QUERY,
               _("There is no kind “%s”. Kinds are person, organisation, place, nationality, weapon, law, money, "
                 "date, quantity and event."), value);
  return NULL;
}

static char *
compile_story (HsCompiled  *self,
               const char  *value)
{
  g_autofree char *like = escape_like (value);
  gint64 id;

  if (parse_id (*value == '#' ? value + 1 : value, &id))
    return g_strdup_printf ("a.story = %" G_GINT64_FORMAT, id);
  return g_strdup_printf ("a.story IN (SELECT id FROM stories WHERE title LIKE ?%u ESCAPE '\\')",
                          hs_compiled_add_text (self, like));
}

static char *
compile_tag (HsCompiled  *self,
             const char  *value)
{
  g_autofree char *folded = hs_library_fold (value);
  g_autofree char *inner = g_strconcat (",", folded, ",", NULL);

  return g_strdup_printf ("a.id IN (SELECT article FROM notes WHERE deleted = 0 AND instr (tags_key, ?%u) > 0)",
                          hs_compiled_add_text (self, inner));
}

static char *
compile_id (const char  *value,
            gboolean     typing,
            GError     **error)
{
  gint64 id;

  if (parse_id (*value == '#' ? value + 1 : value, &id))
    return g_strdup_printf ("a.id = %" G_GINT64_FORMAT, id);
  if (typing)
    return g_strdup ("0");
  g_set_error (error, HS_ERROR, HS_ERROR_QUERY, _("“%s” is not the number of an article. Write for example id:12."),
               value);
  return NULL;
}

static char *
compile_grade (const char  *value,
               gboolean     typing,
               GError     **error)
{
  char letter = g_ascii_toupper (value[0]);
  gboolean has_letter = letter >= 'A' && letter <= 'F';
  const char *rest = has_letter ? value + 1 : value;
  gboolean has_digit = *rest >= '1' && *rest <= '6';

  if ((!has_letter && !has_digit) || rest[has_digit ? 1 : 0] != '\0')
    {
      if (typing)
        return g_strdup ("0");
      g_set_error (error, HS_ERROR, HS_ERROR_QUERY,
                   _("“%s” is not a grade. A grade is a letter from A to F, a digit from 1 to 6, or both: grade:B3."),
                   value);
      return NULL;
    }
  if (!has_digit)
    return g_strdup_printf ("a.source IN (SELECT id FROM sources WHERE grade = '%c')", letter);
  if (!has_letter)
    return g_strdup_printf ("a.grade = '%c'", *rest);
  return g_strdup_printf ("a.grade = '%c' AND a.source IN (SELECT id FROM sources WHERE grade = '%c')", *rest, letter);
}

/* Whether the two digits at @text are a number from 1 to @last. */
static gboolean
in_range (const char *text,
          int         last)
{
  int number = g_ascii_digit_value (text[0]) * 10 + g_ascii_digit_value (text[1]);

  return number >= 1 && number <= last;
}

static gboolean
is_date (const char *text)
{
  static const char pattern[] = "dddd-dd-dd";
  gsize length = strlen (text);

  if (length != 4 && length != 7 && length != 10)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (pattern[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != pattern[i])
      return FALSE;
  return (length < 7 || in_range (text + 5, 12)) && (length < 10 || in_range (text + 8, 31));
}

/* Dates as they stand in the text compare as strings; a date stands for all
 * that begins with it, so "2020-02" ends before "2020-02\x7f". */
static char *
compile_date (HsCompiled  *self,
              const char  *value,
              gboolean     typing,
              GError     **error)
{
  const char *dots = strstr (value, "..");
  g_autofree char *from = dots != NULL ? g_strndup (value, dots - value) : g_strdup (value);
  g_autofree char *to = g_strdup (dots != NULL ? dots + 2 : value);
  g_autofree char *past = g_strconcat (to, "\x7f", NULL);

  if ((*from != '\0' && !is_date (from)) || (*to != '\0' && !is_date (to)) || (*from == '\0' && *to == '\0'))
    {
      if (typing)
        return g_strdup ("1");
      g_set_error (error, HS_ERROR, HS_ERROR_QUERY,
                   _("“%s” is not a date. Write for example date:2020, date:2020-01-31 or date:2020-01..2020-02."),
                   value);
      return NULL;
    }
  if (*to == '\0')
    return g_strdup_printf ("a.published >= ?%u", hs_compiled_add_text (self, from));
  if (*from == '\0')
    return g_strdup_printf ("a.published < ?%u", hs_compiled_add_text (self, past));
  return g_strdup_printf ("a.published >= ?%u AND a.published < ?%u", hs_compiled_add_text (self, from),
                          hs_compiled_add_text (self, past));
}

static char *
compile_is (const char  *value,
            gboolean     typing,
            GError     **error)
{
  static const char * const known[][2] = {
    { "unread", "a.read = 0" },
    { "read", "a.read = 1" },
    { "starred", "a.starred = 1" },
    { "annotated", "a.n_notes > 0" },
    { "graded", "(a.grade IS NOT NULL OR a.source IN (SELECT id FROM sources WHERE grade IS NOT NULL))" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_ascii_strcasecmp (value, known[i][0]) == 0)
      return g_strdup (known[i][1]);
  if (typing)
    return g_strdup ("1");
  g_set_error (error, HS_ERROR, HS_ERROR_QUERY,
               _("There is no “is:%s”. Use is:unread, is:starred, is:annotated or is:graded."), value);
  return NULL;
}

/* Articles of the feeds that @sql finds for @text. The list of a few goes by its
 * own articles; that of most of the library is met soon enough on the way through
 * all of them, and gathering its ids first would take longer. */
static char *
compile_entries (HsDatabase  *database,
                 const char  *sql,
                 const char  *text,
                 GError     **error)
{
  g_autofree char *ids = list_ids (database, sql, text, error);
  g_autofree char *count = NULL;
  gint64 of_feeds, of_all;

  if (ids == NULL)
    return NULL;
  count = g_strdup_printf ("SELECT sum (n_articles) FROM feeds WHERE id IN %s", ids);
  if (!hs_database_get_int (database, &of_feeds, 0, error, count, "")
      || !hs_database_get_int (database, &of_all, 0, error, "SELECT value FROM stats WHERE key = 'articles'", ""))
    return NULL;
  if (of_feeds > of_all / 8)
    return g_strdup_printf ("EXISTS (SELECT 1 FROM feed_entries AS x WHERE x.article = a.id AND x.feed IN %s)", ids);
  return g_strdup_printf ("a.id IN (SELECT article FROM feed_entries WHERE feed IN %s)", ids);
}

/* By number, or by words of the title that is shown. */
static char *
compile_feed (HsDatabase  *database,
              const char  *value,
              GError     **error)
{
  g_autofree char *folded = hs_library_fold (value);
  g_autofree char *like = escape_like (folded);
  const char *number = *value == '#' ? value + 1 : value;
  gint64 id;

  if (parse_id (number, &id))
    return compile_entries (database, "SELECT id FROM feeds WHERE id = CAST (?1 AS INTEGER) AND deleted = 0", number,
                            error);
  return compile_entries (database,
                          "SELECT id FROM feeds WHERE deleted = 0"
                          " AND hs_fold (coalesce (fixed_title, stated_title, url)) LIKE ?1 ESCAPE '\\' LIMIT 2000",
                          like, error);
}

/* What is in folders within it is in it, too. */
static char *
compile_folder (HsDatabase  *database,
                const char  *value,
                GError     **error)
{
  g_autofree char *folded = hs_library_fold (value);
  g_autofree char *like = escape_like (folded);
  const char *number = *value == '#' ? value + 1 : value;
  gint64 id;
#define IN_TREE(condition) \
  "WITH RECURSIVE tree (id) AS (SELECT id FROM folders WHERE deleted = 0 AND " condition \
  " UNION SELECT f.id FROM tree AS t JOIN folders AS f ON f.parent = t.id WHERE f.deleted = 0)" \
  " SELECT id FROM feeds WHERE deleted = 0 AND folder IN (SELECT id FROM tree) LIMIT 20000"

  if (parse_id (number, &id))
    return compile_entries (database, IN_TREE ("id = CAST (?1 AS INTEGER)"), number, error);
  return compile_entries (database, IN_TREE ("hs_fold (title) LIKE ?1 ESCAPE '\\'"), like, error);
#undef IN_TREE
}

/**
 * hs_fields_compile:
 * @self: a query while it is compiled; parameters are added
 * @database: a connection
 * @field: what stands before the colon
 * @value: what stands after it
 * @typing: whether it is still being typed
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a condition on `a`, the article; %NULL with @error
 *   set
 */
char *
hs_fields_compile (HsCompiled  *self,
                   HsDatabase  *database,
                   const char  *field,
                   const char  *value,
                   gboolean     typing,
                   GError     **error)
{
  if (*value == '\0')
    return g_strdup ("1");
  if (g_str_equal (field, "source"))
    return compile_source (database, value, error);
  if (g_str_equal (field, "entity"))
    return compile_entity (database, value, typing, error);
  if (g_str_equal (field, "kind"))
    return compile_kind (value, typing, error);
  if (g_str_equal (field, "story"))
    return compile_story (self, value);
  if (g_str_equal (field, "tag"))
    return compile_tag (self, value);
  if (g_str_equal (field, "id"))
    return compile_id (value, typing, error);
  if (g_str_equal (field, "grade"))
    return compile_grade (value, typing, error);
  if (g_str_equal (field, "date"))
    return compile_date (self, value, typing, error);
  if (g_str_equal (field, "is"))
    return compile_is (value, typing, error);
  if (g_str_equal (field, "feed"))
    return compile_feed (database, value, error);
  return compile_folder (database, value, error);
}
