/* linking.c: what one more article costs, however many names are known
 *
 * linking [N]: makes a library in which N (1,000,000) entities are known and one
 * with 10,000, both by the same law (few surnames of very many, many of few, as
 * they are in the world), and links the same invented articles against both.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "hs-library-index.h"
#include "hs-library-private.h"
#include "hs-linker.h"
#include "hs-names.h"
#include "library-test.h"

#define FEW 10000
#define CHUNK 20000
#define N_ARTICLES 301
#define N_PERSONS 12
#define N_BODIES 4
#define N_SURNAMES 60000
#define N_GIVEN 3000

static guint64 state = 88172645463325252u;

static double
draw (void)
{
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (state >> 11) / 9007199254740992.0;
}

/* A rank by Zipf's law, from 0, by inverting its integral. */
static guint
draw_rank (guint n)
{
  return MIN (n - 1, (guint) (exp (draw () * log (n + 1.0)) - 1));
}

/* A word for each number, no two alike. */
static void
add_word (GString    *out,
          guint       number,
          guint       syllables,
          gboolean    given)
{
  static const char * const onsets[] = { "b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "sh", "kh", "tr" };
  static const char * const ends[] = { "a", "e", "i", "o", "u", "an", "el", "or", "in", "ar" };
  guint start = out->len;

  number = number * 7919 + (given ? 13 : 5);
  for (guint i = 0; i < syllables || number > 0; i++)
    {
      g_string_append (out, onsets[number % G_N_ELEMENTS (onsets)]);
      number /= G_N_ELEMENTS (onsets);
      g_string_append (out, ends[number % G_N_ELEMENTS (ends)]);
      number /= G_N_ELEMENTS (ends);
    }
  out->str[start] = g_ascii_toupper (out->str[start]);
}

static char *
make_person (void)
{
  GString *out = g_string_new (NULL);
  guint given = draw_rank (N_GIVEN), surname = draw_rank (N_SURNAMES);

  add_word (out, given, 2, TRUE);
  g_string_append_c (out, ' ');
  add_word (out, surname, 2, FALSE);
  return g_string_free (out, FALSE);
}

static char *
make_body (void)
{
  static const char * const heads[] = { "Ministry of", "Committee of", "Bank of", "Institute of", "Union of", "Court of" };
  GString *out = g_string_new (heads[draw_rank (G_N_ELEMENTS (heads))]);

  g_string_append_c (out, ' ');
  add_word (out, draw_rank (N_SURNAMES), 3, FALSE);
  return g_string_free (out, FALSE);
}

typedef struct
{
  guint from;
  guint to;
} Range;

static gboolean
add_entity (HsDatabase  *database,
            gint64       id,
            GError     **error)
{
  gboolean person = draw () < 0.8;
  g_autofree char *name = person ? make_person () : make_body ();
  HsMentionKind kind = person ? HS_MENTION_PERSON : HS_MENTION_ORGANISATION;
  g_autofree char *body = hs_names_body_key (name);
  char *body_keys[] = { body, NULL };
  g_auto (GStrv) keys = person ? hs_names_person_keys (name) : g_strdupv (body_keys);
  guint n = 1 + draw_rank (400);

  if (!hs_database_run (database, error,
                        "INSERT INTO entities (id, kind, stated_name, root, roles, context, n_mentions, n_articles)"
                        " VALUES (?1, ?2, ?3, ?1, ?4, 'velan\x1fnorland', ?5, ?5)", "inssn", id, kind, name,
                        person ? "minister" : "", n)
      || !hs_database_run (database, error, "INSERT INTO entity_names (entity, name, n) VALUES (?1, ?2, ?3)", "isn", id,
                           name, n))
    return FALSE;
  for (char **key = keys; *key != NULL; key++)
    if (!hs_database_run (database, error, "INSERT OR IGNORE INTO entity_keys (kind, key, entity, seen) VALUES (?1, ?2, ?3, ?4)",
                          "nsin", kind, *key, id, n))
      return FALSE;
  return TRUE;
}

static gboolean
fill_work (HsLibrary   *library,
           HsDatabase  *database,
           gpointer     data,
           GError     **error)
{
  const Range *range = data;

  /* the index of the search field plays no part in linking */
  if (range->from == 0 && !hs_database_execute (database, "DROP TRIGGER entity_names_insert", error))
    return FALSE;
  for (guint i = range->from; i < range->to; i++)
    if (!add_entity (database, i + 1, error))
      return FALSE;
  return TRUE;
}

static void
fill (LibraryTest *test,
      guint        n)
{
  gint64 began = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;

  library_test_set_up (test, NULL);
  state = 88172645463325252u;
  for (guint from = 0; from < n; from += CHUNK)
    {
      Range range = { from, MIN (n, from + CHUNK) };

      hs_library_write (test->library, fill_work, &range, &error);
      g_assert_no_error (error);
    }
  g_print ("%u entities made in %.0f s\n", n, (g_get_monotonic_time () - began) / 1e6);
}

static void
add_local (HsAnalysis    *analysis,
           HsMentionKind  kind,
           char          *name)
{
  HsLocalEntity *entity = hs_local_entity_new (kind, name);
  g_autofree char *body = hs_names_body_key (name);
  char *names[] = { name, NULL };
  char *body_keys[] = { body, NULL };
  char *context[] = { (char *) "velan", NULL };

  g_strfreev (entity->names);
  g_strfreev (entity->keys);
  g_strfreev (entity->context);
  entity->names = g_strdupv (names);
  entity->keys = kind == HS_MENTION_PERSON ? hs_names_person_keys (name) : g_strdupv (body_keys);
  entity->context = g_strdupv (context);
  g_ptr_array_add (analysis->entities, entity);
  g_free (name);
}

/* Every fourth person goes by the surname alone. */
static HsAnalysis *
make_article (void)
{
  HsAnalysis *analysis = hs_analysis_new ();

  for (guint i = 0; i < N_PERSONS; i++)
    {
      char *name = make_person ();

      if (i % 4 == 3)
        memmove (name, strchr (name, ' ') + 1, strlen (strchr (name, ' ')));
      add_local (analysis, HS_MENTION_PERSON, name);
    }
  for (guint i = 0; i < N_BODIES; i++)
    add_local (analysis, HS_MENTION_ORGANISATION, make_body ());
  return analysis;
}

typedef struct
{
  HsAnalysis *analysis;  /* (unowned) */
  double ms;
  guint linked;
} Linking;

static gboolean
link_work (HsLibrary   *library,
           HsDatabase  *database,
           gpointer     data,
           GError     **error)
{
  Linking *linking = data;
  g_autoptr (HsIndex) index = hs_library_index_new (database);
  gint64 began = g_get_monotonic_time ();
  g_autoptr (GArray) links = hs_linker_link (linking->analysis, index, error);

  linking->ms = (g_get_monotonic_time () - began) / 1e3;
  for (guint i = 0; links != NULL && i < links->len; i++)
    linking->linked += g_array_index (links, HsLink, i).entity != 0;
  return links != NULL;
}

static double
link_one (LibraryTest *test,
          HsAnalysis  *analysis,
          guint       *linked)
{
  Linking linking = { analysis, 0, 0 };
  g_autoptr (GError) error = NULL;

  hs_library_read (test->library, link_work, &linking, &error);
  g_assert_no_error (error);
  *linked += linking.linked;
  return linking.ms;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

int
main (int    argc,
      char **argv)
{
  guint n = argc > 1 ? atoi (argv[1]) : 1000000;
  LibraryTest few = { NULL }, many = { NULL };
  double times[2][N_ARTICLES];
  guint linked[2] = { 0, 0 };

  fill (&few, FEW);
  fill (&many, n);
  state = 1234567891011u;
  for (guint i = 0; i < N_ARTICLES; i++)
    {
      g_autoptr (HsAnalysis) article = make_article ();

      /* turn about, so that what the machine does besides falls on both */
      times[i % 2][i] = link_one (i % 2 ? &many : &few, article, &linked[i % 2]);
      times[1 - i % 2][i] = link_one (i % 2 ? &few : &many, article, &linked[1 - i % 2]);
    }
  for (guint k = 0; k < 2; k++)
    qsort (times[k], N_ARTICLES, sizeof (double), compare_doubles);
  g_print ("one more article of %u names, median of %u\n", N_PERSONS + N_BODIES, N_ARTICLES);
  for (guint k = 0; k < 2; k++)
    g_print ("%9u known  %6.2f ms   95 of 100 within %6.2f ms   %.0f %% linked\n", k == 0 ? FEW : n,
             times[k][N_ARTICLES / 2], times[k][N_ARTICLES * 95 / 100],
             100.0 * linked[k] / (N_ARTICLES * (N_PERSONS + N_BODIES)));
  g_print ("ratio %.2f (no more than 2)\n", times[1][N_ARTICLES / 2] / times[0][N_ARTICLES / 2]);
  library_test_tear_down (&few, NULL);
  library_test_tear_down (&many, NULL);
  return times[1][N_ARTICLES / 2] > 2 * times[0][N_ARTICLES / 2];
}
