/* hs-analysis.c: what was found in one article, as plain records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-analysis.h"

static void
hs_analysis_clear (gpointer data)
{
  HsAnalysis *self = data;

  g_ptr_array_unref (self->entities);
  g_array_unref (self->mentions);
  g_ptr_array_unref (self->statements);
  g_ptr_array_unref (self->signals);
  g_array_unref (self->upstream);
  g_array_unref (self->terms);
  g_array_unref (self->sketch);
  g_array_unref (self->modality);
  g_array_unref (self->quote_marks);
}

/**
 * hs_analysis_new:
 *
 * Returns: (transfer full): an analysis that found nothing yet
 */
HsAnalysis *
hs_analysis_new (void)
{
  HsAnalysis *self = g_atomic_rc_box_new0 (HsAnalysis);

  self->entities = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_local_entity_free);
  self->mentions = g_array_new (FALSE, FALSE, sizeof (HsMention));
  self->statements = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_statement_free);
  self->signals = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_signal_free);
  self->upstream = g_array_new (FALSE, FALSE, sizeof (HsUpstream));
  self->terms = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->sketch = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->modality = g_array_new (FALSE, FALSE, sizeof (HsModality));
  self->quote_marks = g_array_new (FALSE, FALSE, sizeof (HsQuoteMark));
  return self;
}

/**
 * hs_analysis_ref:
 * @self: an analysis
 *
 * Returns: (transfer full): @self, held once more
 */
HsAnalysis *
hs_analysis_ref (HsAnalysis *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * hs_analysis_unref:
 * @self: (transfer full): an analysis
 *
 * Lets go of it; any thread.
 */
void
hs_analysis_unref (HsAnalysis *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, hs_analysis_clear);
}

/**
 * hs_local_entity_new:
 * @kind: what is named
 * @name: the best name for it
 *
 * Returns: (transfer full): an entity with empty lists
 */
HsLocalEntity *
hs_local_entity_new (HsMentionKind kind,
                     const char   *name)
{
  HsLocalEntity *self = g_new0 (HsLocalEntity, 1);

  g_return_val_if_fail (name != NULL, NULL);

  self->kind = kind;
  self->name = g_strdup (name);
  self->names = g_new0 (char *, 1);
  self->keys = g_new0 (char *, 1);
  self->roles = g_new0 (char *, 1);
  self->context = g_new0 (char *, 1);
  return self;
}

/**
 * hs_local_entity_free:
 * @self: (transfer full) (nullable): an entity of one article
 */
void
hs_local_entity_free (HsLocalEntity *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_strfreev (self->names);
  g_strfreev (self->keys);
  g_strfreev (self->roles);
  g_strfreev (self->context);
  g_free (self);
}

/**
 * hs_statement_new:
 *
 * Returns: (transfer full): a statement of nobody, without content
 */
HsStatement *
hs_statement_new (void)
{
  HsStatement *self = g_new0 (HsStatement, 1);

  self->speaker_entity = HS_NO_INDEX;
  self->content = g_array_new (FALSE, FALSE, sizeof (HsSpan));
  self->vias = g_array_new (FALSE, FALSE, sizeof (HsVia));
  return self;
}

/**
 * hs_statement_free:
 * @self: (transfer full) (nullable): a statement
 */
void
hs_statement_free (HsStatement *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->content);
  g_array_unref (self->vias);
  g_free (self);
}

/**
 * hs_signal_new:
 * @code: its stable name
 * @tone: whether it speaks for or against relying on the text
 * @why: (nullable): one neutral sentence
 *
 * Returns: (transfer full): a signal without spans; add one before handing it on
 */
HsSignal *
hs_signal_new (const char *code,
               HsTone      tone,
               const char *why)
{
  HsSignal *self;

  g_return_val_if_fail (code != NULL, NULL);

  self = g_new0 (HsSignal, 1);
  self->code = g_strdup (code);
  self->tone = tone;
  self->why = g_strdup (why);
  self->spans = g_array_new (FALSE, FALSE, sizeof (HsSpan));
  return self;
}

/**
 * hs_signal_free:
 * @self: (transfer full) (nullable): a signal
 */
void
hs_signal_free (HsSignal *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->why);
  g_array_unref (self->spans);
  g_free (self);
}
