/* hs-mentions-panel.c: who and what the open article names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-mentions-panel.h"

#include <glib/gi18n.h>

#include "hs-entity-menu.h"
#include "hs-format.h"
#include "hs-kinds.h"
#include "hs-marks.h"
#include "hs-marks-list.h"
#include "hs-template.h"

struct _HsMentionsPanel
{
  GtkWidget parent_instance;

  GtkStack *stack;  /* (template) */
  GtkListBox *list; /* (template) */
  GtkStack *views;    /* (template) */
  HsMarksList *marks; /* (template) */

  HsReading *reading; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (HsMentionsPanel, hs_mentions_panel, GTK_TYPE_WIDGET)

static gint64
get_row_entity (GtkListBoxRow *row)
{
  return *(gint64 *) g_object_get_data (G_OBJECT (row), "entity");
}

static HsMentionKind
get_row_kind (GtkListBoxRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "kind"));
}

/* Each activation goes on to the next place in the article. */
static void
row_activated_cb (HsMentionsPanel *self,
                  GtkListBoxRow   *row)
{
  gint64 entity = get_row_entity (row);
  guint wanted = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "next"));
  guint n = 0;
  const HsReadingMention *found = NULL;

  for (guint i = 0; i < self->reading->mentions->len; i++)
    {
      const HsReadingMention *mention = &g_array_index (self->reading->mentions, HsReadingMention, i);

      if (mention->entity != entity)
        continue;
      if (found == NULL || n == wanted)
        found = mention;
      n++;
    }
  if (found == NULL)
    return;
  g_object_set_data (G_OBJECT (row), "next", GUINT_TO_POINTER (wanted + 1 < n ? wanted + 1 : 0));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-words", "(xuu)", self->reading->id, found->span.start,
                              found->span.end);
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  GtkWidget *label;

  if (before != NULL && get_row_kind (before) == get_row_kind (row))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (hs_kind_get_plural (get_row_kind (row)));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "hs-list-heading");
  gtk_list_box_row_set_header (row, label);
}

static GtkWidget *
make_row (const HsReadingEntity *entity)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (entity->name);
  g_autofree char *count = g_strdup_printf ("%u", entity->mentions);
  GtkWidget *number = gtk_label_new (count);
  GtkWidget *open = gtk_button_new_from_icon_name ("go-next-symbolic");
  g_autofree char *mentions = hs_format_mentions (entity->mentions);
  g_autofree char *label = g_strdup_printf ("%s, %s, %s", entity->name, hs_kind_get_title (entity->kind), mentions);
  g_autofree char *open_label = g_strdup_printf (_("Show %s"), entity->name);
  gint64 *id = g_new (gint64, 1);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (open, "flat");
  gtk_widget_add_css_class (open, "circular");
  gtk_widget_set_tooltip_text (open, _("All articles that name it"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (open), "win.show-entity");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (open), "x", entity->entity);
  gtk_accessible_update_property (GTK_ACCESSIBLE (open), GTK_ACCESSIBLE_PROPERTY_LABEL, open_label, -1);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), open);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, _("Show the next place in the article"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  *id = entity->entity;
  g_object_set_data_full (G_OBJECT (row), "entity", id, g_free);
  g_object_set_data (G_OBJECT (row), "kind", GUINT_TO_POINTER (entity->kind));
  return row;
}

static void
hs_mentions_panel_dispose (GObject *object)
{
  HsMentionsPanel *self = HS_MENTIONS_PANEL (object);

  hs_template_dispose (GTK_WIDGET (self), HS_TYPE_MENTIONS_PANEL);
  g_clear_pointer (&self->reading, hs_reading_unref);

  G_OBJECT_CLASS (hs_mentions_panel_parent_class)->dispose (object);
}

static void
hs_mentions_panel_class_init (HsMentionsPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (HS_TYPE_MARKS_LIST);
  G_OBJECT_CLASS (klass)->dispose = hs_mentions_panel_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-mentions-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, HsMentionsPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, HsMentionsPanel, list);
  gtk_widget_class_bind_template_child (widget_class, HsMentionsPanel, views);
  gtk_widget_class_bind_template_child (widget_class, HsMentionsPanel, marks);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

/* Of a name, or of a mark in the list of them. */
static GMenu *
make_menu (GtkWidget *top,
           GtkWidget *target)
{
  HsMentionsPanel *self = HS_MENTIONS_PANEL (top);
  GtkWidget *row = gtk_widget_get_ancestor (target, GTK_TYPE_LIST_BOX_ROW);
  const HsReadingEntity *entity;

  if (self->reading == NULL)
    return NULL;
  if (gtk_widget_is_ancestor (target, GTK_WIDGET (self->marks)))
    return hs_marks_list_make_menu (self->marks, target);
  if (row == NULL)
    return NULL;
  entity = hs_mark_find_entity (self->reading, get_row_entity (GTK_LIST_BOX_ROW (row)));
  return entity != NULL ? hs_entity_menu_new (entity->entity, entity->name) : NULL;
}

static void
hs_mentions_panel_init (HsMentionsPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hs_context_menu_add (GTK_WIDGET (self), make_menu);
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
}

static gboolean
is_same_list (const HsReading *a,
              const HsReading *b)
{
  if (a == NULL || b == NULL || a->id != b->id || a->entities->len != b->entities->len)
    return FALSE;
  for (guint i = 0; i < a->entities->len; i++)
    {
      const HsReadingEntity *first = g_ptr_array_index (a->entities, i);
      const HsReadingEntity *second = g_ptr_array_index (b->entities, i);

      if (first->entity != second->entity || first->mentions != second->mentions
          || g_strcmp0 (first->name, second->name) != 0)
        return FALSE;
    }
  return TRUE;
}

/* @reading: (nullable) */
void
hs_mentions_panel_set_reading (HsMentionsPanel *self,
                               HsReading       *reading)
{
  GtkWidget *row;

  g_return_if_fail (HS_IS_MENTIONS_PANEL (self));

  if (self->reading == reading)
    return;
  hs_marks_list_set_reading (self->marks, reading);
  if (is_same_list (self->reading, reading))
    {
      hs_reading_unref (self->reading);
      self->reading = hs_reading_ref (reading);
      return;
    }
  g_clear_pointer (&self->reading, hs_reading_unref);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  gtk_stack_set_visible_child_name (self->stack, reading != NULL && reading->entities->len > 0 ? "list" : "empty");
  if (reading == NULL)
    return;
  self->reading = hs_reading_ref (reading);
  for (guint kind = 0; kind < HS_N_MENTION_KINDS; kind++)
    for (guint i = 0; i < reading->entities->len; i++)
      {
        const HsReadingEntity *entity = g_ptr_array_index (reading->entities, i);

        if (entity->kind == kind)
          gtk_list_box_append (self->list, make_row (entity));
      }
}

/* Goes to the list of marks, with the keys. */
void
hs_mentions_panel_show_marks (HsMentionsPanel *self)
{
  g_return_if_fail (HS_IS_MENTIONS_PANEL (self));

  gtk_stack_set_visible_child_name (self->views, "marks");
  gtk_widget_child_focus (GTK_WIDGET (self->marks), GTK_DIR_TAB_FORWARD);
}
