/* hs-preferences-window.c: what the user can set
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-preferences-window.h"

#include <glib/gi18n.h>

#include "hs-background.h"
#include "hs-kinds.h"
#include "hs-preferences.h"
#include "hs-signal-titles.h"
#include "hs-workspace-feeds.h"
#include "hs-workspace-reading.h"

struct _HsPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  AdwComboRow *scheme_row;           /* (template) */
  AdwComboRow *font_row;             /* (template) */
  GtkSpinButton *size_spin;          /* (template) */
  GtkSpinButton *width_spin;         /* (template) */
  GtkSpinButton *height_spin;        /* (template) */
  GtkSwitch *mark_read_switch;       /* (template) */
  GtkSwitch *refresh_switch;         /* (template) */
  AdwComboRow *interval_row;         /* (template) */
  GtkSwitch *page_switch;            /* (template) */
  AdwActionRow *background_row;      /* (template) */
  GtkSwitch *background_switch;      /* (template) */
  GtkSwitch *notifications_switch;   /* (template) */
  AdwPreferencesGroup *pictures_group; /* (template) */
  AdwPreferencesGroup *layers_group; /* (template) */
  AdwPreferencesGroup *signals_group; /* (template) */

  HsPreferences *preferences; /* (owned) */
  HsWorkspace *workspace;     /* (owned) (nullable) */
  GCancellable *cancellable;  /* (owned): of reading */
};

/* Seconds, as the rows of the choice stand. */
static const guint intervals[] = { 900, 1800, 3600, 10800, 43200, 86400 };
#define USUAL_INTERVAL 2

G_DEFINE_FINAL_TYPE (HsPreferencesWindow, hs_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

static const char * const schemes[] = { "system", "light", "dark" };

static gboolean
scheme_to_row (GBinding     *binding,
               const GValue *from,
               GValue       *to,
               gpointer      user_data)
{
  const char *scheme = g_value_get_string (from);

  g_value_set_uint (to, 0);
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_strcmp0 (schemes[i], scheme) == 0)
      g_value_set_uint (to, i);
  return TRUE;
}

static gboolean
row_to_scheme (GBinding     *binding,
               const GValue *from,
               GValue       *to,
               gpointer      user_data)
{
  guint selected = g_value_get_uint (from);

  if (selected >= G_N_ELEMENTS (schemes))
    return FALSE;
  g_value_set_string (to, schemes[selected]);
  return TRUE;
}

/* --- letters: serif, sans serif, then every family there is ------------------------- */

#define N_GENERIC 2

static int
compare_families (gconstpointer a,
                  gconstpointer b)
{
  return g_utf8_collate (pango_font_family_get_name (*(PangoFontFamily **) a),
                         pango_font_family_get_name (*(PangoFontFamily **) b));
}

static void
hs_preferences_window_fill_fonts (HsPreferencesWindow *self)
{
  GtkStringList *strings = gtk_string_list_new (NULL);
  PangoFontFamily **families;
  int n;

  gtk_string_list_append (strings, _("Serif"));
  gtk_string_list_append (strings, _("Sans serif"));
  pango_context_list_families (gtk_widget_get_pango_context (GTK_WIDGET (self)), &families, &n);
  qsort (families, n, sizeof *families, compare_families);
  for (int i = 0; i < n; i++)
    gtk_string_list_append (strings, pango_font_family_get_name (families[i]));
  g_free (families);
  adw_combo_row_set_model (self->font_row, G_LIST_MODEL (strings));
  g_object_unref (strings);
}

static void
hs_preferences_window_show_font (HsPreferencesWindow *self)
{
  GtkStringList *strings = GTK_STRING_LIST (adw_combo_row_get_model (self->font_row));
  g_autofree char *family = NULL;

  g_object_get (self->preferences, "font-family", &family, NULL);
  adw_combo_row_set_selected (self->font_row, hs_preferences_get_boolean (self->preferences, "serif") ? 0 : 1);
  for (guint i = N_GENERIC; *family != '\0' && i < g_list_model_get_n_items (G_LIST_MODEL (strings)); i++)
    if (g_str_equal (gtk_string_list_get_string (strings, i), family))
      adw_combo_row_set_selected (self->font_row, i);
}

static void
font_chosen_cb (HsPreferencesWindow *self)
{
  guint row = adw_combo_row_get_selected (self->font_row);

  if (row < N_GENERIC)
    g_object_set (self->preferences, "serif", row == 0, "font-family", "", NULL);
  else if (row != GTK_INVALID_LIST_POSITION)
    g_object_set (self->preferences, "font-family",
                  gtk_string_list_get_string (GTK_STRING_LIST (adw_combo_row_get_model (self->font_row)), row), NULL);
}

static void
layer_toggled_cb (HsPreferencesWindow *self,
                  GParamSpec          *pspec,
                  GtkSwitch           *toggle)
{
  hs_preferences_set_layer (self->preferences, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (toggle), "layer")),
                            gtk_switch_get_active (toggle));
}

static void
signal_toggled_cb (HsPreferencesWindow *self,
                   GParamSpec          *pspec,
                   GtkSwitch           *toggle)
{
  hs_preferences_set_signal (self->preferences, g_object_get_data (G_OBJECT (toggle), "code"),
                             gtk_switch_get_active (toggle));
}

static GtkWidget *
hs_preferences_window_add_switch (AdwPreferencesGroup *group,
                                  const char          *title,
                                  gboolean             active)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (toggle), active);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  adw_preferences_group_add (group, row);
  return toggle;
}

static void
hs_preferences_window_add_signal (HsPreferencesWindow *self,
                                  const char          *code)
{
  g_autofree char *title = hs_signal_get_title (code);
  GtkWidget *toggle = hs_preferences_window_add_switch (self->signals_group, title,
                                                        hs_preferences_shows_signal (self->preferences, code));

  g_object_set_data (G_OBJECT (toggle), "code", (gpointer) code);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (signal_toggled_cb), self, G_CONNECT_SWAPPED);
}

static void
hs_preferences_window_add_layer (HsPreferencesWindow *self,
                                 guint                layer)
{
  GtkWidget *toggle = hs_preferences_window_add_switch (self->layers_group, hs_layer_get_title (layer),
                                                        hs_preferences_shows_layer (self->preferences, layer));

  g_object_set_data (G_OBJECT (toggle), "layer", GUINT_TO_POINTER (layer));
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (layer_toggled_cb), self, G_CONNECT_SWAPPED);
}

static void
background_toggled_cb (HsPreferencesWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (!hs_background_set (gtk_switch_get_active (self->background_switch), &error))
    adw_action_row_set_subtitle (self->background_row, error->message);
}

/* --- what belongs to the library ---------------------------------------------------- */

static void
option_kept_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (HsPreferencesWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (hs_workspace_edit_finish (HS_WORKSPACE (source), result, &error) < 0)
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), adw_toast_new (error->message));
}

static void
interval_chosen_cb (HsPreferencesWindow *self)
{
  guint row = adw_combo_row_get_selected (self->interval_row);
  g_autofree char *value = row < G_N_ELEMENTS (intervals) ? g_strdup_printf ("%u", intervals[row]) : g_strdup ("");

  hs_workspace_set_option (self->workspace, "refresh-interval", value, option_kept_cb, g_object_ref (self));
}

static void
page_toggled_cb (HsPreferencesWindow *self)
{
  hs_workspace_set_option (self->workspace, "full-page", gtk_switch_get_active (self->page_switch) ? "1" : "",
                           option_kept_cb, g_object_ref (self));
}

static void
interval_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (HsPreferencesWindow) self = user_data;
  g_autofree char *value = hs_workspace_read_option_finish (HS_WORKSPACE (source), result, NULL);
  guint seconds = value != NULL ? (guint) g_ascii_strtoull (value, NULL, 10) : 0;

  if (value == NULL || self->interval_row == NULL)
    return;
  adw_combo_row_set_selected (self->interval_row, USUAL_INTERVAL);
  for (guint i = 0; i < G_N_ELEMENTS (intervals); i++)
    if (intervals[i] == seconds)
      adw_combo_row_set_selected (self->interval_row, i);
  g_signal_connect_object (self->interval_row, "notify::selected", G_CALLBACK (interval_chosen_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
page_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (HsPreferencesWindow) self = user_data;
  g_autofree char *value = hs_workspace_read_option_finish (HS_WORKSPACE (source), result, NULL);

  if (value == NULL || self->page_switch == NULL)
    return;
  gtk_switch_set_active (self->page_switch, g_str_equal (value, "1"));
  g_signal_connect_object (self->page_switch, "notify::active", G_CALLBACK (page_toggled_cb), self, G_CONNECT_SWAPPED);
}

/* --- sources whose pictures are loaded ------------------------------------------------- */

static void
take_back_cb (HsPreferencesWindow *self,
              GtkButton           *button)
{
  gint64 *source = g_object_get_data (G_OBJECT (button), "source");

  hs_workspace_set_pictures (self->workspace, *source, FALSE, option_kept_cb, g_object_ref (self));
  adw_preferences_group_remove (self->pictures_group,
                                gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_ACTION_ROW));
}

static void
hs_preferences_window_add_source (HsPreferencesWindow *self,
                                  const HsSuggestion  *source)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Ask Again"));
  g_autofree char *label = g_strdup_printf (_("Ask again before loading pictures of %s"), source->name);
  gint64 *id = g_new (gint64, 1);

  *id = source->id;
  g_object_set_data_full (G_OBJECT (button), "source", id, g_free);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (take_back_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), source->name);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->pictures_group, row);
}

static void
pictured_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (HsPreferencesWindow) self = user_data;
  g_autoptr (GPtrArray) sources = hs_workspace_read_pictured_finish (HS_WORKSPACE (source), result, NULL);

  if (sources == NULL || self->pictures_group == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->pictures_group), sources->len > 0);
  for (guint i = 0; i < sources->len; i++)
    hs_preferences_window_add_source (self, g_ptr_array_index (sources, i));
}

static void
hs_preferences_window_dispose (GObject *object)
{
  HsPreferencesWindow *self = HS_PREFERENCES_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->workspace);

  gtk_widget_dispose_template (GTK_WIDGET (self), HS_TYPE_PREFERENCES_WINDOW);
  g_clear_object (&self->preferences);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (hs_preferences_window_parent_class)->dispose (object);
}

static void
hs_preferences_window_class_init (HsPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_preferences_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearsay/Hearsay/ui/hs-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HsPreferencesWindow, scheme_row);
  gtk_widget_class_bind_template_child (widget_class, HsPreferencesWindow, font_row);
  gtk_widget_class_bind_template_child (widget_class, HsPreferencesWindow, size_spin);
  gtk_widget_class_bind_template_child (widget_class, HsPreferencesWindow, width_spin);
  gtk_widget_class_bind_template_child (widget_class, HsPreferencesWindow, height_spin);
  gtk_widget_class_bind_template_child (widget_class, HsPreferencesWindow, pictures_group);
  gtk_widget_class_bind_template_child (widget_class, HsPreferencesWindow, mark_read_switch);
  gtk_widget_class_bind_template_child (widget_class, HsPreferencesWindow, refresh_switch);
  gtk_widget_class_bind_template_child (widget_class, HsPreferencesWindow, interval_row);
  gtk_widget_class_bind_template_child (widget_class, HsPreferencesWindow, page_switch);
  gtk_widget_class_bind_template_child (widget_class, HsPreferencesWindow, background_row);
  gtk_widget_class_bind_template_child (widget_class, HsPreferencesWindow, background_switch);
  gtk_widget_class_bind_template_child (widget_class, HsPreferencesWindow, notifications_switch);
  gtk_widget_class_bind_template_child (widget_class, HsPreferencesWindow, layers_group);
  gtk_widget_class_bind_template_child (widget_class, HsPreferencesWindow, signals_group);
}

static void
hs_preferences_window_init (HsPreferencesWindow *self)
{
  const GBindingFlags flags = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->preferences = g_object_ref (hs_preferences_get_default ());
  g_object_bind_property_full (self->preferences, "color-scheme", self->scheme_row, "selected", flags, scheme_to_row,
                               row_to_scheme, NULL, NULL);
  hs_preferences_window_fill_fonts (self);
  hs_preferences_window_show_font (self);
  g_signal_connect_object (self->font_row, "notify::selected", G_CALLBACK (font_chosen_cb), self, G_CONNECT_SWAPPED);
  g_object_bind_property (self->preferences, "line-height", gtk_spin_button_get_adjustment (self->height_spin), "value",
                          flags);
  g_object_bind_property (self->preferences, "font-size", gtk_spin_button_get_adjustment (self->size_spin), "value",
                          flags);
  g_object_bind_property (self->preferences, "line-width", gtk_spin_button_get_adjustment (self->width_spin), "value",
                          flags);
  g_object_bind_property (self->preferences, "mark-read", self->mark_read_switch, "active", flags);
  g_object_bind_property (self->preferences, "refresh", self->refresh_switch, "active", flags);
  g_object_bind_property (self->preferences, "notifications", self->notifications_switch, "active", flags);
  gtk_switch_set_active (self->background_switch, hs_background_get ());
  g_signal_connect_object (self->background_switch, "notify::active", G_CALLBACK (background_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < HS_N_LAYERS; i++)
    hs_preferences_window_add_layer (self, i);
  for (guint i = 0; hs_signal_get_code (i) != NULL; i++)
    hs_preferences_window_add_signal (self, hs_signal_get_code (i));
}

/**
 * hs_preferences_window_new:
 * @workspace: (nullable): the library whose settings are among them
 *
 * Returns: (transfer floating): the window of preferences
 */
GtkWindow *
hs_preferences_window_new (HsWorkspace *workspace)
{
  HsPreferencesWindow *self = g_object_new (HS_TYPE_PREFERENCES_WINDOW, NULL);
  gboolean writable = workspace != NULL && !hs_workspace_get_read_only (workspace);

  gtk_widget_set_sensitive (GTK_WIDGET (self->interval_row), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->page_switch), writable);
  if (writable)
    {
      self->workspace = g_object_ref (workspace);
      hs_workspace_read_option_async (workspace, "refresh-interval", self->cancellable, interval_read_cb,
                                      g_object_ref (self));
      hs_workspace_read_pictured_async (workspace, self->cancellable, pictured_read_cb, g_object_ref (self));
      hs_workspace_read_option_async (workspace, "full-page", self->cancellable, page_read_cb, g_object_ref (self));
    }
  return GTK_WINDOW (self);
}
