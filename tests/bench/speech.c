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

#include "hs-analyser.h"
#include "hs-copies.h"
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
  began = g_get_monotonic_time ();
  for (guint i = 0; i < n; i++)
    sum += hs_sketch_hash (((HsDocument *) documents->pdata[i])->text, -1);
  hashed = g_get_monotonic_time () - began;
  began = g_get_monotonic_time ();
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HsAnalysis) analysis = hs_analyser_read (analyser, documents->pdata[i], NULL, NULL);

      statements += analysis->statements->len;
    }
  took = g_get_monotonic_time () - began;
  g_print ("reading: %u articles, %.2f MB, %u statements: %.2f MB/s (names, statements, vias, signals, terms, sketch); "
           "hashing the same bytes: %.0f MB/s%s\n",
           n, bytes / 1e6, statements, bytes / (double) took, bytes / (double) MAX (1, hashed), sum == 42 ? "." : "");
}

/* Analyses stripped to what the indexes take. */
static void
measure_joining (HsAnalyser *analyser,
                 guint       n)
{
  g_autoptr (HsMemoryIndex) index = hs_memory_index_new ();
  g_autoptr (HsCopies) copies = hs_copies_new ();
  double first = 0.0, last = 0.0, all = 0.0;
  gsize grown = 0;
  guint met = 0, stories = 0;

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
      began = g_get_monotonic_time ();
      for (guint i = 0; i < CHUNK; i++)
        {
          const HsAnalysis *analysis = made->pdata[i];
          g_autoptr (GArray) same = hs_copies_find (copies, analysis->sketch, 8);
          gint64 story = hs_linker_find_story (analysis, HS_INDEX (index), NULL);

          met += same->len > 0;
          stories += story == 0;
          hs_copies_add (copies, from + i + 1, analysis->sketch);
          hs_memory_index_add_article (index, from + i + 1, story, analysis->terms);
        }
      took = g_get_monotonic_time () - began;
      grown += mallinfo2 ().uordblks + mallinfo2 ().hblkhd - before;
      last = took / (double) CHUNK;
      all += took;
      if (from == 0)
        first = last;
      g_print ("joining: articles %6u to %6u: %.0f articles/s, %.0f microseconds each\n", from, from + CHUNK, 1e6 / last, last);
    }
  g_print ("joining: %u articles: %.0f articles/s; the last %u cost %.2f times the first; %.0f bytes an article; "
           "%u met a copy, %u stories\n", n, n / all * 1e6, CHUNK, last / first, grown / (double) n, met, stories);
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
