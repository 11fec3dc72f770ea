/* hs-dateline.h: the place at the head of a report
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize hs_dateline_length (const char *line,
                          gsize       length);

G_END_DECLS
