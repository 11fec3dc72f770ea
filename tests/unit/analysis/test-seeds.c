/* test-seeds.c: five real articles of one story
 *
 * They are not part of the program: known here by the hashes of their bytes,
 * and found in $HEARSAY_SHARED or beside the source. Nothing of their text
 * stands here; the kinds of things that must come out do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fixture.h"
#include "hs-page.h"

static const char *const hashes[5] = { "a74b50e5af7b", "7bcf102a8853", "585dc71e7dbb", "6ca19105b262", "dc5faf8f4120" };

static FixtureSet set;
static gboolean loaded = FALSE;

static char *
folder (void)
{
  if (g_getenv ("HEARSAY_SHARED") != NULL)
    return g_build_filename (g_getenv ("HEARSAY_SHARED"), "seeds", NULL);
  if (g_getenv ("HEARSAY_SOURCE") != NULL)
    return g_build_filename (g_getenv ("HEARSAY_SOURCE"), "..", "shared", "seeds", NULL);
  return g_strdup ("../shared/seeds");
}

static HsDocument *
load_one (const char *path,
          const char *hash)
{
  g_autofree char *contents = NULL;
  g_autofree char *sum = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize size;

  if (!g_file_get_contents (path, &contents, &size, NULL))
    return NULL;
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, size);
  if (!g_str_has_prefix (sum, hash))
    return NULL;
  bytes = g_bytes_new (contents, size);
  return hs_page_read (bytes, path, NULL, NULL, NULL);
}

/* All five, or the test is skipped; skipping is a failure where they must be. */
static gboolean
load (void)
{
  g_autofree char *path = folder ();
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (loaded)
    return TRUE;
  dir = g_dir_open (path, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (path, name, NULL));
  for (guint h = 0; h < G_N_ELEMENTS (hashes) && names->len >= G_N_ELEMENTS (hashes); h++)
    for (guint i = 0; i < names->len; i++)
      {
        HsDocument *document = load_one (names->pdata[i], hashes[h]);

        if (document != NULL)
          {
            fixture_set_add (&set, document);
            break;
          }
      }
  loaded = set.n == G_N_ELEMENTS (hashes);
  if (!loaded)
    {
      if (g_getenv ("HEARSAY_SHARED") != NULL)
        g_test_fail_printf ("the five articles are not in %s", path);
      else
        g_test_skip ("the five articles are not here");
    }
  return loaded;
}

static void
test_they_are_one_story (void)
{
  if (!load ())
    return;
  for (guint i = 1; i < 5; i++)
    g_assert_cmpint (set.stories[i], ==, set.stories[0]);
}

static void
test_only_the_first_and_the_fourth_share_an_origin (void)
{
  g_autoptr (HsStory) story = NULL;

  if (!load ())
    return;
  story = fixture_set_build (&set);
  for (guint a = 0; a < 5; a++)
    for (guint b = a + 1; b < 5; b++)
      g_assert_cmpint (fixture_share_origin (story, a, b), ==, a == 0 && b == 3);
  g_assert_cmpuint (story->origins->len, ==, 4);
}

static gint64
speaker_id (guint article,
            guint statement)
{
  const HsStatement *s = set.analyses[article]->statements->pdata[statement];

  return s->speaker_entity == HS_NO_INDEX ? 0 : set.entities[article][s->speaker_entity];
}

/* Two quotations of two men stand in both, retranslated. */
static void
test_the_two_quotations_are_one_utterance_each (void)
{
  g_autoptr (HsStory) story = NULL;
  guint joined = 0;
  gint64 speakers[2] = { 0, 0 };

  if (!load ())
    return;
  story = fixture_set_build (&set);
  for (guint i = 0; i < story->utterances->len; i++)
    {
      const HsUtterance *utterance = story->utterances->pdata[i];
      gboolean first = FALSE, fourth = FALSE;

      for (guint k = 0; k < utterance->statements->len; k++)
        {
          const HsStatementRef *ref = &g_array_index (utterance->statements, HsStatementRef, k);

          g_assert_cmpint (speaker_id (ref->article, ref->statement), ==, utterance->speaker);
          first |= ref->article == 0;
          fourth |= ref->article == 3;
        }
      if (first && fourth && joined < 2)
        speakers[joined++] = utterance->speaker;
    }
  g_assert_cmpuint (joined, ==, 2);
  g_assert_cmpint (speakers[0], !=, speakers[1]);
  g_assert_cmpint (speakers[0], >, 0);
}

/* The man whom three articles spell in three ways is one entity. */
static void
test_one_committee_man_in_three_articles (void)
{
  guint best = 0;

  if (!load ())
    return;
  for (gint64 id = 1; hs_memory_index_get_entity (set.index, id) != NULL; id++)
    {
      const HsKnownEntity *known = hs_memory_index_get_entity (set.index, id);
      gboolean of_committee = FALSE;

      for (guint r = 0; known->roles[r] != NULL; r++)
        of_committee |= strstr (known->roles[r], "member of committee") != NULL;
      if (known->kind == HS_MENTION_PERSON && of_committee)
        best = MAX (best, known->n_articles);
    }
  g_assert_cmpuint (best, ==, 3);
}

static void
test_two_ambassadors_are_two_entities (void)
{
  guint ambassadors = 0;

  if (!load ())
    return;
  for (gint64 id = 1; hs_memory_index_get_entity (set.index, id) != NULL; id++)
    {
      const HsKnownEntity *known = hs_memory_index_get_entity (set.index, id);
      guint to = 0;

      for (guint r = 0; known->roles[r] != NULL; r++)
        to += g_str_has_prefix (known->roles[r], "ambassador to ");
      if (known->kind == HS_MENTION_PERSON && to > 0)
        {
          g_assert_cmpuint (to, ==, 1);
          ambassadors++;
        }
    }
  g_assert_cmpuint (ambassadors, ==, 2);
}

static void
test_only_the_second_headline_exceeds_its_body (void)
{
  if (!load ())
    return;
  for (guint i = 0; i < 5; i++)
    g_assert_cmpint (fixture_signal (set.analyses[i], "headline-exceeds-body") != NULL, ==, i == 1);
}

static void
test_every_article_says_it_has_no_date (void)
{
  if (!load ())
    return;
  for (guint i = 0; i < 5; i++)
    g_assert_nonnull (fixture_signal (set.analyses[i], "undated"));
}

static guint
count_stated (guint article)
{
  g_autoptr (GHashTable) outlets = g_hash_table_new (NULL, NULL);
  const HsAnalysis *analysis = set.analyses[article];

  for (guint i = 0; i < analysis->statements->len; i++)
    {
      const HsStatement *s = analysis->statements->pdata[i];

      for (guint v = 0; v < s->vias->len; v++)
        {
          const HsVia *via = &g_array_index (s->vias, HsVia, v);

          if (via->manner == HS_VIA_STATED)
            g_hash_table_add (outlets, GUINT_TO_POINTER (via->outlet + 1));
        }
    }
  return g_hash_table_size (outlets);
}

static void
test_every_outlet_named_is_a_stated_via (void)
{
  static const guint want[5] = { 1, 3, 1, 1, 1 };

  if (!load ())
    return;
  for (guint i = 0; i < 5; i++)
    g_assert_cmpuint (count_stated (i), ==, want[i]);
}

/* The text of article @from, without any name of the outlets it states. */
static HsDocument *
without_outlets (guint from)
{
  const HsAnalysis *analysis = set.analyses[from];
  g_autoptr (GString) text = g_string_new (set.documents[from]->text);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = analysis->mentions->len; i > 0; i--)
    {
      const HsMention *mention = &g_array_index (analysis->mentions, HsMention, i - 1);
      gboolean outlet = FALSE;

      for (guint s = 0; s < analysis->statements->len; s++)
        {
          const HsStatement *statement = analysis->statements->pdata[s];

          for (guint v = 0; v < statement->vias->len; v++)
            outlet |= g_array_index (statement->vias, HsVia, v).outlet == mention->entity;
        }
      if (outlet)
        {
          g_string_erase (text, mention->span.start, mention->span.end - mention->span.start);
          g_string_insert (text, mention->span.start, "newspaper");
        }
    }
  bytes = g_bytes_new (text->str, text->len);
  return hs_page_read (bytes, "without.txt", NULL, NULL, NULL);
}

/* The words of the two men join them, not the newspaper's name. */
static void
test_without_the_outlet_s_name_the_interview_is_still_proposed (void)
{
  for (guint without = 0; without <= 3; without += 3)
    {
      FixtureSet again = { 0 };
      g_autoptr (HsStory) story = NULL;
      gboolean proposed = FALSE;

      if (!load ())
        return;
      for (guint i = 0; i < 5; i++)
        fixture_set_add (&again, i == without ? without_outlets (i) : hs_document_ref (set.documents[i]));
      story = fixture_set_build (&again);
      for (guint a = 0; a < 5; a++)
        for (guint b = a + 1; b < 5; b++)
          g_assert_cmpint (fixture_share_origin (story, a, b), ==, a == 0 && b == 3);
      for (guint i = 0; i < story->origins->len; i++)
        {
          const HsOrigin *origin = story->origins->pdata[i];

          for (guint k = 0; k < origin->articles->len; k++)
            if (g_array_index (origin->articles, guint, k) == without && origin->name != NULL)
              proposed |= g_array_index (origin->manners, HsViaManner, k) == HS_VIA_IMPLIED;
        }
      g_assert_true (proposed);
      fixture_set_clear (&again);
    }
}

static void
test_the_bracketed_system_is_the_editor_s (void)
{
  guint brackets = 0;

  if (!load ())
    return;
  for (guint a = 0; a < 5; a++)
    for (guint i = 0; i < set.analyses[a]->quote_marks->len; i++)
      {
        const HsQuoteMark *mark = &g_array_index (set.analyses[a]->quote_marks, HsQuoteMark, i);

        if (mark->kind != HS_QUOTE_BRACKET)
          continue;
        g_assert_cmpuint (a, ==, 4);
        g_assert_cmpint (set.documents[a]->text[mark->span.start], ==, '[');
        g_assert_cmpint (set.documents[a]->text[mark->span.end - 1], ==, ']');
        brackets++;
      }
  g_assert_cmpuint (brackets, ==, 1);
}

static void
test_no_utterance_joins_two_speakers (void)
{
  g_autoptr (HsStory) story = NULL;

  if (!load ())
    return;
  story = fixture_set_build (&set);
  for (guint i = 0; i < story->utterances->len; i++)
    {
      const HsUtterance *utterance = story->utterances->pdata[i];

      for (guint k = 0; k < utterance->statements->len; k++)
        {
          const HsStatementRef *ref = &g_array_index (utterance->statements, HsStatementRef, k);

          if (speaker_id (ref->article, ref->statement) != 0)
            g_assert_cmpint (speaker_id (ref->article, ref->statement), ==, utterance->speaker);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/seeds/they-are-one-story", test_they_are_one_story);
  g_test_add_func ("/seeds/only-the-first-and-the-fourth-share-an-origin",
                   test_only_the_first_and_the_fourth_share_an_origin);
  g_test_add_func ("/seeds/the-two-quotations-are-one-utterance-each", test_the_two_quotations_are_one_utterance_each);
  g_test_add_func ("/seeds/one-committee-man-in-three-articles", test_one_committee_man_in_three_articles);
  g_test_add_func ("/seeds/two-ambassadors-are-two-entities", test_two_ambassadors_are_two_entities);
  g_test_add_func ("/seeds/only-the-second-headline-exceeds-its-body", test_only_the_second_headline_exceeds_its_body);
  g_test_add_func ("/seeds/every-article-says-it-has-no-date", test_every_article_says_it_has_no_date);
  g_test_add_func ("/seeds/every-outlet-named-is-a-stated-via", test_every_outlet_named_is_a_stated_via);
  g_test_add_func ("/seeds/without-the-outlet-s-name-the-interview-is-still-proposed",
                   test_without_the_outlet_s_name_the_interview_is_still_proposed);
  g_test_add_func ("/seeds/the-bracketed-system-is-the-editor-s", test_the_bracketed_system_is_the_editor_s);
  g_test_add_func ("/seeds/no-utterance-joins-two-speakers", test_no_utterance_joins_two_speakers);
  status = g_test_run ();
  fixture_set_clear (&set);
  return status;
}
