/* hs-section.h: the sections of the sidebar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-list.h"

G_BEGIN_DECLS

typedef enum
{
  HS_SECTION_ALL,
  HS_SECTION_UNREAD,
  HS_SECTION_STARRED,
  HS_SECTION_STORIES,
  HS_SECTION_SOURCES,
  HS_SECTION_ENTITIES,
  HS_SECTION_NOTES,
  HS_N_SECTIONS
} HsSection;

const char *hs_section_get_nick     (HsSection section);
gboolean    hs_section_from_nick    (const char *nick,
                                     HsSection  *out);
const char *hs_section_get_title    (HsSection section);
const char *hs_section_get_icon     (HsSection section);
/* The property of the workspace that counts what is in it. */
const char *hs_section_get_counter  (HsSection section);
HsListWhat  hs_section_get_what     (HsSection section);
/* What the query has in it before anything is typed. */
const char *hs_section_get_query    (HsSection section);

G_END_DECLS
