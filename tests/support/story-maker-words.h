/* story-maker-words.h: what the made stories tell, and of whom
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#define MADE_N_CLAIMS 7
#define MADE_N_SETTINGS 5

typedef struct
{
  const char *name;
  const char *place;
  const char *topic;
  const char *titles[1];
  const char *claims[MADE_N_CLAIMS];     /* clauses, without a capital or full stop */
  const char *settings[MADE_N_SETTINGS]; /* sentences anybody could write */
} MadeEvent;

extern const MadeEvent made_events[];
extern const guint made_n_events;
extern const char * const made_given[];
extern const guint made_n_given;
extern const char * const made_family[];
extern const guint made_n_family;
extern const char * const made_roles[];
extern const guint made_n_roles;
extern const char * const made_outlet_places[];
extern const guint made_n_outlet_places;
extern const char * const made_outlet_forms[];
extern const guint made_n_outlet_forms;
