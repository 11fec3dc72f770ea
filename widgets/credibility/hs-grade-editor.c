/* hs-grade-editor.c: a grade of the Admiralty code, its reason and its past
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-grade-editor.h"

#include <glib/gi18n.h>

#include "hs-format.h"
#include "hs-kinds.h"
#include "hs-template.h"
#include "hs-words.h"

struct _HsGradeEditor
{
  GtkWidget parent_instance;

  GtkLabel *title;          /* (template) */
  GtkDropDown *drop;        /* (template) */
  GtkLabel *question;       /* (template) */
  GtkEditable *reason;      /* (template) */
  GtkWidget *record_button; /* (template) */
  GtkExpander *history;     /* (template) */
  GtkBox *history_box;      /* (template) */

  gboolean is_claim;
  char present; /* the grade in force, 0 none */
  guint n_origins;
};

enum
{
  SIGNAL_GRADED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HsGradeEditor, hs_grade_editor, GTK_TYPE_WIDGET)

static char
hs_grade_editor_get_chosen (HsGradeEditor *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop);

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return 0;
  return (self->is_claim ? '1' : 'A') + selected - 1;
}

static void
hs_grade_editor_update (HsGradeEditor *self)
{
  char chosen = hs_grade_editor_get_chosen (self);
  gboolean has_reason = *gtk_editable_get_text (self->reason) != '\0';
  gboolean asks_why = self->is_claim && chosen == '1' && self->n_origins < 2;

  gtk_widget_set_visible (GTK_WIDGET (self->question), asks_why);
  gtk_widget_set_sensitive (self->record_button,
                            (chosen != self->present || (chosen != 0 && has_reason)) && (!asks_why || has_reason));
}

static void
hs_grade_editor_record (HsGradeEditor *self)
{
  g_autofree char *reason = NULL;

  if (!gtk_widget_get_sensitive (self->record_button))
    return;
  reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));
  g_signal_emit (self, signals[SIGNAL_GRADED], 0, hs_grade_editor_get_chosen (self), *reason != '\0' ? reason : NULL);
}

static void
hs_grade_editor_dispose (GObject *object)
{
  hs_template_dispose (GTK_WIDGET (object), HS_TYPE_GRADE_EDITOR);

  G_OBJECT_CLASS (hs_grade_editor_parent_class)->dispose (object);
}

static void
hs_grade_editor_class_init (HsGradeEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_grade_editor_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-grade-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, HsGradeEditor, title);
  gtk_widget_class_bind_template_child (widget_class, HsGradeEditor, drop);
  gtk_widget_class_bind_template_child (widget_class, HsGradeEditor, question);
  gtk_widget_class_bind_template_child (widget_class, HsGradeEditor, reason);
  gtk_widget_class_bind_template_child (widget_class, HsGradeEditor, record_button);
  gtk_widget_class_bind_template_child (widget_class, HsGradeEditor, history);
  gtk_widget_class_bind_template_child (widget_class, HsGradeEditor, history_box);
  gtk_widget_class_bind_template_callback (widget_class, hs_grade_editor_update);
  gtk_widget_class_bind_template_callback (widget_class, hs_grade_editor_record);

  signals[SIGNAL_GRADED] = g_signal_new ("graded", HS_TYPE_GRADE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_CHAR, G_TYPE_STRING);
}

static void
hs_grade_editor_init (HsGradeEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Whether it grades a claim (1–6) or an outlet (A–F), and what stands above. */
void
hs_grade_editor_set_kind (HsGradeEditor *self,
                          gboolean       is_claim,
                          const char    *title)
{
  g_autoptr (GtkStringList) words = NULL;

  g_return_if_fail (HS_IS_GRADE_EDITOR (self));

  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  hs_template_name_choice (self->drop, title);
  self->is_claim = is_claim;
  words = gtk_string_list_new (NULL);
  gtk_string_list_append (words, _("Not graded"));
  for (guint i = 0; i < 6; i++)
    gtk_string_list_take (words, is_claim ? g_strdup_printf ("%c – %s", '1' + i, hs_digit_get_words ('1' + i))
                                          : g_strdup_printf ("%c – %s", 'A' + i, hs_letter_get_words ('A' + i)));
  gtk_drop_down_set_model (self->drop, G_LIST_MODEL (words));
}

static void
hs_grade_editor_add_past (HsGradeEditor        *self,
                          const HsReadingGrade *grade)
{
  g_autofree char *time = hs_format_time (grade->time);
  g_autofree char *text = hs_format_join (grade->grade != NULL ? grade->grade : _("taken back"), time,
                                          grade->reason != NULL ? grade->reason : "", NULL);

  gtk_box_append (self->history_box, hs_words_new_caption (text));
}

/* @grades: (element-type HsReadingGrade): latest first */
void
hs_grade_editor_set_grades (HsGradeEditor *self,
                            GPtrArray     *grades,
                            guint          n_origins)
{
  const HsReadingGrade *latest = grades->len > 0 ? g_ptr_array_index (grades, 0) : NULL;

  g_return_if_fail (HS_IS_GRADE_EDITOR (self));

  self->n_origins = n_origins;
  self->present = latest != NULL && latest->grade != NULL ? *latest->grade : 0;
  gtk_drop_down_set_selected (self->drop, self->present == 0 ? 0 : self->present - (self->is_claim ? '1' : 'A') + 1);
  gtk_editable_set_text (self->reason, "");
  hs_words_clear_box (self->history_box);
  for (guint i = 0; i < grades->len; i++)
    hs_grade_editor_add_past (self, g_ptr_array_index (grades, i));
  gtk_widget_set_visible (GTK_WIDGET (self->history), grades->len > 0);
  hs_grade_editor_update (self);
}
