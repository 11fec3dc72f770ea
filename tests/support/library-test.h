/* library-test.h: a library in a temporary folder, with what tests put in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-import.h"

typedef struct
{
  char *directory;     /* (owned): of the library */
  char *files;         /* (owned): for what is imported */
  HsLibrary *library;  /* (owned) */
} LibraryTest;

void      library_test_set_up    (LibraryTest *self,
                                  gconstpointer data);
void      library_test_tear_down (LibraryTest *self,
                                  gconstpointer data);
/* Closes and opens again. */
void      library_test_reopen    (LibraryTest *self);
/* Writes a file and imports it; returns the article. */
gint64    library_test_import    (LibraryTest *self,
                                  const char  *name,
                                  const char  *text);
/* Imports everything in the folder. */
HsImportResult library_test_import_all (LibraryTest *self);
void      library_test_write     (LibraryTest *self,
                                  const char  *name,
                                  const char  *text);
/* Every row of every table but the journal, times left out. (transfer full) */
char     *library_test_dump      (LibraryTest *self);
void      library_test_remove    (const char  *directory);
gint64    library_test_int       (LibraryTest *self,
                                  const char  *sql);
/* Who has this name, the first found. To be asked before names are moved about. */
gint64    library_test_find_entity (LibraryTest *self,
                                    const char  *name);
/* Where they first stand in the article. */
HsSpan    library_test_find_words  (LibraryTest *self,
                                    gint64       article,
                                    const char  *words);
