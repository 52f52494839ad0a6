/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/way-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WayProjectionMode:
 * @WAY_PROJECTION_FOLLOW: shows what the desk shows
 * @WAY_PROJECTION_HOLD: stands still
 * @WAY_PROJECTION_WALK: goes from sight to sight, with a light on each
 */
typedef enum
{
  WAY_PROJECTION_FOLLOW,
  WAY_PROJECTION_HOLD,
  WAY_PROJECTION_WALK,
} WayProjectionMode;

/** WayDraft: what is being typed at the desk: in place of what @id says where that is not empty, else as a new card in a cell, or a new stage. */
typedef struct
{
  char id[65];
  char lane[65], stage[65];
  WayRect area;               /* where it is where no cell tells, as for a new stage; of no width otherwise */
  char *text;                 /* nullable: nothing is typed */
} WayDraft;

/**
 * WayProjection:
 *
 * A map for a room to look at: nothing can be done to it, nothing stands on it but the map, and its text is never too small to be read.
 * It shows one scene, whose lens says what the room may see, and nothing else.
 */
#define WAY_TYPE_PROJECTION (way_projection_get_type ())
G_DECLARE_FINAL_TYPE (WayProjection, way_projection, WAY, PROJECTION, GtkWidget)

GtkWidget         *way_projection_new          (void);
WayScene          *way_projection_get_scene    (WayProjection      *self);
void               way_projection_set_scene    (WayProjection      *self,
                                                WayScene           *scene);
gboolean           way_projection_update       (WayProjection      *self,
                                                WayChanges         *changes,
                                                GError            **error);
void               way_projection_set_dark     (WayProjection      *self,
                                                gboolean            dark);
void               way_projection_set_calm     (WayProjection      *self,
                                                gboolean            calm);
void               way_projection_set_share    (WayProjection      *self,
                                                double              share);
void               way_projection_set_black    (WayProjection      *self,
                                                gboolean            black);
gboolean           way_projection_get_black    (WayProjection      *self);
WayProjectionMode  way_projection_get_mode     (WayProjection      *self);
void               way_projection_set_mode     (WayProjection      *self,
                                                WayProjectionMode   mode);
void               way_projection_set_desk     (WayProjection      *self,
                                                const WayRect      *desk,
                                                const WayRect      *selected);
void               way_projection_set_draft    (WayProjection      *self,
                                                const WayDraft     *draft);
void               way_projection_walk         (WayProjection      *self,
                                                int                 step);
void               way_projection_walk_to_end  (WayProjection      *self,
                                                gboolean            last);
double             way_projection_get_foot     (WayProjection      *self);
gboolean           way_projection_get_spot     (WayProjection      *self,
                                                WayRect            *place);

G_END_DECLS
