/* hs-window.c: the window on one library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-window-private.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (HsWindow, hs_window, ADW_TYPE_APPLICATION_WINDOW)

/* --- small things said ---------------------------------------------------------------- */

/**
 * hs_window_say:
 * @self: a window
 * @message: what is said for a while
 */
void
hs_window_say (HsWindow   *self,
               const char *message)
{
  hs_window_say_with (self, message, NULL, NULL);
}

/**
 * hs_window_say_with:
 * @self: a window
 * @message: what is said for a while
 * @button: (nullable): what its button says, if it has one
 * @action: (nullable): what that does
 */
void
hs_window_say_with (HsWindow   *self,
                    const char *message,
                    const char *button,
                    const char *action)
{
  if (!self->closing)
    hs_toasts_say (self->toasts, message, button, action, HS_TOASTS_SECONDS);
}

/**
 * hs_window_update_actions:
 * @self: a window
 *
 * Enables the actions that can be done now, and shows what says so.
 */
void
hs_window_update_actions (HsWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = self->workspace != NULL;
  gboolean writable = open && !hs_workspace_get_read_only (self->workspace);
  gboolean article = hs_window_get_article (self) != 0;
  gboolean list = hs_section_get_what (hs_browser_get_section (self->browser)) == HS_LIST_ARTICLES;
  gboolean several = list && (hs_browser_get_several (self->browser) || hs_browser_get_n_selected (self->browser) > 1);
  HsReading *reading = hs_reader_get_reading (self->reader);
  gboolean has_sample = FALSE;
  gboolean narrow_detail = FALSE;

  if (open)
    g_object_get (self->workspace, "has-sample", &has_sample, NULL);
  g_object_get (self->panes, "show-detail", &narrow_detail, NULL);
  narrow_detail = narrow_detail && hs_panes_get_narrow (self->panes);
  gtk_widget_action_set_enabled (widget, "win.undo", writable && hs_workspace_get_undo_label (self->workspace) != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo", writable && hs_workspace_get_redo_label (self->workspace) != NULL);
  gtk_widget_action_set_enabled (widget, "win.give-reason",
                                 writable && (hs_workspace_get_undo_label (self->workspace) != NULL
                                              || self->place.kind == HS_PLACE_PROPOSALS));
  gtk_widget_action_set_enabled (widget, "win.delete", writable && (article || several));
  gtk_widget_action_set_enabled (widget, "win.toggle-star", writable && (article || several));
  gtk_widget_action_set_enabled (widget, "win.toggle-read",
                                 writable && (article || several || self->place.kind == HS_PLACE_ENTITY));
  gtk_widget_action_set_enabled (widget, "win.star-article", writable);
  gtk_widget_action_set_enabled (widget, "win.mark-read", writable);
  gtk_widget_action_set_enabled (widget, "win.mark-unread", writable);
  gtk_widget_action_set_enabled (widget, "win.note", writable && article);
  gtk_widget_action_set_enabled (widget, "win.details", writable && article);
  gtk_widget_action_set_enabled (widget, "win.move-to-story", writable && (article || several));
  gtk_widget_action_set_enabled (widget, "win.move-article", writable);
  gtk_widget_action_set_enabled (widget, "win.open-original",
                                 reading != NULL && reading->document->url != NULL && *reading->document->url != '\0');
  gtk_widget_action_set_enabled (widget, "win.next-mark", article);
  gtk_widget_action_set_enabled (widget, "win.previous-mark", article);
  gtk_widget_action_set_enabled (widget, "win.import-files", writable);
  gtk_widget_action_set_enabled (widget, "win.import-folder", writable);
  gtk_widget_action_set_enabled (widget, "win.add-sample", writable && !has_sample);
  gtk_widget_action_set_enabled (widget, "win.remove-sample", writable && has_sample);
  gtk_widget_action_set_enabled (widget, "win.export", open);
  hs_window_update_feed_actions (self, writable);
  hs_window_update_import_actions (self, writable);
  gtk_widget_action_set_enabled (widget, "win.search", open);
  gtk_widget_set_visible (self->back_button, self->history->len > 0 || narrow_detail);
  /* beside the list, which is one step back; where jobs have their button there is no room for both */
  gtk_widget_set_visible (GTK_WIDGET (self->sidebar_button), !narrow_detail);
  gtk_widget_set_visible (self->read_only_label, open && !writable);
  hs_window_update_title (self);
}

/* One pane at a time leaves room for one button of the frame; the menu has the rest. */
static void
narrow_cb (HsWindow *self)
{
  adw_header_bar_set_decoration_layout (self->header, hs_panes_get_narrow (self->panes) ? ":close" : NULL);
  if (hs_panes_get_narrow (self->panes))
    gtk_widget_add_css_class (GTK_WIDGET (self->header), "hs-narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->header), "hs-narrow");
  gtk_widget_set_visible (self->refresh_button, !hs_panes_get_narrow (self->panes));
  hs_browser_set_click_activates (self->browser, hs_panes_get_narrow (self->panes));
  hs_window_update_actions (self);
}

/* --- sections and filter ---------------------------------------------------------------- */

/**
 * hs_window_set_section:
 * @self: a window
 * @section: what is shown in the list from now on
 *
 * Chooses it in the sidebar, too.
 */
void
hs_window_set_section (HsWindow  *self,
                       HsSection  section)
{
  hs_sidebar_set_section (self->sidebar, section);
  hs_browser_set_section (self->browser, section);
  hs_window_update_actions (self);
}

static void
query_changed_cb (HsWindow *self)
{
  g_autofree char *words = hs_filter_bar_get_words (self->filter);

  hs_browser_set_filter (self->browser, hs_filter_bar_get_query (self->filter), words);
}

/* The articles of a feed, a folder or a watch. */
static void
scope_chosen_cb (HsWindow   *self,
                 const char *query,
                 const char *title)
{
  if (hs_section_get_what (hs_browser_get_section (self->browser)) != HS_LIST_ARTICLES)
    hs_filter_bar_clear (self->filter);
  hs_browser_set_scope (self->browser, query, title);
  g_object_set (self->panes, "show-detail", FALSE, NULL);
  hs_window_update_actions (self);
}

/* A note leads to the words it is about. */
static void
hs_window_open_note (HsWindow *self,
                     gint64    id)
{
  g_autoptr (HsItem) item = hs_browser_get_item (self->browser, id);

  if (item != NULL && hs_item_get_loaded (item))
    hs_window_open (self, HS_PLACE_ARTICLE, hs_note_get_article (HS_NOTE (item)),
                    HS_SPAN_INIT (hs_note_get_start (HS_NOTE (item)), hs_note_get_end (HS_NOTE (item))));
}

static void
hs_window_open_source (HsWindow *self,
                       gint64    id)
{
  g_autoptr (HsItem) item = hs_browser_get_item (self->browser, id);
  g_autofree char *value = NULL;
  const char *name;

  if (item == NULL || !hs_item_get_loaded (item))
    return;
  name = hs_source_get_name (HS_SOURCE (item));
  value = g_strdup_printf ("#%" G_GINT64_FORMAT, id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.filter", "(sss)", "source", value,
                              name != NULL && *name != '\0' ? name : _("Unknown outlet"));
}

static void
open_row (HsWindow *self,
          guint     what,
          gint64    id)
{
  switch ((HsListWhat) what)
    {
    case HS_LIST_ARTICLES:
      hs_window_open (self, HS_PLACE_ARTICLE, id, HS_SPAN_NONE);
      break;
    case HS_LIST_STORIES:
      hs_window_open (self, HS_PLACE_STORY, id, HS_SPAN_NONE);
      break;
    case HS_LIST_ENTITIES:
      hs_window_open (self, HS_PLACE_ENTITY, id, HS_SPAN_NONE);
      break;
    case HS_LIST_NOTES:
      hs_window_open_note (self, id);
      break;
    case HS_LIST_SOURCES:
    default:
      break;
    }
}

/* One pane at a time the list would go with each step of the arrow keys: a row is entered
 * there, by Enter or a click. */
static void
chosen_cb (HsWindow *self,
           guint     what,
           gint64    id)
{
  if (!hs_panes_get_narrow (self->panes))
    open_row (self, what, id);
}

static void
activated_cb (HsWindow *self,
              guint     what,
              gint64    id)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autoptr (HsItem) item = NULL;

  switch ((HsListWhat) what)
    {
    case HS_LIST_ARTICLES:
      open_row (self, what, id);
      hs_reader_focus (self->reader);
      break;
    case HS_LIST_STORIES:
      if (hs_panes_get_narrow (self->panes))
        {
          open_row (self, what, id);
          break;
        }
      item = hs_browser_get_item (self->browser, id);
      if (item != NULL)
        gtk_widget_activate_action (GTK_WIDGET (self), "win.filter", "(sss)", "story", value,
                                    hs_story_item_get_title (HS_STORY_ITEM (item)) != NULL
                                        ? hs_story_item_get_title (HS_STORY_ITEM (item)) : value);
      break;
    case HS_LIST_SOURCES:
      hs_window_open_source (self, id);
      break;
    case HS_LIST_ENTITIES:
      /* Tab would walk all the rows before it came to the page */
      open_row (self, what, id);
      hs_window_focus_detail (self);
      break;
    case HS_LIST_NOTES:
    default:
      open_row (self, what, id);
      break;
    }
}

/* --- the library ------------------------------------------------------------------------ */

static gboolean
reload_cb (gpointer data)
{
  HsWindow *self = data;

  self->reload_source = 0;
  if (!self->closing && self->place.kind != HS_PLACE_NONE)
    hs_window_reload_place (self);
  return G_SOURCE_REMOVE;
}

/* An import changes something many times a second. */
static void
changed_cb (HsWindow *self,
            guint     what)
{
  if (self->closing)
    return;
  if (self->reload_source == 0)
    self->reload_source = g_timeout_add (120, reload_cb, self);
  hs_window_update_actions (self);
}

static void
hs_window_update_page (HsWindow *self)
{
  guint n = 0;

  g_object_get (self->workspace, "n-articles", &n, NULL);
  gtk_stack_set_visible_child_name (self->stack, n > 0 || hs_jobs_button_get_n_running (self->jobs) > 0 ? "main"
                                                                                                       : "welcome");
  if (n == 0 && self->place.kind != HS_PLACE_NONE)
    hs_window_leave_place (self);
  hs_window_update_actions (self);
}

/* A library that nothing was ever done to begins with the sample story. */
static void
hs_window_offer_sample (HsWindow *self)
{
  guint n = 0;

  g_object_get (self->workspace, "n-articles", &n, NULL);
  if (n > 0 || hs_workspace_get_read_only (self->workspace)
      || hs_workspace_get_undo_label (self->workspace) != NULL || hs_workspace_get_redo_label (self->workspace) != NULL
      || !hs_preferences_offer_sample (self->preferences, hs_workspace_get_directory (self->workspace)))
    return;
  hs_window_import_sample (self);
}

static void
undo_label_cb (HsWindow *self)
{
  hs_window_update_actions (self);
}

static void
hs_window_set_workspace (HsWindow    *self,
                         HsWorkspace *workspace)
{
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::n-articles", G_CALLBACK (hs_window_update_page), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::undo-label", G_CALLBACK (undo_label_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::redo-label", G_CALLBACK (undo_label_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::last-decision", G_CALLBACK (hs_window_forget_said), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::has-sample", G_CALLBACK (undo_label_cb), self, G_CONNECT_SWAPPED);
  hs_sidebar_set_workspace (self->sidebar, workspace);
  hs_browser_set_workspace (self->browser, workspace);
  hs_filter_bar_set_workspace (self->filter, workspace);
  hs_reader_set_workspace (self->reader, workspace);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "reader", hs_reader_get_actions (self->reader));
  hs_entity_view_set_workspace (self->entity_view, workspace);
  hs_story_view_set_workspace (self->story_view, workspace);
  hs_proposals_view_set_workspace (self->proposals_view, workspace);
  hs_credibility_panel_set_workspace (self->credibility, workspace);
  hs_window_start_clock (self);
  hs_window_offer_sample (self);
  hs_window_update_page (self);
  hs_browser_focus (self->browser);
  if (self->wanted != 0)
    hs_window_go (self, HS_PLACE_ARTICLE, self->wanted, HS_SPAN_NONE);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (HsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsWorkspace) workspace = hs_workspace_open_finish (result, &error);

  if (workspace != NULL && !self->closing)
    {
      hs_window_set_workspace (self, workspace);
      return;
    }
  if (workspace != NULL)
    {
      hs_workspace_close (workspace);
      return;
    }
  if (self->closing || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  adw_status_page_set_description (self->failure_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "failure");
}

/* --- closing ------------------------------------------------------------------------------ */

static void
hs_window_save_state (HsWindow *self)
{
  int width = 0, height = 0;
  int sidebar = 0, list = 0, panel = 0;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_object_get (self->panes, "sidebar-width", &sidebar, "list-width", &list, "panel-width", &panel, NULL);
  g_object_set (self->preferences, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)), "sidebar-width",
                CLAMP (sidebar, 120, 500), "list-width", CLAMP (list, 200, 900), "panel-width",
                CLAMP (panel, 220, 900), "show-sidebar", hs_panes_get_docked_sidebar (self->panes), "show-panel",
                self->panel_away || hs_panes_get_docked_panel (self->panes), NULL);
  if (width > 0 && height > 0)
    g_object_set (self->preferences, "window-width", width, "window-height", height, NULL);
  g_settings_sync ();
}

static gboolean
hs_window_close_request (GtkWindow *window)
{
  HsWindow *self = HS_WINDOW (window);

  if (!self->closing)
    {
      hs_window_save_state (self);
      hs_reader_keep_place (self->reader);
    }
  self->closing = TRUE;
  g_cancellable_cancel (self->cancellable);
  /* A task that is cancelled leaves whole articles behind; wait until it has. */
  if (hs_jobs_button_get_n_running (self->jobs) > 0)
    {
      hs_jobs_button_cancel_all (self->jobs);
      g_signal_connect_object (self->jobs, "notify::n-running", G_CALLBACK (gtk_window_close), self,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return TRUE;
    }
  if (self->analysis != NULL)
    {
      hs_job_cancel (self->analysis);
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return TRUE;
    }
  return GTK_WINDOW_CLASS (hs_window_parent_class)->close_request (window);
}

/* --- life ---------------------------------------------------------------------------------- */

static void
hs_window_dispose (GObject *object)
{
  HsWindow *self = HS_WINDOW (object);

  self->closing = TRUE;
  g_clear_handle_id (&self->reload_source, g_source_remove);
  g_clear_weak_pointer (&self->focus_before);
  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->reading_cancellable);
  if (self->workspace != NULL)
    {
      hs_sidebar_set_workspace (self->sidebar, NULL);
      hs_browser_set_workspace (self->browser, NULL);
      hs_story_view_set_workspace (self->story_view, NULL);
      hs_proposals_view_set_workspace (self->proposals_view, NULL);
      hs_filter_bar_set_workspace (self->filter, NULL);
      g_signal_handlers_disconnect_by_data (self->workspace, self);
      g_object_run_dispose (G_OBJECT (self->clock));
      hs_workspace_close (self->workspace);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), HS_TYPE_WINDOW);
  g_clear_object (&self->analysis);
  g_clear_object (&self->clock);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (hs_window_parent_class)->dispose (object);
}

static void
hs_window_finalize (GObject *object)
{
  HsWindow *self = HS_WINDOW (object);

  g_clear_object (&self->preferences);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->reading_cancellable);
  g_array_unref (self->history);
  g_free (self->directory);
  g_free (self->shown_name);

  G_OBJECT_CLASS (hs_window_parent_class)->finalize (object);
}

static void
hs_window_ensure_types (void)
{
  g_type_ensure (HS_TYPE_PANES);
  g_type_ensure (HS_TYPE_SIDEBAR);
  g_type_ensure (HS_TYPE_BROWSER);
  g_type_ensure (HS_TYPE_FILTER_BAR);
  g_type_ensure (HS_TYPE_JOBS_BUTTON);
  g_type_ensure (HS_TYPE_READER);
  g_type_ensure (HS_TYPE_ENTITY_VIEW);
  g_type_ensure (HS_TYPE_STORY_VIEW);
  g_type_ensure (HS_TYPE_PROPOSALS_VIEW);
  g_type_ensure (HS_TYPE_CREDIBILITY_PANEL);
  g_type_ensure (HS_TYPE_MENTIONS_PANEL);
  g_type_ensure (HS_TYPE_NOTES_PANEL);
}

static void
hs_window_bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, failure_page);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, panes);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, browser);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, header);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, filter);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, jobs);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, refresh_button);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, panel_button);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, detail_stack);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, detail_error);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, reader);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, entity_view);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, story_view);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, proposals_view);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, panel_stack);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, credibility);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, mentions);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, notes);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, drop_revealer);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, read_only_label);
  gtk_widget_class_bind_template_callback (widget_class, query_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, scope_chosen_cb);
}

static void
hs_window_class_init (HsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  hs_window_ensure_types ();
  G_OBJECT_CLASS (klass)->dispose = hs_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = hs_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = hs_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-window.ui");
  hs_window_bind_children (widget_class);
  hs_window_install_actions (widget_class);
  hs_window_install_focus_actions (widget_class);
  hs_window_install_feed_actions (widget_class);
  hs_window_install_import_actions (widget_class);
  hs_window_install_name_actions (widget_class);
  hs_window_install_story_actions (widget_class);
  hs_window_install_undo_actions (widget_class);
  hs_window_install_keys (widget_class);
}

static void
hs_window_restore_state (HsWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), hs_preferences_get_int (self->preferences, "window-width"),
                               hs_preferences_get_int (self->preferences, "window-height"));
  if (hs_preferences_get_boolean (self->preferences, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  g_object_set (self->panes, "sidebar-width", hs_preferences_get_int (self->preferences, "sidebar-width"), "list-width",
                hs_preferences_get_int (self->preferences, "list-width"), "panel-width",
                hs_preferences_get_int (self->preferences, "panel-width"), "show-sidebar",
                hs_preferences_get_boolean (self->preferences, "show-sidebar"), "show-panel",
                hs_preferences_get_boolean (self->preferences, "show-panel"), NULL);
}

static void
hs_window_init (HsWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->preferences = g_object_ref (hs_preferences_get_default ());
  self->history = g_array_new (FALSE, FALSE, sizeof (HsPlace));
  gtk_widget_init_template (GTK_WIDGET (self));
  hs_window_restore_state (self);
  g_object_bind_property (self->panes, "show-sidebar", self->sidebar_button, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (self->panes, "show-panel", self->panel_button, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  hs_window_watch_panes (self);
  hs_sidebar_set_section (self->sidebar, HS_SECTION_ALL);
  hs_window_setup_drop (self);
  hs_window_update_actions (self);
}

/**
 * hs_window_new:
 * @directory: (nullable): %NULL is the user's own library
 *
 * Returns: (transfer none): a window that opens the library; it keeps itself
 *   until it is closed
 */
GtkWindow *
hs_window_new (GtkApplication *application,
               const char     *directory)
{
  HsWindow *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);

  self = g_object_new (HS_TYPE_WINDOW, "application", application, NULL);
  self->directory = g_strdup (directory);
  hs_window_arrange_help (self);
  hs_workspace_open_async (directory, self->cancellable, opened_cb, g_object_ref (self));
  return GTK_WINDOW (self);
}
