/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Duplicating on a journey map, and selecting all of it. */
#include "canvas/way-canvas-journey.h"

#include "base/way-i18n.h"

/* Each cell's cards are doubled behind the last that is selected there. */
static void
duplicate_cards (WayCanvas *self)
{
  g_autoptr (GArray) spots = way_canvas_list_selection (self);
  g_autoptr (GPtrArray) cards = way_journey_copy_selected (self);
  g_autoptr (WayEdit) edit = way_edit_new (spots->len > 1 ? _("Duplicate cards") : _("Duplicate card"));
  g_autoptr (GArray) made = g_array_new (FALSE, TRUE, sizeof (WaySpot));

  for (guint i = 0, end; cards != NULL && i < cards->len; i = end)
    {
      const WaySpot *spot = &g_array_index (spots, WaySpot, i);
      g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_object_unref);
      WayPlace place = { 0 };

      for (end = i; end < cards->len && g_str_equal (g_array_index (spots, WaySpot, end).lane, spot->lane) &&
                    g_str_equal (g_array_index (spots, WaySpot, end).stage, spot->stage); end++)
        {
          WayRecord *copy = way_canvas_dup_as_new (cards->pdata[end]);
          WaySpot new_spot = { .kind = WAY_KIND_CARD };

          place.index = way_journey_get_card_index (self->scene, &g_array_index (spots, WaySpot, end)) + 1;
          g_strlcpy (new_spot.id, way_record_get_id (copy), sizeof new_spot.id);
          g_array_append_val (made, new_spot);
          g_ptr_array_add (copies, copy);
        }
      g_strlcpy (place.lane, spot->lane, sizeof place.lane);
      g_strlcpy (place.stage, spot->stage, sizeof place.stage);
      if (!way_journey_put_cards (self, edit, copies, &place))
        return;
    }
  if (made->len > 0 && way_canvas_send (self, edit, made->len > 1 ? _("Cards duplicated") : _("Card duplicated")))
    way_canvas_select_again (self, made, g_array_index (made, WaySpot, made->len - 1).id);
}

void
way_journey_duplicate (WayCanvas *self)
{
  if (self->selected.kind == WAY_KIND_STAGE || self->selected.kind == WAY_KIND_LANE)
    way_journey_duplicate_header (self);
  else
    duplicate_cards (self);
}

/* All cards of the cell; all of the map when those are selected already, or no cell is. */
GArray *
way_journey_list_all (WayCanvas *self)
{
  const WayGroup *cell = *self->selected.lane != '\0' && *self->selected.stage != '\0'
                           ? way_journey_find_cell (self->scene, self->selected.lane, self->selected.stage) : NULL;
  g_autoptr (GArray) selected = way_canvas_list_selection (self);
  g_autoptr (GArray) cards = cell != NULL ? way_journey_list_cards (self->scene, cell) : NULL;
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (WaySpot));
  WaySpot spot;
  gboolean whole = cards == NULL || cards->len == 0;

  if (!whole)
    {
      whole = TRUE;
      for (guint i = 0; i < cards->len; i++)
        whole = whole && way_journey_spot_of_item (self->scene, g_array_index (cards, guint, i), &spot) && way_canvas_is_selected (self, &spot);
    }
  for (guint i = 0; whole && i < way_scene_get_n_items (self->scene); i++)
    if (way_scene_get_item (self->scene, i)->kind == WAY_KIND_CARD && way_journey_spot_of_item (self->scene, i, &spot))
      g_array_append_val (spots, spot);
  for (guint i = 0; !whole && i < cards->len; i++)
    if (way_journey_spot_of_item (self->scene, g_array_index (cards, guint, i), &spot))
      g_array_append_val (spots, spot);
  return spots;
}
