/* hs-print.h: an article on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-reading.h"

G_BEGIN_DECLS

/* Both: title, outlet, address, date and hash at the head, the notes at the end.
 * FALSE with @error set when it failed; a dialog that is closed is no failure. */
gboolean hs_print_with_dialog (HsReading   *reading,
                               GtkWindow   *parent,
                               GError     **error);
gboolean hs_print_to_pdf      (HsReading   *reading,
                               const char  *path,
                               GError     **error);

G_END_DECLS
