/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-lens.h"
#include "model/way-reading.h"
#include "scene/way-item.h"

G_BEGIN_DECLS

/**
 * WayScene:
 *
 * A map as one audience sees it, laid out: items in paint order, which is reading order too, groups that say what belongs together, and
 * answers to what is where. Coordinates are points; text of the body is 11 points high.
 */
#define WAY_TYPE_SCENE (way_scene_get_type ())
G_DECLARE_FINAL_TYPE (WayScene, way_scene, WAY, SCENE, GObject)

/** WaySceneOptions: how a scene is laid out; everything may be left 0. */
typedef struct
{
  guint page, pages;          /* said in the foot, where pages is not 0 */
  const char *personas;       /* nullable: ids, with spaces between, of those whose feelings are picked out of a journey map: of one
                               * alone, of several as curves of their own; of nobody who felt anything there, all are seen together */
  const char *const *scenarios; /* nullable: ids of those that are drawn over a pathway map */
  WayReading reading;         /* of a pathway map */
  const char *compare_with;   /* nullable: id of the map that a pathway map is compared with, an earlier version of it */
  const char *places;         /* nullable: what way_scene_dup_places() gave for a pathway map; not heeded where a reading hides
                               * something, or it is compared */
} WaySceneOptions;

/** WayPlace: where on a journey map a card is or would be put. */
typedef struct
{
  char lane[65], stage[65];
  guint index;                /* among the cards of the cell */
} WayPlace;

gboolean        way_scene_can_draw     (const char             *kind);
WayScene       *way_scene_new          (WayLens                *lens,
                                        const char             *map_id,
                                        const WaySceneOptions  *options,
                                        WayFonts               *fonts,
                                        GError                **error);
gboolean        way_scene_update       (WayScene               *self,
                                        WayChanges             *changes,
                                        gboolean               *changed,
                                        GError                **error);

guint           way_scene_get_round    (WayScene               *self);
const WayRect  *way_scene_get_dirty    (WayScene               *self,
                                        guint                  *n_areas);

void            way_scene_set_scenarios (WayScene              *self,
                                        const char *const      *scenarios);

WayLens        *way_scene_get_lens     (WayScene               *self);
WayFonts       *way_scene_get_fonts    (WayScene               *self);
const char     *way_scene_get_map_id   (WayScene               *self);
const char     *way_scene_get_kind     (WayScene               *self);
const char     *way_scene_get_title    (WayScene               *self);
const char     *way_scene_get_language (WayScene               *self);
gboolean        way_scene_is_right_to_left (WayScene           *self);
void            way_scene_get_size     (WayScene               *self,
                                        double                 *width,
                                        double                 *height);
guint           way_scene_get_n_items  (WayScene               *self);
const WayItem  *way_scene_get_item     (WayScene               *self,
                                        guint                   index);
const WayMark  *way_scene_get_marks    (WayScene               *self,
                                        const WayItem          *item);
guint           way_scene_get_n_groups (WayScene               *self);
const WayGroup *way_scene_get_group    (WayScene               *self,
                                        guint                   index);
char           *way_scene_dup_item_text (WayScene              *self,
                                        const WayItem          *item);

guint64         way_scene_get_signature (WayScene *self, const WayRect *area);
void            way_scene_query        (WayScene               *self,
                                        const WayRect          *area,
                                        GArray                 *indices);
int             way_scene_pick         (WayScene               *self,
                                        double                  x,
                                        double                  y);
int             way_scene_find         (WayScene               *self,
                                        const char             *id);
gboolean        way_scene_get_place_at (WayScene               *self,
                                        double                  x,
                                        double                  y,
                                        WayPlace               *place);
const char     *way_scene_get_personas (WayScene               *self);
GPtrArray      *way_scene_list_feelers (WayScene               *self);
gboolean        way_scene_get_felt_scale (WayScene             *self,
                                        double                 *top,
                                        double                 *bottom);

G_END_DECLS
