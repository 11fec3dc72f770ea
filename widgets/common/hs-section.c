/* hs-section.c: the sections of the sidebar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-section.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *nick;
  const char *title;
  const char *icon;
  const char *counter;
  HsListWhat what;
  const char *query;
} SectionInfo;

static const SectionInfo sections[HS_N_SECTIONS] = {
  { "all", N_("All"), "hearsay-all-symbolic", "n-articles", HS_LIST_ARTICLES, "" },
  { "unread", N_("Unread"), "mail-unread-symbolic", "n-unread", HS_LIST_ARTICLES, "is:unread" },
  { "starred", N_("Starred"), "starred-symbolic", "n-starred", HS_LIST_ARTICLES, "is:starred" },
  { "stories", N_("Stories"), "hearsay-story-symbolic", "n-stories", HS_LIST_STORIES, "" },
  { "sources", N_("Sources"), "hearsay-source-symbolic", "n-sources", HS_LIST_SOURCES, "" },
  { "entities", N_("Entities"), "hearsay-entity-symbolic", "n-entities", HS_LIST_ENTITIES, "" },
  { "notes", N_("Notes"), "hearsay-note-symbolic", "n-notes", HS_LIST_NOTES, "" },
};

/**
 * hs_section_get_nick:
 * @section: a section
 *
 * Returns: (transfer none): what it is called in settings; never translated
 */
const char *
hs_section_get_nick (HsSection section)
{
  g_return_val_if_fail ((guint) section < HS_N_SECTIONS, NULL);

  return sections[section].nick;
}

/**
 * hs_section_from_nick:
 * @nick: what a section is called in settings
 * @out: (out): which it is
 *
 * Returns: whether there is one that is called so
 */
gboolean
hs_section_from_nick (const char *nick,
                      HsSection  *out)
{
  g_return_val_if_fail (nick != NULL && out != NULL, FALSE);

  for (guint i = 0; i < HS_N_SECTIONS; i++)
    if (g_str_equal (sections[i].nick, nick))
      {
        *out = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * hs_section_get_title:
 * @section: a section
 *
 * Returns: (transfer none): what it is called, translated
 */
const char *
hs_section_get_title (HsSection section)
{
  g_return_val_if_fail ((guint) section < HS_N_SECTIONS, NULL);

  return _(sections[section].title);
}

/**
 * hs_section_get_icon:
 * @section: a section
 *
 * Returns: (transfer none): the name of its icon
 */
const char *
hs_section_get_icon (HsSection section)
{
  g_return_val_if_fail ((guint) section < HS_N_SECTIONS, NULL);

  return sections[section].icon;
}

/**
 * hs_section_get_counter:
 * @section: a section
 *
 * Returns: (transfer none) (nullable): the property of the workspace that counts what is in
 *   it
 */
const char *
hs_section_get_counter (HsSection section)
{
  g_return_val_if_fail ((guint) section < HS_N_SECTIONS, NULL);

  return sections[section].counter;
}

/**
 * hs_section_get_what:
 * @section: a section
 *
 * Returns: what its list is of
 */
HsListWhat
hs_section_get_what (HsSection section)
{
  g_return_val_if_fail ((guint) section < HS_N_SECTIONS, HS_LIST_ARTICLES);

  return sections[section].what;
}

/**
 * hs_section_get_query:
 * @section: a section
 *
 * Returns: (transfer none) (nullable): what the query has in it before anything is typed
 */
const char *
hs_section_get_query (HsSection section)
{
  g_return_val_if_fail ((guint) section < HS_N_SECTIONS, "");

  return sections[section].query;
}
