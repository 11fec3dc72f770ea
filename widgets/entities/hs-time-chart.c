/* hs-time-chart.c: how many articles at what time, as bars
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-time-chart.h"

#include <glib/gi18n.h>

#include "hs-format.h"

#define HEIGHT 64
#define GAP 2

struct _HsTimeChart
{
  GtkWidget parent_instance;

  GPtrArray *periods; /* (owned) (nullable) (element-type HsNamePeriod) */
  guint most;
};

G_DEFINE_FINAL_TYPE (HsTimeChart, hs_time_chart, GTK_TYPE_WIDGET)

static void
hs_time_chart_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  HsTimeChart *self = HS_TIME_CHART (widget);
  float width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  gboolean turned = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GdkRGBA color, line;
  float step;

  if (self->periods == NULL || self->periods->len == 0)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  line = color;
  line.alpha *= 0.25f;
  step = MIN (width / self->periods->len, 24);
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
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 80;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 400;
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
  at = x / MIN (width / (double) self->periods->len, 24);
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
  g_clear_pointer (&HS_TIME_CHART (object)->periods, g_ptr_array_unref);

  G_OBJECT_CLASS (hs_time_chart_parent_class)->dispose (object);
}

static void
hs_time_chart_class_init (HsTimeChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_time_chart_dispose;
  widget_class->snapshot = hs_time_chart_snapshot;
  widget_class->measure = hs_time_chart_measure;
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

/**
 * hs_time_chart_set_periods:
 * @self: a chart
 * @periods: (element-type HsNamePeriod): earliest first, without gaps; held
 *
 * Shows a bar for each, and says in its accessible name when most there was.
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
  label = g_strdup_printf (_("Articles over time: %u from %s to %s, most in %s: %u"), n, first->period, last->period,
                           most->period, most->n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
