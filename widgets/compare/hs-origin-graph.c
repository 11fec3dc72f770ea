/* hs-origin-graph.c: from who spoke to who reads it, drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-origin-graph.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "hs-graph-layout.h"

#define NODE_WIDTH 172
#define NODE_HEIGHT 50
#define GAP 84
#define HANDLE 20
#define MARGIN 14

struct _HsOriginGraph
{
  GtkWidget parent_instance;

  HsStoryDesk *desk;      /* (owned) (nullable) */
  HsGraphLayout *layout;  /* (owned) (nullable) */
  GPtrArray *nodes;       /* (owned) (element-type GtkWidget): children, unowned */
  GPtrArray *links;       /* (owned) (element-type GtkWidget): children, unowned; of those that count */
  HsShow show;
  double zoom;
  GtkWidget *current;     /* (unowned) (nullable): the child that is shown */
};

G_DEFINE_FINAL_TYPE (HsOriginGraph, hs_origin_graph, GTK_TYPE_WIDGET)

enum
{
  SHOWN,
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GQuark
index_quark (void)
{
  return g_quark_from_static_string ("hs-graph-index");
}

static gboolean
is_link (HsOriginGraph *self,
         GtkWidget     *child)
{
  return g_ptr_array_find (self->links, child, NULL);
}

static guint
index_of (GtkWidget *child)
{
  return GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (child), index_quark ()));
}

static const HsDeskLink *
get_link (HsOriginGraph *self,
          guint          index)
{
  return g_ptr_array_index (self->desk->links, index);
}

static const char *
manner_name (const HsDeskLink *link)
{
  switch (link->decided)
    {
    case HS_DECIDED_CONFIRMED:
      return _("confirmed by you");
    case HS_DECIDED_DRAWN:
      return _("drawn by you");
    case HS_DECIDED_CUT:
      return _("cut by you");
    case HS_DECIDED_PROGRAM:
    default:
      break;
    }
  return link->manner == HS_VIA_STATED ? _("stated") : link->manner == HS_VIA_CARRIED ? _("carried") : _("implied");
}

/**
 * hs_desk_link_describe:
 * @desk: a story laid out
 * @index: of one of its links
 *
 * Returns: (transfer full): "The Times to The Post, stated", translated
 */
char *
hs_desk_link_describe (HsStoryDesk *desk,
                       guint        index)
{
  const HsDeskLink *link = g_ptr_array_index (desk->links, index);
  const HsDeskNode *from = g_ptr_array_index (desk->nodes, link->from), *to = g_ptr_array_index (desk->nodes, link->to);

  return g_strdup_printf (_("%s to %s, %s"), from->name, to->name, manner_name (link));
}

/* --- what is pointed at -------------------------------------------------------------- */

static void
set_current (HsOriginGraph *self,
             GtkWidget     *child)
{
  self->current = child;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (child != NULL)
    g_signal_emit (self, signals[SHOWN], 0, is_link (self, child), index_of (child));
}

static void
child_focus_cb (GtkEventControllerFocus *controller,
                HsOriginGraph           *self)
{
  set_current (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
}

static void
child_enter_cb (GtkEventControllerMotion *controller,
                double                    x,
                double                    y,
                HsOriginGraph            *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || gtk_widget_get_parent (focus) != GTK_WIDGET (self))
    set_current (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
}

static void
open_child (HsOriginGraph *self,
            GtkWidget     *child)
{
  g_signal_emit (self, signals[OPENED], 0, is_link (self, child), index_of (child));
}

/* By Enter, or by a screen reader. */
static void
child_clicked_cb (GtkWidget     *child,
                  HsOriginGraph *self)
{
  open_child (self, child);
}

/* A click shows, a second one opens. */
static void
child_pressed_cb (GtkGestureClick *gesture,
                  int              n,
                  double           x,
                  double           y,
                  HsOriginGraph   *self)
{
  GtkWidget *child = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (child);
  if (n == 2)
    open_child (self, child);
}

/* A button opens at the first click; ours only shows then. Enter stays the button's. */
static void
mute_pointer (GtkWidget *button)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (button);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

static void
hs_origin_graph_add_child (HsOriginGraph *self,
                           GtkWidget     *child,
                           GPtrArray     *into,
                           guint          index,
                           const char    *label)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  mute_pointer (child);
  g_object_set_qdata (G_OBJECT (child), index_quark (), GUINT_TO_POINTER (index));
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (child, "clicked", G_CALLBACK (child_clicked_cb), self, 0);
  g_signal_connect_object (focus, "enter", G_CALLBACK (child_focus_cb), self, 0);
  g_signal_connect_object (motion, "enter", G_CALLBACK (child_enter_cb), self, 0);
  g_signal_connect_object (click, "pressed", G_CALLBACK (child_pressed_cb), self, 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (child, focus);
  gtk_widget_add_controller (child, motion);
  gtk_widget_add_controller (child, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_ptr_array_add (into, child);
}

/* --- the children ------------------------------------------------------------------------ */

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static const char *
kind_name (const HsDeskNode *node)
{
  if (node->kind == HS_DESK_SPEAKER)
    return _("speaker");
  if (node->kind == HS_DESK_ARTICLE)
    return node->origin ? _("article, an origin of its own") : _("article");
  return node->origin ? _("origin") : _("outlet");
}

/* By what it is told again when the story was read anew. */
static void
name_child (GtkWidget        *child,
            const HsDeskNode *from,
            const HsDeskNode *to)
{
  g_autofree char *name = g_strdup_printf ("%d:%" G_GINT64_FORMAT ">%d:%" G_GINT64_FORMAT, from->kind, from->id,
                                           to->kind, to->id);

  gtk_widget_set_name (child, name);
}

static void
hs_origin_graph_add_node (HsOriginGraph *self,
                          guint          index)
{
  static const char * const classes[] = { "speaker", "outlet", "outlet", "article" };
  const HsDeskNode *node = g_ptr_array_index (self->desk->nodes, index);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *second = node->detail != NULL ? node->detail : kind_name (node);
  g_autofree char *label = node->detail != NULL
                             ? g_strdup_printf ("%s, %s: %s", node->name, kind_name (node), node->detail)
                             : g_strdup_printf ("%s, %s", node->name, kind_name (node));

  gtk_widget_add_css_class (button, "hs-graph-node");
  gtk_widget_add_css_class (button, classes[node->kind]);
  if (node->origin)
    gtk_widget_add_css_class (button, "origin");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), make_label (node->name, "hs-graph-name"));
  gtk_box_append (GTK_BOX (box), make_label (second, "caption"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  name_child (button, node, node);
  hs_origin_graph_add_child (self, button, self->nodes, index, label);
}

static void
hs_origin_graph_add_link (HsOriginGraph *self,
                          guint          index)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *label = hs_desk_link_describe (self->desk, index);

  gtk_widget_add_css_class (button, "hs-graph-link");
  if (get_link (self, index)->manner == HS_VIA_IMPLIED && get_link (self, index)->decided == HS_DECIDED_PROGRAM)
    gtk_widget_add_css_class (button, "implied");
  else if (get_link (self, index)->decided != HS_DECIDED_PROGRAM)
    gtk_widget_add_css_class (button, "decided");
  name_child (button, g_ptr_array_index (self->desk->nodes, get_link (self, index)->from),
              g_ptr_array_index (self->desk->nodes, get_link (self, index)->to));
  hs_origin_graph_add_child (self, button, self->links, index, label);
}

static HsRank
rank_of (const HsDeskNode *node)
{
  return node->kind == HS_DESK_SPEAKER ? HS_RANK_FIRST : node->kind == HS_DESK_ARTICLE ? HS_RANK_LAST : HS_RANK_BETWEEN;
}

static void
hs_origin_graph_lay_out (HsOriginGraph *self)
{
  g_autofree HsRank *ranks = g_new0 (HsRank, MAX (1, self->desk->nodes->len));
  g_autofree HsGraphEdge *edges = g_new0 (HsGraphEdge, MAX (1, self->links->len));

  for (guint i = 0; i < self->desk->nodes->len; i++)
    ranks[i] = rank_of (g_ptr_array_index (self->desk->nodes, i));
  for (guint i = 0; i < self->links->len; i++)
    {
      const HsDeskLink *link = get_link (self, index_of (g_ptr_array_index (self->links, i)));

      edges[i] = (HsGraphEdge) { link->from, link->to };
    }
  self->layout = hs_graph_layout_new (ranks, self->desk->nodes->len, edges, self->links->len, NODE_WIDTH, NODE_HEIGHT,
                                      GAP);
}

static void
hs_origin_graph_clear (HsOriginGraph *self)
{
  self->current = NULL;
  for (guint i = 0; i < self->nodes->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->nodes, i));
  for (guint i = 0; i < self->links->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->links, i));
  g_ptr_array_set_size (self->nodes, 0);
  g_ptr_array_set_size (self->links, 0);
  g_clear_pointer (&self->layout, hs_graph_layout_free);
  g_clear_pointer (&self->desk, hs_story_desk_unref);
}

/* --- places on the screen -------------------------------------------------------------------- */

static void
hs_origin_graph_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  HsOriginGraph *self = HS_ORIGIN_GRAPH (widget);
  double size = self->layout == NULL ? 0 : orientation == GTK_ORIENTATION_HORIZONTAL ? self->layout->width
                                                                                     : self->layout->height;

  /* children that were never measured may not be allocated */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_measure (child, orientation, -1, NULL, NULL, NULL, NULL);
  *minimum = *natural = (int) ceil ((size + 2 * MARGIN) * self->zoom);
}

static HsGraphPoint
middle_of (GArray *route,
           guint   index)
{
  /* a little apart, so that the marks of links from one node do not lie on each other */
  double t = 0.38 + 0.24 * (index % 5) / 4.0;
  guint piece = (route->len / 2 - 1) / 2 * 2;
  HsGraphPoint a = g_array_index (route, HsGraphPoint, piece), b = g_array_index (route, HsGraphPoint, piece + 1);
  double bend = 3 * t * t - 2 * t * t * t;
  HsGraphPoint middle = { a.x + (b.x - a.x) * (1.5 * t * (1 - t) + t * t * t),
                          a.y + (b.y - a.y) * bend };

  return middle;
}

static void
place_child (HsOriginGraph *self,
             GtkWidget     *child,
             double         x,
             double         y,
             int            width,
             int            height)
{
  GskTransform *transform = gsk_transform_scale (NULL, self->zoom, self->zoom);

  transform = gsk_transform_translate (transform, &GRAPHENE_POINT_INIT (x + MARGIN, y + MARGIN));
  gtk_widget_allocate (child, width, height, -1, transform);
}

static void
hs_origin_graph_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  HsOriginGraph *self = HS_ORIGIN_GRAPH (widget);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      const HsGraphPoint *place = &g_array_index (self->layout->places, HsGraphPoint, i);

      place_child (self, g_ptr_array_index (self->nodes, i), place->x, place->y, NODE_WIDTH, NODE_HEIGHT);
    }
  for (guint i = 0; i < self->links->len; i++)
    {
      HsGraphPoint middle = middle_of (g_ptr_array_index (self->layout->routes, i), i);

      place_child (self, g_ptr_array_index (self->links, i), middle.x - HANDLE / 2.0, middle.y - HANDLE / 2.0, HANDLE,
                   HANDLE);
    }
}

/* Whether the link is, or leads to or from, what is shown. */
static gboolean
is_near (HsOriginGraph    *self,
         GtkWidget        *child,
         const HsDeskLink *link)
{
  if (self->current == NULL)
    return FALSE;
  if (is_link (self, self->current))
    return child == self->current;
  return link->from == index_of (self->current) || link->to == index_of (self->current);
}

static void
draw_route (cairo_t *cr,
            GArray  *route)
{
  HsGraphPoint at = g_array_index (route, HsGraphPoint, 0);

  cairo_move_to (cr, at.x, at.y);
  for (guint i = 1; i < route->len; i++)
    {
      HsGraphPoint next = g_array_index (route, HsGraphPoint, i);
      double half = (next.x - at.x) / 2;

      if (i % 2 == 1)
        cairo_curve_to (cr, at.x + half, at.y, next.x - half, next.y, next.x, next.y);
      else
        cairo_line_to (cr, next.x, next.y);
      at = next;
    }
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_move_to (cr, at.x - 7, at.y - 4);
  cairo_line_to (cr, at.x, at.y);
  cairo_line_to (cr, at.x - 7, at.y + 4);
  cairo_stroke (cr);
}

static void
hs_origin_graph_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  HsOriginGraph *self = HS_ORIGIN_GRAPH (widget);
  gboolean strong = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                                          gtk_widget_get_height (widget)));
  GdkRGBA plain, accent;

  gtk_style_context_get_color (style, &plain);
  if (!gtk_style_context_lookup_color (style, "accent_color", &accent))
    accent = plain;
  cairo_scale (cr, self->zoom, self->zoom);
  cairo_translate (cr, MARGIN, MARGIN);
  for (guint i = 0; i < self->links->len; i++)
    {
      GtkWidget *child = g_ptr_array_index (self->links, i);
      const HsDeskLink *link = get_link (self, index_of (child));
      gboolean near = is_near (self, child, link);
      GdkRGBA colour = near ? accent : plain;
      const double dashes[] = { 6, 5 };

      colour.alpha = near || strong ? 1 : self->show != HS_SHOW_ALL ? 0.25 : 0.5;
      gdk_cairo_set_source_rgba (cr, &colour);
      cairo_set_line_width (cr, near ? 2.5 : link->decided == HS_DECIDED_PROGRAM ? 1.3 : 2);
      if (link->manner == HS_VIA_IMPLIED && link->decided == HS_DECIDED_PROGRAM)
        cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
      else
        cairo_set_dash (cr, NULL, 0, 0);
      draw_route (cr, g_ptr_array_index (self->layout->routes, i));
    }
  cairo_destroy (cr);
  GTK_WIDGET_CLASS (hs_origin_graph_parent_class)->snapshot (widget, snapshot);
}

/* --- keys -------------------------------------------------------------------------------------- */

static HsGraphPoint
centre_of (HsOriginGraph *self,
           GtkWidget     *child)
{
  graphene_rect_t bounds;
  HsGraphPoint centre = { 0, 0 };

  if (gtk_widget_compute_bounds (child, GTK_WIDGET (self), &bounds))
    centre = (HsGraphPoint) { bounds.origin.x + bounds.size.width / 2, bounds.origin.y + bounds.size.height / 2 };
  return centre;
}

/* From a node to its links, from a link to its node: left and right. */
static gboolean
leads (HsOriginGraph *self,
       GtkWidget     *from,
       GtkWidget     *to,
       gboolean       right)
{
  if (is_link (self, from) == is_link (self, to))
    return FALSE;
  if (is_link (self, from))
    return index_of (to) == (right ? get_link (self, index_of (from))->to : get_link (self, index_of (from))->from);
  return index_of (from) == (right ? get_link (self, index_of (to))->from : get_link (self, index_of (to))->to);
}

/* Up and down: the nearest of the same sort. */
static gboolean
stands_beside (HsOriginGraph *self,
               GtkWidget     *from,
               GtkWidget     *to,
               gboolean       down)
{
  HsGraphPoint a = centre_of (self, from), b = centre_of (self, to);

  return is_link (self, from) == is_link (self, to) && from != to && (down ? b.y > a.y + 0.5 : b.y < a.y - 0.5)
         && fabs (b.x - a.x) < (NODE_WIDTH + GAP) / 2.0 * self->zoom;
}

static GtkWidget *
find_next (HsOriginGraph    *self,
           GtkWidget        *from,
           GtkDirectionType  direction)
{
  HsGraphPoint a = centre_of (self, from);
  GtkWidget *best = NULL;
  double nearest = G_MAXDOUBLE;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gboolean fits = direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT
                        ? leads (self, from, child, direction == GTK_DIR_RIGHT)
                        : stands_beside (self, from, child, direction == GTK_DIR_DOWN);
      HsGraphPoint b = centre_of (self, child);
      double distance = fabs (b.y - a.y) + fabs (b.x - a.x) / 100;

      if (fits && gtk_widget_get_sensitive (child) && distance < nearest)
        {
          best = child;
          nearest = distance;
        }
    }
  return best;
}

static gboolean
hs_origin_graph_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  HsOriginGraph *self = HS_ORIGIN_GRAPH (widget);
  GtkWidget *focus = gtk_widget_get_focus_child (widget);
  GtkWidget *next;

  if (focus == NULL)
    {
      next = self->nodes->len > 0 ? g_ptr_array_index (self->nodes, 0) : NULL;
      for (guint i = 0; i < self->nodes->len; i++)
        if (g_array_index (self->layout->places, HsGraphPoint, i).x == 0)
          {
            next = g_ptr_array_index (self->nodes, i);
            break;
          }
      return next != NULL && gtk_widget_grab_focus (next);
    }
  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return FALSE;
  next = find_next (self, focus, direction);
  return next != NULL ? gtk_widget_grab_focus (next) : TRUE;
}

/* --- the class ------------------------------------------------------------------------------------ */

static void
hs_origin_graph_dispose (GObject *object)
{
  hs_origin_graph_clear (HS_ORIGIN_GRAPH (object));

  G_OBJECT_CLASS (hs_origin_graph_parent_class)->dispose (object);
}

static void
hs_origin_graph_finalize (GObject *object)
{
  HsOriginGraph *self = HS_ORIGIN_GRAPH (object);

  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->links);

  G_OBJECT_CLASS (hs_origin_graph_parent_class)->finalize (object);
}

static void
hs_origin_graph_class_init (HsOriginGraphClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hs_origin_graph_dispose;
  object_class->finalize = hs_origin_graph_finalize;
  widget_class->measure = hs_origin_graph_measure;
  widget_class->size_allocate = hs_origin_graph_size_allocate;
  widget_class->snapshot = hs_origin_graph_snapshot;
  widget_class->focus = hs_origin_graph_focus;
  signals[SHOWN] = g_signal_new ("shown", HS_TYPE_ORIGIN_GRAPH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                 G_TYPE_BOOLEAN, G_TYPE_UINT);
  signals[OPENED] = g_signal_new ("opened", HS_TYPE_ORIGIN_GRAPH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  2, G_TYPE_BOOLEAN, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "origin-graph");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hs_origin_graph_init (HsOriginGraph *self)
{
  self->nodes = g_ptr_array_new ();
  self->links = g_ptr_array_new ();
  self->zoom = 1;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("From who spoke to who reads it"), -1);
}

/* The child with the name, which says what it joins. */
static GtkWidget *
find_named (HsOriginGraph *self,
            const char    *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL && name != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (gtk_widget_get_name (child), name) == 0)
      return child;
  return NULL;
}

/**
 * hs_origin_graph_set_desk:
 * @self: a graph
 * @desk: (nullable): the story that is shown
 *
 * The node that had the keys keeps them when it is still there.
 */
void
hs_origin_graph_set_desk (HsOriginGraph *self,
                          HsStoryDesk   *desk)
{
  GtkWidget *focus;
  g_autofree char *focused = NULL;

  g_return_if_fail (HS_IS_ORIGIN_GRAPH (self));

  focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  focused = focus != NULL && gtk_widget_has_focus (focus) ? g_strdup (gtk_widget_get_name (focus)) : NULL;
  hs_origin_graph_clear (self);
  if (desk != NULL)
    {
      self->desk = hs_story_desk_ref (desk);
      for (guint i = 0; i < desk->nodes->len; i++)
        hs_origin_graph_add_node (self, i);
      for (guint i = 0; i < desk->links->len; i++)
        if (get_link (self, i)->decided != HS_DECIDED_CUT)
          hs_origin_graph_add_link (self, i);
      hs_origin_graph_lay_out (self);
      hs_origin_graph_set_show (self, self->show);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
  /* read anew, it goes on where it was */
  focus = find_named (self, focused);
  if (focus != NULL)
    gtk_widget_grab_focus (focus);
}

/**
 * hs_origin_graph_set_show:
 * @self: a graph
 * @show: what is meant; the rest becomes faint
 */
void
hs_origin_graph_set_show (HsOriginGraph *self,
                          HsShow         show)
{
  g_return_if_fail (HS_IS_ORIGIN_GRAPH (self));

  self->show = show;
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const HsDeskNode *node = g_ptr_array_index (self->desk->nodes, i);
      gboolean meant = show == HS_SHOW_ALL || (show == HS_SHOW_ARTICLES && node->kind == HS_DESK_ARTICLE)
                       || (show == HS_SHOW_ORIGINS && node->origin)
                       || (show == HS_SHOW_SPEAKERS && node->kind == HS_DESK_SPEAKER);

      if (meant)
        gtk_widget_remove_css_class (g_ptr_array_index (self->nodes, i), "faint");
      else
        gtk_widget_add_css_class (g_ptr_array_index (self->nodes, i), "faint");
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * hs_origin_graph_get_zoom:
 * @self: a graph
 *
 * Returns: how much it is enlarged; 1 is not at all
 */
double
hs_origin_graph_get_zoom (HsOriginGraph *self)
{
  g_return_val_if_fail (HS_IS_ORIGIN_GRAPH (self), 1);

  return self->zoom;
}

/**
 * hs_origin_graph_set_zoom:
 * @self: a graph
 * @zoom: how much it is enlarged, 0.25 to 3; 1 is not at all
 */
void
hs_origin_graph_set_zoom (HsOriginGraph *self,
                          double         zoom)
{
  g_return_if_fail (HS_IS_ORIGIN_GRAPH (self));

  self->zoom = CLAMP (zoom, 0.25, 3);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
