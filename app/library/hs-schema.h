/* hs-schema.h: whether a file is a library, and making one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-database.h"

G_BEGIN_DECLS

#define HS_SCHEMA_APPLICATION 0x48725379 /* "HrSy" */
#define HS_SCHEMA_VERSION 1

/* Looks at the first bytes only and touches nothing. */
gboolean hs_schema_check_file (const char  *path,
                               GError     **error);
gboolean hs_schema_check      (HsDatabase  *database,
                               GError     **error);
/* Makes the tables when there are none; sets the connection up for writing. */
gboolean hs_schema_prepare    (HsDatabase  *database,
                               GError     **error);

G_END_DECLS
