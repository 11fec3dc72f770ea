/* test-reader-looks.c: every kind of block and mark, set, and seen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pictures are in build/pictures: look at them.
 */
#include <string.h>

#include "hs-article-view.h"
#include "hs-marks-list.h"
#include "hs-mark-card.h"
#include "hs-picture-slot.h"
#include "hs-preferences.h"
#include "hs-print.h"
#include "hs-reader.h"
#include "widget-test.h"

typedef struct
{
  WorkspaceTest workspace;
  HsReading *everything; /* (owned) */
  HsReading *rtl;        /* (owned) */
} Looks;

static HsReading *
import (WorkspaceTest *test,
        const char    *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "reader", name, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (HsJob) job = NULL;

  g_ptr_array_add (files, g_file_new_for_path (path));
  job = hs_import_job_new (test->workspace, files);
  workspace_test_run_job (job);
  g_assert_cmpint (hs_import_job_get_first (HS_IMPORT_JOB (job)), !=, 0);
  return workspace_test_read (test, hs_import_job_get_first (HS_IMPORT_JOB (job)));
}

/* A note on the words of the mayor. */
static void
annotate (Looks *self)
{
  const char *text = self->everything->document->text;
  const char *words = strstr (text, "We have built it for a hundred years");
  HsSpan span = HS_SPAN_INIT (words - text, words - text + strlen ("We have built it for a hundred years"));
  gint64 id = self->everything->id;

  hs_workspace_add_note (self->workspace.workspace, id, span, "Compare with the letter of the council.",
                         "bridge, mayor", workspace_test_edit_done, &self->workspace);
  g_assert_cmpint (workspace_test_edited (&self->workspace), >, 0);
  hs_reading_unref (self->everything);
  self->everything = workspace_test_read (&self->workspace, id);
}

static void
set_up (Looks         *self,
        gconstpointer  data)
{
  workspace_test_set_up (&self->workspace, data);
  self->everything = import (&self->workspace, "everything.html");
  self->rtl = import (&self->workspace, "rtl.html");
  annotate (self);
}

static void
tear_down (Looks         *self,
           gconstpointer  data)
{
  hs_reading_unref (self->everything);
  hs_reading_unref (self->rtl);
  workspace_test_tear_down (&self->workspace, data);
}

static void
take_picture (GtkWidget  *widget,
              const char *name)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GskRenderNode *node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *folder = g_build_filename (g_getenv ("HEARSAY_BUILD"), "pictures", NULL);
  g_autofree char *file = NULL;
  g_autofree char *path = NULL;
  gboolean contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());

  /* on a slow machine nothing is drawn at first */
  for (guint i = 0; i < 50 && node == NULL; i++)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();

      gdk_paintable_snapshot (paintable, snapshot, width, height);
      node = gtk_snapshot_free_to_node (snapshot);
      if (node == NULL)
        widget_test_run (100);
    }
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  gsk_render_node_unref (node);
  g_mkdir_with_parents (folder, 0755);
  file = g_strdup_printf ("%s%s.png", name, contrast ? "-contrast" : "");
  path = g_build_filename (folder, file, NULL);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

static GtkWidget *
show_reader (Looks      *self,
             HsReading  *reading,
             int         width,
             int         height,
             HsReader  **reader)
{
  GtkWidget *window = gtk_window_new ();

  *reader = g_object_new (HS_TYPE_READER, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (*reader), "hs-detail");
  hs_reader_set_workspace (*reader, self->workspace.workspace);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (*reader));
  hs_reader_set_reading (*reader, reading);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  widget_test_run (400);
  return window;
}

static void
photograph (Looks      *self,
            HsReading  *reading,
            int         width,
            int         height,
            const char *name)
{
  HsReader *reader;
  GtkWidget *window = show_reader (self, reading, width, height, &reader);

  take_picture (GTK_WIDGET (reader), name);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_pictures (Looks         *self,
               gconstpointer  data)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  photograph (self, self->everything, 860, 2100, "reader-light");
  photograph (self, self->everything, 360, 2900, "reader-360");
  photograph (self, self->everything, 1600, 1700, "reader-1600");
  photograph (self, self->rtl, 860, 1100, "reader-rtl");
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  widget_test_run (100);
  photograph (self, self->everything, 860, 2100, "reader-dark");
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
}

/* Whether the words, found in the shown text, carry a tag. */
static gboolean
has_tag (HsReader   *reader,
         const char *words,
         const char *name)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (hs_reader_get_view (reader)));
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
  GtkTextIter from, start, end;

  g_assert_nonnull (tag);
  gtk_text_buffer_get_start_iter (buffer, &from);
  if (!gtk_text_iter_forward_search (&from, words, 0, &start, &end, NULL))
    g_error ("“%s” is not shown", words);
  return gtk_text_iter_has_tag (&start, tag);
}

static char *
get_shown (HsReader *reader)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (hs_reader_get_view (reader)));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_slice (buffer, &start, &end, TRUE);
}

static void
test_blocks_are_set_as_what_they_are (Looks         *self,
                                      gconstpointer  data)
{
  HsReader *reader;
  GtkWidget *window = show_reader (self, self->everything, 860, 900, &reader);
  g_autofree char *shown = get_shown (reader);

  g_assert_true (has_tag (reader, "Bridge over", "block-headline"));
  g_assert_true (has_tag (reader, "What the council had", "heading-2"));
  g_assert_true (has_tag (reader, "In the words of", "heading-3"));
  g_assert_true (has_tag (reader, "Nobody believed", "quote-1"));
  g_assert_true (has_tag (reader, "The ground will not", "quote-2"));
  g_assert_true (has_tag (reader, "1.\tRails", "item-1"));
  g_assert_true (has_tag (reader, "◦\tat least", "item-2"));
  g_assert_true (has_tag (reader, "\tPlanned\tPaid\tWho paid", "extra-header"));
  g_assert_false (has_tag (reader, "Steel\t4,100,000", "extra-header"));
  g_assert_true (has_tag (reader, "The bridge at night, seen", "block-caption"));
  g_assert_true (has_tag (reader, "eleven bus lines", "extra-link"));
  g_assert_nonnull (strstr (shown, "▸ 2 lines of boilerplate: related links, donation"));
  g_assert_nonnull (strstr (shown, "▸ 1 line of boilerplate: rights"));
  g_assert_null (strstr (shown, "donate to"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_tables_without_room_stand_under_each_other (Looks         *self,
                                                 gconstpointer  data)
{
  HsReader *reader;
  GtkWidget *window = show_reader (self, self->everything, 360, 700, &reader);
  g_autofree char *shown = get_shown (reader);

  g_assert_nonnull (strstr (shown, "Steel\n4,100,000\n5,900,000\nCity"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_pictures_wait_to_be_asked_for (Looks         *self,
                                    gconstpointer  data)
{
  HsReader *reader;
  GtkWidget *window = show_reader (self, self->everything, 860, 900, &reader);
  HsArticleView *view = HS_ARTICLE_VIEW (hs_reader_get_view (reader));
  GtkWidget *slot = widget_test_find (GTK_WIDGET (view), HS_TYPE_PICTURE_SLOT, NULL);

  g_assert_cmpuint (hs_article_view_get_n_pictures (view), ==, 1);
  g_assert_nonnull (slot);
  g_assert_null (hs_picture_slot_get_paintable (HS_PICTURE_SLOT (slot)));
  g_assert_nonnull (widget_test_find (slot, GTK_TYPE_BUTTON, "Load Picture"));
  g_assert_nonnull (widget_test_find (slot, GTK_TYPE_LABEL, "The bridge at night, seen"));
  g_assert_nonnull (widget_test_find (slot, GTK_TYPE_LABEL, "640 × 360"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* One point of red, as a PNG in the address itself. */
#define RED "data:image/png;base64" \
            ",iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg=="

static void
test_picture_comes_when_it_is_asked_for (Looks         *self,
                                         gconstpointer  data)
{
  const HsImagePlace place = { 0, 0, 1, 1, (char *) "A red point" };
  GtkWidget *slot = hs_picture_slot_new (RED, &place, NULL);
  GtkWidget *window = widget_test_show (slot);

  g_assert_null (hs_picture_slot_get_paintable (HS_PICTURE_SLOT (slot)));
  hs_picture_slot_load (HS_PICTURE_SLOT (slot));
  for (guint i = 0; i < 100 && hs_picture_slot_get_paintable (HS_PICTURE_SLOT (slot)) == NULL; i++)
    widget_test_run (50);
  g_assert_nonnull (hs_picture_slot_get_paintable (HS_PICTURE_SLOT (slot)));
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (hs_picture_slot_get_paintable (HS_PICTURE_SLOT (slot))), ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_picture_that_is_none_says_so (Looks         *self,
                                   gconstpointer  data)
{
  const HsImagePlace place = { 0, 0, 0, 0, NULL };
  GtkWidget *slot = hs_picture_slot_new ("data:image/png;base64,aGVsbG8=", &place, NULL);
  GtkWidget *window = widget_test_show (slot);

  hs_picture_slot_load (HS_PICTURE_SLOT (slot));
  for (guint i = 0; i < 100 && widget_test_find (slot, GTK_TYPE_BUTTON, "Try Again") == NULL; i++)
    widget_test_run (50);
  g_assert_nonnull (widget_test_find (slot, GTK_TYPE_BUTTON, "Try Again"));
  g_assert_nonnull (widget_test_find (slot, GTK_TYPE_LABEL, "It could not be loaded"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Every mark of every layer carries the tag of its layer, also where they overlap. */
static void
test_narrower_windows_are_no_prison (Looks         *self,
                                     gconstpointer  data)
{
  HsReader *reader;
  GtkWidget *window = show_reader (self, self->everything, 1200, 700, &reader);
  int minimum;

  gtk_widget_measure (GTK_WIDGET (reader), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is folded is found, and opens when it is come to; the count stays. The words
 * stand once in the boilerplate and nowhere else, "bridge" before, in and after. */
static void
test_words_are_found_in_folds (Looks         *self,
                               gconstpointer  data)
{
  HsReader *reader;
  GtkWidget *window = show_reader (self, self->everything, 700, 500, &reader);
  HsArticleView *view = HS_ARTICLE_VIEW (hs_reader_get_view (reader));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start, end;
  guint n;

  g_assert_cmpuint (hs_article_view_find_words (view, "lines of boilerplate"), ==, 0);
  g_assert_cmpuint (hs_article_view_find_words (view, "DONATE to the velan courier"), ==, 1);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  g_assert_false (gtk_text_iter_forward_search (&start, "donate to The Velan Courier", 0, NULL, NULL, NULL));
  g_assert_cmpint (hs_article_view_step_found (view, 1), ==, 0);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  g_assert_true (gtk_text_iter_forward_search (&start, "donate to The Velan Courier", 0, NULL, NULL, NULL));
  /* open or not, as many and in the same order */
  n = hs_article_view_find_words (view, "the");
  hs_article_view_unfold_all (view, FALSE);
  g_assert_cmpuint (hs_article_view_find_words (view, "the"), ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (hs_article_view_step_found (view, 1), ==, (int) i);
  g_assert_cmpint (hs_article_view_step_found (view, 1), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The top of what is read comes back when the article is opened again. */
static void
test_place_comes_back (Looks         *self,
                       gconstpointer  data)
{
  HsReader *reader;
  GtkWidget *window = show_reader (self, self->everything, 700, 500, &reader);
  HsArticleView *view = HS_ARTICLE_VIEW (hs_reader_get_view (reader));
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  g_autoptr (HsReading) again = NULL;
  double value;
  guint top;

  /* all of it is laid out little by little: until then it is not as long as it will be */
  for (guint i = 0; i < 100; i++)
    if (gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) < 700)
      widget_test_run (50);
  gtk_adjustment_set_value (adjustment, 700);
  widget_test_run (200);
  value = gtk_adjustment_get_value (adjustment);
  g_assert_cmpfloat (value, ==, 700);
  top = hs_article_view_get_top (view);
  g_assert_cmpuint (top, >, 0);
  hs_reader_set_reading (reader, self->rtl);
  widget_test_run (300);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), <, 100);
  again = workspace_test_read (&self->workspace, self->everything->id);
  g_assert_cmpuint (again->read_to, ==, top);
  hs_reader_set_reading (reader, again);
  for (guint i = 0; i < 100 && ABS (gtk_adjustment_get_value (adjustment) - value) > 40; i++)
    widget_test_run (50);
  widget_test_run (400);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), value, 40);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_marks_of_every_layer_show (Looks         *self,
                                gconstpointer  data)
{
  HsReader *reader;
  GtkWidget *window = show_reader (self, self->everything, 860, 900, &reader);
  HsArticleView *view = HS_ARTICLE_VIEW (hs_reader_get_view (reader));
  gboolean seen[HS_MARK_HEADING] = { FALSE };

  for (guint i = 0; i < hs_article_view_get_n_marks (view); i++)
    {
      const HsMark *mark = hs_article_view_get_mark (view, i);
      g_autofree char *described = hs_article_view_describe (view, mark->span.start);
      g_autoptr (GArray) around = hs_article_view_get_marks_around (view, i);

      seen[mark->layer] = TRUE;
      g_assert_nonnull (described);
      g_assert_cmpuint (around->len, >, 0);
    }
  g_assert_true (seen[HS_MENTION_PERSON]);
  g_assert_true (seen[HS_LAYER_STATEMENTS]);
  g_assert_true (seen[HS_LAYER_NOTES]);
  g_assert_true (seen[HS_MARK_LINK]);
  g_assert_true (has_tag (reader, "We have built it for a hundred", "layer-notes"));
  g_assert_true (has_tag (reader, "We have built it for a hundred", "layer-statements"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_card_says_what_a_mark_means (Looks         *self,
                                  gconstpointer  data)
{
  HsReader *reader;
  GtkWidget *window = show_reader (self, self->everything, 860, 900, &reader);
  HsArticleView *view = HS_ARTICLE_VIEW (hs_reader_get_view (reader));
  GtkWidget *card = NULL;
  const char *text = self->everything->document->text;
  int index = hs_article_view_find_mark (view, strstr (text, "We have built") - text);

  g_assert_cmpint (index, >=, 0);
  g_signal_emit_by_name (view, "mark-activated", (guint) index);
  widget_test_run (300);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (reader)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (HS_IS_MARK_CARD (child))
      card = child;
  g_assert_nonnull (card);
  g_assert_true (gtk_widget_get_visible (card));
  g_assert_nonnull (widget_test_find (card, GTK_TYPE_LABEL, "Compare with the letter"));
  g_assert_nonnull (widget_test_find (card, GTK_TYPE_LABEL, "Said by "));
  g_assert_nonnull (widget_test_find (card, GTK_TYPE_BUTTON, "Edit Note"));
  take_picture (card, "reader-card");
  gtk_popover_popdown (GTK_POPOVER (card));
  widget_test_run (200);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* GTK's own view of what a screen reader is told. */
static GtkWidget *
find_heading (GtkWidget  *top,
              const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_heading (child, text);

      if (found != NULL)
        return found;
      if (GTK_IS_LABEL (child) && gtk_widget_get_visible (child)
          && gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (child)) == GTK_ACCESSIBLE_ROLE_HEADING
          && g_str_equal (gtk_label_get_label (GTK_LABEL (child)), text))
        return child;
    }
  return NULL;
}

static void
test_list_speaks_marks_and_headings (Looks         *self,
                                     gconstpointer  data)
{
  HsMarksList *list = g_object_new (HS_TYPE_MARKS_LIST, "css-classes", (const char *[]){ "hs-detail", NULL }, NULL);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *heading, *row;

  gtk_window_set_default_size (GTK_WINDOW (window), 360, 700);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (list));
  hs_marks_list_set_reading (list, self->everything);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  widget_test_run (200);
  heading = find_heading (GTK_WIDGET (list), "Bridge over the Velan to carry trams from May");
  g_assert_nonnull (heading);
  gtk_test_accessible_assert_property (heading, GTK_ACCESSIBLE_PROPERTY_LEVEL, 1);
  row = widget_test_find (GTK_WIDGET (list), GTK_TYPE_LABEL, "Said by Petra Lindqvist");
  if (row == NULL)
    row = widget_test_find (GTK_WIDGET (list), GTK_TYPE_LABEL, "Person: ");
  g_assert_nonnull (row);
  row = gtk_widget_get_parent (gtk_widget_get_parent (row));
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL));
  take_picture (GTK_WIDGET (list), "reader-marks-list");
  gtk_window_destroy (GTK_WINDOW (window));
}

static char *
get_colors (GtkWidget *list)
{
  GtkWidget *meaning = widget_test_find (list, GTK_TYPE_LABEL, "Person: ");

  g_assert_nonnull (meaning);
  return pango_attr_list_to_string (gtk_label_get_attributes (GTK_LABEL (gtk_widget_get_prev_sibling (meaning))));
}

/* Rows that are there already follow the style, and back. */
static void
test_list_follows_the_style (Looks         *self,
                             gconstpointer  data)
{
  HsMarksList *list = g_object_new (HS_TYPE_MARKS_LIST, NULL);
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkWidget *window = gtk_window_new ();
  g_autofree char *light = NULL;
  g_autofree char *dark = NULL;
  g_autofree char *again = NULL;

  gtk_window_set_default_size (GTK_WINDOW (window), 360, 700);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (list));
  hs_marks_list_set_reading (list, self->everything);
  gtk_window_present (GTK_WINDOW (window));
  widget_test_run (200);
  light = get_colors (GTK_WIDGET (list));
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  dark = get_colors (GTK_WIDGET (list));
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  again = get_colors (GTK_WIDGET (list));
  g_assert_cmpstr (light, !=, dark);
  g_assert_cmpstr (light, ==, again);
  gtk_window_destroy (GTK_WINDOW (window));
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
}

static void
test_article_is_printed_without_a_dialog (Looks         *self,
                                          gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_getenv ("HEARSAY_BUILD"), "pictures", "reader-print.pdf", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (hs_print_to_pdf (self->everything, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
  g_assert_false (hs_print_to_pdf (self->everything, "/nowhere/at/all.pdf", &error));
  g_assert_nonnull (error);
}

#define ADD(path, func) g_test_add (path, Looks, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  GtkCssProvider *provider;

  widget_test_init (&argc, &argv);
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/io/github/hearsay/Hearsay/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_unref (provider);
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_data (provider, ".hs-article { font-family: serif; font-size: 13pt; }", -1);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_unref (provider);
  ADD ("/reader/blocks-are-set-as-what-they-are", test_blocks_are_set_as_what_they_are);
  ADD ("/reader/tables-without-room-stand-under-each-other", test_tables_without_room_stand_under_each_other);
  ADD ("/reader/pictures-wait-to-be-asked-for", test_pictures_wait_to_be_asked_for);
  ADD ("/reader/picture-comes-when-it-is-asked-for", test_picture_comes_when_it_is_asked_for);
  ADD ("/reader/picture-that-is-none-says-so", test_picture_that_is_none_says_so);
  ADD ("/reader/narrower-windows-are-no-prison", test_narrower_windows_are_no_prison);
  ADD ("/reader/words-are-found-in-folds", test_words_are_found_in_folds);
  ADD ("/reader/place-comes-back", test_place_comes_back);
  ADD ("/reader/marks-of-every-layer-show", test_marks_of_every_layer_show);
  ADD ("/reader/card-says-what-a-mark-means", test_card_says_what_a_mark_means);
  ADD ("/reader/list-speaks-marks-and-headings", test_list_speaks_marks_and_headings);
  ADD ("/reader/list-follows-the-style", test_list_follows_the_style);
  ADD ("/reader/article-is-printed-without-a-dialog", test_article_is_printed_without_a_dialog);
  ADD ("/reader/pictures-are-taken", test_pictures);
  return g_test_run ();
}
