/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A journey map after its cards changed: the cells that they are in are laid out again, a row whose height that changes is stretched, and what is
 * below moves. */
#include "scene/way-journey-layout.h"

/* More cells than this, and everything is laid out again. */
#define MANY_CELLS 16

static WayRow *
get_row (WayJourneyLayout *layout,
         guint             number)
{
  return &g_array_index (layout->rows, WayRow, number);
}

static void
measure_touched (WayJourneyLayout *layout,
                 GArray           *touched)
{
  for (guint i = 0; i < touched->len; i++)
    {
      guint cell = g_array_index (touched, guint, i), stage = cell % layout->n_stages;
      const WayRow *row = get_row (layout, cell / layout->n_stages);

      way_layout_shape_cell (layout, row, stage);
      layout->heights[cell] = way_layout_cell (layout, row, stage, 0, -1);
    }
}

static void
patch_lane (WayJourneyLayout *layout,
            guint             number,
            guint             map_group)
{
  way_scene_begin_patch (layout->scene, way_layout_get_lane_group (layout, number));
  way_layout_add_lane (layout, get_row (layout, number), map_group);
  way_scene_end_patch (layout->scene);
}

static void
patch_cells (WayJourneyLayout *layout,
             guint             number,
             GArray           *touched)
{
  guint lane = way_layout_get_lane_group (layout, number);

  for (guint i = 0; i < touched->len; i++)
    {
      guint cell = g_array_index (touched, guint, i), stage = cell % layout->n_stages;

      if (cell / layout->n_stages != number)
        continue;
      way_scene_begin_patch (layout->scene, lane + 1 + stage);
      way_layout_add_cell (layout, get_row (layout, number), stage, lane);
      way_scene_end_patch (layout->scene);
    }
  way_scene_fit_group (layout->scene, lane);
}

static void
move_lane (WayJourneyLayout *layout,
           guint             number,
           double            by)
{
  way_scene_move_group (layout->scene, way_layout_get_lane_group (layout, number), by);
  if (get_row (layout, number)->draws_feelings)
    {
      layout->scene->felt_top += by;
      layout->scene->felt_bottom += by;
    }
}

/* Puts row after row right, each moved by what those above it grew; gives how far what is below them moves. */
static double
patch_rows (WayJourneyLayout *layout,
            GArray           *touched,
            guint             map_group)
{
  gboolean resized = FALSE;
  double by = 0;

  for (guint i = 0; i < layout->rows->len; i++)
    {
      WayRow *row = get_row (layout, i);
      double height = way_layout_get_row_height (layout, i), grown = height - row->height;

      row->y += by;
      row->height = height;
      /* What is drawn of feelings goes by the height of the row; cards stand where they did in one that is higher. */
      if (grown != 0 && row->draws_feelings)
        patch_lane (layout, i, map_group);
      else
        {
          move_lane (layout, i, by);
          if (grown != 0)
            way_scene_stretch_lane (layout->scene, way_layout_get_lane_group (layout, i), grown);
          patch_cells (layout, i, touched);
        }
      by += grown;
      resized |= grown != 0;
    }
  if (resized)
    {
      way_scene_begin_patch (layout->scene, layout->backdrop);
      way_layout_add_backdrop (layout, map_group);
      way_scene_end_patch (layout->scene);
    }
  return by;
}

/**
 * way_journey_patch:
 * @data: the records, a WayJourney
 * @scene: a scene of them, laid out
 *
 * Puts right what differs from the last layout where only cards changed since.
 *
 * Returns: whether that was so
 */
gboolean
way_journey_patch (gpointer  data,
                   WayScene *scene)
{
  WayJourney *self = data;
  WayJourneyLayout *layout = self->layout;
  const guint map = 0;
  double by;

  if (layout == NULL || self->touched->len > MANY_CELLS)
    return FALSE;
  way_sheet_resume (&self->sheet, scene);
  measure_touched (layout, self->touched);
  by = patch_rows (layout, self->touched, map);
  for (guint i = way_layout_get_lane_group (layout, layout->rows->len); i < scene->groups->len; i++)
    if (way_scene_get_group (scene, i)->parent == (int) map)
      way_scene_move_group (scene, i, by);
  scene->height += by;
  way_scene_fit_group (scene, map);
  way_sheet_pause (&self->sheet);
  g_array_set_size (self->touched, 0);
  return TRUE;
}
