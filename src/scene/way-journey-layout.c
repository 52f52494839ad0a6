/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The grid of a journey map: stages across, lanes down, and rows as high as the fullest of their cells. */
#include "scene/way-journey-layout.h"

#include "base/way-i18n.h"

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

/* The lane's own name, and in a row of feelings who is who. */
static double
add_lane_header (WayJourneyLayout *layout,
                 const WayRow     *row,
                 guint             group,
                 gboolean          add)
{
  double width = WAY_LANE_WIDTH - 28 - (row->draws_feelings ? WAY_SCALE_WIDTH : 0);
  WayRect rect = { WAY_MARGIN, row->y, WAY_LANE_WIDTH - 8, row->height };
  double height = way_sheet_add_lane_header (layout->sheet, row->lane, row->title, row->tone, rect, width, group, add);

  if (row->draws_feelings)
    height += 8 + way_layout_add_legend (layout, rect.x + 16, rect.y + height + 8, width, add);
  return height + 10;
}

static void
measure_row (WayJourneyLayout *layout,
             WayRow           *row)
{
  double height = add_lane_header (layout, row, 0, FALSE);
  double chart = row->draws_feelings ? way_layout_feelings (layout, row) : 0;

  for (guint stage = 0; stage < layout->n_stages; stage++)
    {
      double cell = way_layout_cell (layout, row, stage, 0, -1);

      height = MAX (height, chart + cell + (cell > 0 ? 2 * WAY_ROW_INSET : 0));
    }
  row->height = way_sheet_round_up (MAX (MAX (height, chart), row->look == WAY_LANE_CHIPS ? 40 : 56));
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

static void
add_lane (WayJourneyLayout *layout,
          const WayRow     *row,
          guint             map_group)
{
  WayScene *scene = layout->scene;
  guint lane = way_scene_begin_group (scene, WAY_GROUP_LANE, map_group, WAY_KIND_LANE,
                                      row->lane != NULL ? way_record_get_id (row->lane) : NULL, row->title);
  double chart = row->draws_feelings ? way_layout_feelings (layout, (WayRow *) row) : 0;

  add_lane_header (layout, row, lane, TRUE);
  if (row->draws_feelings)
    way_layout_add_curve (layout, row, lane);
  for (guint stage = 0; stage < layout->n_stages; stage++)
    {
      guint cell = way_scene_begin_group (scene, WAY_GROUP_CELL, lane, WAY_KIND_NONE, NULL, way_layout_get_stage_title (layout, stage));

      way_scene_set_cell (scene, cell, way_layout_get_stage_id (layout, stage),
                          (WayRect) { layout->grid_left + stage * layout->pitch, row->y, layout->pitch, row->height });
      if (row->draws_feelings)
        way_layout_add_readings (layout, row, stage, cell);
      way_layout_cell (layout, row, stage, row->y + chart + WAY_ROW_INSET, cell);
      way_scene_end_group (scene, cell);
    }
  way_scene_end_group (scene, lane);
}

static double
add_rows (WayJourneyLayout *layout,
          double            y,
          guint             map_group)
{
  WayScene *scene = layout->scene;
  guint backdrop;

  for (guint i = 0; i < layout->rows->len; i++)
    {
      WayRow *row = &g_array_index (layout->rows, WayRow, i);

      measure_row (layout, row);
      row->y = y;
      y += row->height + WAY_GRID;
    }
  backdrop = way_scene_begin_group (scene, WAY_GROUP_BACKDROP, map_group, WAY_KIND_NONE, NULL, NULL);
  for (guint i = 0; i < layout->rows->len; i++)
    {
      WayRow *row = &g_array_index (layout->rows, WayRow, i);

      way_scene_begin_item (scene, WAY_ROLE_BACKDROP, backdrop, WAY_KIND_NONE, NULL, -1);
      way_scene_add_box (scene, (WayRect) { WAY_MARGIN, row->y, layout->sheet->content_width, row->height }, WAY_CORNER,
                         WAY_INK_WASH (row->tone), WAY_INK_NONE, 0);
      way_scene_end_item (scene, NULL);
    }
  way_scene_end_group (scene, backdrop);
  for (guint i = 0; i < layout->rows->len; i++)
    add_lane (layout, &g_array_index (layout->rows, WayRow, i), map_group);
  return y;
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
  WayJourneyLayout layout = {
    .scene = scene, .journey = self, .sheet = sheet, .n_stages = self->stages->len, .rows = g_array_new (FALSE, TRUE, sizeof (WayRow)),
  };
  g_autofree GPtrArray **no_cells = layout.no_cells = g_new0 (GPtrArray *, layout.n_stages + 1);
  guint map;
  double y;

  way_sheet_begin (sheet, scene, way_sheet_runs_right_to_left (sheet, self->stages, WAY_STAGE_TITLE));
  for (guint i = 0; i < self->lanes->len; i++)
    add_row (&layout, g_ptr_array_index (self->lanes, i));
  place_wider_things (&layout, LOOK_FEELING, self->feelings->len > 0, G_STRUCT_OFFSET (WayRow, draws_feelings));
  place_wider_things (&layout, LOOK_EVIDENCE, has_stage_evidence (&layout), G_STRUCT_OFFSET (WayRow, gathers_evidence));
  measure_columns (&layout);
  way_layout_shape_cards (&layout);

  map = way_scene_begin_group (scene, WAY_GROUP_MAP, -1, WAY_KIND_MAP, way_record_get_id (sheet->map), scene->title);
  y = way_sheet_add_header (sheet, WAY_MARGIN, map) + 16;
  y += add_stages (&layout, y, map) + WAY_GRID;
  y = add_rows (&layout, y, map);
  y = way_sheet_add_key (sheet, y + 8, map);
  y = way_sheet_add_foot (sheet, y + 8, map);
  way_scene_end_group (scene, map);
  scene->height = y + WAY_MARGIN - 8;

  g_array_unref (layout.rows);
  way_sheet_end (sheet);
}
