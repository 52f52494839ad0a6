/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards and what goes along with them where they are pasted within this program. */
#include "canvas/way-canvas-journey.h"

/**
 * way_journey_list_parts:
 * @self: a canvas
 * @spots: (element-type WaySpot): cards that are selected
 * @cut: whether they go from where they are
 *
 * Returns: (transfer full) (nullable) (element-type WayRecord): the cards in their order, and what goes along with them
 */
GPtrArray *
way_journey_list_parts (WayCanvas *self,
                        GArray    *spots,
                        gboolean   cut)
{
  GPtrArray *parts = way_journey_copy_selected (self);

  if (parts != NULL && cut)
    way_canvas_add_pinned (self, parts);
  return parts;
}

static gboolean
says (WayRecord  *card,
      const char *line)
{
  g_autofree char *text = g_strdup (way_record_get_text (card, WAY_CARD_TEXT));

  return text != NULL && g_str_equal (g_strstrip (text), line);
}

/**
 * way_journey_take_card:
 * @self: a canvas
 * @parts: (element-type WayRecord): what goes along, of which each card is taken once
 * @line: what a card says that is pasted
 *
 * Returns: (transfer full): the card that was copied or cut and says so, else a new one; under its own id where that is free
 */
WayRecord *
way_journey_take_card (WayCanvas  *self,
                       GPtrArray  *parts,
                       const char *line)
{
  WayRecord *card;

  for (guint i = 0; i < parts->len; i++)
    if (way_record_get_kind (parts->pdata[i]) == WAY_KIND_CARD && says (parts->pdata[i], line))
      return way_canvas_take_part (self, parts, i);
  card = way_record_new (WAY_KIND_CARD, NULL, way_scene_get_map_id (self->scene));
  way_record_set_text (card, WAY_CARD_TEXT, line);
  return card;
}
