/* hs-watch-list.c: searches that are kept, as the sidebar shows them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-watch-list.h"

#include "hs-following-private.h"
#include "hs-library-feeds.h"

/* Counting runs every search. */
#define PAUSE_MS 1000

/* --- one ------------------------------------------------------------------------ */

struct _HsWatchItem
{
  GObject parent_instance;

  gint64 id;
  char *title;     /* (owned) (nullable) */
  char *query;     /* (owned) (nullable) */
  gboolean notify;
  guint unread;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_TITLE,
  PROP_QUERY,
  PROP_NOTIFY,
  PROP_UNREAD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HsWatchItem, hs_watch_item, G_TYPE_OBJECT)

static void
set_string (HsWatchItem  *self,
            char        **field,
            const char   *value,
            guint         property)
{
  if (g_strcmp0 (*field, value) == 0)
    return;
  g_free (*field);
  *field = g_strdup (value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
fill (HsWatchItem         *self,
      const HsStoredWatch *watch)
{
  gboolean notify = self->notify;
  guint unread = self->unread;

  self->id = watch->id;
  set_string (self, &self->title, watch->title, PROP_TITLE);
  set_string (self, &self->query, watch->query, PROP_QUERY);
  self->notify = watch->notify;
  self->unread = watch->n_unread;
  if (notify != self->notify)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTIFY]);
  if (unread != self->unread)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNREAD]);
}

static void
hs_watch_item_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  HsWatchItem *self = HS_WATCH_ITEM (object);

  switch (id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_QUERY:
      g_value_set_string (value, self->query);
      break;
    case PROP_NOTIFY:
      g_value_set_boolean (value, self->notify);
      break;
    case PROP_UNREAD:
      g_value_set_uint (value, self->unread);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hs_watch_item_finalize (GObject *object)
{
  HsWatchItem *self = HS_WATCH_ITEM (object);

  g_free (self->title);
  g_free (self->query);
  G_OBJECT_CLASS (hs_watch_item_parent_class)->finalize (object);
}

static void
hs_watch_item_class_init (HsWatchItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = hs_watch_item_get_property;
  object_class->finalize = hs_watch_item_finalize;
  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_QUERY] = g_param_spec_string ("query", NULL, NULL, NULL, flags);
  properties[PROP_NOTIFY] = g_param_spec_boolean ("notify", NULL, NULL, FALSE, flags);
  properties[PROP_UNREAD] = g_param_spec_uint ("unread", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hs_watch_item_init (HsWatchItem *self)
{
}

/**
 * hs_watch_item_get_id:
 * @self: a watch
 *
 * Returns: its id in the library
 */
gint64
hs_watch_item_get_id (HsWatchItem *self)
{
  g_return_val_if_fail (HS_IS_WATCH_ITEM (self), 0);

  return self->id;
}

/**
 * hs_watch_item_get_title:
 * @self: a watch
 *
 * Returns: (transfer none) (nullable): its title
 */
const char *
hs_watch_item_get_title (HsWatchItem *self)
{
  g_return_val_if_fail (HS_IS_WATCH_ITEM (self), NULL);

  return self->title;
}

/**
 * hs_watch_item_get_query:
 * @self: a watch
 *
 * Returns: (transfer none) (nullable): what it looks for
 */
const char *
hs_watch_item_get_query (HsWatchItem *self)
{
  g_return_val_if_fail (HS_IS_WATCH_ITEM (self), NULL);

  return self->query;
}

/**
 * hs_watch_item_get_notify:
 * @self: a watch
 *
 * Returns: whether it tells of new articles
 */
gboolean
hs_watch_item_get_notify (HsWatchItem *self)
{
  g_return_val_if_fail (HS_IS_WATCH_ITEM (self), FALSE);

  return self->notify;
}

/**
 * hs_watch_item_get_unread:
 * @self: a watch
 *
 * Returns: how many articles it finds are unread; 1000 is that many or more
 */
guint
hs_watch_item_get_unread (HsWatchItem *self)
{
  g_return_val_if_fail (HS_IS_WATCH_ITEM (self), 0);

  return self->unread;
}

/* --- all ------------------------------------------------------------------------- */

struct _HsWatchList
{
  GObject parent_instance;

  HsFollowing *following;  /* (owned) */
  GPtrArray *items;        /* (owned) (element-type HsWatchItem) */
  gboolean filled;
};

static void hs_watch_list_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HsWatchList, hs_watch_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, hs_watch_list_iface_init))

static gpointer
load (HsLibrary  *library,
      GError    **error)
{
  return hs_library_load_watches (library, error);
}

/* Where the watches that were there before @items and those there now part. */
static guint
get_common (GPtrArray *a,
            GPtrArray *b)
{
  guint n = 0;

  while (n < MIN (a->len, b->len) && a->pdata[n] == b->pdata[n])
    n++;
  return n;
}

static void
take (GObject  *object,
      gpointer  data)
{
  HsWatchList *self = HS_WATCH_LIST (object);
  GPtrArray *watches = data;
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->items);
  guint common;

  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < watches->len; i++)
    {
      const HsStoredWatch *watch = g_ptr_array_index (watches, i);
      HsWatchItem *item = NULL;

      for (guint j = 0; j < old->len && item == NULL; j++)
        if (((HsWatchItem *) old->pdata[j])->id == watch->id)
          item = g_object_ref (old->pdata[j]);
      if (item == NULL)
        item = g_object_new (HS_TYPE_WATCH_ITEM, NULL);
      fill (item, watch);
      g_ptr_array_add (self->items, item);
    }
  self->filled = TRUE;
  common = get_common (old, self->items);
  if (common < MAX (old->len, self->items->len))
    g_list_model_items_changed (G_LIST_MODEL (self), common, old->len - common, self->items->len - common);
}

static GType
hs_watch_list_get_item_type (GListModel *model)
{
  return HS_TYPE_WATCH_ITEM;
}

static guint
hs_watch_list_get_n_items (GListModel *model)
{
  return HS_WATCH_LIST (model)->items->len;
}

static gpointer
hs_watch_list_get_item (GListModel *model,
                        guint       position)
{
  HsWatchList *self = HS_WATCH_LIST (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
hs_watch_list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = hs_watch_list_get_item_type;
  iface->get_n_items = hs_watch_list_get_n_items;
  iface->get_item = hs_watch_list_get_item;
}

static void
hs_watch_list_dispose (GObject *object)
{
  HsWatchList *self = HS_WATCH_LIST (object);

  g_clear_pointer (&self->following, hs_following_free);
  G_OBJECT_CLASS (hs_watch_list_parent_class)->dispose (object);
}

static void
hs_watch_list_finalize (GObject *object)
{
  g_ptr_array_unref (HS_WATCH_LIST (object)->items);
  G_OBJECT_CLASS (hs_watch_list_parent_class)->finalize (object);
}

static void
hs_watch_list_class_init (HsWatchListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_watch_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = hs_watch_list_finalize;
}

static void
hs_watch_list_init (HsWatchList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * hs_watch_list_new:
 * @workspace: a workspace
 *
 * Returns: (transfer full): its watches; empty until they are read
 */
HsWatchList *
hs_watch_list_new (HsWorkspace *workspace)
{
  HsWatchList *self;

  g_return_val_if_fail (HS_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (HS_TYPE_WATCH_LIST, NULL);
  self->following = hs_following_new (G_OBJECT (self), workspace, HS_CHANGE_ALL, PAUSE_MS, load,
                                      (GDestroyNotify) g_ptr_array_unref, take);
  return self;
}

/**
 * hs_watch_list_get_loading:
 * @self: the watches
 *
 * Returns: whether they are not read yet, or being read again
 */
gboolean
hs_watch_list_get_loading (HsWatchList *self)
{
  g_return_val_if_fail (HS_IS_WATCH_LIST (self), FALSE);

  return !self->filled || hs_following_get_loading (self->following);
}

/**
 * hs_watch_list_find:
 * @self: the watches
 * @id: in the library
 *
 * Returns: (transfer none) (nullable): that watch
 */
HsWatchItem *
hs_watch_list_find (HsWatchList *self,
                    gint64       id)
{
  g_return_val_if_fail (HS_IS_WATCH_LIST (self), NULL);

  for (guint i = 0; i < self->items->len; i++)
    if (((HsWatchItem *) self->items->pdata[i])->id == id)
      return self->items->pdata[i];
  return NULL;
}
