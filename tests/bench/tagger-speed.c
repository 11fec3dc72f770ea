/* tagger-speed.c: words a second, from raw text, on one thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "hs-analyser.h"
#include "hs-data-resources.h"
#include "hs-page.h"
#include "hs-tagger.h"

static HsLexicons *
load_lexicons (void)
{
  HsLexicons *lexicons = hs_lexicons_new ();

  for (const char * const *name = hs_lexicons_get_wanted (); *name != NULL; name++)
    for (guint k = 0; k < 2; k++)
      {
        g_autofree char *path = g_strdup_printf ("/io/github/hearsay/Hearsay/lexicons/%s.%s", *name,
                                                 k == 0 ? "tsv" : "txt");
        g_autoptr (GBytes) bytes = g_resource_lookup_data (hs_data_get_resource (), path, 0, NULL);

        if (bytes != NULL)
          hs_lexicons_add (lexicons, *name, bytes, NULL);
      }
  return lexicons;
}

/* Pages of memory that are the program's own, in KiB. */
static long
memory (void)
{
  long total = 0, resident = 0;
  FILE *file = fopen ("/proc/self/statm", "r");

  if (file != NULL && fscanf (file, "%ld %ld", &total, &resident) != 2)
    resident = 0;
  if (file != NULL)
    fclose (file);
  return resident * (sysconf (_SC_PAGESIZE) / 1024);
}

/* White space apart, as compromise counts its terms, punctuation not counted. */
static guint
count_words (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p++)
    n += !g_ascii_isspace (*p) && (p == text || g_ascii_isspace (p[-1]));
  return n;
}

/* Reads the articles @times times; only the tagger with @alone. */
static void
run (HsAnalyser     *analyser,
     HsLexicons     *lexicons,
     const HsTagger *tagger,
     GPtrArray      *texts,
     guint           times,
     gboolean        alone,
     const char     *label)
{
  gint64 begin = g_get_monotonic_time ();
  guint64 words = 0, tokens = 0, found = 0;
  double seconds;

  for (guint n = 0; n < times; n++)
    for (guint i = 0; i < texts->len; i++)
      {
        g_autoptr (HsDocument) document = hs_document_new (g_strdup (texts->pdata[i]));

        hs_document_add_block (document, HS_BLOCK_PARAGRAPH, HS_SPAN_INIT (0, document->length));
        words += count_words (document->text);
        if (alone)
          {
            g_autoptr (HsReading) reading = hs_reading_new (lexicons, document);
            g_autoptr (GArray) tagged = hs_tagger_read (tagger, reading);

            tokens += reading->tokens->len;
            found += tagged->len;
          }
        else
          {
            g_autoptr (HsAnalysis) analysis = hs_analyser_read (analyser, document, NULL, NULL);

            found += analysis->mentions->len;
          }
      }
  seconds = (g_get_monotonic_time () - begin) / 1e6;
  g_print ("%s: %.0f words/s", label, words / seconds);
  if (tokens > 0)
    g_print (", %.0f tokens/s", tokens / seconds);
  g_print (", %" G_GUINT64_FORMAT " names in %" G_GUINT64_FORMAT " words, %ld KiB resident\n", found, words, memory ());
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (HsLexicons) lexicons = load_lexicons ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (HsAnalyser) analyser = NULL;
  g_autoptr (GError) error = NULL;
  gint64 begin;

  for (int i = 1; i < argc; i++)
    {
      char *text;

      if (!g_file_get_contents (argv[i], &text, NULL, &error))
        g_error ("%s", error->message);
      g_ptr_array_add (texts, text);
    }
  begin = g_get_monotonic_time ();
  bytes = g_resource_lookup_data (hs_data_get_resource (), "/io/github/hearsay/Hearsay/models/en/tagger.bin", 0,
                                  &error);
  if (bytes == NULL || !hs_lexicons_add_tagger (lexicons, bytes, &error))
    g_error ("%s", error->message);
  g_print ("model: %.1f MB, loaded in %.2f ms\n", g_bytes_get_size (bytes) / 1e6,
           (g_get_monotonic_time () - begin) / 1e3);
  analyser = hs_analyser_new (lexicons, &error);
  for (guint n = 1; n <= 10; n *= 10)
    run (analyser, lexicons, hs_lexicons_get_tagger (lexicons), texts, n, TRUE,
         n == 1 ? "tagger, raw text, once" : "tagger, raw text, ten times");
  run (analyser, lexicons, hs_lexicons_get_tagger (lexicons), texts, 1, FALSE, "whole analysis");
  return 0;
}
