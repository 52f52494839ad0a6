/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-room-presenter.h"

G_BEGIN_DECLS

/** WayRoomControls: the button in the header of a map with all that can be done about the room; its actions are the window's, as `room.…`. */
#define WAY_TYPE_ROOM_CONTROLS (way_room_controls_get_type ())
G_DECLARE_FINAL_TYPE (WayRoomControls, way_room_controls, WAY, ROOM_CONTROLS, AdwBin)

void way_room_controls_set_canvas    (WayRoomControls *self,
                                      WayCanvas       *canvas);
void way_room_controls_set_workspace (WayRoomControls *self,
                                      WayWorkspace    *workspace);

G_END_DECLS
