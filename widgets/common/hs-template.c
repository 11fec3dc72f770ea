/* hs-template.c: the end of a widget that was made from a template
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-template.h"

/* Like gtk_widget_dispose_template(), which leaves the children alone that no
 * field is bound to. */
void
hs_template_dispose (GtkWidget *widget,
                     GType      type)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_widget_dispose_template (widget, type);
  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}

/**
 * hs_template_name_choice:
 * @choice: a drop-down
 * @name: what is chosen by it, translated
 *
 * Names it for who does not see what stands beside it. GTK 4.8 gives the keys to a button
 * within it, and says the type of that button otherwise.
 */
void
hs_template_name_choice (GtkDropDown *choice,
                         const char  *name)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (choice));

  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (button != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
setup_choice_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_choice_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/**
 * hs_template_fit_choice:
 * @choice: a drop-down with strings
 *
 * Has it show as much of what is chosen as there is room for: neither all of it, whatever
 * stands beside it, nor the twenty characters of GTK 4.8.
 */
void
hs_template_fit_choice (GtkDropDown *choice)
{
  g_autoptr (GtkListItemFactory) shown = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) listed = g_object_ref (gtk_drop_down_get_factory (choice));

  g_return_if_fail (GTK_IS_DROP_DOWN (choice));

  g_signal_connect (shown, "setup", G_CALLBACK (setup_choice_cb), NULL);
  g_signal_connect (shown, "bind", G_CALLBACK (bind_choice_cb), NULL);
  gtk_drop_down_set_list_factory (choice, listed);
  gtk_drop_down_set_factory (choice, shown);
}
