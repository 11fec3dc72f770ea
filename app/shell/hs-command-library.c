/* hs-command-library.c: list, show and export what a library holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-command.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

#include "hs-contract-stored.h"
#include "hs-library.h"
#include "hs-markdown.h"

static HsLibrary *
open_library (const HsOptions *options,
              HsLibraryFlags   flags)
{
  g_autoptr (GError) error = NULL;
  HsLibrary *library = hs_library_open (options->library, flags, &error);

  if (library == NULL)
    hs_command_complain (options->library, error->message);
  return library;
}

static void
print_row (const HsStored *stored)
{
  const HsDocument *document = stored->document;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, stored->id);
  g_autofree char *words = g_strdup_printf ("%s%s%s", document->outlet != NULL ? document->outlet : "",
                                            document->outlet != NULL ? ": " : "",
                                            document->title != NULL ? document->title : _ ("Untitled"));
  g_autofree char *plain = hs_command_plain (words, FALSE);

  g_print ("%6s %s%s  %-10.10s  %s\n", id, stored->read ? " " : "●", stored->starred ? "★" : " ",
           document->published != NULL ? document->published : "-", plain);
}

/**
 * hs_command_list:
 * @options: the options
 *
 * Returns: the exit status
 */
int
hs_command_list (const HsOptions *options)
{
  g_autofree char *query = g_strjoinv (" ", options->arguments);
  g_autoptr (HsLibrary) library = open_library (options, HS_LIBRARY_READ_ONLY | HS_LIBRARY_NO_CREATE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  gboolean first = TRUE;

  if (library == NULL)
    return HS_EXIT_FAILED;
  ids = hs_library_search (library, query, 0, 0, &error);
  if (ids == NULL)
    {
      hs_command_complain (NULL, error->message);
      return HS_EXIT_FAILED;
    }
  /* a row at a time: a library may hold a million */
  if (options->json)
    fputs ("[", stdout);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (HsStored) stored = hs_library_load_article (library, g_array_index (ids, gint64, i), NULL);
      g_autoptr (JsonObject) row = NULL;
      g_autofree char *text = NULL;

      if (stored == NULL)
        continue; /* deleted since by somebody else */
      if (!options->json)
        {
          print_row (stored);
          continue;
        }
      row = hs_contract_row (stored);
      text = hs_contract_print (row, FALSE);
      printf ("%s%s", first ? "\n" : ",\n", text);
      first = FALSE;
    }
  if (options->json)
    fputs ("\n]\n", stdout);
  hs_library_close (library);
  return HS_EXIT_DONE;
}

/* One line of the head, or a block. */
static void
print_plain (const char *text,
             gssize      length,
             const char *end)
{
  g_autofree char *words = length < 0 ? g_strdup (text) : g_strndup (text, length);
  g_autofree char *plain = hs_command_plain (words, length >= 0);

  g_print ("%s%s", plain, end);
}

static void
print_article (const HsStored      *stored,
               const HsStoredStory *story)
{
  const HsDocument *document = stored->document;

  print_plain (document->title != NULL ? document->title : _ ("Untitled"), -1, "\n");
  print_plain (document->outlet != NULL ? document->outlet : _ ("unknown source"), -1, " · ");
  print_plain (document->published != NULL ? document->published : _ ("no date"), -1, " · ");
  print_plain (document->url != NULL ? document->url : stored->path != NULL ? stored->path : _ ("no address"), -1,
               "\n");
  if (story != NULL)
    {
      g_print (ngettext ("%u article → ", "%u articles → ", story->n_articles), story->n_articles);
      g_print (ngettext ("%u origin → ", "%u origins → ", story->n_origins), story->n_origins);
      g_print (ngettext ("%u speaker\n", "%u speakers\n", story->n_speakers), story->n_speakers);
    }
  g_print ("\n");
  for (guint i = 0; i < document->blocks->len; i++)
    {
      const HsBlock *block = &g_array_index (document->blocks, HsBlock, i);

      if (block->kind != HS_BLOCK_BOILERPLATE && block->kind != HS_BLOCK_HEADLINE)
        print_plain (document->text + block->span.start, block->span.end - block->span.start, "\n\n");
    }
}

/**
 * hs_command_show:
 * @options: the options
 *
 * Returns: the exit status
 */
int
hs_command_show (const HsOptions *options)
{
  g_autoptr (HsLibrary) library = NULL;
  g_autoptr (HsStored) stored = NULL;
  g_autoptr (HsStoredStory) story = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (g_strv_length (options->arguments) != 1
      || !g_ascii_string_to_signed (options->arguments[0], 10, 1, G_MAXINT64, &id, NULL))
    return hs_command_usage (_ ("“show” needs the number of one article, as “hearsay list” prints it."));
  library = open_library (options, HS_LIBRARY_READ_ONLY | HS_LIBRARY_NO_CREATE);
  if (library == NULL)
    return HS_EXIT_FAILED;
  stored = hs_library_load_article (library, id, &error);
  if (stored == NULL)
    {
      hs_command_complain (NULL, error->message);
      return HS_EXIT_FAILED;
    }
  if (stored->story > 0)
    story = hs_library_load_story (library, stored->story, NULL);
  if (options->json)
    {
      g_autoptr (JsonObject) object = hs_contract_stored (stored, story);

      hs_command_print (object, TRUE);
    }
  else
    print_article (stored, story);
  hs_library_close (library);
  return HS_EXIT_DONE;
}

static gboolean
write_export (HsLibrary   *library,
              const char  *query,
              const char  *output,
              GError     **error)
{
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (GFile) file = NULL;

  if (output == NULL || g_str_equal (output, "-"))
    {
      stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
      return hs_export_markdown (library, query, stream, NULL, error);
    }
  file = g_file_new_for_commandline_arg (output);
  return hs_export_markdown_file (library, query, file, NULL, error);
}

/**
 * hs_command_export:
 * @options: the options
 *
 * Returns: the exit status
 */
int
hs_command_export (const HsOptions *options)
{
  static const char * const planned[] = { "html", "csv", "web-annotation", "stix", "misp", NULL };
  g_autoptr (HsLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  if (g_strv_length (options->arguments) != 1)
    return hs_command_usage (_ ("“export” needs one query, in quotation marks; \"\" is everything."));
  if (options->format == NULL)
    return hs_command_usage (_ ("“export” needs --format."));
  if (g_strv_contains (planned, options->format))
    return hs_command_usage (_ ("The format “%s” is not supported yet; markdown is."), options->format);
  if (!g_str_equal (options->format, "markdown"))
    return hs_command_usage (_ ("There is no format “%s”; markdown is one."), options->format);
  library = open_library (options, HS_LIBRARY_READ_ONLY | HS_LIBRARY_NO_CREATE);
  if (library == NULL)
    return HS_EXIT_FAILED;
  if (!write_export (library, options->arguments[0], options->output, &error))
    {
      hs_command_complain (options->output, error->message);
      return HS_EXIT_FAILED;
    }
  hs_library_close (library);
  return HS_EXIT_DONE;
}
