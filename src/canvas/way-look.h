/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/way-view.h"
#include "scene/way-sights.h"

G_BEGIN_DECLS

/** WAY_LOOK_MARGIN: what is left free at the edges of a wall, as a share of its height. */
#define WAY_LOOK_MARGIN (1 / 54.0)

/** WayWall: what a map is shown on to a room, and what is known of the map. */
typedef struct
{
  double width, height;       /* logical pixels */
  double foot;                /* logical pixels at the bottom that something else is written on */
  double share;               /* how high text of the body is at least, as a share of the wall's height */
  double body;                /* how high it is on the map, points */
  double map_width, map_height;
  gboolean right_to_left;
  WaySceneFrame frame;
} WayWall;

/** WayLook: which part of a map a wall shows. */
typedef struct
{
  double scale;               /* logical pixels a point */
  WayPoint middle;            /* of the map, in the middle of the wall; points */
} WayLook;

/** WayLookStrips: the parts of the wall that say where one is, while what they repeat is out of sight; empty otherwise. Logical pixels. */
typedef struct
{
  WayRect stages, lanes;
} WayLookStrips;

double        way_look_get_least_scale (const WayWall  *wall);
WayLook       way_look_whole           (const WayWall  *wall);
WayLook       way_look_follow          (const WayWall  *wall,
                                        const WayLook  *before,
                                        const WayRect  *desk,
                                        const WayRect  *selected);
guint         way_look_count_pages     (const WayWall  *wall,
                                        const WaySight *sight);
WayLook       way_look_sight           (const WayWall  *wall,
                                        const WaySight *sight,
                                        guint           page,
                                        WayRect        *spot);
WayLookStrips way_look_get_strips      (const WayLook  *self,
                                        const WayWall  *wall);
WayRect       way_look_from_map        (const WayLook  *self,
                                        const WayWall  *wall,
                                        const WayRect  *area);
WayRect       way_look_get_visible     (const WayLook  *self,
                                        const WayWall  *wall);
WayView       way_look_get_view        (const WayLook  *self,
                                        const WayWall  *wall);
WayLook       way_look_between         (const WayLook  *a,
                                        const WayLook  *b,
                                        double          part);
guint         way_look_choose_corner   (double          width,
                                        double          height,
                                        const WayRect   corners[4],
                                        const WayRect  *avoid,
                                        guint           n_avoid,
                                        guint           now);

G_END_DECLS
