/* hs-decision-row.c: a decision of the analyst: what, when and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-decision-row.h"

#include <glib/gi18n.h>

#include "hs-format.h"
#include "hs-kinds.h"
#include "hs-words.h"

/* So many names stand in a sentence. */
#define MAX_QUOTED 6

/* Names or words, each in marks; of many the first, and how many more there are.
 * @n: how many there are, also where not all are among @names */
static char *
quote_all (char  **names,
           guint   n)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_names = g_strv_length (names), n_quoted = MIN (n_names, MAX_QUOTED), n_more = MAX (n, n_names) - n_quoted;

  for (guint i = 0; i < n_quoted; i++)
    {
      g_autofree char *words = hs_format_squash (names[i], 200);

      if (i > 0)
        g_string_append (text, _(", "));
      g_string_append_printf (text, _("“%s”"), words);
    }
  if (n_more > 0)
    return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", n_more), text->str, n_more);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* @others: in marks */
static char *
describe (const HsNameDecision *decision,
          const char           *others,
          const char           *subject)
{
  const char *action = decision->action;

  if (g_str_equal (action, "merge"))
    return g_strdup_printf (_("Merged %s into “%s”"), others, subject);
  if (g_str_equal (action, "accept"))
    return g_strdup_printf (_("Merged %s into “%s”, as proposed"), others, subject);
  if (g_str_equal (action, "keep-apart"))
    return g_strdup_printf (_("%s and “%s” are never one"), others, subject);
  if (g_str_equal (action, "refuse"))
    return g_strdup_printf (_("%s and “%s” are never one, against the proposal"), others, subject);
  if (g_str_equal (action, "split"))
    return g_strdup_printf (_("Split %s off “%s”"), others, subject);
  if (g_str_equal (action, "not-this-one"))
    return g_strdup_printf (_("The words %s are not “%s”"), others, subject);
  if (g_str_equal (action, "kind"))
    return g_strdup_printf (_("Changed the kind of “%s” to %s"), subject, hs_kind_get_title (decision->kind));
  if (g_str_equal (action, "rename"))
    return g_strdup_printf (_("Renamed to “%s”"), subject);
  if (g_str_equal (action, "set-mention"))
    return g_strdup_printf (_("The words “%s” name %s"), subject, others);
  return g_strdup_printf (_("The words “%s” name nothing"), subject);
}

/**
 * hs_decision_describe:
 * @decision: a decision about a name
 *
 * Returns: (transfer full): what was decided, in a sentence without a full stop
 */
char *
hs_decision_describe (const HsNameDecision *decision)
{
  g_autofree char *others = NULL;

  g_return_val_if_fail (decision != NULL, NULL);

  others = quote_all (decision->others, decision->n_others);
  return describe (decision, others, decision->subject != NULL ? decision->subject : _("unknown"));
}

static void
append_label (GtkWidget  *box,
              const char *text,
              gboolean    dim)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (dim)
    gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
}

/* All that is told of a decision, in one; what is NULL is left out. */
static char *
join_told (const char *what,
           const char *where,
           const char *when,
           const char *why,
           const char *proposed)
{
  const char *parts[] = { what, where, when, why, proposed };
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", parts[i]);
  return g_string_free (text, FALSE);
}

/**
 * hs_decision_row_new:
 * @decision: a decision about a name
 *
 * What was decided, of which article, when, why, and whether it was taken back; its accessible name
 * says all of it. Main thread.
 *
 * Returns: (transfer floating): a row of a #GtkListBox
 */
GtkWidget *
hs_decision_row_new (const HsNameDecision *decision)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *what = hs_decision_describe (decision);
  g_autofree char *time = hs_format_time (decision->time);
  g_autofree char *when = decision->undone ? hs_format_join (time, _("taken back"), NULL) : g_strdup (time);
  g_autofree char *why = decision->reason != NULL ? g_strdup_printf (_("Reason: %s"), decision->reason) : NULL;
  g_autofree char *where = decision->article != NULL ? g_strdup_printf (_("In “%s”"), decision->article) : NULL;
  g_autofree char *proposed = decision->proposed != NULL
                                ? g_strdup_printf (_("As the program proposed it: %s"), decision->proposed) : NULL;
  g_autofree char *name = join_told (what, where, when, why, proposed);

  append_label (box, what, decision->undone);
  if (where != NULL)
    append_label (box, where, TRUE);
  if (why != NULL)
    append_label (box, why, decision->undone);
  if (proposed != NULL)
    gtk_box_append (GTK_BOX (box), hs_words_new_caption (proposed));
  gtk_box_append (GTK_BOX (box), hs_words_new_caption (when));
  gtk_widget_add_css_class (box, "hs-decision");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}
