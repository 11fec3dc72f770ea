/* hs-job.c: one long operation that views can watch and cancel
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-job-private.h"

#include <glib/gi18n-lib.h>

/* Progress is told to the main loop no more often than a view can show it. */
#define REPORT_MS 50

typedef struct
{
  char *title;              /* (owned) (nullable) */
  char *status;             /* (owned) (nullable) */
  char *error;              /* (owned) (nullable) */
  double fraction;
  HsJobState state;
  GListStore *problems;     /* (owned) (element-type HsProblem) */
  GCancellable *cancellable; /* (owned) */

  GMutex lock;              /* of what the job's thread leaves here */
  char *new_status;         /* (owned) (nullable) */
  double new_fraction;
  GPtrArray *new_problems;  /* (owned) (element-type HsProblem) */
  gboolean reporting;       /* the main loop will look */
} HsJobPrivate;

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_STATUS,
  PROP_FRACTION,
  PROP_STATE,
  PROP_ERROR,
  PROP_PROBLEMS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint ended_signal;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HsJob, hs_job, G_TYPE_OBJECT)

/* What the thread of a job ends with. */
typedef struct
{
  HsJob *job;         /* (owned) */
  gboolean result;
  char *summary;      /* (owned) (nullable) */
  GError *error;      /* (owned) (nullable) */
} Ending;

static void
set_status (HsJob      *self,
            const char *status)
{
  HsJobPrivate *priv = hs_job_get_instance_private (self);

  if (g_strcmp0 (priv->status, status) == 0)
    return;
  g_free (priv->status);
  priv->status = g_strdup (status);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}

static void
set_fraction (HsJob  *self,
              double  fraction)
{
  HsJobPrivate *priv = hs_job_get_instance_private (self);

  if (priv->fraction == fraction)
    return;
  priv->fraction = fraction;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
}

static void
set_state (HsJob      *self,
           HsJobState  state)
{
  HsJobPrivate *priv = hs_job_get_instance_private (self);

  priv->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/* Main loop: shows what the thread left. */
static void
take_report (HsJob *self)
{
  HsJobPrivate *priv = hs_job_get_instance_private (self);
  g_autofree char *status = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  double fraction;

  g_mutex_lock (&priv->lock);
  priv->reporting = FALSE;
  status = g_strdup (priv->new_status);
  fraction = priv->new_fraction;
  problems = g_steal_pointer (&priv->new_problems);
  priv->new_problems = g_ptr_array_new_with_free_func (g_object_unref);
  g_mutex_unlock (&priv->lock);

  if (problems->len > 0)
    g_list_store_splice (priv->problems, g_list_model_get_n_items (G_LIST_MODEL (priv->problems)), 0, problems->pdata,
                         problems->len);
  set_status (self, status);
  set_fraction (self, fraction);
}

static gboolean
report_due (gpointer data)
{
  take_report (data);
  return G_SOURCE_REMOVE;
}

/* With the lock held. */
static void
schedule_report (HsJob *self)
{
  HsJobPrivate *priv = hs_job_get_instance_private (self);

  if (priv->reporting)
    return;
  priv->reporting = TRUE;
  g_timeout_add_full (G_PRIORITY_DEFAULT, REPORT_MS, report_due, g_object_ref (self), g_object_unref);
}

/**
 * hs_job_report:
 * @self: a job that runs
 * @fraction: how much is done, 0 to 1; -1 while that is not known
 * @status: (nullable): what it does just now, translated; copied
 *
 * The views learn of it a little later. The job's thread.
 */
void
hs_job_report (HsJob      *self,
               double      fraction,
               const char *status)
{
  HsJobPrivate *priv = hs_job_get_instance_private (self);

  g_return_if_fail (HS_IS_JOB (self));

  g_mutex_lock (&priv->lock);
  g_free (priv->new_status);
  priv->new_status = g_strdup (status);
  priv->new_fraction = fraction;
  schedule_report (self);
  g_mutex_unlock (&priv->lock);
}

static gboolean
end (gpointer data)
{
  Ending *ending = data;
  HsJob *self = ending->job;
  HsJobPrivate *priv = hs_job_get_instance_private (self);
  gboolean cancelled = g_error_matches (ending->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  take_report (self);
  if (ending->result)
    set_fraction (self, 1);
  if (ending->error != NULL && !cancelled)
    {
      priv->error = g_strdup (ending->error->message);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
    }
  set_status (self, cancelled ? _("Cancelled") : ending->summary);
  set_state (self, ending->result ? HS_JOB_DONE : cancelled ? HS_JOB_CANCELLED : HS_JOB_FAILED);
  g_signal_emit (self, ended_signal, 0);
  return G_SOURCE_REMOVE;
}

static void
ending_free (gpointer data)
{
  Ending *ending = data;

  g_object_unref (ending->job);
  g_free (ending->summary);
  g_clear_error (&ending->error);
  g_free (ending);
}

static gpointer
job_main (gpointer data)
{
  Ending *ending = data;
  HsJobPrivate *priv = hs_job_get_instance_private (ending->job);

  ending->result = HS_JOB_GET_CLASS (ending->job)->run (ending->job, priv->cancellable, &ending->summary,
                                                        &ending->error);
  g_idle_add_full (G_PRIORITY_DEFAULT, end, ending, ending_free);
  return NULL;
}

/**
 * hs_job_start:
 * @self: a job that waits
 *
 * Main thread. The job keeps itself alive until it ended.
 */
void
hs_job_start (HsJob *self)
{
  HsJobPrivate *priv = hs_job_get_instance_private (self);
  Ending *ending;

  g_return_if_fail (HS_IS_JOB (self));
  g_return_if_fail (priv->state == HS_JOB_WAITING);

  ending = g_new0 (Ending, 1);
  ending->job = g_object_ref (self);
  set_state (self, HS_JOB_RUNNING);
  g_thread_unref (g_thread_new ("job", job_main, ending));
}

/**
 * hs_job_cancel:
 * @self: a job
 *
 * Asks it to end; it does so a little later, and what was done stays. Main thread.
 */
void
hs_job_cancel (HsJob *self)
{
  HsJobPrivate *priv = hs_job_get_instance_private (self);

  g_return_if_fail (HS_IS_JOB (self));

  g_cancellable_cancel (priv->cancellable);
}

/**
 * hs_job_set_title:
 * @self: a job
 * @title: what it is, in words; copied
 *
 * Before it starts.
 */
void
hs_job_set_title (HsJob      *self,
                  const char *title)
{
  HsJobPrivate *priv = hs_job_get_instance_private (self);

  g_return_if_fail (HS_IS_JOB (self));

  g_free (priv->title);
  priv->title = g_strdup (title);
}

/**
 * hs_job_get_title:
 * @self: a job
 *
 * Returns: (transfer none): what it is, in words: "Importing 12 files"
 */
const char *
hs_job_get_title (HsJob *self)
{
  HsJobPrivate *priv = hs_job_get_instance_private (self);

  g_return_val_if_fail (HS_IS_JOB (self), NULL);

  return priv->title;
}

/**
 * hs_job_get_status:
 * @self: a job
 *
 * Returns: (transfer none) (nullable): what it does just now; when it ended, its result in
 *   words
 */
const char *
hs_job_get_status (HsJob *self)
{
  HsJobPrivate *priv = hs_job_get_instance_private (self);

  g_return_val_if_fail (HS_IS_JOB (self), NULL);

  return priv->status;
}

/**
 * hs_job_get_fraction:
 * @self: a job
 *
 * Returns: how much is done, 0 to 1; -1 while that is not known
 */
double
hs_job_get_fraction (HsJob *self)
{
  HsJobPrivate *priv = hs_job_get_instance_private (self);

  g_return_val_if_fail (HS_IS_JOB (self), 0);

  return priv->fraction;
}

/**
 * hs_job_get_state:
 * @self: a job
 *
 * Returns: how far it is
 */
HsJobState
hs_job_get_state (HsJob *self)
{
  HsJobPrivate *priv = hs_job_get_instance_private (self);

  g_return_val_if_fail (HS_IS_JOB (self), HS_JOB_FAILED);

  return priv->state;
}

/**
 * hs_job_get_error:
 * @self: a job
 *
 * Returns: (transfer none) (nullable): why it failed, in words
 */
const char *
hs_job_get_error (HsJob *self)
{
  HsJobPrivate *priv = hs_job_get_instance_private (self);

  g_return_val_if_fail (HS_IS_JOB (self), NULL);

  return priv->error;
}

/**
 * hs_job_get_problems:
 * @self: a job
 *
 * Returns: (transfer none): a list of #HsProblem: what went wrong without ending it
 */
GListModel *
hs_job_get_problems (HsJob *self)
{
  HsJobPrivate *priv = hs_job_get_instance_private (self);

  g_return_val_if_fail (HS_IS_JOB (self), NULL);

  return G_LIST_MODEL (priv->problems);
}

static void
hs_job_get_property (GObject    *object,
                     guint       id,
                     GValue     *value,
                     GParamSpec *pspec)
{
  HsJobPrivate *priv = hs_job_get_instance_private (HS_JOB (object));

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_STATUS:
      g_value_set_string (value, priv->status);
      break;
    case PROP_FRACTION:
      g_value_set_double (value, priv->fraction);
      break;
    case PROP_STATE:
      g_value_set_uint (value, priv->state);
      break;
    case PROP_ERROR:
      g_value_set_string (value, priv->error);
      break;
    case PROP_PROBLEMS:
      g_value_set_object (value, priv->problems);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hs_job_finalize (GObject *object)
{
  HsJobPrivate *priv = hs_job_get_instance_private (HS_JOB (object));

  g_free (priv->title);
  g_free (priv->status);
  g_free (priv->error);
  g_free (priv->new_status);
  g_ptr_array_unref (priv->new_problems);
  g_object_unref (priv->problems);
  g_object_unref (priv->cancellable);
  g_mutex_clear (&priv->lock);
  G_OBJECT_CLASS (hs_job_parent_class)->finalize (object);
}

static void
hs_job_class_init (HsJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = hs_job_get_property;
  object_class->finalize = hs_job_finalize;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, NULL, flags);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, -1, 1, -1, flags);
  properties[PROP_STATE] = g_param_spec_uint ("state", NULL, NULL, 0, HS_JOB_FAILED, HS_JOB_WAITING, flags);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, flags);
  properties[PROP_PROBLEMS] = g_param_spec_object ("problems", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  ended_signal = g_signal_new ("ended", HS_TYPE_JOB, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hs_job_init (HsJob *self)
{
  HsJobPrivate *priv = hs_job_get_instance_private (self);

  g_mutex_init (&priv->lock);
  priv->fraction = -1;
  priv->new_fraction = -1;
  priv->problems = g_list_store_new (HS_TYPE_PROBLEM);
  priv->new_problems = g_ptr_array_new_with_free_func (g_object_unref);
  priv->cancellable = g_cancellable_new ();
}

/* --- problems -------------------------------------------------------------- */

struct _HsProblem
{
  GObject parent_instance;

  char *subject;   /* (owned) */
  char *message;   /* (owned) */
};

G_DEFINE_FINAL_TYPE (HsProblem, hs_problem, G_TYPE_OBJECT)

enum
{
  PROBLEM_PROP_0,
  PROBLEM_PROP_SUBJECT,
  PROBLEM_PROP_MESSAGE
};

static void
hs_problem_get_property (GObject    *object,
                         guint       id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  HsProblem *self = HS_PROBLEM (object);

  if (id == PROBLEM_PROP_SUBJECT)
    g_value_set_string (value, self->subject);
  else if (id == PROBLEM_PROP_MESSAGE)
    g_value_set_string (value, self->message);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
hs_problem_finalize (GObject *object)
{
  HsProblem *self = HS_PROBLEM (object);

  g_free (self->subject);
  g_free (self->message);
  G_OBJECT_CLASS (hs_problem_parent_class)->finalize (object);
}

static void
hs_problem_class_init (HsProblemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = hs_problem_get_property;
  object_class->finalize = hs_problem_finalize;
  g_object_class_install_property (object_class, PROBLEM_PROP_SUBJECT,
                                   g_param_spec_string ("subject", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROBLEM_PROP_MESSAGE,
                                   g_param_spec_string ("message", NULL, NULL, NULL, flags));
}

static void
hs_problem_init (HsProblem *self)
{
}

/**
 * hs_problem_get_subject:
 * @self: a problem
 *
 * Returns: (transfer none): what it is with: a file, an address
 */
const char *
hs_problem_get_subject (HsProblem *self)
{
  g_return_val_if_fail (HS_IS_PROBLEM (self), NULL);

  return self->subject;
}

/**
 * hs_problem_get_message:
 * @self: a problem
 *
 * Returns: (transfer none): what went wrong, translated
 */
const char *
hs_problem_get_message (HsProblem *self)
{
  g_return_val_if_fail (HS_IS_PROBLEM (self), NULL);

  return self->message;
}

/**
 * hs_job_problem:
 * @self: a job that runs
 * @subject: what it is with: a file, an address; copied
 * @message: what went wrong, translated; copied
 *
 * Tells of it without ending the job; the views learn of it a little later. The job's
 * thread.
 */
void
hs_job_problem (HsJob      *self,
                const char *subject,
                const char *message)
{
  HsJobPrivate *priv = hs_job_get_instance_private (self);
  HsProblem *problem;

  g_return_if_fail (HS_IS_JOB (self));

  problem = g_object_new (HS_TYPE_PROBLEM, NULL);
  problem->subject = g_strdup (subject);
  problem->message = g_strdup (message);
  g_mutex_lock (&priv->lock);
  g_ptr_array_add (priv->new_problems, problem);
  schedule_report (self);
  g_mutex_unlock (&priv->lock);
}
