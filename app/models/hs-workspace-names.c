/* hs-workspace-names.c: the name desk, off the main thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-workspace-names.h"

#include "hs-entity-decisions.h"
#include "hs-history.h"
#include "hs-name-desk.h"
#include "hs-reading-private.h"
#include "hs-workspace-private.h"

/* So many decisions of an entity are shown. */
#define MAX_DECISIONS 200

G_DEFINE_BOXED_TYPE (HsNameDesk, hs_name_desk, hs_name_desk_ref, hs_name_desk_unref)

/* --- what is shown --------------------------------------------------------------- */

static void
period_free (gpointer data)
{
  g_free (((HsNamePeriod *) data)->period);
  g_free (data);
}

static void
company_free (gpointer data)
{
  g_free (((HsNameCompany *) data)->name);
  g_free (data);
}

static void
pair_free (gpointer data)
{
  g_free (((HsNamePair *) data)->why);
  g_free (data);
}

static void
decision_shown_free (gpointer data)
{
  HsNameDecision *self = data;

  g_free (self->action);
  g_free (self->subject);
  g_strfreev (self->others);
  g_free (self->reason);
  g_free (self->proposed);
  g_free (self->article);
  g_free (self);
}

static void
desk_clear (gpointer data)
{
  HsNameDesk *self = data;

  g_clear_pointer (&self->periods, g_ptr_array_unref);
  g_clear_pointer (&self->company, g_ptr_array_unref);
  g_clear_pointer (&self->said, g_ptr_array_unref);
  g_clear_pointer (&self->about, g_ptr_array_unref);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
}

/**
 * hs_name_desk_ref:
 * @self: what is shown of an entity
 *
 * Returns: (transfer full): @self, held once more
 */
HsNameDesk *
hs_name_desk_ref (HsNameDesk *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * hs_name_desk_unref:
 * @self: (transfer full): what is shown of an entity
 *
 * Lets go of it; any thread.
 */
void
hs_name_desk_unref (HsNameDesk *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, desk_clear);
}

/**
 * hs_name_decisions_new:
 * @stored: (element-type HsPastDecision): decisions, whose texts are taken over
 *
 * Returns: (transfer full) (element-type HsNameDecision): the same for those who show them
 */
GPtrArray *
hs_name_decisions_new (GPtrArray *stored)
{
  GPtrArray *decisions = g_ptr_array_new_with_free_func (decision_shown_free);

  for (guint i = 0; i < stored->len; i++)
    {
      HsPastDecision *from = g_ptr_array_index (stored, i);
      HsNameDecision *one = g_new0 (HsNameDecision, 1);

      one->id = from->id;
      one->time = from->time;
      one->action = g_steal_pointer (&from->action);
      one->subject = g_steal_pointer (&from->subject);
      one->others = g_steal_pointer (&from->others);
      one->n_others = from->n_others;
      one->kind = from->kind;
      one->reason = g_steal_pointer (&from->reason);
      one->proposed = g_steal_pointer (&from->proposed);
      one->article = g_steal_pointer (&from->article);
      one->undone = from->undone;
      g_ptr_array_add (decisions, one);
    }
  return decisions;
}

static gpointer
load_desk (HsLibrary  *library,
           gpointer    data,
           GError    **error)
{
  g_autoptr (HsStoredNameDesk) stored = hs_library_load_name_desk (library, *(gint64 *) data, error);
  g_autoptr (GPtrArray) decisions = NULL;
  HsNameDesk *self;

  if (stored == NULL)
    return NULL;
  decisions = hs_library_load_decisions (library, *(gint64 *) data, MAX_DECISIONS, error);
  if (decisions == NULL)
    return NULL;
  self = g_atomic_rc_box_new0 (HsNameDesk);
  self->periods = g_ptr_array_new_with_free_func (period_free);
  self->company = g_ptr_array_new_with_free_func (company_free);
  for (guint i = 0; i < stored->periods->len; i++)
    {
      const HsStoredPeriod *from = g_ptr_array_index (stored->periods, i);
      HsNamePeriod *period = g_new0 (HsNamePeriod, 1);

      period->period = g_strdup (from->period);
      period->n = from->n;
      g_ptr_array_add (self->periods, period);
    }
  for (guint i = 0; i < stored->company->len; i++)
    {
      const HsStoredCompany *from = g_ptr_array_index (stored->company, i);
      HsNameCompany *one = g_new0 (HsNameCompany, 1);

      one->entity = from->entity;
      one->kind = from->kind;
      one->name = g_strdup (from->name);
      one->n = from->n;
      g_ptr_array_add (self->company, one);
    }
  self->said = hs_occurrences_new (stored->said);
  self->about = hs_occurrences_new (stored->about);
  self->decisions = hs_name_decisions_new (decisions);
  return self;
}

/**
 * hs_workspace_read_name_desk_async:
 * @self: a workspace
 * @entity: an entity; what was merged gives what it is now
 * @cancellable: (nullable): ends the wait
 * @callback: called on the main loop
 * @user_data: for @callback
 *
 * Reads off the main thread what the name desk shows of an entity.
 */
void
hs_workspace_read_name_desk_async (HsWorkspace         *self,
                                   gint64               entity,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_return_if_fail (HS_IS_WORKSPACE (self));

  hs_workspace_read (self, load_desk, g_memdup2 (&entity, sizeof entity), g_free, (GDestroyNotify) hs_name_desk_unref,
                     cancellable, callback, user_data);
}

/**
 * hs_workspace_read_name_desk_finish:
 * @self: a workspace
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): over time, in company, in words, and what was
 *   decided of it; %NULL with @error set
 */
HsNameDesk *
hs_workspace_read_name_desk_finish (HsWorkspace   *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
load_proposals (HsLibrary  *library,
                gpointer    data,
                GError    **error)
{
  g_autoptr (GPtrArray) stored = hs_library_load_proposals (library, *(guint *) data, error);
  GPtrArray *pairs;

  if (stored == NULL)
    return NULL;
  pairs = g_ptr_array_new_with_free_func (pair_free);
  for (guint i = 0; i < stored->len; i++)
    {
      const HsStoredPair *from = g_ptr_array_index (stored, i);
      HsNamePair *pair = g_new0 (HsNamePair, 1);

      pair->entity = from->entity;
      pair->other = from->other;
      pair->why = g_strdup (from->why);
      g_ptr_array_add (pairs, pair);
    }
  return pairs;
}

/**
 * hs_workspace_read_proposals_async:
 * @self: a workspace
 * @limit: how many at most
 * @cancellable: (nullable): ends the wait
 * @callback: called on the main loop
 * @user_data: for @callback
 *
 * Reads off the main thread which pairs may be one.
 */
void
hs_workspace_read_proposals_async (HsWorkspace         *self,
                                   guint                limit,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_return_if_fail (HS_IS_WORKSPACE (self));

  hs_workspace_read (self, load_proposals, g_memdup2 (&limit, sizeof limit), g_free, (GDestroyNotify) g_ptr_array_unref,
                     cancellable, callback, user_data);
}

/**
 * hs_workspace_read_proposals_finish:
 * @self: a workspace
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type HsNamePair): the most mentioned
 *   first; %NULL with @error set
 */
GPtrArray *
hs_workspace_read_proposals_finish (HsWorkspace   *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
count_proposals (HsLibrary  *library,
                 gpointer    data,
                 GError    **error)
{
  int n = hs_library_count_proposals (library, *(guint *) data, error);

  return n >= 0 ? g_memdup2 (&n, sizeof n) : NULL;
}

/**
 * hs_workspace_count_proposals_async:
 * @self: a workspace
 * @limit: no more than so many
 * @cancellable: (nullable): ends the wait
 * @callback: called on the main loop
 * @user_data: for @callback
 *
 * Counts off the main thread how many pairs may be one.
 */
void
hs_workspace_count_proposals_async (HsWorkspace         *self,
                                    guint                limit,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (HS_IS_WORKSPACE (self));

  hs_workspace_read (self, count_proposals, g_memdup2 (&limit, sizeof limit), g_free, g_free, cancellable, callback,
                     user_data);
}

/**
 * hs_workspace_count_proposals_finish:
 * @self: a workspace
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: how many, at most the limit; -1 with @error set
 */
int
hs_workspace_count_proposals_finish (HsWorkspace   *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  g_autofree int *n = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), -1);

  n = g_task_propagate_pointer (G_TASK (result), error);
  return n != NULL ? *n : -1;
}

static gpointer
count_kinds (HsLibrary  *library,
             gpointer    data,
             GError    **error)
{
  const GArray *ids = data;

  return hs_library_count_kinds (library, (const gint64 *) ids->data, ids->len, error);
}

/**
 * hs_workspace_count_kinds_async:
 * @self: a workspace
 * @ids: (array length=n): entities; copied
 * @n: how many
 * @cancellable: (nullable): ends the wait
 * @callback: called on the main loop
 * @user_data: for @callback
 *
 * Counts off the main thread how many of them are of which kind.
 */
void
hs_workspace_count_kinds_async (HsWorkspace         *self,
                                const gint64        *ids,
                                guint                n,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GArray *copy;

  g_return_if_fail (HS_IS_WORKSPACE (self));

  copy = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);
  g_array_append_vals (copy, ids, n);
  hs_workspace_read (self, count_kinds, copy, (GDestroyNotify) g_array_unref, (GDestroyNotify) g_array_unref,
                     cancellable, callback, user_data);
}

/**
 * hs_workspace_count_kinds_finish:
 * @self: a workspace
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type guint): how many, by #HsMentionKind;
 *   %NULL with @error set
 */
GArray *
hs_workspace_count_kinds_finish (HsWorkspace   *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- what is decided ------------------------------------------------------------- */

typedef struct
{
  gint64 entity;
  gint64 other;      /* or the article */
  HsSpan span;
  HsMentionKind kind;
  gboolean accept;
  char **names;      /* (owned) (nullable) */
  char *reason;      /* (owned) (nullable) */
} Decision;

static void
decision_free (gpointer data)
{
  Decision *self = data;

  g_strfreev (self->names);
  g_free (self->reason);
  g_free (self);
}

static Decision *
decision_new (gint64      entity,
              gint64      other,
              const char *reason)
{
  Decision *self = g_new0 (Decision, 1);

  self->entity = entity;
  self->other = other;
  self->reason = g_strdup (reason);
  return self;
}

static gboolean
answer_proposal (HsLibrary  *library,
                 gpointer    data,
                 gint64     *result,
                 GError    **error)
{
  const Decision *it = data;

  return it->accept ? hs_library_accept_proposal (library, it->entity, it->other, it->reason, error)
                    : hs_library_refuse_proposal (library, it->entity, it->other, it->reason, error);
}

/**
 * hs_workspace_answer_proposal:
 * @self: a workspace
 * @pair: what was proposed; copied
 * @accept: whether they are one, else they never are
 * @reason: (nullable): why, in the analyst's words
 * @callback: called on the main loop; see hs_workspace_edit_finish()
 * @user_data: for @callback
 *
 * A decision, off the main thread.
 */
void
hs_workspace_answer_proposal (HsWorkspace         *self,
                              const HsNamePair    *pair,
                              gboolean             accept,
                              const char          *reason,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  Decision *it;

  g_return_if_fail (HS_IS_WORKSPACE (self));
  g_return_if_fail (pair != NULL);

  it = decision_new (pair->entity, pair->other, reason);
  it->accept = accept;
  hs_workspace_edit (self, answer_proposal, it, decision_free, callback, user_data);
}

static gboolean
keep_apart (HsLibrary  *library,
            gpointer    data,
            gint64     *result,
            GError    **error)
{
  const Decision *it = data;

  return hs_library_keep_apart (library, it->entity, it->other, it->reason, error);
}

/**
 * hs_workspace_keep_apart:
 * @self: a workspace
 * @entity: an entity
 * @other: another
 * @reason: (nullable): why
 * @callback: called on the main loop; see hs_workspace_edit_finish()
 * @user_data: for @callback
 *
 * Decides, off the main thread, that they are never one.
 */
void
hs_workspace_keep_apart (HsWorkspace         *self,
                         gint64               entity,
                         gint64               other,
                         const char          *reason,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (HS_IS_WORKSPACE (self));

  hs_workspace_edit (self, keep_apart, decision_new (entity, other, reason), decision_free, callback, user_data);
}

static gboolean
split_names (HsLibrary  *library,
             gpointer    data,
             gint64     *result,
             GError    **error)
{
  const Decision *it = data;

  *result = hs_library_split_names (library, it->entity, (const char * const *) it->names, it->reason, error);
  return *result > 0;
}

/**
 * hs_workspace_split_names:
 * @self: a workspace
 * @entity: an entity
 * @names: (array zero-terminated=1): some of its names, as they are written
 * @reason: (nullable): why
 * @callback: called on the main loop; see hs_workspace_edit_finish()
 * @user_data: for @callback
 *
 * Decides, off the main thread, that these names are somebody else's, here and in articles
 * to come. What hs_workspace_edit_finish() returns is the new entity.
 */
void
hs_workspace_split_names (HsWorkspace         *self,
                          gint64               entity,
                          const char * const  *names,
                          const char          *reason,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  Decision *it;

  g_return_if_fail (HS_IS_WORKSPACE (self));

  it = decision_new (entity, 0, reason);
  it->names = g_strdupv ((char **) names);
  hs_workspace_edit (self, split_names, it, decision_free, callback, user_data);
}

static gboolean
not_this_one (HsLibrary  *library,
              gpointer    data,
              gint64     *result,
              GError    **error)
{
  const Decision *it = data;

  *result = hs_library_not_this_one (library, it->entity, it->other, it->span, it->reason, error);
  return *result > 0;
}

/**
 * hs_workspace_not_this_one:
 * @self: a workspace
 * @entity: an entity
 * @article: an article
 * @span: words that were found to name it, in bytes of the text
 * @callback: called on the main loop; see hs_workspace_edit_finish()
 * @user_data: for @callback
 *
 * Decides, off the main thread, that they name something of their own. What
 * hs_workspace_edit_finish() returns is that entity.
 */
void
hs_workspace_not_this_one (HsWorkspace         *self,
                           gint64               entity,
                           gint64               article,
                           HsSpan               span,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  Decision *it;

  g_return_if_fail (HS_IS_WORKSPACE (self));

  it = decision_new (entity, article, NULL);
  it->span = span;
  hs_workspace_edit (self, not_this_one, it, decision_free, callback, user_data);
}

static gboolean
set_kind (HsLibrary  *library,
          gpointer    data,
          gint64     *result,
          GError    **error)
{
  const Decision *it = data;

  return hs_library_set_kind (library, it->entity, it->kind, it->reason, error);
}

/**
 * hs_workspace_set_kind:
 * @self: a workspace
 * @entity: an entity
 * @kind: what it is
 * @callback: called on the main loop; see hs_workspace_edit_finish()
 * @user_data: for @callback
 *
 * A decision, off the main thread; nothing is journaled where it is so already.
 */
void
hs_workspace_set_kind (HsWorkspace         *self,
                       gint64               entity,
                       HsMentionKind        kind,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  Decision *it;

  g_return_if_fail (HS_IS_WORKSPACE (self));

  it = decision_new (entity, 0, NULL);
  it->kind = kind;
  hs_workspace_edit (self, set_kind, it, decision_free, callback, user_data);
}

static gboolean
set_mention (HsLibrary  *library,
             gpointer    data,
             gint64     *result,
             GError    **error)
{
  const Decision *it = data;

  *result = hs_library_set_mention (library, it->other, it->span, it->kind, it->entity, it->reason, error);
  return *result > 0;
}

/**
 * hs_workspace_set_mention:
 * @self: a workspace
 * @article: an article
 * @span: words of it, in bytes of the text
 * @kind: what they name
 * @entity: which one, 0 something of its own
 * @callback: called on the main loop; see hs_workspace_edit_finish()
 * @user_data: for @callback
 *
 * A decision, off the main thread. What hs_workspace_edit_finish() returns is the entity.
 */
void
hs_workspace_set_mention (HsWorkspace         *self,
                          gint64               article,
                          HsSpan               span,
                          HsMentionKind        kind,
                          gint64               entity,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  Decision *it;

  g_return_if_fail (HS_IS_WORKSPACE (self));

  it = decision_new (entity, article, NULL);
  it->span = span;
  it->kind = kind;
  hs_workspace_edit (self, set_mention, it, decision_free, callback, user_data);
}

static gboolean
remove_mention (HsLibrary  *library,
                gpointer    data,
                gint64     *result,
                GError    **error)
{
  const Decision *it = data;

  return hs_library_remove_mention (library, it->other, it->span, it->reason, error);
}

/**
 * hs_workspace_remove_mention:
 * @self: a workspace
 * @article: an article
 * @span: words that were found to name something, in bytes of the text
 * @callback: called on the main loop; see hs_workspace_edit_finish()
 * @user_data: for @callback
 *
 * Decides, off the main thread, that they name nothing.
 */
void
hs_workspace_remove_mention (HsWorkspace         *self,
                             gint64               article,
                             HsSpan               span,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  Decision *it;

  g_return_if_fail (HS_IS_WORKSPACE (self));

  it = decision_new (0, article, NULL);
  it->span = span;
  hs_workspace_edit (self, remove_mention, it, decision_free, callback, user_data);
}
