/* hs-engine.c: the one analyser of the program, with its word lists
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-engine.h"

#include <string.h>

#include "hs-data-resources.h"

#define LEXICONS "/io/github/hearsay/Hearsay/lexicons/"
#define TAGGER "/io/github/hearsay/Hearsay/models/en/tagger.bin"

/* The list of that name, whatever its ending. */
static gboolean
add_lexicon (HsLexicons  *lexicons,
             char       **files,
             const char  *name,
             GError     **error)
{
  for (char **file = files; *file != NULL; file++)
    {
      gsize length = strlen (name);
      g_autofree char *path = NULL;
      g_autoptr (GBytes) bytes = NULL;

      if (strncmp (*file, name, length) != 0 || ((*file)[length] != '.' && (*file)[length] != '\0'))
        continue;
      path = g_strconcat (LEXICONS, *file, NULL);
      bytes = g_resource_lookup_data (hs_data_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
      return bytes != NULL && hs_lexicons_add (lexicons, name, bytes, error);
    }
  g_warning ("There is no word list “%s”", name);
  return TRUE;
}

/* The model stays where it is: in the program's own pages. */
static gboolean
add_tagger (HsLexicons  *lexicons,
            GError     **error)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (hs_data_get_resource (), TAGGER, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                                     error);

  return bytes != NULL && hs_lexicons_add_tagger (lexicons, bytes, error);
}

static HsAnalyser *
make_analyser (GError **error)
{
  g_autoptr (HsLexicons) lexicons = hs_lexicons_new ();
  g_auto (GStrv) files = g_resource_enumerate_children (hs_data_get_resource (), LEXICONS, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                                        error);

  if (files == NULL)
    return NULL;
  for (const char * const *name = hs_lexicons_get_wanted (); *name != NULL; name++)
    if (!add_lexicon (lexicons, files, *name, error))
      return NULL;
  if (!add_tagger (lexicons, error))
    return NULL;
  return hs_analyser_new (lexicons, error);
}

/**
 * hs_engine_get_analyser:
 * @error: return location
 *
 * Loading the word lists takes a moment the first time, so not on the main
 * thread.
 *
 * Returns: (transfer none): the shared analyser; %NULL with @error set
 */
HsAnalyser *
hs_engine_get_analyser (GError **error)
{
  static GMutex lock;
  static HsAnalyser *shared;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  if (shared == NULL)
    shared = make_analyser (error);
  return shared;
}
