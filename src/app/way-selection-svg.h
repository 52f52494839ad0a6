/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/way-scene.h"

G_BEGIN_DECLS

GBytes *way_selection_svg_write (WayScene *scene,
                                 GArray   *items);

G_END_DECLS
