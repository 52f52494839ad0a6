/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/way-sights.h"

G_BEGIN_DECLS

/** WaySpan: a part of a sight that is seen at once, in points. */
typedef struct
{
  double top, bottom;
} WaySpan;

double  way_look_get_top    (const WaySight *sight);
GArray *way_look_list_pages (const WaySight *sight,
                             double          room,
                             double          overlap);

G_END_DECLS
