/* hs-journal.c: what the analyst decided, kept so that it can be undone
 *
 * A decision is the list of columns it changed, with their old and new values.
 * Undoing sets the old ones, redoing the new ones; what follows from them
 * (counts, the index, stories) is derived again by the same code each time.
 *
 * `undone` of an entry: 0 it stands, 1 it was taken back and can be made again,
 * 2 it was taken back and something else decided since. Nothing is forgotten.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-journal-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hs-library-write.h"
#include "hs-settle.h"

struct _HsEntry
{
  HsLibrary *library;      /* (unowned) */
  HsDatabase *database;    /* (unowned) */
  const char *action;      /* (unowned) */
  char *subject;           /* (owned) (nullable) */
  char *reason;            /* (owned) (nullable) */
  gint64 id;               /* 0 until the first change */
  guint seq;
  guint n;
  HsSettling *settling;    /* (owned) */
};

/**
 * hs_entry_new:
 * @library: the library
 * @database: the writer's
 * @action: what is done: "delete", see make_label(); not copied
 * @subject: (nullable): a name for the label
 * @reason: (nullable): why; "" is none
 *
 * Returns: (transfer full): a decision without changes; it is kept with the first of them
 */
HsEntry *
hs_entry_new (HsLibrary   *library,
              HsDatabase  *database,
              const char  *action,
              const char  *subject,
              const char  *reason)
{
  HsEntry *self = g_new0 (HsEntry, 1);

  self->library = library;
  self->database = database;
  self->action = action;
  self->subject = g_strdup (subject);
  self->reason = reason != NULL && *reason != '\0' ? g_strdup (reason) : NULL;
  self->settling = hs_settling_new (library, database);
  return self;
}

/**
 * hs_entry_free:
 * @self: (transfer full) (nullable): a decision that was written
 */
void
hs_entry_free (HsEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->subject);
  g_free (self->reason);
  hs_settling_free (self->settling);
  g_free (self);
}

/* A new decision leaves nothing to redo. */
static gboolean
begin_entry (HsEntry  *self,
             GError  **error)
{
  if (self->id != 0)
    return TRUE;
  if (!hs_database_run (self->database, error, "UPDATE journal SET undone = 2 WHERE undone = 1", "")
      || !hs_database_run (self->database, error,
                           "INSERT INTO journal (time, action, n, subject, reason) VALUES (?1, ?2, 0, ?3, ?4)", "isss",
                           hs_library_now (), self->action, self->subject, self->reason))
    return FALSE;
  self->id = hs_database_get_last_id (self->database);
  return TRUE;
}

static gboolean
read_column (HsDatabase  *database,
             const char  *table,
             gint64       row,
             const char  *column,
             HsValue     *value,
             GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s WHERE id = ?1", column, table);
  g_autoptr (HsQuery) query = hs_database_query (database, sql, "i", row);
  g_autoptr (GError) local = NULL;

  if (hs_query_next (query, &local))
    {
      hs_query_value (query, 0, value);
      return TRUE;
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, HS_ERROR, HS_ERROR_NOT_FOUND, _("It is no longer in the library."));
  return FALSE;
}

static gboolean
same_value (const HsValue *a,
            const HsValue *b)
{
  return a->type == b->type && (a->type != 'i' || a->integer == b->integer)
         && (a->type != 's' || g_str_equal (a->text, b->text));
}

static gboolean
set_column (HsEntry        *self,
            const char     *table,
            gint64          row,
            const char     *column,
            const HsValue  *value,
            GError        **error)
{
  HsValue old = { '0' };
  gboolean done;

  if (!read_column (self->database, table, row, column, &old, error))
    return FALSE;
  done = same_value (&old, value)
         || (begin_entry (self, error)
             && hs_settling_apply (self->settling, table, row, column, value, error)
             && hs_database_run (self->database, error,
                                 "INSERT INTO journal_changes VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", "insisvv", self->id,
                                 self->seq++, table, row, column, &old, value));
  hs_value_clear (&old);
  return done;
}

/**
 * hs_entry_set_int:
 * @self: a decision while it is written
 * @table: of the library
 * @row: its id there
 * @column: of @table
 * @value: what is there from now on
 * @error: return location
 *
 * Changes a column of a row, and notes what was there. Nothing happens when it is so
 * already.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_entry_set_int (HsEntry     *self,
                  const char  *table,
                  gint64       row,
                  const char  *column,
                  gint64       value,
                  GError     **error)
{
  HsValue number = { 'i', value, NULL };

  return set_column (self, table, row, column, &number, error);
}

/**
 * hs_entry_set_text:
 * @self: a decision while it is written
 * @table: of the library
 * @row: its id there
 * @column: of @table
 * @value: (nullable): what is there from now on
 * @error: return location
 *
 * Changes a column of a row, and notes what was there. Nothing happens when it is so
 * already.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_entry_set_text (HsEntry     *self,
                   const char  *table,
                   gint64       row,
                   const char  *column,
                   const char  *value,
                   GError     **error)
{
  HsValue text = { value != NULL ? 's' : '0', 0, (char *) value };

  return set_column (self, table, row, column, &text, error);
}

/**
 * hs_entry_has_changes:
 * @self: a decision while it is written
 *
 * Returns: whether anything was changed yet
 */
gboolean
hs_entry_has_changes (HsEntry *self)
{
  return self->id != 0;
}

/**
 * hs_entry_count:
 * @self: a decision while it is written
 * @n: how many things it is about, for its label; without this as many as there are changes
 */
void
hs_entry_count (HsEntry *self,
                guint    n)
{
  self->n = n;
}

/**
 * hs_entry_finish:
 * @self: a decision while it is written
 * @error: return location
 *
 * Puts right what follows from the changes; nothing happens when there are none.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_entry_finish (HsEntry  *self,
                 GError  **error)
{
  guint n = self->n != 0 ? self->n : self->seq;

  if (self->id == 0)
    return TRUE;
  return hs_database_run (self->database, error, "UPDATE journal SET n = ?2 WHERE id = ?1", "in", self->id, n)
         && hs_settling_finish (self->settling, error);
}

/* --- undo and redo --------------------------------------------------------- */

static gboolean
replay (HsLibrary   *library,
        HsDatabase  *database,
        gint64       entry,
        gboolean     undo,
        GError     **error)
{
  g_autoptr (HsSettling) settling = hs_settling_new (library, database);
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;
  HsValue value = { '0' };

  query = hs_database_query (database,
                             undo ? "SELECT tbl, row, col, old FROM journal_changes WHERE entry = ?1 ORDER BY seq DESC"
                                  : "SELECT tbl, row, col, new FROM journal_changes WHERE entry = ?1 ORDER BY seq",
                             "i", entry);
  while (local == NULL && hs_query_next (query, &local))
    {
      hs_query_value (query, 3, &value);
      hs_settling_apply (settling, hs_query_text (query, 0), hs_query_int (query, 1), hs_query_text (query, 2), &value,
                         &local);
    }
  hs_value_clear (&value);
  if (local == NULL)
    return hs_settling_finish (settling, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
step_work (HsLibrary   *self,
           HsDatabase  *database,
           gpointer     data,
           GError     **error)
{
  gboolean undo = GPOINTER_TO_INT (data);
  gint64 entry;

  if (!hs_database_get_int (database, &entry, 0, error,
                            undo ? "SELECT max(id) FROM journal WHERE undone = 0"
                                 : "SELECT min(id) FROM journal WHERE undone = 1", ""))
    return FALSE;
  if (entry == 0)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_NOT_FOUND,
                           undo ? _("There is nothing to undo.") : _("There is nothing to redo."));
      return FALSE;
    }
  return replay (self, database, entry, undo, error)
         && hs_database_run (database, error, "UPDATE journal SET undone = ?2 WHERE id = ?1", "in", entry, undo);
}

/**
 * hs_library_undo:
 * @self: a library
 * @error: return location
 *
 * Takes back the last decision that stands. Any thread but the writer's; waits.
 *
 * Returns: %FALSE with @error set: HS_ERROR_NOT_FOUND when there is none
 */
gboolean
hs_library_undo (HsLibrary  *self,
                 GError    **error)
{
  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);

  return hs_library_write (self, step_work, GINT_TO_POINTER (TRUE), error)
         && hs_library_build_stories (self, HS_LIBRARY_STORIES_AT_ONCE, NULL, NULL, error);
}

/**
 * hs_library_redo:
 * @self: a library
 * @error: return location
 *
 * Makes again what was taken back last. Any thread but the writer's; waits.
 *
 * Returns: %FALSE with @error set: HS_ERROR_NOT_FOUND when there is nothing
 */
gboolean
hs_library_redo (HsLibrary  *self,
                 GError    **error)
{
  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);

  return hs_library_write (self, step_work, GINT_TO_POINTER (FALSE), error)
         && hs_library_build_stories (self, HS_LIBRARY_STORIES_AT_ONCE, NULL, NULL, error);
}

typedef struct
{
  gint64 decision;
  const char *reason;  /* (unowned) */
} Reasoning;

static gboolean
reason_work (HsLibrary   *self,
             HsDatabase  *database,
             gpointer     data,
             GError     **error)
{
  const Reasoning *reasoning = data;

  if (!hs_database_run (database, error,
                        "UPDATE journal SET reason = coalesce (reason || char (10), '') || ?2"
                        " WHERE id = ?1 AND undone = 0", "is", reasoning->decision, reasoning->reason))
    return FALSE;
  if (hs_database_get_changes (database) == 0)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_NOT_FOUND, _("There is no decision to give a reason for."));
      return FALSE;
    }
  /* the pages that list decisions show it */
  hs_library_touch (self, HS_LIBRARY_ENTITIES);
  return TRUE;
}

/**
 * hs_library_give_reason:
 * @self: a library
 * @decision: an entry of the journal, as hs_library_get_labels() tells it
 * @reason: why it was made, in the analyst's words; not empty
 * @error: return location
 *
 * Keeps the words with that decision, whatever was decided since, on a line of
 * their own after what is said of it already. Any thread but the writer's; waits.
 *
 * Returns: whether it is kept; %FALSE with @error set, HS_ERROR_NOT_FOUND when
 *   there is no such decision or it was taken back
 */
gboolean
hs_library_give_reason (HsLibrary   *self,
                        gint64       decision,
                        const char  *reason,
                        GError     **error)
{
  Reasoning reasoning = { decision, reason };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (reason != NULL && *reason != '\0', FALSE);

  return hs_library_write (self, reason_work, &reasoning, error);
}

/* --- labels ---------------------------------------------------------------- */

static char *
make_feed_label (const char *action,
                 guint       n,
                 const char *name)
{
  if (g_str_equal (action, "add-feed"))
    return g_strdup_printf (_("Subscribe to “%s”"), name);
  if (g_str_equal (action, "edit-feed"))
    return g_strdup_printf (_("Change Feed “%s”"), name);
  if (g_str_equal (action, "move-feed"))
    return g_strdup_printf (_("Change Address of “%s”"), name);
  if (g_str_equal (action, "remove-feeds"))
    return g_strdup_printf (ngettext ("Remove %u Feed", "Remove %u Feeds", n), n);
  if (g_str_equal (action, "import-feeds"))
    return g_strdup_printf (ngettext ("Import %u Feed", "Import %u Feeds", n), n);
  if (g_str_equal (action, "add-folder"))
    return g_strdup_printf (_("Add Folder “%s”"), name);
  if (g_str_equal (action, "edit-folder"))
    return g_strdup_printf (_("Change Folder “%s”"), name);
  if (g_str_equal (action, "remove-folder"))
    return g_strdup_printf (_("Remove Folder “%s”"), name);
  if (g_str_equal (action, "add-watch"))
    return g_strdup_printf (_("Add Watch “%s”"), name);
  if (g_str_equal (action, "edit-watch"))
    return g_strdup_printf (_("Change Watch “%s”"), name);
  if (g_str_equal (action, "remove-watch"))
    return g_strdup_printf (_("Remove Watch “%s”"), name);
  return g_strdup (_("Last Change"));
}

/* Of the story desk. */
static char *
make_desk_label (const char *action,
                 guint       n,
                 const char *name)
{
  if (g_str_equal (action, "confirm-link"))
    return g_strdup (_("Confirm Link"));
  if (g_str_equal (action, "cut-link"))
    return g_strdup (_("Cut Link"));
  if (g_str_equal (action, "leave-link"))
    return g_strdup (_("Leave Link to the Program"));
  if (g_str_equal (action, "move-articles"))
    return g_strdup_printf (ngettext ("Move %u Article", "Move %u Articles", n), n);
  if (g_str_equal (action, "confirm-date"))
    return g_strdup (_("Confirm Date"));
  if (g_str_equal (action, "add-row"))
    return g_strdup_printf (_("Add Row “%s”"), name);
  if (g_str_equal (action, "rename-row"))
    return g_strdup_printf (_("Rename Row to “%s”"), name);
  if (g_str_equal (action, "remove-row"))
    return g_strdup_printf (_("Remove Row “%s”"), name);
  if (g_str_equal (action, "merge-rows"))
    return g_strdup_printf (_("Merge into Row “%s”"), name);
  if (g_str_equal (action, "set-stance"))
    return g_strdup (_("Set Stance"));
  if (g_str_equal (action, "add-hypothesis"))
    return g_strdup_printf (_("Add Hypothesis “%s”"), name);
  if (g_str_equal (action, "rename-hypothesis"))
    return g_strdup_printf (_("Rename Hypothesis to “%s”"), name);
  if (g_str_equal (action, "remove-hypothesis"))
    return g_strdup_printf (_("Remove Hypothesis “%s”"), name);
  if (g_str_equal (action, "mark-row"))
    return g_strdup (_("Mark Row for a Hypothesis"));
  return make_feed_label (action, n, name);
}

static char *
make_entity_label (const char *action,
                   guint       n,
                   const char *name)
{
  if (g_str_equal (action, "merge") || g_str_equal (action, "accept"))
    return g_strdup_printf (_("Merge into “%s”"), name);
  if (g_str_equal (action, "refuse") || g_str_equal (action, "keep-apart"))
    return g_strdup_printf (_("Never Merge with “%s”"), name);
  if (g_str_equal (action, "split"))
    return g_strdup_printf (_("Split “%s”"), name);
  if (g_str_equal (action, "not-this-one"))
    return g_strdup_printf (_("Not “%s”"), name);
  if (g_str_equal (action, "kind"))
    return g_strdup_printf (_("Change Kind of “%s”"), name);
  if (g_str_equal (action, "set-mention"))
    return g_strdup_printf (_("Mark “%s”"), name);
  if (g_str_equal (action, "remove-mention"))
    return g_strdup_printf (_("Remove Mark of “%s”"), name);
  if (g_str_equal (action, "rename"))
    return g_strdup_printf (_("Rename to “%s”"), name);
  return make_desk_label (action, n, name);
}

static char *
make_label (const char *action,
            guint       n,
            const char *subject)
{
  const char *name = subject != NULL && *subject != '\0' ? subject : _("unknown");

  if (g_str_equal (action, "read"))
    return g_strdup_printf (ngettext ("Mark %u Article as Read", "Mark %u Articles as Read", n), n);
  if (g_str_equal (action, "unread"))
    return g_strdup_printf (ngettext ("Mark %u Article as Unread", "Mark %u Articles as Unread", n), n);
  if (g_str_equal (action, "star"))
    return g_strdup_printf (ngettext ("Star %u Article", "Star %u Articles", n), n);
  if (g_str_equal (action, "unstar"))
    return g_strdup_printf (ngettext ("Unstar %u Article", "Unstar %u Articles", n), n);
  if (g_str_equal (action, "delete"))
    return g_strdup_printf (ngettext ("Delete %u Article", "Delete %u Articles", n), n);
  if (g_str_equal (action, "remove-sample"))
    return g_strdup (_("Remove the Sample Story"));
  if (g_str_equal (action, "details"))
    return g_strdup (_("Correct Details"));
  if (g_str_equal (action, "grade-source"))
    return g_strdup_printf (_("Grade “%s”"), name);
  if (g_str_equal (action, "grade-article"))
    return g_strdup (_("Grade Article"));
  if (g_str_equal (action, "add-note"))
    return g_strdup (_("Add Note"));
  if (g_str_equal (action, "update-note"))
    return g_strdup (_("Edit Note"));
  if (g_str_equal (action, "delete-note"))
    return g_strdup (_("Delete Note"));
  return make_entity_label (action, n, name);
}

typedef struct
{
  char *undo;   /* (owned) (nullable) */
  char *redo;   /* (owned) (nullable) */
  gint64 last;  /* which one undo would take back, 0 none */
} Labels;

/* @id: (out): which entry it is of, 0 none */
static char *
load_label (HsDatabase  *database,
            const char  *sql,
            gint64      *id,
            GError     **error)
{
  g_autoptr (HsQuery) query = hs_database_query (database, sql, "");

  *id = 0;
  if (!hs_query_next (query, error))
    return NULL;
  *id = hs_query_int (query, 3);
  return make_label (hs_query_text (query, 0), hs_query_int (query, 1), hs_query_text (query, 2));
}

static gboolean
labels_work (HsLibrary   *self,
             HsDatabase  *database,
             gpointer     data,
             GError     **error)
{
  Labels *labels = data;
  g_autoptr (GError) local = NULL;
  gint64 next;

  labels->undo = load_label (database,
                             "SELECT action, n, subject, id FROM journal WHERE undone = 0 ORDER BY id DESC LIMIT 1",
                             &labels->last, &local);
  if (local == NULL)
    labels->redo = load_label (database,
                               "SELECT action, n, subject, id FROM journal WHERE undone = 1 ORDER BY id LIMIT 1", &next,
                               &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * hs_library_get_labels:
 * @self: a library
 * @undo: (out) (transfer full) (nullable): what undo would take back, translated
 * @redo: (out) (transfer full) (nullable): what redo would make again, translated
 * @last: (out) (optional): the entry of the journal that @undo is of, 0 when there
 *   is none
 * @error: return location
 *
 * Any thread; waits.
 *
 * Returns: whether they were read; %FALSE with @error set
 */
gboolean
hs_library_get_labels (HsLibrary  *self,
                       char      **undo,
                       char      **redo,
                       gint64     *last,
                       GError    **error)
{
  Labels labels = { NULL, NULL, 0 };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);

  if (!hs_library_read (self, labels_work, &labels, error))
    {
      g_free (labels.undo);
      return FALSE;
    }
  *undo = labels.undo;
  *redo = labels.redo;
  if (last != NULL)
    *last = labels.last;
  return TRUE;
}
