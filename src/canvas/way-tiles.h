/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/way-view.h"
#include "scene/way-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WayTiles:
 *
 * A map painted in pieces by other threads and kept as textures, so that a frame of panning or zooming only places them. What has not
 * been painted at the scale of the view yet is shown from another scale, never as a blank.
 */
typedef struct _WayTiles WayTiles;

WayTiles *way_tiles_new       (GtkWidget     *widget);
void      way_tiles_free      (WayTiles      *self);
void      way_tiles_set_scene (WayTiles      *self,
                               WayScene      *scene);
void      way_tiles_set_style (WayTiles      *self,
                               WayStyle       style);
void      way_tiles_suspect   (WayTiles      *self,
                               const WayRect *area);
void      way_tiles_suspect_dirty (WayTiles  *self);
void      way_tiles_begin_frame (WayTiles *self,
                                 gboolean  moving);
void      way_tiles_snapshot  (WayTiles      *self,
                               GtkSnapshot   *snapshot,
                               const WayView *view,
                               double         device_scale,
                               gint64         budget);
gboolean  way_tiles_end_frame (WayTiles      *self);
gsize     way_tiles_get_bytes (WayTiles      *self);
gsize     way_tiles_get_most_bytes (WayTiles *self);
gboolean  way_tiles_is_sharp  (WayTiles      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayTiles, way_tiles_free)

G_END_DECLS
