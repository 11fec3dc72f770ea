/* hs-story-desk.c: a story laid out for comparing: its ways, matrix and times
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-story-desk-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hs-workspace-private.h"

/* As many as the story was built from. */
#define MOST_ARTICLES 400
#define MOST_WORDS 8
#define CONTEXT 60

G_DEFINE_BOXED_TYPE (HsStoryDesk, hs_story_desk, hs_story_desk_ref, hs_story_desk_unref)

/* --- records ----------------------------------------------------------------- */

static void
node_free (gpointer data)
{
  HsDeskNode *self = data;

  g_free (self->name);
  g_free (self->detail);
  g_free (self);
}

static void
link_free (gpointer data)
{
  HsDeskLink *self = data;

  g_free (self->reason);
  g_ptr_array_unref (self->evidence);
  g_free (self);
}

static void
cell_free (gpointer data)
{
  HsDeskCell *self = data;

  g_free (self->value);
  g_ptr_array_unref (self->words);
  g_free (self);
}

/**
 * hs_desk_row_free:
 * @data: (transfer full): an #HsDeskRow
 */
void
hs_desk_row_free (gpointer data)
{
  HsDeskRow *self = data;

  g_free (self->key);
  g_free (self->title);
  g_ptr_array_unref (self->cells);
  g_array_unref (self->marks);
  g_free (self);
}

static void
hypothesis_free (gpointer data)
{
  g_free (((HsDeskHypothesis *) data)->title);
  g_free (data);
}

static void
article_free (gpointer data)
{
  HsDeskArticle *self = data;

  g_free (self->title);
  g_free (self->outlet);
  g_free (self->published);
  g_free (self->confirmed);
  g_free (self);
}

static void
event_free (gpointer data)
{
  HsDeskEvent *self = data;

  g_free (self->title);
  g_free (self->from);
  g_free (self->to);
  g_free (self->stated);
  g_free (self->step);
  g_free (self);
}

/**
 * hs_desk_occurrence_free:
 * @data: (transfer full): an #HsOccurrence
 */
void
hs_desk_occurrence_free (gpointer data)
{
  HsOccurrence *self = data;

  g_free (self->title);
  g_free (self->outlet);
  g_free (self->before);
  g_free (self->words);
  g_free (self->after);
  g_free (self);
}

static void
story_desk_clear (gpointer data)
{
  HsStoryDesk *self = data;

  g_clear_pointer (&self->page, hs_story_page_unref);
  g_clear_pointer (&self->articles, g_ptr_array_unref);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->hypotheses, g_ptr_array_unref);
  g_clear_pointer (&self->events, g_ptr_array_unref);
}

/**
 * hs_story_desk_ref:
 * @self: a story laid out
 *
 * Returns: (transfer full): @self, held once more
 */
HsStoryDesk *
hs_story_desk_ref (HsStoryDesk *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * hs_story_desk_unref:
 * @self: (transfer full): a story laid out
 *
 * Lets go of it; any thread.
 */
void
hs_story_desk_unref (HsStoryDesk *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, story_desk_clear);
}

/* --- words ------------------------------------------------------------------- */

/**
 * hs_desk_sentence:
 * @stored: an article
 * @at: a byte of its text
 *
 * Returns: the sentence that stands there; it ends at the end of its line at the latest
 */
HsSpan
hs_desk_sentence (const HsStored *stored,
                  guint           at)
{
  const char *text = stored->document->text;
  guint length = stored->document->length;
  guint start = MIN (at, length), end = start;

  while (start > 0 && text[start - 1] != '\n'
         && !(g_ascii_isspace (text[start - 1]) && start > 1 && strchr (".!?", text[start - 2]) != NULL))
    start--;
  while (end < length && text[end] != '\n'
         && !(strchr (".!?", text[end]) != NULL && (end + 1 == length || g_ascii_isspace (text[end + 1]))))
    end++;
  if (end < length && text[end] != '\n')
    end++;
  return HS_SPAN_INIT (start, end);
}

/* Context of so many characters, never past a line. */
static char *
context (const char *text,
         const char *at,
         int         step)
{
  const char *p = at;

  for (guint i = 0; i < CONTEXT; i++)
    {
      const char *next = step < 0 ? (p > text ? g_utf8_prev_char (p) : NULL) : *p != '\0' ? g_utf8_next_char (p) : NULL;

      if (next == NULL || *(step < 0 ? next : p) == '\n')
        break;
      p = next;
    }
  /* at a blank, so that no word is cut */
  if (step < 0)
    while (p > text && p[-1] != '\n' && p < at && !g_ascii_isspace (*p))
      p++;
  else
    while (*p != '\0' && *p != '\n' && p > at && !g_ascii_isspace (*p))
      p--;
  return step < 0 ? g_strndup (p, at - p) : g_strndup (at, p - at);
}

/**
 * hs_desk_occurrence_new:
 * @stored: an article
 * @span: bytes of its text; what lies past its end is left out
 *
 * Returns: (transfer full): these words, and some before and after them
 */
HsOccurrence *
hs_desk_occurrence_new (const HsStored *stored,
                        HsSpan          span)
{
  const HsDocument *document = stored->document;
  HsOccurrence *self = g_new0 (HsOccurrence, 1);
  guint end = MIN (span.end, document->length), start = MIN (span.start, end);

  self->article = stored->id;
  self->title = g_strdup (document->title != NULL ? document->title : "");
  self->outlet = g_strdup (document->outlet);
  self->span = HS_SPAN_INIT (start, end);
  self->before = context (document->text, document->text + start, -1);
  self->words = g_strndup (document->text + start, end - start);
  self->after = context (document->text, document->text + end, 1);
  return self;
}

/**
 * hs_desk_row_new:
 * @key: what it is known by; copied
 * @title: its title; copied
 * @n_articles: how many cells it has
 *
 * Returns: (transfer full): a row with empty cells
 */
HsDeskRow *
hs_desk_row_new (const char *key,
                 const char *title,
                 guint       n_articles)
{
  HsDeskRow *self = g_new0 (HsDeskRow, 1);

  self->key = g_strdup (key);
  self->title = g_strdup (title);
  self->cells = g_ptr_array_new_with_free_func (cell_free);
  self->marks = g_array_new (FALSE, FALSE, sizeof (HsMark));
  for (guint i = 0; i < n_articles; i++)
    {
      HsDeskCell *cell = g_new0 (HsDeskCell, 1);

      cell->words = g_ptr_array_new_with_free_func (hs_desk_occurrence_free);
      g_ptr_array_add (self->cells, cell);
    }
  return self;
}

/**
 * hs_desk_cell_add:
 * @row: a row
 * @article: index of an article: which cell
 * @stored: that article
 * @span: words of it
 *
 * Adds the words to the cell, once and not too many.
 */
void
hs_desk_cell_add (HsDeskRow      *row,
                  guint           article,
                  const HsStored *stored,
                  HsSpan          span)
{
  HsDeskCell *cell = g_ptr_array_index (row->cells, article);

  if (cell->words->len >= MOST_WORDS)
    return;
  for (guint i = 0; i < cell->words->len; i++)
    if (((HsOccurrence *) g_ptr_array_index (cell->words, i))->span.start == span.start)
      return;
  g_ptr_array_add (cell->words, hs_desk_occurrence_new (stored, span));
}

/**
 * hs_laying_out_find:
 * @self: a story while it is laid out
 * @article: its id
 *
 * Returns: its index; HS_NO_INDEX when it is not in the story
 */
guint
hs_laying_out_find (const HsLayingOut *self,
                    gint64             article)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, &article)) - 1;
}

/* --- ways ---------------------------------------------------------------------- */

static void
name_article (HsLayingOut *self,
              HsDeskNode  *node)
{
  guint place = hs_laying_out_find (self, node->id);
  const HsDeskArticle *article = place != HS_NO_INDEX ? g_ptr_array_index (self->desk->articles, place) : NULL;

  if (article == NULL)
    node->name = g_strdup (_("unknown"));
  else if (article->outlet != NULL)
    {
      node->name = g_strdup (article->outlet);
      node->detail = g_strdup (article->title);
    }
  else
    node->name = g_strdup (article->title);
}

static char *
make_key (HsNode node)
{
  return g_strdup_printf ("%d:%" G_GINT64_FORMAT, (int) node.kind, node.id);
}

/* Index of the node, made when there is none. */
static guint
find_node (HsLayingOut *self,
           GHashTable  *places,
           HsNode       at)
{
  g_autofree char *key = make_key (at);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, key));
  HsDeskNode *node;

  if (place != 0)
    return place - 1;
  node = g_new0 (HsDeskNode, 1);
  node->kind = (HsDeskNodeKind) at.kind;
  node->id = at.id;
  if (at.kind == HS_NODE_ARTICLE)
    name_article (self, node);
  else if (at.kind == HS_NODE_BEGINNING)
    node->name = g_strdup (_("An origin that is not named"));
  g_ptr_array_add (self->desk->nodes, node);
  g_hash_table_insert (places, g_steal_pointer (&key), GUINT_TO_POINTER (self->desk->nodes->len));
  return self->desk->nodes->len - 1;
}

static const HsStoredDecision *
find_decision (const HsLayingOut *self,
               HsNode             from,
               HsNode             to)
{
  for (guint i = 0; i < self->stored->decisions->len; i++)
    {
      const HsStoredDecision *one = g_ptr_array_index (self->stored->decisions, i);

      if (one->from.kind == from.kind && one->from.id == from.id && one->to.kind == to.kind && one->to.id == to.id)
        return one;
    }
  return NULL;
}

static HsDeskLink *
add_link (HsLayingOut            *self,
          guint                   from,
          guint                   to,
          const HsStoredDecision *decision)
{
  HsDeskLink *link = g_new0 (HsDeskLink, 1);

  link->from = from;
  link->to = to;
  link->decidable = ((HsDeskNode *) g_ptr_array_index (self->desk->nodes, to))->kind == HS_DESK_ARTICLE;
  link->evidence = g_ptr_array_new_with_free_func (hs_desk_occurrence_free);
  if (decision != NULL)
    {
      link->decided = decision->decision == HS_EDGE_CUT ? HS_DECIDED_CUT : HS_DECIDED_CONFIRMED;
      link->reason = g_strdup (decision->reason);
      link->time = decision->time;
    }
  g_ptr_array_add (self->desk->links, link);
  return link;
}

static void
lay_edge (HsLayingOut        *self,
          GHashTable         *places,
          const HsStoredEdge *edge)
{
  guint from = find_node (self, places, edge->from), to = find_node (self, places, edge->to);
  const HsStoredDecision *decision = find_decision (self, edge->from, edge->to);
  HsDeskLink *link;

  /* cut since the story was built: it comes with the others that are */
  if (from == to || (decision != NULL && decision->decision == HS_EDGE_CUT))
    return;
  link = add_link (self, from, to, decision);
  link->manner = edge->manner;
  for (guint i = 0; i < edge->evidence->len; i++)
    {
      const HsStoredEvidence *evidence = &g_array_index (edge->evidence, HsStoredEvidence, i);
      guint place = hs_laying_out_find (self, evidence->article);

      if (place != HS_NO_INDEX)
        g_ptr_array_add (link->evidence,
                         hs_desk_occurrence_new (g_ptr_array_index (self->articles, place), evidence->span));
    }
  if (link->decided == HS_DECIDED_CONFIRMED && link->evidence->len == 0)
    link->decided = HS_DECIDED_DRAWN;
}

static gboolean
name_nodes (HsLayingOut *self,
            HsLibrary   *library,
            GError     **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) known = NULL;

  for (guint i = 0; i < self->desk->nodes->len; i++)
    {
      HsDeskNode *node = g_ptr_array_index (self->desk->nodes, i);

      if (node->name == NULL)
        g_array_append_val (ids, node->id);
    }
  known = hs_library_load_known (library, ids, error);
  for (guint i = 0; known != NULL && i < self->desk->nodes->len; i++)
    {
      HsDeskNode *node = g_ptr_array_index (self->desk->nodes, i);

      for (guint j = 0; node->name == NULL && j < known->len; j++)
        if (((HsStoredEntity *) g_ptr_array_index (known, j))->id == node->id)
          node->name = g_strdup (((HsStoredEntity *) g_ptr_array_index (known, j))->name);
      if (node->name == NULL)
        node->name = g_strdup (_("unknown"));
    }
  return known != NULL;
}

/* Where the origins begin: at their outlet, else at their first article. */
static void
mark_origins (HsLayingOut *self,
              GHashTable  *places)
{
  for (guint i = 0; i < self->story->origins->len; i++)
    {
      const HsStoredOrigin *origin = g_ptr_array_index (self->story->origins, i);
      gint64 first = origin->articles->len > 0 ? g_array_index (origin->articles, gint64, 0) : 0;
      const HsNode nodes[] = { { HS_NODE_OUTLET, origin->outlet }, { HS_NODE_BEGINNING, first },
                               { HS_NODE_ARTICLE, first } };
      guint place = 0;

      for (guint k = 0; k < G_N_ELEMENTS (nodes) && place == 0; k++)
        {
          g_autofree char *key = make_key (nodes[k]);

          place = GPOINTER_TO_UINT (g_hash_table_lookup (places, key));
        }
      if (place != 0)
        ((HsDeskNode *) g_ptr_array_index (self->desk->nodes, place - 1))->origin = TRUE;
    }
}

static gboolean
lay_ways (HsLayingOut *self,
          HsLibrary   *library,
          GError     **error)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->desk->articles->len; i++)
    find_node (self, places,
               (HsNode) { HS_NODE_ARTICLE, ((HsDeskArticle *) g_ptr_array_index (self->desk->articles, i))->id });
  for (guint i = 0; i < self->stored->edges->len; i++)
    lay_edge (self, places, g_ptr_array_index (self->stored->edges, i));
  for (guint i = 0; i < self->stored->decisions->len; i++)
    {
      const HsStoredDecision *one = g_ptr_array_index (self->stored->decisions, i);

      if (one->decision == HS_EDGE_CUT && hs_laying_out_find (self, one->to.id) != HS_NO_INDEX)
        add_link (self, find_node (self, places, one->from), find_node (self, places, one->to), one);
    }
  mark_origins (self, places);
  return name_nodes (self, library, error);
}

/* --- all of it -------------------------------------------------------------------- */

static void
add_article (HsLayingOut *self,
             HsStored    *stored)
{
  HsDeskArticle *article = g_new0 (HsDeskArticle, 1);

  article->id = stored->id;
  article->title = g_strdup (stored->document->title != NULL ? stored->document->title : _("Untitled"));
  article->outlet = g_strdup (stored->document->outlet);
  article->published = g_strdup (stored->document->published);
  for (guint i = 0; i < self->stored->days->len; i++)
    {
      const HsStoredDay *day = g_ptr_array_index (self->stored->days, i);

      if (day->article == stored->id && strlen (day->date) >= 10)
        {
          g_free (article->confirmed);
          article->confirmed = g_strndup (day->date, 10);
        }
    }
  g_ptr_array_add (self->articles, stored);
  g_ptr_array_add (self->desk->articles, article);
  g_hash_table_insert (self->by_id, &article->id, GUINT_TO_POINTER (self->articles->len));
}

static gboolean
load_articles (HsLayingOut *self,
               HsLibrary   *library,
               GError     **error)
{
  GArray *ids = self->story->articles;

  for (guint i = ids->len > MOST_ARTICLES ? ids->len - MOST_ARTICLES : 0; i < ids->len; i++)
    {
      g_autoptr (GError) local = NULL;
      HsStored *stored = hs_library_load_article (library, g_array_index (ids, gint64, i), &local);

      /* deleted a moment ago: the page will be read again */
      if (stored == NULL && !g_error_matches (local, HS_ERROR, HS_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (stored != NULL)
        add_article (self, stored);
    }
  return TRUE;
}

static gpointer
desk_load (HsLibrary *library,
           gpointer   data,
           GError   **error)
{
  gint64 id = *(gint64 *) data;
  g_autoptr (HsStoredStory) story = hs_library_load_story (library, id, error);
  g_autoptr (HsStoredDesk) stored = story != NULL ? hs_library_load_desk (library, id, error) : NULL;
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_stored_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (HsStoryDesk) desk = NULL;
  HsLayingOut self = { NULL, story, stored, articles, by_id };

  if (stored == NULL)
    return NULL;
  desk = self.desk = g_atomic_rc_box_new0 (HsStoryDesk);
  desk->id = id;
  desk->articles = g_ptr_array_new_with_free_func (article_free);
  desk->nodes = g_ptr_array_new_with_free_func (node_free);
  desk->links = g_ptr_array_new_with_free_func (link_free);
  desk->rows = g_ptr_array_new_with_free_func (hs_desk_row_free);
  desk->hypotheses = g_ptr_array_new_with_free_func (hypothesis_free);
  desk->events = g_ptr_array_new_with_free_func (event_free);
  desk->page = hs_story_page_load (library, id, error);
  if (desk->page == NULL || !load_articles (&self, library, error) || !lay_ways (&self, library, error))
    return NULL;
  hs_desk_lay_matrix (&self);
  hs_desk_lay_timeline (&self);
  return g_steal_pointer (&desk);
}

/**
 * hs_workspace_read_desk_async:
 * @self: a workspace
 * @story: a story
 * @cancellable: (nullable): ends it
 * @callback: called on the main loop
 * @user_data: for @callback
 *
 * Lays the story out on another thread. Of one with more than 400 articles, the
 * latest so many are.
 */
void
hs_workspace_read_desk_async (HsWorkspace         *self,
                              gint64               story,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (HS_IS_WORKSPACE (self));

  hs_workspace_read (self, desk_load, g_memdup2 (&story, sizeof story), g_free, (GDestroyNotify) hs_story_desk_unref,
                     cancellable, callback, user_data);
}

/**
 * hs_workspace_read_desk_finish:
 * @self: a workspace
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the story laid out; %NULL with @error set
 */
HsStoryDesk *
hs_workspace_read_desk_finish (HsWorkspace   *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
