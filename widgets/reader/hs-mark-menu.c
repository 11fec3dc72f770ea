/* hs-mark-menu.c: what can be done with what is marked in an article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-mark-menu.h"

#include <glib/gi18n.h>

#include "hs-entity-menu.h"

static void
add_statement (GMenu                    *menu,
               const HsReading          *reading,
               const HsReadingStatement *statement)
{
  GMenu *section = g_menu_new ();
  HsSpan said = statement->speaker_span;

  if (statement->speaker != 0)
    {
      const char *name = statement->speaker_name != NULL ? statement->speaker_name : "";
      g_autofree char *label = g_strdup_printf (_("Said by %s"), name);

      hs_menu_add (section, label, "win.show-entity", g_variant_new_int64 (statement->speaker), NULL);
    }
  if (!hs_span_is_none (said))
    hs_menu_add (section, _("Show Who Says It in the Text"), "win.show-words",
                 g_variant_new ("(xuu)", reading->id, said.start, said.end), NULL);
  for (guint i = 0; i < statement->vias->len; i++)
    {
      const HsReadingVia *via = g_ptr_array_index (statement->vias, i);
      g_autofree char *label = g_strdup_printf (_("Taken From %s"), via->name != NULL ? via->name : "");

      if (via->outlet != 0 && via->name != NULL)
        hs_menu_add (section, label, "win.show-entity", g_variant_new_int64 (via->outlet), NULL);
    }
  hs_menu_add (section, _("All Statements"), "win.show-panel-page", g_variant_new_string ("credibility"), NULL);
  hs_menu_add_section (menu, _("Statement"), section);
}

static void
add_mention (GMenu                  *menu,
             const HsReading        *reading,
             const HsReadingMention *mention)
{
  const HsReadingEntity *entity = hs_mark_find_entity (reading, mention->entity);

  if (mention->entity != 0)
    hs_entity_menu_add_going (menu, mention->entity, entity != NULL ? entity->name : NULL);
  if (hs_reading_mention_is_proposed (mention))
    hs_entity_menu_add_confirming (menu, mention->entity, mention->kind, reading->id, mention->span);
  hs_entity_menu_add_mention (menu, mention->entity, mention->kind, reading->id, mention->span);
  if (mention->entity != 0)
    hs_entity_menu_add_deciding (menu, mention->entity);
}

static void
add_link (GMenu      *menu,
          const char *address)
{
  GMenu *section = g_menu_new ();

  if (hs_mark_may_open (address))
    hs_menu_add (section, _("Open Link"), "reader.open-link", g_variant_new_string (address), NULL);
  hs_menu_add (section, _("Copy Address"), "win.copy-words", g_variant_new_string (address), NULL);
  hs_menu_add_section (menu, _("Link"), section);
}

/**
 * hs_mark_menu_add:
 * @menu: to which it is added
 * @reading: an article
 * @mark: one of its marks
 *
 * Adds what can be done with what is marked.
 */
void
hs_mark_menu_add (GMenu           *menu,
                  const HsReading *reading,
                  const HsMark    *mark)
{
  GMenu *section;

  switch (mark->layer)
    {
    case HS_LAYER_STATEMENTS:
      add_statement (menu, reading, g_ptr_array_index (reading->statements, mark->index));
      break;
    case HS_LAYER_SIGNALS:
      section = g_menu_new ();
      hs_menu_add (section, _("All Signals"), "win.show-panel-page", g_variant_new_string ("credibility"), NULL);
      hs_menu_add_section (menu, NULL, section);
      break;
    case HS_LAYER_NOTES:
      section = g_menu_new ();
      hs_menu_add (section, _("Edit Note…"), "win.edit-note",
                   g_variant_new_int64 (((HsReadingNote *) g_ptr_array_index (reading->notes, mark->index))->id), NULL);
      hs_menu_add_section (menu, NULL, section);
      break;
    case HS_MARK_LINK:
      add_link (menu, hs_mark_get_address (mark, reading));
      break;
    default:
      add_mention (menu, reading, &g_array_index (reading->mentions, HsReadingMention, mark->index));
      break;
    }
}

/* Returns: (transfer full): of one mark, with the way to its words */
GMenu *
hs_mark_menu_new (const HsReading *reading,
                  const HsMark    *mark)
{
  GMenu *menu = g_menu_new ();
  GMenu *section = g_menu_new ();

  hs_menu_add (section, _("Show in the Article"), "win.show-words",
               g_variant_new ("(xuu)", reading->id, mark->span.start, mark->span.end), NULL);
  hs_menu_add_section (menu, NULL, section);
  if (mark->layer != HS_MARK_HEADING)
    hs_mark_menu_add (menu, reading, mark);
  return menu;
}
