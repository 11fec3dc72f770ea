/* hs-language.h: whether a text is English, and what languages are called
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean hs_language_is_english (const char *text,
                                 const char *stated);
char    *hs_language_dup_name   (const char *tag);

G_END_DECLS
