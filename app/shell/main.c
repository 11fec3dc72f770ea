/* main.c: the window, or one of the commands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#include "hs-application.h"
#include "hs-command.h"
#include "hs-config.h"
#include "hs-data-resources.h"

static void
start_translation (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, HS_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static int
print_help (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n  hearsay [--library DIR] [--article ID]\n  hearsay %s [%s…]\n\n", _ ("Usage:"),
                          _ ("COMMAND"), _ ("OPTION"));
  g_string_append_printf (text, "%s\n\n",
                          _ ("Reads the many articles of one story and shows who is named, who said what, and who "
                             "only repeats it.\nWithout a command it opens the window."));
  g_string_append_printf (text, "%s\n", _ ("Commands:"));
  hs_command_list_all (text);
  g_string_append_printf (text, "\n%s\n  --library DIR       %s\n  --article ID        %s\n  --version           %s\n  "
                                "--help              %s\n\n%s\n",
                          _ ("Options:"), _ ("use the library in DIR"), _ ("open with this article"),
                          _ ("print the version"), _ ("print this"),
                          _ ("“hearsay COMMAND --help” explains each command; “man hearsay” tells it all."));
  g_print ("%s", text->str);
  return HS_EXIT_DONE;
}

/* What stands before the command: only what the window takes. */
static int
run_window (int    argc,
            char **argv)
{
  const char *library = NULL;
  gint64 article = 0;
  gboolean service = FALSE;

  for (int i = 1; i < argc; i++)
    {
      if (g_str_equal (argv[i], "--library"))
        {
          if (i + 1 >= argc)
            return hs_command_usage (_ ("“--library” needs a folder."));
          library = argv[++i];
        }
      else if (g_str_has_prefix (argv[i], "--library="))
        library = argv[i] + strlen ("--library=");
      else if (g_str_equal (argv[i], "--article"))
        {
          if (i + 1 >= argc || !g_ascii_string_to_signed (argv[++i], 10, 1, G_MAXINT64, &article, NULL))
            return hs_command_usage (_ ("“--article” needs the number of an article."));
        }
      else if (g_str_equal (argv[i], "--gapplication-service"))
        service = TRUE; /* the session bus starts it, and says then what it wants */
      else if (g_str_equal (argv[i], "--version"))
        {
          g_print ("hearsay %s\n", HS_VERSION);
          return HS_EXIT_DONE;
        }
      else if (g_str_equal (argv[i], "--help") || g_str_equal (argv[i], "-h"))
        return print_help ();
      else if (argv[i][0] == '-')
        return hs_command_usage (_ ("There is no option “%s”."), argv[i]);
      else
        {
          const HsCommand *command = hs_command_find (argv[i]);

          if (command == NULL)
            return hs_command_usage (_ ("There is no command “%s”."), argv[i]);
          return hs_command_usage (_ ("Options stand after the command: hearsay %s --library DIR …"), argv[i]);
        }
    }
  if (library != NULL && *library == '\0')
    return hs_command_usage (_ ("“--library” needs a folder."));
  return hs_application_run_window (library, article, service);
}

int
main (int    argc,
      char **argv)
{
  const HsCommand *command;

  start_translation ();
  (void) hs_data_get_resource (); /* so that it is linked, and registers itself */
  command = argc > 1 ? hs_command_find (argv[1]) : NULL;
  if (command != NULL)
    return hs_command_main (command, argc - 1, argv + 1);
  return run_window (argc, argv);
}
