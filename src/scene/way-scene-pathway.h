/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/way-scene.h"

G_BEGIN_DECLS

/* What the layout of a pathway map knows beyond its items: which way links lead, and in which columns steps stand. */

WayReading way_scene_get_reading     (WayScene    *self);
char    *way_scene_dup_places        (WayScene    *self);
gboolean way_scene_get_link_ends     (WayScene    *self,
                                      const char  *link,
                                      const char **from,
                                      const char **to);
gboolean way_scene_is_flow           (WayScene    *self,
                                      const char  *link);
GArray  *way_scene_list_links_from   (WayScene    *self,
                                      const char  *step);
GArray  *way_scene_list_links_to     (WayScene    *self,
                                      const char  *step);
void     way_scene_get_step_number   (WayScene    *self,
                                      guint        item,
                                      const WayGroup *lane,
                                      guint       *number,
                                      guint       *of);
gboolean way_scene_get_column        (WayScene    *self,
                                      const char  *step,
                                      guint       *column,
                                      gboolean    *pinned);
gboolean way_scene_get_column_bounds (WayScene    *self,
                                      guint        column,
                                      WayRect     *bounds);
gboolean way_scene_get_step_place_at (WayScene    *self,
                                      double       x,
                                      double       y,
                                      WayPlace    *place);

G_END_DECLS
