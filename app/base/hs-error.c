/* hs-error.c: what can go wrong, in words for the user
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-error.h"

G_DEFINE_QUARK (hs-error-quark, hs_error)
