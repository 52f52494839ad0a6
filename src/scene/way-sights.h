/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/way-scene.h"

G_BEGIN_DECLS

/** WaySight: one thing that a room is walked past: a stage of a journey, or a stop of a scenario. */
typedef struct
{
  char *id;                   /* nullable: of the stage or the stop */
  char *title;
  char *note;                 /* nullable: what is said of it beside the map */
  WayRect area;               /* what is to be seen */
  WayRect spot;               /* what is picked out in it; the rest is dimmed */
  GArray *blocks;             /* of WayRect, from top to bottom: what should not be cut where the area is seen part by part */
  GArray *pieces;             /* of WayRect: what is not cut even where a block has to be */
} WaySight;

/** WaySceneFrame: what says where on a map one is, and so stays in view when a part of it is looked at; empty where there is none. */
typedef struct
{
  WayRect stages;             /* the row of stage headers */
  WayRect lanes;              /* the column of lane names */
} WaySceneFrame;

GPtrArray *way_sights_new       (WayScene      *scene);
int        way_sights_find      (GPtrArray     *sights,
                                 const char    *id);
void       way_sights_get_frame (WayScene      *scene,
                                 WaySceneFrame *frame);
WayRect    way_sights_translate (WayScene      *from,
                                 WayScene      *to,
                                 const WayRect *area);
char      *way_sights_dup_words (WayScene      *scene,
                                 const WayRect *area);

G_END_DECLS
