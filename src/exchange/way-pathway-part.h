/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-pathway-graph.h"

G_BEGIN_DECLS

/** WayPathwayPart: what is told of a pathway in words: what a reading shows of it, or of steps that were chosen. */
typedef struct
{
  WayPathwayGraph *graph;     /* the whole map */
  WayReading reading;
  gboolean whole;             /* no steps were chosen */
  gboolean *lanes, *steps, *links; /* of each whether it is in it */
  guint n_lanes, n_steps, n_links; /* how many the reading leaves out */
} WayPathwayPart;

WayPathwayPart *way_pathway_part_new          (WayLens             *lens,
                                               const char          *map_id,
                                               WayReading           reading,
                                               const char *const   *steps,
                                               GError             **error);
void            way_pathway_part_free         (WayPathwayPart      *self);
gboolean        way_pathway_part_hides        (WayPathwayPart      *self,
                                               const char          *id);
char           *way_pathway_part_dup_left_out (WayPathwayPart      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayPathwayPart, way_pathway_part_free)

G_END_DECLS
