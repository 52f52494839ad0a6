/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The grid of a journey map: stages across, lanes down, and rows as high as the fullest of their cells. */
#include "scene/way-journey-layout.h"

#include "base/way-i18n.h"
#include "base/way-text.h"

static const struct
{
  const char *kind;
  const char *title;
  WayTone tone;
  WayLaneLook look;
} lane_looks[] = {
  { "doing", NC_("lane", "Doing"), WAY_TONE_DOING, WAY_LANE_CARDS },
  { "thinking", NC_("lane", "Thinking"), WAY_TONE_THINKING, WAY_LANE_SPEECH },
  { "feeling", NC_("lane", "Feeling"), WAY_TONE_FEELING, WAY_LANE_CHART },
  { "touchpoints", NC_("lane", "Touchpoints"), WAY_TONE_TOUCHPOINTS, WAY_LANE_CHIPS },
  { "people", NC_("lane", "People around me"), WAY_TONE_PEOPLE, WAY_LANE_CHIPS },
  { "pain", NC_("lane", "Pain points"), WAY_TONE_PAIN, WAY_LANE_CARDS },
  { "ideas", NC_("lane", "Ideas"), WAY_TONE_IDEAS, WAY_LANE_CARDS },
  { "evidence", NC_("lane", "Evidence"), WAY_TONE_EVIDENCE, WAY_LANE_CARDS },
  { "custom", NC_("lane", "Lane"), WAY_TONE_COMMISSIONING, WAY_LANE_CARDS },
};

enum { LOOK_FEELING = 2, LOOK_EVIDENCE = 7, LOOK_CUSTOM = 8 };

const char *
way_layout_get_stage_id (WayJourneyLayout *layout,
                         guint             stage)
{
  return way_record_get_id (g_ptr_array_index (layout->journey->stages, stage));
}

const char *
way_layout_get_stage_title (WayJourneyLayout *layout,
                            guint             stage)
{
  const char *title = way_record_get_text (g_ptr_array_index (layout->journey->stages, stage), WAY_STAGE_TITLE);

  return title != NULL ? title : "";
}

static void
add_row (WayJourneyLayout *layout,
         WayRecord        *lane)
{
  const char *kind = lane != NULL ? way_record_get_text (lane, WAY_LANE_KIND) : NULL;
  guint look = LOOK_CUSTOM;
  WayRow row = { .lane = lane };

  for (guint i = 0; i < G_N_ELEMENTS (lane_looks); i++)
    if (g_strcmp0 (kind, lane_looks[i].kind) == 0)
      look = i;
  row.tone = lane_looks[look].tone;
  row.look = lane_looks[look].look;
  row.title = lane != NULL ? way_record_get_text (lane, WAY_LANE_TITLE) : NULL;
  if (row.title == NULL)
    row.title = g_dpgettext2 (NULL, "lane", lane_looks[look].title);
  row.cells = lane != NULL ? way_journey_get_cells (layout->journey) + layout->rows->len * layout->n_stages : layout->no_cells;
  g_array_append_val (layout->rows, row);
}

/* Feelings are drawn in the first feeling lane, and what is tied to a stage stands in the first evidence lane; a map that has such
 * things and no such lane gets a row for them, so that nothing is left out. */
static void
place_wider_things (WayJourneyLayout *layout,
                    guint             look,
                    gboolean          needed,
                    gsize             member)
{
  for (guint i = 0; i < layout->rows->len; i++)
    {
      WayRow *row = &g_array_index (layout->rows, WayRow, i);

      if (row->tone == lane_looks[look].tone && row->lane != NULL)
        {
          G_STRUCT_MEMBER (gboolean, row, member) = TRUE;
          return;
        }
    }
  if (needed)
    {
      WayRow *row;

      add_row (layout, NULL);
      row = &g_array_index (layout->rows, WayRow, layout->rows->len - 1);
      row->tone = lane_looks[look].tone;
      row->look = lane_looks[look].look;
      row->title = g_dpgettext2 (NULL, "lane", lane_looks[look].title);
      G_STRUCT_MEMBER (gboolean, row, member) = TRUE;
    }
}

static gboolean
has_stage_evidence (WayJourneyLayout *layout)
{
  for (guint i = 0; i < layout->n_stages; i++)
    if (g_hash_table_contains (layout->sheet->evidence, way_layout_get_stage_id (layout, i)))
      return TRUE;
  return FALSE;
}

static gboolean
has_several_readings (WayJourneyLayout *layout)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < layout->journey->feelings->len; i++)
    if (!g_hash_table_add (seen, (char *) way_record_get_text (g_ptr_array_index (layout->journey->feelings, i), WAY_FEELING_STAGE)))
      return TRUE;
  return FALSE;
}

static void
measure_columns (WayJourneyLayout *layout)
{
  /* A title and a persona need some room above however few the stages are. */
  const double least = 680;

  layout->pitch = has_several_readings (layout) ? WAY_WIDE_PITCH : WAY_PITCH;
  if (layout->n_stages > 0)
    layout->pitch = MAX (layout->pitch, (least - WAY_LANE_WIDTH) / layout->n_stages);
  layout->sheet->content_width = MAX (least, WAY_LANE_WIDTH + layout->n_stages * layout->pitch);
  layout->grid_left = WAY_MARGIN + WAY_LANE_WIDTH;
  layout->scene->width = 2 * WAY_MARGIN + layout->sheet->content_width;
}

/* The lane's own name, and in a row of feelings who is who; only measured without a @group (-1). */
static double
add_lane_header (WayJourneyLayout *layout,
                 const WayRow     *row,
                 int               group)
{
  double width = WAY_LANE_WIDTH - 28 - (row->draws_feelings ? way_layout_get_scale_width (layout) : 0);
  WayRect rect = { WAY_MARGIN, row->y, WAY_LANE_WIDTH - 8, row->height };
  double height = way_sheet_add_lane_header (layout->sheet, row->lane, row->title, row->tone, rect, width, MAX (group, 0), group >= 0);

  if (row->draws_feelings)
    height += 8 + way_layout_add_legend (layout, rect.x + 16, rect.y + height + 8, width, group);
  return height + 10;
}

static double *
get_cell (WayJourneyLayout *layout,
                 guint             row,
                 guint             stage)
{
  return &layout->heights[row * layout->n_stages + stage];
}

/* As high as the fullest of its cells. */
double
way_layout_get_row_height (WayJourneyLayout *layout,
                           guint             number)
{
  const WayRow *row = &g_array_index (layout->rows, WayRow, number);
  double height = MAX (MAX (row->least, row->chart), row->look == WAY_LANE_CHIPS ? 40 : 56);

  for (guint stage = 0; stage < layout->n_stages; stage++)
    {
      double cell = *get_cell (layout, number, stage);

      height = MAX (height, row->chart + cell + (cell > 0 ? 2 * WAY_ROW_INSET : 0));
    }
  return way_sheet_round_up (height);
}

static void
measure_row (WayJourneyLayout *layout,
             guint             number)
{
  WayRow *row = &g_array_index (layout->rows, WayRow, number);

  row->least = add_lane_header (layout, row, -1);
  row->chart = row->draws_feelings ? way_layout_feelings (layout, row) : 0;
  for (guint stage = 0; stage < layout->n_stages; stage++)
    *get_cell (layout, number, stage) = way_layout_cell (layout, row, stage, 0, -1);
  row->height = way_layout_get_row_height (layout, number);
}

static double
add_stages (WayJourneyLayout *layout,
            double            y,
            guint             map_group)
{
  const double depth = 12, gap = 5;
  WayScene *scene = layout->scene;
  guint group = way_scene_begin_group (scene, WAY_GROUP_STAGES, map_group, WAY_KIND_NONE, NULL, C_("part of a map", "Stages"));
  double width = layout->pitch - gap, height = 40;

  for (guint i = 0; i < layout->n_stages; i++)
    {
      WayTextBlock *block = way_sheet_get_set_block (layout->sheet, WAY_TEXT_STAGE, way_layout_get_stage_title (layout, i),
                                                     width - 2 * depth - 12, PANGO_ALIGN_CENTER, NULL);

      height = MAX (height, way_sheet_round_up (block->height + 16));
    }
  for (guint i = 0; i < layout->n_stages; i++)
    {
      WayTextBlock *block = way_sheet_get_set_block (layout->sheet, WAY_TEXT_STAGE, way_layout_get_stage_title (layout, i),
                                                     width - 2 * depth - 12, PANGO_ALIGN_CENTER, NULL);
      double x = layout->grid_left + i * layout->pitch;
      WayPath *chevron = way_path_new ();
      int item = way_scene_begin_item (scene, WAY_ROLE_STAGE, group, WAY_KIND_STAGE, way_layout_get_stage_id (layout, i), -1);

      way_path_move (chevron, x, y);
      way_path_line (chevron, x + width - depth, y);
      way_path_line (chevron, x + width, y + height / 2);
      way_path_line (chevron, x + width - depth, y + height);
      way_path_line (chevron, x, y + height);
      if (i > 0)
        way_path_line (chevron, x + depth, y + height / 2);
      way_path_close (chevron);
      way_scene_add_path (scene, chevron, WAY_INK_STAGE, WAY_INK_NONE, 0, WAY_DASH_NONE);
      way_scene_add_text (scene, block, x + depth + (i > 0 ? 8 : 3), y + (height - block->height) / 2, WAY_INK_ON_STAGE);
      way_scene_end_item (scene, NULL);
      way_sheet_add_flags (layout->sheet, group, item, way_layout_get_stage_id (layout, i), x + width - depth, y);
    }
  way_scene_end_group (scene, group);
  return layout->n_stages > 0 ? height : 0;
}

void
way_layout_add_cell (WayJourneyLayout *layout,
                     const WayRow     *row,
                     guint             stage,
                     guint             lane_group)
{
  WayScene *scene = layout->scene;
  guint cell = way_scene_begin_group (scene, WAY_GROUP_CELL, lane_group, WAY_KIND_NONE, NULL, way_layout_get_stage_title (layout, stage));

  way_scene_set_cell (scene, cell, way_layout_get_stage_id (layout, stage),
                      (WayRect) { layout->grid_left + stage * layout->pitch, row->y, layout->pitch, row->height });
  if (row->draws_feelings)
    way_layout_add_readings (layout, row, stage, cell);
  way_layout_cell (layout, row, stage, row->y + row->chart + WAY_ROW_INSET, cell);
  way_scene_end_group (scene, cell);
}

void
way_layout_add_lane (WayJourneyLayout *layout,
                     const WayRow     *row,
                     guint             map_group)
{
  WayScene *scene = layout->scene;
  guint lane = way_scene_begin_group (scene, WAY_GROUP_LANE, map_group, WAY_KIND_LANE,
                                      row->lane != NULL ? way_record_get_id (row->lane) : NULL, row->title);

  add_lane_header (layout, row, lane);
  if (row->draws_feelings)
    way_layout_add_curve (layout, row, lane);
  for (guint stage = 0; stage < layout->n_stages; stage++)
    way_layout_add_cell (layout, row, stage, lane);
  way_scene_end_group (scene, lane);
}

void
way_layout_add_backdrop (WayJourneyLayout *layout,
                         guint             map_group)
{
  WayScene *scene = layout->scene;
  guint backdrop = way_scene_begin_group (scene, WAY_GROUP_BACKDROP, map_group, WAY_KIND_NONE, NULL, NULL);

  layout->backdrop = backdrop;
  for (guint i = 0; i < layout->rows->len; i++)
    {
      const WayRow *row = &g_array_index (layout->rows, WayRow, i);

      way_scene_begin_item (scene, WAY_ROLE_BACKDROP, backdrop, WAY_KIND_NONE, NULL, -1);
      way_scene_add_box (scene, (WayRect) { WAY_MARGIN, row->y, layout->sheet->content_width, row->height }, WAY_CORNER,
                         WAY_INK_WASH (row->tone), WAY_INK_NONE, 0);
      way_scene_end_item (scene, NULL);
    }
  way_scene_end_group (scene, backdrop);
}

/* The groups of lanes come one after the other, each with those of its cells. */
guint
way_layout_get_lane_group (WayJourneyLayout *layout,
                           guint             row)
{
  return layout->backdrop + 1 + row * (1 + layout->n_stages);
}

static double
add_rows (WayJourneyLayout *layout,
          double            y,
          guint             map_group)
{
  layout->heights = g_new (double, layout->rows->len * layout->n_stages + 1);
  for (guint i = 0; i < layout->rows->len; i++)
    {
      WayRow *row = &g_array_index (layout->rows, WayRow, i);

      measure_row (layout, i);
      row->y = y;
      y += row->height + WAY_GRID;
    }
  way_layout_add_backdrop (layout, map_group);
  for (guint i = 0; i < layout->rows->len; i++)
    way_layout_add_lane (layout, &g_array_index (layout->rows, WayRow, i), map_group);
  return y;
}

void
way_journey_layout_free (WayJourneyLayout *layout)
{
  g_array_unref (layout->rows);
  g_free (layout->no_cells);
  g_free (layout->heights);
  g_free (layout);
}

static WayJourneyLayout *
layout_new (WayJourney *self,
            WayScene   *scene)
{
  WayJourneyLayout *layout = g_new0 (WayJourneyLayout, 1);

  layout->scene = scene;
  layout->journey = self;
  layout->sheet = &self->sheet;
  layout->n_stages = self->stages->len;
  layout->rows = g_array_new (FALSE, TRUE, sizeof (WayRow));
  layout->no_cells = g_new0 (GPtrArray *, layout->n_stages + 1);
  for (guint i = 0; i < self->lanes->len; i++)
    add_row (layout, g_ptr_array_index (self->lanes, i));
  place_wider_things (layout, LOOK_FEELING, self->feelings->len > 0, G_STRUCT_OFFSET (WayRow, draws_feelings));
  place_wider_things (layout, LOOK_EVIDENCE, has_stage_evidence (layout), G_STRUCT_OFFSET (WayRow, gathers_evidence));
  measure_columns (layout);
  return layout;
}

/* An untitled stage counts as one that runs from left to right. */
static gboolean
runs_right_to_left (WayJourney *self)
{
  int balance = 0;

  for (guint i = 0; i < self->stages->len; i++)
    balance += way_text_is_right_to_left (way_record_get_text (g_ptr_array_index (self->stages, i), WAY_STAGE_TITLE)) ? 1 : -1;
  return way_sheet_runs_right_to_left (&self->sheet, balance);
}

/**
 * way_journey_lay_out:
 * @data: the records, a WayJourney
 * @scene: where the items go, in place of those that it has
 *
 * Lays out a journey map as maps.md describes it.
 */
void
way_journey_lay_out (gpointer  data,
                     WayScene *scene)
{
  WayJourney *self = data;
  WaySheet *sheet = &self->sheet;
  WayJourneyLayout *layout;
  guint map;
  double y;

  way_sheet_begin (sheet, scene, runs_right_to_left (self));
  g_clear_pointer (&self->layout, way_journey_layout_free);
  layout = self->layout = layout_new (self, scene);
  way_layout_shape_cards (layout);
  g_array_set_size (self->touched, 0);

  map = way_scene_begin_group (scene, WAY_GROUP_MAP, -1, WAY_KIND_MAP, way_record_get_id (sheet->map), scene->title);
  y = way_sheet_add_header (sheet, WAY_MARGIN, map) + 16;
  y += add_stages (layout, y, map) + WAY_GRID;
  y = add_rows (layout, y, map);
  y = way_sheet_add_key (sheet, y + 8, map);
  y = way_sheet_add_foot (sheet, y + 8, map);
  way_scene_end_group (scene, map);
  scene->height = y + WAY_MARGIN - 8;
  way_sheet_end (sheet);
}
