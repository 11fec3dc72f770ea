/* hs-window-keys.c: with which keys it is done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-window-private.h"

#include <glib/gi18n.h>

#include "hs-kinds.h"
#include "hs-legend.h"

/* Keys of the class act after whatever has the focus had its chance: a letter
 * typed into a field never gets here. */
void
hs_window_install_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_j, 0, "win.next-article" },
    { GDK_KEY_k, 0, "win.previous-article" },
    { GDK_KEY_s, 0, "win.toggle-star" },
    { GDK_KEY_m, 0, "win.toggle-read" },
    { GDK_KEY_v, 0, "win.open-original" },
    { GDK_KEY_u, 0, "win.next-unread" },
    { GDK_KEY_space, 0, "win.read-on" },
    { GDK_KEY_n, 0, "win.note" },
    { GDK_KEY_period, 0, "win.next-mark" },
    { GDK_KEY_comma, 0, "win.previous-mark" },
    { GDK_KEY_slash, 0, "win.search" },
    { GDK_KEY_question, 0, "win.show-help-overlay" },
    { GDK_KEY_question, GDK_SHIFT_MASK, "win.show-help-overlay" },
    { GDK_KEY_Delete, 0, "win.delete" },
    { GDK_KEY_Escape, 0, "win.escape" },
    { GDK_KEY_F6, 0, "win.next-pane" },
    { GDK_KEY_F6, GDK_SHIFT_MASK, "win.previous-pane" },
    { GDK_KEY_a, GDK_CONTROL_MASK, "win.select-all" },
    { GDK_KEY_p, GDK_CONTROL_MASK, "reader.print" },
    { GDK_KEY_plus, GDK_CONTROL_MASK, "reader.text-larger" },
    { GDK_KEY_plus, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "reader.text-larger" },
    { GDK_KEY_equal, GDK_CONTROL_MASK, "reader.text-larger" },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "reader.text-larger" },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "reader.text-smaller" },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "reader.text-smaller" },
    { GDK_KEY_0, GDK_CONTROL_MASK, "reader.text-normal" },
    { GDK_KEY_l, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.list-marks" },
    { GDK_KEY_m, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.toggle-mentions" },
    { GDK_KEY_p, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "reader.load-pictures" },
    { GDK_KEY_b, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "reader.boilerplate" },
    { GDK_KEY_v, GDK_SHIFT_MASK, "reader.as-fetched" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
  for (guint i = 0; i < HS_N_SECTIONS; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, "win.go-to-section", "s",
                                         hs_section_get_nick (i));
  for (guint i = 0; i < HS_N_LAYERS; i++)
    {
      guint key;
      GdkModifierType modifiers;

      gtk_accelerator_parse (hs_legend_get_key (i), &key, &modifiers);
      gtk_widget_class_add_binding_action (widget_class, key, modifiers, "win.toggle-layer", "u", i);
    }
}

/* --- the list of the keys --------------------------------------------------------- */

static GtkWidget *
find_below (GtkWidget *top,
            GType      type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (child), type) ? child : find_below (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
begins_with_reading (GtkWidget *page)
{
  GtkWidget *group = page != NULL ? find_below (page, GTK_TYPE_SHORTCUTS_GROUP) : NULL;
  g_autofree char *title = NULL;

  if (group != NULL)
    g_object_get (group, "title", &title, NULL);
  return g_strcmp0 (title, _("Reading")) == 0;
}

/* GTK 4.8 puts the pages of a section there the last first. */
static void
order_pages_cb (GtkWidget *overlay)
{
  GtkWidget *section = find_below (overlay, GTK_TYPE_SHORTCUTS_SECTION);
  GtkWidget *stack = section != NULL ? find_below (section, GTK_TYPE_STACK) : NULL;
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *page;

  if (stack == NULL || !begins_with_reading (gtk_widget_get_last_child (stack))
      || gtk_widget_get_first_child (stack) == gtk_widget_get_last_child (stack))
    return;
  while ((page = gtk_widget_get_last_child (stack)) != NULL)
    {
      g_ptr_array_add (pages, g_object_ref (page));
      gtk_stack_remove (GTK_STACK (stack), page);
    }
  for (guint i = 0; i < pages->len; i++)
    {
      g_autofree char *title = g_strdup_printf ("%u", i + 1);

      gtk_stack_add_titled (GTK_STACK (stack), pages->pdata[i], title, title);
    }
  gtk_stack_set_visible_child (GTK_STACK (stack), pages->pdata[0]);
}

/**
 * hs_window_arrange_help:
 * @self: a window
 *
 * Has the list of its keys begin with its first page. Once, in an application.
 */
void
hs_window_arrange_help (HsWindow *self)
{
  GtkShortcutsWindow *overlay = gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (self));

  if (overlay != NULL)
    g_signal_connect (overlay, "map", G_CALLBACK (order_pages_cb), NULL);
}
