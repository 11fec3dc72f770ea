/* refresh-server.c: 200 feeds on ten hosts, each answer 20 ms away
 *
 * Feeds are /0 to /199; which address one is asked at does not matter. Hosts from
 * the eleventh on never answer. Prints its port, then obeys lines: "change" gives
 * every feed three new entries and edits one, "report" prints how many requests
 * came since the last report, the most that were under way to one host, how many
 * of the answers were 304, and the milliseconds from the first request to the end
 * of the last answer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "loopback.h"

#define LATENCY_MS 20
#define ENTRIES 20

static int version;
static int unchanged;
static gint64 first;   /* monotonic microseconds */
static gint64 last;
static GMutex lock;

static void
note_time (gint64 began)
{
  g_mutex_lock (&lock);
  if (first == 0 || began < first)
    first = began;
  last = g_get_monotonic_time ();
  g_mutex_unlock (&lock);
}

/* Names by rule, so that feeds speak of people and places of their own. */
static char *
make_name (guint n)
{
  static const char * const heads[] = { "Bel", "Cor", "Dra", "Fen", "Gal", "Hol", "Jor", "Kel", "Lor", "Mar", "Nor",
                                        "Orl" };
  static const char * const middles[] = { "a", "e", "i", "o", "u", "ai", "ei" };
  static const char * const tails[] = { "ban", "dor", "gan", "lin", "mar", "nis", "ris", "san", "tol", "van", "wick" };

  return g_strdup_printf ("%s%s%s", heads[n % 12], middles[n / 12 % 7], tails[n / 84 % 11]);
}

/* Some ninety words, as a feed that gives the beginning of each article has. */
static void
add_entry (GString *out,
           guint    feed,
           guint    number,
           guint    edition)
{
  g_autofree char *place = make_name (feed * 5 + number);
  g_autofree char *given = make_name (feed * 11 + number * 3 + 400);
  g_autofree char *family = make_name (feed * 13 + number * 7 + 90);

  g_string_append_printf (out,
                          "<item><guid isPermaLink=\"false\">tag:%u/%u</guid><title>%s council opens bridge %u after "
                          "delay</title><link>http://outlet-%u.example/%u</link><pubDate>Tue, 14 Nov 2023 %02u:%02u:00 "
                          "GMT</pubDate><description>", feed, number, place, number, feed, number, number / 60 % 24,
                          number % 60);
  g_string_append_printf (out,
                          "&lt;p&gt;The mayor of %s, %s %s, said on Monday that the bridge over the river had cost %u "
                          "million euros, four more than planned, and thanked the builders and the council for their "
                          "patience.&lt;/p&gt;&lt;p&gt;It is the first new crossing in the district for thirty years; "
                          "ferries carried %u cars a day until now, and the owners of the boats fear for their trade, "
                          "as one of them told the paper.&lt;/p&gt;&lt;p&gt;“We were not asked,” he said. A spokesman "
                          "for the ministry declined to comment on edition %u of the plan.&lt;/p&gt;", place, given,
                          family, number + 3, feed * 7 + number, edition);
  g_string_append (out, "</description></item>");
}

static void
play_feed (LoopbackTurn *turn,
           gpointer      data)
{
  guint feed = GPOINTER_TO_UINT (data);
  int now = g_atomic_int_get (&version);
  g_autofree char *etag = g_strdup_printf ("\"%d\"", now);
  g_autofree char *head = NULL;
  g_autoptr (GString) out = NULL;

  loopback_sleep (turn, LATENCY_MS);
  if (g_strcmp0 (g_hash_table_lookup (turn->request->headers, "if-none-match"), etag) == 0)
    {
      g_atomic_int_inc (&unchanged);
      loopback_answer (turn, "HTTP/1.1 304 Not Modified", "", 0);
      note_time (turn->request->began);
      return;
    }
  out = g_string_new ("<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel>");
  g_string_append_printf (out, "<title>Outlet %u</title><link>http://outlet-%u.example/</link><language>en</language>",
                          feed, feed);
  for (guint i = 0; i < ENTRIES; i++)
    add_entry (out, feed, (guint) (now * 3 + ENTRIES - i), i == 10 ? (guint) now : 0);
  g_string_append (out, "</channel></rss>");
  head = g_strdup_printf ("HTTP/1.1 200 OK\nContent-Type: application/rss+xml\nETag: %s", etag);
  loopback_answer (turn, head, out->str, out->len);
  note_time (turn->request->began);
}

static void
play_nothing (LoopbackTurn *turn,
              gpointer      data)
{
  while (!loopback_hung_up (turn) && loopback_sleep (turn, 50))
    ;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (Loopback) server = loopback_new (NULL);
  char line[64];
  guint reported = 0;

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *path = g_strdup_printf ("/%u", i);

      loopback_play (server, path, play_feed, GUINT_TO_POINTER (i));
    }
  loopback_play (server, "/never", play_nothing, NULL);
  printf ("%u\n", loopback_get_port (server));
  fflush (stdout);
  while (fgets (line, sizeof line, stdin) != NULL)
    {
      if (strncmp (line, "change", 6) == 0)
        g_atomic_int_inc (&version);
      else
        {
          guint n = loopback_count (server, NULL);

          printf ("%u %u %d %d\n", n - reported, loopback_most_of_one (server), g_atomic_int_get (&unchanged),
                  (int) ((last - first) / 1000));
          first = last = 0;
          reported = n;
          loopback_forget_most (server);
          g_atomic_int_set (&unchanged, 0);
        }
      fflush (stdout);
    }
  return 0;
}
