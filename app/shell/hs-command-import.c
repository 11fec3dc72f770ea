/* hs-command-import.c: files, folders and pages into a library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-command.h"

#include <glib/gi18n.h>

#include "hs-import.h"
#include "hs-progress.h"
#include "hs-url.h"

static void
show_progress (double      fraction,
               const char *status,
               gpointer    data)
{
  hs_bar_show (data, fraction, status);
}

static void
show_problem (const char *subject,
              const char *message,
              gpointer    data)
{
  hs_bar_clear (data);
  hs_command_complain (subject, message);
}

static void
print_result (const HsOptions      *options,
              const HsImportResult *result)
{
  if (options->json)
    {
      g_autoptr (JsonObject) object = json_object_new ();

      json_object_set_int_member (object, "added", result->added);
      json_object_set_int_member (object, "changed", result->changed);
      json_object_set_int_member (object, "unchanged", result->unchanged);
      json_object_set_int_member (object, "failed", result->failed);
      hs_command_print (object, FALSE);
      return;
    }
  g_print (_ ("%u new, %u changed, %u already there, %u could not be read\n"), result->added, result->changed,
           result->unchanged, result->failed);
}

/* What is a web address as it stands is fetched, all else is a file. */
static GPtrArray *
collect_files (const HsOptions *options,
               GPtrArray       *addresses)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; options->arguments[i] != NULL; i++)
    if (hs_url_is_web (options->arguments[i]))
      g_ptr_array_add (addresses, options->arguments[i]);
    else
      g_ptr_array_add (files, g_file_new_for_commandline_arg (options->arguments[i]));
  return files;
}

static void
add_result (HsImportResult       *all,
            const HsImportResult *one)
{
  all->added += one->added;
  all->changed += one->changed;
  all->unchanged += one->unchanged;
  all->failed += one->failed;
}

static gboolean
import_all (HsLibrary            *library,
            const HsOptions      *options,
            const HsImportWatch  *watch,
            GCancellable         *cancellable,
            HsImportResult       *result,
            GError              **error)
{
  g_autoptr (GPtrArray) addresses = g_ptr_array_new ();
  g_autoptr (GPtrArray) files = collect_files (options, addresses);
  HsImportResult pages = { 0 };
  gboolean done = TRUE;

  if (files->len > 0)
    done = hs_import_run (library, files, HS_IMPORT_DEFAULT, watch, cancellable, result, error);
  if (done && addresses->len > 0)
    done = hs_import_addresses (library, addresses, options->parts ? HS_IMPORT_PARTS : HS_IMPORT_DEFAULT, watch,
                                cancellable, &pages, error);
  add_result (result, &pages);
  return done;
}

/**
 * hs_command_import:
 * @options: the options
 *
 * Ctrl+C ends it after the articles under way; the next import goes on there.
 *
 * Returns: the exit status
 */
int
hs_command_import (const HsOptions *options)
{
  g_autoptr (HsLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  HsImportResult result = { 0 };
  HsBar bar;
  const HsImportWatch watch = { show_progress, show_problem, &bar };
  HsInterrupt interrupt;
  gboolean done;

  if (options->arguments[0] == NULL)
    return hs_command_usage (_ ("“import” needs at least one file, folder or address."));
  hs_bar_init (&bar);
  hs_interrupt_catch (&interrupt, cancellable);
  library = hs_library_open (options->library, HS_LIBRARY_DEFAULT, &error);
  done = library != NULL && import_all (library, options, &watch, cancellable, &result, &error);
  hs_interrupt_end (&interrupt);
  hs_bar_clear (&bar);
  if (library != NULL)
    {
      print_result (options, &result);
      hs_library_close (library);
    }
  if (g_cancellable_is_cancelled (cancellable))
    hs_command_complain (NULL, _ ("Stopped; what was read is kept. The same import again goes on from there."));
  else if (!done)
    hs_command_complain (library == NULL ? options->library : NULL, error->message);
  return done && result.failed == 0 ? HS_EXIT_DONE : HS_EXIT_FAILED;
}
