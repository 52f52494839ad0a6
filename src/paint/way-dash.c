/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lines look like: their dashes and ends. */
#include "paint/way-dash.h"

/**
 * way_stroke_from_mark:
 * @mark: a box or a path that has a line
 *
 * Dashes grow with lines that are thicker than a point, so that they stay dashes.
 *
 * Returns: how to draw its line
 */
WayStroke
way_stroke_from_mark (const WayMark *mark)
{
  double unit = MAX (1, mark->line_width);

  switch (mark->dash)
    {
    case WAY_DASH_LONG:
      return (WayStroke) { { 6 * unit, 4 * unit }, 2, FALSE };
    case WAY_DASH_SHORT:
      return (WayStroke) { { 3 * unit, 3 * unit }, 2, FALSE };
    case WAY_DASH_DOT:
      return (WayStroke) { { 0.01, 2.5 * unit }, 2, TRUE };
    case WAY_DASH_NONE:
    default:
      return (WayStroke) { { 0, 0 }, 0, TRUE };
    }
}
