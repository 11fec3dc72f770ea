/* hs-markdown-names.c: who an article names, in which words, and what was decided of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-markdown-private.h"

#include <string.h>

#include "hs-history.h"

/* So many decisions are told, the newest. */
#define MAX_DECISIONS 200

typedef struct
{
  const HsStoredEntity *entity;  /* (unowned) */
  GPtrArray *words;              /* (owned) (element-type utf8): as the article writes it */
  guint n;                       /* in how many places */
  gboolean unsure;               /* in all of them */
} Named;

static void
named_free (gpointer data)
{
  Named *self = data;

  g_ptr_array_unref (self->words);
  g_free (self);
}

static Named *
find_or_add (GPtrArray            *all,
             const HsStoredEntity *entity)
{
  Named *self;

  for (guint i = 0; i < all->len; i++)
    if (((Named *) all->pdata[i])->entity == entity)
      return all->pdata[i];
  self = g_new0 (Named, 1);
  self->entity = entity;
  self->words = g_ptr_array_new_with_free_func (g_free);
  self->unsure = TRUE;
  g_ptr_array_add (all, self);
  return self;
}

static void
add_words (Named      *self,
           const char *text,
           HsSpan      span)
{
  g_autofree char *words = g_strndup (text + span.start, span.end - span.start);

  for (guint i = 0; i < self->words->len; i++)
    if (g_str_equal (self->words->pdata[i], words))
      return;
  g_ptr_array_add (self->words, g_steal_pointer (&words));
}

/* Appends those of @kind to @all, by where they are first named. */
static void
list_named (GPtrArray      *all,
            const HsStored *stored,
            HsMentionKind   kind)
{
  for (guint i = 0; i < stored->analysis->mentions->len; i++)
    {
      const HsMention *mention = &g_array_index (stored->analysis->mentions, HsMention, i);
      const HsStoredEntity *entity = hs_stored_get_entity (stored, mention->entity);
      Named *named;

      if (entity == NULL || entity->kind != kind || mention->level != HS_LEVEL_NAME)
        continue;
      named = find_or_add (all, entity);
      add_words (named, stored->document->text, mention->span);
      named->n++;
      named->unsure = named->unsure && mention->confidence < HS_MENTION_PROPOSED_BELOW;
    }
}

static void
append_quoted (GString     *out,
               char * const *words,
               guint        n)
{
  for (guint i = 0; i < n; i++)
    {
      g_string_append (out, i > 0 ? ", “" : "“");
      hs_markdown_append (out, words[i], -1);
      g_string_append (out, "”");
    }
}

static void
append_named (GString     *out,
              const Named *self)
{
  g_string_append (out, "- **");
  hs_markdown_append (out, self->entity->name, -1);
  g_string_append_printf (out, "** (%s%s, %u %s)", hs_mention_kind_to_nick (self->entity->kind),
                          self->unsure ? ", not sure" : "", self->n, self->n == 1 ? "place" : "places");
  if (self->words->len > 1 || !g_str_equal (self->words->pdata[0], self->entity->name))
    {
      g_string_append (out, ": ");
      append_quoted (out, (char * const *) self->words->pdata, self->words->len);
    }
  g_string_append_c (out, '\n');
}

static void
append_others (GString              *out,
               const HsPastDecision *decision)
{
  guint n = g_strv_length (decision->others);

  append_quoted (out, decision->others, n);
  if (decision->n_others > n)
    g_string_append_printf (out, " and %u more", decision->n_others - n);
}

/* The sentence of a decision is @before, the others, @between, the subject, @after. */
static void
append_sentence (GString              *out,
                 const HsPastDecision *decision)
{
  static const struct
  {
    const char *action;
    const char *before;
    const char *between;   /* NULL: no others are told */
    const char *after;
    gboolean turned;       /* the subject comes first */
  } sentences[] = {
    { "merge", "", " merged into ", "", FALSE },
    { "accept", "", " merged into ", ", as proposed", FALSE },
    { "keep-apart", "", " and ", " are never one", FALSE },
    { "refuse", "", " and ", " are never one, against the proposal", FALSE },
    { "split", "", " split off ", "", FALSE },
    { "not-this-one", "the words ", " do not name ", "", FALSE },
    { "set-mention", "the words ", " name ", "", TRUE },
    { "remove-mention", "the words ", NULL, " name nothing", FALSE },
    { "rename", "renamed to ", NULL, "", FALSE },
  };
  char * const subject[] = { decision->subject != NULL ? decision->subject : (char *) "", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      if (!g_str_equal (sentences[i].action, decision->action))
        continue;
      g_string_append (out, sentences[i].before);
      if (sentences[i].turned)
        append_quoted (out, subject, 1);
      else if (sentences[i].between != NULL)
        append_others (out, decision);
      if (sentences[i].between != NULL)
        g_string_append (out, sentences[i].between);
      if (sentences[i].turned)
        append_others (out, decision);
      else
        append_quoted (out, subject, 1);
      g_string_append (out, sentences[i].after);
      return;
    }
  append_quoted (out, subject, 1);
  g_string_append_printf (out, " is of the kind %s", hs_mention_kind_to_nick (decision->kind));
}

static void
append_decisions (GString         *out,
                  const GPtrArray *decisions)
{
  gboolean begun = FALSE;

  for (guint i = decisions->len; i > 0; i--)
    {
      const HsPastDecision *decision = decisions->pdata[i - 1];
      g_autofree char *time = NULL;

      if (decision->undone)
        continue;
      if (!begun)
        g_string_append (out, "\n### Decided by the analyst\n\n");
      begun = TRUE;
      time = hs_markdown_time (decision->time);
      g_string_append_printf (out, "- %s: ", time);
      append_sentence (out, decision);
      if (decision->reason != NULL && *decision->reason != '\0')
        {
          g_string_append (out, " — ");
          hs_markdown_append (out, decision->reason, -1);
        }
      g_string_append_c (out, '\n');
    }
}

/**
 * hs_markdown_append_names:
 * @out: where to write
 * @library: the library of @stored
 * @stored: an article
 * @error: return location
 *
 * Who and what the article names, each with the words it uses, and what the analyst
 * decided of them that still stands, the oldest first. Any thread but the main one.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_markdown_append_names (GString         *out,
                          HsLibrary       *library,
                          const HsStored  *stored,
                          GError         **error)
{
  static const HsMentionKind kinds[] = { HS_MENTION_PERSON, HS_MENTION_ORGANISATION, HS_MENTION_PLACE,
                                         HS_MENTION_WEAPON };
  g_autoptr (GPtrArray) named = g_ptr_array_new_with_free_func (named_free);
  g_autoptr (GPtrArray) decisions = hs_library_load_article_decisions (library, stored->id, MAX_DECISIONS, error);

  if (decisions == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    list_named (named, stored, kinds[i]);
  if (named->len > 0)
    g_string_append (out, "\n## Names\n\n");
  for (guint i = 0; i < named->len; i++)
    append_named (out, named->pdata[i]);
  append_decisions (out, decisions);
  return TRUE;
}
