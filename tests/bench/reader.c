/* reader.c: a long article with many marks beside a bare text view with the same words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 20,000 words in 400 paragraphs, 4,000 marks of every layer, some in others. What
 * is measured is the time to the first frame, and the longest time for which the
 * main loop did not come round while the text was scrolled to its end. The bare
 * GtkTextView shows the same text in the same run, so that the ratio is of the
 * reader and not of the machine.
 */
#include <adwaita.h>
#include <string.h>

#include "hs-article-view.h"
#include "hs-data-resources.h"
#include "hs-reader-text.h"
#include "hs-ui-resources.h"

#define N_PARAGRAPHS 400
#define WORDS 50
#define N_MENTIONS 3000
#define N_STATEMENTS 700
#define N_SIGNALS 200
#define N_NOTES 100
#define ROUNDS 5
#define SCROLL_STEPS 240

/* Words of our own, of usual lengths. */
static const char * const words[] = {
  "the", "bridge", "over", "river", "was", "opened", "by", "mayor", "who", "said", "that", "nobody", "had", "asked",
  "for", "harbour", "council", "engineers", "yesterday", "and", "of", "ferry", "when", "committee", "answered"
};

static void
statement_free (gpointer data)
{
  HsReadingStatement *self = data;

  g_free (self->speaker_name);
  g_array_unref (self->content);
  g_ptr_array_unref (self->vias);
  g_free (self);
}

static void
signal_free (gpointer data)
{
  HsReadingSignal *self = data;

  g_free (self->code);
  g_array_unref (self->spans);
  g_free (self);
}

static void
note_free (gpointer data)
{
  HsReadingNote *self = data;

  g_free (self->quote);
  g_free (self->body);
  g_free (self->tags);
  g_free (self);
}

static HsDocument *
make_document (GArray *starts)
{
  GString *text = g_string_new ("A very long article about a bridge");
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (HsSpan));
  HsDocument *document;

  for (guint i = 0; i < N_PARAGRAPHS; i++)
    {
      HsSpan span;

      g_string_append (text, "\n\n");
      span.start = text->len;
      for (guint j = 0; j < WORDS; j++)
        {
          guint start = text->len + (j > 0);

          g_string_append_printf (text, "%s%s", j > 0 ? " " : "", words[(i * 7 + j * 11) % G_N_ELEMENTS (words)]);
          g_array_append_val (starts, start);
        }
      g_string_append_c (text, '.');
      span.end = text->len;
      g_array_append_val (blocks, span);
    }
  document = hs_document_new (g_string_free (text, FALSE));
  hs_document_add_block (document, HS_BLOCK_HEADLINE, HS_SPAN_INIT (0, strlen ("A very long article about a bridge")));
  for (guint i = 0; i < blocks->len; i++)
    hs_document_add_block (document, HS_BLOCK_PARAGRAPH, g_array_index (blocks, HsSpan, i));
  return document;
}

/* From word @first of all, @n of them. */
static HsSpan
get_span (GArray *starts,
          guint   first,
          guint   n)
{
  first = MIN (first, starts->len - n - 1);
  return HS_SPAN_INIT (g_array_index (starts, guint, first), g_array_index (starts, guint, first + n) - 1);
}

static HsReading *
make_reading (void)
{
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));
  HsReading *reading = g_atomic_rc_box_new0 (HsReading);
  guint n;

  reading->id = 1;
  reading->document = make_document (starts);
  n = starts->len;
  reading->mentions = g_array_new (FALSE, FALSE, sizeof (HsReadingMention));
  for (guint i = 0; i < N_MENTIONS; i++)
    {
      HsReadingMention mention = { get_span (starts, i * (n / N_MENTIONS), 1 + i % 3), i % HS_N_MENTION_KINDS,
                                   HS_LEVEL_NAME, 0, 1 };

      g_array_append_val (reading->mentions, mention);
    }
  reading->entities = g_ptr_array_new ();
  reading->statements = g_ptr_array_new_with_free_func (statement_free);
  for (guint i = 0; i < N_STATEMENTS; i++)
    {
      HsReadingStatement *statement = g_new0 (HsReadingStatement, 1);
      HsSpan span = get_span (starts, i * (n / N_STATEMENTS), 14);

      statement->content = g_array_new (FALSE, FALSE, sizeof (HsSpan));
      g_array_append_val (statement->content, span);
      statement->cue = get_span (starts, i * (n / N_STATEMENTS) + 15, 1);
      statement->vias = g_ptr_array_new ();
      g_ptr_array_add (reading->statements, statement);
    }
  reading->signals = g_ptr_array_new_with_free_func (signal_free);
  for (guint i = 0; i < N_SIGNALS; i++)
    {
      HsReadingSignal *signal = g_new0 (HsReadingSignal, 1);
      HsSpan span = get_span (starts, i * (n / N_SIGNALS) + 3, 6);

      signal->code = g_strdup ("source-named");
      signal->spans = g_array_new (FALSE, FALSE, sizeof (HsSpan));
      g_array_append_val (signal->spans, span);
      g_ptr_array_add (reading->signals, signal);
    }
  reading->notes = g_ptr_array_new_with_free_func (note_free);
  for (guint i = 0; i < N_NOTES; i++)
    {
      HsReadingNote *note = g_new0 (HsReadingNote, 1);

      note->id = i + 1;
      note->span = get_span (starts, i * (n / N_NOTES) + 9, 4);
      note->quote = g_strdup ("words");
      note->body = g_strdup ("A note.");
      note->tags = g_strdup ("");
      g_ptr_array_add (reading->notes, note);
    }
  reading->revisions = g_ptr_array_new ();
  reading->source_grades = g_ptr_array_new ();
  reading->article_grades = g_ptr_array_new ();
  return reading;
}

typedef struct
{
  double first_frame; /* ms */
  double stall;       /* ms */
} Figures;

static double
now_ms (void)
{
  return g_get_monotonic_time () / 1000.0;
}

static void
painted_cb (GdkFrameClock *clock,
            gboolean      *painted)
{
  *painted = TRUE;
}

typedef struct
{
  GtkAdjustment *adjustment;
  guint step;
  double last;
  double longest;
} Scroll;

static gboolean
scroll_cb (gpointer data)
{
  Scroll *scroll = data;
  double now = now_ms ();
  double range = gtk_adjustment_get_upper (scroll->adjustment) - gtk_adjustment_get_page_size (scroll->adjustment);

  scroll->longest = MAX (scroll->longest, now - scroll->last);
  scroll->last = now;
  gtk_adjustment_set_value (scroll->adjustment, range * ++scroll->step / SCROLL_STEPS);
  return scroll->step < SCROLL_STEPS;
}

/* @fill: (scope call): puts the text into the view, which is in a window that is shown */
static Figures
measure (GtkWidget *view,
         void     (*fill) (GtkWidget *view, gpointer data),
         gpointer   data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  Figures figures = { 0 };
  Scroll scroll = { 0 };
  gboolean painted = FALSE;
  double began;
  gulong handler;

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 800);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);

  began = now_ms ();
  fill (view, data);
  handler = g_signal_connect (gtk_widget_get_frame_clock (view), "after-paint", G_CALLBACK (painted_cb), &painted);
  gtk_widget_queue_draw (view);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (gtk_widget_get_frame_clock (view), handler);
  figures.first_frame = now_ms () - began;

  scroll.adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  scroll.last = now_ms ();
  g_timeout_add (8, scroll_cb, &scroll);
  while (scroll.step < SCROLL_STEPS)
    g_main_context_iteration (NULL, TRUE);
  figures.stall = scroll.longest;
  gtk_window_destroy (GTK_WINDOW (window));
  return figures;
}

static void
fill_reader (GtkWidget *view,
             gpointer   data)
{
  hs_article_view_set_reading (HS_ARTICLE_VIEW (view), data);
}

static void
fill_bare (GtkWidget *view,
           gpointer   data)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), data, -1);
}

static GtkWidget *
make_bare (void)
{
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 130);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 130);
  gtk_widget_add_css_class (view, "hs-article");
  return view;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *values)
{
  qsort (values, ROUNDS, sizeof *values, compare_doubles);
  return values[ROUNDS / 2];
}

int
main (int    argc,
      char **argv)
{
  HsReading *reading;
  GtkCssProvider *provider;
  double frames[2][ROUNDS], stalls[2][ROUNDS];

  gtk_init ();
  adw_init ();
  (void) hs_data_get_resource ();
  (void) hs_ui_get_resource ();
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_data (provider, ".hs-article { font-family: serif; font-size: 13pt; }", -1);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_unref (provider);
  reading = make_reading ();
  for (guint i = 0; i < ROUNDS; i++)
    {
      Figures ours = measure (g_object_new (HS_TYPE_ARTICLE_VIEW, NULL), fill_reader, reading);
      g_autoptr (HsReaderText) text = hs_reader_text_new (reading, NULL);
      Figures bare = measure (make_bare (), fill_bare, (gpointer) hs_reader_text_get_text (text, NULL));

      frames[0][i] = bare.first_frame;
      frames[1][i] = ours.first_frame;
      stalls[0][i] = bare.stall;
      stalls[1][i] = ours.stall;
    }
  g_print ("%u words, %u marks; medians of %u rounds\n", N_PARAGRAPHS * WORDS,
           N_MENTIONS + N_STATEMENTS + N_SIGNALS + N_NOTES, ROUNDS);
  g_print ("%-28s %10s %10s %7s\n", "", "bare view", "reader", "ratio");
  g_print ("%-28s %7.0f ms %7.0f ms %7.2f\n", "first frame", median (frames[0]), median (frames[1]),
           median (frames[1]) / median (frames[0]));
  g_print ("%-28s %7.0f ms %7.0f ms %7.2f\n", "longest stall in scrolling", median (stalls[0]), median (stalls[1]),
           median (stalls[1]) / median (stalls[0]));
  hs_reading_unref (reading);
  return 0;
}
