/* fixture.h: articles for the tests of analysis, written for them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <string.h>

#include "hs-analyser.h"
#include "hs-data-resources.h"
#include "hs-linker.h"
#include "hs-story.h"

G_GNUC_UNUSED static HsLexicons *
fixture_lexicons (void)
{
  HsLexicons *lexicons = hs_lexicons_new ();
  const char * const *wanted = hs_lexicons_get_wanted ();

  g_resources_register (hs_data_get_resource ());
  for (guint i = 0; wanted[i] != NULL; i++)
    for (guint k = 0; k < 2; k++)
      {
        g_autofree char *path = g_strdup_printf ("/io/github/hearsay/Hearsay/lexicons/%s.%s", wanted[i],
                                                 k == 0 ? "tsv" : "txt");
        g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, NULL);
        g_autoptr (GError) error = NULL;

        if (bytes == NULL)
          continue;
        g_assert_true (hs_lexicons_add (lexicons, wanted[i], bytes, &error));
        g_assert_no_error (error);
      }
  {
    g_autoptr (GBytes) bytes = g_resources_lookup_data ("/io/github/hearsay/Hearsay/models/en/tagger.bin", 0, NULL);

    g_assert_true (hs_lexicons_add_tagger (lexicons, bytes, NULL));
  }
  return lexicons;
}

G_GNUC_UNUSED static HsAnalyser *
fixture_analyser (void)
{
  static HsAnalyser *analyser = NULL;

  if (analyser == NULL)
    {
      g_autoptr (HsLexicons) lexicons = fixture_lexicons ();

      analyser = hs_analyser_new (lexicons, NULL);
    }
  g_assert_nonnull (analyser);
  return analyser;
}

/* Blocks by blank lines; "# " begins a headline, "! " boilerplate. */
G_GNUC_UNUSED static HsDocument *
fixture_document (const char *text)
{
  HsDocument *document = hs_document_new (g_strdup (text));
  guint at = 0;

  while (at < document->length)
    {
      const char *gap = strstr (document->text + at, "\n\n");
      guint end = gap != NULL ? gap - document->text : document->length, from = at;
      HsBlockKind kind = HS_BLOCK_PARAGRAPH;

      at = gap != NULL ? end + 2 : end;
      if (g_str_has_prefix (document->text + from, "# "))
        {
          kind = HS_BLOCK_HEADLINE;
          from += 2;
        }
      else if (g_str_has_prefix (document->text + from, "! "))
        {
          kind = HS_BLOCK_BOILERPLATE;
          from += 2;
        }
      if (from < end)
        hs_document_add_block (document, kind, HS_SPAN_INIT (from, end));
    }
  return document;
}

G_GNUC_UNUSED static HsAnalysis *
fixture_read (const char *text)
{
  g_autoptr (HsDocument) document = fixture_document (text);
  g_autoptr (GError) error = NULL;
  HsAnalysis *analysis = hs_analyser_read (fixture_analyser (), document, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (analysis);
  return analysis;
}

G_GNUC_UNUSED static char *
fixture_cut (const char *text,
             HsSpan      span)
{
  return g_strndup (text + span.start, span.end - span.start);
}

/* Whether @words are a mention of @kind, exactly. */
/* How often @words are found as the name of something of @kind. */
G_GNUC_UNUSED static guint
fixture_count (const char       *text,
               const HsAnalysis *analysis,
               HsMentionKind     kind,
               const char       *words)
{
  guint n = 0;

  for (guint i = 0; i < analysis->mentions->len; i++)
    {
      const HsMention *mention = &g_array_index (analysis->mentions, HsMention, i);
      g_autofree char *cut = fixture_cut (text, mention->span);

      n += mention->kind == kind && mention->level == HS_LEVEL_NAME && strcmp (cut, words) == 0;
    }
  return n;
}

G_GNUC_UNUSED static gboolean
fixture_mentions (const char       *text,
                  const HsAnalysis *analysis,
                  HsMentionKind     kind,
                  const char       *words)
{
  return fixture_count (text, analysis, kind, words) > 0;
}

#define assert_mention(text, analysis, kind, words) \
  G_STMT_START { if (!fixture_mentions (text, analysis, kind, words)) \
      g_test_fail_printf ("“%s” is not found as %s in: %s", words, hs_mention_kind_to_nick (kind), text); } G_STMT_END

G_GNUC_UNUSED static const HsLocalEntity *
fixture_speaker (const HsAnalysis *analysis,
                 guint             statement)
{
  const HsStatement *s = analysis->statements->pdata[statement];

  return s->speaker_entity == HS_NO_INDEX ? NULL : analysis->entities->pdata[s->speaker_entity];
}

G_GNUC_UNUSED static const HsSignal *
fixture_signal (const HsAnalysis *analysis,
                const char       *code)
{
  for (guint i = 0; i < analysis->signals->len; i++)
    if (strcmp (((HsSignal *) analysis->signals->pdata[i])->code, code) == 0)
      return analysis->signals->pdata[i];
  return NULL;
}

/* Several articles, read, linked and put into stories, as the commands do. */
typedef struct
{
  guint n;
  HsDocument *documents[16];
  HsAnalysis *analyses[16];
  gint64 *entities[16];
  gint64 *proposed[16];
  gint64 stories[16];
  HsMemoryIndex *index;
} FixtureSet;

G_GNUC_UNUSED static void
fixture_set_add (FixtureSet *set,
                 HsDocument *document)
{
  g_autoptr (GArray) links = NULL;
  guint i = set->n++;

  g_assert_cmpuint (i, <, 16);
  if (set->index == NULL)
    set->index = hs_memory_index_new ();
  set->documents[i] = document;
  set->analyses[i] = hs_analyser_read (fixture_analyser (), document, NULL, NULL);
  links = hs_linker_link (set->analyses[i], HS_INDEX (set->index), NULL);
  set->stories[i] = hs_linker_find_story (set->analyses[i], HS_INDEX (set->index), NULL);
  set->entities[i] = g_new0 (gint64, links->len + 1);
  set->proposed[i] = g_new0 (gint64, links->len + 1);
  for (guint e = 0; e < links->len; e++)
    {
      set->entities[i][e] = hs_memory_index_add_entity (set->index, g_array_index (links, HsLink, e).entity,
                                                        set->analyses[i]->entities->pdata[e]);
      set->proposed[i][e] = g_array_index (links, HsLink, e).proposed;
    }
  set->stories[i] = hs_memory_index_add_article (set->index, 0, set->stories[i], set->analyses[i]->terms);
}

G_GNUC_UNUSED static HsStory *
fixture_set_build_under (FixtureSet             *set,
                         const HsEdgeConstraint *constraints,
                         guint                   n_constraints)
{
  HsStoryArticle articles[16];

  for (guint i = 0; i < set->n; i++)
    articles[i] = (HsStoryArticle){ set->documents[i], set->analyses[i], set->entities[i], 0, 0 };
  return hs_story_build_under (articles, set->n, constraints, n_constraints, NULL, NULL);
}

G_GNUC_UNUSED static HsStory *
fixture_set_build (FixtureSet *set)
{
  return fixture_set_build_under (set, NULL, 0);
}

G_GNUC_UNUSED static void
fixture_set_clear (FixtureSet *set)
{
  for (guint i = 0; i < set->n; i++)
    {
      hs_document_unref (set->documents[i]);
      hs_analysis_unref (set->analyses[i]);
      g_free (set->entities[i]);
      g_free (set->proposed[i]);
    }
  g_clear_object (&set->index);
}

static inline gint64
fixture_set_pick (FixtureSet *set,
                  guint       article,
                  const char *name,
                  gint64     *of)
{
  for (guint e = 0; e < set->analyses[article]->entities->len; e++)
    {
      const HsLocalEntity *entity = set->analyses[article]->entities->pdata[e];

      if (g_strv_contains ((const char * const *) entity->names, name))
        return of[e];
    }
  return 0;
}

/* The id of the entity that goes by @name, or 0. */
G_GNUC_UNUSED static gint64
fixture_set_find (FixtureSet *set,
                  guint       article,
                  const char *name)
{
  return fixture_set_pick (set, article, name, set->entities[article]);
}

/* The id of the entity that it may be as well, or 0. */
G_GNUC_UNUSED static gint64
fixture_set_find_proposed (FixtureSet *set,
                           guint       article,
                           const char *name)
{
  return fixture_set_pick (set, article, name, set->proposed[article]);
}

G_GNUC_UNUSED static gboolean
fixture_share_origin (const HsStory *story,
                      guint          a,
                      guint          b)
{
  for (guint i = 0; i < story->origins->len; i++)
    {
      const HsOrigin *origin = story->origins->pdata[i];
      gboolean has_a = FALSE, has_b = FALSE;

      for (guint k = 0; k < origin->articles->len; k++)
        {
          has_a |= g_array_index (origin->articles, guint, k) == a;
          has_b |= g_array_index (origin->articles, guint, k) == b;
        }
      if (has_a && has_b)
        return TRUE;
    }
  return FALSE;
}
