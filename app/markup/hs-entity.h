/* hs-entity.h: character references of HTML
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gunichar hs_entity_lookup      (const char *name,
                                gsize       length);
gsize    hs_entity_read        (const char *at,
                                gsize       length,
                                gunichar   *character);
char    *hs_entity_decode      (const char *text);
char    *hs_entity_repair      (const char *text);
void     hs_entity_append_html (GString    *out,
                                const char *text,
                                gssize      length,
                                gboolean    quotes);

G_END_DECLS
