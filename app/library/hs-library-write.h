/* hs-library-write.h: what goes into a library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-library.h"

G_BEGIN_DECLS

typedef void (*HsLibraryNotify) (gpointer data);

void hs_library_set_notify (HsLibrary       *self,
                            HsLibraryNotify  notify_func,
                            gpointer         data);

typedef enum
{
  HS_KEPT_ADDED,
  HS_KEPT_CHANGED,
  HS_KEPT_UNCHANGED
} HsKept;

/**
 * HsIncoming:
 * @packed: (nullable): the bytes as they came, see hs_incoming_pack()
 * @sha256: of the bytes as they came
 * @address: (nullable): where they were fetched from
 * @path: (nullable): the file they were read from, absolute
 * @fetched: Unix seconds, 0 now
 * @parts: (nullable): the pages on which it goes on, as they came; of these only
 *   what is said of the bytes counts
 *
 * One text on its way into the library.
 */
typedef struct
{
  GBytes *packed;        /* (owned) (nullable) */
  gsize size;
  char *sha256;          /* (owned) */
  char *address;         /* (owned) (nullable) */
  char *path;            /* (owned) (nullable) */
  char *content_type;    /* (owned) (nullable) */
  char *headers;         /* (owned) (nullable) */
  gint64 fetched;
  gboolean sample;
  GPtrArray *parts;      /* (owned) (nullable) (element-type HsIncoming) */
  HsDocument *document;  /* (owned) */
  HsAnalysis *analysis;  /* (owned) (nullable): %NULL leaves it to wait for its findings */
  const struct _HsEntryKey *entry; /* (unowned) (nullable): of the feed it came by */
  char *text_sha256;     /* (owned) (nullable): of the document's text; made when it is kept */

  gint64 article;        /* (out): which article it is */
  gint64 revision;       /* (out): of it, if the text was kept */
  HsKept kept;           /* (out) */
} HsIncoming;

/* How many stories a decision builds before it returns; one that changed more
 * leaves them for later. */
#define HS_LIBRARY_STORIES_AT_ONCE 40

/* Hashes and compresses; any thread. */
HsIncoming *hs_incoming_new  (GBytes     *bytes);
void        hs_incoming_free (HsIncoming *self);

/* Whether these bytes, read from @path, are there already and nothing would
 * come of reading them again. */
gboolean    hs_library_knows (HsLibrary  *self,
                              const char *sha256,
                              const char *path,
                              gboolean   *known,
                              GError    **error);
/* Keeps whole articles, all or none, in the order given.
 * @incoming: (element-type HsIncoming) */
gboolean    hs_library_keep  (HsLibrary  *self,
                              GPtrArray  *incoming,
                              GError    **error);

/* --- what waits to be analysed ----------------------------------------------------- */

/**
 * HsWaiting:
 * @document: as the text states it; what the analyst corrected is not in it, so
 *   that no correction changes what is found
 *
 * An article without findings, or with those of an older analyser.
 */
typedef struct
{
  gint64 article;
  gint64 revision;
  HsDocument *document;  /* (owned) */
  HsAnalysis *analysis;  /* (owned) (nullable): for who analyses to fill in */
  gboolean kept;         /* (out): else it was changed or analysed meanwhile */
} HsWaiting;

/* @unread: (out): articles that have no findings yet; @outdated: (out): those with
 * findings of an older analyser. */
gboolean   hs_library_count_waiting (HsLibrary  *self,
                                     guint      *unread,
                                     guint      *outdated,
                                     GError    **error);
/* Ids of at most @limit articles that wait: first those without findings, then
 * those with the oldest ones, each by id. @analyser, @article: (inout): after
 * which to go on; -1, 0 at the start.
 * Returns: (transfer full) (element-type gint64) */
GArray    *hs_library_list_waiting  (HsLibrary  *self,
                                     int        *analyser,
                                     gint64     *article,
                                     guint       limit,
                                     GError    **error);
/* Returns: (transfer full) (nullable): NULL with @error set; HS_ERROR_NOT_FOUND
 * when it waits no more */
HsWaiting *hs_library_load_waiting  (HsLibrary  *self,
                                     gint64      article,
                                     GError    **error);
/* Writes what was found, all or none, in the order given; takes the place of what
 * was found before. An article that has another text by now, or findings of this
 * analyser, is left as it is.
 * @waiting: (element-type HsWaiting): each with its analysis */
gboolean   hs_library_keep_findings (HsLibrary  *self,
                                     GPtrArray  *waiting,
                                     GError    **error);
void       hs_waiting_free          (HsWaiting  *self);

/* Builds anew the stories that changed. @limit: about how many at most, 0 all.
 * @done: (nullable): how many were. An interruption leaves the rest for the next
 * time. */
gboolean    hs_library_build_stories (HsLibrary    *self,
                                      guint         limit,
                                      GCancellable *cancellable,
                                      guint        *done,
                                      GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsIncoming, hs_incoming_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsWaiting, hs_waiting_free)

G_END_DECLS
