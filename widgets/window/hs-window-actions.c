/* hs-window-actions.c: what can be done in the window, and with which keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-window-private.h"

#include <glib/gi18n.h>

#include "hs-details-dialog.h"
#include "hs-kinds.h"
#include "hs-note-editor.h"
#include "hs-preferences-window.h"

/* Feeds that are looked through for the next unread article: their counts may be
 * behind what was just read. */
#define MAX_UNREAD_STEPS 20

/* Says what went wrong with a decision; takes the window's reference over. */
void
hs_window_edited_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (HsWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (hs_workspace_edit_finish (HS_WORKSPACE (source), result, &error) < 0)
    hs_window_say (self, error->message);
}

/**
 * hs_window_get_targets:
 * @self: a window
 *
 * Returns: (transfer full) (element-type gint64): what an action is about: the chosen rows
 *   when there are several, else the open article
 */
GArray *
hs_window_get_targets (HsWindow *self)
{
  gboolean articles = hs_section_get_what (hs_browser_get_section (self->browser)) == HS_LIST_ARTICLES;
  gint64 id = hs_window_get_article (self);
  GArray *ids;

  if (articles && (hs_browser_get_several (self->browser) || hs_browser_get_n_selected (self->browser) > 1))
    return hs_browser_get_selected (self->browser);
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (id != 0)
    g_array_append_val (ids, id);
  return ids;
}

/* --- flags --------------------------------------------------------------------- */

static void
set_read (HsWindow *self,
          gboolean  read)
{
  g_autoptr (GArray) ids = hs_window_get_targets (self);

  if (self->workspace != NULL && ids->len > 0)
    hs_workspace_set_read (self->workspace, (const gint64 *) ids->data, ids->len, read, hs_window_edited_cb,
                           g_object_ref (self));
}

static void
mark_read_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  set_read (HS_WINDOW (widget), TRUE);
}

static void
mark_unread_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  set_read (HS_WINDOW (widget), FALSE);
}

static void
toggle_read_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  HsReading *reading = hs_reader_get_reading (self->reader);

  /* on the page of an entity the key merges */
  if (!hs_window_act_on_entity (self, "merge"))
    set_read (self, reading == NULL || !reading->read);
}

static void
toggle_star_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  HsReading *reading = hs_reader_get_reading (self->reader);
  g_autoptr (GArray) ids = hs_window_get_targets (self);

  if (self->workspace != NULL && ids->len > 0)
    hs_workspace_set_starred (self->workspace, (const gint64 *) ids->data, ids->len,
                              ids->len > 1 || reading == NULL || !reading->starred, hs_window_edited_cb,
                              g_object_ref (self));
}

/* The star of a row: the item itself knows what it is now. */
static void
star_article_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  gint64 id;
  gboolean starred;

  g_variant_get (parameter, "(xb)", &id, &starred);
  if (self->workspace != NULL && id != 0)
    hs_workspace_set_starred (self->workspace, &id, 1, starred, hs_window_edited_cb, g_object_ref (self));
}

/* --- deleting ------------------------------------------------------------ */

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (HsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  guint n = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (self), "deleting"));
  g_autofree char *title = NULL;

  if (hs_workspace_edit_finish (HS_WORKSPACE (source), result, &error) < 0)
    {
      hs_window_say (self, error->message);
      return;
    }
  if (self->closing)
    return;
  title = g_strdup_printf (ngettext ("%u article deleted", "%u articles deleted", n), n);
  hs_window_say_undo (self, title);
  hs_browser_set_several (self->browser, FALSE);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  g_autoptr (GArray) ids = hs_window_get_targets (self);
  gint64 open = hs_window_get_article (self);
  gint64 next = 0;

  if (self->workspace == NULL || ids->len == 0)
    return;
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == open)
      {
        next = ids->len == 1 ? hs_browser_get_neighbour (self->browser, open, 1) : 0;
        if (next == 0 && ids->len == 1)
          next = hs_browser_get_neighbour (self->browser, open, -1);
        hs_window_leave_place (self);
      }
  g_object_set_data (G_OBJECT (self), "deleting", GUINT_TO_POINTER (ids->len));
  hs_workspace_delete (self->workspace, (const gint64 *) ids->data, ids->len, deleted_cb, g_object_ref (self));
  if (next != 0 && next != open && !hs_panes_get_narrow (self->panes))
    hs_window_open (self, HS_PLACE_ARTICLE, next, HS_SPAN_NONE);
}

/* --- going somewhere --------------------------------------------------------------- */

static void
show_words_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  gint64 id;
  HsSpan span;

  g_variant_get (parameter, "(xuu)", &id, &span.start, &span.end);
  if (hs_panes_get_overlays (self->panes))
    hs_panes_close_overlays (self->panes);
  hs_window_go (self, HS_PLACE_ARTICLE, id, span);
}

/* A notification may lead here before the library is open. */
static void
show_article_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);

  if (self->workspace == NULL)
    self->wanted = g_variant_get_int64 (parameter);
  else
    hs_window_go (self, HS_PLACE_ARTICLE, g_variant_get_int64 (parameter), HS_SPAN_NONE);
}

static void
show_entity_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);

  if (hs_panes_get_overlays (self->panes))
    hs_panes_close_overlays (self->panes);
  if (g_variant_get_int64 (parameter) != 0)
    hs_window_go (self, HS_PLACE_ENTITY, g_variant_get_int64 (parameter), HS_SPAN_NONE);
}

static void
show_story_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  hs_window_go (HS_WINDOW (widget), HS_PLACE_STORY, g_variant_get_int64 (parameter), HS_SPAN_NONE);
}

/* Lists the articles that a source, an entity or a story has. */
static void
filter_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  const char *field, *value, *label;
  g_autoptr (HsTerm) term = NULL;

  g_variant_get (parameter, "(&s&s&s)", &field, &value, &label);
  term = hs_term_new (field, value, label);
  hs_window_set_section (self, HS_SECTION_ALL);
  hs_filter_bar_clear (self->filter);
  hs_filter_bar_add_term (self->filter, term);
  hs_panes_close_overlays (self->panes);
  hs_window_show_list (self, TRUE);
}

static void
step_article (HsWindow *self,
              int       step)
{
  gint64 id = hs_window_get_article (self);
  gint64 next;

  if (hs_section_get_what (hs_browser_get_section (self->browser)) != HS_LIST_ARTICLES)
    return;
  next = hs_browser_get_neighbour (self->browser, id, step);
  if (next != 0 && next != id)
    hs_window_open (self, HS_PLACE_ARTICLE, next, HS_SPAN_NONE);
}

static void
next_article_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  step_article (HS_WINDOW (widget), 1);
}

static void
previous_article_action (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  step_article (HS_WINDOW (widget), -1);
}

static void
unread_found_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (HsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 id = hs_workspace_find_unread_finish (HS_WORKSPACE (source), result, &error);

  if (self->closing || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (id < 0)
    hs_window_say (self, error->message);
  else if (id == 0 && hs_browser_get_scope (self->browser) != NULL && hs_filter_bar_is_empty (self->filter)
           && self->unread_steps++ < MAX_UNREAD_STEPS && hs_sidebar_choose_unread (self->sidebar))
    hs_workspace_find_unread_async (self->workspace, hs_browser_get_query (self->browser), 0, self->cancellable,
                                    unread_found_cb, g_object_ref (self));
  else if (id == 0)
    hs_window_say (self, _("No unread articles are left"));
  else
    hs_window_open (self, HS_PLACE_ARTICLE, id, HS_SPAN_NONE);
}

static void
next_unread_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  gboolean articles = hs_section_get_what (hs_browser_get_section (self->browser)) == HS_LIST_ARTICLES;

  self->unread_steps = 0;
  if (self->workspace != NULL)
    hs_workspace_find_unread_async (self->workspace, articles ? hs_browser_get_query (self->browser) : "",
                                    hs_window_get_article (self), self->cancellable, unread_found_cb,
                                    g_object_ref (self));
}

/* The space bar: on through the article, then to the next unread one. */
static void
read_on_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);

  if (hs_window_act_on_proposal (self, "skip"))
    return;
  if (hs_window_get_article (self) == 0 || !hs_reader_page_down (self->reader))
    next_unread_action (widget, name, parameter);
}

static void
next_mark_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  hs_reader_step_mark (HS_WINDOW (widget)->reader, 1);
}

static void
previous_mark_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  hs_reader_step_mark (HS_WINDOW (widget)->reader, -1);
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);

  if (!hs_window_go_back (self))
    hs_window_show_list (self, FALSE);
}

/* Esc: closes the nearest thing that is open. */
static void
close_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);

  if (hs_panes_close_overlays (self->panes) || hs_reader_stop_find (self->reader))
    return;
  if (hs_browser_get_several (self->browser))
    hs_browser_set_several (self->browser, FALSE);
  else if (!hs_window_go_back (self) && hs_panes_get_narrow (self->panes))
    hs_window_show_list (self, FALSE);
  hs_window_update_actions (self);
}

static void
section_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  HsSection section;

  if (!hs_section_from_nick (g_variant_get_string (parameter, NULL), &section))
    return;
  if (hs_section_get_what (section) != hs_section_get_what (hs_browser_get_section (self->browser)))
    hs_filter_bar_clear (self->filter);
  hs_window_set_section (self, section);
  hs_panes_close_overlays (self->panes);
  hs_window_show_list (self, FALSE);
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  hs_filter_bar_focus (HS_WINDOW (widget)->filter);
}

static void
find_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);

  if (hs_window_get_article (self) != 0)
    hs_reader_start_find (self->reader);
  else
    hs_filter_bar_focus (self->filter);
}

static void
show_panel_page_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);

  adw_view_stack_set_visible_child_name (self->panel_stack, g_variant_get_string (parameter, NULL));
  g_object_set (self->panes, "show-panel", TRUE, NULL);
}

static void
select_several_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);

  hs_browser_set_several (self->browser, !hs_browser_get_several (self->browser));
  /* the keys of what is chosen are for the list, not for a field */
  if (hs_browser_get_several (self->browser))
    hs_browser_focus (self->browser);
}

static void
select_all_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  /* a field without text has nothing to choose, and leaves the key */
  if (!GTK_IS_EDITABLE (gtk_window_get_focus (GTK_WINDOW (widget))))
    hs_browser_select_all (HS_WINDOW (widget)->browser);
}

/* --- notes and details -------------------------------------------------------------- */

/**
 * hs_window_present_dialog:
 * @self: a window
 * @dialog: a dialog that belongs to it
 *
 * Shows it over the window.
 */
void
hs_window_present_dialog (HsWindow  *self,
                          GtkWindow *dialog)
{
  gtk_window_set_transient_for (dialog, GTK_WINDOW (self));
  gtk_window_present (dialog);
}

static void
note_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  HsReading *reading = hs_reader_get_reading (self->reader);
  HsSpan span = hs_reader_get_selected (self->reader);
  g_autofree char *quote = NULL;

  if (reading == NULL || self->workspace == NULL)
    return;
  if (hs_span_is_none (span))
    {
      hs_window_say (self, _("Select the words in the article first"));
      return;
    }
  quote = g_strndup (reading->document->text + span.start, span.end - span.start);
  hs_window_present_dialog (self, hs_note_editor_new_for_words (self->workspace, reading->id, span, quote));
}

static void
edit_note_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  HsReading *reading = hs_reader_get_reading (self->reader);

  for (guint i = 0; reading != NULL && i < reading->notes->len; i++)
    {
      const HsReadingNote *note = g_ptr_array_index (reading->notes, i);

      if (note->id == g_variant_get_int64 (parameter))
        hs_window_present_dialog (self, hs_note_editor_new_for_note (self->workspace, note));
    }
}

static void
details_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  HsReading *reading = hs_reader_get_reading (self->reader);

  if (reading != NULL && self->workspace != NULL)
    hs_window_present_dialog (self, hs_details_dialog_new (self->workspace, reading));
}

static void
original_opened_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (HsWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    hs_window_say (self, error->message);
}

static void
open_original_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  HsReading *reading = hs_reader_get_reading (self->reader);
  const char *url = reading != NULL ? reading->document->url : NULL;
  g_autofree char *scheme = NULL;

  if (url == NULL)
    return;
  /* The address came with the text: only the web is opened. */
  scheme = g_uri_parse_scheme (url);
  if (g_strcmp0 (scheme, "https") != 0 && g_strcmp0 (scheme, "http") != 0)
    {
      hs_window_say (self, _("Only web addresses can be opened"));
      return;
    }
  g_app_info_launch_default_for_uri_async (url, NULL, self->cancellable, original_opened_cb, g_object_ref (self));
}

/* --- files and the library ----------------------------------------------------------- */

static void
import_files_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  hs_window_choose_import (HS_WINDOW (widget), FALSE);
}

static void
import_folder_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  hs_window_choose_import (HS_WINDOW (widget), TRUE);
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  const char *what = g_variant_get_string (parameter, NULL);

  if (g_str_equal (what, "current"))
    {
      g_autoptr (GArray) ids = hs_window_get_targets (self);

      what = ids->len > 1 ? "selection" : ids->len == 1 ? "article" : "list";
    }
  hs_window_choose_export (self, what);
}

static void
open_library_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  hs_window_choose_library (HS_WINDOW (widget));
}

static void
add_sample_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  hs_window_import_sample (HS_WINDOW (widget));
}

static void
sample_removed_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (HsWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (hs_workspace_edit_finish (HS_WORKSPACE (source), result, &error) < 0)
    hs_window_say (self, error->message);
  else
    hs_window_say_undo (self, _("Sample story removed"));
}

static void
remove_sample_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);

  if (self->workspace == NULL)
    return;
  hs_window_leave_place (self);
  hs_workspace_remove_sample (self->workspace, sample_removed_cb, g_object_ref (self));
}

static void
preferences_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);

  hs_window_present_dialog (self, hs_preferences_window_new (self->workspace));
}

static void
show_jobs_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  hs_jobs_button_popup (HS_WINDOW (widget)->jobs);
}

static void
say_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  hs_window_say (HS_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
toggle_layer_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  guint layer = g_variant_get_uint32 (parameter);

  if (layer < HS_N_LAYERS)
    hs_preferences_set_layer (self->preferences, layer, !hs_preferences_shows_layer (self->preferences, layer));
}

static void
toggle_sidebar_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);

  gtk_toggle_button_set_active (self->sidebar_button, !gtk_toggle_button_get_active (self->sidebar_button));
}

static void
toggle_panel_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);

  gtk_toggle_button_set_active (self->panel_button, !gtk_toggle_button_get_active (self->panel_button));
}

static void
leave_sidebar_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  hs_panes_close_overlays (HS_WINDOW (widget)->panes);
}

/**
 * hs_window_install_actions:
 * @widget_class: of the window
 *
 * Its actions on articles, and their keys. In class_init.
 */
void
hs_window_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *type;
    GtkWidgetActionActivateFunc func;
  } actions[] = {
    { "win.mark-read", NULL, mark_read_action },
    { "win.mark-unread", NULL, mark_unread_action },
    { "win.toggle-read", NULL, toggle_read_action },
    { "win.toggle-star", NULL, toggle_star_action },
    { "win.star-article", "(xb)", star_article_action },
    { "win.delete", NULL, delete_action },
    { "win.show-words", "(xuu)", show_words_action },
    { "win.show-article", "x", show_article_action },
    { "win.show-entity", "x", show_entity_action },
    { "win.show-story", "x", show_story_action },
    { "win.filter", "(sss)", filter_action },
    { "win.next-article", NULL, next_article_action },
    { "win.previous-article", NULL, previous_article_action },
    { "win.next-unread", NULL, next_unread_action },
    { "win.read-on", NULL, read_on_action },
    { "win.next-mark", NULL, next_mark_action },
    { "win.previous-mark", NULL, previous_mark_action },
    { "win.back", NULL, back_action },
    { "win.escape", NULL, close_action },
    { "win.section", "s", section_action },
    { "win.search", NULL, search_action },
    { "win.find", NULL, find_action },
    { "win.show-panel-page", "s", show_panel_page_action },
    { "win.select-several", NULL, select_several_action },
    { "win.select-all", NULL, select_all_action },
    { "win.note", NULL, note_action },
    { "win.edit-note", "x", edit_note_action },
    { "win.details", NULL, details_action },
    { "win.open-original", NULL, open_original_action },
    { "win.import-files", NULL, import_files_action },
    { "win.import-folder", NULL, import_folder_action },
    { "win.export", "s", export_action },
    { "win.open-library", NULL, open_library_action },
    { "win.add-sample", NULL, add_sample_action },
    { "win.remove-sample", NULL, remove_sample_action },
    { "win.preferences", NULL, preferences_action },
    { "win.show-jobs", NULL, show_jobs_action },
    { "win.say", "s", say_action },
    { "win.toggle-layer", "u", toggle_layer_action },
    { "win.list-marks", NULL, hs_window_list_marks },
    { "win.toggle-mentions", NULL, hs_window_toggle_mentions },
    { "win.leave-sidebar", NULL, leave_sidebar_action },
    { "win.toggle-sidebar", NULL, toggle_sidebar_action },
    { "win.toggle-panel", NULL, toggle_panel_action },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type, actions[i].func);
}
