/* hs-guard.c: the worker shuts itself in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who finds a hole in a parser gets a process that has no files, no network and
 * no other program, little memory and little time. What the libraries want to
 * open, they have opened before.
 */
#include "hs-guard.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "hs-worker-config.h"

#ifdef HS_HAVE_SECCOMP
#include <sched.h>
#include <seccomp.h>
#endif

#define MEMORY (512ul * 1024 * 1024)

/* The sanitizers want terabytes, and calls that nobody else makes. */
#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#else
#define SANITIZED 0
#endif

static gboolean
set_limit (int    what,
           rlim_t value)
{
  const struct rlimit limit = { value, value };

  return setrlimit (what, &limit) == 0;
}

/**
 * hs_guard_limit:
 *
 * No more memory than 512 MB, no core files, no privileges to be won.
 *
 * Returns: whether memory is limited
 */
gboolean
hs_guard_limit (void)
{
  prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  set_limit (RLIMIT_CORE, 0);
  set_limit (RLIMIT_FSIZE, 0);
  return !SANITIZED && set_limit (RLIMIT_DATA, MEMORY);
}

/**
 * hs_guard_time:
 * @seconds: of processor time from now on
 *
 * Ends this process when it takes more. Who asked has an eye on it, too; this is
 * for when that one is gone.
 */
void
hs_guard_time (guint seconds)
{
  struct rusage used;
  struct rlimit limit;

  if (SANITIZED || getrusage (RUSAGE_SELF, &used) != 0 || getrlimit (RLIMIT_CPU, &limit) != 0)
    return;
  limit.rlim_cur = (rlim_t) (used.ru_utime.tv_sec + used.ru_stime.tv_sec + 2) + seconds;
  setrlimit (RLIMIT_CPU, &limit);
}

#ifdef HS_HAVE_SECCOMP

/* Memory, time, the socket it holds already, and its end. */
static const int allowed[] = {
  SCMP_SYS (read), SCMP_SYS (write), SCMP_SYS (readv), SCMP_SYS (writev), SCMP_SYS (close), SCMP_SYS (fstat),
  SCMP_SYS (lseek), SCMP_SYS (poll), SCMP_SYS (ppoll), SCMP_SYS (mmap), SCMP_SYS (munmap), SCMP_SYS (mremap),
  SCMP_SYS (mprotect), SCMP_SYS (madvise), SCMP_SYS (brk), SCMP_SYS (futex), SCMP_SYS (rt_sigaction),
  SCMP_SYS (rt_sigprocmask), SCMP_SYS (rt_sigreturn), SCMP_SYS (sigaltstack), SCMP_SYS (restart_syscall),
  SCMP_SYS (clock_gettime), SCMP_SYS (clock_getres), SCMP_SYS (clock_nanosleep), SCMP_SYS (nanosleep),
  SCMP_SYS (gettimeofday), SCMP_SYS (time), SCMP_SYS (getrandom), SCMP_SYS (sched_yield),
  SCMP_SYS (sched_getaffinity), SCMP_SYS (getpid), SCMP_SYS (gettid), SCMP_SYS (getrusage), SCMP_SYS (getrlimit),
  SCMP_SYS (set_robust_list), SCMP_SYS (rseq), SCMP_SYS (sysinfo), SCMP_SYS (exit), SCMP_SYS (exit_group),
};

static gboolean
allow (scmp_filter_ctx filter)
{
  gboolean done = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (allowed); i++)
    done = seccomp_rule_add (filter, SCMP_ACT_ALLOW, allowed[i], 0) == 0 && done;
  /* limits of its own, a signal to itself, and threads: a decoder may want one */
  done = seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (prlimit64), 1, SCMP_A0 (SCMP_CMP_EQ, 0)) == 0 && done;
  done = seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (setrlimit), 1, SCMP_A0 (SCMP_CMP_EQ, RLIMIT_CPU)) == 0
         && done;
  done = seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (tgkill), 1,
                           SCMP_A0 (SCMP_CMP_EQ, (scmp_datum_t) getpid ())) == 0 && done;
  done = seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (clone), 1,
                           SCMP_A0 (SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD)) == 0 && done;
  /* its flags lie in memory, where no filter looks: the C library then uses the other */
  done = seccomp_rule_add (filter, SCMP_ACT_ERRNO (ENOSYS), SCMP_SYS (clone3), 0) == 0 && done;
  return done;
}

#endif

/**
 * hs_guard_filter:
 *
 * From here on nothing can be opened, connected to or run; what tries is refused,
 * and goes on.
 *
 * Returns: whether the system can and does hold it to that
 */
gboolean
hs_guard_filter (void)
{
#ifdef HS_HAVE_SECCOMP
  scmp_filter_ctx filter;
  gboolean done;

  if (SANITIZED)
    return FALSE;
  filter = seccomp_init (SCMP_ACT_ERRNO (EPERM));
  if (filter == NULL)
    return FALSE;
  done = allow (filter) && seccomp_load (filter) == 0;
  seccomp_release (filter);
  return done;
#else
  return FALSE;
#endif
}

/**
 * hs_guard_probe:
 *
 * Tries what the worker must not be able to do, for the tests.
 *
 * Returns: HS_GUARD_OPENS and so on for what was possible
 */
guint
hs_guard_probe (void)
{
  static char *const none[] = { NULL };
  guint found = 0;
  int file = open ("/proc/self/status", O_RDONLY | O_CLOEXEC);
  int end = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

  if (file >= 0)
    {
      found |= HS_GUARD_OPENS;
      close (file);
    }
  if (end >= 0)
    {
      found |= HS_GUARD_CONNECTS;
      close (end);
    }
  /* a program that is not there: refused is another error than not found */
  if (execve ("/nonexistent/program", none, none) != 0 && errno == ENOENT)
    found |= HS_GUARD_RUNS;
  return found;
}
