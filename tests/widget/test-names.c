/* test-names.c: an entity's page, and what can be done with names in the text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "hs-article-view.h"
#include "hs-context-menu.h"
#include "hs-decision-row.h"
#include "hs-entity-chooser.h"
#include "hs-entity-view-private.h"
#include "hs-library-private.h"
#include "hs-proposals-view.h"
#include "hs-reader-private.h"
#include "widget-test.h"

/* The page of the first of the article's entities that is also described. */
static HsEntityPage *
read_described (WorkspaceTest *self)
{
  g_autoptr (HsReading) reading = widget_test_read (self, "Tarvonia weighs");

  for (guint i = 0; i < reading->entities->len; i++)
    {
      const HsReadingEntity *entity = g_ptr_array_index (reading->entities, i);
      g_autoptr (HsEntityPage) page = NULL;

      page = widget_test_read_entity (self, entity->entity);
      if (page->n_described > 0)
        return g_steal_pointer (&page);
    }
  g_error ("nobody is described in the article");
}

/* The numbers beside the names of the page, as they are shown. */
static guint
sum_shown (GtkWidget *box)
{
  guint sum = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (box); row != NULL; row = gtk_widget_get_next_sibling (row))
    sum += atoi (gtk_label_get_text (GTK_LABEL (gtk_widget_get_last_child (row))));
  return sum;
}

static void
test_page_adds_up (WorkspaceTest *self,
                   gconstpointer  data)
{
  g_autoptr (HsEntityPage) page = read_described (self);
  HsEntityView *view = g_object_new (HS_TYPE_ENTITY_VIEW, NULL);
  GtkWidget *window, *line;

  hs_entity_view_set_workspace (view, self->workspace);
  hs_entity_view_set_page (view, page);
  window = widget_test_show (GTK_WIDGET (view));
  line = widget_test_find (GTK_WIDGET (view), GTK_TYPE_LABEL, "By description or pronoun");
  g_assert_nonnull (line);
  g_assert_cmpuint (sum_shown (gtk_widget_get_parent (gtk_widget_get_parent (line))), ==, page->n_mentions);
  hs_entity_view_set_page (view, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The last period stands below the last bar, also where there are few. */
static void
test_ends_stand_below_their_bars (void)
{
  HsNamePeriod months[] = { { (char *) "2026-03", 3 }, { (char *) "2026-04", 0 }, { (char *) "2026-05", 1 },
                            { (char *) "2026-06", 0 }, { (char *) "2026-07", 2 }, { (char *) "2026-08", 0 },
                            { (char *) "2026-09", 2 }, { (char *) "2026-10", 0 }, { (char *) "2026-11", 2 } };
  g_autoptr (GPtrArray) periods = g_ptr_array_new ();
  GtkWidget *chart = hs_time_chart_new ();
  GtkWidget *window, *last;
  graphene_rect_t bounds;

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    g_ptr_array_add (periods, &months[i]);
  hs_time_chart_set_periods (HS_TIME_CHART (chart), periods);
  window = widget_test_show (chart);
  last = widget_test_find_text (chart, "2026-11");
  g_assert_nonnull (last);
  g_assert_true (gtk_widget_compute_bounds (last, chart, &bounds));
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, >, 8 * 24);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, 9 * 24);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- decisions ---------------------------------------------------------------------- */

static void
test_decision_is_told_in_a_sentence (void)
{
  char *khoreli[] = { (char *) "Davit Khoreli", NULL };
  char *both[] = { (char *) "D. Khoreli", (char *) "Khorely", NULL };
  char *many[] = { (char *) "A", (char *) "B", (char *) "C", (char *) "D", (char *) "E", (char *) "F", (char *) "G",
                   NULL };
  char *none[] = { NULL };
  const struct
  {
    HsNameDecision decision;
    const char *expected;
  } cases[] = {
    { { .action = (char *) "merge", .subject = (char *) "Selim", .others = khoreli },
      "Merged “Davit Khoreli” into “Selim”" },
    { { .action = (char *) "merge", .subject = (char *) "Selim", .others = many, .n_others = 6411 },
      "Merged “A”, “B”, “C”, “D”, “E”, “F” and 6405 more into “Selim”" },
    { { .action = (char *) "split", .subject = (char *) "Selim", .others = many },
      "Split “A”, “B”, “C”, “D”, “E”, “F” and 1 more off “Selim”" },
    { { .action = (char *) "accept", .subject = (char *) "Selim", .others = both },
      "Merged “D. Khoreli”, “Khorely” into “Selim”, as proposed" },
    { { .action = (char *) "keep-apart", .subject = (char *) "Selim", .others = khoreli },
      "“Davit Khoreli” and “Selim” are never one" },
    { { .action = (char *) "refuse", .subject = (char *) "Selim", .others = khoreli },
      "“Davit Khoreli” and “Selim” are never one, against the proposal" },
    { { .action = (char *) "split", .subject = (char *) "Selim", .others = both },
      "Split “D. Khoreli”, “Khorely” off “Selim”" },
    { { .action = (char *) "not-this-one", .subject = (char *) "Selim", .others = khoreli },
      "The words “Davit Khoreli” are not “Selim”" },
    { { .action = (char *) "kind", .subject = (char *) "Selim", .others = none, .kind = HS_MENTION_PLACE },
      "Changed the kind of “Selim” to Place" },
    { { .action = (char *) "rename", .subject = (char *) "Selim", .others = none }, "Renamed to “Selim”" },
    { { .action = (char *) "set-mention", .subject = (char *) "the envoy", .others = khoreli },
      "The words “the envoy” name “Davit Khoreli”" },
    { { .action = (char *) "remove-mention", .subject = (char *) "the envoy", .others = none },
      "The words “the envoy” name nothing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *told = hs_decision_describe (&cases[i].decision);

      g_assert_cmpstr (told, ==, cases[i].expected);
    }
}

/* What the program proposed is not the reason of who agreed, and words are of an article. */
static void
test_decision_tells_where_and_why_it_was_proposed (void)
{
  char *others[] = { (char *) "Davit Khoreli", NULL };
  const HsNameDecision accept = { .action = (char *) "accept", .subject = (char *) "Selim", .others = others,
                                  .proposed = (char *) "Spelled alike." };
  const HsNameDecision words = { .action = (char *) "not-this-one", .subject = (char *) "Selim", .others = others,
                                 .article = (char *) "Council meets" };
  GtkWidget *row = g_object_ref_sink (hs_decision_row_new (&accept));

  g_assert_nonnull (widget_test_find_text (row, "As the program proposed it: Spelled alike."));
  g_assert_null (widget_test_find_text (row, "Reason"));
  g_object_unref (row);
  row = g_object_ref_sink (hs_decision_row_new (&words));
  g_assert_nonnull (widget_test_find_text (row, "In “Council meets”"));
  g_object_unref (row);
}

/* As in the window: what has no action is not sensitive. */
static void
add_actions (GtkWidget *window)
{
  static const GActionEntry entries[] = {
    { .name = "show-entity", .parameter_type = "x" },
    { .name = "show-words", .parameter_type = "(xuu)" },
    { .name = "not-this-one", .parameter_type = "(xxuu)" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), NULL);
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (group));
}

/* Whether the keys come to @widget when Tab is pressed again and again. */
static gboolean
tab_leads_to (GtkWidget *window,
              GtkWidget *widget)
{
  for (guint i = 0; i < 400 && gtk_window_get_focus (GTK_WINDOW (window)) != widget; i++)
    g_signal_emit_by_name (window, "move-focus", GTK_DIR_TAB_FORWARD);
  return gtk_window_get_focus (GTK_WINDOW (window)) == widget;
}

/* With when and why, also when it was taken back; and Tab leads to it. */
static void
test_page_lists_decisions (WorkspaceTest *self,
                           gconstpointer  data)
{
  g_autoptr (HsEntityPage) page = read_described (self);
  HsEntityView *view = g_object_new (HS_TYPE_ENTITY_VIEW, NULL);
  GtkWidget *window, *row;

  hs_entity_view_set_workspace (view, self->workspace);
  hs_entity_view_set_page (view, page);
  window = widget_test_show (GTK_WIDGET (view));
  add_actions (window);
  widget_test_wait_for (GTK_WIDGET (view), "Nothing was decided about it.");
  hs_workspace_rename_entity (self->workspace, page->id, "The Envoy", workspace_test_edit_done, NULL);
  workspace_test_edited (self);
  hs_workspace_give_reason (self->workspace, hs_workspace_get_last_decision (self->workspace), "her own card",
                            workspace_test_edit_done, NULL);
  workspace_test_edited (self);
  hs_entity_view_set_page (view, page);
  row = gtk_widget_get_ancestor (widget_test_wait_for (GTK_WIDGET (view), "Renamed to “The Envoy”"),
                                 GTK_TYPE_LIST_BOX_ROW);
  g_assert_nonnull (widget_test_find_text (row, "Reason: her own card"));
  g_assert_null (widget_test_find_text (row, "taken back"));
  g_assert_null (widget_test_find_text (GTK_WIDGET (view), "Nothing was decided about it."));
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL));
  g_assert_true (tab_leads_to (window, row));

  hs_workspace_undo (self->workspace, workspace_test_edit_done, NULL);
  workspace_test_edited (self);
  hs_entity_view_set_page (view, page);
  row = gtk_widget_get_ancestor (widget_test_wait_for (GTK_WIDGET (view), "taken back"), GTK_TYPE_LIST_BOX_ROW);
  g_assert_nonnull (widget_test_find_text (row, "Renamed to “The Envoy”"));
  g_assert_nonnull (widget_test_find_text (row, "Reason: her own card"));
  hs_entity_view_set_page (view, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- mentions ------------------------------------------------------------------------ */

/* One after the other can be said to be somebody else's, without going back to it. */
static void
test_next_mention_has_the_keys (WorkspaceTest *self,
                                gconstpointer  data)
{
  g_autoptr (HsEntityPage) described = read_described (self);
  g_autoptr (HsEntityPage) page = NULL;
  g_autoptr (HsEntityPage) after = NULL;
  HsEntityView *view = g_object_new (HS_TYPE_ENTITY_VIEW, NULL);
  const HsOccurrence *gone, *next;
  GtkWidget *window, *focus, *scroller;
  GtkAdjustment *adjustment;
  graphene_point_t before, now;

  page = widget_test_read_entity (self, described->id);
  g_assert_cmpuint (page->occurrences->len, >, 3);
  hs_entity_view_set_workspace (view, self->workspace);
  hs_entity_view_set_page (view, page);
  window = widget_test_show (GTK_WIDGET (view));
  add_actions (window);
  widget_test_wait_for (GTK_WIDGET (view), "Nothing was decided about it.");
  scroller = widget_test_find (GTK_WIDGET (view), GTK_TYPE_SCROLLED_WINDOW, NULL);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gone = g_ptr_array_index (page->occurrences, page->occurrences->len - 2);
  next = g_ptr_array_index (page->occurrences, page->occurrences->len - 1);
  for (guint i = 0; i < 400; i++)
    {
      focus = gtk_window_get_focus (GTK_WINDOW (window));
      if (focus != NULL && hs_entity_view_find_place (view, focus) == gone)
        break;
      g_signal_emit_by_name (window, "move-focus", GTK_DIR_TAB_FORWARD);
    }
  widget_test_run (300);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 0);
  g_assert_true (gtk_widget_compute_point (focus, scroller, &GRAPHENE_POINT_INIT (0, 0), &before));
  hs_workspace_not_this_one (self->workspace, page->id, gone->article, gone->span, workspace_test_edit_done, NULL);
  workspace_test_edited (self);
  after = widget_test_read_entity (self, page->id);
  g_assert_cmpuint (after->occurrences->len, <, page->occurrences->len);
  hs_entity_view_set_page (view, after);
  widget_test_wait_for (GTK_WIDGET (view), " are not “");
  widget_test_run (300);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_nonnull (focus);
  g_assert_nonnull (hs_entity_view_find_place (view, focus));
  g_assert_cmpuint (hs_entity_view_find_place (view, focus)->span.start, ==, next->span.start);
  g_assert_true (gtk_widget_compute_point (focus, scroller, &GRAPHENE_POINT_INIT (0, 0), &now));
  g_assert_cmpfloat (ABS (now.y - before.y), <, 48);
  hs_entity_view_set_page (view, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- proposals ----------------------------------------------------------------------- */

static gboolean
propose_work (HsLibrary   *library,
              HsDatabase  *database,
              gpointer     data,
              GError     **error)
{
  return hs_database_execute (database,
                              "DELETE FROM proposals;"
                              " INSERT INTO proposals SELECT one, other, 'The names may be spelled alike.' FROM"
                              " (SELECT id AS one, lead (id) OVER (ORDER BY id) AS other,"
                              " row_number () OVER (ORDER BY id)"
                              "    AS number FROM entities WHERE kind = 2 AND root = id AND n_articles > 0)"
                              " WHERE number IN (1, 3) AND other IS NOT NULL", error);
}

/* Two pairs, and no others, as another program would find them. */
static void
propose_two (WorkspaceTest *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsLibrary) library = hs_library_open (self->directory, HS_LIBRARY_DEFAULT, &error);

  g_assert_no_error (error);
  g_assert_true (hs_library_write (library, propose_work, NULL, &error));
}

/* The next answer is for the next pair, and not before it is there to be seen. */
static void
test_answers_in_a_row_are_of_different_pairs (WorkspaceTest *self,
                                              gconstpointer  data)
{
  HsProposalsView *view = g_object_new (HS_TYPE_PROPOSALS_VIEW, NULL);
  GtkWidget *window, *reason;
  gint64 first;

  propose_two (self);
  hs_proposals_view_set_workspace (view, self->workspace);
  hs_proposals_view_reload (view);
  window = widget_test_show (GTK_WIDGET (view));
  widget_test_wait_for (GTK_WIDGET (view), "2 proposals");
  widget_test_run (600);
  reason = widget_test_find (GTK_WIDGET (view), GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (reason), "one register");
  hs_proposals_view_act (view, "accept");
  /* the answer is given once its reason is taken; until then there is no other */
  while (*gtk_editable_get_text (GTK_EDITABLE (reason)) != '\0')
    g_main_context_iteration (NULL, TRUE);
  first = hs_workspace_get_last_decision (self->workspace);
  /* the cards are still those of the first pair */
  hs_proposals_view_act (view, "refuse");
  widget_test_run (600);
  g_assert_cmpint (hs_workspace_get_last_decision (self->workspace), ==, first);
  hs_proposals_view_act (view, "refuse");
  for (guint i = 0; i < 200 && hs_workspace_get_last_decision (self->workspace) == first; i++)
    widget_test_run (50);
  g_assert_true (g_str_has_prefix (hs_workspace_get_undo_label (self->workspace), "Never Merge with"));
  for (guint i = 0; i < 200 && gtk_widget_get_mapped (widget_test_find_text (GTK_WIDGET (view), "Are these one?")); i++)
    widget_test_run (50);
  g_assert_false (gtk_widget_get_mapped (widget_test_find_text (GTK_WIDGET (view), "Are these one?")));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- the choice of another --------------------------------------------------------- */

static void
chosen_cb (HsEntityChooser *chooser,
           gint64           entity,
           guint            kind,
           gpointer         user_data)
{
  *(guint *) user_data += 1;
}

/* What was found for other words is not chosen by Enter; and there is a word where nothing
 * is found. */
static void
test_choice_waits_for_its_words (WorkspaceTest *self,
                                 gconstpointer  data)
{
  GtkWindow *chooser = hs_entity_chooser_new (self->workspace, "Merge With", "Merge", 0, FALSE, 0, NULL);
  GtkWidget *entry = widget_test_find (GTK_WIDGET (chooser), GTK_TYPE_SEARCH_ENTRY, NULL);
  guint n_chosen = 0;

  g_signal_connect (chooser, "chosen", G_CALLBACK (chosen_cb), &n_chosen);
  gtk_window_present (chooser);
  widget_test_wait_for (GTK_WIDGET (chooser), "Type the beginning of a name.");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Tarvonia");
  widget_test_wait_for (GTK_WIDGET (chooser), "Place");
  gtk_editable_set_text (GTK_EDITABLE (entry), "zzyzx");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (n_chosen, ==, 0);
  widget_test_wait_for (GTK_WIDGET (chooser), "Nothing is called so.");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Tarvonia");
  widget_test_wait_for (GTK_WIDGET (chooser), "Place");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (n_chosen, ==, 1);
}

/* The words that are marked can be typed over. */
static void
test_words_of_the_choice_are_selected (WorkspaceTest *self,
                                       gconstpointer  data)
{
  GtkWindow *chooser = hs_entity_chooser_new (self->workspace, "What Do These Words Name?", "Mark", 0, TRUE,
                                              HS_MENTION_PLACE, "Tarvonia");
  GtkWidget *entry = widget_test_find (GTK_WIDGET (chooser), GTK_TYPE_SEARCH_ENTRY, NULL);
  int start, end;

  gtk_window_present (chooser);
  widget_test_wait_for (GTK_WIDGET (chooser), "Something of its own");
  g_assert_true (gtk_editable_get_selection_bounds (GTK_EDITABLE (entry), &start, &end));
  g_assert_cmpint (start, ==, 0);
  g_assert_cmpint (end, ==, 8);
  gtk_window_destroy (chooser);
}

/* --- menus ------------------------------------------------------------------------ */

static gboolean
offers (GMenuModel *menu,
        const char *label,
        const char *action)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *says = NULL;
      g_autofree char *does = NULL;

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &says);
      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &does);
      if (section != NULL ? offers (section, label, action)
                          : g_strcmp0 (says, label) == 0 && g_strcmp0 (does, action) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The first mark of a layer, and where it is. */
static int
find_layer (HsReader *reader,
            guint     layer,
            guint    *byte)
{
  for (guint i = 0; i < hs_article_view_get_n_marks (reader->view); i++)
    {
      const HsMark *mark = hs_article_view_get_mark (reader->view, i);

      if (mark->layer != layer)
        continue;
      *byte = mark->span.start;
      return i;
    }
  return -1;
}

static HsReader *
show_reader (WorkspaceTest  *self,
             const char     *title,
             GtkWidget     **window)
{
  g_autoptr (HsReading) reading = widget_test_read (self, title);
  HsReader *reader = g_object_new (HS_TYPE_READER, NULL);

  hs_reader_set_workspace (reader, self->workspace);
  hs_reader_set_reading (reader, reading);
  *window = widget_test_show (GTK_WIDGET (reader));
  return reader;
}

static void
test_words_under_the_pointer_are_found (WorkspaceTest *self,
                                        gconstpointer  data)
{
  GtkWidget *window;
  HsReader *reader = show_reader (self, "Envoy", &window);
  guint byte = 0, found = 0;
  int mark = find_layer (reader, HS_MENTION_PLACE, &byte);
  GdkRectangle area;

  g_assert_cmpint (mark, >=, 0);
  g_assert_true (hs_article_view_get_span_area (reader->view, hs_article_view_get_mark (reader->view, mark)->span,
                                                &area));
  g_assert_true (hs_article_view_get_byte_at (reader->view, area.x + 2, area.y + area.height / 2, &found));
  g_assert_cmpuint (found, ==, byte);
  g_assert_false (hs_article_view_get_byte_at (reader->view, area.x, -4000, &found));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_mention_offers_what_its_page_does (WorkspaceTest *self,
                                        gconstpointer  data)
{
  static const char * const offered[][2] = {
    { "Show Entity", "win.show-entity" },         { "List Its Articles", "win.filter" },
    { "Watch…", "win.act-on-entity" },            { "Copy Name", "win.copy-words" },
    { "Not This One", "win.not-this-one" },       { "Names Something Else…", "win.correct-mention" },
    { "Names Nothing", "win.remove-mention" },    { "Merge…", "win.act-on-entity" },
    { "Split…", "win.act-on-entity" },            { "Rename…", "win.act-on-entity" },
    { "Change Kind…", "win.act-on-entity" },      { "Never Merge With…", "win.act-on-entity" },
  };
  GtkWidget *window;
  HsReader *reader = show_reader (self, "Envoy", &window);
  guint byte = 0;
  int mark = find_layer (reader, HS_MENTION_PERSON, &byte);
  g_autoptr (GMenu) menu = hs_reader_make_menu (reader, byte, mark);

  g_assert_nonnull (menu);
  for (guint i = 0; i < G_N_ELEMENTS (offered); i++)
    g_assert_true (offers (G_MENU_MODEL (menu), offered[i][0], offered[i][1]));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_statement_tells_who_said_it (WorkspaceTest *self,
                                  gconstpointer  data)
{
  GtkWidget *window;
  HsReader *reader = show_reader (self, "Envoy", &window);
  HsReading *reading = hs_reader_get_reading (reader);
  guint n = 0;

  for (guint i = 0; i < hs_article_view_get_n_marks (reader->view); i++)
    {
      const HsMark *mark = hs_article_view_get_mark (reader->view, i);
      const HsReadingStatement *statement;
      g_autoptr (GMenu) menu = NULL;
      g_autofree char *label = NULL;

      if (mark->layer != HS_LAYER_STATEMENTS)
        continue;
      statement = g_ptr_array_index (reading->statements, mark->index);
      if (statement->speaker == 0)
        continue;
      menu = hs_reader_make_menu (reader, mark->span.start, i);
      label = g_strdup_printf ("Said by %s", statement->speaker_name);
      g_assert_true (offers (G_MENU_MODEL (menu), label, "win.show-entity"));
      n++;
    }
  g_assert_cmpuint (n, >, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_selected_words_come_before_their_mark (WorkspaceTest *self,
                                            gconstpointer  data)
{
  GtkWidget *window;
  HsReader *reader = show_reader (self, "Envoy", &window);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (reader->view));
  guint byte = 0;
  int mark = find_layer (reader, HS_MENTION_PLACE, &byte);
  g_autoptr (GMenu) within = NULL;
  g_autoptr (GMenu) beside = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_select_range (buffer, &start, &end);
  within = hs_reader_make_menu (reader, byte, mark);
  g_assert_true (offers (G_MENU_MODEL (within), "Note…", "win.note"));
  g_assert_true (offers (G_MENU_MODEL (within), "Weapon", "win.correct-mention"));
  g_assert_false (offers (G_MENU_MODEL (within), "Not This One", "win.not-this-one"));
  gtk_text_buffer_select_range (buffer, &end, &end);
  beside = hs_reader_make_menu (reader, byte, mark);
  g_assert_true (offers (G_MENU_MODEL (beside), "Not This One", "win.not-this-one"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The pointer's other button opens it, and Escape gives the keys back. */
static void
test_menu_gives_the_keys_back (WorkspaceTest *self,
                               gconstpointer  data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new_with_label ("a row");
  g_autoptr (GMenu) menu = g_menu_new ();
  GdkRectangle at = { 5, 5, 1, 1 };
  GtkWidget *window, *popover;

  hs_menu_add (menu, "Close", "window.close", NULL, "c");
  gtk_box_append (GTK_BOX (box), button);
  window = widget_test_show (box);
  gtk_widget_grab_focus (button);
  hs_context_menu_popup (box, G_MENU_MODEL (menu), &at);
  widget_test_run (200);
  popover = gtk_widget_get_last_child (box);
  g_assert_true (GTK_IS_POPOVER_MENU (popover));
  gtk_popover_popdown (GTK_POPOVER (popover));
  widget_test_run (400);
  g_assert_true (gtk_widget_get_last_child (box) == button);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == button);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- other languages --------------------------------------------------------------- */

#define GERMAN "Hafen von Velan geschlossen\n\nDer Hafen von Velan wurde am Montag geschlossen, und das Ministerium " \
               "erklärte, es sei nicht über die Drohnen unterrichtet worden, die vom Meer her gekommen waren. Der " \
               "Bürgermeister stand mit seinen Leuten am Kai und war in großer Sorge um die Schiffe.\n"

static void
test_other_language_is_said (WorkspaceTest *self,
                             gconstpointer  data)
{
  g_autoptr (HsJob) job = hs_import_job_new_text (self->workspace, GERMAN, NULL, NULL, NULL, NULL);
  g_autoptr (HsReading) english = widget_test_read (self, "Envoy");
  GtkWidget *window;
  HsReader *reader;

  workspace_test_run_job (job);
  reader = show_reader (self, "Hafen von Velan", &window);
  g_assert_true (gtk_revealer_get_reveal_child (reader->language_revealer));
  g_assert_true (g_str_has_prefix (gtk_label_get_text (reader->language_label), "Not in English."));
  hs_reader_set_reading (reader, english);
  g_assert_false (gtk_revealer_get_reveal_child (reader->language_revealer));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  widget_test_init (&argc, &argv);
#define ADD(path, func) g_test_add ("/names/" path, WorkspaceTest, NULL, widget_test_set_up, func, \
                                    workspace_test_tear_down)
  g_test_add_func ("/names/ends-stand-below-their-bars", test_ends_stand_below_their_bars);
  ADD ("page-adds-up", test_page_adds_up);
  g_test_add_func ("/names/decision-is-told-in-a-sentence", test_decision_is_told_in_a_sentence);
  g_test_add_func ("/names/decision-tells-where-and-why-it-was-proposed",
                   test_decision_tells_where_and_why_it_was_proposed);
  ADD ("page-lists-decisions", test_page_lists_decisions);
  ADD ("next-mention-has-the-keys", test_next_mention_has_the_keys);
  ADD ("answers-in-a-row-are-of-different-pairs", test_answers_in_a_row_are_of_different_pairs);
  ADD ("choice-waits-for-its-words", test_choice_waits_for_its_words);
  ADD ("words-of-the-choice-are-selected", test_words_of_the_choice_are_selected);
  ADD ("words-under-the-pointer-are-found", test_words_under_the_pointer_are_found);
  ADD ("mention-offers-what-its-page-does", test_mention_offers_what_its_page_does);
  ADD ("statement-tells-who-said-it", test_statement_tells_who_said_it);
  ADD ("selected-words-come-before-their-mark", test_selected_words_come_before_their_mark);
  ADD ("menu-gives-the-keys-back", test_menu_gives_the_keys_back);
  ADD ("other-language-is-said", test_other_language_is_said);
#undef ADD
  return g_test_run ();
}
