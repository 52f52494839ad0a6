/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-countdown.h"
#include "canvas/way-canvas.h"
#include "store/way-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * WayRoomPresenter:
 *
 * Between the desk and the room: opens the room's window, tells it where the desk is and what is typed there, and gives it the map as a
 * workshop may see it. What can be done is in the actions `room.…`.
 *
 * Properties: `presenting`.
 */
#define WAY_TYPE_ROOM_PRESENTER (way_room_presenter_get_type ())
G_DECLARE_FINAL_TYPE (WayRoomPresenter, way_room_presenter, WAY, ROOM_PRESENTER, GObject)

WayRoomPresenter *way_room_presenter_new           (WayCanvas        *canvas);
GActionGroup     *way_room_presenter_get_actions   (WayRoomPresenter *self);
WayCountdown     *way_room_presenter_get_countdown (WayRoomPresenter *self);
gboolean          way_room_presenter_get_presenting (WayRoomPresenter *self);
void              way_room_presenter_set_workspace (WayRoomPresenter *self,
                                                    WayWorkspace     *workspace);

G_END_DECLS
