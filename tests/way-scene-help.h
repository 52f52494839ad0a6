/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paint/way-paint.h"

G_BEGIN_DECLS

/* Scenes that were kept, held against new ones. */

#define WAY_SCENE_HELP_SIDE 900 /* of pictures of maps, pixels */
#define WAY_SCENE_HELP_LOOKS 2

/** WaySceneHelpLook: a scale, and how much a colour may differ there. From far text is bars, and every pixel has to be the same. Near by
 * letters and boxes of unknown ones are painted, which cairo keeps, and forgets at random: made again they may be a little other. */
typedef struct
{
  double scale;                /* pixels a point */
  int most;                    /* that a colour may differ by */
} WaySceneHelpLook;

extern const WaySceneHelpLook way_scene_help_looks[WAY_SCENE_HELP_LOOKS];

char            *way_scene_help_dump        (WayScene        *scene,
                                             gboolean         places);
void             way_scene_help_check_index (WayScene        *scene);
void             way_scene_help_check_found (WayScene        *scene);
void             way_scene_help_check_signature (WayScene    *scene);
cairo_surface_t *way_scene_help_paint_anew  (WayScene        *scene,
                                             double           scale);
double           way_scene_help_paint_dirty (WayScene        *scene,
                                             cairo_surface_t *pictures[WAY_SCENE_HELP_LOOKS]);

G_END_DECLS
