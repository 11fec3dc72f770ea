/* hs-names-private.h: words of names, as they are compared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HS_NAME_COUNTED 10874
#define HS_NAME_LONGEST_CODE 48
#define HS_NAME_LONGEST_WORD 64
#define HS_NAME_MOST_TOKENS 8

/**
 * HsNameSound:
 * @code: see hs_name_code()
 * @n: its length
 * @n_stem: how much of it stands before an ending that many names have, or @n
 */
typedef struct
{
  char code[HS_NAME_LONGEST_CODE];
  guint8 n;
  guint8 n_stem;
} HsNameSound;

/**
 * HsNameWord:
 * @text: folded; "abd-" and "abu-" before what they belong to
 * @core: without them, and a given name of many spellings in one
 * @sound: of the core
 * @bound: begins with "abd-" or "abu-"
 * @patronymic: "Ivanovich", "Ivanovna"
 * @weight: what it tells about who is meant, 0.15 to 1
 */
typedef struct
{
  char text[HS_NAME_LONGEST_WORD];
  char core[HS_NAME_LONGEST_WORD];
  HsNameSound sound;
  gboolean bound;
  gboolean patronymic;
  double weight;
} HsNameWord;

typedef struct
{
  guint n;
  HsNameWord words[HS_NAME_MOST_TOKENS];
} HsNameWords;

/* Words that weigh so much, of so many consonants, are few people's. */
#define HS_NAME_RARE 0.6
#define HS_NAME_RARE_CONSONANTS 3

/* Of a person. Returns: (transfer full): remembered in this thread */
HsNameWords *hs_name_words       (const char  *name);
/* The same for a body: what it is set up as is left out. */
HsNameWords *hs_name_body_words  (const char  *name);
void         hs_name_words_unref (HsNameWords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsNameWords, hs_name_words_unref)

/* One letter for each letter, or letters, that stand for one sound; letters that
 * are doubled once. @out: at least %HS_NAME_LONGEST_CODE bytes. Returns: length */
gsize  hs_name_code       (const char *word,
                           char       *out);
void   hs_name_sound_init (HsNameSound *self,
                           const char  *word);
/* How alike two sounds are, 0 to 1; 0.98 where only the spelling differs. */
double hs_name_sounds_similarity (const HsNameSound *a,
                                  const HsNameSound *b);
/* How alike two folded words sound, 0 to 1; 1 where they are the same. */
double hs_name_similarity (const char *a,
                           const char *b);
/* Whether they begin with consonants that are never written for one another. */
gboolean hs_name_begin_apart (const HsNameSound *a,
                              const HsNameSound *b);
guint  hs_name_count      (const char *code);
guint  hs_name_body_count (const char *code);

GStrv  hs_names_body_split (const char *name);

/* Consonants, those that languages hear differently made one. */
char  *hs_name_make_key      (const char *word);
char  *hs_name_make_pair_key (char        kind,
                              const char *x,
                              const char *y);

/* What is told of two names, the shorter's words each given a partner in the longer. */
enum
{
  HS_NAMES_BIAS,
  HS_NAMES_ALIKE,             /* the partners, by weight */
  HS_NAMES_WORST,             /* what the least alike lack of 0.75 */
  HS_NAMES_VERY_WORST,        /* of 0.4 */
  HS_NAMES_OTHER,             /* they are other words */
  HS_NAMES_SQUARES,           /* the squares of what they lack, on average */
  HS_NAMES_WORST_RARE,        /* what rare words lack */
  HS_NAMES_FIRST_UNLIKE,
  HS_NAMES_LAST_UNLIKE,
  HS_NAMES_BEGIN_APART,       /* partners that begin with other sounds */
  HS_NAMES_FIRST_BEGIN_APART,
  HS_NAMES_SHORT_APART,       /* "Chol" and "Chon" */
  HS_NAMES_ONE_OTHER,         /* of three or more one is another word: a brother? */
  HS_NAMES_LITTLE,            /* how much evidence rare words lack */
  HS_NAMES_MUCH,              /* how much more they give */
  HS_NAMES_RARE,              /* the rarest that is known again */
  HS_NAMES_ALONE,             /* the weight of the longer name's words without a partner */
  HS_NAMES_FIRST_ALONE,       /* its first: often a child's */
  HS_NAMES_CHILD,
  HS_NAMES_LAST_ALONE,
  HS_NAMES_BETWEEN_ALONE,
  HS_NAMES_FATHER_ALONE,      /* a patronymic */
  HS_NAMES_OTHER_FATHER,      /* two that differ */
  HS_NAMES_FATHER_AS_OTHER,   /* "Petrov" and "Petrovich" */
  HS_NAMES_TWO_WORDS,
  HS_NAMES_TWO_OF_MORE,
  HS_NAMES_SWAPPED,           /* the words stand in another order */
  HS_NAMES_TURNED,            /* and every word is known again: the family's name first */
  HS_NAMES_SWAPPED_LITTLE,
  HS_NAMES_JOINED,            /* "Jae-il" and "Jaeil" */
  HS_NAMES_INITIAL,
  HS_NAMES_UNBOUND,           /* "Karim" and "Abdul Karim" */
  HS_NAMES_FEATURES
};

/* @f: (out) (array fixed-size=HS_NAMES_FEATURES): each about 0 to 1 */
void     hs_names_find_features (const HsNameWords *few,
                                 const HsNameWords *many,
                                 double            *f);
/* How alike two words are, 0 to 1. */
double   hs_name_words_compare  (const HsNameWord  *a,
                                 const HsNameWord  *b);
gboolean hs_name_words_same     (const HsNameWords *x,
                                 const HsNameWords *y);
/* Joins what the one writes as two words and the other as one. */
void     hs_name_words_even_out (HsNameWords       *x,
                                 HsNameWords       *y);

/* For the program that learns the weights. @features: (out) (array fixed-size=HS_NAMES_FEATURES).
 * Returns: whether the pair is judged by them at all */
gboolean hs_names_describe_pair   (const char *a,
                                   const char *b,
                                   double     *features);
gboolean hs_names_describe_bodies (const char *a,
                                   const char *b,
                                   double     *features);

G_END_DECLS
