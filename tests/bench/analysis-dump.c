/* analysis-dump.c: what analysis finds in files, as JSON, for the scorers
 *
 * Speaks the contract of `hearsay analyse` as far as the scorers read it, but
 * needs only the rooms `pages` and `analysis`.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <json-glib/json-glib.h>
#include <locale.h>
#include <stdio.h>

#include "hs-analyser.h"
#include "hs-data-resources.h"
#include "hs-linker.h"
#include "hs-page.h"
#include "hs-story.h"

static gboolean jsonl = FALSE, plain = FALSE, quiet = FALSE;
static char *list = NULL;

static const GOptionEntry options[] = {
  { "jsonl", 0, 0, G_OPTION_ARG_NONE, &jsonl, "One object a line, no stories", NULL },
  { "plain", 0, 0, G_OPTION_ARG_NONE, &plain, "Every paragraph is text: no boilerplate, no headline", NULL },
  { "quiet", 0, 0, G_OPTION_ARG_NONE, &quiet, "Print only the speed", NULL },
  { "files-from", 0, 0, G_OPTION_ARG_FILENAME, &list, "Files, one a line", "LIST" },
  { NULL }
};

static HsLexicons *
load_lexicons (void)
{
  HsLexicons *lexicons = hs_lexicons_new ();
  const char * const *wanted = hs_lexicons_get_wanted ();

  for (guint i = 0; wanted[i] != NULL; i++)
    for (guint k = 0; k < 2; k++)
      {
        g_autofree char *path = g_strdup_printf ("/io/github/hearsay/Hearsay/lexicons/%s.%s", wanted[i],
                                                 k == 0 ? "tsv" : "txt");
        g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, NULL);

        if (bytes != NULL)
          hs_lexicons_add (lexicons, wanted[i], bytes, NULL);
      }
  return lexicons;
}

static HsDocument *
read_plain (const char *text)
{
  HsDocument *document = hs_document_new (g_strdup (text));
  guint at = 0;

  while (at < document->length)
    {
      const char *next = strstr (text + at, "\n\n");
      guint end = next != NULL ? next - text : document->length, from = at;

      at = next != NULL ? end + 2 : document->length;
      while (from < end && g_ascii_isspace (text[from]))
        from++;
      while (end > from && g_ascii_isspace (text[end - 1]))
        end--;
      if (from < end)
        hs_document_add_block (document, HS_BLOCK_PARAGRAPH, HS_SPAN_INIT (from, end));
    }
  return document;
}

static JsonNode *
span_node (const HsSpanMap *map,
           HsSpan           span,
           JsonObject      *into)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = into != NULL ? into : json_object_new ();
  HsSpan chars = hs_span_map_span_to_chars (map, span);

  json_object_set_int_member (object, "start", chars.start);
  json_object_set_int_member (object, "end", chars.end);
  json_node_take_object (node, object);
  return node;
}

static void
set_span (JsonObject      *object,
          const char      *name,
          const HsSpanMap *map,
          HsSpan           span)
{
  if (hs_span_is_none (span))
    json_object_set_null_member (object, name);
  else
    json_object_set_member (object, name, span_node (map, span, NULL));
}

static char *
entity_id (guint index)
{
  return index == HS_NO_INDEX ? NULL : g_strdup_printf ("e%u", index + 1);
}

static JsonArray *
mentions_of (const HsAnalysis *analysis,
             const HsSpanMap  *map)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < analysis->mentions->len; i++)
    {
      const HsMention *m = &g_array_index (analysis->mentions, HsMention, i);
      JsonObject *object = json_object_new ();
      g_autofree char *id = entity_id (m->entity);

      json_object_set_string_member (object, "kind", hs_mention_kind_to_nick (m->kind));
      json_object_set_string_member (object, "level", hs_mention_level_to_nick (m->level));
      json_object_set_string_member (object, "entity", id);
      json_array_add_element (array, span_node (map, m->span, object));
    }
  return array;
}

static JsonArray *
statements_of (const HsAnalysis *analysis,
               const HsSpanMap  *map)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < analysis->statements->len; i++)
    {
      const HsStatement *s = analysis->statements->pdata[i];
      JsonObject *object = json_object_new ();
      JsonArray *content = json_array_new (), *vias = json_array_new ();
      g_autofree char *id = g_strdup_printf ("s%u", i + 1);
      g_autofree char *speaker = entity_id (s->speaker_entity);

      json_object_set_string_member (object, "id", id);
      set_span (object, "speaker", map, s->speaker);
      if (!hs_span_is_none (s->speaker))
        json_object_set_string_member (json_object_get_object_member (object, "speaker"), "entity", speaker);
      set_span (object, "cue", map, s->cue);
      for (guint c = 0; c < s->content->len; c++)
        json_array_add_element (content, span_node (map, g_array_index (s->content, HsSpan, c), NULL));
      for (guint v = 0; v < s->vias->len; v++)
        {
          const HsVia *via = &g_array_index (s->vias, HsVia, v);
          JsonObject *one = json_object_new ();
          g_autofree char *outlet = entity_id (via->outlet);

          json_object_set_string_member (one, "outlet", outlet);
          json_object_set_string_member (one, "manner", hs_via_manner_to_nick (via->manner));
          json_array_add_element (vias, span_node (map, via->span, one));
        }
      json_object_set_array_member (object, "content", content);
      json_object_set_array_member (object, "via", vias);
      json_object_set_string_member (object, "form", hs_form_to_nick (s->form));
      json_object_set_boolean_member (object, "named", s->named);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
signals_of (const HsAnalysis *analysis,
            const HsSpanMap  *map)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < analysis->signals->len; i++)
    {
      const HsSignal *s = analysis->signals->pdata[i];
      JsonObject *object = json_object_new ();
      JsonArray *spans = json_array_new ();

      for (guint k = 0; k < s->spans->len; k++)
        json_array_add_element (spans, span_node (map, g_array_index (s->spans, HsSpan, k), NULL));
      json_object_set_string_member (object, "code", s->code);
      json_object_set_string_member (object, "tone", hs_tone_to_nick (s->tone));
      json_object_set_string_member (object, "why", s->why);
      json_object_set_array_member (object, "spans", spans);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
strings_of (char **strings)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; strings[i] != NULL; i++)
    json_array_add_string_element (array, strings[i]);
  return array;
}

static JsonObject *
article_of (const char *file,
            HsDocument *document,
            HsAnalysis *analysis)
{
  g_autoptr (HsSpanMap) map = hs_span_map_new (document->text, document->length);
  JsonObject *object = json_object_new ();
  JsonArray *entities = json_array_new ();

  json_object_set_string_member (object, "file", file);
  json_object_set_string_member (object, "text", document->text);
  json_object_set_array_member (object, "mentions", mentions_of (analysis, map));
  json_object_set_array_member (object, "statements", statements_of (analysis, map));
  json_object_set_array_member (object, "signals", signals_of (analysis, map));
  for (guint i = 0; i < analysis->entities->len; i++)
    {
      const HsLocalEntity *e = analysis->entities->pdata[i];
      JsonObject *one = json_object_new ();
      g_autofree char *id = entity_id (i);

      json_object_set_string_member (one, "id", id);
      json_object_set_string_member (one, "kind", hs_mention_kind_to_nick (e->kind));
      json_object_set_string_member (one, "name", e->name);
      json_object_set_array_member (one, "names", strings_of (e->names));
      json_object_set_array_member (one, "_keys", strings_of (e->keys));
      json_object_set_array_member (one, "_roles", strings_of (e->roles));
      json_object_set_array_member (one, "_context", strings_of (e->context));
      json_array_add_object_element (entities, one);
    }
  json_object_set_array_member (object, "entities", entities);
  return object;
}

static void
print (JsonObject *object,
       gboolean    pretty)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;

  json_node_take_object (node, object);
  text = json_to_string (node, pretty);
  puts (text);
}

typedef struct
{
  GPtrArray *files, *documents, *analyses;
  GPtrArray *links;       /* gint64 arrays */
  GArray *stories;
} Run;

static void
link_articles (Run           *run,
               HsMemoryIndex *index)
{
  for (guint i = 0; i < run->analyses->len; i++)
    {
      HsAnalysis *analysis = run->analyses->pdata[i];
      g_autoptr (GArray) links = hs_linker_link (analysis, HS_INDEX (index), NULL);
      gint64 *ids = g_new0 (gint64, analysis->entities->len + 1);
      gint64 story = hs_linker_find_story (analysis, HS_INDEX (index), NULL);

      for (guint e = 0; e < analysis->entities->len; e++)
        ids[e] = hs_memory_index_add_entity (index, g_array_index (links, HsLink, e).entity,
                                             analysis->entities->pdata[e]);
      story = hs_memory_index_add_article (index, 0, story, analysis->terms);
      g_ptr_array_add (run->links, ids);
      g_array_append_val (run->stories, story);
    }
}

static JsonObject *
story_of (Run    *run,
          gint64  id)
{
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (HsStoryArticle));
  g_autoptr (GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (HsStory) story = NULL;
  JsonObject *object = json_object_new (), *counts = json_object_new ();
  JsonArray *origins = json_array_new (), *utterances = json_array_new (), *articles = json_array_new ();

  for (guint i = 0; i < run->stories->len; i++)
    if (g_array_index (run->stories, gint64, i) == id)
      {
        HsStoryArticle article = { run->documents->pdata[i], run->analyses->pdata[i], run->links->pdata[i], 0 };

        g_array_append_val (members, article);
        g_array_append_val (indices, i);
        json_array_add_int_element (articles, i);
      }
  story = hs_story_build ((HsStoryArticle *) members->data, members->len, NULL, NULL);
  for (guint i = 0; i < story->origins->len; i++)
    {
      const HsOrigin *origin = story->origins->pdata[i];
      JsonObject *one = json_object_new ();
      JsonArray *rest = json_array_new (), *speakers = json_array_new ();

      for (guint a = 0; a < origin->articles->len; a++)
        json_array_add_int_element (rest, g_array_index (indices, guint, g_array_index (origin->articles, guint, a)));
      for (guint s = 0; s < origin->speakers->len; s++)
        json_array_add_int_element (speakers, g_array_index (origin->speakers, gint64, s));
      json_object_set_string_member (one, "name", origin->name);
      json_object_set_array_member (one, "articles", rest);
      json_object_set_array_member (one, "speakers", speakers);
      json_array_add_object_element (origins, one);
    }
  for (guint i = 0; i < story->utterances->len; i++)
    {
      const HsUtterance *utterance = story->utterances->pdata[i];
      JsonArray *refs = json_array_new ();

      if (utterance->statements->len < 2)
        {
          json_array_unref (refs);
          continue;
        }
      for (guint s = 0; s < utterance->statements->len; s++)
        {
          const HsStatementRef *ref = &g_array_index (utterance->statements, HsStatementRef, s);
          g_autofree char *name = g_strdup_printf ("%u:s%u", g_array_index (indices, guint, ref->article),
                                                   ref->statement + 1);

          json_array_add_string_element (refs, name);
        }
      json_array_add_array_element (utterances, refs);
    }
  json_object_set_int_member (counts, "articles", story->n_articles);
  json_object_set_int_member (counts, "origins", story->origins->len);
  json_object_set_int_member (counts, "speakers", story->n_speakers);
  json_object_set_string_member (object, "title", story->title);
  json_object_set_array_member (object, "articles", articles);
  json_object_set_array_member (object, "origins", origins);
  json_object_set_array_member (object, "utterances", utterances);
  json_object_set_object_member (object, "counts", counts);
  return object;
}

static void
print_stories (Run           *run,
               HsMemoryIndex *index)
{
  JsonObject *object = json_object_new ();
  JsonArray *articles = json_array_new (), *stories = json_array_new (), *entities = json_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < run->analyses->len; i++)
    json_array_add_object_element (articles, article_of (run->files->pdata[i], run->documents->pdata[i],
                                                         run->analyses->pdata[i]));
  for (gint64 id = 1; hs_memory_index_get_entity (index, id) != NULL; id++)
    {
      const HsKnownEntity *known = hs_memory_index_get_entity (index, id);
      JsonObject *one = json_object_new ();

      json_object_set_int_member (one, "id", id);
      json_object_set_string_member (one, "kind", hs_mention_kind_to_nick (known->kind));
      json_object_set_string_member (one, "name", known->name);
      json_object_set_array_member (one, "names", strings_of (known->names));
      json_object_set_array_member (one, "_roles", strings_of (known->roles));
      json_object_set_int_member (one, "_articles", known->n_articles);
      json_array_add_object_element (entities, one);
    }
  for (guint i = 0; i < run->stories->len; i++)
    if (g_hash_table_add (seen, &g_array_index (run->stories, gint64, i)))
      json_array_add_object_element (stories, story_of (run, g_array_index (run->stories, gint64, i)));
  json_object_set_array_member (object, "articles", articles);
  json_object_set_array_member (object, "entities", entities);
  json_object_set_array_member (object, "stories", stories);
  print (object, TRUE);
}

static void
read_file (Run        *run,
           HsAnalyser *analyser,
           const char *file,
           gsize      *bytes_read)
{
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (HsDocument) document = NULL;
  g_autoptr (HsAnalysis) analysis = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  if (!g_file_get_contents (file, &contents, &size, &error))
    {
      g_printerr ("%s\n", error->message);
      return;
    }
  *bytes_read += size;
  bytes = g_bytes_new (contents, size);
  document = plain ? read_plain (contents) : hs_page_read (bytes, file, NULL, NULL, &error);
  if (document == NULL)
    {
      g_printerr ("%s: %s\n", file, error->message);
      return;
    }
  analysis = hs_analyser_read (analyser, document, NULL, NULL);
  if (quiet)
    return;
  if (jsonl)
    {
      print (article_of (file, document, analysis), FALSE);
      return;
    }
  g_ptr_array_add (run->files, g_strdup (file));
  g_ptr_array_add (run->documents, g_steal_pointer (&document));
  g_ptr_array_add (run->analyses, g_steal_pointer (&analysis));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("FILE…");
  g_autoptr (HsLexicons) lexicons = NULL;
  g_autoptr (HsAnalyser) analyser = NULL;
  g_autoptr (HsMemoryIndex) index = hs_memory_index_new ();
  g_auto (GStrv) more = NULL;
  Run run = { g_ptr_array_new_with_free_func (g_free),
              g_ptr_array_new_with_free_func ((GDestroyNotify) hs_document_unref),
              g_ptr_array_new_with_free_func ((GDestroyNotify) hs_analysis_unref),
              g_ptr_array_new_with_free_func (g_free), g_array_new (FALSE, FALSE, sizeof (gint64)) };
  gsize bytes = 0;
  gint64 start;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, NULL))
    return 2;
  g_resources_register (hs_data_get_resource ());
  lexicons = load_lexicons ();
  analyser = hs_analyser_new (lexicons, NULL);
  start = g_get_monotonic_time ();
  for (int i = 1; i < argc; i++)
    read_file (&run, analyser, argv[i], &bytes);
  if (list != NULL)
    {
      g_autofree char *contents = NULL;

      if (g_file_get_contents (list, &contents, NULL, NULL))
        more = g_strsplit (contents, "\n", -1);
      for (guint i = 0; more != NULL && more[i] != NULL; i++)
        if (more[i][0] != '\0')
          read_file (&run, analyser, more[i], &bytes);
    }
  if (quiet)
    g_print ("%.2f MB/s\n", bytes / (double) MAX (1, g_get_monotonic_time () - start));
  else if (!jsonl)
    {
      link_articles (&run, index);
      print_stories (&run, index);
    }
  g_ptr_array_unref (run.files);
  g_ptr_array_unref (run.documents);
  g_ptr_array_unref (run.analyses);
  g_ptr_array_unref (run.links);
  g_array_unref (run.stories);
  return 0;
}
