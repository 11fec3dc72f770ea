/* hs-page-mail.h: a mail message as an article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "hs-document.h"

G_BEGIN_DECLS

HsDocument *hs_page_read_mail    (GBytes  *bytes,
                                  GError **error);
void        hs_page_prepare_mail (void);

G_END_DECLS
