/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/way-look.h"
#include "canvas/way-projection.h"
#include "canvas/way-tiles.h"

G_BEGIN_DECLS

/* What is on the wall, or will be when it stands still. */
typedef struct
{
  WayLook look;
  WayRect spot;               /* what is picked out, points */
  double light;               /* how far the rest is dimmed, 0 to 1 */
} WayPicture;

struct _WayProjection
{
  GtkWidget parent_instance;

  WayScene *scene;            /* nullable */
  WayTiles *tiles;
  WayWall wall;
  gboolean dark, calm, black;
  WayProjectionMode mode;

  WayRect desk, selected;     /* what the desk shows, and what is selected there; of no width where there is none */
  WayDraft draft;

  GPtrArray *sights;          /* nullable: of WaySight */
  char *sight_id;             /* nullable: of the sight that is seen */
  guint sight, page;

  WayPicture now, from, to;
  gboolean placed;            /* there is something to glide from */
  gint64 start;               /* of gliding, microseconds of the frame clock; 0 before the first frame */
  guint tick;
  guint more;                 /* the tick that paints what is missing */
  guint words;                /* the timeout after which assistive technology is told what is seen */
};

/* way-projection.c */
void      way_projection_look            (WayProjection *self, gboolean glide);

/* way-projection-walk.c */
WaySight *way_projection_get_sight       (WayProjection *self);

/* way-projection-draft.c */
gboolean  way_projection_get_draft_place (WayProjection *self, WayRect *place);

/* way-projection-glide.c */
void      way_projection_stop_gliding    (WayProjection *self);
void      way_projection_go_to           (WayProjection *self, const WayPicture *picture, gboolean glide);

/* way-projection-words.c */
void      way_projection_tell_words      (WayProjection *self);
void      way_projection_tell_soon       (WayProjection *self);

/* way-projection-draw.c */
double    way_projection_measure_foot    (WayProjection *self, const WaySight *sight);
void      way_projection_draw            (WayProjection *self, GtkSnapshot *snapshot);

G_END_DECLS
