/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a room sees of a map: never with smaller text than can be read from the back row. */
#include "canvas/way-look.h"

#include "canvas/way-look-pages.h"

#include <math.h>

/* However little there is to see, letters grow no larger than this share of the wall's height. */
#define MOST_SHARE (1 / 16.0)
/* Names of lanes that are out of sight take no more than this share of the width. */
#define LANES_SHARE 0.3
/* Who sees so much of a map looks at no place on it. */
#define MOST_OF_MAP 0.9
/* What follows the previous part of something higher than the wall begins with this much of it, in lines of text. */
#define OVERLAP_LINES 3

static double
get_margin (const WayWall *wall)
{
  return wall->height * WAY_LOOK_MARGIN;
}

/**
 * way_look_get_least_scale:
 * @wall: a wall
 *
 * Returns: the logical pixels a point at which text of the body is just large enough
 */
double
way_look_get_least_scale (const WayWall *wall)
{
  return wall->height * wall->share / wall->body;
}

static double
get_most_scale (const WayWall *wall)
{
  return wall->height * MAX (MOST_SHARE, wall->share) / wall->body;
}

static double
get_fit (const WayWall *wall,
         double         width,
         double         height)
{
  double margin = get_margin (wall);

  return MIN ((wall->width - 2 * margin) / MAX (width, 1), (wall->height - wall->foot - 2 * margin) / MAX (height, 1));
}

static double
clamp_middle (double middle,
              double length,
              double seen,
              double margin)
{
  if (length + 2 * margin <= seen)
    return length / 2;
  return CLAMP (middle, seen / 2 - margin, length + margin - seen / 2);
}

/* Shows no more ground beside the map than a margin. What the foot covers counts as below the map. */
static void
keep_on_map (WayLook       *self,
             const WayWall *wall)
{
  double margin = get_margin (wall) / self->scale, foot = wall->foot / self->scale;

  self->middle.x = clamp_middle (self->middle.x, wall->map_width, wall->width / self->scale, margin);
  self->middle.y = clamp_middle (self->middle.y, wall->map_height + foot, wall->height / self->scale, margin);
}

/**
 * way_look_whole:
 * @wall: a wall
 *
 * Returns: the whole map, or, where its text would be too small, the place where it begins
 */
WayLook
way_look_whole (const WayWall *wall)
{
  WayLook self = { .scale = get_fit (wall, wall->map_width, wall->map_height) };

  self.scale = CLAMP (self.scale, way_look_get_least_scale (wall), get_most_scale (wall));
  self.middle.x = wall->right_to_left ? wall->map_width : 0;
  keep_on_map (&self, wall);
  return self;
}

static gboolean
lanes_are_narrow (const WayWall *wall,
                  double         scale)
{
  return wall->frame.lanes.width > 0 && wall->frame.lanes.width * scale <= LANES_SHARE * wall->width;
}

/* Where on the wall there is room for a part of the map when names of stages and lanes take theirs. */
static WayRect
get_room (const WayWall *wall,
          double         scale)
{
  double margin = get_margin (wall);
  double top = margin + (wall->frame.stages.height > 0 ? wall->frame.stages.height * scale + margin : 0);
  double side = lanes_are_narrow (wall, scale) ? wall->frame.lanes.width * scale + margin : 0;

  return (WayRect) { margin + (wall->right_to_left ? 0 : side), top, wall->width - 2 * margin - side,
                     wall->height - wall->foot - margin - top };
}

static void
put_middle (WayLook       *self,
            const WayWall *wall,
            const WayRect *area,
            const WayRect *room)
{
  self->middle.x = area->x + area->width / 2 + (wall->width / 2 - room->x - room->width / 2) / self->scale;
  self->middle.y = area->y + area->height / 2 + (wall->height / 2 - room->y - room->height / 2) / self->scale;
  if (area->width * self->scale > room->width)
    self->middle.x = wall->right_to_left ? area->x + area->width - (room->x + room->width - wall->width / 2) / self->scale
                                         : area->x + (wall->width / 2 - room->x) / self->scale;
  if (area->height * self->scale > room->height)
    self->middle.y = area->y + (wall->height / 2 - room->y) / self->scale;
}

static gboolean
is_within (const WayRect *inner,
           const WayRect *outer)
{
  return inner->x >= outer->x - 0.5 && inner->y >= outer->y - 0.5 && inner->x + inner->width <= outer->x + outer->width + 0.5 &&
         inner->y + inner->height <= outer->y + outer->height + 0.5;
}

/**
 * way_look_follow:
 * @wall: a wall
 * @before: (nullable): what it shows
 * @desk: the part of the map that the desk shows
 * @selected: (nullable): what is selected or changed there
 *
 * Shows what the desk shows. Where its text would be too small, shows what is selected, or else the middle of what the desk shows, or
 * where that is the whole map its beginning, as large as it has to be; and stays where it is while what is selected can be seen.
 *
 * Returns: what to show
 */
WayLook
way_look_follow (const WayWall *wall,
                 const WayLook *before,
                 const WayRect *desk,
                 const WayRect *selected)
{
  double left = MAX (0, desk->x), top = MAX (0, desk->y);
  WayRect seen = { left, top, MAX (1, MIN (desk->x + desk->width, wall->map_width) - left),
                   MAX (1, MIN (desk->y + desk->height, wall->map_height) - top) };
  double least = way_look_get_least_scale (wall), fit = get_fit (wall, seen.width, seen.height);
  WayLook self = { .scale = CLAMP (fit, least, get_most_scale (wall)) };
  WayRect room = get_room (wall, self.scale), focus = selected != NULL ? *selected : seen;
  WayRect all = { get_margin (wall), get_margin (wall), wall->width, wall->height };

  if (fit >= least && (selected == NULL || is_within (selected, &seen)))
    {
      all.width -= 2 * all.x;
      all.height -= 2 * all.y + wall->foot;
      put_middle (&self, wall, &seen, &all);
      keep_on_map (&self, wall);
      return self;
    }
  if (selected == NULL && seen.width * seen.height > MOST_OF_MAP * wall->map_width * wall->map_height)
    return way_look_whole (wall);
  if (selected == NULL)
    focus = (WayRect) { seen.x + seen.width / 2, seen.y + seen.height / 2, 0, 0 };
  else if (before != NULL && fabs (before->scale / self.scale - 1) < 0.02)
    {
      WayRect place = way_look_from_map (before, wall, selected);

      if (is_within (&place, &room))
        return *before;
    }
  put_middle (&self, wall, &focus, &room);
  keep_on_map (&self, wall);
  return self;
}

/* The scale at which a sight is shown: all of it if that can be read; a stage no wider than the wall, so that no line on it is cut. */
static double
get_sight_scale (const WayWall  *wall,
                 const WaySight *sight)
{
  double fit = get_fit (wall, 1, sight->area.height + get_margin (wall) / way_look_get_least_scale (wall));
  double across = (wall->width - 2 * get_margin (wall)) / MAX (1, sight->spot.width);

  if (sight->id == NULL)
    return CLAMP (MIN (fit, across), way_look_get_least_scale (wall), get_most_scale (wall));
  return MIN (across, CLAMP (fit, way_look_get_least_scale (wall), get_most_scale (wall)));
}

static GArray *
list_pages (const WayWall  *wall,
            const WaySight *sight)
{
  double scale = get_sight_scale (wall, sight), overlap = OVERLAP_LINES * 1.4 * wall->body;

  return way_look_list_pages (sight, MAX (get_room (wall, scale).height / scale, 2 * overlap), overlap);
}

/**
 * way_look_count_pages:
 * @wall: a wall
 * @sight: what is to be seen on it
 *
 * Returns: in how many parts it is seen, one below the other; at least 1
 */
guint
way_look_count_pages (const WayWall  *wall,
                      const WaySight *sight)
{
  g_autoptr (GArray) pages = list_pages (wall, sight);

  return pages->len;
}

/**
 * way_look_sight:
 * @wall: a wall
 * @sight: what is to be seen on it
 * @page: which part of it, from 0
 * @spot: (out): what of the sight is picked out then, points
 *
 * Returns: what to show
 */
WayLook
way_look_sight (const WayWall  *wall,
                const WaySight *sight,
                guint           page,
                WayRect        *spot)
{
  g_autoptr (GArray) pages = list_pages (wall, sight);
  WayLook self = { .scale = get_sight_scale (wall, sight) };
  WayRect room = get_room (wall, self.scale);
  double margin = get_margin (wall);

  *spot = sight->spot;
  put_middle (&self, wall, &sight->spot, &room);
  self.middle.x = clamp_middle (self.middle.x, wall->map_width, wall->width / self.scale, margin / self.scale);
  if (pages->len == 1 && g_array_index (pages, WaySpan, 0).top <= way_look_get_top (sight) + 0.5)
    {
      WayRect all = { 0, margin, wall->width, wall->height - wall->foot - 2 * margin };
      double x = self.middle.x;

      put_middle (&self, wall, &sight->area, &all);
      self.middle.x = x;
    }
  else
    {
      const WaySpan *span = &g_array_index (pages, WaySpan, MIN (page, pages->len - 1));

      self.middle.y = span->top + (wall->height / 2 - room.y) / self.scale;
      /* The header of the stage belongs to the first part, and above the others it stays in view. */
      if (span->top > way_look_get_top (sight) + 0.5)
        spot->y = span->top;
      spot->height = span->bottom - spot->y;
    }
  return self;
}

/**
 * way_look_from_map:
 * @self: a look
 * @wall: the wall
 * @area: a part of the map
 *
 * Returns: where on the wall it is, in logical pixels
 */
WayRect
way_look_from_map (const WayLook *self,
                   const WayWall *wall,
                   const WayRect *area)
{
  return (WayRect) { wall->width / 2 + (area->x - self->middle.x) * self->scale,
                     wall->height / 2 + (area->y - self->middle.y) * self->scale, area->width * self->scale, area->height * self->scale };
}

/**
 * way_look_get_visible:
 * @self: a look
 * @wall: the wall
 *
 * Returns: the part of the map's plane that the wall shows
 */
WayRect
way_look_get_visible (const WayLook *self,
                      const WayWall *wall)
{
  double width = wall->width / self->scale, height = wall->height / self->scale;

  return (WayRect) { self->middle.x - width / 2, self->middle.y - height / 2, width, height };
}

/**
 * way_look_get_view:
 * @self: a look
 * @wall: the wall
 *
 * Returns: the same as a view
 */
WayView
way_look_get_view (const WayLook *self,
                   const WayWall *wall)
{
  WayView view = {
    .zoom = self->scale / WAY_VIEW_PIXELS, .width = wall->width, .height = wall->height,
    .map_width = wall->map_width, .map_height = wall->map_height,
  };
  WayRect origin = way_look_from_map (self, wall, &(WayRect) { 0 });
  double left, top;

  way_view_get_origin (&view, &left, &top);
  view.scroll_x = left - origin.x;
  view.scroll_y = top - origin.y;
  return view;
}

/**
 * way_look_get_strips:
 * @self: a look
 * @wall: the wall
 *
 * Names of stages and lanes stay in view while what they name is seen and they would not be.
 *
 * Returns: where on the wall they are repeated
 */
WayLookStrips
way_look_get_strips (const WayLook *self,
                     const WayWall *wall)
{
  WayRect stages = way_look_from_map (self, wall, &wall->frame.stages), lanes = way_look_from_map (self, wall, &wall->frame.lanes);
  double margin = get_margin (wall);
  WayLookStrips strips = { 0 };

  if (stages.height > 0 && stages.y < margin - 0.5 && lanes.y + lanes.height > stages.height + 2 * margin)
    strips.stages = (WayRect) { 0, 0, wall->width, stages.height + 1.5 * margin };
  if (!lanes_are_narrow (wall, self->scale))
    return strips;
  if (!wall->right_to_left && lanes.x < margin - 0.5)
    strips.lanes = (WayRect) { 0, 0, lanes.width + 1.5 * margin, wall->height };
  else if (wall->right_to_left && lanes.x + lanes.width > wall->width - margin + 0.5)
    strips.lanes = (WayRect) { wall->width - lanes.width - 1.5 * margin, 0, lanes.width + 1.5 * margin, wall->height };
  return strips;
}

/**
 * way_look_between:
 * @a: a look
 * @b: another
 * @part: how far from @a to @b, 0 to 1
 *
 * Returns: a look on the way
 */
WayLook
way_look_between (const WayLook *a,
                  const WayLook *b,
                  double         part)
{
  WayLook self = *b;
  double moved = part;

  if (part >= 1)
    return self;
  self.scale = a->scale * pow (b->scale / a->scale, part);
  /* What is shown large moves slowly: so the place that both show stands still while the scale changes. */
  if (fabs (b->scale / a->scale - 1) > 1e-3)
    moved = (1 / a->scale - 1 / self.scale) / (1 / a->scale - 1 / b->scale);
  self.middle.x = a->middle.x + (b->middle.x - a->middle.x) * moved;
  self.middle.y = a->middle.y + (b->middle.y - a->middle.y) * moved;
  return self;
}

static double
get_shared (const WayRect *a,
            const WayRect *b)
{
  double across = MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x);
  double down = MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y);

  return across > 0 && down > 0 ? across * down : 0;
}

/**
 * way_look_choose_corner:
 * @width: of the wall
 * @height: of the wall
 * @corners: where something could be put, the best place first
 * @avoid: (array length=n_avoid): what is not to be covered
 * @n_avoid: how much that is
 * @now: where it is
 *
 * Returns: the corner in which it covers nothing, or the least; the one where it is if that is as good as any
 */
guint
way_look_choose_corner (double         width,
                        double         height,
                        const WayRect  corners[4],
                        const WayRect *avoid,
                        guint          n_avoid,
                        guint          now)
{
  const WayRect wall = { 0, 0, width, height };
  double covered[4] = { 0 };
  guint best = now;

  for (guint corner = 0; corner < 4; corner++)
    for (guint i = 0; i < n_avoid; i++)
      if (way_rect_intersects (&avoid[i], &wall))
        covered[corner] += get_shared (&corners[corner], &avoid[i]);
  for (guint corner = 0; corner < 4; corner++)
    if (covered[corner] < covered[best])
      best = corner;
  return best;
}
