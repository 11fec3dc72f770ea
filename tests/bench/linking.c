/* linking.c: what one more article costs, however many names are known
 *
 * linking [N [LIST]]: makes a library in which N (1,000,000) entities are known and
 * one with 10,000, both by the same law (few surnames of very many, many of few, as
 * they are in the world), and links the same invented articles against both; then
 * imports some others whole, as a user would: read, analysed, linked, kept.
 *
 * LIST, lines of "id TAB name": persons that both libraries know besides, each by all
 * names but the last; told is how often the last one, where it shares a key with
 * another of his, has him among those that are looked at. What the limits of
 * candidates cost is the difference.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "hs-keep-private.h"
#include "hs-library-index.h"
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
  static const char * const onsets[] = { "b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z",
                                         "sh", "kh", "tr" };
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
  static const char * const heads[] = { "Ministry of", "Committee of", "Bank of", "Institute of", "Union of",
                                        "Court of" };
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
add_name (HsDatabase    *database,
          gint64         id,
          HsMentionKind  kind,
          const char    *name,
          guint          n,
          GError       **error)
{
  g_auto (GStrv) texts = kind == HS_MENTION_PERSON ? hs_names_person_keys (name) : hs_names_body_keys (name);
  const char *names[] = { name, NULL };
  g_autoptr (GArray) keys = hs_entity_list_keys (kind, name, names, (const char * const *) texts);

  return hs_entities_count_name (database, id, name, n, NULL, error)
         && hs_entity_raise_keys (database, keys, id, n, error);
}

static gboolean
add_entity (HsDatabase    *database,
            gint64         id,
            HsMentionKind  kind,
            const char    *name,
            guint          n,
            GError       **error)
{
  return hs_database_run (database, error,
                          "INSERT INTO entities (id, kind, stated_name, root, roles, context, n_mentions, n_articles)"
                          " VALUES (?1, ?2, ?3, ?1, ?4, 'velan\x1fnorland', ?5, ?5)", "inssn", id, kind, name,
                          kind == HS_MENTION_PERSON ? "minister" : "", n)
         && add_name (database, id, kind, name, n, error);
}

static gboolean
make_entity (HsDatabase  *database,
             gint64       id,
             GError     **error)
{
  gboolean person = draw () < 0.8;
  g_autofree char *name = person ? make_person () : make_body ();

  return add_entity (database, id, person ? HS_MENTION_PERSON : HS_MENTION_ORGANISATION, name, 1 + draw_rank (400),
                     error);
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
    if (!make_entity (database, i + 1, error))
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
  /* as a library is that was not just made: nothing of it stands in the log of changes */
  library_test_reopen (test);
  g_print ("%u entities made in %.0f s\n", n, (g_get_monotonic_time () - began) / 1e6);
}

static void
add_local (HsAnalysis    *analysis,
           HsMentionKind  kind,
           char          *name)
{
  HsLocalEntity *entity = hs_local_entity_new (kind, name);
  char *names[] = { name, NULL };
  char *context[] = { (char *) "velan", NULL };

  g_strfreev (entity->names);
  g_strfreev (entity->keys);
  g_strfreev (entity->context);
  entity->names = g_strdupv (names);
  entity->keys = kind == HS_MENTION_PERSON ? hs_names_person_keys (name) : hs_names_body_keys (name);
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

/* Of this thread's processor, so that what else the machine does counts less. */
static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
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
  double began = now ();
  g_autoptr (GArray) links = hs_linker_link (linking->analysis, index, error);

  linking->ms = now () - began;
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

/* --- whole articles -------------------------------------------------------------------- */

#define N_WHOLE 200

static char *
write_article (guint nth)
{
  static const struct { const char *before, *between, *after; } said[] = {
    { "", ", a minister of Norland, said on Tuesday that the ",
      " would look into the matter before the end of the year." },
    { "“We have asked for the papers and will read every page of them,” ", " told reporters outside the ", "." },
    { "According to ", ", the ",
      " had been told of the plan two weeks earlier and had raised no objection at the time." },
    { "A spokesman for ", " declined to comment, and the ", " did not answer questions sent to it on Monday." },
  };
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "Ministers of Norland meet over bridge number %u\n\n", nth);
  for (guint i = 0; i < N_PERSONS * 2; i++)
    {
      g_autofree char *person = make_person (), *body = make_body ();

      guint k = i % G_N_ELEMENTS (said);

      g_string_append_printf (text, "%s%s%s%s%s%s", said[k].before, person, said[k].between, body, said[k].after,
                              i % 3 == 2 ? "\n\n" : " ");
    }
  return g_string_free (text, FALSE);
}

/* Imports what was written, in one go. Returns: milliseconds of this program's
 * processors for each article */
static double
import_written (LibraryTest *test)
{
  struct timespec before, after;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &before);
  g_assert_cmpuint (library_test_import_all (test).added, ==, N_WHOLE);
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &after);
  return ((after.tv_sec - before.tv_sec) * 1e3 + (after.tv_nsec - before.tv_nsec) / 1e6) / N_WHOLE;
}

static double
tell_of_whole_articles (LibraryTest *few,
                        LibraryTest *many)
{
  double ms[2];

  for (guint i = 0; i < N_WHOLE; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.txt", i);
      g_autofree char *text = write_article (i);

      library_test_write (few, name, text);
      library_test_write (many, name, text);
    }
  ms[0] = import_written (few);
  ms[1] = import_written (many);
  g_print ("one more article imported whole, each of %u: %.2f ms and %.2f ms\n", N_WHOLE, ms[0], ms[1]);
  return ms[1] / ms[0];
}

/* --- persons of a list ----------------------------------------------------------------- */

#define LISTED 100000000

typedef struct
{
  GPtrArray *persons;   /* (element-type GPtrArray): names, the last of which is asked for */
  guint asked;
  guint found;
} Listed;

static GPtrArray *
read_persons (const char *path)
{
  GPtrArray *persons = g_ptr_array_new ();
  g_autofree char *contents = NULL, *before = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &contents, NULL, NULL))
    return persons;
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", 2);

      if (g_strv_length (fields) < 2)
        continue;
      if (g_strcmp0 (before, fields[0]) != 0)
        g_ptr_array_add (persons, g_ptr_array_new ());
      g_ptr_array_add (persons->pdata[persons->len - 1], g_strdup (fields[1]));
      g_free (before);
      before = g_strdup (fields[0]);
    }
  return persons;
}

static gboolean
add_listed_work (HsLibrary   *library,
                 HsDatabase  *database,
                 gpointer     data,
                 GError     **error)
{
  Listed *listed = data;

  for (guint i = 0; i < listed->persons->len; i++)
    {
      GPtrArray *names = listed->persons->pdata[i];
      guint n = 1 + draw_rank (400);

      if (!add_entity (database, LISTED + i, HS_MENTION_PERSON, names->pdata[0], n, error))
        return FALSE;
      for (guint k = 1; k + 1 < names->len; k++)
        if (!add_name (database, LISTED + i, HS_MENTION_PERSON, names->pdata[k], n, error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
share_key (const char * const *keys,
           const GPtrArray    *names)
{
  for (guint k = 0; k + 1 < names->len; k++)
    {
      g_auto (GStrv) others = hs_names_person_keys (names->pdata[k]);

      for (char **other = others; *other != NULL; other++)
        if (g_strv_contains (keys, *other))
          return TRUE;
    }
  return FALSE;
}

static gboolean
find_listed_work (HsLibrary   *library,
                  HsDatabase  *database,
                  gpointer     data,
                  GError     **error)
{
  Listed *listed = data;
  g_autoptr (HsIndex) index = hs_library_index_new (database);

  for (guint i = 0; i < listed->persons->len; i++)
    {
      GPtrArray *names = listed->persons->pdata[i];
      const char *name = names->pdata[names->len - 1];
      g_auto (GStrv) keys = hs_names_person_keys (name);
      g_autoptr (GPtrArray) found = NULL;

      if (names->len < 2 || !share_key ((const char * const *) keys, names))
        continue;
      found = hs_index_find_entities (index, HS_MENTION_PERSON, name, (const char * const *) keys, error);
      if (found == NULL)
        return FALSE;
      listed->asked++;
      for (guint k = 0; k < found->len; k++)
        listed->found += ((HsKnownEntity *) found->pdata[k])->id == LISTED + i;
    }
  return TRUE;
}

static void
tell_of_listed (LibraryTest *few,
                LibraryTest *many,
                const char  *path)
{
  LibraryTest *tests[] = { few, many };
  g_autoptr (GPtrArray) persons = read_persons (path);
  g_autoptr (GError) error = NULL;

  for (guint k = 0; k < 2; k++)
    {
      Listed listed = { persons, 0, 0 };

      state = 987654321987u;
      hs_library_write (tests[k]->library, add_listed_work, &listed, &error);
      g_assert_no_error (error);
      hs_library_read (tests[k]->library, find_listed_work, &listed, &error);
      g_assert_no_error (error);
      g_print ("%s: of %u other spellings of known persons that share a key %.1f %% are among those looked at\n",
               k == 0 ? "few known" : "many known", listed.asked, 100.0 * listed.found / MAX (1, listed.asked));
    }
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
  double times[2][N_ARTICLES], ratio;
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
  g_print ("ratio of linking alone %.2f\n", times[1][N_ARTICLES / 2] / times[0][N_ARTICLES / 2]);
  ratio = tell_of_whole_articles (&few, &many);
  g_print ("ratio %.2f (no more than 2)\n", ratio);
  if (argc > 2)
    tell_of_listed (&few, &many, argv[2]);
  library_test_tear_down (&few, NULL);
  library_test_tear_down (&many, NULL);
  return ratio > 2;
}
