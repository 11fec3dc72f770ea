/* hs-library-feeds.h: subscriptions, their folders, and watches, as kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-feed.h"
#include "hs-library-write.h"
#include "hs-opml.h"
#include "hs-schedule.h"

G_BEGIN_DECLS

/**
 * HsStoredFeed:
 * @title: what is shown: the user's, else the feed's own, else its address
 * @user: (nullable): name for basic authentication; the secret is in the
 *   keyring, never here
 * @newest: Unix seconds of its newest entry, 0 unknown
 *
 * One subscription; a snapshot.
 */
typedef struct
{
  gint64 id;
  gint64 folder;          /* 0: in none */
  guint position;         /* among its siblings, folders and feeds together */
  char *title;            /* (owned) */
  char *fixed_title;      /* (owned) (nullable): the user's */
  char *description;      /* (owned) (nullable) */
  char *home_url;         /* (owned) (nullable) */
  char *user;             /* (owned) (nullable) */
  GBytes *icon;           /* (owned) (nullable): as fetched, any image format */
  gint64 icon_tried;      /* Unix seconds, 0 never */
  gboolean icon_failed;   /* the last time */
  gboolean full_page;     /* fetch the page of every entry */
  gboolean notify;
  HsFeedState *state;     /* (owned) */
  gint64 newest;
  guint n_articles;
  guint n_unread;
} HsStoredFeed;

typedef struct
{
  gint64 id;
  gint64 parent;          /* 0: none */
  guint position;
  char *title;            /* (owned) */
} HsStoredFolder;

/**
 * HsFeedEdit:
 *
 * What to change of a feed; NULL and -1 leave as it is, "" takes back.
 */
typedef struct
{
  const char *title;
  const char *url;        /* forgets validators, back-off and moves */
  const char *user;
  gint64 folder;          /* -1 leaves, 0 none */
  int position;           /* -1 leaves; with a folder: at the end */
  gint64 interval;        /* seconds, 0 the default, -1 leaves */
  int full_page;          /* -1 leaves */
  int notify;
} HsFeedEdit;

#define HS_FEED_EDIT_NOTHING { NULL, NULL, NULL, -1, -1, -1, -1, -1 }

/* Articles that the same feeds have in common. */
typedef struct
{
  GArray *feeds;          /* (owned) (element-type gint64): two or more */
  guint n_articles;
  guint n_unread;
} HsSharedArticles;

void hs_shared_articles_free (HsSharedArticles *self);

/* --- reading; any thread, waits -------------------------------------------- */

/* Returns: (transfer full) (element-type HsSharedArticles) */
GPtrArray    *hs_library_load_shared    (HsLibrary         *self,
                                         GError           **error);

/* By folder and position. @folders: (out) (optional) (transfer full)
 * (element-type HsStoredFolder): parents before children.
 * Returns: (transfer full) (element-type HsStoredFeed) */
GPtrArray    *hs_library_load_feeds     (HsLibrary         *self,
                                         GPtrArray        **folders,
                                         GError           **error);
/* Errors: HS_ERROR_NOT_FOUND. Returns: (transfer full) */
HsStoredFeed *hs_library_load_feed      (HsLibrary         *self,
                                         gint64             id,
                                         GError           **error);
/* The feed at @url (as hs_url_normalise() has it). Returns: 0 none, -1 error */
gint64        hs_library_find_feed      (HsLibrary         *self,
                                         const char        *url,
                                         GError           **error);
/* Folders, feeds and their order. Returns: (transfer full) */
HsOutline    *hs_library_load_outline   (HsLibrary         *self,
                                         GError           **error);

/* --- decisions; journaled, undoable; any thread but the writer's ------------ */

/* @title: (nullable): the user's; @folder: 0 none. A feed that is there already
 * is HS_ERROR_USAGE with a sentence. Returns: the id, -1 with @error set */
gint64        hs_library_add_feed       (HsLibrary         *self,
                                         const char        *url,
                                         const char        *title,
                                         gint64             folder,
                                         GError           **error);
gboolean      hs_library_edit_feed      (HsLibrary         *self,
                                         gint64             feed,
                                         const HsFeedEdit  *edit,
                                         GError           **error);
/* Articles stay. */
gboolean      hs_library_remove_feeds   (HsLibrary         *self,
                                         const gint64      *feeds,
                                         guint              n,
                                         GError           **error);
gint64        hs_library_add_folder     (HsLibrary         *self,
                                         const char        *title,
                                         gint64             parent,
                                         GError           **error);
/* @title: (nullable); @parent, @position: -1 leaves. Never into itself. */
gboolean      hs_library_edit_folder    (HsLibrary         *self,
                                         gint64             folder,
                                         const char        *title,
                                         gint64             parent,
                                         int                position,
                                         GError           **error);
/* What is in it moves to its parent. */
gboolean      hs_library_remove_folder  (HsLibrary         *self,
                                         gint64             folder,
                                         GError           **error);
/* One entry of the journal. Known feeds stay where they are; folders of the same
 * name at the same place are one; what is new stands before what follows it in the
 * outline. @skipped: (inout): sentences are added.
 * @added: (out) (optional) */
gboolean      hs_library_import_outline (HsLibrary         *self,
                                         const HsOutline   *outline,
                                         GPtrArray         *skipped,
                                         guint             *added,
                                         GError           **error);
/* Applies a permanent move; one entry of the journal. HS_ERROR_USAGE when the
 * target is another feed of the library already. */
gboolean      hs_library_move_feed      (HsLibrary         *self,
                                         gint64             feed,
                                         const char        *url,
                                         GError           **error);
/* Marks everything that @query finds as read, as one decision. */
gboolean      hs_library_set_read_all   (HsLibrary         *self,
                                         const char        *query,
                                         guint             *n,
                                         GError           **error);

/* --- refreshing ------------------------------------------------------------- */

/* What is due: state->next ≤ @now; soonest first. @next: (out) (optional): when
 * the next one is due, G_MAXINT64 none.
 * Returns: (transfer full) (element-type HsStoredFeed) */
GPtrArray    *hs_library_load_due       (HsLibrary         *self,
                                         gint64             now,
                                         gint64            *next,
                                         GError           **error);

/**
 * HsEntryKey:
 * @guid: (nullable)
 * @link: (nullable): absolute
 * @hash: of what the feed says of the entry (title and texts), hexadecimal
 * @article: (out): the article it is, 0 new
 * @unchanged: (out): nothing is to be made of it: its hash is the one kept, its
 *   article was deleted, or it is @repeated
 * @repeated: (out): an earlier entry of the same answer is the same
 * @is_guid: (out): @guid tells it again
 * @is_link: (out): @link tells it again
 *
 * By what an entry is known again: guid, then link, then hash. A guid that
 * stands twice in one answer of a feed with different links is no guid.
 */
typedef struct _HsEntryKey
{
  char *guid;         /* (owned) (nullable) */
  char *link;         /* (owned) (nullable) */
  char *hash;         /* (owned) */
  gint64 article;
  gboolean unchanged;
  gboolean repeated;
  gboolean is_guid;
  gboolean is_link;
} HsEntryKey;

void          hs_entry_key_free         (HsEntryKey        *self);

/* @keys: (element-type HsEntryKey): one answer of the feed, whole */
gboolean      hs_library_match_entries  (HsLibrary         *self,
                                         gint64             feed,
                                         GPtrArray         *keys,
                                         GError           **error);
/* All or nothing: the feed's state and what it says of itself, and its entries.
 * @about: (nullable): as parsed, with HS_FETCH_OK
 * @seen: (nullable) (element-type HsEntryKey): every entry of the answer; those
 *   that are unchanged only become known as of this feed
 * @incoming: (nullable) (element-type HsIncoming): those that are new or changed,
 *   each with its `entry` set to one of @seen
 * @new_articles: (inout) (nullable) (element-type gint64): ids are added */
gboolean      hs_library_keep_feed      (HsLibrary         *self,
                                         gint64             feed,
                                         const HsFeedState *state,
                                         const HsFeed      *about,
                                         GPtrArray         *seen,
                                         GPtrArray         *incoming,
                                         GArray            *new_articles,
                                         GError           **error);
/* @icon: (nullable): failed */
gboolean      hs_library_keep_icon      (HsLibrary         *self,
                                         gint64             feed,
                                         GBytes            *icon,
                                         GError           **error);

/* --- watches: saved filters -------------------------------------------------- */

typedef struct
{
  gint64 id;
  char *title;        /* (owned) */
  char *query;        /* (owned) */
  gboolean notify;
  guint n_unread;     /* at most 1000 are counted */
} HsStoredWatch;

/* Returns: (transfer full) (element-type HsStoredWatch): in the user's order */
GPtrArray    *hs_library_load_watches   (HsLibrary         *self,
                                         GError           **error);
/* Journaled. Errors: HS_ERROR_QUERY. Returns: the id, -1 with @error set */
gint64        hs_library_add_watch      (HsLibrary         *self,
                                         const char        *title,
                                         const char        *query,
                                         gboolean           notify,
                                         GError           **error);
/* NULL and -1 leave. */
gboolean      hs_library_edit_watch     (HsLibrary         *self,
                                         gint64             watch,
                                         const char        *title,
                                         const char        *query,
                                         int                notify,
                                         GError           **error);
gboolean      hs_library_remove_watch   (HsLibrary         *self,
                                         gint64             watch,
                                         GError           **error);
/* Which of @articles (ids) the watch finds.
 * Returns: (transfer full) (element-type gint64) */
GArray       *hs_library_match_watch    (HsLibrary         *self,
                                         const HsStoredWatch *watch,
                                         GArray            *articles,
                                         GError           **error);

/* --- revisions, retention ---------------------------------------------------- */

/* The text of one revision. Errors: HS_ERROR_NOT_FOUND.
 * @title: (out) (optional) (transfer full) (nullable): the title it had
 * Returns: (transfer full) */
char         *hs_library_load_revision  (HsLibrary         *self,
                                         gint64             revision,
                                         char             **title,
                                         GError           **error);
/* What a rule of @days would remove: read articles of feeds, older than that,
 * never starred, annotated, graded or of a story of two or more.
 * Returns: (transfer full) (element-type gint64) */
GArray       *hs_library_load_expired   (HsLibrary         *self,
                                         guint              days,
                                         gint64             now,
                                         GError           **error);

void hs_stored_feed_free   (HsStoredFeed   *self);
void hs_stored_folder_free (HsStoredFolder *self);
void hs_stored_watch_free  (HsStoredWatch  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsStoredFeed, hs_stored_feed_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsStoredFolder, hs_stored_folder_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsStoredWatch, hs_stored_watch_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsEntryKey, hs_entry_key_free)

G_END_DECLS
