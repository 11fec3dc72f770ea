/* hs-story-view.c: one story: its line of numbers, its origins, its articles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-story-view.h"

#include <glib/gi18n.h>

#include "hs-article-row.h"
#include "hs-list-pane.h"
#include "hs-story-card.h"
#include "hs-template.h"

struct _HsStoryView
{
  GtkWidget parent_instance;

  GtkBox *box;             /* (template) */
  HsStoryCard *card;       /* (template) */
  HsListPane *pane;        /* (unowned): a child of the box */

  HsWorkspace *workspace; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (HsStoryView, hs_story_view, GTK_TYPE_WIDGET)

static void
activated_cb (HsStoryView *self,
              gint64       id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-words", "(xuu)", id, 0, 0);
}

static void
hs_story_view_dispose (GObject *object)
{
  HsStoryView *self = HS_STORY_VIEW (object);

  hs_template_dispose (GTK_WIDGET (self), HS_TYPE_STORY_VIEW);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (hs_story_view_parent_class)->dispose (object);
}

static void
hs_story_view_class_init (HsStoryViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (HS_TYPE_STORY_CARD);
  G_OBJECT_CLASS (klass)->dispose = hs_story_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-story-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HsStoryView, box);
  gtk_widget_class_bind_template_child (widget_class, HsStoryView, card);
}

static void
hs_story_view_init (HsStoryView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->pane = HS_LIST_PANE (hs_list_pane_new (HS_TYPE_ARTICLE_ROW, _("Articles of the story")));
  hs_list_pane_set_click_activates (self->pane, TRUE);
  g_signal_connect_object (self->pane, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, GTK_WIDGET (self->pane));
}

/* @workspace: (nullable) */
void
hs_story_view_set_workspace (HsStoryView *self,
                             HsWorkspace *workspace)
{
  g_return_if_fail (HS_IS_STORY_VIEW (self));

  if (g_set_object (&self->workspace, workspace))
    hs_list_pane_set_list (self->pane, NULL);
}

/* @story: (nullable) */
void
hs_story_view_set_story (HsStoryView *self,
                         HsStoryPage *story)
{
  g_autoptr (HsList) list = NULL;
  g_autofree char *query = NULL;

  g_return_if_fail (HS_IS_STORY_VIEW (self));

  hs_story_card_set_story (self->card, story);
  hs_story_card_open_origins (self->card);
  if (story == NULL || self->workspace == NULL)
    {
      hs_list_pane_set_list (self->pane, NULL);
      return;
    }
  query = g_strdup_printf ("story:%" G_GINT64_FORMAT, story->id);
  if (hs_list_pane_get_list (self->pane) != NULL
      && g_str_equal (hs_list_get_query (hs_list_pane_get_list (self->pane)), query))
    return;
  list = hs_list_new (self->workspace, HS_LIST_ARTICLES);
  hs_list_set_query (list, query);
  hs_list_pane_set_list (self->pane, list);
}
