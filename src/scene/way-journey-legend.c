/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The key of the row of feelings: who is who, and what the curve and the band mean. */
#include "scene/way-journey-feelings.h"

#include "base/way-i18n.h"

#define SWATCH 14.0           /* a sample, points */

/* The letter of somebody in a ring. */
void
way_feelings_add_marker (WayJourneyLayout *layout,
                         const WayFeeler  *feeler,
                         WayPoint          at)
{
  WayInk ink = WAY_INK_STRONG (feeler->tone);
  WayTextBlock *marker = way_sheet_get_block (layout->sheet, WAY_TEXT_SOURCE, feeler->marker, -1);

  way_scene_add_box (layout->scene, (WayRect) { at.x - WAY_DOT_RADIUS, at.y - WAY_DOT_RADIUS, 2 * WAY_DOT_RADIUS, 2 * WAY_DOT_RADIUS }, WAY_DOT_RADIUS,
                     WAY_INK_PAPER, ink, 1.25);
  way_scene_add_text (layout->scene, marker, at.x - marker->width / 2, at.y - marker->height / 2, ink);
}

/* Makes faint what was added to an item since. */
void
way_feelings_fade_from (WayScene *scene,
                        guint     first)
{
  for (guint i = first; i < scene->marks->len; i++)
    g_array_index (scene->marks, WayMark, i).opacity *= WAY_FEELINGS_FAINT;
}

static gboolean
has_band (WayJourneyLayout *layout,
          GArray           *feelers)
{
  for (guint stage = 0; stage < layout->n_stages; stage++)
    {
      g_autoptr (GArray) readings = way_feelings_arrange (layout, stage, feelers);

      if (readings->len > 1 &&
          g_array_index (readings, WayFeltReading, 0).value != g_array_index (readings, WayFeltReading, readings->len - 1).value)
        return TRUE;
    }
  return FALSE;
}

/* A sample of the curve, or of the band, and what it means; gives its height. */
static double
add_sample (WayJourneyLayout *layout,
            gboolean          band,
            const char       *words,
            WayRect           place,
            int               group)
{
  WayTextBlock *block = way_sheet_get_aligned_block (layout->sheet, WAY_TEXT_SOURCE, words, place.width - 20, FALSE);
  WayInk ink = WAY_INK_STRONG (WAY_TONE_FEELING);
  double middle = place.y + block->baseline - 3;

  if (group < 0)
    return block->height + 4;
  way_scene_begin_item (layout->scene, WAY_ROLE_LANE, group, WAY_KIND_NONE, NULL, -1);
  if (band)
    {
      way_scene_add_box (layout->scene, (WayRect) { place.x, middle - 4, SWATCH, 8 }, 2, ink, WAY_INK_NONE, 0);
      way_scene_fade (layout->scene, 0.3);
    }
  else
    way_scene_add_box (layout->scene, (WayRect) { place.x, middle - 1.1, SWATCH, 2.2 }, 1, ink, WAY_INK_NONE, 0);
  way_scene_add_text (layout->scene, block, place.x + 20, place.y, WAY_INK_TEXT);
  way_scene_end_item (layout->scene, NULL);
  return block->height + 4;
}

/* What the curve and the band mean, where people differ; gives their height. */
static double
add_samples (WayJourneyLayout *layout,
             GArray           *feelers,
             WayRect           place,
             int               group)
{
  guint n_picked = way_feelings_count_picked (feelers);
  double top = place.y;

  if (n_picked > 1 || !has_band (layout, feelers))
    return 0;
  if (n_picked == 0)
    place.y += add_sample (layout, FALSE, C_("key of a map", "the middle"), place, group);
  place.y += add_sample (layout, TRUE, C_("key of a map", "lowest to highest"), place, group);
  return place.y - top;
}

/* Who is who among the dots and lines, and what the band means; only measured without a @group (-1). Gives its height. */
double
way_layout_add_legend (WayJourneyLayout *layout,
                       double            x,
                       double            y,
                       double            width,
                       int               group)
{
  g_autoptr (GArray) feelers = way_feelings_list_feelers (layout);
  guint n_picked = way_feelings_count_picked (feelers);
  double top = y;

  for (guint i = 0; feelers->len > 1 && i < feelers->len; i++)
    {
      const WayFeeler *feeler = &g_array_index (feelers, WayFeeler, i);
      const char *name = way_record_get_text (feeler->record, WAY_PERSONA_NAME);
      WayTextBlock *block = way_sheet_get_aligned_block (layout->sheet, WAY_TEXT_SOURCE, name != NULL ? name : "", width - 20, FALSE);
      double height = MAX (2 * WAY_DOT_RADIUS, block->height);

      if (group >= 0)
        {
          guint first = layout->scene->marks->len;

          way_scene_begin_item (layout->scene, WAY_ROLE_LANE, group, WAY_KIND_PERSONA, way_record_get_id (feeler->record), -1);
          way_feelings_add_marker (layout, feeler, (WayPoint) { x + WAY_DOT_RADIUS, y + height / 2 });
          way_scene_add_text (layout->scene, block, x + 20, y + (height - block->height) / 2, WAY_INK_TEXT);
          if (n_picked > 0 && !feeler->picked)
            way_feelings_fade_from (layout->scene, first);
          way_scene_end_item (layout->scene, NULL);
        }
      y += height + 4;
    }
  y += add_samples (layout, feelers, (WayRect) { x, y, width, 0 }, group);
  return y - top;
}
