/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gestures become edits here: values that say what to put and drop, for whoever holds the workspace. */
#include "canvas/way-canvas-private.h"

#include "base/way-i18n.h"
#include "model/way-arrange.h"

static void
refuse (WayCanvas  *self,
        const char *reason)
{
  g_signal_emit_by_name (self, "refused", reason);
}

static void
refuse_error (WayCanvas *self,
              GError    *error)
{
  refuse (self, error != NULL ? error->message : _("This is not there any more."));
}

/* The record to change a copy of. An audience may be shown a record without some of what it says; only the desk's can be put back. */
static WayRecord *
read_record (WayCanvas  *self,
             WayKind     kind,
             const char *id)
{
  WayLens *lens = way_scene_get_lens (self->scene);
  g_autoptr (GError) error = NULL;
  WayRecord *record = NULL;

  g_return_val_if_fail (way_lens_get_audience (lens) == WAY_AUDIENCE_DESK, NULL);

  if (!way_lens_read (lens, kind, id, &record, &error) || record == NULL)
    {
      refuse_error (self, error);
      return NULL;
    }
  return record;
}

static gboolean
send (WayCanvas  *self,
      WayEdit    *edit,
      const char *said)
{
  gboolean done = FALSE;

  g_signal_emit_by_name (self, "edit", edit, &done);
  if (done)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), said, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  return done;
}

/**
 * way_canvas_takes_cards:
 * @self: a canvas
 * @lane: the id of a lane
 *
 * Returns: whether cards can be put in the lane; a lane of feelings takes readings
 */
gboolean
way_canvas_takes_cards (WayCanvas  *self,
                        const char *lane)
{
  g_autoptr (WayRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  return way_lens_read (way_scene_get_lens (self->scene), WAY_KIND_LANE, lane, &record, &error) && record != NULL &&
         g_strcmp0 (way_record_get_text (record, WAY_LANE_KIND), "feeling") != 0;
}

/* The cards of a cell in order, without the one that is being put. */
static GPtrArray *
list_others (WayCanvas      *self,
             const WayPlace *place,
             const char     *id)
{
  const WayGroup *cell = way_outline_find_cell (self->scene, place->lane, place->stage);
  g_autoptr (GArray) cards = cell != NULL ? way_outline_list_cards (self->scene, cell) : NULL;
  GPtrArray *others = g_ptr_array_new ();

  for (guint i = 0; cards != NULL && i < cards->len; i++)
    {
      const WayItem *item = way_scene_get_item (self->scene, g_array_index (cards, guint, i));

      if (!g_str_equal (item->id, id))
        g_ptr_array_add (others, (char *) item->id);
    }
  return others;
}

/* There is no number between the neighbours: all cards of the map take new ones. */
static gboolean
put_renumbered (WayCanvas  *self,
                WayEdit    *edit,
                WayRecord  *card,
                const char *after)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = way_lens_list (way_scene_get_lens (self->scene), WAY_KIND_CARD, way_scene_get_map_id (self->scene), &error);
  guint index = 0;

  if (all == NULL)
    {
      refuse_error (self, error);
      return FALSE;
    }
  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (way_record_get_id (all->pdata[i]), way_record_get_id (card)))
      g_ptr_array_remove_index (all, i--);
  while (index < all->len && !g_str_equal (way_record_get_id (all->pdata[index]), after))
    index++;
  way_arrange_put (edit, card, all, index);
  return TRUE;
}

/* Puts @card at number @place->index among the other cards of its cell. */
static gboolean
put_at (WayCanvas      *self,
        WayEdit        *edit,
        WayRecord      *card,
        const WayPlace *place)
{
  g_autoptr (GPtrArray) others = list_others (self, place, way_record_get_id (card));
  g_autoptr (WayRecord) before = NULL;
  g_autoptr (WayRecord) after = NULL;
  guint index = MIN (place->index, others->len);
  double position = G_MAXDOUBLE;

  way_record_set_text (card, WAY_CARD_LANE, place->lane);
  way_record_set_text (card, WAY_CARD_STAGE, place->stage);
  if (index < others->len && (after = read_record (self, WAY_KIND_CARD, others->pdata[index])) == NULL)
    return FALSE;
  if (after != NULL && index > 0 && (before = read_record (self, WAY_KIND_CARD, others->pdata[index - 1])) == NULL)
    return FALSE;
  if (!way_arrange_between (before, after, &position))
    return put_renumbered (self, edit, card, way_record_get_id (after));
  way_record_set_position (card, position);
  way_edit_put (edit, card);
  return TRUE;
}

/**
 * way_canvas_add_card:
 * @self: a canvas
 * @place: where
 * @text: what it says
 * @keep: whether it is wanted; otherwise it is only offered as what was discarded
 *
 * Returns: whether there is such a card now
 */
gboolean
way_canvas_add_card (WayCanvas      *self,
                     const WayPlace *place,
                     const char     *text,
                     gboolean        keep)
{
  g_autoptr (WayEdit) edit = way_edit_new (_("Add card"));
  g_autoptr (WayRecord) card = way_record_new (WAY_KIND_CARD, NULL, way_scene_get_map_id (self->scene));

  way_record_set_text (card, WAY_CARD_TEXT, text);
  if (!put_at (self, edit, card, place))
    return FALSE;
  if (!keep)
    g_signal_emit_by_name (self, "discarded", edit);
  if (!keep || !send (self, edit, _("Card added")))
    return FALSE;
  way_canvas_select_card (self, way_record_get_id (card));
  return TRUE;
}

/**
 * way_canvas_change_card:
 * @self: a canvas
 * @id: a card
 * @text: what it says from now on
 * @keep: whether that is wanted; otherwise it is only offered as what was discarded
 *
 * Returns: whether it says so now
 */
gboolean
way_canvas_change_card (WayCanvas  *self,
                        const char *id,
                        const char *text,
                        gboolean    keep)
{
  g_autoptr (WayEdit) edit = way_edit_new (_("Change card"));
  g_autoptr (WayRecord) record = read_record (self, WAY_KIND_CARD, id);
  g_autoptr (WayRecord) card = record != NULL ? way_record_copy (record) : NULL;

  if (card == NULL)
    return FALSE;
  way_record_set_text (card, WAY_CARD_TEXT, text);
  way_edit_put (edit, card);
  if (!keep)
    g_signal_emit_by_name (self, "discarded", edit);
  return keep && send (self, edit, _("Card changed"));
}

/**
 * way_canvas_move_card:
 * @self: a canvas
 * @id: a card
 * @place: where to; its index counts the other cards of the cell
 */
void
way_canvas_move_card (WayCanvas      *self,
                      const char     *id,
                      const WayPlace *place)
{
  g_autofree char *card_id = g_strdup (id);
  g_autoptr (WayEdit) edit = way_edit_new (_("Move card"));
  g_autoptr (WayRecord) record = NULL;
  g_autoptr (WayRecord) card = NULL;
  g_autofree char *name = NULL;
  WaySpot spot;

  if (!way_outline_find_card (self->scene, card_id, &spot))
    return;
  if (g_str_equal (spot.lane, place->lane) && g_str_equal (spot.stage, place->stage) &&
      way_outline_get_index (self->scene, &spot) == (int) place->index)
    return;
  if (!way_canvas_takes_cards (self, place->lane))
    {
      refuse (self, _("This lane shows how people felt; cards go in the others."));
      return;
    }
  record = read_record (self, WAY_KIND_CARD, card_id);
  card = record != NULL ? way_record_copy (record) : NULL;
  if (card == NULL || !put_at (self, edit, card, place) || !send (self, edit, _("Card moved")))
    return;
  way_canvas_select_card (self, card_id);
  name = way_outline_dup_name (self->scene, &self->selected);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), name, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/**
 * way_canvas_move_selected:
 * @self: a canvas
 * @step: which way
 *
 * Moves the selected card by the keyboard: past its neighbours in the cell, then on into the next lane or stage.
 */
void
way_canvas_move_selected (WayCanvas *self,
                          WayWalk    step)
{
  WaySpot spot = self->selected, cell;
  const WayGroup *group;
  WayPlace place = { 0 };
  int index = self->scene != NULL && *spot.card != '\0' ? way_outline_get_index (self->scene, &spot) : -1;
  guint n_cards;

  if (index < 0)
    return;
  group = way_outline_find_cell (self->scene, spot.lane, spot.stage);
  g_autoptr (GArray) here = way_outline_list_cards (self->scene, group);
  n_cards = here->len;
  cell = spot;
  if ((step == WAY_WALK_UP && index > 0) || (step == WAY_WALK_DOWN && index + 1 < (int) n_cards))
    place.index = index + (step == WAY_WALK_DOWN ? 1 : -1);
  else
    {
      do
        if (!way_outline_step_cell (self->scene, &cell, step, &cell))
          return;
      while (!way_canvas_takes_cards (self, cell.lane));
      g_autoptr (GArray) there = way_outline_list_cards (self->scene, way_outline_find_cell (self->scene, cell.lane, cell.stage));
      place.index = step == WAY_WALK_DOWN ? 0 : step == WAY_WALK_UP ? there->len : MIN ((guint) index, there->len);
    }
  g_strlcpy (place.lane, cell.lane, sizeof place.lane);
  g_strlcpy (place.stage, cell.stage, sizeof place.stage);
  way_canvas_move_card (self, spot.card, &place);
}

/**
 * way_canvas_drop_selected:
 * @self: a canvas
 */
void
way_canvas_drop_selected (WayCanvas *self)
{
  g_autoptr (WayEdit) edit = way_edit_new (_("Delete card"));

  if (self->scene == NULL || !self->editable || *self->selected.card == '\0')
    return;
  way_edit_drop (edit, WAY_KIND_CARD, self->selected.card);
  send (self, edit, _("Card deleted"));
}
