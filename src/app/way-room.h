/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-countdown.h"
#include "canvas/way-projection.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * WayRoom:
 *
 * The window that a room looks at: the map, and a countdown where it is wanted. It has no header, no menus, no dialogs and no toasts, and
 * nothing of the desk's is ever put in it. What is pressed in it is done by the actions `room.…` of whoever made it.
 */
#define WAY_TYPE_ROOM (way_room_get_type ())
G_DECLARE_FINAL_TYPE (WayRoom, way_room, WAY, ROOM, GtkWindow)

WayRoom       *way_room_new            (GtkWindow    *desk,
                                        WayCountdown *countdown);
WayProjection *way_room_get_projection (WayRoom      *self);
void           way_room_set_dark       (WayRoom      *self,
                                        gboolean      dark);
void           way_room_show           (WayRoom      *self,
                                        gboolean      here);

G_END_DECLS
