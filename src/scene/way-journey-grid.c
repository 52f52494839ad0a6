/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which cards stand in which cell, kept until one of them stands elsewhere. */
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
