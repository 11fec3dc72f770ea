/* widget-test.h: a library with the sample story, and widgets on a screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "workspace-test.h"

void       widget_test_init        (int            *argc,
                                    char         ***argv);
/* A fixture: a workspace that holds the sample story. */
void       widget_test_set_up      (WorkspaceTest  *self,
                                    gconstpointer   data);
/* The page of an entity; (transfer full). */
HsEntityPage *widget_test_read_entity (WorkspaceTest *self,
                                       gint64         id);
/* Returns: (transfer full): the article of the sample whose title begins so */
HsReading *widget_test_read        (WorkspaceTest  *self,
                                    const char     *title);
/* Shows @child in a window and waits until it is drawn. */
GtkWidget *widget_test_show        (GtkWidget      *child);
/* Lets the main loop run for a while. */
void       widget_test_run         (guint           msec);
/* The first widget below @top of @type whose accessible label is, or whose
 * text begins with @text (NULL: any). */
GtkWidget *widget_test_find        (GtkWidget      *top,
                                    GType           type,
                                    const char     *text);
guint      widget_test_count       (GtkWidget      *top,
                                    GType           type);
/* A label below @top that has @text in it; (nullable). */
GtkWidget *widget_test_find_text   (GtkWidget      *top,
                                    const char     *text);
/* The same, once it is there: lets the main loop run until then. */
GtkWidget *widget_test_wait_for    (GtkWidget      *top,
                                    const char     *text);
