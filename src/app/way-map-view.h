/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-map-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** WayMapView: one map of a workspace with its header and tools; what is done on the canvas is done to the workspace. */
#define WAY_TYPE_MAP_VIEW (way_map_view_get_type ())
G_DECLARE_FINAL_TYPE (WayMapView, way_map_view, WAY, MAP_VIEW, AdwBin)

void        way_map_view_set_workspace (WayMapView   *self,
                                        WayWorkspace *workspace);
void        way_map_view_show_map      (WayMapView   *self,
                                        const char   *map_id);
const char *way_map_view_get_map       (WayMapView   *self);
WayCanvas  *way_map_view_get_canvas    (WayMapView   *self);
gboolean    way_map_view_finish_typing (WayMapView   *self);
void        way_map_view_keep_places   (WayMapView   *self);
void        way_map_view_focus_pane    (WayMapView   *self);
GtkWidget  *way_map_view_get_shown_pane (WayMapView  *self);
WayMapContext *way_map_view_get_context (WayMapView  *self);
void        way_map_view_set_subtitle  (WayMapView   *self,
                                        const char   *subtitle);
void        way_map_view_tell          (WayMapView   *self,
                                        const char   *message);

G_END_DECLS
