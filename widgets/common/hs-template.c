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
