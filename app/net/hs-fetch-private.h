/* hs-fetch-private.h: between the fetcher and its reading of answers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

#include "hs-fetch.h"

G_BEGIN_DECLS

HsFetchResult *hs_fetch_result_new         (const char          *url);
void           hs_fetch_result_fail        (HsFetchResult       *self,
                                            HsFetchOutcome       outcome,
                                            const char          *format,
                                            ...) G_GNUC_PRINTF (3, 4);
void           hs_fetch_result_take_head   (HsFetchResult       *self,
                                            SoupMessage         *message,
                                            gint64               now);
void           hs_fetch_result_take_error  (HsFetchResult       *self,
                                            SoupMessage         *message,
                                            const GError        *error,
                                            gboolean             in_body);
gint64         hs_fetch_parse_retry_after  (const char          *value,
                                            gint64               now);
gint64         hs_fetch_parse_fresh_until  (const char          *cache_control,
                                            const char          *age,
                                            gint64               now);

/* gzip, whole: NULL when it ends too early or is damaged. What is no gzip at all
 * comes back as it is.
 * @too_large: (out): it would be larger than @max. Returns: (transfer full) (nullable) */
GBytes        *hs_fetch_unpack             (GBytes              *packed,
                                            gsize                max,
                                            gboolean            *too_large);

/* --- addresses --- */

int            hs_fetch_port               (GUri                *uri);
char          *hs_fetch_host_key           (GUri                *uri);
gboolean       hs_fetch_may_know           (GUri                *from,
                                            GUri                *to);
/* @user, @password: (out) (optional) (transfer full): those in the address,
 * untouched when it has none. Returns: (transfer full) (nullable) */
GUri          *hs_fetch_parse_address      (const char          *address,
                                            char               **user,
                                            char               **password);
gboolean       hs_fetch_is_loopback        (const char          *host);

G_END_DECLS
