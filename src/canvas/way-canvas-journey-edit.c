/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards of a journey map: putting, moving, duplicating and deleting them, one or many, as one edit. */
#include "canvas/way-canvas-journey.h"

#include "base/way-i18n.h"
#include "model/way-arrange.h"

#include <math.h>

static gboolean
is_of_feelings (WayCanvas  *self,
                const char *lane,
                gboolean    expected)
{
  g_autoptr (WayRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  return way_lens_read (way_scene_get_lens (self->scene), WAY_KIND_LANE, lane, &record, &error) && record != NULL &&
         (g_strcmp0 (way_record_get_text (record, WAY_LANE_KIND), "feeling") == 0) == expected;
}

gboolean
way_journey_takes_cards (WayCanvas  *self,
                         const char *lane)
{
  return is_of_feelings (self, lane, FALSE);
}

gboolean
way_journey_takes_feelings (WayCanvas  *self,
                            const char *lane)
{
  return is_of_feelings (self, lane, TRUE);
}

void
way_journey_refuse_lane (WayCanvas *self)
{
  way_canvas_refuse (self, _("This lane shows how people felt; cards go in the others."));
}

static gboolean
is_among (GPtrArray  *cards,
          const char *id)
{
  for (guint i = 0; i < cards->len; i++)
    if (g_str_equal (way_record_get_id (cards->pdata[i]), id))
      return TRUE;
  return FALSE;
}

/* The cards of a cell in order, without those that are being put. */
static GPtrArray *
list_others (WayCanvas      *self,
             const WayPlace *place,
             GPtrArray      *cards)
{
  const WayGroup *cell = way_journey_find_cell (self->scene, place->lane, place->stage);
  g_autoptr (GArray) here = cell != NULL ? way_journey_list_cards (self->scene, cell) : NULL;
  GPtrArray *others = g_ptr_array_new ();

  for (guint i = 0; here != NULL && i < here->len; i++)
    {
      const WayItem *item = way_scene_get_item (self->scene, g_array_index (here, guint, i));

      if (!is_among (cards, item->id))
        g_ptr_array_add (others, (char *) item->id);
    }
  return others;
}

/* There is no number between the neighbours, after some fifty cards that were typed one below the other: all cards of the cell take new ones. Cards
 * of other cells are never beside them. */
static gboolean
put_renumbered (WayCanvas *self,
                WayEdit   *edit,
                GPtrArray *cards,
                GPtrArray *others,
                guint      index)
{
  double position = 1;

  for (guint i = 0; i <= others->len; i++)
    {
      g_autoptr (WayRecord) old = NULL, moved = NULL;

      for (guint j = 0; i == index && j < cards->len; j++)
        {
          way_record_set_position (cards->pdata[j], position++);
          way_edit_put (edit, cards->pdata[j]);
        }
      if (i == others->len)
        break;
      old = way_canvas_read_record (self, WAY_KIND_CARD, others->pdata[i]);
      if (old == NULL)
        return FALSE;
      moved = way_record_copy (old);
      way_record_set_position (moved, position++);
      if (way_record_get_position (old) != position - 1)
        way_edit_put (edit, moved);
    }
  return TRUE;
}

/* Puts @cards, which are not sealed, from number @place->index on among the other cards of the cell, in their order. */
gboolean
way_journey_put_cards (WayCanvas      *self,
                       WayEdit        *edit,
                       GPtrArray      *cards,
                       const WayPlace *place)
{
  g_autoptr (GPtrArray) others = list_others (self, place, cards);
  g_autoptr (WayRecord) before = NULL;
  g_autoptr (WayRecord) after = NULL;
  guint index = MIN (place->index, others->len), first = way_edit_get_length (edit);

  if (index < others->len && (after = way_canvas_read_record (self, WAY_KIND_CARD, others->pdata[index])) == NULL)
    return FALSE;
  if (after != NULL && index > 0 && (before = way_canvas_read_record (self, WAY_KIND_CARD, others->pdata[index - 1])) == NULL)
    return FALSE;
  for (guint i = 0; i < cards->len; i++)
    {
      way_record_set_text (cards->pdata[i], WAY_CARD_LANE, place->lane);
      way_record_set_text (cards->pdata[i], WAY_CARD_STAGE, place->stage);
    }
  for (guint i = cards->len; i > 0; i--)
    {
      double position;

      /* From the last to the first, each before the one that was placed, so that an end needs no number that is not known. */
      if (after == NULL && before == NULL)
        position = HUGE_VAL;
      else if (!way_arrange_between (before, after, &position))
        return put_renumbered (self, edit, cards, others, index);
      way_record_set_position (cards->pdata[i - 1], position);
      if (after != NULL)
        g_set_object (&after, WAY_RECORD (cards->pdata[i - 1]));
    }
  for (guint i = 0; i < cards->len; i++)
    way_edit_put (edit, cards->pdata[i]);
  return way_edit_get_length (edit) > first;
}

/* Says where the selected card is now. */
static void
tell_place (WayCanvas *self)
{
  g_autofree char *name = way_outline_dup_name (self->scene, &self->selected);

  gtk_accessible_announce (GTK_ACCESSIBLE (self), name, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* The cards that are selected, as copies that can be changed; NULL when one of them is gone. */
GPtrArray *
way_journey_copy_selected (WayCanvas *self)
{
  g_autoptr (GArray) spots = way_canvas_list_selection (self);
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < spots->len; i++)
    {
      const WaySpot *spot = &g_array_index (spots, WaySpot, i);
      g_autoptr (WayRecord) record = NULL;

      if (spot->kind != WAY_KIND_CARD)
        continue;
      if ((record = way_canvas_read_record (self, WAY_KIND_CARD, spot->id)) == NULL)
        return NULL;
      g_ptr_array_add (cards, way_record_copy (record));
    }
  return g_steal_pointer (&cards);
}

/* Moves what is selected to @place; its index counts the other cards of the cell. */
void
way_journey_move_cards (WayCanvas      *self,
                        const WayPlace *place)
{
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (WayEdit) edit = NULL;
  g_autoptr (GArray) spots = way_canvas_list_selection (self);
  WaySpot cursor = self->selected;

  if (!way_journey_takes_cards (self, place->lane))
    {
      way_journey_refuse_lane (self);
      return;
    }
  cards = way_journey_copy_selected (self);
  if (cards == NULL || cards->len == 0)
    return;
  edit = way_edit_new (cards->len > 1 ? _("Move cards") : _("Move card"));
  if (!way_journey_put_cards (self, edit, cards, place) ||
      !way_canvas_send (self, edit, cards->len > 1 ? _("Cards moved") : _("Card moved")))
    return;
  way_canvas_select_again (self, spots, cursor.id);
  tell_place (self);
}

/* Moves the cards one step each on its own, as when a block of them goes to the next stage: all are still beside each other. */
static void
shift_cards (WayCanvas *self,
             WayWalk    step)
{
  g_autoptr (GArray) spots = way_canvas_list_selection (self);
  g_autoptr (GPtrArray) cards = way_journey_copy_selected (self);
  g_autoptr (WayEdit) edit = way_edit_new (_("Move cards"));
  WaySpot cursor = self->selected;

  for (guint i = 0, end; cards != NULL && i < cards->len; i = end)
    {
      const WaySpot *spot = &g_array_index (spots, WaySpot, i);
      g_autoptr (GPtrArray) together = g_ptr_array_new ();
      WayPlace place = { .index = G_MAXUINT };
      WaySpot cell = *spot;

      for (end = i; end < cards->len; end++)
        {
          const WaySpot *other = &g_array_index (spots, WaySpot, end);

          if (!g_str_equal (other->lane, spot->lane) || !g_str_equal (other->stage, spot->stage))
            break;
          g_ptr_array_add (together, cards->pdata[end]);
        }
      do
        if (!way_journey_step_cell (self->scene, &cell, step, &cell))
          return;
      while (!way_journey_takes_cards (self, cell.lane));
      g_strlcpy (place.lane, cell.lane, sizeof place.lane);
      g_strlcpy (place.stage, cell.stage, sizeof place.stage);
      if (!way_journey_put_cards (self, edit, together, &place))
        return;
    }
  if (cards == NULL || !way_canvas_send (self, edit, _("Cards moved")))
    return;
  way_canvas_select_again (self, spots, cursor.id);
  tell_place (self);
}

/* The cards by the cell that each goes to, in the order in which they are read; those that are there already stay. */
static GPtrArray *
sort_by_cell (GPtrArray  *cards,
              const char *lane,
              const char *stage)
{
  g_autoptr (GHashTable) by_cell = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < cards->len; i++)
    {
      const char *lane_now = way_record_get_text (cards->pdata[i], WAY_CARD_LANE), *stage_now = way_record_get_text (cards->pdata[i], WAY_CARD_STAGE);
      const char *to_lane = lane != NULL ? lane : lane_now, *to_stage = stage != NULL ? stage : stage_now;
      g_autofree char *key = g_strdup_printf ("%s %s", to_lane, to_stage);
      GPtrArray *cell = g_hash_table_lookup (by_cell, key);

      if (g_str_equal (to_lane, lane_now) && g_str_equal (to_stage, stage_now))
        continue;
      if (cell == NULL)
        {
          cell = g_ptr_array_new ();
          g_ptr_array_add (cells, cell);
          g_hash_table_insert (by_cell, g_steal_pointer (&key), cell);
        }
      if (lane != NULL)
        way_record_set_text (cards->pdata[i], WAY_CARD_LANE, lane);
      if (stage != NULL)
        way_record_set_text (cards->pdata[i], WAY_CARD_STAGE, stage);
      g_ptr_array_add (cell, cards->pdata[i]);
    }
  return cells;
}

/* Moves all that is selected to @lane, to @stage, or to where both meet. */
void
way_journey_put_selected (WayCanvas  *self,
                          const char *lane,
                          const char *stage)
{
  g_autoptr (GArray) spots = way_canvas_list_selection (self);
  g_autoptr (GPtrArray) cards = way_journey_copy_selected (self), cells = cards != NULL ? sort_by_cell (cards, lane, stage) : NULL;
  g_autoptr (WayEdit) edit = way_edit_new (spots->len > 1 ? _("Move cards") : _("Move card"));
  WaySpot cursor = self->selected;

  for (guint i = 0; cells != NULL && i < cells->len; i++)
    {
      GPtrArray *together = cells->pdata[i];
      WayPlace place = { .index = G_MAXUINT };

      g_strlcpy (place.lane, way_record_get_text (together->pdata[0], WAY_CARD_LANE), sizeof place.lane);
      g_strlcpy (place.stage, way_record_get_text (together->pdata[0], WAY_CARD_STAGE), sizeof place.stage);
      if (!way_journey_put_cards (self, edit, together, &place))
        return;
    }
  if (way_edit_get_length (edit) == 0 || !way_canvas_send (self, edit, spots->len > 1 ? _("Cards moved") : _("Card moved")))
    return;
  way_canvas_select_again (self, spots, cursor.id);
  tell_place (self);
}

/* Moves what is selected by the keyboard: a card past its neighbours in the cell, then on into the next lane or stage. */
void
way_journey_move (WayCanvas *self,
                  WayWalk    step)
{
  WaySpot spot = self->selected, cell = spot;
  g_autoptr (GArray) here = NULL;
  WayPlace place = { 0 };
  int index = way_journey_get_card_index (self->scene, &spot);

  if (spot.kind == WAY_KIND_FEELING)
    way_journey_move_felt (self, step);
  if (index < 0)
    return;
  if (way_canvas_has_many (self))
    {
      shift_cards (self, step);
      return;
    }
  here = way_journey_list_cards (self->scene, way_journey_find_cell (self->scene, spot.lane, spot.stage));
  if ((step == WAY_WALK_UP && index > 0) || (step == WAY_WALK_DOWN && index + 1 < (int) here->len))
    place.index = index + (step == WAY_WALK_DOWN ? 1 : -1);
  else
    {
      do
        if (!way_journey_step_cell (self->scene, &cell, step, &cell))
          return;
      while (!way_journey_takes_cards (self, cell.lane));
      place.index = step == WAY_WALK_DOWN ? 0 : step == WAY_WALK_UP ? G_MAXUINT : (guint) index;
    }
  g_strlcpy (place.lane, cell.lane, sizeof place.lane);
  g_strlcpy (place.stage, cell.stage, sizeof place.stage);
  way_journey_move_cards (self, &place);
}

static const char *
get_drop_label (WayKind kind,
                gboolean many)
{
  switch ((int) kind)
    {
    case WAY_KIND_STAGE:
      return _("Delete stage");
    case WAY_KIND_LANE:
      return _("Delete lane");
    case WAY_KIND_FEELING:
      return _("Delete feeling");
    case WAY_KIND_FLAG:
      return _("Delete flag");
    default:
      return many ? _("Delete cards") : _("Delete card");
    }
}

static const char *
get_dropped (WayKind kind,
             gboolean many)
{
  switch ((int) kind)
    {
    case WAY_KIND_STAGE:
      return _("Stage deleted");
    case WAY_KIND_LANE:
      return _("Lane deleted");
    case WAY_KIND_FEELING:
      return _("Feeling deleted");
    case WAY_KIND_FLAG:
      return _("Flag deleted");
    default:
      return many ? _("Cards deleted") : C_("announced", "Card deleted");
    }
}

/* Deletes what is selected; what is in a stage or lane goes with it. The map itself is deleted elsewhere. */
void
way_journey_drop_selected (WayCanvas *self)
{
  g_autoptr (GArray) spots = way_canvas_list_selection (self);
  gboolean many = spots->len > 1;
  g_autoptr (WayEdit) edit = way_edit_new (get_drop_label (self->selected.kind, many));

  for (guint i = 0; i < spots->len; i++)
    if (g_array_index (spots, WaySpot, i).kind != WAY_KIND_MAP)
      way_edit_drop (edit, g_array_index (spots, WaySpot, i).kind, g_array_index (spots, WaySpot, i).id);
  if (way_edit_get_length (edit) > 0)
    way_canvas_send (self, edit, get_dropped (self->selected.kind, many));
}
