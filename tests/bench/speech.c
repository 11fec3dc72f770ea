/* speech.c: how fast statements are found, copies met, stories joined
 *
 * Times are given beside a pass of plain hashing over the same bytes, which
 * says how fast the machine is just now.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "hs-analyser.h"
#include "copies.h"
#include "hs-index.h"
#include "hs-linker.h"
#include "hs-page.h"
#include "hs-sketch.h"
#include "lexicons-test.h"
#include "story-maker.h"

#define CHUNK 10000

static HsDocument *
document_of (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return hs_page_read (bytes, "made.txt", NULL, NULL, NULL);
}

/* Time of this process alone: the machine may have other work. */
static gint64
cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * G_GINT64_CONSTANT (1000000) + now.tv_nsec / 1000;
}

static void
measure_reading (HsAnalyser *analyser)
{
  guint n = 3000, statements = 0;
  gsize bytes = 0;
  gint64 began, took, hashed;
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_document_unref);
  guint64 sum = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MadeArticle) article = made_article_new (i);

      g_ptr_array_add (documents, document_of (article->text));
      bytes += strlen (article->text);
    }
  began = cpu_time ();
  for (guint i = 0; i < n; i++)
    sum += hs_sketch_hash (((HsDocument *) documents->pdata[i])->text, -1);
  hashed = cpu_time () - began;
  began = cpu_time ();
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HsAnalysis) analysis = hs_analyser_read (analyser, documents->pdata[i], NULL, NULL);

      statements += analysis->statements->len;
    }
  took = cpu_time () - began;
  g_print ("reading: %u articles, %.2f MB, %u statements: %.2f MB/s (names, statements, vias, signals, terms, sketch); "
           "hashing the same bytes: %.0f MB/s%s\n",
           n, bytes / 1e6, statements, bytes / (double) took, bytes / (double) MAX (1, hashed), sum == 42 ? "." : "");
}

/* Pairs of articles in one group of @counts. */
static double
count_pairs (GHashTable *counts)
{
  GHashTableIter iter;
  gpointer value;
  double pairs = 0.0;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    pairs += GPOINTER_TO_UINT (value) * (GPOINTER_TO_UINT (value) - 1.0) / 2;
  return pairs;
}

static void
count (GHashTable *counts,
       gsize       key)
{
  g_hash_table_insert (counts, GSIZE_TO_POINTER (key),
                       GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, GSIZE_TO_POINTER (key))) + 1));
}

/* Analyses stripped to what the indexes take. */
static void
measure_joining (HsAnalyser *analyser,
                 guint       n)
{
  g_autoptr (HsMemoryIndex) index = hs_memory_index_new ();
  g_autoptr (Copies) copies = copies_new ();
  double first = 0.0, last = 0.0, all = 0.0;
  gsize grown = 0;
  guint met = 0, stories = 0, copies_met = 0, apart = 0;
  g_autofree gint64 *story_of = g_new0 (gint64, n + CHUNK + 1);
  g_autoptr (GHashTable) by_truth = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) by_story = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) by_both = g_hash_table_new (NULL, NULL);

  for (guint from = 0; from < n; from += CHUNK)
    {
      g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_analysis_unref);
      gint64 began, took;
      gsize before;

      for (guint i = from; i < from + CHUNK; i++)
        {
          g_autoptr (MadeArticle) article = made_article_new (i);
          g_autoptr (HsDocument) document = document_of (article->text);

          g_ptr_array_add (made, hs_analyser_read (analyser, document, NULL, NULL));
        }
      before = mallinfo2 ().uordblks + mallinfo2 ().hblkhd;
      began = cpu_time ();
      for (guint i = 0; i < CHUNK; i++)
        {
          const HsAnalysis *analysis = made->pdata[i];
          g_autoptr (GArray) same = copies_find (copies, analysis->sketch, 8);
          gint64 story = hs_linker_find_story (analysis, HS_INDEX (index), NULL);

          met += same->len > 0;
          stories += story == 0;
          copies_add (copies, from + i + 1, analysis->sketch);
          story = hs_memory_index_add_article (index, from + i + 1, story, analysis->terms);
          story_of[from + i + 1] = story;
          for (guint k = 0; k < same->len; k++)
            {
              copies_met++;
              apart += story_of[g_array_index (same, Copy, k).id] != story;
            }
          count (by_truth, (from + i) / 8 + 1);
          count (by_story, story);
          count (by_both, story * 1000003 + (from + i) / 8);
        }
      took = cpu_time () - began;
      grown += mallinfo2 ().uordblks + mallinfo2 ().hblkhd - before;
      last = took / (double) CHUNK;
      all += took;
      if (from <= CHUNK)
        first = last;
      g_print ("joining: articles %6u to %6u: %.0f articles/s, %.0f microseconds each\n", from, from + CHUNK,
               1e6 / last, last);
    }
  g_print ("joining: %u articles: %.0f articles/s; the last %u cost %.2f times those from 10,000 on; %.0f bytes an "
           "article; %u met a copy, %u stories\n", n, n / all * 1e6, CHUNK, last / first, grown / (double) n, met,
           stories);
  g_print ("copies: %u met, %u of them (%.1f %%) in another story\n", copies_met, apart,
           100.0 * apart / MAX (1, copies_met));
  g_print ("stories: pairs of articles P %.3f R %.3f\n", count_pairs (by_both) / MAX (1.0, count_pairs (by_story)),
           count_pairs (by_both) / MAX (1.0, count_pairs (by_truth)));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (HsLexicons) lexicons = lexicons_test_load ();
  g_autoptr (HsAnalyser) analyser = hs_analyser_new (lexicons, NULL);

  measure_reading (analyser);
  measure_joining (analyser, argc > 1 ? atoi (argv[1]) : 100000);
  return 0;
}
