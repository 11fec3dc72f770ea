/* hs-folder-choice.c: the folders of the feeds, to choose one from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-folder-choice.h"

#include <glib/gi18n.h>

typedef struct
{
  HsFeedTree *tree;  /* (owned) */
  GArray *ids;       /* (owned) (element-type gint64): as the rows stand */
  gint64 wanted;
} Choice;

static void
choice_free (gpointer data)
{
  Choice *self = data;

  g_object_unref (self->tree);
  g_array_unref (self->ids);
  g_free (self);
}

static Choice *
get_choice (AdwComboRow *row)
{
  return g_object_get_data (G_OBJECT (row), "hs-folder-choice");
}

static void
add_folders (Choice        *self,
             GtkStringList *names,
             GListModel    *nodes,
             const char    *before)
{
  for (guint i = 0; i < g_list_model_get_n_items (nodes); i++)
    {
      g_autoptr (HsFeedNode) node = g_list_model_get_item (nodes, i);
      g_autofree char *name = NULL;
      gint64 id = hs_feed_node_get_id (node);

      if (!hs_feed_node_get_is_folder (node))
        continue;
      name = *before != '\0' ? g_strdup_printf ("%s / %s", before, hs_feed_node_get_title (node))
                             : g_strdup (hs_feed_node_get_title (node));
      gtk_string_list_append (names, name);
      g_array_append_val (self->ids, id);
      add_folders (self, names, hs_feed_node_get_children (node), name);
    }
}

static void
refill (AdwComboRow *row)
{
  Choice *self = get_choice (row);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gint64 wanted = self->wanted;
  gint64 none = 0;

  g_array_set_size (self->ids, 0);
  g_array_append_val (self->ids, none);
  gtk_string_list_append (names, _("None"));
  add_folders (self, names, G_LIST_MODEL (self->tree), "");
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == wanted)
      adw_combo_row_set_selected (row, i);
  self->wanted = wanted;
}

static void
selected_cb (AdwComboRow *row)
{
  Choice *self = get_choice (row);
  guint selected = adw_combo_row_get_selected (row);

  if (selected < self->ids->len && !hs_feed_tree_get_loading (self->tree))
    self->wanted = g_array_index (self->ids, gint64, selected);
}

/**
 * hs_folder_choice_fill:
 * @row: a row
 * @tree: the feeds; kept by the row
 *
 * Fills it with "None" and every folder, now and when they change.
 */
void
hs_folder_choice_fill (AdwComboRow *row,
                       HsFeedTree  *tree)
{
  Choice *self = g_new0 (Choice, 1);

  g_return_if_fail (ADW_IS_COMBO_ROW (row));
  g_return_if_fail (HS_IS_FEED_TREE (tree));

  self->tree = g_object_ref (tree);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_object_set_data_full (G_OBJECT (row), "hs-folder-choice", self, choice_free);
  g_signal_connect_object (tree, "items-changed", G_CALLBACK (refill), row, G_CONNECT_SWAPPED);
  g_signal_connect (row, "notify::selected", G_CALLBACK (selected_cb), NULL);
  refill (row);
}

/**
 * hs_folder_choice_set:
 * @row: a row that hs_folder_choice_fill() filled
 * @folder: its id, 0 none
 *
 * Chooses it as soon as it is there.
 */
void
hs_folder_choice_set (AdwComboRow *row,
                      gint64       folder)
{
  get_choice (row)->wanted = folder;
  refill (row);
}

/**
 * hs_folder_choice_get:
 * @row: a row that hs_folder_choice_fill() filled
 *
 * Returns: the id of the folder, 0 none
 */
gint64
hs_folder_choice_get (AdwComboRow *row)
{
  return get_choice (row)->wanted;
}
