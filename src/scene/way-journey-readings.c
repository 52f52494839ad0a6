/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was felt in a stage, on the chart: dots or faces, with words beside them. */
#include "scene/way-journey-feelings.h"

#include "base/way-felt.h"
#include "base/way-i18n.h"

#include <math.h>

static void
add_face (WayScene *scene,
          WayPoint  at,
          double    value)
{
  WayInk ink = WAY_INK_STRONG (WAY_TONE_FEELING);
  WayPath *mouth = way_path_new ();
  double bend = value / 5 * 4.2, end = at.y + 3.6 - bend * 0.45;

  way_scene_add_box (scene, (WayRect) { at.x - WAY_FACE_RADIUS, at.y - WAY_FACE_RADIUS, 2 * WAY_FACE_RADIUS, 2 * WAY_FACE_RADIUS },
                     WAY_FACE_RADIUS, WAY_INK_PAPER, ink, 1.75);
  for (int side = -1; side <= 1; side += 2)
    way_scene_add_box (scene, (WayRect) { at.x + side * 3 - 1.15, at.y - 3.4, 2.3, 2.3 }, 1.15, ink, WAY_INK_NONE, 0);
  way_path_move (mouth, at.x - 3.8, end);
  way_path_curve (mouth, (WayPoint) { at.x - 1.6, end + bend }, (WayPoint) { at.x + 1.6, end + bend }, (WayPoint) { at.x + 3.8, end });
  way_scene_add_path (scene, mouth, WAY_INK_NONE, ink, 1.5, WAY_DASH_NONE);
}

static void
add_words (WayJourneyLayout     *layout,
           const WayFeltReading *reading,
           double                middle,
           double                origin)
{
  WayScene *scene = layout->scene;
  double x = middle + reading->block_x, y = origin + reading->block_y;
  double left = reading->block_x, right = reading->block_x + reading->block->width;

  if (reading->x != 0)
    {
      left = reading->x < 0 ? reading->block_x + reading->block->area - reading->block->width : reading->block_x;
      right = left + reading->block->width;
    }
  else
    {
      left = -reading->block->width / 2;
      right = reading->block->width / 2;
    }
  way_scene_add_box (scene, (WayRect) { middle + left - 2, y - 0.5, right - left + 4, reading->block->height + 1 }, 3,
                     WAY_INK_WASH (WAY_TONE_FEELING), WAY_INK_NONE, 0);
  way_scene_fade (scene, 0.82);
  way_scene_add_text (scene, reading->block, x, y, WAY_INK_TEXT);
}

static void
add_dot (WayJourneyLayout     *layout,
         const WayFeltReading *reading,
         WayPoint              at)
{
  const double radius = 4;
  WayInk ink = WAY_INK_STRONG (WAY_TONE_FEELING);

  if (reading->feeler != NULL)
    way_feelings_add_marker (layout, reading->feeler, at);
  else
    way_scene_add_box (layout->scene, (WayRect) { at.x - radius, at.y - radius, 2 * radius, 2 * radius }, radius, ink, ink, 1.25);
}

/* A hairline from a dot to words that had to move away from it. */
static void
add_leader (WayScene             *scene,
            const WayFeltReading *reading,
            WayPoint              dot,
            double                middle,
            double                origin)
{
  double target = origin + reading->block_y + reading->block->height / 2;
  double x = middle + (reading->x < 0 ? reading->x - 9 : reading->x + 9);
  WayPath *leader;

  if (fabs (target - dot.y) < reading->block->height / 2 + 4)
    return;
  leader = way_path_new ();
  way_path_move (leader, dot.x, dot.y);
  way_path_line (leader, x, target);
  way_scene_add_path (scene, leader, WAY_INK_NONE, WAY_INK_SECONDARY, 0.75, WAY_DASH_NONE);
}

static char *
describe_reading (const WayFeltReading *reading)
{
  g_autofree char *value = way_felt_dup_value (reading->value);
  const char *name = reading->feeler != NULL ? way_record_get_text (reading->feeler->record, WAY_PERSONA_NAME) : NULL;

  if (name != NULL)
    /* Translators: a reading of a feeling: who, how they felt from −5 to +5. */
    return g_strdup_printf (C_("feeling", "%s: %s"), name, value);
  return g_steal_pointer (&value);
}

static void
keep_picked (GArray *readings)
{
  for (guint i = readings->len; i > 0; i--)
    {
      const WayFeeler *feeler = g_array_index (readings, WayFeltReading, i - 1).feeler;

      if (feeler == NULL || !feeler->picked)
        g_array_remove_index (readings, i - 1);
    }
}

void
way_layout_add_readings (WayJourneyLayout *layout,
                         const WayRow     *row,
                         guint             stage,
                         guint             group)
{
  g_autoptr (GArray) feelers = way_feelings_list_feelers (layout);
  g_autoptr (GArray) readings = way_feelings_arrange (layout, stage, feelers);
  gboolean alone = way_feelings_is_alone (readings, feelers);
  guint n_picked = way_feelings_count_picked (feelers);
  double middle = way_feelings_get_middle (layout, stage), origin = row->y + row->chart_top;
  WayScene *scene = layout->scene;

  for (guint i = 0; i < readings->len; i++)
    {
      const WayFeltReading *reading = &g_array_index (readings, WayFeltReading, i);
      g_autofree char *label = describe_reading (reading);
      const char *id = way_record_get_id (reading->record);
      WayPoint at = { middle + reading->x, origin + reading->y };
      int item = way_scene_begin_item (scene, WAY_ROLE_READING, group, WAY_KIND_FEELING, id, -1);
      guint first = scene->marks->len;

      if (reading->block != NULL && !alone)
        add_leader (scene, reading, at, middle, origin);
      if (reading->block != NULL)
        add_words (layout, reading, middle, origin);
      if (alone)
        add_face (scene, at, reading->value);
      else
        add_dot (layout, reading, at);
      if (n_picked > 0 && (reading->feeler == NULL || !reading->feeler->picked))
        way_feelings_fade_from (scene, first);
      way_scene_end_item (scene, label);
      way_sheet_add_flags (layout->sheet, group, item, id, at.x + 2 * WAY_FACE_RADIUS + 4, at.y - WAY_FACE_RADIUS);
    }
  if (n_picked > 0)
    keep_picked (readings);
  if (readings->len > 0 && !alone && n_picked < 2)
    {
      double median = way_feelings_get_median (readings);
      g_autofree char *value = way_felt_dup_value (median);
      g_autofree char *label = g_strdup_printf (g_dngettext (NULL, "%u reading: %s", "Median of %u readings: %s", readings->len),
                                                readings->len, value);

      way_scene_begin_item (scene, WAY_ROLE_READING, group, WAY_KIND_NONE, NULL, -1);
      add_face (scene, (WayPoint) { middle, origin + way_feelings_get_y (median) }, median);
      way_scene_end_item (scene, label);
    }
}
