/* hs-plain-row.c: a row of an icon, a title, two lines under it and a number
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-plain-row.h"

#include "hs-icon.h"

typedef struct
{
  GtkImage *icon;     /* (template) */
  GtkLabel *title;    /* (template) */
  GtkLabel *subtitle; /* (template) */
  GtkLabel *detail;   /* (template) */
  GtkLabel *number;   /* (template) */
  GtkLabel *grade;    /* (template) */
} HsPlainRowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HsPlainRow, hs_plain_row, HS_TYPE_ROW)

static void
hs_plain_row_class_init (HsPlainRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /* The children go with those of any row: GTK 4.8 disposes of a template only
   * in the class that is instantiated. */
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-plain-row.ui");
  gtk_widget_class_bind_template_child_private (widget_class, HsPlainRow, icon);
  gtk_widget_class_bind_template_child_private (widget_class, HsPlainRow, title);
  gtk_widget_class_bind_template_child_private (widget_class, HsPlainRow, subtitle);
  gtk_widget_class_bind_template_child_private (widget_class, HsPlainRow, detail);
  gtk_widget_class_bind_template_child_private (widget_class, HsPlainRow, number);
  gtk_widget_class_bind_template_child_private (widget_class, HsPlainRow, grade);
}

static void
hs_plain_row_init (HsPlainRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @icon_name: (nullable) */
void
hs_plain_row_set_icon (HsPlainRow *self,
                       const char *icon_name)
{
  HsPlainRowPrivate *priv = hs_plain_row_get_instance_private (self);

  g_return_if_fail (HS_IS_PLAIN_ROW (self));

  gtk_image_set_from_icon_name (priv->icon, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (priv->icon), icon_name != NULL);
}

/**
 * hs_plain_row_set_picture:
 * @self: a row
 * @bytes: (nullable): a picture as fetched
 * @instead: the icon where there is none
 */
void
hs_plain_row_set_picture (HsPlainRow *self,
                          GBytes     *bytes,
                          const char *instead)
{
  HsPlainRowPrivate *priv = hs_plain_row_get_instance_private (self);

  g_return_if_fail (HS_IS_PLAIN_ROW (self));

  hs_icon_show (priv->icon, bytes, instead);
  gtk_widget_set_visible (GTK_WIDGET (priv->icon), TRUE);
}

/* A line that is %NULL is not there; "" leaves it empty. The rows of one list
 * must have the same lines. */
void
hs_plain_row_set_texts (HsPlainRow *self,
                        const char *title,
                        const char *subtitle,
                        const char *detail)
{
  HsPlainRowPrivate *priv = hs_plain_row_get_instance_private (self);

  g_return_if_fail (HS_IS_PLAIN_ROW (self));

  gtk_label_set_label (priv->title, title != NULL ? title : "");
  gtk_label_set_label (priv->subtitle, subtitle != NULL ? subtitle : "");
  gtk_label_set_label (priv->detail, detail != NULL ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->subtitle), subtitle != NULL);
  gtk_widget_set_visible (GTK_WIDGET (priv->detail), detail != NULL);
}

/* @text: (nullable) */
void
hs_plain_row_set_number (HsPlainRow *self,
                         const char *text)
{
  HsPlainRowPrivate *priv = hs_plain_row_get_instance_private (self);

  g_return_if_fail (HS_IS_PLAIN_ROW (self));

  gtk_label_set_label (priv->number, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->number), text != NULL);
}

/* @grade: (nullable) */
void
hs_plain_row_set_grade (HsPlainRow *self,
                        const char *grade)
{
  HsPlainRowPrivate *priv = hs_plain_row_get_instance_private (self);

  g_return_if_fail (HS_IS_PLAIN_ROW (self));

  gtk_label_set_label (priv->grade, grade != NULL ? grade : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->grade), grade != NULL);
}
