/* hs-feed-health.h: how a feed fares, and what the user set of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "hs-feed-tree.h"

G_BEGIN_DECLS

/**
 * HsFeedHealth:
 * @status: what came of the last request, in words, translated
 * @message: (nullable): what was wrong with it, a sentence
 * @http_status: of HTTP, 0 no answer
 * @size: bytes of the last full answer, -1 unknown
 * @newest: of its newest article; times are Unix seconds, 0 never or unknown
 * @next: when it is asked again, %G_MAXINT64 never
 * @why: why then, a sentence
 * @failures: in a row
 * @moved: (nullable): where its answers have led for good lately
 *
 * One line of the health page, with the settings of the feed. An immutable
 * snapshot.
 */
typedef struct
{
  gint64 id;
  char *title;
  char *url;
  HsFeedHealthKind kind;
  char *status;
  char *message;
  guint http_status;
  gint64 last_try;
  gint64 last_success;
  gint64 last_change;
  gint64 size;
  gint64 newest;
  gint64 next;
  char *why;
  guint failures;
  char *moved;
  guint articles;
  guint unread;

  gint64 folder;        /* 0 none */
  char *fixed_title;    /* (nullable): the user's */
  char *description;    /* (nullable) */
  char *home_url;       /* (nullable) */
  char *user;           /* (nullable): name for basic authentication */
  guint interval;       /* seconds, 0 the default */
  gboolean full_page;
  gboolean notify;
} HsFeedHealth;

#define HS_TYPE_FEED_HEALTH (hs_feed_health_get_type ())

GType         hs_feed_health_get_type (void) G_GNUC_CONST;
HsFeedHealth *hs_feed_health_ref      (HsFeedHealth *self);
void          hs_feed_health_unref    (HsFeedHealth *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsFeedHealth, hs_feed_health_unref)

G_END_DECLS
