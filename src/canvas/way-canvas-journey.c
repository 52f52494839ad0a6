/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tools that a journey map is worked on with. */
#include "canvas/way-canvas-journey.h"

static gboolean
is_card (const WaySpot *spot)
{
  return spot->kind == WAY_KIND_CARD;
}

const WayCanvasTools way_canvas_journey_tools = {
  .spot_of_item = way_journey_spot_of_item,
  .spot_at = way_journey_spot_at,
  .get_cell_bounds = way_journey_get_cell_bounds,
  .get_index = way_journey_get_index,
  .get_heir = way_journey_get_heir,
  .walk = way_journey_walk,
  .list_between = way_journey_list_between,
  .can_join = is_card,
  .dup_name = way_journey_dup_name,
  .get_position = way_journey_get_position,

  .type_new = way_journey_type_new,
  .type_change = way_journey_type_change,
  .typed = way_journey_typed,
  .go_on = way_journey_go_on,

  .move = way_journey_move,
  .drop_selected = way_journey_drop_selected,

  .can_drag = is_card,
  .find_place = way_journey_find_place,
  .draw_place = way_journey_draw_place,
  .put = way_journey_put,
};
