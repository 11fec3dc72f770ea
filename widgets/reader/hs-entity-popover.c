/* hs-entity-popover.c: who that is, at the words that name them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-entity-popover.h"

#include <glib/gi18n.h>

#include "hs-format.h"
#include "hs-kinds.h"

struct _HsEntityPopover
{
  GtkPopover parent_instance;

  GtkLabel *kind_label;    /* (template) */
  GtkLabel *name_label;    /* (template) */
  GtkLabel *names_label;   /* (template) */
  GtkLabel *counts_label;  /* (template) */
  GtkWidget *show_button;  /* (template) */
  GtkWidget *filter_button; /* (template) */

  GCancellable *cancellable; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (HsEntityPopover, hs_entity_popover, GTK_TYPE_POPOVER)

static void
entity_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (HsEntityPopover) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsEntityPage) page = hs_workspace_read_entity_finish (HS_WORKSPACE (source), result, &error);
  g_autofree char *articles = NULL;
  g_autofree char *mentions = NULL;
  g_autofree char *counts = NULL;
  g_autofree char *also = NULL;
  GString *names;

  if (page == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        gtk_label_set_label (self->counts_label, error->message);
      return;
    }
  mentions = hs_format_mentions (page->n_mentions);
  articles = hs_format_articles (page->n_articles);
  counts = g_strdup_printf (_("%s in %s"), mentions, articles);
  gtk_label_set_label (self->counts_label, counts);

  names = g_string_new (NULL);
  for (guint i = 0; i < page->names->len && i < 8; i++)
    {
      const HsEntityName *name = g_ptr_array_index (page->names, i);

      if (g_strcmp0 (name->name, page->name) == 0)
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? " · " : "", name->name);
    }
  also = g_strdup_printf (_("Also: %s"), names->str);
  gtk_label_set_label (self->names_label, also);
  gtk_widget_set_visible (GTK_WIDGET (self->names_label), names->len > 0);
  g_string_free (names, TRUE);
}

static void
hs_entity_popover_dispose (GObject *object)
{
  HsEntityPopover *self = HS_ENTITY_POPOVER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), HS_TYPE_ENTITY_POPOVER);

  G_OBJECT_CLASS (hs_entity_popover_parent_class)->dispose (object);
}

static void
hs_entity_popover_class_init (HsEntityPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_entity_popover_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-entity-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, HsEntityPopover, kind_label);
  gtk_widget_class_bind_template_child (widget_class, HsEntityPopover, name_label);
  gtk_widget_class_bind_template_child (widget_class, HsEntityPopover, names_label);
  gtk_widget_class_bind_template_child (widget_class, HsEntityPopover, counts_label);
  gtk_widget_class_bind_template_child (widget_class, HsEntityPopover, show_button);
  gtk_widget_class_bind_template_child (widget_class, HsEntityPopover, filter_button);
}

static void
hs_entity_popover_init (HsEntityPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->show_button, "clicked", G_CALLBACK (gtk_popover_popdown), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->filter_button, "clicked", G_CALLBACK (gtk_popover_popdown), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

GtkWidget *
hs_entity_popover_new (void)
{
  return g_object_new (HS_TYPE_ENTITY_POPOVER, NULL);
}

/* Says at once what is known here, and asks for the rest. */
void
hs_entity_popover_show_entity (HsEntityPopover *self,
                               HsWorkspace     *workspace,
                               gint64           entity,
                               HsMentionKind    kind,
                               const char      *name)
{
  g_autofree char *id = g_strdup_printf ("#%" G_GINT64_FORMAT, entity);

  g_return_if_fail (HS_IS_ENTITY_POPOVER (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_label_set_label (self->kind_label, hs_kind_get_title (kind));
  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->counts_label, "");
  gtk_widget_set_visible (GTK_WIDGET (self->names_label), FALSE);
  gtk_widget_set_visible (self->show_button, entity != 0);
  gtk_widget_set_visible (self->filter_button, entity != 0);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->show_button), "x", entity);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->filter_button), "(sss)", "entity", id, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_popover_popup (GTK_POPOVER (self));
  if (entity == 0 || workspace == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  hs_workspace_read_entity_async (workspace, entity, self->cancellable, entity_read_cb, g_object_ref (self));
}
