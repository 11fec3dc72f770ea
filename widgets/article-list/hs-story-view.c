/* hs-story-view.c: one story: its line of numbers, and the desk it is laid out on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-story-view.h"

#include <glib/gi18n.h>

#include "hs-article-row.h"
#include "hs-format.h"
#include "hs-list-pane.h"
#include "hs-matrix-view.h"
#include "hs-origin-view.h"
#include "hs-template.h"
#include "hs-timeline-view.h"

struct _HsStoryView
{
  GtkWidget parent_instance;

  GtkLabel *title;                  /* (template) */
  GtkToggleButton *articles_button; /* (template) */
  GtkToggleButton *origins_button;  /* (template) */
  GtkToggleButton *speakers_button; /* (template) */
  GtkLabel *articles_number;        /* (template) */
  GtkLabel *articles_label;         /* (template) */
  GtkLabel *origins_number;         /* (template) */
  GtkLabel *origins_label;          /* (template) */
  GtkLabel *speakers_number;        /* (template) */
  GtkLabel *speakers_label;         /* (template) */
  GtkStack *stack;                  /* (template) */
  HsOriginView *origins;            /* (template) */
  HsMatrixView *matrix;             /* (template) */
  HsTimelineView *timeline;         /* (template) */
  GtkBox *articles;                 /* (template) */
  HsListPane *pane;                 /* (unowned): a child of the box */

  HsWorkspace *workspace;    /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable): of the desk that is read */
  gint64 story;              /* 0 none */
};

G_DEFINE_FINAL_TYPE (HsStoryView, hs_story_view, GTK_TYPE_WIDGET)

static void
activated_cb (HsStoryView *self,
              gint64       id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-words", "(xuu)", id, 0, 0);
}

/* One number at a time stands out in the drawing. */
static void
toggled_cb (HsStoryView     *self,
            GtkToggleButton *button)
{
  GtkToggleButton *buttons[] = { self->articles_button, self->origins_button, self->speakers_button };
  HsShow show = HS_SHOW_ALL;

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    if (buttons[i] != button && gtk_toggle_button_get_active (button))
      gtk_toggle_button_set_active (buttons[i], FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    if (gtk_toggle_button_get_active (buttons[i]))
      show = HS_SHOW_ARTICLES + i;
  hs_origin_view_set_show (self->origins, show);
  if (show != HS_SHOW_ALL)
    gtk_stack_set_visible_child_name (self->stack, "origins");
}

static void
hs_story_view_dispose (GObject *object)
{
  HsStoryView *self = HS_STORY_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  hs_template_dispose (GTK_WIDGET (self), HS_TYPE_STORY_VIEW);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (hs_story_view_parent_class)->dispose (object);
}

static void
hs_story_view_class_init (HsStoryViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (HS_TYPE_ORIGIN_VIEW);
  g_type_ensure (HS_TYPE_MATRIX_VIEW);
  g_type_ensure (HS_TYPE_TIMELINE_VIEW);
  G_OBJECT_CLASS (klass)->dispose = hs_story_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-story-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HsStoryView, title);
  gtk_widget_class_bind_template_child (widget_class, HsStoryView, articles_button);
  gtk_widget_class_bind_template_child (widget_class, HsStoryView, origins_button);
  gtk_widget_class_bind_template_child (widget_class, HsStoryView, speakers_button);
  gtk_widget_class_bind_template_child (widget_class, HsStoryView, articles_number);
  gtk_widget_class_bind_template_child (widget_class, HsStoryView, articles_label);
  gtk_widget_class_bind_template_child (widget_class, HsStoryView, origins_number);
  gtk_widget_class_bind_template_child (widget_class, HsStoryView, origins_label);
  gtk_widget_class_bind_template_child (widget_class, HsStoryView, speakers_number);
  gtk_widget_class_bind_template_child (widget_class, HsStoryView, speakers_label);
  gtk_widget_class_bind_template_child (widget_class, HsStoryView, stack);
  gtk_widget_class_bind_template_child (widget_class, HsStoryView, origins);
  gtk_widget_class_bind_template_child (widget_class, HsStoryView, matrix);
  gtk_widget_class_bind_template_child (widget_class, HsStoryView, timeline);
  gtk_widget_class_bind_template_child (widget_class, HsStoryView, articles);
}

static void
hs_story_view_init (HsStoryView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->articles_button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->origins_button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->speakers_button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  self->pane = HS_LIST_PANE (hs_list_pane_new (HS_TYPE_ARTICLE_ROW, _("Articles of the story")));
  hs_list_pane_set_click_activates (self->pane, TRUE);
  g_signal_connect_object (self->pane, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_hexpand (GTK_WIDGET (self->pane), TRUE);
  gtk_box_append (self->articles, GTK_WIDGET (self->pane));
}

static void
hs_story_view_set_desk (HsStoryView *self,
                        HsStoryDesk *desk)
{
  hs_origin_view_set_desk (self->origins, desk);
  hs_matrix_view_set_desk (self->matrix, desk);
  hs_timeline_view_set_desk (self->timeline, desk);
}

/* @workspace: (nullable) */
void
hs_story_view_set_workspace (HsStoryView *self,
                             HsWorkspace *workspace)
{
  g_return_if_fail (HS_IS_STORY_VIEW (self));

  if (!g_set_object (&self->workspace, workspace))
    return;
  g_cancellable_cancel (self->cancellable);
  hs_list_pane_set_list (self->pane, NULL);
  hs_origin_view_set_workspace (self->origins, workspace);
  hs_matrix_view_set_workspace (self->matrix, workspace);
  hs_timeline_view_set_workspace (self->timeline, workspace);
}

static void
desk_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (HsStoryView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsStoryDesk) desk = hs_workspace_read_desk_finish (HS_WORKSPACE (source), result, &error);

  if (desk != NULL && desk->id == self->story && self->workspace == HS_WORKSPACE (source))
    hs_story_view_set_desk (self, desk);
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", error->message);
}

static void
set_number (GtkLabel   *number,
            GtkLabel   *label,
            GtkWidget  *button,
            guint       n,
            const char *word,
            const char *whole)
{
  g_autofree char *text = g_strdup_printf ("%u", n);

  gtk_label_set_label (number, text);
  gtk_label_set_label (label, word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
}

static void
hs_story_view_set_numbers (HsStoryView       *self,
                           const HsStoryPage *story)
{
  g_autofree char *articles = hs_format_articles (story->n_articles);
  g_autofree char *origins = g_strdup_printf (ngettext ("%u origin", "%u origins", story->n_origins), story->n_origins);
  g_autofree char *speakers = g_strdup_printf (ngettext ("%u speaker", "%u speakers", story->n_speakers),
                                               story->n_speakers);

  gtk_label_set_label (self->title, story->title != NULL ? story->title : _("Untitled"));
  set_number (self->articles_number, self->articles_label, GTK_WIDGET (self->articles_button), story->n_articles,
              ngettext ("article", "articles", story->n_articles), articles);
  set_number (self->origins_number, self->origins_label, GTK_WIDGET (self->origins_button), story->n_origins,
              ngettext ("origin", "origins", story->n_origins), origins);
  set_number (self->speakers_number, self->speakers_label, GTK_WIDGET (self->speakers_button), story->n_speakers,
              ngettext ("speaker", "speakers", story->n_speakers), speakers);
}

/* @story: (nullable) */
void
hs_story_view_set_story (HsStoryView *self,
                         HsStoryPage *story)
{
  g_autoptr (HsList) list = NULL;
  g_autofree char *query = NULL;
  gboolean other;

  g_return_if_fail (HS_IS_STORY_VIEW (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  other = story == NULL || story->id != self->story;
  self->story = story != NULL ? story->id : 0;
  if (other)
    hs_story_view_set_desk (self, NULL);
  if (story == NULL || self->workspace == NULL)
    {
      hs_list_pane_set_list (self->pane, NULL);
      return;
    }
  hs_story_view_set_numbers (self, story);
  self->cancellable = g_cancellable_new ();
  hs_workspace_read_desk_async (self->workspace, story->id, self->cancellable, desk_read_cb, g_object_ref (self));
  query = g_strdup_printf ("story:%" G_GINT64_FORMAT, story->id);
  if (hs_list_pane_get_list (self->pane) != NULL
      && g_str_equal (hs_list_get_query (hs_list_pane_get_list (self->pane)), query))
    return;
  list = hs_list_new (self->workspace, HS_LIST_ARTICLES);
  hs_list_set_query (list, query);
  hs_list_pane_set_list (self->pane, list);
}
