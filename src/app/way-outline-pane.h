/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-pane.h"

G_BEGIN_DECLS

/** WayOutlinePane: the map as a tree, in reading order, in which all of it can be built. */
#define WAY_TYPE_OUTLINE_PANE (way_outline_pane_get_type ())
G_DECLARE_FINAL_TYPE (WayOutlinePane, way_outline_pane, WAY, OUTLINE_PANE, WayPane)

G_END_DECLS
