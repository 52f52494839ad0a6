/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For whom a pathway map is read, and what of it they are shown (maps.md, Three readings). */
#include "model/way-reading.h"

#include "base/way-i18n.h"

/**
 * way_reading_shows_lane_kind:
 * @self: a reading
 * @kind: (nullable): the kind of a lane, a word of the interchange format
 *
 * Returns: whether what is in such a lane is shown
 */
gboolean
way_reading_shows_lane_kind (WayReading  self,
                             const char *kind)
{
  switch (self)
    {
    case WAY_READING_PERSON:
      return g_strcmp0 (kind, "backstage") != 0 && g_strcmp0 (kind, "support") != 0 && g_strcmp0 (kind, "commissioning") != 0;
    case WAY_READING_PROVIDER:
      return g_strcmp0 (kind, "commissioning") != 0;
    case WAY_READING_COMMISSIONER:
    default:
      return TRUE;
    }
}

/**
 * way_reading_get_remark:
 * @self: a reading
 *
 * Returns: what says on a map which reading it is
 */
const char *
way_reading_get_remark (WayReading self)
{
  switch (self)
    {
    case WAY_READING_PERSON:
      return C_("foot of a map", "For the person: without what is behind the scenes");
    case WAY_READING_PROVIDER:
      return C_("foot of a map", "For providers: without commissioning");
    case WAY_READING_COMMISSIONER:
    default:
      return C_("foot of a map", "For commissioners: the whole pathway");
    }
}
