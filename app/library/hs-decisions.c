/* hs-decisions.c: the decisions of the analyst about articles and entities
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-decisions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hs-error.h"
#include "hs-journal-private.h"
#include "hs-library-write.h"

typedef struct
{
  const char *action;         /* (unowned) */
  const char *column;         /* (unowned) */
  gint64 value;
  const gint64 *ids;          /* (unowned) */
  guint n;
} Flagging;

/* Writes, then builds the stories that it changed. */
static gboolean
decide (HsLibrary      *self,
        HsLibraryWork   work,
        gpointer        data,
        GError        **error)
{
  return hs_library_write (self, work, data, error)
         && hs_library_build_stories (self, HS_LIBRARY_STORIES_AT_ONCE, NULL, NULL, error);
}

static gboolean
flag_work (HsLibrary   *self,
           HsDatabase  *database,
           gpointer     data,
           GError     **error)
{
  Flagging *flagging = data;
  g_autoptr (HsEntry) entry = hs_entry_new (self, database, flagging->action, NULL, NULL);

  for (guint i = 0; i < flagging->n; i++)
    if (!hs_entry_set_int (entry, "articles", flagging->ids[i], flagging->column, flagging->value, error))
      return FALSE;
  return hs_entry_finish (entry, error);
}

/**
 * hs_library_set_read:
 * @self: a library
 * @articles: (array length=n): ids
 * @n: how many
 * @read: whether they are read
 * @error: return location
 *
 * A decision: journaled, undoable. Any thread but the writer's; waits.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_library_set_read (HsLibrary     *self,
                     const gint64  *articles,
                     guint          n,
                     gboolean       read,
                     GError       **error)
{
  Flagging flagging = { read ? "read" : "unread", "read", read != FALSE, articles, n };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);

  return hs_library_write (self, flag_work, &flagging, error);
}

/**
 * hs_library_set_starred:
 * @self: a library
 * @articles: (array length=n): ids
 * @n: how many
 * @starred: whether they get a star or lose it
 * @error: return location
 *
 * A decision: journaled, undoable. Any thread but the writer's; waits.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_library_set_starred (HsLibrary     *self,
                        const gint64  *articles,
                        guint          n,
                        gboolean       starred,
                        GError       **error)
{
  Flagging flagging = { starred ? "star" : "unstar", "starred", starred != FALSE, articles, n };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);

  return hs_library_write (self, flag_work, &flagging, error);
}

/**
 * hs_library_delete:
 * @self: a library
 * @articles: (array length=n): ids
 * @n: how many
 * @error: return location
 *
 * Takes articles out of everything that is shown and counted; undo brings them back. A
 * decision: journaled. Any thread but the writer's; waits.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_library_delete (HsLibrary     *self,
                   const gint64  *articles,
                   guint          n,
                   GError       **error)
{
  Flagging flagging = { "delete", "deleted", 1, articles, n };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);

  return decide (self, flag_work, &flagging, error);
}

static gboolean
sample_work (HsLibrary   *self,
             HsDatabase  *database,
             gpointer     data,
             GError     **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;
  Flagging flagging = { "remove-sample", "deleted", 1, NULL, 0 };

  query = hs_database_query (database, "SELECT id FROM articles WHERE sample = 1 AND deleted = 0 ORDER BY id", "");
  while (hs_query_next (query, &local))
    {
      gint64 id = hs_query_int (query, 0);

      g_array_append_val (ids, id);
    }
  g_clear_pointer (&query, hs_query_free);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  flagging.ids = (const gint64 *) ids->data;
  flagging.n = ids->len;
  return flag_work (self, database, &flagging, error);
}

/**
 * hs_library_remove_sample:
 * @self: a library
 * @error: return location
 *
 * Deletes all articles of the sample story, as hs_library_delete() does.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_library_remove_sample (HsLibrary  *self,
                          GError    **error)
{
  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);

  return decide (self, sample_work, NULL, error);
}

/* --- details --------------------------------------------------------------- */

typedef struct
{
  gint64 article;
  const HsDetails *details;   /* (unowned) */
} Detailing;

/* A plain date, whole or in part, or a time of RFC 3339. */
static gboolean
is_published (const char *text)
{
  static const char pattern[] = "dddd-dd-dd";
  gsize length = strlen (text);
  g_autoptr (GDateTime) time = NULL;
  guint month, day;

  for (gsize i = 0; i < MIN (length, sizeof pattern - 1); i++)
    if (pattern[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != '-')
      return FALSE;
  if (length != 4 && length != 7 && length != 10)
    {
      time = g_date_time_new_from_iso8601 (text, NULL);
      return time != NULL;
    }
  month = length > 4 ? g_ascii_strtoull (text + 5, NULL, 10) : 1;
  day = length > 7 ? g_ascii_strtoull (text + 8, NULL, 10) : 1;
  return month >= 1 && month <= 12 && day >= 1 && day <= g_date_get_days_in_month (month, 2000);
}

static gboolean
details_work (HsLibrary   *self,
              HsDatabase  *database,
              gpointer     data,
              GError     **error)
{
  Detailing *detailing = data;
  const HsDetails *details = detailing->details;
  g_autoptr (HsEntry) entry = hs_entry_new (self, database, "details", NULL, NULL);
  const struct
  {
    const char *column;
    const char *value;
  } fixed[] = {
    { "fixed_title", details->title },
    { "fixed_outlet", details->outlet },
    { "fixed_byline", details->byline },
    { "fixed_published", details->published },
    { "fixed_url", details->url },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    {
      g_autofree char *value = fixed[i].value != NULL ? g_strstrip (g_strdup (fixed[i].value)) : NULL;

      if (value != NULL && !hs_entry_set_text (entry, "articles", detailing->article, fixed[i].column, value, error))
        return FALSE;
    }
  hs_entry_count (entry, 1);
  return hs_entry_finish (entry, error);
}

/**
 * hs_library_set_details:
 * @self: a library
 * @article: an article
 * @details: what is corrected; %NULL leaves as it is, "" makes unknown
 * @error: return location
 *
 * A decision: journaled, undoable, kept whatever is fetched. Any thread but the
 * writer's; waits.
 *
 * Returns: %FALSE with @error set: HS_ERROR_USAGE where the date is none,
 *   HS_ERROR_NOT_FOUND
 */
gboolean
hs_library_set_details (HsLibrary        *self,
                        gint64            article,
                        const HsDetails  *details,
                        GError          **error)
{
  Detailing detailing = { article, details };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (details != NULL, FALSE);

  if (details->published != NULL && *details->published != '\0' && !is_published (details->published))
    return hs_error_usage (error,
                           _("That is not a date. Write a year, a month or a day: 2020, 2020-01 or 2020-01-31."));
  return decide (self, details_work, &detailing, error);
}

/* --- grades ---------------------------------------------------------------- */

typedef struct
{
  const char *table;   /* (unowned): "sources" or "articles" */
  gint64 id;
  char grade;
  const char *reason;  /* (unowned) (nullable) */
} Grading;

static gboolean
grade_work (HsLibrary   *self,
            HsDatabase  *database,
            gpointer     data,
            GError     **error)
{
  Grading *grading = data;
  gboolean of_source = g_str_equal (grading->table, "sources");
  g_autoptr (HsEntry) entry = NULL;
  g_autoptr (HsQuery) query = NULL;
  char grade[2] = { grading->grade, '\0' };

  query = hs_database_query (database, of_source ? "SELECT name FROM sources WHERE id = ?1"
                                                 : "SELECT title FROM articles WHERE id = ?1", "i", grading->id);
  if (!hs_query_next (query, error))
    {
      if (*error == NULL)
        g_set_error_literal (error, HS_ERROR, HS_ERROR_NOT_FOUND, _("It is no longer in the library."));
      return FALSE;
    }
  entry = hs_entry_new (self, database, of_source ? "grade-source" : "grade-article", hs_query_text (query, 0),
                        grading->reason);
  g_clear_pointer (&query, hs_query_free);
  if (!hs_database_run (database, error,
                        of_source ? "INSERT INTO grades (source, grade, reason, time, withdrawn)"
                                    " VALUES (?1, ?2, ?3, ?4, 1)"
                                  : "INSERT INTO grades (article, grade, reason, time, withdrawn)"
                                    " VALUES (?1, ?2, ?3, ?4, 1)",
                        "issi", grading->id, grading->grade != 0 ? grade : NULL,
                        grading->reason != NULL && *grading->reason != '\0' ? grading->reason : NULL,
                        hs_library_now ()))
    return FALSE;
  return hs_entry_set_int (entry, "grades", hs_database_get_last_id (database), "withdrawn", 0, error)
         && hs_entry_finish (entry, error);
}

/**
 * hs_library_grade_source:
 * @self: a library
 * @source: its id
 * @grade: 'A' to 'F', or 0 to take it back
 * @reason: (nullable): why
 * @error: return location
 *
 * A decision: journaled, undoable. Any thread but the writer's; waits.
 *
 * Returns: %FALSE with @error set; HS_ERROR_USAGE for another grade
 */
gboolean
hs_library_grade_source (HsLibrary   *self,
                         gint64       source,
                         char         grade,
                         const char  *reason,
                         GError     **error)
{
  Grading grading = { "sources", source, grade, reason };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);

  if (grade != 0 && (grade < 'A' || grade > 'F'))
    return hs_error_usage (error, _("The grade of a source is a letter from A to F."));
  return hs_library_write (self, grade_work, &grading, error);
}

/**
 * hs_library_grade_article:
 * @self: a library
 * @article: its id
 * @grade: '1' to '6', or 0 to take it back
 * @reason: (nullable): why
 * @error: return location
 *
 * A decision: journaled, undoable. Any thread but the writer's; waits.
 *
 * Returns: %FALSE with @error set; HS_ERROR_USAGE for another grade
 */
gboolean
hs_library_grade_article (HsLibrary   *self,
                          gint64       article,
                          char         grade,
                          const char  *reason,
                          GError     **error)
{
  Grading grading = { "articles", article, grade, reason };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);

  if (grade != 0 && (grade < '1' || grade > '6'))
    return hs_error_usage (error, _("The grade of an article is a digit from 1 to 6."));
  return hs_library_write (self, grade_work, &grading, error);
}
