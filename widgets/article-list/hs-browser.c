/* hs-browser.c: the pane that lists what a section holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-browser.h"

#include <glib/gi18n.h>

#include "hs-article-row.h"
#include "hs-context-menu.h"
#include "hs-entity-row.h"
#include "hs-kinds.h"
#include "hs-list-pane.h"
#include "hs-note-row.h"
#include "hs-source-row.h"
#include "hs-story-row.h"
#include "hs-template.h"

#define N_WHAT (HS_LIST_NOTES + 1)

struct _HsBrowser
{
  GtkWidget parent_instance;

  GtkLabel *title;                /* (template) */
  GtkLabel *count;                /* (template) */
  GtkToggleButton *several_button; /* (template) */
  GtkWidget *all_read_button;     /* (template) */
  GtkWidget *entity_tools;        /* (template) */
  GtkDropDown *kind_choice;       /* (template) */
  GtkDropDown *order_choice;      /* (template) */
  GtkStack *stack;                /* (template) */
  GtkRevealer *action_revealer;   /* (template) */
  GtkLabel *selected_label;       /* (template) */
  GtkWidget *article_actions;     /* (template) */
  GtkWidget *entity_actions;      /* (template) */

  HsWorkspace *workspace;    /* (owned) (nullable) */
  HsListPane *panes[N_WHAT]; /* (unowned): children of the stack, made when needed */
  HsSection section;
  char *scope; /* (owned) (nullable): the query of a feed or watch, within HS_SECTION_ALL */
  char *scope_title; /* (owned) (nullable) */
  char *query; /* (owned): the filter for articles */
  char *words; /* (owned): the filter for everything else */
  gboolean click_activates;
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HsBrowser, hs_browser, GTK_TYPE_WIDGET)

static HsListPane *
hs_browser_get_pane (HsBrowser *self)
{
  return self->panes[hs_section_get_what (self->section)];
}

/* --- what is said about the list ------------------------------------------------ */

static void
hs_browser_update_count (HsBrowser *self)
{
  HsListPane *pane = hs_browser_get_pane (self);
  HsList *list = pane != NULL ? hs_list_pane_get_list (pane) : NULL;
  guint n = list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (list)) : 0;
  g_autofree char *text = n > 0 ? g_strdup_printf ("%'u", n) : g_strdup ("");

  gtk_label_set_label (self->count, text);
}

static void
hs_browser_update_selected (HsBrowser *self)
{
  HsListWhat what = hs_section_get_what (self->section);
  gboolean can_several = what == HS_LIST_ARTICLES || what == HS_LIST_ENTITIES;
  gboolean several = hs_browser_get_several (self);
  guint n = hs_browser_get_n_selected (self);
  g_autofree char *text = g_strdup_printf (ngettext ("%u selected", "%u selected", n), n);

  gtk_label_set_label (self->selected_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->several_button), can_several);
  gtk_widget_set_visible (self->article_actions, what == HS_LIST_ARTICLES);
  gtk_widget_set_visible (self->entity_actions, what == HS_LIST_ENTITIES);
  gtk_revealer_set_reveal_child (self->action_revealer, can_several && (several || n > 1));
  if (gtk_toggle_button_get_active (self->several_button) != several)
    gtk_toggle_button_set_active (self->several_button, several);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "browser.merge", n > 1);
}

static void
hs_browser_set_empty (HsBrowser *self)
{
  HsListPane *pane = hs_browser_get_pane (self);
  gboolean filtered = *(hs_section_get_what (self->section) == HS_LIST_ARTICLES ? self->query : self->words) != '\0'
                      || (self->section == HS_SECTION_ENTITIES && gtk_drop_down_get_selected (self->kind_choice) > 0);

  if (filtered)
    {
      hs_list_pane_set_empty (pane, "edit-find-symbolic", _("Nothing Found"),
                              _("Try fewer words, or take off a filter."));
      return;
    }
  if (self->scope != NULL)
    {
      hs_list_pane_set_empty (pane, "hearsay-feed-symbolic", _("Nothing Here Yet"),
                              _("What is fetched for it from now on stands here."));
      return;
    }
  switch (self->section)
    {
    case HS_SECTION_UNREAD:
      hs_list_pane_set_empty (pane, "object-select-symbolic", _("All Read"),
                              _("New articles stand here until they are opened."));
      break;
    case HS_SECTION_STARRED:
      hs_list_pane_set_empty (pane, "starred-symbolic", _("No Stars Yet"),
                              _("Press S, or click the star of an article, to keep it at hand."));
      break;
    case HS_SECTION_STORIES:
      hs_list_pane_set_empty (pane, "hearsay-story-symbolic", _("No Stories Yet"),
                              _("Two articles or more about the same events make a story."));
      break;
    case HS_SECTION_SOURCES:
      hs_list_pane_set_empty (pane, "hearsay-source-symbolic", _("No Sources Yet"),
                              _("The outlets of imported articles stand here."));
      break;
    case HS_SECTION_ENTITIES:
      hs_list_pane_set_empty (pane, "hearsay-entity-symbolic", _("No Entities Yet"),
                              _("Who and what the articles name stands here."));
      break;
    case HS_SECTION_NOTES:
      hs_list_pane_set_empty (pane, "hearsay-note-symbolic", _("No Notes Yet"),
                              _("Select words in an article and press N."));
      break;
    case HS_SECTION_ALL:
    case HS_N_SECTIONS:
    default:
      hs_list_pane_set_empty (pane, "hearsay-all-symbolic", _("No Articles Yet"),
                              _("Drop files here, or choose Import Files… in the menu."));
      break;
    }
}

/* --- lists -------------------------------------------------------------------- */

static void
hs_browser_emit (HsBrowser  *self,
                 HsListPane *pane,
                 guint       signal,
                 gint64      id)
{
  for (guint what = 0; what < N_WHAT; what++)
    if (self->panes[what] == pane)
      g_signal_emit (self, signals[signal], 0, what, id);
}

static void
chosen_cb (HsBrowser  *self,
           gint64      id,
           HsListPane *pane)
{
  hs_browser_emit (self, pane, SIGNAL_CHOSEN, id);
}

static void
activated_cb (HsBrowser  *self,
              gint64      id,
              HsListPane *pane)
{
  hs_browser_emit (self, pane, SIGNAL_ACTIVATED, id);
}

static HsListPane *
hs_browser_ensure_pane (HsBrowser  *self,
                        HsListWhat  what)
{
  GType row_types[N_WHAT] = { HS_TYPE_ARTICLE_ROW, HS_TYPE_STORY_ROW, HS_TYPE_SOURCE_ROW, HS_TYPE_ENTITY_ROW,
                              HS_TYPE_NOTE_ROW };
  const char *labels[N_WHAT] = { _("Articles"), _("Stories"), _("Sources"), _("Entities"), _("Notes") };
  HsListPane *pane;
  HsIdSelection *selection;

  if (self->panes[what] != NULL)
    return self->panes[what];
  pane = HS_LIST_PANE (hs_list_pane_new (row_types[what], labels[what]));
  self->panes[what] = pane;
  gtk_stack_add_child (self->stack, GTK_WIDGET (pane));
  hs_list_pane_set_click_activates (pane, self->click_activates || what == HS_LIST_SOURCES);
  selection = hs_list_pane_get_selection (pane);
  g_signal_connect_object (pane, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pane, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "items-changed", G_CALLBACK (hs_browser_update_count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "notify::n-selected", G_CALLBACK (hs_browser_update_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "notify::several", G_CALLBACK (hs_browser_update_selected), self,
                           G_CONNECT_SWAPPED);
  return pane;
}

/* The words, and what the two choices above the list say. */
static char *
hs_browser_make_entity_query (HsBrowser *self)
{
  static const char *const orders[] = { NULL, "recent", "growth", "name" };
  guint kind = gtk_drop_down_get_selected (self->kind_choice), order = gtk_drop_down_get_selected (self->order_choice);
  GString *query = g_string_new (self->words);

  if (kind > 0 && kind <= HS_N_MENTION_KINDS)
    g_string_append_printf (query, "%skind:%s", query->len > 0 ? " " : "", hs_mention_kind_to_nick (kind - 1));
  if (order > 0 && order < G_N_ELEMENTS (orders))
    g_string_append_printf (query, "%ssort:%s", query->len > 0 ? " " : "", orders[order]);
  return g_string_free (query, FALSE);
}

static char *
hs_browser_make_query (HsBrowser *self)
{
  const char *base = self->scope != NULL ? self->scope : hs_section_get_query (self->section);

  if (hs_section_get_what (self->section) == HS_LIST_ENTITIES)
    return hs_browser_make_entity_query (self);
  if (hs_section_get_what (self->section) != HS_LIST_ARTICLES)
    return g_strdup (self->words);
  return g_strconcat (base, *base != '\0' && *self->query != '\0' ? " " : "", self->query, NULL);
}

static void
hs_browser_update_list (HsBrowser *self)
{
  HsListWhat what = hs_section_get_what (self->section);
  HsListPane *pane = hs_browser_ensure_pane (self, what);
  g_autofree char *query = hs_browser_make_query (self);

  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (pane));
  gtk_label_set_label (self->title, self->scope != NULL ? self->scope_title : hs_section_get_title (self->section));
  gtk_widget_set_visible (self->all_read_button, what == HS_LIST_ARTICLES);
  gtk_widget_set_visible (self->entity_tools, what == HS_LIST_ENTITIES);
  hs_browser_set_empty (self);
  if (self->workspace != NULL && hs_list_pane_get_list (pane) == NULL)
    {
      g_autoptr (HsList) list = hs_list_new (self->workspace, what);

      hs_list_set_query (list, query);
      hs_list_pane_set_list (pane, list);
    }
  else if (self->workspace != NULL && g_strcmp0 (hs_list_get_query (hs_list_pane_get_list (pane)), query) != 0)
    {
      hs_list_pane_reset_scroll (pane);
      hs_list_set_query (hs_list_pane_get_list (pane), query);
    }
  hs_browser_update_count (self);
  hs_browser_update_selected (self);
}

static void
tools_changed_cb (HsBrowser *self)
{
  if (hs_section_get_what (self->section) == HS_LIST_ENTITIES)
    hs_browser_update_list (self);
}

/* Rows would take the space bar to select themselves, which they are already. */
static gboolean
key_pressed_cb (HsBrowser       *self,
                guint            key,
                guint            code,
                GdkModifierType  modifiers)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  HsListPane *pane = hs_browser_get_pane (self);

  if (key != GDK_KEY_space || (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0
      || hs_browser_get_several (self)
      || hs_section_get_what (self->section) != HS_LIST_ARTICLES || focus == NULL || GTK_IS_BUTTON (focus)
      || !gtk_widget_is_ancestor (focus, GTK_WIDGET (pane)))
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.read-on", NULL);
  return TRUE;
}

/* --- several at once ------------------------------------------------------------ */

static void
several_toggled_cb (HsBrowser *self)
{
  hs_browser_set_several (self, gtk_toggle_button_get_active (self->several_button));
}

/* The first in the list stays: by default that is the one that is mentioned most. */
static void
merge_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  g_autoptr (GArray) ids = hs_browser_get_selected (HS_BROWSER (widget));
  g_autoptr (GVariant) those = NULL;

  those = g_variant_ref_sink (g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, ids->data, ids->len, sizeof (gint64)));
  if (ids->len > 1)
    gtk_widget_activate_action_variant (widget, "win.merge-several", those);
}

/* Of a row: the list's own widget around it has the keys. With several chosen, of all
 * of them. */
static GMenu *
make_menu (GtkWidget *top,
           GtkWidget *target)
{
  HsBrowser *self = HS_BROWSER (top);
  GtkWidget *row = gtk_widget_get_ancestor (target, HS_TYPE_ENTITY_ROW);
  guint n = hs_browser_get_n_selected (self);

  if (row == NULL)
    row = gtk_widget_get_first_child (target);
  if (!HS_IS_ENTITY_ROW (row))
    return NULL;
  if (n > 1)
    {
      GMenu *menu = g_menu_new ();
      g_autofree char *label = g_strdup_printf (ngettext ("Merge %u Entity", "Merge %u Entities", n), n);

      hs_menu_add (menu, label, "browser.merge", NULL, NULL);
      return menu;
    }
  return hs_entity_row_make_menu (HS_ENTITY_ROW (row));
}

/* --- life ---------------------------------------------------------------------- */

static void
hs_browser_dispose (GObject *object)
{
  HsBrowser *self = HS_BROWSER (object);

  hs_browser_set_workspace (self, NULL);
  memset (self->panes, 0, sizeof self->panes);
  hs_template_dispose (GTK_WIDGET (self), HS_TYPE_BROWSER);

  G_OBJECT_CLASS (hs_browser_parent_class)->dispose (object);
}

static void
hs_browser_finalize (GObject *object)
{
  HsBrowser *self = HS_BROWSER (object);

  g_free (self->scope);
  g_free (self->scope_title);
  g_free (self->query);
  g_free (self->words);

  G_OBJECT_CLASS (hs_browser_parent_class)->finalize (object);
}

static void
hs_browser_class_init (HsBrowserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_browser_dispose;
  G_OBJECT_CLASS (klass)->finalize = hs_browser_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-browser.ui");
  gtk_widget_class_bind_template_child (widget_class, HsBrowser, title);
  gtk_widget_class_bind_template_child (widget_class, HsBrowser, count);
  gtk_widget_class_bind_template_child (widget_class, HsBrowser, several_button);
  gtk_widget_class_bind_template_child (widget_class, HsBrowser, all_read_button);
  gtk_widget_class_bind_template_child (widget_class, HsBrowser, entity_tools);
  gtk_widget_class_bind_template_child (widget_class, HsBrowser, kind_choice);
  gtk_widget_class_bind_template_child (widget_class, HsBrowser, order_choice);
  gtk_widget_class_bind_template_child (widget_class, HsBrowser, stack);
  gtk_widget_class_bind_template_child (widget_class, HsBrowser, action_revealer);
  gtk_widget_class_bind_template_child (widget_class, HsBrowser, selected_label);
  gtk_widget_class_bind_template_child (widget_class, HsBrowser, article_actions);
  gtk_widget_class_bind_template_child (widget_class, HsBrowser, entity_actions);
  gtk_widget_class_bind_template_callback (widget_class, several_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, tools_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_install_action (widget_class, "browser.merge", NULL, merge_action);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", HS_TYPE_BROWSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_INT64);
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", HS_TYPE_BROWSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_INT64);
}

static void
add_kinds (HsBrowser *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, _("Every kind"));
  for (guint i = 0; i < HS_N_MENTION_KINDS; i++)
    gtk_string_list_append (titles, hs_kind_get_title (i));
  gtk_drop_down_set_model (self->kind_choice, G_LIST_MODEL (titles));
}

static void
hs_browser_init (HsBrowser *self)
{
  self->query = g_strdup ("");
  self->words = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  add_kinds (self);
  hs_template_fit_choice (self->kind_choice);
  hs_template_fit_choice (self->order_choice);
  hs_template_name_choice (self->kind_choice, _("Kind"));
  hs_template_name_choice (self->order_choice, _("Order"));
  hs_context_menu_add (GTK_WIDGET (self), make_menu);
  hs_browser_update_list (self);
}

/* @workspace: (nullable) */
void
hs_browser_set_workspace (HsBrowser   *self,
                          HsWorkspace *workspace)
{
  g_return_if_fail (HS_IS_BROWSER (self));

  if (!g_set_object (&self->workspace, workspace))
    return;
  for (guint what = 0; what < N_WHAT; what++)
    if (self->panes[what] != NULL)
      hs_list_pane_set_list (self->panes[what], NULL);
  if (workspace != NULL)
    hs_browser_update_list (self);
}

/* Several that were chosen are of the place that is left. */
static void
hs_browser_give_up_several (HsBrowser *self)
{
  hs_browser_set_several (self, FALSE);
  if (hs_browser_get_n_selected (self) > 1)
    hs_id_selection_clear (hs_list_pane_get_selection (hs_browser_get_pane (self)));
}

/**
 * hs_browser_set_section:
 * @self: a browser
 * @section: what to list
 *
 * Lists it from the top; what only the section before had (several selected, a scope) is
 * given up.
 */
void
hs_browser_set_section (HsBrowser *self,
                        HsSection  section)
{
  g_return_if_fail (HS_IS_BROWSER (self));
  g_return_if_fail ((guint) section < HS_N_SECTIONS);

  hs_browser_give_up_several (self);
  self->section = section;
  g_clear_pointer (&self->scope, g_free);
  g_clear_pointer (&self->scope_title, g_free);
  hs_browser_update_list (self);
}

/**
 * hs_browser_set_scope:
 * @self: a list of articles, stories, …
 * @query: a part of the articles, of a feed or a watch
 * @title: what it is called
 *
 * It goes with the next section.
 */
void
hs_browser_set_scope (HsBrowser  *self,
                      const char *query,
                      const char *title)
{
  g_return_if_fail (HS_IS_BROWSER (self));
  g_return_if_fail (query != NULL && title != NULL);

  hs_browser_give_up_several (self);
  self->section = HS_SECTION_ALL;
  g_free (self->scope);
  g_free (self->scope_title);
  self->scope = g_strdup (query);
  self->scope_title = g_strdup (title);
  hs_browser_update_list (self);
}

/* Returns: (transfer none) (nullable) */
const char *
hs_browser_get_scope (HsBrowser *self)
{
  g_return_val_if_fail (HS_IS_BROWSER (self), NULL);

  return self->scope;
}

/**
 * hs_browser_get_section:
 * @self: a browser
 *
 * Returns: what is listed
 */
HsSection
hs_browser_get_section (HsBrowser *self)
{
  g_return_val_if_fail (HS_IS_BROWSER (self), HS_SECTION_ALL);

  return self->section;
}

/* Returns: (transfer none): what the list is called */
const char *
hs_browser_get_title (HsBrowser *self)
{
  g_return_val_if_fail (HS_IS_BROWSER (self), "");

  return gtk_label_get_label (self->title);
}

/* @query: for articles; @words: for everything else */
void
hs_browser_set_filter (HsBrowser  *self,
                       const char *query,
                       const char *words)
{
  g_return_if_fail (HS_IS_BROWSER (self));
  g_return_if_fail (query != NULL && words != NULL);

  g_free (self->query);
  g_free (self->words);
  self->query = g_strdup (query);
  self->words = g_strdup (words);
  hs_browser_update_list (self);
}

/* The query of the articles that are listed now. */
const char *
hs_browser_get_query (HsBrowser *self)
{
  HsListPane *pane;

  g_return_val_if_fail (HS_IS_BROWSER (self), "");

  pane = self->panes[HS_LIST_ARTICLES];
  if (pane == NULL || hs_list_pane_get_list (pane) == NULL)
    return "";
  return hs_list_get_query (hs_list_pane_get_list (pane));
}

/**
 * hs_browser_get_selected:
 * @self: a list of articles, stories, …
 *
 * Of several, what is not listed any more is not among them.
 *
 * Returns: (transfer full) (element-type gint64): what several-at-once actions are about,
 *   in the order of the list
 */
GArray *
hs_browser_get_selected (HsBrowser *self)
{
  HsIdSelection *selection;
  HsList *list;
  GArray *ids;
  gint64 id;

  g_return_val_if_fail (HS_IS_BROWSER (self), NULL);

  selection = hs_list_pane_get_selection (hs_browser_get_pane (self));
  if (hs_id_selection_get_single (selection) != 0 && !hs_id_selection_get_several (selection))
    return hs_id_selection_get_ids (selection);
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  list = hs_id_selection_get_list (selection);
  for (guint i = 0; list != NULL && hs_list_get_error (list) == NULL && (id = hs_list_get_id (list, i)) != 0; i++)
    if (hs_id_selection_contains (selection, id))
      g_array_append_val (ids, id);
  return ids;
}

/**
 * hs_browser_get_n_selected:
 * @self: a list of articles, stories, …
 *
 * Returns: how many rows are chosen
 */
guint
hs_browser_get_n_selected (HsBrowser *self)
{
  g_return_val_if_fail (HS_IS_BROWSER (self), 0);

  return hs_id_selection_get_n (hs_list_pane_get_selection (hs_browser_get_pane (self)));
}

/**
 * hs_browser_set_several:
 * @self: a list of articles, stories, …
 * @several: whether rows are ticked, not opened
 *
 * Goes over to choosing several at once, or back. Neither what is merely open stays chosen
 * then, nor, on the way back, several.
 */
void
hs_browser_set_several (HsBrowser *self,
                        gboolean   several)
{
  HsIdSelection *selection;

  g_return_if_fail (HS_IS_BROWSER (self));

  selection = hs_list_pane_get_selection (hs_browser_get_pane (self));
  if (hs_id_selection_get_several (selection) == several)
    return;
  /* What is open was not chosen to be worked on. */
  if (several ? hs_id_selection_get_n (selection) == 1 : hs_id_selection_get_n (selection) > 1)
    hs_id_selection_clear (selection);
  hs_id_selection_set_several (selection, several);
}

/**
 * hs_browser_get_several:
 * @self: a list of articles, stories, …
 *
 * Returns: whether several are chosen at once
 */
gboolean
hs_browser_get_several (HsBrowser *self)
{
  g_return_val_if_fail (HS_IS_BROWSER (self), FALSE);

  return hs_id_selection_get_several (hs_list_pane_get_selection (hs_browser_get_pane (self)));
}

/* Shows that @id is what the other panes are about. */
void
hs_browser_select (HsBrowser *self,
                   gint64     id)
{
  g_return_if_fail (HS_IS_BROWSER (self));

  if (!hs_browser_get_several (self))
    hs_list_pane_select (hs_browser_get_pane (self), id);
}

/**
 * hs_browser_select_all:
 * @self: a list of articles, stories, …
 *
 * Chooses every row, several at once.
 */
void
hs_browser_select_all (HsBrowser *self)
{
  g_return_if_fail (HS_IS_BROWSER (self));

  hs_browser_set_several (self, TRUE);
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (hs_list_pane_get_selection (hs_browser_get_pane (self))));
}

/**
 * hs_browser_get_neighbour:
 * @self: a list of articles, stories, …
 * @id: of a row
 * @step: how far on, in rows; below 0 back
 *
 * Returns: the id that stands there, of the first row when @id is in none; 0 when there is
 *   none
 */
gint64
hs_browser_get_neighbour (HsBrowser *self,
                          gint64     id,
                          int        step)
{
  g_return_val_if_fail (HS_IS_BROWSER (self), 0);

  return hs_list_pane_get_neighbour (hs_browser_get_pane (self), id, step);
}

/* The row of @id in the list that is shown. */
HsItem *
hs_browser_get_item (HsBrowser *self,
                     gint64     id)
{
  HsList *list;
  guint position;

  g_return_val_if_fail (HS_IS_BROWSER (self), NULL);

  list = hs_list_pane_get_list (hs_browser_get_pane (self));
  if (list == NULL || !hs_list_find (list, id, &position))
    return NULL;
  return g_list_model_get_item (G_LIST_MODEL (list), position);
}

/**
 * hs_browser_set_click_activates:
 * @self: a list of articles, stories, …
 * @activates: whether one click enters a row, as Enter does; a source is always entered so
 */
void
hs_browser_set_click_activates (HsBrowser *self,
                                gboolean   activates)
{
  g_return_if_fail (HS_IS_BROWSER (self));

  self->click_activates = activates;
  for (guint what = 0; what < N_WHAT; what++)
    if (self->panes[what] != NULL)
      hs_list_pane_set_click_activates (self->panes[what], activates || what == HS_LIST_SOURCES);
}

/**
 * hs_browser_focus:
 * @self: a list of articles, stories, …
 *
 * Gives the keys to the row that is chosen, else to the first in view.
 */
void
hs_browser_focus (HsBrowser *self)
{
  g_return_if_fail (HS_IS_BROWSER (self));

  hs_list_pane_focus (hs_browser_get_pane (self));
}
