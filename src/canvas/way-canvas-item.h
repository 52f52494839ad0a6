/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/way-canvas.h"

G_BEGIN_DECLS

/** WayCanvasItem: something on the map, for assistive technology only: a name, a place and a state, and no widget. */
#define WAY_TYPE_CANVAS_ITEM (way_canvas_item_get_type ())
G_DECLARE_FINAL_TYPE (WayCanvasItem, way_canvas_item, WAY, CANVAS_ITEM, GObject)

G_END_DECLS
