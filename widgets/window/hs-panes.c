/* hs-panes.c: four panes side by side, over each other, or one at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-panes.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define WIDE 900
#define NARROW 600
#define DETAIL_MIN 300
#define HANDLE_WIDTH 9
#define N_HANDLES 3

typedef enum
{
  PANE_SIDEBAR,
  PANE_LIST,
  PANE_PANEL,
  PANE_DETAIL,
  N_PANES
} Pane;

static const int pane_min[N_PANES] = { 140, 220, 240, DETAIL_MIN };
static const int pane_max[N_PANES] = { 400, 700, 700, G_MAXINT };

struct _HsPanes
{
  GtkWidget parent_instance;

  GtkWidget *children[N_PANES];  /* (owned) (nullable) */
  GtkWidget *shade;              /* (owned): between the overlays and the rest */
  GtkWidget *handles[N_HANDLES]; /* (owned): of sidebar, list and panel */
  AdwAnimation *animations[N_PANES]; /* (owned) (nullable): of sidebar and panel */

  int widths[N_PANES];     /* as the user wants them */
  gboolean docked[N_PANES]; /* side by side: whether it is there */
  gboolean over[N_PANES];   /* as an overlay: whether it is there */
  double reveal[N_PANES];   /* how much of the overlay is in view, 0 to 1 */
  gboolean overlays;
  gboolean narrow;
  gboolean show_detail;
  int drag_start;
  guint notify_source;
};

enum
{
  PROP_0,
  PROP_SIDEBAR,
  PROP_LIST,
  PROP_DETAIL,
  PROP_PANEL,
  PROP_SHOW_SIDEBAR,
  PROP_SHOW_PANEL,
  PROP_SHOW_DETAIL,
  PROP_OVERLAYS,
  PROP_NARROW,
  PROP_SIDEBAR_WIDTH,
  PROP_LIST_WIDTH,
  PROP_PANEL_WIDTH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HsPanes, hs_panes, GTK_TYPE_WIDGET)

/* --- layout ----------------------------------------------------------------------- */

static void
hs_panes_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  HsPanes *self = HS_PANES (widget);

  *minimum = 0;
  *natural = 0;
  for (guint i = 0; i < N_PANES; i++)
    {
      int child_min = 0, child_nat = 0;

      if (self->children[i] == NULL)
        continue;
      gtk_widget_measure (self->children[i], orientation, -1, &child_min, &child_nat, NULL, NULL);
      *minimum = MAX (*minimum, child_min);
      *natural = MAX (*natural, child_nat);
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*natural, WIDE);
}

static void
place (GtkWidget *child,
       int        x,
       int        width,
       int        height)
{
  GskTransform *transform;

  if (child == NULL)
    return;
  gtk_widget_set_child_visible (child, TRUE);
  transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (x, 0));
  gtk_widget_allocate (child, width, height, -1, transform);
}

static void
hide (GtkWidget *child)
{
  if (child != NULL)
    gtk_widget_set_child_visible (child, FALSE);
}

static int
get_child_min (GtkWidget *child,
               int        least)
{
  int minimum = 0;

  if (child != NULL)
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return MAX (minimum, least);
}

/* The width of each pane when they stand side by side: what the user wants,
 * less what is missing for the article. */
static void
hs_panes_share (HsPanes *self,
                int      width,
                int      shares[N_PANES])
{
  static const Pane order[] = { PANE_PANEL, PANE_LIST, PANE_SIDEBAR };
  int least[N_PANES];
  int rest = width;

  for (guint i = 0; i < N_PANES; i++)
    {
      least[i] = get_child_min (self->children[i], pane_min[i]);
      if (i == PANE_DETAIL)
        continue;
      shares[i] = self->docked[i] ? CLAMP (self->widths[i], least[i], MAX (least[i], pane_max[i])) : 0;
      rest -= shares[i];
    }
  for (guint i = 0; i < G_N_ELEMENTS (order) && rest < least[PANE_DETAIL]; i++)
    {
      Pane pane = order[i];
      int give = MIN (shares[pane] - least[pane], least[PANE_DETAIL] - rest);

      if (!self->docked[pane] || give <= 0)
        continue;
      shares[pane] -= give;
      rest += give;
    }
  shares[PANE_DETAIL] = MAX (rest, 0);
}

static void
hs_panes_place_handle (HsPanes *self,
                       Pane     pane,
                       int      border,
                       int      height)
{
  if (self->docked[pane])
    place (self->handles[pane], border - HANDLE_WIDTH / 2 - 1, HANDLE_WIDTH, height);
  else
    hide (self->handles[pane]);
}

static void
hs_panes_allocate_wide (HsPanes *self,
                        int      width,
                        int      height)
{
  int shares[N_PANES];
  int list_end, detail_end;

  hs_panes_share (self, width, shares);
  list_end = shares[PANE_SIDEBAR] + shares[PANE_LIST];
  detail_end = list_end + shares[PANE_DETAIL];
  if (self->docked[PANE_SIDEBAR])
    place (self->children[PANE_SIDEBAR], 0, shares[PANE_SIDEBAR], height);
  else
    hide (self->children[PANE_SIDEBAR]);
  place (self->children[PANE_LIST], shares[PANE_SIDEBAR], shares[PANE_LIST], height);
  place (self->children[PANE_DETAIL], list_end, shares[PANE_DETAIL], height);
  if (self->docked[PANE_PANEL])
    place (self->children[PANE_PANEL], detail_end, shares[PANE_PANEL], height);
  else
    hide (self->children[PANE_PANEL]);
  hide (self->shade);
  hs_panes_place_handle (self, PANE_SIDEBAR, shares[PANE_SIDEBAR], height);
  hs_panes_place_handle (self, PANE_LIST, list_end, height);
  hs_panes_place_handle (self, PANE_PANEL, detail_end, height);
}

static void
hs_panes_allocate_overlay (HsPanes *self,
                           Pane     pane,
                           int      width,
                           int      height)
{
  int least = get_child_min (self->children[pane], pane_min[pane]);
  int wanted = MAX (least, MIN (MAX (self->widths[pane], pane == PANE_PANEL ? 320 : 220), width - 48));
  int x = pane == PANE_SIDEBAR ? (int) (wanted * (self->reveal[pane] - 1))
                               : width - (int) (wanted * self->reveal[pane]);

  /* from the start, for it has the keys then */
  if (self->reveal[pane] > 0 || self->over[pane])
    place (self->children[pane], x, MIN (wanted, width), height);
  else
    hide (self->children[pane]);
}

static void
hs_panes_allocate_overlays (HsPanes *self,
                            int      width,
                            int      height)
{
  double shade = MAX (self->reveal[PANE_SIDEBAR], self->reveal[PANE_PANEL]);

  for (guint i = 0; i < N_HANDLES; i++)
    hide (self->handles[i]);
  if (self->narrow)
    {
      hide (self->children[self->show_detail ? PANE_LIST : PANE_DETAIL]);
      place (self->children[self->show_detail ? PANE_DETAIL : PANE_LIST], 0, width, height);
    }
  else
    {
      int least = get_child_min (self->children[PANE_LIST], pane_min[PANE_LIST]);
      int list = CLAMP (self->widths[PANE_LIST], least, MAX (least, width * 2 / 5));

      place (self->children[PANE_LIST], 0, list, height);
      place (self->children[PANE_DETAIL], list, width - list, height);
      place (self->handles[PANE_LIST], list - HANDLE_WIDTH / 2 - 1, HANDLE_WIDTH, height);
    }
  if (shade > 0)
    {
      place (self->shade, 0, width, height);
      gtk_widget_set_opacity (self->shade, shade);
    }
  else
    hide (self->shade);
  hs_panes_allocate_overlay (self, PANE_SIDEBAR, width, height);
  hs_panes_allocate_overlay (self, PANE_PANEL, width, height);
}

static gboolean
hs_panes_notify_mode (gpointer data)
{
  HsPanes *self = data;

  self->notify_source = 0;
  for (guint i = 0; i < N_PANES; i++)
    {
      if (self->children[i] == NULL)
        continue;
      if (self->overlays && (i == PANE_SIDEBAR || i == PANE_PANEL))
        gtk_widget_add_css_class (self->children[i], "hs-overlay-pane");
      else
        gtk_widget_remove_css_class (self->children[i], "hs-overlay-pane");
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OVERLAYS]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SIDEBAR]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_PANEL]);
  return G_SOURCE_REMOVE;
}

/* Nobody is told while sizes are given out: it would ask for new ones. */
static void
hs_panes_set_mode (HsPanes *self,
                   int      width)
{
  gboolean overlays = width < WIDE;
  gboolean narrow = width < NARROW;

  if (self->overlays == overlays && self->narrow == narrow)
    return;
  if (self->overlays != overlays)
    for (guint i = 0; i < N_PANES; i++)
      {
        self->over[i] = FALSE;
        self->reveal[i] = 0;
      }
  self->overlays = overlays;
  self->narrow = narrow;
  if (self->notify_source == 0)
    self->notify_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, hs_panes_notify_mode, self, NULL);
}

static void
hs_panes_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  HsPanes *self = HS_PANES (widget);

  hs_panes_set_mode (self, width);
  if (self->overlays)
    hs_panes_allocate_overlays (self, width, height);
  else
    hs_panes_allocate_wide (self, width, height);
}

/* --- overlays ---------------------------------------------------------------------- */

static void
reveal_cb (double   value,
           HsPanes *self,
           Pane     pane)
{
  self->reveal[pane] = value;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
reveal_sidebar_cb (double   value,
                   gpointer user_data)
{
  reveal_cb (value, user_data, PANE_SIDEBAR);
}

static void
reveal_panel_cb (double   value,
                 gpointer user_data)
{
  reveal_cb (value, user_data, PANE_PANEL);
}

static void
hs_panes_animate (HsPanes *self,
                  Pane     pane,
                  double   to)
{
  AdwAnimationTarget *target;

  if (self->animations[pane] != NULL)
    adw_animation_reset (self->animations[pane]);
  g_clear_object (&self->animations[pane]);
  target = adw_callback_animation_target_new (pane == PANE_SIDEBAR ? reveal_sidebar_cb : reveal_panel_cb, self, NULL);
  self->animations[pane] = adw_timed_animation_new (GTK_WIDGET (self), self->reveal[pane], to, 180, target);
  adw_animation_play (self->animations[pane]);
}

static void
hs_panes_set_over (HsPanes  *self,
                   Pane      pane,
                   gboolean  over)
{
  if (self->over[pane] == over)
    return;
  self->over[pane] = over;
  hs_panes_animate (self, pane, over ? 1 : 0);
  /* One at a time. */
  if (over)
    {
      Pane other = pane == PANE_SIDEBAR ? PANE_PANEL : PANE_SIDEBAR;

      hs_panes_set_over (self, other, FALSE);
      gtk_widget_set_child_visible (self->children[pane], TRUE);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[pane == PANE_SIDEBAR ? PROP_SHOW_SIDEBAR : PROP_SHOW_PANEL]);
}

static void
hs_panes_set_shown (HsPanes  *self,
                    Pane      pane,
                    gboolean  shown)
{
  if (self->overlays)
    {
      hs_panes_set_over (self, pane, shown);
      return;
    }
  if (self->docked[pane] == shown)
    return;
  self->docked[pane] = shown;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[pane == PANE_SIDEBAR ? PROP_SHOW_SIDEBAR : PROP_SHOW_PANEL]);
}

static void
shade_clicked_cb (HsPanes *self)
{
  hs_panes_close_overlays (self);
}

/* --- borders ------------------------------------------------------------------------- */

static Pane
get_handle_pane (GtkWidget *handle)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (handle), "pane"));
}

static void
hs_panes_set_width (HsPanes *self,
                    Pane     pane,
                    int      width)
{
  static const int props[N_PANES] = { PROP_SIDEBAR_WIDTH, PROP_LIST_WIDTH, PROP_PANEL_WIDTH, 0 };

  width = CLAMP (width, pane_min[pane], pane_max[pane]);
  if (self->widths[pane] == width)
    return;
  self->widths[pane] = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[props[pane]]);
}

static void
drag_begin_cb (HsPanes        *self,
               double          x,
               double          y,
               GtkGestureDrag *drag)
{
  Pane pane = get_handle_pane (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (drag)));

  self->drag_start = gtk_widget_get_width (self->children[pane]);
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
drag_update_cb (HsPanes        *self,
                double          offset_x,
                double          offset_y,
                GtkGestureDrag *drag)
{
  GtkWidget *handle = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (drag));
  Pane pane = get_handle_pane (handle);
  double start_x, start_y, x, y;

  /* The handle moves under the pointer, so measure in our own coordinates. */
  gtk_gesture_drag_get_start_point (drag, &start_x, &start_y);
  gtk_widget_translate_coordinates (handle, GTK_WIDGET (self), start_x + offset_x, start_y, &x, &y);
  if (pane == PANE_SIDEBAR)
    hs_panes_set_width (self, pane, (int) x);
  else if (pane == PANE_PANEL)
    hs_panes_set_width (self, pane, gtk_widget_get_width (GTK_WIDGET (self)) - (int) x);
  else
    hs_panes_set_width (self, pane, (int) x - (!self->overlays && self->docked[PANE_SIDEBAR]
                                                   ? gtk_widget_get_width (self->children[PANE_SIDEBAR])
                                                   : 0));
}

static gboolean
handle_key_cb (HsPanes               *self,
               guint                  keyval,
               guint                  keycode,
               GdkModifierType        state,
               GtkEventControllerKey *key)
{
  Pane pane = get_handle_pane (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (key)));
  int step = pane == PANE_PANEL ? -16 : 16;

  if (keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left)
    step = -step;
  else if (keyval != GDK_KEY_Right && keyval != GDK_KEY_KP_Right)
    return FALSE;
  hs_panes_set_width (self, pane, gtk_widget_get_width (self->children[pane]) + step);
  return TRUE;
}

static GtkWidget *
hs_panes_make_handle (HsPanes    *self,
                      Pane        pane,
                      const char *label)
{
  GtkWidget *handle = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_SEPARATOR, "focusable", TRUE,
                                    "css-name", "panehandle", NULL);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  g_object_set_data (G_OBJECT (handle), "pane", GINT_TO_POINTER (pane));
  gtk_widget_set_cursor_from_name (handle, "col-resize");
  gtk_accessible_update_property (GTK_ACCESSIBLE (handle), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (handle_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (handle, key);
  gtk_widget_set_parent (handle, GTK_WIDGET (self));
  return handle;
}

/* --- life ----------------------------------------------------------------------------- */

/* The order in which children are drawn and focused: overlays last. */
static void
hs_panes_set_child (HsPanes   *self,
                    Pane       pane,
                    GtkWidget *child)
{
  if (self->children[pane] == child)
    return;
  if (self->children[pane] != NULL)
    gtk_widget_unparent (self->children[pane]);
  self->children[pane] = child;
  if (child == NULL)
    return;
  if (pane == PANE_LIST || pane == PANE_DETAIL)
    gtk_widget_insert_before (child, GTK_WIDGET (self), self->shade);
  else
    gtk_widget_insert_after (child, GTK_WIDGET (self), self->shade);
  if (pane == PANE_LIST && self->children[PANE_DETAIL] != NULL)
    gtk_widget_insert_before (child, GTK_WIDGET (self), self->children[PANE_DETAIL]);
}

static void
hs_panes_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  HsPanes *self = HS_PANES (object);

  switch (prop_id)
    {
    case PROP_SIDEBAR:
      g_value_set_object (value, self->children[PANE_SIDEBAR]);
      break;
    case PROP_LIST:
      g_value_set_object (value, self->children[PANE_LIST]);
      break;
    case PROP_DETAIL:
      g_value_set_object (value, self->children[PANE_DETAIL]);
      break;
    case PROP_PANEL:
      g_value_set_object (value, self->children[PANE_PANEL]);
      break;
    case PROP_SHOW_SIDEBAR:
      g_value_set_boolean (value, self->overlays ? self->over[PANE_SIDEBAR] : self->docked[PANE_SIDEBAR]);
      break;
    case PROP_SHOW_PANEL:
      g_value_set_boolean (value, self->overlays ? self->over[PANE_PANEL] : self->docked[PANE_PANEL]);
      break;
    case PROP_SHOW_DETAIL:
      g_value_set_boolean (value, self->show_detail);
      break;
    case PROP_OVERLAYS:
      g_value_set_boolean (value, self->overlays);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_SIDEBAR_WIDTH:
      g_value_set_int (value, self->widths[PANE_SIDEBAR]);
      break;
    case PROP_LIST_WIDTH:
      g_value_set_int (value, self->widths[PANE_LIST]);
      break;
    case PROP_PANEL_WIDTH:
      g_value_set_int (value, self->widths[PANE_PANEL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hs_panes_set_property (GObject      *object,
                       guint         prop_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  HsPanes *self = HS_PANES (object);

  switch (prop_id)
    {
    case PROP_SIDEBAR:
      hs_panes_set_child (self, PANE_SIDEBAR, g_value_get_object (value));
      break;
    case PROP_LIST:
      hs_panes_set_child (self, PANE_LIST, g_value_get_object (value));
      break;
    case PROP_DETAIL:
      hs_panes_set_child (self, PANE_DETAIL, g_value_get_object (value));
      break;
    case PROP_PANEL:
      hs_panes_set_child (self, PANE_PANEL, g_value_get_object (value));
      break;
    case PROP_SHOW_SIDEBAR:
      hs_panes_set_shown (self, PANE_SIDEBAR, g_value_get_boolean (value));
      break;
    case PROP_SHOW_PANEL:
      hs_panes_set_shown (self, PANE_PANEL, g_value_get_boolean (value));
      break;
    case PROP_SHOW_DETAIL:
      if (self->show_detail != g_value_get_boolean (value))
        {
          self->show_detail = g_value_get_boolean (value);
          /* so that it can take the keys before the other goes */
          if (self->narrow && self->children[PANE_LIST] != NULL && self->children[PANE_DETAIL] != NULL)
            gtk_widget_set_child_visible (self->children[self->show_detail ? PANE_DETAIL : PANE_LIST], TRUE);
          gtk_widget_queue_allocate (GTK_WIDGET (self));
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case PROP_SIDEBAR_WIDTH:
      hs_panes_set_width (self, PANE_SIDEBAR, g_value_get_int (value));
      break;
    case PROP_LIST_WIDTH:
      hs_panes_set_width (self, PANE_LIST, g_value_get_int (value));
      break;
    case PROP_PANEL_WIDTH:
      hs_panes_set_width (self, PANE_PANEL, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hs_panes_dispose (GObject *object)
{
  HsPanes *self = HS_PANES (object);

  g_clear_handle_id (&self->notify_source, g_source_remove);
  for (guint i = 0; i < N_PANES; i++)
    {
      if (self->animations[i] != NULL)
        adw_animation_reset (self->animations[i]);
      g_clear_object (&self->animations[i]);
      g_clear_pointer (&self->children[i], gtk_widget_unparent);
    }
  for (guint i = 0; i < N_HANDLES; i++)
    g_clear_pointer (&self->handles[i], gtk_widget_unparent);
  g_clear_pointer (&self->shade, gtk_widget_unparent);

  G_OBJECT_CLASS (hs_panes_parent_class)->dispose (object);
}

static void
hs_panes_install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_SIDEBAR] = g_param_spec_object ("sidebar", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_DETAIL] = g_param_spec_object ("detail", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_PANEL] = g_param_spec_object ("panel", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_SHOW_SIDEBAR] = g_param_spec_boolean ("show-sidebar", NULL, NULL, TRUE, flags);
  properties[PROP_SHOW_PANEL] = g_param_spec_boolean ("show-panel", NULL, NULL, TRUE, flags);
  properties[PROP_SHOW_DETAIL] = g_param_spec_boolean ("show-detail", NULL, NULL, FALSE, flags);
  properties[PROP_OVERLAYS] = g_param_spec_boolean ("overlays", NULL, NULL, FALSE, read);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, read);
  properties[PROP_SIDEBAR_WIDTH] = g_param_spec_int ("sidebar-width", NULL, NULL, 0, G_MAXINT, 184, flags);
  properties[PROP_LIST_WIDTH] = g_param_spec_int ("list-width", NULL, NULL, 0, G_MAXINT, 320, flags);
  properties[PROP_PANEL_WIDTH] = g_param_spec_int ("panel-width", NULL, NULL, 0, G_MAXINT, 320, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hs_panes_class_init (HsPanesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hs_panes_get_property;
  object_class->set_property = hs_panes_set_property;
  object_class->dispose = hs_panes_dispose;
  widget_class->measure = hs_panes_measure;
  widget_class->size_allocate = hs_panes_size_allocate;
  hs_panes_install_properties (object_class);
}

static void
hs_panes_init (HsPanes *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->shade = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->shade, "hs-shade");
  g_signal_connect_object (click, "pressed", G_CALLBACK (shade_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->shade, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_parent (self->shade, GTK_WIDGET (self));
  self->handles[PANE_SIDEBAR] = hs_panes_make_handle (self, PANE_SIDEBAR, _("Width of the sidebar"));
  self->handles[PANE_LIST] = hs_panes_make_handle (self, PANE_LIST, _("Width of the list"));
  self->handles[PANE_PANEL] = hs_panes_make_handle (self, PANE_PANEL, _("Width of the side panel"));
  self->widths[PANE_SIDEBAR] = 184;
  self->widths[PANE_LIST] = 320;
  self->widths[PANE_PANEL] = 320;
  self->docked[PANE_SIDEBAR] = TRUE;
  self->docked[PANE_LIST] = TRUE;
  self->docked[PANE_PANEL] = TRUE;
}

/**
 * hs_panes_get_overlays:
 * @self: the panes
 *
 * Returns: whether side panes lie over the middle, for want of room
 */
gboolean
hs_panes_get_overlays (HsPanes *self)
{
  g_return_val_if_fail (HS_IS_PANES (self), FALSE);

  return self->overlays;
}

/**
 * hs_panes_get_narrow:
 * @self: the panes
 *
 * Returns: whether there is room for one pane only
 */
gboolean
hs_panes_get_narrow (HsPanes *self)
{
  g_return_val_if_fail (HS_IS_PANES (self), FALSE);

  return self->narrow;
}

/**
 * hs_panes_get_docked_sidebar:
 * @self: the panes
 *
 * Returns: whether the sidebar stands beside the others when there is room: what is
 *   remembered
 */
gboolean
hs_panes_get_docked_sidebar (HsPanes *self)
{
  g_return_val_if_fail (HS_IS_PANES (self), TRUE);

  return self->docked[PANE_SIDEBAR];
}

/**
 * hs_panes_get_docked_panel:
 * @self: the panes
 *
 * Returns: whether the panel stands beside the others when there is room: what is
 *   remembered
 */
gboolean
hs_panes_get_docked_panel (HsPanes *self)
{
  g_return_val_if_fail (HS_IS_PANES (self), TRUE);

  return self->docked[PANE_PANEL];
}

/* Whether it stands beside the others when there is room; it does not come over them. */
void
hs_panes_set_docked_panel (HsPanes  *self,
                           gboolean  docked)
{
  g_return_if_fail (HS_IS_PANES (self));

  if (self->overlays)
    self->docked[PANE_PANEL] = docked;
  else
    hs_panes_set_shown (self, PANE_PANEL, docked);
}

/**
 * hs_panes_close_overlays:
 * @self: the panes of a window
 *
 * Closes what lies over the others.
 *
 * Returns: whether anything did
 */
gboolean
hs_panes_close_overlays (HsPanes *self)
{
  gboolean any;

  g_return_val_if_fail (HS_IS_PANES (self), FALSE);

  any = self->over[PANE_SIDEBAR] || self->over[PANE_PANEL];
  hs_panes_set_over (self, PANE_SIDEBAR, FALSE);
  hs_panes_set_over (self, PANE_PANEL, FALSE);
  return any;
}
