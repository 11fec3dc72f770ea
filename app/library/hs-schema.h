/* hs-schema.h: whether a file is a library, and making one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-database.h"

G_BEGIN_DECLS

#define HS_SCHEMA_APPLICATION 0x48725379 /* "HrSy" */
#define HS_SCHEMA_VERSION 10

/* Looks at the first bytes only and touches nothing. */
gboolean hs_schema_check_file (const char  *path,
                               GError     **error);
gboolean hs_schema_check      (HsDatabase  *database,
                               GError     **error);
/* Whether the file was made by an older version and is to be brought up to date
 * before anything is read from it. Looks at the first bytes only. */
gboolean hs_schema_is_older   (const char  *path);
/* Makes the tables when there are none, or those an older library lacks; sets
 * the connection up for writing. */
gboolean hs_schema_prepare    (HsDatabase  *database,
                               GError     **error);

G_END_DECLS
