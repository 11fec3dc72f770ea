/* hs-names-private.h: words of names, as they are compared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HS_NAME_COUNTED 10874
#define HS_NAME_LONGEST_CODE 48
#define HS_NAME_MOST_TOKENS 8

/* One letter for each letter, or letters, that stand for one sound; letters that
 * are doubled once. @out: at least %HS_NAME_LONGEST_CODE bytes. Returns: length */
gsize  hs_name_code       (const char *word,
                           char       *out);
/* How alike two folded words sound, 0 to 1. */
double hs_name_similarity (const char *a,
                           const char *b);
guint  hs_name_count      (const char *code);

G_END_DECLS
