/* hs-entities.h: the mentions of one article, gathered into what they name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-article-reading.h"
#include "hs-roles.h"

G_BEGIN_DECLS

void  hs_entities_add_name      (HsLocalEntity *entity,
                                 const char    *name);
void  hs_entities_add_role      (HsLocalEntity *entity,
                                 const HsRole  *role);
char  hs_entities_told_gender   (const HsReading *self,
                                 const HsFound *found);

G_END_DECLS
