/* hs-difference.c: two revisions of an article, side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-difference-private.h"

G_DEFINE_BOXED_TYPE (HsDifference, hs_difference, hs_difference_ref, hs_difference_unref)

static void
difference_clear (gpointer data)
{
  HsDifference *self = data;

  g_free (self->before);
  g_free (self->after);
  g_free (self->title_before);
  g_free (self->title_after);
  g_clear_pointer (&self->runs, g_array_unref);
  g_clear_pointer (&self->title_runs, g_array_unref);
}

/**
 * hs_difference_ref:
 * @self: two revisions compared
 *
 * Returns: (transfer full): @self, held once more
 */
HsDifference *
hs_difference_ref (HsDifference *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * hs_difference_unref:
 * @self: (transfer full): two revisions compared
 *
 * Lets go of it; any thread.
 */
void
hs_difference_unref (HsDifference *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, difference_clear);
}

/**
 * hs_difference_load:
 * @library: a library
 * @article: its id
 * @from: the id of its older revision
 * @to: that of the newer one
 * @error: return location
 *
 * Waits; any thread but the main one.
 *
 * Returns: (transfer full) (nullable): the two compared; %NULL with @error set
 */
HsDifference *
hs_difference_load (HsLibrary  *library,
                    gint64      article,
                    gint64      from,
                    gint64      to,
                    GError    **error)
{
  g_autoptr (HsDifference) self = g_atomic_rc_box_new0 (HsDifference);

  self->article = article;
  self->before = hs_library_load_revision (library, from, &self->title_before, error);
  if (self->before == NULL)
    return NULL;
  self->after = hs_library_load_revision (library, to, &self->title_after, error);
  if (self->after == NULL)
    return NULL;
  if (self->title_before == NULL)
    self->title_before = g_strdup ("");
  if (self->title_after == NULL)
    self->title_after = g_strdup ("");
  self->runs = hs_diff_words (self->before, self->after);
  self->title_runs = hs_diff_words (self->title_before, self->title_after);
  for (guint i = 0; i < self->runs->len; i++)
    {
      HsDiffKind kind = g_array_index (self->runs, HsDiffRun, i).kind;

      self->n_inserted += kind == HS_DIFF_INSERTED;
      self->n_deleted += kind == HS_DIFF_DELETED;
    }
  return g_steal_pointer (&self);
}
