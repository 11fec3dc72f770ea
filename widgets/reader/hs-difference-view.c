/* hs-difference-view.c: how an article changed, word by word
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-difference-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hs-template.h"
#include "hs-workspace-feeds.h"

struct _HsDifferenceView
{
  GtkWidget parent_instance;

  GtkDropDown *from_choice; /* (template) */
  GtkDropDown *to_choice;   /* (template) */
  GtkLabel *summary;        /* (template) */
  GtkTextView *view;        /* (template) */

  HsWorkspace *workspace;    /* (owned) (nullable) */
  HsReading *reading;        /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable) */
  GtkTextTag *title_tag;     /* (unowned): the buffer's */
  GtkTextTag *deleted_tag;   /* (unowned): the buffer's */
  GtkTextTag *inserted_tag;  /* (unowned): the buffer's */
  gboolean filling;
};

enum
{
  SIGNAL_CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HsDifferenceView, hs_difference_view, GTK_TYPE_WIDGET)

/* --- the text -------------------------------------------------------------------- */

static void
add_runs (HsDifferenceView *self,
          const char       *before,
          const char       *after,
          GArray           *runs,
          GtkTextTag       *also)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

  for (guint i = 0; i < runs->len; i++)
    {
      const HsDiffRun *run = &g_array_index (runs, HsDiffRun, i);
      const char *text = run->kind == HS_DIFF_DELETED ? before : after;
      HsSpan span = run->kind == HS_DIFF_DELETED ? run->before : run->after;
      GtkTextTag *tag = run->kind == HS_DIFF_DELETED ? self->deleted_tag
                        : run->kind == HS_DIFF_INSERTED ? self->inserted_tag : NULL;
      GtkTextIter start, end;
      int offset;

      gtk_text_buffer_get_end_iter (buffer, &end);
      offset = gtk_text_iter_get_offset (&end);
      gtk_text_buffer_insert (buffer, &end, text + span.start, (int) (span.end - span.start));
      gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
      if (tag != NULL)
        gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
      if (also != NULL)
        gtk_text_buffer_apply_tag (buffer, also, &start, &end);
    }
}

static char *
describe (const HsDifference *difference)
{
  g_autofree char *inserted = NULL;
  g_autofree char *deleted = NULL;

  if (difference->n_inserted == 0 && difference->n_deleted == 0)
    return g_strdup (strcmp (difference->title_before, difference->title_after) == 0
                         ? _("The words are the same.") : _("Only the title changed."));
  inserted = g_strdup_printf (ngettext ("%u place added", "%u places added", difference->n_inserted),
                              difference->n_inserted);
  deleted = g_strdup_printf (ngettext ("%u place taken out", "%u places taken out", difference->n_deleted),
                             difference->n_deleted);
  return g_strdup_printf (_("%s (underlined), %s (struck through)"), inserted, deleted);
}

static void
hs_difference_view_fill (HsDifferenceView   *self,
                         const HsDifference *difference)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  g_autofree char *summary = describe (difference);
  GtkTextIter iter;

  gtk_text_buffer_set_text (buffer, "", 0);
  if (strcmp (difference->title_before, difference->title_after) != 0)
    {
      add_runs (self, difference->title_before, difference->title_after, difference->title_runs, self->title_tag);
      gtk_text_buffer_get_end_iter (buffer, &iter);
      gtk_text_buffer_insert (buffer, &iter, "\n", 1);
    }
  add_runs (self, difference->before, difference->after, difference->runs, NULL);
  gtk_text_buffer_get_start_iter (buffer, &iter);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_label_set_label (self->summary, summary);
}

/* --- which two ---------------------------------------------------------------------- */

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (HsDifferenceView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsDifference) difference = hs_workspace_read_difference_finish (HS_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (difference != NULL)
    hs_difference_view_fill (self, difference);
  else
    gtk_label_set_label (self->summary, error->message);
}

static void
chosen_cb (HsDifferenceView *self)
{
  guint from = gtk_drop_down_get_selected (self->from_choice);
  guint to = gtk_drop_down_get_selected (self->to_choice);
  const HsReadingRevision *older, *newer;

  if (self->filling || self->reading == NULL || from >= self->reading->revisions->len
      || to >= self->reading->revisions->len)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  /* the latest stands first: a greater number is an older revision */
  older = g_ptr_array_index (self->reading->revisions, MAX (from, to));
  newer = g_ptr_array_index (self->reading->revisions, MIN (from, to));
  hs_workspace_read_difference_async (self->workspace, self->reading->id, older->id, newer->id, self->cancellable,
                                      read_cb, g_object_ref (self));
}

static GListModel *
list_revisions (HsReading *reading)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < reading->revisions->len; i++)
    {
      const HsReadingRevision *revision = g_ptr_array_index (reading->revisions, i);
      g_autoptr (GDateTime) seen = g_date_time_new_from_unix_local (revision->seen);
      g_autofree char *time = g_date_time_format (seen, _("%-d %b, %H:%M"));

      gtk_string_list_append (names, time);
    }
  return G_LIST_MODEL (names);
}

/* --- moving -------------------------------------------------------------------------- */

static void
next_cb (HsDifferenceView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  while (gtk_text_iter_forward_to_tag_toggle (&iter, NULL))
    if (gtk_text_iter_starts_tag (&iter, self->inserted_tag) || gtk_text_iter_starts_tag (&iter, self->deleted_tag))
      {
        gtk_text_buffer_place_cursor (buffer, &iter);
        gtk_text_view_scroll_to_iter (self->view, &iter, 0.1, TRUE, 0, 0.3);
        return;
      }
  gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
close_cb (HsDifferenceView *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static gboolean
close_shortcut_cb (GtkWidget *widget,
                   GVariant  *args,
                   gpointer   user_data)
{
  close_cb (HS_DIFFERENCE_VIEW (widget));
  return TRUE;
}

/* --- life ----------------------------------------------------------------------------- */

/* Colour is not all that tells them apart. */
static void
hs_difference_view_update_colors (HsDifferenceView *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  g_object_set (self->inserted_tag, "background", dark ? "#1f4d33" : "#d2f2de", NULL);
  g_object_set (self->deleted_tag, "background", dark ? "#5a2229" : "#f9d9dc", NULL);
}

static void
hs_difference_view_dispose (GObject *object)
{
  HsDifferenceView *self = HS_DIFFERENCE_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  hs_template_dispose (GTK_WIDGET (self), HS_TYPE_DIFFERENCE_VIEW);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->reading, hs_reading_unref);

  G_OBJECT_CLASS (hs_difference_view_parent_class)->dispose (object);
}

static void
hs_difference_view_class_init (HsDifferenceViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_difference_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-difference-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HsDifferenceView, from_choice);
  gtk_widget_class_bind_template_child (widget_class, HsDifferenceView, to_choice);
  gtk_widget_class_bind_template_child (widget_class, HsDifferenceView, summary);
  gtk_widget_class_bind_template_child (widget_class, HsDifferenceView, view);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, close_shortcut_cb, NULL);
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", HS_TYPE_DIFFERENCE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

static void
hs_difference_view_init (HsDifferenceView *self)
{
  GtkTextBuffer *buffer;

  gtk_widget_init_template (GTK_WIDGET (self));
  buffer = gtk_text_view_get_buffer (self->view);
  self->title_tag = gtk_text_buffer_create_tag (buffer, NULL, "weight", PANGO_WEIGHT_BOLD, "scale", 1.4, NULL);
  self->deleted_tag = gtk_text_buffer_create_tag (buffer, NULL, "strikethrough", TRUE, NULL);
  self->inserted_tag = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE, NULL);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (hs_difference_view_update_colors), self, G_CONNECT_SWAPPED);
  hs_difference_view_update_colors (self);
}

/**
 * hs_difference_view_show:
 * @self: a view
 * @workspace: a workspace
 * @reading: an article of two revisions or more
 *
 * Shows the last change first.
 */
void
hs_difference_view_show (HsDifferenceView *self,
                         HsWorkspace      *workspace,
                         HsReading        *reading)
{
  g_autoptr (GListModel) names = NULL;

  g_return_if_fail (HS_IS_DIFFERENCE_VIEW (self));
  g_return_if_fail (reading != NULL && reading->revisions->len > 1);

  g_set_object (&self->workspace, workspace);
  g_clear_pointer (&self->reading, hs_reading_unref);
  self->reading = hs_reading_ref (reading);
  names = list_revisions (reading);
  self->filling = TRUE;
  gtk_drop_down_set_model (self->from_choice, names);
  gtk_drop_down_set_model (self->to_choice, names);
  gtk_drop_down_set_selected (self->from_choice, 1);
  gtk_drop_down_set_selected (self->to_choice, 0);
  self->filling = FALSE;
  chosen_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
