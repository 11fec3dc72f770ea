/* hs-graph-layout.c: places for the nodes and edges of a layered graph
 *
 * In layers from left to right; an edge over several layers passes through a place
 * of its own in each. The order within a layer is by the barycentre of the
 * neighbours, swept to and fro, and of all orders the one with the fewest
 * crossings is kept: Sugiyama, Tagawa, Toda, Methods for visual understanding of
 * hierarchical system structures, IEEE Trans. SMC 11 (1981).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-graph-layout.h"

#include <stdlib.h>

#define MOST_BETWEEN 6
#define SWEEPS 12
#define SETTLINGS 8
#define SPACING 14.0
#define BEND_HEIGHT 10.0

/* A node, or where an edge passes a layer. */
typedef struct
{
  guint layer;
  guint order;
  double height;
  double y;           /* of its middle */
  double barycentre;
  GArray *before;     /* (owned) (element-type guint) */
  GArray *after;      /* (owned) (element-type guint) */
} Vertex;

typedef struct
{
  GArray *vertices;   /* (owned) (element-type Vertex): nodes first */
  GPtrArray *layers;  /* (owned) (element-type GArray of guint): in order */
  GPtrArray *chains;  /* (owned) (element-type GArray of guint): vertices of each edge */
} Layering;

static Vertex *
vertex (Layering *self,
        guint     index)
{
  return &g_array_index (self->vertices, Vertex, index);
}

static void
vertex_clear (gpointer data)
{
  Vertex *self = data;

  g_array_unref (self->before);
  g_array_unref (self->after);
}

static guint
add_vertex (Layering *self,
            guint     layer,
            double    height)
{
  Vertex one = { .layer = layer, .height = height };
  guint index = self->vertices->len;

  one.before = g_array_new (FALSE, FALSE, sizeof (guint));
  one.after = g_array_new (FALSE, FALSE, sizeof (guint));
  while (self->layers->len <= layer)
    g_ptr_array_add (self->layers, g_array_new (FALSE, FALSE, sizeof (guint)));
  one.order = ((GArray *) g_ptr_array_index (self->layers, layer))->len;
  g_array_append_val (((GArray *) g_ptr_array_index (self->layers, layer)), index);
  g_array_append_val (self->vertices, one);
  return index;
}

/* Layers of the nodes; a ring of nodes between goes round as often as there is
 * room for it. Returns: (transfer full) */
static guint *
find_layers (const HsRank      *ranks,
             guint              n_nodes,
             const HsGraphEdge *edges,
             guint              n_edges)
{
  guint *layers = g_new0 (guint, MAX (n_nodes, 1));
  guint last = 1;

  for (guint i = 0; i < n_nodes; i++)
    layers[i] = ranks[i] == HS_RANK_FIRST ? 0 : 1;
  for (guint round = 0; round < MOST_BETWEEN; round++)
    for (guint e = 0; e < n_edges; e++)
      if (ranks[edges[e].from] == HS_RANK_BETWEEN && ranks[edges[e].to] == HS_RANK_BETWEEN
          && layers[edges[e].to] <= layers[edges[e].from])
        layers[edges[e].to] = MIN (layers[edges[e].from] + 1, MOST_BETWEEN);
  for (guint i = 0; i < n_nodes; i++)
    if (ranks[i] == HS_RANK_BETWEEN)
      last = MAX (last, layers[i] + 1);
  for (guint i = 0; i < n_nodes; i++)
    if (ranks[i] == HS_RANK_LAST)
      layers[i] = last;
  return layers;
}

static void
join (Layering *self,
      guint     from,
      guint     to)
{
  g_array_append_val (vertex (self, from)->after, to);
  g_array_append_val (vertex (self, to)->before, from);
}

static void
add_edge (Layering    *self,
          HsGraphEdge  edge)
{
  GArray *chain = g_array_new (FALSE, FALSE, sizeof (guint));
  guint at = edge.from;

  g_array_append_val (chain, at);
  if (vertex (self, edge.to)->layer > vertex (self, edge.from)->layer)
    {
      for (guint layer = vertex (self, edge.from)->layer + 1; layer < vertex (self, edge.to)->layer; layer++)
        {
          guint bend = add_vertex (self, layer, BEND_HEIGHT);

          join (self, at, bend);
          g_array_append_val (chain, bend);
          at = bend;
        }
      join (self, at, edge.to);
    }
  g_array_append_val (chain, edge.to);
  g_ptr_array_add (self->chains, chain);
}

/* --- order --------------------------------------------------------------------- */

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return (x > y) - (x < y);
}

/* Inversions among edges between a layer and the next, by insertion into a sorted
 * row (Barth, Mutzel, Jünger, Simple and efficient bilayer cross counting, 2004). */
static guint
count_crossings_after (Layering *self,
                       guint     layer)
{
  GArray *order = g_ptr_array_index (self->layers, layer);
  g_autoptr (GArray) tree = g_array_new (FALSE, TRUE, sizeof (guint));
  guint size = ((GArray *) g_ptr_array_index (self->layers, layer + 1))->len + 1, total = 0, crossings = 0;

  g_array_set_size (tree, size + 1);
  for (guint i = 0; i < order->len; i++)
    {
      GArray *after = vertex (self, g_array_index (order, guint, i))->after;
      g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint j = 0; j < after->len; j++)
        {
          guint end = vertex (self, g_array_index (after, guint, j))->order;

          g_array_append_val (ends, end);
        }
      g_array_sort (ends, compare_numbers);
      for (guint j = 0; j < ends->len; j++)
        {
          guint below = 0;

          for (guint k = g_array_index (ends, guint, j) + 1; k > 0; k -= k & -k)
            below += g_array_index (tree, guint, k);
          crossings += total - below;
        }
      for (guint j = 0; j < ends->len; j++, total++)
        for (guint k = g_array_index (ends, guint, j) + 1; k <= size; k += k & -k)
          g_array_index (tree, guint, k)++;
    }
  return crossings;
}

static guint
count_crossings (Layering *self)
{
  guint crossings = 0;

  for (guint layer = 0; layer + 1 < self->layers->len; layer++)
    crossings += count_crossings_after (self, layer);
  return crossings;
}

static int
compare_vertices (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  const Vertex *x = vertex (data, *(const guint *) a), *y = vertex (data, *(const guint *) b);

  if (x->barycentre != y->barycentre)
    return x->barycentre < y->barycentre ? -1 : 1;
  return (x->order > y->order) - (x->order < y->order);
}

static void
order_layer (Layering *self,
             guint     layer,
             gboolean  by_before)
{
  GArray *order = g_ptr_array_index (self->layers, layer);

  for (guint i = 0; i < order->len; i++)
    {
      Vertex *one = vertex (self, g_array_index (order, guint, i));
      GArray *others = by_before ? one->before : one->after;
      double sum = 0;

      for (guint j = 0; j < others->len; j++)
        sum += vertex (self, g_array_index (others, guint, j))->order;
      one->barycentre = others->len > 0 ? sum / others->len : one->order;
    }
  g_array_sort_with_data (order, compare_vertices, self);
  for (guint i = 0; i < order->len; i++)
    vertex (self, g_array_index (order, guint, i))->order = i;
}

static GArray *
save_order (Layering *self)
{
  GArray *saved = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->vertices->len);

  for (guint i = 0; i < self->vertices->len; i++)
    g_array_append_val (saved, vertex (self, i)->order);
  return saved;
}

static guint
find_order (Layering *self)
{
  g_autoptr (GArray) best = save_order (self);
  guint fewest = count_crossings (self);

  for (guint sweep = 0; sweep < SWEEPS && fewest > 0; sweep++)
    {
      guint crossings;

      for (guint k = 1; k < self->layers->len; k++)
        order_layer (self, sweep % 2 == 0 ? k : self->layers->len - 1 - k, sweep % 2 == 0);
      crossings = count_crossings (self);
      if (crossings >= fewest)
        continue;
      fewest = crossings;
      g_array_unref (best);
      best = save_order (self);
    }
  for (guint i = 0; i < self->vertices->len; i++)
    {
      Vertex *one = vertex (self, i);

      one->order = g_array_index (best, guint, i);
      g_array_index ((GArray *) g_ptr_array_index (self->layers, one->layer), guint, one->order) = i;
    }
  return fewest;
}

/* --- places ---------------------------------------------------------------------- */

static double
half_of_both (const Vertex *a,
              const Vertex *b)
{
  return (a->height + b->height) / 2 + SPACING;
}

/* Each towards the middle of its neighbours, none over another. */
static void
settle_layer (Layering *self,
              guint     layer)
{
  GArray *order = g_ptr_array_index (self->layers, layer);
  double wanted = 0, got = 0;

  for (guint i = 0; i < order->len; i++)
    {
      Vertex *one = vertex (self, g_array_index (order, guint, i));
      const Vertex *above = i > 0 ? vertex (self, g_array_index (order, guint, i - 1)) : NULL;
      guint n = one->before->len + one->after->len;
      double sum = 0;

      for (guint j = 0; j < one->before->len; j++)
        sum += vertex (self, g_array_index (one->before, guint, j))->y;
      for (guint j = 0; j < one->after->len; j++)
        sum += vertex (self, g_array_index (one->after, guint, j))->y;
      if (n > 0)
        one->y = sum / n;
      wanted += one->y;
      if (above != NULL)
        one->y = MAX (one->y, above->y + half_of_both (above, one));
      got += one->y;
    }
  /* what was pushed down is brought back to the middle of what was wanted */
  for (guint i = 0; i < order->len; i++)
    vertex (self, g_array_index (order, guint, i))->y += (wanted - got) / order->len;
}

static int
compare_tops (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const Vertex *x = vertex (data, *(const guint *) a), *y = vertex (data, *(const guint *) b);
  double top_x = x->y - x->height / 2, top_y = y->y - y->height / 2;

  return (top_x > top_y) - (top_x < top_y);
}

/* Bands that nothing stands in, in any layer, are closed up. */
static void
close_gaps (Layering *self)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  double bottom = 0, shift = 0;

  for (guint i = 0; i < self->vertices->len; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_tops, self);
  for (guint i = 0; i < order->len; i++)
    {
      Vertex *one = vertex (self, g_array_index (order, guint, i));
      double top = one->y - one->height / 2;

      if (i == 0)
        shift = top;
      else if (top - bottom > 2 * SPACING)
        shift += top - bottom - 2 * SPACING;
      bottom = i == 0 ? top + one->height : MAX (bottom, top + one->height);
      one->y -= shift;
    }
}

static void
find_places (Layering *self)
{

  for (guint layer = 0; layer < self->layers->len; layer++)
    {
      GArray *order = g_ptr_array_index (self->layers, layer);
      double y = 0;

      for (guint i = 0; i < order->len; i++)
        {
          Vertex *one = vertex (self, g_array_index (order, guint, i));

          one->y = y + one->height / 2;
          y += one->height + SPACING;
        }
    }
  for (guint i = 0; i < SETTLINGS; i++)
    for (guint k = 0; k < self->layers->len; k++)
      settle_layer (self, i % 2 == 0 ? k : self->layers->len - 1 - k);
  close_gaps (self);
}

/* --- what comes of it ---------------------------------------------------------------- */

static void
route_free (gpointer data)
{
  g_array_unref (data);
}

static GArray *
make_route (Layering *self,
            GArray   *chain,
            double    width,
            double    column)
{
  GArray *route = g_array_new (FALSE, FALSE, sizeof (HsGraphPoint));

  for (guint i = 0; i < chain->len; i++)
    {
      const Vertex *one = vertex (self, g_array_index (chain, guint, i));
      HsGraphPoint left = { one->layer * column, one->y }, right = { one->layer * column + width, one->y };

      if (i > 0)
        g_array_append_val (route, left);
      if (i + 1 < chain->len)
        g_array_append_val (route, right);
    }
  return route;
}

static HsGraphLayout *
make_layout (Layering *self,
             guint     n_nodes,
             double    width,
             double    gap)
{
  HsGraphLayout *layout = g_new0 (HsGraphLayout, 1);

  layout->places = g_array_new (FALSE, FALSE, sizeof (HsGraphPoint));
  layout->routes = g_ptr_array_new_with_free_func (route_free);
  for (guint i = 0; i < self->vertices->len; i++)
    {
      const Vertex *one = vertex (self, i);
      HsGraphPoint place = { one->layer * (width + gap), one->y - one->height / 2 };

      if (i < n_nodes)
        g_array_append_val (layout->places, place);
      layout->width = MAX (layout->width, place.x + width);
      layout->height = MAX (layout->height, place.y + one->height);
    }
  for (guint i = 0; i < self->chains->len; i++)
    g_ptr_array_add (layout->routes, make_route (self, g_ptr_array_index (self->chains, i), width, width + gap));
  return layout;
}

/**
 * hs_graph_layout_new:
 * @ranks: (array length=n_nodes): where each node belongs
 * @n_nodes: how many
 * @edges: (array length=n_edges): what joins them; from left to right but for rings
 * @n_edges: how many
 * @node_width: of each node
 * @node_height: of each node
 * @gap: between two layers
 *
 * The same graph is always laid out the same way. Any thread.
 *
 * Returns: (transfer full): the places
 */
HsGraphLayout *
hs_graph_layout_new (const HsRank      *ranks,
                     guint              n_nodes,
                     const HsGraphEdge *edges,
                     guint              n_edges,
                     double             node_width,
                     double             node_height,
                     double             gap)
{
  g_autofree guint *layers = NULL;
  Layering self;
  HsGraphLayout *layout;
  guint crossings;

  g_return_val_if_fail (ranks != NULL || n_nodes == 0, NULL);
  g_return_val_if_fail (edges != NULL || n_edges == 0, NULL);

  layers = find_layers (ranks, n_nodes, edges, n_edges);
  self.vertices = g_array_new (FALSE, FALSE, sizeof (Vertex));
  g_array_set_clear_func (self.vertices, vertex_clear);
  self.layers = g_ptr_array_new_with_free_func (route_free);
  self.chains = g_ptr_array_new_with_free_func (route_free);
  for (guint i = 0; i < n_nodes; i++)
    add_vertex (&self, layers[i], node_height);
  for (guint i = 0; i < n_edges; i++)
    add_edge (&self, edges[i]);
  crossings = find_order (&self);
  find_places (&self);
  layout = make_layout (&self, n_nodes, node_width, gap);
  layout->crossings = crossings;
  g_array_unref (self.vertices);
  g_ptr_array_unref (self.layers);
  g_ptr_array_unref (self.chains);
  return layout;
}

/**
 * hs_graph_layout_free:
 * @self: (transfer full) (nullable): where a graph is drawn
 */
void
hs_graph_layout_free (HsGraphLayout *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->places);
  g_ptr_array_unref (self->routes);
  g_free (self);
}
