/* train-corpus.c: annotated texts, read into one form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "train.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Sentences of a set without articles that are taken for one. */
#define SENTENCES 20

static const struct
{
  const char *label;
  guint kind;
} labels[] = {
  { "PER", 0 }, { "person", 0 }, { "politician", 0 },
  { "ORG", 1 }, { "organisation", 1 }, { "politicalparty", 1 },
  { "GEO", 2 }, { "GPE", 2 }, { "LOC", 2 }, { "location", 2 }, { "country", 2 },
  { "NAT", 3 },
  { "MISC", TRAIN_NO_NAME }, { "misc", TRAIN_NO_NAME }, { "election", TRAIN_NO_NAME },
  { "event", TRAIN_NO_NAME }, { "EVE", TRAIN_NO_NAME }, { "ART", TRAIN_NO_NAME },
};

static guint
kind_of_label (const char *label)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (strcmp (labels[i].label, label) == 0)
      return labels[i].kind;
  return TRAIN_UNKNOWN + 2;
}

static TrainArticle *
train_article_new (const char *source)
{
  TrainArticle *article = g_new0 (TrainArticle, 1);

  article->source = g_strdup (source);
  article->spans = g_array_new (FALSE, FALSE, sizeof (TrainSpan));
  return article;
}

/**
 * train_article_free:
 * @article: (transfer full): an article of the corpus
 */
void
train_article_free (TrainArticle *article)
{
  g_free (article->source);
  g_free (article->text);
  g_array_unref (article->spans);
  g_free (article);
}

/* A word that stands right after the one before it. */
static gboolean
closes_up (const GString *text,
           const char    *word)
{
  static const char *const marks[] = { ",", ".", "?", "!", ";", ":", ")", "%", "n't", NULL };

  return g_strv_contains (marks, word) || word[0] == '\'' || g_str_has_prefix (word, "’") ||
         (text->len > 0 && strchr ("($", text->str[text->len - 1]) != NULL);
}

/* While a set is being read. */
typedef struct
{
  GPtrArray *articles;     /* (unowned) */
  const char *source;
  gboolean no_nations, lines;
  TrainArticle *article;   /* (owned) (nullable) */
  GString *text;           /* (owned) */
  guint sentences, tokens;
  guint begin, first_span; /* of the sentence */
  TrainArticle *headline;  /* (owned) (nullable): for the next article */
  TrainArticle *candidate; /* (owned) (nullable) */
} TaggedReader;

static gboolean
stays_small (const char *word,
             gsize       n)
{
  static const char *const small[] = { "of", "in", "to", "the", "and", "for", "on", "at", "by", "a", "an", "as",
                                       "or", NULL };

  for (guint i = 0; small[i] != NULL; i++)
    if (strlen (small[i]) == n && strncmp (small[i], word, n) == 0)
      return TRUE;
  return FALSE;
}

/* "As a Title Has It", or, one time in four, "AS SOME SHOUT IT". */
static void
set_as_title (char    *text,
              gboolean loud)
{
  for (char *p = text; *p != '\0';)
    {
      gsize n = strcspn (p, " ");

      if (loud)
        for (gsize i = 0; i < n; i++)
          p[i] = g_ascii_toupper (p[i]);
      else if (p == text || !stays_small (p, n))
        p[0] = g_ascii_toupper (p[0]);
      p += n + (p[n] == ' ');
    }
}

/* A short sentence of one article is the headline of the next: in headlines
 * capitals say nothing, and no set has any. */
static void
keep_headline (TaggedReader *r)
{
  const char *stop;

  if (r->lines || r->candidate != NULL || r->tokens < 6 || r->tokens > 16)
    return;
  r->candidate = train_article_new (r->source);
  r->candidate->text = g_strdup (r->text->str + r->begin);
  g_strchomp (r->candidate->text);
  stop = strrchr (r->candidate->text, '.');
  if (stop != NULL && stop[1] == '\0')
    *(char *) stop = '\0';
  set_as_title (r->candidate->text, r->articles->len % 4 == 0);
  for (guint i = r->first_span; i < r->article->spans->len; i++)
    {
      TrainSpan span = g_array_index (r->article->spans, TrainSpan, i);

      span.span.start -= r->begin;
      span.span.end = MIN (span.span.end - r->begin, strlen (r->candidate->text));
      if (span.span.start < span.span.end)
        g_array_append_val (r->candidate->spans, span);
    }
}

/* Puts @headline on top of @article. */
static void
set_headline (TrainArticle       *article,
              const TrainArticle *headline)
{
  g_autofree char *text = article->text;
  gsize n = strlen (headline->text) + 1;

  article->text = g_strconcat (headline->text, "\n", text, NULL);
  article->headline = TRUE;
  for (guint i = 0; i < article->spans->len; i++)
    {
      TrainSpan *span = &g_array_index (article->spans, TrainSpan, i);

      span->span.start += n;
      span->span.end += n;
    }
  g_array_prepend_vals (article->spans, headline->spans->data, headline->spans->len);
}

static void
finish (TaggedReader *r)
{
  if (r->article == NULL)
    return;
  if (r->text->len > 0)
    {
      r->article->text = g_strdup (r->text->str);
      if (r->headline != NULL)
        set_headline (r->article, r->headline);
      g_ptr_array_add (r->articles, r->article);
    }
  else
    train_article_free (r->article);
  r->article = NULL;
  g_clear_pointer (&r->headline, train_article_free);
  r->headline = g_steal_pointer (&r->candidate);
  g_string_truncate (r->text, 0);
  r->begin = r->first_span = 0;
}

static void
end_sentence (TaggedReader *r)
{
  if (r->tokens > 0)
    {
      keep_headline (r);
      g_string_append (r->text, r->lines ? "\n\n" : " ");
      r->sentences++;
    }
  r->tokens = 0;
  r->begin = r->text->len;
  r->first_span = r->article->spans->len;
  if (r->sentences >= SENTENCES)
    {
      finish (r);
      r->sentences = 0;
    }
}

static void
add_token (TaggedReader *r,
           const char   *word,
           const char   *tag)
{
  TrainSpan span;

  if (r->text->len > 0 && !strchr (" \n", r->text->str[r->text->len - 1]) && !closes_up (r->text, word))
    g_string_append_c (r->text, ' ');
  span.span = HS_SPAN_INIT (r->text->len, r->text->len + strlen (word));
  g_string_append (r->text, word);
  r->tokens++;
  if (strlen (tag) < 3)
    return;
  if (tag[0] == 'I' && r->article->spans->len > 0)
    g_array_index (r->article->spans, TrainSpan, r->article->spans->len - 1).span.end = r->text->len;
  else if (tag[0] == 'B')
    {
      span.kind = kind_of_label (tag + 2);
      if (span.kind <= TRAIN_NO_NAME)
        g_array_append_val (r->article->spans, span);
    }
}

/* One token and its tag a line, sentences apart by an empty line. */
static gboolean
read_tagged (GPtrArray  *articles,
             const char *folder,
             const char *name,
             const char *source,
             gboolean    no_nations,
             gboolean    lines,
             GError    **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) rows = NULL;
  TaggedReader r = { articles, source, no_nations, lines, NULL, text };

  if (!g_file_get_contents (path, &contents, NULL, error))
    return FALSE;
  rows = g_strsplit (contents, "\n", -1);
  for (guint i = 0; rows[i] != NULL; i++)
    {
      char *tab = strchr (rows[i], '\t');

      if (r.article == NULL)
        {
          r.article = train_article_new (source);
          r.article->no_nations = no_nations;
        }
      if (tab == NULL)
        {
          end_sentence (&r);
          continue;
        }
      *tab = '\0';
      tab[strcspn (tab + 1, "\t\r") + 1] = '\0';
      add_token (&r, rows[i], tab + 1);
    }
  finish (&r);
  g_clear_pointer (&r.headline, train_article_free);
  return TRUE;
}

static int
longest_first (gconstpointer a,
               gconstpointer b)
{
  const TrainSpan *x = a, *y = b;

  if (x->span.start != y->span.start)
    return x->span.start < y->span.start ? -1 : 1;
  return x->span.end > y->span.end ? -1 : x->span.end < y->span.end;
}

/* Of spans that overlap the one that begins first stays, or the longest. */
static void
part_spans (GArray *spans)
{
  guint kept = 0;

  g_array_sort (spans, longest_first);
  for (guint i = 0; i < spans->len; i++)
    {
      TrainSpan span = g_array_index (spans, TrainSpan, i);

      if (kept == 0 || g_array_index (spans, TrainSpan, kept - 1).span.end <= span.span.start)
        g_array_index (spans, TrainSpan, kept++) = span;
    }
  g_array_set_size (spans, kept);
}

static guint
kind_of_type (const char *type)
{
  static const char *const types[] = { "Person", "Organisation", "Location", "Nationality", NULL };

  for (guint i = 0; types[i] != NULL; i++)
    if (strcmp (types[i], type) == 0)
      return i;
  return TRAIN_NO_NAME + 1;
}

static JsonObject *
parse_line (JsonParser *parser,
            const char *line)
{
  if (line[0] == '\0' || !json_parser_load_from_data (parser, line, -1, NULL) ||
      !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return NULL;
  return json_node_get_object (json_parser_get_root (parser));
}

static void
add_entity (TrainArticle *article,
            JsonObject   *entity)
{
  const char *text = article->text;
  glong length = g_utf8_strlen (text, -1);
  gint64 begin = json_object_get_int_member (entity, "begin"), end = json_object_get_int_member (entity, "end");
  TrainSpan span = { .kind = kind_of_type (json_object_get_string_member (entity, "type")) };

  if (json_object_get_double_member_with_default (entity, "confidence", 1) < .5 || span.kind > TRAIN_NO_NAME ||
      begin < 0 || begin >= end || end > length)
    return;
  span.span.start = g_utf8_offset_to_pointer (text, begin) - text;
  span.span.end = g_utf8_offset_to_pointer (text, end) - text;
  g_array_append_val (article->spans, span);
}

/* A publisher of re3d: two files of one JSON object a line. */
static gboolean
read_publisher (GPtrArray  *articles,
                const char *folder,
                const char *publisher,
                GError    **error)
{
  g_autofree char *documents_path = g_build_filename (folder, publisher, "documents.json", NULL);
  g_autofree char *entities_path = g_build_filename (folder, publisher, "entities.json", NULL);
  g_autofree char *documents = NULL, *entities = NULL, *source = g_strconcat ("re3d/", publisher, NULL);
  g_auto (GStrv) rows = NULL, entity_rows = NULL;
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  GHashTableIter iter;
  gpointer value;
  JsonObject *object;

  if (!g_file_get_contents (documents_path, &documents, NULL, error) ||
      !g_file_get_contents (entities_path, &entities, NULL, error))
    return FALSE;
  rows = g_strsplit (documents, "\n", -1);
  for (guint i = 0; rows[i] != NULL; i++)
    if ((object = parse_line (parser, rows[i])) != NULL)
      {
        TrainArticle *article = train_article_new (source);

        article->text = g_strdup (json_object_get_string_member (object, "text"));
        article->no_nations = TRUE;
        g_ptr_array_add (articles, article);
        g_hash_table_insert (by_id, g_strdup (json_object_get_string_member (object, "_id")), article);
      }
  entity_rows = g_strsplit (entities, "\n", -1);
  for (guint i = 0; entity_rows[i] != NULL; i++)
    if ((object = parse_line (parser, entity_rows[i])) != NULL)
      {
        TrainArticle *article = g_hash_table_lookup (by_id, json_object_get_string_member (object, "documentId"));

        if (article != NULL)
          add_entity (article, object);
      }
  g_hash_table_iter_init (&iter, by_id);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    part_spans (((TrainArticle *) value)->spans);
  return TRUE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char **) a, *(char **) b);
}

static gboolean
read_re3d (GPtrArray  *articles,
           const char *folder,
           GError    **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    return FALSE;
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    if (!read_publisher (articles, folder, names->pdata[i], error))
      return FALSE;
  return TRUE;
}

/**
 * train_corpus_read:
 * @folder: the folder of shared test data
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type TrainArticle): everything
 *   annotated that may train a model, "gmb-dev" included, which may not
 */
GPtrArray *
train_corpus_read (const char *folder,
                   GError    **error)
{
  static const struct
  {
    const char *name, *source;
    gboolean no_nations, lines;
  } sets[] = {
    { "entities/gmb/train.tsv", "gmb", FALSE, FALSE },
    { "entities/gmb/dev.tsv", "gmb-dev", FALSE, FALSE },
    { "entities/wikigold/all.tsv", "wikigold", TRUE, FALSE },
    { "entities/gum_wikinews_derived/all.tsv", "gum", TRUE, FALSE },
    { "entities/uner_ewt/dev.tsv", "ewt", TRUE, TRUE },
    { "entities/crossner_politics/train.tsv", "politics", TRUE, FALSE },
    { "entities/crossner_politics/dev.tsv", "politics", TRUE, FALSE },
    { "entities/crossner_politics/test.tsv", "politics", TRUE, FALSE },
    { "entities/btc/a.tsv", "btc", TRUE, TRUE },
    { "entities/btc/b.tsv", "btc", TRUE, TRUE },
    { "entities/btc/e.tsv", "btc", TRUE, TRUE },
    { "entities/btc/f.tsv", "btc", TRUE, TRUE },
    { "entities/btc/g.tsv", "btc", TRUE, TRUE },
    { "entities/btc/h.tsv", "btc", TRUE, TRUE },
  };
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify) train_article_free);
  g_autofree char *re3d = g_build_filename (folder, "re3d", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    if (!read_tagged (articles, folder, sets[i].name, sets[i].source, sets[i].no_nations, sets[i].lines, error))
      return NULL;
  if (!read_re3d (articles, re3d, error))
    return NULL;
  return g_steal_pointer (&articles);
}
