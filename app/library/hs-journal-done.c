/* hs-journal-done.c: what was decided of names, told as done
 *
 * The labels of undo and redo are commands; what is said right after a decision is not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-journal.h"

#include <glib/gi18n-lib.h>

#include "hs-library-private.h"

/* Returns: (transfer full) (nullable): a sentence without a full stop */
static char *
make_done (const char *action,
           const char *subject)
{
  const char *name = subject != NULL && *subject != '\0' ? subject : _("unknown");

  if (g_str_equal (action, "merge") || g_str_equal (action, "accept"))
    return g_strdup_printf (_("Merged into “%s”"), name);
  if (g_str_equal (action, "keep-apart") || g_str_equal (action, "refuse"))
    return g_strdup_printf (_("Kept apart from “%s”"), name);
  if (g_str_equal (action, "split"))
    return g_strdup_printf (_("Split off “%s”"), name);
  if (g_str_equal (action, "not-this-one"))
    return g_strdup_printf (_("No longer “%s”"), name);
  if (g_str_equal (action, "kind"))
    return g_strdup_printf (_("Kind of “%s” changed"), name);
  if (g_str_equal (action, "set-mention"))
    return g_strdup_printf (_("“%s” marked"), name);
  if (g_str_equal (action, "remove-mention"))
    return g_strdup_printf (_("Mark of “%s” removed"), name);
  if (g_str_equal (action, "rename"))
    return g_strdup_printf (_("Renamed to “%s”"), name);
  return NULL;
}

typedef struct
{
  gint64 decision;
  char *done;       /* (owned) (nullable) */
} Telling;

static gboolean
done_work (HsLibrary   *self,
           HsDatabase  *database,
           gpointer     data,
           GError     **error)
{
  Telling *telling = data;
  g_autoptr (HsQuery) query = hs_database_query (database, "SELECT action, subject FROM journal WHERE id = ?1", "i",
                                                 telling->decision);
  g_autoptr (GError) local = NULL;

  if (hs_query_next (query, &local))
    telling->done = make_done (hs_query_text (query, 0), hs_query_text (query, 1));
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * hs_library_tell_done:
 * @self: a library
 * @decision: an entry of the journal, as hs_library_get_labels() tells it
 * @done: (out) (transfer full) (nullable): what was done, translated; %NULL where it is
 *   not about a name
 * @error: return location
 *
 * Any thread; waits.
 *
 * Returns: whether it was read; %FALSE with @error set
 */
gboolean
hs_library_tell_done (HsLibrary  *self,
                      gint64      decision,
                      char      **done,
                      GError    **error)
{
  Telling telling = { decision, NULL };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);

  if (!hs_library_read (self, done_work, &telling, error))
    return FALSE;
  *done = telling.done;
  return TRUE;
}
