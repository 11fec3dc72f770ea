/* hs-preferences.h: what the user set and what the window remembers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HsPreferences:
 *
 * Properties, all read-write, kept in GSettings when the schema is installed
 * and in memory with their defaults when it is not:
 * - `color-scheme` (string: "system", "light", "dark")
 * - `serif` (gboolean), `font-size` (int, points), `line-width` (int, characters),
 *   `line-height` (int, per cent of the size), `font-family` (string; empty: what
 *   `serif` says)
 * - `marks-filter` (string): which layer the list of marks is about; empty all
 * - `mark-read` (gboolean): an article that is opened becomes read
 * - `refresh` (gboolean): feeds are asked when they are due while the window is open
 * - `notifications` (gboolean): what watches and feeds wait for is told of
 * - `hidden-layers` (guint): bits of the layers that are not shown
 * - `hidden-signals` (GStrv): codes of the signals that are not shown
 * - `window-width`, `window-height`, `sidebar-width`, `list-width`,
 *   `panel-width` (int), `window-maximized`, `show-sidebar`, `show-panel`
 *   (gboolean)
 * - `sample-offered` (GStrv): the libraries that had the sample story
 */
#define HS_TYPE_PREFERENCES (hs_preferences_get_type ())
G_DECLARE_FINAL_TYPE (HsPreferences, hs_preferences, HS, PREFERENCES, GObject)

HsPreferences *hs_preferences_get_default   (void);
gboolean       hs_preferences_get_boolean   (HsPreferences *self,
                                             const char    *name);
int            hs_preferences_get_int       (HsPreferences *self,
                                             const char    *name);
gboolean       hs_preferences_shows_layer   (HsPreferences *self,
                                             guint          layer);
void           hs_preferences_set_layer     (HsPreferences *self,
                                             guint          layer,
                                             gboolean       shown);
gboolean       hs_preferences_shows_signal (HsPreferences *self,
                                             const char    *code);
void           hs_preferences_set_signal   (HsPreferences *self,
                                             const char    *code,
                                             gboolean       shown);
gboolean       hs_preferences_offer_sample  (HsPreferences *self,
                                             const char    *directory);

G_END_DECLS
