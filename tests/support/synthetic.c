/* synthetic.c: many invented articles at once, for tests and benches
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "synthetic.h"

#include "hs-library-private.h"
#include "hs-vocabulary.h"

#define CHUNK 10000

typedef struct
{
  guint from;
  guint to;
  gboolean words;
} Range;

static const char * const words[] = {
  "harbour", "minister", "contract", "signed", "river", "army", "market", "council", "attack", "report",
  "official", "region", "border", "energy", "pipeline", "strike", "court", "law", "budget", "vote",
};

static char *
make_text (guint i)
{
  GString *text = g_string_new ("common");
  guint64 state = i * G_GUINT64_CONSTANT (6364136223846793005) + 1442695040888963407u;

  for (guint k = 0; k < 40; k++)
    {
      state = state * G_GUINT64_CONSTANT (6364136223846793005) + 1442695040888963407u;
      g_string_append_printf (text, " %s", words[(state >> 33) % G_N_ELEMENTS (words)]);
    }
  g_string_append_printf (text, " n%u%s.", i % 5000, i % 50000 == 7 ? " rare" : "");
  return g_string_free (text, FALSE);
}

static gboolean
add_one (HsDatabase  *database,
         guint        i,
         GError     **error)
{
  g_autofree char *text = make_text (i);
  g_autofree char *title = g_strdup_printf ("Article %u of the invented ones", i);
  g_autofree char *identity = g_strdup_printf ("synthetic:%u", i);
  g_autofree char *sha256 = g_strdup_printf ("%064u", i);
  gint64 id = i + 1;

  return hs_database_run (database, error,
                          "INSERT INTO articles (id, identity, stated_title, source, fetched, revision, n_revisions)"
                          " VALUES (?1, ?2, ?3, ?4, 1600000000 + ?1, ?1, 1)", "issn", id, identity, title, 2 + i % 10)
         && hs_database_run (database, error,
                             "INSERT INTO revisions (id, article, seen, sha256, text)"
                             " VALUES (?1, ?1, 1600000000, ?2, ?3)", "iss", id, sha256, text);
}

static gboolean
fill_work (HsLibrary   *self,
           HsDatabase  *database,
           gpointer     data,
           GError     **error)
{
  Range *range = data;

  for (guint i = 0; range->from == 0 && i < 10; i++)
    {
      g_autofree char *name = g_strdup_printf ("Outlet %u", i);
      g_autofree char *key = hs_library_fold (name);

      if (!hs_database_run (database, error, "INSERT INTO sources (id, name, key) VALUES (?1, ?2, ?3)", "nss", i + 2,
                            name, key))
        return FALSE;
    }
  for (guint i = 0; range->from == 0 && i < G_N_ELEMENTS (words); i++)
    if (!hs_words_add (database, NULL, words[i], error))
      return FALSE;
  if (!hs_words_add (database, NULL, "common article invented", error))
    return FALSE;
  for (guint i = range->from; i < range->to; i++)
    if (!add_one (database, i, error))
      return FALSE;
  hs_library_touch (self, HS_LIBRARY_ARTICLES);
  return !range->words
         || hs_database_run (database, error,
                             "INSERT INTO articles_fts (rowid, title, byline, text, mark)"
                             " SELECT id, title, byline, text, mark FROM article_texts WHERE id > ?1 AND id <= ?2",
                             "nn", range->from, range->to);
}

gboolean
synthetic_fill (HsLibrary *library,
                guint      n,
                gboolean   with_words,
                GError   **error)
{
  for (guint from = 0; from < n; from += CHUNK)
    {
      Range range = { from, MIN (n, from + CHUNK), with_words };

      if (!hs_library_write (library, fill_work, &range, error))
        return FALSE;
    }
  return TRUE;
}
