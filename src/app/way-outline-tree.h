/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-outline-node.h"
#include "app/way-outline-places.h"

G_BEGIN_DECLS

/**
 * WayOutlineTree:
 *
 * A map as lines under lines, in the order in which it is read: the map, then of a journey its stages, and lane by lane and cell by cell the
 * cards and how people felt; of a pathway lane by lane the steps, and under each the links that lead from it. Flags stand first under what
 * they are pinned to. Lines are made when somebody looks.
 */
#define WAY_TYPE_OUTLINE_TREE (way_outline_tree_get_type ())
G_DECLARE_FINAL_TYPE (WayOutlineTree, way_outline_tree, WAY, OUTLINE_TREE, GObject)

WayOutlineTree *way_outline_tree_new           (WayOutlinePlaces *places);
GListModel     *way_outline_tree_get_root      (WayOutlineTree   *self);
GListModel     *way_outline_tree_list_children (WayOutlineTree   *self,
                                                WayOutlineNode   *node);
void            way_outline_tree_settle        (WayOutlineTree   *self);
WayOutlineNode *way_outline_tree_find          (WayOutlineTree   *self,
                                                const WaySpot    *spot);

G_END_DECLS
