/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/way-scene.h"

G_BEGIN_DECLS

/** WaySpot: somewhere on a journey map that can be selected: a card, or a cell as a whole where @card is empty. */
typedef struct
{
  char lane[65], stage[65], card[65];
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

const WayGroup *way_outline_find_cell   (WayScene       *scene,
                                         const char     *lane,
                                         const char     *stage);
GArray         *way_outline_list_cards  (WayScene       *scene,
                                         const WayGroup *cell);
gboolean        way_outline_find_card   (WayScene       *scene,
                                         const char     *id,
                                         WaySpot        *spot);
gboolean        way_outline_spot_at     (WayScene       *scene,
                                         double          x,
                                         double          y,
                                         WaySpot        *spot);
int             way_outline_get_index   (WayScene       *scene,
                                         const WaySpot  *spot);
gboolean        way_outline_get_bounds  (WayScene       *scene,
                                         const WaySpot  *spot,
                                         WayRect        *bounds);
gboolean        way_outline_walk        (WayScene       *scene,
                                         const WaySpot  *from,
                                         WayWalk         step,
                                         WaySpot        *to);
gboolean        way_outline_step_cell   (WayScene       *scene,
                                         const WaySpot  *from,
                                         WayWalk         step,
                                         WaySpot        *cell);
char           *way_outline_dup_name    (WayScene       *scene,
                                         const WaySpot  *spot);

G_END_DECLS
