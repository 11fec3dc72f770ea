/* hs-story-card.c: n articles → n origins → n speakers, each to be opened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-story-card.h"

#include <glib/gi18n.h>

#include "hs-format.h"
#include "hs-template.h"
#include "hs-words.h"

struct _HsStoryCard
{
  GtkWidget parent_instance;

  GtkLabel *title;                  /* (template) */
  GtkButton *articles_button;       /* (template) */
  GtkToggleButton *origins_button;  /* (template) */
  GtkToggleButton *speakers_button; /* (template) */
  GtkLabel *articles_number;        /* (template) */
  GtkLabel *articles_label;         /* (template) */
  GtkLabel *origins_number;        /* (template) */
  GtkLabel *origins_label;          /* (template) */
  GtkLabel *speakers_number;        /* (template) */
  GtkLabel *speakers_label;         /* (template) */
  GtkBox *origins_box;              /* (template) */
  GtkBox *speakers_box;             /* (template) */

  HsStoryPage *story; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (HsStoryCard, hs_story_card, GTK_TYPE_WIDGET)

static GtkWidget *
make_entity_button (gint64      entity,
                    const char *name)
{
  GtkWidget *button = gtk_button_new_with_label (name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "hs-link-row");
  gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (button)), GTK_ALIGN_START);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-entity");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", entity);
  return button;
}

static void
hs_story_card_add_origin (HsStoryCard           *self,
                          const HsReadingOrigin *origin)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const char *name = origin->name != NULL ? origin->name : _("An origin that is not named");
  g_autofree char *carried = g_strdup_printf (ngettext ("carried by %u article", "carried by %u articles",
                                                        origin->articles->len), origin->articles->len);
  g_autofree char *names = NULL;
  g_autofree char *caption = NULL;

  gtk_widget_add_css_class (box, "hs-origin");
  if (origin->outlet != 0 && origin->name != NULL)
    gtk_box_append (GTK_BOX (box), make_entity_button (origin->outlet, name));
  else
    {
      GtkWidget *label = gtk_label_new (name);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_add_css_class (label, "heading");
      gtk_box_append (GTK_BOX (box), label);
    }
  if (origin->speaker_names->len > 0)
    {
      GString *joined = g_string_new (NULL);

      for (guint i = 0; i < origin->speaker_names->len; i++)
        g_string_append_printf (joined, "%s%s", i > 0 ? ", " : "",
                                (const char *) g_ptr_array_index (origin->speaker_names, i));
      names = g_string_free (joined, FALSE);
    }
  caption = hs_format_join (carried, names, NULL);
  gtk_box_append (GTK_BOX (box), hs_words_new_caption (caption));
  for (guint i = 0; i < origin->evidence->len && i < 6; i++)
    {
      const HsOccurrence *evidence = g_ptr_array_index (origin->evidence, i);

      gtk_box_append (GTK_BOX (box), hs_words_new_occurrence (evidence));
      if (evidence->outlet != NULL)
        gtk_box_append (GTK_BOX (box), hs_words_new_caption (evidence->outlet));
    }
  gtk_box_append (self->origins_box, box);
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
hs_story_card_fill (HsStoryCard *self)
{
  const HsStoryPage *story = self->story;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, story->id);
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
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->articles_button), "(sss)", "story", id,
                                    story->title != NULL ? story->title : "");

  for (guint i = 0; i < story->origins->len; i++)
    hs_story_card_add_origin (self, g_ptr_array_index (story->origins, i));
  if (story->origins->len == 0)
    gtk_box_append (self->origins_box, hs_words_new_caption (_("No origin could be told apart.")));
  for (guint i = 0; i < story->speaker_names->len; i++)
    gtk_box_append (self->speakers_box,
                    make_entity_button (g_array_index (story->speakers, gint64, i),
                                        g_ptr_array_index (story->speaker_names, i)));
  if (story->speaker_names->len == 0)
    gtk_box_append (self->speakers_box, hs_words_new_caption (_("Nobody who speaks is named.")));
}

static void
hs_story_card_dispose (GObject *object)
{
  hs_template_dispose (GTK_WIDGET (object), HS_TYPE_STORY_CARD);

  G_OBJECT_CLASS (hs_story_card_parent_class)->dispose (object);
}

static void
hs_story_card_finalize (GObject *object)
{
  HsStoryCard *self = HS_STORY_CARD (object);

  g_clear_pointer (&self->story, hs_story_page_unref);

  G_OBJECT_CLASS (hs_story_card_parent_class)->finalize (object);
}

static void
hs_story_card_class_init (HsStoryCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_story_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = hs_story_card_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-story-card.ui");
  gtk_widget_class_bind_template_child (widget_class, HsStoryCard, title);
  gtk_widget_class_bind_template_child (widget_class, HsStoryCard, articles_button);
  gtk_widget_class_bind_template_child (widget_class, HsStoryCard, origins_button);
  gtk_widget_class_bind_template_child (widget_class, HsStoryCard, speakers_button);
  gtk_widget_class_bind_template_child (widget_class, HsStoryCard, articles_number);
  gtk_widget_class_bind_template_child (widget_class, HsStoryCard, articles_label);
  gtk_widget_class_bind_template_child (widget_class, HsStoryCard, origins_number);
  gtk_widget_class_bind_template_child (widget_class, HsStoryCard, origins_label);
  gtk_widget_class_bind_template_child (widget_class, HsStoryCard, speakers_number);
  gtk_widget_class_bind_template_child (widget_class, HsStoryCard, speakers_label);
  gtk_widget_class_bind_template_child (widget_class, HsStoryCard, origins_box);
  gtk_widget_class_bind_template_child (widget_class, HsStoryCard, speakers_box);
}

static void
hs_story_card_init (HsStoryCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hs_story_card_new:
 * Returns: (transfer floating): a card without a story
 */
GtkWidget *
hs_story_card_new (void)
{
  return g_object_new (HS_TYPE_STORY_CARD, NULL);
}

/* @story: (nullable) */
void
hs_story_card_set_story (HsStoryCard *self,
                         HsStoryPage *story)
{
  g_return_if_fail (HS_IS_STORY_CARD (self));

  if (self->story == story)
    return;
  g_clear_pointer (&self->story, hs_story_page_unref);
  hs_words_clear_box (self->origins_box);
  hs_words_clear_box (self->speakers_box);
  if (story == NULL)
    return;
  self->story = hs_story_page_ref (story);
  hs_story_card_fill (self);
}

/**
 * hs_story_card_open_origins:
 * @self: a card
 *
 * Shows its origins one by one.
 */
void
hs_story_card_open_origins (HsStoryCard *self)
{
  g_return_if_fail (HS_IS_STORY_CARD (self));

  gtk_toggle_button_set_active (self->origins_button, TRUE);
}
