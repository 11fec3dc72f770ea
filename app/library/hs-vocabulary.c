/* hs-vocabulary.c: the vocabulary of the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-vocabulary.h"

#include "hs-library-private.h"

#define LONGEST 40
#define MAX_KNOWN 200000

typedef struct
{
  HsDatabase *database;  /* (unowned) */
  GHashTable *known;     /* (unowned) (nullable) */
} Adding;

static gboolean
add_word (Adding      *self,
          const char  *word,
          GError     **error)
{
  if (self->known != NULL)
    {
      if (g_hash_table_contains (self->known, word))
        return TRUE;
      if (g_hash_table_size (self->known) >= MAX_KNOWN)
        g_hash_table_remove_all (self->known);
      g_hash_table_add (self->known, g_strdup (word));
    }
  return hs_database_run (self->database, error, "INSERT OR IGNORE INTO words VALUES (?1)", "s", word);
}

/* Cuts as the tokenizer of the index does: letters and numbers, folded. */
gboolean
hs_words_add (HsDatabase  *database,
              GHashTable  *known,
              const char  *text,
              GError     **error)
{
  Adding adding = { database, known };
  g_autofree char *folded = hs_library_fold (text);
  g_autoptr (GString) word = g_string_sized_new (LONGEST);
  guint n = 0;

  for (const char *p = folded;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80 && g_ascii_isalnum ((char) c))
        {
          g_string_append_c (word, (char) c);
          n++;
          continue;
        }
      if (c >= 0x80 && g_unichar_isalnum (c))
        {
          g_string_append_unichar (word, c);
          n++;
          continue;
        }
      if (n >= HS_WORDS_SHORTEST && n <= LONGEST && !add_word (&adding, word->str, error))
        return FALSE;
      g_string_truncate (word, 0);
      n = 0;
      if (c == 0)
        return TRUE;
    }
}

/**
 * hs_words_complete:
 * @database: a connection
 * @prefix: how the words begin
 * @limit: how many at most
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the words; %NULL when there are
 *   more, or @error is set
 */
GPtrArray *
hs_words_complete (HsDatabase  *database,
                   const char  *prefix,
                   guint        limit,
                   GError     **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *past = g_strconcat (prefix, "\U0010FFFF", NULL);
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database, "SELECT word FROM words WHERE word >= ?1 AND word < ?2 LIMIT ?3", "ssn", prefix,
                             past, limit + 1);
  while (hs_query_next (query, &local))
    g_ptr_array_add (words, hs_query_dup (query, 0));
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return words->len <= limit ? g_steal_pointer (&words) : NULL;
}
