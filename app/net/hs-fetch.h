/* hs-fetch.h: one polite request, as plain data
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HsFetchRequest:
 * @url: http or https
 * @etag: (nullable): the validator of the last full answer, echoed verbatim
 * @last_modified: (nullable): the same
 * @validated_url: (nullable): the address both are of, when it is not @url: they are
 *   told there and nowhere else
 * @accept: (nullable): what is wanted
 * @user: (nullable): basic authentication, sent to the host of @url only and
 *   only when it asks
 * @max_bytes: cap of the decompressed body; 0 is 32 MiB
 * @timeout: seconds the whole may take; 0 is 30
 */
typedef struct
{
  char *url;            /* (owned) */
  char *etag;           /* (owned) (nullable) */
  char *last_modified;  /* (owned) (nullable) */
  char *validated_url;  /* (owned) (nullable) */
  char *accept;         /* (owned) (nullable) */
  char *user;           /* (owned) (nullable) */
  char *password;       /* (owned) (nullable) */
  gsize max_bytes;
  guint timeout;
} HsFetchRequest;

/* What came of it; each has its line on the health page. */
typedef enum
{
  HS_FETCH_OK,            /* 200 with a body */
  HS_FETCH_NOT_MODIFIED,  /* 304 */
  HS_FETCH_GONE,          /* 410 */
  HS_FETCH_DENIED,        /* 401, 403, 407 */
  HS_FETCH_NOT_FOUND,     /* 404 and the other 4xx */
  HS_FETCH_TOO_MANY,      /* 429 */
  HS_FETCH_SERVER_ERROR,  /* 5xx */
  HS_FETCH_REDIRECTS,     /* a loop, too many, or to what is no web address */
  HS_FETCH_UNREACHABLE,   /* no such host, refused, reset */
  HS_FETCH_TIMEOUT,       /* nothing came, or too slowly */
  HS_FETCH_TLS,           /* the certificate is not to be trusted */
  HS_FETCH_BROKEN,        /* fewer bytes than announced, bad compression */
  HS_FETCH_TOO_LARGE,
  HS_FETCH_OFFLINE,       /* not tried: no network */
  HS_N_FETCH_OUTCOMES
} HsFetchOutcome;

/**
 * HsFetchResult:
 * @status: of HTTP, 0 when there was no answer
 * @message: (nullable): for the health page, a sentence, translated
 * @url: where the body came from in the end
 * @moved: (nullable): where a chain of permanent redirects (301, 308) from
 *   @url of the request led without a temporary one between
 * @etag: (nullable): of this answer, verbatim; both validators go together
 * @retry_after: Unix seconds before which not to ask again; 0 none said
 * @fresh_until: Unix seconds until which `Cache-Control: max-age` holds; 0 none
 * @headers: (nullable): those of the answer as evidence, a line each
 */
typedef struct
{
  HsFetchOutcome outcome;
  guint status;
  char *message;        /* (owned) (nullable) */
  char *url;            /* (owned) */
  char *moved;          /* (owned) (nullable) */
  GBytes *bytes;        /* (owned) (nullable): with HS_FETCH_OK */
  char *content_type;   /* (owned) (nullable): as the server gave it */
  char *etag;           /* (owned) (nullable) */
  char *last_modified;  /* (owned) (nullable) */
  char *headers;        /* (owned) (nullable) */
  gint64 retry_after;
  gint64 fresh_until;
  gint64 time;          /* Unix seconds when it ended */
} HsFetchResult;

HsFetchRequest *hs_fetch_request_new  (const char     *url);
void            hs_fetch_request_free (HsFetchRequest *self);
void            hs_fetch_result_free  (HsFetchResult  *self);
const char     *hs_fetch_outcome_to_nick (HsFetchOutcome outcome);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsFetchRequest, hs_fetch_request_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsFetchResult, hs_fetch_result_free)

G_END_DECLS
