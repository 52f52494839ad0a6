/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paint/way-paint-list.h"
#include "paint/way-paint.h"

G_BEGIN_DECLS

/* way-paint.c */
void way_paint_set_ink  (cairo_t *cr, WayInk ink, float opacity, WayStyle style);

/* way-paint-list.c */
void way_paint_list_add (WayPaintList *self, const WayMark *mark);

/* way-paint-scene.c */
void way_paint_list_fill (WayPaintList *self, WayScene *scene, const WayRect *area, double scale, WayPaintFlags flags);

G_END_DECLS
