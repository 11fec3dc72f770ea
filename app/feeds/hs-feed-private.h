/* hs-feed-private.h: for the readers of the formats
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-feed.h"

G_BEGIN_DECLS

HsFeed         *hs_feed_new            (void);
HsFeedEntry    *hs_feed_entry_new      (void);
void            hs_feed_text_free      (HsFeedText       *self);
void            hs_feed_person_free    (HsFeedPerson     *self);

/* hs-feed-text.c */
HsFeedText     *hs_feed_text_new       (const char       *value,
                                        gboolean          html,
                                        const char       *base,
                                        const char       *language);
gboolean        hs_feed_looks_like_html (const char      *text);
char           *hs_feed_base64_decode  (const char       *text,
                                        gboolean          stated);
char           *hs_feed_squeeze        (const char       *text);
char           *hs_feed_text_first_image (const HsFeedText *text);

/* hs-feed-person.c */
HsFeedPerson   *hs_feed_person_parse   (const char       *text);
void            hs_feed_add_person     (GPtrArray        *people,
                                        HsFeedPerson     *person);
void            hs_feed_add_category   (GPtrArray        *categories,
                                        const char       *term,
                                        const char       *scheme,
                                        const char       *label);
void            hs_feed_add_categories (GPtrArray        *categories,
                                        const char       *list,
                                        const char       *scheme);
HsFeedAttachment *hs_feed_add_attachment (GPtrArray      *attachments,
                                          const char     *url);
HsFeedLink     *hs_feed_add_link       (GPtrArray        *links,
                                        const char       *rel,
                                        const char       *url);
void            hs_feed_add_image      (HsFeedEntry      *entry,
                                        const char       *url);
void            hs_feed_add_error      (HsFeed           *feed,
                                        const char       *message);
double          hs_feed_parse_duration (const char       *text);

/* the formats; each sets what it can of @feed, which is fresh */
gboolean        hs_feed_read_xml       (HsFeed           *feed,
                                        GBytes           *bytes,
                                        const char       *content_type,
                                        const char       *base_url,
                                        HsFeedEntryFunc   func,
                                        gpointer          data,
                                        GError          **error);
gboolean        hs_feed_read_json      (HsFeed           *feed,
                                        GBytes           *bytes,
                                        const char       *content_type,
                                        const char       *base_url,
                                        HsFeedEntryFunc   func,
                                        gpointer          data,
                                        GError          **error);

G_END_DECLS
