/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-pane.h"

G_BEGIN_DECLS

/** WayInspector: everything there is to say of what is selected, to read and to change; of the map where nothing is. */
#define WAY_TYPE_INSPECTOR (way_inspector_get_type ())
G_DECLARE_FINAL_TYPE (WayInspector, way_inspector, WAY, INSPECTOR, WayPane)

G_END_DECLS
