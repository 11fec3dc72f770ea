/* hs-toasts.c: short messages at the foot of a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-toasts.h"

/* Longer than libadwaita takes to bring one in, µs of the frame clock. */
#define SETTLED (600 * 1000)

/* What an overlay says. */
typedef struct
{
  AdwToast *toast;     /* (unowned) (nullable): until it is dismissed */
  gint64 since;        /* time of its first frame; 0 before that */
  gboolean settled;    /* it has come in */
  gboolean leaving;    /* it goes once it has come in */
} Said;

static gboolean
frame_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  Said *said = user_data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (said->since == 0)
    said->since = now;
  said->settled = said->settled || now - said->since >= SETTLED;
  if (said->settled && said->leaving && said->toast != NULL)
    adw_toast_dismiss (said->toast);
  return said->settled ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

static Said *
get_said (AdwToastOverlay *overlay)
{
  Said *said = g_object_get_data (G_OBJECT (overlay), "hs-toasts");

  if (said == NULL)
    {
      said = g_new0 (Said, 1);
      g_object_set_data_full (G_OBJECT (overlay), "hs-toasts", said, g_free);
    }
  return said;
}

static void
dismissed_cb (AdwToast        *toast,
              AdwToastOverlay *overlay)
{
  Said *said = get_said (overlay);

  if (said->toast == toast)
    said->toast = NULL;
}

/**
 * hs_toasts_say:
 * @overlay: where to say it
 * @message: plain text
 * @button: (nullable): label of a button
 * @action: (nullable): the action that the button does
 * @seconds: how long it stays; 0 until it is closed
 *
 * Says something in place of what was said before, which would else keep it waiting,
 * with a button that undoes the new.
 *
 * A message that is still coming in changes its words: libadwaita 1.2 frees what is
 * dismissed while it comes in, and uses it once more.
 */
void
hs_toasts_say (AdwToastOverlay *overlay,
               const char      *message,
               const char      *button,
               const char      *action,
               guint            seconds)
{
  Said *said = get_said (overlay);
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast *toast = said->toast;
  gboolean new = toast == NULL || said->settled;

  said->leaving = FALSE;
  if (new)
    {
      if (toast != NULL)
        adw_toast_dismiss (toast);
      toast = said->toast = adw_toast_new (escaped);
      said->since = 0;
      said->settled = FALSE;
    }
  else
    adw_toast_set_title (toast, escaped);
  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
  adw_toast_set_timeout (toast, seconds);
  if (!new)
    return;
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), overlay, 0);
  gtk_widget_add_tick_callback (GTK_WIDGET (overlay), frame_cb, said, NULL);
  adw_toast_overlay_add_toast (overlay, toast);
}

/**
 * hs_toasts_withdraw:
 * @overlay: where something is said
 * @action: what the button of a message does
 *
 * Takes away what is said now, if its button does @action: that would be something
 * else by now. A message that is still coming in loses its button and goes when it has
 * come in.
 */
void
hs_toasts_withdraw (AdwToastOverlay *overlay,
                    const char      *action)
{
  Said *said = get_said (overlay);
  AdwToast *toast = said->toast;

  if (toast == NULL || g_strcmp0 (adw_toast_get_action_name (toast), action) != 0)
    return;
  adw_toast_set_button_label (toast, NULL);
  adw_toast_set_action_name (toast, NULL);
  if (said->settled)
    adw_toast_dismiss (toast);
  else
    said->leaving = TRUE;
}
