/* hs-settle.h: columns set, and what follows from them put right
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-library-private.h"

G_BEGIN_DECLS

typedef struct _HsSettling HsSettling;

HsSettling *hs_settling_new    (HsLibrary      *library,
                                HsDatabase     *database);
void        hs_settling_free   (HsSettling     *self);
gboolean    hs_settling_apply  (HsSettling     *self,
                                const char     *table,
                                gint64          row,
                                const char     *column,
                                const HsValue  *value,
                                GError        **error);
gboolean    hs_settling_finish (HsSettling     *self,
                                GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsSettling, hs_settling_free)

G_END_DECLS
