/* hs-context-menu.c: what can be done with what is pointed at, by pointer or keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-context-menu.h"

/* So far below the top of what has the keys a menu opens, at most, in pixels. */
#define MAX_TALL 60

/* --- making one -------------------------------------------------------------------- */

/**
 * hs_menu_add:
 * @section: to which it is added
 * @label: what it says, translated
 * @action: what it does
 * @target: (transfer floating) (nullable): with what
 * @key: (nullable): an accelerator that does the same; it is shown, and works while
 *   the menu is open
 */
void
hs_menu_add (GMenu      *section,
             const char *label,
             const char *action,
             GVariant   *target,
             const char *key)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  if (key != NULL)
    g_menu_item_set_attribute (item, "accel", "s", key);
  g_menu_append_item (section, item);
}

/**
 * hs_menu_add_section:
 * @menu: to which it is added
 * @label: (nullable): what stands above it
 * @section: (transfer full): an empty one is left out
 */
void
hs_menu_add_section (GMenu      *menu,
                     const char *label,
                     GMenu      *section)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, label, G_MENU_MODEL (section));
  g_object_unref (section);
}

/* --- its keys ---------------------------------------------------------------------- */

/* The item of the open menu with such a key, or %NULL. */
static GVariant *
find_key (GMenuModel       *menu,
          guint             keyval,
          GdkModifierType   state,
          char            **action)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *accel = NULL;
      GVariant *target;
      guint key;
      GdkModifierType modifiers;

      if (section != NULL)
        {
          target = find_key (section, keyval, state, action);
          if (*action != NULL)
            return target;
        }
      else if (g_menu_model_get_item_attribute (menu, i, "accel", "s", &accel)
               && gtk_accelerator_parse (accel, &key, &modifiers) && key == gdk_keyval_to_lower (keyval)
               && modifiers == (state & gtk_accelerator_get_default_mod_mask ()))
        {
          g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", action);
          return g_menu_model_get_item_attribute_value (menu, i, G_MENU_ATTRIBUTE_TARGET, NULL);
        }
    }
  return NULL;
}

static gboolean
menu_key_cb (GtkPopover      *popover,
             guint            keyval,
             guint            keycode,
             GdkModifierType  state)
{
  GtkWidget *top = gtk_widget_get_parent (GTK_WIDGET (popover));
  g_autofree char *action = NULL;
  g_autoptr (GVariant) target = NULL;

  target = find_key (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (popover)), keyval, state, &action);
  if (action == NULL || top == NULL)
    return FALSE;
  gtk_popover_popdown (popover);
  gtk_widget_activate_action_variant (top, action, target);
  return TRUE;
}

/* --- opening it -------------------------------------------------------------------- */

static gboolean
remove_cb (gpointer data)
{
  g_autoptr (GtkWidget) popover = data;

  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* The keys go back to where they were; what was chosen is done after this. */
static void
closed_cb (GtkWidget *popover,
           GWeakRef  *focus)
{
  g_autoptr (GtkWidget) before = g_weak_ref_get (focus);

  if (before != NULL && gtk_widget_get_mapped (before))
    gtk_widget_grab_focus (before);
  g_idle_add (remove_cb, g_object_ref (popover));
}

static void
focus_free (gpointer  data,
            GClosure *closure)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* A popover is a child that @top does not know of: it goes before @top does. */
static void
top_destroyed_cb (GtkWidget *popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
}

static void
returned_cb (GtkWidget *popover)
{
  GWeakRef *focus = g_object_get_data (G_OBJECT (popover), "hs-focus");
  g_autoptr (GtkWidget) before = focus != NULL ? g_weak_ref_get (focus) : NULL;

  if (before != NULL && gtk_widget_get_mapped (before))
    gtk_widget_grab_focus (before);
}

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/**
 * hs_context_menu_return_keys:
 * @popover: a menu that stays a child of what it is about, before it is opened
 * @to: (nullable): a widget
 *
 * Has the keys go to @to when it is closed: GTK gives them to the menu and leaves them
 * there.
 */
void
hs_context_menu_return_keys (GtkPopover *popover,
                             GtkWidget  *to)
{
  GWeakRef *focus;

  g_return_if_fail (GTK_IS_POPOVER (popover));

  if (g_object_get_data (G_OBJECT (popover), "hs-focus") == NULL)
    g_signal_connect (popover, "closed", G_CALLBACK (returned_cb), NULL);
  focus = g_new0 (GWeakRef, 1);
  g_weak_ref_init (focus, to);
  g_object_set_data_full (G_OBJECT (popover), "hs-focus", focus, weak_ref_free);
}

/**
 * hs_context_menu_popup:
 * @top: whose actions the menu does; it has a layout manager
 * @menu: what it offers
 * @at: in pixels of @top: what it is about
 *
 * Opens a menu that goes when it is closed.
 */
void
hs_context_menu_popup (GtkWidget          *top,
                       GMenuModel         *menu,
                       const GdkRectangle *at)
{
  GtkWidget *popover;
  GtkEventController *keys;
  GWeakRef *focus;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (top));

  root = gtk_widget_get_root (top);
  g_return_if_fail (root != NULL);

  keys = gtk_event_controller_key_new ();
  focus = g_new0 (GWeakRef, 1);
  popover = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (popover, gtk_widget_get_direction (top) == GTK_TEXT_DIR_RTL ? GTK_ALIGN_END : GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
  gtk_widget_set_parent (popover, top);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (menu_key_cb), popover, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (popover, keys);
  g_weak_ref_init (focus, gtk_root_get_focus (root));
  g_signal_connect_data (popover, "closed", G_CALLBACK (closed_cb), focus, focus_free, 0);
  g_signal_connect_object (top, "destroy", G_CALLBACK (top_destroyed_cb), popover, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* Whether these keys ask for the menu of what has the focus. */
gboolean
hs_context_menu_is_key (guint           keyval,
                        GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  return (keyval == GDK_KEY_Menu && modifiers == 0) || (keyval == GDK_KEY_F10 && modifiers == GDK_SHIFT_MASK);
}

/* --- for the widgets that have them ---------------------------------------------------- */

static gboolean
open_for (GtkWidget          *top,
          GtkWidget          *target,
          HsContextMenuFunc   make_menu,
          const GdkRectangle *at)
{
  g_autoptr (GMenu) menu = make_menu (top, target);

  if (menu == NULL)
    return FALSE;
  hs_context_menu_popup (top, G_MENU_MODEL (menu), at);
  return TRUE;
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            gpointer         make_menu)
{
  GtkWidget *top = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *target = gtk_widget_pick (top, x, y, GTK_PICK_DEFAULT);
  GdkRectangle at = { .x = (int) x, .y = (int) y, .width = 1, .height = 1 };

  if (n_press == 1 && target != NULL && open_for (top, target, (HsContextMenuFunc) make_menu, &at))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        gpointer               make_menu)
{
  GtkWidget *top = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GtkWidget *target = gtk_root_get_focus (gtk_widget_get_root (top));
  graphene_rect_t bounds;
  GdkRectangle at;

  if (!hs_context_menu_is_key (keyval, state) || target == NULL
      || gtk_widget_get_ancestor (target, GTK_TYPE_POPOVER) != NULL
      || !gtk_widget_compute_bounds (target, top, &bounds))
    return FALSE;
  /* below a row, but not below a whole page */
  at = (GdkRectangle) { (int) bounds.origin.x + 12, (int) bounds.origin.y, 1,
                        (int) MIN (bounds.size.height, MAX_TALL) };
  at.y = CLAMP (at.y, 0, MAX (0, gtk_widget_get_height (top) - at.height));
  return open_for (top, target, (HsContextMenuFunc) make_menu, &at);
}

/**
 * hs_context_menu_add:
 * @top: a widget with a layout manager
 * @make_menu: asked each time what can be done with what is in @top
 *
 * Has @top open menus: by the other button of the pointer, by Menu and Shift+F10.
 */
void
hs_context_menu_add (GtkWidget         *top,
                     HsContextMenuFunc  make_menu)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_WIDGET (top));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), (gpointer) make_menu);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), (gpointer) make_menu);
  gtk_widget_add_controller (top, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (top, keys);
}
