/* hs-matrix-view.c: what each article of a story says to each question
 *
 * The questions stay at the left while the articles scroll; so many articles at a
 * time. A popover is made when it is opened.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-matrix-view.h"

#include <glib/gi18n.h>

#include "hs-desk-decide.h"
#include "hs-format.h"
#include "hs-words.h"

#define ARTICLES_AT_ONCE 40

struct _HsMatrixView
{
  GtkWidget parent_instance;

  GtkWidget *box;          /* (unowned): child */
  GtkGrid *titles;         /* (unowned): child */
  GtkGrid *cells;          /* (unowned): child */
  GtkScrolledWindow *left; /* (unowned): child */
  GtkScrolledWindow *right; /* (unowned): child */
  GtkEntry *row_entry;     /* (unowned): child */
  GtkEntry *hypothesis_entry; /* (unowned): child */
  GtkWidget *pager;        /* (unowned): child */
  GtkLabel *page_label;    /* (unowned): child */
  GtkWidget *popover;      /* (unowned) (nullable): the open one, child of a cell */
  guint first;             /* the first article that is shown */

  HsWorkspace *workspace;  /* (owned) (nullable) */
  HsStoryDesk *desk;       /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (HsMatrixView, hs_matrix_view, GTK_TYPE_WIDGET)

static const char *
stance_name (HsStance stance)
{
  static const char * const names[] = { N_("silent"), N_("says so"), N_("denies"), N_("doubts"), N_("not judged") };

  return _(names[stance]);
}

static const char *
mark_name (HsMark mark)
{
  static const char * const names[] = { N_("no mark"), N_("fits"), N_("against") };

  return _(names[mark]);
}

static void
decide (HsMatrixView *self,
        HsDeskEdit   *edit,
        const char   *done)
{
  if (self->desk == NULL)
    return;
  edit->story = self->desk->id;
  hs_desk_decide (GTK_WIDGET (self), self->workspace, edit, done);
}

static HsDeskRow *
get_row (HsMatrixView *self,
         guint         row)
{
  return g_ptr_array_index (self->desk->rows, row);
}

/* --- popovers ------------------------------------------------------------------------- */

/* What a button of a popover, or a cell, is about. */
typedef struct
{
  HsMatrixView *view;  /* (unowned): it outlives its children */
  guint row;
  guint column;        /* an article or a hypothesis */
  int value;
  GtkWidget *entry;    /* (unowned) (nullable) */
} About;

static void
about_free (gpointer  data,
            GClosure *closure)
{
  g_free (data);
}

static void
connect (HsMatrixView *self,
         GtkWidget    *button,
         GCallback     callback,
         guint         row,
         guint         column,
         int           value,
         GtkWidget    *entry)
{
  About *about = g_new0 (About, 1);

  *about = (About) { self, row, column, value, entry };
  g_signal_connect_data (button, "clicked", callback, about, about_free, G_CONNECT_SWAPPED);
}

static void
popover_closed_cb (GtkWidget    *popover,
                   HsMatrixView *self)
{
  if (self->popover == popover)
    self->popover = NULL;
  gtk_widget_unparent (popover);
}

static void
popover_closed_later_cb (HsMatrixView *self)
{
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/* Returns: (transfer none): the box inside */
static GtkBox *
open_popover (HsMatrixView *self,
              GtkWidget    *at,
              const char   *title)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (title);

  popover_closed_later_cb (self);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (heading), 44);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (box, "hs-filter-popover");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_set_parent (popover, at);
  g_signal_connect_object (popover, "closed", G_CALLBACK (popover_closed_cb), self, G_CONNECT_AFTER);
  self->popover = popover;
  return GTK_BOX (box);
}

static GtkWidget *
add_button (GtkBox     *box,
            const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_box_append (box, button);
  return button;
}

/* --- a cell ------------------------------------------------------------------------------ */

static void
stance_cb (About *about)
{
  HsMatrixView *self = about->view;
  HsDeskEdit edit = { .what = HS_DESK_SET_STANCE };

  edit.row = get_row (self, about->row);
  edit.article = ((HsDeskArticle *) g_ptr_array_index (self->desk->articles, about->column))->id;
  edit.value = about->value;
  decide (self, &edit, _("Stance set"));
  popover_closed_later_cb (self);
}

static void
fill_cell_popover (HsMatrixView *self,
                   GtkBox       *box,
                   guint         row,
                   guint         article)
{
  const HsDeskCell *cell = g_ptr_array_index (get_row (self, row)->cells, article);
  GtkWidget *stances = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  for (guint i = 0; i < cell->words->len; i++)
    gtk_box_append (GTK_BOX (words), hs_words_new_occurrence (g_ptr_array_index (cell->words, i)));
  if (cell->words->len == 0)
    gtk_box_append (GTK_BOX (words), hs_words_new_caption (_("The article has no words for it that were found.")));
  gtk_widget_add_css_class (words, "hs-popover-words");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), words);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), cell->words->len > 0 ? 110 : -1);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 220);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_box_append (box, scroller);
  gtk_widget_add_css_class (stances, "linked");
  for (int stance = HS_STANCE_SILENT; stance <= HS_STANCE_DOUBTS; stance++)
    {
      GtkWidget *button = add_button (GTK_BOX (stances), stance_name (stance));

      if (cell->by_user && cell->stance == (HsStance) stance)
        gtk_widget_add_css_class (button, "suggested-action");
      connect (self, button, G_CALLBACK (stance_cb), row, article, stance, NULL);
    }
  gtk_box_append (box, stances);
  if (cell->by_user)
    connect (self, add_button (box, _("Leave to the Program")), G_CALLBACK (stance_cb), row, article, -1, NULL);
}

static void
cell_cb (About     *about,
         GtkWidget *button)
{
  HsMatrixView *self = about->view;
  const HsDeskArticle *article = g_ptr_array_index (self->desk->articles, about->column);
  g_autofree char *title = g_strdup_printf ("%s – %s", article->outlet != NULL ? article->outlet : article->title,
                                            get_row (self, about->row)->title);

  fill_cell_popover (self, open_popover (self, button, title), about->row, about->column);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static GtkWidget *
make_cell (HsMatrixView *self,
           guint         row,
           guint         article)
{
  const HsDeskCell *cell = g_ptr_array_index (get_row (self, row)->cells, article);
  const HsDeskArticle *of = g_ptr_array_index (self->desk->articles, article);
  static const char * const classes[] = { "silent", "says", "denies", "doubts", "unjudged" };
  g_autofree char *value = cell->value != NULL && !cell->by_user ? hs_format_squash (cell->value, 28) : NULL;
  g_autofree char *text = value != NULL ? g_strdup_printf ("%s\n%s", stance_name (cell->stance), value)
                                        : g_strdup (stance_name (cell->stance));
  g_autofree char *label = g_strdup_printf ("%s, %s: %s%s%s%s", of->outlet != NULL ? of->outlet : of->title,
                                            get_row (self, row)->title, stance_name (cell->stance),
                                            value != NULL ? ", " : "", value != NULL ? value : "",
                                            cell->by_user ? _(", set by you") : "");
  GtkWidget *button = gtk_button_new_with_label (text);
  GtkWidget *child = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_justify (GTK_LABEL (child), GTK_JUSTIFY_CENTER);
  gtk_label_set_wrap (GTK_LABEL (child), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (child), 13);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "hs-matrix-cell");
  gtk_widget_add_css_class (button, classes[cell->stance]);
  if (cell->by_user)
    gtk_widget_add_css_class (button, "mine");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  connect (self, button, G_CALLBACK (cell_cb), row, article, 0, NULL);
  return button;
}

/* --- a row ----------------------------------------------------------------------------------- */

static void
rename_row_cb (About *about)
{
  HsDeskEdit edit = { .what = HS_DESK_RENAME_ROW };

  edit.row = get_row (about->view, about->row);
  edit.text = gtk_editable_get_text (GTK_EDITABLE (about->entry));
  decide (about->view, &edit, _("Row renamed"));
  popover_closed_later_cb (about->view);
}

static void
remove_row_cb (About *about)
{
  HsDeskEdit edit = { .what = HS_DESK_REMOVE_ROW };

  edit.row = get_row (about->view, about->row);
  decide (about->view, &edit, _("Row removed"));
  popover_closed_later_cb (about->view);
}

static void
merge_row_cb (About *about)
{
  HsDeskEdit edit = { .what = HS_DESK_MERGE_ROWS };
  guint into = gtk_drop_down_get_selected (GTK_DROP_DOWN (about->entry));

  /* the list leaves out the row itself */
  into += into >= about->row;
  if (into >= about->view->desk->rows->len)
    return;
  edit.row = get_row (about->view, about->row);
  edit.into = get_row (about->view, into);
  decide (about->view, &edit, _("Rows merged"));
  popover_closed_later_cb (about->view);
}

static GtkWidget *
add_entry (GtkBox     *box,
           const char *label,
           const char *text)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 32);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (box, entry);
  return entry;
}

static void
row_cb (About     *about,
        GtkWidget *button)
{
  HsMatrixView *self = about->view;
  HsDeskRow *row = get_row (self, about->row);
  GtkBox *box = open_popover (self, button, row->title);
  GtkWidget *entry = add_entry (box, _("What the row is called"), row->title);
  g_autoptr (GtkStringList) others = gtk_string_list_new (NULL);
  GtkWidget *drop;

  connect (self, add_button (box, _("Rename")), G_CALLBACK (rename_row_cb), about->row, 0, 0, entry);
  for (guint i = 0; i < self->desk->rows->len; i++)
    {
      g_autofree char *title = hs_format_squash (get_row (self, i)->title, 44);

      if (i != about->row)
        gtk_string_list_append (others, title);
    }
  if (self->desk->rows->len > 1)
    {
      drop = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (others)), NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Another row"), -1);
      gtk_box_append (box, drop);
      connect (self, add_button (box, _("Merge into That Row")), G_CALLBACK (merge_row_cb), about->row, 0, 0, drop);
    }
  entry = add_button (box, _("Remove"));
  gtk_widget_add_css_class (entry, "destructive-action");
  connect (self, entry, G_CALLBACK (remove_row_cb), about->row, 0, 0, NULL);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static GtkWidget *
make_title (HsMatrixView *self,
            guint         row)
{
  GtkWidget *button = gtk_button_new_with_label (get_row (self, row)->title);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 22);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 22);
  gtk_widget_set_tooltip_text (button, get_row (self, row)->title);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "hs-matrix-title");
  if (get_row (self, row)->own)
    gtk_widget_add_css_class (button, "mine");
  connect (self, button, G_CALLBACK (row_cb), row, 0, 0, NULL);
  return button;
}

/* --- hypotheses ---------------------------------------------------------------------------------- */

static void
mark_cb (About *about)
{
  HsMatrixView *self = about->view;
  HsDeskEdit edit = { .what = HS_DESK_MARK_ROW };

  edit.row = get_row (self, about->row);
  edit.id = ((HsDeskHypothesis *) g_ptr_array_index (self->desk->hypotheses, about->column))->id;
  edit.value = (g_array_index (get_row (self, about->row)->marks, HsMark, about->column) + 1) % HS_N_MARKS;
  decide (self, &edit, _("Row marked"));
}

static void
rename_hypothesis_cb (About *about)
{
  HsDeskEdit edit = { .what = HS_DESK_RENAME_HYPOTHESIS };

  edit.id = ((HsDeskHypothesis *) g_ptr_array_index (about->view->desk->hypotheses, about->column))->id;
  edit.text = gtk_editable_get_text (GTK_EDITABLE (about->entry));
  decide (about->view, &edit, _("Hypothesis renamed"));
  popover_closed_later_cb (about->view);
}

static void
remove_hypothesis_cb (About *about)
{
  HsDeskEdit edit = { .what = HS_DESK_REMOVE_HYPOTHESIS };

  edit.id = ((HsDeskHypothesis *) g_ptr_array_index (about->view->desk->hypotheses, about->column))->id;
  decide (about->view, &edit, _("Hypothesis removed"));
  popover_closed_later_cb (about->view);
}

static void
hypothesis_cb (About     *about,
               GtkWidget *button)
{
  HsMatrixView *self = about->view;
  const HsDeskHypothesis *hypothesis = g_ptr_array_index (self->desk->hypotheses, about->column);
  GtkBox *box = open_popover (self, button, hypothesis->title);
  GtkWidget *entry = add_entry (box, _("What the hypothesis is called"), hypothesis->title);

  connect (self, add_button (box, _("Rename")), G_CALLBACK (rename_hypothesis_cb), 0, about->column, 0, entry);
  connect (self, add_button (box, _("Remove")), G_CALLBACK (remove_hypothesis_cb), 0, about->column, 0, NULL);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static GtkWidget *
make_heading (const char *first,
              const char *second,
              const char *tooltip)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *texts[] = { first, second };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkWidget *label = gtk_label_new (texts[i]);

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 13);
      gtk_label_set_width_chars (GTK_LABEL (label), 13);
      gtk_widget_add_css_class (label, i == 0 ? "caption-heading" : "caption");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_set_tooltip_text (box, tooltip);
  return box;
}

static GtkWidget *
make_hypothesis (HsMatrixView *self,
                 guint         column)
{
  const HsDeskHypothesis *hypothesis = g_ptr_array_index (self->desk->hypotheses, column);
  g_autofree char *count = g_strdup_printf (ngettext ("%u row against", "%u rows against", hypothesis->against),
                                            hypothesis->against);
  g_autofree char *label = g_strdup_printf (_("Hypothesis %s, %s"), hypothesis->title, count);
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), make_heading (hypothesis->title, count, hypothesis->title));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "hs-matrix-hypothesis");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  connect (self, button, G_CALLBACK (hypothesis_cb), 0, column, 0, NULL);
  return button;
}

static GtkWidget *
make_mark (HsMatrixView *self,
           guint         row,
           guint         column)
{
  static const char * const classes[] = { "silent", "says", "denies" };
  const HsDeskHypothesis *hypothesis = g_ptr_array_index (self->desk->hypotheses, column);
  HsMark mark = g_array_index (get_row (self, row)->marks, HsMark, column);
  GtkWidget *button = gtk_button_new_with_label (mark_name (mark));
  g_autofree char *label = g_strdup_printf (_("%s, hypothesis %s: %s"), get_row (self, row)->title, hypothesis->title,
                                            mark_name (mark));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "hs-matrix-cell");
  gtk_widget_add_css_class (button, classes[mark]);
  gtk_widget_set_tooltip_text (button, _("Change what the row is to the hypothesis"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  connect (self, button, G_CALLBACK (mark_cb), row, column, 0, NULL);
  return button;
}

/* --- the whole --------------------------------------------------------------------------------------- */

static void
clear_grid (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

/* The title at the left is as high as what stands beside it. */
static void
attach_row (HsMatrixView *self,
            GtkWidget    *title,
            GtkWidget    *beside,
            guint         line)
{
  g_autoptr (GtkSizeGroup) heights = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);

  gtk_grid_attach (self->titles, title, 0, line, 1, 1);
  gtk_size_group_add_widget (heights, title);
  if (beside != NULL)
    gtk_size_group_add_widget (heights, beside);
}

static void
fill_headings (HsMatrixView *self,
               guint         n_articles)
{
  guint n_hypotheses = self->desk->hypotheses->len;
  GtkWidget *corner = make_heading (_("Question"), "", NULL);
  GtkWidget *question = gtk_widget_get_first_child (corner);
  GtkWidget *first = NULL;

  for (guint i = 0; i < n_hypotheses; i++)
    {
      GtkWidget *heading = make_hypothesis (self, i);

      gtk_grid_attach (self->cells, heading, i, 0, 1, 1);
      first = first != NULL ? first : heading;
    }
  for (guint i = 0; i < n_articles; i++)
    {
      const HsDeskArticle *article = g_ptr_array_index (self->desk->articles, self->first + i);
      GtkWidget *heading = make_heading (article->outlet != NULL ? article->outlet : article->title,
                                         article->outlet != NULL ? article->title : "", article->title);

      gtk_grid_attach (self->cells, heading, n_hypotheses + i, 0, 1, 1);
      first = first != NULL ? first : heading;
    }
  gtk_label_set_xalign (GTK_LABEL (question), 0);
  gtk_widget_set_margin_start (question, 6);
  attach_row (self, corner, first, 0);
}

static void
hs_matrix_view_fill (HsMatrixView *self)
{
  guint n_articles, n_hypotheses;
  g_autofree char *page = NULL;

  popover_closed_later_cb (self);
  clear_grid (self->titles);
  clear_grid (self->cells);
  if (self->desk == NULL)
    return;
  if (self->first >= self->desk->articles->len)
    self->first = 0;
  n_articles = MIN (self->desk->articles->len - self->first, ARTICLES_AT_ONCE);
  n_hypotheses = self->desk->hypotheses->len;
  gtk_widget_set_visible (self->pager, self->desk->articles->len > ARTICLES_AT_ONCE);
  page = g_strdup_printf (_("Articles %u to %u of %u"), self->first + 1, self->first + n_articles,
                          self->desk->articles->len);
  gtk_label_set_label (self->page_label, page);
  fill_headings (self, n_articles);
  for (guint row = 0; row < self->desk->rows->len; row++)
    {
      for (guint i = 0; i < n_hypotheses; i++)
        gtk_grid_attach (self->cells, make_mark (self, row, i), i, row + 1, 1, 1);
      for (guint i = 0; i < n_articles; i++)
        gtk_grid_attach (self->cells, make_cell (self, row, self->first + i), n_hypotheses + i, row + 1, 1, 1);
      attach_row (self, make_title (self, row), gtk_grid_get_child_at (self->cells, 0, row + 1), row + 1);
      for (guint i = 1; i < n_hypotheses + n_articles; i++)
        gtk_widget_set_vexpand (gtk_grid_get_child_at (self->cells, i, row + 1), FALSE);
    }
}

static void
add_row_cb (HsMatrixView *self)
{
  HsDeskEdit edit = { .what = HS_DESK_ADD_ROW };

  edit.text = gtk_editable_get_text (GTK_EDITABLE (self->row_entry));
  decide (self, &edit, _("Row added"));
  gtk_editable_set_text (GTK_EDITABLE (self->row_entry), "");
}

static void
add_hypothesis_cb (HsMatrixView *self)
{
  HsDeskEdit edit = { .what = HS_DESK_ADD_HYPOTHESIS };

  edit.text = gtk_editable_get_text (GTK_EDITABLE (self->hypothesis_entry));
  decide (self, &edit, _("Hypothesis added"));
  gtk_editable_set_text (GTK_EDITABLE (self->hypothesis_entry), "");
}

static void
page_back_cb (HsMatrixView *self)
{
  self->first -= MIN (self->first, ARTICLES_AT_ONCE);
  hs_matrix_view_fill (self);
}

static void
page_on_cb (HsMatrixView *self)
{
  if (self->desk != NULL && self->first + ARTICLES_AT_ONCE < self->desk->articles->len)
    self->first += ARTICLES_AT_ONCE;
  hs_matrix_view_fill (self);
}

static GtkEntry *
add_field (HsMatrixView *self,
           GtkWidget    *bar,
           const char   *hint,
           const char   *label,
           GCallback     activated)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 12);
  gtk_widget_set_hexpand (entry, TRUE);
  g_signal_connect_object (entry, "activate", activated, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", activated, self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (box, "linked");
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), button);
  gtk_flow_box_insert (GTK_FLOW_BOX (bar), box, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (box), FALSE);
  return GTK_ENTRY (entry);
}

static GtkWidget *
make_pager (HsMatrixView *self)
{
  GtkWidget *pager = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  GtkWidget *on = gtk_button_new_from_icon_name ("go-next-symbolic");

  self->page_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_tooltip_text (back, _("Articles before"));
  gtk_widget_set_tooltip_text (on, _("Articles after"));
  g_signal_connect_object (back, "clicked", G_CALLBACK (page_back_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (on, "clicked", G_CALLBACK (page_on_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (pager), back);
  gtk_box_append (GTK_BOX (pager), GTK_WIDGET (self->page_label));
  gtk_box_append (GTK_BOX (pager), on);
  gtk_widget_add_css_class (pager, "hs-desk-bar");
  return pager;
}

static void
hs_matrix_view_dispose (GObject *object)
{
  HsMatrixView *self = HS_MATRIX_VIEW (object);

  popover_closed_later_cb (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->desk, hs_story_desk_unref);

  G_OBJECT_CLASS (hs_matrix_view_parent_class)->dispose (object);
}

static void
hs_matrix_view_class_init (HsMatrixViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_matrix_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkGrid *
make_grid (GtkScrolledWindow *scroller)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 4);
  gtk_widget_set_valign (grid, GTK_ALIGN_START);
  gtk_widget_add_css_class (grid, "hs-matrix");
  gtk_scrolled_window_set_child (scroller, grid);
  return GTK_GRID (grid);
}

static void
hs_matrix_view_init (HsMatrixView *self)
{
  GtkWidget *bar = gtk_flow_box_new ();
  GtkWidget *halves = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->left = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  self->right = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  self->titles = make_grid (self->left);
  self->cells = make_grid (self->right);
  gtk_scrolled_window_set_policy (self->left, GTK_POLICY_NEVER, GTK_POLICY_EXTERNAL);
  gtk_scrolled_window_set_vadjustment (self->left, gtk_scrolled_window_get_vadjustment (self->right));
  gtk_widget_set_hexpand (GTK_WIDGET (self->right), TRUE);
  gtk_widget_set_vexpand (halves, TRUE);
  gtk_box_append (GTK_BOX (halves), GTK_WIDGET (self->left));
  gtk_box_append (GTK_BOX (halves), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (halves), GTK_WIDGET (self->right));
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (bar), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (bar), 2);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (bar), TRUE);
  gtk_widget_add_css_class (bar, "hs-desk-bar");
  self->row_entry = add_field (self, bar, _("A question of yours"), _("Add Row"), G_CALLBACK (add_row_cb));
  self->hypothesis_entry = add_field (self, bar, _("A hypothesis"), _("Add Hypothesis"),
                                      G_CALLBACK (add_hypothesis_cb));
  self->pager = make_pager (self);
  gtk_box_append (GTK_BOX (self->box), bar);
  gtk_box_append (GTK_BOX (self->box), self->pager);
  gtk_box_append (GTK_BOX (self->box), halves);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * hs_matrix_view_set_workspace:
 * @self: a matrix
 * @workspace: (nullable): where decisions go
 */
void
hs_matrix_view_set_workspace (HsMatrixView *self,
                              HsWorkspace  *workspace)
{
  g_return_if_fail (HS_IS_MATRIX_VIEW (self));

  g_set_object (&self->workspace, workspace);
}

/**
 * hs_matrix_view_set_desk:
 * @self: a matrix
 * @desk: (nullable): the story that is shown
 */
void
hs_matrix_view_set_desk (HsMatrixView *self,
                         HsStoryDesk  *desk)
{
  HsStoryDesk *before;

  g_return_if_fail (HS_IS_MATRIX_VIEW (self));

  before = self->desk;
  self->desk = desk != NULL ? hs_story_desk_ref (desk) : NULL;
  hs_matrix_view_fill (self);
  if (before != NULL)
    hs_story_desk_unref (before);
}
