/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walking a journey map: from card to card, through cells, and along the headers of stages and lanes. */
#include "canvas/way-canvas-journey.h"

static int
find_stop (WayScene      *scene,
           GArray        *stops,
           const WaySpot *spot)
{
  for (guint i = 0; i < stops->len; i++)
    if (g_str_equal (way_scene_get_item (scene, g_array_index (stops, guint, i))->id, spot->id))
      return i;
  return -1;
}

int
way_journey_get_index (WayScene      *scene,
                       const WaySpot *spot)
{
  g_auto (WayGrid) grid = { 0 };
  WayGridPlace place;

  way_grid_init (&grid, scene);
  if (*spot->id == '\0' || !way_grid_locate (&grid, spot, &place))
    return -1;
  if (spot->kind == WAY_KIND_STAGE)
    return place.column;
  if (spot->kind == WAY_KIND_LANE)
    return place.line;
  g_autoptr (GArray) stops = way_grid_list_stops (&grid, &place);
  return find_stop (scene, stops, spot);
}

/* What in @place is nearest to number @index, or the cell itself when nothing is in it. */
static gboolean
enter (const WayGrid      *grid,
       const WayGridPlace *place,
       int                 index,
       WaySpot            *spot)
{
  g_autoptr (GArray) stops = way_grid_list_stops (grid, place);

  if (stops->len > 0)
    return way_journey_spot_of_item (grid->scene, g_array_index (stops, guint, CLAMP (index, 0, (int) stops->len - 1)), spot);
  way_grid_set_cell (grid, place->line, place->column, spot);
  return way_spot_is_set (spot);
}

gboolean
way_journey_get_heir (WayScene      *scene,
                      const WaySpot *gone,
                      int            index,
                      WaySpot       *heir)
{
  g_auto (WayGrid) grid = { 0 };
  WaySpot around = *gone;
  WayGridPlace place = { WAY_GRID_HEADERS, WAY_GRID_HEADERS };

  way_grid_init (&grid, scene);
  *heir = (WaySpot) { 0 };
  if (gone->kind == WAY_KIND_STAGE)
    place.column = MIN (index, (int) grid.stages->len - 1);
  else if (gone->kind == WAY_KIND_LANE)
    place.line = MIN (index, (int) grid.lanes->len - 1);
  else
    {
      around.kind = WAY_KIND_NONE;
      *around.id = '\0';
      /* A flag that was pinned to a header. */
      if (*around.lane == '\0' || *around.stage == '\0')
        g_strlcpy (around.id, *gone->stage != '\0' ? gone->stage : gone->lane, sizeof around.id);
      if (!way_grid_locate (&grid, &around, &place))
        return FALSE;
    }
  return (place.line >= 0 || place.column >= 0) && enter (&grid, &place, index, heir);
}

/* The place one step on, or FALSE at the edge. A lane that the map has no record for is passed only when @cells are wanted. */
static gboolean
step_place (const WayGrid *grid,
            WayGridPlace  *place,
            WayWalk        step)
{
  gboolean mirrored = way_scene_is_right_to_left (grid->scene);
  int n_lanes = grid->lanes->len, n_stages = grid->stages->len;

  switch (step)
    {
    case WAY_WALK_LEFT:
    case WAY_WALK_RIGHT:
      place->column += (step == WAY_WALK_RIGHT) != mirrored ? 1 : -1;
      return place->line != WAY_GRID_TITLE && place->column < n_stages && place->column >= (place->line == WAY_GRID_HEADERS ? 0 : -1);
    case WAY_WALK_UP:
      /* There is nothing above the headers of lanes but the title. */
      place->line = place->line == 0 && place->column < 0 ? WAY_GRID_TITLE : place->line - 1;
      if (place->line == WAY_GRID_TITLE)
        place->column = WAY_GRID_HEADERS;
      return place->line >= WAY_GRID_TITLE;
    case WAY_WALK_DOWN:
      if (place->line == WAY_GRID_TITLE && n_stages > 0)
        place->column = 0;
      place->line = place->line == WAY_GRID_TITLE && n_stages == 0 ? 0 : place->line + 1;
      return place->line < n_lanes;
    case WAY_WALK_FIRST:
    case WAY_WALK_LAST:
    default:
      if (n_stages == 0 || place->line == WAY_GRID_TITLE || place->column == (step == WAY_WALK_FIRST ? 0 : n_stages - 1))
        return FALSE;
      place->column = step == WAY_WALK_FIRST ? 0 : n_stages - 1;
      return TRUE;
    }
}

/* The next place that holds something or can: a lane that has no record holds only what was read from elsewhere. */
static gboolean
step_on (const WayGrid *grid,
         WayGridPlace  *place,
         WayWalk        step,
         int            index,
         WaySpot       *to)
{
  while (step_place (grid, place, step))
    {
      if (enter (grid, place, index, to))
        return TRUE;
      if (step == WAY_WALK_FIRST || step == WAY_WALK_LAST)
        return FALSE;
    }
  return FALSE;
}

/* Like a step of the walk, but into a cell as a whole, and never onto a header. */
gboolean
way_journey_step_cell (WayScene      *scene,
                       const WaySpot *from,
                       WayWalk        step,
                       WaySpot       *cell)
{
  g_auto (WayGrid) grid = { 0 };
  WayGridPlace place;

  way_grid_init (&grid, scene);
  if (!way_grid_locate (&grid, from, &place))
    return FALSE;
  while (step_place (&grid, &place, step) && place.line >= 0 && place.column >= 0)
    {
      way_grid_set_cell (&grid, place.line, place.column, cell);
      if (way_spot_is_set (cell))
        return TRUE;
    }
  return FALSE;
}

/* The first cell, and where there is none the first header. */
static gboolean
begin (const WayGrid *grid,
       WaySpot       *to)
{
  for (int line = 0; grid->stages->len > 0 && line < (int) grid->lanes->len; line++)
    if (enter (grid, &(WayGridPlace) { line, 0 }, 0, to))
      return TRUE;
  if (grid->stages->len > 0)
    return enter (grid, &(WayGridPlace) { WAY_GRID_HEADERS, 0 }, 0, to);
  if (grid->lanes->len > 0)
    return enter (grid, &(WayGridPlace) { 0, WAY_GRID_HEADERS }, 0, to);
  return grid->title >= 0 && enter (grid, &(WayGridPlace) { WAY_GRID_TITLE, WAY_GRID_HEADERS }, 0, to);
}

/* Up and down go from card to card and on into the next lane; left and right go to the next stage, and before the first to the lane. */
gboolean
way_journey_walk (WayScene      *scene,
                  const WaySpot *from,
                  WayWalk        step,
                  WaySpot       *to)
{
  g_auto (WayGrid) grid = { 0 };
  WayGridPlace place;
  int index = -1;

  way_grid_init (&grid, scene);
  if (!way_grid_locate (&grid, from, &place))
    return begin (&grid, to);
  if (*from->id != '\0')
    {
      g_autoptr (GArray) stops = way_grid_list_stops (&grid, &place);
      int next = index = find_stop (scene, stops, from);

      if (step == WAY_WALK_UP || step == WAY_WALK_DOWN)
        next += step == WAY_WALK_DOWN ? 1 : -1;
      if (next != index && next >= 0 && next < (int) stops->len)
        return way_journey_spot_of_item (scene, g_array_index (stops, guint, next), to);
    }
  return step_on (&grid, &place, step, step == WAY_WALK_UP ? G_MAXINT : step == WAY_WALK_DOWN ? 0 : MAX (index, 0), to);
}

/* Within a cell the cards from one to the other; else all cards of the block of cells that the two span. */
GArray *
way_journey_list_between (WayScene      *scene,
                          const WaySpot *from,
                          const WaySpot *to)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (WaySpot));
  g_auto (WayGrid) grid = { 0 };
  WayGridPlace one, other;
  int first = way_journey_get_card_index (scene, from), last = way_journey_get_card_index (scene, to);
  gboolean within;

  way_grid_init (&grid, scene);
  if (!way_grid_locate (&grid, from, &one) || !way_grid_locate (&grid, to, &other))
    return spots;
  within = one.line == other.line && one.column == other.column && first >= 0 && last >= 0;
  for (int line = MAX (0, MIN (one.line, other.line)); line <= MAX (one.line, other.line); line++)
    for (int column = MAX (0, MIN (one.column, other.column)); column <= MAX (one.column, other.column); column++)
      {
        const WayGroup *cell = way_grid_get_cell (&grid, line, column);
        g_autoptr (GArray) cards = way_journey_list_cards (scene, cell);

        for (guint i = 0; i < cards->len; i++)
          {
            WaySpot spot;

            if (within && ((int) i < MIN (first, last) || (int) i > MAX (first, last)))
              continue;
            if (way_journey_spot_of_item (scene, g_array_index (cards, guint, i), &spot))
              g_array_append_val (spots, spot);
          }
      }
  return spots;
}
