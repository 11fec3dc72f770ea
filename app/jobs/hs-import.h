/* hs-import.h: files, pages and whole folders into a library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "hs-library.h"

G_BEGIN_DECLS

typedef enum
{
  HS_IMPORT_DEFAULT = 0,
  HS_IMPORT_SAMPLE = 1 << 0, /* the articles are the sample story */
  HS_IMPORT_PARTS = 1 << 1   /* pages on which an article goes on are fetched, too */
} HsImportFlags;

/* What is told on the way; on the thread that called. */
typedef struct
{
  /* (nullable): @fraction is -1 while unknown */
  void (*progress) (double      fraction,
                    const char *status,
                    gpointer    data);
  /* (nullable): one file that could not be read; the rest goes on */
  void (*problem)  (const char *subject,
                    const char *message,
                    gpointer    data);
  gpointer data;
} HsImportWatch;

/* @first: the id of the first article that is new or changed, 0 none */
typedef struct
{
  guint added;
  guint changed;
  guint unchanged;
  guint failed;
  gint64 first;
} HsImportResult;

/* Bytes that somebody else fetched. */
typedef struct
{
  GBytes *bytes;             /* (unowned) */
  const char *name;          /* (nullable): a file name, to tell the kind by */
  const char *address;       /* (nullable) */
  const char *content_type;  /* (nullable): as the server gave it */
  const char *headers;       /* (nullable) */
  gint64 fetched;            /* Unix seconds, 0 now */
} HsImportBytes;

/* Words that somebody pasted, and what they say of them. */
typedef struct
{
  const char *text;
  const char *title;      /* (nullable) */
  const char *outlet;     /* (nullable) */
  const char *address;    /* (nullable): as typed */
  const char *published;  /* (nullable): a date, "2026-05-04" */
} HsImportText;

/* Waits; any thread but the main one. Folders are walked, their files taken by
 * name; what has been written stays when it is cancelled or fails, and the next
 * run goes on from there.
 * @files: (element-type GFile); @watch: (nullable); @result: (out) (optional) */
gboolean hs_import_run   (HsLibrary            *library,
                          GPtrArray            *files,
                          HsImportFlags         flags,
                          const HsImportWatch  *watch,
                          GCancellable         *cancellable,
                          HsImportResult       *result,
                          GError              **error);
/* Pages of the web; see there.
 * @addresses: (element-type utf8): as a person types them */
gboolean hs_import_addresses (HsLibrary            *library,
                              GPtrArray            *addresses,
                              HsImportFlags         flags,
                              const HsImportWatch  *watch,
                              GCancellable         *cancellable,
                              HsImportResult       *result,
                              GError              **error);
gboolean hs_import_text  (HsLibrary            *library,
                          const HsImportText   *text,
                          GCancellable         *cancellable,
                          HsImportResult       *result,
                          GError              **error);
/* One document; its story is not built before hs_library_build_stories().
 * @article: (out) (optional): which article it is */
gboolean hs_import_bytes (HsLibrary            *library,
                          const HsImportBytes  *page,
                          GCancellable         *cancellable,
                          gint64               *article,
                          GError              **error);

G_END_DECLS
