/* feeds.c: how fast feeds are read, beside libxml2 alone
 *
 * feeds: one feed of 10 MB and 1,000 small ones, read with everything mapped,
 * dated and cleaned, beside a bare SAX pass over the same bytes and a bare HTML
 * parse of the same bodies.
 * feeds memory MEGABYTES: reads one feed of that size and prints the most
 * memory it took, in kilobytes, beyond the bytes of the feed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "hs-feed.h"
#include "hs-html-write.h"

#define ROUNDS 5

static const char * const words[] = {
  "harbour", "council", "bridge", "tide", "ferry", "mayor", "said", "the", "a", "of", "and", "with", "Tuesday",
  "budget", "signal", "lantern", "quay", "repair", "vote", "storm", "café", "naïve", "über", "market", "school",
  "winter", "ship", "crew", "paper", "north",
};

static void
append_words (GString *out,
              GRand   *rand,
              guint    count)
{
  for (guint i = 0; i < count; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " " : "", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
}

/* The HTML of an article as feeds carry it: some 3 kilobytes. */
static char *
make_body (GRand *rand)
{
  GString *out = g_string_new (NULL);
  guint paragraphs = g_rand_int_range (rand, 4, 9);

  for (guint i = 0; i < paragraphs; i++)
    {
      g_string_append (out, "<p class=\"text\">");
      append_words (out, rand, g_rand_int_range (rand, 20, 60));
      g_string_append_printf (out, " <a href=\"/article/%u\">", g_rand_int (rand));
      append_words (out, rand, 4);
      g_string_append (out, "</a>, <b>");
      append_words (out, rand, 3);
      g_string_append (out, "</b> &amp; ");
      append_words (out, rand, 10);
      g_string_append (out, ".</p>\n");
      if (i == 1)
        g_string_append_printf (out,
                                "<figure><img src=\"/p/%u.jpg\" alt=\"quay\" width=\"640\" height=\"480\"/></figure>\n",
                                g_rand_int (rand));
    }
  g_string_append (out, "<ul><li>one</li><li>two</li></ul>");
  return g_string_free (out, FALSE);
}

static void
append_item (GString   *out,
             GRand     *rand,
             guint      number,
             GPtrArray *bodies)
{
  char *body = make_body (rand);

  g_string_append (out, "<item><title>");
  append_words (out, rand, 7);
  g_string_append_printf (out, " &amp; more</title><link>https://lantern.example/%u</link>"
                          "<guid isPermaLink=\"false\">lantern-%u</guid>"
                          "<pubDate>Mon, %02u Mar 2026 08:15:00 +0100</pubDate><dc:creator>Ida Brandt</dc:creator>"
                          "<category>harbour</category><category>news</category>",
                          number, number, number % 28 + 1);
  if (number % 2 == 0)
    g_string_append_printf (out, "<content:encoded><![CDATA[%s]]></content:encoded>", body);
  else
    {
      g_autofree char *escaped = g_markup_escape_text (body, -1);

      g_string_append_printf (out, "<description>%s</description>", escaped);
    }
  g_string_append (out, "</item>\n");
  if (bodies != NULL)
    g_ptr_array_add (bodies, body);
  else
    g_free (body);
}

static GBytes *
make_feed (GRand     *rand,
           gsize      size,
           GPtrArray *bodies)
{
  GString *out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" "
                               "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                               "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>"
                               "<title>The Lantern</title><link>https://lantern.example/</link>"
                               "<description>News of the port</description>\n");

  for (guint i = 0; out->len < size; i++)
    append_item (out, rand, i, bodies);
  g_string_append (out, "</channel></rss>\n");
  return g_string_free_to_bytes (out);
}

static gboolean
take_entry (HsFeedEntry *entry,
            gpointer     data)
{
  g_autoptr (HsFeedEntry) owned = entry;
  const HsFeedText *text = entry->content != NULL ? entry->content : entry->summary;
  g_autofree char *html = hs_html_clean (text->value, strlen (text->value), text->base);
  g_autofree char *title = hs_feed_text_to_plain (entry->title);
  gsize *total = data;

  g_assert_nonnull (entry->published);
  *total += strlen (html) + strlen (title);
  return TRUE;
}

static void
read_ours (GPtrArray *feeds)
{
  gsize total = 0;

  for (guint i = 0; i < feeds->len; i++)
    {
      g_autoptr (HsFeed) feed = hs_feed_parse (g_ptr_array_index (feeds, i), "application/rss+xml",
                                               "https://lantern.example/rss", take_entry, &total, NULL);

      g_assert_nonnull (feed);
    }
  g_assert_cmpuint (total, >, 0);
}

static void
on_start (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int n_namespaces,
          const xmlChar **namespaces, int n_attributes, int n_defaulted, const xmlChar **attributes)
{
  (*(gsize *) data)++;
}

static void
on_end (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
}

static void
on_text (void *data, const xmlChar *text, int length)
{
  *(gsize *) data += length;
}

static void
read_sax (GPtrArray *feeds)
{
  for (guint i = 0; i < feeds->len; i++)
    {
      xmlSAXHandler sax = { .initialized = XML_SAX2_MAGIC, .startElementNs = on_start, .endElementNs = on_end,
                            .characters = on_text, .cdataBlock = on_text };
      gsize length, seen = 0;
      const char *data = g_bytes_get_data (g_ptr_array_index (feeds, i), &length);

      g_assert_cmpint (xmlSAXUserParseMemory (&sax, &seen, data, length), ==, 0);
    }
}

static void
read_html (GPtrArray *bodies)
{
  for (guint i = 0; i < bodies->len; i++)
    {
      const char *body = g_ptr_array_index (bodies, i);

      xmlFreeDoc (htmlReadMemory (body, strlen (body), NULL, "UTF-8",
                                  HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET
                                  | HTML_PARSE_COMPACT));
    }
}

/* The best of some rounds, in seconds. */
static double
measure (void      (*run) (GPtrArray *what),
         GPtrArray  *what)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 began = g_get_monotonic_time ();

      run (what);
      best = MIN (best, (g_get_monotonic_time () - began) / 1e6);
    }
  return best;
}

static void
compare (const char *name,
         guint       count,
         gsize       size)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2026);
  g_autoptr (GPtrArray) feeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) bodies = g_ptr_array_new_with_free_func (g_free);
  double sax, html, ours;
  gsize bytes = 0;

  for (guint i = 0; i < count; i++)
    {
      g_ptr_array_add (feeds, make_feed (rand, size, bodies));
      bytes += g_bytes_get_size (g_ptr_array_index (feeds, i));
    }
  sax = measure (read_sax, feeds);
  html = measure (read_html, bodies);
  ours = measure (read_ours, feeds);
  printf ("%s: %.1f MB, %u entries\n  bare SAX %.3f s, bare HTML %.3f s, together %.1f MB/s\n"
          "  ours, mapped, dated and cleaned %.3f s, %.1f MB/s: %.0f %% of the two together\n",
          name, bytes / 1e6, bodies->len, sax, html, bytes / 1e6 / (sax + html), ours, bytes / 1e6 / ours,
          100 * (sax + html) / ours);
}

static long
peak (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

static void
measure_memory (gsize megabytes)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2026);
  g_autoptr (GPtrArray) feeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  long before;

  g_ptr_array_add (feeds, make_feed (rand, megabytes * 1000 * 1000, NULL));
  before = peak ();
  read_ours (feeds);
  printf ("%" G_GSIZE_FORMAT " MB: %ld KB beyond the feed itself\n", megabytes, peak () - before);
}

int
main (int    argc,
      char **argv)
{
  if (argc > 2 && g_str_equal (argv[1], "memory"))
    {
      measure_memory (strtoul (argv[2], NULL, 10));
      return 0;
    }
  compare ("one feed", 1, 10 * 1000 * 1000);
  compare ("small feeds", 1000, 10 * 1000);
  return 0;
}
