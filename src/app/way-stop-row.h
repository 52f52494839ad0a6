/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-map-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** WayStopRow: a stop of a scenario in a list; opened, it can be told of. */
#define WAY_TYPE_STOP_ROW (way_stop_row_get_type ())
G_DECLARE_FINAL_TYPE (WayStopRow, way_stop_row, WAY, STOP_ROW, AdwExpanderRow)

GtkWidget  *way_stop_row_new       (WayMapContext *context,
                                    WayRecord     *stop);
const char *way_stop_row_get_stop  (WayStopRow    *self);
guint       way_stop_row_get_place (WayStopRow    *self);
void        way_stop_row_show      (WayStopRow    *self,
                                    WayRecord     *stop,
                                    guint          place,
                                    guint          of,
                                    gboolean       off_map,
                                    const char *const *needs);
void        way_stop_row_remove    (WayStopRow    *self);
gboolean    way_stop_row_finish    (WayStopRow    *self);

G_END_DECLS
