/* hs-command.c: what the commands share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-command.h"

#include <glib/gi18n.h>
#include <malloc.h>
#include <stdio.h>
#include <string.h>

#include "hs-contract.h"
#include "hs-error.h"
#include "hs-worker.h"

static const HsCommand commands[] = {
  { "import", N_ ("PATH|URL…"), N_ ("take files, folders and pages into the library"),
    N_ ("Reads .txt, .html, .pdf, .eml and .mbox files, whole folders of them, and pages of the web; analyses "
        "and keeps them. The same file twice is one article; a changed one is a new revision. With --parts an article "
        "that goes on on other pages of its host is fetched whole. What cannot be read is named, with the reason, and "
        "the rest are taken all the same."),
    HS_TAKES_LIBRARY | HS_TAKES_JSON | HS_TAKES_PARTS, hs_command_import },
  { "feeds", N_ ("ACTION…"), N_ ("subscribe to feeds, list and move them"),
    N_ ("feeds add URL [--title T] [--folder F]: subscribe; “A/B” is a folder in a folder, made where there is none; "
        "the address of a page leads to its feed. feeds remove FEED…: by number, address or title; articles stay. "
        "feeds list: what there is. feeds import FILE: from OPML; what is left out is named. feeds export [-o FILE]: "
        "to OPML. feeds health: how each fares, when it is asked next, and why then."),
    HS_TAKES_LIBRARY | HS_TAKES_JSON | HS_TAKES_FEEDS, hs_command_feeds },
  { "refresh", N_ ("[FEED…]"), N_ ("fetch the feeds that are due"),
    N_ ("Asks for each feed that is due, or for those named by number, address or a part of the title, and keeps what "
        "is new or changed. With --all also what is not due, but never a server that asked to be left alone. A feed "
        "that fails is named, with the reason, and the rest are fetched all the same."),
    HS_TAKES_LIBRARY | HS_TAKES_JSON | HS_TAKES_ALL, hs_command_refresh },
  { "list", N_ ("[QUERY]"), N_ ("list the articles that a query finds"),
    N_ ("QUERY is what the search field of the window takes: words, \"a phrase\", -without, OR, source: entity: kind: "
        "feed: folder: story: tag: grade: date: is:unread|starred|annotated|graded. Without it, everything. A query "
        "that begins with - stands after --, as in: hearsay list -- -without."),
    HS_TAKES_LIBRARY | HS_TAKES_JSON, hs_command_list },
  { "show", N_ ("ID"), N_ ("show one article with all that is known of it"),
    N_ ("Prints the article as text, or with --json its mentions, statements, signals, notes, grades and revisions."),
    HS_TAKES_LIBRARY | HS_TAKES_JSON, hs_command_show },
  { "parse-feed", N_ ("FILE…"), N_ ("print what a feed says, as JSON Feed; no library"),
    N_ ("Reads RSS, Atom and JSON Feed files. With --json prints JSON Feed 1.1 whatever came in; what that has "
        "no field for stands under _hearsay. The content of entries is cleaned: nothing in it can run or load but "
        "pictures."),
    HS_TAKES_JSON | HS_TAKES_FILES | HS_TAKES_PAGE, hs_command_parse_feed },
  { "extract", N_ ("FILE…"), N_ ("print what a file says, as JSON; no library"),
    N_ ("Prints title, byline, dates, text and blocks of each file."),
    HS_TAKES_JSON | HS_TAKES_FILES | HS_TAKES_PAGE, hs_command_extract },
  { "analyse", N_ ("FILE…"), N_ ("analyse the articles of a story, as JSON; no library"),
    N_ ("Prints mentions, statements and signals of each file, the entities they share, and their stories with "
        "origins, utterances and counts. With --jsonl each file by itself, a line each."),
    HS_TAKES_JSON | HS_TAKES_FILES | HS_TAKES_PAGE, hs_command_analyse },
  { "export", N_ ("QUERY"), N_ ("write annotated notes to a file"),
    N_ ("Writes the articles that QUERY finds (\"\" is everything) with quotes, notes, source, address, date and hash. "
        "The format is markdown; the file is replaced whole or not at all."),
    HS_TAKES_LIBRARY | HS_TAKES_OUTPUT, hs_command_export },
};

/**
 * hs_command_find:
 * @name: a word of the command line
 *
 * Returns: (transfer none) (nullable): the command of that name
 */
const HsCommand *
hs_command_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];
  return NULL;
}

/**
 * hs_command_plain:
 * @text: words of an article, or a file's name
 * @lines: whether it may have more than one line
 *
 * Returns: (transfer full): the same without what a terminal would act on
 */
char *
hs_command_plain (const char *text,
                  gboolean    lines)
{
  GString *out = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (lines && (c == '\n' || c == '\t'))
        g_string_append_c (out, (char) c);
      else if (c == '\n' || c == '\t')
        g_string_append_c (out, ' ');
      else
        g_string_append_unichar (out, g_unichar_iscntrl (c) ? 0xfffd : c);
    }
  return g_string_free (out, FALSE);
}

/**
 * hs_command_list_all:
 * @out: a text
 *
 * Appends a line for each command: what it is called, takes and does, translated.
 */
void
hs_command_list_all (GString *out)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const char *parameters = _ (commands[i].parameters);
      int blanks = MAX (1, 10 - (int) g_utf8_strlen (parameters, -1));

      g_string_append_printf (out, "  %-11s%s%*s%s\n", commands[i].name, parameters, blanks, "",
                              _ (commands[i].summary));
    }
}

/**
 * hs_command_complain:
 * @subject: (nullable): the file or thing it is about
 * @message: what went wrong
 *
 * Says it on standard error, in one line.
 */
void
hs_command_complain (const char *subject,
                     const char *message)
{
  g_autofree char *name = subject != NULL ? hs_command_plain (subject, FALSE) : NULL;
  g_autofree char *words = hs_command_plain (message, FALSE);

  if (name != NULL)
    g_printerr ("hearsay: %s: %s\n", name, words);
  else
    g_printerr ("hearsay: %s\n", words);
}

/**
 * hs_command_usage:
 * @format: what is wrong with the command line
 * @...: its arguments
 *
 * Returns: the exit status for wrong usage
 */
int
hs_command_usage (const char *format,
                  ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("hearsay: %s\n%s\n", message, _ ("Try “hearsay --help”, or “hearsay COMMAND --help”."));
  return HS_EXIT_USAGE;
}

static GOptionContext *
make_context (const HsCommand *command,
              HsOptions       *options)
{
  const GOptionEntry entries[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &options->library, N_ ("use the library in DIR"), N_ ("DIR") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->json, N_ ("print the machine form"), NULL },
    { "jsonl", 0, 0, G_OPTION_ARG_NONE, &options->jsonl, N_ ("print one object a line as it goes"), NULL },
    { "files-from", 0, 0, G_OPTION_ARG_FILENAME, &options->files_from,
      N_ ("read the names of files from LIST, one a line"), N_ ("LIST") },
    { "base", 0, 0, G_OPTION_ARG_STRING, &options->base, N_ ("the address the page came from"), N_ ("URL") },
    { "content-type", 0, 0, G_OPTION_ARG_STRING, &options->content_type,
      N_ ("the content type it came with"), N_ ("TYPE") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options->format, N_ ("the format: markdown"), N_ ("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
      N_ ("where to write; - is standard output"), N_ ("OUT") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &options->title, N_ ("what to call the feed"), N_ ("TITLE") },
    { "folder", 0, 0, G_OPTION_ARG_STRING, &options->folder, N_ ("the folder it goes into"), N_ ("FOLDER") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &options->all, N_ ("also what is not due"), NULL },
    { "parts", 0, 0, G_OPTION_ARG_NONE, &options->parts, N_ ("also the pages on which an article goes on"), NULL },
    { NULL }
  };
  /* which bit lets each of them in */
  const HsTakes needs[] = { HS_TAKES_LIBRARY, HS_TAKES_JSON, HS_TAKES_FILES, HS_TAKES_FILES,
                            HS_TAKES_PAGE, HS_TAKES_PAGE, HS_TAKES_OUTPUT, HS_TAKES_OUTPUT | HS_TAKES_FEEDS,
                            HS_TAKES_FEEDS, HS_TAKES_FEEDS, HS_TAKES_ALL, HS_TAKES_PARTS };
  g_autofree char *name = g_strconcat ("hearsay ", command->name, NULL);
  GOptionContext *context = g_option_context_new (_ (command->parameters));

  g_set_prgname (name); /* as the usage prints it */

  for (guint i = 0; entries[i].long_name != NULL; i++)
    if (command->takes & needs[i])
      {
        const GOptionEntry one[] = { entries[i], { NULL } };

        g_option_context_add_main_entries (context, one, GETTEXT_PACKAGE);
      }
  g_option_context_set_summary (context, _ (command->description));
  return context;
}

static void
options_clear (HsOptions *options)
{
  g_free (options->library);
  g_free (options->files_from);
  g_free (options->base);
  g_free (options->content_type);
  g_free (options->format);
  g_free (options->output);
  g_free (options->title);
  g_free (options->folder);
  g_strfreev (options->arguments);
}

/* What could not be printed is not done. */
static int
check_output (int status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  hs_command_complain (NULL, _ ("The output could not be written."));
  return HS_EXIT_FAILED;
}

/* A command is over soon: what it frees it will want again, and to hand memory back to
 * the system piece by piece, and ask for it anew, took a tenth of its time. */
static void
keep_memory (void)
{
  mallopt (M_TRIM_THRESHOLD, 64 * 1024 * 1024);
  mallopt (M_TOP_PAD, 1024 * 1024);
  mallopt (M_MMAP_THRESHOLD, 4 * 1024 * 1024);
}

/**
 * hs_command_main:
 * @command: the command that the command line names
 * @argc: the number of @argv
 * @argv: the command line, from the command's name on
 *
 * Returns: the exit status
 */
int
hs_command_main (const HsCommand *command,
                 int              argc,
                 char           **argv)
{
  HsOptions options = { 0 };
  g_autoptr (GOptionContext) context = make_context (command, &options);
  g_auto (GStrv) copy = g_new0 (char *, argc + 1);
  g_autoptr (GError) error = NULL;
  int status;

  keep_memory ();
  for (int i = 0; i < argc; i++)
    copy[i] = g_strdup (argv[i]);
  if (!g_option_context_parse_strv (context, &copy, &error))
    {
      status = hs_command_usage ("%s", error->message);
      options_clear (&options);
      return status;
    }
  options.arguments = g_strdupv (g_strv_length (copy) > 0 ? copy + 1 : copy);
  /* after "--" everything is an argument */
  if (options.arguments[0] != NULL && g_str_equal (options.arguments[0], "--"))
    {
      g_free (options.arguments[0]);
      memmove (options.arguments, options.arguments + 1,
               sizeof (char *) * (g_strv_length (options.arguments + 1) + 1));
    }
  status = check_output (command->run (&options));
  options_clear (&options);
  return status;
}

/**
 * hs_command_files:
 * @options: the options
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type filename): the files named on
 *   the command line, then those of `--files-from`
 */
GPtrArray *
hs_command_files (const HsOptions *options,
                  GError         **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GFile) source = NULL;
  g_autoptr (GError) local = NULL;
  g_autofree char *list = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; options->arguments[i] != NULL; i++)
    g_ptr_array_add (files, g_strdup (options->arguments[i]));
  if (options->files_from == NULL)
    return g_steal_pointer (&files);
  source = g_file_new_for_commandline_arg (options->files_from);
  if (!g_file_load_contents (source, NULL, &list, NULL, NULL, &local))
    {
      g_propagate_error (error, hs_error_from_io (g_steal_pointer (&local)));
      return NULL;
    }
  lines = g_strsplit (list, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_strchomp (lines[i]);
      if (*lines[i] != '\0')
        g_ptr_array_add (files, g_strdup (lines[i]));
    }
  return g_steal_pointer (&files);
}

/**
 * hs_command_load:
 * @file: path of a file
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its bytes
 */
GBytes *
hs_command_load (const char  *file,
                 GError     **error)
{
  g_autoptr (GFile) handle = g_file_new_for_commandline_arg (file);
  g_autoptr (GError) local = NULL;
  GBytes *bytes;

  if (!g_file_is_native (handle))
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_UNSUPPORTED, _ ("Addresses cannot be read yet; files can."));
      return NULL;
    }
  if (g_file_query_file_type (handle, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_READ, _ ("It is a folder; name the files in it."));
      return NULL;
    }
  bytes = g_file_load_bytes (handle, NULL, NULL, &local);
  if (bytes == NULL)
    g_propagate_error (error, hs_error_from_io (g_steal_pointer (&local)));
  return bytes;
}

/**
 * hs_command_read:
 * @options: the options, of which base and content type are used
 * @file: path of a file
 * @error: return location for an error
 *
 * Reads it in the worker.
 *
 * Returns: (transfer full) (element-type HsDocument) (nullable): what the file
 *   says; a mailbox says several things
 */
GPtrArray *
hs_command_read (const HsOptions *options,
                 const char      *file,
                 GError         **error)
{
  g_autoptr (GBytes) bytes = hs_command_load (file, error);
  g_autofree char *name = g_path_get_basename (file);

  if (bytes == NULL)
    return NULL;
  return hs_worker_read_all (bytes, name, options->content_type, options->base, error);
}

/**
 * hs_command_print:
 * @object: (transfer none): what to print
 * @pretty: over many lines
 *
 * Prints it on standard output, with a line end, and sends it off.
 */
void
hs_command_print (JsonObject *object,
                  gboolean    pretty)
{
  g_autofree char *text = hs_contract_print (object, pretty);

  fputs (text, stdout);
  fputc ('\n', stdout);
  fflush (stdout);
}
