/* test-workspace.c: what the views see of an open library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workspace-test.h"

#include <string.h>

#include "hs-error.h"
#include "library-test.h"
#include "hs-workspace-names.h"

static guint
get_count (WorkspaceTest *test,
           const char    *property)
{
  guint n;

  g_object_get (test->workspace, property, &n, NULL);
  return n;
}

static void
import_sample (WorkspaceTest *test)
{
  g_autoptr (HsJob) job = hs_import_job_new_sample (test->workspace);
  guint added;

  workspace_test_run_job (job);
  g_assert_cmpstr (hs_job_get_error (job), ==, NULL);
  g_assert_cmpuint (hs_job_get_state (job), ==, HS_JOB_DONE);
  hs_import_job_get_result (HS_IMPORT_JOB (job), &added, NULL, NULL);
  g_assert_cmpuint (added, ==, 8);
  g_assert_cmpint (hs_import_job_get_first (HS_IMPORT_JOB (job)), ==, 1);
  while (get_count (test, "n-articles") != 8 || get_count (test, "n-stories") == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_sample_is_counted_and_removed (WorkspaceTest *test,
                                    gconstpointer  data)
{
  gboolean has_sample;

  import_sample (test);
  g_object_get (test->workspace, "has-sample", &has_sample, NULL);
  g_assert_true (has_sample);
  g_assert_cmpuint (get_count (test, "n-sources"), ==, 8);
  g_assert_cmpuint (get_count (test, "n-unread"), ==, 8);
  g_assert_cmpuint (get_count (test, "n-entities"), >, 20);

  hs_workspace_remove_sample (test->workspace, workspace_test_edit_done, NULL);
  workspace_test_edited (test);
  g_object_get (test->workspace, "has-sample", &has_sample, NULL);
  g_assert_false (has_sample);
  g_assert_cmpuint (get_count (test, "n-articles"), ==, 0);
  g_assert_cmpuint (get_count (test, "n-sources"), ==, 0);
  g_assert_cmpuint (get_count (test, "n-entities"), ==, 0);
  g_assert_cmpuint (get_count (test, "n-stories"), ==, 0);
  g_assert_cmpstr (hs_workspace_get_undo_label (test->workspace), ==, "Remove the Sample Story");
  g_object_get (test->workspace, "sample-offered", &has_sample, NULL);
  g_assert_true (has_sample);

  hs_workspace_undo (test->workspace, workspace_test_edit_done, NULL);
  workspace_test_edited (test);
  g_assert_cmpuint (get_count (test, "n-articles"), ==, 8);
  g_assert_cmpstr (hs_workspace_get_undo_label (test->workspace), ==, NULL);
  g_assert_cmpstr (hs_workspace_get_redo_label (test->workspace), ==, "Remove the Sample Story");
}

static void
test_reading_holds_everything (WorkspaceTest *test,
                               gconstpointer  data)
{
  g_autoptr (HsReading) reading = NULL;
  HsReadingStatement *statement;
  gint64 note;

  import_sample (test);
  hs_workspace_add_note (test->workspace, 1, HS_SPAN_INIT (0, 8), "who says so?", "arms, Arms, check",
                         workspace_test_edit_done, NULL);
  note = workspace_test_edited (test);
  g_assert_cmpint (note, >, 0);
  hs_workspace_grade_source (test->workspace, 2, 'B', "own reporting", workspace_test_edit_done, NULL);
  workspace_test_edited (test);
  hs_workspace_grade_article (test->workspace, 1, '3', NULL, workspace_test_edit_done, NULL);
  workspace_test_edited (test);

  reading = workspace_test_read (test, 1);
  g_assert_cmpstr (reading->document->outlet, ==, "The Harbour Chronicle");
  g_assert_cmpstr (reading->document->byline, ==, "Ines Marlow");
  g_assert_cmpuint (reading->mentions->len, >, 10);
  g_assert_cmpuint (reading->entities->len, >, 5);
  g_assert_cmpuint (reading->statements->len, >, 2);
  statement = g_ptr_array_index (reading->statements, 0);
  g_assert_cmpint (statement->utterance, !=, 0);
  g_assert_cmpuint (statement->content->len, >, 0);
  g_assert_cmpuint (reading->revisions->len, ==, 1);
  g_assert_cmpuint (reading->notes->len, ==, 1);
  g_assert_cmpstr (((HsReadingNote *) reading->notes->pdata[0])->tags, ==, "arms, check");
  g_assert_cmpstr (((HsReadingNote *) reading->notes->pdata[0])->quote, ==, "Tarvonia");
  g_assert_cmpstr (((HsReadingGrade *) reading->source_grades->pdata[0])->grade, ==, "B");
  g_assert_cmpstr (((HsReadingGrade *) reading->source_grades->pdata[0])->reason, ==, "own reporting");
  g_assert_cmpstr (((HsReadingGrade *) reading->article_grades->pdata[0])->grade, ==, "3");
  g_assert_nonnull (reading->story);
  g_assert_cmpuint (reading->story->n_articles, >=, 4);
  g_assert_cmpuint (reading->story->origins->len, ==, reading->story->n_origins);
  g_assert_cmpuint (reading->story->speakers->len, ==, reading->story->speaker_names->len);
}

static void
entity_read (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GError) error = NULL;

  *(HsEntityPage **) data = hs_workspace_read_entity_finish (HS_WORKSPACE (source), result, &error);
  g_assert_no_error (error);
}

static HsEntityPage *
read_entity (WorkspaceTest *test,
             gint64         entity)
{
  HsEntityPage *page = NULL;

  hs_workspace_read_entity_async (test->workspace, entity, NULL, entity_read, &page);
  while (page == NULL)
    g_main_context_iteration (NULL, TRUE);
  return page;
}

static void
test_entity_page_shows_its_words (WorkspaceTest *test,
                                  gconstpointer  data)
{
  g_autoptr (HsEntityPage) page = NULL;
  g_autoptr (HsReading) reading = NULL;
  HsReadingEntity *entity;
  HsOccurrence *occurrence;

  import_sample (test);
  reading = workspace_test_read (test, 1);
  entity = g_ptr_array_index (reading->entities, 0);
  page = read_entity (test, entity->entity);
  g_assert_cmpstr (page->name, ==, entity->name);
  g_assert_cmpuint (page->occurrences->len, ==, page->n_mentions);
  g_assert_cmpuint (page->names->len, >, 0);
  occurrence = g_ptr_array_index (page->occurrences, page->occurrences->len - 1);
  g_assert_cmpint (occurrence->article, ==, 1);
  g_assert_cmpuint (occurrence->span.end - occurrence->span.start, ==, strlen (occurrence->words));
}

/* The entity of an article that is called so. */
static gint64
find_entity (WorkspaceTest *test,
             gint64         article,
             const char    *name)
{
  g_autoptr (HsReading) reading = workspace_test_read (test, article);

  for (guint i = 0; i < reading->entities->len; i++)
    {
      const HsReadingEntity *entity = g_ptr_array_index (reading->entities, i);

      if (g_str_equal (entity->name, name))
        return entity->entity;
    }
  g_error ("nobody is called %s in article %d", name, (int) article);
}

static void
import_text (WorkspaceTest *test,
             const char    *text)
{
  g_autoptr (HsJob) job = hs_import_job_new_text (test->workspace, text, NULL, NULL, NULL, NULL);

  workspace_test_run_job (job);
  g_assert_cmpstr (hs_job_get_error (job), ==, NULL);
}

static void
assert_name (const HsEntityPage *page,
             guint               index,
             const char         *name,
             guint               mentions,
             guint               articles,
             guint               first)
{
  const HsEntityName *one = g_ptr_array_index (page->names, index);

  g_assert_cmpstr (one->name, ==, name);
  g_assert_cmpuint (one->mentions, ==, mentions);
  g_assert_cmpuint (one->articles, ==, articles);
  g_assert_cmpuint (one->first, ==, first);
}

/* Counted by hand: she is "Marta Selim" twice in the first article and once in the
 * second, "Selim" once and "She" once; the later article stands first. */
static void
test_names_and_descriptions_are_counted (WorkspaceTest *test,
                                         gconstpointer  data)
{
  g_autoptr (HsEntityPage) page = NULL;

  import_text (test, "Harbour of Velan closed\n\nMarta Selim, a lawmaker, closed the harbour of Velan on Monday. "
                     "“It is not safe,” Selim said.\n\nMarta Selim did not say for how long.\n");
  import_text (test, "Harbour stays closed\n\nMarta Selim spoke in Velan on Tuesday. She said that the harbour stays "
                     "closed.\n");
  page = read_entity (test, find_entity (test, 1, "Marta Selim"));
  g_assert_cmpuint (page->n_mentions, ==, 5);
  g_assert_cmpuint (page->n_articles, ==, 2);
  g_assert_cmpuint (page->occurrences->len, ==, 5);
  g_assert_cmpuint (page->n_described, ==, 1);
  g_assert_cmpuint (page->n_otherwise, ==, 0);
  g_assert_cmpuint (page->names->len, ==, 2);
  assert_name (page, 0, "Marta Selim", 3, 2, 0);
  assert_name (page, 1, "Selim", 1, 1, 3);
}

static void
desk_read (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;

  *(HsNameDesk **) data = hs_workspace_read_name_desk_finish (HS_WORKSPACE (source), result, &error);
  g_assert_no_error (error);
}

static HsNameDesk *
read_desk (WorkspaceTest *test,
           gint64         entity)
{
  HsNameDesk *desk = NULL;

  hs_workspace_read_name_desk_async (test->workspace, entity, NULL, desk_read, &desk);
  while (desk == NULL)
    g_main_context_iteration (NULL, TRUE);
  return desk;
}

static void
assert_decision (const HsNameDesk *desk,
                 guint             index,
                 const char       *action,
                 const char       *subject,
                 const char       *reason,
                 gboolean          undone)
{
  const HsNameDecision *one = g_ptr_array_index (desk->decisions, index);

  g_assert_cmpstr (one->action, ==, action);
  g_assert_cmpstr (one->subject, ==, subject);
  g_assert_cmpstr (one->reason, ==, reason);
  g_assert_cmpint (one->undone, ==, undone);
  g_assert_cmpint (one->time, >, 0);
}

/* Why is asked of the first, and told when there is a second. */
static void
test_decisions_are_told_with_their_reasons (WorkspaceTest *test,
                                            gconstpointer  data)
{
  g_autoptr (HsNameDesk) before = NULL;
  g_autoptr (HsNameDesk) desk = NULL;
  g_autoptr (HsNameDesk) after = NULL;
  gint64 velan, asked;

  import_text (test, "Harbour of Velan closed\n\nMarta Selim closed the harbour of Velan on Monday.\n");
  velan = find_entity (test, 1, "Velan");
  before = read_desk (test, velan);
  g_assert_cmpuint (before->decisions->len, ==, 0);
  g_assert_cmpint (hs_workspace_get_last_decision (test->workspace), ==, 0);

  hs_workspace_rename_entity (test->workspace, velan, "Port of Velan", workspace_test_edit_done, NULL);
  workspace_test_edited (test);
  asked = hs_workspace_get_last_decision (test->workspace);
  hs_workspace_set_kind (test->workspace, velan, HS_MENTION_ORGANISATION, workspace_test_edit_done, NULL);
  workspace_test_edited (test);
  hs_workspace_give_reason (test->workspace, asked, "as on its seal", workspace_test_edit_done, NULL);
  workspace_test_edited (test);
  desk = read_desk (test, velan);
  g_assert_cmpuint (desk->decisions->len, ==, 2);
  assert_decision (desk, 0, "kind", "Port of Velan", NULL, FALSE);
  g_assert_cmpint (((HsNameDecision *) desk->decisions->pdata[0])->kind, ==, HS_MENTION_ORGANISATION);
  assert_decision (desk, 1, "rename", "Port of Velan", "as on its seal", FALSE);
  g_assert_cmpint (((HsNameDecision *) desk->decisions->pdata[1])->id, ==, asked);

  hs_workspace_undo (test->workspace, workspace_test_edit_done, NULL);
  workspace_test_edited (test);
  after = read_desk (test, velan);
  g_assert_cmpuint (after->decisions->len, ==, 2);
  assert_decision (after, 0, "kind", "Port of Velan", NULL, TRUE);
  assert_decision (after, 1, "rename", "Port of Velan", "as on its seal", FALSE);
}

static void
suggested (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;

  *(GPtrArray **) data = hs_workspace_suggest_finish (HS_WORKSPACE (source), result, &error);
  g_assert_no_error (error);
}

static void
test_prefix_suggests_sources_and_entities (WorkspaceTest *test,
                                           gconstpointer  data)
{
  g_autoptr (GPtrArray) suggestions = NULL;
  gboolean source = FALSE, entity = FALSE;

  import_sample (test);
  hs_workspace_suggest_async (test->workspace, "harb", 10, TRUE, NULL, suggested, &suggestions);
  while (suggestions == NULL)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < suggestions->len; i++)
    {
      const HsSuggestion *one = g_ptr_array_index (suggestions, i);

      g_assert_nonnull (strstr (one->name, "Harb"));
      source = source || one->is_source;
      entity = entity || !one->is_source;
    }
  g_assert_true (source);
  g_assert_true (entity);
}

static void
edit_failed (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  hs_workspace_edit_finish (HS_WORKSPACE (source), result, data);
}

static void
test_mistakes_are_told (WorkspaceTest *test,
                        gconstpointer  data)
{
  const HsArticleDetails details = { .published = "yesterday" };
  g_autoptr (GError) error = NULL;

  import_sample (test);
  hs_workspace_set_details (test->workspace, 1, &details, edit_failed, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, HS_ERROR, HS_ERROR_USAGE);
  g_clear_error (&error);
  hs_workspace_redo (test->workspace, edit_failed, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_clear_error (&error);
}

static void
note_change (HsWorkspace *workspace,
             guint        what,
             guint       *seen)
{
  *seen |= what;
}

/* Another program that has the same library open. */
static void
test_changes_of_others_are_followed (WorkspaceTest *test,
                                     gconstpointer  data)
{
  LibraryTest other = { test->directory, g_dir_make_tmp ("hearsay-files-XXXXXX", NULL), NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (HsList) list = hs_list_new (test->workspace, HS_LIST_ARTICLES);
  guint seen = 0;

  workspace_test_wait_list (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_signal_connect (test->workspace, "changed", G_CALLBACK (note_change), &seen);
  other.library = hs_library_open (test->directory, HS_LIBRARY_DEFAULT, &error);
  g_assert_no_error (error);
  library_test_import (&other, "a.txt", "Velan reopens its harbour\n\nThe harbour of Velan was reopened on Monday.\n");
  while (g_list_model_get_n_items (G_LIST_MODEL (list)) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (seen & HS_CHANGE_ARTICLES, !=, 0);
  g_assert_cmpuint (get_count (test, "n-articles"), ==, 1);
  g_object_unref (other.library);
  library_test_remove (other.files);
  g_free (other.files);
}

static void
test_closing_twice_is_safe (WorkspaceTest *test,
                            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  hs_workspace_set_read (test->workspace, (gint64[]){ 1 }, 1, TRUE, edit_failed, &error);
  hs_workspace_close (test->workspace);
  hs_workspace_close (test->workspace);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_clear_error (&error);
  hs_workspace_set_read (test->workspace, (gint64[]){ 1 }, 1, TRUE, edit_failed, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, HS_ERROR, HS_ERROR_FAILED);
}

#define ADD(path, func) \
  g_test_add ("/models/workspace/" path, WorkspaceTest, NULL, workspace_test_set_up, func, workspace_test_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("sample-is-counted-and-removed", test_sample_is_counted_and_removed);
  ADD ("reading-holds-everything", test_reading_holds_everything);
  ADD ("entity-page-shows-its-words", test_entity_page_shows_its_words);
  ADD ("names-and-descriptions-are-counted", test_names_and_descriptions_are_counted);
  ADD ("decisions-are-told-with-their-reasons", test_decisions_are_told_with_their_reasons);
  ADD ("prefix-suggests-sources-and-entities", test_prefix_suggests_sources_and_entities);
  ADD ("mistakes-are-told", test_mistakes_are_told);
  ADD ("changes-of-others-are-followed", test_changes_of_others_are_followed);
  ADD ("closing-twice-is-safe", test_closing_twice_is_safe);
  return g_test_run ();
}
