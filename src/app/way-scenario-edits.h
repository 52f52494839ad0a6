/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-map-context.h"

G_BEGIN_DECLS

/** WAY_N_OUTCOMES: how many outcomes a stop may have. */
#define WAY_N_OUTCOMES 4

const char *way_scenario_get_outcome       (guint          number);
const char *way_scenario_get_outcome_sign  (const char    *outcome);
int         way_scenario_find_outcome_key  (guint          key);
char       *way_scenario_dup_name          (WayMapContext *context,
                                            WayRecord     *scenario);
gboolean    way_scenario_edits_create      (WayMapContext *context,
                                            char         **id);
gboolean    way_scenario_edits_duplicate   (WayMapContext *context,
                                            const char    *scenario_id,
                                            const char    *route,
                                            char         **id);
gboolean    way_scenario_edits_add_stop    (WayMapContext *context,
                                            const char    *scenario_id,
                                            const char    *after,
                                            const char    *step_id,
                                            char         **id);
gboolean    way_scenario_edits_move_stop   (WayMapContext *context,
                                            const char    *stop_id,
                                            int            by);
gboolean    way_scenario_edits_set_outcome (WayMapContext *context,
                                            const char    *stop_id,
                                            const char    *outcome);
gboolean    way_scenario_edits_name_need   (WayMapContext *context,
                                            const char    *stop_id,
                                            const char    *need,
                                            gboolean       named);

G_END_DECLS
