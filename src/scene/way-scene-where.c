/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is where on a map: what lies in an area, what is under a point, where a record is shown, where something may be put. */
#include "scene/way-journey.h"
#include "scene/way-scene-private.h"

#include <math.h>

static void
ensure_index (WayScene *self)
{
  g_autofree WayRect *rects = NULL;

  if (self->index != NULL)
    return;
  rects = g_new (WayRect, self->items->len);
  for (guint i = 0; i < self->items->len; i++)
    rects[i] = g_array_index (self->items, WayItem, i).bounds;
  self->index = way_index_new (rects, self->items->len);
}

/**
 * way_scene_query:
 * @self: a scene
 * @area: where to look
 * @indices: (element-type guint): where the numbers of the items that touch @area are added, in paint order
 */
void
way_scene_query (WayScene      *self,
                 const WayRect *area,
                 GArray        *indices)
{
  ensure_index (self);
  way_index_query (self->index, area, indices);
}

static double
get_distance (WayPoint from,
              WayPoint to,
              double   x,
              double   y)
{
  double dx = to.x - from.x, dy = to.y - from.y, square = dx * dx + dy * dy;
  double along = square > 0 ? CLAMP (((x - from.x) * dx + (y - from.y) * dy) / square, 0, 1) : 0;

  return hypot (from.x + along * dx - x, from.y + along * dy - y);
}

/* A link goes round much that is not its own: it is where its line is. */
static gboolean
is_on_line (WayScene      *self,
            const WayItem *item,
            double         x,
            double         y)
{
  const double near = 5;
  const WayMark *marks = way_scene_get_marks (self, item);

  for (guint i = 0; i < item->n_marks; i++)
    {
      guint n_steps;
      const WayPathStep *steps = marks[i].type == WAY_MARK_PATH ? way_path_get_steps (marks[i].path, &n_steps) : NULL;
      WayPoint at = { 0 };

      for (guint k = 0; steps != NULL && k < n_steps; k++)
        {
          WayPoint to = steps[k].points[steps[k].type == WAY_PATH_CURVE ? 2 : 0];

          if (steps[k].type == WAY_PATH_CLOSE)
            continue;
          if (steps[k].type != WAY_PATH_MOVE && get_distance (at, to, x, y) <= MAX (near, marks[i].line_width / 2))
            return TRUE;
          at = to;
        }
    }
  return FALSE;
}

static gboolean
can_be_picked (WayScene      *self,
               const WayItem *item,
               double         x,
               double         y)
{
  if (item->role == WAY_ROLE_LINK || item->role == WAY_ROLE_ROUTE)
    return is_on_line (self, item, x, y);
  return item->role != WAY_ROLE_BACKDROP && item->role != WAY_ROLE_CURVE;
}

/**
 * way_scene_pick:
 * @self: a scene
 * @x: a place on the map
 * @y: the same
 *
 * Returns: the number of the topmost item there that is not decoration, or -1
 */
int
way_scene_pick (WayScene *self,
                double    x,
                double    y)
{
  g_autoptr (GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));
  WayRect point = { x, y, 1e-6, 1e-6 };

  way_scene_query (self, &point, indices);
  for (guint i = indices->len; i > 0; i--)
    {
      guint index = g_array_index (indices, guint, i - 1);

      if (can_be_picked (self, way_scene_get_item (self, index), x, y))
        return index;
    }
  return -1;
}

/**
 * way_scene_find:
 * @self: a scene
 * @id: the id of a record
 *
 * Returns: the number of the first item that shows it, or -1
 */
int
way_scene_find (WayScene   *self,
                const char *id)
{
  if (self->found == NULL)
    {
      self->found = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = self->items->len; i > 0; i--)
        {
          const WayItem *item = way_scene_get_item (self, i - 1);

          if (item->id != NULL)
            g_hash_table_insert (self->found, (char *) item->id, GUINT_TO_POINTER (i));
        }
    }
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->found, id)) - 1;
}

/* Whether a card drawn at @bounds comes before something put at the point: above it, or beside it in a row of chips. */
static gboolean
comes_before (WayScene      *self,
              const WayItem *item,
              double         x,
              double         y)
{
  const WayRect *bounds = &item->bounds;
  double middle = bounds->x + bounds->width / 2;

  if (item->role != WAY_ROLE_CHIP)
    return bounds->y + bounds->height / 2 < y;
  if (y < bounds->y || y >= bounds->y + bounds->height)
    return bounds->y + bounds->height <= y;
  return self->right_to_left ? middle > x : middle < x;
}

/**
 * way_scene_get_place_at:
 * @self: a scene
 * @x: a place on the map
 * @y: the same
 * @place: (out caller-allocates): the cell there, and which number a card put there would get
 *
 * Only a journey map has cells.
 *
 * Returns: whether there is a cell that cards can be put in
 */
gboolean
way_scene_get_place_at (WayScene *self,
                        double    x,
                        double    y,
                        WayPlace *place)
{
  if (!g_str_equal (self->kind->name, way_journey_kind.name))
    return FALSE;
  for (guint g = 0; g < self->groups->len; g++)
    {
      const WayGroup *cell = way_scene_get_group (self, g);
      const WayGroup *lane;

      if (cell->role != WAY_GROUP_CELL || !way_rect_contains (&cell->bounds, x, y))
        continue;
      lane = way_scene_get_group (self, cell->parent);
      if (lane->id == NULL || cell->stage == NULL)
        return FALSE;
      g_strlcpy (place->lane, lane->id, sizeof place->lane);
      g_strlcpy (place->stage, cell->stage, sizeof place->stage);
      place->index = 0;
      for (guint i = 0; i < cell->n_items; i++)
        {
          const WayItem *item = way_scene_get_item (self, cell->first_item + i);

          if (item->kind == WAY_KIND_CARD && comes_before (self, item, x, y))
            place->index++;
        }
      return TRUE;
    }
  return FALSE;
}

/**
 * way_scene_get_felt_scale:
 * @self: a scene
 * @top: (out): the y of +5
 * @bottom: (out): the y of −5
 *
 * Returns: whether the map shows how somebody felt
 */
gboolean
way_scene_get_felt_scale (WayScene *self,
                          double   *top,
                          double   *bottom)
{
  *top = self->felt_top;
  *bottom = self->felt_bottom;
  return *bottom > *top;
}
