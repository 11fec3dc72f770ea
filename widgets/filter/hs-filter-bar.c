/* hs-filter-bar.c: the search field with its chips
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-filter-bar.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hs-chip.h"
#include "hs-filter-popover.h"
#include "hs-suggestions.h"
#include "hs-template.h"

#define TYPING_MSEC 150

struct _HsFilterBar
{
  GtkWidget parent_instance;

  GtkWidget *field;              /* (template) */
  GtkScrolledWindow *scroller;   /* (template) */
  GtkBox *chips;                 /* (template) */
  GtkEditable *text;             /* (template) */
  GtkWidget *clear_button;       /* (template) */
  GtkMenuButton *add_button;     /* (template) */
  HsFilterPopover *add_popover;  /* (template) */
  HsSuggestions *suggestions;    /* (owned): a popover of ours */

  char *query;          /* (owned) */
  guint typing_source;
  gboolean taking; /* terms are being taken out of the text */
};

enum
{
  PROP_0,
  PROP_QUERY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HsFilterBar, hs_filter_bar, GTK_TYPE_WIDGET)

static HsChip *
hs_filter_bar_get_last_chip (HsFilterBar *self)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->chips));

  return last != NULL ? HS_CHIP (last) : NULL;
}

static void
hs_filter_bar_update (HsFilterBar *self)
{
  GString *query = g_string_new (NULL);
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->text)));

  g_clear_handle_id (&self->typing_source, g_source_remove);
  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips)); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    hs_term_append (hs_chip_get_term (HS_CHIP (chip)), query);
  /* White space after a chip says that it is not being typed any more. */
  if (query->len > 0)
    g_string_append_c (query, ' ');
  g_string_append (query, words);

  gtk_widget_set_visible (GTK_WIDGET (self->scroller), hs_filter_bar_get_last_chip (self) != NULL);
  gtk_widget_set_visible (self->clear_button, query->len > 0);
  if (g_str_equal (query->str, self->query))
    {
      g_string_free (query, TRUE);
      return;
    }
  g_free (self->query);
  self->query = g_string_free (query, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
}

static gboolean
typing_over_cb (gpointer data)
{
  HsFilterBar *self = data;

  self->typing_source = 0;
  hs_filter_bar_update (self);
  return G_SOURCE_REMOVE;
}

static void
chip_removed_cb (HsFilterBar *self,
                 HsChip      *chip)
{
  gtk_box_remove (self->chips, GTK_WIDGET (chip));
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  gtk_editable_set_position (self->text, -1);
  hs_filter_bar_update (self);
}

static gboolean
scroll_to_last_chip (gpointer data)
{
  g_autoptr (HsFilterBar) self = data;
  GtkAdjustment *adjustment = self->scroller != NULL ? gtk_scrolled_window_get_hadjustment (self->scroller) : NULL;

  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  return G_SOURCE_REMOVE;
}

static void
hs_filter_bar_append_chip (HsFilterBar  *self,
                           const HsTerm *term)
{
  GtkWidget *chip;

  for (chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips)); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    if (hs_term_equal (hs_chip_get_term (HS_CHIP (chip)), term))
      return;
  chip = hs_chip_new (term);
  g_signal_connect_object (chip, "removed", G_CALLBACK (chip_removed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->chips, chip);
  g_timeout_add (60, scroll_to_last_chip, g_object_ref (self));
}

/* Turns the typed terms that are whole into chips. */
static void
hs_filter_bar_take_terms (HsFilterBar *self,
                          gboolean     whole)
{
  g_autofree char *rest = NULL;
  g_autoptr (GPtrArray) terms = hs_query_take_terms (gtk_editable_get_text (self->text), whole, &rest);

  if (terms->len == 0)
    return;
  self->taking = TRUE;
  gtk_editable_set_text (self->text, rest);
  gtk_editable_set_position (self->text, -1);
  self->taking = FALSE;
  for (guint i = 0; i < terms->len; i++)
    hs_filter_bar_append_chip (self, g_ptr_array_index (terms, i));
}

/* The word the cursor stands in, for completion. */
static char *
hs_filter_bar_get_prefix (HsFilterBar *self)
{
  const char *text = gtk_editable_get_text (self->text);
  const char *start = text;
  const char *colon;

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isspace (*p) && strchr (start, '"') == NULL)
      start = p + 1;
  colon = strchr (start, ':');
  if (colon != NULL && (g_str_has_prefix (start, "source:") || g_str_has_prefix (start, "entity:")))
    start = colon + 1;
  else if (colon != NULL)
    return NULL;
  if (*start == '"')
    start++;
  return g_utf8_strlen (start, -1) >= 2 ? g_strdup (start) : NULL;
}

static gboolean
hs_filter_bar_has_focus (HsFilterBar *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self->text)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
changed_cb (HsFilterBar *self)
{
  g_autofree char *prefix = NULL;

  if (self->taking)
    return;
  hs_filter_bar_take_terms (self, FALSE);
  prefix = hs_filter_bar_get_prefix (self);
  hs_suggestions_set_prefix (self->suggestions, hs_filter_bar_has_focus (self) ? prefix : NULL);
  g_clear_handle_id (&self->typing_source, g_source_remove);
  self->typing_source = g_timeout_add (TYPING_MSEC, typing_over_cb, self);
}

/* What is suggested replaces the word that it completes. */
static void
suggested_cb (HsFilterBar *self,
              const char  *field,
              const char  *value,
              const char  *label)
{
  g_autoptr (HsTerm) term = hs_term_new (field, value, label);
  g_autofree char *text = g_strdup (gtk_editable_get_text (self->text));
  char *start = text;

  for (char *p = text; *p != '\0'; p++)
    if (g_ascii_isspace (*p) && strchr (start, '"') == NULL)
      start = p + 1;
  *start = '\0';
  self->taking = TRUE;
  gtk_editable_set_text (self->text, text);
  gtk_editable_set_position (self->text, -1);
  self->taking = FALSE;
  hs_filter_bar_append_chip (self, term);
  hs_filter_bar_update (self);
}

static void
term_chosen_cb (HsFilterBar *self,
                const char  *field,
                const char  *value,
                const char  *label)
{
  g_autoptr (HsTerm) term = hs_term_new (field, value, label);

  gtk_menu_button_popdown (self->add_button);
  hs_filter_bar_append_chip (self, term);
  hs_filter_bar_update (self);
}

static void
activate_cb (HsFilterBar *self)
{
  if (hs_suggestions_choose (self->suggestions))
    return;
  hs_filter_bar_take_terms (self, TRUE);
  hs_filter_bar_update (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-list", NULL);
}

static gboolean
key_pressed_cb (HsFilterBar    *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  HsChip *chip = hs_filter_bar_get_last_chip (self);
  gboolean at_start = gtk_editable_get_position (self->text) == 0
                      && !gtk_editable_get_selection_bounds (self->text, NULL, NULL);

  if (keyval == GDK_KEY_Down)
    return hs_suggestions_step (self->suggestions, 1);
  if (keyval == GDK_KEY_Up)
    return hs_suggestions_step (self->suggestions, -1);
  if (keyval == GDK_KEY_Escape)
    {
      if (hs_suggestions_hide (self->suggestions))
        return TRUE;
      if (hs_filter_bar_is_empty (self))
        gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-shown", NULL);
      else
        hs_filter_bar_clear (self);
      return TRUE;
    }
  if (keyval == GDK_KEY_BackSpace && at_start && chip != NULL)
    {
      chip_removed_cb (self, chip);
      return TRUE;
    }
  if (keyval == GDK_KEY_Left && at_start && chip != NULL)
    return gtk_widget_child_focus (GTK_WIDGET (chip), GTK_DIR_TAB_BACKWARD);
  return FALSE;
}

static void
focus_left_cb (HsFilterBar *self)
{
  hs_suggestions_hide (self->suggestions);
}

static void
hs_filter_bar_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  HsFilterBar *self = HS_FILTER_BAR (object);

  switch (prop_id)
    {
    case PROP_QUERY:
      g_value_set_string (value, self->query);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hs_filter_bar_dispose (GObject *object)
{
  HsFilterBar *self = HS_FILTER_BAR (object);

  g_clear_handle_id (&self->typing_source, g_source_remove);
  if (self->suggestions != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->suggestions));
  self->suggestions = NULL;
  hs_template_dispose (GTK_WIDGET (self), HS_TYPE_FILTER_BAR);

  G_OBJECT_CLASS (hs_filter_bar_parent_class)->dispose (object);
}

static void
hs_filter_bar_finalize (GObject *object)
{
  HsFilterBar *self = HS_FILTER_BAR (object);

  g_free (self->query);

  G_OBJECT_CLASS (hs_filter_bar_parent_class)->finalize (object);
}

static void
hs_filter_bar_class_init (HsFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (HS_TYPE_FILTER_POPOVER);
  object_class->get_property = hs_filter_bar_get_property;
  object_class->dispose = hs_filter_bar_dispose;
  object_class->finalize = hs_filter_bar_finalize;
  properties[PROP_QUERY] = g_param_spec_string ("query", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, HsFilterBar, field);
  gtk_widget_class_bind_template_child (widget_class, HsFilterBar, scroller);
  gtk_widget_class_bind_template_child (widget_class, HsFilterBar, chips);
  gtk_widget_class_bind_template_child (widget_class, HsFilterBar, text);
  gtk_widget_class_bind_template_child (widget_class, HsFilterBar, clear_button);
  gtk_widget_class_bind_template_child (widget_class, HsFilterBar, add_button);
  gtk_widget_class_bind_template_child (widget_class, HsFilterBar, add_popover);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, term_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, hs_filter_bar_clear);
}

static void
hs_filter_bar_init (HsFilterBar *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->query = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  self->suggestions = HS_SUGGESTIONS (hs_suggestions_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->suggestions), GTK_WIDGET (self));
  g_signal_connect_object (self->suggestions, "chosen", G_CALLBACK (suggested_cb), self, G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->text), key);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->text), focus);
}

/* @workspace: (nullable) */
void
hs_filter_bar_set_workspace (HsFilterBar *self,
                             HsWorkspace *workspace)
{
  g_return_if_fail (HS_IS_FILTER_BAR (self));

  hs_suggestions_set_workspace (self->suggestions, workspace);
  hs_filter_popover_set_workspace (self->add_popover, workspace);
}

/**
 * hs_filter_bar_get_query:
 * @self: a bar
 *
 * Returns: (transfer none): chips and words as one query; "" where there is none
 */
const char *
hs_filter_bar_get_query (HsFilterBar *self)
{
  g_return_val_if_fail (HS_IS_FILTER_BAR (self), "");

  return self->query;
}

/**
 * hs_filter_bar_get_words:
 * @self: a filter bar
 *
 * Returns: (transfer full): what was typed, and before it the chips of kinds
 */
char *
hs_filter_bar_get_words (HsFilterBar *self)
{
  GString *words;
  g_autofree char *typed = NULL;

  g_return_val_if_fail (HS_IS_FILTER_BAR (self), NULL);

  words = g_string_new (NULL);
  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips)); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    if (g_str_equal (hs_chip_get_term (HS_CHIP (chip))->field, "kind"))
      hs_term_append (hs_chip_get_term (HS_CHIP (chip)), words);
  typed = g_strstrip (g_strdup (gtk_editable_get_text (self->text)));
  if (*typed != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", typed);
  return g_string_free (words, FALSE);
}

/**
 * hs_filter_bar_add_term:
 * @self: a filter bar
 * @term: a term; copied
 *
 * Adds it as a chip, once, and searches.
 */
void
hs_filter_bar_add_term (HsFilterBar  *self,
                        const HsTerm *term)
{
  g_return_if_fail (HS_IS_FILTER_BAR (self));
  g_return_if_fail (term != NULL);

  hs_filter_bar_append_chip (self, term);
  hs_filter_bar_update (self);
}

/**
 * hs_filter_bar_clear:
 * @self: a filter bar
 *
 * Takes away all chips and words, and searches.
 */
void
hs_filter_bar_clear (HsFilterBar *self)
{
  GtkWidget *chip;

  g_return_if_fail (HS_IS_FILTER_BAR (self));

  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_box_remove (self->chips, chip);
  self->taking = TRUE;
  gtk_editable_set_text (self->text, "");
  self->taking = FALSE;
  hs_suggestions_hide (self->suggestions);
  /* The button that was pressed is about to go. */
  if (gtk_widget_has_focus (self->clear_button))
    gtk_widget_grab_focus (GTK_WIDGET (self->text));
  hs_filter_bar_update (self);
}

/**
 * hs_filter_bar_is_empty:
 * @self: a filter bar
 *
 * Returns: whether there is neither a chip nor a word
 */
gboolean
hs_filter_bar_is_empty (HsFilterBar *self)
{
  g_return_val_if_fail (HS_IS_FILTER_BAR (self), TRUE);

  return hs_filter_bar_get_last_chip (self) == NULL && *gtk_editable_get_text (self->text) == '\0';
}

/**
 * hs_filter_bar_focus:
 * @self: a filter bar
 *
 * Gives the keys to its field.
 */
void
hs_filter_bar_focus (HsFilterBar *self)
{
  g_return_if_fail (HS_IS_FILTER_BAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/**
 * hs_filter_bar_get_value:
 * @self: a filter bar
 * @field: what stands before the colon
 *
 * Returns: (transfer full) (nullable): the value of its first chip
 */
char *
hs_filter_bar_get_value (HsFilterBar *self,
                         const char  *field)
{
  g_return_val_if_fail (HS_IS_FILTER_BAR (self), NULL);

  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips)); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    {
      const HsTerm *term = hs_chip_get_term (HS_CHIP (chip));

      if (g_str_equal (term->field, field))
        return g_strdup (term->value);
    }
  return NULL;
}
