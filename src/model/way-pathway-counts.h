/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-pathway-graph.h"

G_BEGIN_DECLS

/** WayPathwayCounts: what a pathway map holds (interchange.md, Counts); lists of steps are ids in the order of the steps. */
typedef struct
{
  guint steps, links;
  double wait_days;
  GStrv dead_ends, unreachable;
  guint loops;
  GPtrArray *loop_steps;      /* a GStrv for each loop, in the order of their first steps */
} WayPathwayCounts;

/** WayMove: how a scenario comes from one stop to the next. */
typedef struct
{
  char *link;                 /* nullable: the flow link that it goes along; without one it leaves the map */
  double wait_days;
} WayMove;

/** WayScenarioCounts: what happens to somebody along a scenario (interchange.md, Counts). */
typedef struct
{
  guint stops;
  guint contacts, organisations, handovers;
  double wait_days, longest_wait_days;
  guint met, partly, not_met, gaps;
  guint off_map;
  GArray *moves;              /* WayMove, one fewer than stops */
} WayScenarioCounts;

WayPathwayCounts  *way_count_pathway                (WayLens            *lens,
                                                     const char         *map_id,
                                                     GError            **error);
WayPathwayCounts  *way_pathway_graph_count          (WayPathwayGraph    *graph);
void               way_pathway_counts_free          (WayPathwayCounts   *self);
WayScenarioCounts *way_count_scenario               (WayLens            *lens,
                                                     const char         *scenario_id,
                                                     GError            **error);
WayScenarioCounts *way_pathway_graph_count_scenario (WayPathwayGraph    *graph,
                                                     GPtrArray          *stops);
void               way_scenario_counts_free         (WayScenarioCounts  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayPathwayCounts, way_pathway_counts_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayScenarioCounts, way_scenario_counts_free)

G_END_DECLS
