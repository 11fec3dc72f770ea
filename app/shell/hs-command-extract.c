/* hs-command-extract.c: what a file says, as JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-command.h"

#include <glib/gi18n.h>

#include "hs-contract.h"

static void
print_one (const HsOptions *options,
           const char      *file,
           HsDocument      *document,
           gboolean         single,
           JsonArray       *articles)
{
  JsonObject *object = hs_contract_document (file, document);

  json_object_set_int_member (object, "version", HS_CONTRACT_VERSION);
  if (!options->jsonl && !single)
    {
      json_array_add_object_element (articles, object);
      return;
    }
  hs_command_print (object, !options->jsonl);
  json_object_unref (object);
}

/**
 * hs_command_extract:
 * @options: the options
 *
 * One document gives one object; several give an object with `articles`, or with
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
  gboolean single;

  if (files == NULL)
    {
      hs_command_complain (options->files_from, error->message);
      return HS_EXIT_FAILED;
    }
  if (files->len == 0)
    return hs_command_usage (_ ("“extract” needs at least one file."));

  articles = json_array_new ();
  single = files->len == 1;
  for (guint i = 0; i < files->len; i++)
    {
      const char *file = g_ptr_array_index (files, i);
      g_autoptr (GPtrArray) documents = hs_command_read (options, file, &error);

      if (documents == NULL)
        {
          hs_command_complain (file, error->message);
          g_clear_error (&error);
          status = HS_EXIT_FAILED;
          continue;
        }
      single = single && documents->len == 1;
      for (guint k = 0; k < documents->len; k++)
        print_one (options, file, g_ptr_array_index (documents, k), single, articles);
    }
  if (!options->jsonl && !single)
    {
      g_autoptr (JsonObject) all = json_object_new ();

      json_object_set_int_member (all, "version", HS_CONTRACT_VERSION);
      json_object_set_array_member (all, "articles", json_array_ref (articles));
      hs_command_print (all, TRUE);
    }
  json_array_unref (articles);
  return status;
}
