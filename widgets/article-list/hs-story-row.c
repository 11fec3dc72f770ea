/* hs-story-row.c: one story in the list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-story-row.h"

#include <glib/gi18n.h>

#include "hs-format.h"

struct _HsStoryRow
{
  HsPlainRow parent_instance;
};

G_DEFINE_FINAL_TYPE (HsStoryRow, hs_story_row, HS_TYPE_PLAIN_ROW)

/* "5 articles → 4 origins → 3 speakers" */
static char *
hs_story_row_format_line (HsStoryItem *story)
{
  g_autofree char *articles = hs_format_articles (hs_story_item_get_articles (story));
  guint n_origins = hs_story_item_get_origins (story);
  guint n_speakers = hs_story_item_get_speakers (story);
  g_autofree char *origins = g_strdup_printf (ngettext ("%u origin", "%u origins", n_origins), n_origins);
  g_autofree char *speakers = g_strdup_printf (ngettext ("%u speaker", "%u speakers", n_speakers), n_speakers);

  return g_strdup_printf ("%s → %s → %s", articles, origins, speakers);
}

static void
hs_story_row_update (HsRow  *row,
                     HsItem *item)
{
  HsStoryItem *story = HS_STORY_ITEM (item);
  g_autofree char *line = NULL;
  g_autofree char *age = NULL;

  if (!hs_item_get_loaded (item))
    {
      hs_plain_row_set_texts (HS_PLAIN_ROW (row), "", "", "");
      return;
    }
  line = hs_story_row_format_line (story);
  age = hs_format_time (hs_story_item_get_latest (story));
  hs_plain_row_set_texts (HS_PLAIN_ROW (row), hs_story_item_get_title (story), line, age);
}

static char *
hs_story_row_describe (HsRow  *row,
                       HsItem *item)
{
  HsStoryItem *story = HS_STORY_ITEM (item);
  const char *title = hs_story_item_get_title (story);
  g_autofree char *line = NULL;

  if (!hs_item_get_loaded (item))
    return g_strdup (_("Loading"));
  line = hs_story_row_format_line (story);
  return g_strdup_printf ("%s, %s", title != NULL ? title : _("Untitled"), line);
}

static void
hs_story_row_class_init (HsStoryRowClass *klass)
{
  HsRowClass *row_class = HS_ROW_CLASS (klass);

  row_class->update = hs_story_row_update;
  row_class->describe = hs_story_row_describe;
}

static void
hs_story_row_init (HsStoryRow *self)
{
}
