/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-map-view.h"
#include "app/way-saver.h"

G_BEGIN_DECLS

/** WayWindow: a window for one workspace, or for choosing one. */
#define WAY_TYPE_WINDOW (way_window_get_type ())
G_DECLARE_FINAL_TYPE (WayWindow, way_window, WAY, WINDOW, AdwApplicationWindow)

WayWindow    *way_window_new           (AdwApplication *application);
gboolean      way_window_open          (WayWindow      *self,
                                        GFile          *file);
void          way_window_show_page     (WayWindow      *self,
                                        const char     *page);
void          way_window_show_map      (WayWindow      *self,
                                        const char     *map_id);
void          way_window_reload         (WayWindow     *self);
void          way_window_show_templates (WayWindow     *self);
void          way_window_show_maps     (WayWindow      *self);
void          way_window_show_personas (WayWindow      *self);
gboolean      way_window_finish_typing (WayWindow      *self);
void          way_window_select_map    (WayWindow      *self,
                                        const char     *map_id);
const char   *way_window_get_map       (WayWindow      *self);
void          way_window_next_pane     (WayWindow      *self,
                                        gboolean        back);
WayWorkspace *way_window_get_workspace (WayWindow      *self);
WaySaver     *way_window_get_saver     (WayWindow      *self);
WayMapView   *way_window_get_view      (WayWindow      *self);
void          way_window_save          (WayWindow      *self);
void          way_window_step_map      (WayWindow      *self,
                                        int             by);

G_END_DECLS
