/* hs-secrets.c: passwords of feeds, in the desktop's keyring
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-secrets.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>

#include "hs-url.h"

static const SecretSchema schema = {
  "io.github.hearsay.Hearsay.Feed", SECRET_SCHEMA_NONE,
  { { "library", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "host", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "user", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { NULL, 0 } },
  0, NULL, NULL, NULL, NULL, NULL, NULL, NULL
};

/* Of this run, where there is no keyring. */
static GMutex lock;
static GHashTable *passing; /* (owned) (nullable): key → password */

/* The host as it is asked: another port may be another server. */
static char *
get_host (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED, NULL);
  g_autofree char *host = uri != NULL && g_uri_get_host (uri) != NULL
                            ? g_ascii_strdown (g_uri_get_host (uri), -1) : g_strdup (url);

  if (uri == NULL || g_uri_get_port (uri) <= 0)
    return g_steal_pointer (&host);
  return g_strdup_printf ("%s:%d", host, g_uri_get_port (uri));
}

static char *
make_key (const char *library,
          const char *host,
          const char *user)
{
  return g_strjoin ("\n", library, host, user, NULL);
}

static void
keep_passing (const char *library,
              const char *host,
              const char *user,
              const char *password)
{
  char *key = make_key (library, host, user);

  g_mutex_lock (&lock);
  if (passing == NULL)
    passing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) hs_secrets_free);
  if (password != NULL)
    g_hash_table_insert (passing, key, g_strdup (password));
  else
    {
      g_hash_table_remove (passing, key);
      g_free (key);
    }
  g_mutex_unlock (&lock);
}

/**
 * hs_secrets_store:
 * @library: directory of the library
 * @url: an address of the host that asks for it
 * @user: the name that goes with it
 * @password: the password
 * @lasting: (out) (optional): whether it outlives the program
 *
 * Returns: (transfer full) (nullable): a sentence for the user when it does not
 */
char *
hs_secrets_store (const char *library,
                  const char *url,
                  const char *user,
                  const char *password,
                  gboolean   *lasting)
{
  g_autofree char *host = get_host (url);
  g_autofree char *label = g_strdup_printf (_("Hearsay: %s at %s"), user, host);
  gboolean stored;

  g_return_val_if_fail (library != NULL && user != NULL && password != NULL, NULL);

  stored = secret_password_store_sync (&schema, SECRET_COLLECTION_DEFAULT, label, password, NULL, NULL, "library",
                                       library, "host", host, "user", user, NULL);
  keep_passing (library, host, user, stored ? NULL : password);
  if (lasting != NULL)
    *lasting = stored;
  return stored ? NULL
                : g_strdup (_("There is no keyring on this desktop: the password is kept until Hearsay is closed."));
}

/**
 * hs_secrets_lookup:
 * @library: directory of the library
 * @url: an address of the host that asks for it
 * @user: the name that goes with it
 *
 * Returns: (transfer full) (nullable): the password, to be freed with
 *   hs_secrets_free()
 */
char *
hs_secrets_lookup (const char *library,
                   const char *url,
                   const char *user)
{
  g_autofree char *host = get_host (url);
  g_autofree char *key = make_key (library, host, user);
  char *password;

  g_mutex_lock (&lock);
  password = passing != NULL ? g_strdup (g_hash_table_lookup (passing, key)) : NULL;
  g_mutex_unlock (&lock);
  if (password == NULL)
    password = secret_password_lookup_sync (&schema, NULL, NULL, "library", library, "host", host, "user", user, NULL);
  return password;
}

/**
 * hs_secrets_clear:
 * @library: directory of the library
 * @url: an address of the host
 * @user: the name
 *
 * Forgets the password, if there is one.
 */
void
hs_secrets_clear (const char *library,
                  const char *url,
                  const char *user)
{
  g_autofree char *host = get_host (url);

  keep_passing (library, host, user, NULL);
  secret_password_clear_sync (&schema, NULL, NULL, "library", library, "host", host, "user", user, NULL);
}

/* Leaves nothing of it in memory that is given back. */
void
hs_secrets_free (char *password)
{
  secret_password_free (password);
}
