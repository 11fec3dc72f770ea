/* hs-types.h: the words every room shares, as enumerations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HsBlockKind:
 *
 * What a stretch of an article's text is. Blocks are in order, do not
 * overlap, and together cover all text but white space.
 */
typedef enum
{
  HS_BLOCK_HEADLINE,
  HS_BLOCK_DATELINE,
  HS_BLOCK_PARAGRAPH,
  HS_BLOCK_HEADING,
  HS_BLOCK_QUOTE,
  HS_BLOCK_CAPTION,
  HS_BLOCK_LIST_ITEM,
  HS_BLOCK_BOILERPLATE,
  HS_N_BLOCK_KINDS
} HsBlockKind;

/**
 * HsMentionKind:
 *
 * What a mention names. A kind that fits none is left out, never forced.
 */
typedef enum
{
  HS_MENTION_PERSON,
  HS_MENTION_ORGANISATION,
  HS_MENTION_PLACE,
  HS_MENTION_NATIONALITY,
  HS_MENTION_WEAPON,
  HS_MENTION_LAW,
  HS_MENTION_MONEY,
  HS_MENTION_DATE,
  HS_MENTION_QUANTITY,
  HS_MENTION_EVENT,
  HS_N_MENTION_KINDS
} HsMentionKind;

/**
 * HsMentionLevel:
 * @HS_LEVEL_NAME: the words are a name ("Ada Lovelace")
 * @HS_LEVEL_DESCRIPTION: the words describe ("the ambassador")
 */
typedef enum
{
  HS_LEVEL_NAME,
  HS_LEVEL_DESCRIPTION,
  HS_N_LEVELS
} HsMentionLevel;

/* Names that were found with less confidence are proposed: the analyst confirms them, or
 * says what they are. */
#define HS_MENTION_PROPOSED_BELOW 0.6

typedef enum
{
  HS_FORM_QUOTE,
  HS_FORM_PARAPHRASE,
  HS_FORM_MIXED,
  HS_N_FORMS
} HsStatementForm;

/**
 * HsViaManner:
 * @HS_VIA_STATED: words of the text name the outlet for this statement
 * @HS_VIA_CARRIED: stated for a neighbouring statement of the same speaker
 * @HS_VIA_IMPLIED: repost marks, language of disclaimers, shared errors
 */
typedef enum
{
  HS_VIA_STATED,
  HS_VIA_CARRIED,
  HS_VIA_IMPLIED,
  HS_N_VIA_MANNERS
} HsViaManner;

typedef enum
{
  HS_TONE_FOR,
  HS_TONE_AGAINST,
  HS_TONE_NEUTRAL,
  HS_N_TONES
} HsTone;

/* The strings of the JSON contract and of the library ("list-item",
 * "organisation", "stated", …). The _from_ functions return FALSE and leave
 * @out alone when @nick is not one of them. */
const char *hs_block_kind_to_nick      (HsBlockKind     kind);
gboolean    hs_block_kind_from_nick    (const char     *nick,
                                        HsBlockKind    *out);
const char *hs_mention_kind_to_nick    (HsMentionKind   kind);
gboolean    hs_mention_kind_from_nick  (const char     *nick,
                                        HsMentionKind  *out);
const char *hs_mention_level_to_nick   (HsMentionLevel  level);
gboolean    hs_mention_level_from_nick (const char     *nick,
                                        HsMentionLevel *out);
const char *hs_form_to_nick            (HsStatementForm form);
gboolean    hs_form_from_nick          (const char      *nick,
                                        HsStatementForm *out);
const char *hs_via_manner_to_nick      (HsViaManner     manner);
gboolean    hs_via_manner_from_nick    (const char     *nick,
                                        HsViaManner    *out);
const char *hs_tone_to_nick            (HsTone          tone);
gboolean    hs_tone_from_nick          (const char     *nick,
                                        HsTone         *out);

G_END_DECLS
