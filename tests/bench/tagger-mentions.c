/* tagger-mentions.c: mentions as `hearsay analyse --jsonl` writes them, by a model that is named
 *
 * For measuring: the shipped model has read every article it may learn from,
 * so what it makes of a publisher's articles is told by one that has not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-analyser.h"
#include "hs-data-resources.h"
#include "hs-page.h"
#include "hs-tagger.h"

static HsLexicons *
load_lexicons (const char *model)
{
  HsLexicons *lexicons = hs_lexicons_new ();
  g_autoptr (GError) error = NULL;

  for (const char * const *name = hs_lexicons_get_wanted (); *name != NULL; name++)
    for (guint k = 0; k < 2; k++)
      {
        g_autofree char *path = g_strdup_printf ("/io/github/hearsay/Hearsay/lexicons/%s.%s", *name,
                                                 k == 0 ? "tsv" : "txt");
        g_autoptr (GBytes) bytes = g_resource_lookup_data (hs_data_get_resource (), path, 0, NULL);

        if (bytes != NULL)
          hs_lexicons_add (lexicons, *name, bytes, NULL);
      }
  if (model != NULL)
    {
      g_autoptr (GMappedFile) file = g_mapped_file_new (model, FALSE, &error);
      g_autoptr (GBytes) bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;

      if (bytes == NULL || !hs_lexicons_add_tagger (lexicons, bytes, &error))
        g_error ("%s: %s", model, error->message);
    }
  return lexicons;
}

static void
print_mention (HsDocument    *document,
               HsSpan         span,
               HsMentionKind  kind,
               HsMentionLevel level,
               double         confidence,
               gboolean       more)
{
  g_print ("%s{\"start\":%ld,\"end\":%ld,\"kind\":\"%s\",\"level\":\"%s\",\"confidence\":%.3f}", more ? "," : "",
           g_utf8_pointer_to_offset (document->text, document->text + span.start),
           g_utf8_pointer_to_offset (document->text, document->text + span.end), hs_mention_kind_to_nick (kind),
           level == HS_LEVEL_NAME ? "name" : "description", confidence);
}

/* What the tagger alone finds. */
static void
print_tagged (HsLexicons *lexicons,
              const HsTagger *tagger,
              HsDocument *document)
{
  g_autoptr (HsReading) reading = hs_reading_new (lexicons, document);
  g_autoptr (GArray) found = hs_tagger_read (tagger, reading);

  for (guint i = 0; i < found->len; i++)
    {
      const HsTagged *tagged = &g_array_index (found, HsTagged, i);

      print_mention (document, hs_reading_span (reading, tagged->first, tagged->end), tagged->kind, HS_LEVEL_NAME,
                     tagged->posterior, i > 0);
    }
}

static void
print_all (HsAnalyser *analyser,
           HsDocument *document)
{
  g_autoptr (HsAnalysis) analysis = hs_analyser_read (analyser, document, NULL, NULL);

  for (guint i = 0; i < analysis->mentions->len; i++)
    {
      const HsMention *mention = &g_array_index (analysis->mentions, HsMention, i);

      print_mention (document, mention->span, mention->kind, mention->level, mention->confidence, i > 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *model = NULL, *list = NULL, *contents = NULL;
  gboolean alone = FALSE, lines = FALSE;
  const GOptionEntry entries[] = {
    { "model", 0, 0, G_OPTION_ARG_FILENAME, &model, "The model", "FILE" },
    { "files-from", 0, 0, G_OPTION_ARG_FILENAME, &list, "A list of files", "LIST" },
    { "alone", 0, 0, G_OPTION_ARG_NONE, &alone, "What the tagger finds, without rules", NULL },
    { "jsonl", 0, 0, G_OPTION_ARG_NONE, &lines, "An object a line, as always", NULL },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (HsLexicons) lexicons = NULL;
  g_autoptr (HsAnalyser) analyser = NULL;
  g_auto (GStrv) files = NULL;
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) ||
      !g_file_get_contents (list, &contents, NULL, &error))
    g_error ("%s", error->message);
  lexicons = load_lexicons (model);
  analyser = hs_analyser_new (lexicons, &error);
  files = g_strsplit (contents, "\n", -1);
  for (guint i = 0; files[i] != NULL && files[i][0] != '\0'; i++)
    {
      g_autofree char *text = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (HsDocument) document = NULL;
      gsize size;

      g_file_get_contents (files[i], &text, &size, NULL);
      bytes = g_bytes_new (text, size);
      document = hs_page_read (bytes, files[i], NULL, NULL, NULL);
      if (document == NULL)
        continue;
      g_print ("{\"file\":\"%s\",\"mentions\":[", files[i]);
      if (alone)
        print_tagged (lexicons, hs_lexicons_get_tagger (lexicons), document);
      else
        print_all (analyser, document);
      g_print ("]}\n");
    }
  return 0;
}
