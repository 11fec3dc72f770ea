/* hs-command-extract.c: what a file says, as JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-command.h"

#include <glib/gi18n.h>

#include "hs-contract.h"

/**
 * hs_command_extract:
 * @options: the options
 *
 * One file gives one object; several give an object with `articles`, or with
 * `--jsonl` a line each.
 *
 * Returns: the exit status
 */
int
hs_command_extract (const HsOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = hs_command_files (options, &error);
  JsonArray *articles;
  int status = HS_EXIT_DONE;

  if (files == NULL)
    {
      hs_command_complain (options->files_from, error->message);
      return HS_EXIT_FAILED;
    }
  if (files->len == 0)
    return hs_command_usage (_ ("“extract” needs at least one file."));

  articles = json_array_new ();
  for (guint i = 0; i < files->len; i++)
    {
      const char *file = g_ptr_array_index (files, i);
      g_autoptr (HsDocument) document = hs_command_read (options, file, &error);
      JsonObject *object;

      if (document == NULL)
        {
          hs_command_complain (file, error->message);
          g_clear_error (&error);
          status = HS_EXIT_FAILED;
          continue;
        }
      object = hs_contract_document (file, document);
      json_object_set_int_member (object, "version", HS_CONTRACT_VERSION);
      if (options->jsonl || files->len == 1)
        {
          hs_command_print (object, !options->jsonl);
          json_object_unref (object);
        }
      else
        json_array_add_object_element (articles, object);
    }
  if (!options->jsonl && files->len > 1)
    {
      g_autoptr (JsonObject) all = json_object_new ();

      json_object_set_int_member (all, "version", HS_CONTRACT_VERSION);
      json_object_set_array_member (all, "articles", json_array_ref (articles));
      hs_command_print (all, TRUE);
    }
  json_array_unref (articles);
  return status;
}
