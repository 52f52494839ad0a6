/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-lens.h"
#include "model/way-reading.h"

G_BEGIN_DECLS

/** WAY_PATHWAY_NOWHERE: the place of a step that is not on the map. */
#define WAY_PATHWAY_NOWHERE G_MAXUINT

/**
 * WayPathwayGraph:
 *
 * The steps and links of one pathway map, read once and tied together, for those who count them, compare them or tell of them. Steps
 * and links are named by their places in the lists. A link without a kind is of flow, which is what people draw first.
 */
typedef struct
{
  WayRecord *map;             /* nullable where there is none */
  GPtrArray *lanes, *steps, *links, *scenarios;   /* WayRecord, in their order */
  GHashTable *lanes_by_id;    /* id → WayRecord */
  GHashTable *places;         /* id of a step → its place + 1 */
  guint *from, *to;           /* of each link: the places of its steps, or WAY_PATHWAY_NOWHERE */
  guint *out_start, *out;     /* links of flow out of step i: out[out_start[i]] to out[out_start[i + 1] - 1] */
  GHashTable *flows;          /* from and to in one number → place + 1 of the flow link with the smallest wait */
  gint64 *flow_keys;
} WayPathwayGraph;

WayPathwayGraph *way_pathway_graph_new           (WayLens          *lens,
                                                  const char       *map_id,
                                                  GError          **error);
void             way_pathway_graph_free          (WayPathwayGraph  *self);
guint            way_pathway_graph_find_step     (WayPathwayGraph  *self,
                                                  const char       *id);
WayRecord       *way_pathway_graph_find_flow     (WayPathwayGraph  *self,
                                                  guint             from,
                                                  guint             to);
const char      *way_pathway_graph_get_lane_kind (WayPathwayGraph  *self,
                                                  guint             step);
gboolean         way_pathway_graph_meets_person  (WayPathwayGraph  *self,
                                                  guint             step);
gboolean         way_pathway_graph_has_kind      (WayPathwayGraph  *self,
                                                  guint             step,
                                                  const char       *kind);
gboolean         way_pathway_graph_is_flow       (WayPathwayGraph  *self,
                                                  guint             link);
gboolean         way_pathway_graph_shows_step    (WayPathwayGraph  *self,
                                                  guint             step,
                                                  WayReading        reading);
gboolean         way_pathway_graph_shows_link    (WayPathwayGraph  *self,
                                                  guint             link,
                                                  WayReading        reading);
gboolean        *way_pathway_graph_dup_reached   (WayPathwayGraph  *self);
guint            way_pathway_graph_find_loops    (WayPathwayGraph  *self,
                                                  guint            *loops);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayPathwayGraph, way_pathway_graph_free)

G_END_DECLS
