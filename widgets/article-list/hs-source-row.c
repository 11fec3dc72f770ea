/* hs-source-row.c: one source in the list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-source-row.h"

#include <glib/gi18n.h>

#include "hs-format.h"
#include "hs-kinds.h"

#define SOURCE_ICON "hearsay-source-symbolic"

struct _HsSourceRow
{
  HsPlainRow parent_instance;
};

G_DEFINE_FINAL_TYPE (HsSourceRow, hs_source_row, HS_TYPE_PLAIN_ROW)

static char *
hs_source_row_format_counts (HsSource *source)
{
  g_autofree char *articles = hs_format_articles (hs_source_get_articles (source));
  guint n_unread = hs_source_get_unread (source);
  g_autofree char *unread = NULL;

  if (n_unread > 0)
    unread = g_strdup_printf (ngettext ("%u unread", "%u unread", n_unread), n_unread);
  return hs_format_join (articles, unread, NULL);
}

static void
hs_source_row_update (HsRow  *row,
                      HsItem *item)
{
  HsSource *source = HS_SOURCE (item);
  HsPlainRow *plain = HS_PLAIN_ROW (row);
  const char *name = hs_source_get_name (source);
  g_autofree char *counts = NULL;

  if (!hs_item_get_loaded (item))
    {
      hs_plain_row_set_texts (plain, "", "", NULL);
      hs_plain_row_set_picture (plain, NULL, SOURCE_ICON);
      return;
    }
  counts = hs_source_row_format_counts (source);
  hs_plain_row_set_texts (plain, name != NULL && *name != '\0' ? name : _("Unknown outlet"), counts, NULL);
  hs_plain_row_set_picture (plain, hs_source_get_icon (source), SOURCE_ICON);
  hs_plain_row_set_grade (plain, hs_source_get_grade (source));
}

static char *
hs_source_row_describe (HsRow  *row,
                        HsItem *item)
{
  HsSource *source = HS_SOURCE (item);
  const char *name = hs_source_get_name (source);
  const char *grade = hs_source_get_grade (source);
  g_autofree char *counts = NULL;

  if (!hs_item_get_loaded (item))
    return g_strdup (_("Loading"));
  if (name == NULL || *name == '\0')
    name = _("Unknown outlet");
  counts = hs_source_row_format_counts (source);
  if (grade == NULL)
    return g_strdup_printf ("%s, %s", name, counts);
  return g_strdup_printf (_("%s, %s, graded %s: %s"), name, counts, grade, hs_letter_get_words (*grade));
}

static void
hs_source_row_class_init (HsSourceRowClass *klass)
{
  HsRowClass *row_class = HS_ROW_CLASS (klass);

  row_class->update = hs_source_row_update;
  row_class->describe = hs_source_row_describe;
}

static void
hs_source_row_init (HsSourceRow *self)
{
}
