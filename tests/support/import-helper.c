/* import-helper.c: the importer without a window, for tests
 *
 * import-helper LIBRARY PATH…
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-import.h"

static void
print_problem (const char *subject,
               const char *message,
               gpointer    data)
{
  g_printerr ("%s: %s\n", subject, message);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsLibrary) library = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  const HsImportWatch watch = { NULL, print_problem, NULL };
  HsImportResult result = { 0 };
  gint64 began = g_get_monotonic_time ();

  if (argc < 2)
    return 2;
  library = hs_library_open (argv[1], HS_LIBRARY_DEFAULT, &error);
  for (int i = 2; i < argc; i++)
    g_ptr_array_add (files, g_file_new_for_commandline_arg (argv[i]));
  if (library == NULL || !hs_import_run (library, files, HS_IMPORT_DEFAULT, &watch, NULL, &result, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  hs_library_close (library);
  g_print ("added %u changed %u unchanged %u failed %u seconds %.3f\n", result.added, result.changed,
           result.unchanged, result.failed, (g_get_monotonic_time () - began) / 1e6);
  return 0;
}
