/* hs-template.h: the end of a widget that was made from a template
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void hs_template_dispose (GtkWidget *widget,
                          GType      type);

void hs_template_name_choice (GtkDropDown *choice,
                              const char  *name);
void hs_template_fit_choice  (GtkDropDown *choice);

G_END_DECLS
