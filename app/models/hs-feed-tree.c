/* hs-feed-tree.c: folders and feeds, as the sidebar shows them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-feed-tree.h"

#include "hs-feed-health-private.h"
#include "hs-feed-node-private.h"
#include "hs-following-private.h"

#define PAUSE_MS 200

struct _HsFeedTree
{
  GObject parent_instance;

  HsFollowing *following;  /* (owned) */
  GListStore *roots;       /* (owned) (element-type HsFeedNode) */
  GHashTable *nodes;       /* (owned): key → HsFeedNode */
  guint unread;
  gboolean filled;
};

enum
{
  PROP_0,
  PROP_LOADING,
  PROP_UNREAD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void hs_feed_tree_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HsFeedTree, hs_feed_tree, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, hs_feed_tree_iface_init))

/* --- what was read ------------------------------------------------------------ */

typedef struct
{
  GPtrArray *feeds;     /* (owned) (element-type HsStoredFeed) */
  GPtrArray *folders;   /* (owned) (element-type HsStoredFolder): parents first */
  GPtrArray *shared;    /* (owned) (element-type HsSharedArticles) */
} Loaded;

static void
loaded_free (gpointer data)
{
  Loaded *self = data;

  g_ptr_array_unref (self->feeds);
  g_ptr_array_unref (self->folders);
  g_ptr_array_unref (self->shared);
  g_free (self);
}

static gpointer
load (HsLibrary  *library,
      GError    **error)
{
  g_autoptr (GPtrArray) folders = NULL;
  g_autoptr (GPtrArray) feeds = hs_library_load_feeds (library, &folders, error);
  GPtrArray *shared = feeds != NULL ? hs_library_load_shared (library, error) : NULL;
  Loaded *loaded;

  if (shared == NULL)
    return NULL;
  loaded = g_new0 (Loaded, 1);
  loaded->feeds = g_steal_pointer (&feeds);
  loaded->folders = g_steal_pointer (&folders);
  loaded->shared = shared;
  return loaded;
}

/* --- nodes --------------------------------------------------------------------- */

static gint64
make_key (gboolean is_folder,
          gint64   id)
{
  return id * 2 + (is_folder ? 1 : 0);
}

/* The node that was there, or a new one. */
static HsFeedNode *
get_node (HsFeedTree *self,
          gboolean    is_folder,
          gint64      id)
{
  gint64 key = make_key (is_folder, id);
  HsFeedNode *node = g_hash_table_lookup (self->nodes, &key);

  if (node != NULL)
    return node;
  node = hs_feed_node_new (is_folder, id);
  g_hash_table_insert (self->nodes, g_memdup2 (&key, sizeof key), node);
  return node;
}

/* One place of the tree: a node among its siblings. */
typedef struct
{
  gint64 folder;
  guint position;
  HsFeedNode *node;    /* (unowned) */
} Place;

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *x = a, *y = b;

  if (x->folder != y->folder)
    return x->folder < y->folder ? -1 : 1;
  if (x->position != y->position)
    return x->position < y->position ? -1 : 1;
  return (int) hs_feed_node_get_is_folder (y->node) - (int) hs_feed_node_get_is_folder (x->node);
}

/* Sums of what is in a folder. */
typedef struct
{
  guint unread;
  guint articles;
  HsFeedHealthKind health;
} Sum;

static void
add_sum (GHashTable *sums,
         gint64      folder,
         const Sum  *one)
{
  Sum *sum = g_hash_table_lookup (sums, &folder);

  if (sum == NULL)
    {
      sum = g_new0 (Sum, 1);
      g_hash_table_insert (sums, g_memdup2 (&folder, sizeof folder), sum);
    }
  sum->unread += one->unread;
  sum->articles += one->articles;
  sum->health = MAX (sum->health, one->health);
}

/* Folders by their feeds and folders. */
static GHashTable *
make_parents (GPtrArray *folders)
{
  GHashTable *parents = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < folders->len; i++)
    {
      HsStoredFolder *folder = g_ptr_array_index (folders, i);

      g_hash_table_insert (parents, &folder->id, &folder->parent);
    }
  return parents;
}

/* In each folder that holds several of those feeds, at whatever depth, the articles
 * they share were counted once for each. */
static void
count_repeats (GHashTable             *repeats,
               GHashTable             *places,
               GHashTable             *parents,
               const HsSharedArticles *shared)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < shared->feeds->len; i++)
    {
      const gint64 *folder = g_hash_table_lookup (places, &g_array_index (shared->feeds, gint64, i));

      for (; folder != NULL; folder = *folder != 0 ? g_hash_table_lookup (parents, folder) : NULL)
        {
          const Sum sum = { shared->n_unread, shared->n_articles, 0 };

          if (!g_hash_table_add (seen, (gpointer) folder))
            add_sum (repeats, *folder, &sum);
        }
    }
}

static GHashTable *
make_repeats (const Loaded *loaded)
{
  GHashTable *repeats = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GHashTable) parents = make_parents (loaded->folders);
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < loaded->feeds->len; i++)
    {
      HsStoredFeed *feed = g_ptr_array_index (loaded->feeds, i);

      g_hash_table_insert (places, &feed->id, &feed->folder);
    }
  for (guint i = 0; i < loaded->shared->len; i++)
    count_repeats (repeats, places, parents, g_ptr_array_index (loaded->shared, i));
  return repeats;
}

static void
fill_feeds (HsFeedTree *self,
            GPtrArray  *feeds,
            GHashTable *sums,
            GArray     *places)
{
  for (guint i = 0; i < feeds->len; i++)
    {
      const HsStoredFeed *feed = g_ptr_array_index (feeds, i);
      const Sum sum = { feed->n_unread, feed->n_articles, hs_feed_health_kind (feed->state) };
      const HsFeedFace face = { feed->title, feed->state->url, feed->folder, sum.unread, sum.articles, sum.health,
                                feed->icon };
      const Place place = { feed->folder, feed->position, get_node (self, FALSE, feed->id) };

      hs_feed_node_fill (place.node, &face);
      add_sum (sums, feed->folder, &sum);
      g_array_append_val (places, place);
    }
}

/* From the innermost on, so that each sum is whole when it is shown. */
static void
fill_folders (HsFeedTree *self,
              GPtrArray  *folders,
              GHashTable *sums,
              GHashTable *repeats,
              GArray     *places)
{
  for (guint i = folders->len; i-- > 0;)
    {
      const HsStoredFolder *folder = g_ptr_array_index (folders, i);
      const Sum none = { 0 };
      const Sum *sum = g_hash_table_lookup (sums, &folder->id);
      const Sum *repeated = g_hash_table_lookup (repeats, &folder->id);
      const Place place = { folder->parent, folder->position, get_node (self, TRUE, folder->id) };
      HsFeedFace face = { folder->title, NULL, folder->parent };

      if (sum == NULL)
        sum = &none;
      if (repeated == NULL)
        repeated = &none;
      face.unread = sum->unread - repeated->unread;
      face.articles = sum->articles - repeated->articles;
      face.health = sum->health;
      hs_feed_node_fill (place.node, &face);
      add_sum (sums, folder->parent, sum);
      g_array_append_val (places, place);
    }
}

/* Makes @store hold @n nodes, touching only the stretch that is different. */
static void
set_children (GListStore  *store,
              const Place *places,
              guint        n)
{
  guint old = g_list_model_get_n_items (G_LIST_MODEL (store));
  g_autofree gpointer *nodes = g_new (gpointer, n + 1);
  guint start = 0, end = 0;

  for (guint i = 0; i < n; i++)
    nodes[i] = places[i].node;
  for (; start < MIN (n, old); start++)
    {
      g_autoptr (GObject) there = g_list_model_get_item (G_LIST_MODEL (store), start);

      if (there != nodes[start])
        break;
    }
  for (; end < MIN (n, old) - start; end++)
    {
      g_autoptr (GObject) there = g_list_model_get_item (G_LIST_MODEL (store), old - 1 - end);

      if (there != nodes[n - 1 - end])
        break;
    }
  if (start + end < MAX (n, old))
    g_list_store_splice (store, start, old - start - end, nodes + start, n - start - end);
}

static void
forget_absent (HsFeedTree *self,
               GArray     *places)
{
  g_autoptr (GHashTable) here = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer node;

  for (guint i = 0; i < places->len; i++)
    g_hash_table_add (here, g_array_index (places, Place, i).node);
  g_hash_table_iter_init (&iter, self->nodes);
  while (g_hash_table_iter_next (&iter, NULL, &node))
    if (!g_hash_table_contains (here, node))
      {
        if (hs_feed_node_get_is_folder (node))
          g_list_store_remove_all (hs_feed_node_get_store (node));
        g_hash_table_iter_remove (&iter);
      }
}

/* Children of every folder, also of one that has none any more. */
static void
arrange (HsFeedTree *self,
         GPtrArray  *folders,
         GArray     *places)
{
  const Place *all = (const Place *) places->data;
  g_autoptr (GHashTable) starts = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n = 0;

  g_array_sort (places, compare_places);
  for (guint i = places->len; i-- > 0;)
    g_hash_table_replace (starts, (gpointer) &all[i].folder, (gpointer) &all[i]);
  for (guint i = 0; i <= folders->len; i++)
    {
      gint64 folder = i < folders->len ? ((HsStoredFolder *) g_ptr_array_index (folders, i))->id : 0;
      const Place *start = g_hash_table_lookup (starts, &folder);
      GListStore *store = folder == 0 ? self->roots : hs_feed_node_get_store (get_node (self, TRUE, folder));

      for (n = 0; start != NULL && start + n < all + places->len && start[n].folder == folder; n++)
        ;
      set_children (store, start, n);
    }
}

static void
take (GObject  *object,
      gpointer  data)
{
  HsFeedTree *self = HS_FEED_TREE (object);
  Loaded *loaded = data;
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr (GHashTable) repeats = make_repeats (loaded);
  const gint64 top = 0;
  const Sum *all, *repeated;
  guint unread;

  fill_feeds (self, loaded->feeds, sums, places);
  fill_folders (self, loaded->folders, sums, repeats, places);
  arrange (self, loaded->folders, places);
  forget_absent (self, places);
  all = g_hash_table_lookup (sums, &top);
  repeated = g_hash_table_lookup (repeats, &top);
  unread = (all != NULL ? all->unread : 0) - (repeated != NULL ? repeated->unread : 0);
  self->filled = TRUE;
  if (unread != self->unread)
    {
      self->unread = unread;
      g_object_notify_by_pspec (object, properties[PROP_UNREAD]);
    }
  g_object_notify_by_pspec (object, properties[PROP_LOADING]);
}

/* --- list model -------------------------------------------------------------------- */

static GType
hs_feed_tree_get_item_type (GListModel *model)
{
  return HS_TYPE_FEED_NODE;
}

static guint
hs_feed_tree_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (HS_FEED_TREE (model)->roots));
}

static gpointer
hs_feed_tree_get_item (GListModel *model,
                       guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (HS_FEED_TREE (model)->roots), position);
}

static void
hs_feed_tree_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = hs_feed_tree_get_item_type;
  iface->get_n_items = hs_feed_tree_get_n_items;
  iface->get_item = hs_feed_tree_get_item;
}

static void
roots_changed (GListModel *roots,
               guint       position,
               guint       removed,
               guint       added,
               HsFeedTree *self)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

/* --- object ------------------------------------------------------------------------ */

static void
hs_feed_tree_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  HsFeedTree *self = HS_FEED_TREE (object);

  if (id == PROP_LOADING)
    g_value_set_boolean (value, hs_feed_tree_get_loading (self));
  else if (id == PROP_UNREAD)
    g_value_set_uint (value, self->unread);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
hs_feed_tree_dispose (GObject *object)
{
  HsFeedTree *self = HS_FEED_TREE (object);

  g_clear_pointer (&self->following, hs_following_free);
  G_OBJECT_CLASS (hs_feed_tree_parent_class)->dispose (object);
}

static void
hs_feed_tree_finalize (GObject *object)
{
  HsFeedTree *self = HS_FEED_TREE (object);

  g_hash_table_unref (self->nodes);
  g_object_unref (self->roots);
  G_OBJECT_CLASS (hs_feed_tree_parent_class)->finalize (object);
}

static void
hs_feed_tree_class_init (HsFeedTreeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = hs_feed_tree_get_property;
  object_class->dispose = hs_feed_tree_dispose;
  object_class->finalize = hs_feed_tree_finalize;
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, TRUE, flags);
  properties[PROP_UNREAD] = g_param_spec_uint ("unread", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hs_feed_tree_init (HsFeedTree *self)
{
  self->roots = g_list_store_new (HS_TYPE_FEED_NODE);
  self->nodes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  g_signal_connect_object (self->roots, "items-changed", G_CALLBACK (roots_changed), self, 0);
}

/**
 * hs_feed_tree_new:
 * @workspace: a workspace
 *
 * Returns: (transfer full): its folders and feeds; empty until they are read
 */
HsFeedTree *
hs_feed_tree_new (HsWorkspace *workspace)
{
  HsFeedTree *self;

  g_return_val_if_fail (HS_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (HS_TYPE_FEED_TREE, NULL);
  self->following = hs_following_new (G_OBJECT (self), workspace,
                                      HS_CHANGE_FEEDS | HS_CHANGE_ARTICLES | HS_CHANGE_FLAGS, PAUSE_MS, load,
                                      loaded_free, take);
  return self;
}

/**
 * hs_feed_tree_get_loading:
 * @self: the feeds
 *
 * Returns: whether they are not read yet, or being read again
 */
gboolean
hs_feed_tree_get_loading (HsFeedTree *self)
{
  g_return_val_if_fail (HS_IS_FEED_TREE (self), FALSE);

  return !self->filled || hs_following_get_loading (self->following);
}

/**
 * hs_feed_tree_find:
 * @self: the feeds
 * @is_folder: whether a folder is meant
 * @id: of the feed or folder
 *
 * Returns: (transfer none) (nullable): that one
 */
HsFeedNode *
hs_feed_tree_find (HsFeedTree *self,
                   gboolean    is_folder,
                   gint64      id)
{
  gint64 key = make_key (is_folder, id);

  g_return_val_if_fail (HS_IS_FEED_TREE (self), NULL);

  return g_hash_table_lookup (self->nodes, &key);
}

/* Feeds in the order they are shown. */
static void
collect_feeds (GListModel *model,
               GPtrArray  *feeds)
{
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (HsFeedNode) node = g_list_model_get_item (model, i);

      if (hs_feed_node_get_is_folder (node))
        collect_feeds (hs_feed_node_get_children (node), feeds);
      else
        g_ptr_array_add (feeds, node);
    }
}

/**
 * hs_feed_tree_next_unread:
 * @self: the feeds
 * @node: (nullable): where to go on; from a folder its first feed
 *
 * Returns: (transfer none) (nullable): the next feed, across folders, that has something
 *   unread; from the beginning again at the end
 */
HsFeedNode *
hs_feed_tree_next_unread (HsFeedTree *self,
                          HsFeedNode *node)
{
  g_autoptr (GPtrArray) feeds = g_ptr_array_new ();
  guint start;

  g_return_val_if_fail (HS_IS_FEED_TREE (self), NULL);

  /* from a folder on: its first feed */
  if (node != NULL && hs_feed_node_get_is_folder (node))
    {
      collect_feeds (hs_feed_node_get_children (node), feeds);
      for (guint i = 0; i < feeds->len; i++)
        if (hs_feed_node_get_unread (feeds->pdata[i]) > 0)
          return feeds->pdata[i];
      g_ptr_array_set_size (feeds, 0);
    }
  collect_feeds (G_LIST_MODEL (self->roots), feeds);
  if (node == NULL || !g_ptr_array_find (feeds, node, &start))
    start = feeds->len > 0 ? feeds->len - 1 : 0;
  for (guint i = 1; i <= feeds->len; i++)
    {
      HsFeedNode *next = feeds->pdata[(start + i) % feeds->len];

      if (hs_feed_node_get_unread (next) > 0)
        return next;
    }
  return NULL;
}
