/* hs-matrix.c: what the analyst decided of the rows of a story's matrix
 *
 * A row that the program proposed becomes one of the library's when the analyst
 * first has to do with it; it keeps its key, so that a new analysis proposes it
 * there and nowhere else.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-desk.h"

#include <glib/gi18n-lib.h>

#include "hs-error.h"
#include "hs-journal-private.h"

#define STATE_KEPT 1
#define STATE_REMOVED 2
/* Rows that are parts of rows that are … */
#define MOST_MERGES 64

typedef struct
{
  const HsRowRef *row;   /* (unowned) (nullable) */
  const HsRowRef *into;  /* (unowned) (nullable) */
  gint64 story;
  gint64 id;             /* an article, or a hypothesis */
  const char *title;     /* (unowned) (nullable) */
  int value;
  gint64 result;
} Change;

/* Returns: (transfer full) (nullable): NULL with @error set */
static char *
clean_title (const char  *title,
             GError     **error)
{
  g_autofree char *clean = g_strstrip (g_utf8_make_valid (title != NULL ? title : "", -1));

  if (*clean != '\0')
    return g_steal_pointer (&clean);
  hs_error_usage (error, _("A name cannot be empty."));
  return NULL;
}

/* The row of the library that @ref points at, made when it is only proposed. */
static gboolean
find_row (HsDatabase      *database,
          const HsRowRef  *ref,
          gint64          *id,
          GError         **error)
{
  *id = ref->id;
  if (*id != 0)
    return TRUE;
  if (ref->key == NULL)
    return hs_error_usage (error, _("It is no longer in the library."));
  if (!hs_database_get_int (database, id, 0, error, "SELECT id FROM propositions WHERE story = ?1 AND key = ?2", "is",
                            ref->story, ref->key))
    return FALSE;
  if (*id != 0)
    return TRUE;
  if (!hs_database_run (database, error, "INSERT INTO propositions (story, key, title, time) VALUES (?1, ?2, ?3, ?4)",
                        "issi", ref->story, ref->key, ref->title != NULL ? ref->title : ref->key, hs_library_now ()))
    return FALSE;
  *id = hs_database_get_last_id (database);
  return TRUE;
}

/* Returns: (transfer full) (nullable) */
static char *
load_title (HsDatabase *database,
            const char *sql,
            gint64      id)
{
  g_autoptr (HsQuery) query = hs_database_query (database, sql, "i", id);
  g_autoptr (GError) local = NULL;

  return hs_query_next (query, &local) ? hs_query_dup (query, 0) : NULL;
}

static char *
load_row_title (HsDatabase *database,
                gint64      id)
{
  return load_title (database, "SELECT title FROM propositions WHERE id = ?1", id);
}

/* --- rows ------------------------------------------------------------------ */

static gboolean
add_row_work (HsLibrary   *self,
              HsDatabase  *database,
              gpointer     data,
              GError     **error)
{
  Change *change = data;
  g_autoptr (HsEntry) entry = hs_entry_new (self, database, "add-row", change->title, NULL);

  if (!hs_database_run (database, error, "INSERT INTO propositions (story, title, time) VALUES (?1, ?2, ?3)", "isi",
                        change->story, change->title, hs_library_now ()))
    return FALSE;
  change->result = hs_database_get_last_id (database);
  return hs_entry_set_int (entry, "propositions", change->result, "state", STATE_KEPT, error)
         && hs_entry_finish (entry, error);
}

/**
 * hs_library_add_row:
 * @self: a library
 * @story: its id
 * @title: what the row is about
 * @error: return location
 *
 * A decision: journaled, undoable. Any thread but the writer's; waits.
 *
 * Returns: the id of the row; -1 with @error set
 */
gint64
hs_library_add_row (HsLibrary   *self,
                    gint64       story,
                    const char  *title,
                    GError     **error)
{
  g_autofree char *clean = clean_title (title, error);
  Change change = { .story = story, .title = clean };

  g_return_val_if_fail (HS_IS_LIBRARY (self), -1);

  return clean != NULL && hs_library_write (self, add_row_work, &change, error) ? change.result : -1;
}

static gboolean
rename_row_work (HsLibrary   *self,
                 HsDatabase  *database,
                 gpointer     data,
                 GError     **error)
{
  Change *change = data;
  g_autoptr (HsEntry) entry = hs_entry_new (self, database, "rename-row", change->title, NULL);
  gint64 id;

  return find_row (database, change->row, &id, error)
         && hs_entry_set_int (entry, "propositions", id, "state", STATE_KEPT, error)
         && hs_entry_set_text (entry, "propositions", id, "title", change->title, error)
         && hs_entry_finish (entry, error);
}

/**
 * hs_library_rename_row:
 * @self: a library
 * @row: a row
 * @title: its title from now on
 * @error: return location
 *
 * A decision: journaled, undoable. Any thread but the writer's; waits.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_library_rename_row (HsLibrary       *self,
                       const HsRowRef  *row,
                       const char      *title,
                       GError         **error)
{
  g_autofree char *clean = clean_title (title, error);
  Change change = { .row = row, .title = clean };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (row != NULL, FALSE);

  return clean != NULL && hs_library_write (self, rename_row_work, &change, error);
}

static gboolean
remove_row_work (HsLibrary   *self,
                 HsDatabase  *database,
                 gpointer     data,
                 GError     **error)
{
  Change *change = data;
  g_autoptr (HsEntry) entry = NULL;
  g_autofree char *title = NULL;
  gint64 id;

  if (!find_row (database, change->row, &id, error))
    return FALSE;
  title = load_row_title (database, id);
  entry = hs_entry_new (self, database, "remove-row", title, NULL);
  return hs_entry_set_int (entry, "propositions", id, "state", STATE_REMOVED, error)
         && hs_entry_finish (entry, error);
}

/**
 * hs_library_remove_row:
 * @self: a library
 * @row: a row
 * @error: return location
 *
 * A decision: journaled, undoable. Any thread but the writer's; waits.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_library_remove_row (HsLibrary       *self,
                       const HsRowRef  *row,
                       GError         **error)
{
  Change change = { .row = row };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (row != NULL, FALSE);

  return hs_library_write (self, remove_row_work, &change, error);
}

/* The row that stands for @id after all merges. */
static gboolean
find_whole (HsDatabase  *database,
            gint64      *id,
            GError     **error)
{
  for (guint i = 0; i < MOST_MERGES; i++)
    {
      gint64 whole;

      if (!hs_database_get_int (database, &whole, 0, error, "SELECT merged FROM propositions WHERE id = ?1", "i", *id))
        return FALSE;
      if (whole == 0)
        return TRUE;
      *id = whole;
    }
  return TRUE;
}

static gboolean
merge_rows_work (HsLibrary   *self,
                 HsDatabase  *database,
                 gpointer     data,
                 GError     **error)
{
  Change *change = data;
  g_autoptr (HsEntry) entry = NULL;
  g_autofree char *title = NULL;
  gint64 id, into;

  if (!find_row (database, change->row, &id, error) || !find_row (database, change->into, &into, error)
      || !find_whole (database, &into, error))
    return FALSE;
  if (id == into)
    return hs_error_usage (error, _("Choose another row to merge it into."));
  title = load_row_title (database, into);
  entry = hs_entry_new (self, database, "merge-rows", title, NULL);
  return hs_entry_set_int (entry, "propositions", into, "state", STATE_KEPT, error)
         && hs_entry_set_int (entry, "propositions", id, "merged", into, error)
         && hs_entry_finish (entry, error);
}

/**
 * hs_library_merge_rows:
 * @self: a library
 * @row: a row
 * @into: what it becomes a part of
 * @error: return location
 *
 * A decision: journaled, undoable. Any thread but the writer's; waits.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_library_merge_rows (HsLibrary       *self,
                       const HsRowRef  *row,
                       const HsRowRef  *into,
                       GError         **error)
{
  Change change = { .row = row, .into = into };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (row != NULL && into != NULL, FALSE);

  return hs_library_write (self, merge_rows_work, &change, error);
}

static gboolean
stance_work (HsLibrary   *self,
             HsDatabase  *database,
             gpointer     data,
             GError     **error)
{
  Change *change = data;
  g_autoptr (HsEntry) entry = hs_entry_new (self, database, "set-stance", NULL, NULL);
  gint64 row, id;

  return find_row (database, change->row, &row, error)
         && hs_database_run (database, error,
                             "INSERT OR IGNORE INTO stances (proposition, article, time) VALUES (?1, ?2, ?3)", "iii",
                             row, change->id, hs_library_now ())
         && hs_database_get_int (database, &id, 0, error,
                                 "SELECT id FROM stances WHERE proposition = ?1 AND article = ?2", "ii", row,
                                 change->id)
         && hs_entry_set_int (entry, "stances", id, "stance", change->value, error)
         && hs_entry_finish (entry, error);
}

/**
 * hs_library_set_stance:
 * @self: a library
 * @row: a row
 * @article: its id
 * @stance: of HsStance; -1 as the program reads it
 * @error: return location
 *
 * A decision: journaled, undoable. Any thread but the writer's; waits.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_library_set_stance (HsLibrary       *self,
                       const HsRowRef  *row,
                       gint64           article,
                       int              stance,
                       GError         **error)
{
  Change change = { .row = row, .id = article, .value = stance };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (row != NULL, FALSE);

  return hs_library_write (self, stance_work, &change, error);
}

/* --- hypotheses ------------------------------------------------------------ */

static gboolean
add_hypothesis_work (HsLibrary   *self,
                     HsDatabase  *database,
                     gpointer     data,
                     GError     **error)
{
  Change *change = data;
  g_autoptr (HsEntry) entry = hs_entry_new (self, database, "add-hypothesis", change->title, NULL);

  if (!hs_database_run (database, error, "INSERT INTO hypotheses (story, title, time) VALUES (?1, ?2, ?3)", "isi",
                        change->story, change->title, hs_library_now ()))
    return FALSE;
  change->result = hs_database_get_last_id (database);
  return hs_entry_set_int (entry, "hypotheses", change->result, "deleted", 0, error) && hs_entry_finish (entry, error);
}

/**
 * hs_library_add_hypothesis:
 * @self: a library
 * @story: its id
 * @title: what is supposed
 * @error: return location
 *
 * A decision: journaled, undoable. Any thread but the writer's; waits.
 *
 * Returns: its id; -1 with @error set
 */
gint64
hs_library_add_hypothesis (HsLibrary   *self,
                           gint64       story,
                           const char  *title,
                           GError     **error)
{
  g_autofree char *clean = clean_title (title, error);
  Change change = { .story = story, .title = clean };

  g_return_val_if_fail (HS_IS_LIBRARY (self), -1);

  return clean != NULL && hs_library_write (self, add_hypothesis_work, &change, error) ? change.result : -1;
}

static gboolean
rename_hypothesis_work (HsLibrary   *self,
                        HsDatabase  *database,
                        gpointer     data,
                        GError     **error)
{
  Change *change = data;
  g_autoptr (HsEntry) entry = hs_entry_new (self, database, "rename-hypothesis", change->title, NULL);

  return hs_entry_set_text (entry, "hypotheses", change->id, "title", change->title, error)
         && hs_entry_finish (entry, error);
}

/**
 * hs_library_rename_hypothesis:
 * @self: a library
 * @hypothesis: its id
 * @title: what is supposed from now on
 * @error: return location
 *
 * A decision: journaled, undoable. Any thread but the writer's; waits.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_library_rename_hypothesis (HsLibrary   *self,
                              gint64       hypothesis,
                              const char  *title,
                              GError     **error)
{
  g_autofree char *clean = clean_title (title, error);
  Change change = { .id = hypothesis, .title = clean };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);

  return clean != NULL && hs_library_write (self, rename_hypothesis_work, &change, error);
}

static gboolean
remove_hypothesis_work (HsLibrary   *self,
                        HsDatabase  *database,
                        gpointer     data,
                        GError     **error)
{
  Change *change = data;
  g_autofree char *title = load_title (database, "SELECT title FROM hypotheses WHERE id = ?1", change->id);
  g_autoptr (HsEntry) entry = hs_entry_new (self, database, "remove-hypothesis", title, NULL);

  return hs_entry_set_int (entry, "hypotheses", change->id, "deleted", 1, error) && hs_entry_finish (entry, error);
}

/**
 * hs_library_remove_hypothesis:
 * @self: a library
 * @hypothesis: its id
 * @error: return location
 *
 * A decision: journaled, undoable. Any thread but the writer's; waits.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_library_remove_hypothesis (HsLibrary  *self,
                              gint64      hypothesis,
                              GError    **error)
{
  Change change = { .id = hypothesis };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);

  return hs_library_write (self, remove_hypothesis_work, &change, error);
}

static gboolean
mark_work (HsLibrary   *self,
           HsDatabase  *database,
           gpointer     data,
           GError     **error)
{
  Change *change = data;
  g_autoptr (HsEntry) entry = hs_entry_new (self, database, "mark-row", NULL, NULL);
  gint64 row, id;

  return find_row (database, change->row, &row, error)
         && hs_database_run (database, error,
                             "INSERT OR IGNORE INTO hypothesis_marks (hypothesis, proposition, time)"
                             " VALUES (?1, ?2, ?3)", "iii", change->id, row, hs_library_now ())
         && hs_database_get_int (database, &id, 0, error,
                                 "SELECT id FROM hypothesis_marks WHERE hypothesis = ?1 AND proposition = ?2", "ii",
                                 change->id, row)
         && hs_entry_set_int (entry, "hypothesis_marks", id, "mark", change->value, error)
         && hs_entry_finish (entry, error);
}

/**
 * hs_library_mark_row:
 * @self: a library
 * @row: a row
 * @hypothesis: its id
 * @mark: 0 nothing, 1 it fits, 2 it speaks against it
 * @error: return location
 *
 * A decision: journaled, undoable. Any thread but the writer's; waits.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_library_mark_row (HsLibrary       *self,
                     const HsRowRef  *row,
                     gint64           hypothesis,
                     int              mark,
                     GError         **error)
{
  Change change = { .row = row, .id = hypothesis, .value = mark };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (row != NULL && mark >= 0 && mark <= 2, FALSE);

  return hs_library_write (self, mark_work, &change, error);
}
