/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-map-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * WayWalker:
 *
 * Walking a scenario on the map: while the context walks one, each step that is clicked, or gone to and taken with Enter, becomes its next
 * stop, and a key says how it was there.
 */
#define WAY_TYPE_WALKER (way_walker_get_type ())
G_DECLARE_FINAL_TYPE (WayWalker, way_walker, WAY, WALKER, GObject)

WayWalker *way_walker_new (WayMapContext *context,
                           AdwBanner     *banner);

G_END_DECLS
