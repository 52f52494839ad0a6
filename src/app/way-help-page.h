/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * WayHelpPage:
 *
 * A page of the help as it is read in the window. Emits `follow` with the name of the page that a link leads to.
 */
#define WAY_TYPE_HELP_PAGE (way_help_page_get_type ())
G_DECLARE_FINAL_TYPE (WayHelpPage, way_help_page, WAY, HELP_PAGE, AdwNavigationPage)

WayHelpPage *way_help_page_new (const char *name);

G_END_DECLS
