/* hs-names.h: one name under many spellings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  HS_NAMES_DIFFERENT,
  HS_NAMES_LIKELY,     /* may be one; something else must say so */
  HS_NAMES_CLOSE,      /* the same consonants, other vowels: one, if nothing speaks against it */
  HS_NAMES_SAME
} HsNamesMatch;

/* Names of which hs_names_agree() says this much, or more, are one person's unless
 * something else speaks against it. */
#define HS_NAMES_AGREEING (-1.2)

/* The same for bodies; and what is needed where bodies share no more than words that
 * are spelled alike, and nothing else is known of them. */
#define HS_NAMES_BODIES_AGREEING (-2.5)
#define HS_NAMES_BODIES_LIKELY 0.0

char        *hs_names_fold           (const char *name);
char        *hs_names_skeleton       (const char *word);
GStrv        hs_names_person_tokens  (const char *name);
HsNamesMatch hs_names_compare_persons (const char *a,
                                       const char *b);
double       hs_names_weigh_persons  (const char *a,
                                      const char *b);
gboolean     hs_names_disagree       (const char         *a,
                                      const char         *b);
double       hs_names_agree          (const char * const *a,
                                      const char * const *b);
gboolean     hs_names_words_alike    (const char *a,
                                      const char *b);
double       hs_names_similarity     (const char *a,
                                      const char *b);
GStrv        hs_names_person_keys    (const char *name);
char        *hs_names_body_key       (const char *name);
GStrv        hs_names_body_keys      (const char *name);
double       hs_names_weigh_bodies   (const char *a,
                                      const char *b);
double       hs_names_bodies_agree   (const char * const *a,
                                      const char * const *b);

G_END_DECLS
