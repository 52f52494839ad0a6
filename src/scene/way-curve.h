/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/way-path.h"

G_BEGIN_DECLS

void way_curve_add_to_path (WayPath        *path,
                            const WayPoint *points,
                            guint           n_points);

G_END_DECLS
