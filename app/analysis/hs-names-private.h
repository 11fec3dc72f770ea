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

HsNameWords *hs_name_words       (const char  *name);
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

/* What two names of persons are judged by; see hs-names-compare.c. */
#define HS_NAMES_FEATURES 32

/* For the program that learns the weights. @features: (out) (array fixed-size=32).
 * Returns: whether the pair is judged by them at all */
gboolean hs_names_describe_pair (const char *a,
                                 const char *b,
                                 double     *features);

G_END_DECLS
