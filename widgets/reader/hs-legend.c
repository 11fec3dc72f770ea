/* hs-legend.c: what the marks look like, each with a switch
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-legend.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hs-palette.h"
#include "hs-preferences.h"
#include "hs-template.h"

struct _HsLegend
{
  GtkWidget parent_instance;

  GtkGrid *grid;              /* (template) */
  HsPreferences *preferences; /* (owned) */
  GtkLabel *samples[HS_N_LAYERS];    /* (unowned): children of the grid */
  GtkSwitch *switches[HS_N_LAYERS];  /* (unowned): children of the grid */
  GtkLabel *proposed;         /* (unowned): child of the grid */
};

G_DEFINE_FINAL_TYPE (HsLegend, hs_legend, GTK_TYPE_WIDGET)

/* The key that switches @layer. */
const char *
hs_legend_get_key (guint layer)
{
  static const char * const keys[HS_N_LAYERS] = {
    "<Control>1", "<Control>2", "<Control>3", "<Control>4", "<Control>5", "<Control>6", "<Control>7",
    "<Control>8", "<Control>9", "<Shift><Control>e", "<Shift><Control>s", "<Shift><Control>g", "<Shift><Control>n"
  };

  g_return_val_if_fail (layer < HS_N_LAYERS, NULL);

  return keys[layer];
}

static void
hs_legend_update_samples (HsLegend *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  PangoAttrList *sample;

  for (guint i = 0; i < HS_N_LAYERS; i++)
    {
      sample = hs_palette_make_sample (i, dark);

      gtk_label_set_attributes (self->samples[i], sample);
      pango_attr_list_unref (sample);
    }
  sample = hs_palette_make_proposed_sample (dark);
  gtk_label_set_attributes (self->proposed, sample);
  pango_attr_list_unref (sample);
}

static void
hs_legend_update_switches (HsLegend *self)
{
  for (guint i = 0; i < HS_N_LAYERS; i++)
    gtk_switch_set_active (self->switches[i], hs_preferences_shows_layer (self->preferences, i));
}

static void
switched_cb (HsLegend   *self,
             GParamSpec *pspec,
             GtkSwitch  *toggle)
{
  for (guint i = 0; i < HS_N_LAYERS; i++)
    if (self->switches[i] == toggle)
      hs_preferences_set_layer (self->preferences, i, gtk_switch_get_active (toggle));
}

static void
hs_legend_add_layer (HsLegend *self,
                     guint     layer,
                     int       row)
{
  GtkWidget *sample = gtk_label_new (hs_layer_get_title (layer));
  GtkWidget *toggle = gtk_switch_new ();
  GtkWidget *key;
  g_autofree char *label = NULL;
  guint keyval;
  GdkModifierType modifiers;

  gtk_widget_set_halign (sample, GTK_ALIGN_START);
  gtk_widget_set_hexpand (sample, TRUE);
  gtk_grid_attach (self->grid, sample, 0, row, 1, 1);

  gtk_accelerator_parse (hs_legend_get_key (layer), &keyval, &modifiers);
  label = gtk_accelerator_get_label (keyval, modifiers);
  key = gtk_label_new (label);
  gtk_widget_add_css_class (key, "dim-label");
  gtk_widget_add_css_class (key, "caption");
  gtk_label_set_xalign (GTK_LABEL (key), 1);
  gtk_grid_attach (self->grid, key, 1, row, 1, 1);

  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, hs_layer_get_title (layer),
                                  -1);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (switched_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (self->grid, toggle, 2, row, 1, 1);

  self->samples[layer] = GTK_LABEL (sample);
  self->switches[layer] = GTK_SWITCH (toggle);
}

static void
hs_legend_dispose (GObject *object)
{
  HsLegend *self = HS_LEGEND (object);

  hs_template_dispose (GTK_WIDGET (self), HS_TYPE_LEGEND);
  g_clear_object (&self->preferences);

  G_OBJECT_CLASS (hs_legend_parent_class)->dispose (object);
}

static void
hs_legend_class_init (HsLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_legend_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-legend.ui");
  gtk_widget_class_bind_template_child (widget_class, HsLegend, grid);
}

static void
hs_legend_init (HsLegend *self)
{
  GtkWidget *separator = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->preferences = g_object_ref (hs_preferences_get_default ());
  for (guint i = 0; i < HS_N_MENTION_KINDS; i++)
    hs_legend_add_layer (self, i, i);
  self->proposed = GTK_LABEL (gtk_label_new (_("Dotted: proposed, not sure")));
  gtk_label_set_xalign (self->proposed, 0);
  gtk_grid_attach (self->grid, GTK_WIDGET (self->proposed), 0, HS_N_MENTION_KINDS, 3, 1);
  gtk_grid_attach (self->grid, separator, 0, HS_N_MENTION_KINDS + 1, 3, 1);
  for (guint i = HS_N_MENTION_KINDS; i < HS_N_LAYERS; i++)
    hs_legend_add_layer (self, i, i + 2);
  hs_legend_update_samples (self);
  hs_legend_update_switches (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (hs_legend_update_samples),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preferences, "notify::hidden-layers", G_CALLBACK (hs_legend_update_switches), self,
                           G_CONNECT_SWAPPED);
}

/**
 * hs_legend_new:
 * Returns: (transfer floating): what the colours of marks mean
 */
GtkWidget *
hs_legend_new (void)
{
  return g_object_new (HS_TYPE_LEGEND, NULL);
}
