/* hs-note-editor.h: the dialog in which a note is written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-dialog.h"

#include "hs-workspace.h"

G_BEGIN_DECLS

#define HS_TYPE_NOTE_EDITOR (hs_note_editor_get_type ())
G_DECLARE_FINAL_TYPE (HsNoteEditor, hs_note_editor, HS, NOTE_EDITOR, HsDialog)

GtkWindow *hs_note_editor_new_for_words (HsWorkspace         *workspace,
                                         gint64               article,
                                         HsSpan               span,
                                         const char          *quote);
GtkWindow *hs_note_editor_new_for_note  (HsWorkspace         *workspace,
                                         const HsReadingNote *note);

G_END_DECLS
