/* hs-entity-row.c: one entity in the list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-entity-row.h"

#include "hs-entity-menu.h"

#include <glib/gi18n.h>

#include "hs-format.h"
#include "hs-kinds.h"

struct _HsEntityRow
{
  HsPlainRow parent_instance;
};

G_DEFINE_FINAL_TYPE (HsEntityRow, hs_entity_row, HS_TYPE_PLAIN_ROW)

/* "Kenya", for a body whose name does not say so: others may go by it elsewhere.
 * Returns: (transfer full) (nullable) */
static char *
dup_country (HsEntity *entity)
{
  const char *country = hs_entity_get_country (entity), *name = hs_entity_get_name (entity);
  g_autofree char *fold = name != NULL ? g_utf8_strdown (name, -1) : NULL;
  g_auto (GStrv) words = NULL;

  /* "Kenyan" has most of "kenya", "Iraqi" all of "iraq" */
  if (country == NULL || *country == '\0' || fold == NULL ||
      strncmp (fold, country, MIN (strlen (country), 4)) == 0 || strstr (fold, country) != NULL)
    return NULL;
  words = g_strsplit (country, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (!g_str_equal (words[i], "of") && !g_str_equal (words[i], "and") && !g_str_equal (words[i], "the"))
      {
        g_autofree char *first = g_utf8_substring (words[i], 0, words[i][0] != '\0');
        g_autofree char *upper = g_utf8_strup (first, -1);
        g_autofree char *word = g_strconcat (upper, words[i] + strlen (first), NULL);

        g_free (words[i]);
        words[i] = g_steal_pointer (&word);
      }
  return g_strjoinv (" ", words);
}

static void
hs_entity_row_update (HsRow  *row,
                      HsItem *item)
{
  HsEntity *entity = HS_ENTITY (item);
  HsPlainRow *plain = HS_PLAIN_ROW (row);
  const char *names = hs_entity_get_names (entity);
  g_autofree char *articles = NULL;
  g_autofree char *mentions = NULL;
  g_autofree char *counts = NULL;
  g_autofree char *line = NULL;
  g_autofree char *country = NULL;
  g_autofree char *what = NULL;

  if (!hs_item_get_loaded (item))
    {
      hs_plain_row_set_texts (plain, "", "", NULL);
      return;
    }
  articles = hs_format_articles (hs_entity_get_articles (entity));
  mentions = hs_format_mentions (hs_entity_get_mentions (entity));
  counts = g_strdup_printf (_("%s in %s"), mentions, articles);
  country = dup_country (entity);
  what = hs_format_join (hs_kind_get_title (hs_entity_get_kind (entity)), country, NULL);
  line = hs_format_join (what, counts, names, NULL);
  hs_plain_row_set_texts (plain, hs_entity_get_name (entity), line, NULL);
}

static char *
hs_entity_row_describe (HsRow  *row,
                        HsItem *item)
{
  HsEntity *entity = HS_ENTITY (item);
  const char *name = hs_entity_get_name (entity);
  g_autofree char *articles = NULL;
  g_autofree char *mentions = NULL;
  g_autofree char *country = NULL;
  g_autofree char *what = NULL;

  if (!hs_item_get_loaded (item))
    return g_strdup (_("Loading"));
  country = dup_country (entity);
  what = hs_format_join (hs_kind_get_title (hs_entity_get_kind (entity)), country, NULL);
  articles = hs_format_articles (hs_entity_get_articles (entity));
  mentions = hs_format_mentions (hs_entity_get_mentions (entity));
  return g_strdup_printf ("%s, %s, %s, %s", name != NULL ? name : "", what, articles, mentions);
}

static void
hs_entity_row_class_init (HsEntityRowClass *klass)
{
  HsRowClass *row_class = HS_ROW_CLASS (klass);

  row_class->update = hs_entity_row_update;
  row_class->describe = hs_entity_row_describe;
}

/* One entity dropped on another: they are one, and the other stays. */
static GdkContentProvider *
drag_prepare_cb (HsEntityRow *self)
{
  HsItem *item = hs_row_get_item (HS_ROW (self));

  return item != NULL ? gdk_content_provider_new_typed (G_TYPE_INT64, hs_item_get_id (item)) : NULL;
}

static gboolean
drop_cb (HsEntityRow  *self,
         const GValue *value)
{
  HsItem *item = hs_row_get_item (HS_ROW (self));

  if (item == NULL || hs_item_get_id (item) == g_value_get_int64 (value))
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.merge-entities", "(xx)", hs_item_get_id (item),
                              g_value_get_int64 (value));
  return TRUE;
}

static void
hs_entity_row_init (HsEntityRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_COPY);

  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* Returns: (transfer full) (nullable): what can be done with the entity of the row */
GMenu *
hs_entity_row_make_menu (HsEntityRow *self)
{
  HsItem *item;

  g_return_val_if_fail (HS_IS_ENTITY_ROW (self), NULL);

  item = hs_row_get_item (HS_ROW (self));
  if (item == NULL || !hs_item_get_loaded (item))
    return NULL;
  return hs_entity_menu_new (hs_item_get_id (item), hs_entity_get_name (HS_ENTITY (item)));
}
