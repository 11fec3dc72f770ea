/* hs-window-focus.c: which pane has the keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-window-private.h"

/* After so many the panes stand where they will. */
#define MAX_FRAMES 20

static gboolean
has_focus_within (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static gboolean
is_list_hidden (HsWindow *self)
{
  gboolean detail = FALSE;

  g_object_get (self->panes, "show-detail", &detail, NULL);
  return detail && hs_panes_get_narrow (self->panes);
}

static gboolean
is_detail_hidden (HsWindow *self)
{
  return hs_panes_get_narrow (self->panes) && !is_list_hidden (self);
}

/**
 * hs_window_focus_detail:
 * @self: a window
 *
 * Gives the keys to the page that is shown, or to the list where nothing of it takes them, or
 * the list is shown in its place.
 */
void
hs_window_focus_detail (HsWindow *self)
{
  if (is_detail_hidden (self))
    hs_browser_focus (self->browser);
  else if (self->place.kind == HS_PLACE_ARTICLE)
    hs_reader_focus (self->reader);
  else if (self->place.kind == HS_PLACE_PROPOSALS)
    gtk_widget_grab_focus (GTK_WIDGET (self->proposals_view));
  else if (!gtk_widget_child_focus (GTK_WIDGET (self->detail_stack), GTK_DIR_TAB_FORWARD))
    hs_browser_focus (self->browser);
}

/**
 * hs_window_focus_shown:
 * @self: a window
 *
 * Gives the keys to the list; one pane at a time, to the page that stands in its place.
 */
void
hs_window_focus_shown (HsWindow *self)
{
  if (is_list_hidden (self))
    hs_window_focus_detail (self);
  else
    hs_browser_focus (self->browser);
}

/**
 * hs_window_show_list:
 * @self: a window
 * @focus: whether the list gets the keys also where it was there all the time
 *
 * One pane at a time, the list is the one that is shown, and has the keys.
 */
void
hs_window_show_list (HsWindow *self,
                     gboolean  focus)
{
  g_object_set (self->panes, "show-detail", FALSE, NULL);
  if (focus || hs_panes_get_narrow (self->panes))
    hs_browser_focus (self->browser);
  hs_window_update_actions (self);
}

/* --- what was opened ---------------------------------------------------------------- */

/* One pane at a time: the list goes with the row that was chosen, and the search
 * field is left with the keys, which takes every letter for itself. Where the panes
 * stand is only known after the next frame. */
static gboolean
take_focus_cb (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       user_data)
{
  HsWindow *self = HS_WINDOW (widget);

  if (is_detail_hidden (self))
    return G_SOURCE_REMOVE;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->detail_stack)) && ++self->focus_frames < MAX_FRAMES)
    return G_SOURCE_CONTINUE;
  if (self->place.kind != HS_PLACE_NONE && !has_focus_within (GTK_WIDGET (self->detail_stack)))
    hs_window_focus_detail (self);
  return G_SOURCE_REMOVE;
}

/**
 * hs_window_rescue_focus:
 * @self: a window
 *
 * What led to the page that is shown may be gone together with the keys it had: a popover,
 * a page that is not shown any more. Without a focus no key arrives.
 */
void
hs_window_rescue_focus (HsWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (self->take_focus && self->place.kind != HS_PLACE_NONE)
    {
      self->focus_frames = 0;
      gtk_widget_add_tick_callback (GTK_WIDGET (self), take_focus_cb, NULL, NULL);
    }
  self->take_focus = FALSE;
  if (focus != NULL && gtk_widget_get_mapped (focus) && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) == NULL)
    return;
  hs_window_focus_detail (self);
}

/* --- pane by pane ----------------------------------------------------------------- */

static void
focus_sidebar (HsWindow *self)
{
  hs_sidebar_focus (self->sidebar);
}

static void
focus_panel (HsWindow *self)
{
  GtkWidget *panel = gtk_widget_get_parent (GTK_WIDGET (self->panel_stack));

  gtk_widget_child_focus (panel, GTK_DIR_TAB_FORWARD);
}

static void
focus_list (HsWindow *self)
{
  hs_browser_focus (self->browser);
}

/* F6: to the next pane that is there, from the last to the first. What lies over the
 * others goes when it is left. */
static void
step_pane (HsWindow *self,
           int       step)
{
  const struct
  {
    GtkWidget *pane;
    void (*focus) (HsWindow *self);
  } panes[] = {
    { GTK_WIDGET (self->sidebar), focus_sidebar },
    { GTK_WIDGET (self->browser), focus_list },
    { GTK_WIDGET (self->detail_stack), hs_window_focus_detail },
    { gtk_widget_get_parent (GTK_WIDGET (self->panel_stack)), focus_panel },
  };
  const int n = G_N_ELEMENTS (panes);
  int at = step > 0 ? -1 : n;

  for (int i = 0; i < n; i++)
    if (has_focus_within (panes[i].pane))
      at = i;
  for (int i = 0; i < n; i++)
    {
      at = (at + step + n) % n;
      if (!gtk_widget_get_mapped (panes[at].pane) || has_focus_within (panes[at].pane))
        continue;
      panes[at].focus (self);
      if (has_focus_within (panes[at].pane))
        break;
    }
  if (at == 1 || at == 2)
    hs_panes_close_overlays (self->panes);
}

static void
next_pane_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  step_pane (HS_WINDOW (widget), 1);
}

static void
previous_pane_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  step_pane (HS_WINDOW (widget), -1);
}

static void
focus_list_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  hs_window_show_list (HS_WINDOW (widget), TRUE);
}

static void
focus_shown_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  hs_window_focus_shown (HS_WINDOW (widget));
}

/* A place by its key, which says that one wants to be there. */
static void
go_to_section_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  gtk_widget_activate_action_variant (widget, "win.section", parameter);
  hs_browser_focus (HS_WINDOW (widget)->browser);
}

/* --- what lies over the others -------------------------------------------------------- */

/* It has the keys while it is there, and gives them back. */
static void
side_pane_cb (HsWindow   *self,
              GParamSpec *pspec)
{
  gboolean sidebar = g_str_equal (pspec->name, "show-sidebar");
  GtkWidget *pane = sidebar ? GTK_WIDGET (self->sidebar) : gtk_widget_get_parent (GTK_WIDGET (self->panel_stack));
  GtkWidget *before = self->focus_before;
  gboolean shown = FALSE;

  g_object_get (self->panes, pspec->name, &shown, NULL);
  if (shown && hs_panes_get_overlays (self->panes))
    {
      g_set_weak_pointer (&self->focus_before, gtk_window_get_focus (GTK_WINDOW (self)));
      (sidebar ? focus_sidebar : focus_panel) (self);
      return;
    }
  if (shown || !has_focus_within (pane))
    return;
  if (before != NULL && gtk_widget_get_mapped (before) && gtk_widget_is_ancestor (before, GTK_WIDGET (self->panes))
      && !gtk_widget_is_ancestor (before, pane))
    gtk_widget_grab_focus (before);
  else
    hs_window_focus_shown (self);
}

/**
 * hs_window_watch_panes:
 * @self: a window
 *
 * Has the keys follow the panes that lie over the others. Once.
 */
void
hs_window_watch_panes (HsWindow *self)
{
  g_signal_connect_object (self->panes, "notify::show-sidebar", G_CALLBACK (side_pane_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panes, "notify::show-panel", G_CALLBACK (side_pane_cb), self, G_CONNECT_SWAPPED);
}

/**
 * hs_window_install_focus_actions:
 * @widget_class: of the window
 *
 * Its actions that move the keys from pane to pane. In class_init.
 */
void
hs_window_install_focus_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *type;
    GtkWidgetActionActivateFunc func;
  } actions[] = {
    { "win.next-pane", NULL, next_pane_action },
    { "win.previous-pane", NULL, previous_pane_action },
    { "win.focus-list", NULL, focus_list_action },
    { "win.focus-shown", NULL, focus_shown_action },
    { "win.go-to-section", "s", go_to_section_action },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type, actions[i].func);
}
