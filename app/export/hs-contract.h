/* hs-contract.h: records as the JSON of the contract
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "hs-analysis.h"
#include "hs-document.h"
#include "hs-story.h"

G_BEGIN_DECLS

#define HS_CONTRACT_VERSION 1

/**
 * HsContractArticle:
 * @file: (nullable): as it was given
 * @entities: (nullable): the id of each of analysis->entities; %NULL numbers
 *   them as they stand, from 1
 * @utterances: (nullable): for each statement its utterance, 0 none
 * @first_statement: the number of its first statement in this output
 *
 * One article of an output, not owning anything.
 */
typedef struct
{
  const char *file;
  HsDocument *document;
  HsAnalysis *analysis;
  const gint64 *entities;
  const gint64 *utterances;
  gint64 first_statement;
} HsContractArticle;

/* An entity of an output; ids as in the articles. */
typedef struct
{
  gint64 id;
  HsMentionKind kind;
  const char *name;
  const char * const *names;
  guint mentions;
  GArray *proposed;     /* (nullable) (element-type HsContractProposal) */
} HsContractEntity;

typedef struct
{
  gint64 entity;
  const char *why;
} HsContractProposal;

JsonObject *hs_contract_document (const char              *file,
                                  HsDocument              *document);
JsonObject *hs_contract_article  (const HsContractArticle *article);
JsonObject *hs_contract_entity   (const HsContractEntity  *entity);
JsonArray  *hs_contract_own_entities (const HsContractArticle *article);
JsonObject *hs_contract_story    (gint64                   id,
                                  HsStory                 *story,
                                  const guint             *numbers,
                                  const HsContractArticle *articles);
char       *hs_contract_print    (JsonObject              *object,
                                  gboolean                 pretty);

G_END_DECLS
