/* hs-desk-decide.h: a decision at the story desk, made and said
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-story-desk.h"

G_BEGIN_DECLS

/* Decides; then the window says @done with a way back, or what went wrong.
 * @from: where to say it */
void hs_desk_decide (GtkWidget        *from,
                     HsWorkspace      *workspace,
                     const HsDeskEdit *edit,
                     const char       *done);

G_END_DECLS
