/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of the parts of a journey map: where each is, what it says, and which of how many it is. */
#include "canvas/way-canvas-journey.h"

#include "base/way-i18n.h"

static char *
dup_item_words (WayScene *scene,
                int       number)
{
  const WayItem *item;

  if (number < 0)
    return g_strdup ("");
  item = way_scene_get_item (scene, number);
  return item->label != NULL ? g_strdup (item->label) : way_scene_dup_item_text (scene, item);
}

/* A stage that is made by Tab or by pasting has no title yet. */
static char *
dup_stage_words (WayScene   *scene,
                 const char *id)
{
  g_autofree char *text = dup_item_words (scene, way_scene_find (scene, id));

  return *text != '\0' ? g_steal_pointer (&text) : g_strdup (_("Untitled stage"));
}

static char *
dup_header_name (WayScene           *scene,
                 const WayGrid      *grid,
                 const WaySpot      *spot,
                 const WayGridPlace *place)
{
  g_autofree char *text = spot->kind == WAY_KIND_STAGE ? dup_stage_words (scene, spot->id)
                                                       : dup_item_words (scene, way_scene_find (scene, spot->id));

  if (spot->kind == WAY_KIND_LANE)
    /* Translators: the title of a lane, and its number among the lanes. */
    return g_strdup_printf (_("%s, lane %d of %u"), text, place->line + 1, grid->lanes->len);
  /* Translators: the title of a stage, and its number among the stages. */
  return g_strdup_printf (_("%s, stage %d of %u"), text, place->column + 1, grid->stages->len);
}

/* The readings of a cell, from the highest to the lowest. */
static GArray *
list_felt (WayScene       *scene,
           const WayGroup *cell)
{
  GArray *felt = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = cell->first_item; i < cell->first_item + cell->n_items; i++)
    if (way_scene_get_item (scene, i)->kind == WAY_KIND_FEELING)
      g_array_append_val (felt, i);
  return felt;
}

static guint
find_felt (WayScene      *scene,
           GArray        *felt,
           const WaySpot *spot)
{
  guint index = 0;

  while (index < felt->len && !g_str_equal (way_scene_get_item (scene, g_array_index (felt, guint, index))->id, spot->id))
    index++;
  return index;
}

static char *
dup_felt_name (WayScene       *scene,
               const WayGroup *cell,
               const char     *lane,
               const char     *stage,
               const WaySpot  *spot)
{
  const WayItem *item = way_scene_get_item (scene, way_scene_find (scene, spot->id));
  g_autoptr (GArray) felt = list_felt (scene, cell);
  g_autoptr (WayRecord) record = NULL;
  g_autofree char *said = NULL;
  const char *const *words = NULL;

  if (way_lens_read (way_scene_get_lens (scene), WAY_KIND_FEELING, spot->id, &record, NULL) && record != NULL)
    words = way_record_get_texts (record, WAY_FEELING_WORDS);
  said = words != NULL ? g_strjoinv (", ", (GStrv) words) : g_strdup (_("no words"));
  /* Translators: a lane, a stage, how it was as in "Denise: −2", the words for it, and its number among the readings there. */
  return g_strdup_printf (_("%s, %s: %s, %s, reading %u of %u"), lane, stage, item->label, said, find_felt (scene, felt, spot) + 1, felt->len);
}

/* Whether it is the scale of feelings that stands in @cell. */
static gboolean
shows_felt (WayScene       *scene,
            const WayGroup *cell)
{
  double top, bottom;

  return way_scene_get_felt_scale (scene, &top, &bottom) && top >= cell->bounds.y && bottom <= cell->bounds.y + cell->bounds.height;
}

static char *
dup_cell_name (WayScene      *scene,
               const WayGroup *cell,
               const WaySpot *spot)
{
  const WayGroup *group = way_scene_get_group (scene, cell->parent);
  const char *lane = group->label != NULL ? group->label : "";
  g_autoptr (GArray) cards = way_journey_list_cards (scene, cell);
  g_autofree char *stage = dup_stage_words (scene, cell->stage);

  if (spot->kind == WAY_KIND_CARD)
    {
      g_autofree char *text = dup_item_words (scene, way_scene_find (scene, spot->id));

      /* Translators: a lane, a stage, what a card says, and its number among the cards there. */
      return g_strdup_printf (_("%s, %s: %s, card %d of %u"), lane, stage, text, way_journey_get_card_index (scene, spot) + 1, cards->len);
    }
  if (spot->kind == WAY_KIND_FEELING)
    return dup_felt_name (scene, cell, lane, stage, spot);
  if (cards->len == 0 && shows_felt (scene, cell))
    {
      g_autoptr (GArray) felt = list_felt (scene, cell);

      /* Translators: a lane and a stage, and how many said how they felt there. */
      return g_strdup_printf (ngettext ("%s, %s: %u reading", "%s, %s: %u readings", felt->len), lane, stage, felt->len);
    }
  if (cards->len == 0)
    /* Translators: a lane and a stage. */
    return g_strdup_printf (_("%s, %s: no cards"), lane, stage);
  return g_strdup_printf (ngettext ("%s, %s: %u card", "%s, %s: %u cards", cards->len), lane, stage, cards->len);
}

char *
way_journey_dup_name (WayScene      *scene,
                      const WaySpot *spot)
{
  g_auto (WayGrid) grid = { 0 };
  WayGridPlace place;

  way_grid_init (&grid, scene);
  if (!way_grid_locate (&grid, spot, &place))
    return g_strdup ("");
  if (spot->kind == WAY_KIND_STAGE || spot->kind == WAY_KIND_LANE)
    return dup_header_name (scene, &grid, spot, &place);
  if (spot->kind == WAY_KIND_CARD || spot->kind == WAY_KIND_FEELING || way_spot_is_cell (spot))
    return dup_cell_name (scene, way_grid_get_cell (&grid, place.line, place.column), spot);
  return dup_item_words (scene, way_scene_find (scene, spot->id));
}

/* Which of how many @spot is, from 1; nothing for what stands alone. */
gboolean
way_journey_get_position (WayScene      *scene,
                          const WaySpot *spot,
                          guint         *position,
                          guint         *of)
{
  g_auto (WayGrid) grid = { 0 };
  WayGridPlace place;

  way_grid_init (&grid, scene);
  if (*spot->id == '\0' || !way_grid_locate (&grid, spot, &place))
    return FALSE;
  if (spot->kind == WAY_KIND_STAGE || spot->kind == WAY_KIND_LANE)
    {
      *position = (spot->kind == WAY_KIND_STAGE ? place.column : place.line) + 1;
      *of = (spot->kind == WAY_KIND_STAGE ? grid.stages : grid.lanes)->len;
      return TRUE;
    }
  if (spot->kind == WAY_KIND_FEELING)
    {
      g_autoptr (GArray) felt = list_felt (scene, way_grid_get_cell (&grid, place.line, place.column));

      *position = find_felt (scene, felt, spot) + 1;
      *of = felt->len;
      return TRUE;
    }
  if (spot->kind != WAY_KIND_CARD)
    return FALSE;
  g_autoptr (GArray) cards = way_journey_list_cards (scene, way_grid_get_cell (&grid, place.line, place.column));
  *position = way_journey_get_card_index (scene, spot) + 1;
  *of = cards->len;
  return TRUE;
}
