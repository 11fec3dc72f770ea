/* hs-entity-view-places.c: the mentions on an entity's page, and which of them has the keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-entity-view-private.h"

#include <glib/gi18n.h>

#include "hs-format.h"
#include "hs-words.h"

/* So many places at first, and again each time more are asked for. */
#define N_PLACES 150
/* What was put in has its place in this frame: the first lays it out. */
#define LAID_OUT 2

static GtkWidget *
make_article_heading (const HsOccurrence *occurrence)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *text = hs_format_join (occurrence->title != NULL ? occurrence->title : _("Untitled"),
                                          occurrence->outlet != NULL ? occurrence->outlet : "", NULL);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "heading");
  gtk_widget_add_css_class (button, "hs-place-heading");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-words");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xuu)", occurrence->article, 0, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return button;
}

/* The words of a mention, and a button that says they are somebody else's. */
static GtkWidget *
make_place (HsEntityView       *self,
            const HsOccurrence *place)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = hs_words_new_occurrence (place);
  GtkWidget *not_this = gtk_button_new_from_icon_name ("edit-clear-symbolic");

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (not_this, "flat");
  gtk_widget_set_valign (not_this, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (not_this, _("Not this one (X)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (not_this), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Not this one"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (not_this), "win.not-this-one");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (not_this), "(xxuu)", self->page->id, place->article,
                                    place->span.start, place->span.end);
  /* lives as long as the page, and so does the row */
  g_object_set_data (G_OBJECT (row), "hs-place", (gpointer) place);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), not_this);
  return row;
}

static void add_places (HsEntityView *self, guint from, guint n);

static void
more_cb (HsEntityView *self,
         GtkWidget    *button)
{
  guint from = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "from"));

  gtk_box_remove (self->places_box, button);
  add_places (self, from, N_PLACES);
}

/* So many from there on, or a few more. */
static void
add_places (HsEntityView *self,
            guint         from,
            guint         n)
{
  GPtrArray *places = self->page->occurrences;
  guint to = MIN (from + MAX (n, N_PLACES), places->len);

  for (guint i = from; i < to; i++)
    {
      const HsOccurrence *place = g_ptr_array_index (places, i);

      if (i == 0 || ((const HsOccurrence *) g_ptr_array_index (places, i - 1))->article != place->article)
        gtk_box_append (self->places_box, make_article_heading (place));
      gtk_box_append (self->places_box, make_place (self, place));
    }
  self->n_places = to;
  if (to < places->len)
    {
      g_autofree char *text = g_strdup_printf (_("Show More (%u)"), places->len - to);
      GtkWidget *button = gtk_button_new_with_label (text);

      g_object_set_data (G_OBJECT (button), "from", GUINT_TO_POINTER (to));
      g_signal_connect_object (button, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->places_box, button);
    }
}

/**
 * hs_entity_view_fill_places:
 * @self: a view that shows a page
 * @n: how many are wanted at least
 *
 * Lists its mentions anew.
 */
void
hs_entity_view_fill_places (HsEntityView *self,
                            guint         n)
{
  hs_words_clear_box (self->places_box);
  add_places (self, 0, n);
}

/* --- which of them has the keys -------------------------------------------------- */

/* Returns: (transfer none) (nullable): the row of the mention that has the keys */
static GtkWidget *
find_row (HsEntityView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *row = root != NULL ? gtk_root_get_focus (root) : NULL;

  while (row != NULL && gtk_widget_get_parent (row) != GTK_WIDGET (self->places_box))
    row = gtk_widget_get_parent (row);
  return row != NULL && g_object_get_data (G_OBJECT (row), "hs-place") != NULL ? row : NULL;
}

/* Returns: how far below the top of the page it is seen */
static double
get_height_in_view (HsEntityView *self,
                    GtkWidget    *row)
{
  graphene_point_t at = GRAPHENE_POINT_INIT (0, 0);

  if (!gtk_widget_compute_point (row, GTK_WIDGET (self->scroller), &GRAPHENE_POINT_INIT (0, 0), &at))
    return 0;
  return at.y;
}

static gboolean
held_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  HsEntityView *self = HS_ENTITY_VIEW (widget);
  GtkWidget *row = find_row (self);

  if (++self->held_frames < LAID_OUT)
    return G_SOURCE_CONTINUE;
  self->held_tick = 0;
  if (row != NULL)
    {
      GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + get_height_in_view (self, row)
                                              - self->held_height);
    }
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (gtk_scrolled_window_get_child (self->scroller)), TRUE);
  return G_SOURCE_REMOVE;
}

/**
 * hs_entity_view_hold_place:
 * @self: a view
 *
 * Before the page is filled anew: what has the keys stays where it is on the screen,
 * whatever there is above it then.
 *
 * Returns: the mention that has the keys, or %HS_HELD_PLACE_NONE
 */
HsHeldPlace
hs_entity_view_hold_place (HsEntityView *self)
{
  GtkWidget *row = find_row (self);
  HsHeldPlace held = HS_HELD_PLACE_NONE;
  const HsOccurrence *place;

  if (row == NULL)
    return held;
  place = g_object_get_data (G_OBJECT (row), "hs-place");
  held.article = place->article;
  held.span = place->span;
  held.on_words = gtk_widget_has_focus (gtk_widget_get_first_child (row));
  for (held.at = 0; g_ptr_array_index (self->page->occurrences, held.at) != place;)
    held.at++;
  self->held_frames = 0;
  if (self->held_tick != 0)
    return held;
  self->held_height = get_height_in_view (self, row);
  /* it would go by where a row stands before it has a place */
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (gtk_scrolled_window_get_child (self->scroller)), FALSE);
  self->held_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), held_cb, NULL, NULL);
  return held;
}

/**
 * hs_entity_view_go_on_at:
 * @self: a view whose page was filled anew
 * @held: which mention had the keys before
 *
 * Gives the keys to it, or to what stands in its place now that it is gone.
 */
void
hs_entity_view_go_on_at (HsEntityView      *self,
                         const HsHeldPlace *held)
{
  const GPtrArray *places = self->page->occurrences;
  guint at = MIN (held->at, places->len - 1);

  if (held->article == 0 || places->len == 0)
    return;
  for (guint i = 0; i < places->len; i++)
    {
      const HsOccurrence *place = g_ptr_array_index (places, i);

      if (place->article == held->article && place->span.start == held->span.start
          && place->span.end == held->span.end)
        at = i;
    }
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->places_box)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (g_object_get_data (G_OBJECT (row), "hs-place") == g_ptr_array_index (places, at))
      gtk_widget_grab_focus (held->on_words ? gtk_widget_get_first_child (row) : gtk_widget_get_last_child (row));
}
