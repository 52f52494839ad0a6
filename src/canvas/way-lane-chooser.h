/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/way-canvas.h"

G_BEGIN_DECLS

typedef void (*WayLaneChosen) (WayCanvas *canvas, const char *kind, gpointer data);

void way_lane_chooser_ask (WayCanvas     *canvas,
                           const char    *title,
                           const char    *kind,
                           const WayRect *area,
                           WayLaneChosen  chosen,
                           gpointer       data);

G_END_DECLS
