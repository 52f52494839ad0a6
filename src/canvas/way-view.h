/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/way-geometry.h"

G_BEGIN_DECLS

#define WAY_ZOOM_MIN 0.02
#define WAY_ZOOM_MAX 8.0

/** WAY_VIEW_PIXELS: logical pixels that a point takes up at a zoom of 1, where the map is as large as on paper. */
#define WAY_VIEW_PIXELS (96.0 / 72.0)

/** WAY_VIEW_MARGIN: ground beside a map that can be scrolled to, in logical pixels. */
#define WAY_VIEW_MARGIN 24.0

/** WAY_VIEW_MARGIN_DOWN: the same above and below, where there is room for tools that float over the map. */
#define WAY_VIEW_MARGIN_DOWN 64.0

/**
 * WayView: which part of a map a widget shows. Sizes of the widget and scroll offsets are logical pixels, those of the map points.
 * A map that is smaller than the widget stands in its middle.
 */
typedef struct
{
  double zoom;
  double scroll_x, scroll_y;  /* from the left and top of the margin around the map */
  double width, height;       /* of the widget */
  double map_width, map_height;
} WayView;

double   way_view_get_scale      (const WayView *self);
void     way_view_get_extent     (const WayView *self,
                                  double        *width,
                                  double        *height);
void     way_view_get_origin     (const WayView *self,
                                  double        *x,
                                  double        *y);
WayPoint way_view_to_map         (const WayView *self,
                                  double         x,
                                  double         y);
WayRect  way_view_from_map       (const WayView *self,
                                  const WayRect *area);
WayRect  way_view_get_visible    (const WayView *self);
void     way_view_clamp          (WayView       *self);
void     way_view_zoom_at        (WayView       *self,
                                  double         zoom,
                                  double         x,
                                  double         y);
void     way_view_hold_at        (WayView       *self,
                                  double         zoom,
                                  const WayPoint *point,
                                  double         x,
                                  double         y);
double   way_view_get_edge_speed (double         at,
                                  double         length);
double   way_view_get_fit        (const WayView *self);
void     way_view_show           (WayView       *self,
                                  const WayRect *area,
                                  double         margin);

G_END_DECLS
