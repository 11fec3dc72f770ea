/* test-toasts.c: what is said in quick succession
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-toasts.h"
#include "widget-test.h"

/* Widgets that stand over the child of the overlay. */
static guint
count_shown (GtkWidget *overlay)
{
  guint n = 0;
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (overlay); child != NULL; child = gtk_widget_get_next_sibling (child))
    n++;
  return n - 1;
}

static AdwToastOverlay *
new_overlay (GtkWidget **window)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), adw_bin_new ());
  *window = widget_test_show (overlay);
  return ADW_TOAST_OVERLAY (overlay);
}

/* Where the last of three is said while the second comes in: libadwaita 1.2 crashes if that is dismissed. */
static void
test_quick (void)
{
  GtkWidget *window;
  AdwToastOverlay *overlay = new_overlay (&window);

  hs_toasts_say (overlay, "One is gone", "Undo", "win.undo", HS_TOASTS_SECONDS);
  widget_test_run (900);
  hs_toasts_say (overlay, "Two are gone", "Undo", "win.undo", HS_TOASTS_SECONDS);
  widget_test_run (60);
  hs_toasts_say (overlay, "All are back", NULL, NULL, HS_TOASTS_SECONDS);
  widget_test_run (1200);
  g_assert_cmpuint (count_shown (GTK_WIDGET (overlay)), ==, 1);
  g_assert_nonnull (widget_test_find (GTK_WIDGET (overlay), GTK_TYPE_LABEL, "All are back"));
  gtk_window_destroy (GTK_WINDOW (window));
  widget_test_run (50);
}

static void
test_replaced (void)
{
  GtkWidget *window;
  AdwToastOverlay *overlay = new_overlay (&window);

  hs_toasts_say (overlay, "One is gone", "Undo", "win.undo", HS_TOASTS_SECONDS);
  widget_test_run (900);
  hs_toasts_say (overlay, "<b> & </b>", "Undo", "win.undo", HS_TOASTS_SECONDS);
  widget_test_run (900);
  g_assert_cmpuint (count_shown (GTK_WIDGET (overlay)), ==, 1);
  g_assert_nonnull (widget_test_find (GTK_WIDGET (overlay), GTK_TYPE_LABEL, "<b> & </b>"));
  gtk_window_destroy (GTK_WINDOW (window));
  widget_test_run (50);
}

/* Who closes a message that still comes in hears the next one too. */
static void
test_closed (void)
{
  GtkWidget *window, *button;
  AdwToastOverlay *overlay = new_overlay (&window);

  hs_toasts_say (overlay, "One is gone", NULL, NULL, HS_TOASTS_SECONDS);
  widget_test_run (100);
  button = gtk_widget_get_last_child (gtk_widget_get_last_child (GTK_WIDGET (overlay)));
  g_assert_true (GTK_IS_BUTTON (button));
  g_signal_emit_by_name (button, "clicked");
  hs_toasts_say (overlay, "Two are gone", NULL, NULL, HS_TOASTS_SECONDS);
  widget_test_run (1200);
  g_assert_cmpuint (count_shown (GTK_WIDGET (overlay)), ==, 1);
  g_assert_nonnull (widget_test_find (GTK_WIDGET (overlay), GTK_TYPE_LABEL, "Two are gone"));
  gtk_window_destroy (GTK_WINDOW (window));
  widget_test_run (50);
}

/* What a message offers to undo may be undone otherwise, or no longer be the last. */
static void
test_withdrawn (void)
{
  GtkWidget *window;
  AdwToastOverlay *overlay = new_overlay (&window);

  hs_toasts_say (overlay, "One is gone", "Undo", "win.undo", HS_TOASTS_SECONDS);
  widget_test_run (900);
  hs_toasts_withdraw (overlay, "win.other");
  widget_test_run (900);
  g_assert_cmpuint (count_shown (GTK_WIDGET (overlay)), ==, 1);
  hs_toasts_withdraw (overlay, "win.undo");
  widget_test_run (900);
  g_assert_cmpuint (count_shown (GTK_WIDGET (overlay)), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
  widget_test_run (50);
}

/* It cannot be dismissed while it comes in: its button is gone at once, it goes later. */
static void
test_withdrawn_while_it_comes_in (void)
{
  GtkWidget *window, *undo;
  AdwToastOverlay *overlay = new_overlay (&window);

  hs_toasts_say (overlay, "One is gone", "Undo", "win.undo", HS_TOASTS_SECONDS);
  widget_test_run (60);
  hs_toasts_withdraw (overlay, "win.undo");
  undo = widget_test_find (GTK_WIDGET (overlay), GTK_TYPE_BUTTON, "Undo");
  g_assert_true (undo == NULL || !gtk_widget_get_visible (undo));
  widget_test_run (1500);
  g_assert_cmpuint (count_shown (GTK_WIDGET (overlay)), ==, 0);
  /* what is said in its place stays */
  hs_toasts_say (overlay, "Two are gone", "Undo", "win.undo", HS_TOASTS_SECONDS);
  widget_test_run (60);
  hs_toasts_withdraw (overlay, "win.undo");
  hs_toasts_say (overlay, "Three are gone", "Undo", "win.undo", HS_TOASTS_SECONDS);
  widget_test_run (1500);
  g_assert_nonnull (widget_test_find (GTK_WIDGET (overlay), GTK_TYPE_LABEL, "Three are gone"));
  gtk_window_destroy (GTK_WINDOW (window));
  widget_test_run (50);
}

int
main (int    argc,
      char **argv)
{
  widget_test_init (&argc, &argv);
  g_test_add_func ("/toasts/said-in-quick-succession-the-last-stays", test_quick);
  g_test_add_func ("/toasts/new-takes-the-place-of-the-old", test_replaced);
  g_test_add_func ("/toasts/closed-while-it-comes-in-the-next-is-said", test_closed);
  g_test_add_func ("/toasts/withdrawn-it-goes", test_withdrawn);
  g_test_add_func ("/toasts/withdrawn-while-it-comes-in-it-goes-later", test_withdrawn_while_it_comes_in);
  return g_test_run ();
}
