/* hs-reader-private.h: what the files of the reader share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-article-view.h"
#include "hs-difference-view.h"
#include "hs-reader.h"

G_BEGIN_DECLS

struct _HsReader
{
  GtkWidget parent_instance;

  GtkLabel *meta_label;         /* (template) */
  GtkLabel *grade_label;        /* (template) */
  GtkWidget *original_button;   /* (template) */
  GtkButton *star_button;       /* (template) */
  GtkMenuButton *more_button;   /* (template) */
  GtkRevealer *find_revealer;   /* (template) */
  GtkEditable *find_entry;      /* (template) */
  GtkLabel *find_label;         /* (template) */
  GtkRevealer *edited_revealer; /* (template) */
  GtkLabel *edited_label;       /* (template) */
  GtkWidget *edited_button;     /* (template) */
  GtkRevealer *language_revealer; /* (template) */
  GtkLabel *language_label;     /* (template) */
  GtkStack *stack;              /* (template) */
  GtkLabel *status_label;       /* (template) */
  HsArticleView *view;          /* (template) */
  HsDifferenceView *difference; /* (template) */
  GtkWidget *card;              /* (owned): a child of ours */
  GtkLabel *size_label;         /* (unowned): of the menu */

  HsWorkspace *workspace;       /* (owned) (nullable) */
  HsPreferences *preferences;   /* (owned) */
  GSimpleActionGroup *actions;  /* (owned) */
  GCancellable *cancellable;    /* (owned): of what ends with the reader */
  guint n_found;
  guint kept_top;               /* as the library has it */
  guint top_source;
};

/* hs-reader-menu.c */
void   hs_reader_add_menu  (HsReader *self);
GMenu *hs_reader_make_menu (HsReader *self,
                            guint     byte,
                            int       mark);

/* hs-reader-actions.c */
void hs_reader_add_actions    (HsReader   *self);
void hs_reader_update_actions (HsReader   *self);
void hs_reader_open_link      (HsReader   *self,
                               const char *address);

G_END_DECLS
