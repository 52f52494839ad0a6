/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-map-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** WayPanes: the panes beside a map, one of them in sight. Each is made when it is first looked at. */
#define WAY_TYPE_PANES (way_panes_get_type ())
G_DECLARE_FINAL_TYPE (WayPanes, way_panes, WAY, PANES, AdwBin)

void     way_panes_set_context (WayPanes      *self,
                                WayMapContext *context);
void     way_panes_show        (WayPanes      *self,
                                const char    *name);
gboolean way_panes_finish      (WayPanes      *self);
void     way_panes_focus       (WayPanes      *self);

G_END_DECLS
