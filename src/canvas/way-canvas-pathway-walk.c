/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walking a pathway map by keyboard: along the flow, among the steps above and below, and aside onto links and flags. */
#include "canvas/way-canvas-pathway.h"

#include "scene/way-scene-pathway.h"

#include <math.h>

static gboolean
can_be_selected (const WayItem *item)
{
  return item->id != NULL && (item->role == WAY_ROLE_TITLE || item->role == WAY_ROLE_LANE || item->role == WAY_ROLE_STEP ||
                              item->role == WAY_ROLE_LINK || item->role == WAY_ROLE_FLAG);
}

gboolean
way_pathway_spot_of_item (WayScene *scene,
                          guint     number,
                          WaySpot  *spot)
{
  const WayItem *item = way_scene_get_item (scene, number);
  const WayGroup *lane;

  *spot = (WaySpot) { 0 };
  if (!can_be_selected (item))
    return FALSE;
  lane = way_pathway_get_lane (scene, item->group);
  spot->kind = item->kind;
  g_strlcpy (spot->id, item->id, sizeof spot->id);
  if (lane != NULL && lane->id != NULL)
    g_strlcpy (spot->lane, lane->id, sizeof spot->lane);
  return TRUE;
}

/* What is written on a link is the link, and a quote what it is tied to. */
gboolean
way_pathway_spot_at (WayScene *scene,
                     double    x,
                     double    y,
                     WaySpot  *spot)
{
  int number = way_scene_pick (scene, x, y);

  for (; number >= 0; number = way_scene_get_item (scene, number)->owner)
    if (way_pathway_spot_of_item (scene, number, spot))
      return TRUE;
  *spot = (WaySpot) { 0 };
  return FALSE;
}

/* What stands nearest before it in reading order. */
gboolean
way_pathway_get_heir (WayScene      *scene,
                      const WaySpot *gone,
                      int            index,
                      WaySpot       *heir)
{
  for (int i = MIN (index, (int) way_scene_get_n_items (scene)) - 1; i >= 0; i--)
    if (way_pathway_spot_of_item (scene, i, heir))
      return TRUE;
  return FALSE;
}

static WayPoint
get_way (const WayItem *from,
         const WayItem *to)
{
  return (WayPoint) { to->bounds.x + to->bounds.width / 2 - from->bounds.x - from->bounds.width / 2,
                      to->bounds.y + to->bounds.height / 2 - from->bounds.y - from->bounds.height / 2 };
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

/* The step, or head of a lane, that is nearest in the direction of a key; above them all is the title. */
static gboolean
find_nearest (WayScene      *scene,
              const WayItem *from,
              WayWalk        step,
              WaySpot       *to)
{
  gboolean level = step == WAY_WALK_LEFT || step == WAY_WALK_RIGHT;
  double least = G_MAXDOUBLE;
  int nearest = -1, title = -1;

  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WayItem *item = way_scene_get_item (scene, i);
      WayPoint by = get_way (from, item);
      double far = level ? fabs (by.x) + 2 * fabs (by.y) : fabs (by.y) + 2 * fabs (by.x);

      if (item->role == WAY_ROLE_TITLE && item->id != NULL)
        title = i;
      /* Along the heads of the lanes none is jumped over, and whoever is among steps leaves them sideways only. */
      if ((from->role == WAY_ROLE_LANE) != (item->role == WAY_ROLE_LANE) && !level && from->role != WAY_ROLE_TITLE)
        continue;
      if (from->role == WAY_ROLE_TITLE && item->role != WAY_ROLE_LANE)
        continue;
      if ((item->role != WAY_ROLE_STEP && item->role != WAY_ROLE_LANE) || item->id == NULL || item == from ||
          (from->role != WAY_ROLE_TITLE && !goes (step, by)) || far >= least || (from->role == WAY_ROLE_TITLE && step != WAY_WALK_DOWN))
        continue;
      least = far;
      nearest = i;
    }
  if (nearest < 0 && step == WAY_WALK_UP && from->role != WAY_ROLE_TITLE)
    nearest = title;
  return nearest >= 0 && way_pathway_spot_of_item (scene, nearest, to);
}

static gboolean
leads_on (WayScene *scene,
          WayWalk   step)
{
  return step == (way_scene_is_right_to_left (scene) ? WAY_WALK_LEFT : WAY_WALK_RIGHT);
}

/* The step at the other end of a link; -1 where it is not shown. */
static int
get_end (WayScene *scene,
         guint     link,
         gboolean  on)
{
  const char *from, *to;

  if (!way_scene_get_link_ends (scene, way_scene_get_item (scene, link)->id, &from, &to))
    return -1;
  return way_scene_find (scene, on ? to : from);
}

/* Along a link: the flow that goes straightest on, before what informs or makes possible, and before what leads back. */
static gboolean
follow (WayScene      *scene,
        const WayItem *from,
        WayWalk        step,
        gboolean       back,
        WaySpot       *to)
{
  gboolean on = leads_on (scene, step);
  g_autoptr (GArray) links = on ? way_scene_list_links_from (scene, from->id) : way_scene_list_links_to (scene, from->id);
  double least = G_MAXDOUBLE;
  int nearest = -1;

  for (guint i = 0; i < links->len; i++)
    {
      guint link = g_array_index (links, guint, i);
      int end = get_end (scene, link, on);
      WayPoint by = end >= 0 ? get_way (from, way_scene_get_item (scene, end)) : (WayPoint) { 0 };
      double far = fabs (by.x) / 4 + fabs (by.y);

      if (end < 0 || way_scene_get_item (scene, end) == from || (step == WAY_WALK_LEFT ? by.x > 1 : by.x < -1) != back)
        continue;
      if (!way_scene_is_flow (scene, way_scene_get_item (scene, link)->id))
        far += 1e6;
      if (far >= least)
        continue;
      least = far;
      nearest = end;
    }
  return nearest >= 0 && way_pathway_spot_of_item (scene, nearest, to);
}

/* The first, or last, step of the lane that something is in. */
static gboolean
find_end (WayScene      *scene,
          const WayItem *from,
          gboolean       last,
          WaySpot       *to)
{
  const WayGroup *lane = way_pathway_get_lane (scene, from->group);
  int found = -1;

  for (guint i = 0; lane != NULL && i < lane->n_items && (last || found < 0); i++)
    if (way_scene_get_item (scene, lane->first_item + i)->role == WAY_ROLE_STEP)
      found = lane->first_item + i;
  return found >= 0 && way_pathway_spot_of_item (scene, found, to);
}

/* To the ends of a link, or to its neighbours at the step that it leads on from. */
static gboolean
walk_link (WayScene *scene,
           guint     number,
           WayWalk   step,
           WaySpot  *to)
{
  const WayItem *item = way_scene_get_item (scene, number);
  g_autoptr (GArray) links = NULL;
  int end;

  if (step == WAY_WALK_LEFT || step == WAY_WALK_RIGHT)
    {
      end = get_end (scene, number, leads_on (scene, step));
      return end >= 0 && way_pathway_spot_of_item (scene, end, to);
    }
  if (item->owner < 0)
    return FALSE;
  links = way_scene_list_links_from (scene, way_scene_get_item (scene, item->owner)->id);
  for (guint i = 0; i < links->len; i++)
    {
      guint next = i + (step == WAY_WALK_UP ? -1 : 1);

      if (g_array_index (links, guint, i) == number && next < links->len)
        return way_pathway_spot_of_item (scene, g_array_index (links, guint, next), to);
    }
  return FALSE;
}

/* The flag after number @after on what @owner is; before it, @owner itself. */
static gboolean
walk_flag (WayScene *scene,
           int       owner,
           int       after,
           gboolean  on,
           WaySpot  *to)
{
  for (guint i = MAX (owner, after) + 1; on && i < way_scene_get_n_items (scene); i++)
    if (way_scene_get_item (scene, i)->role == WAY_ROLE_FLAG && way_scene_get_item (scene, i)->owner == owner)
      return way_pathway_spot_of_item (scene, i, to);
  return !on && owner >= 0 && way_pathway_spot_of_item (scene, owner, to);
}

static gboolean
begin (WayScene *scene,
       WaySpot  *to)
{
  static const WayRole first[] = { WAY_ROLE_STEP, WAY_ROLE_LANE, WAY_ROLE_TITLE };

  for (guint role = 0; role < G_N_ELEMENTS (first); role++)
    for (guint i = 0; i < way_scene_get_n_items (scene); i++)
      if (way_scene_get_item (scene, i)->role == first[role] && way_pathway_spot_of_item (scene, i, to))
        return TRUE;
  return FALSE;
}

gboolean
way_pathway_walk (WayScene      *scene,
                  const WaySpot *from,
                  WayWalk        step,
                  WaySpot       *to)
{
  int number = way_pathway_find_item (scene, from);
  gboolean level = step == WAY_WALK_LEFT || step == WAY_WALK_RIGHT;
  const WayItem *item;

  if (number < 0)
    return begin (scene, to);
  item = way_scene_get_item (scene, number);
  if (step == WAY_WALK_FIRST || step == WAY_WALK_LAST)
    return find_end (scene, item, step == WAY_WALK_LAST, to);
  if (item->role == WAY_ROLE_LINK)
    return walk_link (scene, number, step, to);
  if (item->role == WAY_ROLE_FLAG)
    return walk_flag (scene, item->owner, number, step == WAY_WALK_DOWN || leads_on (scene, step), to);
  if (item->role == WAY_ROLE_LANE && leads_on (scene, step))
    return find_end (scene, item, FALSE, to);
  if (level && item->role == WAY_ROLE_STEP && follow (scene, item, step, FALSE, to))
    return TRUE;
  return find_nearest (scene, item, step, to) || (level && item->role == WAY_ROLE_STEP && follow (scene, item, step, TRUE, to));
}

/* From a step onto the links that lead to it or on from it, and down to the flags on anything; from there as in walking. */
gboolean
way_pathway_walk_aside (WayScene      *scene,
                        const WaySpot *from,
                        WayWalk        step,
                        WaySpot       *to)
{
  int number = way_pathway_find_item (scene, from);
  const WayItem *item = number >= 0 ? way_scene_get_item (scene, number) : NULL;
  g_autoptr (GArray) links = NULL;

  if (item == NULL || item->role == WAY_ROLE_FLAG)
    return way_pathway_walk (scene, from, step, to);
  if (step == WAY_WALK_DOWN || step == WAY_WALK_UP)
    return step == WAY_WALK_DOWN && walk_flag (scene, number, -1, TRUE, to);
  if (item->role != WAY_ROLE_STEP)
    return way_pathway_walk (scene, from, step, to);
  links = leads_on (scene, step) ? way_scene_list_links_from (scene, item->id) : way_scene_list_links_to (scene, item->id);
  return links->len > 0 && way_pathway_spot_of_item (scene, g_array_index (links, guint, 0), to);
}
