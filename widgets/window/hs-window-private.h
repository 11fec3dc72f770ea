/* hs-window-private.h: what the files of the window share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-browser.h"
#include "hs-credibility-panel.h"
#include "hs-entity-view.h"
#include "hs-filter-bar.h"
#include "hs-jobs-button.h"
#include "hs-mentions-panel.h"
#include "hs-notes-panel.h"
#include "hs-panes.h"
#include "hs-preferences.h"
#include "hs-proposals-view.h"
#include "hs-refresh-clock.h"
#include "hs-reader.h"
#include "hs-sidebar.h"
#include "hs-story-view.h"
#include "hs-toasts.h"
#include "hs-window.h"

G_BEGIN_DECLS

typedef enum
{
  HS_PLACE_NONE,
  HS_PLACE_ARTICLE,
  HS_PLACE_ENTITY,
  HS_PLACE_STORY,
  HS_PLACE_PROPOSALS
} HsPlaceKind;

/* What the detail pane shows, or showed before. */
typedef struct
{
  HsPlaceKind kind;
  gint64 id;
  HsSpan span; /* of an article: what to scroll to */
} HsPlace;

struct _HsWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;              /* (template) */
  GtkStack *stack;                      /* (template) */
  AdwStatusPage *failure_page;          /* (template) */
  HsPanes *panes;                       /* (template) */
  HsSidebar *sidebar;                   /* (template) */
  HsBrowser *browser;                   /* (template) */
  AdwHeaderBar *header;                 /* (template) */
  HsFilterBar *filter;                  /* (template) */
  HsJobsButton *jobs;                   /* (template) */
  GtkWidget *back_button;               /* (template) */
  GtkWidget *refresh_button;            /* (template) */
  GtkToggleButton *sidebar_button;      /* (template) */
  GtkToggleButton *panel_button;        /* (template) */
  GtkStack *detail_stack;               /* (template) */
  AdwStatusPage *detail_error;          /* (template) */
  HsReader *reader;                     /* (template) */
  HsEntityView *entity_view;            /* (template) */
  HsStoryView *story_view;              /* (template) */
  HsProposalsView *proposals_view;      /* (template) */
  AdwViewStack *panel_stack;            /* (template) */
  HsCredibilityPanel *credibility;      /* (template) */
  HsMentionsPanel *mentions;            /* (template) */
  HsNotesPanel *notes;                  /* (template) */
  GtkRevealer *drop_revealer;           /* (template) */
  GtkWidget *read_only_label;           /* (template) */

  char *directory;            /* (owned) (nullable): as asked for */
  HsWorkspace *workspace;     /* (owned) (nullable): once it is open */
  HsRefreshClock *clock;      /* (owned) (nullable): once it is open */
  HsJob *analysis;            /* (owned) (nullable): of what waits since before, while it runs */
  HsPreferences *preferences; /* (owned) */
  GCancellable *cancellable;  /* (owned): of everything that ends with the window */
  GCancellable *reading_cancellable; /* (owned) (nullable) */
  HsPlace place;
  char *shown_name;           /* (owned) (nullable): of the entity or the story that is shown */
  GArray *history;            /* (owned) (element-type HsPlace): where Back leads */
  gint64 said_decision;       /* what the button of the message takes back */
  gint64 wanted;              /* an article to show once the library is open; 0 none */
  guint unread_steps;         /* feeds gone through for the next unread article */
  guint reload_source;
  gboolean take_focus;        /* one pane at a time: what was opened gets the keys */
  guint focus_frames;         /* that were waited for it */
  GtkWidget *focus_before;    /* (weak) (nullable): what had the keys before a pane lay over it */
  gboolean panel_away;        /* the panel makes room for what is no article */
  gboolean closing;
};

/* hs-window.c */
void hs_window_say           (HsWindow   *self,
                              const char *message);
/* @button: (nullable): with a button that does @action */
void hs_window_say_with      (HsWindow   *self,
                              const char *message,
                              const char *button,
                              const char *action);
void hs_window_set_section   (HsWindow   *self,
                              HsSection   section);
void hs_window_update_actions (HsWindow  *self);

/* hs-window-title.c */
void hs_window_update_title  (HsWindow   *self);

/* hs-window-focus.c */
void hs_window_focus_detail  (HsWindow    *self);
void hs_window_focus_shown   (HsWindow    *self);
void hs_window_show_list     (HsWindow    *self,
                              gboolean     focus);
void hs_window_rescue_focus  (HsWindow    *self);
void hs_window_watch_panes   (HsWindow    *self);
void hs_window_install_focus_actions (GtkWidgetClass *widget_class);

/* hs-window-places.c */
void hs_window_go            (HsWindow    *self,
                              HsPlaceKind  kind,
                              gint64       id,
                              HsSpan       span);
void hs_window_open          (HsWindow    *self,
                              HsPlaceKind  kind,
                              gint64       id,
                              HsSpan       span);
gboolean hs_window_go_back   (HsWindow    *self);
void hs_window_reload_place  (HsWindow    *self);
void hs_window_leave_place   (HsWindow    *self);
gint64 hs_window_get_article (HsWindow    *self);

/* hs-window-actions.c */
void hs_window_install_actions (GtkWidgetClass *widget_class);
void hs_window_edited_cb       (GObject        *source,
                                GAsyncResult   *result,
                                gpointer        user_data);

/* What an action is about: the chosen rows when there are several, else the open
 * article. (transfer full) (element-type gint64) */
GArray *hs_window_get_targets  (HsWindow       *self);
void hs_window_present_dialog  (HsWindow       *self,
                                GtkWindow      *dialog);

/* hs-window-keys.c */
void hs_window_install_keys    (GtkWidgetClass *widget_class);
void hs_window_arrange_help    (HsWindow       *self);

/* hs-window-reading.c */
void hs_window_list_marks      (GtkWidget  *widget,
                                const char *name,
                                GVariant   *parameter);
void hs_window_toggle_mentions (GtkWidget  *widget,
                                const char *name,
                                GVariant   *parameter);

/* hs-window-stories.c */
void hs_window_install_story_actions (GtkWidgetClass *widget_class);

/* hs-window-undo.c */
void hs_window_say_undo      (HsWindow   *self,
                              const char *message);
void hs_window_forget_said   (HsWindow   *self);
void hs_window_install_undo_actions (GtkWidgetClass *widget_class);

/* hs-window-names.c */
void hs_window_install_name_actions (GtkWidgetClass *widget_class);
gboolean hs_window_act_on_entity    (HsWindow       *self,
                                     const char     *what);
gboolean hs_window_act_on_proposal  (HsWindow       *self,
                                     const char     *what);

/* hs-window-feeds.c */
void hs_window_install_feed_actions (GtkWidgetClass *widget_class);
void hs_window_update_feed_actions  (HsWindow       *self,
                                     gboolean        writable);
void hs_window_start_clock          (HsWindow       *self);

/* hs-window-import.c */
void hs_window_install_import_actions (GtkWidgetClass *widget_class);
void hs_window_update_import_actions  (HsWindow       *self,
                                       gboolean        writable);

/* hs-window-files.c */
void hs_window_say_imported  (HsWindow   *self,
                              HsJob      *job);
void hs_window_start_import  (HsWindow   *self,
                              HsJob      *job);
/* Returns: (transfer none): a dialog that keeps itself until it is answered */
GtkFileChooser *hs_window_make_chooser (HsWindow             *self,
                                        const char           *title,
                                        GtkFileChooserAction  action,
                                        const char           *accept,
                                        GCallback             response_cb);
void hs_window_choose_import (HsWindow   *self,
                              gboolean    folders);
void hs_window_import        (HsWindow   *self,
                              GPtrArray  *files);
void hs_window_import_sample (HsWindow   *self);
void hs_window_choose_export (HsWindow   *self,
                              const char *what);
void hs_window_choose_library (HsWindow  *self);
void hs_window_setup_drop    (HsWindow   *self);

G_END_DECLS
