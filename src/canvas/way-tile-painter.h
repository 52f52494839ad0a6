/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paint/way-paint-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** WayTileJob: a piece of a map that is to become a texture. */
typedef struct _WayTileJob WayTileJob;

/**
 * WayTilePainter:
 *
 * Threads that paint pieces of a map while frames go on. All calls are made by the one thread that has the painter.
 */
typedef struct _WayTilePainter WayTilePainter;

WayTilePainter *way_tile_painter_new      (GSourceFunc      done,
                                           gpointer         user_data);
void            way_tile_painter_free     (WayTilePainter  *self);
WayTileJob     *way_tile_painter_add      (WayTilePainter  *self,
                                           WayPaintList    *list,
                                           const WayRect   *area,
                                           int              width,
                                           int              height,
                                           gpointer         tag);
void            way_tile_painter_cancel   (WayTilePainter  *self,
                                           WayTileJob      *job);
guint           way_tile_painter_get_n_waiting (WayTilePainter *self);
gboolean        way_tile_painter_help     (WayTilePainter  *self);
void            way_tile_painter_wait     (WayTilePainter  *self,
                                           gint64           deadline);
WayTileJob     *way_tile_painter_pop_done (WayTilePainter  *self);

gpointer        way_tile_job_get_tag      (WayTileJob      *self);
GdkTexture     *way_tile_job_free_to_texture (WayTileJob   *self);

G_END_DECLS
