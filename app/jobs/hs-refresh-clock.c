/* hs-refresh-clock.c: feeds are asked when they are due
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-refresh-clock.h"

#include "hs-library-feeds.h"
#include "hs-notice.h"
#include "hs-refresh-job.h"
#include "hs-workspace-private.h"

#define LOOK_SECONDS 30

struct _HsRefreshClock
{
  GObject parent_instance;

  HsWorkspace *workspace;    /* (owned) */
  GCancellable *cancellable; /* (owned) */
  HsJob *job;                /* (owned) (nullable) */
  gboolean running;
  gboolean looking;
  guint source;
};

enum
{
  PROP_RUNNING = 1,
  PROP_JOB,
  N_PROPS
};

enum
{
  SIGNAL_STARTED,
  SIGNAL_NOTICED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HsRefreshClock, hs_refresh_clock, G_TYPE_OBJECT)

/* --- what a refresh brought ---------------------------------------------------- */

static void
noticed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (HsRefreshClock) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notices = hs_notice_find_finish (HS_WORKSPACE (source), result, &error);

  if (notices == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_warning ("New articles could not be looked through: %s", error->message);
      return;
    }
  if (notices->len > 0)
    g_signal_emit (self, signals[SIGNAL_NOTICED], 0, notices);
}

static void
ended_cb (HsRefreshClock *self,
          HsJob          *job)
{
  GArray *articles = hs_refresh_job_get_new_articles (HS_REFRESH_JOB (job));

  if (self->job != job)
    return;
  if (articles->len > 0 && !g_cancellable_is_cancelled (self->cancellable))
    hs_notice_find_async (self->workspace, articles, self->cancellable, noticed_cb, g_object_ref (self));
  g_clear_object (&self->job);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_JOB]);
}

static HsJob *
hs_refresh_clock_start (HsRefreshClock *self,
                        HsJob          *job)
{
  self->job = job;
  g_signal_connect_object (job, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_JOB]);
  g_signal_emit (self, signals[SIGNAL_STARTED], 0, job);
  hs_job_start (job);
  return job;
}

/* --- looking whether any is due ------------------------------------------------- */

static void
look_work (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) due = hs_library_load_due (data, g_get_real_time () / G_USEC_PER_SEC, NULL, &error);

  if (due == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, due->len);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  HsRefreshClock *self = HS_REFRESH_CLOCK (source);
  g_autoptr (GError) error = NULL;
  gssize due = g_task_propagate_int (G_TASK (result), &error);

  self->looking = FALSE;
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("It could not be told which feeds are due: %s", error->message);
  if (due > 0 && self->running && self->job == NULL)
    hs_refresh_clock_start (self, hs_refresh_job_new (self->workspace, NULL, HS_REFRESH_JOB_BACKGROUND));
}

static gboolean
look_cb (gpointer data)
{
  HsRefreshClock *self = data;
  g_autoptr (GTask) task = NULL;

  if (self->job != NULL || self->looking)
    return G_SOURCE_CONTINUE;
  self->looking = TRUE;
  task = g_task_new (self, self->cancellable, looked_cb, NULL);
  g_task_set_source_tag (task, look_cb);
  g_task_set_task_data (task, g_object_ref (hs_workspace_get_library (self->workspace)), g_object_unref);
  g_task_run_in_thread (task, look_work);
  return G_SOURCE_CONTINUE;
}

/* --- life ----------------------------------------------------------------------- */

static void
hs_refresh_clock_dispose (GObject *object)
{
  HsRefreshClock *self = HS_REFRESH_CLOCK (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->job);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (hs_refresh_clock_parent_class)->dispose (object);
}

static void
hs_refresh_clock_finalize (GObject *object)
{
  g_clear_object (&HS_REFRESH_CLOCK (object)->cancellable);

  G_OBJECT_CLASS (hs_refresh_clock_parent_class)->finalize (object);
}

static void
hs_refresh_clock_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  HsRefreshClock *self = HS_REFRESH_CLOCK (object);

  switch (id)
    {
    case PROP_RUNNING:
      g_value_set_boolean (value, self->running);
      break;
    case PROP_JOB:
      g_value_set_object (value, self->job);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hs_refresh_clock_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_RUNNING:
      hs_refresh_clock_set_running (HS_REFRESH_CLOCK (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hs_refresh_clock_class_init (HsRefreshClockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hs_refresh_clock_dispose;
  object_class->finalize = hs_refresh_clock_finalize;
  object_class->get_property = hs_refresh_clock_get_property;
  object_class->set_property = hs_refresh_clock_set_property;
  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                       | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_JOB] = g_param_spec_object ("job", NULL, NULL, HS_TYPE_JOB,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_STARTED] = g_signal_new ("started", HS_TYPE_REFRESH_CLOCK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, HS_TYPE_JOB);
  signals[SIGNAL_NOTICED] = g_signal_new ("noticed", HS_TYPE_REFRESH_CLOCK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
hs_refresh_clock_init (HsRefreshClock *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * hs_refresh_clock_new:
 * @workspace: the library whose feeds it looks after
 *
 * Returns: (transfer full): a clock that stands still
 */
HsRefreshClock *
hs_refresh_clock_new (HsWorkspace *workspace)
{
  HsRefreshClock *self;

  g_return_val_if_fail (HS_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (HS_TYPE_REFRESH_CLOCK, NULL);
  self->workspace = g_object_ref (workspace);
  return self;
}

/**
 * hs_refresh_clock_set_running:
 * @self: a clock
 * @running: whether feeds are to be fetched when they are due
 *
 * A library that cannot be written to is never refreshed. Main thread.
 */
void
hs_refresh_clock_set_running (HsRefreshClock *self,
                              gboolean        running)
{
  g_return_if_fail (HS_IS_REFRESH_CLOCK (self));

  running = running && !hs_workspace_get_read_only (self->workspace);
  if (self->running == running)
    return;
  self->running = running;
  g_clear_handle_id (&self->source, g_source_remove);
  if (running)
    {
      self->source = g_timeout_add_seconds (LOOK_SECONDS, look_cb, self);
      look_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

/**
 * hs_refresh_clock_get_job:
 * @self: a clock
 *
 * Returns: (transfer none) (nullable): the refresh under way
 */
HsJob *
hs_refresh_clock_get_job (HsRefreshClock *self)
{
  g_return_val_if_fail (HS_IS_REFRESH_CLOCK (self), NULL);

  return self->job;
}

/**
 * hs_refresh_clock_refresh:
 * @self: a clock
 * @feeds: (nullable) (element-type gint64): only these; %NULL is every feed, but for those
 *   whose server asked to wait
 *
 * Asks now for these feeds, also those that wait or stopped. Main thread.
 *
 * Returns: (transfer none) (nullable): the job; %NULL when one is under way, or the library
 *   cannot be written
 */
HsJob *
hs_refresh_clock_refresh (HsRefreshClock *self,
                          GArray         *feeds)
{
  g_return_val_if_fail (HS_IS_REFRESH_CLOCK (self), NULL);

  if (self->job != NULL || hs_workspace_get_read_only (self->workspace))
    return NULL;
  return hs_refresh_clock_start (self, hs_refresh_job_new (self->workspace, feeds,
                                                           feeds != NULL ? HS_REFRESH_JOB_INSIST : HS_REFRESH_JOB_ALL));
}
