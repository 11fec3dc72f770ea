/* hs-reader.h: the pane in which an article is read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-workspace.h"

G_BEGIN_DECLS

#define HS_TYPE_READER (hs_reader_get_type ())
G_DECLARE_FINAL_TYPE (HsReader, hs_reader, HS, READER, GtkWidget)

void       hs_reader_set_workspace (HsReader    *self,
                                    HsWorkspace *workspace);
void       hs_reader_set_reading   (HsReader    *self,
                                    HsReading   *reading);
/* In the library, where the top of the window is. */
void       hs_reader_keep_place    (HsReader    *self);
HsReading *hs_reader_get_reading   (HsReader    *self);
void       hs_reader_show_span     (HsReader    *self,
                                    HsSpan       span);
HsSpan     hs_reader_get_selected  (HsReader    *self);
/* (transfer none) (nullable): that was gone to by the keys; it is the reading's */
const HsReadingMention *
           hs_reader_get_current_mention (HsReader *self);
void       hs_reader_step_mark     (HsReader    *self,
                                    int          step);
void       hs_reader_start_find    (HsReader    *self);
gboolean   hs_reader_stop_find     (HsReader    *self);
gboolean   hs_reader_page_down     (HsReader    *self);
void       hs_reader_focus         (HsReader    *self);
GActionGroup *
           hs_reader_get_actions   (HsReader    *self);
GtkWidget *hs_reader_get_view      (HsReader    *self);

G_END_DECLS
