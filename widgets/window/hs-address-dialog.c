/* hs-address-dialog.c: a page of the web to be imported
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-address-dialog.h"

#include <glib/gi18n.h>

#include "hs-url.h"

struct _HsAddressDialog
{
  HsDialog parent_instance;

  GtkEditable *address_row; /* (template) */
  GtkSwitch *parts_switch;  /* (template) */
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (HsAddressDialog, hs_address_dialog, HS_TYPE_DIALOG)

static void
changed_cb (HsAddressDialog *self)
{
  hs_dialog_clear (HS_DIALOG (self));
  hs_dialog_set_ready (HS_DIALOG (self), *gtk_editable_get_text (self->address_row) != '\0');
}

static void
hs_address_dialog_apply (HsDialog *dialog)
{
  HsAddressDialog *self = HS_ADDRESS_DIALOG (dialog);
  g_autofree char *url = hs_url_from_user (gtk_editable_get_text (self->address_row));

  if (url == NULL)
    {
      hs_dialog_fail (dialog, _("This is no web address."));
      return;
    }
  g_signal_emit (self, chosen_signal, 0, url, gtk_switch_get_active (self->parts_switch));
  gtk_window_close (GTK_WINDOW (self));
}

static void
hs_address_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HS_TYPE_ADDRESS_DIALOG);

  G_OBJECT_CLASS (hs_address_dialog_parent_class)->dispose (object);
}

static void
hs_address_dialog_class_init (HsAddressDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_address_dialog_dispose;
  HS_DIALOG_CLASS (klass)->apply = hs_address_dialog_apply;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-address-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HsAddressDialog, address_row);
  gtk_widget_class_bind_template_child (widget_class, HsAddressDialog, parts_switch);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "apply_cb", G_CALLBACK (hs_dialog_apply));
  chosen_signal = g_signal_new ("chosen", HS_TYPE_ADDRESS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
hs_address_dialog_init (HsAddressDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hs_address_dialog_new:
 * @address: (nullable): what stands there at first
 *
 * Returns: (transfer floating): the dialog that asks for an address to import
 */
GtkWindow *
hs_address_dialog_new (const char *address)
{
  HsAddressDialog *self = g_object_new (HS_TYPE_ADDRESS_DIALOG, NULL);

  gtk_editable_set_text (self->address_row, address != NULL ? address : "");
  changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->address_row));
  return GTK_WINDOW (self);
}
