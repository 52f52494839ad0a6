/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records that a journey map shows, read through a lens, and read again only where something changed. */
#include "scene/way-journey.h"

/* More changes than this at once, and everything is read again. */
#define MANY_CHANGES 200

static void
card_free (gpointer data)
{
  WayJourneyCard *card = data;

  g_clear_object (&card->record);
  g_clear_pointer (&card->block, way_text_block_unref);
  g_free (card);
}

static void
clear_records (WayJourney *self)
{
  way_journey_forget_cells (self);
  g_clear_pointer (&self->layout, way_journey_layout_free);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->lanes, g_ptr_array_unref);
  g_clear_pointer (&self->feelings, g_ptr_array_unref);
  g_clear_pointer (&self->personas, g_hash_table_unref);
}

static void
journey_free (gpointer data)
{
  WayJourney *self = data;

  clear_records (self);
  g_clear_pointer (&self->cards, g_hash_table_unref);
  g_clear_pointer (&self->touched, g_array_unref);
  way_sheet_clear (&self->sheet);
  g_free (self);
}

static WayJourneyCard *
put_card (WayJourney *self,
          GHashTable *cards,
          WayRecord  *record)
{
  WayJourneyCard *card = g_new0 (WayJourneyCard, 1);
  WayJourneyCard *old = g_hash_table_lookup (self->cards, way_record_get_id (record));

  card->record = g_object_ref (record);
  if (old != NULL && old->block != NULL &&
      g_strcmp0 (way_record_get_text (old->record, WAY_CARD_TEXT), way_record_get_text (record, WAY_CARD_TEXT)) == 0)
    {
      card->block = way_text_block_ref (old->block);
      card->width = old->width;
    }
  g_hash_table_replace (cards, (char *) way_record_get_id (card->record), card);
  return card;
}

static gboolean
read_cards (WayJourney  *self,
            WayLens     *lens,
            GError     **error)
{
  g_autoptr (GPtrArray) records = way_lens_list (lens, WAY_KIND_CARD, self->sheet.map_id, error);
  GHashTable *cards;

  if (records == NULL)
    return FALSE;
  cards = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, card_free);
  for (guint i = 0; i < records->len; i++)
    put_card (self, cards, g_ptr_array_index (records, i));
  g_hash_table_unref (self->cards);
  self->cards = cards;
  return TRUE;
}

static gboolean
read_personas (WayJourney  *self,
               WayLens     *lens,
               GError     **error)
{
  self->personas = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  for (guint i = 0; i < self->feelings->len; i++)
    {
      const char *who = way_record_get_text (g_ptr_array_index (self->feelings, i), WAY_FEELING_PERSONA);
      WayRecord *persona = NULL;

      if (who == NULL || g_hash_table_contains (self->personas, who))
        continue;
      if (!way_lens_read (lens, WAY_KIND_PERSONA, who, &persona, error))
        return FALSE;
      if (persona != NULL)
        g_hash_table_insert (self->personas, (char *) way_record_get_id (persona), persona);
    }
  return TRUE;
}

/* Ties are to cards and stages. */
static gboolean
is_here (WaySheet   *sheet,
         const char *id)
{
  WayJourney *self = (WayJourney *) sheet;

  if (g_hash_table_contains (self->cards, id))
    return TRUE;
  for (guint i = 0; i < self->stages->len; i++)
    if (g_str_equal (way_record_get_id (g_ptr_array_index (self->stages, i)), id))
      return TRUE;
  return FALSE;
}

/* Reads everything, or all but the cards, of which there may be very many. */
static gboolean
read_all (WayJourney  *self,
          WayLens     *lens,
          gboolean     cards,
          GError     **error)
{
  const char *map_id = self->sheet.map_id;

  clear_records (self);
  return way_sheet_read (&self->sheet, lens, "journey", error) &&
         (self->stages = way_lens_list (lens, WAY_KIND_STAGE, map_id, error)) != NULL &&
         (self->lanes = way_lens_list (lens, WAY_KIND_LANE, map_id, error)) != NULL &&
         (self->feelings = way_lens_list (lens, WAY_KIND_FEELING, map_id, error)) != NULL &&
         (!cards || read_cards (self, lens, error)) &&
         read_personas (self, lens, error) &&
         way_sheet_read_ties (&self->sheet, lens, is_here, error);
}

static gpointer
journey_new (WayLens                *lens,
             const char             *map_id,
             const WaySceneOptions  *options,
             GError                **error)
{
  WayJourney *self = g_new0 (WayJourney, 1);

  way_sheet_init (&self->sheet, map_id);
  self->cards = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, card_free);
  self->touched = g_array_new (FALSE, FALSE, sizeof (guint));
  if (read_all (self, lens, TRUE, error))
    return self;
  journey_free (self);
  return NULL;
}

static void
replace_record (WayJourney     *self,
                WayJourneyCard *card,
                WayRecord      *record)
{
  if (g_strcmp0 (way_record_get_text (card->record, WAY_CARD_TEXT), way_record_get_text (record, WAY_CARD_TEXT)) != 0)
    g_clear_pointer (&card->block, way_text_block_unref);
  way_journey_take_out (self, card);
  g_hash_table_steal (self->cards, way_record_get_id (record));
  g_set_object (&card->record, record);
  g_hash_table_insert (self->cards, (char *) way_record_get_id (record), card);
  way_journey_put_in (self, card);
}

static gboolean
update_card (WayJourney      *self,
             WayLens         *lens,
             const WayChange *change,
             GError         **error)
{
  WayJourneyCard *card = g_hash_table_lookup (self->cards, change->id);
  g_autoptr (WayRecord) record = NULL;

  if (!way_lens_read (lens, WAY_KIND_CARD, change->id, &record, error))
    return FALSE;
  if (record != NULL && card != NULL)
    {
      replace_record (self, card, record);
      return TRUE;
    }
  if (record != NULL)
    way_journey_put_in (self, put_card (self, self->cards, record));
  else if (card != NULL)
    {
      way_journey_take_out (self, card);
      g_hash_table_remove (self->cards, change->id);
    }
  return TRUE;
}

static gboolean
journey_update (gpointer     data,
                WayLens     *lens,
                WayChanges  *changes,
                gboolean    *changed,
                GError     **error)
{
  WayJourney *self = data;
  guint n_changes = way_changes_get_length (changes), n_cards = 0;
  gboolean others = self->sheet.map == NULL, many = others;

  for (guint i = 0; i < n_changes; i++)
    {
      const WayChange *change = way_changes_get (changes, i);

      if (!way_sheet_concerns (&self->sheet, change))
        continue;
      if (change->kind == WAY_KIND_CARD)
        n_cards++;
      else
        others = TRUE;
    }
  many |= n_cards > MANY_CHANGES;
  *changed = others || n_cards > 0;
  for (guint i = 0; !many && n_cards > 0 && i < n_changes; i++)
    {
      const WayChange *change = way_changes_get (changes, i);

      if (change->kind == WAY_KIND_CARD && way_sheet_concerns (&self->sheet, change) && !update_card (self, lens, change, error))
        return FALSE;
    }
  return (!others && !many) || read_all (self, lens, many, error);
}

/* The personas who feel something, in the order in which they come. */
GPtrArray *
way_journey_list_feelers (WayJourney *self)
{
  GPtrArray *feelers = g_ptr_array_new ();

  for (guint i = 0; i < self->feelings->len; i++)
    {
      const char *id = way_record_get_text (g_ptr_array_index (self->feelings, i), WAY_FEELING_PERSONA);
      WayRecord *persona = id != NULL ? g_hash_table_lookup (self->personas, id) : NULL;

      if (persona != NULL && !g_ptr_array_find (feelers, persona, NULL))
        g_ptr_array_add (feelers, persona);
    }
  return feelers;
}

const WayMapKind way_journey_kind = { "journey", journey_new, journey_update, way_journey_lay_out, way_journey_patch, journey_free };
