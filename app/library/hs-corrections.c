/* hs-corrections.c: what the analyst corrected of names, over what was found
 *
 * The analyser and the linker know nothing of corrections: they find again what
 * they found before. What they found is set aside, and the corrections are made
 * anew over it, whenever an article is analysed or a correction comes or goes;
 * so a correction outlives every analysis, and taking it back leaves exactly
 * what was found.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-keep-private.h"

#include <string.h>

#include "hs-anchor.h"
#include "hs-analysis.h"

typedef struct
{
  HsMention mention;   /* entity: its local one, or HS_NO_INDEX */
  guint was;           /* its local one as found */
} Mention;

typedef struct
{
  gint64 entity;
  gint64 root;
  HsMentionKind kind;
  char *name;          /* (owned) */
  GPtrArray *names;    /* (owned) (element-type utf8) */
  char *keys;          /* (owned) */
  char *roles;         /* (owned) */
  char *context;       /* (owned) */
} Local;

typedef struct
{
  HsCorrection what;
  gint64 entity;       /* whose name */
  char *name;          /* (owned) (nullable) */
  HsSpan span;         /* of words of the article, where they stand now */
  HsMentionKind kind;
  gint64 target;
} Rule;

typedef struct
{
  HsDatabase *database; /* (unowned) */
  gint64 article;
  char *text;           /* (owned) (nullable) */
  GArray *mentions;     /* (owned) (element-type Mention) */
  GArray *gone;         /* (owned) (element-type Mention): words that name nothing */
  GPtrArray *locals;    /* (owned) (element-type Local) */
  GArray *rules;        /* (owned) (element-type Rule) */
  gboolean fixed;       /* the kind of something in it was changed */
} Work;

static void
local_free (gpointer data)
{
  Local *self = data;

  g_free (self->name);
  g_ptr_array_unref (self->names);
  g_free (self->keys);
  g_free (self->roles);
  g_free (self->context);
  g_free (self);
}

static void
rule_clear (gpointer data)
{
  g_free (((Rule *) data)->name);
}

static void
work_clear (Work *self)
{
  g_free (self->text);
  g_array_unref (self->mentions);
  g_array_unref (self->gone);
  g_ptr_array_unref (self->locals);
  g_array_unref (self->rules);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

static gboolean
finish (GError **local,
        GError **error)
{
  if (*local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (local));
  return FALSE;
}

static gboolean
run_all (HsDatabase         *database,
         gint64              article,
         const char * const *statements,
         guint               n,
         GError            **error)
{
  for (guint i = 0; i < n; i++)
    if (!hs_database_run (database, error, statements[i], "i", article))
      return FALSE;
  return TRUE;
}

/* Brings back what was found. *@restored: whether anything was set aside. */
static gboolean
restore (HsDatabase  *database,
         gint64       article,
         gboolean    *restored,
         GError     **error)
{
  static const char * const statements[] = {
    "DELETE FROM mentions WHERE article = ?1",
    "INSERT INTO mentions (article, idx, start, end, kind, level, local, confidence)"
    " SELECT article, idx, start, end, kind, level, local, confidence FROM found_mentions WHERE article = ?1",
    "DELETE FROM local_entities WHERE article = ?1",
    "INSERT INTO local_entities SELECT * FROM found_locals WHERE article = ?1",
    "UPDATE statements SET speaker = (SELECT f.speaker FROM found_speakers AS f"
    " WHERE f.article = ?1 AND f.idx = statements.idx) WHERE article = ?1",
    "DELETE FROM found_mentions WHERE article = ?1",
    "DELETE FROM found_locals WHERE article = ?1",
    "DELETE FROM found_speakers WHERE article = ?1",
  };
  gint64 n;

  if (!hs_database_get_int (database, &n, 0, error,
                            "SELECT EXISTS (SELECT 1 FROM found_locals WHERE article = ?1)"
                            " OR EXISTS (SELECT 1 FROM found_mentions WHERE article = ?1)", "i", article))
    return FALSE;
  *restored = n != 0;
  return !*restored
         || (hs_entities_count_names (database, article, -1, error)
             && run_all (database, article, statements, G_N_ELEMENTS (statements), error)
             && hs_entities_count_names (database, article, 1, error));
}

static gboolean
set_aside (HsDatabase  *database,
           gint64       article,
           GError     **error)
{
  static const char * const statements[] = {
    "INSERT INTO found_mentions SELECT article, idx, start, end, kind, level, local, confidence FROM mentions"
    " WHERE article = ?1",
    "INSERT INTO found_locals SELECT * FROM local_entities WHERE article = ?1",
    "INSERT INTO found_speakers SELECT article, idx, speaker FROM statements WHERE article = ?1",
  };

  return run_all (database, article, statements, G_N_ELEMENTS (statements), error);
}

/* --- what is there ----------------------------------------------------------- */

static gboolean
load_text (Work    *self,
           GError **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (self->database,
                             "SELECT r.text FROM articles AS a JOIN revisions AS r ON r.id = a.revision"
                             " WHERE a.id = ?1", "i", self->article);
  if (hs_query_next (query, &local))
    self->text = hs_query_dup (query, 0);
  if (self->text == NULL)
    self->text = g_strdup ("");
  return finish (&local, error);
}

static gboolean
load_rules (Work    *self,
            GError **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (self->database,
                             "SELECT DISTINCT c.id, c.what, c.entity, c.name, c.quote, c.prefix, c.suffix, "
                             "c.start, c.kind, c.target FROM local_entities AS l CROSS JOIN corrections AS c"
                             " ON c.entity = l.entity"
                             " WHERE l.article = ?1 AND c.withdrawn = 0"
                             " UNION SELECT id, what, entity, name, quote, prefix, suffix, start, kind, target"
                             " FROM corrections WHERE article = ?1 AND withdrawn = 0 ORDER BY 1", "i", self->article);
  while (hs_query_next (query, &local))
    {
      Rule rule = { hs_query_int (query, 1), hs_query_int (query, 2), hs_query_dup (query, 3), HS_SPAN_NONE,
                    hs_query_int (query, 8), hs_query_int (query, 9) };

      if (rule.what != HS_CORRECTION_NAME && self->text == NULL && !load_text (self, &local))
        {
          g_free (rule.name);
          break;
        }
      if (rule.what != HS_CORRECTION_NAME)
        rule.span = hs_anchor_find (self->text, hs_query_text (query, 4), hs_query_text (query, 5),
                                    hs_query_text (query, 6), hs_query_int (query, 7));
      g_array_append_val (self->rules, rule);
    }
  return finish (&local, error);
}

static gboolean
load_locals (Work    *self,
             GError **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (self->database,
                             "SELECT l.entity, e.root, coalesce(r.fixed_kind, l.kind), l.name, l.names, l.keys, "
                             "l.roles, l.context FROM local_entities AS l JOIN entities AS e ON e.id = l.entity"
                             " JOIN entities AS r ON r.id = e.root WHERE l.article = ?1 ORDER BY l.idx", "i",
                             self->article);
  while (hs_query_next (query, &local))
    {
      Local *one = g_new0 (Local, 1);
      g_auto (GStrv) names = hs_library_split (hs_query_text (query, 4));

      one->entity = hs_query_int (query, 0);
      one->root = hs_query_int (query, 1);
      one->kind = hs_query_int (query, 2);
      one->name = hs_query_dup (query, 3);
      one->names = g_ptr_array_new_with_free_func (g_free);
      for (char **name = names; *name != NULL; name++)
        g_ptr_array_add (one->names, g_strdup (*name));
      one->keys = hs_query_dup (query, 5);
      one->roles = hs_query_dup (query, 6);
      one->context = hs_query_dup (query, 7);
      g_ptr_array_add (self->locals, one);
    }
  return finish (&local, error);
}

static gboolean
load_mentions (Work    *self,
               GError **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (self->database,
                             "SELECT start, end, kind, level, local, confidence FROM mentions WHERE article = ?1"
                             " ORDER BY idx", "i", self->article);
  while (hs_query_next (query, &local))
    {
      guint at = hs_query_is_null (query, 4) ? HS_NO_INDEX : (guint) hs_query_int (query, 4);
      Mention one = { { HS_SPAN_INIT (hs_query_int (query, 0), hs_query_int (query, 1)), hs_query_int (query, 2),
                        hs_query_int (query, 3), at < self->locals->len ? at : HS_NO_INDEX,
                        hs_query_double (query, 5) },
                      at };

      if (at < self->locals->len)
        one.mention.kind = ((Local *) self->locals->pdata[at])->kind;
      g_array_append_val (self->mentions, one);
    }
  return finish (&local, error);
}

/* --- corrections ------------------------------------------------------------- */

/* Words as they are written, whatever blanks stand between them. */
static char *
get_words (Work   *self,
           HsSpan  span)
{
  gsize length = strlen (self->text);
  gsize start = MIN (span.start, length), end = CLAMP (span.end, start, length);
  g_autofree char *words = g_strndup (self->text + start, end - start);
  g_auto (GStrv) parts = g_strsplit_set (words, " \t\n\r", -1);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (char **part = parts; *part != NULL; part++)
    if (**part != '\0')
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", *part);
  return g_strdup (joined->str);
}

static gboolean
has_name (const GPtrArray *names,
          const char      *name)
{
  return g_ptr_array_find_with_equal_func ((GPtrArray *) names, name, g_str_equal, NULL);
}

static guint
count_of (Work  *self,
          guint  local)
{
  guint n = 0;

  for (guint i = 0; i < self->mentions->len; i++)
    n += g_array_index (self->mentions, Mention, i).mention.entity == local;
  return n;
}

/* The local entity that is @target, made when there is none. */
static gboolean
ensure_local (Work           *self,
              gint64          target,
              HsMentionKind   kind,
              const char     *name,
              guint          *index,
              GError        **error)
{
  Local *one;
  gint64 root;

  if (!hs_database_get_int (self->database, &root, target, error, "SELECT root FROM entities"
                                                                  " WHERE id = ?1", "i", target))
    return FALSE;
  for (*index = 0; *index < self->locals->len; (*index)++)
    if (((Local *) self->locals->pdata[*index])->entity == target)
      return TRUE;
  for (*index = 0; *index < self->locals->len; (*index)++)
    if (((Local *) self->locals->pdata[*index])->root == root && count_of (self, *index) > 0)
      return TRUE;
  one = g_new0 (Local, 1);
  one->entity = target;
  one->root = root;
  one->kind = kind;
  one->name = g_strdup (name);
  one->names = g_ptr_array_new_with_free_func (g_free);
  one->keys = g_strdup ("");
  one->roles = g_strdup ("");
  one->context = g_strdup ("");
  *index = self->locals->len;
  g_ptr_array_add (self->locals, one);
  return TRUE;
}

/* Whether every mention of @local is to become what @rule says, when its own name does. */
static gboolean
is_all (Work        *self,
        const Local *local,
        const Rule  *rule)
{
  gboolean own = FALSE;

  for (guint i = 0; i < local->names->len; i++)
    {
      const char *name = local->names->pdata[i];
      gboolean named = FALSE;

      for (guint k = 0; k < self->rules->len && !named; k++)
        {
          const Rule *other = &g_array_index (self->rules, Rule, k);

          named = other->what == HS_CORRECTION_NAME && other->entity == local->entity && other->target == rule->target
                  && g_str_equal (other->name, name);
        }
      own = own || (named && g_str_equal (name, local->name));
      if (!named && strchr (name, ' ') != NULL)
        return FALSE;
    }
  return own || g_str_equal (rule->name, local->name);
}

static gboolean
correct_name (Work        *self,
              const Rule  *rule,
              GError     **error)
{
  for (guint i = 0; i < self->locals->len; i++)
    {
      Local *local = self->locals->pdata[i];
      guint to = HS_NO_INDEX;

      if (local->entity != rule->entity)
        continue;
      if (is_all (self, local, rule))
        {
          local->entity = rule->target;
          if (!hs_database_get_int (self->database, &local->root, rule->target, error,
                                    "SELECT root FROM entities WHERE id = ?1", "i", rule->target))
            return FALSE;
          continue;
        }
      for (guint k = 0; k < self->mentions->len; k++)
        {
          Mention *one = &g_array_index (self->mentions, Mention, k);
          g_autofree char *words = NULL;

          if (one->mention.entity != i)
            continue;
          words = get_words (self, one->mention.span);
          if (!g_str_equal (words, rule->name))
            continue;
          if (to == HS_NO_INDEX && !ensure_local (self, rule->target, local->kind, rule->name, &to, error))
            return FALSE;
          one->mention.entity = to;
        }
    }
  return TRUE;
}

static int
compare_mentions (gconstpointer a,
                  gconstpointer b)
{
  const Mention *x = a, *y = b;

  if (x->mention.span.start != y->mention.span.start)
    return x->mention.span.start < y->mention.span.start ? -1 : 1;
  return (x->mention.span.end < y->mention.span.end) - (x->mention.span.end > y->mention.span.end);
}

/* Takes away what stands in the same words, or across their border; where a name was
 * @marked, the names that the program saw within it, too.
 * Returns: the local entity that the same words had, or the first of @kind within them */
static guint
make_room (Work          *self,
           HsSpan         span,
           gboolean       marked,
           HsMentionKind  kind)
{
  guint was = HS_NO_INDEX;
  gboolean exact = FALSE;

  for (guint i = self->mentions->len; i-- > 0;)
    {
      const Mention *one = &g_array_index (self->mentions, Mention, i);
      HsSpan other = one->mention.span;
      gboolean same = other.start == span.start && other.end == span.end;
      gboolean crossing = other.start < span.end && span.start < other.end
                          && !(other.start <= span.start && span.end <= other.end)
                          && !(span.start <= other.start && other.end <= span.end);

      gboolean within = marked && !same && span.start <= other.start && other.end <= span.end
                        && one->mention.level == HS_LEVEL_NAME && one->mention.kind != HS_MENTION_NATIONALITY;

      exact |= same;
      if (same || (within && one->mention.kind == kind && !exact))
        was = one->was;
      if (same || crossing || within)
        g_array_remove_index (self->mentions, i);
    }
  return was;
}

static gboolean
correct_words (Work        *self,
               const Rule  *rule,
               GError     **error)
{
  g_autofree char *words = NULL;
  Mention one = { { rule->span, rule->kind, HS_LEVEL_NAME, HS_NO_INDEX, 1.0 }, HS_NO_INDEX };

  if (hs_span_is_none (rule->span))
    return TRUE;
  words = get_words (self, rule->span);
  one.was = make_room (self, rule->span, rule->what != HS_CORRECTION_REMOVED, rule->kind);
  if (rule->what == HS_CORRECTION_REMOVED)
    {
      if (one.was < self->locals->len)
        g_array_append_val (self->gone, one);
      return TRUE;
    }
  if (rule->target != 0 && !ensure_local (self, rule->target, rule->kind, words, &one.mention.entity, error))
    return FALSE;
  g_array_append_val (self->mentions, one);
  g_array_sort (self->mentions, compare_mentions);
  return TRUE;
}

/* --- what it comes to ---------------------------------------------------------- */

/* A name that nothing in the article bears any more is not its name here. */
static void
tidy_names (Work     *self,
            guint     index,
            gboolean  touched)
{
  Local *local = self->locals->pdata[index];
  g_autoptr (GPtrArray) borne = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->mentions->len; i++)
    {
      const Mention *one = &g_array_index (self->mentions, Mention, i);

      if (one->mention.entity == index && one->mention.level == HS_LEVEL_NAME)
        g_ptr_array_add (borne, get_words (self, one->mention.span));
    }
  if (!touched)
    return;
  for (guint i = local->names->len; i-- > 0;)
    if (!has_name (borne, local->names->pdata[i]))
      g_ptr_array_remove_index (local->names, i);
  for (guint i = 0; i < borne->len; i++)
    if (!has_name (local->names, borne->pdata[i]))
      g_ptr_array_add (local->names, g_strdup (borne->pdata[i]));
  if (local->names->len == 0 || has_name (local->names, local->name))
    return;
  g_free (local->name);
  local->name = g_strdup (local->names->pdata[0]);
}

static gboolean
is_named (Work  *self,
          guint  local)
{
  for (guint i = 0; i < self->mentions->len; i++)
    {
      const HsMention *mention = &g_array_index (self->mentions, Mention, i).mention;

      if (mention->entity == local && mention->level == HS_LEVEL_NAME)
        return TRUE;
    }
  return FALSE;
}

/* Where nothing names it any more, no description stands for it either. */
static void
drop_descriptions (Work *self)
{
  for (guint i = 0; i < self->gone->len; i++)
    {
      guint local = g_array_index (self->gone, Mention, i).was;

      if (is_named (self, local))
        continue;
      for (guint k = self->mentions->len; k-- > 0;)
        if (g_array_index (self->mentions, Mention, k).mention.entity == local)
          g_array_remove_index (self->mentions, k);
    }
}

/* Whoever spoke in words that name nothing is not known. */
static gboolean
write_gone (Work           *self,
            const Mention  *one,
            GError        **error)
{
  return hs_database_run (self->database, error,
                          "UPDATE statements SET speaker = NULL WHERE article = ?1 AND speaker = ?4"
                          " AND (?5 OR (speaker_start <= ?2 AND speaker_end >= ?3))"
                          " AND NOT EXISTS (SELECT 1 FROM mentions AS m WHERE m.article = ?1 AND m.local = ?4"
                          " AND m.start >= speaker_start AND m.end <= speaker_end)", "innnn", self->article,
                          one->mention.span.start, one->mention.span.end, one->was, !is_named (self, one->was));
}

/* Which local entities gained or lost a mention. */
static GArray *
find_touched (Work *self)
{
  GArray *touched = g_array_new (FALSE, TRUE, sizeof (gboolean));

  g_array_set_size (touched, self->locals->len);
  for (guint i = 0; i < self->gone->len; i++)
    g_array_index (touched, gboolean, g_array_index (self->gone, Mention, i).was) = TRUE;
  for (guint i = 0; i < self->mentions->len; i++)
    {
      const Mention *one = &g_array_index (self->mentions, Mention, i);

      if (one->mention.entity == one->was)
        continue;
      if (one->mention.entity != HS_NO_INDEX)
        g_array_index (touched, gboolean, one->mention.entity) = TRUE;
      if (one->was < self->locals->len)
        g_array_index (touched, gboolean, one->was) = TRUE;
    }
  return touched;
}

static gboolean
write_locals (Work    *self,
              GError **error)
{
  g_autoptr (GArray) touched = find_touched (self);

  for (guint i = 0; i < self->locals->len; i++)
    {
      Local *local = self->locals->pdata[i];
      g_autofree char *names = NULL;

      tidy_names (self, i, g_array_index (touched, gboolean, i));
      g_ptr_array_add (local->names, NULL);
      names = hs_library_join ((char **) local->names->pdata);
      g_ptr_array_remove_index (local->names, local->names->len - 1);
      if (!hs_database_run (self->database, error,
                            "INSERT INTO local_entities VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)", "ininsssssn",
                            self->article, i, local->entity, local->kind, local->name, names, local->keys, local->roles,
                            local->context, count_of (self, i)))
        return FALSE;
    }
  return TRUE;
}

/* Whoever speaks in words that are somebody else's name now is somebody else. */
static gboolean
write_mention (Work           *self,
               guint           index,
               const Mention  *one,
               GError        **error)
{
  const HsMention *mention = &one->mention;
  gboolean linked = mention->entity != HS_NO_INDEX;

  if (!hs_database_run (self->database, error,
                        "INSERT INTO mentions (article, idx, start, end, kind, level, confidence, local)"
                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", linked ? "innnnndn" : "innnnnd0", self->article,
                        index, mention->span.start, mention->span.end,
                        linked ? ((Local *) self->locals->pdata[mention->entity])->kind : mention->kind, mention->level,
                        mention->confidence, mention->entity))
    return FALSE;
  if (mention->entity == one->was || !linked)
    return TRUE;
  return hs_database_run (self->database, error,
                          "UPDATE statements SET speaker = ?4 WHERE article = ?1 AND speaker_start <= ?2"
                          " AND speaker_end >= ?3 AND speaker_end > speaker_start AND speaker IS ?5",
                          one->was != HS_NO_INDEX ? "innnn" : "innn0", self->article, mention->span.start,
                          mention->span.end, mention->entity, one->was);
}

static gboolean
write_all (Work    *self,
           GError **error)
{
  static const char * const statements[] = {
    "DELETE FROM mentions WHERE article = ?1",
    "DELETE FROM local_entities WHERE article = ?1",
  };

  if (!hs_entities_count_names (self->database, self->article, -1, error)
      || !set_aside (self->database, self->article, error)
      || !run_all (self->database, self->article, statements, G_N_ELEMENTS (statements), error)
      || !write_locals (self, error))
    return FALSE;
  for (guint i = 0; i < self->mentions->len; i++)
    if (!write_mention (self, i, &g_array_index (self->mentions, Mention, i), error))
      return FALSE;
  for (guint i = 0; i < self->gone->len; i++)
    if (!write_gone (self, &g_array_index (self->gone, Mention, i), error))
      return FALSE;
  return hs_entities_count_names (self->database, self->article, 1, error);
}

static gboolean
find_fixed (Work    *self,
            GError **error)
{
  gint64 fixed;

  if (!hs_database_get_int (self->database, &fixed, 0, error,
                            "SELECT EXISTS (SELECT 1 FROM local_entities AS l JOIN entities AS e ON e.id = l.entity"
                            " JOIN entities AS r ON r.id = e.root WHERE l.article = ?1 AND r.fixed_kind IS NOT NULL)",
                            "i", self->article))
    return FALSE;
  self->fixed = fixed != 0;
  return TRUE;
}

static gboolean
make_corrections (Work    *self,
                  GError **error)
{
  if ((self->text == NULL && !load_text (self, error)) || !load_locals (self, error) || !load_mentions (self, error))
    return FALSE;
  for (guint i = 0; i < self->rules->len; i++)
    {
      const Rule *rule = &g_array_index (self->rules, Rule, i);

      if (rule->what == HS_CORRECTION_NAME ? !correct_name (self, rule, error) : !correct_words (self, rule, error))
        return FALSE;
    }
  drop_descriptions (self);
  return write_all (self, error);
}

/**
 * hs_corrections_apply:
 * @database: the writer's
 * @article: an article, analysed
 * @error: return location
 *
 * Makes what the article shows of what was found in it and what the analyst
 * corrected; counts and stories follow. An article without corrections costs
 * some look-ups.
 *
 * Returns: whether it worked
 */
gboolean
hs_corrections_apply (HsDatabase  *database,
                      gint64       article,
                      GError     **error)
{
  g_auto (Work) work = { database, article, NULL, g_array_new (FALSE, TRUE, sizeof (Mention)),
                         g_array_new (FALSE, TRUE, sizeof (Mention)),
                         g_ptr_array_new_with_free_func (local_free), g_array_new (FALSE, TRUE, sizeof (Rule)),
                         FALSE };
  gboolean restored;
  gint64 analyser;

  g_array_set_clear_func (work.rules, rule_clear);
  if (!hs_database_get_int (database, &analyser, 0, error, "SELECT analyser FROM articles WHERE id = ?1", "i", article))
    return FALSE;
  /* one that waits has nothing to be corrected yet */
  if (analyser == 0)
    return TRUE;
  if (!restore (database, article, &restored, error) || !load_rules (&work, error) || !find_fixed (&work, error))
    return FALSE;
  if ((work.rules->len > 0 || work.fixed) && !make_corrections (&work, error))
    return FALSE;
  return (!restored && work.rules->len == 0 && !work.fixed)
         || (hs_entities_aggregate (database, article, error) && hs_stories_mark (database, article, error));
}
