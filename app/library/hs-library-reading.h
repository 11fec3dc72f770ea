/* hs-library-reading.h: where reading stopped, and what a page was
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-library.h"

G_BEGIN_DECLS

/**
 * HsStoredOriginal:
 * @bytes: (nullable): the file or page as it came; %NULL when only its text was
 *   kept
 * @sha256: (nullable): of @bytes
 *
 * What an article was made of, or a part of that.
 */
typedef struct
{
  GBytes *bytes;       /* (owned) (nullable) */
  char *sha256;        /* (owned) (nullable) */
  char *address;       /* (owned) (nullable) */
  char *path;          /* (owned) (nullable) */
  char *content_type;  /* (owned) (nullable) */
  gint64 fetched;      /* Unix seconds */
} HsStoredOriginal;

/* A source by its name. */
typedef struct
{
  gint64 id;
  char *name;          /* (owned) */
} HsStoredSource;

/* No decisions: none is journaled. Views are told that an article was read. */
gboolean          hs_library_note_read      (HsLibrary  *self,
                                             gint64      article,
                                             GError    **error);
gboolean          hs_library_set_read_to    (HsLibrary  *self,
                                             gint64      article,
                                             guint       at,
                                             GError    **error);
gboolean          hs_library_set_pictures   (HsLibrary  *self,
                                             gint64      source,
                                             gboolean    pictures,
                                             GError    **error);
/* Returns: (transfer full) (element-type HsStoredSource): by name, those whose
 * pictures are loaded without asking */
GPtrArray        *hs_library_load_pictured  (HsLibrary  *self,
                                             GError    **error);
/* Errors: HS_ERROR_NOT_FOUND. Returns: (transfer full) (element-type HsStoredOriginal). */
GPtrArray        *hs_library_load_originals (HsLibrary  *self,
                                             gint64      article,
                                             GError    **error);
void              hs_stored_original_free   (HsStoredOriginal *self);
void              hs_stored_source_free     (HsStoredSource   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsStoredOriginal, hs_stored_original_free)

G_END_DECLS
