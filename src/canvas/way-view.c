/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The arithmetic of looking at a map: zoom, scrolling and what fits. */
#include "canvas/way-view.h"

#define EDGE 40.0          /* logical pixels */
#define EDGE_SPEED 600.0   /* the same a second, at the edge */

/**
 * way_view_get_scale:
 * @self: a view
 *
 * Returns: logical pixels a point
 */
double
way_view_get_scale (const WayView *self)
{
  return self->zoom * WAY_VIEW_PIXELS;
}

/**
 * way_view_get_extent:
 * @self: a view
 * @width: (out): logical pixels that can be scrolled over, no less than the widget's
 * @height: (out): the same, downwards
 */
void
way_view_get_extent (const WayView *self,
                     double        *width,
                     double        *height)
{
  double scale = way_view_get_scale (self);

  *width = MAX (self->width, self->map_width * scale + 2 * WAY_VIEW_MARGIN);
  *height = MAX (self->height, self->map_height * scale + 2 * WAY_VIEW_MARGIN_DOWN);
}

/**
 * way_view_get_origin:
 * @self: a view
 * @x: (out): where in the widget the left edge of the map is, in logical pixels
 * @y: (out): where its top is
 */
void
way_view_get_origin (const WayView *self,
                     double        *x,
                     double        *y)
{
  double scale = way_view_get_scale (self), width, height;

  way_view_get_extent (self, &width, &height);
  *x = (width - self->map_width * scale) / 2 - self->scroll_x;
  *y = (height - self->map_height * scale) / 2 - self->scroll_y;
}

/**
 * way_view_to_map:
 * @self: a view
 * @x: a place in the widget, in logical pixels
 * @y: the same, downwards
 *
 * Returns: that place on the map
 */
WayPoint
way_view_to_map (const WayView *self,
                 double         x,
                 double         y)
{
  double scale = way_view_get_scale (self), left, top;

  way_view_get_origin (self, &left, &top);
  return (WayPoint) { (x - left) / scale, (y - top) / scale };
}

/**
 * way_view_from_map:
 * @self: a view
 * @area: a part of the map
 *
 * Returns: where in the widget it is, in logical pixels
 */
WayRect
way_view_from_map (const WayView *self,
                   const WayRect *area)
{
  double scale = way_view_get_scale (self), left, top;

  way_view_get_origin (self, &left, &top);
  return (WayRect) { left + area->x * scale, top + area->y * scale, area->width * scale, area->height * scale };
}

/**
 * way_view_get_visible:
 * @self: a view
 *
 * Returns: the part of the map's plane that the widget shows; it may reach beyond the map
 */
WayRect
way_view_get_visible (const WayView *self)
{
  double scale = way_view_get_scale (self);
  WayPoint corner = way_view_to_map (self, 0, 0);

  return (WayRect) { corner.x, corner.y, self->width / scale, self->height / scale };
}

/**
 * way_view_clamp:
 * @self: a view
 *
 * Brings zoom and scrolling back to what is allowed.
 */
void
way_view_clamp (WayView *self)
{
  double width, height;

  self->zoom = CLAMP (self->zoom, WAY_ZOOM_MIN, WAY_ZOOM_MAX);
  way_view_get_extent (self, &width, &height);
  self->scroll_x = CLAMP (self->scroll_x, 0, MAX (0, width - self->width));
  self->scroll_y = CLAMP (self->scroll_y, 0, MAX (0, height - self->height));
}

/**
 * way_view_zoom_at:
 * @self: a view
 * @zoom: the zoom to go to
 * @x: a place in the widget, in logical pixels
 * @y: the same, downwards
 *
 * Changes the zoom and keeps what is at @x, @y where it is, as far as the ends of the map allow.
 */
void
way_view_zoom_at (WayView *self,
                  double   zoom,
                  double   x,
                  double   y)
{
  WayPoint point = way_view_to_map (self, x, y);

  way_view_hold_at (self, zoom, &point, x, y);
}

/**
 * way_view_hold_at:
 * @self: a view
 * @zoom: the zoom to go to
 * @point: a point of the map
 * @x: a place in the widget, in logical pixels
 * @y: the same, downwards
 *
 * Changes the zoom and brings @point to @x, @y, as far as the ends of the map allow.
 */
void
way_view_hold_at (WayView        *self,
                  double          zoom,
                  const WayPoint *point,
                  double          x,
                  double          y)
{
  double left, top;

  self->zoom = CLAMP (zoom, WAY_ZOOM_MIN, WAY_ZOOM_MAX);
  way_view_get_origin (self, &left, &top);
  self->scroll_x += left + point->x * way_view_get_scale (self) - x;
  self->scroll_y += top + point->y * way_view_get_scale (self) - y;
  way_view_clamp (self);
}

/**
 * way_view_get_edge_speed:
 * @at: where in the widget something is dragged, in logical pixels
 * @length: how long the widget is that way
 *
 * Returns: how fast the map is to be scrolled, in logical pixels a second: faster towards the edge and beyond it, not at all elsewhere
 */
double
way_view_get_edge_speed (double at,
                         double length)
{
  double margin = MIN (EDGE, length / 4), into = at < margin ? at - margin : MAX (0, at - length + margin);
  double part = margin > 0 ? CLAMP (into / margin, -2, 2) : 0;

  return part * ABS (part) * EDGE_SPEED;
}

/**
 * way_view_get_fit:
 * @self: a view
 *
 * Returns: the zoom at which the whole map is seen, not above its size on paper
 */
double
way_view_get_fit (const WayView *self)
{
  double across, down;

  if (self->map_width <= 0 || self->map_height <= 0)
    return 1;
  across = (self->width - 2 * WAY_VIEW_MARGIN) / (self->map_width * WAY_VIEW_PIXELS);
  down = (self->height - 2 * WAY_VIEW_MARGIN_DOWN) / (self->map_height * WAY_VIEW_PIXELS);
  return CLAMP (MIN (across, down), WAY_ZOOM_MIN, 1);
}

/* The least scrolling after which from … from + length is within 0 … room; its start where it is longer. */
static double
bring_in (double from,
          double length,
          double room,
          double margin)
{
  margin = CLAMP (margin, 0, MAX (0, (room - length) / 2));
  if (from < margin || length > room)
    return from - margin;
  return MAX (0, from + length + margin - room);
}

/**
 * way_view_show:
 * @self: a view
 * @area: a part of the map
 * @margin: logical pixels to leave around it where there is room
 *
 * Scrolls as little as it takes to see @area.
 */
void
way_view_show (WayView       *self,
               const WayRect *area,
               double         margin)
{
  WayRect place = way_view_from_map (self, area);

  self->scroll_x += bring_in (place.x, place.width, self->width, margin);
  self->scroll_y += bring_in (place.y, place.height, self->height, margin);
  way_view_clamp (self);
}
