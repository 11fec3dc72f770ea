/* stand-in.c: a poor man's analysis, until the real one joins the build
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "hs-analyser.h"
#include "hs-linker.h"
#include "hs-story.h"

struct _HsLexicons { GObject parent_instance; };
G_DEFINE_FINAL_TYPE (HsLexicons, hs_lexicons, G_TYPE_OBJECT)
static void hs_lexicons_class_init (HsLexiconsClass *klass) {}
static void hs_lexicons_init (HsLexicons *self) {}
HsLexicons *hs_lexicons_new (void) { return g_object_new (HS_TYPE_LEXICONS, NULL); }
gboolean hs_lexicons_add (HsLexicons *self, const char *name, GBytes *bytes, GError **error) { return TRUE; }
const char * const *hs_lexicons_get_wanted (void) { static const char * const none[] = { NULL }; return none; }

struct _HsAnalyser { GObject parent_instance; };
G_DEFINE_FINAL_TYPE (HsAnalyser, hs_analyser, G_TYPE_OBJECT)
static void hs_analyser_class_init (HsAnalyserClass *klass) {}
static void hs_analyser_init (HsAnalyser *self) {}
HsAnalyser *hs_analyser_new (HsLexicons *lexicons, GError **error) { return g_object_new (HS_TYPE_ANALYSER, NULL); }

static guint
find_entity (HsAnalysis *analysis, const char *name)
{
  for (guint i = 0; i < analysis->entities->len; i++)
    if (g_str_equal (((HsLocalEntity *) g_ptr_array_index (analysis->entities, i))->name, name))
      return i;
  return HS_NO_INDEX;
}

static int
compare_terms (gconstpointer a, gconstpointer b)
{
  guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;
  return (x > y) - (x < y);
}

static void
add_name (HsAnalysis *analysis, const char *text, guint start, guint end)
{
  g_autofree char *name = g_strndup (text + start, end - start);
  guint index = find_entity (analysis, name);
  HsMention mention = { { start, end }, HS_MENTION_PERSON, HS_LEVEL_NAME, 0, 1 };
  guint64 term = g_str_hash (name) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  if (index == HS_NO_INDEX)
    {
      HsLocalEntity *entity = hs_local_entity_new (strchr (name, ' ') != NULL ? HS_MENTION_PERSON : HS_MENTION_PLACE, name);
      const char *last = strrchr (name, ' ');
      g_strfreev (entity->names);
      entity->names = g_strsplit (name, "\n", 1);
      g_strfreev (entity->keys);
      entity->keys = g_new0 (char *, 2);
      entity->keys[0] = g_ascii_strdown (last != NULL ? last + 1 : name, -1);
      index = analysis->entities->len;
      g_ptr_array_add (analysis->entities, entity);
      if (analysis->terms->len < 64)
        g_array_append_val (analysis->terms, term);
    }
  mention.entity = index;
  mention.kind = ((HsLocalEntity *) g_ptr_array_index (analysis->entities, index))->kind;
  g_array_append_val (analysis->mentions, mention);
  if (g_str_has_prefix (text + end, " said "))
    {
      HsStatement *statement = hs_statement_new ();
      const char *stop = strchr (text + end, '.');
      HsSpan content = { end + 6, stop != NULL ? stop - text : strlen (text) };
      statement->speaker = mention.span;
      statement->speaker_entity = index;
      statement->cue = HS_SPAN_INIT (end + 1, end + 5);
      statement->named = TRUE;
      statement->form = HS_FORM_PARAPHRASE;
      if (content.end > content.start)
        {
          g_array_append_val (statement->content, content);
          g_ptr_array_add (analysis->statements, statement);
        }
      else
        hs_statement_free (statement);
    }
}

HsAnalysis *
hs_analyser_read (HsAnalyser *self, HsDocument *document, GCancellable *cancellable, GError **error)
{
  HsAnalysis *analysis = hs_analysis_new ();
  const char *text = document->text;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      hs_analysis_unref (analysis);
      return NULL;
    }
  for (const char *p = text; *p != '\0';)
    {
      const char *start = p, *end = NULL;
      while (g_ascii_isupper (*p) && g_ascii_islower (p[1]))
        {
          while (g_ascii_isalpha (*p))
            p++;
          end = p;
          if (*p != ' ' || !g_ascii_isupper (p[1]))
            break;
          p++;
        }
      if (end != NULL && end - start > 3)
        add_name (analysis, text, start - text, end - text);
      if (p == start)
        {
          while (g_ascii_isalpha (*p))
            p++;
          if (p == start)
            p++;
        }
    }
  g_array_sort (analysis->terms, compare_terms);
  return analysis;
}

G_DEFINE_INTERFACE (HsIndex, hs_index, G_TYPE_OBJECT)
static void hs_index_default_init (HsIndexInterface *iface) {}

GPtrArray *
hs_index_find_entities (HsIndex *self, HsMentionKind kind, const char * const *keys, GError **error)
{
  return HS_INDEX_GET_IFACE (self)->find_entities (self, kind, keys, error);
}

GArray *
hs_index_find_articles (HsIndex *self, const GArray *terms, guint limit, GError **error)
{
  return HS_INDEX_GET_IFACE (self)->find_articles (self, terms, limit, error);
}

void
hs_known_entity_free (HsKnownEntity *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_strfreev (self->names);
  g_strfreev (self->roles);
  g_strfreev (self->context);
  g_free (self);
}

GArray *
hs_linker_link (const HsAnalysis *analysis, HsIndex *index, GError **error)
{
  GArray *links = g_array_new (FALSE, TRUE, sizeof (HsLink));
  for (guint i = 0; i < analysis->entities->len; i++)
    {
      HsLocalEntity *entity = g_ptr_array_index (analysis->entities, i);
      HsLink link = { 0 };
      g_autoptr (GPtrArray) found = hs_index_find_entities (index, entity->kind, (const char * const *) entity->keys, error);
      for (guint j = 0; found != NULL && j < found->len; j++)
        {
          HsKnownEntity *known = g_ptr_array_index (found, j);
          if (g_strv_contains ((const char * const *) known->names, entity->name))
            link.entity = known->id;
        }
      g_array_append_val (links, link);
    }
  return links;
}

gint64
hs_linker_find_story (const HsAnalysis *analysis, HsIndex *index, GError **error)
{
  g_autoptr (GArray) found = hs_index_find_articles (index, analysis->terms, 5, error);
  if (found == NULL)
    return -1;
  if (found->len > 0 && g_array_index (found, HsKnownArticle, 0).n_shared >= 3)
    return g_array_index (found, HsKnownArticle, 0).story;
  return 0;
}

static void
utterance_free (gpointer data)
{
  g_array_unref (((HsUtterance *) data)->statements);
  g_free (data);
}

static void
origin_free (gpointer data)
{
  HsOrigin *origin = data;
  g_free (origin->name);
  g_array_unref (origin->speakers);
  g_array_unref (origin->articles);
  g_array_unref (origin->evidence);
  g_free (origin);
}

HsStory *
hs_story_build (const HsStoryArticle *articles, guint n_articles, GCancellable *cancellable, GError **error)
{
  HsStory *story = g_new0 (HsStory, 1);
  g_autoptr (GHashTable) speakers = g_hash_table_new (g_int64_hash, g_int64_equal);

  story->utterances = g_ptr_array_new_with_free_func (utterance_free);
  story->origins = g_ptr_array_new_with_free_func (origin_free);
  story->n_articles = n_articles;
  story->title = n_articles > 0 ? g_strdup (articles[0].document->title) : NULL;
  for (guint i = 0; i < n_articles; i++)
    {
      HsOrigin *origin = g_new0 (HsOrigin, 1);
      HsEvidence evidence = { i, { 0, MIN (10, articles[i].document->length) } };
      origin->speakers = g_array_new (FALSE, FALSE, sizeof (gint64));
      origin->articles = g_array_new (FALSE, FALSE, sizeof (guint));
      origin->evidence = g_array_new (FALSE, FALSE, sizeof (HsEvidence));
      origin->outlet = articles[i].outlet;
      origin->name = g_strdup (articles[i].document->outlet);
      g_array_append_val (origin->articles, i);
      g_array_append_val (origin->evidence, evidence);
      for (guint j = 0; j < articles[i].analysis->statements->len; j++)
        {
          HsUtterance *utterance = g_new0 (HsUtterance, 1);
          HsStatementRef ref = { i, j };
          HsStatement *statement = g_ptr_array_index (articles[i].analysis->statements, j);
          utterance->statements = g_array_new (FALSE, FALSE, sizeof (HsStatementRef));
          utterance->speaker = articles[i].entities[statement->speaker_entity];
          if (!g_hash_table_contains (speakers, &utterance->speaker))
            g_array_append_val (origin->speakers, utterance->speaker);
          g_hash_table_add (speakers, (gpointer) &articles[i].entities[statement->speaker_entity]);
          g_array_append_val (utterance->statements, ref);
          g_ptr_array_add (story->utterances, utterance);
        }
      g_ptr_array_add (story->origins, origin);
    }
  story->n_speakers = g_hash_table_size (speakers);
  return story;
}

void
hs_story_free (HsStory *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_ptr_array_unref (self->utterances);
  g_ptr_array_unref (self->origins);
  g_free (self);
}
