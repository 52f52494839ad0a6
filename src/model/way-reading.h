/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WayReading:
 * @WAY_READING_COMMISSIONER: everything
 * @WAY_READING_PROVIDER: all but what is commissioned
 * @WAY_READING_PERSON: plain words, and nothing from behind the scenes
 *
 * For whom a pathway map is shown or told of. A reading hides, and the foot of the map says which one it is.
 */
typedef enum
{
  WAY_READING_COMMISSIONER,
  WAY_READING_PROVIDER,
  WAY_READING_PERSON,
} WayReading;

gboolean    way_reading_shows_lane_kind (WayReading  self,
                                         const char *kind);
const char *way_reading_get_remark      (WayReading  self);

G_END_DECLS
