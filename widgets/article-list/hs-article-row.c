/* hs-article-row.c: one article in the list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-article-row.h"

#include <glib/gi18n.h>

#include "hs-format.h"
#include "hs-template.h"

struct _HsArticleRow
{
  HsRow parent_instance;

  GtkStack *mark_stack;      /* (template): the unread dot, or the check */
  GtkWidget *unread_dot;     /* (template) */
  GtkCheckButton *check;     /* (template) */
  GtkInscription *title;     /* (template) */
  GtkLabel *meta;            /* (template) */
  GtkLabel *detail;          /* (template) */
  GtkButton *star_button;    /* (template) */
};

G_DEFINE_FINAL_TYPE (HsArticleRow, hs_article_row, HS_TYPE_ROW)

static char *
hs_article_row_format_meta (HsArticle *article)
{
  const char *outlet = hs_article_get_outlet (article);
  const char *grade = hs_article_get_grade (article);
  g_autofree char *age = hs_format_published (hs_article_get_published (article));

  if (age == NULL)
    age = g_strdup (_("undated"));
  return hs_format_join (outlet != NULL && *outlet != '\0' ? outlet : _("Unknown outlet"),
                         grade != NULL ? grade : "", age, NULL);
}

static char *
hs_article_row_format_detail (HsArticle *article)
{
  g_autofree char *people = hs_format_people_places (hs_article_get_people (article),
                                                     hs_article_get_places (article));
  g_autofree char *notes = NULL;
  guint n_notes = hs_article_get_notes (article);

  if (n_notes > 0)
    notes = g_strdup_printf (ngettext ("%u note", "%u notes", n_notes), n_notes);
  return hs_format_join (people, notes, NULL);
}

static void
hs_article_row_update (HsRow  *row,
                       HsItem *item)
{
  HsArticleRow *self = HS_ARTICLE_ROW (row);
  HsArticle *article = HS_ARTICLE (item);
  const char *title = hs_article_get_title (article);
  const char *snippet = hs_article_get_snippet (article);
  gboolean starred = hs_article_get_starred (article);
  g_autofree char *meta = NULL;
  g_autofree char *detail = NULL;

  if (!hs_item_get_loaded (item))
    {
      gtk_inscription_set_text (self->title, "");
      gtk_label_set_label (self->meta, "");
      gtk_label_set_label (self->detail, "");
      gtk_widget_set_opacity (self->unread_dot, 0);
      return;
    }
  meta = hs_article_row_format_meta (article);
  gtk_inscription_set_text (self->title, title != NULL ? title : _("Untitled"));
  gtk_label_set_label (self->meta, meta);
  if (snippet != NULL && *snippet != '\0')
    gtk_label_set_markup (self->detail, snippet);
  else
    {
      detail = hs_article_row_format_detail (article);
      gtk_label_set_text (self->detail, detail);
    }
  gtk_widget_set_opacity (self->unread_dot, hs_article_get_read (article) ? 0 : 1);
  if (hs_article_get_read (article))
    gtk_widget_remove_css_class (GTK_WIDGET (self), "unread");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "unread");
  gtk_button_set_icon_name (self->star_button, starred ? "starred-symbolic" : "non-starred-symbolic");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->star_button), "(xb)", hs_item_get_id (item), !starred);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->star_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  starred ? _("Remove star") : _("Star"), -1);
  if (starred)
    gtk_widget_add_css_class (GTK_WIDGET (self->star_button), "starred");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->star_button), "starred");
}

static char *
hs_article_row_describe (HsRow  *row,
                         HsItem *item)
{
  HsArticle *article = HS_ARTICLE (item);
  const char *title = hs_article_get_title (article);
  g_autofree char *meta = NULL;
  g_autofree char *detail = NULL;
  GString *text;

  if (!hs_item_get_loaded (item))
    return g_strdup (_("Loading"));
  meta = hs_article_row_format_meta (article);
  detail = hs_article_row_format_detail (article);
  text = g_string_new (title != NULL ? title : _("Untitled"));
  g_string_append_printf (text, ", %s, %s", meta, detail);
  if (!hs_article_get_read (article))
    g_string_append_printf (text, ", %s", _("unread"));
  if (hs_article_get_starred (article))
    g_string_append_printf (text, ", %s", _("starred"));
  return g_string_free (text, FALSE);
}

static void
hs_article_row_set_several (HsRow    *row,
                            gboolean  several,
                            gboolean  chosen)
{
  HsArticleRow *self = HS_ARTICLE_ROW (row);

  gtk_stack_set_visible_child_name (self->mark_stack, several ? "check" : "dot");
  gtk_check_button_set_active (self->check, chosen);
}

static void
hs_article_row_dispose (GObject *object)
{
  hs_template_dispose (GTK_WIDGET (object), HS_TYPE_ARTICLE_ROW);

  G_OBJECT_CLASS (hs_article_row_parent_class)->dispose (object);
}

static void
hs_article_row_class_init (HsArticleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HsRowClass *row_class = HS_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_article_row_dispose;
  row_class->update = hs_article_row_update;
  row_class->describe = hs_article_row_describe;
  row_class->set_several = hs_article_row_set_several;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-article-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HsArticleRow, mark_stack);
  gtk_widget_class_bind_template_child (widget_class, HsArticleRow, unread_dot);
  gtk_widget_class_bind_template_child (widget_class, HsArticleRow, check);
  gtk_widget_class_bind_template_child (widget_class, HsArticleRow, title);
  gtk_widget_class_bind_template_child (widget_class, HsArticleRow, meta);
  gtk_widget_class_bind_template_child (widget_class, HsArticleRow, detail);
  gtk_widget_class_bind_template_child (widget_class, HsArticleRow, star_button);
}

static void
hs_article_row_init (HsArticleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
