/* hs-item.c: the rows of the lists, as objects that fill themselves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-item-private.h"

typedef struct
{
  gint64 id;
  HsRow *row;   /* (owned) (nullable) */
} HsItemPrivate;

enum
{
  PROP_0,
  PROP_ID,
  PROP_LOADED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static GQuark fields_quark;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HsItem, hs_item, G_TYPE_OBJECT)

/* The fields of a kind of row, ended by one without a name. */
static const HsItemField *
get_fields (GType type)
{
  return g_type_get_qdata (type, fields_quark);
}

static void
hs_item_get_property (GObject    *object,
                      guint       id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  HsItem *self = HS_ITEM (object);

  switch (id)
    {
    case PROP_ID:
      g_value_set_int64 (value, hs_item_get_id (self));
      break;
    case PROP_LOADED:
      g_value_set_boolean (value, hs_item_get_loaded (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
get_field (GObject    *object,
           guint       id,
           GValue     *value,
           GParamSpec *pspec)
{
  const HsItemField *field = &get_fields (G_OBJECT_TYPE (object))[id - 1];
  HsRow *row = hs_item_get_row (HS_ITEM (object));

  if (row == NULL)
    return;
  if (field->type == 's')
    g_value_set_string (value, row->texts[field->index]);
  else if (field->type == 'i')
    g_value_set_int64 (value, row->numbers[field->index]);
  else if (field->type == 'b')
    g_value_set_boolean (value, row->numbers[field->index] != 0);
  else
    g_value_set_uint (value, CLAMP (row->numbers[field->index], 0, G_MAXUINT));
}

/**
 * hs_item_install:
 * @klass: a class of rows
 * @fields: (array length=n) (transfer none): its properties; must stay; a name of %NULL
 *   ends it early
 * @n: how many
 *
 * Installs them as properties that can be read and notify. In class_init.
 */
void
hs_item_install (GObjectClass      *klass,
                 const HsItemField *fields,
                 guint              n)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  klass->get_property = get_field;
  g_type_set_qdata (G_OBJECT_CLASS_TYPE (klass), fields_quark, (gpointer) fields);
  for (guint i = 0; i < n && fields[i].name != NULL; i++)
    {
      const char *name = fields[i].name;
      GParamSpec *pspec;

      if (fields[i].type == 's')
        pspec = g_param_spec_string (name, NULL, NULL, NULL, flags);
      else if (fields[i].type == 'i')
        pspec = g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
      else if (fields[i].type == 'b')
        pspec = g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
      else
        pspec = g_param_spec_uint (name, NULL, NULL, 0, G_MAXUINT, 0, flags);
      g_object_class_install_property (klass, i + 1, pspec);
    }
}

static void
hs_item_finalize (GObject *object)
{
  HsItemPrivate *priv = hs_item_get_instance_private (HS_ITEM (object));

  g_clear_pointer (&priv->row, hs_row_unref);
  G_OBJECT_CLASS (hs_item_parent_class)->finalize (object);
}

static void
hs_item_class_init (HsItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = hs_item_get_property;
  object_class->finalize = hs_item_finalize;
  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  fields_quark = g_quark_from_static_string ("hs-item-fields");
}

static void
hs_item_init (HsItem *self)
{
}

/**
 * hs_item_get_id:
 * @self: a row
 *
 * Returns: its id in the library
 */
gint64
hs_item_get_id (HsItem *self)
{
  HsItemPrivate *priv = hs_item_get_instance_private (self);

  g_return_val_if_fail (HS_IS_ITEM (self), 0);

  return priv->id;
}

/**
 * hs_item_get_loaded:
 * @self: a row
 *
 * Returns: whether it is filled
 */
gboolean
hs_item_get_loaded (HsItem *self)
{
  return hs_item_get_row (self) != NULL;
}

/**
 * hs_item_get_row:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows; %NULL until it is filled
 */
HsRow *
hs_item_get_row (HsItem *self)
{
  HsItemPrivate *priv = hs_item_get_instance_private (self);

  g_return_val_if_fail (HS_IS_ITEM (self), NULL);

  return priv->row;
}

/**
 * hs_item_new:
 * @what: which list it is of
 * @id: in the library
 *
 * Returns: (transfer full): a row of that kind, not filled yet
 */
HsItem *
hs_item_new (HsListWhat what,
             gint64     id)
{
  HsItem *self = g_object_new (hs_item_type_of (what), NULL);
  HsItemPrivate *priv = hs_item_get_instance_private (self);

  priv->id = id;
  return self;
}

static gboolean
differs (const HsItemField *field,
         const HsRow       *a,
         const HsRow       *b)
{
  if (a == NULL)
    return field->type == 's' ? b->texts[field->index] != NULL : b->numbers[field->index] != 0;
  if (field->type == 's')
    return g_strcmp0 (a->texts[field->index], b->texts[field->index]) != 0;
  return a->numbers[field->index] != b->numbers[field->index];
}

/**
 * hs_item_fill:
 * @self: a row
 * @row: what it shows from now on
 *
 * Takes what @row says and notifies of what is different.
 */
void
hs_item_fill (HsItem *self,
              HsRow  *row)
{
  HsItemPrivate *priv = hs_item_get_instance_private (self);
  const HsItemField *fields = get_fields (G_OBJECT_TYPE (self));
  HsRow *old = priv->row;

  g_return_if_fail (HS_IS_ITEM (self) && row != NULL && row->id == priv->id);

  if (row == old)
    return;
  priv->row = hs_row_ref (row);
  g_object_freeze_notify (G_OBJECT (self));
  for (const HsItemField *field = fields; field->name != NULL; field++)
    if (differs (field, old, row))
      g_object_notify (G_OBJECT (self), field->name);
  if (old == NULL)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
  g_clear_pointer (&old, hs_row_unref);
  g_object_thaw_notify (G_OBJECT (self));
}
