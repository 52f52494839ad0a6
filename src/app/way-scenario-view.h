/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-map-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** WayScenarioView: one scenario in full: whose it is, its stops, and what they come to. */
#define WAY_TYPE_SCENARIO_VIEW (way_scenario_view_get_type ())
G_DECLARE_FINAL_TYPE (WayScenarioView, way_scenario_view, WAY, SCENARIO_VIEW, AdwBin)

GtkWidget *way_scenario_view_new       (WayMapContext   *context,
                                        const char      *scenario_id);
gboolean   way_scenario_view_refresh   (WayScenarioView *self);
void       way_scenario_view_scenarios (WayScenarioView *self);
gboolean   way_scenario_view_finish    (WayScenarioView *self);
void       way_scenario_view_focus     (WayScenarioView *self);

G_END_DECLS
