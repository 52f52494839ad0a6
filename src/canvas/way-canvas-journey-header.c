/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dragging the header of a stage or a lane: between which others it would be, a line there, and putting it. */
#include "canvas/way-canvas-journey.h"

#define LINE_WIDTH 3.0

static WayRect
get_header (const WayGrid *grid,
            WayKind        kind,
            int            index)
{
  guint item = kind == WAY_KIND_STAGE ? g_array_index (grid->stages, guint, index)
                                      : way_scene_get_group (grid->scene, g_array_index (grid->lanes, guint, index))->first_item;

  return way_scene_get_item (grid->scene, item)->bounds;
}

/* The whole column or row of a header. */
static WayRect
get_extent (const WayGrid *grid,
            WayKind        kind,
            int            index)
{
  const WayGroup *cell = kind == WAY_KIND_STAGE ? way_grid_get_cell (grid, 0, index) : way_grid_get_cell (grid, index, 0);
  WayRect header = get_header (grid, kind, index);

  if (cell == NULL)
    return header;
  return kind == WAY_KIND_STAGE ? (WayRect) { cell->bounds.x, header.y, cell->bounds.width, header.height }
                                : (WayRect) { header.x, cell->bounds.y, header.width, cell->bounds.height };
}

/* How many there are that have a record, and can be put in another order. */
static int
count (const WayGrid *grid,
       WayKind        kind)
{
  int n = 0;

  if (kind == WAY_KIND_STAGE)
    return grid->stages->len;
  while (way_grid_get_lane (grid, n) != NULL)
    n++;
  return n;
}

/* What is dragged stays in its row or column; its place is counted among all of them, itself too. */
void
way_journey_find_header_place (WayCanvas *self,
                               double     x,
                               double     y)
{
  WayCanvasDrag *drag = &self->drag;
  WayKind kind = drag->spot.kind;
  gboolean mirrored = way_scene_is_right_to_left (self->scene);
  g_auto (WayGrid) grid = { 0 };
  WayRect area;

  way_grid_init (&grid, self->scene);
  drag->has_place = drag->has_ghost = FALSE;
  if (!way_outline_get_bounds (self->scene, &drag->spot, &area))
    return;
  drag->place = (WayPlace) { 0 };
  for (int i = 0; i < count (&grid, kind); i++)
    {
      WayRect other = get_extent (&grid, kind, i);
      double middle = kind == WAY_KIND_STAGE ? other.x + other.width / 2 : other.y + other.height / 2;

      drag->place.index += kind != WAY_KIND_STAGE ? middle < y : mirrored ? middle > x : middle < x;
    }
  drag->ghost = kind == WAY_KIND_STAGE ? (WayPoint) { x - drag->grip_x, area.y } : (WayPoint) { area.x, y - drag->grip_y };
  drag->has_place = drag->has_ghost = TRUE;
}

/* The line between the neighbours number @index - 1 and @index, through all of the map. */
WayRect
way_journey_get_header_line (WayScene *scene,
                             WayKind   kind,
                             int       index)
{
  gboolean stage = kind == WAY_KIND_STAGE, mirrored = way_scene_is_right_to_left (scene);
  g_auto (WayGrid) grid = { 0 };
  WayRect beside, first, last;
  WayKind across = stage ? WAY_KIND_LANE : WAY_KIND_STAGE;
  gboolean end;
  int others;

  way_grid_init (&grid, scene);
  end = index >= count (&grid, kind);
  beside = get_extent (&grid, kind, end ? index - 1 : index);
  others = (stage ? grid.lanes : grid.stages)->len;
  first = others > 0 ? get_extent (&grid, across, 0) : beside;
  last = others > 0 ? get_extent (&grid, across, others - 1) : beside;
  if (stage)
    return (WayRect) { (end != mirrored ? beside.x + beside.width : beside.x) - LINE_WIDTH / 2, beside.y - 4, LINE_WIDTH,
                       MAX (last.y + last.height, beside.y + beside.height) - beside.y + 8 };
  /* Rows stand eight points apart. */
  first = mirrored ? last : first;
  last = mirrored && others > 0 ? get_extent (&grid, across, 0) : last;
  return (WayRect) { MIN (beside.x, first.x), (end ? beside.y + beside.height + 4 : beside.y - 4) - LINE_WIDTH / 2,
                     MAX (beside.x + beside.width, last.x + last.width) - MIN (beside.x, first.x), LINE_WIDTH };
}

void
way_journey_draw_header_place (WayCanvas   *self,
                               GtkSnapshot *snapshot)
{
  WayRect line = way_journey_get_header_line (self->scene, self->drag.spot.kind, self->drag.place.index);

  way_canvas_draw_bar (self, snapshot, &line);
}

void
way_journey_put_header_dragged (WayCanvas           *self,
                                const WayCanvasDrag *drag)
{
  gboolean stage = drag->spot.kind == WAY_KIND_STAGE;
  g_auto (WayGrid) grid = { 0 };
  WayGridPlace at;
  int from, to = drag->place.index;

  way_grid_init (&grid, self->scene);
  if (!way_grid_locate (&grid, &drag->spot, &at))
    return;
  from = stage ? at.column : at.line;
  to -= to > from;
  if (to != from)
    way_journey_put_header (self, drag->spot.kind, drag->spot.id, to);
}
