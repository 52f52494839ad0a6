/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-pathway-counts.h"
#include "scene/way-layered.h"
#include "scene/way-pathway.h"

G_BEGIN_DECLS

#define WAY_PATHWAY_SIDE 12.0 /* between the columns and the ends of lanes */
#define WAY_PATHWAY_LEFT (WAY_MARGIN + WAY_LANE_WIDTH + WAY_PATHWAY_SIDE) /* where columns begin */

/* How lanes follow each other, from top to bottom. */
typedef enum
{
  WAY_PATHWAY_PERSON,
  WAY_PATHWAY_FRONTSTAGE,
  WAY_PATHWAY_BACKSTAGE,
  WAY_PATHWAY_SUPPORT,
  WAY_PATHWAY_COMMISSIONING,
} WayPathwayLaneKind;

typedef enum
{
  WAY_SHAPE_STEP,
  WAY_SHAPE_START,
  WAY_SHAPE_DECISION,
  WAY_SHAPE_END,
  WAY_SHAPE_GAP,
} WayPathwayShape;

typedef enum
{
  WAY_TIE_FLOW,
  WAY_TIE_INFORMATION,
  WAY_TIE_ENABLES,
} WayPathwayTie;

typedef struct
{
  WayRecord *lane;
  WayPathwayLaneKind kind;
  const char *title;
  WayTone tone;
  double y, height;
  double line_y;              /* of the line above it, where kinds meet */
  const char *line_name;      /* nullable: where there is no line */
  gboolean line_is_strong;
  double name_x;              /* where the name of the line stands */
} WayPathwayLane;

/* A step, and where it is drawn. */
typedef struct
{
  WayPathwayStep *step;
  guint lane;
  WayPathwayShape shape;
  GPtrArray *quotes;          /* nullable, borrowed */
  GArray *stops;              /* nullable: of WayPathwayStop, those that stand on it */
  double top;                 /* from its upper edge to its text */
  gboolean is_gone;           /* an earlier version has it */
  WayRect rect;
  guint column;
  int item;                   /* that shows it, or -1 */
  guint group;                /* that it is in, with the links that lead on from it */
  int before;                 /* its number in the layout before, or -1 */
  gboolean is_touched;        /* is to be measured, and built again */
} WayPathwayNode;

typedef struct
{
  WayRecord *record;
  guint from, to;             /* nodes */
  WayPathwayTie tie;
  gboolean is_gone;           /* an earlier version has it */
  WayTextBlock *label, *wait; /* nullable, borrowed: what is written on it */
  GPtrArray *quotes;          /* nullable, borrowed */
  guint n_flags;
  double label_width, label_height;
  WayRect label_rect;
  WayPoint *points;           /* in those of the layout: from the border of one step to that of the other */
  guint n_points;
  int before;                 /* its number in the layout before, or -1 */
  gboolean is_touched;        /* is to be measured, and built again */
} WayPathwayEdge;

/* A scenario that is drawn over the map. */
typedef struct
{
  WayPathwayScenario *scenario;
  WayScenarioCounts *counts;  /* owned */
  guint number;               /* among those that are drawn */
  char letter[8];             /* empty where it is the only one */
  WayTone tone;
  gboolean planned;
} WayPathwayWalk;

/* A stop of a scenario that is drawn, with the pill that stands for it. */
typedef struct
{
  guint walk;
  guint number;               /* along the scenario, from 1 */
  WayRecord *record;
  guint node;
  WayPathwaySign sign;
  WayTextBlock *block;
  WayRect pill;               /* from the upper left corner of its step */
} WayPathwayStop;

struct _WayPathwayLayout
{
  WayScene *scene;
  WayPathway *pathway;
  WaySheet *sheet;            /* of the pathway */
  GArray *lanes;              /* of WayPathwayLane, those that are shown, from top to bottom */
  GArray *nodes;              /* of WayPathwayNode */
  GArray *edges;              /* of WayPathwayEdge, those between steps that are shown */
  GArray *walks;              /* of WayPathwayWalk */
  GArray *stops;              /* of WayPathwayStop, walk by walk */
  GHashTable *node_of;        /* id of a step → 1 + number of its node */
  GHashTable *edge_of;        /* id of a link → 1 + number of its edge */
  WayPoint *points;           /* of all edges: an edit holds them all against those before, and in one piece they are soon read */
  guint *order;               /* nodes, as they are put down */
  guint *first, *next;        /* the links that lead on from each node: 1 + the number of the first, and of the next one of each */
  double grid_left;           /* where columns begin */
  double layered_width;       /* of all columns */
  double width;               /* of the scene */
  WayPathwayLayout *before;   /* nullable: the one that it takes the place of, while it is made */
  gboolean is_listed_anew;    /* its nodes and edges have other numbers than those before */
};

#define WAY_LAYOUT_LANE(layout, i) (&g_array_index ((layout)->lanes, WayPathwayLane, i))
#define WAY_LAYOUT_NODE(layout, i) (&g_array_index ((layout)->nodes, WayPathwayNode, i))
#define WAY_LAYOUT_EDGE(layout, i) (&g_array_index ((layout)->edges, WayPathwayEdge, i))
#define WAY_LAYOUT_WALK(layout, i) (&g_array_index ((layout)->walks, WayPathwayWalk, i))
#define WAY_LAYOUT_STOP(layout, i) (&g_array_index ((layout)->stops, WayPathwayStop, i))

void            way_pathway_list        (WayPathwayLayout *layout);
void            way_pathway_touch_stops (WayPathwayLayout *layout);
WayPathwayNode *way_pathway_find_node   (WayPathwayLayout *layout, const char *id);
const WayPathwayEdge *way_pathway_find_edge (WayPathwayLayout *layout, const char *id);
gboolean        way_pathway_only_moved  (WayPathwayLayout *layout, guint number, WayPoint *by);

void            way_pathway_shape_steps (WayPathwayLayout *layout);
void            way_pathway_measure_step (WayPathwayLayout *layout, WayPathwayNode *node);
int             way_pathway_add_step    (WayPathwayLayout *layout, const WayPathwayNode *node, guint group);
double          way_pathway_get_corner  (const WayPathwayNode *node);
double          way_pathway_get_dent    (const WayPathwayNode *node, WayPoint at);
const char     *way_pathway_get_title   (const WayPathwayNode *node);

void            way_pathway_measure_link (WayPathwayLayout *layout, WayPathwayEdge *edge);
void            way_pathway_add_link    (WayPathwayLayout *layout, const WayPathwayEdge *edge, guint group, int owner);
WayPath        *way_pathway_round       (const WayPoint *points, guint n_points, double radius);

void            way_pathway_list_ghosts (WayPathwayLayout *layout);
void            way_pathway_list_ghost_links (WayPathwayLayout *layout);
gboolean        way_pathway_shows_difference (WayPathwayLayout *layout, const WayDifference *difference);
double          way_pathway_add_changes (WayPathwayLayout *layout, double y, guint map_group);

void            way_pathway_place       (WayPathwayLayout *layout);
double          way_pathway_move_down   (WayPathwayLayout *layout, double by);
void            way_pathway_say         (WayPathway *self, gboolean right_to_left);

void            way_pathway_find_walks  (WayPathwayLayout *layout);
void            way_pathway_clear_walks (WayPathwayLayout *layout);
void            way_pathway_add_routes  (WayPathwayLayout *layout, guint group);
void            way_pathway_add_leap_sample (WayPathwayLayout *layout, WayRect rect);
void            way_pathway_add_sample  (WayPathwayLayout *layout, const WayPathwayWalk *walk, WayRect rect);
double          way_pathway_add_walks   (WayPathwayLayout *layout, double y, guint map_group);
double          way_pathway_add_legend  (WayPathwayLayout *layout, double y, guint map_group);
void            way_pathway_fit_lines   (WayPathwayLayout *layout);
void            way_pathway_add_lines   (WayPathwayLayout *layout, guint group);
void            way_pathway_add_line_name (WayPathwayLayout *layout, guint lane, guint map_group);
void            way_pathway_add_sign    (WayScene *scene, WayPathwaySign sign, WayPoint middle, double radius);
void            way_pathway_add_link_sample (WayPathwayLayout *layout, WayPathwayTie tie, WayRect rect);
WayPathwaySign  way_pathway_get_stop_sign (WayRecord *stop);
WayTone         way_pathway_get_sign_tone (WayPathwaySign sign);

G_END_DECLS
