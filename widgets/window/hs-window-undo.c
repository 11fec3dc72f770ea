/* hs-window-undo.c: what was decided is said, taken back and made again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-window-private.h"

#include <glib/gi18n.h>

/**
 * hs_window_say_undo:
 * @self: a window
 * @message: what was decided last
 *
 * Says so for a while, with a button that takes back that decision and no other: when it
 * was taken back or something else decided, the message goes. Main thread.
 */
void
hs_window_say_undo (HsWindow   *self,
                    const char *message)
{
  if (self->workspace == NULL)
    return;
  self->said_decision = hs_workspace_get_last_decision (self->workspace);
  hs_window_say_with (self, message, _("Undo"), "win.undo-said");
}

/**
 * hs_window_forget_said:
 * @self: a window
 *
 * Takes the message away whose button would undo another decision by now. Main thread.
 */
void
hs_window_forget_said (HsWindow *self)
{
  if (hs_workspace_get_last_decision (self->workspace) != self->said_decision)
    hs_toasts_withdraw (self->toasts, "win.undo-said");
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);

  if (self->workspace != NULL)
    hs_workspace_undo (self->workspace, hs_window_edited_cb, g_object_ref (self));
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);

  if (self->workspace != NULL)
    hs_workspace_redo (self->workspace, hs_window_edited_cb, g_object_ref (self));
}

/* The button of a message: nothing happens once something else was decided. */
static void
undo_said_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);

  if (self->workspace != NULL && hs_workspace_get_last_decision (self->workspace) == self->said_decision)
    hs_workspace_undo (self->workspace, hs_window_edited_cb, g_object_ref (self));
}

/* Of a decision: what was done, and the way back. */
static void
say_undo_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  hs_window_say_undo (HS_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/**
 * hs_window_install_undo_actions:
 * @widget_class: of the window
 *
 * Its actions on the last decision. In class_init.
 */
void
hs_window_install_undo_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.undo-said", NULL, undo_said_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.say-undo", "s", say_undo_action);
}
