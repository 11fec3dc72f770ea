/* hs-application.h: the program with its window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

int hs_application_run_window (const char *library);
