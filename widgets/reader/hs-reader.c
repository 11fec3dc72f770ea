/* hs-reader.c: the pane in which an article is read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-reader-private.h"

#include <glib/gi18n.h>

#include "hs-format.h"
#include "hs-language.h"
#include "hs-legend.h"
#include "hs-mark-card.h"
#include "hs-template.h"
#include "hs-workspace-reading.h"

/* Words a minute that people read, and characters where words are not parted:
 * Brysbaert, "How many words do we read per minute?" (2019); Trauzettel-Klosinski
 * and Dietz (2012). */
#define WORDS_PER_MINUTE 238
#define IDEOGRAMS_PER_MINUTE 260
/* After so long without scrolling, the place is kept. */
#define KEEP_MSEC 1200

G_DEFINE_FINAL_TYPE (HsReader, hs_reader, GTK_TYPE_WIDGET)

/* --- finding words in the article --------------------------------------------- */

static void
hs_reader_say_found (HsReader *self,
                     int       at,
                     guint     n)
{
  g_autofree char *text = NULL;
  const char *words = gtk_editable_get_text (self->find_entry);

  if (n > 0)
    text = g_strdup_printf (_("%d of %u"), at + 1, n);
  else if (*words != '\0')
    text = g_strdup (_("Not found"));
  gtk_label_set_label (self->find_label, text != NULL ? text : "");
}

static void
find_changed_cb (HsReader *self)
{
  self->n_found = hs_article_view_find_words (self->view, gtk_editable_get_text (self->find_entry));
  hs_reader_say_found (self, hs_article_view_step_found (self->view, 1), self->n_found);
}

static void
hs_reader_step_found (HsReader *self,
                      int       step)
{
  int at = hs_article_view_step_found (self->view, step);

  if (at < 0)
    find_changed_cb (self);
  else
    hs_reader_say_found (self, at, self->n_found);
}

static void
find_next_cb (HsReader *self)
{
  hs_reader_step_found (self, 1);
}

static void
find_previous_cb (HsReader *self)
{
  hs_reader_step_found (self, -1);
}

static void
find_stop_cb (HsReader *self)
{
  hs_reader_stop_find (self);
}

/* Shift+Enter goes back; the entry itself knows of Enter only. */
static gboolean
find_key_cb (HsReader        *self,
             guint            keyval,
             guint            keycode,
             GdkModifierType  state)
{
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || (state & GDK_SHIFT_MASK) == 0)
    return FALSE;
  hs_reader_step_found (self, -1);
  return TRUE;
}

/* --- marks -------------------------------------------------------------------- */

/* Opens the card of a mark at its words. */
static void
hs_reader_show_card (HsReader *self,
                     guint     index,
                     gboolean  hovering)
{
  HsReading *reading = hs_article_view_get_reading (self->view);
  const HsMark *mark = hs_article_view_get_mark (self->view, index);
  g_autoptr (GArray) around = hs_article_view_get_marks_around (self->view, index);
  GdkRectangle area;
  double x, y;

  if (hs_article_view_get_span_area (self->view, mark->span, &area)
      && gtk_widget_translate_coordinates (GTK_WIDGET (self->view), GTK_WIDGET (self), area.x, area.y, &x, &y))
    {
      area.x = x;
      area.y = CLAMP (y, 0, gtk_widget_get_height (GTK_WIDGET (self)));
      gtk_popover_set_pointing_to (GTK_POPOVER (self->card), &area);
    }
  hs_mark_card_show_marks (HS_MARK_CARD (self->card), self->workspace, reading, around, hovering);
}

/* A card that had the keys gives them back to the text. */
static void
card_closed_cb (HsReader *self)
{
  if (gtk_popover_get_autohide (GTK_POPOVER (self->card)) && gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
mark_activated_cb (HsReader *self,
                   guint     index)
{
  hs_reader_show_card (self, index, FALSE);
}

static void
mark_hovered_cb (HsReader *self,
                 int       index)
{
  if (hs_mark_card_is_pinned (HS_MARK_CARD (self->card)))
    return;
  if (index >= 0)
    hs_reader_show_card (self, index, TRUE);
  else
    hs_mark_card_end_hover (HS_MARK_CARD (self->card));
}

static void
link_activated_cb (HsReader   *self,
                   const char *address)
{
  hs_reader_open_link (self, address);
}

static void
link_shown_cb (HsReader   *self,
               const char *address)
{
  gtk_label_set_label (self->status_label, address != NULL ? address : "");
  gtk_widget_set_visible (GTK_WIDGET (self->status_label), address != NULL);
}

/* --- where reading stopped ------------------------------------------------------ */

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  /* a library that is closed meanwhile, or cannot be written, keeps no place */
  if (hs_workspace_edit_finish (HS_WORKSPACE (source), result, &error) < 0)
    g_debug ("The place was not kept: %s", error->message);
}

/* Keeps the place of the open article, when it is another than is kept. */
void
hs_reader_keep_place (HsReader *self)
{
  HsReading *reading;
  guint top;

  g_return_if_fail (HS_IS_READER (self));

  reading = hs_article_view_get_reading (self->view);
  g_clear_handle_id (&self->top_source, g_source_remove);
  if (reading == NULL || self->workspace == NULL || hs_workspace_get_read_only (self->workspace)
      || !gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    return;
  top = hs_article_view_get_top (self->view);
  if (top == self->kept_top)
    return;
  self->kept_top = top;
  hs_workspace_set_read_to (self->workspace, reading->id, top, kept_cb, NULL);
}

static gboolean
keep_place_cb (gpointer data)
{
  HsReader *self = data;

  self->top_source = 0;
  hs_reader_keep_place (self);
  return G_SOURCE_REMOVE;
}

static void
scrolled_cb (HsReader *self)
{
  g_clear_handle_id (&self->top_source, g_source_remove);
  self->top_source = g_timeout_add (KEEP_MSEC, keep_place_cb, self);
  hs_mark_card_end_hover (HS_MARK_CARD (self->card));
}

/* --- the line above the text ---------------------------------------------------- */

static char *
hs_reader_format_grade (const HsReading *reading)
{
  const HsReadingGrade *source = reading->source_grades->len > 0 ? g_ptr_array_index (reading->source_grades, 0) : NULL;
  const HsReadingGrade *article = reading->article_grades->len > 0 ? g_ptr_array_index (reading->article_grades, 0)
                                                                   : NULL;

  return g_strconcat (source != NULL && source->grade != NULL ? source->grade : "",
                      article != NULL && article->grade != NULL ? article->grade : "", NULL);
}

static gboolean
is_ideogram (gunichar c)
{
  GUnicodeScript script = c < 0x2e80 ? G_UNICODE_SCRIPT_LATIN : g_unichar_get_script (c);

  return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA;
}

/* Minutes for what is not boilerplate, at least one. */
static guint
estimate_minutes (const HsDocument *document)
{
  guint words = 0, ideograms = 0;

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const HsBlock *block = &g_array_index (document->blocks, HsBlock, i);
      gboolean inside = FALSE;

      if (block->kind == HS_BLOCK_BOILERPLATE)
        continue;
      for (const char *p = document->text + block->span.start; p < document->text + block->span.end;
           p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);
          gboolean ideogram = is_ideogram (c);
          gboolean part = !ideogram && !g_unichar_isspace (c);

          ideograms += ideogram;
          words += part && !inside;
          inside = part;
        }
    }
  return MAX (1, (guint) ((double) words / WORDS_PER_MINUTE + (double) ideograms / IDEOGRAMS_PER_MINUTE + 0.5));
}

static void
hs_reader_update_meta (HsReader  *self,
                       HsReading *reading)
{
  const HsDocument *document = reading->document;
  g_autofree char *published = hs_format_published (document->published);
  g_autofree char *grade = hs_reader_format_grade (reading);
  guint n = estimate_minutes (document);
  g_autofree char *minutes = g_strdup_printf (ngettext ("%u minute", "%u minutes", n), n);
  g_autofree char *meta = NULL;

  meta = hs_format_join (document->outlet != NULL && *document->outlet != '\0' ? document->outlet : _("Unknown outlet"),
                         published != NULL ? published : _("date unknown"), minutes, NULL);
  gtk_label_set_label (self->meta_label, meta);
  gtk_label_set_label (self->grade_label, grade);
  gtk_widget_set_visible (GTK_WIDGET (self->grade_label), *grade != '\0');
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->meta_label), meta);
  gtk_widget_set_visible (self->original_button, document->url != NULL && *document->url != '\0');
  gtk_button_set_icon_name (self->star_button, reading->starred ? "starred-symbolic" : "non-starred-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->star_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  reading->starred ? _("Remove star") : _("Star"), -1);
}

/* --- what changed since it was first seen --------------------------------------- */

static void
hs_reader_update_edited (HsReader  *self,
                         HsReading *reading)
{
  guint n = reading->revisions->len;
  gboolean unread = reading->document->length == 0;
  g_autofree char *text = NULL;

  gtk_revealer_set_reveal_child (self->edited_revealer, n > 1 || unread);
  gtk_widget_set_visible (self->edited_button, !unread);
  if (unread)
    gtk_label_set_label (self->edited_label,
                         _("This could not be read: it takes more time or memory than an article may. "
                                               "It is kept as it came."));
  if (n < 2 || unread)
    return;
  text = g_strdup_printf (ngettext ("Edited %u time since it was first seen", "Edited %u times since it was first seen",
                                    n - 1), n - 1);
  gtk_label_set_label (self->edited_label, text);
}

/* Says how little can be found where it is not English. */
static void
hs_reader_update_language (HsReader  *self,
                           HsReading *reading)
{
  const char *stated = reading->document->language;
  gboolean known = stated != NULL && g_ascii_strncasecmp (stated, "en", 2) != 0;
  g_autofree char *name = known ? hs_language_dup_name (stated) : NULL;
  g_autofree char *what = name != NULL ? g_strdup_printf (_("In %s."), name) : g_strdup (_("Not in English."));
  g_autofree char *text = NULL;

  text = g_strdup_printf (_("%s What is marked is found by what was made for English: patterns and lists of "
                            "names hold, the rest may be missing or wrong."), what);
  gtk_label_set_label (self->language_label, text);
  gtk_revealer_set_reveal_child (self->language_revealer, reading->foreign);
}

static void
difference_closed_cb (HsReader *self)
{
  gtk_stack_set_visible_child_name (self->stack, "article");
  gtk_revealer_set_reveal_child (self->edited_revealer, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
show_difference_cb (HsReader *self)
{
  HsReading *reading = hs_article_view_get_reading (self->view);

  if (reading == NULL || reading->revisions->len < 2 || self->workspace == NULL)
    return;
  gtk_revealer_set_reveal_child (self->edited_revealer, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "difference");
  hs_difference_view_show (self->difference, self->workspace, reading);
}

/* --- life ------------------------------------------------------------------- */

static void
hs_reader_dispose (GObject *object)
{
  HsReader *self = HS_READER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->top_source, g_source_remove);
  g_clear_pointer (&self->card, gtk_widget_unparent);
  hs_template_dispose (GTK_WIDGET (self), HS_TYPE_READER);
  g_clear_object (&self->workspace);
  g_clear_object (&self->preferences);
  g_clear_object (&self->actions);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (hs_reader_parent_class)->dispose (object);
}

static void
hs_reader_class_init (HsReaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (HS_TYPE_ARTICLE_VIEW);
  g_type_ensure (HS_TYPE_DIFFERENCE_VIEW);
  g_type_ensure (HS_TYPE_LEGEND);
  G_OBJECT_CLASS (klass)->dispose = hs_reader_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-reader.ui");
  gtk_widget_class_bind_template_child (widget_class, HsReader, meta_label);
  gtk_widget_class_bind_template_child (widget_class, HsReader, grade_label);
  gtk_widget_class_bind_template_child (widget_class, HsReader, original_button);
  gtk_widget_class_bind_template_child (widget_class, HsReader, star_button);
  gtk_widget_class_bind_template_child (widget_class, HsReader, more_button);
  gtk_widget_class_bind_template_child (widget_class, HsReader, status_label);
  gtk_widget_class_bind_template_child (widget_class, HsReader, find_revealer);
  gtk_widget_class_bind_template_child (widget_class, HsReader, find_entry);
  gtk_widget_class_bind_template_child (widget_class, HsReader, find_label);
  gtk_widget_class_bind_template_child (widget_class, HsReader, edited_revealer);
  gtk_widget_class_bind_template_child (widget_class, HsReader, edited_label);
  gtk_widget_class_bind_template_child (widget_class, HsReader, edited_button);
  gtk_widget_class_bind_template_child (widget_class, HsReader, language_revealer);
  gtk_widget_class_bind_template_child (widget_class, HsReader, language_label);
  gtk_widget_class_bind_template_child (widget_class, HsReader, stack);
  gtk_widget_class_bind_template_child (widget_class, HsReader, view);
  gtk_widget_class_bind_template_child (widget_class, HsReader, difference);
  gtk_widget_class_bind_template_callback (widget_class, show_difference_cb);
  gtk_widget_class_bind_template_callback (widget_class, difference_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_hovered_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, hs_reader_update_actions);
}

static void
size_cb (HsReader *self)
{
  g_autofree char *size = g_strdup_printf (_("%d pt"), hs_preferences_get_int (self->preferences, "font-size"));

  gtk_label_set_label (self->size_label, size);
}

static GtkWidget *
make_size_button (const char *label,
                  const char *says,
                  const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, says);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, says, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

/* A− 13 pt A+ at the head of the menu */
static void
hs_reader_add_size_control (HsReader *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkPopover *menu = gtk_menu_button_get_popover (self->more_button);
  GtkWidget *label = gtk_label_new (NULL);

  self->size_label = GTK_LABEL (label);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), make_size_button ("A−", _("Smaller text (Ctrl+−)"), "reader.text-smaller"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), make_size_button ("A+", _("Larger text (Ctrl++)"), "reader.text-larger"));
  gtk_popover_menu_add_child (GTK_POPOVER_MENU (menu), box, "text-size");
  g_signal_connect_object (self->preferences, "notify::font-size", G_CALLBACK (size_cb), self, G_CONNECT_SWAPPED);
  size_cb (self);
}

static void
hs_reader_add_find_keys (HsReader *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (find_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->find_entry), key);
}

static void
hs_reader_init (HsReader *self)
{
  self->preferences = g_object_ref (hs_preferences_get_default ());
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  hs_reader_add_actions (self);
  hs_reader_add_size_control (self);
  hs_reader_add_find_keys (self);
  hs_reader_add_menu (self);
  self->card = hs_mark_card_new ();
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  g_signal_connect_object (self->card, "closed", G_CALLBACK (card_closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Article"), -1);
}

/* @workspace: (nullable) */
void
hs_reader_set_workspace (HsReader    *self,
                         HsWorkspace *workspace)
{
  g_return_if_fail (HS_IS_READER (self));

  hs_reader_keep_place (self);
  g_set_object (&self->workspace, workspace);
}

/* @reading: (nullable) */
void
hs_reader_set_reading (HsReader  *self,
                       HsReading *reading)
{
  HsReading *before;
  guint n_before;
  gboolean other;

  g_return_if_fail (HS_IS_READER (self));

  before = hs_article_view_get_reading (self->view);
  n_before = before != NULL ? before->revisions->len : 0;
  other = before == NULL || reading == NULL || before->id != reading->id;
  if (other)
    {
      hs_reader_keep_place (self);
      gtk_popover_popdown (GTK_POPOVER (self->card));
      hs_reader_stop_find (self);
      link_shown_cb (self, NULL);
      g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "boilerplate", g_variant_new_boolean (FALSE));
      self->kept_top = reading != NULL ? reading->read_to : 0;
      gtk_stack_set_visible_child_name (self->stack, "article");
    }
  hs_article_view_set_reading (self->view, reading);
  hs_reader_update_actions (self);
  if (reading == NULL)
    return;
  hs_reader_update_meta (self, reading);
  hs_reader_update_language (self, reading);
  if (other || reading->revisions->len != n_before)
    hs_reader_update_edited (self, reading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  reading->document->title != NULL ? reading->document->title : _("Article"), -1);
}

/**
 * hs_reader_get_reading:
 * @self: a reader
 *
 * Returns: (transfer none) (nullable): the article that is shown
 */
HsReading *
hs_reader_get_reading (HsReader *self)
{
  g_return_val_if_fail (HS_IS_READER (self), NULL);

  return hs_article_view_get_reading (self->view);
}

/**
 * hs_reader_show_span:
 * @self: a reader
 * @span: bytes of the article
 *
 * Brings the words into view and has them flash.
 */
void
hs_reader_show_span (HsReader *self,
                     HsSpan    span)
{
  g_return_if_fail (HS_IS_READER (self));

  hs_article_view_show_span (self->view, span, TRUE);
}

/**
 * hs_reader_get_selected:
 * @self: a reader
 *
 * Returns: the words that are selected, in bytes of the article
 */
HsSpan
hs_reader_get_selected (HsReader *self)
{
  g_return_val_if_fail (HS_IS_READER (self), HS_SPAN_NONE);

  return hs_article_view_get_selected (self->view);
}

/**
 * hs_reader_step_mark:
 * @self: a reader
 * @step: how far on, in marks; below 0 back
 *
 * Goes to that mark and takes the keys; rings where there is none.
 */
void
hs_reader_step_mark (HsReader *self,
                     int       step)
{
  g_return_if_fail (HS_IS_READER (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  if (!hs_article_view_step_mark (self->view, step))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/**
 * hs_reader_start_find:
 * @self: a reader
 *
 * Opens the field to find words in, and gives it the keys.
 */
void
hs_reader_start_find (HsReader *self)
{
  g_return_if_fail (HS_IS_READER (self));

  gtk_revealer_set_reveal_child (self->find_revealer, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->find_entry));
  gtk_editable_select_region (self->find_entry, 0, -1);
  find_changed_cb (self);
}

/* Returns: whether there was anything to stop */
gboolean
hs_reader_stop_find (HsReader *self)
{
  g_return_val_if_fail (HS_IS_READER (self), FALSE);

  if (!gtk_revealer_get_reveal_child (self->find_revealer))
    return FALSE;
  gtk_revealer_set_reveal_child (self->find_revealer, FALSE);
  hs_article_view_find_words (self->view, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return TRUE;
}

/* Returns: whether there was more of the article to show */
gboolean
hs_reader_page_down (HsReader *self)
{
  GtkAdjustment *adjustment;
  double before;

  g_return_val_if_fail (HS_IS_READER (self), FALSE);

  hs_article_view_forget_top (self->view);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  before = gtk_adjustment_get_value (adjustment);
  gtk_adjustment_set_value (adjustment, before + gtk_adjustment_get_page_size (adjustment) * 0.9);
  return gtk_adjustment_get_value (adjustment) - before >= 1;
}

/**
 * hs_reader_focus:
 * @self: a reader
 *
 * Gives the keys to the text.
 */
void
hs_reader_focus (HsReader *self)
{
  g_return_if_fail (HS_IS_READER (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* (transfer none): what can be done with the article, for keys of the window */
GActionGroup *
hs_reader_get_actions (HsReader *self)
{
  g_return_val_if_fail (HS_IS_READER (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

/**
 * hs_reader_get_view:
 * @self: a reader
 *
 * Returns: (transfer none): the widget of the text
 */
GtkWidget *
hs_reader_get_view (HsReader *self)
{
  g_return_val_if_fail (HS_IS_READER (self), NULL);

  return GTK_WIDGET (self->view);
}
