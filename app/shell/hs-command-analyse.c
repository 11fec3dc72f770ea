/* hs-command-analyse.c: the articles of a story, as JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-command.h"

#include <glib/gi18n.h>

#include "hs-contract.h"
#include "hs-engine.h"
#include "hs-story-set.h"

static void
print_line (const char *file,
            HsDocument *document,
            HsAnalysis *analysis)
{
  const HsContractArticle article = { .file = file, .document = document, .analysis = analysis, .first_statement = 1 };
  g_autoptr (JsonObject) object = hs_contract_article (&article);

  json_object_set_int_member (object, "version", HS_CONTRACT_VERSION);
  json_object_set_array_member (object, "entities", hs_contract_own_entities (&article));
  hs_command_print (object, FALSE);
}

static JsonObject *
make_output (HsStorySet *set)
{
  guint n = hs_story_set_get_n_articles (set), n_stories = hs_story_set_get_n_stories (set);
  g_autofree HsContractArticle *articles = g_new0 (HsContractArticle, n + 1);
  g_autoptr (GPtrArray) entities = hs_story_set_list_entities (set);
  JsonObject *output = json_object_new ();
  JsonArray *array = json_array_new ();

  json_object_set_int_member (output, "version", HS_CONTRACT_VERSION);
  for (guint i = 0; i < n; i++)
    {
      const HsStorySetArticle *article = hs_story_set_get_article (set, i);

      articles[i] = (HsContractArticle){ .file = article->file,
                                         .document = article->document,
                                         .analysis = article->analysis,
                                         .entities = article->entities,
                                         .utterances = article->utterances,
                                         .first_statement = article->first_statement };
      json_array_add_object_element (array, hs_contract_article (&articles[i]));
    }
  json_object_set_array_member (output, "articles", array);

  array = json_array_new ();
  for (guint i = 0; i < entities->len; i++)
    {
      const HsStorySetEntity *entity = g_ptr_array_index (entities, i);
      const HsContractProposal proposal = { entity->proposed, entity->why };
      g_autoptr (GArray) proposed = g_array_new (FALSE, FALSE, sizeof (HsContractProposal));
      const HsContractEntity one = { entity->known->id, entity->known->kind, entity->known->name,
                                     (const char * const *) entity->known->names, entity->mentions, proposed };

      if (entity->proposed > 0)
        g_array_append_val (proposed, proposal);
      json_array_add_object_element (array, hs_contract_entity (&one));
    }
  json_object_set_array_member (output, "entities", array);

  array = json_array_new ();
  for (guint i = 0; i < n_stories; i++)
    {
      const GArray *members;
      HsStory *story = hs_story_set_get_story (set, i, &members);
      g_autofree HsContractArticle *own = g_new0 (HsContractArticle, members->len + 1);

      for (guint k = 0; k < members->len; k++)
        own[k] = articles[g_array_index (members, guint, k)];
      json_array_add_object_element (array,
                                     hs_contract_story (i + 1, story, (const guint *) members->data, own));
    }
  json_object_set_array_member (output, "stories", array);
  return output;
}

static gboolean
analyse_one (const HsOptions *options,
             const char      *file,
             HsDocument      *document,
             HsAnalyser      *analyser,
             HsStorySet      *set,
             GError         **error)
{
  g_autoptr (HsAnalysis) analysis = hs_analyser_read (analyser, document, NULL, error);

  if (analysis == NULL)
    return FALSE;
  if (!options->jsonl)
    return hs_story_set_add (set, file, document, analysis, error);
  print_line (file, document, analysis);
  return TRUE;
}

/**
 * hs_command_analyse:
 * @options: the options
 *
 * Returns: the exit status
 */
int
hs_command_analyse (const HsOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = hs_command_files (options, &error);
  g_autoptr (HsStorySet) set = NULL;
  HsAnalyser *analyser;
  int status = HS_EXIT_DONE;

  if (files == NULL)
    {
      hs_command_complain (options->files_from, error->message);
      return HS_EXIT_FAILED;
    }
  if (files->len == 0)
    return hs_command_usage (_ ("“analyse” needs at least one file."));
  analyser = hs_engine_get_analyser (&error);
  if (analyser == NULL)
    {
      hs_command_complain (NULL, error->message);
      return HS_EXIT_FAILED;
    }

  set = hs_story_set_new ();
  for (guint i = 0; i < files->len; i++)
    {
      const char *file = g_ptr_array_index (files, i);
      g_autoptr (GPtrArray) documents = hs_command_read (options, file, &error);
      gboolean done = documents != NULL;

      for (guint k = 0; done && k < documents->len; k++)
        done = analyse_one (options, file, g_ptr_array_index (documents, k), analyser, set, &error);
      if (!done)
        {
          hs_command_complain (file, error->message);
          g_clear_error (&error);
          status = HS_EXIT_FAILED;
        }
    }
  if (!options->jsonl)
    {
      g_autoptr (JsonObject) output = NULL;

      if (!hs_story_set_build (set, NULL, &error))
        {
          hs_command_complain (NULL, error->message);
          return HS_EXIT_FAILED;
        }
      output = make_output (set);
      hs_command_print (output, TRUE);
    }
  return status;
}
