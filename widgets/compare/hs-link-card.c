/* hs-link-card.c: one node or link of the origins, with its words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-link-card.h"

#include <glib/gi18n.h>

#include "hs-desk-decide.h"
#include "hs-format.h"
#include "hs-origin-graph.h"
#include "hs-template.h"
#include "hs-words.h"

struct _HsLinkCard
{
  GtkWidget parent_instance;

  GtkBox *box;            /* (unowned): child */
  GtkBox *buttons;        /* (unowned): child */
  GtkLabel *title;        /* (unowned): child */
  GtkBox *words;          /* (unowned): child */
  GtkEntry *reason;       /* (unowned): child */

  HsWorkspace *workspace; /* (owned) (nullable) */
  HsStoryDesk *desk;      /* (owned) (nullable) */
  guint link;             /* of desk, or G_MAXUINT */
};

G_DEFINE_FINAL_TYPE (HsLinkCard, hs_link_card, GTK_TYPE_WIDGET)

static void
decide (HsLinkCard *self,
        int         what,
        const char *done)
{
  const HsDeskLink *link;
  const HsDeskNode *from, *to;
  HsDeskEdit edit = { .what = what };

  if (self->link == G_MAXUINT)
    return;
  link = g_ptr_array_index (self->desk->links, self->link);
  from = g_ptr_array_index (self->desk->nodes, link->from);
  to = g_ptr_array_index (self->desk->nodes, link->to);
  edit.story = self->desk->id;
  edit.node = from->kind;
  edit.id = from->id;
  edit.article = to->id;
  edit.text = gtk_editable_get_text (GTK_EDITABLE (self->reason));
  hs_desk_decide (GTK_WIDGET (self), self->workspace, &edit, done);
}

static void
confirm_cb (HsLinkCard *self)
{
  decide (self, HS_DESK_CONFIRM_LINK, _("Link confirmed"));
}

static void
cut_cb (HsLinkCard *self)
{
  decide (self, HS_DESK_CUT_LINK, _("Link cut"));
}

static void
leave_cb (HsLinkCard *self)
{
  decide (self, HS_DESK_LEAVE_LINK, _("Link left to the program"));
}

static GtkWidget *
add_button (HsLinkCard *self,
            const char *label,
            GCallback   clicked_cb)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_object (button, "clicked", clicked_cb, self, G_CONNECT_SWAPPED);
  gtk_box_append (self->buttons, button);
  return button;
}

static void
hs_link_card_clear (HsLinkCard  *self,
                    HsStoryDesk *desk)
{
  HsStoryDesk *before = self->desk;

  self->desk = desk != NULL ? hs_story_desk_ref (desk) : NULL;
  if (before != NULL)
    hs_story_desk_unref (before);
  self->link = G_MAXUINT;
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), FALSE);
  hs_words_clear_box (self->words);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->buttons)), *next; child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (child != GTK_WIDGET (self->reason))
        gtk_box_remove (self->buttons, child);
    }
}

/**
 * hs_link_card_show_nothing:
 * @self: a card
 * @desk: (nullable): a story laid out
 *
 * Says how to choose a link.
 */
void
hs_link_card_show_nothing (HsLinkCard  *self,
                           HsStoryDesk *desk)
{
  g_return_if_fail (HS_IS_LINK_CARD (self));

  hs_link_card_clear (self, desk);
  gtk_label_set_label (self->title, _("Choose a link to see the words for it"));
  gtk_box_append (self->words, hs_words_new_caption (_("A whole line is stated in words, a broken one is only implied. "
                                                       "Arrow keys lead along the links; Enter opens the article.")));
}

static void
add_decision (HsLinkCard       *self,
              const HsDeskLink *link)
{
  g_autofree char *when = link->time != 0 ? hs_format_time (link->time) : NULL;
  g_autofree char *text = hs_format_join (when, link->reason, NULL);

  if (link->decided != HS_DECIDED_PROGRAM && text != NULL && *text != '\0')
    gtk_box_append (self->words, hs_words_new_caption (text));
}

/**
 * hs_link_card_show_link:
 * @self: a card
 * @desk: a story laid out
 * @index: of one of its links
 *
 * Shows the words for the link, what was decided of it, and what can be. Nothing happens
 * when it shows that already.
 */
void
hs_link_card_show_link (HsLinkCard  *self,
                        HsStoryDesk *desk,
                        guint        index)
{
  const HsDeskLink *link;
  g_autofree char *title = NULL;

  g_return_if_fail (HS_IS_LINK_CARD (self));
  g_return_if_fail (index < desk->links->len);

  if (self->desk == desk && self->link == index)
    return;
  hs_link_card_clear (self, desk);
  self->link = index;
  link = g_ptr_array_index (desk->links, index);
  title = hs_desk_link_describe (desk, index);
  gtk_label_set_label (self->title, title);
  add_decision (self, link);
  for (guint i = 0; i < link->evidence->len; i++)
    gtk_box_append (self->words, hs_words_new_occurrence (g_ptr_array_index (link->evidence, i)));
  if (link->evidence->len == 0 && link->decided != HS_DECIDED_CUT)
    gtk_box_append (self->words, hs_words_new_caption (_("No words show it.")));
  if (!link->decidable)
    {
      gtk_box_append (self->words, hs_words_new_caption (_("Only links into articles can be confirmed or cut.")));
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->reason), TRUE);
  if (link->decided == HS_DECIDED_PROGRAM)
    add_button (self, _("Confirm"), G_CALLBACK (confirm_cb));
  else
    add_button (self, _("Leave to the Program"), G_CALLBACK (leave_cb));
  if (link->decided != HS_DECIDED_CUT)
    gtk_widget_add_css_class (add_button (self, _("Cut"), G_CALLBACK (cut_cb)), "destructive-action");
  gtk_box_reorder_child_after (self->buttons, GTK_WIDGET (self->reason),
                               gtk_widget_get_last_child (GTK_WIDGET (self->buttons)));
}

/**
 * hs_link_card_show_node:
 * @self: a card
 * @desk: a story laid out
 * @index: of one of its nodes
 *
 * Shows what it is, how many links lead in and out, and what can be opened.
 */
void
hs_link_card_show_node (HsLinkCard  *self,
                        HsStoryDesk *desk,
                        guint        index)
{
  const HsDeskNode *node;
  guint in = 0, out = 0;
  g_autofree char *links = NULL;
  g_autofree char *arriving = NULL;
  g_autofree char *leaving = NULL;
  GtkWidget *button;

  g_return_if_fail (HS_IS_LINK_CARD (self));
  g_return_if_fail (index < desk->nodes->len);

  hs_link_card_clear (self, desk);
  node = g_ptr_array_index (desk->nodes, index);
  for (guint i = 0; i < desk->links->len; i++)
    {
      const HsDeskLink *link = g_ptr_array_index (desk->links, i);

      in += link->decided != HS_DECIDED_CUT && link->to == index;
      out += link->decided != HS_DECIDED_CUT && link->from == index;
    }
  gtk_label_set_label (self->title, node->detail != NULL ? node->detail : node->name);
  if (node->detail != NULL)
    gtk_box_append (self->words, hs_words_new_caption (node->name));
  arriving = g_strdup_printf (ngettext ("%u link in", "%u links in", in), in);
  leaving = g_strdup_printf (ngettext ("%u link out", "%u links out", out), out);
  /* Translators: "2 links in, 1 link out" */
  links = g_strdup_printf (_("%s, %s"), arriving, leaving);
  gtk_box_append (self->words, hs_words_new_caption (links));
  if (node->kind == HS_DESK_BEGINNING)
    return;
  button = gtk_button_new_with_label (node->kind == HS_DESK_ARTICLE ? _("Open Article") : _("All Mentions"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), node->kind == HS_DESK_ARTICLE ? "win.show-article"
                                                                                         : "win.show-entity");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", node->id);
  gtk_box_append (self->buttons, button);
  if (node->kind != HS_DESK_ARTICLE)
    return;
  button = gtk_button_new_with_label (_("Move to Story…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.move-article");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", node->id);
  gtk_box_append (self->buttons, button);
}

static void
hs_link_card_dispose (GObject *object)
{
  HsLinkCard *self = HS_LINK_CARD (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->desk, hs_story_desk_unref);
  if (child != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (hs_link_card_parent_class)->dispose (object);
}

static void
hs_link_card_class_init (HsLinkCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_link_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hs_link_card_init (HsLinkCard *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->link = G_MAXUINT;
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->title = GTK_LABEL (gtk_label_new (NULL));
  self->words = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  self->buttons = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  self->reason = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->reason, _("Reason (optional)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Reason"), -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->reason), TRUE);
  gtk_label_set_wrap (self->title, TRUE);
  gtk_label_set_xalign (self->title, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "hs-link-card");
  gtk_box_append (self->buttons, GTK_WIDGET (self->reason));
  gtk_box_append (self->box, GTK_WIDGET (self->title));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->words));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 72);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 130);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_box_append (self->box, scroller);
  gtk_box_append (self->box, GTK_WIDGET (self->buttons));
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The words for it"), -1);
}

/* @workspace: (nullable) */
void
hs_link_card_set_workspace (HsLinkCard  *self,
                            HsWorkspace *workspace)
{
  g_return_if_fail (HS_IS_LINK_CARD (self));

  g_set_object (&self->workspace, workspace);
}
