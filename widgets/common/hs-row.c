/* hs-row.c: what the rows of all lists have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-row.h"

typedef struct
{
  HsItem *item;             /* (owned) (nullable) */
  HsIdSelection *selection; /* (owned) (nullable) */
  guint update_source;
} HsRowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HsRow, hs_row, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CLICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
hs_row_set_label (HsRow      *self,
                  const char *label)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  /* The list's own widget around the row has the focus, so it needs the name. */
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
hs_row_update_several (HsRow *self)
{
  HsRowPrivate *priv = hs_row_get_instance_private (self);
  HsRowClass *klass = HS_ROW_GET_CLASS (self);

  if (klass->set_several == NULL || priv->selection == NULL || priv->item == NULL)
    return;
  klass->set_several (self, hs_id_selection_get_several (priv->selection),
                      hs_id_selection_contains (priv->selection, hs_item_get_id (priv->item)));
}

static void
hs_row_update (HsRow *self)
{
  HsRowPrivate *priv = hs_row_get_instance_private (self);
  g_autofree char *label = NULL;

  g_clear_handle_id (&priv->update_source, g_source_remove);
  if (priv->item == NULL)
    return;
  HS_ROW_GET_CLASS (self)->update (self, priv->item);
  label = HS_ROW_GET_CLASS (self)->describe (self, priv->item);
  hs_row_set_label (self, label);
  hs_row_update_several (self);
}

static gboolean
hs_row_update_later (gpointer data)
{
  HsRow *self = data;
  HsRowPrivate *priv = hs_row_get_instance_private (self);

  priv->update_source = 0;
  hs_row_update (self);
  return G_SOURCE_REMOVE;
}

/* An item that is filled again notifies once for every property. */
static void
hs_row_item_notify_cb (HsRow *self)
{
  HsRowPrivate *priv = hs_row_get_instance_private (self);

  if (priv->update_source == 0)
    priv->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, hs_row_update_later, self, NULL);
}

static gboolean
hs_row_is_click_on_button (HsRow  *self,
                           double  x,
                           double  y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return picked != NULL && gtk_widget_get_ancestor (picked, GTK_TYPE_BUTTON) != NULL;
}

static void
hs_row_pressed_cb (HsRow           *self,
                   int              n_press,
                   double           x,
                   double           y,
                   GtkGestureClick *gesture)
{
  HsRowPrivate *priv = hs_row_get_instance_private (self);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (priv->selection == NULL || priv->item == NULL || !hs_id_selection_get_several (priv->selection)
      || (state & GDK_SHIFT_MASK) != 0 || hs_row_is_click_on_button (self, x, y))
    return;
  /* The list does not hear of the click, so the keys are brought here by hand. */
  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (self)));
  hs_id_selection_toggle (priv->selection, hs_item_get_id (priv->item));
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
hs_row_released_cb (HsRow           *self,
                    int              n_press,
                    double           x,
                    double           y,
                    GtkGestureClick *gesture)
{
  HsRowPrivate *priv = hs_row_get_instance_private (self);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (priv->item == NULL || n_press != 1 || (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0
      || !gtk_widget_contains (GTK_WIDGET (self), x, y) || hs_row_is_click_on_button (self, x, y)
      || (priv->selection != NULL && hs_id_selection_get_several (priv->selection)))
    return;
  g_signal_emit (self, signals[SIGNAL_CLICKED], 0);
}

static void
hs_row_dispose (GObject *object)
{
  HsRow *self = HS_ROW (object);
  HsRowPrivate *priv = hs_row_get_instance_private (self);
  GtkWidget *child;

  g_clear_handle_id (&priv->update_source, g_source_remove);
  hs_row_set_item (self, NULL);
  g_clear_object (&priv->selection);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (hs_row_parent_class)->dispose (object);
}

static void
hs_row_class_init (HsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  /* A plain click of the pointer, as opposed to moving there with the keys. */
  signals[SIGNAL_CLICKED] = g_signal_new ("clicked", HS_TYPE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
hs_row_init (HsRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (hs_row_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (hs_row_released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * hs_row_set_item:
 * @item: (nullable)
 *
 * Shows @item from now on and follows it.
 */
void
hs_row_set_item (HsRow  *self,
                 HsItem *item)
{
  HsRowPrivate *priv = hs_row_get_instance_private (self);

  g_return_if_fail (HS_IS_ROW (self));

  if (priv->item != NULL)
    g_signal_handlers_disconnect_by_func (priv->item, hs_row_item_notify_cb, self);
  g_clear_handle_id (&priv->update_source, g_source_remove);
  g_set_object (&priv->item, item);
  if (item == NULL)
    return;
  g_signal_connect_object (item, "notify", G_CALLBACK (hs_row_item_notify_cb), self, G_CONNECT_SWAPPED);
  hs_row_update (self);
}

/**
 * hs_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the item it shows
 */
HsItem *
hs_row_get_item (HsRow *self)
{
  HsRowPrivate *priv = hs_row_get_instance_private (self);

  g_return_val_if_fail (HS_IS_ROW (self), NULL);

  return priv->item;
}

/**
 * hs_row_set_selection:
 * @self: a row
 * @selection: (nullable): what tells whether its item is selected
 */
void
hs_row_set_selection (HsRow         *self,
                      HsIdSelection *selection)
{
  HsRowPrivate *priv = hs_row_get_instance_private (self);

  g_return_if_fail (HS_IS_ROW (self));

  if (!g_set_object (&priv->selection, selection) || selection == NULL)
    return;
  g_signal_connect_object (selection, "notify::several", G_CALLBACK (hs_row_update_several), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "selection-changed", G_CALLBACK (hs_row_update_several), self,
                           G_CONNECT_SWAPPED);
}
