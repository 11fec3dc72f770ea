/* hs-lexicons-private.h: how the rest of the room looks words up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-lexicons.h"

G_BEGIN_DECLS

typedef enum
{
  HS_LIST_ABBREVIATIONS,
  HS_LIST_BODIES,
  HS_LIST_CALENDAR,
  HS_LIST_COMMON,
  HS_LIST_COMMON_SURNAMES,
  HS_LIST_COUNTRIES,
  HS_LIST_CUE_NOUNS,
  HS_LIST_CUES,
  HS_LIST_DEMONYMS,
  HS_LIST_EVENT_HEADS,
  HS_LIST_GIVEN_NAMES,
  HS_LIST_LAW_HEADS,
  HS_LIST_MODALITY,
  HS_LIST_NUMERALS,
  HS_LIST_ORG_FIELDS,
  HS_LIST_ORG_HEADS,
  HS_LIST_ORG_WORDS,
  HS_LIST_OUTLET_HEADS,
  HS_LIST_OUTLETS,
  HS_LIST_PARTICLES,
  HS_LIST_PLACE_HEADS,
  HS_LIST_PLACES,
  HS_LIST_PRONOUNS,
  HS_LIST_ROLES,
  HS_LIST_SIGNALS,
  HS_LIST_STOP_WORDS,
  HS_LIST_TITLES,
  HS_LIST_UNITS,
  HS_LIST_WEAPONS,
  HS_N_BIT_LISTS,
  /* what the trained tagger never saw: kept out of HsLexEntry.lists */
  HS_LIST_CUE_KINDS = HS_N_BIT_LISTS,
  HS_LIST_DESCRIPTIONS,
  HS_LIST_NO_NAMES,
  HS_LIST_STANCES,
  HS_LIST_TELLERS,
  HS_LIST_TOPONYMS,
  HS_N_LISTS
} HsList;

#define HS_IN(list) (1u << (list))

/* One line's fields, seen from one of its forms. */
typedef struct _HsLexFields HsLexFields;
struct _HsLexFields
{
  HsList list;
  char **columns;      /* (unowned): column 0 is the form as the list writes it first */
  guint n_columns;
  const char *form;    /* (unowned): this form, as written */
  HsLexFields *next;
};

/* A phrase: its folded tokens joined by one space. */
typedef struct
{
  char *fold;
  guint lists;         /* HS_IN () of every list before HS_N_BIT_LISTS it stands in */
  gboolean is_stance;  /* stands in HS_LIST_STANCES */
  guint n_words;
  guint longest;       /* words of the longest phrase that begins with this word */
  HsLexFields *fields;
} HsLexEntry;

const HsLexEntry *hs_lexicons_find    (HsLexicons       *self,
                                       const char       *fold);
const char       *hs_lex_entry_column (const HsLexEntry *entry,
                                       HsList            list,
                                       guint             column);
const char       *hs_lex_entry_form   (const HsLexEntry *entry,
                                       HsList            list);

/* "before" or "after": on which side of a place's name its word stands; %NULL: it says nothing of places. */
const char       *hs_lex_entry_place_side (const HsLexEntry *entry);

/* (transfer none) (nullable): the trained tagger, where there is one */
const struct _HsTagger *hs_lexicons_get_tagger (HsLexicons *self);

static inline gboolean
hs_lex_entry_is (const HsLexEntry *entry,
                 guint             lists)
{
  return entry != NULL && (entry->lists & lists) != 0;
}

G_END_DECLS
