/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The headers, cells and cards of a journey map as a grid: where each thing is in it, and what is in each place. */
#include "canvas/way-canvas-journey.h"

void
way_grid_init (WayGrid  *self,
               WayScene *scene)
{
  *self = (WayGrid) {
    .scene = scene, .lanes = g_array_new (FALSE, FALSE, sizeof (guint)), .stages = g_array_new (FALSE, FALSE, sizeof (guint)), .title = -1,
  };
  for (guint i = 0; i < way_scene_get_n_groups (scene); i++)
    {
      const WayGroup *group = way_scene_get_group (scene, i);

      if (group->role == WAY_GROUP_LANE)
        g_array_append_val (self->lanes, i);
      else if (group->role == WAY_GROUP_STAGES)
        for (guint item = group->first_item; item < group->first_item + group->n_items; item++)
          if (way_scene_get_item (scene, item)->role == WAY_ROLE_STAGE)
            g_array_append_val (self->stages, item);
      if (group->role == WAY_GROUP_HEADER)
        for (guint item = group->first_item; item < group->first_item + group->n_items; item++)
          if (way_scene_get_item (scene, item)->role == WAY_ROLE_TITLE)
            self->title = item;
    }
}

void
way_grid_clear (WayGrid *self)
{
  g_clear_pointer (&self->lanes, g_array_unref);
  g_clear_pointer (&self->stages, g_array_unref);
}

/* Returns: (nullable): the id; NULL for headers, and for a lane without a record */
const char *
way_grid_get_lane (const WayGrid *self,
                   int            line)
{
  if (line < 0 || line >= (int) self->lanes->len)
    return NULL;
  return way_scene_get_group (self->scene, g_array_index (self->lanes, guint, line))->id;
}

const char *
way_grid_get_stage (const WayGrid *self,
                    int            column)
{
  if (column < 0 || column >= (int) self->stages->len)
    return NULL;
  return way_scene_get_item (self->scene, g_array_index (self->stages, guint, column))->id;
}

/* Returns: (nullable): the group where they meet; the cells of a lane are the groups after it */
const WayGroup *
way_grid_get_cell (const WayGrid *self,
                   int            line,
                   int            column)
{
  if (line < 0 || line >= (int) self->lanes->len || column < 0 || column >= (int) self->stages->len)
    return NULL;
  return way_scene_get_group (self->scene, g_array_index (self->lanes, guint, line) + 1 + column);
}

static int
find_stage (const WayGrid *self,
            const char    *id)
{
  for (guint i = 0; i < self->stages->len; i++)
    if (g_strcmp0 (way_grid_get_stage (self, i), id) == 0)
      return i;
  return WAY_GRID_HEADERS;
}

static int
find_lane (const WayGrid *self,
           const char    *id)
{
  for (guint i = 0; i < self->lanes->len; i++)
    if (g_strcmp0 (way_grid_get_lane (self, i), id) == 0)
      return i;
  return WAY_GRID_HEADERS;
}

/* Which line and column the item is in; a flag is where what it is pinned to is. */
static gboolean
locate_item (const WayGrid *self,
             guint          number,
             WayGridPlace  *place)
{
  const WayItem *item = way_scene_get_item (self->scene, number);
  const WayGroup *group = way_scene_get_group (self->scene, item->group);

  *place = (WayGridPlace) { WAY_GRID_HEADERS, WAY_GRID_HEADERS };
  switch (group->role)
    {
    case WAY_GROUP_HEADER:
      place->line = WAY_GRID_TITLE;
      return TRUE;
    case WAY_GROUP_STAGES:
      place->column = find_stage (self, (item->owner >= 0 ? way_scene_get_item (self->scene, item->owner) : item)->id);
      return place->column >= 0;
    case WAY_GROUP_LANE:
      place->line = find_lane (self, group->id);
      return place->line >= 0;
    case WAY_GROUP_CELL:
      for (guint i = 0; i < self->lanes->len; i++)
        if ((int) g_array_index (self->lanes, guint, i) == group->parent)
          place->line = i;
      place->column = find_stage (self, group->stage);
      return place->line >= 0 && place->column >= 0;
    case WAY_GROUP_MAP:
    case WAY_GROUP_BACKDROP:
    case WAY_GROUP_KEY:
    case WAY_GROUP_FOOT:
    default:
      return FALSE;
    }
}

/* Where in the grid @spot is; nowhere when it is not on the map. */
gboolean
way_grid_locate (const WayGrid *self,
                 const WaySpot *spot,
                 WayGridPlace  *place)
{
  int item;

  if (*spot->id != '\0')
    return (item = way_scene_find (self->scene, spot->id)) >= 0 && locate_item (self, item, place);
  if (*spot->lane == '\0')
    return FALSE;
  *place = (WayGridPlace) { find_lane (self, spot->lane), find_stage (self, spot->stage) };
  return place->line >= 0 && place->column >= 0;
}

/* Sets @spot to a cell, which is nothing where the lane has no record. */
void
way_grid_set_cell (const WayGrid *self,
                   int            line,
                   int            column,
                   WaySpot       *spot)
{
  const char *lane = way_grid_get_lane (self, line), *stage = way_grid_get_stage (self, column);

  *spot = (WaySpot) { 0 };
  if (lane == NULL || stage == NULL)
    return;
  g_strlcpy (spot->lane, lane, sizeof spot->lane);
  g_strlcpy (spot->stage, stage, sizeof spot->stage);
}

static gboolean
can_be_selected (const WayItem *item)
{
  return item->id != NULL && (item->role == WAY_ROLE_TITLE || item->role == WAY_ROLE_STAGE || item->role == WAY_ROLE_FLAG ||
                              item->kind == WAY_KIND_LANE || item->kind == WAY_KIND_CARD || item->kind == WAY_KIND_FEELING);
}

/* The items of a place that can be selected, in reading order. */
GArray *
way_grid_list_stops (const WayGrid      *self,
                     const WayGridPlace *place)
{
  GArray *stops = g_array_new (FALSE, FALSE, sizeof (guint));
  const WayGroup *group = way_grid_get_cell (self, place->line, place->column);
  int owner = -1;

  if (place->line == WAY_GRID_TITLE)
    owner = self->title;
  else if (place->line == WAY_GRID_HEADERS && place->column >= 0)
    owner = g_array_index (self->stages, guint, place->column);
  else if (group == NULL && place->line >= 0)
    owner = way_scene_get_group (self->scene, g_array_index (self->lanes, guint, place->line))->first_item;
  if (owner >= 0)
    group = way_scene_get_group (self->scene, way_scene_get_item (self->scene, owner)->group);
  for (guint i = owner >= 0 ? (guint) owner : group != NULL ? group->first_item : 0;
       group != NULL && i < group->first_item + group->n_items; i++)
    {
      const WayItem *item = way_scene_get_item (self->scene, i);

      if (owner >= 0 && (int) i != owner && item->owner != owner)
        break;
      if (can_be_selected (item))
        g_array_append_val (stops, i);
    }
  return stops;
}

const WayGroup *
way_journey_find_cell (WayScene   *scene,
                       const char *lane,
                       const char *stage)
{
  g_auto (WayGrid) grid = { 0 };
  WaySpot spot = { 0 };
  WayGridPlace place;

  way_grid_init (&grid, scene);
  g_strlcpy (spot.lane, lane, sizeof spot.lane);
  g_strlcpy (spot.stage, stage, sizeof spot.stage);
  return way_grid_locate (&grid, &spot, &place) ? way_grid_get_cell (&grid, place.line, place.column) : NULL;
}

/* Returns: (transfer full) (element-type guint): the numbers of the items that are the cell's cards, in order */
GArray *
way_journey_list_cards (WayScene       *scene,
                        const WayGroup *cell)
{
  GArray *cards = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = cell->first_item; i < cell->first_item + cell->n_items; i++)
    if (way_scene_get_item (scene, i)->kind == WAY_KIND_CARD)
      g_array_append_val (cards, i);
  return cards;
}

/* How many cards come before @spot in its cell; -1 where it is no card. */
int
way_journey_get_card_index (WayScene      *scene,
                            const WaySpot *spot)
{
  const WayGroup *cell = spot->kind == WAY_KIND_CARD ? way_journey_find_cell (scene, spot->lane, spot->stage) : NULL;
  g_autoptr (GArray) cards = cell != NULL ? way_journey_list_cards (scene, cell) : NULL;

  for (guint i = 0; cards != NULL && i < cards->len; i++)
    if (g_str_equal (way_scene_get_item (scene, g_array_index (cards, guint, i))->id, spot->id))
      return i;
  return -1;
}

gboolean
way_journey_spot_of_item (WayScene *scene,
                          guint     number,
                          WaySpot  *spot)
{
  const WayItem *item = way_scene_get_item (scene, number);
  const WayGroup *group = way_scene_get_group (scene, item->group);
  const WayItem *owner = item->owner >= 0 ? way_scene_get_item (scene, item->owner) : item;

  *spot = (WaySpot) { 0 };
  if (!can_be_selected (item))
    return FALSE;
  spot->kind = item->kind;
  g_strlcpy (spot->id, item->id, sizeof spot->id);
  if (group->role == WAY_GROUP_CELL)
    {
      const WayGroup *lane = way_scene_get_group (scene, group->parent);

      g_strlcpy (spot->stage, group->stage, sizeof spot->stage);
      g_strlcpy (spot->lane, lane->id != NULL ? lane->id : "", sizeof spot->lane);
    }
  else if (group->role == WAY_GROUP_STAGES && owner->id != NULL)
    g_strlcpy (spot->stage, owner->id, sizeof spot->stage);
  else if (group->role == WAY_GROUP_LANE && group->id != NULL)
    g_strlcpy (spot->lane, group->id, sizeof spot->lane);
  return TRUE;
}

gboolean
way_journey_spot_at (WayScene *scene,
                     double    x,
                     double    y,
                     WaySpot  *spot)
{
  int item = way_scene_pick (scene, x, y);
  WayPlace place;

  /* What is drawn on something that can be selected, a quote on its card, is that. */
  while (item >= 0 && !way_journey_spot_of_item (scene, item, spot))
    item = way_scene_get_item (scene, item)->owner;
  if (item >= 0)
    return TRUE;
  if (!way_scene_get_place_at (scene, x, y, &place))
    return FALSE;
  *spot = (WaySpot) { 0 };
  g_strlcpy (spot->lane, place.lane, sizeof spot->lane);
  g_strlcpy (spot->stage, place.stage, sizeof spot->stage);
  return TRUE;
}

gboolean
way_journey_get_cell_bounds (WayScene      *scene,
                             const WaySpot *spot,
                             WayRect       *bounds)
{
  const WayGroup *cell = way_journey_find_cell (scene, spot->lane, spot->stage);

  if (cell != NULL)
    *bounds = cell->bounds;
  return cell != NULL;
}
