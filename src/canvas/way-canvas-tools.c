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
  return g_str_equal (way_scene_get_kind (scene), "pathway") ? &way_canvas_pathway_tools : &way_canvas_journey_tools;
}
