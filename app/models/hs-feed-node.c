/* hs-feed-node.c: a folder or a feed, as the sidebar shows it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-feed-node-private.h"

struct _HsFeedNode
{
  GObject parent_instance;

  gboolean is_folder;
  gint64 id;
  gint64 folder;
  char *title;            /* (owned) (nullable) */
  char *url;              /* (owned) (nullable) */
  guint unread;
  guint articles;
  HsFeedHealthKind health;
  GBytes *icon;           /* (owned) (nullable) */
  GListStore *children;   /* (owned) (nullable): of a folder */
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_IS_FOLDER,
  PROP_TITLE,
  PROP_URL,
  PROP_UNREAD,
  PROP_ARTICLES,
  PROP_HEALTH,
  PROP_ICON,
  PROP_CHILDREN,
  PROP_QUERY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HsFeedNode, hs_feed_node, G_TYPE_OBJECT)

/**
 * hs_feed_node_new:
 * @is_folder: whether it is a folder
 * @id: of the feed or folder
 *
 * Returns: (transfer full): one that is not filled yet; a folder has an empty list of
 *   children
 */
HsFeedNode *
hs_feed_node_new (gboolean is_folder,
                  gint64   id)
{
  HsFeedNode *self = g_object_new (HS_TYPE_FEED_NODE, NULL);

  self->is_folder = is_folder;
  self->id = id;
  if (is_folder)
    self->children = g_list_store_new (HS_TYPE_FEED_NODE);
  return self;
}

static void
set_string (HsFeedNode  *self,
            char       **field,
            const char  *value,
            guint        property)
{
  if (g_strcmp0 (*field, value) == 0)
    return;
  g_free (*field);
  *field = g_strdup (value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_number (HsFeedNode *self,
            guint      *field,
            guint       value,
            guint       property)
{
  if (*field == value)
    return;
  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_icon (HsFeedNode *self,
          GBytes     *icon)
{
  if (self->icon == icon || (self->icon != NULL && icon != NULL && g_bytes_equal (self->icon, icon)))
    return;
  g_clear_pointer (&self->icon, g_bytes_unref);
  self->icon = icon != NULL ? g_bytes_ref (icon) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ICON]);
}

/**
 * hs_feed_node_fill:
 * @self: a feed or folder
 * @face: what it shows from now on
 *
 * Takes that over, and notifies of what is different.
 */
void
hs_feed_node_fill (HsFeedNode       *self,
                   const HsFeedFace *face)
{
  guint health = self->health;

  g_object_freeze_notify (G_OBJECT (self));
  self->folder = face->folder;
  set_string (self, &self->title, face->title, PROP_TITLE);
  set_string (self, &self->url, face->url, PROP_URL);
  set_number (self, &self->unread, face->unread, PROP_UNREAD);
  set_number (self, &self->articles, face->articles, PROP_ARTICLES);
  self->health = face->health;
  set_number (self, &health, face->health, PROP_HEALTH);
  set_icon (self, face->icon);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * hs_feed_node_get_store:
 * @self: a feed or folder
 *
 * Returns: (transfer none) (nullable): what is in it; %NULL for a feed
 */
GListStore *
hs_feed_node_get_store (HsFeedNode *self)
{
  return self->children;
}

static void
hs_feed_node_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  HsFeedNode *self = HS_FEED_NODE (object);

  switch (id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_IS_FOLDER:
      g_value_set_boolean (value, self->is_folder);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_URL:
      g_value_set_string (value, self->url);
      break;
    case PROP_UNREAD:
      g_value_set_uint (value, self->unread);
      break;
    case PROP_ARTICLES:
      g_value_set_uint (value, self->articles);
      break;
    case PROP_HEALTH:
      g_value_set_uint (value, self->health);
      break;
    case PROP_ICON:
      g_value_set_boxed (value, self->icon);
      break;
    case PROP_CHILDREN:
      g_value_set_object (value, self->children);
      break;
    case PROP_QUERY:
      g_value_take_string (value, hs_feed_node_dup_query (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hs_feed_node_finalize (GObject *object)
{
  HsFeedNode *self = HS_FEED_NODE (object);

  g_free (self->title);
  g_free (self->url);
  g_clear_pointer (&self->icon, g_bytes_unref);
  g_clear_object (&self->children);
  G_OBJECT_CLASS (hs_feed_node_parent_class)->finalize (object);
}

static void
hs_feed_node_class_init (HsFeedNodeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = hs_feed_node_get_property;
  object_class->finalize = hs_feed_node_finalize;
  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_IS_FOLDER] = g_param_spec_boolean ("is-folder", NULL, NULL, FALSE, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_URL] = g_param_spec_string ("url", NULL, NULL, NULL, flags);
  properties[PROP_UNREAD] = g_param_spec_uint ("unread", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ARTICLES] = g_param_spec_uint ("articles", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_HEALTH] = g_param_spec_uint ("health", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ICON] = g_param_spec_boxed ("icon", NULL, NULL, G_TYPE_BYTES, flags);
  properties[PROP_CHILDREN] = g_param_spec_object ("children", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_QUERY] = g_param_spec_string ("query", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hs_feed_node_init (HsFeedNode *self)
{
}

/**
 * hs_feed_node_get_id:
 * @self: a feed or folder
 *
 * Returns: its id; feeds and folders are numbered apart
 */
gint64
hs_feed_node_get_id (HsFeedNode *self)
{
  g_return_val_if_fail (HS_IS_FEED_NODE (self), 0);

  return self->id;
}

/**
 * hs_feed_node_get_is_folder:
 * @self: a feed or folder
 *
 * Returns: whether it is a folder
 */
gboolean
hs_feed_node_get_is_folder (HsFeedNode *self)
{
  g_return_val_if_fail (HS_IS_FEED_NODE (self), FALSE);

  return self->is_folder;
}

/**
 * hs_feed_node_get_title:
 * @self: a feed or folder
 *
 * Returns: (transfer none) (nullable): its title
 */
const char *
hs_feed_node_get_title (HsFeedNode *self)
{
  g_return_val_if_fail (HS_IS_FEED_NODE (self), NULL);

  return self->title;
}

/**
 * hs_feed_node_get_url:
 * @self: a feed or folder
 *
 * Returns: (transfer none) (nullable): its address
 */
const char *
hs_feed_node_get_url (HsFeedNode *self)
{
  g_return_val_if_fail (HS_IS_FEED_NODE (self), NULL);

  return self->url;
}

/**
 * hs_feed_node_get_unread:
 * @self: a feed or folder
 *
 * Returns: how many articles are unread; of a folder the sum of what is in it
 */
guint
hs_feed_node_get_unread (HsFeedNode *self)
{
  g_return_val_if_fail (HS_IS_FEED_NODE (self), 0);

  return self->unread;
}

/**
 * hs_feed_node_get_articles:
 * @self: a feed or folder
 *
 * Returns: how many articles there are; of a folder the sum of what is in it
 */
guint
hs_feed_node_get_articles (HsFeedNode *self)
{
  g_return_val_if_fail (HS_IS_FEED_NODE (self), 0);

  return self->articles;
}

/**
 * hs_feed_node_get_health:
 * @self: a feed or folder
 *
 * Returns: how it fares; of a folder the worst in it
 */
HsFeedHealthKind
hs_feed_node_get_health (HsFeedNode *self)
{
  g_return_val_if_fail (HS_IS_FEED_NODE (self), HS_FEED_OK);

  return self->health;
}

/**
 * hs_feed_node_get_icon:
 * @self: a feed or folder
 *
 * Returns: (transfer none) (nullable): an image as it was fetched, for a decoder that
 *   trusts nothing
 */
GBytes *
hs_feed_node_get_icon (HsFeedNode *self)
{
  g_return_val_if_fail (HS_IS_FEED_NODE (self), NULL);

  return self->icon;
}

/**
 * hs_feed_node_get_children:
 * @self: a feed or folder
 *
 * Returns: (transfer none) (nullable): a list of #HsFeedNode: what is in the folder; %NULL
 *   for a feed
 */
GListModel *
hs_feed_node_get_children (HsFeedNode *self)
{
  g_return_val_if_fail (HS_IS_FEED_NODE (self), NULL);

  return self->children != NULL ? G_LIST_MODEL (self->children) : NULL;
}

/**
 * hs_feed_node_get_folder:
 * @self: a feed or folder
 *
 * Returns: the id of the folder it is in, 0 none
 */
gint64
hs_feed_node_get_folder (HsFeedNode *self)
{
  g_return_val_if_fail (HS_IS_FEED_NODE (self), 0);

  return self->folder;
}

/**
 * hs_feed_node_dup_query:
 * @self: a feed or folder
 *
 * Returns: (transfer full): what finds its articles: "feed:#3", "folder:#1"
 */
char *
hs_feed_node_dup_query (HsFeedNode *self)
{
  g_return_val_if_fail (HS_IS_FEED_NODE (self), NULL);

  return g_strdup_printf ("%s:#%" G_GINT64_FORMAT, self->is_folder ? "folder" : "feed", self->id);
}
