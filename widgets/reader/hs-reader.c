/* hs-reader.c: the pane in which an article is read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-reader.h"

#include <glib/gi18n.h>

#include "hs-article-view.h"
#include "hs-difference-view.h"
#include "hs-entity-popover.h"
#include "hs-format.h"
#include "hs-legend.h"
#include "hs-template.h"

struct _HsReader
{
  GtkWidget parent_instance;

  GtkLabel *meta_label;         /* (template) */
  GtkLabel *grade_label;        /* (template) */
  GtkWidget *original_button;   /* (template) */
  GtkButton *star_button;       /* (template) */
  GtkRevealer *find_revealer;   /* (template) */
  GtkEditable *find_entry;      /* (template) */
  GtkLabel *find_label;         /* (template) */
  GtkRevealer *edited_revealer; /* (template) */
  GtkLabel *edited_label;       /* (template) */
  GtkStack *stack;              /* (template) */
  HsArticleView *view;          /* (template) */
  HsDifferenceView *difference; /* (template) */
  GtkWidget *popover;           /* (owned): a child of ours */

  HsWorkspace *workspace; /* (owned) (nullable) */
  guint n_found;
};

G_DEFINE_FINAL_TYPE (HsReader, hs_reader, GTK_TYPE_WIDGET)

/* --- finding words in the article --------------------------------------------- */

static void
hs_reader_say_found (HsReader *self,
                     int       at,
                     guint     n)
{
  g_autofree char *text = NULL;
  const char *words = gtk_editable_get_text (self->find_entry);

  if (n > 0)
    text = g_strdup_printf (_("%d of %u"), at + 1, n);
  else if (*words != '\0')
    text = g_strdup (_("Not found"));
  gtk_label_set_label (self->find_label, text != NULL ? text : "");
}

static void
find_changed_cb (HsReader *self)
{
  self->n_found = hs_article_view_find_words (self->view, gtk_editable_get_text (self->find_entry));
  hs_reader_say_found (self, hs_article_view_step_found (self->view, 1), self->n_found);
}

static void
hs_reader_step_found (HsReader *self,
                      int       step)
{
  int at = hs_article_view_step_found (self->view, step);

  if (at < 0)
    find_changed_cb (self);
  else
    hs_reader_say_found (self, at, self->n_found);
}

static void
find_next_cb (HsReader *self)
{
  hs_reader_step_found (self, 1);
}

static void
find_previous_cb (HsReader *self)
{
  hs_reader_step_found (self, -1);
}

static void
find_stop_cb (HsReader *self)
{
  hs_reader_stop_find (self);
}

/* --- marks -------------------------------------------------------------------- */

static void
hs_reader_show_mention (HsReader     *self,
                        const HsMark *mark)
{
  HsReading *reading = hs_article_view_get_reading (self->view);
  const HsReadingMention *mention = &g_array_index (reading->mentions, HsReadingMention, mark->index);
  g_autofree char *words = hs_format_snippet (reading->document->text, mark->span, 80);
  const char *name = words;
  GdkRectangle area;
  double x, y;

  for (guint i = 0; i < reading->entities->len; i++)
    {
      const HsReadingEntity *entity = g_ptr_array_index (reading->entities, i);

      if (entity->entity == mention->entity)
        name = entity->name;
    }
  if (hs_article_view_get_span_area (self->view, mark->span, &area)
      && gtk_widget_translate_coordinates (GTK_WIDGET (self->view), GTK_WIDGET (self), area.x, area.y, &x, &y))
    {
      area.x = x;
      area.y = y;
      gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &area);
    }
  hs_entity_popover_show_entity (HS_ENTITY_POPOVER (self->popover), self->workspace, mention->entity, mention->kind,
                                 name);
}

static void
mark_activated_cb (HsReader *self,
                   guint     index)
{
  const HsMark *mark = hs_article_view_get_mark (self->view, index);
  HsReading *reading = hs_article_view_get_reading (self->view);

  if (mark->layer < HS_N_MENTION_KINDS)
    hs_reader_show_mention (self, mark);
  else if (mark->layer == HS_LAYER_NOTES)
    {
      const HsReadingNote *note = g_ptr_array_index (reading->notes, mark->index);

      gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-note", "x", note->id);
    }
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-panel-page", "s", "credibility");
}

/* --- the line above the text ---------------------------------------------------- */

static char *
hs_reader_format_grade (const HsReading *reading)
{
  const HsReadingGrade *source = reading->source_grades->len > 0 ? g_ptr_array_index (reading->source_grades, 0) : NULL;
  const HsReadingGrade *article = reading->article_grades->len > 0 ? g_ptr_array_index (reading->article_grades, 0)
                                                                   : NULL;

  return g_strconcat (source != NULL && source->grade != NULL ? source->grade : "",
                      article != NULL && article->grade != NULL ? article->grade : "", NULL);
}

static void
hs_reader_update_meta (HsReader  *self,
                       HsReading *reading)
{
  const HsDocument *document = reading->document;
  g_autofree char *published = hs_format_published (document->published);
  g_autofree char *grade = hs_reader_format_grade (reading);
  g_autofree char *meta = NULL;

  meta = hs_format_join (document->outlet != NULL && *document->outlet != '\0' ? document->outlet : _("Unknown outlet"),
                         published != NULL ? published : _("date unknown"), NULL);
  gtk_label_set_label (self->meta_label, meta);
  gtk_label_set_label (self->grade_label, grade);
  gtk_widget_set_visible (GTK_WIDGET (self->grade_label), *grade != '\0');
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->meta_label), meta);
  gtk_widget_set_visible (self->original_button, document->url != NULL && *document->url != '\0');
  gtk_button_set_icon_name (self->star_button, reading->starred ? "starred-symbolic" : "non-starred-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->star_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  reading->starred ? _("Remove star") : _("Star"), -1);
}

/* --- what changed since it was first seen --------------------------------------- */

static void
hs_reader_update_edited (HsReader  *self,
                         HsReading *reading)
{
  guint n = reading->revisions->len;
  g_autofree char *text = NULL;

  gtk_revealer_set_reveal_child (self->edited_revealer, n > 1);
  if (n < 2)
    return;
  text = g_strdup_printf (ngettext ("Edited %u time since it was first seen", "Edited %u times since it was first seen",
                                    n - 1), n - 1);
  gtk_label_set_label (self->edited_label, text);
}

static void
difference_closed_cb (HsReader *self)
{
  gtk_stack_set_visible_child_name (self->stack, "article");
  gtk_revealer_set_reveal_child (self->edited_revealer, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
show_difference_cb (HsReader *self)
{
  HsReading *reading = hs_article_view_get_reading (self->view);

  if (reading == NULL || reading->revisions->len < 2 || self->workspace == NULL)
    return;
  gtk_revealer_set_reveal_child (self->edited_revealer, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "difference");
  hs_difference_view_show (self->difference, self->workspace, reading);
}

/* --- life ------------------------------------------------------------------- */

static void
hs_reader_dispose (GObject *object)
{
  HsReader *self = HS_READER (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  hs_template_dispose (GTK_WIDGET (self), HS_TYPE_READER);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (hs_reader_parent_class)->dispose (object);
}

static void
hs_reader_class_init (HsReaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (HS_TYPE_ARTICLE_VIEW);
  g_type_ensure (HS_TYPE_DIFFERENCE_VIEW);
  g_type_ensure (HS_TYPE_LEGEND);
  G_OBJECT_CLASS (klass)->dispose = hs_reader_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-reader.ui");
  gtk_widget_class_bind_template_child (widget_class, HsReader, meta_label);
  gtk_widget_class_bind_template_child (widget_class, HsReader, grade_label);
  gtk_widget_class_bind_template_child (widget_class, HsReader, original_button);
  gtk_widget_class_bind_template_child (widget_class, HsReader, star_button);
  gtk_widget_class_bind_template_child (widget_class, HsReader, find_revealer);
  gtk_widget_class_bind_template_child (widget_class, HsReader, find_entry);
  gtk_widget_class_bind_template_child (widget_class, HsReader, find_label);
  gtk_widget_class_bind_template_child (widget_class, HsReader, edited_revealer);
  gtk_widget_class_bind_template_child (widget_class, HsReader, edited_label);
  gtk_widget_class_bind_template_child (widget_class, HsReader, stack);
  gtk_widget_class_bind_template_child (widget_class, HsReader, view);
  gtk_widget_class_bind_template_child (widget_class, HsReader, difference);
  gtk_widget_class_bind_template_callback (widget_class, show_difference_cb);
  gtk_widget_class_bind_template_callback (widget_class, difference_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_activated_cb);
}

static void
hs_reader_init (HsReader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->popover = hs_entity_popover_new ();
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Article"), -1);
}

/* @workspace: (nullable) */
void
hs_reader_set_workspace (HsReader    *self,
                         HsWorkspace *workspace)
{
  g_return_if_fail (HS_IS_READER (self));

  g_set_object (&self->workspace, workspace);
}

/* @reading: (nullable) */
void
hs_reader_set_reading (HsReader  *self,
                       HsReading *reading)
{
  HsReading *before;
  guint n_before;
  gboolean other;

  g_return_if_fail (HS_IS_READER (self));

  before = hs_article_view_get_reading (self->view);
  n_before = before != NULL ? before->revisions->len : 0;
  other = before == NULL || reading == NULL || before->id != reading->id;
  if (other)
    {
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      hs_reader_stop_find (self);
      gtk_stack_set_visible_child_name (self->stack, "article");
    }
  hs_article_view_set_reading (self->view, reading);
  if (reading == NULL)
    return;
  hs_reader_update_meta (self, reading);
  if (other || reading->revisions->len != n_before)
    hs_reader_update_edited (self, reading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  reading->document->title != NULL ? reading->document->title : _("Article"), -1);
}

HsReading *
hs_reader_get_reading (HsReader *self)
{
  g_return_val_if_fail (HS_IS_READER (self), NULL);

  return hs_article_view_get_reading (self->view);
}

void
hs_reader_show_span (HsReader *self,
                     HsSpan    span)
{
  g_return_if_fail (HS_IS_READER (self));

  hs_article_view_show_span (self->view, span, TRUE);
}

HsSpan
hs_reader_get_selected (HsReader *self)
{
  g_return_val_if_fail (HS_IS_READER (self), HS_SPAN_NONE);

  return hs_article_view_get_selected (self->view);
}

void
hs_reader_step_mark (HsReader *self,
                     int       step)
{
  g_return_if_fail (HS_IS_READER (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  if (!hs_article_view_step_mark (self->view, step))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

void
hs_reader_start_find (HsReader *self)
{
  g_return_if_fail (HS_IS_READER (self));

  gtk_revealer_set_reveal_child (self->find_revealer, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->find_entry));
  gtk_editable_select_region (self->find_entry, 0, -1);
  find_changed_cb (self);
}

/* Returns: whether there was anything to stop */
gboolean
hs_reader_stop_find (HsReader *self)
{
  g_return_val_if_fail (HS_IS_READER (self), FALSE);

  if (!gtk_revealer_get_reveal_child (self->find_revealer))
    return FALSE;
  gtk_revealer_set_reveal_child (self->find_revealer, FALSE);
  hs_article_view_find_words (self->view, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return TRUE;
}

/* Returns: whether there was more of the article to show */
gboolean
hs_reader_page_down (HsReader *self)
{
  GtkAdjustment *adjustment;
  double before;

  g_return_val_if_fail (HS_IS_READER (self), FALSE);

  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  before = gtk_adjustment_get_value (adjustment);
  gtk_adjustment_set_value (adjustment, before + gtk_adjustment_get_page_size (adjustment) * 0.9);
  return gtk_adjustment_get_value (adjustment) - before >= 1;
}

void
hs_reader_focus (HsReader *self)
{
  g_return_if_fail (HS_IS_READER (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

GtkWidget *
hs_reader_get_view (HsReader *self)
{
  g_return_val_if_fail (HS_IS_READER (self), NULL);

  return GTK_WIDGET (self->view);
}
