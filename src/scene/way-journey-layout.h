/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/way-journey.h"

G_BEGIN_DECLS

/* Sizes, in points, on a grid of eight. */
#define WAY_MARGIN 40.0
#define WAY_GRID 8.0
#define WAY_LANE_WIDTH 136.0
#define WAY_SCALE_WIDTH 28.0 /* of a lane header, where the ends of the scale of feelings stand */
#define WAY_PITCH 192.0
#define WAY_WIDE_PITCH 232.0 /* where several people's words stand beside a curve */
#define WAY_CELL_INSET 6.0
#define WAY_ROW_INSET 8.0
#define WAY_CORNER 8.0
#define WAY_CARD_LEFT 14.0  /* from the sides of a card to its text */
#define WAY_CARD_RIGHT 8.0
#define WAY_CHIP_INSET 20.0 /* both sides of a chip together */
#define WAY_FLAG_RADIUS 9.0
#define WAY_FLAG_OVERHANG 3.0 /* of the disc of a flag, over the end of a chip */

typedef enum
{
  WAY_LANE_CARDS,
  WAY_LANE_SPEECH,
  WAY_LANE_CHIPS,
  WAY_LANE_CHART,
} WayLaneLook;

typedef struct
{
  WayRecord *lane;            /* nullable: a row that the map needs and has no lane for */
  const char *title;
  WayTone tone;
  WayLaneLook look;
  gboolean gathers_evidence;  /* what is tied to a stage stands here */
  gboolean draws_feelings;
  double y, height;
  double chart_top;           /* of the feelings: where +5 would be, from y */
  GPtrArray **cells;          /* for each stage, the WayJourneyCards in their order; borrowed */
} WayRow;

typedef struct
{
  WayScene *scene;
  WayJourney *journey;
  guint n_stages;
  double pitch;               /* from one stage to the next */
  double grid_left;           /* where the first stage begins */
  double content_width;       /* between the margins */
  GArray *rows;               /* of WayRow */
} WayJourneyLayout;

double         way_layout_round_up     (double height);
WayTextBlock  *way_layout_get_block    (WayJourneyLayout *layout, WayTextStyle style, const char *text, double width);
WayTextBlock  *way_layout_get_aligned_block (WayJourneyLayout *layout, WayTextStyle style, const char *text, double width,
                                        gboolean at_end);
const char    *way_layout_get_stage_id (WayJourneyLayout *layout, guint stage);
const char    *way_layout_get_stage_title (WayJourneyLayout *layout, guint stage);
void           way_layout_add_flags    (WayJourneyLayout *layout, guint group, int owner, const char *id, double right, double y);
double         way_layout_get_flag_room (WayJourneyLayout *layout, const char *id);

/* What is tied to a record, in a table that is empty on most maps. */
static inline GPtrArray *
way_layout_get_on (GHashTable *lists,
                   const char *id)
{
  return g_hash_table_size (lists) > 0 ? g_hash_table_lookup (lists, id) : NULL;
}

void           way_layout_shape_cards  (WayJourneyLayout *layout);
double         way_layout_cell         (WayJourneyLayout *layout, const WayRow *row, guint stage, double y, int group);
double         way_layout_feelings     (WayJourneyLayout *layout, WayRow *row);
void           way_layout_add_curve    (WayJourneyLayout *layout, const WayRow *row, guint group);
void           way_layout_add_readings (WayJourneyLayout *layout, const WayRow *row, guint stage, guint group);
double         way_layout_add_legend   (WayJourneyLayout *layout, double x, double y, double width, gboolean add);

double         way_layout_add_header   (WayJourneyLayout *layout, double y, guint map_group);
double         way_layout_add_key      (WayJourneyLayout *layout, double y, guint map_group);
double         way_layout_add_foot     (WayJourneyLayout *layout, double y, guint map_group);

G_END_DECLS
