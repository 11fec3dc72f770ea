/* widget-test.c: a library with the sample story, and widgets on a screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "widget-test.h"

#include <string.h>

#include "hs-data-resources.h"
#include "hs-ui-resources.h"

void
widget_test_init (int    *argc,
                  char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  (void) hs_data_get_resource ();
  (void) hs_ui_get_resource ();
}

void
widget_test_set_up (WorkspaceTest *self,
                    gconstpointer  data)
{
  g_autoptr (HsJob) job = NULL;

  workspace_test_set_up (self, data);
  job = hs_import_job_new_sample (self->workspace);
  workspace_test_run_job (job);
}

HsReading *
widget_test_read (WorkspaceTest *self,
                  const char    *title)
{
  g_autoptr (HsList) list = hs_list_new (self->workspace, HS_LIST_ARTICLES);
  guint n;

  workspace_test_wait_list (list);
  n = g_list_model_get_n_items (G_LIST_MODEL (list));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HsReading) reading = workspace_test_read (self, hs_list_get_id (list, i));

      if (g_str_has_prefix (reading->document->title, title))
        return g_steal_pointer (&reading);
    }
  g_error ("the sample has no article “%s”", title);
}

GtkWidget *
widget_test_show (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 700, 700);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  return window;
}

static gboolean
over_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

void
widget_test_run (guint msec)
{
  gboolean over = FALSE;

  g_timeout_add (msec, over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
has_text (GtkWidget  *widget,
          const char *text)
{
  if (text == NULL)
    return TRUE;
  if (GTK_IS_LABEL (widget))
    return g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), text);
  if (GTK_IS_EDITABLE (widget))
    return g_str_has_prefix (gtk_editable_get_text (GTK_EDITABLE (widget)), text);
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    return g_str_has_prefix (gtk_button_get_label (GTK_BUTTON (widget)), text);
  return widget_test_find (gtk_widget_get_first_child (widget) != NULL ? widget : NULL, GTK_TYPE_LABEL, text) != NULL;
}

GtkWidget *
widget_test_find (GtkWidget  *top,
                  GType       type,
                  const char *text)
{
  if (top == NULL)
    return NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (!gtk_widget_get_visible (child))
        continue;
      if (g_type_is_a (G_OBJECT_TYPE (child), type) && has_text (child, text))
        return child;
      found = widget_test_find (child, type, text);
      if (found != NULL)
        return found;
    }
  return NULL;
}

guint
widget_test_count (GtkWidget *top,
                   GType      type)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child))
      n += (g_type_is_a (G_OBJECT_TYPE (child), type) ? 1 : 0) + widget_test_count (child, type);
  return n;
}

/* A label below @top that has @text in it. */
GtkWidget *
widget_test_find_text (GtkWidget  *top,
                       const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = GTK_IS_LABEL (child) && strstr (gtk_label_get_text (GTK_LABEL (child)), text) != NULL
                           ? child : widget_test_find_text (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Lets the main loop run until it is there. */
GtkWidget *
widget_test_wait_for (GtkWidget  *top,
                      const char *text)
{
  for (guint i = 0; i < 400; i++)
    {
      GtkWidget *label = widget_test_find_text (top, text);

      if (label != NULL)
        return label;
      widget_test_run (50);
    }
  g_error ("“%s” is not shown", text);
}

static void
entity_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  *(HsEntityPage **) user_data = hs_workspace_read_entity_finish (HS_WORKSPACE (source), result, &error);
  g_assert_no_error (error);
}

HsEntityPage *
widget_test_read_entity (WorkspaceTest *self,
                         gint64         id)
{
  HsEntityPage *page = NULL;

  hs_workspace_read_entity_async (self->workspace, id, NULL, entity_cb, &page);
  while (page == NULL)
    g_main_context_iteration (NULL, TRUE);
  return page;
}
