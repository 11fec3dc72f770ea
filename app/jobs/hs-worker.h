/* hs-worker.h: hostile bytes, read in another process
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-document.h"
#include "hs-picture.h"

G_BEGIN_DECLS

/**
 * HsFragment:
 *
 * What somebody hands on, as a feed does: one of several that are read together.
 */
typedef struct
{
  const char *text;      /* (nullable): UTF-8 */
  const char *title;     /* (nullable): plain text */
  const char *base_url;  /* (nullable): what relative addresses stand against */
  gboolean html;         /* of the text */
  HsDocument *document;  /* (out) (owned) (nullable) */
  GError *error;         /* (out) (owned) (nullable): why there is no document */
} HsFragment;

/* All of these wait; any thread but the main one. As many workers as there are
 * cores are kept alive between pages. Errors: those of hs_page_read(), and
 * HS_ERROR_LIMIT for what took more time or memory than it may, or broke the
 * worker: the bytes are to be kept as they came. Where no worker can be started,
 * plain text and HTML are read in this process, and that is said once. */

HsDocument *hs_worker_read          (GBytes      *bytes,
                                     const char  *name,
                                     const char  *content_type,
                                     const char  *base_url,
                                     GError     **error);
GPtrArray  *hs_worker_read_all      (GBytes      *bytes,
                                     const char  *name,
                                     const char  *content_type,
                                     const char  *base_url,
                                     GError     **error);
GPtrArray  *hs_worker_split         (GBytes      *bytes,
                                     const char  *name,
                                     const char **content_type);
void        hs_worker_read_fragments (HsFragment *fragments,
                                      guint       n);
/* Returns: (transfer full) (nullable): where the article goes on, of the same host */
char       *hs_worker_find_next     (GBytes      *bytes,
                                     const char  *content_type,
                                     const char  *url);
HsPicture  *hs_worker_read_picture  (GBytes      *bytes,
                                     guint        max_width,
                                     GError     **error);
/* Ends the workers that have nothing to do. */
void        hs_worker_rest          (void);
/* For the tests: HS_GUARD_… of what a worker could do, HsWireGuard of what
 * holds it. */
gboolean    hs_worker_check         (guint       *possible,
                                     guint       *guard,
                                     int         *pid,
                                     GError     **error);

G_END_DECLS
