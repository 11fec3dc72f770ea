/* hs-entity-decisions.c: the decisions of the analyst about what is named
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-entity-decisions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hs-anchor.h"
#include "hs-decisions.h"
#include "hs-error.h"
#include "hs-journal-private.h"
#include "hs-keep-private.h"

typedef struct
{
  const char *action;         /* (unowned): of the journal */
  const gint64 *ids;          /* (unowned) (nullable) */
  guint n;
  const char *name;           /* (unowned) (nullable) */
  const char * const *names;  /* (unowned) (nullable) */
  const GArray *mentions;     /* (unowned) (nullable) (element-type HsStoredEvidence) */
  HsMentionKind kind;
  const char *reason;         /* (unowned) (nullable) */
  gint64 made;                /* (out): the entity that came of it */
} Naming;

/* Writes, then builds the stories that it changed. */
static gboolean
decide (HsLibrary      *self,
        HsLibraryWork   work,
        gpointer        data,
        GError        **error)
{
  return hs_library_write (self, work, data, error)
         && hs_library_build_stories (self, HS_LIBRARY_STORIES_AT_ONCE, NULL, NULL, error);
}

static gboolean
load_root (HsDatabase  *database,
           gint64       entity,
           gint64      *root,
           GError     **error)
{
  if (!hs_database_get_int (database, root, 0, error, "SELECT root FROM entities WHERE id = ?1", "i", entity))
    return FALSE;
  if (*root != 0)
    return TRUE;
  g_set_error_literal (error, HS_ERROR, HS_ERROR_NOT_FOUND, _("There is no such entity in the library."));
  return FALSE;
}

static gboolean
load_name (HsDatabase  *database,
           gint64       entity,
           char       **name,
           GError     **error)
{
  g_autoptr (HsQuery) query = hs_database_query (database, "SELECT name FROM entities WHERE id = ?1", "i", entity);
  g_autoptr (GError) local = NULL;

  if (hs_query_next (query, &local))
    {
      *name = hs_query_dup (query, 0);
      return TRUE;
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, HS_ERROR, HS_ERROR_NOT_FOUND, _("There is no such entity in the library."));
  return FALSE;
}

/* Returns: (transfer full) (nullable) (element-type gint64): the first column */
static GArray *
load_ids (HsDatabase  *database,
          const char  *sql,
          gint64       a,
          gint64       b,
          GError     **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (HsQuery) query = hs_database_query (database, sql, "ii", a, b);
  g_autoptr (GError) local = NULL;

  while (hs_query_next (query, &local))
    {
      gint64 id = hs_query_int (query, 0);

      g_array_append_val (ids, id);
    }
  if (local == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* --- one entity out of several ------------------------------------------------- */

/* Everything that @entity stands for gets @root. */
static gboolean
move_members (HsEntry     *entry,
              HsDatabase  *database,
              gint64       entity,
              gint64       root,
              GError     **error)
{
  g_autoptr (GArray) members = NULL;

  members = load_ids (database, "SELECT id FROM entities WHERE ?2 = ?2 AND root = (SELECT root FROM entities"
                                " WHERE id = ?1)"
                      " ORDER BY id", entity, 0, error);
  for (guint i = 0; members != NULL && i < members->len; i++)
    if (!hs_entry_set_int (entry, "entities", g_array_index (members, gint64, i), "root", root, error))
      return FALSE;
  return members != NULL;
}

/* What was to be kept apart and is merged by hand is not kept apart any more. */
static gboolean
forget_apart (HsEntry     *entry,
              HsDatabase  *database,
              gint64       a,
              gint64       b,
              GError     **error)
{
  g_autoptr (GArray) rows = NULL;

  rows = load_ids (database,
                   "SELECT p.id FROM apart AS p JOIN entities AS e ON e.id = p.entity JOIN entities AS o"
                   " ON o.id = p.other"
                   " WHERE p.withdrawn = 0 AND ((e.root = ?1 AND o.root = ?2) OR (e.root = ?2 AND o.root = ?1))", a, b,
                   error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (!hs_entry_set_int (entry, "apart", g_array_index (rows, gint64, i), "withdrawn", 1, error))
      return FALSE;
  return rows != NULL;
}

static gboolean
merge_work (HsLibrary   *self,
            HsDatabase  *database,
            gpointer     data,
            GError     **error)
{
  Naming *naming = data;
  g_autoptr (HsEntry) entry = NULL;
  g_autofree char *name = NULL;
  gint64 root, other;

  if (!load_root (database, naming->ids[0], &root, error) || !load_name (database, root, &name, error))
    return FALSE;
  entry = hs_entry_new (self, database, naming->action, name, naming->reason);
  for (guint i = 1; i < naming->n; i++)
    if (!load_root (database, naming->ids[i], &other, error) || !forget_apart (entry, database, root, other, error)
        || !move_members (entry, database, other, root, error))
      return FALSE;
  hs_entry_count (entry, naming->n);
  return hs_entry_finish (entry, error);
}

/**
 * hs_library_merge_entities:
 * @self: a library
 * @entities: (array length=n): ids; the first stays, the others become names of it
 * @n: how many, at least two
 * @reason: (nullable): why
 * @error: return location
 *
 * A decision that also takes back what kept them apart. Any thread but the writer's;
 * waits.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_library_merge_entities (HsLibrary     *self,
                           const gint64  *entities,
                           guint          n,
                           const char    *reason,
                           GError       **error)
{
  Naming naming = { .action = "merge", .ids = entities, .n = n, .reason = reason };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);

  if (n < 2)
    return hs_error_usage (error, _("Choose at least two entities to merge."));
  return decide (self, merge_work, &naming, error);
}

/**
 * hs_library_accept_proposal:
 * @self: a library
 * @entity: an entity, which stays
 * @other: what may be the same
 * @reason: (nullable): why
 * @error: return location
 *
 * Decides that they are one, as was proposed. Any thread but the writer's; waits.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_library_accept_proposal (HsLibrary   *self,
                            gint64       entity,
                            gint64       other,
                            const char  *reason,
                            GError     **error)
{
  const gint64 ids[] = { entity, other };
  Naming naming = { .action = "accept", .ids = ids, .n = 2, .reason = reason };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);

  return decide (self, merge_work, &naming, error);
}

/* --- never one ------------------------------------------------------------------- */

static gboolean
set_apart (HsEntry     *entry,
           HsDatabase  *database,
           gint64       a,
           gint64       b,
           GError     **error)
{
  gint64 row;

  if (!hs_database_get_int (database, &row, 0, error,
                            "SELECT id FROM apart WHERE withdrawn = 0 AND ((entity = ?1 AND other = ?2)"
                            " OR (entity = ?2 AND other = ?1)) LIMIT 1", "ii", a, b))
    return FALSE;
  if (row != 0)
    return TRUE;
  return hs_database_run (database, error, "INSERT INTO apart (entity, other, time) VALUES (?1, ?2, ?3)", "iii", a, b,
                          hs_library_now ())
         && hs_entry_set_int (entry, "apart", hs_database_get_last_id (database), "withdrawn", 0, error);
}

static gboolean
apart_work (HsLibrary   *self,
            HsDatabase  *database,
            gpointer     data,
            GError     **error)
{
  Naming *naming = data;
  g_autoptr (HsEntry) entry = NULL;
  g_autofree char *name = NULL;
  gint64 a, b;

  if (!load_root (database, naming->ids[0], &a, error) || !load_root (database, naming->ids[1], &b, error)
      || !load_name (database, b, &name, error))
    return FALSE;
  if (a == b)
    return hs_error_usage (error, _("These are one entity. Split it first."));
  entry = hs_entry_new (self, database, naming->action, name, naming->reason);
  hs_entry_count (entry, 1);
  return set_apart (entry, database, a, b, error) && hs_entry_finish (entry, error);
}

/**
 * hs_library_keep_apart:
 * @self: a library
 * @entity: an entity
 * @other: another
 * @reason: (nullable): why
 * @error: return location
 *
 * Decides that they are never one. Any thread but the writer's; waits.
 *
 * Returns: %FALSE with @error set: HS_ERROR_USAGE where they are one
 */
gboolean
hs_library_keep_apart (HsLibrary   *self,
                       gint64       entity,
                       gint64       other,
                       const char  *reason,
                       GError     **error)
{
  const gint64 ids[] = { entity, other };
  Naming naming = { .action = "keep-apart", .ids = ids, .n = 2, .reason = reason };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);

  return decide (self, apart_work, &naming, error);
}

/**
 * hs_library_refuse_proposal:
 * @self: a library
 * @entity: an entity
 * @other: what may be the same
 * @reason: (nullable): why
 * @error: return location
 *
 * Decides that they are never one, against the proposal. Any thread but the writer's;
 * waits.
 *
 * Returns: %FALSE with @error set: HS_ERROR_USAGE where they are one
 */
gboolean
hs_library_refuse_proposal (HsLibrary   *self,
                            gint64       entity,
                            gint64       other,
                            const char  *reason,
                            GError     **error)
{
  const gint64 ids[] = { entity, other };
  Naming naming = { .action = "refuse", .ids = ids, .n = 2, .reason = reason };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);

  return decide (self, apart_work, &naming, error);
}

/* --- several out of one ---------------------------------------------------------- */

/* A new entity without keys: the linker goes on finding what it found, and the
 * corrections lead from there to this one. */
static gboolean
make_entity (HsDatabase     *database,
             HsMentionKind   kind,
             const char     *name,
             gint64         *id,
             GError        **error)
{
  return hs_database_get_int (database, id, 1, error, "SELECT max(id) + 1 FROM entities", "")
         && hs_database_run (database, error, "INSERT INTO entities (id, kind, stated_name, root)"
                                              " VALUES (?1, ?2, ?3, ?1)",
                             "ins", *id, kind, name)
         && hs_entities_count_name (database, *id, name, 0, NULL, error);
}

static gboolean
load_kind (HsDatabase     *database,
           gint64          entity,
           HsMentionKind  *kind,
           GError        **error)
{
  gint64 number;

  if (!hs_database_get_int (database, &number, 0, error, "SELECT kind FROM entities WHERE id = ?1", "i", entity))
    return FALSE;
  *kind = number;
  return TRUE;
}

static gboolean
split_name (HsEntry     *entry,
            HsDatabase  *database,
            gint64       root,
            const char  *name,
            gint64       target,
            GError     **error)
{
  g_autoptr (GArray) members = NULL;

  members = load_ids (database, "SELECT id FROM entities WHERE root = ?1 AND ?2 = ?2 ORDER BY id", root, 0, error);
  for (guint i = 0; members != NULL && i < members->len; i++)
    if (!hs_database_run (database, error,
                          "INSERT INTO corrections (what, entity, name, target, time) VALUES (?1, ?2, ?3, ?4, ?5)",
                          "nisii", HS_CORRECTION_NAME, g_array_index (members, gint64, i), name, target,
                          hs_library_now ())
        || !hs_entry_set_int (entry, "corrections", hs_database_get_last_id (database), "withdrawn", 0, error))
      return FALSE;
  return members != NULL;
}

/* Whether articles name it by more than @names: else nothing would be left of it. */
static gboolean
keeps_a_name (HsDatabase          *database,
              gint64               root,
              const char * const  *names,
              GError             **error)
{
  g_autoptr (HsQuery) query = hs_database_query (database,
                                                 "SELECT DISTINCT n.name FROM entities AS e JOIN entity_names AS n"
                                                 " ON n.entity = e.id WHERE e.root = ?1 AND n.n > 0", "i", root);
  g_autoptr (GError) local = NULL;

  while (hs_query_next (query, &local))
    if (!g_strv_contains (names, hs_query_text (query, 0)))
      return TRUE;
  if (local == NULL)
    return hs_error_usage (error, _("At least one of its names has to stay."));
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* What a person is called who has these names: the fullest, and of those the first. */
static const char *
choose_name (const char * const *names,
             HsMentionKind       kind)
{
  guint best = 0, best_words = 0;

  for (guint i = 0; kind == HS_MENTION_PERSON && names[i] != NULL; i++)
    {
      guint words = 1;

      for (const char *p = names[i]; *p != '\0'; p++)
        words += *p == ' ';
      if (words > best_words)
        {
          best_words = words;
          best = i;
        }
    }
  return names[best];
}

static gboolean
split_names_work (HsLibrary   *self,
                  HsDatabase  *database,
                  gpointer     data,
                  GError     **error)
{
  Naming *naming = data;
  g_autoptr (HsEntry) entry = NULL;
  g_autofree char *of = NULL;
  HsMentionKind kind;
  gint64 root;

  if (!load_root (database, naming->ids[0], &root, error) || !load_name (database, root, &of, error)
      || !load_kind (database, root, &kind, error) || !keeps_a_name (database, root, naming->names, error)
      || !make_entity (database, kind, choose_name (naming->names, kind), &naming->made, error))
    return FALSE;
  entry = hs_entry_new (self, database, "split", of, naming->reason);
  for (guint i = 0; naming->names[i] != NULL; i++)
    if (!split_name (entry, database, root, naming->names[i], naming->made, error))
      return FALSE;
  hs_entry_count (entry, g_strv_length ((char **) naming->names));
  return set_apart (entry, database, root, naming->made, error) && hs_entry_finish (entry, error);
}

/**
 * hs_library_split_names:
 * @self: a library
 * @entity: an entity
 * @names: (array zero-terminated=1): some of its names, not all, as they are written
 * @reason: (nullable): why
 * @error: return location
 *
 * Decides that these names are somebody else's, wherever they are and will be found.
 * Any thread but the writer's; waits.
 *
 * Returns: the new entity; -1 with @error set: HS_ERROR_USAGE where none would stay
 */
gint64
hs_library_split_names (HsLibrary           *self,
                        gint64               entity,
                        const char * const  *names,
                        const char          *reason,
                        GError             **error)
{
  Naming naming = { .ids = &entity, .n = 1, .names = names, .reason = reason };

  g_return_val_if_fail (HS_IS_LIBRARY (self), -1);

  if (names == NULL || names[0] == NULL)
    {
      hs_error_usage (error, _("Choose at least one name to split off."));
      return -1;
    }
  return decide (self, split_names_work, &naming, error) ? naming.made : -1;
}

/* --- words of an article ------------------------------------------------------------ */

/* A correction of the words at @place. */
static gboolean
correct_words (HsEntry                 *entry,
               HsDatabase              *database,
               HsCorrection             what,
               const HsStoredEvidence  *place,
               HsMentionKind            kind,
               gint64                   target,
               GError                 **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autofree char *quote = NULL;
  g_autofree char *prefix = NULL;
  g_autofree char *suffix = NULL;
  const char *text;

  query = hs_database_query (database,
                             "SELECT r.text FROM articles AS a JOIN revisions AS r ON r.id = a.revision"
                             " WHERE a.id = ?1 AND a.deleted = 0", "i", place->article);
  if (!hs_query_next (query, error))
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, HS_ERROR, HS_ERROR_NOT_FOUND, _("It is no longer in the library."));
      return FALSE;
    }
  text = hs_query_text (query, 0);
  if (place->span.start >= place->span.end || place->span.end > strlen (text))
    return hs_error_usage (error, _("Choose the words of a name."));
  quote = g_utf8_make_valid (text + place->span.start, place->span.end - place->span.start);
  hs_anchor_context (text, place->span, &prefix, &suffix);
  return hs_database_run (database, error,
                          "INSERT INTO corrections (what, article, quote, prefix, suffix, start, kind, target, time)"
                          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?9, ?8)", target != 0 ? "nisssnnii" : "nisssnni0", what,
                          place->article, quote, prefix, suffix, place->span.start, kind, hs_library_now (), target)
         && hs_entry_set_int (entry, "corrections", hs_database_get_last_id (database), "withdrawn", 0, error);
}

/* The words at a place, blanks made one. */
static char *
load_words (HsDatabase              *database,
            const HsStoredEvidence  *place,
            GError                 **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GString) joined = g_string_new (NULL);
  g_autofree char *words = NULL;
  g_auto (GStrv) parts = NULL;
  const char *text;

  query = hs_database_query (database,
                             "SELECT r.text FROM articles AS a JOIN revisions AS r ON r.id = a.revision"
                             " WHERE a.id = ?1", "i", place->article);
  if (!hs_query_next (query, error))
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, HS_ERROR, HS_ERROR_NOT_FOUND, _("It is no longer in the library."));
      return NULL;
    }
  text = hs_query_text (query, 0);
  if (place->span.start >= place->span.end || place->span.end > strlen (text))
    {
      hs_error_usage (error, _("Choose the words of a name."));
      return NULL;
    }
  words = g_utf8_make_valid (text + place->span.start, place->span.end - place->span.start);
  parts = g_strsplit_set (words, " \t\n\r", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0')
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", parts[i]);
  return g_strdup (joined->str);
}

static gboolean
split_mentions_work (HsLibrary   *self,
                     HsDatabase  *database,
                     gpointer     data,
                     GError     **error)
{
  Naming *naming = data;
  const HsStoredEvidence *first = &g_array_index (naming->mentions, HsStoredEvidence, 0);
  g_autoptr (HsEntry) entry = NULL;
  g_autofree char *of = NULL;
  g_autofree char *words = NULL;
  HsMentionKind kind;
  gint64 root;

  if (!load_root (database, naming->ids[0], &root, error) || !load_name (database, root, &of, error)
      || !load_kind (database, root, &kind, error) || (words = load_words (database, first, error)) == NULL
      || !make_entity (database, kind, words, &naming->made, error))
    return FALSE;
  entry = hs_entry_new (self, database, naming->action, of, naming->reason);
  for (guint i = 0; i < naming->mentions->len; i++)
    if (!correct_words (entry, database, HS_CORRECTION_WORDS, &g_array_index (naming->mentions, HsStoredEvidence, i),
                        kind, naming->made, error))
      return FALSE;
  hs_entry_count (entry, naming->mentions->len);
  return set_apart (entry, database, root, naming->made, error) && hs_entry_finish (entry, error);
}

/**
 * hs_library_split_mentions:
 * @self: a library
 * @entity: an entity
 * @mentions: (element-type HsStoredEvidence): words that name it, in bytes of their texts
 * @reason: (nullable): why
 * @error: return location
 *
 * Decides that these mentions are somebody else's. Any thread but the writer's; waits.
 *
 * Returns: the new entity; -1 with @error set
 */
gint64
hs_library_split_mentions (HsLibrary     *self,
                           gint64         entity,
                           const GArray  *mentions,
                           const char    *reason,
                           GError       **error)
{
  Naming naming = { .action = "split", .ids = &entity, .n = 1, .mentions = mentions, .reason = reason };

  g_return_val_if_fail (HS_IS_LIBRARY (self), -1);
  g_return_val_if_fail (mentions != NULL && mentions->len > 0, -1);

  return decide (self, split_mentions_work, &naming, error) ? naming.made : -1;
}

/**
 * hs_library_not_this_one:
 * @self: a library
 * @entity: an entity
 * @article: an article
 * @span: words that name it, in bytes of the text
 * @reason: (nullable): why
 * @error: return location
 *
 * Decides that these words name something of their own. Any thread but the writer's;
 * waits.
 *
 * Returns: the new entity; -1 with @error set
 */
gint64
hs_library_not_this_one (HsLibrary   *self,
                         gint64       entity,
                         gint64       article,
                         HsSpan       span,
                         const char  *reason,
                         GError     **error)
{
  const HsStoredEvidence place = { article, span };
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (HsStoredEvidence));
  Naming naming = { .action = "not-this-one", .ids = &entity, .n = 1, .mentions = mentions, .reason = reason };

  g_return_val_if_fail (HS_IS_LIBRARY (self), -1);

  g_array_append_val (mentions, place);
  return decide (self, split_mentions_work, &naming, error) ? naming.made : -1;
}

static gboolean
set_mention_work (HsLibrary   *self,
                  HsDatabase  *database,
                  gpointer     data,
                  GError     **error)
{
  Naming *naming = data;
  const HsStoredEvidence *place = &g_array_index (naming->mentions, HsStoredEvidence, 0);
  g_autoptr (HsEntry) entry = NULL;
  g_autofree char *words = load_words (database, place, error);

  if (words == NULL)
    return FALSE;
  if (naming->ids[0] != 0 ? !load_root (database, naming->ids[0], &naming->made, error)
                          : !make_entity (database, naming->kind, words, &naming->made, error))
    return FALSE;
  entry = hs_entry_new (self, database, "set-mention", words, naming->reason);
  hs_entry_count (entry, 1);
  return correct_words (entry, database, HS_CORRECTION_WORDS, place, naming->kind, naming->made, error)
         && hs_entry_finish (entry, error);
}

/**
 * hs_library_set_mention:
 * @self: a library
 * @article: an article
 * @span: words of it, in bytes of the text
 * @kind: what they name
 * @entity: which one, 0 something of its own
 * @reason: (nullable): why
 * @error: return location
 *
 * A decision, in place of what the words were found to name. Any thread but the
 * writer's; waits.
 *
 * Returns: the entity; -1 with @error set
 */
gint64
hs_library_set_mention (HsLibrary      *self,
                        gint64          article,
                        HsSpan          span,
                        HsMentionKind   kind,
                        gint64          entity,
                        const char     *reason,
                        GError        **error)
{
  const HsStoredEvidence place = { article, span };
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (HsStoredEvidence));
  Naming naming = { .ids = &entity, .n = 1, .mentions = mentions, .kind = kind, .reason = reason };

  g_return_val_if_fail (HS_IS_LIBRARY (self), -1);

  g_array_append_val (mentions, place);
  return decide (self, set_mention_work, &naming, error) ? naming.made : -1;
}

static gboolean
remove_mention_work (HsLibrary   *self,
                     HsDatabase  *database,
                     gpointer     data,
                     GError     **error)
{
  Naming *naming = data;
  const HsStoredEvidence *place = &g_array_index (naming->mentions, HsStoredEvidence, 0);
  g_autoptr (HsEntry) entry = NULL;
  g_autofree char *words = load_words (database, place, error);

  if (words == NULL)
    return FALSE;
  entry = hs_entry_new (self, database, "remove-mention", words, naming->reason);
  hs_entry_count (entry, 1);
  return correct_words (entry, database, HS_CORRECTION_REMOVED, place, 0, 0, error) && hs_entry_finish (entry, error);
}

/**
 * hs_library_remove_mention:
 * @self: a library
 * @article: an article
 * @span: words of it, in bytes of the text
 * @reason: (nullable): why
 * @error: return location
 *
 * Decides that these words name nothing. Any thread but the writer's; waits.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_library_remove_mention (HsLibrary   *self,
                           gint64       article,
                           HsSpan       span,
                           const char  *reason,
                           GError     **error)
{
  const HsStoredEvidence place = { article, span };
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (HsStoredEvidence));
  Naming naming = { .mentions = mentions, .reason = reason };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);

  g_array_append_val (mentions, place);
  return decide (self, remove_mention_work, &naming, error);
}

/* --- what it is called ------------------------------------------------------------- */

static gboolean
kind_work (HsLibrary   *self,
           HsDatabase  *database,
           gpointer     data,
           GError     **error)
{
  Naming *naming = data;
  g_autoptr (HsEntry) entry = NULL;
  g_autofree char *name = NULL;
  HsMentionKind kind;
  gint64 root;

  if (!load_root (database, naming->ids[0], &root, error) || !load_name (database, root, &name, error)
      || !load_kind (database, root, &kind, error))
    return FALSE;
  if (kind == naming->kind)
    return TRUE;
  entry = hs_entry_new (self, database, "kind", name, naming->reason);
  hs_entry_count (entry, 1);
  return hs_entry_set_int (entry, "entities", root, "fixed_kind", naming->kind, error)
         && hs_entry_finish (entry, error);
}

/**
 * hs_library_set_kind:
 * @self: a library
 * @entity: an entity
 * @kind: what it is
 * @reason: (nullable): why
 * @error: return location
 *
 * A decision; no entry is made where it is so already. Any thread but the writer's;
 * waits.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_library_set_kind (HsLibrary      *self,
                     gint64          entity,
                     HsMentionKind   kind,
                     const char     *reason,
                     GError        **error)
{
  Naming naming = { .ids = &entity, .n = 1, .kind = kind, .reason = reason };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);

  return decide (self, kind_work, &naming, error);
}

static gboolean
rename_work (HsLibrary   *self,
             HsDatabase  *database,
             gpointer     data,
             GError     **error)
{
  Naming *naming = data;
  g_autoptr (HsEntry) entry = NULL;
  g_autofree char *name = NULL;
  gint64 root;

  if (!load_root (database, naming->ids[0], &root, error) || !load_name (database, root, &name, error))
    return FALSE;
  if (g_strcmp0 (name, naming->name) == 0)
    return TRUE;
  entry = hs_entry_new (self, database, "rename", naming->name, NULL);
  return hs_entry_set_text (entry, "entities", root, "fixed_name", naming->name, error)
         && hs_entry_finish (entry, error);
}

/**
 * hs_library_rename_entity:
 * @self: a library
 * @entity: an entity
 * @name: what it is to be called
 * @error: return location
 *
 * A decision; what stands in the articles stays as it is. No entry is made where it is
 * called so already. Any thread but the writer's; waits.
 *
 * Returns: %FALSE with @error set: HS_ERROR_USAGE where the name is empty
 */
gboolean
hs_library_rename_entity (HsLibrary   *self,
                          gint64       entity,
                          const char  *name,
                          GError     **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name != NULL ? name : ""));
  Naming naming = { .ids = &entity, .n = 1, .name = stripped };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);

  if (*stripped == '\0')
    return hs_error_usage (error, _("A name cannot be empty."));
  return hs_library_write (self, rename_work, &naming, error);
}
