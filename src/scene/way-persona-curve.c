/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a persona felt along a journey, small: the line alone, with the stages below it. */
#include "scene/way-persona.h"

#include "base/way-felt.h"
#include "base/way-i18n.h"
#include "base/way-text.h"
#include "scene/way-curve.h"

#define HEIGHT 56.0           /* from +5 to −5 */
#define EDGE 8.0              /* above and below that */
#define DOT 3.5
#define LEAST_PITCH 50.0      /* titles of stages that have less room are left out: the words say which matter */

typedef struct
{
  WaySheet *sheet;
  const WayPersonaMap *map;
  WayRect place;
  double pitch;
} Curve;

static WayPoint
get_point (const Curve *curve,
           guint        number)
{
  const WayPersonaFelt *felt = &g_array_index (curve->map->felt, WayPersonaFelt, number);

  return (WayPoint) { curve->place.x + (felt->stage + 0.5) * curve->pitch,
                      curve->place.y + EDGE + (WAY_FELT_MOST - felt->value) / (2 * WAY_FELT_MOST) * HEIGHT };
}

static const char *
get_stage_title (const WayPersonaMap *map,
                 guint                stage)
{
  const char *title = way_record_get_text (map->stages->pdata[stage], WAY_STAGE_TITLE);

  return title != NULL ? title : "";
}

static char *
describe (const WayPersonaMap *map)
{
  GString *text = g_string_new (C_("feeling curve", "How it felt, stage by stage, from −5 to +5."));

  for (guint i = 0; i < map->felt->len; i++)
    {
      const WayPersonaFelt *felt = &g_array_index (map->felt, WayPersonaFelt, i);
      g_autofree char *value = way_felt_dup_value (felt->value);

      /* Translators: a stage, and how it felt. */
      g_string_append_printf (text, C_("feeling curve", " %s: %s."), get_stage_title (map, felt->stage), value);
    }
  return g_string_free_and_steal (text);
}

static void
add_line (const Curve *curve)
{
  WayScene *scene = curve->sheet->scene;
  guint n = curve->map->felt->len;
  g_autofree WayPoint *points = g_new (WayPoint, n);
  WayInk ink = WAY_INK_STRONG (WAY_TONE_FEELING);
  double middle = curve->place.y + EDGE + HEIGHT / 2;
  WayPath *nought = way_path_new ();

  way_scene_add_box (scene, (WayRect) { curve->place.x, curve->place.y, curve->place.width, HEIGHT + 2 * EDGE }, 6,
                     WAY_INK_WASH (WAY_TONE_FEELING), WAY_INK_NONE, 0);
  way_path_move (nought, curve->place.x + 6, middle);
  way_path_line (nought, curve->place.x + curve->place.width - 6, middle);
  way_scene_add_path (scene, nought, WAY_INK_NONE, ink, 0.75, WAY_DASH_SHORT);
  way_scene_fade (scene, 0.6);
  for (guint i = 0; i < n; i++)
    points[i] = get_point (curve, i);
  if (n > 1)
    {
      WayPath *path = way_path_new ();

      way_path_move (path, points[0].x, points[0].y);
      way_curve_add_to_path (path, points, n);
      way_scene_add_path (scene, path, WAY_INK_NONE, ink, 2, WAY_DASH_NONE);
    }
  for (guint i = 0; i < n; i++)
    way_scene_add_box (scene, (WayRect) { points[i].x - DOT, points[i].y - DOT, 2 * DOT, 2 * DOT }, DOT, WAY_INK_PAPER, ink, 1.75);
}

/* Titles of the stages below the line; gives how high they stand. */
static double
add_stages (const Curve *curve,
            int          group)
{
  double height = 0;

  for (guint i = 0; curve->pitch >= LEAST_PITCH && i < curve->map->stages->len; i++)
    {
      WayTextBlock *block = way_sheet_get_set_block (curve->sheet, WAY_TEXT_SOURCE, get_stage_title (curve->map, i), curve->pitch - 6,
                                                     PANGO_ALIGN_CENTER, NULL);

      height = MAX (height, block->height + 3);
      if (group < 0)
        continue;
      way_scene_begin_item (curve->sheet->scene, WAY_ROLE_STAGE, group, WAY_KIND_STAGE,
                            way_record_get_id (curve->map->stages->pdata[i]), -1);
      way_scene_add_text (curve->sheet->scene, block, curve->place.x + i * curve->pitch + 3, curve->place.y + HEIGHT + 2 * EDGE + 3,
                          WAY_INK_SECONDARY);
      way_scene_end_item (curve->sheet->scene, NULL);
    }
  return height;
}

/* Which stages were the best and the hardest, in words. */
static char *
dup_ends (const WayPersonaMap *map,
          gboolean             right_to_left)
{
  const WayPersonaFelt *best = &g_array_index (map->felt, WayPersonaFelt, 0), *worst = best;
  g_autofree char *high = NULL, *low = NULL, *best_at = NULL, *worst_at = NULL, *said = NULL;

  for (guint i = 1; i < map->felt->len; i++)
    {
      const WayPersonaFelt *felt = &g_array_index (map->felt, WayPersonaFelt, i);

      best = felt->value > best->value ? felt : best;
      worst = felt->value < worst->value ? felt : worst;
    }
  high = way_felt_dup_value (best->value);
  low = way_felt_dup_value (worst->value);
  best_at = way_text_dup_isolated (get_stage_title (map, best->stage), right_to_left);
  worst_at = way_text_dup_isolated (get_stage_title (map, worst->stage), right_to_left);
  if (best->value == worst->value)
    /* Translators: a stage of a journey, and how it felt from −5 to +5. */
    said = g_strdup_printf (C_("persona sheet", "%s: %s"), best_at, high);
  else
    /* Translators: the stages of a journey that felt best and hardest, each with how it felt from −5 to +5. */
    said = g_strdup_printf (C_("persona sheet", "Best: %s (%s) · Hardest: %s (%s)"), best_at, high, worst_at, low);
  return way_text_dup_directed (said, right_to_left);
}

/* The line in @place, as wide as that; only measured without a @group (-1). Gives how high it stands. */
double
way_persona_add_curve (WaySheet            *sheet,
                       const WayPersonaMap *map,
                       WayRect              place,
                       int                  group)
{
  Curve curve = { sheet, map, place, place.width / MAX (map->stages->len, 1) };
  g_autofree char *ends = dup_ends (map, sheet->scene->right_to_left), *label = NULL;
  WayTextBlock *words = way_sheet_get_aligned_block (sheet, WAY_TEXT_SMALL, ends, place.width, FALSE);
  double y = HEIGHT + 2 * EDGE;

  if (group >= 0)
    {
      label = describe (map);
      way_scene_begin_item (sheet->scene, WAY_ROLE_CURVE, group, WAY_KIND_NONE, NULL, -1);
      add_line (&curve);
      way_scene_end_item (sheet->scene, label);
    }
  y += add_stages (&curve, group) + 6;
  if (group >= 0)
    {
      way_scene_begin_item (sheet->scene, WAY_ROLE_READING, group, WAY_KIND_NONE, NULL, -1);
      way_scene_add_text (sheet->scene, words, place.x, place.y + y, WAY_INK_TEXT);
      way_scene_end_item (sheet->scene, NULL);
    }
  return y + words->height;
}
