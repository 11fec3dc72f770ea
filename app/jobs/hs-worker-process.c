/* hs-worker-process.c: one hearsay-worker that is running
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It is not trusted: it may be slow, be silent, lie about lengths or end at any
 * time, and none of that may cost more than the answer.
 */
#include "hs-worker-process.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "hs-config.h"
#include "hs-error.h"

/* Pixels of the largest picture, or the text of the largest page. */
#define MAX_ANSWER (200u * 1024 * 1024)
#define FIRST_ROOM (64u * 1024)
/* Its libraries may have to come from a slow disk. */
#define START_SECONDS 20
#define MIN_WAIT 20

struct _HsWorkerProcess
{
  GPid pid;
  int socket;
  clockid_t clock;     /* its processor time */
  gboolean has_clock;
  guint32 serial;
  guint guard;
  guint served;
};

/* When a question must have been answered. */
typedef struct
{
  const HsWorkerProcess *process; /* (unowned) */
  gint64 processor;    /* nanoseconds of its processor time, G_MAXINT64 none */
  gint64 wall;         /* of the monotonic clock, microseconds */
} Deadline;

/* --- time ------------------------------------------------------------------------- */

static gint64
read_clock (const HsWorkerProcess *self)
{
  struct timespec now;

  if (!self->has_clock || clock_gettime (self->clock, &now) != 0)
    return -1;
  return (gint64) now.tv_sec * 1000000000 + now.tv_nsec;
}

/* So many seconds of its own work; on a busy machine that takes longer, but not
 * for ever: it may also just sleep. */
static Deadline
make_deadline (const HsWorkerProcess *self,
               guint                  seconds)
{
  gint64 used = read_clock (self);
  Deadline deadline = { self, G_MAXINT64, 0 };

#if defined(__SANITIZE_ADDRESS__)
  seconds *= 10;
#endif
  deadline.wall = g_get_monotonic_time () + (used < 0 ? 1 : 5) * seconds * G_USEC_PER_SEC;
  if (used >= 0)
    deadline.processor = used + (gint64) seconds * 1000000000;
  return deadline;
}

/* Milliseconds until the next look at the clocks; 0 when it is time. */
static int
get_wait (const Deadline *deadline)
{
  gint64 wall = (deadline->wall - g_get_monotonic_time ()) / 1000;
  gint64 used = read_clock (deadline->process);
  gint64 processor = used < 0 || deadline->processor == G_MAXINT64 ? wall : (deadline->processor - used) / 1000000;

  if (wall <= 0 || processor <= 0)
    return 0;
  return (int) CLAMP (MIN (wall, processor), MIN_WAIT, 60000);
}

/* --- bytes ------------------------------------------------------------------------ */

static HsAsk
wait_for (HsWorkerProcess *self,
          short            what,
          const Deadline  *deadline)
{
  struct pollfd end = { self->socket, what, 0 };

  while (TRUE)
    {
      int wait = get_wait (deadline);
      int n;

      if (wait == 0)
        return HS_ASK_SLOW;
      n = poll (&end, 1, wait);
      if (n > 0)
        return HS_ASK_ANSWERED;
      if (n < 0 && errno != EINTR)
        return HS_ASK_DIED;
    }
}

static HsAsk
send_all (HsWorkerProcess *self,
          const void      *from,
          gsize            length,
          const Deadline  *deadline)
{
  const guint8 *at = from;

  while (length > 0)
    {
      gssize n = send (self->socket, at, length, MSG_NOSIGNAL | MSG_DONTWAIT);
      HsAsk waited = HS_ASK_ANSWERED;

      if (n > 0)
        {
          at += n;
          length -= (gsize) n;
        }
      else if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
        waited = wait_for (self, POLLOUT, deadline);
      else if (n == 0 || errno != EINTR)
        waited = HS_ASK_DIED;
      if (waited != HS_ASK_ANSWERED)
        return waited;
    }
  return HS_ASK_ANSWERED;
}

static HsAsk
receive_all (HsWorkerProcess *self,
             void            *to,
             gsize            length,
             const Deadline  *deadline)
{
  guint8 *at = to;

  while (length > 0)
    {
      gssize n = recv (self->socket, at, length, MSG_DONTWAIT);
      HsAsk waited = HS_ASK_ANSWERED;

      if (n > 0)
        {
          at += n;
          length -= (gsize) n;
        }
      else if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
        waited = wait_for (self, POLLIN, deadline);
      else if (n == 0 || errno != EINTR)
        waited = HS_ASK_DIED;
      if (waited != HS_ASK_ANSWERED)
        return waited;
    }
  return HS_ASK_ANSWERED;
}

/* Room is made as the bytes come: a length is only what it says. */
static HsAsk
receive_body (HsWorkerProcess *self,
              guint32          length,
              const Deadline  *deadline,
              GBytes         **body)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();

  while (all->len < length)
    {
      guint at = all->len;
      guint more = MIN (length - at, MAX (FIRST_ROOM, at));
      HsAsk received;

      g_byte_array_set_size (all, at + more);
      received = receive_all (self, all->data + at, more, deadline);
      if (received != HS_ASK_ANSWERED)
        return received;
    }
  *body = g_byte_array_free_to_bytes (g_steal_pointer (&all));
  return HS_ASK_ANSWERED;
}

static HsAsk
receive_answer (HsWorkerProcess *self,
                guint32          serial,
                const Deadline  *deadline,
                HsWireAnswer    *kind,
                GBytes         **body)
{
  HsWireHead head;
  HsAsk received = receive_all (self, &head, sizeof head, deadline);

  if (received != HS_ASK_ANSWERED)
    return received;
  if (head.magic != HS_WIRE_MAGIC || head.serial != serial || head.kind > HS_WIRE_FAILED || head.length > MAX_ANSWER)
    return HS_ASK_NONSENSE;
  *kind = head.kind;
  return receive_body (self, head.length, deadline, body);
}

/* --- its life --------------------------------------------------------------------- */

/* Where it lies: said by the tests, beside the program as built, or installed. */
static char *
find_program (void)
{
  const char *said = g_getenv ("HEARSAY_WORKER");
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : NULL;
  g_autofree char *built = folder != NULL ? g_build_filename (folder, "..", "worker", "hearsay-worker", NULL) : NULL;

  if (said != NULL && *said != '\0')
    return g_strdup (said);
  if (built != NULL && g_file_test (built, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&built);
  return g_build_filename (HS_LIBEXECDIR, "hearsay-worker", NULL);
}

static gboolean
spawn (HsWorkerProcess *self,
       int              end,
       GError         **error)
{
  g_autofree char *program = find_program ();
  const char *const arguments[] = { program, NULL };

  /* it answers on the same socket; its standard output is nobody's */
  return g_spawn_async_with_pipes_and_fds (NULL, arguments, NULL,
                                           G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, end, -1,
                                           -1, NULL, NULL, 0, &self->pid, NULL, NULL, NULL, error);
}

static gboolean
wait_until_ready (HsWorkerProcess  *self,
                  GError          **error)
{
  const Deadline deadline = { self, G_MAXINT64, g_get_monotonic_time () + START_SECONDS * G_USEC_PER_SEC };
  g_autoptr (GBytes) body = NULL;
  HsWireAnswer kind = HS_WIRE_FAILED;
  HsWireReader reader = { 0 };

  if (receive_answer (self, 0, &deadline, &kind, &body) == HS_ASK_ANSWERED && kind == HS_WIRE_READY)
    {
      reader.data = g_bytes_get_data (body, &reader.left);
      self->guard = hs_wire_get_number (&reader);
      if (!reader.broken)
        return TRUE;
    }
  g_set_error_literal (error, HS_ERROR, HS_ERROR_FAILED, _("It ended before it was ready."));
  return FALSE;
}

/**
 * hs_worker_process_start:
 * @error: return location
 *
 * Waits until it has shut itself in; any thread but the main one.
 *
 * Returns: (transfer full) (nullable): a worker that waits for questions
 */
HsWorkerProcess *
hs_worker_process_start (GError **error)
{
  HsWorkerProcess *self;
  int ends[2];

  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_FAILED, "%s", g_strerror (errno));
      return NULL;
    }
  self = g_new0 (HsWorkerProcess, 1);
  self->socket = ends[0];
  if (!spawn (self, ends[1], error))
    {
      close (ends[0]);
      close (ends[1]);
      g_free (self);
      return NULL;
    }
  close (ends[1]);
  self->has_clock = clock_getcpuclockid (self->pid, &self->clock) == 0;
  if (!wait_until_ready (self, error))
    g_clear_pointer (&self, hs_worker_process_end);
  return self;
}

/**
 * hs_worker_process_end:
 * @self: (transfer full): a worker, idle or not
 */
void
hs_worker_process_end (HsWorkerProcess *self)
{
  close (self->socket);
  kill (self->pid, SIGKILL);
  while (waitpid (self->pid, NULL, 0) < 0 && errno == EINTR)
    ;
  g_spawn_close_pid (self->pid);
  g_free (self);
}

/**
 * hs_worker_process_ask:
 * @self: a worker
 * @task: what it is to do
 * @fields: the packed question
 * @tail: (nullable): its last field, which is not copied
 * @seconds: of its processor time
 * @kind: (out): whether it could
 * @answer: (out): what it says
 *
 * Waits; any thread but the main one.
 *
 * Returns: %HS_ASK_ANSWERED; after anything else @self can only be ended
 */
HsAsk
hs_worker_process_ask (HsWorkerProcess  *self,
                       HsWireTask        task,
                       const GByteArray *fields,
                       GBytes           *tail,
                       guint             seconds,
                       HsWireAnswer     *kind,
                       GBytes          **answer)
{
  gsize size = 0;
  const guint8 *data = tail != NULL ? g_bytes_get_data (tail, &size) : NULL;
  g_autoptr (GByteArray) start = g_byte_array_sized_new (sizeof (HsWireHead) + fields->len + sizeof (guint32));
  HsWireHead head = { HS_WIRE_MAGIC, ++self->serial, task, 0 };
  const guint32 tail_size = (guint32) size;
  Deadline deadline;
  HsAsk asked;

  g_return_val_if_fail (size < MAX_ANSWER, HS_ASK_NONSENSE);

  head.length = fields->len + (tail != NULL ? sizeof tail_size + tail_size : 0);
  g_byte_array_append (start, (const guint8 *) &head, sizeof head);
  g_byte_array_append (start, fields->data, fields->len);
  if (tail != NULL)
    g_byte_array_append (start, (const guint8 *) &tail_size, sizeof tail_size);
  deadline = make_deadline (self, seconds);
  asked = send_all (self, start->data, start->len, &deadline);
  if (asked == HS_ASK_ANSWERED && size > 0)
    asked = send_all (self, data, size, &deadline);
  if (asked == HS_ASK_ANSWERED)
    asked = receive_answer (self, head.serial, &deadline, kind, answer);
  if (asked == HS_ASK_ANSWERED && *kind == HS_WIRE_READY)
    asked = HS_ASK_NONSENSE;
  self->served += asked == HS_ASK_ANSWERED;
  return asked;
}

/**
 * hs_worker_process_get_guard:
 * @self: a worker
 *
 * Returns: what hs_guard_probe() found to be possible in it, as HS_GUARD_ bits; 0 is best
 */
guint
hs_worker_process_get_guard (HsWorkerProcess *self)
{
  return self->guard;
}

/**
 * hs_worker_process_get_served:
 * @self: a worker
 *
 * Returns: how many requests this process answered
 */
guint
hs_worker_process_get_served (HsWorkerProcess *self)
{
  return self->served;
}

/**
 * hs_worker_process_get_pid:
 * @self: a worker
 *
 * Returns: the id of the process
 */
int
hs_worker_process_get_pid (HsWorkerProcess *self)
{
  return self->pid;
}
