/* hs-words.c: words of an article that lead to where they stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hs-format.h"

static GtkWidget *
make_button (gint64      article,
             HsSpan      span,
             const char *markup,
             const char *label_text)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "hs-words");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-words");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xuu)", article, span.start, span.end);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label_text, -1);
  return button;
}

/**
 * hs_words_new_snippet:
 * @article: its id
 * @text: its text
 * @span: words of it
 * @max_chars: how many of them are shown
 *
 * A click shows them in the article.
 *
 * Returns: (transfer floating): a button with the words
 */
GtkWidget *
hs_words_new_snippet (gint64      article,
                      const char *text,
                      HsSpan      span,
                      guint       max_chars)
{
  g_autofree char *words = hs_format_snippet (text, span, max_chars);
  gboolean has_marks = strchr ("\"'", *words) != NULL || g_unichar_ispunct (g_utf8_get_char (words));
  g_autofree char *quoted = has_marks ? g_strdup (words) : g_strdup_printf (_("“%s”"), words);
  g_autofree char *markup = g_markup_escape_text (quoted, -1);

  return make_button (article, span, markup, quoted);
}

static gboolean
ends_in_space (const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  return length > 0 && g_ascii_isspace (text[length - 1]);
}

/**
 * hs_words_new_occurrence:
 * @occurrence: words of an article
 *
 * A click shows them there.
 *
 * Returns: (transfer floating): a button with the words, and those before and after them
 */
GtkWidget *
hs_words_new_occurrence (const HsOccurrence *occurrence)
{
  g_autofree char *before = hs_format_squash (occurrence->before, 0);
  g_autofree char *words = hs_format_squash (occurrence->words, 240);
  g_autofree char *after = hs_format_squash (occurrence->after, 0);
  const char *space_before = ends_in_space (occurrence->before) ? " " : "";
  const char *space_after = occurrence->after != NULL && g_ascii_isspace (*occurrence->after) ? " " : "";
  g_autofree char *markup = NULL;
  g_autofree char *plain = NULL;

  markup = g_markup_printf_escaped ("<span alpha=\"75%%\">%s</span>%s<b>%s</b>%s<span alpha=\"75%%\">%s</span>", before,
                                    space_before, words, space_after, after);
  plain = g_strconcat (before, space_before, words, space_after, after, NULL);
  return make_button (occurrence->article, occurrence->span, markup, plain);
}

/**
 * hs_words_new_caption:
 * @text: plain text
 *
 * Returns: (transfer floating): a small label that wraps
 */
GtkWidget *
hs_words_new_caption (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

/**
 * hs_words_clear_box:
 * @box: a box of ours
 *
 * Takes out all that is in it.
 */
void
hs_words_clear_box (GtkBox *box)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_BOX (box));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}
