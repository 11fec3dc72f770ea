/* test-schedule.c: when a feed is asked next, and why then
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-schedule.h"

#define NOON 1700049600 /* 2023-11-15 12:00:00 UTC, a Wednesday */
#define MINUTE 60
#define HOUR 3600
#define DAY 86400
#define URL "https://the-ledger.example/feed"

static HsFetchResult *
answer (HsFetchOutcome outcome,
        guint          status,
        gint64         time)
{
  HsFetchResult *result = g_new0 (HsFetchResult, 1);

  result->outcome = outcome;
  result->status = status;
  result->url = g_strdup (URL);
  result->time = time;
  if (outcome != HS_FETCH_OK && outcome != HS_FETCH_NOT_MODIFIED)
    result->message = g_strdup ("It went wrong.");
  return result;
}

/* Takes @result in, without jitter. */
static gboolean
take (HsFeedState   *state,
      HsFetchResult *result)
{
  gboolean move = hs_schedule_update (state, result, result->outcome == HS_FETCH_OK, HOUR, 0);

  hs_fetch_result_free (result);
  return move;
}

static HsFetchResult *
full (gint64      time,
      const char *etag,
      const char *last_modified)
{
  HsFetchResult *result = answer (HS_FETCH_OK, 200, time);

  result->etag = g_strdup (etag);
  result->last_modified = g_strdup (last_modified);
  result->bytes = g_bytes_new_static ("<rss/>", 6);
  return result;
}

static void
check_why (const HsFeedState *state,
           HsWhy              why,
           gint64             next)
{
  g_autofree char *words = hs_schedule_explain (state);

  g_test_message ("%s", words);
  g_assert_cmpint (state->why, ==, why);
  g_assert_cmpint (state->next, ==, next);
  g_assert_true (g_str_has_suffix (words, "."));
}

/* --- validators ------------------------------------------------------------------------- */

static void
test_validators (void)
{
  static const struct
  {
    HsFetchOutcome outcome;
    guint status;
  } others[] = {
    { HS_FETCH_NOT_MODIFIED, 304 }, { HS_FETCH_TOO_MANY, 429 }, { HS_FETCH_SERVER_ERROR, 503 },
    { HS_FETCH_TIMEOUT, 0 },        { HS_FETCH_NOT_FOUND, 404 }, { HS_FETCH_GONE, 410 },
    { HS_FETCH_OFFLINE, 0 },
  };
  g_autoptr (HsFeedState) state = hs_feed_state_new (URL);
  HsFetchResult *page;

  take (state, full (NOON, "\"1\"", "Mon"));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      HsFetchResult *result = answer (others[i].outcome, others[i].status, NOON + i);

      result->etag = g_strdup ("\"other\"");
      take (state, result);
      g_assert_cmpstr (state->etag, ==, "\"1\"");
      g_assert_cmpstr (state->last_modified, ==, "Mon");
    }
  /* a full answer that is no feed is not what they stand for */
  page = full (NOON, "\"page\"", NULL);
  hs_schedule_update (state, page, FALSE, HOUR, 0);
  hs_fetch_result_free (page);
  g_assert_cmpstr (state->etag, ==, "\"1\"");
  g_assert_nonnull (state->message);
  /* together: the one that is not there goes too */
  take (state, full (NOON, "\"2\"", NULL));
  g_assert_cmpstr (state->etag, ==, "\"2\"");
  g_assert_null (state->last_modified);
  take (state, full (NOON, NULL, "Tue"));
  g_assert_null (state->etag);
  g_assert_cmpstr (state->last_modified, ==, "Tue");
  g_assert_cmpint (state->size, ==, 6);
}

/* --- the regular case ---------------------------------------------------------------------- */

static void
test_interval (void)
{
  g_autoptr (HsFeedState) state = hs_feed_state_new (URL);

  g_assert_cmpint (state->next, ==, 0);
  g_assert_cmpint (state->why, ==, HS_WHY_NEW);
  take (state, full (NOON, NULL, NULL));
  check_why (state, HS_WHY_INTERVAL, NOON + HOUR);
  state->interval = 10 * MINUTE;
  take (state, full (NOON, NULL, NULL));
  check_why (state, HS_WHY_INTERVAL, NOON + 10 * MINUTE);
  /* the user's own wish may be slower than a day, and is never a hail */
  state->interval = 7 * DAY;
  take (state, full (NOON, NULL, NULL));
  check_why (state, HS_WHY_INTERVAL, NOON + 7 * DAY);
  state->interval = 1;
  take (state, full (NOON, NULL, NULL));
  check_why (state, HS_WHY_INTERVAL, NOON + MINUTE);
}

static void
test_asked_for (void)
{
  g_autoptr (HsFeedState) state = hs_feed_state_new (URL);
  HsFetchResult *result;

  state->ttl = 180;
  take (state, full (NOON, NULL, NULL));
  check_why (state, HS_WHY_TTL, NOON + 3 * HOUR);
  result = full (NOON, NULL, NULL);
  result->fresh_until = NOON + 4 * HOUR;
  take (state, result);
  check_why (state, HS_WHY_MAX_AGE, NOON + 4 * HOUR);
  /* the latest of them, and the shorter ones do not count */
  state->ttl = 5;
  result = answer (HS_FETCH_NOT_MODIFIED, 304, NOON);
  result->fresh_until = NOON + 5 * MINUTE;
  take (state, result);
  check_why (state, HS_WHY_INTERVAL, NOON + HOUR);
}

static void
test_slowest (void)
{
  g_autoptr (HsFeedState) state = hs_feed_state_new (URL);
  g_autoptr (HsFetchResult) result = full (NOON, NULL, NULL);

  state->ttl = 7 * 24 * 60;
  hs_schedule_update (state, result, TRUE, HOUR, 0.999);
  check_why (state, HS_WHY_TTL, NOON + DAY);
  state->ttl = -1;
  result->fresh_until = NOON + 365 * DAY;
  hs_schedule_update (state, result, TRUE, HOUR, 0.999);
  check_why (state, HS_WHY_MAX_AGE, NOON + DAY);
}

static void
test_skipped (void)
{
  g_autoptr (HsFeedState) state = hs_feed_state_new (URL);

  /* due at 13:00; not at 13, not at 14 */
  state->skip_hours = 1 << 13 | 1 << 14;
  take (state, full (NOON, NULL, NULL));
  check_why (state, HS_WHY_SKIP, NOON + 3 * HOUR);
  /* 12:30 is not left out */
  state->interval = 30 * MINUTE;
  take (state, full (NOON, NULL, NULL));
  check_why (state, HS_WHY_INTERVAL, NOON + 30 * MINUTE);
  /* not on Wednesdays: at Thursday's beginning, in 12 hours */
  state->skip_hours = 0;
  state->skip_days = 1 << 3;
  take (state, full (NOON, NULL, NULL));
  check_why (state, HS_WHY_SKIP, NOON + 12 * HOUR);
  /* Wednesday and Thursday: in a day all the same */
  state->skip_days = 1 << 3 | 1 << 4;
  take (state, full (NOON, NULL, NULL));
  check_why (state, HS_WHY_SKIP, NOON + DAY);
  /* never at all: in a day all the same */
  state->skip_days = 0x7f;
  state->skip_hours = 0xffffff;
  take (state, full (NOON, NULL, NULL));
  check_why (state, HS_WHY_SKIP, NOON + DAY);
}

static void
test_jitter (void)
{
  g_autoptr (HsFeedState) state = hs_feed_state_new (URL);
  g_autoptr (HsFetchResult) result = full (NOON, NULL, NULL);

  hs_schedule_update (state, result, TRUE, HOUR, 0.5);
  /* never earlier than allowed, and at most a tenth later */
  g_assert_cmpint (state->next, >, NOON + HOUR);
  g_assert_cmpint (state->next, <=, NOON + HOUR + HOUR / 10);
  hs_schedule_update (state, result, TRUE, 20 * HOUR, 0.999);
  g_assert_cmpint (state->next, <=, NOON + 20 * HOUR + 10 * MINUTE);
}

/* --- errors ---------------------------------------------------------------------------------- */

static void
test_back_off (void)
{
  /* an hour, doubled each time, to a day */
  static const gint64 hours[] = { 1, 2, 4, 8, 16, 24, 24 };
  g_autoptr (HsFeedState) state = hs_feed_state_new (URL);

  for (guint i = 0; i < G_N_ELEMENTS (hours); i++)
    {
      take (state, answer (HS_FETCH_SERVER_ERROR, 500, NOON));
      g_assert_cmpuint (state->failures, ==, i + 1);
      g_assert_cmpstr (state->message, ==, "It went wrong.");
      check_why (state, HS_WHY_BACK_OFF, NOON + hours[i] * HOUR);
    }
  state->failures = G_MAXUINT;
  take (state, answer (HS_FETCH_UNREACHABLE, 0, NOON));
  check_why (state, HS_WHY_BACK_OFF, NOON + DAY);
  g_assert_cmpuint (state->failures, ==, G_MAXUINT);
  /* one success, and it is as before */
  take (state, answer (HS_FETCH_NOT_MODIFIED, 304, NOON));
  g_assert_cmpuint (state->failures, ==, 0);
  g_assert_null (state->message);
  check_why (state, HS_WHY_INTERVAL, NOON + HOUR);
  g_assert_cmpint (state->last_success, ==, NOON);
}

static void
test_back_off_jitter (void)
{
  g_autoptr (HsFeedState) one = hs_feed_state_new (URL);
  g_autoptr (HsFeedState) other = hs_feed_state_new (URL);
  g_autoptr (HsFetchResult) result = answer (HS_FETCH_SERVER_ERROR, 500, NOON);

  for (guint i = 0; i < 10; i++)
    {
      hs_schedule_update (one, result, FALSE, HOUR, 0.1);
      hs_schedule_update (other, result, FALSE, HOUR, 0.9);
      g_assert_cmpint (one->next, !=, other->next);
      g_assert_cmpint (MAX (one->next, other->next), <=, NOON + DAY);
      g_assert_cmpint (MIN (one->next, other->next), >=, NOON + HOUR * 3 / 4);
    }
}

static void
test_retry_after (void)
{
  static const struct
  {
    HsFetchOutcome outcome;
    guint status;
  } rows[] = { { HS_FETCH_TOO_MANY, 429 }, { HS_FETCH_SERVER_ERROR, 503 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (HsFeedState) state = hs_feed_state_new (URL);
      HsFetchResult *result = answer (rows[i].outcome, rows[i].status, NOON);

      /* beyond a day, for that is the server's own word */
      result->retry_after = NOON + 3 * DAY;
      take (state, result);
      check_why (state, HS_WHY_RETRY_AFTER, NOON + 3 * DAY);
      g_assert_cmpint (state->retry_after, ==, NOON + 3 * DAY);
      /* not for ever */
      result = answer (rows[i].outcome, rows[i].status, NOON);
      result->retry_after = NOON + 1000 * DAY;
      take (state, result);
      check_why (state, HS_WHY_RETRY_AFTER, NOON + 30 * DAY);
      /* sooner than we would come anyhow */
      state->failures = 0;
      result = answer (rows[i].outcome, rows[i].status, NOON);
      result->retry_after = NOON + 10;
      take (state, result);
      check_why (state, HS_WHY_BACK_OFF, NOON + HOUR);
      take (state, full (NOON, NULL, NULL));
      g_assert_cmpint (state->retry_after, ==, 0);
    }
}

static void
test_gone (void)
{
  g_autoptr (HsFeedState) state = hs_feed_state_new (URL);

  take (state, full (NOON, NULL, NULL));
  take (state, answer (HS_FETCH_GONE, 410, NOON));
  g_assert_true (state->gone);
  check_why (state, HS_WHY_GONE, G_MAXINT64);
  /* asked all the same, at the user's word: no answer changes nothing */
  take (state, answer (HS_FETCH_TIMEOUT, 0, NOON + DAY));
  check_why (state, HS_WHY_GONE, G_MAXINT64);
  take (state, full (NOON + DAY, NULL, NULL));
  g_assert_false (state->gone);
  check_why (state, HS_WHY_INTERVAL, NOON + DAY + HOUR);
}

static void
test_offline (void)
{
  g_autoptr (HsFeedState) state = hs_feed_state_new (URL);

  take (state, full (NOON, NULL, NULL));
  take (state, answer (HS_FETCH_OFFLINE, 0, NOON + HOUR));
  g_assert_cmpuint (state->failures, ==, 0);
  g_assert_cmpint (state->last_try, ==, NOON);
  g_assert_cmpint (state->outcome, ==, HS_FETCH_OFFLINE);
  g_assert_nonnull (state->message);
  g_assert_cmpint (state->next, ==, NOON + HOUR);
}

/* --- moves ------------------------------------------------------------------------------------ */

static HsFetchResult *
moved (gint64      time,
       const char *to)
{
  HsFetchResult *result = full (time, NULL, NULL);

  result->moved = g_strdup (to);
  return result;
}

#define NEW "https://new.example/feed"
#define OTHER "https://other.example/feed"

static void
test_move (void)
{
  g_autoptr (HsFeedState) state = hs_feed_state_new (URL);

  g_assert_false (take (state, moved (NOON, NEW)));
  g_assert_cmpstr (state->moved_to, ==, NEW);
  g_assert_false (take (state, moved (NOON + DAY, NEW)));
  /* a bad day tells nothing */
  g_assert_false (take (state, answer (HS_FETCH_TIMEOUT, 0, NOON + DAY + HOUR)));
  g_assert_true (take (state, moved (NOON + 2 * DAY, NEW)));
  g_assert_cmpstr (state->moved_to, ==, NEW);
}

static void
test_move_too_soon (void)
{
  g_autoptr (HsFeedState) state = hs_feed_state_new (URL);
  g_autoptr (HsFeedState) twice = hs_feed_state_new (URL);

  for (guint i = 0; i < 40; i++)
    g_assert_false (take (state, moved (NOON + i * HOUR, NEW)));
  g_assert_false (take (twice, moved (NOON, NEW)));
  g_assert_false (take (twice, moved (NOON + 9 * DAY, NEW)));
  g_assert_true (take (twice, moved (NOON + 10 * DAY, NEW)));
}

static void
test_move_undecided (void)
{
  g_autoptr (HsFeedState) state = hs_feed_state_new (URL);

  take (state, moved (NOON, NEW));
  take (state, moved (NOON + DAY, NEW));
  /* elsewhere, then here again: each begins anew */
  g_assert_false (take (state, moved (NOON + 2 * DAY, OTHER)));
  g_assert_cmpuint (state->moved_times, ==, 1);
  g_assert_false (take (state, full (NOON + 3 * DAY, NULL, NULL)));
  g_assert_null (state->moved_to);
  g_assert_false (take (state, moved (NOON + 4 * DAY, NEW)));
  g_assert_cmpint (state->moved_since, ==, NOON + 4 * DAY);
}

static void
test_move_to_no_feed (void)
{
  g_autoptr (HsFeedState) state = hs_feed_state_new (URL);

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (HsFetchResult) result = moved (NOON + i * DAY, "https://parked.example/");

      g_assert_false (hs_schedule_update (state, result, FALSE, HOUR, 0));
    }
  g_assert_null (state->moved_to);
}

static void
test_move_nowhere (void)
{
  g_autoptr (HsFeedState) state = hs_feed_state_new (URL);

  for (guint i = 0; i < 10; i++)
    {
      g_assert_false (take (state, full (NOON + i * DAY, NULL, NULL)));
      g_assert_false (take (state, moved (NOON + i * DAY, URL)));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/validators-go-together-and-stay-through-errors", test_validators);
  g_test_add_func ("/schedule/the-interval-is-the-users", test_interval);
  g_test_add_func ("/schedule/the-latest-of-max-age-ttl-and-interval", test_asked_for);
  g_test_add_func ("/schedule/never-slower-than-a-day", test_slowest);
  g_test_add_func ("/schedule/hours-and-days-to-skip-are-skipped", test_skipped);
  g_test_add_func ("/schedule/jitter-is-small-and-never-earlier", test_jitter);
  g_test_add_func ("/schedule/errors-double-the-pause-to-a-day", test_back_off);
  g_test_add_func ("/schedule/feeds-that-failed-together-part", test_back_off_jitter);
  g_test_add_func ("/schedule/retry-after-is-granted", test_retry_after);
  g_test_add_func ("/schedule/gone-is-for-good", test_gone);
  g_test_add_func ("/schedule/without-a-network-nothing-was-tried", test_offline);
  g_test_add_func ("/schedule/a-move-that-repeats-over-days-is-believed", test_move);
  g_test_add_func ("/schedule/a-move-of-a-few-hours-or-answers-is-not", test_move_too_soon);
  g_test_add_func ("/schedule/a-move-that-wavers-begins-anew", test_move_undecided);
  g_test_add_func ("/schedule/a-move-to-what-is-no-feed-is-not-believed", test_move_to_no_feed);
  g_test_add_func ("/schedule/a-feed-that-stays-does-not-move", test_move_nowhere);
  return g_test_run ();
}
