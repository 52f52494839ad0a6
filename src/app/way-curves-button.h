/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/way-scene.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * WayCurvesButton:
 *
 * Whose feelings are picked out of a journey map: nobody's, so that all are seen together, one persona's, or those of several, to be
 * compared. It is there where several personas felt something, and remembers what was chosen for each map, on this computer and not in
 * the file.
 *
 * Signals: `changed` when others were chosen.
 */
#define WAY_TYPE_CURVES_BUTTON (way_curves_button_get_type ())
G_DECLARE_FINAL_TYPE (WayCurvesButton, way_curves_button, WAY, CURVES_BUTTON, AdwBin)

void  way_curves_button_show_scene (WayCurvesButton *self,
                                    WayScene        *scene);
void  way_curves_button_step       (WayCurvesButton *self);
char *way_curves_recall            (const char      *map_id);

G_END_DECLS
