/* hs-jobs-button.c: what runs in the background, behind one button
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-jobs-button.h"

#include <glib/gi18n.h>

#include "hs-job-row.h"
#include "hs-template.h"

/* So many that have ended stay in the list. */
#define MAX_ENDED 8

struct _HsJobsButton
{
  GtkWidget parent_instance;

  GtkMenuButton *button; /* (template) */
  GtkStack *icon_stack;  /* (template) */
  GtkBox *box;           /* (template) */

  GPtrArray *jobs; /* (owned) (element-type HsJob): latest first, as in the box */
};

enum
{
  PROP_0,
  PROP_N_RUNNING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HsJobsButton, hs_jobs_button, GTK_TYPE_WIDGET)

static gboolean
is_running (HsJob *job)
{
  return hs_job_get_state (job) == HS_JOB_WAITING || hs_job_get_state (job) == HS_JOB_RUNNING;
}

/* What went well needs no button any more. */
static gboolean
is_worth_a_look (HsJob *job)
{
  return is_running (job) || hs_job_get_state (job) == HS_JOB_FAILED
         || g_list_model_get_n_items (hs_job_get_problems (job)) > 0;
}

static void
hs_jobs_button_update (HsJobsButton *self)
{
  guint n = hs_jobs_button_get_n_running (self);
  gboolean shown = FALSE;
  g_autofree char *label = NULL;

  if (self->button == NULL)
    return;
  for (guint i = 0; i < self->jobs->len; i++)
    shown |= is_worth_a_look (g_ptr_array_index (self->jobs, i));
  label = n > 0 ? g_strdup_printf (ngettext ("%u task running", "%u tasks running", n), n)
                : g_strdup (_("Finished tasks"));
  gtk_stack_set_visible_child_name (self->icon_stack, n > 0 ? "running" : "idle");
  gtk_widget_set_visible (GTK_WIDGET (self), shown);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_RUNNING]);
}

static void
hs_jobs_button_forget_old (HsJobsButton *self)
{
  for (guint i = self->jobs->len; i > MAX_ENDED; i--)
    {
      GtkWidget *row = gtk_widget_get_last_child (GTK_WIDGET (self->box));

      if (is_running (g_ptr_array_index (self->jobs, i - 1)) || row == NULL)
        return;
      g_ptr_array_remove_index (self->jobs, i - 1);
      gtk_box_remove (self->box, row);
    }
}

static void
hs_jobs_button_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_N_RUNNING:
      g_value_set_uint (value, hs_jobs_button_get_n_running (HS_JOBS_BUTTON (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hs_jobs_button_dispose (GObject *object)
{
  HsJobsButton *self = HS_JOBS_BUTTON (object);

  hs_template_dispose (GTK_WIDGET (self), HS_TYPE_JOBS_BUTTON);
  g_clear_pointer (&self->jobs, g_ptr_array_unref);

  G_OBJECT_CLASS (hs_jobs_button_parent_class)->dispose (object);
}

static void
hs_jobs_button_class_init (HsJobsButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hs_jobs_button_get_property;
  object_class->dispose = hs_jobs_button_dispose;
  properties[PROP_N_RUNNING] = g_param_spec_uint ("n-running", NULL, NULL, 0, G_MAXUINT, 0,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-jobs-button.ui");
  gtk_widget_class_bind_template_child (widget_class, HsJobsButton, button);
  gtk_widget_class_bind_template_child (widget_class, HsJobsButton, icon_stack);
  gtk_widget_class_bind_template_child (widget_class, HsJobsButton, box);
}

static void
hs_jobs_button_init (HsJobsButton *self)
{
  self->jobs = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  hs_jobs_button_update (self);
}

/* Shows @job and what becomes of it. */
void
hs_jobs_button_add (HsJobsButton *self,
                    HsJob        *job)
{
  g_return_if_fail (HS_IS_JOBS_BUTTON (self));
  g_return_if_fail (HS_IS_JOB (job));

  g_ptr_array_insert (self->jobs, 0, g_object_ref (job));
  gtk_box_prepend (self->box, hs_job_row_new (job));
  g_signal_connect_object (job, "notify::state", G_CALLBACK (hs_jobs_button_update), self, G_CONNECT_SWAPPED);
  hs_jobs_button_forget_old (self);
  hs_jobs_button_update (self);
}

/**
 * hs_jobs_button_get_n_running:
 * @self: a button
 *
 * Returns: how many jobs have not ended
 */
guint
hs_jobs_button_get_n_running (HsJobsButton *self)
{
  guint n = 0;

  g_return_val_if_fail (HS_IS_JOBS_BUTTON (self), 0);

  for (guint i = 0; self->jobs != NULL && i < self->jobs->len; i++)
    n += is_running (g_ptr_array_index (self->jobs, i));
  return n;
}

/**
 * hs_jobs_button_cancel_all:
 * @self: a button
 *
 * Cancels the jobs that have not ended. They end a little later.
 */
void
hs_jobs_button_cancel_all (HsJobsButton *self)
{
  g_return_if_fail (HS_IS_JOBS_BUTTON (self));

  for (guint i = 0; self->jobs != NULL && i < self->jobs->len; i++)
    if (is_running (g_ptr_array_index (self->jobs, i)))
      hs_job_cancel (g_ptr_array_index (self->jobs, i));
}

/**
 * hs_jobs_button_popup:
 * @self: a button
 *
 * Shows the jobs.
 */
void
hs_jobs_button_popup (HsJobsButton *self)
{
  g_return_if_fail (HS_IS_JOBS_BUTTON (self));

  gtk_menu_button_popup (self->button);
}
