/* test-filter.c: words and chips become one query
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-chip.h"
#include "hs-filter-bar.h"
#include "widget-test.h"

static void
check_terms (const char *text,
             gboolean    whole,
             const char *query,
             const char *rest)
{
  g_autofree char *left = NULL;
  g_autoptr (GPtrArray) terms = hs_query_take_terms (text, whole, &left);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < terms->len; i++)
    hs_term_append (g_ptr_array_index (terms, i), joined);
  g_assert_cmpstr (joined->str, ==, query);
  g_assert_cmpstr (left, ==, rest);
}

static void
test_terms_are_taken (void)
{
  check_terms ("is:unread ", FALSE, "is:unread", "");
  check_terms ("is:unread", FALSE, "", "is:unread");
  check_terms ("is:unread", TRUE, "is:unread", "");
  check_terms ("port source:\"The Coast Observer\" strike", FALSE, "source:\"The Coast Observer\"", "port strike");
  check_terms ("source:\"The Coast", TRUE, "", "source:\"The Coast");
  check_terms ("date:2026-01..2026-02 ", FALSE, "date:2026-01..2026-02", "");
  check_terms ("10:30 http://example.com/ ", TRUE, "", "10:30 http://example.com/ ");
  check_terms ("kind: grade:B3 ", FALSE, "grade:B3", "kind: ");
}

static void
test_title_names_kind_and_state (void)
{
  g_autoptr (HsTerm) kind = hs_term_new ("kind", "weapon", NULL);
  g_autoptr (HsTerm) state = hs_term_new ("is", "annotated", NULL);
  g_autoptr (HsTerm) entity = hs_term_new ("entity", "#7", "Ilan Sarovic");
  g_autofree char *first = hs_term_get_title (kind);
  g_autofree char *second = hs_term_get_title (state);
  g_autofree char *third = hs_term_get_title (entity);

  g_assert_cmpstr (first, ==, "Kind: Weapon");
  g_assert_cmpstr (second, ==, "With notes");
  g_assert_cmpstr (third, ==, "Entity: Ilan Sarovic");
}

static void
test_chip_can_be_read_and_removed (void)
{
  g_autoptr (HsTerm) term = hs_term_new ("is", "unread", NULL);
  GtkWidget *bar = g_object_new (HS_TYPE_FILTER_BAR, NULL);
  GtkWidget *window = widget_test_show (bar);
  GtkWidget *chip, *close;

  hs_filter_bar_add_term (HS_FILTER_BAR (bar), term);
  hs_filter_bar_add_term (HS_FILTER_BAR (bar), term);
  g_assert_cmpstr (hs_filter_bar_get_query (HS_FILTER_BAR (bar)), ==, "is:unread ");
  chip = widget_test_find (bar, HS_TYPE_CHIP, NULL);
  g_assert_nonnull (chip);
  gtk_test_accessible_assert_property (chip, GTK_ACCESSIBLE_PROPERTY_LABEL, "Unread");
  close = widget_test_find (chip, GTK_TYPE_BUTTON, NULL);
  gtk_test_accessible_assert_property (close, GTK_ACCESSIBLE_PROPERTY_LABEL, "Remove filter Unread");
  g_signal_emit_by_name (close, "clicked");
  g_assert_true (hs_filter_bar_is_empty (HS_FILTER_BAR (bar)));
  g_assert_cmpstr (hs_filter_bar_get_query (HS_FILTER_BAR (bar)), ==, "");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_typing_is_waited_for (void)
{
  GtkWidget *bar = g_object_new (HS_TYPE_FILTER_BAR, NULL);
  GtkWidget *window = widget_test_show (bar);
  GtkWidget *entry = widget_test_find (bar, GTK_TYPE_ENTRY, NULL);

  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "Search");
  gtk_editable_set_text (GTK_EDITABLE (entry), "port");
  g_assert_cmpstr (hs_filter_bar_get_query (HS_FILTER_BAR (bar)), ==, "");
  widget_test_run (400);
  g_assert_cmpstr (hs_filter_bar_get_query (HS_FILTER_BAR (bar)), ==, "port");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  widget_test_init (&argc, &argv);
  g_test_add_func ("/filter/terms-are-taken", test_terms_are_taken);
  g_test_add_func ("/filter/title-names-kind-and-state", test_title_names_kind_and_state);
  g_test_add_func ("/filter/chip-can-be-read-and-removed", test_chip_can_be_read_and_removed);
  g_test_add_func ("/filter/typing-is-waited-for", test_typing_is_waited_for);
  return g_test_run ();
}
