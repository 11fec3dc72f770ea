/* hs-desk-matrix.c: the rows of a story as the program and the user see them
 *
 * Hypotheses are weighed by what speaks against them, each row once and none more
 * than another: Heuer, Psychology of Intelligence Analysis (1999), chapter 8.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-story-desk-private.h"

#define MOST_MERGES 64

static HsDeskRow *
find_proposal (GPtrArray  *proposals,
               const char *key)
{
  for (guint i = 0; key != NULL && i < proposals->len; i++)
    if (g_str_equal (((HsDeskRow *) g_ptr_array_index (proposals, i))->key, key))
      return g_ptr_array_steal_index (proposals, i);
  return NULL;
}

/* The row of the library with what the program found for it. */
static HsDeskRow *
make_row (const HsLayingOut *self,
          GPtrArray         *proposals,
          const HsStoredRow *stored)
{
  HsDeskRow *row = find_proposal (proposals, stored->key);

  if (row == NULL)
    {
      row = hs_desk_row_new (stored->key, stored->title, self->articles->len);
      row->own = TRUE;
      if (!stored->removed)
        hs_desk_find_words (self, row);
    }
  row->id = stored->id;
  g_free (row->title);
  row->title = g_strdup (stored->title);
  return row;
}

static gint64
find_whole (const HsStoredDesk *desk,
            const HsStoredRow  *row)
{
  gint64 id = row->id;

  for (guint n = 0; n < MOST_MERGES && row != NULL && row->merged != 0; n++)
    {
      id = row->merged;
      row = NULL;
      for (guint i = 0; i < desk->rows->len && row == NULL; i++)
        if (((HsStoredRow *) g_ptr_array_index (desk->rows, i))->id == id)
          row = g_ptr_array_index (desk->rows, i);
    }
  return id;
}

static void
set_stances (const HsLayingOut *self,
             HsDeskRow         *row)
{
  for (guint i = 0; i < self->stored->stances->len; i++)
    {
      const HsStoredStance *one = &g_array_index (self->stored->stances, HsStoredStance, i);
      guint article = one->row == row->id ? hs_laying_out_find (self, one->article) : HS_NO_INDEX;
      HsDeskCell *cell;

      if (article == HS_NO_INDEX || one->stance >= HS_STANCE_UNJUDGED)
        continue;
      cell = g_ptr_array_index (row->cells, article);
      cell->stance = one->stance;
      cell->by_user = TRUE;
    }
}

/* What a part says goes into the whole, where that says nothing itself. */
static void
join (const HsLayingOut *self,
      HsDeskRow         *whole,
      HsDeskRow         *part)
{
  for (guint i = 0; i < whole->cells->len; i++)
    {
      HsDeskCell *into = g_ptr_array_index (whole->cells, i), *cell = g_ptr_array_index (part->cells, i);

      if (!into->by_user && (cell->by_user || into->stance == HS_STANCE_SILENT || into->stance == HS_STANCE_UNJUDGED)
          && cell->stance != HS_STANCE_SILENT)
        {
          into->stance = cell->stance;
          into->by_user = cell->by_user;
        }
      if (into->value == NULL)
        into->value = g_strdup (cell->value);
      g_ptr_array_extend_and_steal (into->words, g_ptr_array_ref (cell->words));
      cell->words = g_ptr_array_new_with_free_func (hs_desk_occurrence_free);
    }
}

static void
set_marks (const HsLayingOut *self,
           HsDeskRow         *row)
{
  for (guint h = 0; h < self->stored->hypotheses->len; h++)
    {
      HsDeskHypothesis *hypothesis = g_ptr_array_index (self->desk->hypotheses, h);
      HsMark mark = HS_MARK_NONE;

      for (guint i = 0; i < self->stored->marks->len; i++)
        {
          const HsStoredMark *one = &g_array_index (self->stored->marks, HsStoredMark, i);

          if (one->hypothesis == hypothesis->id && one->row == row->id && row->id != 0 && one->mark < HS_N_MARKS)
            mark = one->mark;
        }
      hypothesis->fits += mark == HS_MARK_FITS;
      hypothesis->against += mark == HS_MARK_AGAINST;
      g_array_append_val (row->marks, mark);
    }
}

static HsDeskRow *
find_row (GPtrArray *rows,
          gint64     id)
{
  for (guint i = 0; i < rows->len; i++)
    if (((HsDeskRow *) g_ptr_array_index (rows, i))->id == id)
      return g_ptr_array_index (rows, i);
  return NULL;
}

/**
 * hs_desk_lay_matrix:
 * @self: a story while it is laid out
 *
 * Fills its rows, those of the user and those on which the articles differ, and its
 * hypotheses.
 */
void
hs_desk_lay_matrix (const HsLayingOut *self)
{
  g_autoptr (GPtrArray) proposals = hs_desk_propose (self);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (hs_desk_row_free);
  const HsStoredDesk *stored = self->stored;

  for (guint i = 0; i < stored->hypotheses->len; i++)
    {
      const HsStoredHypothesis *one = g_ptr_array_index (stored->hypotheses, i);
      HsDeskHypothesis *hypothesis = g_new0 (HsDeskHypothesis, 1);

      hypothesis->id = one->id;
      hypothesis->title = g_strdup (one->title);
      g_ptr_array_add (self->desk->hypotheses, hypothesis);
    }
  for (guint i = 0; i < stored->rows->len; i++)
    {
      HsDeskRow *row = make_row (self, proposals, g_ptr_array_index (stored->rows, i));

      set_stances (self, row);
      g_ptr_array_add (kept, row);
    }
  for (guint i = 0; i < stored->rows->len; i++)
    {
      const HsStoredRow *one = g_ptr_array_index (stored->rows, i);
      HsDeskRow *whole = one->merged != 0 && !one->removed ? find_row (kept, find_whole (stored, one)) : NULL;

      if (whole != NULL && whole->id != one->id)
        join (self, whole, g_ptr_array_index (kept, i));
    }
  for (guint i = stored->rows->len; i > 0; i--)
    {
      const HsStoredRow *one = g_ptr_array_index (stored->rows, i - 1);

      if (!one->removed && one->merged == 0)
        g_ptr_array_insert (self->desk->rows, 0, g_ptr_array_steal_index (kept, i - 1));
    }
  while (proposals->len > 0)
    g_ptr_array_add (self->desk->rows, g_ptr_array_steal_index (proposals, 0));
  for (guint i = 0; i < self->desk->rows->len; i++)
    set_marks (self, g_ptr_array_index (self->desk->rows, i));
}
