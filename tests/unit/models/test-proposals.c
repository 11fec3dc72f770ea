/* test-proposals.c: on what the articles of a story differ, proposed as rows
 *
 * Articles made by hand, with just the findings that a row is about.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "hs-story-desk-private.h"

typedef struct
{
  HsLayingOut laying;
  HsStoredStory story;
  HsStoredDesk stored;
} Made;

static void
made_init (Made *self)
{
  *self = (Made) { 0 };
  self->story.utterances = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_stored_utterance_free);
  self->story.known = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_stored_entity_free);
  self->stored.variants = g_array_new (FALSE, TRUE, sizeof (HsStoredVariant));
  self->laying.story = &self->story;
  self->laying.stored = &self->stored;
  self->laying.articles = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_stored_free);
  self->laying.by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
made_clear (Made *self)
{
  g_ptr_array_unref (self->laying.articles);
  g_hash_table_unref (self->laying.by_id);
  g_ptr_array_unref (self->story.utterances);
  g_ptr_array_unref (self->story.known);
  g_array_unref (self->stored.variants);
}

static HsStored *
add_article (Made       *self,
             const char *text)
{
  HsStored *stored = g_new0 (HsStored, 1);
  gint64 id = self->laying.articles->len + 1;

  stored->id = id;
  stored->document = hs_document_new (g_strdup (text));
  stored->analysis = hs_analysis_new ();
  g_ptr_array_add (self->laying.articles, stored);
  g_hash_table_insert (self->laying.by_id, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (self->laying.articles->len));
  return stored;
}

static HsSpan
span_of (const HsStored *stored,
         const char     *words)
{
  const char *at = strstr (stored->document->text, words);

  g_assert_nonnull (at);
  return HS_SPAN_INIT (at - stored->document->text, at - stored->document->text + strlen (words));
}

static void
add_step (HsStored   *stored,
          const char *act,
          HsStep      step,
          const char *words)
{
  HsModality one = { .act = act, .step = step, .span = span_of (stored, words) };

  g_array_append_val (stored->analysis->modality, one);
}

static void
add_figure (HsStored     *stored,
            HsMentionKind kind,
            const char   *words)
{
  HsMention mention = { .span = span_of (stored, words), .kind = kind, .entity = HS_NO_INDEX };

  g_array_append_val (stored->analysis->mentions, mention);
}

/* Returns: the id of the statement */
static gint64
add_statement (HsStored   *stored,
               const char *content)
{
  HsStatement *statement = hs_statement_new ();
  HsSpan span = span_of (stored, content);

  g_array_append_val (statement->content, span);
  g_ptr_array_add (stored->analysis->statements, statement);
  return hs_sub_id (stored->id, stored->analysis->statements->len - 1);
}

static void
add_utterance (Made   *self,
               gint64  speaker,
               gint64  first,
               gint64  second)
{
  HsStoredUtterance *utterance = g_new0 (HsStoredUtterance, 1);

  utterance->id = self->story.utterances->len + 1;
  utterance->speaker = speaker;
  utterance->statements = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (utterance->statements, first);
  if (second != 0)
    g_array_append_val (utterance->statements, second);
  g_ptr_array_add (self->story.utterances, utterance);
}

/* The one row whose key begins with @kind; NULL: none. */
static const HsDeskRow *
find_row (GPtrArray  *rows,
          const char *kind)
{
  const HsDeskRow *found = NULL;

  for (guint i = 0; i < rows->len; i++)
    if (g_str_has_prefix (((HsDeskRow *) rows->pdata[i])->key, kind))
      {
        g_assert_null (found);
        found = rows->pdata[i];
      }
  return found;
}

static void
assert_cell (const HsDeskRow *row,
             guint            article,
             HsStance         stance,
             const char      *value,
             guint            n_words)
{
  const HsDeskCell *cell = g_ptr_array_index (row->cells, article);

  g_assert_cmpint (cell->stance, ==, stance);
  g_assert_cmpstr (cell->value, ==, value);
  g_assert_cmpuint (cell->words->len, ==, n_words);
  g_assert_false (cell->by_user);
}

static void
test_steps_that_differ_are_a_row (void)
{
  Made made;
  g_autoptr (GPtrArray) rows = NULL;
  const HsDeskRow *row;
  HsStored *one, *two, *three;

  made_init (&made);
  one = add_article (&made, "Velan is in talks on ferries. It considered them before.");
  two = add_article (&made, "Velan denied that it signed for ferries.");
  three = add_article (&made, "The harbour is quiet.");
  (void) three;
  add_step (one, "buy", HS_STEP_CONSIDERED, "considered them");
  add_step (one, "buy", HS_STEP_TALKS, "in talks on ferries");
  add_step (two, "buy", HS_STEP_SIGNED, "signed for ferries");
  add_step (two, "buy", HS_STEP_DENIED, "denied that it signed");
  rows = hs_desk_propose (&made.laying);
  g_assert_cmpuint (rows->len, ==, 1);
  row = find_row (rows, "step:buy");
  g_assert_nonnull (row);
  g_assert_false (row->own);
  /* the furthest step; a denial before all; silence is shown */
  assert_cell (row, 0, HS_STANCE_SAYS, "in talks", 2);
  assert_cell (row, 1, HS_STANCE_DENIES, "denied", 2);
  assert_cell (row, 2, HS_STANCE_SILENT, NULL, 0);
  made_clear (&made);
}

static void
test_what_is_no_difference_is_no_row (void)
{
  Made made;
  g_autoptr (GPtrArray) rows = NULL;
  HsStored *one, *two;

  made_init (&made);
  one = add_article (&made, "Velan agreed to buy 4 ferries this spring.");
  two = add_article (&made, "The council of Velan agreed to buy 4 ferries this spring.");
  add_step (one, "buy", HS_STEP_AGREED, "agreed to buy");
  add_step (two, "buy", HS_STEP_AGREED, "agreed to buy");
  add_figure (one, HS_MENTION_QUANTITY, "4 ferries");
  add_figure (two, HS_MENTION_QUANTITY, "4 ferries");
  rows = hs_desk_propose (&made.laying);
  g_assert_cmpuint (rows->len, ==, 0);
  made_clear (&made);
}

/* The same unit in sentences that share two words of five letters or more
 * ("velan", "sprin"); the third counts in another sentence. */
static void
test_figures_for_the_same_thing_are_compared (void)
{
  Made made;
  g_autoptr (GPtrArray) rows = NULL;
  const HsDeskRow *row;
  HsStored *one, *two, *three;

  made_init (&made);
  one = add_article (&made, "Velan buys 4 ferries this spring.");
  two = add_article (&made, "This spring Velan buys 6 ferries.");
  three = add_article (&made, "Norland built 9 ferries long ago.");
  add_figure (one, HS_MENTION_QUANTITY, "4 ferries");
  add_figure (two, HS_MENTION_QUANTITY, "6 ferries");
  add_figure (three, HS_MENTION_QUANTITY, "9 ferries");
  rows = hs_desk_propose (&made.laying);
  g_assert_cmpuint (rows->len, ==, 1);
  row = find_row (rows, "figure:1.");
  g_assert_nonnull (row);
  assert_cell (row, 0, HS_STANCE_SAYS, "4 ferries", 1);
  assert_cell (row, 1, HS_STANCE_SAYS, "6 ferries", 1);
  assert_cell (row, 2, HS_STANCE_SILENT, NULL, 0);
  made_clear (&made);
}

static void
test_an_utterance_told_by_some_is_a_row (void)
{
  Made made;
  g_autoptr (GPtrArray) rows = NULL;
  const HsDeskRow *row;
  HsStored *one, *two;
  gint64 first, second;

  made_init (&made);
  one = add_article (&made, "“The crane is old,” Ortiz said.");
  two = add_article (&made, "Ortiz called the crane old.");
  add_article (&made, "The harbour is quiet.");
  first = add_statement (one, "“The crane is old,”");
  second = add_statement (two, "the crane old");
  g_ptr_array_add (made.story.known, hs_stored_entity_new (7, HS_MENTION_PERSON, "Anna Ortiz"));
  add_utterance (&made, 7, first, second);
  /* told by one alone: nothing to compare */
  add_utterance (&made, 7, add_statement (one, "Ortiz said"), 0);
  rows = hs_desk_propose (&made.laying);
  g_assert_cmpuint (rows->len, ==, 1);
  row = find_row (rows, "utterance:");
  g_assert_nonnull (row);
  g_assert_cmpstr (row->title, ==, "Anna Ortiz: “The crane is old,”");
  assert_cell (row, 0, HS_STANCE_SAYS, NULL, 1);
  assert_cell (row, 1, HS_STANCE_SAYS, NULL, 1);
  assert_cell (row, 2, HS_STANCE_SILENT, NULL, 0);
  made_clear (&made);
}

/* Five stems of five are shared: council, refus, every, harbo, ferri. */
static void
test_the_same_words_in_two_mouths_are_a_row (void)
{
  Made made;
  g_autoptr (GPtrArray) rows = NULL;
  const HsDeskRow *row;
  HsStored *one, *two;

  made_init (&made);
  one = add_article (&made, "The council refuses every harbour ferry, Ortiz said.");
  two = add_article (&made, "The council refused every harbour ferry, Brask said.");
  g_ptr_array_add (made.story.known, hs_stored_entity_new (7, HS_MENTION_PERSON, "Anna Ortiz"));
  g_ptr_array_add (made.story.known, hs_stored_entity_new (8, HS_MENTION_PERSON, "Ilan Brask"));
  add_utterance (&made, 7, add_statement (one, "The council refuses every harbour ferry"), 0);
  add_utterance (&made, 8, add_statement (two, "The council refused every harbour ferry"), 0);
  rows = hs_desk_propose (&made.laying);
  g_assert_cmpuint (rows->len, ==, 1);
  row = find_row (rows, "actor:");
  g_assert_nonnull (row);
  assert_cell (row, 0, HS_STANCE_SAYS, "Anna Ortiz", 1);
  assert_cell (row, 1, HS_STANCE_SAYS, "Ilan Brask", 1);
  made_clear (&made);
}

/* "buy" is told by two, "open" by one: the first is the story's. */
static void
test_the_ladder_follows_the_main_act (void)
{
  Made made;
  HsStored *one, *two;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  made_init (&made);
  one = add_article (&made, "It opened. Velan considered ferries.");
  two = add_article (&made, "Velan signed for ferries.");
  add_article (&made, "The harbour is quiet.");
  add_step (one, "open", HS_STEP_DELIVERED, "opened");
  add_step (one, "buy", HS_STEP_CONSIDERED, "considered");
  add_step (two, "buy", HS_STEP_SIGNED, "signed");
  first = hs_desk_describe_step (&made.laying, 0);
  second = hs_desk_describe_step (&made.laying, 1);
  third = hs_desk_describe_step (&made.laying, 2);
  g_assert_cmpstr (first, ==, "“buy”: considered");
  g_assert_cmpstr (second, ==, "“buy”: signed");
  g_assert_null (third);
  made_clear (&made);
}

/* "denied reports that it has bought them": what is denied is not done. */
static void
test_what_is_denied_is_not_done (void)
{
  Made made;
  HsStored *one;
  HsModality *said;
  g_autofree char *step = NULL;

  made_init (&made);
  one = add_article (&made, "The ministry denied reports that it has bought ferries.");
  add_statement (one, "reports that it has bought ferries");
  ((HsStatement *) one->analysis->statements->pdata[0])->polarity = HS_POLARITY_DENIES;
  add_step (one, "buy", HS_STEP_DELIVERED, "bought");
  said = &g_array_index (one->analysis->modality, HsModality, 0);
  said->place = HS_PLACE_STATEMENT;
  said->statement = 0;
  step = hs_desk_describe_step (&made.laying, 0);
  g_assert_cmpstr (step, ==, "“buy”: denied");
  made_clear (&made);
}

/* The user's decisions hang on the keys. */
static void
test_keys_are_the_same_each_time (void)
{
  Made made;
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  HsStored *one, *two;

  made_init (&made);
  one = add_article (&made, "Velan buys 4 ferries this spring and is in talks.");
  two = add_article (&made, "This spring Velan buys 6 ferries; it signed.");
  add_figure (one, HS_MENTION_QUANTITY, "4 ferries");
  add_figure (two, HS_MENTION_QUANTITY, "6 ferries");
  add_step (one, "buy", HS_STEP_TALKS, "in talks");
  add_step (two, "buy", HS_STEP_SIGNED, "signed");
  first = hs_desk_propose (&made.laying);
  second = hs_desk_propose (&made.laying);
  g_assert_cmpuint (first->len, ==, 2);
  g_assert_cmpuint (second->len, ==, 2);
  for (guint i = 0; i < first->len; i++)
    g_assert_cmpstr (((HsDeskRow *) first->pdata[i])->key, ==, ((HsDeskRow *) second->pdata[i])->key);
  made_clear (&made);
}

static void
test_a_question_finds_its_words (void)
{
  Made made;
  HsDeskRow *row;

  made_init (&made);
  add_article (&made, "The contract was signed. Rain fell.");
  add_article (&made, "Rain fell.");
  row = hs_desk_row_new ("own", "Was a contract signed?", 2);
  hs_desk_find_words (&made.laying, row);
  assert_cell (row, 0, HS_STANCE_UNJUDGED, NULL, 1);
  assert_cell (row, 1, HS_STANCE_SILENT, NULL, 0);
  hs_desk_row_free (row);
  made_clear (&made);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/models/proposals/steps-that-differ-are-a-row", test_steps_that_differ_are_a_row);
  g_test_add_func ("/models/proposals/what-is-no-difference-is-no-row", test_what_is_no_difference_is_no_row);
  g_test_add_func ("/models/proposals/figures-for-the-same-thing-are-compared",
                   test_figures_for_the_same_thing_are_compared);
  g_test_add_func ("/models/proposals/an-utterance-told-by-some-is-a-row", test_an_utterance_told_by_some_is_a_row);
  g_test_add_func ("/models/proposals/the-same-words-in-two-mouths-are-a-row",
                   test_the_same_words_in_two_mouths_are_a_row);
  g_test_add_func ("/models/proposals/the-ladder-follows-the-main-act", test_the_ladder_follows_the_main_act);
  g_test_add_func ("/models/proposals/what-is-denied-is-not-done", test_what_is_denied_is_not_done);
  g_test_add_func ("/models/proposals/keys-are-the-same-each-time", test_keys_are_the_same_each_time);
  g_test_add_func ("/models/proposals/a-question-finds-its-words", test_a_question_finds_its_words);
  return g_test_run ();
}
