/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map as something to walk on, whatever its kind: what can be selected, where each step leads, and what is said there. */
#include "canvas/way-outline.h"

#include "canvas/way-canvas-tools.h"

gboolean
way_spot_equal (const WaySpot *a,
                const WaySpot *b)
{
  return a->kind == b->kind && g_str_equal (a->id, b->id) && g_str_equal (a->lane, b->lane) && g_str_equal (a->stage, b->stage);
}

gboolean
way_spot_is_set (const WaySpot *self)
{
  return *self->id != '\0' || *self->lane != '\0';
}

/* Whether it is a place for things, and no thing. */
gboolean
way_spot_is_cell (const WaySpot *self)
{
  return *self->id == '\0' && *self->lane != '\0';
}

/**
 * way_outline_find:
 * @scene: a scene
 * @id: the id of a record
 * @spot: (out caller-allocates): where it is
 *
 * Returns: whether it is on the map and can be selected
 */
gboolean
way_outline_find (WayScene   *scene,
                  const char *id,
                  WaySpot    *spot)
{
  int index = way_scene_find (scene, id);

  return index >= 0 && way_outline_spot_of_item (scene, index, spot);
}

/**
 * way_outline_spot_of_item:
 * @scene: a scene
 * @item: the number of one of its items
 * @spot: (out caller-allocates): what it is
 *
 * Returns: whether it can be selected
 */
gboolean
way_outline_spot_of_item (WayScene *scene,
                          guint     item,
                          WaySpot  *spot)
{
  return way_canvas_tools_get (scene)->spot_of_item (scene, item, spot);
}

/**
 * way_outline_spot_at:
 * @scene: a scene
 * @x: a place on the map
 * @y: the same
 * @spot: (out caller-allocates): what is there
 *
 * Returns: whether something is that can be selected
 */
gboolean
way_outline_spot_at (WayScene *scene,
                     double    x,
                     double    y,
                     WaySpot  *spot)
{
  return way_canvas_tools_get (scene)->spot_at (scene, x, y, spot);
}

/**
 * way_outline_get_index:
 * @scene: a scene
 * @spot: a spot
 *
 * Returns: how many come before it where it is, or -1 for a cell
 */
int
way_outline_get_index (WayScene      *scene,
                       const WaySpot *spot)
{
  return way_canvas_tools_get (scene)->get_index (scene, spot);
}

/**
 * way_outline_get_heir:
 * @scene: a scene
 * @gone: what was on it
 * @index: which number it had, see [func@outline_get_index]
 * @heir: (out caller-allocates): what is there now
 *
 * Returns: whether something is
 */
gboolean
way_outline_get_heir (WayScene      *scene,
                      const WaySpot *gone,
                      int            index,
                      WaySpot       *heir)
{
  return way_canvas_tools_get (scene)->get_heir (scene, gone, index, heir);
}

/**
 * way_outline_get_bounds:
 * @scene: a scene
 * @spot: a spot
 * @bounds: (out caller-allocates): where it is, in points
 *
 * Returns: whether it is on the map
 */
gboolean
way_outline_get_bounds (WayScene      *scene,
                        const WaySpot *spot,
                        WayRect       *bounds)
{
  int index;

  if (*spot->id == '\0')
    return way_spot_is_cell (spot) && way_canvas_tools_get (scene)->get_cell_bounds (scene, spot, bounds);
  if (way_canvas_tools_get (scene)->get_bounds != NULL && way_canvas_tools_get (scene)->get_bounds (scene, spot, bounds))
    return TRUE;
  index = way_scene_find (scene, spot->id);
  if (index >= 0)
    *bounds = way_scene_get_item (scene, index)->bounds;
  return index >= 0;
}

/**
 * way_outline_walk:
 * @scene: a scene
 * @from: where the walk is, or nothing to begin
 * @step: where to
 * @to: (out caller-allocates): what is there
 *
 * Returns: whether there is anywhere to go
 */
gboolean
way_outline_walk (WayScene      *scene,
                  const WaySpot *from,
                  WayWalk        step,
                  WaySpot       *to)
{
  return way_canvas_tools_get (scene)->walk (scene, from, step, to);
}

/**
 * way_outline_list_between:
 * @scene: a scene
 * @from: a spot
 * @to: another, or the same
 *
 * Returns: (transfer full) (element-type WaySpot): what is selected when a selection is drawn out from one to the other, in reading order;
 *   only of what several can be selected of
 */
GArray *
way_outline_list_between (WayScene      *scene,
                          const WaySpot *from,
                          const WaySpot *to)
{
  return way_canvas_tools_get (scene)->list_between (scene, from, to);
}

/**
 * way_outline_dup_name:
 * @scene: a scene
 * @spot: a spot
 *
 * Returns: (transfer full): what to say of it: where it is, what it says and how many there are
 */
char *
way_outline_dup_name (WayScene      *scene,
                      const WaySpot *spot)
{
  return way_canvas_tools_get (scene)->dup_name (scene, spot);
}
