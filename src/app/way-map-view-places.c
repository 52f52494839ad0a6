/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where edits have left things on a map goes into the file with them. */
#include "app/way-map-view-private.h"

#include "scene/way-scene-pathway.h"

/**
 * way_map_view_keep_places:
 * @self: a map view
 *
 * Keeps in the workspace where edits have left things, so that the map looks the same when it is opened again and when it comes out. Who
 * only looks at a map writes nothing. That it cannot be done is not said: nothing of anybody's is lost with it.
 */
void
way_map_view_keep_places (WayMapView *self)
{
  WayScene *scene = self->canvas != NULL ? way_canvas_get_scene (self->canvas) : NULL;
  g_autofree char *places = NULL;

  if (!self->edited || self->workspace == NULL || scene == NULL)
    return;
  places = way_scene_dup_places (scene);
  if (places != NULL)
    way_workspace_keep_places (self->workspace, way_scene_get_map_id (scene), places, NULL);
  /* What is written after the file was saved would wait in this computer for the next edit. */
  self->edited = FALSE;
}
