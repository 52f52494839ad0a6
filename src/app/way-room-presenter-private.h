/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-room-presenter.h"
#include "app/way-room.h"

G_BEGIN_DECLS

struct _WayRoomPresenter
{
  GObject parent_instance;

  WayCanvas *canvas;          /* nullable; not owned: the desk's */
  WayWorkspace *workspace;    /* nullable */
  WayFonts *fonts;
  GSettings *settings;
  GSimpleActionGroup *actions;
  WayCountdown *countdown;
  WayRoom *room;              /* nullable; GTK's */
  char *map_id;               /* nullable: the map that the room was shown last */
  char *scenario;             /* nullable: the one that was chosen at the desk, of whatever map */
  GtkAdjustment *adjustments[2]; /* nullable: of the canvas */
  guint sync;                 /* the idle call that tells the room where the desk is */
};

/* way-room-presenter.c */
WayProjection *way_room_presenter_get_projection (WayRoomPresenter *self);
const char    *way_room_presenter_get_desk_map   (WayRoomPresenter *self);
void           way_room_presenter_show_map       (WayRoomPresenter *self, const char *map_id);
void           way_room_presenter_make_room      (WayRoomPresenter *self);
void           way_room_presenter_end            (WayRoomPresenter *self);

/* way-room-desk.c */
const char    *way_room_presenter_get_personas   (WayRoomPresenter *self);
WayReading     way_room_presenter_get_reading    (WayRoomPresenter *self);
void           way_room_presenter_sync_now       (WayRoomPresenter *self);
void           way_room_presenter_sync_soon      (WayRoomPresenter *self);
void           way_room_presenter_follow_desk    (WayRoomPresenter *self);
void           way_room_presenter_forget_desk    (WayRoomPresenter *self);

/* way-room-actions.c */
void           way_room_presenter_add_actions    (WayRoomPresenter *self);
void           way_room_presenter_update_actions (WayRoomPresenter *self);
void           way_room_presenter_show_mode      (WayRoomPresenter *self);

G_END_DECLS
