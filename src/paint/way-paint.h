/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/way-scene.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * WayPaintFlags:
 * @WAY_PAINT_SCREEN: paint what is for screens only (shadows), and leave out detail that is too small to be read at the current scale
 * @WAY_PAINT_NO_BACKGROUND: do not fill the ground under the map
 */
typedef enum
{
  WAY_PAINT_DEFAULT = 0,
  WAY_PAINT_SCREEN = 1 << 0,
  WAY_PAINT_NO_BACKGROUND = 1 << 1,
} WayPaintFlags;

void way_paint_mark  (cairo_t        *cr,
                      const WayMark  *mark,
                      WayStyle        style);
void way_paint_item  (cairo_t        *cr,
                      WayScene       *scene,
                      const WayItem  *item,
                      WayStyle        style,
                      WayPaintFlags   flags);
void way_paint_scene (cairo_t        *cr,
                      WayScene       *scene,
                      const WayRect  *area,
                      WayStyle        style,
                      WayPaintFlags   flags);

G_END_DECLS
