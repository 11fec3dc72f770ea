/* hs-id-selection.c: a selection that remembers ids, not places
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-id-selection.h"

struct _HsIdSelection
{
  GObject parent_instance;

  HsList *list;    /* (owned) (nullable) */
  GHashTable *ids; /* (owned) (element-type gint64): the selected, as pointers */
  gboolean several;
};

enum
{
  PROP_0,
  PROP_LIST,
  PROP_SEVERAL,
  PROP_N_SELECTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void hs_id_selection_list_model_init (GListModelInterface *iface);
static void hs_id_selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HsIdSelection, hs_id_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, hs_id_selection_list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, hs_id_selection_model_init))

#define ID_TO_POINTER(id) (GSIZE_TO_POINTER ((gsize) (id)))
#define POINTER_TO_ID(pointer) ((gint64) GPOINTER_TO_SIZE (pointer))

/* Everything visible may look different now; views only ask about the rows
 * they show. */
static void
hs_id_selection_emit (HsIdSelection *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self));

  if (n > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, n);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SELECTED]);
}

static GType
hs_id_selection_get_item_type (GListModel *model)
{
  return HS_TYPE_ITEM;
}

static guint
hs_id_selection_get_n_items (GListModel *model)
{
  HsIdSelection *self = HS_ID_SELECTION (model);

  return self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;
}

static gpointer
hs_id_selection_get_item (GListModel *model,
                          guint       position)
{
  HsIdSelection *self = HS_ID_SELECTION (model);

  return self->list != NULL ? g_list_model_get_item (G_LIST_MODEL (self->list), position) : NULL;
}

static void
hs_id_selection_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = hs_id_selection_get_item_type;
  iface->get_n_items = hs_id_selection_get_n_items;
  iface->get_item = hs_id_selection_get_item;
}

static gboolean
hs_id_selection_is_selected (GtkSelectionModel *model,
                             guint              position)
{
  HsIdSelection *self = HS_ID_SELECTION (model);
  gint64 id = self->list != NULL ? hs_list_get_id (self->list, position) : 0;

  return id != 0 && g_hash_table_contains (self->ids, ID_TO_POINTER (id));
}

static GtkBitset *
hs_id_selection_get_in_range (GtkSelectionModel *model,
                              guint              position,
                              guint              n_items)
{
  HsIdSelection *self = HS_ID_SELECTION (model);
  GtkBitset *bits = gtk_bitset_new_empty ();
  GHashTableIter iter;
  gpointer key;

  if (self->list == NULL)
    return bits;
  g_hash_table_iter_init (&iter, self->ids);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint at;

      if (hs_list_find (self->list, POINTER_TO_ID (key), &at) && at >= position && at - position < n_items)
        gtk_bitset_add (bits, at);
    }
  return bits;
}

static gboolean
hs_id_selection_select_item (GtkSelectionModel *model,
                             guint              position,
                             gboolean           unselect_rest)
{
  HsIdSelection *self = HS_ID_SELECTION (model);
  gint64 id = self->list != NULL ? hs_list_get_id (self->list, position) : 0;

  if (id == 0)
    return FALSE;
  /* While several are chosen, moving about with the keys chooses nothing. */
  if (self->several && unselect_rest)
    return FALSE;
  if (unselect_rest)
    g_hash_table_remove_all (self->ids);
  g_hash_table_add (self->ids, ID_TO_POINTER (id));
  hs_id_selection_emit (self);
  return TRUE;
}

static gboolean
hs_id_selection_unselect_item (GtkSelectionModel *model,
                               guint              position)
{
  HsIdSelection *self = HS_ID_SELECTION (model);
  gint64 id = self->list != NULL ? hs_list_get_id (self->list, position) : 0;

  if (id == 0 || !g_hash_table_remove (self->ids, ID_TO_POINTER (id)))
    return FALSE;
  hs_id_selection_emit (self);
  return TRUE;
}

static gboolean
hs_id_selection_select_range (GtkSelectionModel *model,
                              guint              position,
                              guint              n_items,
                              gboolean           unselect_rest)
{
  HsIdSelection *self = HS_ID_SELECTION (model);

  if (self->list == NULL)
    return FALSE;
  if (unselect_rest && !self->several)
    g_hash_table_remove_all (self->ids);
  for (guint i = 0; i < n_items; i++)
    {
      gint64 id = hs_list_get_id (self->list, position + i);

      if (id == 0)
        break;
      g_hash_table_add (self->ids, ID_TO_POINTER (id));
    }
  hs_id_selection_emit (self);
  return TRUE;
}

static gboolean
hs_id_selection_unselect_range (GtkSelectionModel *model,
                                guint              position,
                                guint              n_items)
{
  HsIdSelection *self = HS_ID_SELECTION (model);

  if (self->list == NULL)
    return FALSE;
  for (guint i = 0; i < n_items; i++)
    {
      gint64 id = hs_list_get_id (self->list, position + i);

      if (id == 0)
        break;
      g_hash_table_remove (self->ids, ID_TO_POINTER (id));
    }
  hs_id_selection_emit (self);
  return TRUE;
}

static gboolean
hs_id_selection_select_all (GtkSelectionModel *model)
{
  return hs_id_selection_select_range (model, 0, g_list_model_get_n_items (G_LIST_MODEL (model)), FALSE);
}

static gboolean
hs_id_selection_unselect_all (GtkSelectionModel *model)
{
  hs_id_selection_clear (HS_ID_SELECTION (model));
  return TRUE;
}

static gboolean
hs_id_selection_set_selection (GtkSelectionModel *model,
                               GtkBitset         *selected,
                               GtkBitset         *mask)
{
  HsIdSelection *self = HS_ID_SELECTION (model);
  GtkBitsetIter iter;
  guint position;

  if (self->list == NULL)
    return FALSE;
  for (gboolean more = gtk_bitset_iter_init_first (&iter, mask, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 id = hs_list_get_id (self->list, position);

      if (id == 0)
        break;
      if (gtk_bitset_contains (selected, position))
        g_hash_table_add (self->ids, ID_TO_POINTER (id));
      else
        g_hash_table_remove (self->ids, ID_TO_POINTER (id));
    }
  hs_id_selection_emit (self);
  return TRUE;
}

static void
hs_id_selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = hs_id_selection_is_selected;
  iface->get_selection_in_range = hs_id_selection_get_in_range;
  iface->select_item = hs_id_selection_select_item;
  iface->unselect_item = hs_id_selection_unselect_item;
  iface->select_range = hs_id_selection_select_range;
  iface->unselect_range = hs_id_selection_unselect_range;
  iface->select_all = hs_id_selection_select_all;
  iface->unselect_all = hs_id_selection_unselect_all;
  iface->set_selection = hs_id_selection_set_selection;
}

static void
items_changed_cb (HsIdSelection *self,
                  guint          position,
                  guint          removed,
                  guint          added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

/* What several at once are done with is what is shown: an id whose row is gone for good
 * is no longer chosen. One that is merely open stays, whatever the list is filtered by. */
static void
loading_cb (HsIdSelection *self)
{
  g_autoptr (GHashTable) shown = NULL;
  guint before = g_hash_table_size (self->ids);
  GHashTableIter iter;
  gpointer key;

  if (hs_list_get_loading (self->list) || before == 0 || (before == 1 && !self->several))
    return;
  shown = g_hash_table_new (NULL, NULL);
  for (guint i = 0; hs_list_get_error (self->list) == NULL && hs_list_get_id (self->list, i) != 0; i++)
    g_hash_table_add (shown, ID_TO_POINTER (hs_list_get_id (self->list, i)));
  g_hash_table_iter_init (&iter, self->ids);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (shown, key))
      g_hash_table_iter_remove (&iter);
  /* no row that is shown looks different: to tell of it would open what alone is left */
  if (g_hash_table_size (self->ids) != before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SELECTED]);
}

static void
hs_id_selection_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  HsIdSelection *self = HS_ID_SELECTION (object);

  switch (prop_id)
    {
    case PROP_LIST:
      g_value_set_object (value, self->list);
      break;
    case PROP_SEVERAL:
      g_value_set_boolean (value, self->several);
      break;
    case PROP_N_SELECTED:
      g_value_set_uint (value, g_hash_table_size (self->ids));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hs_id_selection_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  HsIdSelection *self = HS_ID_SELECTION (object);

  switch (prop_id)
    {
    case PROP_LIST:
      hs_id_selection_set_list (self, g_value_get_object (value));
      break;
    case PROP_SEVERAL:
      hs_id_selection_set_several (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hs_id_selection_dispose (GObject *object)
{
  HsIdSelection *self = HS_ID_SELECTION (object);

  if (self->list != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->list, items_changed_cb, self);
      g_signal_handlers_disconnect_by_func (self->list, loading_cb, self);
    }
  g_clear_object (&self->list);

  G_OBJECT_CLASS (hs_id_selection_parent_class)->dispose (object);
}

static void
hs_id_selection_finalize (GObject *object)
{
  HsIdSelection *self = HS_ID_SELECTION (object);

  g_hash_table_unref (self->ids);

  G_OBJECT_CLASS (hs_id_selection_parent_class)->finalize (object);
}

static void
hs_id_selection_class_init (HsIdSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = hs_id_selection_get_property;
  object_class->set_property = hs_id_selection_set_property;
  object_class->dispose = hs_id_selection_dispose;
  object_class->finalize = hs_id_selection_finalize;

  properties[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, HS_TYPE_LIST, flags);
  properties[PROP_SEVERAL] = g_param_spec_boolean ("several", NULL, NULL, FALSE, flags);
  properties[PROP_N_SELECTED] = g_param_spec_uint ("n-selected", NULL, NULL, 0, G_MAXUINT, 0,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hs_id_selection_init (HsIdSelection *self)
{
  self->ids = g_hash_table_new (NULL, NULL);
}

/**
 * hs_id_selection_new:
 * Returns: (transfer full): a selection without a list
 */
HsIdSelection *
hs_id_selection_new (void)
{
  return g_object_new (HS_TYPE_ID_SELECTION, NULL);
}

/**
 * hs_id_selection_set_list:
 * @self: a selection
 * @list: (nullable): the list it is of from now on
 *
 * Nothing is selected afterwards.
 */
void
hs_id_selection_set_list (HsIdSelection *self,
                          HsList        *list)
{
  guint before, after;

  g_return_if_fail (HS_IS_ID_SELECTION (self));
  g_return_if_fail (list == NULL || HS_IS_LIST (list));

  if (self->list == list)
    return;
  before = g_list_model_get_n_items (G_LIST_MODEL (self));
  if (self->list != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->list, items_changed_cb, self);
      g_signal_handlers_disconnect_by_func (self->list, loading_cb, self);
    }
  g_clear_object (&self->list);
  /* Two steps, so that no view looks among the new rows for the old. */
  if (before > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before, 0);
  g_hash_table_remove_all (self->ids);
  if (list != NULL)
    {
      self->list = g_object_ref (list);
      g_signal_connect_object (list, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (list, "notify::loading", G_CALLBACK (loading_cb), self, G_CONNECT_SWAPPED);
    }
  after = g_list_model_get_n_items (G_LIST_MODEL (self));
  if (after > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, after);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIST]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SELECTED]);
}

/**
 * hs_id_selection_get_list:
 * @self: a selection
 *
 * Returns: (transfer none) (nullable): the list it is of
 */
HsList *
hs_id_selection_get_list (HsIdSelection *self)
{
  g_return_val_if_fail (HS_IS_ID_SELECTION (self), NULL);

  return self->list;
}

/**
 * hs_id_selection_set_several:
 * @self: a selection
 * @several: whether a click adds to what is selected
 */
void
hs_id_selection_set_several (HsIdSelection *self,
                             gboolean       several)
{
  g_return_if_fail (HS_IS_ID_SELECTION (self));

  if (self->several == !!several)
    return;
  self->several = !!several;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEVERAL]);
}

/**
 * hs_id_selection_get_several:
 * @self: a selection
 *
 * Returns: whether a click adds to what is selected
 */
gboolean
hs_id_selection_get_several (HsIdSelection *self)
{
  g_return_val_if_fail (HS_IS_ID_SELECTION (self), FALSE);

  return self->several;
}

/**
 * hs_id_selection_get_n:
 * @self: a selection
 *
 * Returns: how many are selected
 */
guint
hs_id_selection_get_n (HsIdSelection *self)
{
  g_return_val_if_fail (HS_IS_ID_SELECTION (self), 0);

  return g_hash_table_size (self->ids);
}

/**
 * hs_id_selection_contains:
 * @self: a selection
 * @id: of an item
 *
 * Returns: whether it is selected
 */
gboolean
hs_id_selection_contains (HsIdSelection *self,
                          gint64         id)
{
  g_return_val_if_fail (HS_IS_ID_SELECTION (self), FALSE);

  return g_hash_table_contains (self->ids, ID_TO_POINTER (id));
}

/* The one selected id; 0 when none or several are. */
gint64
hs_id_selection_get_single (HsIdSelection *self)
{
  GHashTableIter iter;
  gpointer key = NULL;

  g_return_val_if_fail (HS_IS_ID_SELECTION (self), 0);

  if (g_hash_table_size (self->ids) != 1)
    return 0;
  g_hash_table_iter_init (&iter, self->ids);
  g_hash_table_iter_next (&iter, &key, NULL);
  return POINTER_TO_ID (key);
}

/**
 * hs_id_selection_get_ids:
 * @self: a selection by id
 *
 * Returns: (transfer full) (element-type gint64): what is chosen, in no order
 */
GArray *
hs_id_selection_get_ids (HsIdSelection *self)
{
  GArray *ids;
  GHashTableIter iter;
  gpointer key;

  g_return_val_if_fail (HS_IS_ID_SELECTION (self), NULL);

  ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), g_hash_table_size (self->ids));
  g_hash_table_iter_init (&iter, self->ids);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      gint64 id = POINTER_TO_ID (key);

      g_array_append_val (ids, id);
    }
  return ids;
}

/**
 * hs_id_selection_select_only:
 * @self: a selection by id
 * @id: what is chosen from now on, 0 nothing
 *
 * Nothing is told when it is so already.
 */
void
hs_id_selection_select_only (HsIdSelection *self,
                             gint64         id)
{
  g_return_if_fail (HS_IS_ID_SELECTION (self));

  if (id != 0 && hs_id_selection_get_single (self) == id)
    return;
  g_hash_table_remove_all (self->ids);
  if (id != 0)
    g_hash_table_add (self->ids, ID_TO_POINTER (id));
  hs_id_selection_emit (self);
}

/**
 * hs_id_selection_toggle:
 * @self: a selection by id
 * @id: an id
 *
 * Chooses it too, or no longer.
 */
void
hs_id_selection_toggle (HsIdSelection *self,
                        gint64         id)
{
  g_return_if_fail (HS_IS_ID_SELECTION (self));
  g_return_if_fail (id != 0);

  if (!g_hash_table_remove (self->ids, ID_TO_POINTER (id)))
    g_hash_table_add (self->ids, ID_TO_POINTER (id));
  hs_id_selection_emit (self);
}

/**
 * hs_id_selection_clear:
 * @self: a selection by id
 *
 * Chooses nothing; nothing is told when it is so already.
 */
void
hs_id_selection_clear (HsIdSelection *self)
{
  g_return_if_fail (HS_IS_ID_SELECTION (self));

  if (g_hash_table_size (self->ids) == 0)
    return;
  g_hash_table_remove_all (self->ids);
  hs_id_selection_emit (self);
}
