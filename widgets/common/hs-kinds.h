/* hs-kinds.h: kinds, grades and layers in words for the user
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-types.h"

G_BEGIN_DECLS

/* Layers of the reader that can be shown or not: one for each kind of mention,
 * then these. */
enum
{
  HS_LAYER_STATEMENTS = HS_N_MENTION_KINDS,
  HS_LAYER_SIGNALS,
  HS_LAYER_NOTES,
  HS_N_LAYERS
};

const char *hs_kind_get_title    (HsMentionKind kind);
const char *hs_kind_get_plural   (HsMentionKind kind);
const char *hs_layer_get_nick    (guint         layer);
const char *hs_layer_get_title   (guint         layer);
const char *hs_letter_get_words  (char          letter);
const char *hs_digit_get_words   (char          digit);
const char *hs_form_get_title    (HsStatementForm form);
const char *hs_manner_get_title  (HsViaManner   manner);
const char *hs_tone_get_symbol   (HsTone        tone);
const char *hs_tone_get_title    (HsTone        tone);

G_END_DECLS
