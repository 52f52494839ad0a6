/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which cards stand in which cell, and in which cells something changed. */
#include "scene/way-journey.h"

static int
compare_cards (gconstpointer a,
               gconstpointer b)
{
  WayRecord *one = (*(WayJourneyCard *const *) a)->record, *other = (*(WayJourneyCard *const *) b)->record;
  double first = way_record_get_position (one), second = way_record_get_position (other);

  if (first != second)
    return first < second ? -1 : 1;
  return g_strcmp0 (way_record_get_id (one), way_record_get_id (other));
}

/* Counts from 1, so that 0 is for none. */
static GHashTable *
number_records (GPtrArray *records)
{
  GHashTable *numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < records->len; i++)
    g_hash_table_insert (numbers, (char *) way_record_get_id (records->pdata[i]), GUINT_TO_POINTER (i + 1));
  return numbers;
}

static guint
find_number (GHashTable *numbers,
             const char *id)
{
  return id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (numbers, id)) : 0;
}

/* Once lanes or stages are others. */
void
way_journey_forget_cells (WayJourney *self)
{
  for (guint i = 0; i < self->n_cells; i++)
    g_clear_pointer (&self->cells[i], g_ptr_array_unref);
  g_clear_pointer (&self->cells, g_free);
  self->n_cells = 0;
  g_array_set_size (self->touched, 0);
}

static void
fill_cells (WayJourney *self)
{
  g_autoptr (GHashTable) stages = number_records (self->stages), lanes = number_records (self->lanes);
  GHashTableIter iter;
  WayJourneyCard *card;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &card))
    {
      guint stage = find_number (stages, way_record_get_text (card->record, WAY_CARD_STAGE));
      guint lane = find_number (lanes, way_record_get_text (card->record, WAY_CARD_LANE));
      GPtrArray **cell;

      if (stage == 0 || lane == 0)
        continue;
      cell = &self->cells[(lane - 1) * self->stages->len + stage - 1];
      if (*cell == NULL)
        *cell = g_ptr_array_new ();
      g_ptr_array_add (*cell, card);
    }
  for (guint i = 0; i < self->n_cells; i++)
    if (self->cells[i] != NULL)
      g_ptr_array_sort (self->cells[i], compare_cards);
}

/**
 * way_journey_get_cells:
 * @self: what a journey map shows
 *
 * Returns: (transfer none): for each lane, for each stage, the cards there in their order, or %NULL where there are none
 */
GPtrArray **
way_journey_get_cells (WayJourney *self)
{
  if (self->cells != NULL)
    return self->cells;
  self->n_cells = self->lanes->len * self->stages->len;
  self->cells = g_new0 (GPtrArray *, self->n_cells + 1);
  fill_cells (self);
  return self->cells;
}

static int
find_record (GPtrArray  *records,
             const char *id)
{
  for (guint i = 0; id != NULL && i < records->len; i++)
    if (g_str_equal (way_record_get_id (g_ptr_array_index (records, i)), id))
      return i;
  return -1;
}

/* Returns: (nullable): the cell that the card's record says */
static GPtrArray **
touch_cell (WayJourney     *self,
            WayJourneyCard *card)
{
  int lane = find_record (self->lanes, way_record_get_text (card->record, WAY_CARD_LANE));
  int stage = find_record (self->stages, way_record_get_text (card->record, WAY_CARD_STAGE));
  guint cell = lane * self->stages->len + stage, i = 0;

  if (self->cells == NULL || lane < 0 || stage < 0)
    return NULL;
  while (i < self->touched->len && g_array_index (self->touched, guint, i) != cell)
    i++;
  if (i == self->touched->len)
    g_array_append_val (self->touched, cell);
  if (self->cells[cell] == NULL)
    self->cells[cell] = g_ptr_array_new ();
  return &self->cells[cell];
}

/**
 * way_journey_take_out:
 * @self: what a journey map shows
 * @card: one of its cards
 *
 * Takes the card out of its cell, before its record becomes another or it goes.
 */
void
way_journey_take_out (WayJourney     *self,
                      WayJourneyCard *card)
{
  GPtrArray **cell = touch_cell (self, card);

  if (cell != NULL)
    g_ptr_array_remove (*cell, card);
}

/**
 * way_journey_put_in:
 * @self: what a journey map shows
 * @card: one of its cards, which is in no cell
 *
 * Puts the card in the cell that its record says, where it comes in the order there.
 */
void
way_journey_put_in (WayJourney     *self,
                    WayJourneyCard *card)
{
  GPtrArray **cell = touch_cell (self, card);
  guint at = 0;

  if (cell == NULL)
    return;
  while (at < (*cell)->len && compare_cards (&(*cell)->pdata[at], &card) < 0)
    at++;
  g_ptr_array_insert (*cell, at, card);
}
