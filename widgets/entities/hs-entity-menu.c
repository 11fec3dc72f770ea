/* hs-entity-menu.c: what can be done with an entity, wherever it stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-entity-menu.h"

#include <glib/gi18n.h>

static void
add_act (GMenu      *section,
         gint64      entity,
         const char *label,
         const char *what,
         const char *key)
{
  hs_menu_add (section, label, "win.act-on-entity", g_variant_new ("(xs)", entity, what), key);
}

/**
 * hs_entity_menu_add_going:
 * @menu: a menu
 * @entity: an entity
 * @name: (nullable): what it is called: to be copied, and what stands above
 *
 * Adds where an entity leads: its page, its articles, a watch. Main thread.
 */
void
hs_entity_menu_add_going (GMenu      *menu,
                          gint64      entity,
                          const char *name)
{
  GMenu *section = g_menu_new ();
  g_autofree char *id = g_strdup_printf ("#%" G_GINT64_FORMAT, entity);

  hs_menu_add (section, _("Show Entity"), "win.show-entity", g_variant_new_int64 (entity), NULL);
  hs_menu_add (section, _("List Its Articles"), "win.filter",
               g_variant_new ("(sss)", "entity", id, name != NULL ? name : id), NULL);
  add_act (section, entity, _("Watch…"), "watch", "w");
  if (name != NULL)
    hs_menu_add (section, _("Copy Name"), "win.copy-words", g_variant_new_string (name), NULL);
  hs_menu_add_section (menu, name, section);
}

/**
 * hs_entity_menu_add_deciding:
 * @menu: a menu
 * @entity: an entity
 *
 * Adds what can be decided of an entity, each with its key. Main thread.
 */
void
hs_entity_menu_add_deciding (GMenu  *menu,
                             gint64  entity)
{
  GMenu *section = g_menu_new ();

  add_act (section, entity, _("Merge…"), "merge", "m");
  add_act (section, entity, _("Split…"), "split", "t");
  add_act (section, entity, _("Rename…"), "rename", "e");
  add_act (section, entity, _("Change Kind…"), "kind", "c");
  add_act (section, entity, _("Never Merge With…"), "apart", "d");
  hs_menu_add_section (menu, NULL, section);
}

/**
 * hs_entity_menu_add_mention:
 * @menu: a menu
 * @entity: the entity the words were found to name, 0 none
 * @kind: what the words name
 * @article: an article
 * @span: the words, in bytes of its text
 *
 * Adds what can be said of one mention: not this one, something else, nothing. Main
 * thread.
 */
void
hs_entity_menu_add_mention (GMenu         *menu,
                            gint64         entity,
                            HsMentionKind  kind,
                            gint64         article,
                            HsSpan         span)
{
  GMenu *section = g_menu_new ();

  if (entity != 0)
    hs_menu_add (section, _("Not This One"), "win.not-this-one",
                 g_variant_new ("(xxuu)", entity, article, span.start, span.end), "x");
  hs_menu_add (section, _("Names Something Else…"), "win.correct-mention",
               g_variant_new ("(xuuu)", article, span.start, span.end, kind), "i");
  hs_menu_add (section, _("Names Nothing"), "win.remove-mention",
               g_variant_new ("(xuu)", article, span.start, span.end), "r");
  hs_menu_add_section (menu, _("These words"), section);
}

/**
 * hs_entity_menu_add_confirming:
 * @menu: to which it is added
 * @entity: what is proposed
 * @kind: as what
 * @article: an article
 * @span: the words, in bytes of its text
 *
 * Adds what confirms a mention that the program only proposes. Main thread.
 */
void
hs_entity_menu_add_confirming (GMenu         *menu,
                               gint64         entity,
                               HsMentionKind  kind,
                               gint64         article,
                               HsSpan         span)
{
  GMenu *section = g_menu_new ();

  hs_menu_add (section, _("Confirm"), "win.confirm-mention",
               g_variant_new ("(xuuux)", article, span.start, span.end, kind, entity), "a");
  hs_menu_add_section (menu, _("Proposed"), section);
}

/**
 * hs_entity_menu_new:
 * @entity: an entity
 * @name: (nullable): to be copied, and what stands above the menu
 *
 * Returns: (transfer full): where it leads, and what can be said of it
 */
GMenu *
hs_entity_menu_new (gint64      entity,
                    const char *name)
{
  GMenu *menu = g_menu_new ();

  hs_entity_menu_add_going (menu, entity, name);
  hs_entity_menu_add_deciding (menu, entity);
  return menu;
}
