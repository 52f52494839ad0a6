/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/way-journey.h"

G_BEGIN_DECLS

/* Sizes, in points, on a grid of eight. */
#define WAY_PITCH 192.0
#define WAY_WIDE_PITCH 232.0 /* where several people's words stand beside a curve */
#define WAY_CELL_INSET 6.0
#define WAY_ROW_INSET 8.0
#define WAY_CARD_LEFT 14.0  /* from the sides of a card to its text */
#define WAY_CARD_RIGHT 8.0

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
  double least;               /* how high its header is */
  double chart;               /* how high the feelings above its cards are */
  double chart_top;           /* of the feelings: where +5 would be, from y */
  GPtrArray **cells;          /* for each stage, the WayJourneyCards in their order; borrowed */
} WayRow;

struct _WayJourneyLayout
{
  WayScene *scene;
  WayJourney *journey;
  WaySheet *sheet;            /* of the journey */
  guint n_stages;
  double pitch;               /* from one stage to the next */
  double grid_left;           /* where the first stage begins */
  GArray *rows;               /* of WayRow */
  GPtrArray **no_cells;       /* of a row that has no lane */
  double *heights;            /* of each cell of each row */
  guint backdrop;             /* the group behind the rows, whose groups come after it */
};

const char    *way_layout_get_stage_id (WayJourneyLayout *layout, guint stage);
const char    *way_layout_get_stage_title (WayJourneyLayout *layout, guint stage);
void           way_layout_shape_cards  (WayJourneyLayout *layout);
void           way_layout_shape_cell   (WayJourneyLayout *layout, const WayRow *row, guint stage);
double         way_layout_get_row_height (WayJourneyLayout *layout, guint row);
guint          way_layout_get_lane_group (WayJourneyLayout *layout, guint row);
void           way_layout_add_backdrop (WayJourneyLayout *layout, guint map_group);
void           way_layout_add_lane     (WayJourneyLayout *layout, const WayRow *row, guint map_group);
void           way_layout_add_cell     (WayJourneyLayout *layout, const WayRow *row, guint stage, guint lane_group);
double         way_layout_cell         (WayJourneyLayout *layout, const WayRow *row, guint stage, double y, int group);
double         way_layout_get_scale_width (WayJourneyLayout *layout);
double         way_layout_feelings     (WayJourneyLayout *layout, WayRow *row);
void           way_layout_add_curve    (WayJourneyLayout *layout, const WayRow *row, guint group);
void           way_layout_add_readings (WayJourneyLayout *layout, const WayRow *row, guint stage, guint group);
double         way_layout_add_legend   (WayJourneyLayout *layout, double x, double y, double width, int group);

G_END_DECLS
