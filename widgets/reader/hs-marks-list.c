/* hs-marks-list.c: the marks of an article one by one, for keys and ears
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-marks-list.h"

#include <glib/gi18n.h>

#include "hs-format.h"
#include "hs-mark-menu.h"
#include "hs-marks.h"
#include "hs-palette.h"
#include "hs-template.h"

#include <adwaita.h>

/* --- one mark, and all of them: made when they are looked at -------------------- */

#define HS_TYPE_MARK_ITEM (hs_mark_item_get_type ())
G_DECLARE_FINAL_TYPE (HsMarkItem, hs_mark_item, HS, MARK_ITEM, GObject)

struct _HsMarkItem
{
  GObject parent_instance;

  HsReading *reading; /* (owned) */
  HsMark mark;
};

G_DEFINE_FINAL_TYPE (HsMarkItem, hs_mark_item, G_TYPE_OBJECT)

static void
hs_mark_item_finalize (GObject *object)
{
  g_clear_pointer (&HS_MARK_ITEM (object)->reading, hs_reading_unref);

  G_OBJECT_CLASS (hs_mark_item_parent_class)->finalize (object);
}

static void
hs_mark_item_class_init (HsMarkItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hs_mark_item_finalize;
}

static void
hs_mark_item_init (HsMarkItem *self)
{
}

#define HS_TYPE_MARK_MODEL (hs_mark_model_get_type ())
G_DECLARE_FINAL_TYPE (HsMarkModel, hs_mark_model, HS, MARK_MODEL, GObject)

struct _HsMarkModel
{
  GObject parent_instance;

  HsReading *reading; /* (owned) (nullable) */
  GArray *marks;      /* (owned) (element-type HsMark) */
};

static GType
hs_mark_model_get_item_type (GListModel *model)
{
  return HS_TYPE_MARK_ITEM;
}

static guint
hs_mark_model_get_n_items (GListModel *model)
{
  return HS_MARK_MODEL (model)->marks->len;
}

static gpointer
hs_mark_model_get_item (GListModel *model,
                        guint       position)
{
  HsMarkModel *self = HS_MARK_MODEL (model);
  HsMarkItem *item;

  if (position >= self->marks->len)
    return NULL;
  item = g_object_new (HS_TYPE_MARK_ITEM, NULL);
  item->reading = hs_reading_ref (self->reading);
  item->mark = g_array_index (self->marks, HsMark, position);
  return item;
}

static void
hs_mark_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = hs_mark_model_get_item_type;
  iface->get_n_items = hs_mark_model_get_n_items;
  iface->get_item = hs_mark_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (HsMarkModel, hs_mark_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, hs_mark_model_iface_init))

static void
hs_mark_model_finalize (GObject *object)
{
  HsMarkModel *self = HS_MARK_MODEL (object);

  g_clear_pointer (&self->reading, hs_reading_unref);
  g_array_unref (self->marks);

  G_OBJECT_CLASS (hs_mark_model_parent_class)->finalize (object);
}

static void
hs_mark_model_class_init (HsMarkModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hs_mark_model_finalize;
}

static void
hs_mark_model_init (HsMarkModel *self)
{
  self->marks = g_array_new (FALSE, FALSE, sizeof (HsMark));
}

/* @marks: (transfer full) */
static void
hs_mark_model_set (HsMarkModel *self,
                   HsReading   *reading,
                   GArray      *marks)
{
  guint n = self->marks->len;

  g_array_set_size (self->marks, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
  g_clear_pointer (&self->reading, hs_reading_unref);
  g_array_unref (self->marks);
  self->reading = reading != NULL ? hs_reading_ref (reading) : NULL;
  self->marks = marks;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, marks->len);
}

/* --- the list ---------------------------------------------------------------------- */

/* What the choice offers after "All marks": the layers, then links. */
#define N_CHOICES (HS_N_LAYERS + 1)

struct _HsMarksList
{
  GtkWidget parent_instance;

  GtkDropDown *choice;     /* (template) */
  GtkLabel *count_label;   /* (template) */
  GtkListView *view;       /* (template) */

  HsMarkModel *model;      /* (owned) */
  HsPreferences *preferences; /* (owned) */
  HsReading *reading;      /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (HsMarksList, hs_marks_list, GTK_TYPE_WIDGET)

static const char *
get_choice_nick (guint choice)
{
  return choice == 0 ? "" : choice <= HS_N_LAYERS ? hs_layer_get_nick (choice - 1) : "links";
}

static gboolean
is_chosen (const HsMark *mark,
           guint         choice)
{
  if (mark->layer == HS_MARK_HEADING || choice == 0)
    return TRUE;
  return choice <= HS_N_LAYERS ? mark->layer == choice - 1 : mark->layer == HS_MARK_LINK;
}

/* Headings under which nothing stands are left in: they are a way to the text. */
static void
hs_marks_list_update (HsMarksList *self)
{
  g_autoptr (GArray) all = NULL;
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (HsMark));
  guint choice = gtk_drop_down_get_selected (self->choice);
  g_autofree char *count = NULL;
  guint n = 0;

  if (self->reading != NULL)
    all = hs_marks_collect (self->reading, self->preferences, TRUE);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const HsMark *mark = &g_array_index (all, HsMark, i);

      if (!is_chosen (mark, choice) || (choice == 0 && !hs_mark_is_shown (mark, self->preferences)))
        continue;
      n += mark->layer != HS_MARK_HEADING;
      g_array_append_val (chosen, *mark);
    }
  hs_mark_model_set (self->model, self->reading, chosen);
  count = g_strdup_printf (ngettext ("%u mark", "%u marks", n), n);
  gtk_label_set_label (self->count_label, count);
}

static void
chosen_cb (HsMarksList *self)
{
  g_object_set (self->preferences, "marks-filter", get_choice_nick (gtk_drop_down_get_selected (self->choice)), NULL);
  hs_marks_list_update (self);
}

static void
activated_cb (HsMarksList *self,
              guint        position)
{
  const HsMark *mark;

  if (position >= self->model->marks->len || self->reading == NULL)
    return;
  mark = &g_array_index (self->model->marks, HsMark, position);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-words", "(xuu)", self->reading->id, mark->span.start,
                              mark->span.end);
}

/* Two lines: what it is and its words, and what it means; or a heading. All rows
 * are of one height, as list views lose their place otherwise. */
/* The words in the colours of their layer, of the present style. */
static void
update_sample (GtkListItem *item)
{
  const HsMarkItem *mark_item = gtk_list_item_get_item (item);
  GtkWidget *heading = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkLabel *words = GTK_LABEL (gtk_widget_get_next_sibling (heading));
  PangoAttrList *sample = NULL;

  if (mark_item != NULL && mark_item->mark.layer < HS_N_LAYERS)
    sample = hs_palette_make_sample (mark_item->mark.layer,
                                     adw_style_manager_get_dark (adw_style_manager_get_default ()));
  gtk_label_set_attributes (words, sample);
  g_clear_pointer (&sample, pango_attr_list_unref);
}

static void
setup_cb (HsMarksList *self,
          GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *words = gtk_label_new (NULL);
  GtkWidget *meaning = gtk_label_new (NULL);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  GtkWidget *labels[] = { heading, words, meaning };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_label_set_xalign (GTK_LABEL (labels[i]), 0);
      gtk_label_set_ellipsize (GTK_LABEL (labels[i]), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (box), labels[i]);
    }
  gtk_label_set_lines (GTK_LABEL (heading), 2);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_set_valign (heading, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (heading, TRUE);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (meaning, "caption");
  gtk_widget_add_css_class (meaning, "dim-label");
  gtk_widget_set_halign (words, GTK_ALIGN_START);
  gtk_widget_add_css_class (box, "hs-mark-row");
  gtk_list_item_set_child (item, box);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (update_sample), item,
                           G_CONNECT_SWAPPED);
}

static void
teardown_cb (HsMarksList *self,
             GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (adw_style_manager_get_default (), update_sample, item);
}

static void
bind_heading (GtkWidget       *heading,
              const HsReading *reading,
              const HsMark    *mark,
              const char      *words)
{
  const HsBlock *block = &g_array_index (reading->document->blocks, HsBlock, mark->index);
  int level = block->kind == HS_BLOCK_HEADLINE ? 1 : block->level == 0 ? 2 : (int) MIN (block->level, 6);

  gtk_label_set_label (GTK_LABEL (heading), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);
}

static void
bind_cb (HsMarksList *self,
         GtkListItem *item)
{
  const HsMarkItem *mark_item = gtk_list_item_get_item (item);
  const HsMark *mark = &mark_item->mark;
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *heading = gtk_widget_get_first_child (box);
  GtkWidget *words_label = gtk_widget_get_next_sibling (heading);
  GtkWidget *meaning_label = gtk_widget_get_next_sibling (words_label);
  gboolean is_heading = mark->layer == HS_MARK_HEADING;
  g_autofree char *words = hs_format_snippet (mark_item->reading->document->text, mark->span, 120);
  g_autofree char *meaning = hs_mark_describe (mark, mark_item->reading);
  g_autofree char *label = NULL;

  gtk_widget_set_visible (heading, is_heading);
  gtk_widget_set_visible (words_label, !is_heading);
  gtk_widget_set_visible (meaning_label, !is_heading);
  if (is_heading)
    {
      bind_heading (heading, mark_item->reading, mark, words);
      label = g_strdup_printf (_("Heading: %s"), words);
    }
  else
    {
      update_sample (item);
      gtk_label_set_label (GTK_LABEL (words_label), words);
      gtk_label_set_label (GTK_LABEL (meaning_label), meaning);
      /* what a mention means begins with its kind */
      label = mark->layer < HS_N_MENTION_KINDS
                ? g_strdup_printf ("%s, %s", words, meaning)
                : g_strdup_printf ("%s, %s: %s", words, hs_mark_get_layer_title (mark), meaning);
    }
  /* the row itself has no accessible label before GTK 4.12 */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (box), "hs-mark", g_object_ref ((gpointer) mark_item), g_object_unref);
}

/**
 * hs_marks_list_make_menu:
 * @self: a list of marks
 * @target: a widget of it
 *
 * Returns: (transfer full) (nullable): what can be done with the mark that is there
 */
GMenu *
hs_marks_list_make_menu (HsMarksList *self,
                         GtkWidget   *target)
{
  HsMarkItem *item = NULL;

  g_return_val_if_fail (HS_IS_MARKS_LIST (self), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (target), NULL);

  /* the list's own widget around the row has the keys */
  if (gtk_widget_get_first_child (target) != NULL)
    item = g_object_get_data (G_OBJECT (gtk_widget_get_first_child (target)), "hs-mark");
  for (; item == NULL && target != GTK_WIDGET (self); target = gtk_widget_get_parent (target))
    item = g_object_get_data (G_OBJECT (target), "hs-mark");
  return item != NULL ? hs_mark_menu_new (item->reading, &item->mark) : NULL;
}

static void
hs_marks_list_dispose (GObject *object)
{
  HsMarksList *self = HS_MARKS_LIST (object);

  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  hs_template_dispose (GTK_WIDGET (self), HS_TYPE_MARKS_LIST);
  g_clear_object (&self->model);
  g_clear_object (&self->preferences);
  g_clear_pointer (&self->reading, hs_reading_unref);

  G_OBJECT_CLASS (hs_marks_list_parent_class)->dispose (object);
}

static void
hs_marks_list_class_init (HsMarksListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_marks_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-marks-list.ui");
  gtk_widget_class_bind_template_child (widget_class, HsMarksList, choice);
  gtk_widget_class_bind_template_child (widget_class, HsMarksList, count_label);
  gtk_widget_class_bind_template_child (widget_class, HsMarksList, view);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
hs_marks_list_fill_choice (HsMarksList *self)
{
  GtkStringList *strings = gtk_string_list_new (NULL);
  g_autofree char *filter = NULL;

  gtk_string_list_append (strings, _("All marks that are shown"));
  for (guint i = 0; i < HS_N_LAYERS; i++)
    gtk_string_list_append (strings, hs_layer_get_title (i));
  gtk_string_list_append (strings, _("Links"));
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (strings));
  g_object_unref (strings);
  g_object_get (self->preferences, "marks-filter", &filter, NULL);
  for (guint i = 0; i <= N_CHOICES; i++)
    if (g_strcmp0 (filter, get_choice_nick (i)) == 0)
      gtk_drop_down_set_selected (self->choice, i);
}

static void
hs_marks_list_init (HsMarksList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->preferences = g_object_ref (hs_preferences_get_default ());
  self->model = g_object_new (HS_TYPE_MARK_MODEL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  hs_marks_list_fill_choice (self);
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "teardown", G_CALLBACK (teardown_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->view, factory);
  g_object_unref (factory);
  {
    GtkNoSelection *selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->model)));

    gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
    g_object_unref (selection);
  }
  g_signal_connect_object (self->preferences, "notify::hidden-layers", G_CALLBACK (hs_marks_list_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preferences, "notify::hidden-signals", G_CALLBACK (hs_marks_list_update), self,
                           G_CONNECT_SWAPPED);
}

/**
 * hs_marks_list_set_reading:
 * @self: a list of marks
 * @reading: (nullable): the article they are of
 */
void
hs_marks_list_set_reading (HsMarksList *self,
                           HsReading   *reading)
{
  g_return_if_fail (HS_IS_MARKS_LIST (self));

  if (self->reading == reading)
    return;
  g_clear_pointer (&self->reading, hs_reading_unref);
  self->reading = reading != NULL ? hs_reading_ref (reading) : NULL;
  hs_marks_list_update (self);
}
