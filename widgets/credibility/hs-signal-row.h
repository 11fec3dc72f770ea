/* hs-signal-row.h: one mark for or against relying on a text, with its words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-reading.h"

G_BEGIN_DECLS

#define HS_TYPE_SIGNAL_ROW (hs_signal_row_get_type ())
G_DECLARE_FINAL_TYPE (HsSignalRow, hs_signal_row, HS, SIGNAL_ROW, GtkWidget)

GtkWidget *hs_signal_row_new (const HsReading       *reading,
                              const HsReadingSignal *signal);

G_END_DECLS
