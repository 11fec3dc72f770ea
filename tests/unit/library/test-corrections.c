/* test-corrections.c: what the analyst decided of names stands against every
 * analysis, holds for what comes after, and can be taken back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "library-test.h"

#include <string.h>

#include "hs-analyse.h"
#include "hs-decisions.h"
#include "hs-entity-decisions.h"
#include "hs-error.h"
#include "hs-journal.h"
#include "hs-library-private.h"
#include "hs-name-desk.h"

#define ONE "Velan buys two ships\n\n“We bought two ships,” said Marta Selim, a member of the Harbour Council, on " \
            "Monday.\n\nThe Ministry of Defence confirmed the purchase of the ships in Velan. Marta Selim did not " \
            "answer.\n"
#define TWO "Norland sells ships to Velan\n\nMartha Selim said that two ships were bought, Reuters reported on " \
            "Tuesday in Velan.\n\nDavit Khoreli, the minister of defence, confirmed it.\n"
#define THREE "Council meets again\n\nMartha Selim said on Friday that the Harbour Council would meet in Velan.\n"

static void
set_up (LibraryTest   *test,
        gconstpointer  data)
{
  library_test_set_up (test, data);
  g_assert_cmpint (library_test_import (test, "1.txt", ONE), ==, 1);
  g_assert_cmpint (library_test_import (test, "2.txt", TWO), ==, 2);
}

static gboolean
change_work (HsLibrary   *library,
             HsDatabase  *database,
             gpointer     data,
             GError     **error)
{
  return hs_database_execute (database, data, error);
}

/* As when a new version of the program reads everything anew. */
static void
analyse_again (LibraryTest *test)
{
  g_autoptr (GError) error = NULL;
  HsAnalyseResult result;

  hs_library_write (test->library, change_work, (gpointer) "UPDATE articles SET analyser = -1", &error);
  g_assert_no_error (error);
  hs_analyse_run (test->library, NULL, NULL, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result.failed, ==, 0);
}

/* Every mention with what it is, every statement with who speaks. */
static char *
look (LibraryTest *test)
{
  GString *out = g_string_new (NULL);
  gint64 n = library_test_int (test, "SELECT count(*) FROM articles");

  for (gint64 id = 1; id <= n; id++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HsStored) stored = hs_library_load_article (test->library, id, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < stored->analysis->mentions->len; i++)
        {
          const HsMention *mention = &g_array_index (stored->analysis->mentions, HsMention, i);
          gint64 entity = mention->entity != HS_NO_INDEX ? g_array_index (stored->entities, gint64, mention->entity)
                                                         : 0;
          const HsStoredEntity *known = entity != 0 ? hs_stored_find_entity (stored, entity) : NULL;
          g_autofree char *words = g_strndup (stored->document->text + mention->span.start,
                                               mention->span.end - mention->span.start);

          g_string_append_printf (out, "%d %s (%u) = #%d %s (%u) %u %u\n", (int) id, words, mention->kind, (int) entity,
                                  known != NULL ? known->name : "-", known != NULL ? known->kind : 0,
                                  known != NULL ? known->n_mentions : 0, known != NULL ? known->n_articles : 0);
        }
      for (guint i = 0; i < stored->analysis->statements->len; i++)
        {
          const HsStatement *statement = g_ptr_array_index (stored->analysis->statements, i);
          gint64 entity = statement->speaker_entity != HS_NO_INDEX
                            ? g_array_index (stored->entities, gint64, statement->speaker_entity) : 0;

          g_string_append_printf (out, "%d says #%d\n", (int) id, (int) entity);
        }
    }
  return g_string_free (out, FALSE);
}

#define MISCOUNTED \
  "SELECT count(*) FROM entities AS e" \
  " WHERE merged <> (SELECT count(*) FROM entities AS o WHERE o.root = e.id AND o.id <> e.id)"

static gint64
find_entity (LibraryTest *test,
             const char  *name)
{
  g_autofree char *sql = g_strdup_printf ("SELECT e.root FROM entities AS e JOIN entity_names AS n ON n.entity = e.id"
                                          " WHERE n.name = '%s' ORDER BY e.id LIMIT 1", name);
  gint64 id = library_test_int (test, sql);

  g_assert_cmpint (id, >, 0);
  return id;
}

/* Where @words stand for the @nth time in an article. */
static HsSpan
find_words (LibraryTest *test,
            gint64       article,
            const char  *words,
            guint        nth)
{
  g_autoptr (HsStored) stored = hs_library_load_article (test->library, article, NULL);
  const char *at = strstr (stored->document->text, words);

  for (; nth > 0 && at != NULL; nth--)
    at = strstr (at + 1, words);
  g_assert_nonnull (at);
  return HS_SPAN_INIT (at - stored->document->text, at - stored->document->text + strlen (words));
}

/* Who is named at a place; 0 nobody. */
static gint64
who (LibraryTest *test,
     gint64       article,
     const char  *words,
     guint        nth)
{
  HsSpan span = find_words (test, article, words, nth);
  g_autoptr (HsStored) stored = hs_library_load_article (test->library, article, NULL);

  for (guint i = 0; i < stored->analysis->mentions->len; i++)
    {
      const HsMention *mention = &g_array_index (stored->analysis->mentions, HsMention, i);

      if (mention->span.start == span.start && mention->span.end == span.end && mention->entity != HS_NO_INDEX)
        return g_array_index (stored->entities, gint64, mention->entity);
    }
  return 0;
}

typedef gint64 (*Decide) (LibraryTest  *test,
                          GError      **error);

static gint64
decide_merge (LibraryTest *test, GError **error)
{
  return hs_library_accept_proposal (test->library, find_entity (test, "Marta Selim"),
                                     find_entity (test, "Davit Khoreli"), "heard it", error);
}

static gint64
decide_split (LibraryTest *test, GError **error)
{
  const char * const names[] = { "Martha Selim", NULL };

  return hs_library_split_names (test->library, find_entity (test, "Marta Selim"), names, "two sisters", error);
}

static gint64
decide_split_mention (LibraryTest *test, GError **error)
{
  return hs_library_not_this_one (test->library, find_entity (test, "Marta Selim"), 1,
                                  find_words (test, 1, "Marta Selim", 1), NULL, error);
}

static gint64
decide_kind (LibraryTest *test, GError **error)
{
  return hs_library_set_kind (test->library, find_entity (test, "Velan"), HS_MENTION_ORGANISATION, NULL, error);
}

static gint64
decide_add (LibraryTest *test, GError **error)
{
  return hs_library_set_mention (test->library, 1, find_words (test, 1, "two ships", 1), HS_MENTION_WEAPON, 0, NULL,
                                 error);
}

static gint64
decide_correct (LibraryTest *test, GError **error)
{
  return hs_library_set_mention (test->library, 2, find_words (test, 2, "Davit Khoreli", 0), HS_MENTION_PERSON,
                                 find_entity (test, "Marta Selim"), NULL, error);
}

static gint64
decide_remove (LibraryTest *test, GError **error)
{
  return hs_library_remove_mention (test->library, 2, find_words (test, 2, "Davit Khoreli", 0), NULL, error);
}

static gint64
decide_rename (LibraryTest *test, GError **error)
{
  return hs_library_rename_entity (test->library, find_entity (test, "Velan"), "Republic of Velan", error);
}

static const struct
{
  const char *name;
  Decide decide;
  const char *label;
} decisions[] = {
  { "merge", decide_merge, "Merge into “Marta Selim”" },
  { "split", decide_split, "Split “Marta Selim”" },
  { "not-this-one", decide_split_mention, "Not “Marta Selim”" },
  { "kind", decide_kind, "Change Kind of “Velan”" },
  { "add-mention", decide_add, "Mark “two ships”" },
  { "correct-mention", decide_correct, "Mark “Davit Khoreli”" },
  { "remove-mention", decide_remove, "Remove Mark of “Davit Khoreli”" },
  { "rename", decide_rename, "Rename to “Republic of Velan”" },
};

/* Decided, analysed again, taken back after that, made again, taken back before. */
static void
test_stands_and_goes (LibraryTest   *test,
                      gconstpointer  data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = look (test);
  g_autofree char *decided = NULL;
  g_autofree char *dump = NULL;
  g_autofree char *dump_again = NULL;
  g_autofree char *again = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *back = NULL;
  g_autofree char *label = NULL;
  g_autofree char *redo = NULL;

  g_assert_cmpint (decisions[i].decide (test, &error), >, 0);
  g_assert_no_error (error);
  decided = look (test);
  g_assert_cmpstr (decided, !=, before);
  g_assert_true (hs_library_get_labels (test->library, &label, &redo, NULL, NULL));
  g_assert_cmpstr (label, ==, decisions[i].label);
  dump = library_test_dump (test);
  analyse_again (test);
  again = look (test);
  g_assert_cmpstr (again, ==, decided);
  dump_again = library_test_dump (test);
  g_assert_cmpstr (dump_again, ==, dump);
  library_test_reopen (test);
  g_assert_true (hs_library_undo (test->library, &error));
  undone = look (test);
  g_assert_cmpstr (undone, ==, before);
  analyse_again (test);
  g_assert_true (hs_library_redo (test->library, &error));
  redone = look (test);
  g_assert_cmpstr (redone, ==, decided);
  g_assert_true (hs_library_undo (test->library, &error));
  back = look (test);
  g_assert_cmpstr (back, ==, before);
}

static void
test_split_holds_for_new_articles (LibraryTest   *test,
                                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  gint64 marta = find_entity (test, "Marta Selim"), martha;

  g_assert_cmpint (who (test, 2, "Martha Selim", 0), ==, marta);
  martha = decide_split (test, &error);
  g_assert_no_error (error);
  g_assert_cmpint (martha, !=, marta);
  g_assert_cmpint (who (test, 1, "Marta Selim", 0), ==, marta);
  g_assert_cmpint (who (test, 2, "Martha Selim", 0), ==, martha);
  library_test_import (test, "3.txt", THREE);
  g_assert_cmpint (who (test, 3, "Martha Selim", 0), ==, martha);
  /* an article that came since follows, too, when it is taken back */
  hs_library_undo (test->library, &error);
  g_assert_no_error (error);
  g_assert_cmpint (who (test, 3, "Martha Selim", 0), ==, marta);
}

/* Of whom all names are taken off nothing is left. */
static void
test_one_name_stays (LibraryTest   *test,
                     gconstpointer  data)
{
  const char *both[] = { "Marta Selim", "Martha Selim", "Selim", NULL };
  gint64 marta = find_entity (test, "Marta Selim");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (hs_library_split_names (test->library, marta, both, NULL, &error), ==, -1);
  g_assert_error (error, HS_ERROR, HS_ERROR_USAGE);
  g_assert_cmpint (library_test_int (test, "SELECT count(*) FROM corrections"), ==, 0);
  g_assert_cmpint (who (test, 1, "Marta Selim", 0), ==, marta);
}

static void
test_same_name_is_no_decision (LibraryTest   *test,
                               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  gint64 velan = find_entity (test, "Velan");

  g_assert_true (hs_library_rename_entity (test->library, velan, " Velan ", &error));
  g_assert_no_error (error);
  g_assert_cmpint (library_test_int (test, "SELECT count(*) FROM journal WHERE action = 'rename'"), ==, 0);
}

static void
test_speaker_goes_with_the_name (LibraryTest   *test,
                                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsStored) stored = NULL;
  gint64 martha = decide_split (test, &error);
  const HsStatement *statement;

  stored = hs_library_load_article (test->library, 2, &error);
  g_assert_no_error (error);
  statement = g_ptr_array_index (stored->analysis->statements, 0);
  g_assert_cmpint (g_array_index (stored->entities, gint64, statement->speaker_entity), ==, martha);
}

/* Davit Khoreli is named once, and confirms something. */
static void
test_words_that_name_nothing_speak_for_nobody (LibraryTest   *test,
                                               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsStored) stored = NULL;
  guint spoke = 0;

  g_assert_cmpint (library_test_int (test, "SELECT count(*) FROM statements AS s JOIN local_entities AS l"
                                           " ON l.article = s.article AND l.idx = s.speaker WHERE s.article = 2"
                                           " AND l.name = 'Davit Khoreli'"), >, 0);
  g_assert_cmpint (decide_remove (test, &error), >, 0);
  g_assert_no_error (error);
  stored = hs_library_load_article (test->library, 2, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < stored->analysis->statements->len; i++)
    {
      const HsStatement *statement = g_ptr_array_index (stored->analysis->statements, i);
      const HsLocalEntity *speaker = statement->speaker_entity != HS_NO_INDEX
                                       ? stored->analysis->entities->pdata[statement->speaker_entity] : NULL;

      spoke += speaker != NULL;
      g_assert_true (speaker == NULL || !g_str_equal (speaker->name, "Davit Khoreli"));
    }
  g_assert_cmpuint (spoke, >, 0);
  g_assert_cmpint (library_test_int (test, "SELECT count(*) FROM entity_names WHERE name = 'Davit Khoreli' AND n > 0"),
                   ==, 0);
}

static void
test_only_the_mention_is_another (LibraryTest   *test,
                                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  gint64 marta = find_entity (test, "Marta Selim"), other = decide_split_mention (test, &error);

  g_assert_no_error (error);
  g_assert_cmpint (who (test, 1, "Marta Selim", 0), ==, marta);
  g_assert_cmpint (who (test, 1, "Marta Selim", 1), ==, other);
  g_assert_cmpint (who (test, 2, "Martha Selim", 0), ==, marta);
}

/* The words moved within a new text; a correction follows them, or rests where they are gone. */
static void
test_correction_follows_its_words (LibraryTest   *test,
                                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  gint64 ships = decide_add (test, &error);

  g_assert_no_error (error);
  library_test_import (test, "1.txt", "Corrected.\n\n" ONE);
  g_assert_cmpint (who (test, 1, "two ships", 1), ==, ships);
  library_test_import (test, "1.txt", "Velan buys nothing\n\nNothing was bought in Velan.\n");
  g_assert_cmpint (library_test_int (test, "SELECT count(*) FROM mentions WHERE article = 1 AND kind = 4"), ==, 0);
}

static void
test_refused_is_not_proposed_again (LibraryTest   *test,
                                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) queue = NULL;
  g_autoptr (GPtrArray) rest = NULL;
  g_autoptr (GPtrArray) back = NULL;
  gint64 a = find_entity (test, "Marta Selim"), b = find_entity (test, "Davit Khoreli");
  g_autofree char *sql = g_strdup_printf ("INSERT INTO proposals VALUES (%d, %d, 'They look alike.')", (int) b,
                                          (int) a);

  hs_library_write (test->library, change_work, sql, &error);
  g_assert_no_error (error);
  queue = hs_library_load_proposals (test->library, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (queue->len, ==, 1);
  /* the one with more mentions stays */
  g_assert_cmpint (((HsStoredPair *) queue->pdata[0])->entity, ==, a);
  g_assert_cmpint (((HsStoredPair *) queue->pdata[0])->other, ==, b);
  g_assert_cmpstr (((HsStoredPair *) queue->pdata[0])->why, ==, "They look alike.");
  g_assert_true (hs_library_refuse_proposal (test->library, a, b, "no", &error));
  analyse_again (test);
  rest = hs_library_load_proposals (test->library, 10, &error);
  g_assert_cmpuint (rest->len, ==, 0);
  hs_library_undo (test->library, &error);
  back = hs_library_load_proposals (test->library, 10, &error);
  g_assert_cmpuint (back->len, ==, 1);
}

/* What was merged goes back to what it was, though it was analysed since. */
static void
test_merge_by_hand_beats_apart (LibraryTest   *test,
                                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  const gint64 ids[] = { find_entity (test, "Marta Selim"), find_entity (test, "Davit Khoreli") };

  g_assert_true (hs_library_keep_apart (test->library, ids[0], ids[1], NULL, &error));
  g_assert_cmpint (library_test_int (test, "SELECT count(*) FROM apart WHERE withdrawn = 0"), ==, 1);
  g_assert_true (hs_library_merge_entities (test->library, ids, 2, NULL, &error));
  /* the linker looks for names of others only where this says that there are any */
  g_assert_cmpint (library_test_int (test, MISCOUNTED), ==, 0);
  g_assert_cmpint (library_test_int (test, "SELECT sum(merged) FROM entities"), ==, 1);
  g_assert_cmpint (library_test_int (test, "SELECT count(*) FROM apart WHERE withdrawn = 0"), ==, 0);
  g_assert_false (hs_library_keep_apart (test->library, ids[0], ids[1], NULL, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_USAGE);
  g_clear_error (&error);
  g_assert_true (hs_library_undo (test->library, &error));
  g_assert_cmpint (library_test_int (test, "SELECT sum(merged) FROM entities"), ==, 0);
  g_assert_cmpint (library_test_int (test, MISCOUNTED), ==, 0);
  g_assert_cmpint (library_test_int (test, "SELECT count(*) FROM apart WHERE withdrawn = 0"), ==, 1);
}

/* Whoever was merged is found by other spellings of any of the names. */
static void
test_other_spellings_of_the_merged_are_found (LibraryTest   *test,
                                              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  const gint64 ids[] = { find_entity (test, "Marta Selim"), find_entity (test, "Davit Khoreli") };
  gint64 root;

  g_assert_true (hs_library_merge_entities (test->library, ids, 2, NULL, &error));
  root = find_entity (test, "Davit Khoreli");
  g_assert_cmpint (root, ==, find_entity (test, "Marta Selim"));
  library_test_import (test, "later.txt", "A later word\n\nDavid Khorely spoke to reporters in Velan on Friday.\n");
  g_assert_cmpint (find_entity (test, "David Khorely"), ==, root);
  g_assert_cmpint (library_test_int (test, MISCOUNTED), ==, 0);
}

static void
test_reason_is_kept (LibraryTest   *test,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  decide_split (test, &error);
  g_assert_no_error (error);
  g_assert_cmpint (library_test_int (test, "SELECT reason = 'two sisters' AND time > 0 FROM journal"
                                           " WHERE action = 'split'"),
                   ==, 1);
}

/* The decision that undo would take back. */
static gint64
get_last (LibraryTest *test)
{
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;
  g_autoptr (GError) error = NULL;
  gint64 last = -1;

  g_assert_true (hs_library_get_labels (test->library, &undo, &redo, &last, &error));
  g_assert_no_error (error);
  g_assert_cmpint (last != 0, ==, undo != NULL);
  return last;
}

static void
test_reason_is_given_afterwards (LibraryTest   *test,
                                 gconstpointer  data)
{
  const gint64 ids[] = { find_entity (test, "Marta Selim"), find_entity (test, "Davit Khoreli") };
  g_autoptr (GError) error = NULL;

  g_assert_false (hs_library_give_reason (test->library, get_last (test), "too early", &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (hs_library_keep_apart (test->library, ids[0], ids[1], NULL, &error));
  g_assert_true (hs_library_merge_entities (test->library, ids, 2, NULL, &error));
  g_assert_true (hs_library_give_reason (test->library, get_last (test), "one byline", &error));
  g_assert_true (hs_library_give_reason (test->library, get_last (test), "and one photo", &error));
  g_assert_no_error (error);
  g_assert_cmpint (library_test_int (test, "SELECT reason = 'one byline' || char (10) || 'and one photo' FROM journal"
                                           " WHERE action = 'merge'"), ==, 1);
  g_assert_cmpint (library_test_int (test, "SELECT reason IS NULL FROM journal WHERE action = 'keep-apart'"), ==, 1);
  /* of what stands, and not of what was taken back */
  g_assert_true (hs_library_undo (test->library, &error));
  g_assert_true (hs_library_give_reason (test->library, get_last (test), "two offices", &error));
  g_assert_cmpint (library_test_int (test, "SELECT reason = 'two offices' FROM journal"
                                           " WHERE action = 'keep-apart'"), ==, 1);
}

/* Somebody was asked why, and decides something else before answering. */
static void
test_reason_goes_to_the_decision_that_was_asked_about (LibraryTest   *test,
                                                       gconstpointer  data)
{
  const gint64 ids[] = { find_entity (test, "Marta Selim"), find_entity (test, "Davit Khoreli") };
  g_autoptr (GError) error = NULL;
  gint64 asked;

  g_assert_true (hs_library_merge_entities (test->library, ids, 2, NULL, &error));
  asked = get_last (test);
  g_assert_true (hs_library_rename_entity (test->library, find_entity (test, "Velan"), "Port of Velan", &error));
  g_assert_cmpint (get_last (test), !=, asked);
  g_assert_true (hs_library_give_reason (test->library, asked, "one byline", &error));
  g_assert_no_error (error);
  g_assert_cmpint (library_test_int (test, "SELECT reason = 'one byline' FROM journal WHERE action = 'merge'"), ==, 1);
  g_assert_cmpint (library_test_int (test, "SELECT reason IS NULL FROM journal WHERE action = 'rename'"), ==, 1);
  /* what is taken back meanwhile has none to give */
  g_assert_true (hs_library_undo (test->library, &error));
  g_assert_true (hs_library_undo (test->library, &error));
  g_assert_false (hs_library_give_reason (test->library, asked, "one photo", &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_NOT_FOUND);
}

static void
test_words_must_be_there (LibraryTest   *test,
                          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (hs_library_set_mention (test->library, 1, HS_SPAN_INIT (5, 99999), HS_MENTION_PERSON, 0, NULL,
                                           &error),
                   ==, -1);
  g_assert_error (error, HS_ERROR, HS_ERROR_USAGE);
  g_clear_error (&error);
  g_assert_cmpint (hs_library_set_mention (test->library, 77, HS_SPAN_INIT (0, 5), HS_MENTION_PERSON, 0, NULL, &error),
                   ==, -1);
  g_assert_error (error, HS_ERROR, HS_ERROR_NOT_FOUND);
}

/* The names seen within words marked as one name are gone, and who spoke by them speaks
 * under the new one; taken back, all is as it was. */
static void
test_marked_words_take_the_place_of_what_is_in_them (LibraryTest   *test,
                                                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  HsSpan span;
  gint64 speaker;

  library_test_import (test, "3.txt", "Talks\n\nMartha Selim of Velan said that the harbour was closed.\n");
  speaker = who (test, 3, "Martha Selim", 0);
  g_assert_cmpint (speaker, >, 0);
  g_assert_cmpint (who (test, 3, "Velan", 0), >, 0);
  span = find_words (test, 3, "Martha Selim of Velan", 0);
  g_assert_cmpint (hs_library_set_mention (test->library, 3, span, HS_MENTION_PERSON, 0, NULL, &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpint (who (test, 3, "Martha Selim", 0), ==, 0);
  g_assert_cmpint (who (test, 3, "Velan", 0), ==, 0);
  g_assert_cmpint (who (test, 3, "Martha Selim of Velan", 0), >, 0);
  g_assert_cmpint (who (test, 3, "Martha Selim of Velan", 0), !=, speaker);
  g_assert_cmpint (library_test_int (test, "SELECT count(*) FROM statements AS s JOIN local_entities AS l"
                                           " ON l.article = s.article AND l.idx = s.speaker"
                                           " WHERE s.article = 3 AND l.name = 'Martha Selim of Velan'"), ==, 1);
  g_assert_true (hs_library_undo (test->library, &error));
  g_assert_cmpint (who (test, 3, "Martha Selim", 0), ==, speaker);
  g_assert_cmpint (who (test, 3, "Velan", 0), >, 0);
}

/* A surname that two bear, and which the analyst gave to one who has another name: whoever
 * the linker would say it is, the next reading gives it to him again. */
static void
test_a_name_merged_by_hand_stays_merged (LibraryTest   *test,
                                         gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  gint64 alone, both[2] = { find_entity (test, "Davit Khoreli"), 0 };

  library_test_import (test, "3.txt", "Road\n\nOn Sunday Mr Orlenko said that the road was closed.\n");
  alone = who (test, 3, "Orlenko", 0);
  both[1] = alone;
  g_assert_true (hs_library_merge_entities (test->library, both, 2, NULL, &error));
  g_assert_no_error (error);
  library_test_import (test, "4.txt", "School\n\nIrina Orlenko opened the school. Orlenko said that it was late.\n");
  library_test_import (test, "5.txt", "Books\n\nIrina Orlenko bought books. Orlenko said so. Orlenko left.\n");
  g_assert_cmpint (who (test, 3, "Orlenko", 0), ==, both[0]);
  analyse_again (test);
  g_assert_cmpint (who (test, 3, "Orlenko", 0), ==, both[0]);
  analyse_again (test);
  g_assert_cmpint (who (test, 3, "Orlenko", 0), ==, both[0]);
  g_assert_cmpint (library_test_int (test, "SELECT count(*) FROM former_locals"), ==, 0);
  /* taken back, it is itself again */
  g_assert_true (hs_library_undo (test->library, &error));
  g_assert_no_error (error);
  g_assert_cmpint (who (test, 3, "Orlenko", 0), ==, alone);
}

/* Where two that were split are one again, the names of an article that has both need
 * nobody of their own; they do when the two are two again. */
static void
test_merge_taken_back_leaves_what_was_split (LibraryTest   *test,
                                             gconstpointer  data)
{
  const char * const names[] = { "Martha Selim", NULL };
  gint64 ids[2] = { library_test_find_entity (test, "Marta Selim"), 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *between = NULL, *after = NULL;

  ids[1] = hs_library_split_names (test->library, ids[0], names, NULL, &error);
  g_assert_no_error (error);
  library_test_import (test, "4.txt", "Two of one name\n\nMarta Selim laughed on Friday. Martha Selim was told of it "
                                      "too, in Velan.\n");
  before = look (test);
  g_assert_true (hs_library_merge_entities (test->library, ids, 2, NULL, &error));
  between = look (test);
  g_assert_cmpstr (before, !=, between);
  g_assert_true (hs_library_undo (test->library, &error));
  after = look (test);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (hs_library_redo (test->library, &error));
  g_assert_true (hs_library_undo (test->library, &error));
  g_clear_pointer (&after, g_free);
  after = look (test);
  g_assert_cmpstr (before, ==, after);
}

/* Who is split off goes by the fullest of the names; who keeps none of them is not listed
 * under them, though one was merged in with it. */
static void
test_split_goes_by_the_fullest_name (LibraryTest   *test,
                                     gconstpointer  data)
{
  const char * const names[] = { "Khoreli", "Davit Khoreli", NULL };
  gint64 ids[2] = { library_test_find_entity (test, "Marta Selim"), 0 }, made;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsStored) stored = NULL;
  const HsStoredEntity *selim;
  const char *sql = "SELECT id FROM entities WHERE name = 'Davit Khoreli' ORDER BY id DESC";

  library_test_import (test, "4.txt", "More ships\n\nDavit Khoreli came to Velan. Khoreli said nothing on Friday.\n");
  ids[1] = library_test_find_entity (test, "Davit Khoreli");
  g_assert_true (hs_library_merge_entities (test->library, ids, 2, NULL, &error));
  made = hs_library_split_names (test->library, ids[0], names, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (library_test_int (test, sql), ==, made);
  stored = hs_library_load_article (test->library, 1, &error);
  selim = hs_stored_find_entity (stored, ids[0]);
  g_assert_cmpstr (selim->names[0], ==, "Marta Selim");
  for (guint i = 0; selim->names[i] != NULL; i++)
    g_assert_cmpstr (selim->names[i], !=, "Davit Khoreli");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    {
      g_autofree char *path = g_strconcat ("/library/corrections/stands-and-goes/", decisions[i].name, NULL);

      g_test_add (path, LibraryTest, GUINT_TO_POINTER (i), set_up, test_stands_and_goes, library_test_tear_down);
    }
#define ADD(path, func) \
  g_test_add ("/library/corrections/" path, LibraryTest, NULL, set_up, func, library_test_tear_down)
  ADD ("split-holds-for-new-articles", test_split_holds_for_new_articles);
  ADD ("one-name-stays", test_one_name_stays);
  ADD ("same-name-is-no-decision", test_same_name_is_no_decision);
  ADD ("speaker-goes-with-the-name", test_speaker_goes_with_the_name);
  ADD ("words-that-name-nothing-speak-for-nobody", test_words_that_name_nothing_speak_for_nobody);
  ADD ("only-the-mention-is-another", test_only_the_mention_is_another);
  ADD ("correction-follows-its-words", test_correction_follows_its_words);
  ADD ("other-spellings-of-the-merged-are-found", test_other_spellings_of_the_merged_are_found);
  ADD ("refused-is-not-proposed-again", test_refused_is_not_proposed_again);
  ADD ("merge-by-hand-beats-apart", test_merge_by_hand_beats_apart);
  ADD ("reason-is-kept", test_reason_is_kept);
  ADD ("reason-is-given-afterwards", test_reason_is_given_afterwards);
  ADD ("reason-goes-to-the-decision-that-was-asked-about", test_reason_goes_to_the_decision_that_was_asked_about);
  ADD ("words-must-be-there", test_words_must_be_there);
  ADD ("marked-words-take-the-place-of-what-is-in-them", test_marked_words_take_the_place_of_what_is_in_them);
  ADD ("merge-taken-back-leaves-what-was-split", test_merge_taken_back_leaves_what_was_split);
  ADD ("split-goes-by-the-fullest-name", test_split_goes_by_the_fullest_name);
  ADD ("a-name-merged-by-hand-stays-merged", test_a_name_merged_by_hand_stays_merged);
  return g_test_run ();
}
