/* hs-credibility-panel.c: what speaks for and against relying on an article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-credibility-panel.h"

#include <glib/gi18n.h>

#include "hs-grade-editor.h"
#include "hs-kinds.h"
#include "hs-preferences.h"
#include "hs-signal-row.h"
#include "hs-statement-row.h"
#include "hs-story-card.h"
#include "hs-template.h"
#include "hs-words.h"

/* More statements than this are added when asked for. */
#define N_STATEMENTS 40

struct _HsCredibilityPanel
{
  GtkWidget parent_instance;

  GtkStack *stack;               /* (template) */
  GtkScrolledWindow *scroller;   /* (template) */
  GtkBox *upstream_box;          /* (template) */
  HsStoryCard *story_card;       /* (template) */
  GtkBox *signals_box;           /* (template) */
  GtkLabel *statements_title;    /* (template) */
  GtkBox *statements_box;        /* (template) */
  HsGradeEditor *source_editor;  /* (template) */
  GtkWidget *source_unknown;     /* (template) */
  HsGradeEditor *claim_editor;   /* (template) */
  GtkWidget *claim_hidden;       /* (template) */

  HsWorkspace *workspace; /* (owned) (nullable) */
  HsReading *reading;     /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (HsCredibilityPanel, hs_credibility_panel, GTK_TYPE_WIDGET)

/* --- upstream ------------------------------------------------------------------ */

static gboolean
has_article (const HsReadingOrigin *origin,
             gint64                 article)
{
  for (guint i = 0; i < origin->articles->len; i++)
    if (g_array_index (origin->articles, gint64, i) == article)
      return TRUE;
  return FALSE;
}

static void
hs_credibility_panel_add_upstream (HsCredibilityPanel *self,
                                   const char         *name,
                                   gint64              outlet)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *text = g_strdup_printf (_("Upstream: %s"), name);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, _("Where this was taken from: every place that names it"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-entity");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", outlet);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_box_append (self->upstream_box, button);
}

/* Leads outward first: to whom this article has it from, then to where it was
 * published. */
static void
hs_credibility_panel_fill_upstream (HsCredibilityPanel *self)
{
  const HsStoryPage *story = self->reading->story;

  hs_words_clear_box (self->upstream_box);
  for (guint i = 0; story != NULL && i < story->origins->len; i++)
    {
      const HsReadingOrigin *origin = g_ptr_array_index (story->origins, i);

      if (origin->outlet != 0 && origin->name != NULL && has_article (origin, self->reading->id)
          && g_strcmp0 (origin->name, self->reading->document->outlet) != 0)
        hs_credibility_panel_add_upstream (self, origin->name, origin->outlet);
    }
  if (self->reading->document->url != NULL && *self->reading->document->url != '\0')
    {
      GtkWidget *button = gtk_button_new_with_label (_("Open Original"));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-original");
      gtk_box_append (self->upstream_box, button);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->upstream_box),
                          gtk_widget_get_first_child (GTK_WIDGET (self->upstream_box)) != NULL);
}

/* --- signals and statements ------------------------------------------------------ */

/* Of what could not be read nothing is said that would count: no witness, no
 * origin, no silence. */
static gboolean
is_unread (const HsReading *reading)
{
  return reading->document->length == 0;
}

static void
hs_credibility_panel_fill_signals (HsCredibilityPanel *self)
{
  static const HsTone order[] = { HS_TONE_AGAINST, HS_TONE_FOR, HS_TONE_NEUTRAL };
  HsPreferences *preferences = hs_preferences_get_default ();
  guint n_hidden = 0;

  hs_words_clear_box (self->signals_box);
  for (guint t = 0; t < G_N_ELEMENTS (order); t++)
    for (guint i = 0; i < self->reading->signals->len; i++)
      {
        const HsReadingSignal *signal = g_ptr_array_index (self->reading->signals, i);

        if (signal->tone != order[t])
          continue;
        if (!hs_preferences_shows_signal (preferences, signal->code))
          n_hidden++;
        else
          gtk_box_append (self->signals_box, hs_signal_row_new (self->reading, signal));
      }
  if (self->reading->waiting)
    gtk_box_append (self->signals_box,
                    hs_words_new_caption (_("This article is still being read. Who is named, and who "
                                                               "said what, stands here in a moment.")));
  else if (is_unread (self->reading))
    gtk_box_append (self->signals_box,
                    hs_words_new_caption (_("This could not be read, so nothing can be said of it.")));
  else if (self->reading->signals->len == 0)
    gtk_box_append (self->signals_box, hs_words_new_caption (_("Nothing to remark in the words of this article.")));
  if (n_hidden > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%u signal is switched off in the preferences.",
                                                         "%u signals are switched off in the preferences.", n_hidden),
                                               n_hidden);

      gtk_box_append (self->signals_box, hs_words_new_caption (text));
    }
}

static void
hidden_signals_cb (HsCredibilityPanel *self)
{
  if (self->reading != NULL)
    hs_credibility_panel_fill_signals (self);
}

static void
hs_credibility_panel_add_statements (HsCredibilityPanel *self,
                                     guint               from,
                                     guint               to)
{
  for (guint i = from; i < to && i < self->reading->statements->len; i++)
    gtk_box_append (self->statements_box,
                    hs_statement_row_new (self->reading, g_ptr_array_index (self->reading->statements, i)));
}

static void
more_statements_cb (HsCredibilityPanel *self,
                    GtkWidget          *button)
{
  gtk_box_remove (self->statements_box, button);
  hs_credibility_panel_add_statements (self, N_STATEMENTS, G_MAXUINT);
}

static void
hs_credibility_panel_fill_statements (HsCredibilityPanel *self)
{
  guint n = self->reading->statements->len;
  g_autofree char *title = g_strdup_printf (ngettext ("%u statement", "%u statements", n), n);

  hs_words_clear_box (self->statements_box);
  gtk_label_set_label (self->statements_title, title);
  hs_credibility_panel_add_statements (self, 0, N_STATEMENTS);
  gtk_widget_set_visible (GTK_WIDGET (self->statements_title), !is_unread (self->reading));
  if (n == 0 && !is_unread (self->reading))
    gtk_box_append (self->statements_box, hs_words_new_caption (_("Nobody is said to have said anything.")));
  if (n > N_STATEMENTS)
    {
      g_autofree char *more = g_strdup_printf (_("Show All %u Statements"), n);
      GtkWidget *button = gtk_button_new_with_label (more);

      g_signal_connect_object (button, "clicked", G_CALLBACK (more_statements_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->statements_box, button);
    }
}

/* --- grades ------------------------------------------------------------------- */

static void
graded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (HsCredibilityPanel) self = user_data;
  g_autoptr (GError) error = NULL;

  if (hs_workspace_edit_finish (HS_WORKSPACE (source), result, &error) < 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", error->message);
}

static void
source_graded_cb (HsCredibilityPanel *self,
                  char                grade,
                  const char         *reason)
{
  if (self->reading != NULL && self->workspace != NULL)
    hs_workspace_grade_source (self->workspace, self->reading->source, grade, reason, graded_cb, g_object_ref (self));
}

static void
claim_graded_cb (HsCredibilityPanel *self,
                 char                grade,
                 const char         *reason)
{
  if (self->reading != NULL && self->workspace != NULL)
    hs_workspace_grade_article (self->workspace, self->reading->id, grade, reason, graded_cb, g_object_ref (self));
}

static void
hs_credibility_panel_fill_grades (HsCredibilityPanel *self)
{
  const char *outlet = self->reading->document->outlet;
  const HsReadingGrade *latest = NULL;
  gboolean knows_outlet = self->reading->source != 0 && outlet != NULL && *outlet != '\0';
  gboolean graded;
  g_autofree char *title = NULL;

  if (self->reading->source_grades->len > 0)
    latest = g_ptr_array_index (self->reading->source_grades, 0);
  graded = latest != NULL && latest->grade != NULL;
  title = g_strdup_printf (_("Outlet: %s"), knows_outlet ? outlet : _("unknown"));
  hs_grade_editor_set_kind (self->source_editor, FALSE, title);
  hs_grade_editor_set_grades (self->source_editor, self->reading->source_grades, 0);
  hs_grade_editor_set_grades (self->claim_editor, self->reading->article_grades,
                              self->reading->story != NULL ? self->reading->story->n_origins : 1);
  gtk_widget_set_visible (GTK_WIDGET (self->source_editor), self->reading->source != 0);
  gtk_widget_set_visible (self->source_unknown, !knows_outlet);
  /* The outlet is graded before the grade of the claim is shown. */
  gtk_widget_set_visible (GTK_WIDGET (self->claim_editor), graded || self->reading->source == 0);
  gtk_widget_set_visible (self->claim_hidden, !graded && self->reading->source != 0);
}

/* --- life ------------------------------------------------------------------- */

static void
hs_credibility_panel_dispose (GObject *object)
{
  HsCredibilityPanel *self = HS_CREDIBILITY_PANEL (object);

  hs_template_dispose (GTK_WIDGET (self), HS_TYPE_CREDIBILITY_PANEL);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->reading, hs_reading_unref);

  G_OBJECT_CLASS (hs_credibility_panel_parent_class)->dispose (object);
}

static void
hs_credibility_panel_class_init (HsCredibilityPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (HS_TYPE_STORY_CARD);
  g_type_ensure (HS_TYPE_GRADE_EDITOR);
  G_OBJECT_CLASS (klass)->dispose = hs_credibility_panel_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearsay/Hearsay/ui/hs-credibility-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, HsCredibilityPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, HsCredibilityPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, HsCredibilityPanel, upstream_box);
  gtk_widget_class_bind_template_child (widget_class, HsCredibilityPanel, story_card);
  gtk_widget_class_bind_template_child (widget_class, HsCredibilityPanel, signals_box);
  gtk_widget_class_bind_template_child (widget_class, HsCredibilityPanel, statements_title);
  gtk_widget_class_bind_template_child (widget_class, HsCredibilityPanel, statements_box);
  gtk_widget_class_bind_template_child (widget_class, HsCredibilityPanel, source_editor);
  gtk_widget_class_bind_template_child (widget_class, HsCredibilityPanel, source_unknown);
  gtk_widget_class_bind_template_child (widget_class, HsCredibilityPanel, claim_editor);
  gtk_widget_class_bind_template_child (widget_class, HsCredibilityPanel, claim_hidden);
  gtk_widget_class_bind_template_callback (widget_class, source_graded_cb);
  gtk_widget_class_bind_template_callback (widget_class, claim_graded_cb);
}

static void
hs_credibility_panel_init (HsCredibilityPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (hs_preferences_get_default (), "notify::hidden-signals", G_CALLBACK (hidden_signals_cb),
                           self, G_CONNECT_SWAPPED);
  hs_grade_editor_set_kind (self->claim_editor, TRUE, _("What it says"));
}

/* @workspace: (nullable) */
void
hs_credibility_panel_set_workspace (HsCredibilityPanel *self,
                                    HsWorkspace        *workspace)
{
  g_return_if_fail (HS_IS_CREDIBILITY_PANEL (self));

  g_set_object (&self->workspace, workspace);
}

static gboolean
is_same_past (GPtrArray *a,
              GPtrArray *b)
{
  const HsReadingGrade *first, *second;

  if (a->len != b->len || a->len == 0)
    return a->len == b->len;
  first = g_ptr_array_index (a, 0);
  second = g_ptr_array_index (b, 0);
  return first->time == second->time && g_strcmp0 (first->grade, second->grade) == 0;
}

static gboolean
is_same_story (const HsStoryPage *a,
               const HsStoryPage *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a->id == b->id && a->n_articles == b->n_articles && a->n_origins == b->n_origins
         && a->n_speakers == b->n_speakers && g_strcmp0 (a->title, b->title) == 0;
}

/* Whether as many statements are made by the same, through the same: a correction of a
 * name changes who speaks. */
static gboolean
are_same_statements (GPtrArray *a,
                     GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const HsReadingStatement *x = g_ptr_array_index (a, i), *y = g_ptr_array_index (b, i);

      if (x->speaker != y->speaker || g_strcmp0 (x->speaker_name, y->speaker_name) != 0 || x->named != y->named ||
          x->n_reports != y->n_reports || x->denies != y->denies || x->withholds != y->withholds ||
          x->vias->len != y->vias->len)
        return FALSE;
      for (guint k = 0; k < x->vias->len; k++)
        if (g_strcmp0 (((HsReadingVia *) g_ptr_array_index (x->vias, k))->name,
                       ((HsReadingVia *) g_ptr_array_index (y->vias, k))->name) != 0)
          return FALSE;
    }
  return TRUE;
}

/* Whether all that the panel shows is as it was: a star or another article that
 * arrives must not take away what is being typed or read here. */
static gboolean
is_same_evidence (const HsReading *a,
                  const HsReading *b)
{
  return a != NULL && b != NULL && a->id == b->id && a->source == b->source && a->waiting == b->waiting
         && g_strcmp0 (a->sha256, b->sha256) == 0 && g_strcmp0 (a->document->outlet, b->document->outlet) == 0
         && g_strcmp0 (a->document->url, b->document->url) == 0 && a->signals->len == b->signals->len
         && are_same_statements (a->statements, b->statements) && is_same_past (a->source_grades, b->source_grades)
         && is_same_past (a->article_grades, b->article_grades) && is_same_story (a->story, b->story);
}

/* @reading: (nullable) */
void
hs_credibility_panel_set_reading (HsCredibilityPanel *self,
                                  HsReading          *reading)
{
  gboolean other;

  g_return_if_fail (HS_IS_CREDIBILITY_PANEL (self));

  if (self->reading == reading)
    return;
  if (is_same_evidence (self->reading, reading))
    {
      hs_reading_unref (self->reading);
      self->reading = hs_reading_ref (reading);
      return;
    }
  other = self->reading == NULL || reading == NULL || self->reading->id != reading->id;
  g_clear_pointer (&self->reading, hs_reading_unref);
  gtk_stack_set_visible_child_name (self->stack, reading != NULL ? "reading" : "empty");
  if (reading == NULL)
    return;
  self->reading = hs_reading_ref (reading);
  hs_credibility_panel_fill_upstream (self);
  hs_story_card_set_story (self->story_card, reading->story);
  gtk_widget_set_visible (GTK_WIDGET (self->story_card), reading->story != NULL && !is_unread (reading));
  hs_credibility_panel_fill_signals (self);
  hs_credibility_panel_fill_statements (self);
  hs_credibility_panel_fill_grades (self);
  if (other)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}
