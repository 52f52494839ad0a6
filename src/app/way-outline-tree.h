/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-map-context.h"
#include "app/way-outline-node.h"

G_BEGIN_DECLS

/**
 * WayOutlineTree:
 *
 * A map as lines under lines, in the order in which it is read. Of a journey: its stages, then lane by lane and cell by cell the cards, and
 * how people felt; of a pathway: lane by lane the steps, and under each the links that lead from it. Lines are made when somebody looks.
 */
#define WAY_TYPE_OUTLINE_TREE (way_outline_tree_get_type ())
G_DECLARE_FINAL_TYPE (WayOutlineTree, way_outline_tree, WAY, OUTLINE_TREE, GObject)

WayOutlineTree *way_outline_tree_new           (WayMapContext  *context);
GListModel     *way_outline_tree_get_root      (WayOutlineTree *self);
GListModel     *way_outline_tree_list_children (WayOutlineTree *self,
                                                WayOutlineNode *node);
void            way_outline_tree_refresh       (WayOutlineTree *self);
gboolean        way_outline_tree_update        (WayOutlineTree *self,
                                                WayChanges     *changes);
WayOutlineNode *way_outline_tree_find          (WayOutlineTree *self,
                                                const WaySpot  *spot);
GPtrArray      *way_outline_tree_list_siblings (WayOutlineTree *self,
                                                WayKind         kind,
                                                const char     *lane,
                                                const char     *stage);
WayRecord      *way_outline_tree_get_record    (WayOutlineTree *self,
                                                const char     *id);
gboolean        way_outline_tree_is_pathway    (WayOutlineTree *self);
const char     *way_outline_tree_get_neighbour (WayOutlineTree *self,
                                                WayKind         kind,
                                                const char     *id,
                                                int             by);

G_END_DECLS
