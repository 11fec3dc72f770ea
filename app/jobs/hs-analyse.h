/* hs-analyse.h: what was kept is read: who is named, who said what
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "hs-library.h"

G_BEGIN_DECLS

/* What is told on the way; on the thread that called. */
typedef struct
{
  /* (nullable): @total grows while others keep more */
  void (*progress) (guint       done,
                    guint       total,
                    gpointer    data);
  /* (nullable): one article that could not be read; the rest goes on */
  void (*problem)  (gint64      article,
                    const char *message,
                    gpointer    data);
  gpointer data;
} HsAnalyseWatch;

typedef struct
{
  guint analysed;  /* articles */
  guint failed;
} HsAnalyseResult;

/* Waits; any thread but the main one and the library's. What was written stays when
 * it is cancelled or fails, and the next run goes on from there.
 * @watch: (nullable); @result: (out) (optional): also when it failed */
gboolean hs_analyse_run (HsLibrary             *library,
                         const HsAnalyseWatch  *watch,
                         GCancellable          *cancellable,
                         HsAnalyseResult       *result,
                         GError               **error);

G_END_DECLS
