/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-pane.h"

G_BEGIN_DECLS

/** WayFlagsPane: the questions, concerns, ideas and decisions pinned to this map, or to all of them. */
#define WAY_TYPE_FLAGS_PANE (way_flags_pane_get_type ())
G_DECLARE_FINAL_TYPE (WayFlagsPane, way_flags_pane, WAY, FLAGS_PANE, WayPane)

G_END_DECLS
