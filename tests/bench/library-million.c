/* library-million.c: how soon a list shows its first rows
 *
 * library-million [N] [DIR]: makes a library of N (1,000,000) invented articles
 * in DIR, unless it is there already, and one of 1,000 beside it, and measures
 * in both the time from a query to the first twenty rows filled.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "hs-workspace-private.h"
#include "library-test.h"
#include "synthetic.h"
#include "workspace-test.h"

#define ROUNDS 9
#define SHOWN 20

static const char * const queries[] = {
  "", "rare", "common", "common rare", "\"harbour minister\"", "com", "n12", "-harbour", "source:\"Outlet 3\"",
  "is:unread", "is:starred", "is:annotated", "common source:\"Outlet 3\"", "date:2020", "grade:B3", "entity:nobody",
  "harbour OR rare", "id:77",
};

static guint
get_count (HsWorkspace *workspace)
{
  guint n;

  g_object_get (workspace, "n-articles", &n, NULL);
  return n;
}

static void
fill (WorkspaceTest *test,
      guint          n)
{
  g_autoptr (GError) error = NULL;
  gint64 began = g_get_monotonic_time ();

  if (get_count (test->workspace) == n)
    return;
  synthetic_fill (hs_workspace_get_library (test->workspace), n, TRUE, &error);
  g_assert_no_error (error);
  while (get_count (test->workspace) != n)
    g_main_context_iteration (NULL, TRUE);
  g_print ("%u articles made in %.0f s\n", n, (g_get_monotonic_time () - began) / 1e6);
}

/* Milliseconds until the first rows of the query are filled. */
static double
measure (HsList     *list,
         const char *query)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 began;
  guint wanted;

  hs_list_set_query (list, "id:0");
  workspace_test_wait_list (list);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  began = g_get_monotonic_time ();
  hs_list_set_query (list, query);
  while (hs_list_get_loading (list) && g_list_model_get_n_items (G_LIST_MODEL (list)) == 0)
    g_main_context_iteration (NULL, TRUE);
  wanted = MIN (SHOWN, g_list_model_get_n_items (G_LIST_MODEL (list)));
  for (guint i = 0; i < wanted; i++)
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (list), i));
  for (guint i = 0; i < wanted; i++)
    workspace_test_wait_item (items->pdata[i]);
  return (g_get_monotonic_time () - began) / 1e3;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (HsList     *list,
        const char *query)
{
  double times[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    times[i] = measure (list, query);
  qsort (times, ROUNDS, sizeof *times, compare_doubles);
  return times[ROUNDS / 2];
}

static double
get_resident (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmRSS:");
  return line != NULL ? g_ascii_strtod (line + strlen ("VmRSS:"), NULL) / 1024 : 0;
}

static void
measure_whole (WorkspaceTest *test)
{
  double before = get_resident ();
  gint64 began = g_get_monotonic_time ();
  g_autoptr (HsList) list = hs_list_new (test->workspace, HS_LIST_ARTICLES);

  workspace_test_wait_list (list);
  g_print ("all %u ids: %.0f ms, %.1f MB more\n", g_list_model_get_n_items (G_LIST_MODEL (list)),
           (g_get_monotonic_time () - began) / 1e3, get_resident () - before);
}

int
main (int    argc,
      char **argv)
{
  guint n = argc > 1 ? atoi (argv[1]) : 1000000;
  WorkspaceTest many = { argc > 2 ? g_strdup (argv[2]) : NULL, NULL };
  WorkspaceTest few = { NULL, NULL };
  g_autoptr (HsList) many_list = NULL;
  g_autoptr (HsList) few_list = NULL;
  gint64 began = g_get_monotonic_time ();

  workspace_test_set_up (&many, NULL);
  g_print ("opened in %.0f ms\n", (g_get_monotonic_time () - began) / 1e3);
  workspace_test_set_up (&few, NULL);
  fill (&few, 1000);
  fill (&many, n);
  measure_whole (&many);
  many_list = hs_list_new (many.workspace, HS_LIST_ARTICLES);
  few_list = hs_list_new (few.workspace, HS_LIST_ARTICLES);
  workspace_test_wait_list (many_list);
  workspace_test_wait_list (few_list);
  g_print ("%-28s %10s %10s %6s\n", "query", "1,000", "N", "ratio");
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      double a = median (few_list, queries[i]);
      double b = median (many_list, queries[i]);

      g_print ("%-28s %7.2f ms %7.2f ms %6.2f\n", *queries[i] != '\0' ? queries[i] : "(everything)", a, b, b / a);
    }
  g_clear_object (&many_list);
  g_clear_object (&few_list);
  workspace_test_tear_down (&few, NULL);
  if (argc > 2)
    g_clear_object (&many.workspace);
  else
    workspace_test_tear_down (&many, NULL);
  return 0;
}
