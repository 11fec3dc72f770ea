/* hs-timeline-view.c: articles, utterances and edits of a story, in time
 *
 * The axis above shows what is dated, to scale; the list below has everything, in
 * the same order, with the keys and for a screen reader. What has no date stands in
 * a part of its own: nothing is put where nobody knows that it belongs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-timeline-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <stdio.h>

#include "hs-desk-decide.h"
#include "hs-format.h"
#include "hs-template.h"
#include "hs-words.h"

#define LANES 3
#define LANE_HEIGHT 26
#define AXIS_TOP 10
#define AXIS_LEFT 92
#define AXIS_RIGHT 28

struct _HsTimelineView
{
  GtkWidget parent_instance;

  GtkWidget *box;          /* (unowned): child */
  GtkDrawingArea *axis;    /* (unowned): child */
  GtkListBox *list;        /* (unowned): child */
  GtkDropDown *article;    /* (unowned): child */
  GtkEntry *day;           /* (unowned): child */
  guint current;           /* event that is marked on the axis, or G_MAXUINT */

  HsWorkspace *workspace;  /* (owned) (nullable) */
  HsStoryDesk *desk;       /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (HsTimelineView, hs_timeline_view, GTK_TYPE_WIDGET)

/* Days since the first of the year 1; 0: not a day. */
static guint
julian_of (const char *day)
{
  guint year, month, number;

  if (day == NULL || sscanf (day, "%4u-%2u-%2u", &year, &month, &number) != 3 || month > 12
      || !g_date_valid_dmy (number, month, year))
    return 0;
  else
    {
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_dmy (&date, number, month, year);
      return g_date_get_julian (&date);
    }
}

/* --- the axis ---------------------------------------------------------------------------- */

static gboolean
find_bounds (HsTimelineView *self,
             guint          *first,
             guint          *last)
{
  *first = G_MAXUINT;
  *last = 0;
  for (guint i = 0; self->desk != NULL && i < self->desk->events->len; i++)
    {
      const HsDeskEvent *event = g_ptr_array_index (self->desk->events, i);
      guint from = julian_of (event->from), to = event->to != NULL ? julian_of (event->to) : from;

      if (from == 0)
        continue;
      *first = MIN (*first, from);
      *last = MAX (*last, MAX (from, to));
    }
  return *last != 0;
}

static void
draw_text (cairo_t    *cr,
           GtkWidget  *widget,
           const char *text,
           double      x,
           double      y,
           double      align)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_move_to (cr, x - width * align, y - height / 2.0);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_ticks (cairo_t   *cr,
            GtkWidget *widget,
            guint      first,
            guint      last,
            double     width,
            double     base)
{
  guint n = CLAMP ((guint) (width / 110), 1, last - first > 0 ? last - first : 1);

  for (guint i = 0; i <= n; i++)
    {
      guint julian = first + (guint) ((gint64) (last - first) * i / n);
      double x = AXIS_LEFT + (last > first ? width * (julian - first) / (last - first) : width / 2);
      GDate day;
      char text[32];

      g_date_clear (&day, 1);
      g_date_set_julian (&day, julian);
      g_date_strftime (text, sizeof text, last - first > 330 ? "%b %Y" : "%-d %b", &day);
      cairo_move_to (cr, x, base);
      cairo_line_to (cr, x, base + 5);
      cairo_stroke (cr);
      draw_text (cr, widget, text, x, base + 16, 0.5);
      if (first == last)
        break;
    }
}

static void
axis_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        user_data)
{
  static const char * const lanes[] = { N_("Articles"), N_("Utterances"), N_("Edits") };
  HsTimelineView *self = user_data;
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (area));
  gboolean strong = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  double room = MAX (1, width - AXIS_LEFT - AXIS_RIGHT), base = AXIS_TOP + LANES * LANE_HEIGHT;
  GdkRGBA plain, accent;
  guint first, last;

  gtk_style_context_get_color (style, &plain);
  if (!gtk_style_context_lookup_color (style, "accent_color", &accent))
    accent = plain;
  gdk_cairo_set_source_rgba (cr, &plain);
  for (guint lane = 0; lane < LANES; lane++)
    draw_text (cr, GTK_WIDGET (area), _(lanes[lane]), 4, AXIS_TOP + (lane + 0.5) * LANE_HEIGHT, 0);
  if (!find_bounds (self, &first, &last))
    {
      draw_text (cr, GTK_WIDGET (area), _("Nothing is dated yet"), AXIS_LEFT + room / 2, base + 14, 0.5);
      return;
    }
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, AXIS_LEFT, base);
  cairo_line_to (cr, AXIS_LEFT + room, base);
  cairo_stroke (cr);
  draw_ticks (cr, GTK_WIDGET (area), first, last, room, base);
  for (guint i = 0; i < self->desk->events->len; i++)
    {
      const HsDeskEvent *event = g_ptr_array_index (self->desk->events, i);
      guint from = julian_of (event->from), to = event->to != NULL ? julian_of (event->to) : from;
      double x = AXIS_LEFT + (last > first ? room * (from - first) / (last - first) : room / 2);
      double end = AXIS_LEFT + (last > first ? room * (to - first) / (last - first) : room / 2);
      double y = AXIS_TOP + (event->kind + 0.5) * LANE_HEIGHT, r = i == self->current ? 7 : 5;

      if (from == 0)
        continue;
      gdk_cairo_set_source_rgba (cr, i == self->current ? &accent : &plain);
      if (end > x)
        {
          cairo_rectangle (cr, x, y - 4, end - x, 8);
          cairo_set_source_rgba (cr, accent.red, accent.green, accent.blue,
                                 i == self->current ? 1 : strong ? 0.9 : 0.4);
          cairo_fill (cr);
          continue;
        }
      cairo_arc (cr, x, y, r, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

/* --- the list ------------------------------------------------------------------------------- */

static const char *
event_kind_name (HsDeskEventKind kind)
{
  return kind == HS_EVENT_ARTICLE ? _("article") : kind == HS_EVENT_UTTERANCE ? _("utterance") : _("edit");
}

/* Returns: (transfer full) */
static char *
when_of (const HsDeskEvent *event)
{
  g_autofree char *from = event->from != NULL ? hs_format_published (event->from) : NULL;
  g_autofree char *to = event->to != NULL ? hs_format_published (event->to) : NULL;

  if (from != NULL && to != NULL)
    return g_strdup_printf ("%s – %s", from, to);
  if (from != NULL)
    return g_steal_pointer (&from);
  return event->stated != NULL ? g_strdup_printf (_("“%s”"), event->stated) : g_strdup (_("undated"));
}

static GtkWidget *
make_row (const HsDeskEvent *event)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *when = when_of (event);
  GtkWidget *date = gtk_label_new (when);
  GtkWidget *title = gtk_label_new (event->title);
  const char *second = event->from == NULL && event->wants_day ? _("confirm the day of its article to tell")
                       : event->from != NULL && event->stated != NULL
                       && event->kind == HS_EVENT_UTTERANCE ? event->stated
                                                                                                          : event->step;
  g_autofree char *caption = hs_format_join (event_kind_name (event->kind), second, NULL);
  g_autofree char *label = g_strdup_printf ("%s, %s, %s", when, event->title, caption);

  gtk_label_set_width_chars (GTK_LABEL (date), 15);
  gtk_label_set_max_width_chars (GTK_LABEL (date), 15);
  gtk_label_set_wrap (GTK_LABEL (date), TRUE);
  gtk_label_set_xalign (GTK_LABEL (date), 0);
  gtk_widget_add_css_class (date, "numeric");
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (text), title);
  gtk_box_append (GTK_BOX (text), hs_words_new_caption (caption));
  gtk_box_append (GTK_BOX (box), date);
  gtk_box_append (GTK_BOX (box), text);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return row;
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  HsTimelineView *self = user_data;
  const HsDeskEvent *event = NULL, *last = NULL;
  GtkWidget *label;

  if (self->desk == NULL || (guint) gtk_list_box_row_get_index (row) >= self->desk->events->len)
    return;
  event = g_ptr_array_index (self->desk->events, gtk_list_box_row_get_index (row));
  if (before != NULL)
    last = g_ptr_array_index (self->desk->events, gtk_list_box_row_get_index (before));
  if (event->from != NULL || (last != NULL && last->from == NULL))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (_("Undated"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "hs-list-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
selected_cb (HsTimelineView *self,
             GtkListBoxRow  *row)
{
  self->current = row != NULL ? (guint) gtk_list_box_row_get_index (row) : G_MAXUINT;
  gtk_widget_queue_draw (GTK_WIDGET (self->axis));
}

static void
activated_cb (HsTimelineView *self,
              GtkListBoxRow  *row)
{
  guint index = gtk_list_box_row_get_index (row);
  const HsDeskEvent *event;

  if (self->desk == NULL || index >= self->desk->events->len)
    return;
  event = g_ptr_array_index (self->desk->events, index);
  if (hs_span_is_none (event->span))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-article", "x", event->article);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-words", "(xuu)", event->article, event->span.start,
                                event->span.end);
}

/* --- days that the user confirms ---------------------------------------------------------------- */

static void
confirm_cb (HsTimelineView *self)
{
  guint index = gtk_drop_down_get_selected (self->article);
  HsDeskEdit edit = { .what = HS_DESK_CONFIRM_DAY };
  const char *day = gtk_editable_get_text (GTK_EDITABLE (self->day));

  if (self->desk == NULL || index >= self->desk->articles->len)
    return;
  edit.story = self->desk->id;
  edit.article = ((HsDeskArticle *) g_ptr_array_index (self->desk->articles, index))->id;
  edit.text = *day != '\0' ? day : NULL;
  hs_desk_decide (GTK_WIDGET (self), self->workspace, &edit, *day != '\0' ? _("Day confirmed") : _("Day taken back"));
}

/* What is known of the chosen article stands in the field already. */
static void
article_chosen_cb (HsTimelineView *self)
{
  guint index = gtk_drop_down_get_selected (self->article);
  const HsDeskArticle *article;
  g_autofree char *day = NULL;

  if (self->desk == NULL || index >= self->desk->articles->len)
    return;
  article = g_ptr_array_index (self->desk->articles, index);
  day = g_strndup (article->confirmed != NULL ? article->confirmed : article->published != NULL ? article->published
                                                                                                : "",
                   10);
  gtk_editable_set_text (GTK_EDITABLE (self->day), day);
}

static GtkWidget *
make_bar (HsTimelineView *self)
{
  GtkWidget *bar = gtk_flow_box_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_label (_("Confirm Day"));

  self->article = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  hs_template_fit_choice (self->article);
  self->day = GTK_ENTRY (gtk_entry_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->article), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->article), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Article"), -1);
  gtk_entry_set_placeholder_text (self->day, _("2020-01-31"));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->day), 11);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->day), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Day it was written"),
                                  -1);
  g_signal_connect_object (self->article, "notify::selected", G_CALLBACK (article_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (confirm_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->day, "activate", G_CALLBACK (confirm_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_hexpand (GTK_WIDGET (self->day), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->day));
  gtk_box_append (GTK_BOX (box), button);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (bar), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (bar), 2);
  gtk_flow_box_insert (GTK_FLOW_BOX (bar), GTK_WIDGET (self->article), -1);
  gtk_flow_box_insert (GTK_FLOW_BOX (bar), box, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (bar); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_focusable (child, FALSE);
  gtk_widget_add_css_class (bar, "hs-desk-bar");
  return bar;
}

static void
fill_articles (HsTimelineView *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->article);

  for (guint i = 0; i < self->desk->articles->len; i++)
    {
      const HsDeskArticle *article = g_ptr_array_index (self->desk->articles, i);
      g_autofree char *name = hs_format_join (article->outlet, article->title, NULL);
      g_autofree char *label = hs_format_squash (name, 26);

      gtk_string_list_append (names, label);
    }
  gtk_drop_down_set_model (self->article, G_LIST_MODEL (names));
  if (selected < self->desk->articles->len)
    gtk_drop_down_set_selected (self->article, selected);
  article_chosen_cb (self);
}

/* --- the class ------------------------------------------------------------------------------------- */

static void
hs_timeline_view_dispose (GObject *object)
{
  HsTimelineView *self = HS_TIMELINE_VIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->desk, hs_story_desk_unref);

  G_OBJECT_CLASS (hs_timeline_view_parent_class)->dispose (object);
}

static void
hs_timeline_view_class_init (HsTimelineViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_timeline_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
hs_timeline_view_init (HsTimelineView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->current = G_MAXUINT;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->axis = GTK_DRAWING_AREA (gtk_drawing_area_new ());
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_drawing_area_set_content_height (self->axis, AXIS_TOP + LANES * LANE_HEIGHT + 32);
  gtk_drawing_area_set_draw_func (self->axis, axis_cb, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->axis), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->axis), "hs-timeline-axis");
  gtk_list_box_set_header_func (self->list, header_cb, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "hs-timeline");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Timeline"), -1);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_set_activate_on_single_click (self->list, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), make_bar (self));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->axis));
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * hs_timeline_view_set_workspace:
 * @self: a timeline
 * @workspace: (nullable): where decisions go
 */
void
hs_timeline_view_set_workspace (HsTimelineView *self,
                                HsWorkspace    *workspace)
{
  g_return_if_fail (HS_IS_TIMELINE_VIEW (self));

  g_set_object (&self->workspace, workspace);
}

/**
 * hs_timeline_view_set_desk:
 * @self: a timeline
 * @desk: (nullable): the story that is shown
 */
void
hs_timeline_view_set_desk (HsTimelineView *self,
                           HsStoryDesk    *desk)
{
  GtkWidget *child;

  g_return_if_fail (HS_IS_TIMELINE_VIEW (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  self->current = G_MAXUINT;
  g_clear_pointer (&self->desk, hs_story_desk_unref);
  if (desk != NULL)
    {
      self->desk = hs_story_desk_ref (desk);
      for (guint i = 0; i < desk->events->len; i++)
        gtk_list_box_append (self->list, make_row (g_ptr_array_index (desk->events, i)));
      fill_articles (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self->axis));
}
