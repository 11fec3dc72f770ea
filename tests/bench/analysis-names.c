/* analysis-names.c: how well spellings of one name are told from other names
 *
 * Reads lines "1|0 TAB name TAB name" from standard input.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "hs-names.h"

int
main (int    argc,
      char **argv)
{
  guint total[2] = { 0 }, at_least[2][HS_NAMES_SAME + 1] = { 0 }, with_key[2] = { 0 };
  char *line = NULL;
  size_t size = 0;

  while (getline (&line, &size, stdin) > 0)
    {
      g_auto (GStrv) fields = g_strsplit (g_strchomp (line), "\t", -1);
      guint truth = fields[0] != NULL && fields[0][0] == '1';
      HsNamesMatch match;
      g_auto (GStrv) a = NULL;
      g_auto (GStrv) b = NULL;
      gboolean key = FALSE;

      if (g_strv_length (fields) < 3)
        continue;
      match = hs_names_compare_persons (fields[1], fields[2]);
      a = hs_names_person_keys (fields[1]);
      b = hs_names_person_keys (fields[2]);
      for (guint i = 0; a[i] != NULL && !key; i++)
        key = g_strv_contains ((const char * const *) b, a[i]);
      total[truth]++;
      with_key[truth] += key;
      for (guint m = 0; m <= match; m++)
        at_least[truth][m]++;
      if (argc > 1 && ((truth && match < HS_NAMES_CLOSE && strchr (argv[1], 'm')) ||
                       (!truth && match >= HS_NAMES_CLOSE && strchr (argv[1], 'f'))))
        printf ("%u match %d key %d: %s | %s\n", truth, match, key, fields[1], fields[2]);
    }
  printf ("%u pairs of one, %u of two; share a key: %u, %u\n", total[1], total[0], with_key[1], with_key[0]);
  for (guint m = HS_NAMES_LIKELY; m <= HS_NAMES_SAME; m++)
    printf ("%s or better: recall %.3f, false merges %.4f (%u)\n",
            m == HS_NAMES_LIKELY ? "likely" : m == HS_NAMES_CLOSE ? "close" : "same",
            at_least[1][m] / (double) MAX (1, total[1]), at_least[0][m] / (double) MAX (1, total[0]), at_least[0][m]);
  free (line);
  return 0;
}
