/* hs-list.c: a lazy list over the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-list.h"

#include "hs-item-private.h"
#include "hs-rows.h"
#include "hs-workspace-private.h"

#include <string.h>

#define FIRST_IDS 200
#define PAGE 64
#define MAX_CACHED 4096
#define REFRESH_MS 300

/**
 * A search under way on another thread. Its portions come back through the
 * main loop; those of a search that is no longer wanted are dropped.
 */
typedef struct
{
  GWeakRef list;
  HsLibrary *library;         /* (owned) */
  HsListWhat what;
  char *query;                /* (owned) */
  GCancellable *cancellable;  /* (owned) */
  gboolean whole;             /* hand over all ids at once, at the end */
  GArray *ids;                /* (owned) (nullable): when @whole */
} Search;

/* Ids of a search, or rows, on the way to the main loop. */
typedef struct
{
  Search *search;    /* (owned) */
  GArray *ids;       /* (owned) (nullable) */
  gboolean last;
  GError *error;     /* (owned) (nullable) */
} Portion;

typedef struct
{
  GWeakRef list;
  HsLibrary *library;  /* (owned) */
  HsListWhat what;
  char *query;         /* (owned) */
  guint age;           /* of the cache when it was asked */
  GArray *ids;         /* (owned) */
  GPtrArray *rows;     /* (owned) (nullable) */
} Fetch;

struct _HsList
{
  GObject parent_instance;

  HsWorkspace *workspace;  /* (owned) */
  HsListWhat what;
  char *query;             /* (owned) */
  char *error;             /* (owned) (nullable) */
  GArray *ids;             /* (owned) (element-type gint64) */

  GHashTable *items;       /* (owned): id → Trace of a living item */
  GHashTable *cache;       /* (owned): id → HsRow */
  GHashTable *asked;       /* (owned): ids that rows are on the way for */
  GArray *wanted;          /* (owned) (element-type gint64): ids to ask for next */
  GArray *later;           /* (owned) (element-type gint64): and their neighbours after them */
  guint age;               /* raised when rows are out of date */
  guint fetch_source;

  Search *search;          /* (owned) (nullable): under way */
  gboolean fresh;          /* the rows still are those of an older query */
  guint refresh_source;
};

/* What a weak reference to an item leaves behind. */
typedef struct
{
  gint64 id;
  HsList *list;   /* (unowned) */
  HsItem *item;   /* (weak) */
} Trace;

enum
{
  PROP_0,
  PROP_QUERY,
  PROP_LOADING,
  PROP_ERROR,
  PROP_N_ITEMS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void hs_list_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HsList, hs_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, hs_list_iface_init))

/* --- rows ------------------------------------------------------------------ */

static void
fetch_free (Fetch *fetch)
{
  g_weak_ref_clear (&fetch->list);
  g_object_unref (fetch->library);
  g_free (fetch->query);
  g_array_unref (fetch->ids);
  g_clear_pointer (&fetch->rows, g_ptr_array_unref);
  g_free (fetch);
}

static void
take_row (HsList *self,
          HsRow  *row)
{
  Trace *trace = g_hash_table_lookup (self->items, &row->id);
  g_autoptr (HsItem) item = trace != NULL ? g_object_ref (trace->item) : NULL;

  g_hash_table_replace (self->cache, &row->id, hs_row_ref (row));
  if (item != NULL)
    hs_item_fill (item, row);
}

static gboolean
take_rows (gpointer data)
{
  Fetch *fetch = data;
  g_autoptr (HsList) self = g_weak_ref_get (&fetch->list);

  if (self == NULL || fetch->age != self->age)
    return G_SOURCE_REMOVE;
  for (guint i = 0; i < fetch->ids->len; i++)
    g_hash_table_remove (self->asked, &g_array_index (fetch->ids, gint64, i));
  if (g_hash_table_size (self->cache) > MAX_CACHED)
    g_hash_table_remove_all (self->cache);
  for (guint i = 0; fetch->rows != NULL && i < fetch->rows->len; i++)
    take_row (self, g_ptr_array_index (fetch->rows, i));
  return G_SOURCE_REMOVE;
}

static void
fetch_work (gpointer data)
{
  Fetch *fetch = data;
  g_autoptr (GError) error = NULL;

  fetch->rows = hs_library_load_rows (fetch->library, (HsSearchWhat) fetch->what, (const gint64 *) fetch->ids->data,
                                      fetch->ids->len, fetch->query, &error);
  if (error != NULL)
    g_debug ("Rows could not be read: %s", error->message);
  g_idle_add_full (G_PRIORITY_DEFAULT, take_rows, fetch, (GDestroyNotify) fetch_free);
}

/* Hands the ids over; returns an empty array to go on with. */
static GArray *
fetch_ids (HsList *self,
           GArray *ids)
{
  Fetch *fetch;

  if (ids->len == 0)
    return ids;
  fetch = g_new0 (Fetch, 1);
  g_weak_ref_init (&fetch->list, self);
  fetch->library = g_object_ref (hs_workspace_get_library (self->workspace));
  fetch->what = self->what;
  fetch->query = g_strdup (self->query);
  fetch->age = self->age;
  fetch->ids = ids;
  hs_workspace_push_read (self->workspace, fetch_work, fetch);
  return g_array_new (FALSE, FALSE, sizeof (gint64));
}

static gboolean
fetch_now (gpointer data)
{
  HsList *self = data;

  self->fetch_source = 0;
  self->wanted = fetch_ids (self, self->wanted);
  self->later = fetch_ids (self, self->later);
  return G_SOURCE_REMOVE;
}

static void
want (HsList *self,
      GArray *ids,
      gint64  id)
{
  if (!g_hash_table_add (self->asked, g_memdup2 (&id, sizeof id)))
    return;
  g_array_append_val (ids, id);
  if (self->fetch_source == 0)
    self->fetch_source = g_idle_add_full (G_PRIORITY_DEFAULT, fetch_now, self, NULL);
}

/* A row that is shown comes before those around it, also when it was asked for
 * as one of them. */
static void
want_shown (HsList *self,
            gint64  id)
{
  for (guint i = 0; i < self->later->len; i++)
    if (g_array_index (self->later, gint64, i) == id)
      {
        g_array_remove_index_fast (self->later, i);
        g_array_append_val (self->wanted, id);
        return;
      }
  want (self, self->wanted, id);
}

/* Asks for the row at @position and those around it. */
static void
want_page (HsList *self,
           guint   position)
{
  guint start = position / PAGE * PAGE;

  want_shown (self, g_array_index (self->ids, gint64, position));
  for (guint i = start; i < start + PAGE && i < self->ids->len; i++)
    {
      gint64 id = g_array_index (self->ids, gint64, i);

      if (!g_hash_table_contains (self->cache, &id))
        want (self, self->later, id);
    }
}

/* What is shown is read again, what is not is forgotten. */
static void
renew_rows (HsList *self)
{
  GHashTableIter iter;
  gpointer id;

  self->age++;
  g_hash_table_remove_all (self->cache);
  g_hash_table_remove_all (self->asked);
  g_array_set_size (self->wanted, 0);
  g_array_set_size (self->later, 0);
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    want (self, self->wanted, *(gint64 *) id);
}

/* --- the model ------------------------------------------------------------- */

static void
item_gone (gpointer  data,
           GObject  *item)
{
  Trace *trace = data;

  g_hash_table_remove (trace->list->items, &trace->id);
}

static GType
hs_list_get_item_type (GListModel *model)
{
  return hs_item_type_of (HS_LIST (model)->what);
}

static guint
hs_list_get_n_items (GListModel *model)
{
  return HS_LIST (model)->ids->len;
}

static gpointer
hs_list_get_item (GListModel *model,
                  guint       position)
{
  HsList *self = HS_LIST (model);
  Trace *trace;
  HsItem *item;
  HsRow *row;
  gint64 id;

  if (position >= self->ids->len)
    return NULL;
  id = g_array_index (self->ids, gint64, position);
  trace = g_hash_table_lookup (self->items, &id);
  if (trace != NULL)
    return g_object_ref (trace->item);
  item = hs_item_new (self->what, id);
  trace = g_new0 (Trace, 1);
  *trace = (Trace) { id, self, item };
  g_hash_table_insert (self->items, &trace->id, trace);
  g_object_weak_ref (G_OBJECT (item), item_gone, trace);
  row = g_hash_table_lookup (self->cache, &id);
  if (row != NULL)
    hs_item_fill (item, row);
  else
    want_page (self, position);
  return item;
}

static void
hs_list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = hs_list_get_item_type;
  iface->get_n_items = hs_list_get_n_items;
  iface->get_item = hs_list_get_item;
}

static void
splice (HsList       *self,
        guint         position,
        guint         n_removed,
        const gint64 *added,
        guint         n_added)
{
  if (n_removed == 0 && n_added == 0)
    return;
  if (n_removed > 0)
    g_array_remove_range (self->ids, position, n_removed);
  if (n_added > 0)
    g_array_insert_vals (self->ids, position, added, n_added);
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
  if (n_removed != n_added)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

/* Only what is different changes; where something goes and something comes, it
 * goes first: views inflate what one signal replaces. */
static void
replace_ids (HsList *self,
             GArray *ids)
{
  const gint64 *old = (const gint64 *) self->ids->data;
  const gint64 *new = (const gint64 *) ids->data;
  guint n_old = self->ids->len, n_new = ids->len;
  guint head = 0, tail = 0;

  while (head < n_old && head < n_new && old[head] == new[head])
    head++;
  while (tail < n_old - head && tail < n_new - head && old[n_old - 1 - tail] == new[n_new - 1 - tail])
    tail++;
  splice (self, head, n_old - head - tail, NULL, 0);
  splice (self, head, 0, new + head, n_new - head - tail);
}

/* --- searches -------------------------------------------------------------- */

static void
search_clear (gpointer data)
{
  Search *search = data;

  g_weak_ref_clear (&search->list);
  g_object_unref (search->library);
  g_free (search->query);
  g_object_unref (search->cancellable);
  g_clear_pointer (&search->ids, g_array_unref);
}

static void
search_unref (Search *search)
{
  g_atomic_rc_box_release_full (search, search_clear);
}

static void
portion_free (Portion *portion)
{
  search_unref (portion->search);
  g_clear_pointer (&portion->ids, g_array_unref);
  g_clear_error (&portion->error);
  g_free (portion);
}

static void
set_error (HsList     *self,
           const char *message)
{
  if (g_strcmp0 (self->error, message) == 0)
    return;
  g_free (self->error);
  self->error = g_strdup (message);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
end_search (HsList *self)
{
  g_clear_pointer (&self->search, search_unref);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static gboolean
take_portion (gpointer data)
{
  Portion *portion = data;
  g_autoptr (HsList) self = g_weak_ref_get (&portion->search->list);

  if (self == NULL || self->search != portion->search)
    return G_SOURCE_REMOVE;
  if (portion->error != NULL)
    {
      set_error (self, portion->error->message);
      end_search (self);
      return G_SOURCE_REMOVE;
    }
  set_error (self, NULL);
  if (portion->search->whole)
    replace_ids (self, portion->ids);
  else
    {
      if (self->fresh)
        splice (self, 0, self->ids->len, NULL, 0);
      splice (self, self->ids->len, 0, (const gint64 *) portion->ids->data, portion->ids->len);
    }
  self->fresh = FALSE;
  if (portion->last)
    end_search (self);
  return G_SOURCE_REMOVE;
}

static void
send_portion (Search *search,
              GArray *ids,
              gboolean last,
              GError *error)
{
  Portion *portion = g_new0 (Portion, 1);

  portion->search = g_atomic_rc_box_acquire (search);
  portion->ids = ids;
  portion->last = last;
  portion->error = error;
  g_idle_add_full (G_PRIORITY_DEFAULT, take_portion, portion, (GDestroyNotify) portion_free);
}

static gboolean
search_found (const gint64 *ids,
              guint         n,
              gpointer      data)
{
  Search *search = data;
  GArray *portion;

  if (search->whole)
    {
      g_array_append_vals (search->ids, ids, n);
      return TRUE;
    }
  portion = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);
  g_array_append_vals (portion, ids, n);
  send_portion (search, portion, FALSE, NULL);
  return TRUE;
}

static void
search_work (gpointer data)
{
  Search *search = data;
  GError *error = NULL;
  GArray *ids = NULL;

  if (hs_library_find (search->library, (HsSearchWhat) search->what, search->query, TRUE, FIRST_IDS, search_found,
                       search, search->cancellable, &error))
    ids = search->whole ? g_steal_pointer (&search->ids) : g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!g_cancellable_is_cancelled (search->cancellable))
    send_portion (search, ids, TRUE, error);
  else
    {
      g_clear_error (&error);
      g_clear_pointer (&ids, g_array_unref);
    }
  search_unref (search);
}

static void
cancel_search (HsList *self)
{
  if (self->search == NULL)
    return;
  g_cancellable_cancel (self->search->cancellable);
  g_clear_pointer (&self->search, search_unref);
}

/* @whole: for the same query again, only what changed is told. */
static void
start_search (HsList   *self,
              gboolean  whole)
{
  Search *search = g_atomic_rc_box_new0 (Search);
  gboolean was_loading = self->search != NULL;

  cancel_search (self);
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_weak_ref_init (&search->list, self);
  search->library = g_object_ref (hs_workspace_get_library (self->workspace));
  search->what = self->what;
  search->query = g_strdup (self->query);
  search->cancellable = g_cancellable_new ();
  search->whole = whole;
  search->ids = whole ? g_array_new (FALSE, FALSE, sizeof (gint64)) : NULL;
  self->search = search;
  hs_workspace_push_read (self->workspace, search_work, g_atomic_rc_box_acquire (search));
  if (!was_loading)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static gboolean
refresh_now (gpointer data)
{
  HsList *self = data;

  self->refresh_source = 0;
  if (self->search != NULL)
    {
      /* changes may come faster than a search of everything ends */
      self->refresh_source = g_timeout_add (REFRESH_MS, refresh_now, self);
      return G_SOURCE_REMOVE;
    }
  start_search (self, TRUE);
  return G_SOURCE_REMOVE;
}

/* Whether the query names feeds or folders; that some other word looks like it
 * costs no more than a search too many. */
static gboolean
names_feeds (HsList *self)
{
  g_autofree char *lower = g_ascii_strdown (self->query, -1);

  return strstr (lower, "feed:") != NULL || strstr (lower, "folder:") != NULL;
}

/* What decides which rows there are; flags only change how they look. */
static HsChange
get_deciding (HsList *self)
{
  switch (self->what)
    {
    case HS_LIST_ARTICLES:
      if (*self->query == '\0')
        return HS_CHANGE_ARTICLES;
      return HS_CHANGE_ALL & ~HS_CHANGE_FLAGS & ~(names_feeds (self) ? 0 : HS_CHANGE_FEEDS);
    case HS_LIST_STORIES:
      return HS_CHANGE_ARTICLES | HS_CHANGE_STORIES;
    case HS_LIST_SOURCES:
      return HS_CHANGE_ARTICLES | HS_CHANGE_GRADES;
    case HS_LIST_ENTITIES:
      return HS_CHANGE_ARTICLES | HS_CHANGE_ENTITIES;
    case HS_LIST_NOTES:
    default:
      return HS_CHANGE_ARTICLES | HS_CHANGE_NOTES;
    }
}

static void
workspace_changed (HsWorkspace *workspace,
                   HsChange     what,
                   HsList      *self)
{
  /* no row shows anything of a feed */
  if ((what & ~HS_CHANGE_FEEDS) != 0)
    renew_rows (self);
  if ((what & get_deciding (self)) == 0 || self->refresh_source != 0)
    return;
  /* at once when idle, then no more often than a view can follow */
  if (self->search == NULL)
    start_search (self, TRUE);
  else
    self->refresh_source = g_timeout_add (REFRESH_MS, refresh_now, self);
}

/* --- object ---------------------------------------------------------------- */

static void
hs_list_get_property (GObject    *object,
                      guint       id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  HsList *self = HS_LIST (object);

  switch (id)
    {
    case PROP_QUERY:
      g_value_set_string (value, self->query);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->search != NULL);
      break;
    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->ids->len);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hs_list_set_property (GObject      *object,
                      guint         id,
                      const GValue *value,
                      GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_QUERY:
      hs_list_set_query (HS_LIST (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hs_list_dispose (GObject *object)
{
  HsList *self = HS_LIST (object);
  GHashTableIter iter;
  gpointer trace;

  cancel_search (self);
  g_clear_handle_id (&self->fetch_source, g_source_remove);
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &trace))
    {
      g_object_weak_unref (G_OBJECT (((Trace *) trace)->item), item_gone, trace);
      g_hash_table_iter_remove (&iter);
    }
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (hs_list_parent_class)->dispose (object);
}

static void
hs_list_finalize (GObject *object)
{
  HsList *self = HS_LIST (object);

  g_hash_table_unref (self->items);
  g_hash_table_unref (self->cache);
  g_hash_table_unref (self->asked);
  g_array_unref (self->wanted);
  g_array_unref (self->later);
  g_array_unref (self->ids);
  g_free (self->query);
  g_free (self->error);
  G_OBJECT_CLASS (hs_list_parent_class)->finalize (object);
}

static void
hs_list_class_init (HsListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = hs_list_get_property;
  object_class->set_property = hs_list_set_property;
  object_class->dispose = hs_list_dispose;
  object_class->finalize = hs_list_finalize;
  properties[PROP_QUERY] = g_param_spec_string ("query", NULL, NULL, "", flags | G_PARAM_WRITABLE);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, flags);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hs_list_init (HsList *self)
{
  self->query = g_strdup ("");
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->items = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  self->cache = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) hs_row_unref);
  self->asked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->later = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * hs_list_new:
 * @workspace: whose library is shown
 * @what: what the rows are
 *
 * Main thread.
 *
 * Returns: (transfer full): a list of everything, that is being loaded
 */
HsList *
hs_list_new (HsWorkspace *workspace,
             HsListWhat   what)
{
  HsList *self = g_object_new (HS_TYPE_LIST, NULL);

  g_return_val_if_fail (HS_IS_WORKSPACE (workspace), NULL);

  self->workspace = g_object_ref (workspace);
  self->what = what;
  g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed), self, 0);
  self->fresh = TRUE;
  start_search (self, FALSE);
  return self;
}

/**
 * hs_list_set_query:
 * @self: a list
 * @query: (nullable): see DESIGN §4
 *
 * The rows stay until the first of the new ones are there.
 */
void
hs_list_set_query (HsList     *self,
                   const char *query)
{
  g_return_if_fail (HS_IS_LIST (self));

  if (g_strcmp0 (self->query, query != NULL ? query : "") == 0)
    return;
  g_free (self->query);
  self->query = g_strdup (query != NULL ? query : "");
  self->fresh = TRUE;
  renew_rows (self);
  start_search (self, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
}

/**
 * hs_list_get_query:
 * @self: a list
 *
 * Returns: (transfer none): what its rows are found by; "" is everything
 */
const char *
hs_list_get_query (HsList *self)
{
  g_return_val_if_fail (HS_IS_LIST (self), NULL);

  return self->query;
}

/**
 * hs_list_get_loading:
 * @self: a list
 *
 * Returns: whether a search is under way
 */
gboolean
hs_list_get_loading (HsList *self)
{
  g_return_val_if_fail (HS_IS_LIST (self), FALSE);

  return self->search != NULL;
}

/**
 * hs_list_get_error:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): why the query cannot be run, in words for the user
 */
const char *
hs_list_get_error (HsList *self)
{
  g_return_val_if_fail (HS_IS_LIST (self), NULL);

  return self->error;
}

/**
 * hs_list_get_id:
 * @self: a list
 * @position: from 0
 *
 * Makes no object.
 *
 * Returns: the id there; 0 past the end
 */
gint64
hs_list_get_id (HsList *self,
                guint   position)
{
  g_return_val_if_fail (HS_IS_LIST (self), 0);

  return position < self->ids->len ? g_array_index (self->ids, gint64, position) : 0;
}

/**
 * hs_list_find:
 * @self: a list
 * @id: in the library
 * @position: (out) (optional): where it stands
 *
 * Returns: whether it is among the rows known so far
 */
gboolean
hs_list_find (HsList *self,
              gint64  id,
              guint  *position)
{
  g_return_val_if_fail (HS_IS_LIST (self), FALSE);

  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      {
        if (position != NULL)
          *position = i;
        return TRUE;
      }
  return FALSE;
}
