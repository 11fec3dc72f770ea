/* hs-feed-date-names.h: the names that dates are written with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int      hs_feed_date_month (const char *word);
gboolean hs_feed_date_zone  (const char *word,
                             int        *minutes);

G_END_DECLS
