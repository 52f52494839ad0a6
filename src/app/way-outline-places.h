/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-map-context.h"

G_BEGIN_DECLS

/**
 * WayOutlinePlaces:
 *
 * What a map holds, sorted into the places where it is read: cards in cells, feelings at stages, steps in lanes, links at the step that they
 * lead from, flags on what they are pinned to. Each place is in order.
 */
#define WAY_TYPE_OUTLINE_PLACES (way_outline_places_get_type ())
G_DECLARE_FINAL_TYPE (WayOutlinePlaces, way_outline_places, WAY, OUTLINE_PLACES, GObject)

WayOutlinePlaces *way_outline_places_new          (WayMapContext    *context);
void              way_outline_places_read         (WayOutlinePlaces *self);
gboolean          way_outline_places_update       (WayOutlinePlaces *self,
                                                   WayChanges       *changes);
gboolean          way_outline_places_is_pathway   (WayOutlinePlaces *self);
WayRecord        *way_outline_places_get_map      (WayOutlinePlaces *self);
WayRecord        *way_outline_places_get          (WayOutlinePlaces *self,
                                                   const char       *id);
GPtrArray        *way_outline_places_peek         (WayOutlinePlaces *self,
                                                   WayKind           kind,
                                                   const char       *lane,
                                                   const char       *at);
GPtrArray        *way_outline_places_list         (WayOutlinePlaces *self,
                                                   WayKind           kind,
                                                   const char       *lane,
                                                   const char       *at);
GPtrArray        *way_outline_places_list_elsewhere (WayOutlinePlaces *self);
const char       *way_outline_places_get_feeling_lane (WayOutlinePlaces *self);
const char       *way_outline_places_get_organisation (WayOutlinePlaces *self,
                                                   WayRecord        *step);
const char       *way_outline_places_get_neighbour (WayOutlinePlaces *self,
                                                   WayKind           kind,
                                                   const char       *id,
                                                   int               by);
gboolean          way_outline_places_is_feeling_lane (WayRecord     *lane);

G_END_DECLS
