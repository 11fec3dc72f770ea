/* hs-html-inert.h: a page to look at that can do nothing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HsInertCounts:
 * @scripts: scripts and handlers of events
 * @pictures: of which the address stands in their place
 * @frames: frames, objects, players
 * @forms: forms and their fields
 * @links: of which the address stands beside their words
 *
 * What was taken out of a page, or made text.
 */
typedef struct
{
  guint scripts;
  guint pictures;
  guint frames;
  guint forms;
  guint links;
} HsInertCounts;

/**
 * HsInertPart:
 * @body: (nullable): of hs_html_inert_body() or hs_html_inert_text()
 * @about: (array zero-terminated=1): plain lines that stand above it
 *
 * One of several pages that are shown one after the other.
 */
typedef struct
{
  char *body;    /* (owned) (nullable) */
  char **about;  /* (owned) */
} HsInertPart;

char    *hs_html_inert_body     (const char         *html,
                                 gsize               length,
                                 HsInertCounts      *counts,
                                 GError            **error);
char    *hs_html_inert_text     (const char         *text,
                                 gsize               length);
char    *hs_html_inert_read     (GBytes             *bytes,
                                 const char         *content_type,
                                 gboolean            markup,
                                 HsInertCounts      *counts,
                                 GError            **error);
gboolean hs_html_inert_is_inert (const char         *body);
char    *hs_html_inert_page     (const char         *title,
                                 const HsInertPart  *parts,
                                 guint               n);

G_END_DECLS
