/* test-index.c: what the linker asks is answered from the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "library-test.h"

#include "hs-decisions.h"
#include "hs-entity-decisions.h"
#include "hs-index.h"
#include "hs-keep-private.h"
#include "hs-library-index.h"
#include "hs-linker.h"
#include "hs-names.h"

typedef struct
{
  const char *name;
  const char *role;   /* (nullable) */
  guint n;            /* articles that name it */
  gint64 id;          /* what it became */
} Person;

static HsLocalEntity *
make_local (const Person *person)
{
  HsLocalEntity *local = hs_local_entity_new (HS_MENTION_PERSON, person->name);
  const char *names[] = { person->name, NULL };
  const char *roles[] = { person->role, NULL };

  g_strfreev (local->names);
  g_strfreev (local->keys);
  g_strfreev (local->roles);
  local->names = g_strdupv ((char **) names);
  local->keys = hs_names_person_keys (person->name);
  local->roles = g_strdupv ((char **) roles);
  return local;
}

static gboolean
add_work (HsLibrary   *library,
          HsDatabase  *database,
          gpointer     data,
          GError     **error)
{
  Person *person = data;
  g_autoptr (HsLocalEntity) local = make_local (person);

  if (person->id == 0 && !hs_entities_add (database, local, &person->id, error))
    return FALSE;
  for (guint i = 1; i < person->n; i++)
    if (!hs_entities_learn (database, person->id, local, error))
      return FALSE;
  return hs_database_run (database, error, "UPDATE entities SET n_articles = ?2 WHERE id = ?1", "in", person->id,
                          person->n);
}

static gint64
add (LibraryTest *test,
     Person       person)
{
  g_autoptr (GError) error = NULL;

  hs_library_write (test->library, add_work, &person, &error);
  g_assert_no_error (error);
  return person.id;
}

typedef struct
{
  const char *name;
  gboolean named;     /* of this very name alone */
  GPtrArray *found;   /* (owned) */
  HsAnalysis *analysis;
  GArray *links;      /* (owned) */
} Asking;

static gboolean
find_work (HsLibrary   *library,
           HsDatabase  *database,
           gpointer     data,
           GError     **error)
{
  Asking *asking = data;
  g_autoptr (HsIndex) index = hs_library_index_new (database);
  g_auto (GStrv) keys = hs_names_person_keys (asking->name);
  const char * const *texts = (const char * const *) keys;

  asking->found = asking->named ? hs_index_find_named (index, HS_MENTION_PERSON, asking->name, texts, error)
                                : hs_index_find_entities (index, HS_MENTION_PERSON, asking->name, texts, error);
  for (guint i = 0; asking->found != NULL && i < asking->found->len; i++)
    if (!hs_index_complete (index, asking->found->pdata[i], error))
      return FALSE;
  return asking->found != NULL;
}

/* The ids of what is found, in order. */
static char *
find (LibraryTest *test,
      const char  *name,
      gboolean     named)
{
  Asking asking = { name, named, NULL, NULL, NULL };
  GString *ids = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  hs_library_read (test->library, find_work, &asking, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < asking.found->len; i++)
    g_string_append_printf (ids, "%s%d", i > 0 ? " " : "", (int) ((HsKnownEntity *) asking.found->pdata[i])->id);
  g_ptr_array_unref (asking.found);
  return g_string_free (ids, FALSE);
}

static void
assert_found (LibraryTest *test,
              const char  *name,
              gboolean     named,
              const char  *ids)
{
  g_autofree char *found = find (test, name, named);

  g_assert_cmpstr (found, ==, ids);
}

static gboolean
link_work (HsLibrary   *library,
           HsDatabase  *database,
           gpointer     data,
           GError     **error)
{
  Asking *asking = data;
  g_autoptr (HsIndex) index = hs_library_index_new (database);

  asking->links = hs_linker_link (asking->analysis, index, error);
  return asking->links != NULL;
}

/* What an article's only person is linked to. */
static gint64
link_person (LibraryTest *test,
             Person       person)
{
  g_autoptr (HsAnalysis) analysis = hs_analysis_new ();
  Asking asking = { person.name, FALSE, NULL, analysis, NULL };
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_ptr_array_add (analysis->entities, make_local (&person));
  hs_library_read (test->library, link_work, &asking, &error);
  g_assert_no_error (error);
  id = g_array_index (asking.links, HsLink, 0).entity;
  g_array_unref (asking.links);
  return id;
}

static void
test_of_one_name_the_most_mentioned_comes_first (LibraryTest   *test,
                                                 gconstpointer  data)
{
  gint64 few = add (test, (Person) { "Marta Selim", "minister velan", 1 });
  gint64 many = add (test, (Person) { "Marta Selim", "minister norland", 30 });
  g_autofree char *ids = g_strdup_printf ("%d %d", (int) many, (int) few);

  assert_found (test, "Marta Selim", TRUE, ids);
  g_assert_cmpint (link_person (test, (Person) { "Marta Selim", NULL }), ==, many);
}

/* Of the same name, but what the one is the other cannot be. */
static void
test_who_is_excluded_gives_way_to_the_next (LibraryTest   *test,
                                            gconstpointer  data)
{
  gint64 minister, ambassador;
  Person asked = { "Marta Selim", "ambassador to velan" };

  ambassador = add (test, (Person) { "Marta Selim", "ambassador to velan", 1 });
  minister = add (test, (Person) { "Marta Selim", "ambassador to korund", 30 });
  g_assert_cmpint (link_person (test, asked), ==, ambassador);
  asked.role = "ambassador to korund";
  g_assert_cmpint (link_person (test, asked), ==, minister);
}

static void
test_other_spellings_come_after_the_very_name (LibraryTest   *test,
                                               gconstpointer  data)
{
  gint64 other = add (test, (Person) { "Marta Selym", NULL, 50 });
  gint64 same = add (test, (Person) { "Marta Selim", NULL, 1 });
  g_autofree char *both = g_strdup_printf ("%d %d", (int) same, (int) other);
  g_autofree char *one = g_strdup_printf ("%d", (int) same);

  assert_found (test, "Marta Selim", TRUE, one);
  assert_found (test, "Marta Selim", FALSE, both);
}

/* 1, 2, 6, 26, 126 articles: a rank each, and never two rows of one key. */
static void
test_a_key_rises_with_its_name (LibraryTest   *test,
                                gconstpointer  data)
{
  const struct { guint more; int rank; } steps[] = { { 2, 1 }, { 4, 1 }, { 2, 2 }, { 20, 2 }, { 2, 3 } };
  gint64 id = add (test, (Person) { "Marta Selim", NULL, 1 });
  gint64 n = library_test_int (test, "SELECT count(*) FROM entity_keys");

  g_assert_cmpint (n, >, 2);
  g_assert_cmpint (library_test_int (test, "SELECT max(rank) FROM entity_keys"), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      /* the first of a person that is known is not learned */
      add (test, (Person) { "Marta Selim", NULL, steps[i].more, id });
      g_assert_cmpint (library_test_int (test, "SELECT min(rank) FROM entity_keys"), ==, steps[i].rank);
      g_assert_cmpint (library_test_int (test, "SELECT max(rank) FROM entity_keys"), ==, steps[i].rank);
      g_assert_cmpint (library_test_int (test, "SELECT count(*) FROM entity_keys"), ==, n);
    }
}

static void
test_the_name_that_the_analyst_gives_is_found (LibraryTest   *test,
                                               gconstpointer  data)
{
  gint64 id = add (test, (Person) { "Marta Selim", NULL, 1 });
  g_autofree char *one = g_strdup_printf ("%d", (int) id);
  g_autoptr (GError) error = NULL;

  assert_found (test, "Ilena Dovrak", TRUE, "");
  g_assert_true (hs_library_rename_entity (test->library, id, "Ilena Dovrak", &error));
  g_assert_no_error (error);
  assert_found (test, "Ilena Dovrak", TRUE, one);
  assert_found (test, "Marta Selim", TRUE, one);
}

/* The linker goes on finding what it found; corrections lead on from there. */
static void
test_what_was_split_off_is_not_found (LibraryTest   *test,
                                      gconstpointer  data)
{
  const char *names[] = { "Martha Selim", NULL };
  g_autofree char *one = NULL;
  g_autoptr (GError) error = NULL;
  gint64 first;

  library_test_import (test, "1.txt", "Council\n\nMarta Selim, a member of the council, spoke on Monday in Velan.\n");
  library_test_import (test, "2.txt", "Council\n\nMartha Selim, a member of the council, spoke on Friday in Velan.\n");
  first = library_test_int (test, "SELECT entity FROM entity_names WHERE name = 'Marta Selim'");
  g_assert_cmpint (library_test_int (test, "SELECT entity FROM entity_names WHERE name = 'Martha Selim'"), ==, first);
  g_assert_cmpint (hs_library_split_names (test->library, first, names, NULL, &error), >, first);
  g_assert_no_error (error);
  one = g_strdup_printf ("%d", (int) first);
  assert_found (test, "Martha Selim", TRUE, one);
}

/* In the order in which they were met, whoever else was met in between. */
static void
test_names_of_one_stand_together (LibraryTest   *test,
                                  gconstpointer  data)
{
  gint64 id = add (test, (Person) { "Zora Abil", NULL, 1 });

  add (test, (Person) { "Marta Selim", NULL, 1 });
  add (test, (Person) { "Bela Abil", NULL, 2, id });
  add (test, (Person) { "Zora Abil", NULL, 2, id });
  g_assert_cmpint (library_test_int (test, "SELECT group_concat(name) = 'Zora Abil,Bela Abil' FROM (SELECT name FROM"
                                           " entity_names WHERE entity = 1 ORDER BY id)"), ==, 1);
  g_assert_cmpint (library_test_int (test, "SELECT count(*) FROM entity_names WHERE id >> 16 <> entity"), ==, 0);
  g_assert_cmpint (library_test_int (test, "SELECT n_names FROM entities WHERE id = 1"), ==, 2);
  g_assert_cmpint (library_test_int (test, "SELECT n FROM entity_names WHERE name = 'Zora Abil'"), ==, 2);
}

static gboolean
fill_up_work (HsLibrary   *library,
              HsDatabase  *database,
              gpointer     data,
              GError     **error)
{
  return hs_database_execute (database,
                              "INSERT INTO entity_names (id, entity, name) VALUES ((1 << 16) + 65535, 1, 'Last')",
                              error);
}

/* Somebody invents spellings without end: those beyond are let go, nobody else's are
 * touched, and the article is kept. */
static void
test_names_without_end_do_no_harm (LibraryTest   *test,
                                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = add (test, (Person) { "Zora Abil", NULL, 1 });
  gint64 next = add (test, (Person) { "Marta Selim", NULL, 1 });

  g_assert_cmpint (next, ==, id + 1);
  hs_library_write (test->library, fill_up_work, NULL, &error);
  g_assert_no_error (error);
  add (test, (Person) { "Bela Abil", NULL, 3, id });
  g_assert_cmpint (library_test_int (test, "SELECT count(*) FROM entity_names WHERE name = 'Bela Abil'"), ==, 0);
  g_assert_cmpint (library_test_int (test, "SELECT count(*) FROM entity_names WHERE entity = 2"), ==, 1);
  g_assert_cmpint (library_test_int (test, "SELECT n_names FROM entities WHERE id = 1"), ==, 2);
}

/* What is found by a key must have it: kinds and keys are told apart, and all keys of
 * one name begin alike, which is what the numbers are for. */
static void
test_keys_of_one_name_stand_together (void)
{
  g_auto (GStrv) keys = hs_names_person_keys ("Marta Selivanov");
  gint64 very = hs_entity_name_key (HS_MENTION_PERSON, "Marta Selivanov");
  guint together = 0;

  for (guint i = 0; keys[i] != NULL; i++)
    {
      gint64 key = hs_entity_key (HS_MENTION_PERSON, keys[i]);

      together += key >> 40 == very >> 40;
      g_assert_cmpint (key, !=, hs_entity_key (HS_MENTION_PLACE, keys[i]));
      g_assert_cmpint (key, !=, very);
      for (guint k = 0; k < i; k++)
        g_assert_cmpint (key, !=, hs_entity_key (HS_MENTION_PERSON, keys[k]));
    }
  g_assert_cmpuint (together, >=, 3);
  g_assert_cmpint (very >> 40, !=, hs_entity_name_key (HS_MENTION_PERSON, "Marta Dovrak") >> 40);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/library/index/" name, LibraryTest, NULL, library_test_set_up, function, library_test_tear_down)
  ADD ("of-one-name-the-most-mentioned-comes-first", test_of_one_name_the_most_mentioned_comes_first);
  ADD ("who-is-excluded-gives-way-to-the-next", test_who_is_excluded_gives_way_to_the_next);
  ADD ("other-spellings-come-after-the-very-name", test_other_spellings_come_after_the_very_name);
  ADD ("a-key-rises-with-its-name", test_a_key_rises_with_its_name);
  ADD ("the-name-that-the-analyst-gives-is-found", test_the_name_that_the_analyst_gives_is_found);
  ADD ("what-was-split-off-is-not-found", test_what_was_split_off_is_not_found);
  ADD ("names-of-one-stand-together", test_names_of_one_stand_together);
  ADD ("names-without-end-do-no-harm", test_names_without_end_do_no_harm);
  g_test_add_func ("/library/index/keys-of-one-name-stand-together", test_keys_of_one_name_stand_together);
  return g_test_run ();
}
