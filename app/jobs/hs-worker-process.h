/* hs-worker-process.h: one hearsay-worker that is running
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "hs-wire.h"

G_BEGIN_DECLS

/**
 * HsWorkerProcess:
 *
 * Belongs to one thread at a time. After anything but HS_ASK_ANSWERED it can only
 * be ended.
 */
typedef struct _HsWorkerProcess HsWorkerProcess;

typedef enum
{
  HS_ASK_ANSWERED,
  HS_ASK_SLOW,      /* it took longer than it may, and was stopped */
  HS_ASK_DIED,      /* it ended in the middle */
  HS_ASK_NONSENSE   /* what it said is no answer */
} HsAsk;

HsWorkerProcess *hs_worker_process_start      (GError          **error);
void             hs_worker_process_end        (HsWorkerProcess  *self);
HsAsk            hs_worker_process_ask        (HsWorkerProcess  *self,
                                               HsWireTask        task,
                                               const GByteArray *fields,
                                               GBytes           *tail,
                                               guint             seconds,
                                               HsWireAnswer     *kind,
                                               GBytes          **answer);
guint            hs_worker_process_get_guard  (HsWorkerProcess  *self);
guint            hs_worker_process_get_served (HsWorkerProcess  *self);
int              hs_worker_process_get_pid    (HsWorkerProcess  *self);

G_END_DECLS
