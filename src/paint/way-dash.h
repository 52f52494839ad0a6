/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/way-item.h"

G_BEGIN_DECLS

/** WayStroke: how the line of a mark is drawn, the same in paint and in SVG. */
typedef struct
{
  double dashes[2];           /* on and off, points */
  guint n_dashes;             /* 0 for an unbroken line */
  gboolean round;             /* whether its ends are round; where lines meet is round always */
} WayStroke;

WayStroke way_stroke_from_mark (const WayMark *mark);

G_END_DECLS
