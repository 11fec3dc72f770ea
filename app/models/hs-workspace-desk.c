/* hs-workspace-desk.c: decisions at the story desk, off the main thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-desk.h"
#include "hs-story-desk.h"
#include "hs-workspace-private.h"

/* A row pointed at, on its own. */
typedef struct
{
  HsRowRef ref;
  char *key;    /* (owned) (nullable) */
  char *title;  /* (owned) (nullable) */
} Row;

typedef struct
{
  HsDeskEdit edit;
  Row row, into;
  char *text;   /* (owned) (nullable) */
} Decision;

static void
decision_free (gpointer data)
{
  Decision *self = data;

  g_free (self->row.key);
  g_free (self->row.title);
  g_free (self->into.key);
  g_free (self->into.title);
  g_free (self->text);
  g_free (self);
}

static void
point_at (Row             *self,
          gint64           story,
          const HsDeskRow *row)
{
  if (row == NULL)
    return;
  self->key = g_strdup (row->key);
  self->title = g_strdup (row->title);
  self->ref = (HsRowRef) { story, row->id, self->key, self->title };
}

static gboolean
decide_matrix (HsLibrary   *library,
               Decision    *self,
               gint64      *result,
               GError     **error)
{
  const HsDeskEdit *edit = &self->edit;

  switch (edit->what)
    {
    case HS_DESK_ADD_ROW:
      *result = hs_library_add_row (library, edit->story, self->text, error);
      return *result >= 0;
    case HS_DESK_RENAME_ROW:
      return hs_library_rename_row (library, &self->row.ref, self->text, error);
    case HS_DESK_REMOVE_ROW:
      return hs_library_remove_row (library, &self->row.ref, error);
    case HS_DESK_MERGE_ROWS:
      return hs_library_merge_rows (library, &self->row.ref, &self->into.ref, error);
    case HS_DESK_SET_STANCE:
      return hs_library_set_stance (library, &self->row.ref, edit->article, edit->value, error);
    case HS_DESK_MARK_ROW:
      return hs_library_mark_row (library, &self->row.ref, edit->id, edit->value, error);
    case HS_DESK_ADD_HYPOTHESIS:
      *result = hs_library_add_hypothesis (library, edit->story, self->text, error);
      return *result >= 0;
    case HS_DESK_RENAME_HYPOTHESIS:
      return hs_library_rename_hypothesis (library, edit->id, self->text, error);
    case HS_DESK_REMOVE_HYPOTHESIS:
      return hs_library_remove_hypothesis (library, edit->id, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
decide (HsLibrary  *library,
        gpointer    data,
        gint64     *result,
        GError    **error)
{
  Decision *self = data;
  const HsDeskEdit *edit = &self->edit;
  HsNode from = { (HsNodeKind) edit->node, edit->id };

  switch (edit->what)
    {
    case HS_DESK_CONFIRM_LINK:
    case HS_DESK_CUT_LINK:
    case HS_DESK_LEAVE_LINK:
      return hs_library_decide_edge (library, from, edit->article,
                                     HS_EDGE_CHOICE_CONFIRM + (edit->what - HS_DESK_CONFIRM_LINK), self->text, error);
    case HS_DESK_CONFIRM_DAY:
      return hs_library_confirm_date (library, edit->article, self->text, error);
    default:
      return decide_matrix (library, self, result, error);
    }
}

/**
 * hs_workspace_edit_desk:
 * @self: a workspace
 * @edit: what is decided; copied
 * @callback: called on the main loop; ends in hs_workspace_edit_finish()
 * @user_data: for @callback
 */
void
hs_workspace_edit_desk (HsWorkspace         *self,
                        const HsDeskEdit    *edit,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  Decision *decision;

  g_return_if_fail (HS_IS_WORKSPACE (self));
  g_return_if_fail (edit != NULL);

  decision = g_new0 (Decision, 1);
  decision->edit = *edit;
  decision->text = g_strdup (edit->text);
  point_at (&decision->row, edit->story, edit->row);
  point_at (&decision->into, edit->story, edit->into);
  hs_workspace_edit (self, decide, decision, decision_free, callback, user_data);
}

typedef struct
{
  GArray *articles;  /* (owned) (element-type gint64) */
  gint64 story;
} Move;

static void
move_free (gpointer data)
{
  Move *self = data;

  g_array_unref (self->articles);
  g_free (self);
}

static gboolean
move (HsLibrary  *library,
      gpointer    data,
      gint64     *result,
      GError    **error)
{
  const Move *self = data;

  *result = hs_library_move_articles (library, (const gint64 *) self->articles->data, self->articles->len, self->story,
                                      error);
  return *result >= 0;
}

/**
 * hs_workspace_move_articles:
 * @self: a workspace
 * @articles: (array length=n): ids
 * @n: how many, not 0
 * @story: where to, 0: a new story
 * @callback: called on the main loop; ends in hs_workspace_edit_finish()
 * @user_data: for @callback
 */
void
hs_workspace_move_articles (HsWorkspace         *self,
                            const gint64        *articles,
                            guint                n,
                            gint64               story,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Move *data;

  g_return_if_fail (HS_IS_WORKSPACE (self));
  g_return_if_fail (articles != NULL && n > 0);

  data = g_new0 (Move, 1);
  data->articles = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (gint64)), articles, n);
  data->story = story;
  hs_workspace_edit (self, move, data, move_free, callback, user_data);
}
