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
