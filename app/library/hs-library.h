/* hs-library.h: everything kept, in one file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "hs-stored.h"

G_BEGIN_DECLS

/**
 * HsLibrary:
 *
 * An open library: the file `hearsay.db` of one directory. One thread owns the
 * writing connection; whoever writes is run there. Readers borrow a connection
 * of their own. Every function may be called on any thread and waits for its
 * result; the window goes through the room `models`, which does not wait.
 */
#define HS_TYPE_LIBRARY (hs_library_get_type ())
G_DECLARE_FINAL_TYPE (HsLibrary, hs_library, HS, LIBRARY, GObject)

typedef enum
{
  HS_LIBRARY_DEFAULT = 0,
  HS_LIBRARY_READ_ONLY = 1 << 0, /* never write */
  HS_LIBRARY_NO_CREATE = 1 << 1  /* HS_ERROR_NOT_FOUND when there is none */
} HsLibraryFlags;

/* What was written. The values are those of HsChange of the room `models`. */
typedef enum
{
  HS_LIBRARY_ARTICLES = 1 << 0,
  HS_LIBRARY_ENTITIES = 1 << 1,
  HS_LIBRARY_STORIES = 1 << 2,
  HS_LIBRARY_NOTES = 1 << 3,
  HS_LIBRARY_GRADES = 1 << 4,
  HS_LIBRARY_FLAGS = 1 << 5,
  HS_LIBRARY_FEEDS = 1 << 6 /* subscriptions, folders, watches, how they fare */
} HsLibraryArea;

#define HS_LIBRARY_N_AREAS 7

/* @directory: (nullable): NULL is the user's own, `$XDG_DATA_HOME/hearsay`.
 * A library that cannot be written is opened for reading, see
 * hs_library_get_read_only(). Errors: HS_ERROR_NOT_LIBRARY, _NEWER_LIBRARY,
 * _READ_ONLY (and there is nothing to read), _DISK_FULL, _BUSY, _NOT_FOUND,
 * _READ; nothing was touched then. Returns: (transfer full). */
HsLibrary  *hs_library_open          (const char      *directory,
                                      HsLibraryFlags   flags,
                                      GError         **error);
/* Waits for writes under way. Safe to call twice. */
void        hs_library_close         (HsLibrary       *self);
const char *hs_library_get_directory (HsLibrary       *self);
gboolean    hs_library_get_read_only (HsLibrary       *self);

/* --- reading -------------------------------------------------------------- */

/* Ids of the articles that @query finds (DESIGN §4), newest first.
 * @limit: 0 is all of them. Errors: HS_ERROR_QUERY with a sentence.
 * Returns: (transfer full) (element-type gint64). */
GArray        *hs_library_search       (HsLibrary    *self,
                                        const char   *query,
                                        guint         offset,
                                        guint         limit,
                                        GError      **error);
/* Errors: HS_ERROR_NOT_FOUND. Returns: (transfer full). */
HsStored      *hs_library_load_article (HsLibrary    *self,
                                        gint64        id,
                                        GError      **error);
HsStoredStory *hs_library_load_story   (HsLibrary    *self,
                                        gint64        id,
                                        GError      **error);

/* Small facts about the library as a whole ("sample-offered").
 * Returns: (transfer full) (nullable). */
char          *hs_library_get_meta     (HsLibrary    *self,
                                        const char   *key);
gboolean       hs_library_set_meta     (HsLibrary    *self,
                                        const char   *key,
                                        const char   *value,
                                        GError      **error);

G_END_DECLS
