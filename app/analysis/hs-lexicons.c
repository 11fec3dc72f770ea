/* hs-lexicons.c: word lists, parsed once and shared by all threads
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-lexicons-private.h"

#include <string.h>

#include "hs-error.h"
#include "hs-tagger.h"
#include "hs-tokens.h"

/* Which column after the first holds further forms, or 0: none does. */
static const struct
{
  const char *name;
  guint forms_column;
} lists[HS_N_LISTS] = {
  [HS_LIST_ABBREVIATIONS] = { "abbreviations", 0 },
  [HS_LIST_BODIES] = { "bodies", 1 },
  [HS_LIST_CALENDAR] = { "calendar", 0 },
  [HS_LIST_COMMON] = { "common", 0 },
  [HS_LIST_COMMON_SURNAMES] = { "common-surnames", 0 },
  [HS_LIST_COUNTRIES] = { "countries", 1 },
  [HS_LIST_CUE_NOUNS] = { "cue-nouns", 1 },
  [HS_LIST_CUES] = { "cues", 0 },
  [HS_LIST_DEMONYMS] = { "demonyms", 0 },
  [HS_LIST_EVENT_HEADS] = { "event-heads", 0 },
  [HS_LIST_GIVEN_NAMES] = { "given-names", 0 },
  [HS_LIST_LAW_HEADS] = { "law-heads", 0 },
  [HS_LIST_MODALITY] = { "modality", 0 },
  [HS_LIST_NUMERALS] = { "numerals", 0 },
  [HS_LIST_ORG_FIELDS] = { "org-fields", 0 },
  [HS_LIST_ORG_HEADS] = { "org-heads", 0 },
  [HS_LIST_ORG_WORDS] = { "org-words", 0 },
  [HS_LIST_OUTLET_HEADS] = { "outlet-heads", 0 },
  [HS_LIST_OUTLETS] = { "outlets", 1 },
  [HS_LIST_PARTICLES] = { "particles", 0 },
  [HS_LIST_PLACE_HEADS] = { "place-heads", 0 },
  [HS_LIST_PLACES] = { "places", 0 },
  [HS_LIST_PRONOUNS] = { "pronouns", 0 },
  [HS_LIST_ROLES] = { "roles", 0 },
  [HS_LIST_SIGNALS] = { "signals", 0 },
  [HS_LIST_STOP_WORDS] = { "stop-words", 0 },
  [HS_LIST_TITLES] = { "titles", 0 },
  [HS_LIST_UNITS] = { "units", 0 },
  [HS_LIST_WEAPONS] = { "weapons", 0 },
  [HS_LIST_CUE_KINDS] = { "cue-kinds", 0 },
  [HS_LIST_DESCRIPTIONS] = { "descriptions", 0 },
  [HS_LIST_NO_NAMES] = { "no-names", 0 },
  [HS_LIST_STANCES] = { "stances", 0 },
  [HS_LIST_TELLERS] = { "tellers", 0 },
  [HS_LIST_TOPONYMS] = { "toponyms", 0 },
};

struct _HsLexicons
{
  GObject parent_instance;

  GHashTable *entries;    /* (owned) (element-type utf8 HsLexEntry) */
  GPtrArray *lines;       /* (owned) (element-type GStrv): columns that fields point to */
  GPtrArray *fields;      /* (owned) (element-type HsLexFields) */
  GStringChunk *strings;  /* (owned) */
  HsTagger *tagger;       /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (HsLexicons, hs_lexicons, G_TYPE_OBJECT)

static void
hs_lex_entry_free (gpointer data)
{
  HsLexEntry *entry = data;

  g_free (entry->fold);
  g_free (entry);
}

static void
hs_lexicons_finalize (GObject *object)
{
  HsLexicons *self = HS_LEXICONS (object);

  g_hash_table_unref (self->entries);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->fields);
  g_string_chunk_free (self->strings);
  g_clear_pointer (&self->tagger, hs_tagger_free);

  G_OBJECT_CLASS (hs_lexicons_parent_class)->finalize (object);
}

static void
hs_lexicons_class_init (HsLexiconsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hs_lexicons_finalize;
}

static void
hs_lexicons_init (HsLexicons *self)
{
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, hs_lex_entry_free);
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->fields = g_ptr_array_new_with_free_func (g_free);
  self->strings = g_string_chunk_new (4096);
}

/**
 * hs_lexicons_new:
 *
 * Returns: (transfer full): lexicons without any list yet
 */
HsLexicons *
hs_lexicons_new (void)
{
  return g_object_new (HS_TYPE_LEXICONS, NULL);
}

/**
 * hs_lexicons_get_wanted:
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of the lists
 *   that an analyser needs
 */
const char * const *
hs_lexicons_get_wanted (void)
{
  static gsize once = 0;
  static const char *names[HS_N_LISTS + 1];

  if (g_once_init_enter (&once))
    {
      for (guint i = 0; i < HS_N_LISTS; i++)
        names[i] = lists[i].name;
      g_once_init_leave (&once, 1);
    }
  return names;
}

static HsLexEntry *
ensure_entry (HsLexicons *self,
              const char *fold,
              guint       n_words)
{
  HsLexEntry *entry = g_hash_table_lookup (self->entries, fold);

  if (entry != NULL)
    return entry;
  entry = g_new0 (HsLexEntry, 1);
  entry->fold = g_strdup (fold);
  entry->n_words = n_words;
  entry->longest = 1;
  g_hash_table_insert (self->entries, entry->fold, entry);
  return entry;
}

static void
add_form (HsLexicons *self,
          HsList      list,
          const char *form,
          char      **columns,
          GArray     *tokens)
{
  g_autoptr (GString) key = g_string_new (NULL);
  HsLexEntry *entry, *first;
  HsLexFields *fields;

  g_array_set_size (tokens, 0);
  hs_tokens_cut (form, HS_SPAN_INIT (0, strlen (form)), NULL, self->strings, TRUE, tokens);
  if (tokens->len == 0)
    return;
  for (guint i = 0; i < tokens->len; i++)
    {
      if (i > 0)
        g_string_append_c (key, ' ');
      g_string_append (key, hs_token_at (tokens, i)->fold);
    }
  entry = ensure_entry (self, key->str, tokens->len);
  first = ensure_entry (self, hs_token_at (tokens, 0)->fold, 1);
  first->longest = MAX (first->longest, tokens->len);

  fields = g_new0 (HsLexFields, 1);
  fields->list = list;
  fields->columns = columns;
  fields->n_columns = g_strv_length (columns);
  fields->form = g_string_chunk_insert_const (self->strings, form);
  fields->next = entry->fields;
  entry->fields = fields;
  if (list < HS_N_BIT_LISTS)
    entry->lists |= HS_IN (list);
  entry->is_stance |= list == HS_LIST_STANCES;
  g_ptr_array_add (self->fields, fields);
}

static void
add_forms (HsLexicons *self,
           HsList      list,
           const char *forms,
           char      **columns,
           GArray     *tokens)
{
  g_auto (GStrv) each = g_strsplit (forms, "|", -1);

  for (guint i = 0; each[i] != NULL; i++)
    if (each[i][0] != '\0')
      add_form (self, list, each[i], columns, tokens);
}

/**
 * hs_lexicons_add:
 * @self: lexicons that no analyser uses yet
 * @name: the list's name, its file name without the ending
 * @bytes: its lines
 * @error: return location for an error
 *
 * A list of a name that nobody asks for is passed over.
 *
 * Returns: whether the list could be read
 */
gboolean
hs_lexicons_add (HsLexicons *self,
                 const char *name,
                 GBytes     *bytes,
                 GError    **error)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (HsToken));
  g_auto (GStrv) rows = NULL;
  g_autofree char *text = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  guint list;

  g_return_val_if_fail (HS_IS_LEXICONS (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  for (list = 0; list < HS_N_LISTS; list++)
    if (strcmp (lists[list].name, name) == 0)
      break;
  if (list == HS_N_LISTS)
    return TRUE;
  if (!g_utf8_validate (data, size, NULL))
    {
      g_set_error (error, HS_ERROR, HS_ERROR_NOT_TEXT, "The word list “%s” is not UTF-8 text.", name);
      return FALSE;
    }
  text = g_strndup (data, size);
  rows = g_strsplit (text, "\n", -1);
  for (guint i = 0; rows[i] != NULL; i++)
    {
      char **columns;
      guint extra = lists[list].forms_column;

      g_strchomp (rows[i]);
      if (rows[i][0] == '\0' || rows[i][0] == '#')
        continue;
      columns = g_strsplit (rows[i], "\t", -1);
      g_ptr_array_add (self->lines, columns);
      add_forms (self, list, columns[0], columns, tokens);
      if (extra > 0 && extra < g_strv_length (columns))
        add_forms (self, list, columns[extra], columns, tokens);
    }
  return TRUE;
}

/**
 * hs_lexicons_add_tagger:
 * @self: lexicons that no analyser uses yet
 * @bytes: a trained model, as it stands under resources/models
 * @error: return location for an error
 *
 * Without a model, names are found by word lists and rules alone.
 *
 * Returns: whether the model is one of this version
 */
gboolean
hs_lexicons_add_tagger (HsLexicons *self,
                        GBytes     *bytes,
                        GError    **error)
{
  HsTagger *tagger;

  g_return_val_if_fail (HS_IS_LEXICONS (self), FALSE);

  tagger = hs_tagger_new (bytes, error);
  if (tagger == NULL)
    return FALSE;
  g_clear_pointer (&self->tagger, hs_tagger_free);
  self->tagger = tagger;
  return TRUE;
}

/**
 * hs_lexicons_get_tagger:
 * @self: the lexicons
 *
 * Returns: (transfer none) (nullable): the trained tagger, where there is one
 */
const HsTagger *
hs_lexicons_get_tagger (HsLexicons *self)
{
  return self->tagger;
}

/**
 * hs_lexicons_find:
 * @self: the lexicons
 * @fold: a word or phrase, folded
 *
 * Returns: (transfer none) (nullable): what is known of it
 */
const HsLexEntry *
hs_lexicons_find (HsLexicons *self,
                  const char *fold)
{
  return g_hash_table_lookup (self->entries, fold);
}

static const HsLexFields *
find_fields (const HsLexEntry *entry,
             HsList            list)
{
  for (const HsLexFields *f = entry != NULL ? entry->fields : NULL; f != NULL; f = f->next)
    if (f->list == list)
      return f;
  return NULL;
}

/* Column @column of the line that puts @entry into @list, or NULL. */
const char *
hs_lex_entry_column (const HsLexEntry *entry,
                     HsList            list,
                     guint             column)
{
  const HsLexFields *fields = find_fields (entry, list);

  if (fields == NULL || column >= fields->n_columns || fields->columns[column][0] == '\0')
    return NULL;
  return fields->columns[column];
}

/**
 * hs_lex_entry_place_side:
 * @entry: an entry
 *
 * Returns: (transfer none) (nullable): "before" or "after": on which side of a place's name
 *   its word stands; %NULL when it says nothing of places
 */
const char *
hs_lex_entry_place_side (const HsLexEntry *entry)
{
  const char *side = hs_lex_entry_column (entry, HS_LIST_PLACE_HEADS, 1);

  return side != NULL ? side : hs_lex_entry_column (entry, HS_LIST_TOPONYMS, 1);
}

/* The form as the list writes it, or NULL. */
const char *
hs_lex_entry_form (const HsLexEntry *entry,
                   HsList            list)
{
  const HsLexFields *fields = find_fields (entry, list);

  return fields != NULL ? fields->form : NULL;
}
