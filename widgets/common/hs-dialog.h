/* hs-dialog.h: a window that asks for something, and keeps it when it fails
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * HsDialog:
 *
 * A modal window with Cancel, one button that does what it is for, a place for
 * what went wrong, and a body. Ctrl+Enter does it, Esc closes. A dialog that
 * fails stays open with all that was typed.
 *
 * Properties: `body` (GtkWidget); `action-label` (string): what the button does;
 * `ready` (gboolean): whether it can be done now.
 */
#define HS_TYPE_DIALOG (hs_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (HsDialog, hs_dialog, HS, DIALOG, AdwWindow)

struct _HsDialogClass
{
  AdwWindowClass parent_class;

  /* The user wants it done. Ends in hs_dialog_fail() or the window's end. */
  void (*apply) (HsDialog *self);
};

/* As if the button was clicked. */
void hs_dialog_apply     (HsDialog     *self);
void hs_dialog_set_ready (HsDialog     *self,
                          gboolean      ready);
/* Says why, and lets it be tried again. */
void hs_dialog_fail      (HsDialog     *self,
                          const char   *message);
/* Takes back what hs_dialog_fail() said. */
void hs_dialog_clear     (HsDialog     *self);
/* What stands in @row, NULL when that is what was there @before (nullable).
 * Returns: (transfer none) (nullable) */
const char *hs_dialog_get_changed (GtkEditable *row,
                                   const char  *before);
/* For an edit of the workspace: closes when it was kept, else says why.
 * @dialog: (transfer full) */
void hs_dialog_edited_cb (GObject      *source,
                          GAsyncResult *result,
                          gpointer      dialog);

G_END_DECLS
