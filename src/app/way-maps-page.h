/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-map-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * WayMapsPage: the maps of a workspace as a grid of pictures.
 *
 * Emits `opened` with the id of a map and `moved` with the id of a map and where it is to be among the others.
 */
#define WAY_TYPE_MAPS_PAGE (way_maps_page_get_type ())
G_DECLARE_FINAL_TYPE (WayMapsPage, way_maps_page, WAY, MAPS_PAGE, AdwBin)

void        way_maps_page_set_list     (WayMapsPage *self,
                                        WayMapList  *list);
const char *way_maps_page_get_selected (WayMapsPage *self);
void        way_maps_page_select       (WayMapsPage *self,
                                        const char  *map_id);
void        way_maps_page_set_subtitle (WayMapsPage *self,
                                        const char  *subtitle);

G_END_DECLS
