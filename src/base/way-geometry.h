/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** WayPoint: a place on a map, in points (1/72 inch) from its top left corner, downwards. */
typedef struct
{
  double x, y;
} WayPoint;

/** WayRect: an upright rectangle on a map, in points; never of negative size. */
typedef struct
{
  double x, y, width, height;
} WayRect;

static inline gboolean
way_rect_contains (const WayRect *rect, double x, double y)
{
  return x >= rect->x && x < rect->x + rect->width && y >= rect->y && y < rect->y + rect->height;
}

static inline gboolean
way_rect_intersects (const WayRect *a, const WayRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static inline WayRect
way_rect_union (const WayRect *a, const WayRect *b)
{
  double left = MIN (a->x, b->x), top = MIN (a->y, b->y);

  return (WayRect) { left, top, MAX (a->x + a->width, b->x + b->width) - left,
                     MAX (a->y + a->height, b->y + b->height) - top };
}

static inline WayRect
way_rect_grow (const WayRect *rect, double by)
{
  return (WayRect) { rect->x - by, rect->y - by, rect->width + 2 * by, rect->height + 2 * by };
}

G_END_DECLS
