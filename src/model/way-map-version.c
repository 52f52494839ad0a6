/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the version of a map is called. */
#include "model/way-map-version.h"

#include "model/way-schema.h"

/**
 * way_map_dup_version:
 * @map: a map
 *
 * Returns: (transfer full) (nullable): its version, which may be a number or a text, as it was written, whatever the locale
 */
char *
way_map_dup_version (WayRecord *map)
{
  const WayValue *version = way_record_get_value (map, WAY_MAP_VERSION);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (version->type == WAY_VALUE_NONE)
    return NULL;
  if (version->type == WAY_VALUE_TEXT)
    return g_strdup (version->text);
  return g_strdup (g_ascii_formatd (number, sizeof number, "%.15g", version->number));
}
