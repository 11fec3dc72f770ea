/* hs-print.c: an article on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blocks become layouts, layouts are cut into pieces between lines, and pieces are
 * dealt out to pages; drawing a page is drawing its pieces.
 */
#include "hs-print.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hs-format.h"
#include "hs-print-items.h"

/* Points */
#define FOOTER 28
/* A heading has at least so much after it on its page. */
#define KEEP_WITH_NEXT 54
#define PAGE_MARGIN 20 /* mm */

/* Some lines of an item, or all of a row. */
typedef struct
{
  const HsPrintItem *item; /* (unowned) */
  guint first;             /* lines */
  guint end;
  double y;
  guint page;
} Piece;

typedef struct
{
  HsReading *reading;  /* (owned) */
  GPtrArray *items;    /* (owned) (nullable) (element-type HsPrintItem) */
  GArray *pieces;      /* (owned) (element-type Piece) */
  guint n_pages;
} Print;

static void
print_free (gpointer data)
{
  Print *self = data;

  hs_reading_unref (self->reading);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_array_unref (self->pieces);
  g_free (self);
}

/* --- pages ------------------------------------------------------------------------- */

typedef struct
{
  Print *print;
  double height; /* of a page */
  double y;
  guint page;
} Filling;

static void
next_page (Filling *filling)
{
  filling->page++;
  filling->y = 0;
}

static void
put (Filling           *filling,
     const HsPrintItem *item,
     guint              first,
     guint              end,
     double             height)
{
  Piece piece = { item, first, end, filling->y, filling->page };

  g_array_append_val (filling->print->pieces, piece);
  filling->y += height;
}

/* Line by line: as many on the page as have room. */
static void
put_lines (Filling           *filling,
           const HsPrintItem *item)
{
  PangoLayout *layout = g_ptr_array_index (item->cells, 0);
  guint n = pango_layout_get_line_count (layout);
  guint first = 0;
  double height = 0;

  for (guint i = 0; i < n; i++)
    {
      PangoRectangle area;
      double line;

      pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, i), NULL, &area);
      line = area.height / (double) PANGO_SCALE * HS_PRINT_LINE_HEIGHT;
      if (filling->y + height + line > filling->height && (filling->y > 0 || i > first))
        {
          if (i > first)
            put (filling, item, first, i, height);
          next_page (filling);
          first = i;
          height = 0;
        }
      height += line;
    }
  if (n > first)
    put (filling, item, first, n, height);
}

static void
paginate (Print  *self,
          double  height)
{
  Filling filling = { self, height, 0, 0 };

  g_array_set_size (self->pieces, 0);
  for (guint i = 0; i < self->items->len; i++)
    {
      const HsPrintItem *item = g_ptr_array_index (self->items, i);
      double room = item->keep ? KEEP_WITH_NEXT : 0;

      if (filling.y > 0)
        filling.y += item->before;
      if (filling.y > 0 && filling.y + room + (item->row ? item->height : 0) > height)
        next_page (&filling);
      if (item->row)
        put (&filling, item, 0, 1, item->height);
      else
        put_lines (&filling, item);
    }
  self->n_pages = filling.page + 1;
}

/* --- drawing ------------------------------------------------------------------------ */

static void
draw_lines (cairo_t     *cr,
            const Piece *piece)
{
  PangoLayout *layout = g_ptr_array_index (piece->item->cells, 0);
  int width = pango_layout_get_width (layout);
  double y = piece->y;

  for (guint i = piece->first; i < piece->end; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      PangoRectangle area;
      double x = g_array_index (piece->item->xs, double, 0);
      double height;

      pango_layout_line_get_extents (line, NULL, &area);
      height = area.height / (double) PANGO_SCALE;
      if (pango_layout_line_get_resolved_direction (line) == PANGO_DIRECTION_RTL)
        x += (width - area.width) / (double) PANGO_SCALE;
      cairo_move_to (cr, x, y - area.y / (double) PANGO_SCALE);
      pango_cairo_show_layout_line (cr, line);
      y += height * HS_PRINT_LINE_HEIGHT;
    }
  if (piece->item->bar >= 0)
    {
      cairo_set_source_rgb (cr, 0.6, 0.6, 0.6);
      cairo_rectangle (cr, piece->item->bar, piece->y, 2, y - piece->y);
      cairo_fill (cr);
      cairo_set_source_rgb (cr, 0, 0, 0);
    }
}

static void
draw_row (cairo_t     *cr,
          const Piece *piece,
          double       width)
{
  for (guint i = 0; i < piece->item->cells->len; i++)
    {
      cairo_move_to (cr, g_array_index (piece->item->xs, double, i), piece->y + 3);
      pango_cairo_show_layout (cr, g_ptr_array_index (piece->item->cells, i));
    }
  cairo_set_source_rgb (cr, 0.6, 0.6, 0.6);
  cairo_rectangle (cr, 0, piece->y + piece->item->height - 0.5, width, piece->item->keep ? 1 : 0.5);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
}

static void
draw_footer (Print           *self,
             GtkPrintContext *context,
             guint            page)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);
  PangoFontDescription *font = pango_font_description_from_string ("Sans 8");
  g_autofree char *number = g_strdup_printf (_("Page %u of %u"), page + 1, self->n_pages);
  g_autofree char *title = hs_format_squash (self->reading->document->title != NULL ? self->reading->document->title
                                                                                    : "", 70);
  g_autofree char *text = hs_format_join (title, number, NULL);

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, gtk_print_context_get_width (context) * PANGO_SCALE);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cr, 0, gtk_print_context_get_height (context) - 12);
  pango_cairo_show_layout (cr, layout);
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                Print             *self)
{
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = hs_print_items_make (self->reading, context);
  paginate (self, gtk_print_context_get_height (context) - FOOTER);
  gtk_print_operation_set_n_pages (operation, self->n_pages);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Print             *self)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      if (piece->page != (guint) page)
        continue;
      if (piece->item->row)
        draw_row (cr, piece, gtk_print_context_get_width (context));
      else
        draw_lines (cr, piece);
    }
  draw_footer (self, context, page);
}

static GtkPrintOperation *
make_operation (HsReading *reading)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  Print *self = g_new0 (Print, 1);

  self->reading = hs_reading_ref (reading);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_object_set_data_full (G_OBJECT (operation), "print", self, print_free);
  gtk_page_setup_set_left_margin (setup, PAGE_MARGIN, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, PAGE_MARGIN, GTK_UNIT_MM);
  gtk_page_setup_set_top_margin (setup, PAGE_MARGIN, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, PAGE_MARGIN, GTK_UNIT_MM);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, reading->document->title != NULL ? reading->document->title
                                                                                : _("Article"));
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), self);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), self);
  return operation;
}

/**
 * hs_print_with_dialog:
 * @reading: an article
 * @parent: (nullable): the window it is asked for in
 * @error: return location
 *
 * Asks how, and prints.
 *
 * Returns: whether it did not fail
 */
gboolean
hs_print_with_dialog (HsReading  *reading,
                      GtkWindow  *parent,
                      GError    **error)
{
  g_autoptr (GtkPrintOperation) operation = NULL;

  g_return_val_if_fail (reading != NULL, FALSE);

  operation = make_operation (reading);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, error)
         != GTK_PRINT_OPERATION_RESULT_ERROR;
}

/**
 * hs_print_to_pdf:
 * @reading: an article
 * @path: (type filename): the file to write
 * @error: return location
 *
 * Asks nothing.
 *
 * Returns: whether it was written
 */
gboolean
hs_print_to_pdf (HsReading   *reading,
                 const char  *path,
                 GError     **error)
{
  g_autoptr (GtkPrintOperation) operation = NULL;

  g_return_val_if_fail (reading != NULL && path != NULL, FALSE);

  operation = make_operation (reading);
  gtk_print_operation_set_export_filename (operation, path);
  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, error)
         == GTK_PRINT_OPERATION_RESULT_APPLY;
}
