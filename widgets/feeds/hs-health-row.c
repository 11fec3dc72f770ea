/* hs-health-row.c: how one feed fares
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-health-row.h"

#include <glib/gi18n.h>

#include "hs-format.h"

struct _HsHealthRow
{
  GtkListBoxRow parent_instance;

  GtkImage *icon;               /* (template) */
  GtkLabel *title;              /* (template) */
  GtkLabel *status;             /* (template) */
  GtkLabel *facts;              /* (template) */
  GtkLabel *next;               /* (template) */
  GtkWidget *retry_button;      /* (template) */
  GtkWidget *properties_button; /* (template) */

  gint64 feed;
};

enum
{
  SIGNAL_RETRY,
  SIGNAL_PROPERTIES,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HsHealthRow, hs_health_row, GTK_TYPE_LIST_BOX_ROW)

static void
retry_cb (HsHealthRow *self)
{
  g_signal_emit (self, signals[SIGNAL_RETRY], 0, self->feed);
}

static void
properties_cb (HsHealthRow *self)
{
  g_signal_emit (self, signals[SIGNAL_PROPERTIES], 0, self->feed);
}

static const char *
get_icon (HsFeedHealthKind kind)
{
  switch (kind)
    {
    case HS_FEED_FAILING:
      return "dialog-warning-symbolic";
    case HS_FEED_GONE:
      return "process-stop-symbolic";
    case HS_FEED_WAITING:
      return "document-open-recent-symbolic";
    case HS_FEED_OK:
    default:
      return "object-select-symbolic";
    }
}

static char *
format_facts (const HsFeedHealth *feed)
{
  g_autofree char *success_time = hs_format_time (feed->last_success);
  g_autofree char *newest_time = hs_format_time (feed->newest);
  g_autofree char *success = feed->last_success > 0 ? g_strdup_printf (_("Last success %s"), success_time)
                                                    : g_strdup (_("No success yet"));
  g_autofree char *newest = feed->newest > 0 ? g_strdup_printf (_("newest article %s"), newest_time)
                                             : g_strdup (_("no article yet"));
  g_autofree char *size = feed->size >= 0 ? g_format_size ((guint64) feed->size) : g_strdup (_("size unknown"));
  g_autofree char *count = hs_format_articles (feed->articles);

  return g_strdup_printf ("%s · %s · %s · %s", success, newest, count, size);
}

static char *
format_next (const HsFeedHealth *feed)
{
  g_autofree char *next = NULL;

  if (feed->next == G_MAXINT64)
    return g_strdup (feed->why);
  next = feed->next > g_get_real_time () / G_USEC_PER_SEC ? hs_format_time (feed->next)
                                                          : g_strdup (_("as soon as possible"));
  return g_strdup_printf (_("Next: %s. %s"), next, feed->why != NULL ? feed->why : "");
}

static char *
format_status (const HsFeedHealth *feed)
{
  GString *text = g_string_new (feed->message != NULL ? feed->message : feed->status);
  g_autofree char *number = g_strdup_printf ("%u", feed->http_status);

  if (feed->http_status > 0 && strstr (text->str, number) == NULL)
    g_string_append_printf (text, " (%s)", number);
  if (feed->failures > 1)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _("%u failures in a row"), feed->failures);
    }
  if (feed->moved != NULL)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _("It says that it moved to %s"), feed->moved);
    }
  return g_string_free (text, FALSE);
}

static void
hs_health_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HS_TYPE_HEALTH_ROW);

  G_OBJECT_CLASS (hs_health_row_parent_class)->dispose (object);
}

static void
hs_health_row_class_init (HsHealthRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_health_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-health-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HsHealthRow, icon);
  gtk_widget_class_bind_template_child (widget_class, HsHealthRow, title);
  gtk_widget_class_bind_template_child (widget_class, HsHealthRow, status);
  gtk_widget_class_bind_template_child (widget_class, HsHealthRow, facts);
  gtk_widget_class_bind_template_child (widget_class, HsHealthRow, next);
  gtk_widget_class_bind_template_child (widget_class, HsHealthRow, retry_button);
  gtk_widget_class_bind_template_child (widget_class, HsHealthRow, properties_button);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, properties_cb);
  signals[SIGNAL_RETRY] = g_signal_new ("retry", HS_TYPE_HEALTH_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_PROPERTIES] = g_signal_new ("properties", HS_TYPE_HEALTH_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
hs_health_row_init (HsHealthRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hs_health_row_new:
 * Returns: (transfer floating): a row without a feed
 */
GtkWidget *
hs_health_row_new (void)
{
  return g_object_new (HS_TYPE_HEALTH_ROW, NULL);
}

/**
 * hs_health_row_set_feed:
 * @self: a row
 * @feed: a feed and how it fares
 *
 * Shows it: what went wrong, when it is asked next, and what can be done.
 */
void
hs_health_row_set_feed (HsHealthRow  *self,
                        HsFeedHealth *feed)
{
  g_autofree char *status = NULL;
  g_autofree char *facts = NULL;
  g_autofree char *next = NULL;
  g_autofree char *label = NULL;
  g_autofree char *retry = NULL;
  g_autofree char *properties = NULL;

  g_return_if_fail (HS_IS_HEALTH_ROW (self));
  g_return_if_fail (feed != NULL);

  status = format_status (feed);
  facts = format_facts (feed);
  next = format_next (feed);
  label = g_strdup_printf ("%s, %s", feed->title, status);
  retry = g_strdup_printf (_("Ask %s now"), feed->title);
  properties = g_strdup_printf (_("Properties of %s"), feed->title);
  self->feed = feed->id;
  gtk_image_set_from_icon_name (self->icon, get_icon (feed->kind));
  gtk_label_set_label (self->title, feed->title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), feed->url);
  gtk_label_set_label (self->status, status);
  gtk_label_set_label (self->facts, facts);
  gtk_label_set_label (self->next, next);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->retry_button), GTK_ACCESSIBLE_PROPERTY_LABEL, retry, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->properties_button), GTK_ACCESSIBLE_PROPERTY_LABEL, properties,
                                  -1);
}
