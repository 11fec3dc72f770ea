/* hs-train.c: trains the tagger
 *
 * Reads the annotated sets of the shared test data, learns, and writes the
 * model that stands under resources/models. See the README there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "train.h"

#include <string.h>

#include "hs-data-resources.h"

static HsLexicons *
load_lexicons (GError **error)
{
  HsLexicons *lexicons = hs_lexicons_new ();

  for (const char * const *name = hs_lexicons_get_wanted (); *name != NULL; name++)
    for (guint k = 0; k < 2; k++)
      {
        g_autofree char *path = g_strdup_printf ("/io/github/hearsay/Hearsay/lexicons/%s.%s", *name,
                                                 k == 0 ? "tsv" : "txt");
        g_autoptr (GBytes) bytes = g_resource_lookup_data (hs_data_get_resource (), path, 0, NULL);

        if (bytes != NULL && !hs_lexicons_add (lexicons, *name, bytes, error))
          return NULL;
      }
  return lexicons;
}

/* Whether @source is one of the sets that are left out. */
static gboolean
is_held_out (char      **held_out,
             const char *source)
{
  for (guint i = 0; held_out != NULL && held_out[i] != NULL; i++)
    if (strcmp (held_out[i], source) == 0)
      return TRUE;
  return strcmp (source, "gmb-dev") == 0;
}

static TrainModel *
train (GPtrArray          *articles,
       char              **held_out,
       GBytes             *names,
       guint32             n_slots,
       guint32             n_clusters,
       const TrainOptions *options,
       GError            **error)
{
  g_autoptr (HsLexicons) lexicons = load_lexicons (error);
  g_autofree guint8 *part = g_new0 (guint8, articles->len + 1);
  HsGazetteer gazetteer;
  TrainTable *table;
  TrainModel *model;
  guint turn = 0;

  if (lexicons == NULL)
    return NULL;
  hs_gazetteer_init (&gazetteer, g_bytes_get_data (names, NULL), n_slots, n_clusters);
  table = train_table_new ();
  for (guint i = 0; i < articles->len; i++)
    {
      const TrainArticle *article = articles->pdata[i];

      if (is_held_out (held_out, article->source))
        continue;
      if (strcmp (article->source, "gmb") == 0)
        part[i] = 1 + turn++ % options->share;
      for (int k = 0; k < (g_str_has_prefix (article->source, "re3d") ? options->weight : 1); k++)
        train_table_add (table, article, i, lexicons, &gazetteer);
    }
  g_printerr ("%u stretches, %u tokens, %u features in all\n", table->stretches->len, table->gold->len,
              table->hashes->len);
  model = train_learn (table, part, options);
  train_table_free (table);
  return model;
}

int
main (int    argc,
      char **argv)
{
  TrainOptions options = { .n_epochs = 18, .n_polish = 3, .n_features = 210000, .least = 3, .share = 3,
                           .rate = .1, .weight = 1, .epsilon = 1, .decay = 1.5e-3, .dropout = .35,
                           .report = TRUE };
  g_autofree char *data = NULL, *lists = NULL, *out = NULL;
  g_auto (GStrv) held_out = NULL;
  int epochs = 0, features = 0, least = 0, polish = 0;
  const GOptionEntry entries[] = {
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &data, "The folder of shared test data", "DIR" },
    { "lists", 0, 0, G_OPTION_ARG_FILENAME, &lists, "The lists of names", "DIR" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out, "Where the model goes", "FILE" },
    { "without", 0, 0, G_OPTION_ARG_STRING_ARRAY, &held_out, "Leave a set out: re3d/CENTCOM, wikigold, …", "SET" },
    { "epochs", 0, 0, G_OPTION_ARG_INT, &epochs, "Times through the texts", "N" },
    { "polish", 0, 0, G_OPTION_ARG_INT, &polish, "Times through them once features are chosen", "N" },
    { "features", 0, 0, G_OPTION_ARG_INT, &features, "Features kept", "N" },
    { "least", 0, 0, G_OPTION_ARG_INT, &least, "How often a feature must be seen", "N" },
    { "rate", 0, 0, G_OPTION_ARG_DOUBLE, &options.rate, "Length of the steps", "X" },
    { "share", 0, 0, G_OPTION_ARG_INT, &options.share, "Of the largest set one article in so many an epoch", "N" },
    { "weight", 0, 0, G_OPTION_ARG_INT, &options.weight, "How often an epoch passes through re3d", "N" },
    { "epsilon", 0, 0, G_OPTION_ARG_DOUBLE, &options.epsilon, "What keeps the first steps short", "X" },
    { "dropout", 0, 0, G_OPTION_ARG_DOUBLE, &options.dropout, "Of the features so many are left out at a time", "X" },
    { "decay", 0, 0, G_OPTION_ARG_DOUBLE, &options.decay, "L2", "X" },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("— train the tagger");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (GBytes) names = NULL, packed = NULL;
  guint32 n_slots = 0, n_clusters = 0;
  TrainModel *model = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    goto out;
  options.n_epochs = epochs > 0 ? epochs : options.n_epochs;
  options.n_features = features > 0 ? features : options.n_features;
  options.n_polish = polish > 0 ? polish : options.n_polish;
  options.least = least > 0 ? least : options.least;
  if (data == NULL || lists == NULL || out == NULL)
    {
      g_printerr ("hs-train: --data, --lists and --output are needed\n");
      return 2;
    }
  names = train_names_read (lists, &n_slots, &n_clusters, &error);
  articles = names != NULL ? train_corpus_read (data, &error) : NULL;
  if (articles != NULL)
    model = train (articles, held_out, names, n_slots, n_clusters, &options, &error);
  if (model != NULL)
    {
      packed = train_model_pack (model, names, n_slots, n_clusters);
      g_file_set_contents (out, g_bytes_get_data (packed, NULL), g_bytes_get_size (packed), &error);
      g_printerr ("%s: %.1f MB\n", out, g_bytes_get_size (packed) / 1e6);
      train_model_free (model);
    }
out:
  if (error == NULL)
    return 0;
  g_printerr ("hs-train: %s\n", error->message);
  return 1;
}
