/* test-credibility.c: the rules of the credibility panel
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "hs-credibility-panel.h"
#include "hs-grade-editor.h"
#include "hs-kinds.h"
#include "hs-preferences.h"
#include "hs-signal-row.h"
#include "hs-signal-titles.h"
#include "hs-statement-row.h"
#include "hs-story-card.h"
#include "widget-test.h"

static HsCredibilityPanel *
make_panel (WorkspaceTest  *self,
            HsReading      *reading,
            GtkWidget     **window)
{
  HsCredibilityPanel *panel = g_object_new (HS_TYPE_CREDIBILITY_PANEL, NULL);

  hs_credibility_panel_set_workspace (panel, self->workspace);
  hs_credibility_panel_set_reading (panel, reading);
  *window = widget_test_show (GTK_WIDGET (panel));
  return panel;
}

static void
test_every_signal_and_statement_is_shown (WorkspaceTest *self,
                                          gconstpointer  data)
{
  g_autoptr (HsReading) reading = widget_test_read (self, "Envoy");
  GtkWidget *window;
  HsCredibilityPanel *panel = make_panel (self, reading, &window);

  g_assert_cmpuint (reading->signals->len, >, 0);
  g_assert_cmpuint (widget_test_count (GTK_WIDGET (panel), HS_TYPE_SIGNAL_ROW), ==, reading->signals->len);
  g_assert_cmpuint (widget_test_count (GTK_WIDGET (panel), HS_TYPE_STATEMENT_ROW), ==, reading->statements->len);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_signal_can_be_switched_off (WorkspaceTest *self,
                                 gconstpointer  data)
{
  g_autoptr (HsReading) reading = widget_test_read (self, "Envoy");
  const HsReadingSignal *first = g_ptr_array_index (reading->signals, 0);
  HsPreferences *preferences = hs_preferences_get_default ();
  guint n_left = 0;
  GtkWidget *window;
  HsCredibilityPanel *panel = make_panel (self, reading, &window);

  for (guint i = 0; i < reading->signals->len; i++)
    n_left += strcmp (((HsReadingSignal *) g_ptr_array_index (reading->signals, i))->code, first->code) != 0;
  g_assert_cmpuint (n_left, <, reading->signals->len);
  hs_preferences_set_signal (preferences, first->code, FALSE);
  g_assert_false (hs_preferences_shows_signal (preferences, first->code));
  g_assert_cmpuint (widget_test_count (GTK_WIDGET (panel), HS_TYPE_SIGNAL_ROW), ==, n_left);
  hs_preferences_set_signal (preferences, first->code, TRUE);
  g_assert_cmpuint (widget_test_count (GTK_WIDGET (panel), HS_TYPE_SIGNAL_ROW), ==, reading->signals->len);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_outlet_comes_before_the_claim (WorkspaceTest *self,
                                    gconstpointer  data)
{
  g_autoptr (HsReading) before = widget_test_read (self, "Envoy");
  g_autoptr (HsReading) after = NULL;
  GtkWidget *window;
  HsCredibilityPanel *panel = make_panel (self, before, &window);

  g_assert_cmpuint (widget_test_count (GTK_WIDGET (panel), HS_TYPE_GRADE_EDITOR), ==, 1);
  hs_workspace_grade_source (self->workspace, before->source, 'F', NULL, workspace_test_edit_done, self);
  g_assert_cmpint (workspace_test_edited (self), >=, 0);
  after = widget_test_read (self, "Envoy");
  hs_credibility_panel_set_reading (panel, after);
  g_assert_cmpuint (widget_test_count (GTK_WIDGET (panel), HS_TYPE_GRADE_EDITOR), ==, 2);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
graded_cb (HsGradeEditor *editor,
           char           grade,
           const char    *reason,
           char          *graded)
{
  *graded = grade;
}

static void
test_confirmed_by_one_origin_asks_why (void)
{
  HsGradeEditor *editor = g_object_new (HS_TYPE_GRADE_EDITOR, NULL);
  GtkWidget *window = widget_test_show (GTK_WIDGET (editor));
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  GtkWidget *drop = widget_test_find (GTK_WIDGET (editor), GTK_TYPE_DROP_DOWN, NULL);
  GtkWidget *reason = widget_test_find (GTK_WIDGET (editor), GTK_TYPE_ENTRY, NULL);
  GtkWidget *record;
  char graded = 0;

  hs_grade_editor_set_kind (editor, TRUE, "What it says");
  hs_grade_editor_set_grades (editor, none, 1);
  record = widget_test_find (GTK_WIDGET (editor), GTK_TYPE_BUTTON, "Record");
  g_signal_connect (editor, "graded", G_CALLBACK (graded_cb), &graded);
  g_assert_false (gtk_widget_get_sensitive (record));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), 1);
  g_assert_nonnull (widget_test_find (GTK_WIDGET (editor), GTK_TYPE_LABEL, "Fewer than two"));
  g_assert_false (gtk_widget_get_sensitive (record));
  gtk_editable_set_text (GTK_EDITABLE (reason), "the contract was published");
  g_assert_true (gtk_widget_get_sensitive (record));
  g_signal_emit_by_name (record, "clicked");
  g_assert_cmpint (graded, ==, '1');
  hs_grade_editor_set_grades (editor, none, 2);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), 1);
  g_assert_true (gtk_widget_get_sensitive (record));
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
says (GtkWidget  *top,
      const char *sign)
{
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL; child = gtk_widget_get_next_sibling (child))
    if ((GTK_IS_LABEL (child) && strstr (gtk_label_get_text (GTK_LABEL (child)), sign) != NULL) || says (child, sign))
      return TRUE;
  return FALSE;
}

static void
test_there_is_no_score (WorkspaceTest *self,
                        gconstpointer  data)
{
  g_autoptr (HsReading) reading = widget_test_read (self, "Envoy");
  GtkWidget *window;
  HsCredibilityPanel *panel = make_panel (self, reading, &window);

  g_assert_false (says (GTK_WIDGET (panel), "%"));
  g_assert_cmpuint (widget_test_count (GTK_WIDGET (panel), GTK_TYPE_LEVEL_BAR), ==, 0);
  g_assert_cmpuint (widget_test_count (GTK_WIDGET (panel), GTK_TYPE_PROGRESS_BAR), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* An article of which only the bytes are there is no witness and has no origin. */
static void
test_unread_article_counts_for_nothing (WorkspaceTest *self,
                                        gconstpointer  data)
{
  g_autoptr (HsReading) reading = widget_test_read (self, "Envoy");
  GtkWidget *window;
  HsCredibilityPanel *panel = make_panel (self, reading, &window);

  g_assert_cmpuint (widget_test_count (GTK_WIDGET (panel), HS_TYPE_STORY_CARD), ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
  hs_document_unref (reading->document);
  reading->document = hs_document_new (g_strdup (""));
  g_ptr_array_set_size (reading->signals, 0);
  g_ptr_array_set_size (reading->statements, 0);
  panel = make_panel (self, reading, &window);
  g_assert_cmpuint (widget_test_count (GTK_WIDGET (panel), HS_TYPE_STORY_CARD), ==, 0);
  g_assert_false (says (GTK_WIDGET (panel), "Nothing to remark"));
  g_assert_false (says (GTK_WIDGET (panel), "Nobody is said"));
  g_assert_true (says (GTK_WIDGET (panel), "could not be read"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_unknown_signal_has_words (void)
{
  g_autofree char *known = hs_signal_get_title ("headline-exceeds-body");
  g_autofree char *unknown = hs_signal_get_title ("some-new-mark");

  g_assert_cmpstr (known, ==, "Headline says more than the text");
  g_assert_cmpstr (unknown, ==, "Some new mark");
}

#define ADD(path, func) \
  g_test_add (path, WorkspaceTest, NULL, widget_test_set_up, func, workspace_test_tear_down)

/* A correction of the name leaves as many statements: but they are another's. */
static void
test_corrected_name_is_the_speaker_at_once (WorkspaceTest *self,
                                            gconstpointer  data)
{
  g_autoptr (HsReading) before = widget_test_read (self, "Envoy");
  g_autoptr (HsReading) after = NULL;
  const HsReadingStatement *statement = NULL;
  GtkWidget *window;
  HsCredibilityPanel *panel = make_panel (self, before, &window);

  for (guint i = 0; statement == NULL && i < before->statements->len; i++)
    if (((HsReadingStatement *) g_ptr_array_index (before->statements, i))->speaker != 0)
      statement = g_ptr_array_index (before->statements, i);
  g_assert_nonnull (statement);
  g_assert_false (says (GTK_WIDGET (panel), "Zofia Quarrel"));
  hs_workspace_rename_entity (self->workspace, statement->speaker, "Zofia Quarrel", workspace_test_edit_done, self);
  g_assert_cmpint (workspace_test_edited (self), >=, 0);
  after = widget_test_read (self, "Envoy");
  hs_credibility_panel_set_reading (panel, after);
  g_assert_true (says (GTK_WIDGET (panel), "Zofia Quarrel"));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  widget_test_init (&argc, &argv);
  ADD ("/credibility/every-signal-and-statement-is-shown", test_every_signal_and_statement_is_shown);
  ADD ("/credibility/signal-can-be-switched-off", test_signal_can_be_switched_off);
  ADD ("/credibility/outlet-comes-before-the-claim", test_outlet_comes_before_the_claim);
  ADD ("/credibility/there-is-no-score", test_there_is_no_score);
  ADD ("/credibility/corrected-name-is-the-speaker-at-once", test_corrected_name_is_the_speaker_at_once);
  ADD ("/credibility/unread-article-counts-for-nothing", test_unread_article_counts_for_nothing);
  g_test_add_func ("/credibility/confirmed-by-one-origin-asks-why", test_confirmed_by_one_origin_asks_why);
  g_test_add_func ("/credibility/unknown-signal-has-words", test_unknown_signal_has_words);
  return g_test_run ();
}
