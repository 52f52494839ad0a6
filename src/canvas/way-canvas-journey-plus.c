/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plus that comes between stages, and between lanes, when the pointer is near: where it is, and what it adds. */
#include "canvas/way-canvas-journey.h"

#include <math.h>

#define REACH 22.0 /* from the pointer to where a plus would be, logical pixels */

/* Whether words are under @area, which a plus must not cover. */
static gboolean
covers_words (WayScene      *scene,
              const WayRect *area)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (guint));

  way_scene_query (scene, area, items);
  for (guint i = 0; i < items->len; i++)
    {
      const WayItem *item = way_scene_get_item (scene, g_array_index (items, guint, i));
      const WayMark *marks = way_scene_get_marks (scene, item);

      for (guint j = 0; j < item->n_marks; j++)
        if (marks[j].type == WAY_MARK_TEXT)
          {
            PangoRectangle logical;
            WayRect text;

            pango_layout_get_extents (marks[j].text.block->layout, NULL, &logical);
            text = (WayRect) { marks[j].text.at.x + (double) logical.x / PANGO_SCALE, marks[j].text.at.y + (double) logical.y / PANGO_SCALE,
                               (double) logical.width / PANGO_SCALE, (double) logical.height / PANGO_SCALE };
            if (way_rect_intersects (&text, area))
              return TRUE;
          }
    }
  return FALSE;
}

/* Above the headers of stages, and beside those of lanes, between number @index - 1 and @index. */
static WayRect
get_target (WayCanvas *self,
            WayKind    kind,
            int        index)
{
  double size = WAY_PLUS_SIZE / way_view_get_scale (&self->view);
  WayRect line = way_journey_get_header_line (self->scene, kind, index);
  gboolean mirrored = way_scene_is_right_to_left (self->scene);

  if (kind == WAY_KIND_STAGE)
    return (WayRect) { line.x + line.width / 2 - size / 2, line.y - size, size, size };
  return (WayRect) { mirrored ? line.x + line.width : line.x - size, line.y + line.height / 2 - size / 2, size, size };
}

static gboolean
try_target (WayCanvas     *self,
            WayKind        kind,
            int            index,
            int            n,
            const char    *neighbour,
            WayCanvasPlus *plus)
{
  WayRect area = get_target (self, kind, index);
  WayRect place = way_view_from_map (&self->view, &area);
  double across = fmax (0, fmax (place.x - self->pointer_x, self->pointer_x - place.x - place.width));
  double down = fmax (0, fmax (place.y - self->pointer_y, self->pointer_y - place.y - place.height));

  if (across > REACH || down > REACH || covers_words (self->scene, &area))
    return FALSE;
  *plus = (WayCanvasPlus) { .kind = kind, .after = index == n, .area = area };
  g_strlcpy (plus->neighbour, neighbour, sizeof plus->neighbour);
  return TRUE;
}

/* Finds the plus that is nearest to where the pointer is. */
gboolean
way_journey_find_plus (WayCanvas     *self,
                       WayCanvasPlus *plus)
{
  g_auto (WayGrid) grid = { 0 };
  int stages, lanes = 0;

  way_grid_init (&grid, self->scene);
  stages = grid.stages->len;
  while (way_grid_get_lane (&grid, lanes) != NULL)
    lanes++;
  for (int i = 0; stages > 0 && i <= stages; i++)
    if (try_target (self, WAY_KIND_STAGE, i, stages, way_grid_get_stage (&grid, MIN (i, stages - 1)), plus))
      return TRUE;
  for (int i = 0; lanes > 0 && i <= lanes; i++)
    if (try_target (self, WAY_KIND_LANE, i, lanes, way_grid_get_lane (&grid, MIN (i, lanes - 1)), plus))
      return TRUE;
  return FALSE;
}

void
way_journey_press_plus (WayCanvas           *self,
                        const WayCanvasPlus *plus)
{
  if (!way_canvas_select_id (self, plus->neighbour))
    return;
  if (plus->kind == WAY_KIND_LANE)
    way_journey_ask_lane (self, plus->after);
  else
    way_canvas_type_with (self, plus->after ? way_journey_type_stage_after : way_journey_type_stage_before);
}
