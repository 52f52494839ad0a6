/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cells and cards of a journey map as a grid to walk on, with the names that are said on the way. */
#include "canvas/way-outline.h"

#include "base/way-i18n.h"

gboolean
way_spot_equal (const WaySpot *a,
                const WaySpot *b)
{
  return g_str_equal (a->lane, b->lane) && g_str_equal (a->stage, b->stage) && g_str_equal (a->card, b->card);
}

gboolean
way_spot_is_set (const WaySpot *self)
{
  return *self->lane != '\0';
}

static const WayGroup *
get_lane (WayScene       *scene,
          const WayGroup *cell)
{
  return cell->parent >= 0 ? way_scene_get_group (scene, cell->parent) : NULL;
}

/* Whether @cell is one that can be selected: in a lane and under a stage. */
static gboolean
is_cell (WayScene       *scene,
         const WayGroup *cell)
{
  return cell->role == WAY_GROUP_CELL && cell->stage != NULL && get_lane (scene, cell) != NULL && get_lane (scene, cell)->id != NULL;
}

static void
set_spot (WayScene       *scene,
          const WayGroup *cell,
          const char     *card,
          WaySpot        *spot)
{
  *spot = (WaySpot) { 0 };
  g_strlcpy (spot->lane, get_lane (scene, cell)->id, sizeof spot->lane);
  g_strlcpy (spot->stage, cell->stage, sizeof spot->stage);
  if (card != NULL)
    g_strlcpy (spot->card, card, sizeof spot->card);
}

/**
 * way_outline_find_cell:
 * @scene: a scene
 * @lane: the id of a lane
 * @stage: the id of a stage
 *
 * Returns: (nullable): the group where they meet
 */
const WayGroup *
way_outline_find_cell (WayScene   *scene,
                       const char *lane,
                       const char *stage)
{
  for (guint i = 0; i < way_scene_get_n_groups (scene); i++)
    {
      const WayGroup *cell = way_scene_get_group (scene, i);

      if (is_cell (scene, cell) && g_str_equal (cell->stage, stage) && g_str_equal (get_lane (scene, cell)->id, lane))
        return cell;
    }
  return NULL;
}

/**
 * way_outline_list_cards:
 * @scene: a scene
 * @cell: one of its cells
 *
 * Returns: (transfer full) (element-type guint): the numbers of the items that are the cell's cards, in order
 */
GArray *
way_outline_list_cards (WayScene       *scene,
                        const WayGroup *cell)
{
  GArray *cards = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = cell->first_item; i < cell->first_item + cell->n_items; i++)
    if (way_scene_get_item (scene, i)->kind == WAY_KIND_CARD)
      g_array_append_val (cards, i);
  return cards;
}

static const WayGroup *
get_cell_of_item (WayScene *scene,
                  int       index)
{
  int number = way_scene_get_item (scene, index)->group;

  while (number >= 0 && !is_cell (scene, way_scene_get_group (scene, number)))
    number = way_scene_get_group (scene, number)->parent;
  return number >= 0 ? way_scene_get_group (scene, number) : NULL;
}

/**
 * way_outline_find_card:
 * @scene: a scene
 * @id: the id of a card
 * @spot: (out caller-allocates): where it is
 *
 * Returns: whether it is on the map
 */
gboolean
way_outline_find_card (WayScene   *scene,
                       const char *id,
                       WaySpot    *spot)
{
  int index = way_scene_find (scene, id);
  const WayGroup *cell;

  if (index < 0 || way_scene_get_item (scene, index)->kind != WAY_KIND_CARD)
    return FALSE;
  cell = get_cell_of_item (scene, index);
  if (cell == NULL)
    return FALSE;
  set_spot (scene, cell, id, spot);
  return TRUE;
}

/**
 * way_outline_spot_at:
 * @scene: a scene
 * @x: a place on the map
 * @y: the same
 * @spot: (out caller-allocates): the card or cell there
 *
 * Returns: whether there is one
 */
gboolean
way_outline_spot_at (WayScene *scene,
                     double    x,
                     double    y,
                     WaySpot  *spot)
{
  WayPlace place;
  const WayGroup *cell;
  g_autoptr (GArray) cards = NULL;

  if (!way_scene_get_place_at (scene, x, y, &place) || (cell = way_outline_find_cell (scene, place.lane, place.stage)) == NULL)
    return FALSE;
  set_spot (scene, cell, NULL, spot);
  cards = way_outline_list_cards (scene, cell);
  for (guint i = 0; i < cards->len; i++)
    {
      const WayItem *item = way_scene_get_item (scene, g_array_index (cards, guint, i));

      if (way_rect_contains (&item->bounds, x, y))
        g_strlcpy (spot->card, item->id, sizeof spot->card);
    }
  return TRUE;
}

/**
 * way_outline_get_index:
 * @scene: a scene
 * @spot: a card
 *
 * Returns: how many cards come before it in its cell, or -1 for a cell
 */
int
way_outline_get_index (WayScene      *scene,
                       const WaySpot *spot)
{
  const WayGroup *cell = way_outline_find_cell (scene, spot->lane, spot->stage);
  g_autoptr (GArray) cards = cell != NULL ? way_outline_list_cards (scene, cell) : NULL;

  for (guint i = 0; cards != NULL && i < cards->len; i++)
    if (g_str_equal (way_scene_get_item (scene, g_array_index (cards, guint, i))->id, spot->card))
      return i;
  return -1;
}

/**
 * way_outline_get_bounds:
 * @scene: a scene
 * @spot: a card or cell
 * @bounds: (out caller-allocates): where it is
 *
 * Returns: whether it is on the map
 */
gboolean
way_outline_get_bounds (WayScene      *scene,
                        const WaySpot *spot,
                        WayRect       *bounds)
{
  const WayGroup *cell;

  if (*spot->card != '\0')
    {
      int index = way_scene_find (scene, spot->card);

      if (index >= 0)
        *bounds = way_scene_get_item (scene, index)->bounds;
      return index >= 0;
    }
  cell = way_spot_is_set (spot) ? way_outline_find_cell (scene, spot->lane, spot->stage) : NULL;
  if (cell != NULL)
    *bounds = cell->bounds;
  return cell != NULL;
}

/* The card of @cell nearest to number @index, or the cell itself when it has none. */
static void
enter_cell (WayScene       *scene,
            const WayGroup *cell,
            int             index,
            WaySpot        *spot)
{
  g_autoptr (GArray) cards = way_outline_list_cards (scene, cell);
  const char *card = NULL;

  if (cards->len > 0)
    card = way_scene_get_item (scene, g_array_index (cards, guint, CLAMP (index, 0, (int) cards->len - 1)))->id;
  set_spot (scene, cell, card, spot);
}

/* The cells in the lane of @cell are read from one end to the other; the cell @by further on, or NULL beyond the end. */
static const WayGroup *
step_along (WayScene       *scene,
            const WayGroup *cell,
            int             by)
{
  const WayGroup *last = cell;
  int passed = 0;

  for (int i = (cell - way_scene_get_group (scene, 0)) + (by > 0 ? 1 : -1);
       i >= 0 && i < (int) way_scene_get_n_groups (scene) && passed < ABS (by); i += by > 0 ? 1 : -1)
    {
      const WayGroup *other = way_scene_get_group (scene, i);

      if (!is_cell (scene, other) || other->parent != cell->parent)
        continue;
      last = other;
      passed++;
    }
  return last != cell ? last : NULL;
}

static const WayGroup *
step_across (WayScene       *scene,
             const WayGroup *cell,
             int             by)
{
  for (int i = (cell - way_scene_get_group (scene, 0)) + by; i >= 0 && i < (int) way_scene_get_n_groups (scene); i += by)
    {
      const WayGroup *other = way_scene_get_group (scene, i);

      if (is_cell (scene, other) && other->parent != cell->parent && g_str_equal (other->stage, cell->stage))
        return other;
    }
  return NULL;
}

static const WayGroup *
step_cell (WayScene       *scene,
           const WayGroup *cell,
           WayWalk         step)
{
  gboolean mirrored = way_scene_is_right_to_left (scene);

  switch (step)
    {
    case WAY_WALK_LEFT:
      return step_along (scene, cell, mirrored ? 1 : -1);
    case WAY_WALK_RIGHT:
      return step_along (scene, cell, mirrored ? -1 : 1);
    case WAY_WALK_UP:
      return step_across (scene, cell, -1);
    case WAY_WALK_DOWN:
      return step_across (scene, cell, 1);
    case WAY_WALK_FIRST:
      return step_along (scene, cell, -G_MAXINT);
    case WAY_WALK_LAST:
    default:
      return step_along (scene, cell, G_MAXINT);
    }
}

/**
 * way_outline_step_cell:
 * @scene: a scene
 * @from: a card or cell
 * @step: where to
 * @cell: (out caller-allocates): the cell there
 *
 * Returns: whether there is one
 */
gboolean
way_outline_step_cell (WayScene      *scene,
                       const WaySpot *from,
                       WayWalk        step,
                       WaySpot       *cell)
{
  const WayGroup *here = way_outline_find_cell (scene, from->lane, from->stage);
  const WayGroup *there = here != NULL ? step_cell (scene, here, step) : NULL;

  if (there != NULL)
    set_spot (scene, there, NULL, cell);
  return there != NULL;
}

/**
 * way_outline_walk:
 * @scene: a scene
 * @from: where the walk is, or nothing to begin at the first cell
 * @step: where to
 * @to: (out caller-allocates): the card or cell there
 *
 * Up and down go from card to card and on into the next lane; left and right go to the same stage of the map's next column.
 *
 * Returns: whether there is anywhere to go
 */
gboolean
way_outline_walk (WayScene      *scene,
                  const WaySpot *from,
                  WayWalk        step,
                  WaySpot       *to)
{
  const WayGroup *here = way_outline_find_cell (scene, from->lane, from->stage);
  const WayGroup *there;
  int index;

  if (here == NULL)
    {
      for (guint i = 0; i < way_scene_get_n_groups (scene); i++)
        if (is_cell (scene, way_scene_get_group (scene, i)))
          {
            enter_cell (scene, way_scene_get_group (scene, i), 0, to);
            return TRUE;
          }
      return FALSE;
    }
  index = way_outline_get_index (scene, from);
  if (index >= 0 && (step == WAY_WALK_UP || step == WAY_WALK_DOWN))
    {
      g_autoptr (GArray) cards = way_outline_list_cards (scene, here);
      int next = index + (step == WAY_WALK_DOWN ? 1 : -1);

      if (next >= 0 && next < (int) cards->len)
        {
          enter_cell (scene, here, next, to);
          return TRUE;
        }
    }
  there = step_cell (scene, here, step);
  if (there == NULL)
    return FALSE;
  enter_cell (scene, there, step == WAY_WALK_UP ? G_MAXINT : step == WAY_WALK_DOWN ? 0 : MAX (index, 0), to);
  return TRUE;
}

/**
 * way_outline_dup_name:
 * @scene: a scene
 * @spot: a card or cell
 *
 * Returns: (transfer full): what to say of it: where it is, what it says and how many there are
 */
char *
way_outline_dup_name (WayScene      *scene,
                      const WaySpot *spot)
{
  const WayGroup *cell = way_outline_find_cell (scene, spot->lane, spot->stage);
  g_autoptr (GArray) cards = NULL;
  const char *lane, *stage = "";
  int index, header;

  if (cell == NULL)
    return g_strdup ("");
  cards = way_outline_list_cards (scene, cell);
  index = way_outline_get_index (scene, spot);
  lane = get_lane (scene, cell)->label != NULL ? get_lane (scene, cell)->label : "";
  header = way_scene_find (scene, spot->stage);
  g_autofree char *title = header >= 0 ? way_scene_dup_item_text (scene, way_scene_get_item (scene, header)) : NULL;
  if (title != NULL)
    stage = title;

  if (index >= 0)
    {
      g_autofree char *text = way_scene_dup_item_text (scene, way_scene_get_item (scene, g_array_index (cards, guint, index)));

      /* Translators: a lane, a stage, what a card says, and its number among the cards there. */
      return g_strdup_printf (_("%s, %s: %s, card %d of %u"), lane, stage, text, index + 1, cards->len);
    }
  if (cards->len == 0)
    /* Translators: a lane and a stage. */
    return g_strdup_printf (_("%s, %s: no cards"), lane, stage);
  return g_strdup_printf (ngettext ("%s, %s: %u card", "%s, %s: %u cards", cards->len), lane, stage, cards->len);
}
