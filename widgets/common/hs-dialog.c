/* hs-dialog.c: a window that asks for something, and keeps it when it fails
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-dialog.h"

#include <glib/gi18n.h>

#include "hs-workspace.h"

typedef struct
{
  GtkWidget *box;           /* (unowned): child */
  GtkWidget *action_button; /* (unowned): child */
  GtkRevealer *revealer;    /* (unowned): child */
  GtkLabel *error_label;    /* (unowned): child */
  GtkWidget *body;          /* (unowned) (nullable): child */
  gboolean ready;
  gboolean busy;
} HsDialogPrivate;

enum
{
  PROP_BODY = 1,
  PROP_ACTION_LABEL,
  PROP_READY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HsDialog, hs_dialog, ADW_TYPE_WINDOW)

static void
hs_dialog_update_button (HsDialog *self)
{
  HsDialogPrivate *priv = hs_dialog_get_instance_private (self);

  gtk_widget_set_sensitive (priv->action_button, priv->ready && !priv->busy);
}

/**
 * hs_dialog_apply:
 * @self: a dialog
 *
 * As if its button was clicked; nothing happens while it is not ready or busy.
 */
void
hs_dialog_apply (HsDialog *self)
{
  HsDialogPrivate *priv = hs_dialog_get_instance_private (self);

  g_return_if_fail (HS_IS_DIALOG (self));

  if (!priv->ready || priv->busy)
    return;
  priv->busy = TRUE;
  hs_dialog_update_button (self);
  HS_DIALOG_GET_CLASS (self)->apply (self);
}

static gboolean
apply_shortcut_cb (GtkWidget *widget,
                   GVariant  *args,
                   gpointer   user_data)
{
  hs_dialog_apply (HS_DIALOG (widget));
  return TRUE;
}

static void
hs_dialog_set_body (HsDialog  *self,
                    GtkWidget *body)
{
  HsDialogPrivate *priv = hs_dialog_get_instance_private (self);

  if (body == NULL)
    return;
  priv->body = body;
  gtk_widget_set_vexpand (body, TRUE);
  gtk_box_append (GTK_BOX (priv->box), body);
}

static void
hs_dialog_set_property (GObject      *object,
                        guint         id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  HsDialog *self = HS_DIALOG (object);
  HsDialogPrivate *priv = hs_dialog_get_instance_private (self);

  switch (id)
    {
    case PROP_BODY:
      hs_dialog_set_body (self, g_value_get_object (value));
      break;
    case PROP_ACTION_LABEL:
      gtk_button_set_label (GTK_BUTTON (priv->action_button), g_value_get_string (value));
      break;
    case PROP_READY:
      hs_dialog_set_ready (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hs_dialog_class_init (HsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = hs_dialog_set_property;
  properties[PROP_BODY] = g_param_spec_object ("body", NULL, NULL, GTK_TYPE_WIDGET,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ACTION_LABEL] = g_param_spec_string ("action-label", NULL, NULL, NULL,
                                                       G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, TRUE, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, apply_shortcut_cb, NULL);
}

/* No wider than the window it belongs to, which may have one pane only. */
static void
fit_cb (HsDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  int room = parent != NULL ? gtk_widget_get_width (GTK_WIDGET (parent)) : 0;
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (room > 0 && width > room)
    gtk_window_set_default_size (GTK_WINDOW (self), room, height);
}

static void
hs_dialog_init (HsDialog *self)
{
  HsDialogPrivate *priv = hs_dialog_get_instance_private (self);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_label (_("Cancel"));

  priv->ready = TRUE;
  priv->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  priv->action_button = gtk_button_new_with_label (_("Save"));
  gtk_widget_add_css_class (priv->action_button, "suggested-action");
  gtk_widget_set_tooltip_text (priv->action_button, _("Ctrl+Enter"));
  g_signal_connect_object (priv->action_button, "clicked", G_CALLBACK (hs_dialog_apply), self, G_CONNECT_SWAPPED);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), priv->action_button);

  priv->revealer = GTK_REVEALER (gtk_revealer_new ());
  priv->error_label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0f, "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_ALERT, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (priv->error_label), "hs-inline-error");
  gtk_revealer_set_child (priv->revealer, GTK_WIDGET (priv->error_label));
  gtk_box_append (GTK_BOX (priv->box), header);
  gtk_box_append (GTK_BOX (priv->box), GTK_WIDGET (priv->revealer));
  adw_window_set_content (ADW_WINDOW (self), priv->box);
  g_signal_connect (self, "notify::transient-for", G_CALLBACK (fit_cb), NULL);
  g_object_set (self, "modal", TRUE, "destroy-with-parent", TRUE, "width-request", 320, NULL);
}

/**
 * hs_dialog_set_ready:
 * @self: a dialog
 * @ready: whether what was filled in can be done
 *
 * Enables its button accordingly.
 */
void
hs_dialog_set_ready (HsDialog *self,
                     gboolean  ready)
{
  HsDialogPrivate *priv = hs_dialog_get_instance_private (self);

  g_return_if_fail (HS_IS_DIALOG (self));

  priv->ready = ready;
  hs_dialog_update_button (self);
}

/**
 * hs_dialog_fail:
 * @self: a dialog
 * @message: why it could not be done, translated
 *
 * Says so, and lets it be tried again.
 */
void
hs_dialog_fail (HsDialog   *self,
                const char *message)
{
  HsDialogPrivate *priv = hs_dialog_get_instance_private (self);

  g_return_if_fail (HS_IS_DIALOG (self));

  priv->busy = FALSE;
  hs_dialog_update_button (self);
  gtk_label_set_label (priv->error_label, message);
  gtk_revealer_set_reveal_child (priv->revealer, TRUE);
}

/**
 * hs_dialog_clear:
 * @self: a dialog
 *
 * Takes back what hs_dialog_fail() said.
 */
void
hs_dialog_clear (HsDialog *self)
{
  HsDialogPrivate *priv = hs_dialog_get_instance_private (self);

  g_return_if_fail (HS_IS_DIALOG (self));

  priv->busy = FALSE;
  hs_dialog_update_button (self);
  gtk_revealer_set_reveal_child (priv->revealer, FALSE);
}

/**
 * hs_dialog_get_changed:
 * @row: a row to type in
 * @before: (nullable): what was there
 *
 * Returns: (transfer none) (nullable): what stands there; %NULL when that is what was
 */
const char *
hs_dialog_get_changed (GtkEditable *row,
                       const char  *before)
{
  const char *text = gtk_editable_get_text (row);

  return g_strcmp0 (text, before != NULL ? before : "") == 0 ? NULL : text;
}

/**
 * hs_dialog_edited_cb:
 * @source: a workspace
 * @result: what came of an edit
 * @dialog: (transfer full): the dialog that began it
 *
 * Closes it when the edit was kept, else says why not. For the callback of an edit.
 */
void
hs_dialog_edited_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      dialog)
{
  g_autoptr (HsDialog) self = dialog;
  g_autoptr (GError) error = NULL;

  if (hs_workspace_edit_finish (HS_WORKSPACE (source), result, &error) >= 0)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    hs_dialog_fail (self, error->message);
}
