/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which tools a map is worked on with. */
#include "canvas/way-canvas-tools.h"

/**
 * way_canvas_tools_get:
 * @scene: a scene
 *
 * Returns: the tools for its kind of map
 */
const WayCanvasTools *
way_canvas_tools_get (WayScene *scene)
{
  return &way_canvas_journey_tools;
}
