/* hs-note-row.c: one note in the list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-note-row.h"

#include <glib/gi18n.h>

#include "hs-format.h"

struct _HsNoteRow
{
  HsPlainRow parent_instance;
};

G_DEFINE_FINAL_TYPE (HsNoteRow, hs_note_row, HS_TYPE_PLAIN_ROW)

static void
hs_note_row_update (HsRow  *row,
                    HsItem *item)
{
  HsNote *note = HS_NOTE (item);
  HsPlainRow *plain = HS_PLAIN_ROW (row);
  const char *body = hs_note_get_body (note);
  const char *tags = hs_note_get_tags (note);
  const char *where = hs_note_get_article_title (note);
  g_autofree char *quote = NULL;
  g_autofree char *quoted = NULL;
  g_autofree char *first = NULL;
  g_autofree char *detail = NULL;

  if (!hs_item_get_loaded (item))
    {
      hs_plain_row_set_texts (plain, "", "", "");
      return;
    }
  quote = hs_format_squash (hs_note_get_quote (note), 120);
  quoted = g_strdup_printf (_("“%s”"), quote);
  first = hs_format_squash (body, 120);
  detail = hs_format_join (tags != NULL ? tags : "", where != NULL ? where : "", NULL);
  hs_plain_row_set_texts (plain, *first != '\0' ? first : quoted, *first != '\0' ? quoted : "", detail);
}

static char *
hs_note_row_describe (HsRow  *row,
                      HsItem *item)
{
  HsNote *note = HS_NOTE (item);
  const char *title = hs_note_get_article_title (note);
  g_autofree char *quote = NULL;
  g_autofree char *body = NULL;

  if (!hs_item_get_loaded (item))
    return g_strdup (_("Loading"));
  quote = hs_format_squash (hs_note_get_quote (note), 200);
  body = hs_format_squash (hs_note_get_body (note), 200);
  return g_strdup_printf (_("Note “%s” on “%s” in %s"), body, quote, title != NULL ? title : _("Untitled"));
}

static void
hs_note_row_class_init (HsNoteRowClass *klass)
{
  HsRowClass *row_class = HS_ROW_CLASS (klass);

  row_class->update = hs_note_row_update;
  row_class->describe = hs_note_row_describe;
}

static void
hs_note_row_init (HsNoteRow *self)
{
}
