/* story-maker.h: stories with known beginnings, made from a seed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How an article came by what it tells. */
typedef enum
{
  MADE_ORIGINAL,      /* the outlet that was told it itself */
  MADE_RETOLD,        /* in other words and another order, the outlet named */
  MADE_REPOSTED,      /* copied, with a word or sentence changed */
  MADE_EXCERPTED,     /* a sentence or two, the outlet named */
  MADE_UNNAMED,       /* the same words, the outlet not named */
  MADE_CONTRADICTED,  /* somebody else denies it, to another outlet */
  MADE_FIRSTHAND,     /* seen and asked by the outlet itself */
  MADE_N_KINDS
} MadeKind;

typedef struct
{
  char *title;        /* (owned) */
  char *text;         /* (owned): the title, a blank line, paragraphs */
  char *outlet;       /* (owned) (nullable): who publishes it */
  MadeKind kind;
  guint origin;       /* from 0: which beginning it rests on */
  gboolean misspelled;
} MadeArticle;

typedef struct
{
  GPtrArray *articles; /* (owned) (element-type MadeArticle) */
  guint n_origins;
} MadeStory;

MadeStory  *made_story_new     (guint32    seed);
void        made_story_free    (MadeStory *self);
const char *made_kind_get_name (MadeKind   kind);

/* One article of a stream without end: its story is @number / 8 or so. */
MadeArticle *made_article_new  (guint32    number);
void         made_article_free (MadeArticle *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadeStory, made_story_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadeArticle, made_article_free)

G_END_DECLS
