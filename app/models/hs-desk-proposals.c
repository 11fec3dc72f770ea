/* hs-desk-proposals.c: questions on which the articles of a story differ
 *
 * How far an act has come; what somebody said, where it is quoted otherwise or
 * only by some; figures and days for the same thing; who is said to have said it.
 * What is no difference is not proposed. The same articles give the same rows
 * under the same keys.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-story-desk-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Words are the same when they begin alike so far. */
#define STEM 5
#define MOST_UTTERANCES 12
#define MOST_FIGURES 8
#define MOST_COMPARED 400

/* (element-type utf8): stems of the words of some text */
static GHashTable *
stems_of (const char *text,
          gsize       length)
{
  g_autofree char *valid = g_utf8_make_valid (text, length);
  g_autofree char *folded = g_utf8_casefold (valid, -1);
  GHashTable *stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (const char *p = folded; *p != '\0';)
    {
      const char *end = p;
      guint n = 0;

      while (*end != '\0' && g_unichar_isalpha (g_utf8_get_char (end)))
        {
          end = g_utf8_next_char (end);
          n++;
        }
      if (n >= STEM)
        g_hash_table_add (stems, g_utf8_substring (p, 0, STEM));
      p = n > 0 ? end : g_utf8_next_char (p);
    }
  return stems;
}

static guint
count_shared (GHashTable *a,
              GHashTable *b)
{
  GHashTableIter iter;
  gpointer stem;
  guint n = 0;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &stem, NULL))
    n += g_hash_table_contains (b, stem);
  return n;
}

static const HsStored *
get_article (const HsLayingOut *self,
             guint              index)
{
  return g_ptr_array_index (self->articles, index);
}

static HsDeskCell *
get_cell (HsDeskRow *row,
          guint      index)
{
  return g_ptr_array_index (row->cells, index);
}

/* --- how far an act has come ------------------------------------------------ */

static const char *
step_name (HsStep step)
{
  static const char * const names[] = { N_("denied"), N_("doubted"), N_("considered"), N_("asked for"), N_("in talks"),
                                        N_("agreed"), N_("signed"), N_("done") };

  return step >= 0 && step < (int) G_N_ELEMENTS (names) ? _(names[step]) : "";
}

/* What one finding asserts: what somebody denies is denied, what he only asks for
 * or wishes is not done. */
static HsStep
asserted (const HsStored   *stored,
          const HsModality *one)
{
  const HsStatement *statement;

  if (one->place != HS_PLACE_STATEMENT || one->statement >= stored->analysis->statements->len)
    return one->step;
  statement = g_ptr_array_index (stored->analysis->statements, one->statement);
  if (statement->polarity == HS_POLARITY_DENIES && one->step > HS_STEP_DOUBTED)
    return HS_STEP_DENIED;
  return statement->polarity == HS_POLARITY_NEITHER && one->step >= HS_STEP_AGREED ? HS_STEP_NONE : one->step;
}

/* How far the article says that it has come: the furthest step counts, a denial
 * before all. */
static HsStep
step_of (const HsStored *stored,
         const char     *act)
{
  HsStep furthest = HS_STEP_NONE;

  for (guint i = 0; i < stored->analysis->modality->len; i++)
    {
      const HsModality *one = &g_array_index (stored->analysis->modality, HsModality, i);

      if (!g_str_equal (one->act, act))
        continue;
      if (asserted (stored, one) == HS_STEP_DENIED)
        return HS_STEP_DENIED;
      furthest = MAX (furthest, asserted (stored, one));
    }
  return furthest;
}

/* The cell of one article. */
static HsStep
fill_step (const HsLayingOut *self,
           HsDeskRow         *row,
           guint              index,
           const char        *act)
{
  const HsStored *stored = get_article (self, index);
  HsStep step = step_of (stored, act);
  HsDeskCell *cell = get_cell (row, index);

  for (guint i = 0; i < stored->analysis->modality->len; i++)
    {
      const HsModality *one = &g_array_index (stored->analysis->modality, HsModality, i);

      if (g_str_equal (one->act, act))
        hs_desk_cell_add (row, index, stored, one->span);
    }
  if (step == HS_STEP_NONE)
    return step;
  cell->stance = step == HS_STEP_DENIED ? HS_STANCE_DENIES : step == HS_STEP_DOUBTED ? HS_STANCE_DOUBTS
                                                                                     : HS_STANCE_SAYS;
  cell->value = g_strdup (step_name (step));
  return step;
}

static void
propose_act (const HsLayingOut *self,
             const char        *act,
             GPtrArray         *rows)
{
  g_autofree char *key = g_strdup_printf ("step:%s", act);
  g_autofree char *title = g_strdup_printf (_("How far has it come: “%s”?"), act);
  HsDeskRow *row = hs_desk_row_new (key, title, self->articles->len);
  HsStep first = HS_STEP_NONE;
  gboolean differ = FALSE;

  for (guint i = 0; i < self->articles->len; i++)
    {
      HsStep step = fill_step (self, row, i, act);

      differ = differ || (step != HS_STEP_NONE && first != HS_STEP_NONE && step != first);
      if (first == HS_STEP_NONE)
        first = step;
    }
  if (differ)
    g_ptr_array_add (rows, row);
  else
    hs_desk_row_free (row);
}

static void
propose_acts (const HsLayingOut *self,
              GPtrArray         *rows)
{
  g_autoptr (GPtrArray) acts = g_ptr_array_new ();

  for (guint i = 0; i < self->articles->len; i++)
    {
      const GArray *modality = get_article (self, i)->analysis->modality;

      for (guint j = 0; j < modality->len; j++)
        {
          const char *act = g_array_index (modality, HsModality, j).act;

          if (!g_ptr_array_find_with_equal_func (acts, act, g_str_equal, NULL))
            g_ptr_array_add (acts, (gpointer) act);
        }
    }
  for (guint i = 0; i < acts->len; i++)
    propose_act (self, g_ptr_array_index (acts, i), rows);
}

/* The act that most articles of the story tell of; NULL: none does. */
static const char *
main_act (const HsLayingOut *self)
{
  g_autoptr (GHashTable) n_articles = g_hash_table_new (g_str_hash, g_str_equal);
  const char *best = NULL;
  guint most = 0;

  for (guint i = 0; i < self->articles->len; i++)
    {
      const GArray *modality = get_article (self, i)->analysis->modality;
      g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint j = 0; j < modality->len; j++)
        {
          const char *act = g_array_index (modality, HsModality, j).act;
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (n_articles, act)) + 1;

          if (!g_hash_table_add (told, (gpointer) act))
            continue;
          g_hash_table_insert (n_articles, (gpointer) act, GUINT_TO_POINTER (n));
          if (n > most)
            {
              most = n;
              best = act;
            }
        }
    }
  return best;
}

/**
 * hs_desk_describe_step:
 * @self: a story while it is laid out
 * @article: index of an article
 *
 * Returns: (transfer full) (nullable): how far it says that the main act of the story has
 *   come: "“buy”: signed"; %NULL when it says nothing of it
 */
char *
hs_desk_describe_step (const HsLayingOut *self,
                       guint              article)
{
  const char *act = main_act (self);
  HsStep step = act != NULL ? step_of (get_article (self, article), act) : HS_STEP_NONE;

  return step != HS_STEP_NONE ? g_strdup_printf ("“%s”: %s", act, step_name (step)) : NULL;
}

/* --- what somebody said ------------------------------------------------------ */

/* An utterance with the statements that report it, as they stand in the articles. */
typedef struct
{
  const HsStoredUtterance *stored;  /* (unowned) */
  const HsStored *article;          /* (unowned): of its first statement */
  const HsStatement *first;         /* (unowned) */
  guint n_articles;
  gboolean varies;
} Uttered;

static const HsStatement *
find_statement (const HsLayingOut *self,
                gint64             id,
                guint             *article)
{
  const HsStored *stored;
  guint index = (guint) (id % 1048576);

  *article = hs_laying_out_find (self, id / 1048576);
  if (*article == HS_NO_INDEX)
    return NULL;
  stored = get_article (self, *article);
  return index < stored->analysis->statements->len ? g_ptr_array_index (stored->analysis->statements, index) : NULL;
}

static char *
content_of (const HsStored    *stored,
            const HsStatement *statement)
{
  GString *content = g_string_new (NULL);

  for (guint i = 0; i < statement->content->len; i++)
    {
      HsSpan span = g_array_index (statement->content, HsSpan, i);

      if (content->len > 0)
        g_string_append (content, " … ");
      g_string_append_len (content, stored->document->text + span.start, span.end - span.start);
    }
  return g_string_free (content, FALSE);
}

static Uttered
look_at (const HsLayingOut       *self,
         const HsStoredUtterance *utterance)
{
  Uttered uttered = { .stored = utterance };
  guint last = HS_NO_INDEX;

  for (guint i = 0; i < utterance->statements->len; i++)
    {
      guint article;
      const HsStatement *statement = find_statement (self, g_array_index (utterance->statements, gint64, i), &article);

      if (statement == NULL)
        continue;
      if (uttered.first == NULL)
        {
          uttered.first = statement;
          uttered.article = get_article (self, article);
        }
      uttered.n_articles += article != last;
      last = article;
    }
  for (guint i = 0; i < self->stored->variants->len; i++)
    uttered.varies = uttered.varies
                     || g_array_index (self->stored->variants, HsStoredVariant, i).utterance == utterance->id;
  return uttered;
}

static const char *
variant_name (const HsLayingOut *self,
              gint64             utterance,
              gint64             article)
{
  static const char * const names[] = { N_("in other words"), N_("with other figures"), N_("much shorter") };

  for (guint i = 0; i < self->stored->variants->len; i++)
    {
      const HsStoredVariant *one = &g_array_index (self->stored->variants, HsStoredVariant, i);

      if (one->utterance == utterance && one->b_article == article && one->kind < G_N_ELEMENTS (names))
        return _(names[one->kind]);
    }
  return NULL;
}

static char *
shorten (const char *text,
         guint       max_chars)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *cut = NULL;

  for (char *p = valid; *p != '\0'; p++)
    if (g_ascii_isspace (*p))
      *p = ' ';
  if (g_utf8_strlen (valid, -1) <= max_chars)
    return g_steal_pointer (&valid);
  cut = g_utf8_substring (valid, 0, max_chars);
  if (strrchr (cut, ' ') != NULL)
    *strrchr (cut, ' ') = '\0';
  return g_strconcat (cut, "…", NULL);
}

static HsDeskRow *
utterance_row (const HsLayingOut *self,
               const Uttered     *uttered)
{
  const HsStoredEntity *speaker = hs_stored_story_find_entity (self->story, uttered->stored->speaker);
  g_autofree char *content = content_of (uttered->article, uttered->first);
  g_autofree char *words = shorten (content, 70);
  g_autofree char *title = g_strdup_printf ("%s: %s", speaker != NULL ? speaker->name : _("Somebody"), words);
  g_autofree char *key = g_strdup_printf ("utterance:%" G_GINT64_FORMAT,
                                          g_array_index (uttered->stored->statements, gint64, 0));
  HsDeskRow *row = hs_desk_row_new (key, title, self->articles->len);

  for (guint i = 0; i < uttered->stored->statements->len; i++)
    {
      guint article;
      const HsStatement *statement = find_statement (self, g_array_index (uttered->stored->statements, gint64, i),
                                                     &article);
      HsDeskCell *cell = statement != NULL ? get_cell (row, article) : NULL;

      if (cell == NULL)
        continue;
      cell->stance = statement->commitment == HS_COMMITMENT_DOUBTS ? HS_STANCE_DOUBTS : HS_STANCE_SAYS;
      if (cell->value == NULL)
        cell->value = g_strdup (variant_name (self, uttered->stored->id, get_article (self, article)->id));
      for (guint j = 0; j < statement->content->len; j++)
        hs_desk_cell_add (row, article, get_article (self, article), g_array_index (statement->content, HsSpan, j));
    }
  return row;
}

static int
compare_uttered (gconstpointer a,
                 gconstpointer b)
{
  const Uttered *x = a, *y = b;

  if (x->varies != y->varies)
    return x->varies ? -1 : 1;
  if (x->n_articles != y->n_articles)
    return x->n_articles > y->n_articles ? -1 : 1;
  return (x->stored->id > y->stored->id) - (x->stored->id < y->stored->id);
}

static void
propose_utterances (const HsLayingOut *self,
                    GPtrArray         *rows)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Uttered));

  for (guint i = 0; i < self->story->utterances->len; i++)
    {
      Uttered one = look_at (self, g_ptr_array_index (self->story->utterances, i));

      if (one.first != NULL && one.n_articles >= 2 && (one.varies || one.n_articles < self->articles->len))
        g_array_append_val (all, one);
    }
  g_array_sort (all, compare_uttered);
  for (guint i = 0; i < all->len && i < MOST_UTTERANCES; i++)
    g_ptr_array_add (rows, utterance_row (self, &g_array_index (all, Uttered, i)));
}

/* --- who said it --------------------------------------------------------------- */

static void
propose_actor (const HsLayingOut *self,
               const Uttered     *a,
               const Uttered     *b,
               GPtrArray         *rows)
{
  const Uttered *both[] = { a, b };
  g_autofree char *content = content_of (a->article, a->first);
  g_autofree char *words = shorten (content, 60);
  g_autofree char *title = g_strdup_printf (_("Who said: %s"), words);
  g_autofree char *key = g_strdup_printf ("actor:%" G_GINT64_FORMAT, g_array_index (a->stored->statements, gint64, 0));
  HsDeskRow *row = hs_desk_row_new (key, title, self->articles->len);

  for (guint u = 0; u < G_N_ELEMENTS (both); u++)
    {
      const HsStoredEntity *speaker = hs_stored_story_find_entity (self->story, both[u]->stored->speaker);

      for (guint i = 0; i < both[u]->stored->statements->len; i++)
        {
          guint article;
          const HsStatement *statement = find_statement (self, g_array_index (both[u]->stored->statements, gint64, i),
                                                         &article);

          if (statement == NULL)
            continue;
          get_cell (row, article)->stance = HS_STANCE_SAYS;
          if (get_cell (row, article)->value == NULL && speaker != NULL)
            get_cell (row, article)->value = g_strdup (speaker->name);
          hs_desk_cell_add (row, article, get_article (self, article), g_array_index (statement->content, HsSpan, 0));
        }
    }
  g_ptr_array_add (rows, row);
}

/* The same words in two mouths. */
static void
propose_actors (const HsLayingOut *self,
                GPtrArray         *rows)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Uttered));
  g_autoptr (GPtrArray) stems = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);

  for (guint i = 0; i < self->story->utterances->len && all->len < MOST_COMPARED; i++)
    {
      Uttered one = look_at (self, g_ptr_array_index (self->story->utterances, i));
      g_autofree char *content = one.first != NULL && one.stored->speaker != 0 ? content_of (one.article, one.first)
                                                                               : NULL;

      if (content == NULL)
        continue;
      g_array_append_val (all, one);
      g_ptr_array_add (stems, stems_of (content, strlen (content)));
    }
  for (guint i = 0; i < all->len; i++)
    for (guint j = i + 1; j < all->len; j++)
      {
        const Uttered *a = &g_array_index (all, Uttered, i), *b = &g_array_index (all, Uttered, j);
        GHashTable *x = g_ptr_array_index (stems, i), *y = g_ptr_array_index (stems, j);
        guint shared = a->article != b->article && a->stored->speaker != b->stored->speaker ? count_shared (x, y) : 0;

        if (shared >= 4 && shared * 10 >= 6 * MAX (g_hash_table_size (x), g_hash_table_size (y)))
          propose_actor (self, a, b, rows);
      }
}

/* --- figures and days ------------------------------------------------------------ */

/* A figure or a day, with what is said around it. */
typedef struct
{
  guint article;
  HsSpan span;
  char *unit;           /* (owned): what is counted; of a day nothing */
  char *value;          /* (owned): as written, folded */
  GHashTable *stems;    /* (owned): of its sentence */
  guint group;
} Figure;

static void
figure_clear (gpointer data)
{
  Figure *self = data;

  g_free (self->unit);
  g_free (self->value);
  g_hash_table_unref (self->stems);
}

/* The words of a figure that are no number. */
static char *
unit_of (const char *value)
{
  GString *unit = g_string_new (NULL);

  for (const char *p = value; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalpha (c) || c == '$' || c == 0x20ac || c == 0xa3)
        g_string_append_unichar (unit, c);
      else if (unit->len > 0 && unit->str[unit->len - 1] != ' ')
        g_string_append_c (unit, ' ');
    }
  return g_strchomp (g_string_free (unit, FALSE));
}

static void
gather_figures (const HsLayingOut *self,
                gboolean           days,
                GArray            *figures)
{
  for (guint i = 0; i < self->articles->len; i++)
    {
      const HsStored *stored = get_article (self, i);
      const GArray *mentions = stored->analysis->mentions;

      for (guint j = 0; j < mentions->len && figures->len < MOST_COMPARED * 2; j++)
        {
          const HsMention *mention = &g_array_index (mentions, HsMention, j);
          gboolean wanted = days ? mention->kind == HS_MENTION_DATE
                                 : mention->kind == HS_MENTION_MONEY || mention->kind == HS_MENTION_QUANTITY;
          HsSpan sentence = hs_desk_sentence (stored, mention->span.start);
          g_autofree char *words = NULL;
          Figure figure;

          if (!wanted)
            continue;
          words = g_utf8_make_valid (stored->document->text + mention->span.start,
                                     mention->span.end - mention->span.start);
          figure = (Figure) { i, mention->span, NULL, g_utf8_casefold (words, -1), NULL, HS_NO_INDEX };
          figure.unit = days ? g_strdup ("") : unit_of (figure.value);
          figure.stems = stems_of (stored->document->text + sentence.start, sentence.end - sentence.start);
          g_array_append_val (figures, figure);
        }
    }
}

/* Figures of one group count the same: the same unit, in sentences that share
 * words beside it. */
static gboolean
belongs (const Figure *a,
         const Figure *b,
         guint         least)
{
  return g_str_equal (a->unit, b->unit) && a->article != b->article && count_shared (a->stems, b->stems) >= least;
}

static void
group_figures (GArray *figures,
               guint   least)
{
  for (guint i = 0; i < figures->len; i++)
    {
      Figure *one = &g_array_index (figures, Figure, i);

      one->group = i;
      for (guint j = 0; j < i; j++)
        if (belongs (one, &g_array_index (figures, Figure, j), least))
          {
            one->group = g_array_index (figures, Figure, j).group;
            break;
          }
    }
}

static HsDeskRow *
figure_row (const HsLayingOut *self,
            const GArray      *figures,
            guint              group,
            gboolean           days)
{
  const Figure *first = &g_array_index (figures, Figure, group);
  const HsStored *stored = get_article (self, first->article);
  HsSpan sentence = hs_desk_sentence (stored, first->span.start);
  g_autofree char *whole = g_strndup (stored->document->text + sentence.start, sentence.end - sentence.start);
  g_autofree char *words = shorten (whole, 60);
  g_autofree char *title = g_strdup_printf (days ? _("When: %s") : _("How many or much: %s"), words);
  g_autofree char *key = g_strdup_printf ("%s:%" G_GINT64_FORMAT ".%u", days ? "day" : "figure", stored->id,
                                          first->span.start);
  HsDeskRow *row = hs_desk_row_new (key, title, self->articles->len);
  gboolean differ = FALSE;

  for (guint i = group; i < figures->len; i++)
    {
      const Figure *one = &g_array_index (figures, Figure, i);
      HsDeskCell *cell = get_cell (row, one->article);

      if (one->group != group)
        continue;
      differ = differ || !g_str_equal (one->value, first->value);
      cell->stance = HS_STANCE_SAYS;
      if (cell->value == NULL)
        cell->value = g_strndup (get_article (self, one->article)->document->text + one->span.start,
                                 one->span.end - one->span.start);
      hs_desk_cell_add (row, one->article, get_article (self, one->article), one->span);
    }
  if (differ)
    return row;
  hs_desk_row_free (row);
  return NULL;
}

static void
propose_figures (const HsLayingOut *self,
                 gboolean           days,
                 GPtrArray         *rows)
{
  g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (Figure));
  guint n = 0;

  g_array_set_clear_func (figures, figure_clear);
  gather_figures (self, days, figures);
  group_figures (figures, days ? 4 : 2);
  for (guint i = 0; i < figures->len && n < MOST_FIGURES; i++)
    {
      HsDeskRow *row = g_array_index (figures, Figure, i).group == i ? figure_row (self, figures, i, days) : NULL;

      if (row == NULL)
        continue;
      g_ptr_array_add (rows, row);
      n++;
    }
}

/**
 * hs_desk_propose:
 * @self: a story while it is laid out
 *
 * Returns: (transfer full) (element-type HsDeskRow): rows on which the articles differ:
 *   acts, figures, who acts, utterances
 */
GPtrArray *
hs_desk_propose (const HsLayingOut *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (hs_desk_row_free);

  propose_acts (self, rows);
  propose_figures (self, FALSE, rows);
  propose_figures (self, TRUE, rows);
  propose_actors (self, rows);
  propose_utterances (self, rows);
  return rows;
}

/* --- rows of the user's ----------------------------------------------------------- */

/**
 * hs_desk_find_words:
 * @self: a story while it is laid out
 * @row: a row of the user's
 *
 * Fills it with the sentences that have at least half of the words of its title; what an
 * article says there is not judged.
 */
void
hs_desk_find_words (const HsLayingOut *self,
                    HsDeskRow         *row)
{
  g_autoptr (GHashTable) wanted = stems_of (row->title, strlen (row->title));
  guint least = (g_hash_table_size (wanted) + 1) / 2;

  if (g_hash_table_size (wanted) == 0)
    return;
  for (guint i = 0; i < self->articles->len; i++)
    {
      const HsStored *stored = get_article (self, i);

      for (guint at = 0; at < stored->document->length;)
        {
          HsSpan sentence = hs_desk_sentence (stored, at);
          g_autoptr (GHashTable) stems = stems_of (stored->document->text + sentence.start,
                                                   sentence.end - sentence.start);

          if (count_shared (wanted, stems) >= least)
            {
              get_cell (row, i)->stance = HS_STANCE_UNJUDGED;
              hs_desk_cell_add (row, i, stored, sentence);
            }
          at = MAX (sentence.end, at) + 1;
        }
    }
}
