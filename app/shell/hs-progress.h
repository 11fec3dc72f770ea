/* hs-progress.h: a bar on the terminal, and Ctrl+C
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  gboolean terminal;
  gboolean drawn;
} HsBar;

typedef struct
{
  GCancellable *cancellable;  /* (unowned) */
  GThread *thread;            /* (owned) */
  int done;                   /* atomic */
} HsInterrupt;

void hs_bar_init        (HsBar        *self);
void hs_bar_clear       (HsBar        *self);
/* @fraction: below 0 is unknown */
void hs_bar_show        (HsBar        *self,
                         double        fraction,
                         const char   *status);
/* From here on Ctrl+C cancels; to be called before any other thread starts. */
void hs_interrupt_catch (HsInterrupt  *self,
                         GCancellable *cancellable);
void hs_interrupt_end   (HsInterrupt  *self);

G_END_DECLS
