/* lexicons-test.h: the word lists and the model of the program, for tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-data-resources.h"
#include "hs-lexicons.h"

G_GNUC_UNUSED static HsLexicons *
lexicons_test_load (void)
{
  HsLexicons *lexicons = hs_lexicons_new ();
  const char * const *wanted = hs_lexicons_get_wanted ();
  g_autoptr (GBytes) model = NULL;

  g_resources_register (hs_data_get_resource ());
  for (guint i = 0; wanted[i] != NULL; i++)
    for (guint k = 0; k < 2; k++)
      {
        g_autofree char *path = g_strdup_printf ("/io/github/hearsay/Hearsay/lexicons/%s.%s", wanted[i],
                                                 k == 0 ? "tsv" : "txt");
        g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, NULL);
        g_autoptr (GError) error = NULL;

        if (bytes == NULL)
          continue;
        g_assert_true (hs_lexicons_add (lexicons, wanted[i], bytes, &error));
        g_assert_no_error (error);
      }
  model = g_resources_lookup_data ("/io/github/hearsay/Hearsay/models/en/tagger.bin", 0, NULL);
  g_assert_true (hs_lexicons_add_tagger (lexicons, model, NULL));
  return lexicons;
}
