/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row of feelings: the scale, the curve through the medians, and the band from lowest to highest. */
#include "scene/way-journey-feelings.h"

#include "base/way-felt.h"
#include "base/way-i18n.h"
#include "scene/way-curve.h"

#include <math.h>

/* How a stage was felt, in the coordinates of the map. */
typedef struct
{
  guint stage;
  WayPoint median;
  double lowest, highest;     /* y */
  double value;
  guint n;
} Summary;

/* Measures the chart and sets where +5 is in it; gives its height. */
double
way_layout_feelings (WayJourneyLayout *layout,
                     WayRow           *row)
{
  g_autoptr (GArray) feelers = way_feelings_list_feelers (layout);
  double top = -WAY_FACE_RADIUS, bottom = WAY_CHART_HEIGHT + WAY_FACE_RADIUS;

  for (guint stage = 0; stage < layout->n_stages; stage++)
    {
      g_autoptr (GArray) readings = way_feelings_arrange (layout, stage, feelers);

      for (guint i = 0; i < readings->len; i++)
        {
          const WayFeltReading *reading = &g_array_index (readings, WayFeltReading, i);

          if (reading->block == NULL)
            continue;
          top = MIN (top, reading->block_y);
          bottom = MAX (bottom, reading->block_y + reading->block->height);
        }
    }
  row->chart_top = 10 - top;
  return way_sheet_round_up (row->chart_top + bottom + 10);
}

static GArray *
summarise (WayJourneyLayout *layout,
           const WayRow     *row,
           GArray           *feelers,
           const char       *persona)
{
  GArray *summaries = g_array_new (FALSE, FALSE, sizeof (Summary));
  double origin = row->y + row->chart_top;

  for (guint stage = 0; stage < layout->n_stages; stage++)
    {
      g_autoptr (GArray) readings = way_feelings_arrange (layout, stage, feelers);
      Summary summary = { .stage = stage };

      for (guint i = readings->len; persona != NULL && i > 0; i--)
        if (g_strcmp0 (way_record_get_text (g_array_index (readings, WayFeltReading, i - 1).record, WAY_FEELING_PERSONA), persona) != 0)
          g_array_remove_index (readings, i - 1);
      if (readings->len == 0)
        continue;
      summary.n = readings->len;
      summary.value = way_feelings_get_median (readings);
      summary.median = (WayPoint) { way_feelings_get_middle (layout, stage), origin + way_feelings_get_y (summary.value) };
      summary.highest = origin + g_array_index (readings, WayFeltReading, 0).y;
      summary.lowest = origin + g_array_index (readings, WayFeltReading, readings->len - 1).y;
      g_array_append_val (summaries, summary);
    }
  return summaries;
}

/* Points of the summaries: the medians, the highest (1) or the lowest (2) readings. */
static WayPoint *
list_points (GArray *summaries,
             guint   which)
{
  WayPoint *points = g_new (WayPoint, summaries->len + 1);

  for (guint i = 0; i < summaries->len; i++)
    {
      const Summary *summary = &g_array_index (summaries, Summary, i);

      points[i] = summary->median;
      if (which != 0)
        points[i].y = which == 1 ? summary->highest : summary->lowest;
    }
  return points;
}

static void
add_line (WayJourneyLayout *layout,
          GArray           *summaries,
          WayInk            ink,
          double            line_width,
          WayDash           dash)
{
  g_autofree WayPoint *points = list_points (summaries, 0);
  WayPath *path;

  if (summaries->len < 2)
    return;
  path = way_path_new ();
  way_path_move (path, points[0].x, points[0].y);
  way_curve_add_to_path (path, points, summaries->len);
  way_scene_add_path (layout->scene, path, WAY_INK_NONE, ink, line_width, dash);
}

/* The ground between the highest and the lowest readings, where people differ; between the curve and nought, where nobody does. */
static void
add_band (WayJourneyLayout *layout,
          GArray           *summaries,
          double            nought)
{
  g_autofree WayPoint *highest = list_points (summaries, 1), *lowest = list_points (summaries, 2);
  gboolean differ = FALSE;
  guint n = summaries->len;
  WayPath *path;

  for (guint i = 0; i < n; i++)
    differ |= highest[i].y != lowest[i].y;
  if (n < 2)
    return;
  path = way_path_new ();
  way_path_move (path, highest[0].x, highest[0].y);
  way_curve_add_to_path (path, highest, n);
  for (guint i = 0; i < n / 2; i++)
    {
      WayPoint swapped = lowest[i];

      lowest[i] = lowest[n - 1 - i];
      lowest[n - 1 - i] = swapped;
    }
  if (differ)
    {
      way_path_line (path, lowest[0].x, lowest[0].y);
      way_curve_add_to_path (path, lowest, n);
    }
  else
    {
      way_path_line (path, highest[n - 1].x, nought);
      way_path_line (path, highest[0].x, nought);
    }
  way_path_close (path);
  way_scene_add_path (layout->scene, path, WAY_INK_STRONG (WAY_TONE_FEELING), WAY_INK_NONE, 0, WAY_DASH_NONE);
  way_scene_fade (layout->scene, 0.11);
}

static void
find_ends (WayJourneyLayout  *layout,
           WayTextBlock     **high,
           WayTextBlock     **low)
{
  *high = way_sheet_get_block (layout->sheet, WAY_TEXT_SOURCE, C_("end of a scale", "high"), -1);
  *low = way_sheet_get_block (layout->sheet, WAY_TEXT_SOURCE, C_("end of a scale", "low"), -1);
}

/* What the ends of the scale take of a lane header: other languages have longer words for them. */
double
way_layout_get_scale_width (WayJourneyLayout *layout)
{
  WayTextBlock *high, *low;

  find_ends (layout, &high, &low);
  return MAX (28, MAX (high->width, low->width) + 6);
}

static void
add_scale (WayJourneyLayout *layout,
           double            origin)
{
  WayScene *scene = layout->scene;
  double right = WAY_MARGIN + WAY_LANE_WIDTH - 14;
  WayTextBlock *high, *low;
  WayPath *nought = way_path_new ();

  find_ends (layout, &high, &low);
  way_path_move (nought, layout->grid_left, origin + WAY_CHART_HEIGHT / 2);
  way_path_line (nought, WAY_MARGIN + layout->sheet->content_width - 8, origin + WAY_CHART_HEIGHT / 2);
  way_scene_add_path (scene, nought, WAY_INK_NONE, WAY_INK_STRONG (WAY_TONE_FEELING), 0.75, WAY_DASH_SHORT);
  way_scene_fade (scene, 0.6);
  way_scene_add_text (scene, high, right - high->width, origin - high->height / 2, WAY_INK_SECONDARY);
  way_scene_add_text (scene, low, right - low->width, origin + WAY_CHART_HEIGHT - low->height / 2, WAY_INK_SECONDARY);
}

static double
get_value (double y,
           double origin)
{
  return WAY_FELT_MOST - (y - origin) / WAY_CHART_HEIGHT * 2 * WAY_FELT_MOST;
}

static void
describe_stages (WayJourneyLayout *layout,
                 GArray           *summaries,
                 GString          *text)
{
  for (guint i = 0; i < summaries->len; i++)
    {
      const Summary *summary = &g_array_index (summaries, Summary, i);
      g_autofree char *value = way_felt_dup_value (summary->value);

      g_string_append_c (text, ' ');
      g_string_append_printf (text, g_dngettext (NULL, "%s: %s (%u reading).", "%s: %s (median of %u readings).", summary->n),
                              way_layout_get_stage_title (layout, summary->stage), value, summary->n);
    }
}

/* Where people differ most, which is what the band shows. */
static void
describe_band (WayJourneyLayout *layout,
               GArray           *summaries,
               double            origin,
               GString          *text)
{
  const Summary *widest = NULL;
  g_autofree char *low = NULL, *high = NULL;

  for (guint i = 0; i < summaries->len; i++)
    {
      const Summary *summary = &g_array_index (summaries, Summary, i);

      if (summary->lowest > summary->highest && (widest == NULL || summary->lowest - summary->highest > widest->lowest - widest->highest))
        widest = summary;
    }
  if (widest == NULL)
    return;
  low = way_felt_dup_value (way_felt_round (get_value (widest->lowest, origin), 0.01));
  high = way_felt_dup_value (way_felt_round (get_value (widest->highest, origin), 0.01));
  g_string_append_c (text, ' ');
  /* Translators: a stage, and how it felt to whom it felt worst and best. */
  g_string_append_printf (text, C_("feeling curve", "They differ most at %s: from %s to %s."),
                          way_layout_get_stage_title (layout, widest->stage), low, high);
}

static char *
describe_curve (WayJourneyLayout *layout,
                const WayRow     *row,
                GArray           *feelers,
                GArray           *summaries)
{
  GString *text = g_string_new (C_("feeling curve", "How it felt, stage by stage, from −5 to +5."));
  gboolean together = way_feelings_count_picked (feelers) == 0;

  if (together)
    {
      describe_stages (layout, summaries, text);
      describe_band (layout, summaries, row->y + row->chart_top, text);
    }
  for (guint i = 0; i < feelers->len; i++)
    {
      const WayFeeler *feeler = &g_array_index (feelers, WayFeeler, i);
      const char *name = way_record_get_text (feeler->record, WAY_PERSONA_NAME);
      g_autoptr (GArray) own = NULL;

      if (!feeler->picked)
        continue;
      own = summarise (layout, row, feelers, way_record_get_id (feeler->record));
      /* Translators: a persona whose feelings follow, stage by stage. */
      g_string_append_printf (text, C_("feeling curve", " Of %s:"), name != NULL ? name : feeler->marker);
      describe_stages (layout, own, text);
    }
  return g_string_free_and_steal (text);
}

/* At the end of a curve that is compared with others: whose it is, beside the ends of others that are as high. One reading alone is no curve, and
 * a letter away from it would be one more. */
static void
add_end (WayJourneyLayout *layout,
         const WayFeeler  *feeler,
         GArray           *own,
         GArray           *ends)
{
  const Summary *last = own->len > 1 ? &g_array_index (own, Summary, own->len - 1) : NULL;
  WayPath *path;
  WayPoint at;

  if (last == NULL)
    return;
  at = (WayPoint) { last->median.x + layout->pitch / 2 - WAY_DOT_RADIUS - 4, last->median.y };
  for (guint i = 0; i < ends->len; i++)
    {
      const WayPoint *other = &g_array_index (ends, WayPoint, i);

      if (fabs (other->y - at.y) < 2 * WAY_DOT_RADIUS + 1 && fabs (other->x - at.x) < 2 * WAY_DOT_RADIUS + 1)
        at.x = other->x - 2 * WAY_DOT_RADIUS - 2;
    }
  g_array_append_val (ends, at);
  path = way_path_new ();
  way_path_move (path, last->median.x, last->median.y);
  way_path_line (path, at.x, at.y);
  way_scene_add_path (layout->scene, path, WAY_INK_NONE, WAY_INK_STRONG (feeler->tone), 2.25, feeler->dash);
  way_feelings_add_marker (layout, feeler, at);
}

/* Everybody's own curve: thin ones beside the medians, strong where they are picked out, and faint where others are. */
static void
add_own_lines (WayJourneyLayout *layout,
               const WayRow     *row,
               GArray           *feelers,
               gboolean          picked)
{
  guint n_picked = way_feelings_count_picked (feelers);
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (WayPoint));

  for (guint i = 0; feelers->len > 1 && i < feelers->len; i++)
    {
      const WayFeeler *feeler = &g_array_index (feelers, WayFeeler, i);
      g_autoptr (GArray) own = NULL;
      guint before = layout->scene->marks->len;

      if (feeler->picked != picked)
        continue;
      own = summarise (layout, row, feelers, way_record_get_id (feeler->record));
      add_line (layout, own, WAY_INK_STRONG (feeler->tone), picked ? 2.25 : 1, feeler->dash);
      if (!picked && n_picked > 0 && layout->scene->marks->len > before)
        way_scene_fade (layout->scene, WAY_FEELINGS_FAINT);
      if (picked)
        add_end (layout, feeler, own, ends);
    }
}

void
way_layout_add_curve (WayJourneyLayout *layout,
                      const WayRow     *row,
                      guint             group)
{
  g_autoptr (GArray) feelers = way_feelings_list_feelers (layout);
  g_autoptr (GArray) summaries = summarise (layout, row, feelers, NULL);
  g_autofree char *label = describe_curve (layout, row, feelers, summaries);
  guint n_picked = way_feelings_count_picked (feelers);
  double origin = row->y + row->chart_top;

  layout->scene->felt_top = origin;
  layout->scene->felt_bottom = origin + WAY_CHART_HEIGHT;
  way_scene_begin_item (layout->scene, WAY_ROLE_CURVE, group, WAY_KIND_NONE, NULL, -1);
  add_scale (layout, origin);
  if (n_picked < 2)
    add_band (layout, summaries, origin + WAY_CHART_HEIGHT / 2);
  add_own_lines (layout, row, feelers, FALSE);
  if (n_picked == 0)
    add_line (layout, summaries, WAY_INK_STRONG (WAY_TONE_FEELING), 2.25, WAY_DASH_NONE);
  add_own_lines (layout, row, feelers, TRUE);
  way_scene_end_item (layout->scene, label);
}
