/* hs-window-places.c: what the detail pane shows, and the way back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-window-private.h"

#include <glib/gi18n.h>

#include "hs-workspace-reading.h"

#define MAX_HISTORY 100

/**
 * hs_window_get_article:
 * @self: a window
 *
 * Returns: the id of the article that is open, 0 none
 */
gint64
hs_window_get_article (HsWindow *self)
{
  return self->place.kind == HS_PLACE_ARTICLE ? self->place.id : 0;
}

static void
hs_window_set_reading (HsWindow  *self,
                       HsReading *reading)
{
  hs_reader_set_reading (self->reader, reading);
  hs_credibility_panel_set_reading (self->credibility, reading);
  hs_mentions_panel_set_reading (self->mentions, reading);
  hs_notes_panel_set_reading (self->notes, reading);
}

static void
hs_window_show_detail (HsWindow   *self,
                       const char *page)
{
  gtk_stack_set_visible_child_name (self->detail_stack, page);
  hs_window_update_actions (self);
  hs_window_rescue_focus (self);
}

static void
hs_window_show_error (HsWindow     *self,
                      const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  adw_status_page_set_description (self->detail_error, error->message);
  hs_window_show_detail (self, "error");
}

static void
hs_window_mark_read (HsWindow  *self,
                     HsReading *reading)
{
  if (reading->read || hs_workspace_get_read_only (self->workspace)
      || !hs_preferences_get_boolean (self->preferences, "mark-read"))
    return;
  hs_workspace_note_read (self->workspace, reading->id, hs_window_edited_cb, g_object_ref (self));
}

static void
article_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (HsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsReading) reading = hs_workspace_read_article_finish (HS_WORKSPACE (source), result, &error);
  HsReading *before;
  gboolean other;

  if (reading == NULL)
    {
      hs_window_show_error (self, error);
      return;
    }
  if (self->closing || self->place.kind != HS_PLACE_ARTICLE || self->place.id != reading->id)
    return;
  before = hs_reader_get_reading (self->reader);
  other = before == NULL || before->id != reading->id
          || g_strcmp0 (gtk_stack_get_visible_child_name (self->detail_stack), "article") != 0;
  hs_window_set_reading (self, reading);
  hs_window_show_detail (self, "article");
  if (!hs_span_is_none (self->place.span))
    hs_reader_show_span (self->reader, self->place.span);
  self->place.span = HS_SPAN_NONE;
  if (other)
    hs_window_mark_read (self, reading);
}

static void
entity_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (HsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsEntityPage) page = hs_workspace_read_entity_finish (HS_WORKSPACE (source), result, &error);

  if (page == NULL)
    {
      hs_window_show_error (self, error);
      return;
    }
  if (self->closing || self->place.kind != HS_PLACE_ENTITY)
    return;
  hs_entity_view_set_page (self->entity_view, page);
  g_free (self->shown_name);
  self->shown_name = g_strdup (page->name);
  hs_window_show_detail (self, "entity");
}

static void
story_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (HsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsStoryPage) page = hs_workspace_read_story_finish (HS_WORKSPACE (source), result, &error);

  if (page == NULL)
    {
      hs_window_show_error (self, error);
      return;
    }
  if (self->closing || self->place.kind != HS_PLACE_STORY)
    return;
  hs_story_view_set_story (self->story_view, page);
  g_free (self->shown_name);
  self->shown_name = g_strdup (page->title);
  hs_window_show_detail (self, "story");
}

/* Reads what the place is about, again when it was read before. */
void
hs_window_reload_place (HsWindow *self)
{
  g_cancellable_cancel (self->reading_cancellable);
  g_clear_object (&self->reading_cancellable);
  if (self->workspace == NULL)
    return;
  self->reading_cancellable = g_cancellable_new ();
  switch (self->place.kind)
    {
    case HS_PLACE_ARTICLE:
      hs_workspace_read_article_async (self->workspace, self->place.id, self->reading_cancellable, article_read_cb,
                                       g_object_ref (self));
      break;
    case HS_PLACE_ENTITY:
      hs_workspace_read_entity_async (self->workspace, self->place.id, self->reading_cancellable, entity_read_cb,
                                      g_object_ref (self));
      break;
    case HS_PLACE_STORY:
      hs_workspace_read_story_async (self->workspace, self->place.id, self->reading_cancellable, story_read_cb,
                                     g_object_ref (self));
      break;
    case HS_PLACE_PROPOSALS:
      hs_proposals_view_reload (self->proposals_view);
      hs_window_show_detail (self, "proposals");
      break;
    case HS_PLACE_NONE:
    default:
      hs_window_show_detail (self, "none");
      break;
    }
}

/* The panel is about an article: beside anything else it is only in the way. */
static void
hs_window_make_room (HsWindow *self)
{
  gboolean away = self->place.kind != HS_PLACE_ARTICLE && self->place.kind != HS_PLACE_NONE;

  if (away && !self->panel_away && hs_panes_get_docked_panel (self->panes))
    {
      self->panel_away = TRUE;
      hs_panes_set_docked_panel (self->panes, FALSE);
    }
  else if (!away && self->panel_away)
    {
      self->panel_away = FALSE;
      hs_panes_set_docked_panel (self->panes, TRUE);
    }
}

static void
hs_window_enter (HsWindow *self,
                 HsPlace   place)
{
  self->place = place;
  g_clear_pointer (&self->shown_name, g_free);
  self->take_focus = hs_panes_get_narrow (self->panes);
  hs_window_make_room (self);
  hs_sidebar_show_proposals (self->sidebar, place.kind == HS_PLACE_PROPOSALS);
  if (place.kind != HS_PLACE_ARTICLE)
    hs_window_set_reading (self, NULL);
  else if (hs_section_get_what (hs_browser_get_section (self->browser)) == HS_LIST_ARTICLES)
    hs_browser_select (self->browser, place.id);
  g_object_set (self->panes, "show-detail", place.kind != HS_PLACE_NONE, NULL);
  hs_window_reload_place (self);
  hs_window_update_actions (self);
}

/* Shows another place; Back leads to the one before. */
void
hs_window_go (HsWindow    *self,
              HsPlaceKind  kind,
              gint64       id,
              HsSpan       span)
{
  HsPlace place = { kind, id, span };
  gboolean same = self->place.kind == kind && self->place.id == id;

  if (!same && self->place.kind != HS_PLACE_NONE)
    {
      g_array_append_val (self->history, self->place);
      if (self->history->len > MAX_HISTORY)
        g_array_remove_index (self->history, 0);
    }
  /* The article is open: only the words are new. */
  if (same && kind == HS_PLACE_ARTICLE && hs_reader_get_reading (self->reader) != NULL
      && hs_reader_get_reading (self->reader)->id == id)
    {
      g_object_set (self->panes, "show-detail", TRUE, NULL);
      hs_reader_show_span (self->reader, span);
      hs_window_update_actions (self);
      return;
    }
  hs_window_enter (self, place);
}

/* Shows what was chosen from a list: nothing to go back to. */
void
hs_window_open (HsWindow    *self,
                HsPlaceKind  kind,
                gint64       id,
                HsSpan       span)
{
  g_array_set_size (self->history, 0);
  hs_window_go (self, kind, id, span);
  g_array_set_size (self->history, 0);
  hs_window_update_actions (self);
}

/* Returns: whether there was a place to go back to */
gboolean
hs_window_go_back (HsWindow *self)
{
  HsPlace place;

  if (self->history->len == 0)
    return FALSE;
  place = g_array_index (self->history, HsPlace, self->history->len - 1);
  g_array_set_size (self->history, self->history->len - 1);
  hs_window_enter (self, place);
  return TRUE;
}

/* What it was about is gone. */
void
hs_window_leave_place (HsWindow *self)
{
  HsPlace none = { HS_PLACE_NONE, 0, { 0, 0 } };

  g_array_set_size (self->history, 0);
  hs_window_enter (self, none);
}
