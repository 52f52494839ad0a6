/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A smooth curve through points that never goes beyond them: monotone cubic interpolation. */
#include "scene/way-curve.h"

#include <math.h>

static double
get_slope (const WayPoint *a,
           const WayPoint *b)
{
  return (b->y - a->y) / (b->x - a->x);
}

/* The harmonic mean of the slopes on both sides, weighted by their widths; flat where the curve turns. */
static double
get_inner_tangent (const WayPoint *points,
                   guint           i)
{
  double before = points[i].x - points[i - 1].x, after = points[i + 1].x - points[i].x;
  double falling = get_slope (&points[i - 1], &points[i]), rising = get_slope (&points[i], &points[i + 1]);

  if (falling * rising <= 0)
    return 0;
  return 3 * (before + after) / ((2 * after + before) / falling + (after + 2 * before) / rising);
}

/* At an end: half of what would be a parabola, which never overshoots either. */
static double
get_end_tangent (double slope,
                 double next)
{
  double tangent = (3 * slope - next) / 2;

  if (tangent * slope <= 0)
    return 0;
  return fabs (tangent) > fabs (3 * slope) ? 3 * slope : tangent;
}

/**
 * way_curve_add_to_path:
 * @path: a path whose last point is the first of @points
 * @points: (array length=n_points): where to go, with x rising, or falling, all along
 * @n_points: how many
 *
 * Adds a smooth curve through all @points. Between two points it stays between their heights (Fritsch and Carlson, Monotone Piecewise
 * Cubic Interpolation, 1980).
 */
void
way_curve_add_to_path (WayPath        *path,
                       const WayPoint *points,
                       guint           n_points)
{
  g_autofree double *tangents = NULL;

  if (n_points < 2)
    return;
  tangents = g_new0 (double, n_points);
  for (guint i = 1; i + 1 < n_points; i++)
    tangents[i] = get_inner_tangent (points, i);
  tangents[0] = get_end_tangent (get_slope (&points[0], &points[1]), tangents[1]);
  tangents[n_points - 1] = get_end_tangent (get_slope (&points[n_points - 2], &points[n_points - 1]), tangents[n_points - 2]);
  for (guint i = 0; i + 1 < n_points; i++)
    {
      double third = (points[i + 1].x - points[i].x) / 3;

      way_path_curve (path, (WayPoint) { points[i].x + third, points[i].y + third * tangents[i] },
                      (WayPoint) { points[i + 1].x - third, points[i + 1].y - third * tangents[i + 1] }, points[i + 1]);
    }
}
