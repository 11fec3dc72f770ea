/* test-reader.c: the article's words, their marks, and the way back to bytes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "hs-article-view.h"
#include "hs-preferences.h"
#include "hs-reader-text.h"
#include "widget-test.h"

static void
test_every_mention_is_found_again (WorkspaceTest *self,
                                   gconstpointer  data)
{
  g_autoptr (HsReading) reading = widget_test_read (self, "Envoy");
  gboolean open[16];
  const HsReaderTextForm form = { open, G_N_ELEMENTS (open), NULL, 0 };
  g_autoptr (HsReaderText) text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (open); i++)
    open[i] = TRUE;
  text = hs_reader_text_new (reading, &form);
  g_assert_cmpuint (reading->mentions->len, >, 10);
  for (guint i = 0; i < reading->mentions->len; i++)
    {
      HsSpan span = g_array_index (reading->mentions, HsReadingMention, i).span;
      g_autofree char *words = g_strndup (reading->document->text + span.start, span.end - span.start);
      g_autofree char *shown = NULL;
      HsSpan back;
      guint start = 0, end = 0, byte = 0;

      g_assert_true (hs_reader_text_to_chars (text, span, &start, &end));
      shown = g_utf8_substring (hs_reader_text_get_text (text, NULL), start, end);
      g_strdelimit (words, "\n\t", ' ');
      g_assert_cmpstr (shown, ==, words);
      back = hs_reader_text_to_span (text, start, end);
      g_assert_cmpuint (back.start, ==, span.start);
      g_assert_cmpuint (back.end, ==, span.end);
      g_assert_true (hs_reader_text_to_byte (text, start, &byte));
      g_assert_cmpuint (byte, ==, span.start);
    }
}

static void
test_boilerplate_is_folded (WorkspaceTest *self,
                            gconstpointer  data)
{
  g_autoptr (HsReading) reading = widget_test_read (self, "Envoy");
  g_autoptr (HsReaderText) text = hs_reader_text_new (reading, NULL);
  gboolean any = FALSE;

  for (guint i = 0; i < reading->document->blocks->len; i++)
    {
      const HsBlock *block = &g_array_index (reading->document->blocks, HsBlock, i);
      guint start, end;

      if (block->kind != HS_BLOCK_BOILERPLATE)
        continue;
      any = TRUE;
      g_assert_cmpint (hs_reader_text_get_fold (text, block->span.start), >=, 0);
      g_assert_false (hs_reader_text_to_chars (text, block->span, &start, &end));
    }
  g_assert_true (any);
  g_assert_nonnull (strstr (hs_reader_text_get_text (text, NULL), "of boilerplate"));
}

static gboolean
is_tagged (HsArticleView *view,
           HsSpan         span,
           const char    *name,
           HsReading     *reading)
{
  g_autoptr (HsReaderText) text = hs_reader_text_new (reading, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
  GtkTextIter iter;
  guint start = 0, end = 0;

  g_assert_nonnull (tag);
  g_assert_true (hs_reader_text_to_chars (text, span, &start, &end));
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, start);
  return gtk_text_iter_has_tag (&iter, tag);
}

static void
test_layers_can_be_switched_off (WorkspaceTest *self,
                                 gconstpointer  data)
{
  HsPreferences *preferences = hs_preferences_get_default ();
  g_autoptr (HsReading) reading = widget_test_read (self, "Envoy");
  HsArticleView *view = g_object_new (HS_TYPE_ARTICLE_VIEW, NULL);
  GtkWidget *window;
  const HsReadingMention *mention = NULL;
  g_autofree char *name = NULL;

  g_array_index (reading->mentions, HsReadingMention, 0).confidence = 1;
  hs_article_view_set_reading (view, reading);
  window = widget_test_show (GTK_WIDGET (view));
  mention = &g_array_index (reading->mentions, HsReadingMention, 0);
  name = g_strconcat ("layer-", hs_layer_get_nick (mention->kind), NULL);
  g_assert_true (is_tagged (view, mention->span, name, reading));
  g_assert_cmpint (hs_article_view_find_mark (view, mention->span.start), >=, 0);
  for (guint i = 0; i < HS_N_LAYERS; i++)
    hs_preferences_set_layer (preferences, i, FALSE);
  g_assert_false (is_tagged (view, mention->span, name, reading));
  g_assert_cmpint (hs_article_view_find_mark (view, mention->span.start), ==, -1);
  for (guint i = 0; i < HS_N_LAYERS; i++)
    hs_preferences_set_layer (preferences, i, TRUE);
  g_assert_true (is_tagged (view, mention->span, name, reading));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_what_is_not_sure_looks_so (WorkspaceTest *self,
                                gconstpointer  data)
{
  g_autoptr (HsReading) reading = widget_test_read (self, "Envoy");
  HsArticleView *view = g_object_new (HS_TYPE_ARTICLE_VIEW, NULL);
  HsReadingMention *mention = NULL;
  GtkWidget *window;
  g_autofree char *layer = NULL, *proposed = NULL, *line = NULL;

  for (guint i = 0; i < reading->mentions->len && mention == NULL; i++)
    if (g_array_index (reading->mentions, HsReadingMention, i).kind == HS_MENTION_PERSON &&
        g_array_index (reading->mentions, HsReadingMention, i).level == HS_LEVEL_NAME)
      mention = &g_array_index (reading->mentions, HsReadingMention, i);
  g_assert_nonnull (mention);
  layer = g_strconcat ("layer-", hs_layer_get_nick (mention->kind), NULL);
  proposed = g_strconcat ("proposed-", hs_layer_get_nick (mention->kind), NULL);
  mention->confidence = .59;
  hs_article_view_set_reading (view, reading);
  window = widget_test_show (GTK_WIDGET (view));
  g_assert_true (is_tagged (view, mention->span, proposed, reading));
  g_assert_false (is_tagged (view, mention->span, layer, reading));
  for (guint i = 0; i < hs_article_view_get_n_marks (view) && line == NULL; i++)
    if (hs_mark_is_proposed (hs_article_view_get_mark (view, i), reading))
      line = hs_mark_describe (hs_article_view_get_mark (view, i), reading);
  g_assert_nonnull (line);
  g_assert_true (g_str_has_suffix (line, ", proposed"));
  hs_preferences_set_layer (hs_preferences_get_default (), mention->kind, FALSE);
  g_assert_false (is_tagged (view, mention->span, proposed, reading));
  hs_preferences_set_layer (hs_preferences_get_default (), mention->kind, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
activated_cb (HsArticleView *view,
              guint          index,
              int           *activated)
{
  *activated = index;
}

static void
test_keys_go_from_mark_to_mark (WorkspaceTest *self,
                                gconstpointer  data)
{
  g_autoptr (HsReading) reading = widget_test_read (self, "Envoy");
  HsArticleView *view = g_object_new (HS_TYPE_ARTICLE_VIEW, NULL);
  GtkWidget *window;
  int first = -1, second = -1;

  hs_article_view_set_reading (view, reading);
  window = widget_test_show (GTK_WIDGET (view));
  g_signal_connect (view, "mark-activated", G_CALLBACK (activated_cb), &first);
  g_assert_true (hs_article_view_step_mark (view, 1));
  hs_article_view_activate_mark (view);
  g_assert_cmpint (first, >=, 0);
  second = first;
  g_assert_true (hs_article_view_step_mark (view, 1));
  hs_article_view_activate_mark (view);
  g_assert_cmpint (first, !=, second);
  g_assert_true (hs_article_view_step_mark (view, -1));
  hs_article_view_activate_mark (view);
  g_assert_cmpint (first, ==, second);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_keys_go_on_after_a_decision (WorkspaceTest *self,
                                  gconstpointer  data)
{
  g_autoptr (HsReading) reading = widget_test_read (self, "Envoy");
  g_autoptr (HsReading) again = widget_test_read (self, "Envoy");
  g_autoptr (HsReading) without = widget_test_read (self, "Envoy");
  HsArticleView *view = g_object_new (HS_TYPE_ARTICLE_VIEW, NULL);
  GtkWidget *window;
  const HsMark *mark;
  HsSpan third, fourth;

  g_assert_true (reading != again && again != without);
  hs_article_view_set_reading (view, reading);
  window = widget_test_show (GTK_WIDGET (view));
  do
    g_assert_true (hs_article_view_step_mark (view, 1));
  while (hs_article_view_get_mark (view, hs_article_view_get_current (view, FALSE))->layer >= HS_N_MENTION_KINDS ||
         hs_article_view_get_current (view, FALSE) < 3);
  mark = hs_article_view_get_mark (view, hs_article_view_get_current (view, FALSE));
  third = mark->span;
  /* the words name something else now */
  g_array_index (again->mentions, HsReadingMention, mark->index).kind = HS_MENTION_EVENT;
  g_array_remove_index (without->mentions, mark->index);
  hs_article_view_set_reading (view, again);
  mark = hs_article_view_get_mark (view, hs_article_view_get_current (view, FALSE));
  g_assert_cmpuint (mark->span.start, ==, third.start);
  g_assert_cmpuint (mark->layer, ==, HS_MENTION_EVENT);
  g_assert_true (hs_article_view_step_mark (view, 1));
  fourth = hs_article_view_get_mark (view, hs_article_view_get_current (view, FALSE))->span;
  g_assert_true (hs_article_view_step_mark (view, -1));
  /* they name nothing */
  hs_article_view_set_reading (view, without);
  g_assert_cmpint (hs_article_view_get_current (view, FALSE), ==, -1);
  g_assert_true (hs_article_view_step_mark (view, 1));
  mark = hs_article_view_get_mark (view, hs_article_view_get_current (view, FALSE));
  g_assert_cmpuint (mark->span.start, ==, fourth.start);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_words_are_counted (WorkspaceTest *self,
                        gconstpointer  data)
{
  g_autoptr (HsReading) reading = widget_test_read (self, "Envoy");
  HsArticleView *view = g_object_new (HS_TYPE_ARTICLE_VIEW, NULL);
  g_autoptr (HsReaderText) text = hs_reader_text_new (reading, NULL);
  g_autofree char *shown = NULL;
  g_auto (GStrv) pieces = NULL;
  guint n;
  GtkWidget *window;

  hs_article_view_set_reading (view, reading);
  window = widget_test_show (GTK_WIDGET (view));
  shown = g_utf8_strdown (hs_reader_text_get_text (text, NULL), -1);
  pieces = g_strsplit (shown, "said", -1);
  n = g_strv_length (pieces) - 1;
  g_assert_cmpuint (n, >, 1);
  g_assert_cmpuint (hs_article_view_find_words (view, "SAID"), ==, n);
  g_assert_cmpint (hs_article_view_step_found (view, 1), ==, 0);
  g_assert_cmpint (hs_article_view_step_found (view, -1), ==, n - 1);
  g_assert_cmpuint (hs_article_view_find_words (view, "no such words"), ==, 0);
  g_assert_cmpint (hs_article_view_step_found (view, 1), ==, -1);
  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(path, func) \
  g_test_add (path, WorkspaceTest, NULL, widget_test_set_up, func, workspace_test_tear_down)

static GtkGesture *
find_click (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        return GTK_GESTURE (controller);
    }
  g_assert_not_reached ();
}

/* A place where nothing but a statement is marked. */
static void
find_statement (HsArticleView *view,
                HsReading     *reading,
                double        *x,
                double        *y)
{
  g_autoptr (HsReaderText) text = hs_reader_text_new (reading, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  for (guint byte = 0; byte < strlen (reading->document->text); byte++)
    {
      int mark = hs_article_view_find_mark (view, byte);
      guint start, end;
      GdkRectangle place;
      GtkTextIter iter;
      int window_x, window_y;

      if (mark < 0 || hs_article_view_get_mark (view, mark)->layer != HS_LAYER_STATEMENTS
          || !hs_reader_text_to_chars (text, HS_SPAN_INIT (byte, byte + 1), &start, &end))
        continue;
      gtk_text_buffer_get_iter_at_offset (buffer, &iter, start);
      gtk_text_view_get_iter_location (GTK_TEXT_VIEW (view), &iter, &place);
      gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (view), GTK_TEXT_WINDOW_WIDGET, place.x + place.width / 2,
                                             place.y + place.height / 2, &window_x, &window_y);
      *x = window_x;
      *y = window_y;
      return;
    }
  g_assert_not_reached ();
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_double_click_on_a_statement_opens_no_card (WorkspaceTest *self,
                                                gconstpointer  data)
{
  g_autoptr (HsReading) reading = widget_test_read (self, "Envoy");
  HsArticleView *view = g_object_new (HS_TYPE_ARTICLE_VIEW, NULL);
  GtkWidget *window;
  GtkGesture *click;
  guint n_opened = 0;
  double x, y;

  hs_article_view_set_reading (view, reading);
  window = widget_test_show (GTK_WIDGET (view));
  g_signal_connect_swapped (view, "mark-activated", G_CALLBACK (count_cb), &n_opened);
  find_statement (view, reading, &x, &y);
  click = find_click (GTK_WIDGET (view));
  g_signal_emit_by_name (click, "pressed", 1, x, y);
  g_signal_emit_by_name (click, "released", 1, x, y);
  widget_test_run (100);
  g_signal_emit_by_name (click, "pressed", 2, x, y);
  g_signal_emit_by_name (click, "released", 2, x, y);
  widget_test_run (800);
  g_assert_cmpuint (n_opened, ==, 0);
  g_signal_emit_by_name (click, "pressed", 1, x, y);
  g_signal_emit_by_name (click, "released", 1, x, y);
  widget_test_run (800);
  g_assert_cmpuint (n_opened, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  widget_test_init (&argc, &argv);
  ADD ("/reader/every-mention-is-found-again", test_every_mention_is_found_again);
  ADD ("/reader/boilerplate-is-folded", test_boilerplate_is_folded);
  ADD ("/reader/layers-can-be-switched-off", test_layers_can_be_switched_off);
  ADD ("/reader/what-is-not-sure-looks-so", test_what_is_not_sure_looks_so);
  ADD ("/reader/keys-go-from-mark-to-mark", test_keys_go_from_mark_to_mark);
  ADD ("/reader/keys-go-on-after-a-decision", test_keys_go_on_after_a_decision);
  ADD ("/reader/words-are-counted", test_words_are_counted);
  ADD ("/reader/double-click-on-a-statement-opens-no-card", test_double_click_on_a_statement_opens_no_card);
  return g_test_run ();
}
