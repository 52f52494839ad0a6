/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is being typed at the desk, as the room sees it: at its place on the map. */
#include "canvas/way-projection-private.h"

#include "canvas/way-canvas-pathway.h"

/* Where the card that is being typed is, or will be. */
gboolean
way_projection_get_draft_place (WayProjection *self,
                                WayRect       *place)
{
  int item = *self->draft.id != '\0' ? way_scene_find (self->scene, self->draft.id) : -1;

  if (g_str_equal (way_scene_get_kind (self->scene), "pathway"))
    return way_pathway_get_draft_area (self->scene, self->draft.id, self->draft.lane, self->draft.stage, place);
  if (self->draft.area.width > 0)
    {
      *place = self->draft.area;
      return TRUE;
    }
  if (*self->draft.id != '\0')
    {
      if (item >= 0)
        *place = way_scene_get_item (self->scene, item)->bounds;
      return item >= 0;
    }
  for (guint i = 0; i < way_scene_get_n_groups (self->scene); i++)
    {
      const WayGroup *cell = way_scene_get_group (self->scene, i);
      const WayGroup *lane = cell->parent >= 0 ? way_scene_get_group (self->scene, cell->parent) : NULL;

      if (cell->role != WAY_GROUP_CELL || lane == NULL || g_strcmp0 (lane->id, self->draft.lane) != 0 ||
          g_strcmp0 (cell->stage, self->draft.stage) != 0)
        continue;
      *place = (WayRect) { cell->bounds.x + 4, cell->bounds.y + 4, MAX (0, cell->bounds.width - 8), 34 };
      for (guint each = cell->first_item; each < cell->first_item + cell->n_items; each++)
        {
          const WayItem *card = way_scene_get_item (self->scene, each);

          if (card->kind == WAY_KIND_CARD)
            place->y = MAX (place->y, card->bounds.y + card->bounds.height + 4);
        }
      return TRUE;
    }
  return FALSE;
}

/**
 * way_projection_set_draft:
 * @self: a projection
 * @draft: (nullable): what is being typed at the desk, or %NULL when that is over
 *
 * What is typed in place of something that this map does not show is not shown.
 */
void
way_projection_set_draft (WayProjection  *self,
                          const WayDraft *draft)
{
  g_free (self->draft.text);
  self->draft = draft != NULL ? *draft : (WayDraft) { 0 };
  self->draft.text = g_strdup (self->draft.text);
  if (self->mode == WAY_PROJECTION_FOLLOW && self->scene != NULL)
    way_projection_look (self, TRUE);
  way_projection_tell_soon (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
