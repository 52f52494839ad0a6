/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-map-list.h"
#include "app/way-window.h"

G_BEGIN_DECLS

GdkContentProvider *way_map_drag_new (WayWindow  *window,
                                      WayMapItem *item);

G_END_DECLS
