/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

/**
 * WayAudience:
 * @WAY_AUDIENCE_DESK: whoever holds the file: sees everything; never what is shown to others
 * @WAY_AUDIENCE_TEAM: the people who work on it
 * @WAY_AUDIENCE_WORKSHOP: a room
 * @WAY_AUDIENCE_PUBLIC: anybody
 *
 * Who looks, from the narrowest to the widest.
 */
typedef enum
{
  WAY_AUDIENCE_DESK,
  WAY_AUDIENCE_TEAM,
  WAY_AUDIENCE_WORKSHOP,
  WAY_AUDIENCE_PUBLIC,
} WayAudience;

gboolean    way_audience_from_name          (const char  *name,
                                             WayAudience *audience);
const char *way_audience_get_name           (WayAudience  self);
gboolean    way_story_is_withdrawn          (WayRecord   *story);
WayAudience way_story_get_widest_audience   (WayRecord   *story,
                                             const char  *today);
const char *way_story_get_agreement         (WayRecord   *story,
                                             const char  *today);

G_END_DECLS
