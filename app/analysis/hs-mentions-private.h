/* hs-mentions-private.h: between the files that find mentions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-article-reading.h"

G_BEGIN_DECLS

/* Not yet known what it is: decided once the whole article is read. */
#define HS_MENTION_UNSURE HS_N_MENTION_KINDS

/* Lists that name something outright. */
#define HS_LISTS_GAZETTEER (HS_IN (HS_LIST_BODIES) | HS_IN (HS_LIST_OUTLETS) | HS_IN (HS_LIST_COUNTRIES) | \
                            HS_IN (HS_LIST_PLACES) | HS_IN (HS_LIST_DEMONYMS))

HsFound *hs_mentions_add        (HsReading     *self,
                                 guint          first,
                                 guint          end,
                                 HsMentionKind  kind,
                                 double         confidence);
gboolean hs_mentions_taken      (HsReading     *self,
                                 guint          first,
                                 guint          end);
guint    hs_mentions_add_known  (HsReading        *self,
                                 guint             first,
                                 guint             n_tokens,
                                 const HsLexEntry *entry);

/* Each returns one past the last token it took, or @first: nothing there. */
guint    hs_designators_match   (HsReading     *self,
                                 guint          first,
                                 guint          end);
guint    hs_bodies_match        (HsReading     *self,
                                 guint          first,
                                 guint          end);
guint    hs_runs_match          (HsReading     *self,
                                 guint          first,
                                 guint          end);

/* What the gazetteer has at @first, homographs ("us") left out. */
const HsLexEntry *hs_runs_known (HsReading *self,
                                 guint      first,
                                 guint      end,
                                 guint     *n);

/* "president", "Secretary of State": the title right before @i, or NULL. */
const char *hs_runs_title_before (HsReading *self,
                                  guint      i);

/* Settles what is still unsure; works through headlines in title case. */
void     hs_names_settle        (HsReading     *self);

/* Puts what the tagger finds in the place of what is only guessed. */
void     hs_mentions_merge      (HsReading              *self,
                                 const struct _HsTagger *tagger);

/* Where the name in a find begins: past titles, whose it is, a country, a known name. */
guint    hs_mentions_skip_titles  (const HsReading *self,
                                   guint            first,
                                   guint            end);
guint    hs_mentions_skip_owner   (const HsReading *self,
                                   guint            first,
                                   guint            end);
guint    hs_mentions_skip_country (const HsReading *self,
                                   guint            first,
                                   guint            end);
guint    hs_mentions_skip_known   (const HsReading *self,
                                   guint            first,
                                   guint            end);
/* ... and before it the article that a hyphen ties to it. */
guint    hs_mentions_with_article (const HsReading *self,
                                   guint            first);
gboolean hs_mentions_is_honour    (const HsToken   *token);
guint    hs_mentions_person_end   (const HsReading *self,
                                   guint            first,
                                   guint            end);
gboolean hs_mentions_is_second    (const HsReading *self,
                                   guint            i,
                                   guint            end);
/* Takes the other half of a word with a hyphen. */
void     hs_mentions_widen        (const HsReading *self,
                                   HsFound         *found);

/* What cannot be what it was taken for. */
void     hs_mentions_doubt      (HsReading     *self);

void     hs_mentions_titles     (HsReading     *self);
/* What the nouns beside unsure names say they are. */
void     hs_mentions_told       (HsReading     *self);
void     hs_mentions_beside     (HsReading     *self);
void     hs_mentions_ends       (HsReading     *self);
void     hs_mentions_whole      (HsReading     *self);

/* What the whole article says of names that one place leaves open. */
void     hs_mentions_again      (HsReading     *self);
/* Of the same words the same thing. */
void     hs_mentions_vote       (HsReading     *self);

/* Whether the @i-th token is a word that begins with a capital. */
static inline gboolean
hs_reading_is_capital (const HsReading *self,
                       guint            i)
{
  const HsToken *token = hs_reading_token (self, i);

  return token->kind == HS_TOKEN_WORD && (token->flags & HS_TOKEN_CAPITAL) != 0;
}

G_END_DECLS
