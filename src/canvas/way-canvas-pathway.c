/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tools that a pathway map is looked at with: its lanes, steps, links and flags can be walked and selected. */
#include "canvas/way-canvas-tools.h"

#include <math.h>

static gboolean
can_be_selected (const WayItem *item)
{
  return item->id != NULL && (item->role == WAY_ROLE_TITLE || item->role == WAY_ROLE_LANE || item->role == WAY_ROLE_STEP ||
                              item->role == WAY_ROLE_LINK || item->role == WAY_ROLE_FLAG);
}

/* The lane that a group is, or is in. Nullable. */
static const WayGroup *
get_lane (WayScene *scene,
          int       group)
{
  while (group >= 0 && way_scene_get_group (scene, group)->role != WAY_GROUP_LANE)
    group = way_scene_get_group (scene, group)->parent;
  return group >= 0 ? way_scene_get_group (scene, group) : NULL;
}

static gboolean
spot_of_item (WayScene *scene,
              guint     number,
              WaySpot  *spot)
{
  const WayItem *item = way_scene_get_item (scene, number);
  const WayGroup *lane;

  *spot = (WaySpot) { 0 };
  if (!can_be_selected (item))
    return FALSE;
  lane = get_lane (scene, item->group);
  spot->kind = item->kind;
  g_strlcpy (spot->id, item->id, sizeof spot->id);
  if (lane != NULL && lane->id != NULL)
    g_strlcpy (spot->lane, lane->id, sizeof spot->lane);
  return TRUE;
}

static int
find_item (WayScene      *scene,
           const WaySpot *spot)
{
  return *spot->id != '\0' ? way_scene_find (scene, spot->id) : -1;
}

/* What is written on a link is the link, and a quote what it is tied to. */
static gboolean
spot_at (WayScene *scene,
         double    x,
         double    y,
         WaySpot  *spot)
{
  int number = way_scene_pick (scene, x, y);

  for (; number >= 0; number = way_scene_get_item (scene, number)->owner)
    if (spot_of_item (scene, number, spot))
      return TRUE;
  *spot = (WaySpot) { 0 };
  return FALSE;
}

static gboolean
get_cell_bounds (WayScene      *scene,
                 const WaySpot *spot,
                 WayRect       *bounds)
{
  return FALSE;
}

static int
get_index (WayScene      *scene,
           const WaySpot *spot)
{
  return find_item (scene, spot);
}

/* What stands nearest before it in reading order. */
static gboolean
get_heir (WayScene      *scene,
          const WaySpot *gone,
          int            index,
          WaySpot       *heir)
{
  for (int i = MIN (index, (int) way_scene_get_n_items (scene)) - 1; i >= 0; i--)
    if (spot_of_item (scene, i, heir))
      return TRUE;
  return FALSE;
}

static gboolean
goes (WayWalk  step,
      WayPoint by)
{
  switch (step)
    {
    case WAY_WALK_LEFT:
      return by.x < -1 && fabs (by.x) >= fabs (by.y) * 0.5;
    case WAY_WALK_RIGHT:
      return by.x > 1 && fabs (by.x) >= fabs (by.y) * 0.5;
    case WAY_WALK_UP:
      return by.y < -1 && fabs (by.y) >= fabs (by.x) * 0.5;
    case WAY_WALK_DOWN:
    default:
      return by.y > 1 && fabs (by.y) >= fabs (by.x) * 0.5;
    }
}

/* The step, or head of a lane, that is nearest in the direction of a key. */
static gboolean
find_nearest (WayScene      *scene,
              const WayItem *from,
              WayWalk        step,
              WaySpot       *to)
{
  gboolean level = step == WAY_WALK_LEFT || step == WAY_WALK_RIGHT;
  double least = G_MAXDOUBLE;
  int nearest = -1;

  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WayItem *item = way_scene_get_item (scene, i);
      WayPoint by = { item->bounds.x + item->bounds.width / 2 - from->bounds.x - from->bounds.width / 2,
                      item->bounds.y + item->bounds.height / 2 - from->bounds.y - from->bounds.height / 2 };
      double far = level ? fabs (by.x) + 2 * fabs (by.y) : fabs (by.y) + 2 * fabs (by.x);

      if ((item->role != WAY_ROLE_STEP && item->role != WAY_ROLE_LANE) || item == from || !goes (step, by) || far >= least)
        continue;
      least = far;
      nearest = i;
    }
  return nearest >= 0 && spot_of_item (scene, nearest, to);
}

/* The first, or last, step of the lane that something is in. */
static gboolean
find_end (WayScene      *scene,
          const WayItem *from,
          gboolean       last,
          WaySpot       *to)
{
  const WayGroup *lane = get_lane (scene, from->group);
  int found = -1;

  for (guint i = 0; lane != NULL && i < lane->n_items && (last || found < 0); i++)
    if (way_scene_get_item (scene, lane->first_item + i)->role == WAY_ROLE_STEP)
      found = lane->first_item + i;
  return found >= 0 && spot_of_item (scene, found, to);
}

static gboolean
walk (WayScene      *scene,
      const WaySpot *from,
      WayWalk        step,
      WaySpot       *to)
{
  int number = find_item (scene, from);

  if (number < 0)
    {
      for (guint i = 0; i < way_scene_get_n_items (scene); i++)
        if (way_scene_get_item (scene, i)->role == WAY_ROLE_STEP && spot_of_item (scene, i, to))
          return TRUE;
      return FALSE;
    }
  if (step == WAY_WALK_FIRST || step == WAY_WALK_LAST)
    return find_end (scene, way_scene_get_item (scene, number), step == WAY_WALK_LAST, to);
  return find_nearest (scene, way_scene_get_item (scene, number), step, to);
}

static GArray *
list_between (WayScene      *scene,
              const WaySpot *from,
              const WaySpot *to)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (WaySpot));

  g_array_append_val (spots, *to);
  return spots;
}

static gboolean
is_never (const WaySpot *spot)
{
  return FALSE;
}

static char *
dup_name (WayScene      *scene,
          const WaySpot *spot)
{
  int number = find_item (scene, spot);
  const WayItem *item;

  if (number < 0)
    return g_strdup ("");
  item = way_scene_get_item (scene, number);
  return item->label != NULL ? g_strdup (item->label) : way_scene_dup_item_text (scene, item);
}

/* Which step of its lane it is. */
static gboolean
get_position (WayScene      *scene,
              const WaySpot *spot,
              guint         *position,
              guint         *of)
{
  int number = find_item (scene, spot);
  const WayGroup *lane = number >= 0 ? get_lane (scene, way_scene_get_item (scene, number)->group) : NULL;

  *position = *of = 0;
  if (lane == NULL || spot->kind != WAY_KIND_STEP)
    return FALSE;
  for (guint i = lane->first_item; i < lane->first_item + lane->n_items; i++)
    if (way_scene_get_item (scene, i)->role == WAY_ROLE_STEP)
      {
        (*of)++;
        if ((int) i <= number)
          (*position)++;
      }
  return TRUE;
}

static gboolean
type_nothing (WayCanvas       *self,
              WayCanvasEditor *editor)
{
  return FALSE;
}

static gboolean
typed_nothing (WayCanvas       *self,
               WayCanvasEditor *editor,
               const char      *text)
{
  return FALSE;
}

static void
go_nowhere (WayCanvas             *self,
            const WayCanvasEditor *editor,
            WayGoOn                where,
            gboolean               typed)
{
}

static void
move_nothing (WayCanvas *self,
              WayWalk    step)
{
}

static void
drop_nothing (WayCanvas *self)
{
}

static void
find_no_place (WayCanvas *self,
               double     x,
               double     y)
{
}

static void
draw_no_place (WayCanvas   *self,
               GtkSnapshot *snapshot)
{
}

static void
put_nothing (WayCanvas           *self,
             const WayCanvasDrag *drag)
{
}

const WayCanvasTools way_canvas_pathway_tools = {
  .spot_of_item = spot_of_item,
  .spot_at = spot_at,
  .get_cell_bounds = get_cell_bounds,
  .get_index = get_index,
  .get_heir = get_heir,
  .walk = walk,
  .list_between = list_between,
  .can_join = is_never,
  .dup_name = dup_name,
  .get_position = get_position,

  .type_new = type_nothing,
  .type_change = type_nothing,
  .typed = typed_nothing,
  .go_on = go_nowhere,

  .move = move_nothing,
  .drop_selected = drop_nothing,

  .can_drag = is_never,
  .find_place = find_no_place,
  .draw_place = draw_no_place,
  .put = put_nothing,
};
