/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs between two versions of a journey: stages, lanes and cards. */
#include "base/way-i18n.h"
#include "model/way-compare-private.h"

/* The same words in the same cell. */
static char *
key_of_card_in_cell (WayMatch  *match,
                     WayRecord *card,
                     gboolean   is_later)
{
  return way_comparison_dup_key (card, way_match_get_place (match, way_record_get_text (card, WAY_CARD_LANE), is_later),
                                 way_match_get_place (match, way_record_get_text (card, WAY_CARD_STAGE), is_later));
}

static char *
dup_name_of (WayComparison *self,
             const char    *id)
{
  return way_comparison_dup_name (g_hash_table_lookup (self->match->by_id, id));
}

static gboolean
has_match (WayComparison *self,
           const char    *id,
           gboolean       is_later)
{
  WayRecord *record = g_hash_table_lookup (self->match->by_id, id);

  return record != NULL && (is_later ? way_match_get_earlier (self->match, record) : way_match_get_later (self->match, record)) != NULL;
}

static void
tell_card (WayComparison *self,
           WayRecord     *card,
           gboolean       is_later)
{
  const char *lane_id = way_record_get_text (card, WAY_CARD_LANE), *stage_id = way_record_get_text (card, WAY_CARD_STAGE);
  g_autofree char *name = way_comparison_dup_name (card), *lane = dup_name_of (self, lane_id), *stage = dup_name_of (self, stage_id);
  WayDifference *difference;

  /* Translators: %1$s is what a card says, %2$s a lane, %3$s a stage; each has quotation marks already. */
  difference = way_comparison_add (self, is_later ? WAY_DIFFERENCE_ADDED : WAY_DIFFERENCE_REMOVED, is_later ? NULL : card,
                                   is_later ? card : NULL,
                                   g_strdup_printf (is_later ? _("%1$s is new, in %2$s at %3$s.") : _("%1$s is gone from %2$s at %3$s."),
                                                    name, lane, stage));
  difference->implied = !has_match (self, lane_id, is_later) || !has_match (self, stage_id, is_later);
}

static void
compare_card (WayComparison *self,
              WayRecord     *before,
              WayRecord     *after)
{
  g_autofree char *name = way_comparison_dup_name (after), *old = way_comparison_dup_name (before);
  const char *lane_id = way_record_get_text (after, WAY_CARD_LANE), *stage_id = way_record_get_text (after, WAY_CARD_STAGE);
  gboolean other_lane = g_strcmp0 (way_match_get_place (self->match, way_record_get_text (before, WAY_CARD_LANE), FALSE), lane_id) != 0;
  gboolean other_stage = g_strcmp0 (way_match_get_place (self->match, way_record_get_text (before, WAY_CARD_STAGE), FALSE), stage_id) != 0;
  g_autofree char *lane = dup_name_of (self, lane_id), *stage = dup_name_of (self, stage_id);

  if (g_strcmp0 (way_record_get_text (before, WAY_CARD_TEXT), way_record_get_text (after, WAY_CARD_TEXT)) != 0)
    way_comparison_add (self, WAY_DIFFERENCE_RENAMED, before, after, g_strdup_printf (_("%1$s now says %2$s."), old, name));
  if (other_lane && other_stage)
    way_comparison_add (self, WAY_DIFFERENCE_MOVED, before, after, g_strdup_printf (_("%1$s moved to %2$s at %3$s."), name, lane, stage));
  else if (other_lane)
    way_comparison_add (self, WAY_DIFFERENCE_MOVED, before, after, g_strdup_printf (_("%1$s moved to the lane %2$s."), name, lane));
  else if (other_stage)
    way_comparison_add (self, WAY_DIFFERENCE_MOVED, before, after, g_strdup_printf (_("%1$s moved to the stage %2$s."), name, stage));
}

gboolean
way_comparison_journeys (WayComparison  *self,
                         GError        **error)
{
  WayMatchKey of_stages[] = { way_comparison_key_of_words, NULL };
  WayMatchKey of_lanes[] = { way_comparison_key_of_words, way_comparison_key_of_lane, NULL };
  WayMatchKey of_cards[] = { key_of_card_in_cell, way_comparison_key_of_words, NULL };
  g_autoptr (GPtrArray) stages = NULL, later_stages = NULL, lanes = NULL, later_lanes = NULL, cards = NULL, later_cards = NULL;

  if (!way_comparison_list (self, WAY_KIND_STAGE, &stages, &later_stages, error) ||
      !way_comparison_list (self, WAY_KIND_LANE, &lanes, &later_lanes, error) ||
      !way_comparison_list (self, WAY_KIND_CARD, &cards, &later_cards, error) ||
      !way_match_add (self->match, self->lens, stages, later_stages, WAY_STAGE_BASED_ON, of_stages, error) ||
      !way_match_add (self->match, self->lens, lanes, later_lanes, WAY_LANE_BASED_ON, of_lanes, error) ||
      !way_match_add (self->match, self->lens, cards, later_cards, WAY_CARD_BASED_ON, of_cards, error))
    return FALSE;
  way_comparison_compare_names (self, stages, later_stages);
  way_comparison_compare_names (self, lanes, later_lanes);
  for (guint i = 0; i < later_cards->len; i++)
    {
      WayRecord *before = way_match_get_earlier (self->match, later_cards->pdata[i]);

      if (before != NULL)
        compare_card (self, before, later_cards->pdata[i]);
      else
        tell_card (self, later_cards->pdata[i], TRUE);
    }
  for (guint i = 0; i < cards->len; i++)
    if (way_match_get_later (self->match, cards->pdata[i]) == NULL)
      tell_card (self, cards->pdata[i], FALSE);
  return TRUE;
}
