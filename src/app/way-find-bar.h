/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/way-canvas.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** WayFindBar: finds words on the map of its canvas. */
#define WAY_TYPE_FIND_BAR (way_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (WayFindBar, way_find_bar, WAY, FIND_BAR, AdwBin)

void way_find_bar_open  (WayFindBar *self);
void way_find_bar_close (WayFindBar *self);

G_END_DECLS
