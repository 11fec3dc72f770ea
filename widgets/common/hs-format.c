/* hs-format.c: times, numbers and words as the user reads them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-format.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "hs-bidi.h"

/* Characters after which a title is cut. */
#define MAX_TITLE 120

/**
 * hs_format_time:
 * @seconds: Unix seconds
 *
 * Returns: (transfer full): day and time of day here, translated; "" where there is none
 */
char *
hs_format_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);

  if (time == NULL || seconds <= 0)
    return g_strdup ("");
  return g_date_time_format (time, _("%-d %B %Y, %H:%M"));
}

/* @published: (nullable): RFC 3339, or YYYY[-MM[-DD]]
 *
 * Returns: (nullable): with no more precision than it came with */
char *
hs_format_published (const char *published)
{
  g_autoptr (GDateTime) time = NULL;
  int year = 0, month = 1, day = 1;
  int n;

  if (published == NULL || *published == '\0')
    return NULL;
  n = sscanf (published, "%4d-%2d-%2d", &year, &month, &day);
  if (n < 1 || year < 1)
    return g_strdup (published);
  time = g_date_time_new_utc (year, n > 1 ? month : 1, n > 2 ? day : 1, 0, 0, 0);
  if (time == NULL)
    return g_strdup (published);
  if (n == 1)
    return g_date_time_format (time, "%Y");
  if (n == 2)
    return g_date_time_format (time, _("%b %Y"));
  return g_date_time_format (time, _("%-d %b %Y"));
}

/**
 * hs_format_people_places:
 * @people: how many are named
 * @places: how many are named
 *
 * Returns: (transfer full): "2 people · 1 place", translated; says so where there are
 *   none
 */
char *
hs_format_people_places (guint people,
                         guint places)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (people > 0)
    first = g_strdup_printf (ngettext ("%u person", "%u people", people), people);
  if (places > 0)
    second = g_strdup_printf (ngettext ("%u place", "%u places", places), places);
  if (first == NULL && second == NULL)
    return g_strdup (_("Nobody named"));
  return hs_format_join (first != NULL ? first : second, first != NULL ? second : NULL, NULL);
}

/**
 * hs_format_articles:
 * @n: how many
 *
 * Returns: (transfer full): "3 articles", translated
 */
char *
hs_format_articles (guint n)
{
  return g_strdup_printf (ngettext ("%u article", "%u articles", n), n);
}

/**
 * hs_format_mentions:
 * @n: how many
 *
 * Returns: (transfer full): "3 mentions", translated
 */
char *
hs_format_mentions (guint n)
{
  return g_strdup_printf (ngettext ("%u mention", "%u mentions", n), n);
}

/* Joins the arguments up to the first %NULL by middle dots, leaving out what
 * is empty. */
char *
hs_format_join (const char *first,
                ...)
{
  GString *joined = g_string_new (NULL);
  const char *part = first;
  va_list args;

  va_start (args, first);
  while (part != NULL)
    {
      if (*part != '\0')
        {
          if (joined->len > 0)
            g_string_append (joined, " · ");
          g_string_append (joined, part);
        }
      part = va_arg (args, const char *);
    }
  va_end (args);
  return g_string_free (joined, FALSE);
}

/* @text with its white space squashed, cut after a word when it is longer
 * than @max_chars (0: never). */
char *
hs_format_squash (const char *text,
                  guint       max_chars)
{
  GString *out = g_string_new (NULL);
  guint n_chars = 0;
  gsize last_space = 0;
  gboolean space = FALSE;

  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (hs_bidi_is_control (c))
        continue;
      if (g_unichar_isspace (c))
        {
          space = out->len > 0;
          continue;
        }
      if (space)
        {
          last_space = out->len;
          g_string_append_c (out, ' ');
          n_chars++;
        }
      space = FALSE;
      if (max_chars > 0 && n_chars >= max_chars)
        {
          if (last_space > out->len / 2)
            g_string_truncate (out, last_space);
          g_string_append (out, "…");
          break;
        }
      g_string_append_unichar (out, c);
      n_chars++;
    }
  return g_string_free (out, FALSE);
}

/* What turns the direction of the text after it: marks, embeddings, overrides, isolates. */
static gboolean
turns_direction (gunichar c)
{
  return c == 0x061C || c == 0x200E || c == 0x200F || hs_bidi_is_control (c);
}

/**
 * hs_format_title:
 * @text: what something is called, by whoever wrote it
 *
 * For where others show it beside words of their own: a task switcher, a screen reader.
 *
 * Returns: (transfer full): the same on one line, cut after 120 characters, without what
 *   controls devices or turns the direction of the text after it
 */
char *
hs_format_title (const char *text)
{
  GString *plain = g_string_new (NULL);
  char *line;

  g_return_val_if_fail (text != NULL, NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!turns_direction (c) && (!g_unichar_iscntrl (c) || g_unichar_isspace (c)))
        g_string_append_unichar (plain, c);
    }
  line = hs_format_squash (plain->str, MAX_TITLE);
  g_string_free (plain, TRUE);
  return line;
}

/**
 * hs_format_snippet:
 * @text: a text
 * @span: words of it, in bytes, or HS_SPAN_NONE
 * @max_chars: no longer than so many characters
 *
 * Returns: (transfer full): the words on one line; "" where there are none
 */
char *
hs_format_snippet (const char *text,
                   HsSpan      span,
                   guint       max_chars)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (hs_span_is_none (span))
    return g_strdup ("");
  words = g_strndup (text + span.start, span.end - span.start);
  return hs_format_squash (words, max_chars);
}

/* Whether @text is YYYY[-MM[-DD]] or RFC 3339. */
gboolean
hs_format_is_date (const char *text)
{
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *full = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  if (strlen (text) == 4)
    full = g_strconcat (text, "-01-01T00:00:00Z", NULL);
  else if (strlen (text) == 7)
    full = g_strconcat (text, "-01T00:00:00Z", NULL);
  else if (strlen (text) == 10)
    full = g_strconcat (text, "T00:00:00Z", NULL);
  else
    full = g_strdup (text);
  if (strlen (full) < 19 || full[4] != '-' || full[7] != '-')
    return FALSE;
  time = g_date_time_new_from_iso8601 (full, utc);
  return time != NULL;
}
