/* hs-notes.c: the analyst's notes, anchored to words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "hs-anchor.h"
#include "hs-decisions.h"
#include "hs-journal-private.h"

typedef struct
{
  gint64 id;          /* of the article, or of the note; (out) of a new note */
  HsSpan span;
  const char *body;   /* (unowned) */
  char *tags;         /* (owned) (nullable) */
} Noting;

/* Trimmed, joined by ", ", none twice; NULL when there are none. */
static char *
tidy_tags (const char *tags)
{
  g_auto (GStrv) parts = g_strsplit (tags != NULL ? tags : "", ",", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  for (char **part = parts; *part != NULL; part++)
    {
      g_autofree char *key = hs_library_fold (*part);

      if (*key == '\0' || g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL))
        continue;
      g_ptr_array_add (keys, g_steal_pointer (&key));
      g_ptr_array_add (kept, g_strstrip (*part));
    }
  if (kept->len == 0)
    return NULL;
  g_ptr_array_add (kept, NULL);
  return g_strjoinv (", ", (char **) kept->pdata);
}

static gboolean
not_found (GError **error)
{
  if (error != NULL && *error == NULL)
    g_set_error_literal (error, HS_ERROR, HS_ERROR_NOT_FOUND, _("It is no longer in the library."));
  return FALSE;
}

static gboolean
insert_note (HsDatabase  *database,
             Noting      *noting,
             GError     **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autofree char *quote = NULL;
  g_autofree char *prefix = NULL;
  g_autofree char *suffix = NULL;
  gint64 now = hs_library_now ();
  gint64 revision;
  const char *text;

  query = hs_database_query (database,
                             "SELECT r.id, r.text FROM articles AS a JOIN revisions AS r ON r.id = a.revision"
                             " WHERE a.id = ?1 AND a.deleted = 0", "i", noting->id);
  if (!hs_query_next (query, error))
    return not_found (error);
  revision = hs_query_int (query, 0);
  text = hs_query_text (query, 1);
  if (noting->span.start > noting->span.end || noting->span.end > strlen (text))
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_USAGE, _("The words of the note are not in the text."));
      return FALSE;
    }
  quote = g_utf8_make_valid (text + noting->span.start, noting->span.end - noting->span.start);
  hs_anchor_context (text, noting->span, &prefix, &suffix);
  return hs_database_run (database, error,
                          "INSERT INTO notes (article, revision, quote, prefix, suffix, start, end, body, created,"
                          " modified, deleted) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9, 1)", "iisssnnsi",
                          noting->id, revision, quote, prefix, suffix, noting->span.start, noting->span.end,
                          noting->body, now);
}

static gboolean
add_work (HsLibrary   *self,
          HsDatabase  *database,
          gpointer     data,
          GError     **error)
{
  Noting *noting = data;
  g_autoptr (HsEntry) entry = hs_entry_new (self, database, "add-note", NULL, NULL);

  if (!insert_note (database, noting, error))
    return FALSE;
  noting->id = hs_database_get_last_id (database);
  hs_entry_count (entry, 1);
  return hs_entry_set_text (entry, "notes", noting->id, "tags", noting->tags, error)
         && hs_entry_set_int (entry, "notes", noting->id, "deleted", 0, error)
         && hs_entry_finish (entry, error);
}

/**
 * hs_library_add_note:
 * @self: a library
 * @article: the article
 * @span: bytes of its present text
 * @body: what the analyst writes
 * @tags: (nullable): comma separated
 * @error: return location
 *
 * Returns: the id of the note; -1 with @error set
 */
gint64
hs_library_add_note (HsLibrary   *self,
                     gint64       article,
                     HsSpan       span,
                     const char  *body,
                     const char  *tags,
                     GError     **error)
{
  g_autofree char *tidy = tidy_tags (tags);
  Noting noting = { article, span, body != NULL ? body : "", tidy };

  g_return_val_if_fail (HS_IS_LIBRARY (self), -1);

  return hs_library_write (self, add_work, &noting, error) ? noting.id : -1;
}

static gboolean
update_work (HsLibrary   *self,
             HsDatabase  *database,
             gpointer     data,
             GError     **error)
{
  Noting *noting = data;
  g_autoptr (HsEntry) entry = hs_entry_new (self, database, "update-note", NULL, NULL);

  hs_entry_count (entry, 1);
  return hs_entry_set_text (entry, "notes", noting->id, "body", noting->body, error)
         && hs_entry_set_text (entry, "notes", noting->id, "tags", noting->tags, error)
         && (!hs_entry_has_changes (entry)
             || hs_entry_set_int (entry, "notes", noting->id, "modified", hs_library_now (), error))
         && hs_entry_finish (entry, error);
}

/**
 * hs_library_update_note:
 * @self: a library
 * @note: its id
 * @body: (nullable): its text from now on; %NULL is ""
 * @tags: (nullable): its tags from now on, commas between them
 * @error: return location
 *
 * A decision: journaled, undoable. Any thread but the writer's; waits.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_library_update_note (HsLibrary   *self,
                        gint64       note,
                        const char  *body,
                        const char  *tags,
                        GError     **error)
{
  g_autofree char *tidy = tidy_tags (tags);
  Noting noting = { note, HS_SPAN_NONE, body != NULL ? body : "", tidy };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);

  return hs_library_write (self, update_work, &noting, error);
}

static gboolean
delete_work (HsLibrary   *self,
             HsDatabase  *database,
             gpointer     data,
             GError     **error)
{
  Noting *noting = data;
  g_autoptr (HsEntry) entry = hs_entry_new (self, database, "delete-note", NULL, NULL);

  return hs_entry_set_int (entry, "notes", noting->id, "deleted", 1, error) && hs_entry_finish (entry, error);
}

/**
 * hs_library_delete_note:
 * @self: a library
 * @note: its id
 * @error: return location
 *
 * A decision: journaled, undoable. Any thread but the writer's; waits.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_library_delete_note (HsLibrary  *self,
                        gint64      note,
                        GError    **error)
{
  Noting noting = { note, HS_SPAN_NONE, NULL, NULL };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);

  return hs_library_write (self, delete_work, &noting, error);
}
