/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What moves the wall: the desk, nobody, or a walk from sight to sight. */
#include "canvas/way-projection-private.h"

#include <math.h>

/* What is walked past now; NULL where nobody walks. */
WaySight *
way_projection_get_sight (WayProjection *self)
{
  return self->mode == WAY_PROJECTION_WALK && self->sights != NULL ? g_ptr_array_index (self->sights, self->sight) : NULL;
}

WayProjectionMode
way_projection_get_mode (WayProjection *self)
{
  return self->mode;
}

/* The stage that is nearest to the middle of what is seen. */
static guint
find_nearest (WayProjection *self)
{
  guint best = 0;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < self->sights->len; i++)
    {
      const WaySight *sight = g_ptr_array_index (self->sights, i);
      WayRect focus = self->selected;
      WayPoint middle = self->to.look.middle;
      double distance;

      if (focus.width > 0)
        middle = (WayPoint) { focus.x + focus.width / 2, focus.y + focus.height / 2 };
      distance = hypot (sight->spot.x + sight->spot.width / 2 - middle.x, sight->spot.y + sight->spot.height / 2 - middle.y);

      if (distance < least)
        {
          least = distance;
          best = i;
        }
    }
  return best;
}

static void
set_sight (WayProjection *self,
           guint          sight,
           guint          page)
{
  self->sight = sight;
  self->page = page;
  g_set_str (&self->sight_id, ((WaySight *) g_ptr_array_index (self->sights, sight))->id);
}

/**
 * way_projection_set_mode:
 * @self: a projection
 * @mode: what moves it
 *
 * Walking begins where the desk is, or at the first stage where it shows the whole map.
 */
void
way_projection_set_mode (WayProjection     *self,
                         WayProjectionMode  mode)
{
  gboolean whole = self->selected.width <= 0 && (self->desk.width <= 0 || self->desk.width >= self->wall.map_width);

  if (self->mode == mode)
    return;
  self->mode = mode;
  if (mode == WAY_PROJECTION_WALK && self->sights != NULL)
    set_sight (self, whole ? 0 : find_nearest (self), 0);
  way_projection_look (self, TRUE);
  way_projection_tell_soon (self);
}

/**
 * way_projection_walk:
 * @self: a projection
 * @step: 1 to go on, -1 to go back
 *
 * Goes to what comes next: the next part of the stage that is seen, or the next stage. One that does not walk yet begins to.
 */
void
way_projection_walk (WayProjection *self,
                     int            step)
{
  if (self->sights == NULL)
    return;
  if (self->mode != WAY_PROJECTION_WALK)
    {
      way_projection_set_mode (self, WAY_PROJECTION_WALK);
      return;
    }
  if (step > 0 && self->page + 1 < way_look_count_pages (&self->wall, way_projection_get_sight (self)))
    self->page++;
  else if (step > 0 && self->sight + 1 < self->sights->len)
    set_sight (self, self->sight + 1, 0);
  else if (step < 0 && self->page > 0)
    self->page--;
  else if (step < 0 && self->sight > 0)
    set_sight (self, self->sight - 1,
               way_look_count_pages (&self->wall, g_ptr_array_index (self->sights, self->sight - 1)) - 1);
  way_projection_look (self, TRUE);
}

/**
 * way_projection_walk_to_end:
 * @self: a projection
 * @last: whether to go to the last stage, else to the first
 */
void
way_projection_walk_to_end (WayProjection *self,
                            gboolean       last)
{
  if (self->sights == NULL)
    return;
  self->mode = WAY_PROJECTION_WALK;
  set_sight (self, last ? self->sights->len - 1 : 0, 0);
  way_projection_look (self, TRUE);
}
