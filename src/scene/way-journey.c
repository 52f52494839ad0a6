/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records that a journey map shows, read through a lens, and read again only where something changed. */
#include "scene/way-journey.h"

#include "base/way-i18n.h"

#include <string.h>

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
quote_free (gpointer data)
{
  WayJourneyQuote *quote = data;

  g_free (quote->id);
  g_free (quote->words);
  g_free (quote->source);
  g_free (quote->language);
  g_free (quote);
}

static void
flag_free (gpointer data)
{
  WayJourneyFlag *flag = data;

  g_object_unref (flag->record);
  g_free (flag);
}

static void
clear_records (WayJourney *self)
{
  g_clear_object (&self->workspace);
  g_clear_object (&self->map);
  g_clear_object (&self->persona);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->lanes, g_ptr_array_unref);
  g_clear_pointer (&self->feelings, g_ptr_array_unref);
  g_clear_pointer (&self->flags_on, g_hash_table_unref);
  g_clear_pointer (&self->flags, g_ptr_array_unref);
  g_clear_pointer (&self->evidence, g_hash_table_unref);
  g_clear_pointer (&self->personas, g_hash_table_unref);
}

void
way_journey_free (WayJourney *self)
{
  clear_records (self);
  g_clear_pointer (&self->cards, g_hash_table_unref);
  g_clear_pointer (&self->blocks, g_hash_table_unref);
  g_clear_pointer (&self->used_blocks, g_hash_table_unref);
  g_clear_pointer (&self->helper_fonts, g_ptr_array_unref);
  g_free (self->map_id);
  g_free (self);
}

static void
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
}

static gboolean
read_cards (WayJourney  *self,
            WayLens     *lens,
            const char  *map_id,
            GError     **error)
{
  g_autoptr (GPtrArray) records = way_lens_list (lens, WAY_KIND_CARD, map_id, error);
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

static GPtrArray *
get_list (GHashTable     *lists,
          const char     *id,
          GDestroyNotify  free_element)
{
  GPtrArray *list = g_hash_table_lookup (lists, id);

  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (free_element);
      g_hash_table_insert (lists, g_strdup (id), list);
    }
  return list;
}

static gboolean
read_flags (WayJourney  *self,
            WayLens     *lens,
            const char  *map_id,
            GError     **error)
{
  g_autoptr (GPtrArray) records = way_lens_list (lens, WAY_KIND_FLAG, map_id, error);

  if (records == NULL)
    return FALSE;
  self->flags = g_ptr_array_new_with_free_func (flag_free);
  self->flags_on = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < records->len; i++)
    {
      WayJourneyFlag *flag = g_new0 (WayJourneyFlag, 1);

      flag->record = g_object_ref (g_ptr_array_index (records, i));
      flag->number = i + 1;
      g_ptr_array_add (self->flags, flag);
      g_ptr_array_add (get_list (self->flags_on, way_record_get_text (flag->record, WAY_FLAG_ON), NULL), flag);
    }
  return TRUE;
}

static gboolean
read_personas (WayJourney  *self,
               WayLens     *lens,
               GError     **error)
{
  const char *id = way_record_get_text (self->map, WAY_MAP_PERSONA);

  if (id != NULL && !way_lens_read (lens, WAY_KIND_PERSONA, id, &self->persona, error))
    return FALSE;
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

static const char *
get_agreement (WayRecord  *story,
               const char *today)
{
  const char *until = way_record_get_text (story, WAY_STORY_UNTIL);

  switch (way_story_get_widest_audience (story, today))
    {
    case WAY_AUDIENCE_PUBLIC:
      return C_("consent", "may be published");
    case WAY_AUDIENCE_WORKSHOP:
      return C_("consent", "for workshops");
    case WAY_AUDIENCE_TEAM:
      return C_("consent", "for the team");
    case WAY_AUDIENCE_DESK:
    default:
      if (way_story_is_withdrawn (story))
        return C_("consent", "withdrawn, not to be shown");
      return until != NULL && strcmp (until, today) < 0 ? C_("consent", "ran out, not to be shown") : C_("consent", "not to be shown");
    }
}

/* The title of the story, who told it as far as they agreed, and what they agree to today. */
static char *
dup_source (WayRecord  *story,
            const char *today,
            gboolean    whole)
{
  const char *title = way_record_get_text (story, WAY_STORY_TITLE), *teller = way_record_get_text (story, WAY_STORY_TELLER);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  if (title != NULL)
    g_strv_builder_take (parts, whole ? g_strdup_printf (C_("source of evidence", "Story: %s"), title) : g_strdup (title));
  if (teller != NULL)
    g_strv_builder_add (parts, teller);
  g_strv_builder_take (parts, g_strdup_printf (C_("source of a quote", "consent: %s"), get_agreement (story, today)));
  all = g_strv_builder_end (parts);
  return g_strjoinv (" · ", all);
}

static gboolean
read_quote (WayLens          *lens,
            WayRecord        *evidence,
            WayJourneyQuote  *quote,
            GError          **error)
{
  g_autoptr (WayRecord) story = NULL;
  g_autoptr (WayRecord) record = NULL;
  const char *quote_id = way_record_get_text (evidence, WAY_EVIDENCE_QUOTE);
  const char *story_id = way_record_get_text (evidence, WAY_EVIDENCE_STORY);

  if (quote_id != NULL)
    {
      if (!way_lens_read (lens, WAY_KIND_QUOTE, quote_id, &record, error))
        return FALSE;
      if (record != NULL && (quote->words = way_lens_dup_quotation (lens, record, &story, error)) == NULL && *error != NULL)
        return FALSE;
    }
  else if (!way_lens_read (lens, WAY_KIND_STORY, story_id, &story, error))
    return FALSE;
  if (story == NULL)
    return TRUE;
  quote->kind = quote_id != NULL ? WAY_KIND_QUOTE : WAY_KIND_STORY;
  quote->id = g_strdup (quote_id != NULL ? quote_id : story_id);
  quote->source = dup_source (story, way_lens_get_today (lens), quote_id == NULL);
  quote->language = g_strdup (way_record_get_text (story, WAY_STORY_LANGUAGE));
  return TRUE;
}

/* Only what is tied to a card or a stage of this map is looked up. */
static gboolean
is_here (WayJourney *self,
         const char *id)
{
  if (g_hash_table_contains (self->cards, id))
    return TRUE;
  for (guint i = 0; i < self->stages->len; i++)
    if (g_str_equal (way_record_get_id (g_ptr_array_index (self->stages, i)), id))
      return TRUE;
  return FALSE;
}

static gboolean
read_evidence (WayJourney  *self,
               WayLens     *lens,
               GError     **error)
{
  g_autoptr (GPtrArray) records = way_lens_list (lens, WAY_KIND_EVIDENCE, NULL, error);

  if (records == NULL)
    return FALSE;
  self->evidence = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->n_quotes = 0;
  for (guint i = 0; i < records->len; i++)
    {
      WayRecord *evidence = g_ptr_array_index (records, i);
      const char *on = way_record_get_text (evidence, WAY_EVIDENCE_ON);
      g_autoptr (GError) failure = NULL;
      WayJourneyQuote *quote;

      if (!is_here (self, on))
        continue;
      quote = g_new0 (WayJourneyQuote, 1);
      if (!read_quote (lens, evidence, quote, &failure) || quote->id == NULL)
        {
          quote_free (quote);
          if (failure == NULL)
            continue;
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      g_ptr_array_add (get_list (self->evidence, on, quote_free), quote);
      self->n_quotes++;
    }
  return TRUE;
}

static gboolean
read_workspace (WayJourney  *self,
                WayLens     *lens,
                GError     **error)
{
  g_autoptr (GPtrArray) records = way_lens_list (lens, WAY_KIND_WORKSPACE, NULL, error);

  if (records == NULL)
    return FALSE;
  if (records->len > 0)
    self->workspace = g_object_ref (g_ptr_array_index (records, 0));
  return TRUE;
}

static gboolean
read_map (WayJourney  *self,
          WayLens     *lens,
          const char  *map_id,
          GError     **error)
{
  if (!way_lens_read (lens, WAY_KIND_MAP, map_id, &self->map, error))
    return FALSE;
  if (self->map == NULL)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _("There is no map “%s”."), map_id);
      return FALSE;
    }
  if (g_strcmp0 (way_record_get_text (self->map, WAY_MAP_KIND), "journey") != 0)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _("The map “%s” is not a journey map, and only those can be drawn."),
                   way_record_has (self->map, WAY_MAP_TITLE) ? way_record_get_text (self->map, WAY_MAP_TITLE) : map_id);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_all (WayJourney  *self,
          WayLens     *lens,
          GError     **error)
{
  const char *map_id = self->map_id;

  clear_records (self);
  return read_map (self, lens, map_id, error) &&
         (self->stages = way_lens_list (lens, WAY_KIND_STAGE, map_id, error)) != NULL &&
         (self->lanes = way_lens_list (lens, WAY_KIND_LANE, map_id, error)) != NULL &&
         (self->feelings = way_lens_list (lens, WAY_KIND_FEELING, map_id, error)) != NULL &&
         read_workspace (self, lens, error) &&
         read_cards (self, lens, map_id, error) &&
         read_flags (self, lens, map_id, error) &&
         read_personas (self, lens, error) &&
         read_evidence (self, lens, error) &&
         way_lens_count_hidden_quotes (lens, map_id, &self->hidden_quotes, error);
}

WayJourney *
way_journey_new (WayLens     *lens,
                 const char  *map_id,
                 GError     **error)
{
  WayJourney *self = g_new0 (WayJourney, 1);

  self->map_id = g_strdup (map_id);
  self->cards = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, card_free);
  self->blocks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) way_text_block_unref);
  if (read_all (self, lens, error))
    return self;
  way_journey_free (self);
  return NULL;
}

static gboolean
concerns (WayJourney      *self,
          const WayChange *change)
{
  switch ((guint) change->kind)
    {
    case WAY_KIND_WORKSPACE:
    case WAY_KIND_PERSONA:
    case WAY_KIND_STORY:
    case WAY_KIND_QUOTE:
    case WAY_KIND_EVIDENCE:
      return TRUE;
    case WAY_KIND_MAP:
      return g_str_equal (change->id, self->map_id);
    default:
      return g_strcmp0 (change->within, self->map_id) == 0;
    }
}

static gboolean
update_card (WayJourney      *self,
             WayLens         *lens,
             const WayChange *change,
             GError         **error)
{
  g_autoptr (WayRecord) record = NULL;

  if (!way_lens_read (lens, WAY_KIND_CARD, change->id, &record, error))
    return FALSE;
  if (record != NULL)
    put_card (self, self->cards, record);
  else
    g_hash_table_remove (self->cards, change->id);
  return TRUE;
}

gboolean
way_journey_update (WayJourney  *self,
                    WayLens     *lens,
                    WayChanges  *changes,
                    gboolean    *changed,
                    GError     **error)
{
  guint n_changes = way_changes_get_length (changes);
  gboolean others = n_changes > MANY_CHANGES || self->map == NULL;

  *changed = self->map == NULL;
  for (guint i = 0; i < n_changes; i++)
    if (concerns (self, way_changes_get (changes, i)))
      {
        *changed = TRUE;
        others |= way_changes_get (changes, i)->kind != WAY_KIND_CARD;
      }
  if (*changed && others)
    return read_all (self, lens, error);
  for (guint i = 0; *changed && i < n_changes; i++)
    if (concerns (self, way_changes_get (changes, i)) && !update_card (self, lens, way_changes_get (changes, i), error))
      return FALSE;
  return TRUE;
}

/* Gives a text that was laid out before, or lays it out; those that a layout did not ask for are forgotten after it. */
WayTextBlock *
way_journey_get_block (WayJourney     *self,
                       WayFonts       *fonts,
                       WayTextStyle    style,
                       const char     *text,
                       double          width,
                       PangoAlignment  alignment,
                       const char     *language)
{
  g_autofree char *key = g_strdup_printf ("%d %d %d %s %s", style, (int) (width * 16), alignment, language != NULL ? language : "", text);
  WayTextBlock *block = g_hash_table_lookup (self->used_blocks, key);

  if (block != NULL)
    return block;
  block = g_hash_table_lookup (self->blocks, key);
  block = block != NULL ? way_text_block_ref (block) : way_text_block_new (fonts, style, text, width, alignment, language);
  g_hash_table_insert (self->used_blocks, g_steal_pointer (&key), block);
  return block;
}
