/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-list-pane.h"

G_BEGIN_DECLS

/** WayPersonasPane: the personas of the workspace, to be written and chosen for the map. */
#define WAY_TYPE_PERSONAS_PANE (way_personas_pane_get_type ())
G_DECLARE_FINAL_TYPE (WayPersonasPane, way_personas_pane, WAY, PERSONAS_PANE, WayListPane)

G_END_DECLS
