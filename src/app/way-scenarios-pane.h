/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-list-pane.h"

G_BEGIN_DECLS

/** WayScenariosPane: the scenarios of a pathway map, to be laid over it, walked, told of and compared. */
#define WAY_TYPE_SCENARIOS_PANE (way_scenarios_pane_get_type ())
G_DECLARE_FINAL_TYPE (WayScenariosPane, way_scenarios_pane, WAY, SCENARIOS_PANE, WayListPane)

G_END_DECLS
