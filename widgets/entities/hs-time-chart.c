/* hs-time-chart.c: how many articles at what time, as bars
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-time-chart.h"

#include <glib/gi18n.h>

#include "hs-format.h"

#define HEIGHT 64
#define GAP 2
/* A bar is no wider, but where there are so few that the ends need more room. */
#define BAR 24
#define END_GAP 12

struct _HsTimeChart
{
  GtkWidget parent_instance;

  GPtrArray *periods; /* (owned) (nullable) (element-type HsNamePeriod) */
  guint most;
  GtkWidget *ends[2];  /* (unowned) (nullable): children: from when, and until when */
};

G_DEFINE_FINAL_TYPE (HsTimeChart, hs_time_chart, GTK_TYPE_WIDGET)

static int
get_end_width (HsTimeChart *self,
               guint        end)
{
  int natural = 0;

  if (self->ends[end] != NULL)
    gtk_widget_measure (self->ends[end], GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* How wide a bar is, with the gap after it. */
static double
get_step (HsTimeChart *self,
          int          width)
{
  double ends = self->periods->len > 1 ? get_end_width (self, 0) + END_GAP + get_end_width (self, 1) : 0;

  return MIN (width / (double) self->periods->len, MAX (BAR, ends / self->periods->len));
}

/* The first below the first bar, the last below the last. */
static void
hs_time_chart_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  HsTimeChart *self = HS_TIME_CHART (widget);
  gboolean turned = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  for (guint end = 0; end < 2 && self->ends[end] != NULL; end++)
    {
      int natural = get_end_width (self, end);
      int x = end == 0 ? 0 : (int) (get_step (self, width) * self->periods->len) - GAP - natural;

      x = end == 0 ? 0 : MIN (MAX (x, get_end_width (self, 0) + END_GAP), MAX (width - natural, 0));
      gtk_widget_size_allocate (self->ends[end],
                                &(GtkAllocation) { turned ? width - x - natural : x, HEIGHT, natural,
                                                   MAX (height - HEIGHT, 0) },
                                -1);
    }
}

static void
hs_time_chart_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  HsTimeChart *self = HS_TIME_CHART (widget);
  float width = gtk_widget_get_width (widget), height = HEIGHT;
  gboolean turned = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GdkRGBA color, line;
  float step;

  if (self->periods == NULL || self->periods->len == 0)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  line = color;
  line.alpha *= 0.25f;
  step = get_step (self, width);
  for (guint i = 0; i < self->periods->len; i++)
    {
      const HsNamePeriod *period = g_ptr_array_index (self->periods, i);
      float tall = self->most > 0 ? (height - 2) * period->n / self->most : 0;
      float x = i * step;

      if (period->n > 0)
        tall = MAX (tall, 3);
      if (turned)
        x = width - x - step;
      gtk_snapshot_append_color (snapshot, &color,
                                 &GRAPHENE_RECT_INIT (x, height - 1 - tall, MAX (step - GAP, 1), tall));
    }
  gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (0, height - 1, width, 1));
  for (guint end = 0; end < 2 && self->ends[end] != NULL; end++)
    gtk_widget_snapshot_child (widget, self->ends[end], snapshot);
}

static void
hs_time_chart_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  HsTimeChart *self = HS_TIME_CHART (widget);
  int below = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (80, get_end_width (self, 0) + END_GAP + get_end_width (self, 1));
      *natural = MAX (400, *minimum);
      return;
    }
  if (self->ends[0] != NULL)
    gtk_widget_measure (self->ends[0], GTK_ORIENTATION_VERTICAL, -1, NULL, &below, NULL, NULL);
  *minimum = *natural = HEIGHT + below;
}

static gboolean
query_tooltip_cb (HsTimeChart *self,
                  int          x,
                  int          y,
                  gboolean     keyboard,
                  GtkTooltip  *tooltip)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  const HsNamePeriod *period;
  g_autofree char *articles = NULL;
  g_autofree char *text = NULL;
  guint at;

  if (self->periods == NULL || self->periods->len == 0 || x < 0)
    return FALSE;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = width - x;
  at = x / get_step (self, width);
  if (at >= self->periods->len)
    return FALSE;
  period = g_ptr_array_index (self->periods, at);
  articles = hs_format_articles (period->n);
  text = g_strdup_printf ("%s: %s", period->period, articles);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
hs_time_chart_dispose (GObject *object)
{
  HsTimeChart *self = HS_TIME_CHART (object);

  g_clear_pointer (&self->ends[0], gtk_widget_unparent);
  g_clear_pointer (&self->ends[1], gtk_widget_unparent);
  g_clear_pointer (&self->periods, g_ptr_array_unref);

  G_OBJECT_CLASS (hs_time_chart_parent_class)->dispose (object);
}

static void
hs_time_chart_class_init (HsTimeChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_time_chart_dispose;
  widget_class->snapshot = hs_time_chart_snapshot;
  widget_class->measure = hs_time_chart_measure;
  widget_class->size_allocate = hs_time_chart_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "timechart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hs_time_chart_init (HsTimeChart *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

/**
 * hs_time_chart_new:
 * Returns: (transfer floating): a chart without bars
 */
GtkWidget *
hs_time_chart_new (void)
{
  return g_object_new (HS_TYPE_TIME_CHART, NULL);
}

/* @text: (nullable): what stands below that end */
static void
set_end (HsTimeChart *self,
         guint        end,
         const char  *text)
{
  g_clear_pointer (&self->ends[end], gtk_widget_unparent);
  if (text == NULL)
    return;
  self->ends[end] = gtk_label_new (text);
  gtk_widget_add_css_class (self->ends[end], "caption");
  gtk_widget_add_css_class (self->ends[end], "dim-label");
  gtk_widget_set_parent (self->ends[end], GTK_WIDGET (self));
}

/**
 * hs_time_chart_set_periods:
 * @self: a chart
 * @periods: (element-type HsNamePeriod): earliest first, without gaps; held
 *
 * Shows a bar for each, with from when to when below, and says in its accessible name when most there was.
 */
void
hs_time_chart_set_periods (HsTimeChart *self,
                           GPtrArray   *periods)
{
  const HsNamePeriod *first, *last, *most = NULL;
  g_autofree char *label = NULL;
  guint n = 0;

  g_return_if_fail (HS_IS_TIME_CHART (self));

  g_clear_pointer (&self->periods, g_ptr_array_unref);
  self->most = 0;
  set_end (self, 0, NULL);
  set_end (self, 1, NULL);
  if (periods == NULL || periods->len == 0)
    return;
  self->periods = g_ptr_array_ref (periods);
  for (guint i = 0; i < periods->len; i++)
    {
      const HsNamePeriod *period = g_ptr_array_index (periods, i);

      n += period->n;
      if (most == NULL || period->n > most->n)
        most = period;
    }
  self->most = most->n;
  first = g_ptr_array_index (periods, 0);
  last = g_ptr_array_index (periods, periods->len - 1);
  set_end (self, 0, first->period);
  set_end (self, 1, periods->len > 1 ? last->period : NULL);
  label = g_strdup_printf (_("Articles over time: %u from %s to %s, most in %s: %u"), n, first->period, last->period,
                           most->period, most->n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
