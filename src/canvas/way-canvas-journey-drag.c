/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dragging cards of a journey map to another place. */
#include "canvas/way-canvas-journey.h"

gboolean
way_journey_can_drag (const WaySpot *spot)
{
  return spot->kind == WAY_KIND_CARD || spot->kind == WAY_KIND_FEELING || spot->kind == WAY_KIND_STAGE || spot->kind == WAY_KIND_LANE;
}

void
way_journey_find_place (WayCanvas *self,
                        double     x,
                        double     y)
{
  WayCanvasDrag *drag = &self->drag;

  if (drag->spot.kind == WAY_KIND_FEELING)
    {
      way_journey_find_felt_place (self, x, y);
      return;
    }
  if (drag->spot.kind != WAY_KIND_CARD)
    {
      way_journey_find_header_place (self, x, y);
      return;
    }
  drag->has_place = way_scene_get_place_at (self->scene, x, y, &drag->place);
  if (drag->has_place && !g_str_equal (drag->asked_lane, drag->place.lane))
    {
      g_strlcpy (drag->asked_lane, drag->place.lane, sizeof drag->asked_lane);
      drag->takes = way_journey_takes_cards (self, drag->place.lane);
    }
  drag->has_place = drag->has_place && drag->takes;
}

/* Across a column of cards, upright between chips. */
static WayRect
get_bar (WayCanvas      *self,
         const WayGroup *cell,
         guint           index)
{
  g_autoptr (GArray) cards = way_journey_list_cards (self->scene, cell);
  const WayItem *before = NULL, *after = NULL;

  if (index > 0 && index <= cards->len)
    before = way_scene_get_item (self->scene, g_array_index (cards, guint, index - 1));
  if (index < cards->len)
    after = way_scene_get_item (self->scene, g_array_index (cards, guint, index));

  if ((before != NULL ? before : after) != NULL && (before != NULL ? before : after)->role == WAY_ROLE_CHIP)
    {
      gboolean mirrored = way_scene_is_right_to_left (self->scene);
      const WayRect *beside = before != NULL ? &before->bounds : &after->bounds;
      gboolean right = (before != NULL) != mirrored;

      return (WayRect) { right ? beside->x + beside->width + 0.5 : beside->x - 2.5, beside->y - 1, 2, beside->height + 2 };
    }
  if (before != NULL)
    return (WayRect) { before->bounds.x, before->bounds.y + before->bounds.height + 1.5, before->bounds.width, 2 };
  if (after != NULL)
    return (WayRect) { after->bounds.x, after->bounds.y - 3.5, after->bounds.width, 2 };
  return (WayRect) { cell->bounds.x + 6, cell->bounds.y + 6, cell->bounds.width - 12, 2 };
}

/* A bar where the card would go. */
void
way_journey_draw_place (WayCanvas   *self,
                        GtkSnapshot *snapshot)
{
  const WayGroup *cell = way_journey_find_cell (self->scene, self->drag.place.lane, self->drag.place.stage);
  WayRect bar;

  if (self->drag.spot.kind == WAY_KIND_FEELING)
    way_journey_draw_felt_place (self, snapshot);
  else if (self->drag.spot.kind != WAY_KIND_CARD)
    way_journey_draw_header_place (self, snapshot);
  if (self->drag.spot.kind != WAY_KIND_CARD || cell == NULL || way_journey_draw_room (self, snapshot, cell))
    return;
  bar = get_bar (self, cell, self->drag.place.index);
  way_canvas_draw_ring (self, snapshot, &(WayRect) { cell->bounds.x + 2, cell->bounds.y + 2, cell->bounds.width - 4, cell->bounds.height - 4 },
                        1, 0.7);
  way_canvas_draw_bar (self, snapshot, &bar);
}

/* The pointer counts all cards of the cell, an edit those that stay. */
void
way_journey_put (WayCanvas           *self,
                 const WayCanvasDrag *drag)
{
  g_autoptr (GArray) spots = way_canvas_list_selection (self);
  WayPlace place = drag->place;

  if (drag->spot.kind == WAY_KIND_FEELING)
    {
      way_journey_put_felt (self, drag);
      return;
    }
  if (drag->spot.kind != WAY_KIND_CARD)
    {
      way_journey_put_header_dragged (self, drag);
      return;
    }
  for (guint i = 0; i < spots->len; i++)
    {
      const WaySpot *spot = &g_array_index (spots, WaySpot, i);

      if (g_str_equal (drag->place.lane, spot->lane) && g_str_equal (drag->place.stage, spot->stage) &&
          way_journey_get_card_index (self->scene, spot) < (int) drag->place.index)
        place.index--;
    }
  /* Back where it came from is no edit. */
  if (spots->len == 1 && g_str_equal (place.lane, drag->spot.lane) && g_str_equal (place.stage, drag->spot.stage) &&
      way_journey_get_card_index (self->scene, &drag->spot) == (int) place.index)
    return;
  way_journey_move_cards (self, &place);
}
