/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/way-geometry.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

void way_paint_text (cairo_t     *cr,
                     PangoLayout *layout,
                     WayPoint     at);

G_END_DECLS
