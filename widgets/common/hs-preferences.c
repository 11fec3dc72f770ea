/* hs-preferences.c: what the user set and what the window remembers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-preferences.h"

#define SCHEMA_ID "io.github.hearsay.Hearsay"

typedef enum
{
  PROP_COLOR_SCHEME = 1,
  PROP_SERIF,
  PROP_FONT_SIZE,
  PROP_LINE_WIDTH,
  PROP_LINE_HEIGHT,
  PROP_FONT_FAMILY,
  PROP_MARKS_FILTER,
  PROP_MARK_READ,
  PROP_REFRESH,
  PROP_NOTIFICATIONS,
  PROP_HIDDEN_LAYERS,
  PROP_HIDDEN_SIGNALS,
  PROP_WINDOW_WIDTH,
  PROP_WINDOW_HEIGHT,
  PROP_WINDOW_MAXIMIZED,
  PROP_SIDEBAR_WIDTH,
  PROP_LIST_WIDTH,
  PROP_PANEL_WIDTH,
  PROP_SHOW_SIDEBAR,
  PROP_SHOW_PANEL,
  PROP_SAMPLE_OFFERED,
  N_PROPS
} HsPreferencesProp;

struct _HsPreferences
{
  GObject parent_instance;

  GSettings *settings;    /* (owned) (nullable): none without a schema */
  GValue values[N_PROPS]; /* (owned) */
};

G_DEFINE_FINAL_TYPE (HsPreferences, hs_preferences, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static void
hs_preferences_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  HsPreferences *self = HS_PREFERENCES (object);

  g_value_copy (&self->values[prop_id], value);
}

static void
hs_preferences_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  HsPreferences *self = HS_PREFERENCES (object);

  if (g_param_values_cmp (pspec, &self->values[prop_id], value) == 0)
    return;
  g_value_copy (value, &self->values[prop_id]);
  g_object_notify_by_pspec (object, pspec);
}

static void
hs_preferences_finalize (GObject *object)
{
  HsPreferences *self = HS_PREFERENCES (object);

  g_clear_object (&self->settings);
  for (guint i = 1; i < N_PROPS; i++)
    g_value_unset (&self->values[i]);

  G_OBJECT_CLASS (hs_preferences_parent_class)->finalize (object);
}

static void
define_boolean (HsPreferencesProp prop,
                const char       *name,
                gboolean          value)
{
  properties[prop] = g_param_spec_boolean (name, NULL, NULL, value,
                                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
define_int (HsPreferencesProp prop,
            const char       *name,
            int               minimum,
            int               maximum,
            int               value)
{
  properties[prop] = g_param_spec_int (name, NULL, NULL, minimum, maximum, value,
                                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
hs_preferences_class_init (HsPreferencesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = hs_preferences_get_property;
  object_class->set_property = hs_preferences_set_property;
  object_class->finalize = hs_preferences_finalize;

  properties[PROP_COLOR_SCHEME] = g_param_spec_string ("color-scheme", NULL, NULL, "system", flags);
  define_boolean (PROP_SERIF, "serif", TRUE);
  define_int (PROP_FONT_SIZE, "font-size", 8, 32, 13);
  define_int (PROP_LINE_WIDTH, "line-width", 40, 120, 70);
  define_int (PROP_LINE_HEIGHT, "line-height", 100, 220, 150);
  properties[PROP_FONT_FAMILY] = g_param_spec_string ("font-family", NULL, NULL, "", flags);
  properties[PROP_MARKS_FILTER] = g_param_spec_string ("marks-filter", NULL, NULL, "", flags);
  define_boolean (PROP_MARK_READ, "mark-read", TRUE);
  define_boolean (PROP_REFRESH, "refresh", TRUE);
  define_boolean (PROP_NOTIFICATIONS, "notifications", TRUE);
  properties[PROP_HIDDEN_LAYERS] = g_param_spec_uint ("hidden-layers", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_HIDDEN_SIGNALS] = g_param_spec_boxed ("hidden-signals", NULL, NULL, G_TYPE_STRV, flags);
  define_int (PROP_WINDOW_WIDTH, "window-width", 1, G_MAXINT, 1280);
  define_int (PROP_WINDOW_HEIGHT, "window-height", 1, G_MAXINT, 800);
  define_boolean (PROP_WINDOW_MAXIMIZED, "window-maximized", FALSE);
  define_int (PROP_SIDEBAR_WIDTH, "sidebar-width", 120, 500, 184);
  define_int (PROP_LIST_WIDTH, "list-width", 200, 900, 320);
  define_int (PROP_PANEL_WIDTH, "panel-width", 220, 900, 320);
  define_boolean (PROP_SHOW_SIDEBAR, "show-sidebar", TRUE);
  define_boolean (PROP_SHOW_PANEL, "show-panel", TRUE);
  properties[PROP_SAMPLE_OFFERED] = g_param_spec_boxed ("sample-offered", NULL, NULL, G_TYPE_STRV, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hs_preferences_init (HsPreferences *self)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  for (guint i = 1; i < N_PROPS; i++)
    g_value_copy (g_param_spec_get_default_value (properties[i]),
                  g_value_init (&self->values[i], properties[i]->value_type));

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SCHEMA_ID, TRUE);
  if (schema == NULL)
    return;
  self->settings = g_settings_new_full (schema, NULL, NULL);
  for (guint i = 1; i < N_PROPS; i++)
    if (g_settings_schema_has_key (schema, properties[i]->name))
      g_settings_bind (self->settings, properties[i]->name, self, properties[i]->name, G_SETTINGS_BIND_DEFAULT);
}

/**
 * hs_preferences_get_default:
 *
 * Returns: (transfer none): the preferences of this program
 */
HsPreferences *
hs_preferences_get_default (void)
{
  static HsPreferences *instance;

  if (instance == NULL)
    instance = g_object_new (HS_TYPE_PREFERENCES, NULL);
  return instance;
}

/**
 * hs_preferences_get_boolean:
 * @self: the preferences
 * @name: of a boolean property
 *
 * Returns: what it is
 */
gboolean
hs_preferences_get_boolean (HsPreferences *self,
                            const char    *name)
{
  gboolean value = FALSE;

  g_return_val_if_fail (HS_IS_PREFERENCES (self), FALSE);

  g_object_get (self, name, &value, NULL);
  return value;
}

/**
 * hs_preferences_get_int:
 * @self: the preferences
 * @name: of a property that is a number
 *
 * Returns: what it is
 */
int
hs_preferences_get_int (HsPreferences *self,
                        const char    *name)
{
  int value = 0;

  g_return_val_if_fail (HS_IS_PREFERENCES (self), 0);

  g_object_get (self, name, &value, NULL);
  return value;
}

/**
 * hs_preferences_shows_layer:
 * @self: the preferences
 * @layer: of marks
 *
 * Returns: whether its marks are shown
 */
gboolean
hs_preferences_shows_layer (HsPreferences *self,
                            guint          layer)
{
  g_return_val_if_fail (HS_IS_PREFERENCES (self), TRUE);

  return (g_value_get_uint (&self->values[PROP_HIDDEN_LAYERS]) & (1u << layer)) == 0;
}

/**
 * hs_preferences_set_layer:
 * @self: the preferences
 * @layer: of marks
 * @shown: whether its marks are shown
 */
void
hs_preferences_set_layer (HsPreferences *self,
                          guint          layer,
                          gboolean       shown)
{
  guint hidden;

  g_return_if_fail (HS_IS_PREFERENCES (self));

  hidden = g_value_get_uint (&self->values[PROP_HIDDEN_LAYERS]);
  hidden = shown ? hidden & ~(1u << layer) : hidden | (1u << layer);
  g_object_set (self, "hidden-layers", hidden, NULL);
}

/**
 * hs_preferences_shows_signal:
 * @self: the preferences
 * @code: of a signal
 *
 * Returns: whether the signal is shown
 */
gboolean
hs_preferences_shows_signal (HsPreferences *self,
                             const char    *code)
{
  const char * const *hidden;

  g_return_val_if_fail (HS_IS_PREFERENCES (self), TRUE);

  hidden = g_value_get_boxed (&self->values[PROP_HIDDEN_SIGNALS]);
  return hidden == NULL || !g_strv_contains (hidden, code);
}

/**
 * hs_preferences_set_signal:
 * @self: the preferences
 * @code: of a signal
 * @shown: whether it is shown
 */
void
hs_preferences_set_signal (HsPreferences *self,
                           const char    *code,
                           gboolean       shown)
{
  const char * const *hidden;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) changed = NULL;

  g_return_if_fail (HS_IS_PREFERENCES (self));

  hidden = g_value_get_boxed (&self->values[PROP_HIDDEN_SIGNALS]);
  for (guint i = 0; hidden != NULL && hidden[i] != NULL; i++)
    if (!g_str_equal (hidden[i], code))
      g_strv_builder_add (builder, hidden[i]);
  if (!shown)
    g_strv_builder_add (builder, code);
  changed = g_strv_builder_end (builder);
  g_object_set (self, "hidden-signals", changed, NULL);
}

/* Whether the library in @directory was never given the sample story; it
 * counts as given from now on. */
gboolean
hs_preferences_offer_sample (HsPreferences *self,
                             const char    *directory)
{
  const char * const *offered;
  g_autoptr (GStrvBuilder) builder = NULL;
  g_auto (GStrv) longer = NULL;

  g_return_val_if_fail (HS_IS_PREFERENCES (self), FALSE);
  g_return_val_if_fail (directory != NULL, FALSE);

  offered = g_value_get_boxed (&self->values[PROP_SAMPLE_OFFERED]);
  if (offered != NULL && g_strv_contains (offered, directory))
    return FALSE;
  builder = g_strv_builder_new ();
  for (guint i = 0; offered != NULL && offered[i] != NULL; i++)
    g_strv_builder_add (builder, offered[i]);
  g_strv_builder_add (builder, directory);
  longer = g_strv_builder_end (builder);
  g_object_set (self, "sample-offered", longer, NULL);
  return TRUE;
}
