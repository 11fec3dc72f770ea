/* hs-desk-decide.c: a decision at the story desk, made and said
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-desk-decide.h"

typedef struct
{
  GtkWidget *from;  /* (owned): the window, which outlives what is shown in it */
  char *done;       /* (owned) */
} Saying;

static void
decided_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Saying *saying = user_data;
  g_autoptr (GError) error = NULL;

  if (hs_workspace_edit_finish (HS_WORKSPACE (source), result, &error) < 0)
    gtk_widget_activate_action (saying->from, "win.say", "s", error->message);
  else
    gtk_widget_activate_action (saying->from, "win.say-undo", "s", saying->done);
  g_object_unref (saying->from);
  g_free (saying->done);
  g_free (saying);
}

/**
 * hs_desk_decide:
 * @from: where it was decided, and where to say it
 * @workspace: (nullable): a workspace; nothing happens without one
 * @edit: the decision; copied
 * @done: what to say when it was kept
 *
 * Decides; then the window says @done with a way back, or what went wrong.
 */
void
hs_desk_decide (GtkWidget        *from,
                HsWorkspace      *workspace,
                const HsDeskEdit *edit,
                const char       *done)
{
  GtkRoot *root = gtk_widget_get_root (from);
  Saying *saying;

  if (workspace == NULL)
    return;
  saying = g_new0 (Saying, 1);
  saying->from = g_object_ref (root != NULL ? GTK_WIDGET (root) : from);
  saying->done = g_strdup (done);
  hs_workspace_edit_desk (workspace, edit, decided_cb, saying);
}
