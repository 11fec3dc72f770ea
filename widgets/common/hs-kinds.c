/* hs-kinds.c: kinds, grades and layers in words for the user
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-kinds.h"

#include <glib/gi18n.h>

static const char * const kind_titles[HS_N_MENTION_KINDS] = {
  N_("Person"), N_("Organisation"), N_("Place"), N_("Nationality"), N_("Weapon"),
  N_("Law"), N_("Money"), N_("Date"), N_("Quantity"), N_("Event")
};
static const char * const kind_plurals[HS_N_MENTION_KINDS] = {
  N_("People"), N_("Organisations"), N_("Places"), N_("Nationalities"), N_("Weapons"),
  N_("Laws"), N_("Money"), N_("Dates"), N_("Quantities"), N_("Events")
};
static const char * const other_layers[HS_N_LAYERS - HS_N_MENTION_KINDS] = {
  N_("Statements"), N_("Signals"), N_("Notes")
};
static const char * const other_nicks[HS_N_LAYERS - HS_N_MENTION_KINDS] = {
  "statements", "signals", "notes"
};
/* The words of the Admiralty code */
static const char * const letters[] = {
  N_("Completely reliable"), N_("Usually reliable"), N_("Fairly reliable"),
  N_("Not usually reliable"), N_("Unreliable"), N_("Reliability cannot be judged")
};
static const char * const digits[] = {
  N_("Confirmed by other independent sources"), N_("Probably true"), N_("Possibly true"),
  N_("Doubtful"), N_("Improbable"), N_("Truth cannot be judged")
};

/**
 * hs_kind_get_title:
 * @kind: what a mention names
 *
 * Returns: (transfer none): "Person", translated
 */
const char *
hs_kind_get_title (HsMentionKind kind)
{
  g_return_val_if_fail ((guint) kind < HS_N_MENTION_KINDS, NULL);

  return _(kind_titles[kind]);
}

/**
 * hs_kind_get_plural:
 * @kind: what a mention names
 *
 * Returns: (transfer none): "People", translated
 */
const char *
hs_kind_get_plural (HsMentionKind kind)
{
  g_return_val_if_fail ((guint) kind < HS_N_MENTION_KINDS, NULL);

  return _(kind_plurals[kind]);
}

/* A stable name of @layer, for styles and actions. */
const char *
hs_layer_get_nick (guint layer)
{
  g_return_val_if_fail (layer < HS_N_LAYERS, NULL);

  if (layer < HS_N_MENTION_KINDS)
    return hs_mention_kind_to_nick (layer);
  return other_nicks[layer - HS_N_MENTION_KINDS];
}

/**
 * hs_layer_get_title:
 * @layer: a kind of mention, or one of the other layers of marks
 *
 * Returns: (transfer none): what the layer shows, translated
 */
const char *
hs_layer_get_title (guint layer)
{
  g_return_val_if_fail (layer < HS_N_LAYERS, NULL);

  if (layer < HS_N_MENTION_KINDS)
    return hs_kind_get_plural (layer);
  return _(other_layers[layer - HS_N_MENTION_KINDS]);
}

/**
 * hs_letter_get_words:
 * @letter: 'A' to 'F'
 *
 * Returns: (transfer none) (nullable): what the grade of a source means, translated;
 *   %NULL where there is no such grade
 */
const char *
hs_letter_get_words (char letter)
{
  if (letter < 'A' || letter > 'F')
    return NULL;
  return _(letters[letter - 'A']);
}

/**
 * hs_digit_get_words:
 * @digit: '1' to '6'
 *
 * Returns: (transfer none) (nullable): what the grade of an information means,
 *   translated; %NULL where there is no such grade
 */
const char *
hs_digit_get_words (char digit)
{
  if (digit < '1' || digit > '6')
    return NULL;
  return _(digits[digit - '1']);
}

/**
 * hs_form_get_title:
 * @form: of a statement
 *
 * Returns: (transfer none): "Quote", translated
 */
const char *
hs_form_get_title (HsStatementForm form)
{
  switch (form)
    {
    case HS_FORM_QUOTE:
      return _("Quote");
    case HS_FORM_PARAPHRASE:
      return _("Paraphrase");
    case HS_FORM_MIXED:
      return _("Quote and paraphrase");
    case HS_N_FORMS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * hs_manner_get_title:
 * @manner: how an outlet is named as the one it was taken from
 *
 * Returns: (transfer none): "stated", translated
 */
const char *
hs_manner_get_title (HsViaManner manner)
{
  switch (manner)
    {
    case HS_VIA_STATED:
      return _("stated");
    case HS_VIA_CARRIED:
      return _("carried over from a neighbouring statement");
    case HS_VIA_IMPLIED:
      return _("implied");
    case HS_N_VIA_MANNERS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * hs_tone_get_symbol:
 * @tone: of a signal
 *
 * Returns: (transfer none): a sign that tells it without colour
 */
const char *
hs_tone_get_symbol (HsTone tone)
{
  static const char * const symbols[HS_N_TONES] = { "▲", "▼", "•" };

  g_return_val_if_fail ((guint) tone < HS_N_TONES, NULL);

  return symbols[tone];
}

/**
 * hs_tone_get_title:
 * @tone: of a signal
 *
 * Returns: (transfer none): for what it speaks, translated
 */
const char *
hs_tone_get_title (HsTone tone)
{
  static const char * const titles[HS_N_TONES] = {
    N_("speaks for relying on it"), N_("speaks against relying on it"), N_("neutral")
  };

  g_return_val_if_fail ((guint) tone < HS_N_TONES, NULL);

  return _(titles[tone]);
}
