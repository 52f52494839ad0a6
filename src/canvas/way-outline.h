/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/way-scene.h"

G_BEGIN_DECLS

/**
 * WaySpot: somewhere on a map that can be selected. Something that has a record is of its @kind and has its @id, with the lane and stage
 * it is in, where it is in one; of a lane or stage, that is itself. Where @kind is WAY_KIND_NONE it is the cell where @lane and @stage meet,
 * or nothing at all.
 */
typedef struct
{
  WayKind kind;
  char id[65];
  char lane[65], stage[65];
} WaySpot;

/** WayWalk: a step that the keyboard takes, in the directions of the screen. */
typedef enum
{
  WAY_WALK_LEFT,
  WAY_WALK_RIGHT,
  WAY_WALK_UP,
  WAY_WALK_DOWN,
  WAY_WALK_FIRST,             /* of the lane */
  WAY_WALK_LAST,
} WayWalk;

gboolean        way_spot_equal          (const WaySpot  *a,
                                         const WaySpot  *b);
gboolean        way_spot_is_set         (const WaySpot  *self);
gboolean        way_spot_is_cell        (const WaySpot  *self);

gboolean        way_outline_find        (WayScene       *scene,
                                         const char     *id,
                                         WaySpot        *spot);
gboolean        way_outline_spot_at     (WayScene       *scene,
                                         double          x,
                                         double          y,
                                         WaySpot        *spot);
gboolean        way_outline_spot_of_item (WayScene      *scene,
                                         guint           item,
                                         WaySpot        *spot);
int             way_outline_get_index   (WayScene       *scene,
                                         const WaySpot  *spot);
gboolean        way_outline_get_heir    (WayScene       *scene,
                                         const WaySpot  *gone,
                                         int             index,
                                         WaySpot        *heir);
gboolean        way_outline_get_bounds  (WayScene       *scene,
                                         const WaySpot  *spot,
                                         WayRect        *bounds);
gboolean        way_outline_walk        (WayScene       *scene,
                                         const WaySpot  *from,
                                         WayWalk         step,
                                         WaySpot        *to);
GArray         *way_outline_list_between (WayScene      *scene,
                                         const WaySpot  *from,
                                         const WaySpot  *to);
char           *way_outline_dup_name    (WayScene       *scene,
                                         const WaySpot  *spot);

G_END_DECLS
