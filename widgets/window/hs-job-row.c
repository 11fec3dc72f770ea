/* hs-job-row.c: one long operation: how far it is, what went wrong
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-job-row.h"

#include <glib/gi18n.h>

#include "hs-template.h"
#include "hs-words.h"

#define MAX_PROBLEMS 100

struct _HsJobRow
{
  GtkWidget parent_instance;

  GtkLabel *title;           /* (template) */
  GtkWidget *cancel_button;  /* (template) */
  GtkProgressBar *progress;  /* (template) */
  GtkLabel *status;          /* (template) */
  GtkExpander *problems;     /* (template) */
  GtkBox *problems_box;      /* (template) */

  HsJob *job; /* (owned) */
  guint pulse_source;
};

G_DEFINE_FINAL_TYPE (HsJobRow, hs_job_row, GTK_TYPE_WIDGET)

static gboolean
pulse_cb (gpointer data)
{
  HsJobRow *self = data;

  gtk_progress_bar_pulse (self->progress);
  return G_SOURCE_CONTINUE;
}

static void
hs_job_row_update (HsJobRow *self)
{
  HsJobState state = hs_job_get_state (self->job);
  gboolean running = state == HS_JOB_WAITING || state == HS_JOB_RUNNING;
  double fraction = hs_job_get_fraction (self->job);
  const char *status = hs_job_get_status (self->job);

  if (state == HS_JOB_FAILED && hs_job_get_error (self->job) != NULL)
    status = hs_job_get_error (self->job);
  else if (state == HS_JOB_CANCELLED)
    status = _("Cancelled");
  gtk_label_set_label (self->title, hs_job_get_title (self->job));
  gtk_label_set_label (self->status, status != NULL ? status : "");
  gtk_widget_set_visible (GTK_WIDGET (self->status), status != NULL);
  gtk_widget_set_visible (self->cancel_button, running);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), running);
  if (!running || fraction >= 0)
    g_clear_handle_id (&self->pulse_source, g_source_remove);
  else if (self->pulse_source == 0)
    self->pulse_source = g_timeout_add (120, pulse_cb, self);
  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->progress, CLAMP (fraction, 0, 1));
}

static void
hs_job_row_update_problems (HsJobRow *self)
{
  GListModel *problems = hs_job_get_problems (self->job);
  guint n = g_list_model_get_n_items (problems);
  g_autofree char *label = g_strdup_printf (ngettext ("%u problem", "%u problems", n), n);
  guint shown = 0;

  if (n > 0 && !gtk_widget_get_visible (GTK_WIDGET (self->problems)))
    gtk_expander_set_expanded (self->problems, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->problems), n > 0);
  gtk_expander_set_label (self->problems, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->problems), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->problems_box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    shown++;
  for (guint i = shown; i < n && i < MAX_PROBLEMS; i++)
    {
      g_autoptr (HsProblem) problem = g_list_model_get_item (problems, i);
      g_autofree char *text = g_strdup_printf ("%s: %s", hs_problem_get_subject (problem),
                                               hs_problem_get_message (problem));
      GtkWidget *line = hs_words_new_caption (text);

      gtk_label_set_selectable (GTK_LABEL (line), TRUE);
      gtk_box_append (self->problems_box, line);
    }
}

static void
cancel_cb (HsJobRow *self)
{
  hs_job_cancel (self->job);
}

static void
hs_job_row_dispose (GObject *object)
{
  HsJobRow *self = HS_JOB_ROW (object);

  g_clear_handle_id (&self->pulse_source, g_source_remove);
  hs_template_dispose (GTK_WIDGET (self), HS_TYPE_JOB_ROW);
  g_clear_object (&self->job);

  G_OBJECT_CLASS (hs_job_row_parent_class)->dispose (object);
}

static void
hs_job_row_class_init (HsJobRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_job_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-job-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HsJobRow, title);
  gtk_widget_class_bind_template_child (widget_class, HsJobRow, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, HsJobRow, progress);
  gtk_widget_class_bind_template_child (widget_class, HsJobRow, status);
  gtk_widget_class_bind_template_child (widget_class, HsJobRow, problems);
  gtk_widget_class_bind_template_child (widget_class, HsJobRow, problems_box);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
hs_job_row_init (HsJobRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hs_job_row_new:
 * @job: a job; followed until the row is gone
 *
 * Returns: (transfer floating): how far it is, and what went wrong
 */
GtkWidget *
hs_job_row_new (HsJob *job)
{
  HsJobRow *self;

  g_return_val_if_fail (HS_IS_JOB (job), NULL);

  self = g_object_new (HS_TYPE_JOB_ROW, NULL);
  self->job = g_object_ref (job);
  g_signal_connect_object (job, "notify", G_CALLBACK (hs_job_row_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hs_job_get_problems (job), "items-changed", G_CALLBACK (hs_job_row_update_problems), self,
                           G_CONNECT_SWAPPED);
  hs_job_row_update (self);
  hs_job_row_update_problems (self);
  return GTK_WIDGET (self);
}
