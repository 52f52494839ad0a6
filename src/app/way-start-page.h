/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * WayStartPage: what a window shows that has nothing open: what was left, what was open before, what can be begun with.
 *
 * Emits `chosen` with a [iface@Gio.File] to open.
 */
#define WAY_TYPE_START_PAGE (way_start_page_get_type ())
G_DECLARE_FINAL_TYPE (WayStartPage, way_start_page, WAY, START_PAGE, AdwBin)

void way_start_page_fill           (WayStartPage *self);
void way_start_page_clear          (WayStartPage *self);
void way_start_page_show_templates (WayStartPage *self);

G_END_DECLS
