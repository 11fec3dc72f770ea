/* hs-entity-view-menu.c: what can be done with what stands on an entity's page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-entity-view-private.h"

#include <glib/gi18n.h>

#include "hs-entity-menu.h"

/* What @widget or what it stands in is about. */
static gpointer
find_data (HsEntityView *self,
           GtkWidget    *widget,
           const char   *key,
           GtkWidget   **of)
{
  for (; widget != NULL && widget != GTK_WIDGET (self); widget = gtk_widget_get_parent (widget))
    {
      gpointer data = g_object_get_data (G_OBJECT (widget), key);

      if (data == NULL)
        continue;
      if (of != NULL)
        *of = widget;
      return data;
    }
  return NULL;
}

/* Returns: (transfer none) (nullable): the mention whose row @widget is in */
const HsOccurrence *
hs_entity_view_find_place (HsEntityView *self,
                           GtkWidget    *widget)
{
  return find_data (self, widget, "hs-place", NULL);
}

static GMenu *
make_name_menu (HsEntityView       *self,
                const HsEntityName *of)
{
  GMenu *menu = g_menu_new ();
  GMenu *section = g_menu_new ();
  gint64 id = self->page->id;
  const char *name = of->name;

  if (of->mentions > 0 && of->first < self->page->occurrences->len)
    {
      const HsOccurrence *place = g_ptr_array_index (self->page->occurrences, of->first);

      hs_menu_add (section, _("Show Where It Is Written So"), "win.show-words",
                   g_variant_new ("(xuu)", place->article, place->span.start, place->span.end), NULL);
    }
  if (self->page->names->len > 1)
    hs_menu_add (section, _("Split This Name Off"), "win.split-name", g_variant_new ("(xs)", id, name), NULL);
  if (g_strcmp0 (name, self->page->name) != 0)
    hs_menu_add (section, _("Call It So"), "win.rename-entity", g_variant_new ("(xs)", id, name), NULL);
  hs_menu_add (section, _("Copy Name"), "win.copy-words", g_variant_new_string (name), NULL);
  hs_menu_add_section (menu, name, section);
  hs_entity_menu_add_deciding (menu, id);
  return menu;
}

static GMenu *
make_place_menu (HsEntityView       *self,
                 const HsOccurrence *place)
{
  GMenu *menu = g_menu_new ();
  GMenu *section = g_menu_new ();

  hs_menu_add (section, _("Show in the Article"), "win.show-words",
               g_variant_new ("(xuu)", place->article, place->span.start, place->span.end), NULL);
  hs_menu_add (section, _("Copy Words"), "win.copy-words", g_variant_new_string (place->words), NULL);
  hs_menu_add_section (menu, NULL, section);
  hs_entity_menu_add_mention (menu, self->page->id, self->page->kind, place->article, place->span);
  hs_entity_menu_add_deciding (menu, self->page->id);
  return menu;
}

static GMenu *
make_proposal_menu (HsEntityView     *self,
                    const HsProposal *proposal)
{
  GMenu *menu = g_menu_new ();
  GMenu *section = g_menu_new ();

  hs_menu_add (section, _("They Are One: Merge"), "win.merge-entities",
               g_variant_new ("(xx)", self->page->id, proposal->other), "a");
  hs_menu_add (section, _("They Are Two: Never Merge"), "win.keep-apart",
               g_variant_new ("(xx)", self->page->id, proposal->other), "r");
  hs_menu_add_section (menu, NULL, section);
  hs_entity_menu_add_going (menu, proposal->other, proposal->name);
  return menu;
}

/* Of a name, a mention, a proposal, another entity; else of the entity itself. */
GMenu *
hs_entity_view_make_menu (GtkWidget *top,
                          GtkWidget *target)
{
  HsEntityView *self = HS_ENTITY_VIEW (top);
  const HsOccurrence *place;
  const HsProposal *proposal;
  const HsEntityName *of;
  const char *name;
  GtkWidget *button;

  if (self->page == NULL)
    return NULL;
  place = hs_entity_view_find_place (self, target);
  if (place != NULL)
    return make_place_menu (self, place);
  proposal = find_data (self, target, "hs-proposal", NULL);
  if (proposal != NULL)
    return make_proposal_menu (self, proposal);
  of = find_data (self, target, "hs-name", NULL);
  if (of != NULL)
    return make_name_menu (self, of);
  name = find_data (self, target, "hs-company-name", &button);
  if (name != NULL)
    return hs_entity_menu_new (g_variant_get_int64 (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button))),
                               name);
  return hs_entity_menu_new (self->page->id, self->page->name);
}
