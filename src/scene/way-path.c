/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An outline of lines and curves that can be painted and written. */
#include "scene/way-path.h"

#include <string.h>

struct _WayPath
{
  gatomicrefcount references;
  GArray *steps;              /* of WayPathStep */
};

WayPath *
way_path_new (void)
{
  WayPath *self = g_new0 (WayPath, 1);

  g_atomic_ref_count_init (&self->references);
  self->steps = g_array_sized_new (FALSE, FALSE, sizeof (WayPathStep), 8);
  return self;
}

WayPath *
way_path_ref (WayPath *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
way_path_unref (WayPath *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_array_unref (self->steps);
  g_free (self);
}

static void
add (WayPath         *self,
     WayPathStepType  type,
     WayPoint         one,
     WayPoint         two,
     WayPoint         three)
{
  WayPathStep step = { type, { one, two, three } };

  g_array_append_val (self->steps, step);
}

void
way_path_move (WayPath *self,
               double   x,
               double   y)
{
  add (self, WAY_PATH_MOVE, (WayPoint) { x, y }, (WayPoint) { 0 }, (WayPoint) { 0 });
}

void
way_path_line (WayPath *self,
               double   x,
               double   y)
{
  add (self, WAY_PATH_LINE, (WayPoint) { x, y }, (WayPoint) { 0 }, (WayPoint) { 0 });
}

/**
 * way_path_curve:
 * @self: a path that has begun
 * @one: the first control point of a cubic Bézier curve
 * @two: the second
 * @end: where it ends
 */
void
way_path_curve (WayPath  *self,
                WayPoint  one,
                WayPoint  two,
                WayPoint  end)
{
  add (self, WAY_PATH_CURVE, one, two, end);
}

void
way_path_close (WayPath *self)
{
  add (self, WAY_PATH_CLOSE, (WayPoint) { 0 }, (WayPoint) { 0 }, (WayPoint) { 0 });
}

const WayPathStep *
way_path_get_steps (WayPath *self,
                    guint   *n_steps)
{
  *n_steps = self->steps->len;
  return (const WayPathStep *) self->steps->data;
}

/**
 * way_path_get_bounds:
 * @self: a path
 * @bounds: (out caller-allocates): a rectangle around its points and control points; empty for an empty path
 */
void
way_path_get_bounds (WayPath *self,
                     WayRect *bounds)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < self->steps->len; i++)
    {
      const WayPathStep *step = &g_array_index (self->steps, WayPathStep, i);
      guint n_points = step->type == WAY_PATH_CURVE ? 3 : step->type == WAY_PATH_CLOSE ? 0 : 1;

      for (guint p = 0; p < n_points; p++)
        {
          left = MIN (left, step->points[p].x);
          top = MIN (top, step->points[p].y);
          right = MAX (right, step->points[p].x);
          bottom = MAX (bottom, step->points[p].y);
        }
    }
  *bounds = left > right ? (WayRect) { 0 } : (WayRect) { left, top, right - left, bottom - top };
}

gboolean
way_path_equal (WayPath *one,
                WayPath *other)
{
  if (one == other)
    return TRUE;
  if (one->steps->len != other->steps->len)
    return FALSE;
  for (guint i = 0; i < one->steps->len; i++)
    {
      const WayPathStep *a = &g_array_index (one->steps, WayPathStep, i), *b = &g_array_index (other->steps, WayPathStep, i);

      if (a->type != b->type || memcmp (a->points, b->points, sizeof a->points) != 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * way_path_shift:
 * @self: (transfer full): a path
 * @right: how far, points
 * @down: the same
 *
 * What others hold stays where it is.
 *
 * Returns: (transfer full): the path further to the right and down
 */
WayPath *
way_path_shift (WayPath *self,
                double   right,
                double   down)
{
  WayPath *moved = self;

  /* Nobody else can take hold of it now: to do so they would have to have it. */
  if (!g_atomic_ref_count_compare (&self->references, 1))
    {
      moved = way_path_new ();
      g_array_append_vals (moved->steps, self->steps->data, self->steps->len);
      way_path_unref (self);
    }
  for (guint i = 0; i < moved->steps->len; i++)
    for (guint p = 0; p < 3; p++)
      {
        WayPoint *at = &g_array_index (moved->steps, WayPathStep, i).points[p];

        at->x += right;
        at->y += down;
      }
  return moved;
}
