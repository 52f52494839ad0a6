/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-map-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * WaySidebar: the parts of a workspace, and the maps under theirs.
 *
 * Emits `maps-chosen`, `personas-chosen`, and `map-chosen` with the id of a map.
 */
#define WAY_TYPE_SIDEBAR (way_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (WaySidebar, way_sidebar, WAY, SIDEBAR, AdwBin)

void way_sidebar_set_list  (WaySidebar *self,
                            WayMapList *list);
void way_sidebar_show_maps (WaySidebar *self);
void way_sidebar_show_personas (WaySidebar *self);
void way_sidebar_show_map  (WaySidebar *self,
                            const char *map_id);

G_END_DECLS
