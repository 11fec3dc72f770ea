/* hs-format.h: times, numbers and words as the user reads them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "hs-span.h"

G_BEGIN_DECLS

char *hs_format_time          (gint64      seconds);
char *hs_format_published     (const char *published);
char *hs_format_people_places (guint       people,
                               guint       places);
char *hs_format_articles      (guint       n);
char *hs_format_mentions      (guint       n);
char *hs_format_snippet       (const char *text,
                               HsSpan      span,
                               guint       max_chars);
char *hs_format_squash        (const char *text,
                               guint       max_chars);
char *hs_format_title         (const char *text);
char *hs_format_join          (const char *first, ...) G_GNUC_NULL_TERMINATED;
gboolean hs_format_is_date    (const char *text);

G_END_DECLS
