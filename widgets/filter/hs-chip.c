/* hs-chip.c: one term of the filter, with a way to take it off
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-chip.h"

#include <glib/gi18n.h>

#include "hs-template.h"

struct _HsChip
{
  GtkWidget parent_instance;

  GtkLabel *label;         /* (template) */
  GtkButton *close_button; /* (template) */

  HsTerm *term; /* (owned) */
};

G_DEFINE_FINAL_TYPE (HsChip, hs_chip, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
hs_chip_remove (HsChip *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static gboolean
key_pressed_cb (HsChip         *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  if (keyval != GDK_KEY_Delete && keyval != GDK_KEY_BackSpace && keyval != GDK_KEY_KP_Delete)
    return FALSE;
  hs_chip_remove (self);
  return TRUE;
}

static void
hs_chip_dispose (GObject *object)
{
  hs_template_dispose (GTK_WIDGET (object), HS_TYPE_CHIP);

  G_OBJECT_CLASS (hs_chip_parent_class)->dispose (object);
}

static void
hs_chip_finalize (GObject *object)
{
  HsChip *self = HS_CHIP (object);

  g_clear_pointer (&self->term, hs_term_free);

  G_OBJECT_CLASS (hs_chip_parent_class)->finalize (object);
}

static void
hs_chip_class_init (HsChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_chip_dispose;
  G_OBJECT_CLASS (klass)->finalize = hs_chip_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, HsChip, label);
  gtk_widget_class_bind_template_child (widget_class, HsChip, close_button);
  gtk_widget_class_bind_template_callback (widget_class, hs_chip_remove);

  signals[SIGNAL_REMOVED] = g_signal_new ("removed", HS_TYPE_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
hs_chip_init (HsChip *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}

/**
 * hs_chip_new:
 * @term: a term of the query; copied
 *
 * Returns: (transfer floating): it as a chip that can be removed
 */
GtkWidget *
hs_chip_new (const HsTerm *term)
{
  HsChip *self;
  g_autofree char *title = NULL;
  g_autofree char *remove = NULL;

  g_return_val_if_fail (term != NULL, NULL);

  self = g_object_new (HS_TYPE_CHIP, NULL);
  self->term = hs_term_new (term->field, term->value, term->label);
  title = hs_term_get_title (term);
  remove = g_strdup_printf (_("Remove filter %s"), title);
  gtk_label_set_label (self->label, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->close_button), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  return GTK_WIDGET (self);
}

/**
 * hs_chip_get_term:
 * @self: a chip
 *
 * Returns: (transfer none): the term it stands for
 */
const HsTerm *
hs_chip_get_term (HsChip *self)
{
  g_return_val_if_fail (HS_IS_CHIP (self), NULL);

  return self->term;
}
