/* hs-settle.c: columns set, and what follows from them put right
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-settle.h"

#include "hs-keep-private.h"

/* What a column decides. */
typedef enum
{
  FOLLOWS_NOTHING,
  FOLLOWS_WORDS,    /* the full-text index of the article */
  FOLLOWS_SOURCE,   /* the article's source */
  FOLLOWS_PRESENCE, /* whether it is there: its entities, its story */
  FOLLOWS_GRADE,    /* the present grade of what is graded */
  FOLLOWS_TAGS,
  FOLLOWS_ROOT,     /* which entity it is */
  FOLLOWS_KIND,     /* of what kind it is, in all that it is now */
  FOLLOWS_CORRECTION, /* what an article names */
  FOLLOWS_NAME,
  FOLLOWS_STORY,    /* which story the article stands in */
  FOLLOWS_EDGE      /* what the story of the article it leads into shows */
} Follows;

static const struct
{
  const char *table;
  const char *column;
  const char *sql;
  Follows follows;
  HsLibraryArea areas;
} columns[] = {
  { "articles", "read", "UPDATE articles SET read = ?2 WHERE id = ?1", FOLLOWS_NOTHING, HS_LIBRARY_FLAGS },
  { "articles", "starred", "UPDATE articles SET starred = ?2 WHERE id = ?1", FOLLOWS_NOTHING, HS_LIBRARY_FLAGS },
  { "articles", "deleted", "UPDATE articles SET deleted = ?2 WHERE id = ?1", FOLLOWS_PRESENCE,
    HS_LIBRARY_ARTICLES | HS_LIBRARY_ENTITIES | HS_LIBRARY_STORIES | HS_LIBRARY_NOTES },
  { "articles", "fixed_title", "UPDATE articles SET fixed_title = ?2 WHERE id = ?1", FOLLOWS_WORDS,
    HS_LIBRARY_ARTICLES | HS_LIBRARY_STORIES },
  { "articles", "fixed_byline", "UPDATE articles SET fixed_byline = ?2 WHERE id = ?1", FOLLOWS_WORDS,
    HS_LIBRARY_ARTICLES },
  { "articles", "fixed_published", "UPDATE articles SET fixed_published = ?2 WHERE id = ?1", FOLLOWS_NOTHING,
    HS_LIBRARY_ARTICLES },
  { "articles", "fixed_url", "UPDATE articles SET fixed_url = ?2 WHERE id = ?1", FOLLOWS_NOTHING,
    HS_LIBRARY_ARTICLES },
  { "articles", "fixed_outlet", "UPDATE articles SET fixed_outlet = ?2 WHERE id = ?1", FOLLOWS_SOURCE,
    HS_LIBRARY_ARTICLES | HS_LIBRARY_STORIES },
  { "articles", "fixed_story", "UPDATE articles SET fixed_story = ?2 WHERE id = ?1", FOLLOWS_NOTHING,
    HS_LIBRARY_STORIES },
  { "articles", "story", "UPDATE articles SET story = ?2 WHERE id = ?1", FOLLOWS_STORY,
    HS_LIBRARY_ARTICLES | HS_LIBRARY_STORIES },
  { "edge_decisions", "withdrawn", "UPDATE edge_decisions SET withdrawn = ?2 WHERE id = ?1", FOLLOWS_EDGE,
    HS_LIBRARY_STORIES },
  { "propositions", "title", "UPDATE propositions SET title = ?2 WHERE id = ?1", FOLLOWS_NOTHING, HS_LIBRARY_STORIES },
  { "propositions", "state", "UPDATE propositions SET state = ?2 WHERE id = ?1", FOLLOWS_NOTHING, HS_LIBRARY_STORIES },
  { "propositions", "merged", "UPDATE propositions SET merged = ?2"
                              " WHERE id = ?1", FOLLOWS_NOTHING, HS_LIBRARY_STORIES },
  { "propositions", "story", "UPDATE propositions SET story = ?2 WHERE id = ?1", FOLLOWS_NOTHING, HS_LIBRARY_STORIES },
  { "stances", "stance", "UPDATE stances SET stance = ?2 WHERE id = ?1", FOLLOWS_NOTHING, HS_LIBRARY_STORIES },
  { "hypotheses", "title", "UPDATE hypotheses SET title = ?2 WHERE id = ?1", FOLLOWS_NOTHING, HS_LIBRARY_STORIES },
  { "hypotheses", "deleted", "UPDATE hypotheses SET deleted = ?2 WHERE id = ?1", FOLLOWS_NOTHING, HS_LIBRARY_STORIES },
  { "hypotheses", "story", "UPDATE hypotheses SET story = ?2 WHERE id = ?1", FOLLOWS_NOTHING, HS_LIBRARY_STORIES },
  { "hypothesis_marks", "mark", "UPDATE hypothesis_marks SET mark = ?2 WHERE id = ?1", FOLLOWS_NOTHING,
    HS_LIBRARY_STORIES },
  { "confirmed_dates", "date", "UPDATE confirmed_dates SET date = ?2 WHERE id = ?1", FOLLOWS_NOTHING,
    HS_LIBRARY_STORIES },
  { "grades", "withdrawn", "UPDATE grades SET withdrawn = ?2 WHERE id = ?1", FOLLOWS_GRADE, HS_LIBRARY_GRADES },
  { "notes", "body", "UPDATE notes SET body = ?2 WHERE id = ?1", FOLLOWS_NOTHING, HS_LIBRARY_NOTES },
  { "notes", "tags", "UPDATE notes SET tags = ?2 WHERE id = ?1", FOLLOWS_TAGS, HS_LIBRARY_NOTES },
  { "notes", "modified", "UPDATE notes SET modified = ?2 WHERE id = ?1", FOLLOWS_NOTHING, HS_LIBRARY_NOTES },
  { "notes", "deleted", "UPDATE notes SET deleted = ?2 WHERE id = ?1", FOLLOWS_NOTHING, HS_LIBRARY_NOTES },
  { "entities", "root", "UPDATE entities SET root = ?2 WHERE id = ?1", FOLLOWS_ROOT,
    HS_LIBRARY_ENTITIES | HS_LIBRARY_STORIES },
  { "entities", "fixed_name", "UPDATE entities SET fixed_name = ?2 WHERE id = ?1", FOLLOWS_NAME,
    HS_LIBRARY_ENTITIES | HS_LIBRARY_STORIES },
  { "entities", "fixed_kind",
    "UPDATE entities SET stated_kind = coalesce(stated_kind, kind), fixed_kind = ?2,"
    " kind = coalesce(?2, stated_kind, kind) WHERE id = ?1",
    FOLLOWS_KIND, HS_LIBRARY_ENTITIES | HS_LIBRARY_ARTICLES | HS_LIBRARY_STORIES },
  { "corrections", "withdrawn", "UPDATE corrections SET withdrawn = ?2 WHERE id = ?1", FOLLOWS_CORRECTION,
    HS_LIBRARY_ENTITIES | HS_LIBRARY_ARTICLES | HS_LIBRARY_STORIES },
  { "apart", "withdrawn", "UPDATE apart SET withdrawn = ?2 WHERE id = ?1", FOLLOWS_NOTHING, HS_LIBRARY_ENTITIES },
  /* what a feed remembers of one address is nothing to another */
  { "feeds", "url",
    "UPDATE feeds SET url = ?2, key = hs_address (?2), etag = NULL, last_modified = NULL, validated_url = NULL, "
    "failures = 0, retry_after = 0, fresh_until = 0, moved_to = NULL, moved_since = 0, moved_times = 0, gone = 0, "
    "next = 0, why = 0 WHERE id = ?1", FOLLOWS_NOTHING, HS_LIBRARY_FEEDS },
  /* the same feed at another address: what it remembers holds, of what it was of */
  { "feeds", "address",
    "UPDATE feeds SET url = ?2, key = hs_address (?2), validated_url = coalesce (validated_url, url),"
    " moved_to = NULL, moved_since = 0, moved_times = 0 WHERE id = ?1",
    FOLLOWS_NOTHING, HS_LIBRARY_FEEDS },
  { "feeds", "deleted", "UPDATE feeds SET deleted = ?2 WHERE id = ?1", FOLLOWS_NOTHING, HS_LIBRARY_FEEDS },
  { "feeds", "fixed_title", "UPDATE feeds SET fixed_title = ?2 WHERE id = ?1", FOLLOWS_NOTHING, HS_LIBRARY_FEEDS },
  { "feeds", "folder", "UPDATE feeds SET folder = ?2 WHERE id = ?1", FOLLOWS_NOTHING, HS_LIBRARY_FEEDS },
  { "feeds", "position", "UPDATE feeds SET position = ?2 WHERE id = ?1", FOLLOWS_NOTHING, HS_LIBRARY_FEEDS },
  /* what waits for an interval waits for the new one; nothing else does (1: HS_WHY_INTERVAL) */
  { "feeds", "interval",
    "UPDATE feeds SET interval = ?2, next = CASE WHEN why = 1 AND ?2 > 0 THEN last_try + ?2 ELSE next END"
    " WHERE id = ?1", FOLLOWS_NOTHING, HS_LIBRARY_FEEDS },
  { "feeds", "full_page", "UPDATE feeds SET full_page = ?2 WHERE id = ?1", FOLLOWS_NOTHING, HS_LIBRARY_FEEDS },
  { "feeds", "notify", "UPDATE feeds SET notify = ?2 WHERE id = ?1", FOLLOWS_NOTHING, HS_LIBRARY_FEEDS },
  { "feeds", "user", "UPDATE feeds SET user = ?2 WHERE id = ?1", FOLLOWS_NOTHING, HS_LIBRARY_FEEDS },
  { "folders", "deleted", "UPDATE folders SET deleted = ?2 WHERE id = ?1", FOLLOWS_NOTHING, HS_LIBRARY_FEEDS },
  { "folders", "title", "UPDATE folders SET title = ?2 WHERE id = ?1", FOLLOWS_NOTHING, HS_LIBRARY_FEEDS },
  { "folders", "parent", "UPDATE folders SET parent = ?2 WHERE id = ?1", FOLLOWS_NOTHING, HS_LIBRARY_FEEDS },
  { "folders", "position", "UPDATE folders SET position = ?2 WHERE id = ?1", FOLLOWS_NOTHING, HS_LIBRARY_FEEDS },
  { "watches", "deleted", "UPDATE watches SET deleted = ?2 WHERE id = ?1", FOLLOWS_NOTHING, HS_LIBRARY_FEEDS },
  { "watches", "title", "UPDATE watches SET title = ?2 WHERE id = ?1", FOLLOWS_NOTHING, HS_LIBRARY_FEEDS },
  { "watches", "query", "UPDATE watches SET query = ?2 WHERE id = ?1", FOLLOWS_NOTHING, HS_LIBRARY_FEEDS },
  { "watches", "notify", "UPDATE watches SET notify = ?2 WHERE id = ?1", FOLLOWS_NOTHING, HS_LIBRARY_FEEDS },
};

struct _HsSettling
{
  HsLibrary *library;     /* (unowned) */
  HsDatabase *database;   /* (unowned) */
  GHashTable *words;      /* (owned) (element-type gint64): articles taken out of the index */
  GHashTable *outlets;    /* (owned) (element-type gint64): articles */
  GHashTable *present;    /* (owned) (element-type gint64): articles */
  GHashTable *grades;     /* (owned) (element-type gint64): rows of grades */
  GHashTable *tags;       /* (owned) (element-type gint64): notes */
  GHashTable *roots;      /* (owned) (element-type gint64): entities */
  GHashTable *kinds;      /* (owned) (element-type gint64): entities */
  GHashTable *corrections; /* (owned) (element-type gint64): rows of corrections */
  GHashTable *moved;      /* (owned) (element-type gint64): articles */
};

static GHashTable *
set_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static gboolean
set_add (GHashTable *set,
         gint64      id)
{
  return g_hash_table_add (set, g_memdup2 (&id, sizeof id));
}

/**
 * hs_settling_new:
 * @library: a library
 * @database: the writer's connection
 *
 * The writer's thread, in a transaction.
 *
 * Returns: (transfer full): what gathers what is to be put right after changes
 */
HsSettling *
hs_settling_new (HsLibrary  *library,
                 HsDatabase *database)
{
  HsSettling *self = g_new0 (HsSettling, 1);

  self->library = library;
  self->database = database;
  self->words = set_new ();
  self->outlets = set_new ();
  self->present = set_new ();
  self->grades = set_new ();
  self->tags = set_new ();
  self->roots = set_new ();
  self->kinds = set_new ();
  self->corrections = set_new ();
  self->moved = set_new ();
  return self;
}

/**
 * hs_settling_free:
 * @self: (transfer full) (nullable): what a decision changes, followed
 */
void
hs_settling_free (HsSettling *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->words);
  g_hash_table_unref (self->outlets);
  g_hash_table_unref (self->present);
  g_hash_table_unref (self->grades);
  g_hash_table_unref (self->tags);
  g_hash_table_unref (self->roots);
  g_hash_table_unref (self->kinds);
  g_hash_table_unref (self->corrections);
  g_hash_table_unref (self->moved);
  g_free (self);
}

/* Before the column changes. */
static gboolean
prepare (HsSettling  *self,
         Follows      follows,
         gint64       row,
         GError     **error)
{
  switch (follows)
    {
    case FOLLOWS_WORDS:
      return !set_add (self->words, row) || hs_fulltext_remove (self->library, self->database, row, error);
    case FOLLOWS_SOURCE:
      set_add (self->outlets, row);
      return TRUE;
    case FOLLOWS_PRESENCE:
      set_add (self->present, row);
      return TRUE;
    case FOLLOWS_GRADE:
      set_add (self->grades, row);
      return TRUE;
    case FOLLOWS_TAGS:
      set_add (self->tags, row);
      return TRUE;
    case FOLLOWS_ROOT:
      set_add (self->roots, row);
      return TRUE;
    case FOLLOWS_KIND:
      set_add (self->kinds, row);
      return TRUE;
    case FOLLOWS_CORRECTION:
      set_add (self->corrections, row);
      return TRUE;
    case FOLLOWS_STORY:
      /* the one it leaves, too */
      set_add (self->moved, row);
      return hs_stories_mark (self->database, row, error);
    case FOLLOWS_EDGE:
      return hs_database_run (self->database, error,
                              "UPDATE stories SET dirty = dirty + 1 WHERE id = (SELECT a.story FROM articles AS a"
                              " JOIN edge_decisions AS d ON d.article = a.id WHERE d.id = ?1)", "i", row);
    case FOLLOWS_NAME:
    case FOLLOWS_NOTHING:
    default:
      return TRUE;
    }
}

/* A name given by the analyst is found like any other. */
static gboolean
learn_name (HsSettling     *self,
            gint64          entity,
            const HsValue  *name,
            GError        **error)
{
  if (name->type != 's')
    return TRUE;
  return hs_entities_count_name (self->database, entity, name->text, 0, NULL, error)
         && hs_entity_learn_name (self->database, entity, name->text, error);
}

/**
 * hs_settling_apply:
 * @self: what is being settled
 * @table: a table
 * @row: the id of a row
 * @column: a column that decisions may change
 * @value: what it becomes
 * @error: return location
 *
 * Changes one column, and notes what follows from it for hs_settling_finish().
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_settling_apply (HsSettling     *self,
                   const char     *table,
                   gint64          row,
                   const char     *column,
                   const HsValue  *value,
                   GError        **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      if (!g_str_equal (columns[i].table, table) || !g_str_equal (columns[i].column, column))
        continue;
      hs_library_touch (self->library, columns[i].areas);
      return prepare (self, columns[i].follows, row, error)
             && hs_database_run (self->database, error, columns[i].sql, "iv", row, value)
             && (columns[i].follows != FOLLOWS_NAME || learn_name (self, row, value, error));
    }
  g_return_val_if_reached (FALSE);
}

typedef gboolean (*SettleFunc) (HsSettling  *self,
                                gint64       id,
                                GError     **error);

/* In order of ids, so that what it makes is always the same. */
static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static gboolean
for_each (HsSettling  *self,
          GHashTable  *set,
          SettleFunc   func,
          GError     **error)
{
  g_autoptr (GList) ids = g_list_sort (g_hash_table_get_keys (set), compare_ids);

  for (GList *l = ids; l != NULL; l = l->next)
    if (!func (self, *(gint64 *) l->data, error))
      return FALSE;
  return TRUE;
}

static gboolean
settle_words (HsSettling  *self,
              gint64       article,
              GError     **error)
{
  hs_fulltext_add (self->library, article);
  return hs_stories_mark (self->database, article, error);
}

static gboolean
settle_outlet (HsSettling  *self,
               gint64       article,
               GError     **error)
{
  return hs_sources_assign (self->database, article, error) && hs_stories_mark (self->database, article, error);
}

static gboolean
settle_moved (HsSettling  *self,
              gint64       article,
              GError     **error)
{
  return hs_stories_mark (self->database, article, error);
}

static gboolean
settle_presence (HsSettling  *self,
                 gint64       article,
                 GError     **error)
{
  return hs_corrections_apply (self->database, article, error)
         && hs_entities_aggregate (self->database, article, error)
         && hs_stories_mark (self->database, article, error);
}

static gboolean
settle_grade (HsSettling  *self,
              gint64       grade,
              GError     **error)
{
  return hs_database_run (self->database, error,
                          "UPDATE sources SET grade = (SELECT grade FROM grades WHERE source = sources.id"
                          "   AND withdrawn = 0 ORDER BY id DESC LIMIT 1)"
                          " WHERE id = (SELECT source FROM grades WHERE id = ?1)", "i", grade)
         && hs_database_run (self->database, error,
                             "UPDATE articles SET grade = (SELECT grade FROM grades WHERE article = articles.id"
                             "   AND withdrawn = 0 ORDER BY id DESC LIMIT 1)"
                             " WHERE id = (SELECT article FROM grades WHERE id = ?1)", "i", grade);
}

static gboolean
settle_tags (HsSettling  *self,
             gint64       note,
             GError     **error)
{
  return hs_database_run (self->database, error,
                          "UPDATE notes SET tags_key = CASE WHEN tags IS NULL THEN ''"
                          "   ELSE ',' || replace (hs_fold (tags), ', ', ',') || ',' END WHERE id = ?1", "i", note);
}

/* The articles that @sql finds for @id are to be looked at anew. */
static gboolean
add_articles (HsSettling  *self,
              const char  *sql,
              gint64       id,
              GError     **error)
{
  g_autoptr (HsQuery) query = hs_database_query (self->database, sql, "i", id);
  g_autoptr (GError) local = NULL;

  while (hs_query_next (query, &local))
    if (!g_hash_table_contains (self->present, &(gint64){ hs_query_int (query, 0) }))
      set_add (self->present, hs_query_int (query, 0));
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Also those where words are said to name it, though while it was one with another nothing
 * of its own stood there. */
static gboolean
settle_root (HsSettling  *self,
             gint64       entity,
             GError     **error)
{
  return add_articles (self,
                       "SELECT article FROM local_entities WHERE entity = ?1"
                       " UNION SELECT article FROM corrections WHERE target = ?1 AND article IS NOT NULL"
                       " AND withdrawn = 0"
                       " UNION SELECT l.article FROM corrections AS c JOIN found_locals AS l ON l.entity = c.entity"
                       " WHERE c.target = ?1 AND c.withdrawn = 0", entity, error);
}

static gboolean
settle_kind (HsSettling  *self,
             gint64       entity,
             GError     **error)
{
  return add_articles (self,
                       "SELECT DISTINCT l.article FROM entities AS e JOIN local_entities AS l ON l.entity = e.id"
                       " WHERE e.root = ?1", entity, error);
}

static gboolean
settle_correction (HsSettling  *self,
                   gint64       correction,
                   GError     **error)
{
  return add_articles (self,
                       "SELECT article FROM corrections WHERE id = ?1 AND article IS NOT NULL"
                       " UNION SELECT l.article FROM corrections AS c JOIN local_entities AS l ON l.entity = c.entity"
                       " WHERE c.id = ?1"
                       " UNION SELECT l.article FROM corrections AS c JOIN found_locals AS l ON l.entity = c.entity"
                       " WHERE c.id = ?1", correction, error);
}

/**
 * hs_settling_finish:
 * @self: what is being settled
 * @error: return location
 *
 * Puts right what follows from all that was changed: the index, counts, stories. Once,
 * at the end of the transaction.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_settling_finish (HsSettling  *self,
                    GError     **error)
{
  return for_each (self, self->words, settle_words, error)
         && for_each (self, self->outlets, settle_outlet, error)
         && for_each (self, self->grades, settle_grade, error)
         && for_each (self, self->tags, settle_tags, error)
         && for_each (self, self->roots, settle_root, error)
         && for_each (self, self->kinds, settle_kind, error)
         && for_each (self, self->corrections, settle_correction, error)
         && for_each (self, self->moved, settle_moved, error)
         && for_each (self, self->present, settle_presence, error);
}
