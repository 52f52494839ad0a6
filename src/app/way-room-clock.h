/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-countdown.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** WayRoomClock: a countdown on the wall, to be read from the back row. Its size is a share of the height of the wall. */
#define WAY_TYPE_ROOM_CLOCK (way_room_clock_get_type ())
G_DECLARE_FINAL_TYPE (WayRoomClock, way_room_clock, WAY, ROOM_CLOCK, GtkWidget)

GtkWidget *way_room_clock_new      (WayCountdown *countdown);
void       way_room_clock_set_wall (WayRoomClock *self,
                                    int           height);
void       way_room_clock_set_dark (WayRoomClock *self,
                                    gboolean      dark);

G_END_DECLS
