/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-map-context.h"
#include "model/way-pathway-counts.h"

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *way_scenario_sections_new (WayMapContext     *context,
                                      WayRecord         *scenario,
                                      WayRecord         *persona,
                                      GPtrArray         *stops,
                                      WayScenarioCounts *counts);

G_END_DECLS
