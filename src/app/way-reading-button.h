/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/way-scene.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * WayReadingButton:
 *
 * For whom a pathway map is read: the person, providers or commissioners. It is there for pathway maps only, and remembers for each
 * what was chosen, on this computer and not in the file.
 *
 * Signals: `changed` when another reading was chosen.
 */
#define WAY_TYPE_READING_BUTTON (way_reading_button_get_type ())
G_DECLARE_FINAL_TYPE (WayReadingButton, way_reading_button, WAY, READING_BUTTON, AdwBin)

WayReading way_reading_button_show_map (WayReadingButton *self,
                                        const char       *map_id,
                                        const char       *kind);
WayReading way_reading_recall          (const char       *map_id);

G_END_DECLS
